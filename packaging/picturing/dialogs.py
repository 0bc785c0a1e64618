"""Every dialog, a function or an action each."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from briefer.app.resources import resource
from briefer.core.document import Link, Span
from briefer.core.errors import LibraryDamaged
from briefer.gui.library.rescue import RescueDialog
from briefer.gui.opening.beside import BesideDialog
from briefer.gui.opening.password import PasswordDialog
from briefer.gui.palette.desk import listed
from briefer.gui.theme import Theme
from picturing.contents import halves
from picturing.scenes import begin
from picturing.studio import SAMPLE, Album, Studio
from tests.pdf_pages import of_pages

album = Album()
# Choosers have scenes of their own; files and printers are asked for by the system.
NO_DIALOG = frozenset(
    {"palette", "go-to", "open", "import-files", "import-folder", "change-note", "note", "print"}
)
WITHOUT_DOTS = ("shortcuts", "queries", "about")


@album.picture(themes=Theme, sizes=())
def dialog(studio: Studio) -> None:
    """What each action of the menus asks or shows, one picture an action."""
    begin(studio)
    acts = studio.window.acts
    for _menu, name in listed(acts.declared):
        asks = acts[name].text().endswith("…") or name in WITHOUT_DOTS
        if asks and acts[name].isEnabled() and name not in NO_DIALOG:
            acts[name].trigger()
            studio.wait(lambda: studio.parts.jobs.idle)
            studio.shoot_dialogs(name)
    studio.window.annotations.discard()


@album.picture(sizes=())
def password(studio: Studio) -> None:
    """A protected file, before and after a wrong password."""
    path = studio.folder / "protected.pdf"
    path.write_bytes(of_pages("Kept from others", user_password=path.stem))
    studio.window.open_files([path])
    studio.wait(lambda: bool(studio.dialogs()))
    asking = next(each for each in studio.dialogs() if isinstance(each, PasswordDialog))
    studio.shoot("", asking)
    asking.line.setText("0")
    asking.open_button.click()
    studio.wait(asking.trouble.isVisible)
    studio.shoot_dialogs("wrong")


@album.picture(sizes=())
def second_file(studio: Studio) -> None:
    """A file that does not fit beside the open one."""
    russian, _english, other = halves(studio.folder)
    studio.open(russian)
    studio.window.opening.take([other])
    studio.wait(lambda: any(isinstance(each, BesideDialog) for each in studio.dialogs()))
    studio.shoot_dialogs()


@album.picture(sizes=())
def link(studio: Studio) -> None:
    """A link of a document, shown whole before it is opened."""
    studio.window.after.links.confirm(Link(Span(0, 1), "https://undocs.org/en/E/CN.7/2025/1?download=1"))
    studio.shoot_dialogs()


@album.picture(themes=Theme, sizes=())
def rescue(studio: Studio) -> None:
    """A damaged library, with a good backup and without one."""
    begin(studio)
    studio.window.workspace.save()
    studio.settle()
    studio.parts.upkeep.back_up()
    for suffix, backup in (("", studio.parts.upkeep.newest_good()), ("without", None)):
        error = LibraryDamaged(path=str(studio.folder / "library.sqlite"))
        RescueDialog(error, backup, studio.text, studio.window).open()
        studio.shoot_dialogs(suffix)


@album.picture(themes=Theme, sizes=())
def trash(studio: Studio) -> None:
    """A document in the trash."""
    begin(studio)
    ids = [studio.document.id or ""] if studio.document else []
    studio.parts.keeper.remove(ids)
    studio.settle()
    studio.window.acts["trash"].trigger()
    studio.shoot_dialogs()
    studio.parts.keeper.restore(ids)
    studio.window.frame.notices.clear()


@album.picture(themes=Theme, sizes=())
def report(studio: Studio) -> None:
    """What became of files that were imported, one of them damaged."""
    damaged = studio.folder / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.7\n" + bytes(300))
    studio.window.after.library.importing.start([damaged, resource(*SAMPLE)])
    studio.wait(lambda: bool(studio.dialogs()))
    studio.shoot_dialogs()
    studio.window.frame.notices.clear()


def exported(studio: Studio, pictures: Path) -> None:
    """The exported note as a word processor prints it; left out where there is none."""
    begin(studio)
    opened, office, printer = studio.document, shutil.which("soffice"), shutil.which("pdftoppm")
    if opened is None or office is None or printer is None:
        sys.stderr.write("No picture of the exported note: it needs LibreOffice and poppler-utils.\n")
        return
    notes, annotator = studio.parts.notes(), studio.parts.annotator
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
