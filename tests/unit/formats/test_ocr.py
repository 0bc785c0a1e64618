"""The text of scans and pictures, recognised in the parsing process."""

from __future__ import annotations

import os
import re
import textwrap
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pymupdf
import pytest

from briefer.core.errors import FileWithoutText, OcrUnavailable
from briefer.formats import ocr
from briefer.formats.parser import File, Parser
from briefer.formats.pdf.ocr import LONGEST, MOST_PIXELS, doubtful, resolution
from briefer.formats.pdf.reader import read_pdf
from briefer.formats.registry import read
from briefer.formats.request import ReadOptions
from tests.pdf_pages import of_pages, scan_of, together, typeset
from tests.specimens import english_text, session_text
from tests.unit.formats.garbled_pages import ENGLISH, RUSSIAN, coded
from tests.unit.formats.pairs import assert_eighteen_pairs

RECOGNISE = ReadOptions(ocr=True)
WORDS = " ".join(ENGLISH).split()


@pytest.fixture(scope="module", autouse=True)
def data() -> None:
    """Tesseract's data; only a machine that is no CI may be without them."""
    if ocr.available() and not os.environ.get("CI"):
        pytest.skip("Tesseract's Russian and English data are not installed")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, data: None) -> File:
    """The session document as a scan of 150 dots per inch, recognised in its jail."""
    path = tmp_path_factory.mktemp("ocr") / "paper.pdf"
    typeset(session_text(), path)
    path.write_bytes(scan_of(path.read_bytes(), dpi=150))
    heard = Heard()
    file = Parser().parse(path, path.read_bytes(), options=RECOGNISE, progress=heard)
    assert heard.shares == sorted(heard.shares)
    assert len(set(heard.shares)) > 3
    return file


class Heard:
    """Hears how far the recognition is."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def check(self) -> None:
        return

    def report(self, fraction: float, /) -> None:
        self.shares.append(fraction)


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def lines_of(data: bytes, name: str = "paper.pdf") -> list[str]:
    parsed = read(name, data, RECOGNISE)
    return [line.text for block in parsed.blocks for line in block.lines]


def picture(text: tuple[str, ...] = ENGLISH, turn: int = 0, kind: str = "png") -> bytes:
    with pymupdf.open(stream=of_pages("\n".join([*text] * 4)), filetype="pdf") as document:
        page = document[0]
        page.set_rotation(turn)
        return page.get_pixmap(dpi=150).tobytes(kind)


def test_nineteen_words_of_twenty_of_a_scan_are_right(session: File) -> None:
    text = "\n".join(line.text for block in session.blocks for line in block.lines)
    plain = re.sub(r"(\w)-\n(\w)", r"\1\2", text)
    wanted = words_of(session_text())
    right = sum((words_of(plain) & wanted).values())
    assert right >= 0.95 * wanted.total()


def test_the_eighteen_pairs_come_out_of_a_scan(session: File) -> None:
    assert_eighteen_pairs(session.blocks)


def test_what_was_recognised_is_told_with_its_pages(session: File) -> None:
    assert session.source.repairs[0] == f"ocr:1–{session.source.pages}"


def test_recognised_lines_have_their_place_on_the_page(session: File) -> None:
    lines = [line for block in session.blocks for line in block.lines if line.text.startswith("Решили")]
    box = lines[0].box
    assert box is not None
    assert 60 < box.left < 90
    assert 5 < box.bottom - box.top < 25


def test_good_text_stays_and_only_pictures_are_recognised() -> None:
    good = of_pages("\n".join(ENGLISH))
    parsed = read_pdf(together(good, scan_of(good, dpi=150)), RECOGNISE)
    assert parsed.repairs == ("ocr:2",)
    assert words_of(" ".join(line.text for block in parsed.blocks for line in block.lines))["General"] == 2


def test_garbled_pages_are_recognised() -> None:
    codes = [("helv", line.encode("ascii")) for line in ENGLISH]
    data = coded(codes * 3, [("cour", b"\x10\x11 lbl \x7f kh\x15 qzx jkv wqp \x81\x8d\x8f xkcd zzq" * 2)] * 4)
    assert read_pdf(data).repairs == ("pages-garbled:2",)
    assert read_pdf(data, RECOGNISE).repairs[0].startswith("ocr:2")


@pytest.mark.parametrize("turn", [90, 180])
def test_a_page_that_lies_on_its_side_or_head_over_is_turned(turn: int) -> None:
    found = words_of(" ".join(lines_of(picture(turn=turn), "page.png")))
    assert found["Assembly"] == 4


@pytest.mark.parametrize(("name", "kind"), [("page.png", "png"), ("page.jpg", "jpg")])
def test_pictures_are_recognised_when_that_is_asked(name: str, kind: str) -> None:
    data = picture(kind=kind)
    assert words_of(" ".join(lines_of(data, name)))["resolutions"] == 4
    with pytest.raises(FileWithoutText):
        read(name, data)


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = textwrap.wrap(english_text().replace("*", ""), 44)[10:58]
    with pymupdf.open() as document:
        page = document.new_page(width=595, height=842)
        for place, row in enumerate(rows):
            page.insert_text((50 + 260 * (place // 24), 100 + 16 * (place % 24)), row, fontsize=10)
        data = scan_of(document.tobytes(), dpi=200)
    found = re.findall(r"\w+", " ".join(lines_of(data)))
    wanted = re.findall(r"\w+", " ".join(rows))
    assert SequenceMatcher(None, found, wanted, autojunk=False).ratio() > 0.95


def test_without_the_data_their_packages_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ocr, "_folders", lambda: iter([tmp_path]))
    assert ocr.available() == ("tesseract-ocr-rus", "tesseract-ocr-eng")
    (tmp_path / "eng.traineddata").write_bytes(b"")
    assert ocr.available() == ("tesseract-ocr-rus",)
    with pytest.raises(OcrUnavailable) as caught:
        read("page.png", picture(), RECOGNISE)
    assert caught.value.params["missing"] == "tesseract-ocr-rus"
    (tmp_path / "rus.traineddata").write_bytes(b"")
    assert ocr.available() == ()
    assert ocr.tessdata_folder() == tmp_path


def test_the_folder_that_the_user_names_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("eng", "rus"):
        (tmp_path / f"{name}.traineddata").write_bytes(b"")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert ocr.tessdata_folder() == tmp_path


@pytest.mark.parametrize(("width", "height"), [(595, 842), (14400, 14400), (1, 14400), (20, 20), (200, 90)])
def test_a_page_of_any_size_is_rendered_within_bounds(width: float, height: float) -> None:
    scale = resolution(width, height)
    assert max(width, height) * scale <= LONGEST + 1
    assert width * height * scale**2 <= MOST_PIXELS + 1


def test_a_page_read_badly_is_called_doubtful() -> None:
    assert doubtful("xkq zzv wqp jkx vbq xzk qqw zxv " * 3)
    assert not doubtful(" ".join(RUSSIAN))
    assert not doubtful(" ".join(WORDS))
