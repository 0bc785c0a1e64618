"""Takes pictures of the real window in its states, for README and to be looked at.

    python packaging/pictures.py [FOLDER]

Draws offscreen, so that no screen is needed. Each state stands by name in FOLDER (build/pictures
unless given); the four that README shows are copied to packaging/pictures.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for the files that tests make

from pictures_around import around
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from briefer.app.annotating import Draft
from briefer.app.assembly import Assembly
from briefer.app.model import OpenDocument
from briefer.app.resources import resource
from briefer.app.settings import Settings
from briefer.app.texts import Texts
from briefer.core.anchoring import bead_targets, span_targets
from briefer.core.annotation import Color, Scope, Stance, Target
from briefer.core.document import Document, Link, Span
from briefer.core.text_index import Needle
from briefer.gui.desktop import build
from briefer.gui.main_window import MainWindow
from briefer.gui.opening.beside import BesideDialog
from briefer.gui.opening.password import PasswordDialog
from briefer.gui.reader.lighting import Spot
from briefer.gui.reader.searching import FindState
from briefer.gui.theme import Theme
from tests.pdf_pages import of_pages, scan_of

SIZES = ((1366, 768), (1920, 1080))
PATIENCE = 20_000  # milliseconds
PAUSE = 50
IN_README = {
    "reader-en-light-1366": "reader",
    "reader-ru-dark-1366": "notes-ru-dark",
    "search": "search",
    "briefing-note": "briefing-note",
}
SAMPLE = ("samples", "joint-statement.ru-en.txt")


def rest(milliseconds: int) -> None:
    """Let the window and its jobs go on for so long. (QTest's own wait would stop the jobs.)"""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Studio:
    """A window on a library of its own, and what it takes to photograph it."""

    def __init__(self, application: QApplication, folder: Path, pictures: Path) -> None:
        self._application = application
        self._pictures = pictures
        self._folder = folder
        settings = Settings(folder / "settings.json")
        self.assembly = Assembly(folder / "library")
        self.parts = build(application, self.assembly, settings, Texts(resource("locale"), "en"))
        self.window = MainWindow(self.parts)
        self.window.resize(*SIZES[0])
        self.window.show()
        self.window.start()
        self.settle()

    @property
    def document(self) -> OpenDocument | None:
        return self.window.workspace.document

    def open(self, path: Path) -> None:
        before = self.document
        self.window.open_files([path])
        self.wait(lambda: self.document is not None and self.document is not before)
        self.settle()

    def wait(self, condition: Callable[[], bool]) -> None:
        for _ in range(PATIENCE // PAUSE):
            if condition():
                return
            rest(PAUSE)
        raise SystemExit("the window did not come to the state to be photographed")

    def settle(self) -> None:
        """Let what is under way in the window come to rest."""
        rest(400)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        self.settle()
        (widget or self.window).grab().save(str(self._pictures / f"{name}.png"))

    def shoot_dialogs(self, name: str) -> None:
        """Photograph the dialog that is open, and close it."""
        self.settle()
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                self.shoot(name, dialog)
                dialog.reject()
        self.settle()

    def close(self) -> None:
        self.window.annotations.discard()
        self.window.close()
        self.parts.look.close()
        self.assembly.close()


def annotate(studio: Studio) -> None:
    """The three notes that the pictures show."""
    opened = studio.document
    if opened is None:
        raise SystemExit("nothing is open")
    document, annotator = opened.document, studio.parts.annotator
    virtual = _passages(
        document, {"ru": "цифровых финансовых инструментов", "en": "virtual financial systems"}
    )
    platforms = _passages(
        document, {"ru": "онлайн-площадок и мессенджеров", "en": "online platforms and instant messengers"}
    )
    drafts = (
        (platforms, Scope.SPAN, Draft("Compare with our statement of 2024.", Color.YELLOW, ("technology",))),
        (
            virtual,
            Scope.SPAN,
            Draft(
                "Not the same: the Russian is about instruments. Ask the authors before we endorse.",
                Color.RED,
                ("finance",),
                Stance.RED_LINE,
            ),
        ),
        (
            bead_targets(document, len(document.bitext.beads) - 6 if document.bitext else 0),
            Scope.BEAD,
            Draft("“Three” conventions stand in English only.", Color.GREEN, (), Stance.SUPPORT),
        ),
    )
    for targets, scope, draft in drafts:
        opened, _ = annotator.create(opened, scope, targets, draft)
        studio.window.workspace.adopt(opened)
    studio.window.frame.library.refresh()


def _passages(document: Document, quotes: dict[str, str]) -> tuple[Target, ...]:
    """Where each quotation first stands in its language."""
    targets: list[Target] = []
    for language, quote in quotes.items():
        version = document.version(language)
        texts = [paragraph.text for paragraph in version.paragraphs] if version else []
        index = next(number for number, text in enumerate(texts) if quote in text)
        start = texts[index].index(quote)
        targets.extend(span_targets(document, language, [(index, start, start + len(quote))]))
    return tuple(targets)


def scene(studio: Studio, name: str) -> None:
    """The reader in the middle of the text with notes, in every theme, language and size."""
    reader, look, window = studio.window.frame.reader, studio.parts.look, studio.window
    for language in ("en", "ru"):
        look.speak(language)
        for theme in Theme:
            look.set_theme(theme)
            for width, height in SIZES:
                window.resize(width, height)
                studio.settle()
                reader.go_to("ru", 21)
                studio.shoot(f"{name}-{language}-{theme.value}-{width}")
    window.resize(*SIZES[0])
    look.speak("en")
    look.set_theme(Theme.LIGHT)


def search(studio: Studio, query: str, name: str) -> None:
    """The results of `query` beside the text."""
    studio.window.search.look_for(query)
    studio.settle()
    studio.wait(lambda: studio.parts.jobs.idle)
    studio.shoot(name)
    studio.window.search_field.clear()


def searches(studio: Studio) -> None:
    """Finding, searching and the concordance in their states, in each language, light and dark."""
    window, look = studio.window, studio.parts.look
    studio.parts.book.keep('наркотрафик OR "drug trafficking"')
    for language, theme in (("en", Theme.LIGHT), ("ru", Theme.DARK)):
        look.speak(language)
        look.set_theme(theme)
        for width, height in SIZES:
            window.resize(width, height)
            name = f"{language}-{theme.value}-{width}"
            search(studio, "наркотики", f"search-results-{name}")
            search(studio, "наркотраффик", f"search-suggestion-{name}")
            search(studio, "zebra", f"search-nothing-{name}")
            window.activateWindow()
            window.search_field.enter()
            window.search_field.setText('drug "abuse')
            studio.shoot(f"search-wrong-{name}")
            window.search_field.clear()
            window.acts["find"].trigger()
            studio.wait(lambda: studio.parts.jobs.idle)
            window.frame.reader.searching.restore(FindState(Needle("государство"), 2, shown=True))
            studio.shoot(f"find-{name}")
            window.frame.reader.searching.close()
        window.resize(*SIZES[0])
        window.acts["queries"].trigger()
        studio.shoot_dialogs(f"dialog-queries-{language}")
        for term, state in (("государство", "lines"), ("zebra", "nothing")):
            window.acts["concordance"].trigger()
            if window.concordance.window is not None:
                window.concordance.window.look_for(term)
            studio.settle()
            studio.wait(lambda: studio.parts.jobs.idle)
            studio.shoot_dialogs(f"concordance-{state}-{language}-{theme.value}")
    look.speak("en")
    look.set_theme(Theme.LIGHT)


def dialogs(studio: Studio) -> None:
    """Each dialog that an action opens, in each language."""
    for language in ("en", "ru"):
        studio.parts.look.speak(language)
        for action in ("export", "symbol", "information", "reading", "shortcuts", "diagnostics", "about"):
            studio.window.acts[action].trigger()
            studio.wait(lambda: studio.parts.jobs.idle)
            studio.shoot_dialogs(f"dialog-{action}-{language}")
    studio.parts.look.speak("en")


def openings(studio: Studio, folder: Path) -> None:
    """What a file may meet with before it is open, and after, in each language."""
    for language in ("en", "ru"):
        studio.parts.look.speak(language)
        made = folder / language
        made.mkdir()
        locked(studio, made, language)
        halves(studio, made, language)
        scan(studio, made, language)
        studio.window.links.confirm(Link(Span(0, 1), "https://undocs.org/en/E/CN.7/2025/1?download=1"))
        studio.shoot_dialogs(f"dialog-link-{language}")
    studio.parts.look.speak("en")


def locked(studio: Studio, folder: Path, language: str) -> None:
    """A protected file, before and after a wrong password."""
    path = folder / "protected.pdf"
    path.write_bytes(of_pages("Kept from others", user_password=path.stem))
    studio.window.open_files([path])
    studio.wait(lambda: bool(studio.window.findChildren(PasswordDialog)))
    dialog = studio.window.findChildren(PasswordDialog)[0]
    studio.shoot(f"dialog-password-{language}", dialog)
    dialog.line.setText("0")
    dialog.open_button.click()
    studio.wait(dialog.trouble.isVisible)
    studio.shoot_dialogs(f"dialog-password-wrong-{language}")


def halves(studio: Studio, folder: Path, language: str) -> None:
    """A file in an encoding that was guessed; another file beside it that does not fit, and one that does."""
    russian, english, other = (
        folder / name for name in ("statement-ru.txt", "statement-en.txt", "other.txt")
    )
    text = resource(*SAMPLE).read_text(encoding="utf-8")
    cut = text.index("Unofficial translation from Russian")
    russian.write_bytes(text[:cut].encode("cp1251", "replace"))
    english.write_text(text[cut:], encoding="utf-8")
    other.write_text("\n\n".join(["The weather was fair, and all went to the river."] * 9), encoding="utf-8")
    studio.open(russian)
    studio.shoot(f"encoding-guessed-{language}")
    studio.window.acts["reading"].trigger()
    studio.wait(lambda: studio.parts.jobs.idle)
    studio.shoot_dialogs(f"dialog-encoding-{language}")
    studio.window.opening.take([other])
    studio.wait(lambda: bool(studio.window.findChildren(BesideDialog)))
    studio.shoot_dialogs(f"dialog-second-file-{language}")
    before = studio.document
    studio.window.opening.take([english])
    studio.wait(lambda: studio.document is not before)
    studio.shoot(f"second-file-joined-{language}")


def scan(studio: Studio, folder: Path, language: str) -> None:
    """Pages without text, which can be recognised."""
    path = folder / "scan.pdf"
    path.write_bytes(scan_of(of_pages("A page")))
    studio.window.open_files([path])
    studio.wait(lambda: bool(studio.window.frame.notices.offers))
    studio.shoot(f"recognition-offered-{language}")


def aligning(studio: Studio) -> None:
    """The alignment being corrected, and a sentence lit up, in each language and theme."""
    window, reader = studio.window, studio.window.frame.reader
    for language, theme in (("en", Theme.LIGHT), ("ru", Theme.DARK), ("ru", Theme.SEPIA)):
        studio.parts.look.speak(language)
        studio.parts.look.set_theme(theme)
        name = f"{language}-{theme.value}"
        reader.go_to("ru", 24)
        for action in ("merge-next", "link"):
            window.acts[action].trigger()
            studio.wait(lambda: window.aligning.idle)
            studio.shoot(f"alignment-{action}-{name}")
        reader.pairing.give_up()
        menu = window.acts.menu("alignment")
        menu.popup(window.mapToGlobal(window.rect().center()))
        studio.shoot(f"alignment-menu-{name}", menu)
        menu.close()
        window.acts["restore"].trigger()
        studio.shoot_dialogs(f"alignment-restore-{name}")
        reader.lighting.wanted.emit(Spot("ru", 26, 40))
        studio.wait(lambda: window.aligning.sentences.idle)
        studio.shoot(f"sentence-{name}")
        window.acts["alignment-undo"].trigger()
        studio.wait(lambda: window.aligning.idle)
    studio.parts.look.speak("en")
    studio.parts.look.set_theme(Theme.LIGHT)


def note(studio: Studio, pictures: Path) -> None:
    """The exported note as a word processor prints it; left out where there is none."""
    opened, office, printer = studio.document, shutil.which("soffice"), shutil.which("pdftoppm")
    if opened is None or office is None or printer is None:
        sys.stderr.write("No picture of the exported note: it needs LibreOffice and poppler-utils.\n")
        return
    notes, annotator = studio.parts.notes, studio.parts.annotator
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "note.docx")
        header = notes.header(opened, author="")
        notes.write(notes.compose(opened, annotator.annotations(opened.id), header, "both"), path)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(path)]
        subprocess.run(convert, check=True, capture_output=True)
        target = str(pictures / "briefing-note")
        subprocess.run(
            [printer, "-png", "-r", "80", "-singlefile", str(path.with_suffix(".pdf")), target], check=True
        )


def main() -> int:
    """Take every picture."""
    packaging = Path(__file__).resolve().parent
    pictures = Path(sys.argv[1]) if sys.argv[1:] else packaging.parent / "build" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    application = QApplication(["briefer"])
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(application, Path(folder), pictures)
        studio.shoot("start")
        studio.open(resource(*SAMPLE))
        studio.shoot("reader-cover")
        annotate(studio)
        scene(studio, "reader")
        search(studio, 'наркотрафик OR "financial systems"', "search")
        searches(studio)
        dialogs(studio)
        note(studio, pictures)
        aligning(studio)
        openings(studio, Path(folder))
        around(studio, Path(folder))
        studio.close()
    for state, name in IN_README.items():
        if (picture := pictures / f"{state}.png").exists():
            shutil.copy(picture, packaging / "pictures" / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
