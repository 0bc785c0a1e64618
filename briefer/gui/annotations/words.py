"""How an annotation and its parts are put into words in the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.app.short_words import short_title, stance_word
from briefer.app.texts import Texts
from briefer.core.annotation import Anchor, Annotation, Color, Scope, Status
from briefer.core.values import dataclass

QUOTE = 110  # code points of a quotation that a card shows

COLORS: Mapping[Color, Callable[[Texts], str]] = {
    Color.YELLOW: lambda t: t.pgettext("colour", "Yellow"),
    Color.RED: lambda t: t.pgettext("colour", "Red"),
    Color.GREEN: lambda t: t.pgettext("colour", "Green"),
    Color.BLUE: lambda t: t.pgettext("colour", "Blue"),
    Color.VIOLET: lambda t: t.pgettext("colour", "Violet"),
}
SCOPES: Mapping[Scope, Callable[[Texts], str]] = {
    Scope.SPAN: lambda t: t.gettext("On the selection"),
    Scope.PARAGRAPH: lambda t: t.gettext("On the paragraph"),
    Scope.BEAD: lambda t: t.gettext("On the pair in both languages"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: the quotation in its languages, the note, and a line about both."""

    quote: str
    note: str
    line: str


def card(annotation: Annotation, texts: Texts) -> Card:
    """The words of an annotation's card."""
    parts = [place(annotation, texts)]
    if annotation.stance is not None:
        parts.append(stance_word(annotation.stance, texts).lower())
    if annotation.status is Status.DONE:
        parts.append(texts.gettext("done"))
    if annotation.anchor is Anchor.LOST:
        parts.append(texts.gettext("passage not found again"))
    parts += [f"#{tag}" for tag in annotation.tags]
    return Card(quote(annotation), annotation.note.strip(), " · ".join(part for part in parts if part))


def quote(annotation: Annotation) -> str:
    """What is annotated, shortened, the languages parted by an arrow."""
    by_language: dict[str, list[str]] = {}
    for target in annotation.targets:
        by_language.setdefault(target.language, []).append(" ".join(target.quote.split()))
    return " ↔ ".join(short_title(" ".join(quotes), QUOTE) for quotes in by_language.values())


def place(annotation: Annotation, texts: Texts) -> str:
    """Where the annotation stands: PP7, para. 12 (a); nothing where the text has no label."""
    labels = list(dict.fromkeys(target.label for target in annotation.targets if target.label))
    if not labels:
        return ""
    told = f"{labels[0]}–{labels[-1]}" if len(labels) > 1 else labels[0]
    return texts.gettext("para. {label}").format(label=told) if told[0].isdigit() else told
