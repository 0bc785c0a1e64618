"""The command that writes a briefing note: export.

No deferred annotations here: typer reads them from the running function.
"""

from pathlib import Path
from typing import Annotated

import typer

from briefer.cli.desk import Desk
from briefer.cli.usage import chosen
from briefer.core.errors import NotYet

LANGUAGES = ("ru", "en", "both")
PRESETS = ("full", "one-page", "talking-points", "text-table")


def add_exporting(app: typer.Typer, desk: Desk) -> None:
    """Add the command to `app`."""
    gettext = desk.texts.gettext

    @app.command("export", help=gettext("Write a briefing note from the annotations of a document."))
    def export(
        document: Annotated[
            str, typer.Argument(metavar="DOCUMENT", help=gettext("Its id, its symbol, or its file."))
        ],
        target: Annotated[
            Path,
            typer.Option("--to", metavar="FILE", help=gettext("The file to write: .docx, .html or .md.")),
        ],
        preset: Annotated[
            str, typer.Option("--preset", metavar="full", help=gettext("Which sections the note has."))
        ] = "full",
        language: Annotated[
            str,
            typer.Option(
                "--language", metavar="ru|en|both", help=gettext("The language of note and quotations.")
            ),
        ] = "both",
        mark: Annotated[
            str,
            typer.Option("--mark", metavar="TEXT", help=gettext("A handling mark, such as Confidential.")),
        ] = "",
    ) -> None:
        chosen(preset, "--preset", PRESETS, "export")
        chosen(language, "--language", LANGUAGES, "export")
        if preset != "full":
            raise NotYet(what=f"--preset {preset}")
        notes = desk.parts.notes
        notes.check(target)
        opened = desk.saved(document)
        annotations = desk.parts.library.annotations(opened.id)
        spoken = desk.texts.language if language == "both" else language
        header = notes.header(opened, spoken, mark=mark)
        note = notes.compose(opened, annotations, header, language)
        notes.write(note, target)
        desk.parts.records.keep(note, opened, target)
        desk.console.notice(str(target))
