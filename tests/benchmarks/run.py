"""Measures what a person waits for, and prints a table; `make bench` calls it.

python -m tests.benchmarks.run [--documents N] [--rounds N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.shared_data import DATA

ROOT = Path(__file__).resolve().parents[2]

SAMPLE = ROOT / "resources" / "samples" / "joint-statement.ru-en.txt"
COMMAND = Path(sys.executable).parent / "briefer"
LARGER = ("A_80_590_en.pdf", "OpenChain_2.0_ru.pdf", "OpenChain_2.0_ru.docx", "udhr_rus.html")


def say(name: str, seconds: float, remark: str = "") -> None:
    sys.stdout.write(f"{name:<46}{seconds * 1000:>9.0f} ms  {remark}\n")
    sys.stdout.flush()


def median(rounds: int, measured: Callable[[], float]) -> float:
    measured()  # the disk's cache, and Python's compiled files
    return statistics.median(measured() for _ in range(rounds))


def command(*words: str | Path) -> float:
    began = time.perf_counter()
    subprocess.run([COMMAND, *words], check=True, capture_output=True)
    return time.perf_counter() - began


def painted(*words: str | Path) -> tuple[float, float]:
    """Seconds of the clock, and of the processor in the window's own process, until a window is painted."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # who starts Briefer has its compiled files
    shown = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.painted", str(time.time()), *words],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    clock, processor = shown.stdout.split()
    return float(clock), float(processor)


def measure_starts(rounds: int) -> None:
    say("briefer --version", median(rounds, lambda: command("--version")), "at most 250")
    painted(SAMPLE)
    pairs = [(painted(), painted(SAMPLE)) for _ in range(rounds)]  # by turns: others keep the machine busy
    for number, name in enumerate(("painted", "work of its process")):
        empty, document = (statistics.median(pair[which][number] for pair in pairs) for which in (0, 1))
        say(f"an empty window, {name}", empty)
        ratio = f"{document / empty:.1f} times the empty window, at most 4"
        say(f"the session document, {name}", document, ratio if not number else ratio.split(",")[0])


def measure_stalls() -> None:
    """What the window's loop misses while files open, the process that reads running beside it."""
    documents = DATA / "documents"
    files = [SAMPLE, *(path for name in LARGER if (path := documents / name).exists())]
    subprocess.run([sys.executable, "-m", "tests.benchmarks.stalls", *files], cwd=ROOT, check=True)


def measure_turning(rounds: int) -> None:
    """What a second document and another tab cost in the running window."""
    subprocess.run([sys.executable, "-m", "tests.benchmarks.turning", str(rounds)], cwd=ROOT, check=True)


def measure_column() -> None:
    """What the window's loop misses while a long library is listed."""
    subprocess.run([sys.executable, "-m", "tests.benchmarks.column"], cwd=ROOT, check=True)


def measure_finding() -> None:
    """What the window's loop misses while somebody types into the find bar."""
    subprocess.run([sys.executable, "-m", "tests.benchmarks.finding"], cwd=ROOT, check=True)


def measure_reading() -> None:
    """How fast PDF files are read, in a process of its own: what it makes takes memory."""
    subprocess.run([sys.executable, "-m", "tests.benchmarks.reading"], cwd=ROOT, check=True)


def measure_library(rounds: int, documents: int) -> None:
    from tests.benchmarks.library_of import fill

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = time.perf_counter()
        library = fill(folder, documents)
        took = time.perf_counter() - began
        say(f"{documents} documents opened and saved", took, f"{took / documents * 1000:.0f} ms each")
        options = ("--library", folder / "library")
        say("briefer list", median(rounds, lambda: command("list", *options)), "at most 500")
        library.close()


def measure_word_forms() -> None:
    """How well the forms of a word meet, and how many do that should not."""
    from briefer.app.lemmas import library_forms
    from tests.paradigms import paradigms, score

    forms = library_forms()
    for language in ("ru", "en"):
        found = score(forms.stem, language)
        count = len(paradigms(language))
        share = f"recall {found.recall:.4f}, precision {found.precision:.4f}"
        sys.stdout.write(f"word forms, {language}: {share} of {count} lemmas\n")


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what a person waits for.")
    parser.add_argument("--documents", type=int, default=200, help="how many documents to list")
    parser.add_argument("--rounds", type=int, default=5, help="the median of so many rounds is printed")
    parser.add_argument("--paragraphs", type=int, default=50_000, help="how many paragraphs to search in")
    options = parser.parse_args()
    from tests.benchmarks.alignment import measure_alignment
    from tests.benchmarks.reader import measure_reader
    from tests.benchmarks.search import measure_search
    from tests.benchmarks.sentences import measure_sentences

    measure_starts(options.rounds)
    measure_stalls()
    measure_turning(options.rounds)
    measure_column()
    measure_reader()
    measure_finding()
    measure_reading()
    measure_library(options.rounds, options.documents)
    measure_word_forms()
    measure_search(options.paragraphs, options.rounds)
    measure_alignment(quick=False)
    measure_sentences()
    return 0


if __name__ == "__main__":
    sys.exit(main())
