"""Pages are drawn sharp, level with the places of paragraphs, and by a process that may do its worst."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pymupdf
import pytest

from briefer.core.document import Box
from briefer.core.errors import (
    FileDamaged,
    FileError,
    PageLost,
    ParserFailed,
    PasswordNeeded,
    PasswordWrong,
)
from briefer.formats.page_bounds import MOST_PIXELS
from briefer.formats.page_renderer import PageFile, PageRenderer, Picture
from briefer.formats.registry import read
from tests.pdf_pages import of_pages, scan_of
from tests.unit.formats.processes import gone

HOSTILE = Path(__file__).resolve().parents[4] / "shared" / "data" / "hostile" / "pdf"
Draws = Callable[..., PageRenderer]


@pytest.fixture
def draws() -> Iterator[Draws]:
    """Makes renderers and closes them."""
    made: list[PageRenderer] = []

    def make(
        data: bytes,
        kind: str = "pdf",
        password: str | None = None,
        seconds: float = 8.0,
        launch: Sequence[str] | None = None,
    ) -> PageRenderer:
        made.append(PageRenderer(PageFile("a.pdf", kind, lambda: data, password), seconds, launch))
        return made[-1]

    yield make
    for renderer in made:
        renderer.close()


def ink(picture: Picture) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is dark, in pixels of the page."""
    rows = [
        picture.pixels[3 * picture.width * y : 3 * picture.width * (y + 1)] for y in range(picture.height)
    ]
    dark = [(x // 3, y) for y, row in enumerate(rows) for x in range(0, len(row), 3) if row[x] < 128]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return (
        picture.left + min(xs),
        picture.top + min(ys),
        picture.left + max(xs) + 1,
        picture.top + max(ys) + 1,
    )


def inked(line: str, rotation: int = 0, crop: pymupdf.Rect | None = None) -> bytes:
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        page.insert_text((100, 200), line, fontsize=11)
        if crop is not None:
            page.set_cropbox(crop)
        page.set_rotation(rotation)
        return document.tobytes()


def test_pages_are_counted_measured_and_drawn(draws: Draws) -> None:
    renderer = draws(of_pages("One", "Two"))
    assert renderer.count() == 2
    assert renderer.size(2) == (595, 842)
    picture = renderer.draw(2, 1.0, (0, 0, 595, 842))
    assert (picture.left, picture.top, picture.width, picture.height) == (0, 0, 595, 842)
    assert len(picture.pixels) == 3 * 595 * 842


def test_a_part_is_drawn_where_it_stands_and_as_sharp_as_is_asked(draws: Draws) -> None:
    renderer = draws(inked("Sharp"))
    whole = ink(renderer.draw(1, 4.0, (360, 720, 800, 860)))
    assert whole == pytest.approx(
        [4 * side for side in ink(renderer.draw(1, 1.0, (90, 180, 200, 215)))], abs=5
    )
    parts = [renderer.draw(1, 4.0, (360, top, 800, top + 70)) for top in (720, 790)]
    assert b"".join(part.pixels for part in parts) == renderer.draw(1, 4.0, (360, 720, 800, 860)).pixels


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, pymupdf.Rect(50, 100, 500, 700)])
def test_what_is_drawn_stands_where_the_paragraph_says(
    draws: Draws, rotation: int, crop: pymupdf.Rect | None
) -> None:
    data = inked("1. A paragraph that has a place.", rotation, crop)
    box = read("a.pdf", data).blocks[0].lines[0].box
    assert isinstance(box, Box)
    renderer = draws(data)
    width, height = renderer.size(1)
    left, top, right, bottom = ink(renderer.draw(1, 1.0, (0, 0, round(width), round(height))))
    assert box.left - 2 <= left < right <= box.right + 2
    assert box.top - 2 <= top < bottom <= box.bottom + 2


def test_a_picture_is_drawn_as_its_text_was_recognised(draws: Draws) -> None:
    with pymupdf.open(stream=scan_of(of_pages("Words")), filetype="pdf") as document:
        png = document[0].get_pixmap(dpi=40).tobytes("png")
    renderer = draws(png, "png")
    assert renderer.count() == 1
    assert renderer.size(1) > (100, 100)


def test_more_than_is_drawn_at_once_is_refused_before_anything_is_asked(draws: Draws) -> None:
    renderer = draws(of_pages("One"))
    for area, scale in (((0, 0, MOST_PIXELS, 2), 1.0), ((0, 0, 0, 9), 1.0), ((0, 0, 9, 9), 0.0)):
        with pytest.raises(ValueError, match="drawn at once"):
            renderer.draw(1, scale, area)
    assert renderer.process is None


def test_a_page_that_is_not_there_is_lost_and_the_others_are_not(draws: Draws) -> None:
    renderer = draws(of_pages("One"))
    with pytest.raises(PageLost):
        renderer.size(7)
    assert renderer.size(1) == (595, 842)


def test_a_protected_file_opens_with_its_password_only(draws: Draws) -> None:
    locked = of_pages("One", user_password="abc")
    with pytest.raises(PasswordNeeded):
        draws(locked).count()
    with pytest.raises(PasswordWrong):
        draws(locked, password="abd").count()
    assert draws(locked, password="abc").count() == 1


def test_a_damaged_file_is_told(draws: Draws) -> None:
    with pytest.raises(FileDamaged):
        draws(b"%PDF-1.4 and then nothing").count()


def test_the_process_rests_and_is_started_again_when_it_is_needed(draws: Draws) -> None:
    renderer = draws(of_pages("One"))
    renderer.count()
    first = renderer.process
    assert first is not None
    renderer.rest()
    assert renderer.process is None
    assert gone(first)
    assert renderer.size(1) == (595, 842)
    second = renderer.process
    assert second not in (None, first)


def test_a_process_that_was_killed_meanwhile_is_replaced(draws: Draws) -> None:
    renderer = draws(of_pages("One"))
    renderer.count()
    assert renderer.process is not None
    os.kill(renderer.process, signal.SIGKILL)
    assert gone(renderer.process)
    assert renderer.draw(1, 1.0, (0, 0, 9, 9)).width == 9


OPENS = (
    "import sys, json, time; i, o = sys.stdin.buffer, sys.stdout.buffer\n"
    "i.read(json.loads(i.readline())['length']); o.write(b'{\"pages\": 3}\\n'); o.flush()\n"
)


def saying(code: str) -> list[str]:
    """A process that opens its file and then does something else."""
    return [sys.executable, "-c", OPENS + code]


def test_a_page_that_takes_too_long_is_given_up_and_not_asked_for_again(draws: Draws) -> None:
    renderer = draws(b"file", seconds=0.5, launch=saying("i.readline(); time.sleep(60)"))
    assert renderer.count() == 3
    process = renderer.process
    assert process is not None
    with pytest.raises(PageLost):
        renderer.size(1)
    assert gone(process)
    began = time.monotonic()
    with pytest.raises(PageLost):
        renderer.draw(1, 1.0, (0, 0, 9, 9))
    assert time.monotonic() - began < 0.4
    assert renderer.process is None


@pytest.mark.parametrize(
    "answer",
    [
        "sys.exit(1)",
        "o.write(b'no json\\n')",
        "o.write(b'[1]\\n')",
        'o.write(b\'{"left":0,"top":0,"width":99999999,"height":99999999}\\n\')',
        'o.write(b\'{"left":0,"top":0,"width":-3,"height":-3}\\n\')',
        'o.write(b\'{"left":0,"top":0,"width":true,"height":1}\\n\')',
        'o.write(b\'{"left":0,"top":0,"width":3,"height":3}\\nxxx\')',
        'o.write(b\'{"width":3,"height":3}\\n\')',
        "o.write(b'{' * (1 << 20))",
        'o.write(b\'{"width":3,"height":3}\\n\' * 100000)',
    ],
)
def test_a_process_that_lies_loses_the_page_and_no_more(draws: Draws, answer: str) -> None:
    renderer = draws(b"file", launch=saying(f"i.readline()\n{answer}\no.flush()"))
    with pytest.raises(PageLost):
        renderer.draw(1, 1.0, (0, 0, 9, 9))


@pytest.mark.parametrize("count", ["0", "-1", "true", "1e3", "99999999", '"9"', "null"])
def test_a_process_that_lies_about_the_pages_is_not_believed(draws: Draws, count: str) -> None:
    said = f"import sys; sys.stdout.write('{{\"pages\": {count}}}\\n'); sys.stdout.flush(); sys.stdin.read()"
    with pytest.raises(ParserFailed):
        draws(b"file", launch=[sys.executable, "-c", said]).count()


@pytest.mark.parametrize("side", ["1e400", "NaN", "-5", "1e12", '"9"', "true", "null"])
def test_no_page_is_larger_or_smaller_than_can_be_shown(draws: Draws, side: str) -> None:
    said = f'i.readline(); o.write(b\'{{"width": {side}, "height": 10}}\\n\'); o.flush(); i.readline()'
    width, height = draws(b"file", launch=saying(said)).size(1)
    assert 1 <= width <= 100_000
    assert height == 10


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the collection of odd files is not here")
@pytest.mark.parametrize(
    "name", sorted(path.name for path in HOSTILE.glob("*.pdf"))[::12] if HOSTILE.is_dir() else []
)
def test_odd_files_are_drawn_or_told(draws: Draws, name: str) -> None:
    renderer = draws((HOSTILE / name).read_bytes(), seconds=3.0)
    try:
        count = renderer.count()
    except FileError:
        return
    try:
        width, height = renderer.size(min(count, 2))
        area = (0, 0, max(1, min(600, round(width))), max(1, min(800, round(height))))
        assert renderer.draw(min(count, 2), 1.0, area).pixels
    except PageLost:
        assert renderer.count() == count
