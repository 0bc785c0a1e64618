"""The commands for folders and the trash: library folders, put, take, remove, trash, put-back, empty-trash.

No deferred annotations here: typer reads them from the running function.
"""

from typing import Annotated, Any

import typer

from briefer.cli.desk import Desk
from briefer.cli.usage import chosen

FORMATS = ("text", "json")


def add_filing(group: typer.Typer, desk: Desk) -> None:
    """Add the commands to `group`."""
    _add_folders(group, desk)
    _add_put(group, desk)
    _add_take(group, desk)
    _add_remove(group, desk)
    _add_trash(group, desk)
    _add_put_back(group, desk)
    _add_empty_trash(group, desk)


def _form(desk: Desk) -> Any:
    return typer.Option("--format", metavar="|".join(FORMATS), help=desk.texts.gettext("How to show them."))


def _folder(desk: Desk) -> Any:
    words = desk.texts.gettext("Its name; those on the way before it with /.")
    return typer.Argument(metavar="FOLDER", help=words)


def _documents(desk: Desk) -> Any:
    return typer.Argument(metavar="DOCUMENT…", help=desk.texts.gettext("Ids, symbols, or files."))


def _add_folders(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("folders", help=gettext("List the folders of the library."))
    def folders(
        form: Annotated[str, _form(desk)] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "library folders")
        library = desk.parts.library
        listed, summaries = library.folders(), library.summaries()
        if form == "json":
            from briefer.cli.values import folders_value

            desk.console.json(folders_value(listed, summaries))
        elif listed:
            from briefer.cli.care_pages import folders_page

            desk.console.text(folders_page(listed, summaries, desk.texts))
        else:
            desk.console.notice(
                gettext("There are no folders. Make one with: briefer library put FOLDER DOCUMENT")
            )


def _add_put(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("put", help=gettext("Put documents into a folder, which is made if it is not there."))
    def put(
        folder: Annotated[str, _folder(desk)],
        documents: Annotated[list[str], _documents(desk)],
    ) -> None:
        from briefer.app.referring import folder_for

        library, keeper = desk.parts.library, desk.parts.keeper
        ids = [library.find(reference) for reference in documents]
        keeper.file(folder_for(folder, keeper, library.folders()).id, ids)


def _add_take(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("take", help=gettext("Take documents out of a folder; they stay in the library."))
    def take(
        folder: Annotated[str, _folder(desk)],
        documents: Annotated[list[str], _documents(desk)],
    ) -> None:
        from briefer.app.referring import folder_called

        library = desk.parts.library
        ids = [library.find(reference) for reference in documents]
        desk.parts.keeper.unfile(folder_called(folder, library.folders()).id, ids)


def _add_remove(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("remove", help=gettext("Put documents into the trash, from where they can be put back."))
    def remove(
        documents: Annotated[list[str], _documents(desk)],
    ) -> None:
        from briefer.cli.pages import ID_SHOWN

        library = desk.parts.library
        ids = list(dict.fromkeys(library.find(reference) for reference in documents))
        desk.parts.keeper.remove(ids)
        told = desk.texts.ngettext(
            "{count} document is in the trash now. Put it back with: briefer library put-back {ids}",
            "{count} documents are in the trash now. Put them back with: briefer library put-back {ids}",
            len(ids),
        )
        shown = " ".join(identity[:ID_SHOWN] for identity in ids)
        desk.console.notice(told.format(count=len(ids), ids=shown))


def _add_trash(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("trash", help=gettext("List the documents in the trash, removed last first."))
    def trash(
        form: Annotated[str, _form(desk)] = "text",
    ) -> None:
        chosen(form, "--format", FORMATS, "library trash")
        entries = desk.parts.keeper.trash() if desk.parts.library.there else []
        if form == "json":
            from briefer.cli.values import trash_value

            desk.console.json(trash_value(entries))
        elif entries:
            from briefer.cli.care_pages import trash_page

            desk.console.text(trash_page(entries, desk.texts))
        else:
            desk.console.notice(gettext("The trash is empty."))


def _add_put_back(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("put-back", help=gettext("Take documents out of the trash, with their annotations."))
    def put_back(
        documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT…", help=gettext("Ids or symbols."))],
    ) -> None:
        from briefer.app.referring import removed_document

        entries = desk.parts.keeper.trash()
        desk.parts.keeper.restore([removed_document(reference, entries) for reference in documents])


def _add_empty_trash(group: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @group.command("empty-trash", help=gettext("Delete for good what is in the trash, with its annotations."))
    def empty_trash(
        days: Annotated[
            int,
            typer.Option(
                "--days", metavar="N", min=0, help=gettext("Only what has been there for so many days.")
            ),
        ] = 0,
    ) -> None:
        gone = desk.parts.keeper.empty_trash(days) if desk.parts.library.there else 0
        if gone:
            from briefer.app.indexing import keep_in_step

            keep_in_step(desk.parts.library)
        told = desk.texts.ngettext(
            "{count} document is deleted for good.", "{count} documents are deleted for good.", gone
        )
        desk.console.notice(told.format(count=gone) if gone else gettext("There was nothing to delete."))
