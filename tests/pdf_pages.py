"""PDF files made for tests."""

from __future__ import annotations

import html
import io
from pathlib import Path

import pymupdf

A4 = pymupdf.Rect(0, 0, 595, 842)
MARGINS = (72, 72, -72, -72)
CSS = "* { font-family: sans-serif; font-size: 11px; line-height: 1.25; } p { margin: 0 0 9px 0; }"


def typeset(text: str, path: Path, *, head: str | None = None, css: str = "") -> None:
    """Lays `text` out on as many pages as it takes; blank lines part paragraphs, ** makes bold.

    `head` is a running head on every page; page numbers stand at the foot.
    """
    path.write_bytes(_with_furniture(_laid_out(text, css), head) if head else _laid_out(text, css))


def of_pages(*texts: str, user_password: str = "") -> bytes:
    """A file with a page for each text, in Latin letters; an empty text leaves its page blank."""
    with pymupdf.open() as document:
        for text in texts:
            page = document.new_page(width=595, height=842)
            for row, line in enumerate(text.split("\n")):
                page.insert_text((72, 80 + 15 * row), line, fontsize=11)
        if not user_password:
            return document.tobytes()
        return document.tobytes(
            encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=user_password, owner_pw=user_password
        )


def protected_with(data: bytes, password: str) -> bytes:
    """The same file, which opens with `password` only."""
    with pymupdf.open(stream=data, filetype="pdf") as document:
        return document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw=password)


def scan_of(data: bytes, dpi: int = 40) -> bytes:
    """The same pages as pictures."""
    with pymupdf.open(stream=data, filetype="pdf") as printed, pymupdf.open() as document:
        for page in printed:
            copy = document.new_page(width=page.rect.width, height=page.rect.height)
            copy.insert_image(copy.rect, pixmap=page.get_pixmap(dpi=dpi))
        return document.tobytes()


def together(*files: bytes) -> bytes:
    """The pages of all files, one after the other."""
    with pymupdf.open() as document:
        for data in files:
            with pymupdf.open(stream=data, filetype="pdf") as part:
                document.insert_pdf(part)
        return document.tobytes()


def _laid_out(text: str, css: str) -> bytes:
    story = pymupdf.Story(_markup(text), user_css=CSS + css)
    out = io.BytesIO()
    writer = pymupdf.DocumentWriter(out)
    more = 1
    while more:
        device = writer.begin_page(A4)
        more, _ = story.place(A4 + MARGINS)
        story.draw(device)
        writer.end_page()
    writer.close()
    return out.getvalue()


def _markup(text: str) -> str:
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{_bold(html.escape(part))}</p>" for part in parts)


def _bold(part: str) -> str:
    if part.startswith("**") and part.endswith("**"):
        return "<b>" + part[2:-2].replace("\n", "<br>") + "</b>"
    return part.replace("\n", "<br>")


def _with_furniture(data: bytes, head: str) -> bytes:
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for number, page in enumerate(document, 1):
            page.insert_text((72, 40), head, fontsize=8)
            page.insert_text((290, 815), str(number), fontsize=8)
        return document.tobytes()
