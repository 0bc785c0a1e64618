"""What a reference on the command line means in trash and folders: ids, symbols, names with slashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.app.library import SHORTEST_PREFIX
from briefer.core.errors import DocumentAmbiguous, FolderAbsent, RemovedUnknown
from briefer.core.folders import Folder, clean_name, path_names

if TYPE_CHECKING:
    from briefer.app.keeping import Keeper
    from briefer.store.trash import Removed

SLASH = "/"


def removed_document(reference: str, entries: Sequence[Removed]) -> str:
    """The id of the document in the trash that an id, its beginning or a symbol names.

    Raises RemovedUnknown, and DocumentAmbiguous with `candidates` as (id, title) pairs.
    """
    from briefer.store.rows import symbol_key

    wanted = reference.strip()
    long_enough = len(wanted) >= SHORTEST_PREFIX
    found = [each for each in entries if long_enough and each.id.startswith(wanted.lower())]
    if not found and wanted:
        key = symbol_key(wanted)
        found = [each for each in entries if each.symbol and symbol_key(each.symbol) == key]
    if not found:
        raise RemovedUnknown(reference=reference)
    if len(found) > 1:
        raise DocumentAmbiguous(
            reference=reference, candidates=tuple((each.id, each.title) for each in found)
        )
    return found[0].id


def folder_called(reference: str, folders: Sequence[Folder]) -> Folder:
    """The folder that a path of names ("Vienna/Drafts") names, or a name alone if only one has it.

    Capital and small letters are the same. Raises FolderAbsent.
    """
    known = {folder.id: folder for folder in folders}
    wanted = _folded(reference)
    paths = {folder.id: _folded(SLASH.join(path_names(known, folder.id))) for folder in folders}
    exact = [folder for folder in folders if paths[folder.id] == wanted]
    found = exact or [folder for folder in folders if _folded(folder.name) == wanted]
    if len(found) != 1:
        raise FolderAbsent(reference=reference)
    return found[0]


def folder_for(reference: str, keeper: Keeper, folders: Sequence[Folder]) -> Folder:
    """The same; one that is not there is made, with those on the way to it. Raises FolderNameless."""
    try:
        return folder_called(reference, folders)
    except FolderAbsent:
        known = list(folders)
    parent: Folder | None = None
    for name in reference.split(SLASH):
        inside = parent.id if parent is not None else None
        there = (each for each in known if each.parent_id == inside and _folded(each.name) == _folded(name))
        parent = next(there, None) or keeper.make_folder(name, inside)
        known.append(parent)
    assert parent is not None  # noqa: S101 - a text split has a part
    return parent


def _folded(name: str) -> str:
    return SLASH.join(clean_name(part).casefold() for part in name.split(SLASH))
