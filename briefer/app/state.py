"""How the window was left: open and closed tabs, and the place in each document.

Kept in one small private file beside the settings. It is worth something but not much: what of
it cannot be understood counts for nothing, and what cannot be written is forgotten.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TypeVar, cast

from briefer.app.encodings import NAMES, same_encoding
from briefer.app.model import Choices, OpenDocument
from briefer.app.wishes import Wish, Wishes
from briefer.core.layout import Layout, Reading
from briefer.core.values import dataclass
from briefer.formats.writers.private_file import write_private

MOST_TABS = 50
MOST_CLOSED = 20
MOST_PLACES = 500
MOST_BYTES = 2_000_000

log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """By what a document is found again: its id in the library, or else its files.

    `key` is made of the bytes it was read from, so that its place is found again wherever the
    file lies. `title` is what its tab is called until it is read. `choices` are what was chosen for
    reading the files, one each, passwords left out; none where nothing was, or where it is saved.
    """

    id: str | None = None
    files: tuple[str, ...] = ()
    key: str = ""
    title: str = ""
    choices: tuple[Choices, ...] = ()

    @classmethod
    def of(cls, opened: OpenDocument, language: str = "en") -> Kept:
        document = opened.document
        hashes = "+".join(sorted(source.sha256 for source in document.sources))
        return cls(
            id=opened.id,
            files=tuple(source.path for source in document.sources),
            key=hashlib.sha256(hashes.encode("ascii", "replace")).hexdigest() if hashes else "",
            title=document.masthead.symbol or document.title(language),
        )

    def reading(self, document: OpenDocument, language: str = "en") -> Kept:
        """The same for a later state of the document; what was chosen for its files still holds."""
        later = Kept.of(document, language)
        stays = later.id is None and later.key == self.key
        return replace(later, choices=self.choices if stays else ())

    @property
    def wishes(self) -> Wishes:
        """The files as they are to be read."""
        choices = self.choices if len(self.choices) == len(self.files) else (Choices(),) * len(self.files)
        return tuple(Wish(Path(file), choice) for file, choice in zip(self.files, choices, strict=True))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document: paragraph `index` of a language is the current one, if any is.

    `top` is the paragraph of it at the upper edge of what is seen, `pixels` how far below; None
    where the document stands at its beginning.
    """

    language: str
    index: int | None = None
    top: int | None = None
    pixels: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """`active` counts tabs from 0; `places` are by `Kept.key`, the one left last at the end."""

    tabs: tuple[Kept, ...] = ()
    active: int = 0
    closed: tuple[Kept, ...] = ()
    places: Mapping[str, Spot] = field(default_factory=dict)

    def with_place(self, key: str, spot: Spot) -> State:
        """The same with a document's place noted; the oldest are dropped."""
        if not key:
            return self
        places = {each: held for each, held in self.places.items() if each != key} | {key: spot}
        return replace(self, places=dict(list(places.items())[-MOST_PLACES:]))


def state_file(settings: Path, library: Path) -> Path:
    """Where the state is kept for a library: among the settings, by the library's place."""
    place = hashlib.sha256(str(library.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    return settings / f"session-{place[:16]}.json"


class StateFile:
    """Reads and writes a `State` in the file at `path`, which need not exist."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> State:
        """The state as it was left; of a file that is damaged, what can be understood."""
        try:
            if self._path.stat().st_size > MOST_BYTES:
                return State()
            value = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return State()
        except (OSError, ValueError, RecursionError):
            log.warning("the state of the last session cannot be read")
            return State()
        return _state(value) if isinstance(value, dict) else State()

    def write(self, state: State) -> None:
        value = {
            "schema": 1,
            "tabs": [_written(kept) for kept in state.tabs[:MOST_TABS]],
            "active": state.active,
            "closed": [_written(kept) for kept in state.closed[:MOST_CLOSED]],
            "places": {
                key: [spot.language, spot.index, spot.top, spot.pixels] for key, spot in state.places.items()
            },
        }
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # ASCII: a path may hold what UTF-8 cannot.
            write_private(self._path, json.dumps(value, indent=1).encode("ascii"))
        except OSError as error:
            log.warning("the state of the session cannot be written: %s", error.strerror)


def _written(kept: Kept) -> dict[str, object]:
    value: dict[str, object] = {
        "id": kept.id,
        "files": list(kept.files),
        "key": kept.key,
        "title": kept.title,
    }
    if any(choices != Choices() for choices in kept.choices):
        value["choices"] = [
            {
                "encoding": choices.encoding,
                "ocr": choices.ocr,
                "layout": choices.reading.layout.value,
                "languages": list(choices.reading.languages),
            }
            for choices in kept.choices
        ]
    return value


def _state(value: Mapping[str, object]) -> State:
    tabs = _several(value.get("tabs"), _kept, MOST_TABS)
    active = value.get("active")
    at_hand = active if isinstance(active, int) and 0 <= active < len(tabs) else 0
    placed = value.get("places")
    places = {}
    for key, held in list(placed.items())[-MOST_PLACES:] if isinstance(placed, dict) else ():
        if (spot := _spot(held)) is not None and len(key) <= 100:
            places[key] = spot
    return State(
        tabs,
        at_hand,
        _several(value.get("closed"), _kept, MOST_CLOSED),
        places,
    )


def _several(value: object, read: Callable[[object], T | None], most: int) -> tuple[T, ...]:
    found = [read(each) for each in value[:most]] if isinstance(value, list) else []
    return tuple(each for each in found if each is not None)


def _kept(value: object) -> Kept | None:
    if not isinstance(value, dict):
        return None
    identity, files = value.get("id"), value.get("files")
    key, title = value.get("key"), value.get("title")
    if not (identity is None or _line(identity)) or not (_line(key) and _line(title)):
        return None
    if not isinstance(files, list) or len(files) > 2 or not all(_line(each) for each in files):
        return None
    if identity is None and not files:
        return None
    choices = _several(value.get("choices"), _choices, 2)
    return Kept(identity, tuple(files), cast("str", key), cast("str", title), choices)


def _choices(value: object) -> Choices | None:
    if not isinstance(value, dict):
        return None
    encoding, ocr, languages = value.get("encoding"), value.get("ocr"), value.get("languages")
    known = encoding is None or (isinstance(encoding, str) and same_encoding(encoding) in NAMES)
    listed = isinstance(languages, list) and len(languages) <= 2 and all(_line(each) for each in languages)
    if not (known and listed and isinstance(ocr, bool)):
        return None
    try:
        layout = Layout(str(value.get("layout")))
    except ValueError:
        return None
    return Choices(encoding, None, ocr, Reading(layout, tuple(cast("list[str]", languages))))


def _spot(value: object) -> Spot | None:
    if not isinstance(value, list) or len(value) != 4:
        return None
    language, index, top, pixels = value
    whole = isinstance(pixels, int) and not isinstance(pixels, bool) and abs(pixels) < 1_000_000
    if not (_line(language) and all(each is None or _counts(each) for each in (index, top)) and whole):
        return None
    return Spot(language, index, top, pixels)


def _line(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 5_000


def _counts(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10_000_000
