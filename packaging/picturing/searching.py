"""Finding, searching and the concordance in their states."""

from __future__ import annotations

from briefer.core.text_index import Needle
from briefer.gui.reader.searching import FindState
from picturing.scenes import NARROW, begin
from picturing.studio import SIZES, Album, Studio

album = Album()


@album.picture()
def search(studio: Studio) -> None:
    """Results beside the text, a suggestion, and nothing found."""
    begin(studio)
    kept = 'наркотрафик OR "drug trafficking"'
    studio.parts.searches().save(kept, kept)
    for suffix, query in (
        ("", 'наркотрафик OR "financial systems"'),
        ("facets", "наркотики"),
        ("suggestion", "наркотраффик"),
        ("nothing", "zebra"),
        ("lacking", "organ:narcotik drug"),
    ):
        studio.window.after.search.look_for(query)
        studio.shoot(suffix)
    studio.window.search_field.clear()


@album.picture()
def wrong_query(studio: Studio) -> None:
    """A query that cannot be read, while it is typed."""
    begin(studio)
    studio.window.activateWindow()
    studio.window.search_field.enter()
    studio.window.search_field.setText('drug "abuse')
    studio.shoot()
    studio.window.search_field.clear()


@album.picture()
def removed(studio: Studio) -> None:
    """An open document that was put into the trash."""
    begin(studio)
    ids = [studio.document.id or ""] if studio.document else []
    studio.parts.keeper.remove(ids)
    studio.settle()
    studio.window.frame.notices.clear()
    studio.shoot()
    studio.parts.keeper.restore(ids)


@album.picture()
def find(studio: Studio) -> None:
    """What is found as one types, with its counterparts."""
    begin(studio)
    studio.window.acts["find"].trigger()
    studio.settle()
    studio.window.frame.reader.searching.restore(FindState(Needle("государство"), 2, shown=True))
    studio.shoot()
    studio.window.frame.reader.searching.close()


@album.picture(sizes=(*SIZES, *NARROW))
def find_list(studio: Studio) -> None:
    """All that is found, listed in context; nothing is found; and nothing is sought yet."""
    begin(studio)
    searching = studio.window.frame.reader.searching
    studio.window.acts["find-list"].trigger()
    studio.settle()
    for suffix, needle in (("", "государств"), ("state", "state"), ("nothing", "zebra"), ("empty", "")):
        searching.restore(FindState(Needle(needle), 3, shown=True, listed=True))
        studio.shoot(suffix)
    searching.close()


@album.picture(sizes=())
def concordance(studio: Studio) -> None:
    """The places of a word with their counterparts, and of a word that is nowhere."""
    begin(studio)
    for term, state in (("государство", ""), ("zebra", "nothing")):
        studio.window.acts["concordance"].trigger()
        if studio.window.after.concordance.window is not None:
            studio.window.after.concordance.window.look_for(term)
        studio.settle()
        studio.shoot_dialogs(state)
