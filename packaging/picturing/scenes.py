"""The window in its states, a function each. Every function begins with nothing open."""

from __future__ import annotations

from briefer.gui.palette.chooser import Chooser
from briefer.gui.reader.lighting import Spot
from briefer.gui.theme import Theme
from picturing.contents import annotate, halves, long_report, report, strangers
from picturing.studio import SIZES, Album, Studio
from tests.pdf_pages import of_pages, scan_of

album = Album()
HERE = 21  # the paragraph in the middle of the pictures
NARROW = ((683, 384),)  # a laptop on which everything is twice as large


def begin(studio: Studio) -> None:
    """The statement with its notes, in the middle of the text."""
    studio.open_sample()
    annotate(studio)
    studio.window.frame.reader.go_to("ru", HERE)
    studio.settle()


@album.picture()
def start(studio: Studio) -> None:
    """Nothing is open, and the library is empty."""
    studio.shoot()


@album.picture()
def cover(studio: Studio) -> None:
    """The cover page, which one language has alone."""
    studio.open_sample()
    studio.window.frame.reader.go_to("ru", 0)
    studio.shoot()


@album.picture(themes=Theme)
def reader(studio: Studio) -> None:
    """The statement with its notes."""
    begin(studio)
    studio.shoot()


@album.picture()
def tabs(studio: Studio) -> None:
    """Several documents stand open."""
    studio.open(report(studio.folder))
    begin(studio)
    studio.shoot()


@album.picture()
def one_language(studio: Studio) -> None:
    """A report in one language, with its outline."""
    studio.open(report(studio.folder))
    studio.shoot()


@album.picture(sizes=SIZES[:1])
def hardly_corresponding(studio: Studio) -> None:
    """Two files that are no versions of one document."""
    studio.window.open_files(strangers(studio.folder))
    studio.wait(lambda: not studio.window.workspace.opening)
    studio.shoot()


@album.picture()
def layouts(studio: Studio) -> None:
    """Each way in which the languages may stand."""
    begin(studio)
    for name in [each for each in studio.window.acts if each.startswith("layout-")]:
        studio.window.acts[name].trigger()
        studio.shoot(name.removeprefix("layout-"))
    studio.window.acts["layout-level"].trigger()


@album.picture()
def alone(studio: Studio) -> None:
    """Nothing but the text."""
    begin(studio)
    studio.window.acts["quiet"].trigger()
    studio.shoot()
    studio.window.acts["quiet"].trigger()


@album.picture()
def note(studio: Studio) -> None:
    """A note being written."""
    begin(studio)
    studio.window.frame.reader.next_pair()
    studio.window.acts["note"].trigger()
    studio.shoot()
    studio.window.annotations.discard()


@album.picture(sizes=NARROW)
def twice_as_large(studio: Studio) -> None:
    """A laptop on which everything is twice as large."""
    begin(studio)
    studio.shoot()


@album.picture(sizes=SIZES[:1])
def choosers(studio: Studio) -> None:
    """The command palette, and labels to go to."""
    begin(studio)
    for action, typed in (("palette", ""), ("palette", "pair"), ("go-to", ""), ("go-to", "77")):
        studio.window.acts[action].trigger()
        chooser = studio.window.findChildren(Chooser)[-1]
        chooser.line.setText(typed)
        studio.shoot_over(chooser, f"{action}-{typed or 'all'}")


@album.picture(themes=Theme, sizes=SIZES[:1])
def aligning(studio: Studio) -> None:
    """The alignment being corrected, and a sentence lit up."""
    window = studio.window
    begin(studio)
    window.frame.reader.go_to("ru", HERE + 3)
    for action in ("merge-next", "link"):
        window.acts[action].trigger()
        studio.wait(lambda: window.aligning.idle)
        studio.shoot(action)
    window.frame.reader.pairing.give_up()
    menu = window.acts.menu("alignment")
    menu.popup(window.mapToGlobal(window.rect().center()))
    studio.shoot_over(menu, "menu")
    window.frame.reader.lighting.wanted.emit(Spot("ru", HERE + 5, 40))
    studio.wait(lambda: window.aligning.sentences.idle)
    studio.shoot("sentence")
    window.acts["alignment-undo"].trigger()
    studio.wait(lambda: window.aligning.idle)


@album.picture(sizes=SIZES[:1])
def guessed_encoding(studio: Studio) -> None:
    """A file in an encoding that was guessed, and the other language set beside it."""
    russian, english, _other = halves(studio.folder)
    studio.open(russian)
    studio.shoot()
    studio.window.opening.take([english])
    studio.wait(lambda: not studio.window.workspace.opening)
    studio.shoot("joined")


@album.picture(sizes=SIZES[:1])
def pages_without_text(studio: Studio) -> None:
    """A scan, whose text can be recognised."""
    path = studio.folder / "scan.pdf"
    path.write_bytes(scan_of(of_pages("A page")))
    studio.open(path)
    studio.shoot()


@album.picture(sizes=SIZES[:1])
def gone(studio: Studio) -> None:
    """A tab of the last session whose file is not there any more, and one whose file is damaged."""
    path = report(studio.folder)
    studio.open(path)
    for suffix in ("", "damaged"):
        path.unlink(missing_ok=True)
        if suffix:
            path.write_bytes(b"%PDF-1.7\n" + bytes(99))
        tab = studio.window.workspace.shelf.tab
        if tab is not None:
            tab.opened = None
        studio.window.workspace.come()
        studio.wait(lambda: not studio.window.workspace.opening)
        studio.shoot(suffix)


@album.picture(sizes=SIZES[:1])
def opening(studio: Studio) -> None:
    """A long document, while it is being opened."""
    path = long_report(studio.folder)
    studio.window.open_files([path])
    studio.wait(lambda: studio.window.frame.progress.isVisible())
    studio.shoot_now()
    studio.wait(lambda: not studio.window.workspace.opening)


@album.picture(themes=Theme, sizes=())
def menus(studio: Studio) -> None:
    """Every menu of the bar."""
    begin(studio)
    for declared in studio.window.acts.declared:
        menu = studio.window.acts.menu(declared.id)
        menu.popup(studio.window.mapToGlobal(studio.window.menuBar().geometry().bottomLeft()))
        studio.shoot_over(menu, declared.id)
