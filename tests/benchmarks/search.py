"""How quick search over a large library is, beside SQLite's FTS5 over the same stems in the same run.

python -m tests.benchmarks.search [--paragraphs 50000] [--rounds 3] [--keep FOLDER]

A query is answered with its first twenty documents, three passages of each with what stands opposite,
marks, counts and facets. FTS5 has a row a paragraph; it gives the first twenty rows by rank, their texts,
and a count. Then the concordance is measured, and adding a document.
Milliseconds of processor time and, in brackets, by the clock; `first` is the median of queries that were
not asked before. Garbage is collected between the queries, as in the window (`briefer.gui.collecting`).
"""

from __future__ import annotations

import argparse
import gc
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefer.app.concording import Concordancer, TermWish
from briefer.app.knowledge import known_languages
from briefer.app.library import Library
from briefer.app.searching import Searcher
from briefer.app.task import Progress
from tests.benchmarks.search_library import documents, fill

KINDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    # of each query, what FTS5 is asked in its place, in stems by {…}
    "common term": (
        ("государство", "{государство}"),
        ("development", "{development}"),
        ("международный", "{международный}"),
        ("nations", "{nations}"),
        ("право", "{право}"),
    ),
    "two terms": (
        ("государство право", "{государство} {право}"),
        ("international development", "{international} {development}"),
        ("безопасность совет", "{безопасность} {совет}"),
        ("report committee", "{report} {committee}"),
    ),
    "phrase": (
        ('"права человека"', '"{права} {человека}"'),
        ('"Организации Объединенных Наций"', '"{Организации} {Объединенных} {Наций}"'),
        ('"sustainable development"', '"{sustainable} {development}"'),
        ('"of the united nations"', '"{of} {the} {united} {nations}"'),
        ('"in the"', '"{in} {the}"'),
    ),
    "NOT": (
        ("государство NOT право", "{государство} NOT {право}"),
        ("development NOT sustainable", "{development} NOT {sustainable}"),
        ("report -committee", "{report} NOT {committee}"),
    ),
    "prefix": (
        ("develop*", "develop*"),
        ("госуд*", "госуд*"),
        ("inter*", "inter*"),
        ("со*", "со*"),
    ),
    "fuzzy": (("developmnt~", ""), ("госудрство~", ""), ("comittee~2", "")),
    "filter": (
        ("lang:en rights", "{rights}"),
        ("year:2010..2015 development", "{development}"),
        ("organ:narcotic kind:operative право", "{право}"),
    ),
    "NEAR": (
        ("права NEAR/5 защита", "NEAR({права} {защита}, 4)"),
        ("report NEAR/3 committee", "NEAR({report} {committee}, 2)"),
    ),
}


CONCORDANCES = ("development", "права человека", "наркотик")
ADDED = 300  # paragraphs of a document that is saved and indexed


class Times(NamedTuple):
    """Milliseconds: of the processor and by the clock, and of the processor when asked for the first time."""

    processor: list[float]
    clock: list[float]
    first: list[float]

    def at(self, share: float) -> str:
        return f"{_quantile(self.processor, share):6.1f} ({_quantile(self.clock, share):6.1f})"


def measured(rounds: int, questions: Sequence[Callable[[], object]]) -> Times:
    times = Times([], [], [])
    for number in range(rounds + 1):
        for ask in questions:
            gc.collect()
            gc.disable()
            clock, processor = time.perf_counter(), time.process_time()
            ask()
            spent, took = (time.process_time() - processor) * 1000, (time.perf_counter() - clock) * 1000
            if number:
                times.clock.append(took)
                times.processor.append(spent)
            else:  # nothing of it is known yet, nor in the disk's cache
                times.first.append(spent)
            gc.enable()
    return times


def measure_search(paragraphs: int, rounds: int, keep: Path | None = None) -> None:
    with _folder(keep) as folder:
        library = _library(folder / "library", paragraphs)
        _say_building(library, paragraphs)
        searcher = Searcher(library)
        with closing(_rows(folder / "rows.sqlite", library)) as peer:
            _say(
                f"{'milliseconds':<14}{'p50':>16}{'p95':>16}{'first':>8}   "
                f"{'FTS5 p50':>16}{'p95':>16}   ratio at p50"
            )
            for kind, queries in KINDS.items():
                ours = measured(rounds, [partial(searcher.find, query) for query, _ in queries])
                stems = [_in_stems(query, library) for _, query in queries if query]
                theirs = measured(rounds, [partial(_ask, peer, query) for query in stems])
                _say(_line(kind, ours, theirs if theirs.clock else None))
        _say_concordances(library, rounds)
        _say_adding(library, searcher)
        library.close()


def _library(folder: Path, paragraphs: int) -> Library:
    if folder.exists():
        return Library(folder)
    clock, processor = time.perf_counter(), time.process_time()
    library = fill(folder, paragraphs)
    spent = time.process_time() - processor
    took = time.perf_counter() - clock
    _say(f"{paragraphs} paragraphs stemmed and saved: {spent:.1f} s ({took:.1f} s by the clock)")
    return library


def _say_building(library: Library, paragraphs: int) -> None:
    clock, processor = time.perf_counter(), time.process_time()
    with library.store.search.view() as view:
        view.rebuild()
    spent = time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = time.perf_counter() - clock
    speed = f"{paragraphs / spent:.0f} paragraphs a second"
    _say(f"index built: {speed} ({took:.1f} s by the clock), {peak:.0f} MB")
    library.close()
    clock, processor = time.perf_counter(), time.process_time()
    Searcher(library).find("development")
    spent = time.process_time() - processor
    _say(f"opened, with the first query: {spent:.2f} s ({time.perf_counter() - clock:.2f} s by the clock)")


def _say_adding(library: Library, searcher: Searcher) -> None:
    more = next(documents(ADDED, ADDED // 2))
    clock, processor = time.perf_counter(), time.process_time()
    library.store.save(more, uuid.uuid4().hex)
    saved = time.process_time() - processor
    searcher.refresh(Progress())
    spent = time.process_time() - processor
    took = time.perf_counter() - clock
    what = f"a document of {ADDED} paragraphs saved: {saved:.2f} s, saved and indexed: {spent:.2f} s"
    _say(f"{what} ({took:.2f} s by the clock)")


def _say_concordances(library: Library, rounds: int) -> None:
    """Of words over the library, with what faces them and the terms that answer, and of one document."""
    languages = known_languages()
    concordancer = Concordancer(library, lambda: languages)
    document_id = next(iter(library.summaries())).id
    _say(f"{'concordance':<30}{'first':>10}{'lines p50':>18}{'p50':>18}")
    for term in CONCORDANCES:
        for where, only in (("library", None), ("document", document_id)):
            wish = TermWish(term, only)
            processor = time.process_time()
            found = concordancer.concordance(wish)
            first = (time.process_time() - processor) * 1000
            begun = measured(rounds, [partial(concordancer.begun, wish, Progress())])
            again = measured(rounds, [partial(concordancer.concordance, wish)])
            lines = f"{len(found.lines)} of {found.total} lines"
            _say(f"{f'{term}, {where}':<30}{first:8.0f} ms{begun.at(0.5):>18}{again.at(0.5):>18}   {lines}")


def _rows(path: Path, library: Library) -> sqlite3.Connection:
    there = path.exists()
    connection = sqlite3.connect(path)
    if not there:
        connection.execute(
            "CREATE VIRTUAL TABLE rows USING fts5(stems, content='', tokenize=\"unicode61 tokenchars '/.'\")"
        )
        connection.execute("CREATE TABLE texts (number INTEGER PRIMARY KEY, text TEXT)")
        with closing(sqlite3.connect(library.folder / "library.sqlite")) as source:
            listed = source.execute("SELECT rowid, stems, text FROM paragraphs")
            for number, stems, text in listed:
                connection.execute("INSERT INTO rows (rowid, stems) VALUES (?, ?)", (number, stems))
                connection.execute("INSERT INTO texts VALUES (?, ?)", (number, text))
        connection.commit()
    return connection


def _ask(peer: sqlite3.Connection, query: str) -> None:
    found = peer.execute(
        "SELECT rowid FROM rows WHERE rows MATCH ? ORDER BY rank LIMIT 20", (query,)
    ).fetchall()
    peer.execute("SELECT count(*) FROM rows WHERE rows MATCH ?", (query,)).fetchone()
    for (number,) in found:
        peer.execute("SELECT text FROM texts WHERE number = ?", (number,)).fetchone()


def _in_stems(query: str, library: Library) -> str:
    parts = query.split("{")
    stemmed = [library.store.forms.stem(part.split("}")[0]) + part.split("}")[1] for part in parts[1:]]
    return parts[0] + "".join(stemmed)


def _line(kind: str, ours: Times, theirs: Times | None) -> str:
    line = f"{kind:<14}{ours.at(0.5):>16}{ours.at(0.95):>16}{statistics.median(ours.first):8.1f}"
    if theirs is None:
        return f"{line}   {'–':>16}"
    ratio = statistics.median(ours.processor) / statistics.median(theirs.processor)
    return f"{line}   {theirs.at(0.5):>16}{theirs.at(0.95):>16}   {ratio:.1f}"


def _quantile(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure search over a large library.")
    parser.add_argument("--paragraphs", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="a folder for the library, used again when it is there")
    options = parser.parse_args()
    measure_search(options.paragraphs, options.rounds, options.keep)
    return 0


if __name__ == "__main__":
    sys.exit(main())
