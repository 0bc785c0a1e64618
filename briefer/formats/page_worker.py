"""Draws the pages of one file: runs in the parsing process, in its jail, until its input ends.

The file has come already. Then each line of JSON in asks for the size of a page
(`{"page": n}`, counted from 1) or for a picture of a part of it (`{"page", "scale", "area"}`, the area
in pixels of the page drawn at `scale` pixels a point). Each answer is a line of JSON; after that of a
picture come its bytes, three a pixel. What is asked of it is bounded here as well as by who asks.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, BinaryIO

import pymupdf

from briefer.core.errors import BrieferError, FileDamaged, FileTooLong
from briefer.formats.page_bounds import MOST_PAGES, MOST_PIXELS, MOST_SCALE, PICTURES
from briefer.formats.pdf.pages import FAULTS
from briefer.formats.pdf.reader import opened

_LONGEST_REQUEST = 1 << 12
_KEPT = 3  # pages whose contents are kept ready


def serve(request: Mapping[str, Any], data: bytes, requests: BinaryIO, answers: BinaryIO) -> None:
    """Open the file and answer until `requests` ends."""
    pymupdf.TOOLS.mupdf_display_errors(on=False)
    pymupdf.TOOLS.mupdf_display_warnings(on=False)
    try:
        with opened(_as_pdf(request["format"], data), request.get("password")) as document:
            count = document.page_count
            if count > MOST_PAGES:
                raise FileTooLong(pages=count, most=MOST_PAGES)
            _say(answers, {"pages": count})
            pages = Pages(document)
            while line := requests.readline(_LONGEST_REQUEST):
                pages.answer(json.loads(line), answers)
    except BrieferError as error:
        _say(answers, {"error": error.code, "params": dict(error.params)})


class Pages:
    """The pages of an open document, the last few of them ready to be drawn."""

    def __init__(self, document: pymupdf.Document) -> None:
        self._document = document
        self._ready: OrderedDict[int, pymupdf.DisplayList] = OrderedDict()

    def answer(self, request: Mapping[str, Any], answers: BinaryIO) -> None:
        """Answer one request; a page that cannot be drawn is said to have failed."""
        try:
            contents = self._contents(int(request["page"]))
            if "area" not in request:
                _say(answers, {"width": contents.rect.width, "height": contents.rect.height})
                return
            pixels = drawn(contents, float(request["scale"]), request["area"])
        except FAULTS:
            _say(answers, {"failed": True})
            return
        size = {"left": pixels.x, "top": pixels.y, "width": pixels.width, "height": pixels.height}
        _say(answers, size)
        answers.write(pixels.samples_mv)
        answers.flush()

    def _contents(self, number: int) -> pymupdf.DisplayList:
        if number in self._ready:
            self._ready.move_to_end(number)
        else:
            self._ready[number] = self._document[number - 1].get_displaylist()
            while len(self._ready) > _KEPT:
                self._ready.popitem(last=False)
        return self._ready[number]


def drawn(contents: pymupdf.DisplayList, scale: float, area: tuple[int, int, int, int]) -> pymupdf.Pixmap:
    """A part of a page. Raises ValueError where it is too large or none."""
    left, top, right, bottom = area
    if not 0 < scale <= MOST_SCALE or not 0 < (right - left) * (bottom - top) <= MOST_PIXELS:
        raise ValueError
    clip = pymupdf.Rect(left / scale, top / scale, right / scale, bottom / scale)
    pixels = contents.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=0, clip=clip
    )
    if pixels.n != 3 or pixels.stride != 3 * pixels.width:
        raise ValueError
    return pixels


def _as_pdf(kind: str, data: bytes) -> bytes:
    """The file's pages as PDF, as they were when its text was recognised. Raises FileDamaged."""
    if kind not in PICTURES:
        return data
    try:
        with pymupdf.open(stream=data, filetype=kind) as picture:
            made: bytes = picture.convert_to_pdf()
    except FAULTS as error:
        raise FileDamaged() from error
    return made


def _say(stream: BinaryIO, message: Mapping[str, object]) -> None:
    stream.write(json.dumps(message).encode("utf-8") + b"\n")
    stream.flush()
