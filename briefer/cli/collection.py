"""The commands over the library: list, search, library.

No deferred annotations here: typer reads them from the running function.
"""

from typing import Annotated

import typer

from briefer.cli.desk import Desk
from briefer.cli.usage import WrongUse, chosen
from briefer.core.errors import NotYet

FORMATS = ("text", "json")
TEXT_OR_JSON = "text|json"
ANYTHING = {"allow_extra_args": True, "ignore_unknown_options": True}


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

            desk.console.json(summaries_value(summaries))
        elif summaries:
            from briefer.cli.pages import documents_page

            desk.console.text(documents_page(summaries))
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
        form: Annotated[
            str, typer.Option("--format", metavar=TEXT_OR_JSON, help=gettext("How to show them."))
        ] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "search")
        if not query.strip():
            raise WrongUse("empty-query", command="search")
        within = None if inside is None else desk.parts.library.find(inside)
        found = desk.parts.searcher.search(query, within, limit)
        if form == "json":
            from briefer.cli.values import hits_value

            desk.console.json(hits_value(found))
        elif found:
            from briefer.cli.pages import hits_page

            desk.console.text(hits_page(found, desk.texts))
        else:
            desk.console.notice(gettext("Nothing was found."))


def library_group(desk: Desk) -> typer.Typer:
    """The commands that follow `briefer library`."""
    gettext = desk.texts.gettext
    group = typer.Typer(
        help=gettext("Look after the library."),
        add_completion=False,
        rich_markup_mode=None,
        add_help_option=False,
    )

    @group.command("info", help=gettext("Say where the library is and what it holds."))
    def info() -> None:
        from briefer.cli.pages import library_page

        desk.console.text(library_page(desk.parts.library.info(), desk.texts))
        if desk.verbose:
            from briefer.app.diagnostics import as_text, diagnostics

            desk.console.text("\n" + as_text(diagnostics(desk.parts.library.folder, desk.texts)))

    later = gettext("In a later release.")

    @group.command("check", help=later, context_settings=ANYTHING)
    def check() -> None:
        raise NotYet(what="library check")

    @group.command("backup", help=later, context_settings=ANYTHING)
    def backup() -> None:
        raise NotYet(what="library backup")

    @group.command("restore", help=later, context_settings=ANYTHING)
    def restore() -> None:
        raise NotYet(what="library restore")

    @group.command("rebuild-index", help=later)
    def rebuild_index() -> None:
        raise NotYet(what="library rebuild-index")

    return group
