"""What a window is made of and handed: built once in `briefer.gui.desktop`, or by a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefer.core.values import dataclass

if TYPE_CHECKING:
    from briefer.app.annotating import Annotator
    from briefer.app.briefing import BriefingNotes
    from briefer.app.concording import Begun, TermWish
    from briefer.app.correcting import Corrector
    from briefer.app.importing import Importer
    from briefer.app.keeping import Keeper
    from briefer.app.knowledge import Languages
    from briefer.app.library import Library
    from briefer.app.noting import NoteRecords
    from briefer.app.opening import Opener
    from briefer.app.search_wish import Search
    from briefer.app.settings import Settings
    from briefer.app.state import StateFile
    from briefer.app.task import Progress
    from briefer.app.texts import Texts
    from briefer.app.upkeep import Upkeep
    from briefer.app.watching import WatchedFolders
    from briefer.core.wordforms import WordForms
    from briefer.gui.jobs import Jobs
    from briefer.gui.look import Look
    from briefer.store.searches import SearchesStore


@dataclass(frozen=True)
class Parts:
    """Everything that outlives a window.

    `opener` asks the library first, `fresh` reads files as they are.
    `missing_for_ocr` names the packages without which no text can be recognised.
    """

    texts: Texts
    settings: Settings
    state: StateFile
    library: Library
    opener: Opener
    fresh: Opener
    annotator: Annotator
    corrector: Corrector
    languages: Callable[[], Languages]
    forms: Callable[[], WordForms]
    search: Search
    refresh_index: Callable[[Progress], None]
    searches: Callable[[], SearchesStore]
    concordance: Callable[[TermWish, Progress], Begun]
    notes: Callable[[], BriefingNotes]
    records: Callable[[], NoteRecords]
    importer: Importer
    keeper: Keeper
    watched: WatchedFolders
    upkeep: Upkeep
    jobs: Jobs
    look: Look
    missing_for_ocr: Callable[[], tuple[str, ...]]
