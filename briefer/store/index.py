"""The search index: which saved documents may answer a query, best first. Nothing else knows Whoosh.

One entry a document: the stems of its title, symbol and organs (`head`) and of all its
paragraphs, without positions. The index is derived: it is brought up to date from the
database before it is asked, and made anew when it is missing or damaged. A seal tells in
which state of the database it was written and what its files were then, because Whoosh
brings nothing to disk by itself, and because its files could run code: an index that was
not written in this very folder is never opened.

Whoosh is only asked for positive words (its NOT fails at times); what a query excludes,
and phrases, are decided on the stored stems.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from whoosh import fields, index
from whoosh.analysis import RegexTokenizer
from whoosh.query import And, Or, Term
from whoosh.query import Query as WhooshQuery
from whoosh.util.filelock import FileLock

from briefer.core.errors import LibraryBusy
from briefer.core.query import All, Not, Query, Some, Words
from briefer.store.files import FILE_MODE, make_folder, private_opener, replacing, sync_file, sync_folder

SEAL = "seal.json"
LAYOUT = 1  # grows when the fields change
_MEMORY = 256  # megabytes; larger batches index faster
_BATCH = 500  # documents
_LONGEST_STEM = 200  # longer ones are no words, and Whoosh has limits


class Contents(Protocol):
    """What is to be searched, in one state of the database."""

    @property
    def generation(self) -> int:
        """Differs between any two states."""
        ...

    def generations(self) -> Mapping[str, int]:
        """By document id; differs between any two states of one document."""
        ...

    def stems(self, document_id: str) -> tuple[str, str]:
        """The strings of stems of head and paragraphs."""
        ...


class SearchIndex:
    """The index in `folder`, used by one thread of one program at a time."""

    def __init__(self, folder: Path, busy_seconds: float) -> None:
        self._folder = folder
        self._lock = folder.with_name(f"{folder.name}.lock")
        self._busy_seconds = busy_seconds

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep all others from the index. Raises LibraryBusy, OSError."""
        make_folder(self._lock.parent)
        with open(self._lock, "ab", opener=private_opener):
            pass
        lock = FileLock(str(self._lock))
        until = time.monotonic() + self._busy_seconds
        while not lock.acquire():
            if time.monotonic() > until:
                raise LibraryBusy(path=str(self._folder))
            time.sleep(0.02)
        try:
            yield
        finally:
            lock.release()

    def ranked(self, query: Query, contents: Contents) -> list[str]:
        """The ids of all documents that may answer `query`, best first; call it `locked`.

        An index that fails is made anew once. Raises OSError and whatever Whoosh raises.
        """
        try:
            self.refresh(contents)
            return self._ask(query, contents)
        except OSError:
            raise
        except Exception:  # noqa: BLE001, S110 - damage shows itself in any way there is
            pass  # and only after this are the damaged files let go
        shutil.rmtree(self._folder, ignore_errors=True)
        self.refresh(contents)
        return self._ask(query, contents)

    def _ask(self, query: Query, contents: Contents) -> list[str]:
        question = _positive(query)
        if question is None:
            return list(contents.generations())
        opened = index.open_dir(str(self._folder), schema=_schema())
        with opened.searcher() as searcher:
            return [found["id"] for found in searcher.search(question, limit=None)]

    def refresh(self, contents: Contents) -> None:
        """Bring the index up to date; call it `locked`. Raises as `ranked` does."""
        seal = self._read_seal()
        if seal != self._sealed(contents.generation if seal is None else seal.get("generation")):
            shutil.rmtree(self._folder, ignore_errors=True)
            make_folder(self._folder)
            index.create_in(str(self._folder), _schema()).close()
        elif seal is not None and seal["generation"] == contents.generation:
            return
        (self._folder / SEAL).unlink(missing_ok=True)
        self._write_changes(contents)
        self._write_seal(contents.generation)

    def indexed(self) -> dict[str, int]:
        """By document id, the generation in the index; call it `locked`. Raises as `ranked` does."""
        seal = self._read_seal()
        if seal is None or seal != self._sealed(seal.get("generation")):
            return {}
        opened = index.open_dir(str(self._folder), schema=_schema())
        with opened.searcher() as searcher:
            return {entry["id"]: entry["generation"] for entry in searcher.reader().all_stored_fields()}

    def clear(self) -> None:
        """Delete the index; call it `locked`."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _write_changes(self, contents: Contents) -> None:
        opened = index.open_dir(str(self._folder), schema=_schema())
        with opened.searcher() as searcher:
            indexed = {entry["id"]: entry["generation"] for entry in searcher.reader().all_stored_fields()}
        wanted = contents.generations()
        gone = [document_id for document_id in indexed if document_id not in wanted]
        changed = [document_id for document_id in wanted if indexed.get(document_id) != wanted[document_id]]
        for first in range(0, max(len(changed), 1), _BATCH):
            writer = opened.writer(timeout=self._busy_seconds, limitmb=_MEMORY)
            try:
                for document_id in gone:
                    writer.delete_by_term("id", document_id)
                for document_id in changed[first : first + _BATCH]:
                    head, stems = contents.stems(document_id)
                    writer.update_document(
                        id=document_id,
                        generation=wanted[document_id],
                        head=_indexable(head),
                        stems=_indexable(stems),
                    )
            except BaseException:
                writer.cancel()
                raise
            writer.commit()
            gone = []

    def _read_seal(self) -> dict[str, object] | None:
        try:
            seal = json.loads((self._folder / SEAL).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return seal if isinstance(seal, dict) else None

    def _write_seal(self, generation: int) -> None:
        for path in self._files():
            path.chmod(FILE_MODE)
            sync_file(path)
        sync_folder(self._folder)
        with replacing(self._folder / SEAL) as stream:
            stream.write(json.dumps(self._sealed(generation)).encode())

    def _sealed(self, generation: object) -> dict[str, object]:
        """What the seal says of the index as it is now, if it was written at `generation`."""
        return {
            "layout": LAYOUT,
            "generation": generation,
            "folder": self._folder.stat().st_ino if self._folder.is_dir() else None,
            "files": {path.name: [path.stat().st_size, path.stat().st_mtime_ns] for path in self._files()},
        }

    def _files(self) -> list[Path]:
        if not self._folder.is_dir():
            return []
        written = (path for path in self._folder.iterdir() if path.is_file() and path.name != SEAL)
        return sorted(path for path in written if not path.name.startswith(".") and path.suffix)


def _schema() -> fields.Schema:
    words = RegexTokenizer(r"[^ ]+")
    return fields.Schema(
        id=fields.ID(stored=True, unique=True),
        generation=fields.STORED(),
        head=fields.TEXT(analyzer=words, phrase=False, field_boost=3.0),
        stems=fields.TEXT(analyzer=words, phrase=False),
    )


def _indexable(stems: str) -> str:
    return " ".join(stem for stem in stems.split(" ") if len(stem) <= _LONGEST_STEM)


def _positive(query: Query) -> WhooshQuery | None:
    """What every answer to `query` must hold, None if that is nothing in particular."""
    match query:
        case Words(stems):
            words = [stem for stem in stems if len(stem) <= _LONGEST_STEM]
            return _all([Or([Term("head", word), Term("stems", word)]) for word in words])
        case Not():
            return None
        case All(parts):
            return _all([part for part in map(_positive, parts) if part is not None])
        case Some(parts):
            alternatives = [_positive(part) for part in parts]
            known = [alternative for alternative in alternatives if alternative is not None]
            return Or(known) if len(known) == len(alternatives) else None


def _all(parts: list[WhooshQuery]) -> WhooshQuery | None:
    return And(parts) if len(parts) > 1 else next(iter(parts), None)
