"""How fast PDF files are read by a worker that is ready, and what memory it takes; prints a table.

    python -m tests.benchmarks.reading

The files are made here, the same at every run: running text, and pages of tables. Each figure is set
beside PyMuPDF's bare extraction of the same text in the same run, since a busy machine slows both.
"""

from __future__ import annotations

import io
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pymupdf

from briefer.formats.parser import Parser
from briefer.formats.pdf.reader import read_pdf
from tests.benchmarks.library_of import WORDS
from tests.pdf_layouts import in_table
from tests.pdf_pages import A4

ROOT = Path(__file__).resolve().parents[2]
PAGES, LONG, SHORT = 100, 500, 30
ROWS = 14
READY = 3.0
CSS = "* { font-family: sans-serif; font-size: 10.5px; line-height: 1.25; } p { margin: 0 0 8px 0; }"
MEMORY = "--memory"


def text_pages(pages: int) -> bytes:
    """So many pages of numbered paragraphs, Russian and English by turns, with heads and page numbers."""
    chance = random.Random(7)  # noqa: S311 - the same text at every run, not a secret
    out, number = io.BytesIO(), 0
    writer = pymupdf.DocumentWriter(out)
    for page in range(1, pages + 1):
        parts = [f"<p>A/80/{page % 7}</p>"]
        for _ in range(8):
            number += 1
            language = "ru" if number % 2 else "en"
            parts.append(f"<p>{number}. {' '.join(chance.choices(WORDS[language], k=55)).capitalize()}.</p>")
        parts.append(f"<p>{page}</p>")
        story = pymupdf.Story("".join(parts), user_css=CSS)
        device = writer.begin_page(A4)
        story.place(pymupdf.Rect(60, 50, 535, 810))
        story.draw(device)
        writer.end_page()
    writer.close()
    return out.getvalue()


def table_pages(pages: int) -> bytes:
    """About so many pages of a table in two languages with lines around its cells."""
    chance = random.Random(11)  # noqa: S311 - the same text at every run, not a secret
    rows = [
        (f"{number}.", *(" ".join(chance.choices(WORDS[language], k=18)) for language in ("ru", "en")))
        for number in range(1, ROWS * pages)
    ]
    return in_table(rows, (0.1, 0.45, 0.45), ruled=True)


def median(measured: Callable[[bytes], float], data: bytes, rounds: int = 3) -> float:
    return statistics.median(measured(data) for _ in range(rounds))


def bare(data: bytes) -> float:
    """Seconds that PyMuPDF takes for the text alone."""
    began = time.perf_counter()
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for page in document:
            page.get_text()
    return time.perf_counter() - began


def read(data: bytes) -> float:
    """Seconds from handing the file to a worker that is ready to having its blocks."""
    parser = Parser(seconds=120, spare=1)
    parser.warm()
    time.sleep(READY)
    try:
        began = time.perf_counter()
        parser.parse(Path("paper.pdf"), data)
        return time.perf_counter() - began
    finally:
        parser.close()


def busy(data: bytes) -> float:
    """Seconds of processor time that reading takes, which a busy machine does not stretch."""
    began = time.process_time()
    read_pdf(data)
    return time.process_time() - began


def memory(path: Path) -> float:
    """The most memory, in MB, that the worker held while it read the file."""
    shown = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.reading", MEMORY, path],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return float(shown.stdout)


def say(name: str, figure: str, remark: str) -> None:
    sys.stdout.write(f"{name:<46}{figure:>12}  {remark}\n")
    sys.stdout.flush()


def measure_reading() -> None:
    """Print the figures."""
    for name, data, least in (
        ("pages of text", text_pages(PAGES), 60),
        ("pages of tables", table_pages(PAGES // 4), 10),
    ):
        with pymupdf.open(stream=data, filetype="pdf") as document:
            count = document.page_count
        took, alone = median(read, data), median(bare, data)
        ratio = f"{took / alone:.1f} times as long as PyMuPDF takes for the text alone"
        say(f"{name}, read", f"{count / took:.0f} a s", f"at least {least}; {ratio}")
        say(f"{name}, processor time", f"{count / median(busy, data):.0f} a s", "in this process")
    short = median(read, text_pages(SHORT))
    say(f"{SHORT} pages of text, from request to answer", f"{short * 1000:.0f} ms", "at most 1000")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.pdf")
        path.write_bytes(text_pages(LONG))
        say(f"{LONG} pages of text, memory of the worker", f"{memory(path):.0f} MB", "under 300")


def main() -> int:
    if MEMORY in sys.argv:
        path = Path(sys.argv[-1])
        Parser(seconds=120).parse(path, path.read_bytes())
        sys.stdout.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))
        return 0
    measure_reading()
    return 0


if __name__ == "__main__":
    sys.exit(main())
