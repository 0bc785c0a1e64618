"""The command that reads files: read.

No deferred annotations here: typer reads them from the running function.
"""

import re
from pathlib import Path
from typing import Annotated

import typer

from briefer.app.model import Choices
from briefer.cli.desk import Desk
from briefer.cli.usage import WrongUse, chosen
from briefer.core.layout import Layout, Reading

READ_FORMATS = ("json", "text", "markdown")
_LAYOUTS = "|".join(Layout)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def add_reading(app: typer.Typer, desk: Desk) -> None:
    """Add the command to `app`."""
    gettext = desk.texts.gettext

    @app.command("read", help=gettext("Read a document and show it; nothing is saved."))
    def read(
        file: Annotated[
            Path, typer.Argument(metavar="FILE", help=gettext("The document, or one language version of it."))
        ],
        second: Annotated[
            Path | None,
            typer.Argument(
                metavar="[FILE2]", help=gettext("The other language version, if it has its own file.")
            ),
        ] = None,
        form: Annotated[
            str, typer.Option("--format", metavar="json|text|markdown", help=gettext("How to show it."))
        ] = "text",
        layout: Annotated[
            str,
            typer.Option("--layout", metavar=_LAYOUTS, help=gettext("How the languages stand in the file.")),
        ] = "auto",
        languages: Annotated[
            str,
            typer.Option(
                "--languages",
                metavar="ru,en",
                help=gettext("The languages of the parts, in the order in which they stand."),
            ),
        ] = "",
        encoding: Annotated[
            str | None,
            typer.Option("--encoding", metavar="NAME", help=gettext("The encoding of a text file.")),
        ] = None,
        ocr: Annotated[
            bool, typer.Option("--ocr", help=gettext("Recognise the text of pages that are pictures."))
        ] = False,
        password: Annotated[
            bool,
            typer.Option(
                "--password-stdin",
                help=gettext("Take the password from the first line of standard input."),
            ),
        ] = False,
    ) -> None:
        chosen(form, "--format", READ_FORMATS, "read")
        choices = Choices(
            encoding=encoding,
            password=desk.console.password() if password else None,
            ocr=ocr,
            reading=_reading(layout, languages),
        )
        paths = [file] if second is None else [file, second]
        opened = desk.parts.fresh.open(paths, choices=choices, progress=desk.progress())
        if form == "json":
            from briefer.formats.writers.document_json import document_value

            desk.console.json(document_value(opened.document))
        else:
            from briefer.formats.writers.document_text import document_markdown, document_text

            write = document_markdown if form == "markdown" else document_text
            desk.console.text(write(opened.document, desk.texts.language_name))
        desk.tell(opened)


def _reading(layout: str, languages: str) -> Reading:
    chosen(layout, "--layout", tuple(Layout), "read")
    codes = tuple(languages.lower().split(",")) if languages else ()
    wrong = len(set(codes)) != 2 or not all(_LANGUAGE.fullmatch(code) for code in codes)
    if codes and wrong:
        raise WrongUse("languages-wrong", command="read")
    return Reading(Layout(layout), codes)
