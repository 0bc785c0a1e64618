"""What the parts of a document are called."""

from __future__ import annotations

from briefer.app.texts import Texts
from briefer.core.outline import Entry, Part


def entry_words(entry: Entry, texts: Texts) -> str:
    """Preamble · PP1–PP8."""
    names = {
        Part.COVER: texts.gettext("Cover page"),
        Part.PREAMBLE: texts.gettext("Preamble"),
        Part.OPERATIVE: texts.gettext("Operative part"),
    }
    name = " ".join(entry.text.split()) or names.get(entry.part, texts.gettext("Untitled"))
    if entry.first is None or entry.last is None:
        return name
    labels = entry.first if entry.first == entry.last else f"{entry.first}–{entry.last}"
    return f"{name} · {labels}"
