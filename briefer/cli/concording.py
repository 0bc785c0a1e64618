"""The command that shows every place of a term: concordance.

No deferred annotations here: typer reads them from the running function.
"""

from typing import Annotated

import typer

from briefer.cli.desk import Desk
from briefer.cli.pointing import pointing
from briefer.cli.usage import WrongUse, chosen

FORMATS = ("text", "json", "csv", "html")
ORDERS = ("place", "left", "right", "counterpart")
LANGUAGES = ("ru", "en")


def add_concording(app: typer.Typer, desk: Desk) -> None:
    """Add the command to `app`."""
    gettext = desk.texts.gettext

    @app.command(
        "concordance",
        help=gettext("Show every place of a word or phrase in context, with its counterpart."),
    )
    def concordance(
        term: Annotated[
            str, typer.Argument(metavar="TERM", help=gettext("A word or phrase; any form of it is found."))
        ],
        inside: Annotated[
            str | None,
            typer.Option(
                "--in", metavar="DOCUMENT", help=gettext("Look in this document only (id or symbol).")
            ),
        ] = None,
        language: Annotated[
            str | None,
            typer.Option(
                "--language",
                metavar="ru|en",
                help=gettext("The language of the term; else the one in which it stands more often."),
            ),
        ] = None,
        order: Annotated[
            str,
            typer.Option("--sort", metavar="|".join(ORDERS), help=gettext("In which order the places come.")),
        ] = "place",
        limit: Annotated[
            int | None,
            typer.Option("--limit", metavar="N", min=1, help=gettext("Show at most so many places.")),
        ] = None,
        form: Annotated[
            str, typer.Option("--format", metavar="text|json|csv|html", help=gettext("How to show them."))
        ] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "concordance")
        chosen(order, "--sort", ORDERS, "concordance")
        if language is not None:
            chosen(language, "--language", LANGUAGES, "concordance")
        if not term.strip():
            raise WrongUse("empty-query", command="concordance")
        from briefer.app.concordance_words import written
        from briefer.app.concording import LINES, TermWish
        from briefer.core.concordance.lines import Order

        within = None if inside is None else desk.parts.library.find(inside)
        wish = TermWish(term, within, language, Order(order), limit or LINES)
        with pointing(term):
            found = desk.parts.concordancer.concordance(wish, desk.progress())
        if form == "text" and found.lines:
            from briefer.cli.found_pages import concordance_page

            desk.console.text(concordance_page(found, desk.texts))
        elif form == "text":
            desk.console.notice(gettext("Nothing was found."))
        else:
            desk.console.exact(written(found, form, desk.texts))
