"""The command that aligns two files: align.

No deferred annotations here: typer reads them from the running function.
"""

from pathlib import Path
from typing import Annotated

import typer

from briefer.cli.desk import Desk
from briefer.cli.usage import chosen

FORMATS = ("jsonl", "tsv", "html", "tmx")
PARAGRAPHS = ("auto", "lines")


def add_aligning(app: typer.Typer, desk: Desk) -> None:
    """Add the command to `app`."""
    gettext = desk.texts.gettext

    @app.command(
        "align",
        help=gettext(
            "Align two language versions paragraph by paragraph; nothing is saved. "
            "With --library, what its documents teach of words counts too."
        ),
    )
    def align(
        russian: Annotated[Path, typer.Argument(metavar="RU", help=gettext("The Russian version."))],
        english: Annotated[Path, typer.Argument(metavar="EN", help=gettext("The English version."))],
        paragraphs: Annotated[
            str,
            typer.Option(
                "--paragraphs",
                metavar="auto|lines",
                help=gettext("What a paragraph is: found as in a document, or every line that is not blank."),
            ),
        ] = "auto",
        form: Annotated[
            str,
            typer.Option(
                "--format", metavar="jsonl|tsv|html|tmx", help=gettext("How to show what corresponds.")
            ),
        ] = "jsonl",
        sentences: Annotated[
            bool, typer.Option("--sentences", help=gettext("Align the sentences inside the paragraphs too."))
        ] = False,
        correct: Annotated[
            Path | None,
            typer.Option(
                "--correct", metavar="FILE", help=gettext("Apply the corrections in this file of JSON lines.")
            ),
        ] = None,
    ) -> None:
        chosen(paragraphs, "--paragraphs", PARAGRAPHS, "align")
        chosen(form, "--format", FORMATS, "align")
        from briefer.app.aligning import AlignmentWish

        wish = AlignmentWish(paragraphs == "lines", sentences, correct)
        alignment = desk.parts.aligner.align((russian, english), wish, desk.progress())
        if form == "jsonl":
            from briefer.formats.writers.alignment_json import alignment_values

            for value in alignment_values(alignment):
                desk.console.json(value)
        elif form == "tsv":
            from briefer.formats.writers.alignment_tsv import alignment_tsv

            desk.console.text(alignment_tsv(alignment))
        elif form == "html":
            from briefer.app.aligning import alignment_words
            from briefer.formats.writers.alignment_html import alignment_html

            words = alignment_words(alignment, (russian, english), desk.texts)
            desk.console.text(alignment_html(alignment, words))
        else:
            from briefer import __version__
            from briefer.formats.writers.alignment_tmx import alignment_tmx

            desk.console.text(alignment_tmx(alignment, __version__))
