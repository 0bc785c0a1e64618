"""How the paragraphs of resolutions open, in Russian and in English.

Drafters use the same few verbs, and translators the same few equivalents; several English
verbs may answer one Russian one. Each set is of such equivalents.
"""

from __future__ import annotations

import re

_EQUIVALENTS = (
    ("руководствуясь", "guided"),
    ("отмечая отмечает", "noting notes observing"),
    ("ссылаясь напоминая напоминает", "recalling recalls"),
    ("подтверждая подтверждает", "reaffirming reaffirms reiterating reiterates confirming confirms"),
    ("признавая признает", "recognizing recognizes acknowledging acknowledges"),
    ("выражая выражает", "expressing expresses"),
    ("принимая учитывая", "taking bearing considering mindful"),
    ("осознавая сознавая", "aware conscious realizing mindful cognizant"),
    ("приветствуя приветствует", "welcoming welcomes"),
    ("полагая считая считает", "believing considering considers acknowledging"),
    ("рассмотрев рассмотрела", "considered having"),
    ("изучив", "examined having"),
    ("стремясь желая", "desiring desirous seeking wishing"),
    ("подчеркивая подчеркивает", "emphasizing emphasizes stressing stresses underlining underscoring"),
    ("исходя", "proceeding recognizing convinced"),
    ("убежденная убежденные убежденный", "convinced"),
    ("обеспокоенная обеспокоенные обеспокоенными", "concerned"),
    ("преисполненная преисполненные", "determined resolved"),
    ("просит предлагает", "requests invites asks"),
    ("призывает настоятельно", "calls urges encourages appeals"),
    ("постановляет решает", "decides resolves"),
    ("одобряет", "endorses approves"),
    ("рекомендует", "recommends"),
    ("осуждает", "condemns"),
    ("принимает", "takes adopts"),
    ("благодарит", "thanks"),
    ("поручает", "instructs requests mandates"),
    ("заявляет провозглашает", "declares proclaims"),
)
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = 3


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for number, (russian, english) in enumerate(_EQUIVALENTS):
        for word in (*russian.split(), *english.split()):
            found.setdefault(word, set()).add(f"^{number}")
    return {word: frozenset(classes) for word, classes in found.items()}


_CLASSES = _table()


def openings(text: str) -> frozenset[str]:
    """The sets of equivalents to which one of the first words of `text` belongs, as tokens."""
    words = [word.lower().replace("ё", "е") for word in _WORD.findall(text[:80])[:_FIRST_WORDS]]
    for word in words:
        if word in _CLASSES:
            return _CLASSES[word]
    return frozenset()
