"""What the reader may set: declared fields, kept in one small file.

A field says its key, its default, what it accepts, and how it is called; the file keeps only
what differs. Where the library lies is decided here too.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

import platformdirs

from briefer.app.fields import Bounds, Choice, Field, Group, Line
from briefer.app.notices import Notifier
from briefer.app.texts import LANGUAGES, Texts
from briefer.core.values import dataclass

T = TypeVar("T")

APPLICATION = "briefer"
FILE = "settings.json"
OWN_NAMES = {"en": "English", "ru": "Русский"}
THEMES = ("light", "dark", "sepia", "contrast")
# "" is the best serif that the system has, "sans" the best without serifs.
SANS = "sans"
SANS_FACES = (SANS, "PT Sans", "Noto Sans", "DejaVu Sans", "Verdana", "Arial")
FACES = (
    *("", "PT Serif", "Noto Serif", "Source Serif 4", "Charis SIL", "DejaVu Serif", "Georgia"),
    *("Times New Roman", *SANS_FACES),
)
LAYOUTS = ("level", "flow", "left", "right")
RECENT_FILES = 12
MOST_SHORTCUTS = 500

log = logging.getLogger(__name__)


def _path_lists(value: object) -> bool:
    if not isinstance(value, list):
        return False
    return all(
        isinstance(paths, list) and 0 < len(paths) <= 2 and all(isinstance(path, str) for path in paths)
        for paths in value
    )


def _shortcuts(value: object) -> bool:
    if not isinstance(value, dict) or len(value) > MOST_SHORTCUTS:
        return False
    return all(
        isinstance(action, str)
        and isinstance(held, list)
        and all(isinstance(keys, str) and len(keys) <= 100 for keys in held)
        for action, held in value.items()
    )


def _theme_words(theme: str, texts: Texts) -> str:
    known = {
        "light": texts.gettext("Light"),
        "dark": texts.gettext("Dark"),
        "sepia": texts.gettext("Sepia"),
        "contrast": texts.gettext("High contrast"),
    }
    return known.get(theme, theme)


def _face_words(face: str, texts: Texts) -> str:
    known = {"": texts.gettext("With serifs"), SANS: texts.gettext("Without serifs")}
    return known.get(face, face)


def _motion_words(motion: str, texts: Texts) -> str:
    known = {
        "system": texts.gettext("As the system says"),
        "less": texts.gettext("As little as can be"),
        "full": texts.gettext("As usual"),
    }
    return known[motion]


def _layout_words(layout: str, texts: Texts) -> str:
    known = {
        "level": texts.gettext("Pairs at the same height"),
        "flow": texts.gettext("Each text flowing by itself"),
        "left": texts.gettext("The left text alone"),
        "right": texts.gettext("The right text alone"),
    }
    return known[layout]


def _layouts(value: object) -> bool:
    """Whether a value says of documents, by their keys, in which layout they are and whether swapped."""
    return isinstance(value, dict) and all(
        isinstance(own, list) and len(own) == 2 and own[0] in LAYOUTS and isinstance(own[1], bool)
        for own in value.values()
    )


LANGUAGE = Field(
    "language",
    "",
    lambda texts: texts.gettext("Language"),
    lambda texts: texts.gettext("The language of menus and messages; left open, the system’s."),
    Choice(("", *LANGUAGES), lambda code, texts: OWN_NAMES.get(code) or texts.gettext("The system’s")),
    Group.WINDOW,
)
THEME = Field(
    "theme",
    "light",
    lambda texts: texts.gettext("Theme"),
    lambda texts: texts.gettext("The colours of the window."),
    Choice(THEMES, _theme_words),
    Group.WINDOW,
)
FONT_FAMILY = Field(
    "font_family",
    "",
    lambda texts: texts.gettext("Font"),
    lambda texts: texts.gettext("The font of documents; one that is not there gives way to one like it."),
    Choice(FACES, _face_words),
)
FONT_SIZE = Field(
    "font_size",
    12,
    lambda texts: texts.gettext("Text size"),
    lambda texts: texts.gettext("The size of document text, in points."),
    Bounds(7, 36),
)
LINE_SPACING = Field(
    "line_spacing",
    1.15,
    lambda texts: texts.gettext("Line spacing"),
    lambda texts: texts.gettext("The height of a line of document text, in line heights of the font."),
    Bounds(1.0, 2.5),
)
LAYOUT = Field(
    "layout",
    "level",
    lambda texts: texts.gettext("Layout"),
    lambda texts: texts.gettext("How the two languages stand, where nothing else was chosen for a document."),
    Choice(LAYOUTS, _layout_words),
)
SWAPPED = Field(
    "sides_swapped",
    default=False,
    title=lambda texts: texts.gettext("Sides swapped"),
    help=lambda texts: texts.gettext("Whether English stands on the left and Russian on the right."),
    accepts=lambda value: isinstance(value, bool),
)
DOCUMENT_LAYOUTS: Field[dict[str, list[str | bool]]] = Field(
    "document_layouts",
    {},
    lambda texts: texts.gettext("Layouts of documents"),
    lambda texts: texts.gettext("How the languages stand in documents for which that was chosen."),
    _layouts,
    Group.KEPT,
)
AUTHOR = Field(
    "author",
    "",
    lambda texts: texts.gettext("Author"),
    lambda texts: texts.gettext("The name that stands on your notes and briefing notes."),
    Line(200),
    Group.WRITING,
)
RECENT: Field[list[list[str]]] = Field(
    "recent_files",
    [],
    lambda texts: texts.gettext("Recent files"),
    lambda texts: texts.gettext("The files opened last, newest first."),
    _path_lists,
    Group.KEPT,
)
GEOMETRY = Field(
    "window_geometry",
    "",
    lambda texts: texts.gettext("Window"),
    lambda texts: texts.gettext("Where the window was last."),
    Line(10_000),
    Group.KEPT,
)
COLUMNS = Field(
    "window_columns",
    "",
    lambda texts: texts.gettext("Columns"),
    lambda texts: texts.gettext("How wide the columns of the window were last."),
    Line(10_000),
    Group.KEPT,
)
LIGHT_SENTENCES = Field(
    "light_sentences",
    default=True,
    title=lambda texts: texts.gettext("Light up sentences"),
    help=lambda texts: texts.gettext(
        "Whether the sentence under the pointer lights up, and what it corresponds to."
    ),
    accepts=lambda value: isinstance(value, bool),
)
BACKUPS_KEPT = Field(
    "backups_kept",
    7,
    lambda texts: texts.gettext("Backups kept"),
    lambda texts: texts.gettext("How many backups of the library stay: so many of each kind, the newest."),
    Bounds(1, 365),
    Group.LIBRARY,
)
TRASH_DAYS = Field(
    "trash_days",
    0,
    lambda texts: texts.gettext("Days in the trash"),
    lambda texts: texts.gettext(
        "After how many days what was removed is deleted for good; 0 keeps it until the trash is emptied."
    ),
    Bounds(0, 3650),
    group=Group.LIBRARY,
)
LIBRARY_VIEW: Field[Mapping[str, object]] = Field(
    "library_view",
    {},
    lambda texts: texts.gettext("Library column"),
    lambda texts: texts.gettext("What was open, chosen and filtered in the library last."),
    lambda value: isinstance(value, dict),
    Group.KEPT,
)
SHORTCUTS: Field[dict[str, list[str]]] = Field(
    "shortcuts",
    {},
    lambda texts: texts.gettext("Shortcuts"),
    lambda texts: texts.gettext("The shortcuts that were changed, by action."),
    _shortcuts,
    Group.KEPT,
)
RESUME = Field(
    "resume",
    default=True,
    title=lambda texts: texts.gettext("Begin where it ended"),
    help=lambda texts: texts.gettext(
        "Whether the documents that stood open when the window was closed are there again at the next start."
    ),
    accepts=lambda value: isinstance(value, bool),
    group=Group.WINDOW,
)
SCALE = Field(
    "scale",
    100,
    lambda texts: texts.gettext("Size of everything"),
    lambda texts: texts.gettext("How large menus, buttons and texts are, in per cent of the usual size."),
    Bounds(100, 300),
    Group.WINDOW,
    at_start=True,
)
MOTION = Field(
    "motion",
    "system",
    lambda texts: texts.gettext("Motion"),
    lambda texts: texts.gettext("Whether things on the screen may move and blink."),
    Choice(("system", "less", "full"), _motion_words),
    Group.WINDOW,
)
FIELDS: tuple[Field[Any], ...] = (
    LANGUAGE,
    THEME,
    FONT_FAMILY,
    FONT_SIZE,
    LINE_SPACING,
    LAYOUT,
    SWAPPED,
    DOCUMENT_LAYOUTS,
    AUTHOR,
    RECENT,
    GEOMETRY,
    COLUMNS,
    LIGHT_SENTENCES,
    BACKUPS_KEPT,
    TRASH_DAYS,
    LIBRARY_VIEW,
    SHORTCUTS,
    RESUME,
    SCALE,
    MOTION,
)


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """The setting called `key` has another value now."""

    key: str


class Settings:
    """The settings in use. `path` is their file; it need not exist.

    A file that cannot be understood is set aside as `settings.json.damaged`, and everything
    is at its default. A value set is in force at once and in the file when `set` returns; if
    the file cannot be written it is in force until the program ends.
    """

    changed: Notifier[SettingChanged]

    def __init__(self, path: Path) -> None:
        self._path = path
        self.changed = Notifier()
        self._values = self._read()

    @property
    def folder(self) -> Path:
        """Where the file is, and what else is kept from one day to the next."""
        return self._path.parent

    def get(self, field: Field[T]) -> T:
        value = self._values.get(field.key, field.default)
        return cast("T", value) if field.accepts(value) else field.default

    def set(self, field: Field[T], value: T) -> None:
        """Raises ValueError when the field does not accept `value`."""
        if not field.accepts(value):
            raise ValueError(f"{field.key} does not accept {value!r}")
        if value == self.get(field):
            return
        self._values[field.key] = value
        self._write()
        self.changed.tell(SettingChanged(field.key))

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            log.warning("settings cannot be read: %s", error.strerror)
            return {}
        except ValueError:
            return self._set_aside()
        return values if isinstance(values, dict) else self._set_aside()

    def _set_aside(self) -> dict[str, object]:
        try:
            self._path.replace(self._path.with_name(self._path.name + ".damaged"))
        except OSError as error:
            log.warning("damaged settings cannot be set aside: %s", error.strerror)
        return {}

    def _write(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # mkstemp makes the file 0600, beside the one it will replace.
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
            beside = Path(name)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(self._values, file, ensure_ascii=False, indent=1)
                    file.flush()
                    os.fsync(file.fileno())
                beside.replace(self._path)
            except OSError:
                beside.unlink(missing_ok=True)
                raise
        except OSError as error:
            log.warning("settings cannot be written: %s", error.strerror)


def settings_file() -> Path:
    """$BRIEFER_CONFIG names the folder, else the system's place for settings."""
    folder = os.environ.get("BRIEFER_CONFIG")
    return (Path(folder) if folder else platformdirs.user_config_path(APPLICATION, appauthor=False)) / FILE


def library_folder(option: Path | None) -> Path:
    """The folder asked for by option, else by $BRIEFER_LIBRARY, else in the user's data."""
    if option is not None:
        return option.expanduser()
    if named := os.environ.get("BRIEFER_LIBRARY"):
        return Path(named).expanduser()
    return platformdirs.user_data_path(APPLICATION, appauthor=False) / "library"
