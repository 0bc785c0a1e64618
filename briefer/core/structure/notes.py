"""What a text says of itself as a translation."""

from __future__ import annotations

import re

LONGEST = 300
_TRANSLATION = re.compile(
    r"\W*(?:(?P<un>un|не)?(?:official|официальный)\s+(?:translation|перевод)|"
    r"(?:courtesy|working|informal|рабочий|неофициальный)\s+(?:translation|перевод)|"
    r"(?:translation|translated|перевод)\s+(?:from|с|со)\b)(?P<rest>.{0,60})",
    re.IGNORECASE,
)


def translation_note(text: str) -> str | None:
    """What a note such as "Unofficial translation from Russian" says: official, unofficial.

    None for any other text. A courtesy, working or informal translation is unofficial, and
    one of which nothing is said but that it is a translation too.
    """
    if len(text) > LONGEST:
        return None
    found = _TRANSLATION.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    says = text.lower()
    official = ("official" in says or "официальный" in says) and not found["un"]
    return "official" if official and "неофициальный" not in says else "unofficial"
