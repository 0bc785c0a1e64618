"""The codes of what readers repair or miss; `briefer.app.messages` has a sentence for each."""

from __future__ import annotations

ENCODING_GUESSED = "encoding-guessed"
INVISIBLE_REMOVED = "invisible-removed"
GLYPHS_SHIFTED = "glyph-codes-shifted"
PRIVATE_READ = "private-codes-read"
MISREAD = "encoding-misread"
FOLDED = "look-alikes-folded"
CLOSED = "spacing-closed"
TEXT_GARBLED = "text-garbled"
# These have the numbers of pages behind a colon.
WITHOUT_TEXT = "pages-without-text"
PAGES_GARBLED = "pages-garbled"
PAGES_DAMAGED = "pages-damaged"
RECOGNISED = "ocr"
DOUBTFUL = "ocr-doubtful"

REPAIRS = frozenset(
    (
        ENCODING_GUESSED,
        INVISIBLE_REMOVED,
        GLYPHS_SHIFTED,
        PRIVATE_READ,
        MISREAD,
        FOLDED,
        CLOSED,
        TEXT_GARBLED,
        WITHOUT_TEXT,
        PAGES_GARBLED,
        PAGES_DAMAGED,
        RECOGNISED,
        DOUBTFUL,
    )
)
