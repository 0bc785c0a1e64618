"""The commands over the documents of the library: list, search.

No deferred annotations here: typer reads them from the running function.
"""

from typing import Annotated

import typer

from briefer.cli.desk import Desk
from briefer.cli.usage import WrongUse, chosen

FORMATS = ("text", "json")
TEXT_OR_JSON = "text|json"


def add_collection(app: typer.Typer, desk: Desk) -> None:
    """Add the commands to `app`."""
    _add_list(app, desk)
    _add_search(app, desk)


def _add_list(app: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @app.command("list", help=gettext("List the documents of the library."))
    def list_(
        form: Annotated[
            str, typer.Option("--format", metavar=TEXT_OR_JSON, help=gettext("How to show them."))
        ] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "list")
        summaries = desk.parts.library.summaries()
        if form == "json":
            from briefer.cli.values import summaries_value

            desk.console.json(summaries_value(summaries, desk.parts.library.folders()))
        elif summaries:
            from briefer.cli.pages import documents_page

            desk.console.text(documents_page(summaries, desk.texts))
        else:
            desk.console.notice(gettext("The library is empty. Add documents with: briefer import FILE"))


def _add_search(app: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @app.command("search", help=gettext("Search the saved documents, in Russian and in English."))
    def search(
        query: Annotated[
            str, typer.Argument(metavar="QUERY", help=gettext("Words; phrases between quotation marks."))
        ],
        inside: Annotated[
            str | None,
            typer.Option(
                "--in", metavar="DOCUMENT", help=gettext("Search this document only (id or symbol).")
            ),
        ] = None,
        limit: Annotated[
            int, typer.Option("--limit", metavar="N", min=1, help=gettext("Show at most so many documents."))
        ] = 20,
        facets: Annotated[
            bool,
            typer.Option(
                "--facets",
                help=gettext("Count the documents by organ, session, year, language and kind, too."),
            ),
        ] = False,
        form: Annotated[
            str, typer.Option("--format", metavar=TEXT_OR_JSON, help=gettext("How to show them."))
        ] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "search")
        if not query.strip():
            raise WrongUse("empty-query", command="search")
        within = None if inside is None else desk.parts.library.find(inside)
        from briefer.cli.finding import found_in, show

        show(found_in(desk, query, within, limit, facets=facets), desk, form, facets=facets)
