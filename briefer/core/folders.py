"""The person's own folders as values: names within names, no circle among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder in the folder called `parent_id`, or at the top (None)."""

    id: str
    name: str
    parent_id: str | None = None


@dataclass(frozen=True, slots=True)
class FolderTree:
    """Folders with those inside them, and which documents are in which: what deleting takes away."""

    folders: tuple[Folder, ...]
    documents: tuple[tuple[str, str], ...]  # folder's id, document's id


def clean_name(name: str) -> str:
    """A name on one line, without what cannot be seen; "" when nothing is left."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())[:200]


def within(folders: Iterable[Folder], folder_id: str) -> tuple[Folder, ...]:
    """The folder and all those inside it, parents first; nothing when it is not there."""
    folders = list(folders)
    found = [folder for folder in folders if folder.id == folder_id]
    for parent in found:
        found += [folder for folder in folders if folder.parent_id == parent.id and folder not in found]
    return tuple(found)


def path_names(folders: Mapping[str, Folder], folder_id: str) -> tuple[str, ...]:
    """The names on the way to a folder, from the top; stops where the way is broken or circular."""
    names: list[str] = []
    seen: set[str] = set()
    step: str | None = folder_id
    while step is not None and step in folders and step not in seen:
        seen.add(step)
        names.insert(0, folders[step].name)
        step = folders[step].parent_id
    return tuple(names)
