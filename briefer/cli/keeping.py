"""The commands that look after the library: library info, check, backup, restore, rebuild-index.

No deferred annotations here: typer reads them from the running function.
"""

from pathlib import Path
from typing import Annotated

import typer

from briefer.cli.desk import Desk
from briefer.cli.filing import add_filing
from briefer.cli.usage import WrongUse, chosen

FORMATS = ("text", "json")
TEXT_OR_JSON = "text|json"


def library_group(desk: Desk) -> typer.Typer:
    """The commands that follow `briefer library`."""
    group = typer.Typer(
        help=desk.texts.gettext("Look after the library."),
        add_completion=False,
        rich_markup_mode=None,
        add_help_option=False,
    )
    _add_info(group, desk)
    _add_check(group, desk)
    _add_backup(group, desk)
    _add_restore(group, desk)
    _add_rebuild(group, desk)
    add_filing(group, desk)
    return group


def _add_info(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("info", help=gettext("Say where the library is and what it holds."))
    def info(
        form: Annotated[
            str, typer.Option("--format", metavar=TEXT_OR_JSON, help=gettext("How to show it."))
        ] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "library info")
        found = desk.parts.library.info()
        if form == "json":
            from briefer.cli.values import info_value

            desk.console.json(info_value(found, desk.parts.upkeep.backups()))
            return
        from briefer.cli.care_pages import library_page

        desk.console.text(library_page(found, desk.texts))
        if desk.verbose:
            from briefer.app.diagnostics import as_text, diagnostics

            for backup in desk.parts.upkeep.backups():
                desk.console.text(f"  {backup.path.name}")
            desk.console.text("\n" + as_text(diagnostics(desk.parts.library.folder, desk.texts)))


def _add_check(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command(
        "check", help=gettext("Check database, original files, backups and index against each other.")
    )
    def check(
        form: Annotated[
            str, typer.Option("--format", metavar=TEXT_OR_JSON, help=gettext("How to show what was found."))
        ] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "library check")
        report = desk.parts.upkeep.check(desk.progress())
        if form == "json":
            from briefer.cli.values import report_value

            desk.console.json(report_value(report, desk.texts))
        else:
            from briefer.cli.care_pages import check_page

            desk.console.text(check_page(report, desk.texts))
        if not report.well:
            raise typer.Exit(1)


def _add_backup(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("backup", help=gettext("Make a backup now and verify it."))
    def backup(
        to: Annotated[
            Path | None,
            typer.Option(
                "--to", metavar="FILE", help=gettext("Write a copy there instead of among the backups.")
            ),
        ] = None,
    ) -> None:
        path = desk.parts.upkeep.back_up(to)
        desk.console.text(str(path))
        if to is not None:
            desk.console.notice(
                gettext("The original files are not in it: copy the folder “{path}” too.").format(
                    path=desk.parts.library.folder / "files"
                )
            )


def _add_restore(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command(
        "restore",
        help=gettext("Put a backup in the place of the database, which is kept aside or backed up."),
    )
    def restore(
        backup: Annotated[
            str | None,
            typer.Argument(
                metavar="[BACKUP]", help=gettext("Its name or file; the newest good one when left out.")
            ),
        ] = None,
        empty: Annotated[
            bool, typer.Option("--empty", help=gettext("Begin with an empty library instead."))
        ] = False,
    ) -> None:
        if empty and backup is not None:
            raise WrongUse("arguments-too-many", command="library restore")
        upkeep = desk.parts.upkeep
        restored = upkeep.begin_anew() if empty else upkeep.restore(backup)
        if restored.source:
            told = gettext("The library is now as in the backup “{path}”.")
            desk.console.notice(told.format(path=restored.source))
        else:
            desk.console.notice(
                gettext("The library is empty now; original files and backups are still there.")
            )
        if restored.aside:
            told = gettext("The damaged database is kept as “{path}”.")
            desk.console.notice(told.format(path=restored.aside))
        if restored.saved:
            told = gettext("What was there is in the backup “{path}”.")
            desk.console.notice(told.format(path=restored.saved))


def _add_rebuild(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("rebuild-index", help=gettext("Build the search index anew from the documents."))
    def rebuild_index() -> None:
        count = desk.parts.upkeep.rebuild_index()
        told = desk.texts.ngettext(
            "The index is built anew, with {count} document.",
            "The index is built anew, with {count} documents.",
            count,
        )
        desk.console.notice(told.format(count=count))
