"""A program that changes a library and is killed at a random moment, again and again.

Every change that was acknowledged must be there afterwards, and a check must find nothing wrong
after at most building the index again. `tests/benchmarks/killing.py` kills two hundred times,
`tests/e2e/test_killed.py` a few.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefer.app.correcting import Corrector
from briefer.app.importing import Importer
from briefer.app.lemmas import library_forms
from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.app.searching import Searcher
from briefer.app.upkeep import Upkeep
from briefer.core.corrections import Correction, Operation
from briefer.core.details import details_of
from briefer.core.wordforms import WordForms
from briefer.formats.parser import Parser
from briefer.store.backups import described, verify
from briefer.store.digests import beads_digest
from briefer.store.library import LibraryStore
from tests.factories import plain_document, sample_annotation, sample_target

DEEDS = ("save", "import", "annotate", "correct", "describe", "backup", "search")
_WEIGHTS = (4, 2, 6, 3, 2, 1, 2)
_TEXTS = {
    "ru": ["Комиссия отмечает рост оборота.", "Просит государства принять меры.", "Решает остаться."],
    "en": ["The Commission notes the growth.", "Requests States to act.", "Decides to remain seized."],
}


@dataclass
class Tally:
    """What two hundred deaths have shown."""

    kills: Counter[str] = field(default_factory=Counter)
    acknowledged: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    unwell: list[str] = field(default_factory=list)
    renewed: int = 0


@dataclass
class Promised:
    """What was acknowledged of one library, and what was under way when the program died."""

    documents: set[str] = field(default_factory=set)
    annotations: dict[str, str] = field(default_factory=dict)
    beads: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, int] = field(default_factory=dict)
    backups: set[str] = field(default_factory=set)
    words: dict[str, str] = field(default_factory=dict)
    under_way: dict[str, str] = field(default_factory=dict)


class Victim:
    """Does one thing after another to a library, and tells before and after each."""

    def __init__(self, folder: Path, seed: int, pipe: int, forms: WordForms) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - the same deeds at every run, not a secret
        self._library = _opened(folder, forms)
        self._reader = LocalReader(Parser())
        self._opener = Opener(self._reader, self._library)
        self._importer = Importer(self._opener, self._library)
        self._folder = folder
        self._pipe = pipe
        self._number = 0
        self._seed = seed

    def go_on(self) -> None:
        """Until killed."""
        self._save("")
        while True:
            self._number += 1
            deed = self._chance.choices(DEEDS, _WEIGHTS)[0]
            known = [each.id for each in self._library.summaries()]
            if not known:
                deed = "save"
            document_id = self._chance.choice(known) if known else ""
            self._tell("begin", deed, document_id)
            getattr(self, f"_{deed}")(document_id)

    def _tell(self, *words: str) -> None:
        os.write(self._pipe, (json.dumps(words) + "\n").encode())

    def _word(self) -> str:
        """A word that stands in one document only."""
        letters = "bcdfghjklmnpqrstvwxz"
        number, word = self._seed * 1000 + self._number, ""
        while number:
            number, rest = divmod(number, len(letters))
            word += letters[rest] + "a"
        return f"qu{word}"

    def _save(self, _id: str) -> None:
        word = self._word()
        texts: dict[str, Sequence[str]] = {
            language: [*lines, f"{word}."] for language, lines in _TEXTS.items()
        }
        saved = self._library.save(OpenDocument(plain_document(texts, f"{word}.txt")))
        self._tell("save", saved.id or "", word)

    def _import(self, _id: str) -> None:
        word = self._word()
        path = self._folder / f"{word}.txt"
        path.write_text("\n\n".join([*_TEXTS["ru"], *_TEXTS["en"], f"The word is {word}."]), encoding="utf-8")
        (done,) = self._importer.import_paths([path])
        if done.id is not None:
            self._tell("save", done.id, word)

    def _annotate(self, document_id: str) -> None:
        document = self._library.load(document_id).document
        name = f"{self._seed}-{self._number}"
        language = document.languages[0]
        target = sample_target(document, language, index=0)
        note = sample_annotation(document, document_id, annotation_id=name, targets=[target], note=name)
        self._library.add_annotation(note)
        self._tell("annotate", name, name)

    def _correct(self, document_id: str) -> None:
        opened = self._library.load(document_id)
        bitext = opened.document.bitext
        if bitext is None:
            return
        corrector = Corrector(self._library, self._reader)
        pair = next((bead for bead in bitext.beads if bead.matched), None)
        if pair is None or self._chance.random() < 0.3:
            after = corrector.undo(opened) or opened
        else:
            after = corrector.correct(opened, Correction(Operation.UNLINK, pair.left, pair.right))
        self._tell("correct", document_id, str(beads_digest(after.document.bitext)))

    def _describe(self, document_id: str) -> None:
        document = self._library.load(document_id).document
        number = int(document.masthead.session or 0) + 1
        self._library.describe(document_id, replace(details_of(document), session=str(number)))
        self._tell("describe", document_id, str(number))

    def _backup(self, _id: str) -> None:
        self._tell("backup", str(Upkeep(self._library).back_up()), "")

    def _search(self, _id: str) -> None:
        Searcher(self._library).search("commission")
        self._tell("search", "", "")


def torture(folder: Path, kills: int, seed: int, longest: float, fresh_after: int = 25) -> Tally:
    """Kill a victim so many times, each within `longest` seconds, and look what is left each time."""
    chance = random.Random(seed)  # noqa: S311 - as above
    tally, promised = Tally(), Promised()
    forms = library_forms()
    for word in ("слово", "word"):
        forms.stem(word)  # loads the dictionaries once for all
    for number in range(kills):
        place = folder / f"library-{number // fresh_after}"
        if number % fresh_after == 0:
            place.mkdir(parents=True)
            promised = Promised()
        lines = _killed(place, seed * 100_000 + number, chance.uniform(0.0, longest), forms)
        _take(promised, lines, tally)
        _look(place, promised, tally, number, forms)
    return tally


def _killed(folder: Path, seed: int, seconds: float, forms: WordForms) -> list[list[str]]:
    """Run a victim for so long after its first deed is done; what it told before it died."""
    reading, writing = os.pipe()
    victim = os.fork()
    if victim == 0:
        os.close(reading)
        os.setpgid(0, 0)
        try:
            Victim(folder, seed, writing, forms).go_on()
        finally:
            os._exit(1)
    os.close(writing)
    select.select([reading], [], [], 60)
    time.sleep(seconds)  # the moment of death is what is tried here
    os.kill(victim, signal.SIGKILL)
    _pid, status = os.waitpid(victim, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the victim ended by itself")
    with os.fdopen(reading, "rb") as told:
        whole = told.read().decode().splitlines(keepends=True)
    return [json.loads(line) for line in whole if line.endswith("\n")]


def _take(promised: Promised, lines: list[list[str]], tally: Tally) -> None:
    promised.under_way = {}
    deed = "start"
    for kind, first, second in lines:
        if kind == "begin":
            deed, promised.under_way = first, {first: second}
            continue
        tally.acknowledged[deed] += 1
        promised.under_way, deed = {}, "between"
        if kind == "save":
            promised.documents.add(first)
            promised.words[first] = second
        elif kind == "annotate":
            promised.annotations[first] = second
        elif kind == "correct":
            promised.beads[first] = second
        elif kind == "describe":
            promised.sessions[first] = int(second)
        elif kind == "backup":
            promised.backups.add(first)
    tally.kills[deed] += 1


def _look(folder: Path, promised: Promised, tally: Tally, number: int, forms: WordForms) -> None:
    library = _opened(folder, forms)
    try:
        report = Upkeep(library).check()
        tally.unwell += [f"{number}: {finding.code} {dict(finding.params)}" for finding in report.findings]
        tally.renewed += any(remark.code == "index-renewed" for remark in report.remarks)
        tally.lost += [f"{number}: {each}" for each in _lost(library, promised)]
    finally:
        library.close()


def _opened(folder: Path, forms: WordForms) -> Library:
    """The library with dictionaries that are loaded already."""
    library = Library(folder / "library")
    library._opened = LibraryStore(library.folder, library.busy_seconds, forms=forms)
    return library


def _lost(library: Library, promised: Promised) -> list[str]:
    lost = [f"document {each}" for each in promised.documents - {s.id for s in library.summaries()}]
    notes = {annotation.id: annotation.note for annotation in library.annotations()}
    lost += [f"annotation {name}" for name, note in promised.annotations.items() if notes.get(name) != note]
    for document_id, digest in promised.beads.items():
        found = str(beads_digest(library.bitext(document_id)))
        if found != digest and promised.under_way.get("correct") != document_id:
            lost.append(f"correction of {document_id}")
    for document_id, session in promised.sessions.items():
        if int(library.load(document_id).document.masthead.session or 0) < session:
            lost.append(f"description of {document_id}")
    kept = {str(backup.path) for backup in Upkeep(library).backups()}
    for path in map(Path, promised.backups & kept):
        backup = described(path)
        if backup is not None:
            verify(backup)
    for document_id, word in list(promised.words.items())[-3:]:
        if document_id not in {each.id for each in Searcher(library).search(word)}:
            lost.append(f"{document_id} in the index")
    return lost
