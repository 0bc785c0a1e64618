"""The commands for annotations: annotate, annotations.

No deferred annotations here: typer reads them from the running function.
"""

from typing import TYPE_CHECKING, Annotated

import typer

from briefer.cli.desk import Desk
from briefer.cli.usage import WrongUse, chosen
from briefer.core.annotation import Annotation, Color, Stance
from briefer.core.document import Document
from briefer.core.errors import NotYet

if TYPE_CHECKING:
    from briefer.core.passages import Passage

COLORS = tuple(Color)
STANCES = tuple(Stance)
FORMATS = ("text", "json", "md")
PROMISED = ("jsonld", "csv", "xlsx")


def add_annotations(app: typer.Typer, desk: Desk) -> None:
    """Add the commands to `app`."""
    _add_annotate(app, desk)
    _add_annotations(app, desk)


def _add_annotate(app: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @app.command("annotate", help=gettext("Mark a passage of a saved document, with or without a note."))
    def annotate(
        document: Annotated[
            str, typer.Argument(metavar="DOCUMENT", help=gettext("Its id, its symbol, or its file."))
        ],
        label: Annotated[
            str | None,
            typer.Option(
                "--paragraph", metavar="LABEL", help=gettext("The paragraph with this label, as 12 (a).")
            ),
        ] = None,
        index: Annotated[
            int | None,
            typer.Option(
                "--index", metavar="N", min=0, help=gettext("The paragraph with this number, from 0.")
            ),
        ] = None,
        bead: Annotated[
            int | None,
            typer.Option("--bead", metavar="N", min=0, help=gettext("The pair with this number, from 0.")),
        ] = None,
        language: Annotated[
            str | None,
            typer.Option("--language", metavar="ru|en", help=gettext("Only in this language, not in both.")),
        ] = None,
        quote: Annotated[
            str | None, typer.Option("--quote", metavar="TEXT", help=gettext("Only these words of it."))
        ] = None,
        note: Annotated[str, typer.Option("--note", metavar="TEXT", help=gettext("What to say of it."))] = "",
        color: Annotated[
            str, typer.Option("--color", metavar="|".join(COLORS), help=gettext("The colour."))
        ] = Color.YELLOW,
        tags: Annotated[
            list[str] | None, typer.Option("--tag", metavar="T", help=gettext("A tag; may be given again."))
        ] = None,
        stance: Annotated[
            str | None,
            typer.Option("--stance", metavar="|".join(STANCES), help=gettext("What you hold of it.")),
        ] = None,
    ) -> None:
        from briefer.app.annotating import Draft

        chosen(color, "--color", COLORS, "annotate")
        held = None if stance is None else Stance(chosen(_folded(stance), "--stance", STANCES, "annotate"))
        _check_place(label, index, bead)
        opened = desk.saved(document)
        passage = _passage(opened.document, label, index, bead, language)
        if quote is not None:
            from briefer.core.passages import quoted

            passage = quoted(opened.document, passage, quote)
        draft = Draft(note=note, color=Color(color), tags=tuple(tags or ()), stance=held)
        _, made = desk.parts.annotator.create(opened, *passage, draft)
        desk.console.json({"schema": 1, "id": made.id})


def _folded(stance: str) -> str:
    """Red line, red-line and redline are one."""
    return stance.lower().replace("-", "").replace(" ", "").replace("_", "")


def _check_place(label: str | None, index: int | None, bead: int | None) -> None:
    if sum(place is not None for place in (label, index, bead)) != 1:
        raise WrongUse("place-missing", command="annotate")


def _passage(
    document: Document, label: str | None, index: int | None, bead: int | None, language: str | None
) -> "Passage":
    from briefer.core.passages import indexed, labelled, numbered_bead

    if label is not None:
        return labelled(document, label, language)
    if index is None:
        return numbered_bead(document, bead or 0, language)
    if language is None and len(document.versions) > 1:
        raise WrongUse("language-missing", command="annotate")
    return indexed(document, language or document.languages[0], index)


def _add_annotations(app: typer.Typer, desk: Desk) -> None:
    gettext = desk.texts.gettext

    @app.command("annotations", help=gettext("List the annotations of a document, or of all."))
    def annotations(
        document: Annotated[
            str | None, typer.Argument(metavar="[DOCUMENT]", help=gettext("Its id, its symbol, or its file."))
        ] = None,
        every: Annotated[
            bool, typer.Option("--all", help=gettext("Of all documents (as without any)."))
        ] = False,
        query: Annotated[str | None, typer.Option("--filter", hidden=True)] = None,
        form: Annotated[
            str, typer.Option("--format", metavar="|".join(FORMATS), help=gettext("How to show them."))
        ] = "text",
    ) -> None:
        if form in PROMISED or query is not None:
            raise NotYet(what="--filter" if query is not None else f"--format {form}")
        chosen(form, "--format", FORMATS, "annotations")
        if document is not None and every:
            raise WrongUse("document-or-all", command="annotations")
        library = desk.parts.library
        found = library.annotations(None if document is None else library.find(document))
        if form == "json":
            from briefer.formats.writers.annotations_json import annotations_value

            desk.console.json(annotations_value(found))
        elif not found:
            desk.console.notice(gettext("There are no annotations."))
        elif form == "md":
            from briefer.formats.writers.annotations_markdown import annotations_markdown

            desk.console.text(annotations_markdown(_by_document(desk, found)))
        else:
            from briefer.cli.pages import annotations_page

            desk.console.text(annotations_page(_by_document(desk, found), desk.texts))


def _by_document(desk: Desk, found: tuple[Annotation, ...]) -> list[tuple[str, list[Annotation]]]:
    """Annotations under the name of their document, in the order in which they came."""
    names = {
        item.id: item.symbol or item.called(desk.texts.language) for item in desk.parts.library.summaries()
    }
    groups: dict[str, list[Annotation]] = {}
    for annotation in found:
        groups.setdefault(annotation.document_id, []).append(annotation)
    return [(names.get(key, key), group) for key, group in groups.items()]
