"""How much was found, and where, in words."""

from __future__ import annotations

from briefer.app.texts import Texts
from briefer.core.text_index import Needle
from briefer.gui.reader.hits import Extent


def extent_words(extent: Extent, texts: Texts) -> str:
    """Such as: 17 matches in 9 pairs."""
    told = texts.ngettext("{count} match", "{count} matches", extent.hits)
    parts = [told.format(count=extent.hits)]
    if extent.pairs:
        told = texts.ngettext("in {count} pair", "in {count} pairs", extent.pairs)
        parts.append(told.format(count=extent.pairs))
    if extent.alone and extent.pairs:
        told = texts.ngettext("and {count} paragraph alone", "and {count} paragraphs alone", extent.alone)
        parts.append(told.format(count=extent.alone))
    elif extent.alone:
        told = texts.ngettext("in {count} paragraph", "in {count} paragraphs", extent.alone)
        parts.append(told.format(count=extent.alone))
    return " ".join(parts)


def nothing_words(needle: Needle, texts: Texts, *, reading: bool) -> str:
    """Why nothing is listed: nothing is sought, the document is still being read, or nothing was found."""
    if reading:
        return texts.gettext("The document is being read…")
    if not needle.text.strip():
        return texts.gettext("Every match of what you type in the find bar will be listed here, in context.")
    if needle.case or needle.whole:
        return texts.gettext(
            "Nothing in this document matches. Without “Whole words” and “Aa” more may be found."
        )
    return texts.gettext("Nothing in this document matches. Try fewer letters, or another form of the word.")


def place_words(name: str, language: str, texts: Texts) -> str:
    """Such as: PP7 · Russian."""
    spoken = texts.language_name(language, inside=bool(name))
    return f"{name} · {spoken}" if name else spoken
