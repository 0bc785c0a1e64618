"""All commands in one typer application, with help in the language of the interface."""

from __future__ import annotations

import typer

from briefer.cli.aligning import add_aligning
from briefer.cli.annotations import add_annotations
from briefer.cli.collection import add_collection
from briefer.cli.concording import add_concording
from briefer.cli.desk import Desk
from briefer.cli.exporting import add_exporting
from briefer.cli.importing import add_importing
from briefer.cli.keeping import library_group
from briefer.cli.reading import add_reading


def build(desk: Desk) -> typer.Typer:
    """The application. Help and errors are shown by `briefer.cli.program`, not by typer."""
    app = typer.Typer(
        help=desk.texts.gettext(
            "Read session documents of the United Nations in Russian and English side by side, "
            "search and annotate them, and write briefing notes. Without a command, the window opens."
        ),
        add_completion=False,
        rich_markup_mode=None,
        add_help_option=False,
    )
    add_reading(app, desk)
    add_aligning(app, desk)
    add_importing(app, desk)
    add_collection(app, desk)
    add_concording(app, desk)
    add_annotations(app, desk)
    add_exporting(app, desk)
    app.add_typer(library_group(desk), name="library")
    return app
