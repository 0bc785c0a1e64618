"""PDF files whose text layer is not what their pages show."""

from __future__ import annotations

from collections.abc import Sequence

import pymupdf

RUSSIAN = (
    "Генеральная Ассамблея, ссылаясь на свои предыдущие резолюции 12 и 34 по этому вопросу,",
    "отмечает, что положение за 2024 год (см. пункт 5) не изменилось к лучшему; она призывает",
    "все государства принять необходимые меры и представить доклад на следующей сессии.",
)
ENGLISH = (
    "The General Assembly, recalling its previous resolutions 12 and 34 on this question,",
    "notes that the situation in 2024 (see paragraph 5) has not improved, and calls upon all",
    "States to take the necessary measures and to submit a report at the next session.",
)


def coded(*pages: Sequence[tuple[str, bytes]]) -> bytes:
    """A file of pages of lines: the font of each (`helv`, `tiro`, `cour`) and its codes."""
    with pymupdf.open() as document:
        for lines in pages:
            page = document.new_page(width=595, height=842)
            for font in ("helv", "tiro", "cour"):
                page.insert_text((72, 72), "x", fontname=font)
            rows = (
                f"BT 1 0 0 1 72 {780 - 15 * place} Tm /{font} 10 Tf <{codes.hex()}> Tj ET"
                for place, (font, codes) in enumerate(lines)
            )
            first, *others = page.get_contents()
            document.update_stream(first, "\n".join(rows).encode("ascii"))
            for other in others:
                document.update_stream(other, b" ")
        return document.tobytes()


def shifted(text: str, cyrillic: int = 0x3A) -> bytes:
    """The codes of a font without a table: Cyrillic letters from `cyrillic` on, others by their glyphs."""
    return bytes(
        ord(letter) - 0x410 + cyrillic if "А" <= letter <= "я" else ord(letter) - 0x1D for letter in text
    )
