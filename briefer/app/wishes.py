"""Files to be opened, each with what was chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field, replace
from pathlib import Path

from briefer.app.model import Choices, OpenDocument
from briefer.app.opening import Opener
from briefer.app.reader import Share
from briefer.app.task import Progress
from briefer.app.texts import Texts
from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """One file, and how it is to be read."""

    path: Path
    choices: Choices = field(default=Choices())


Wishes = tuple[Wish, ...]


def wishes_for(paths: Sequence[Path]) -> Wishes:
    """The files as they are: nothing is chosen for them."""
    return tuple(Wish(path.absolute()) for path in paths)


def with_choices(wishes: Wishes, path: str, change: Callable[[Choices], Choices]) -> Wishes:
    """The same wishes with the choices for the file at `path` changed; for all if it is none of them."""
    meant = [wish for wish in wishes if str(wish.path) == path] or wishes
    return tuple(replace(wish, choices=change(wish.choices)) if wish in meant else wish for wish in wishes)


def fulfil(opener: Opener, wishes: Wishes, progress: Progress) -> OpenDocument:
    """The document in the files, one or two. Raises what `Opener.open` raises."""
    choices = {wish.choices for wish in wishes}
    if len(choices) == 1:
        return opener.open([wish.path for wish in wishes], choices=choices.pop(), progress=progress)
    parts = [
        opener.open([wish.path], choices=wish.choices, progress=Share(progress, number, len(wishes) + 1))
        for number, wish in enumerate(wishes)
    ]
    share = Share(progress, len(wishes), len(wishes) + 1)
    joined = opener.join(parts[0].document, parts[1].document, share)
    progress.report(1.0)
    return joined


def fulfilling_words(wishes: Wishes, texts: Texts) -> str:
    """What this is called while it is under way."""
    names = ", ".join(wish.path.name for wish in wishes)
    if any(wish.choices.ocr for wish in wishes):
        return texts.gettext("Recognising the text of {name}…").format(name=names)
    return texts.gettext("Opening {name}…").format(name=names)
