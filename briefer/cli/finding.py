"""What `briefer search` does: it looks for a query, and shows what was found."""

from __future__ import annotations

from briefer.app.lacking_words import lacking_words
from briefer.cli.desk import Desk
from briefer.cli.pointing import pointing
from briefer.core.hits import SearchResults


def found_in(desk: Desk, query: str, within: str | None, limit: int, *, facets: bool) -> SearchResults:
    """The answers, with as many passages of each document as are ever shown."""
    from briefer.app.searching import HITS

    with pointing(query):
        find = desk.parts.searcher.find
        return find(query, within, limit, HITS, facets=facets, progress=desk.progress())


def show(results: SearchResults, desk: Desk, form: str, *, facets: bool) -> None:
    """Write the results in `form`, "json" or "text"; what else is to be said goes to standard error."""
    gettext = desk.texts.gettext
    if form == "json":
        from briefer.app.wording import Wording
        from briefer.cli.values import hits_value, results_value

        wording = Wording(desk.texts.speaking)
        found = results_value(results, wording) if facets else hits_value(results.documents, wording)
        desk.console.json(found)
    else:
        _show_text(results, desk, facets=facets)
        if not results.documents and not results.notes:
            desk.console.notice(gettext("Nothing was found."))
    offered = results.suggestion is not None
    for lacking in results.lacking:
        desk.console.notice(lacking_words(lacking, desk.texts, offered=offered))
    if results.suggestion:
        desk.console.notice(gettext("Did you mean: {query}").format(query=results.suggestion))


def _show_text(results: SearchResults, desk: Desk, *, facets: bool) -> None:
    from briefer.cli.found_pages import facets_page, hits_page, note_hits_page

    pages = [hits_page(results.documents, desk.texts)] if results.documents else []
    if results.notes:
        pages.append(note_hits_page(results.notes, desk.texts))
    if facets and results.total:
        pages.append(facets_page(results, desk.texts))
    if pages:
        desk.console.text("\n\n".join(pages))
