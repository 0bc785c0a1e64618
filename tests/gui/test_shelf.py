"""The tabs as values: what was closed comes back once, and never beside itself."""

from __future__ import annotations

from briefer.app.model import OpenDocument
from briefer.app.state import Kept
from briefer.gui.shelf import Shelf, Tab
from tests.factories import sample_document


def read(name: str) -> Tab:
    """A tab that was read from a file of this name."""
    opened = OpenDocument(sample_document(name=name))
    return Tab(Kept.of(opened), opened)


def unread(name: str) -> Tab:
    """The same as the last session left it."""
    return Tab(read(name).kept)


def shelf_of(*names: str) -> Shelf:
    made = Shelf()
    for name in names:
        made.add(read(name))
    return made


def test_the_tab_closed_last_comes_back_first() -> None:
    shelf = shelf_of("a.txt", "b.txt", "c.txt")
    shelf.close(0)
    shelf.close(0)
    assert shelf.reopen()
    assert shelf.reopen()
    assert [tab.kept.files for tab in shelf.tabs] == [
        ("/documents/c.txt",),
        ("/documents/b.txt",),
        ("/documents/a.txt",),
    ]
    assert not shelf.reopen()


def test_a_document_opened_again_is_closed_no_longer() -> None:
    shelf = shelf_of("a.txt", "b.txt")
    shelf.close(0)
    shelf.add(read("a.txt"))
    assert shelf.closed == []


def test_what_the_last_session_closed_does_not_come_beside_itself() -> None:
    shelf = Shelf()
    shelf.restore([unread("a.txt"), unread("b.txt")], 0, [unread("a.txt"), unread("c.txt")])
    assert shelf.reopen()
    assert [tab.kept.files for tab in shelf.tabs] == [
        ("/documents/a.txt",),
        ("/documents/c.txt",),
        ("/documents/b.txt",),
    ]
    assert not shelf.reopen()


def test_one_document_is_known_by_its_id_its_bytes_or_its_files() -> None:
    by_bytes, moved = read("a.txt"), Tab(Kept(key=read("a.txt").kept.key, files=("/elsewhere/a.txt",)))
    assert by_bytes.shows_what(moved)
    assert moved.shows_what(by_bytes)
    assert Tab(Kept(id="7")).shows_what(Tab(Kept(id="7", key="other")))
    assert Tab(Kept(files=("/a.txt",))).shows_what(Tab(Kept(files=("/a.txt",))))
    assert not read("a.txt").shows_what(read("b.txt"))
    assert not Tab(Kept()).shows_what(Tab(Kept()))
