"""What was done to the library, as sentences beside which "Undo" stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.app.keeping import KeptStep, StepKind
from briefer.app.texts import Texts

_DONE: Mapping[StepKind, Callable[[Texts, int], str]] = {
    StepKind.DESCRIBE: lambda t, _n: t.gettext("The details of the document were changed."),
    StepKind.REMOVE: lambda t, n: t.ngettext(
        "{count} document was put into the trash.", "{count} documents were put into the trash.", n
    ),
    StepKind.RESTORE: lambda t, n: t.ngettext(
        "{count} document was taken out of the trash.", "{count} documents were taken out of the trash.", n
    ),
    StepKind.FOLDER_MADE: lambda t, _n: t.gettext("The folder was made."),
    StepKind.FOLDER_RENAMED: lambda t, _n: t.gettext("The folder was renamed."),
    StepKind.FOLDER_MOVED: lambda t, _n: t.gettext("The folder was moved."),
    StepKind.FOLDER_DELETED: lambda t, _n: t.gettext(
        "The folder was deleted. Its documents are still in the library."
    ),
    StepKind.FILED: lambda t, n: t.ngettext(
        "{count} document was put into the folder.", "{count} documents were put into the folder.", n
    ),
    StepKind.UNFILED: lambda t, n: t.ngettext(
        "{count} document was taken out of the folder.", "{count} documents were taken out of the folder.", n
    ),
}


def step_sentence(step: KeptStep, texts: Texts) -> str:
    """What the step has done."""
    return _DONE[step.kind](texts, step.count).format(count=step.count)
