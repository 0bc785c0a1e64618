"""Which documents belong together by their symbols, and which of them another one has replaced.

A family is a document with its revisions, addenda, corrigenda and amendments. Of two texts:

- a revision replaces the text of which it is one, and earlier revisions of it;
- a technical reissue (a trailing asterisk, then two) replaces the issue before it, and a later
  text of one symbol the earlier one, both only where they have a language in common;
- a corrigendum replaces nothing. It concerns the text whose symbol it bears before `Corr.`,
  perhaps in some languages only; when that text is replaced, the corrigendum is so too;
- addenda and amendments add to a text or alter a part of it, and replace nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from briefer.core.symbols import DocumentSymbol, fold, parse_symbol
from briefer.core.values import dataclass

_REVISION = re.compile(r"Rev\.?\s?(\d+)?", re.IGNORECASE)
_CORRIGENDUM = re.compile(r"Corr\.?\s?(\d+)?", re.IGNORECASE)

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """What of a document decides its place in a family. `added` sorts by time."""

    id: str
    symbol: str | None
    added: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corrigendum:
    """A corrigendum by its document's id, and the languages in which it is at hand."""

    id: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands in its family: its symbol (None without one), and the ids of others."""

    family: str | None = None
    superseded_by: str | None = None
    corrected_by: tuple[Corrigendum, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Placed:
    """A member with its symbol taken apart: `stem` is without a last `Rev.`, whose number is `revision`."""

    member: Member
    parts: Parts
    stem: Parts
    revision: int
    reissues: int

    @property
    def rank(self) -> tuple[int, int, str, str]:
        return (self.revision, self.reissues, self.member.added, self.member.id)

    @property
    def corrects(self) -> Parts | None:
        """The parts of the symbol that it corrects, None if it is no corrigendum."""
        return self.parts[:-1] if len(self.parts) > 1 and _CORRIGENDUM.fullmatch(self.parts[-1]) else None


def standings(members: Iterable[Member]) -> dict[str, Standing]:
    """By id, how each of `members` stands among all of them."""
    members = list(members)
    placed = [_placed(member, member.symbol) for member in members if member.symbol]
    replaced = _replaced(placed)
    corrected = _corrected(placed)
    replaced.update(_spent(placed, replaced))
    families = {each.member.id: str(DocumentSymbol(each.parts).family) for each in placed}
    return {
        member.id: Standing(
            families.get(member.id), replaced.get(member.id), tuple(corrected.get(member.id, ()))
        )
        for member in members
    }


def _spent(placed: Sequence[_Placed], replaced: Mapping[str, str]) -> dict[str, str]:
    """The corrigenda of texts that are replaced, with what replaces those."""
    by_parts = _by_parts(placed)
    found = {}
    for each in placed:
        if each.corrects and each.member.id not in replaced:
            targets = [replaced.get(other.member.id) for other in by_parts.get(each.corrects, ())]
            if targets and None not in targets:
                found[each.member.id] = targets[-1] or ""
    return found


def _by_parts(placed: Sequence[_Placed]) -> Mapping[Parts, list[_Placed]]:
    found: dict[Parts, list[_Placed]] = defaultdict(list)
    for each in placed:
        found[each.parts].append(each)
    return found


def family_of(symbol: str | None) -> str | None:
    """The symbol of the family, however `symbol` is spelt; None without one."""
    if not symbol:
        return None
    parsed = parse_symbol(symbol)
    return str(parsed.family) if parsed else _bare(symbol)


def _placed(member: Member, symbol: str) -> _Placed:
    parsed = parse_symbol(symbol)
    parts = parsed.parts if parsed else (_bare(symbol),)
    last = _REVISION.fullmatch(parts[-1]) if len(parts) > 1 else None
    stripped = symbol.rstrip()
    return _Placed(
        member,
        parts,
        parts[:-1] if last else parts,
        int(last.group(1) or 1) if last else 0,
        len(stripped) - len(stripped.rstrip("*")),
    )


def _bare(symbol: str) -> str:
    return fold("".join(symbol.split())).upper().rstrip("*")


def _replaced(placed: Sequence[_Placed]) -> dict[str, str]:
    """By the id of what is replaced, the id of the newest text that replaces it."""
    by_stem: dict[Parts, list[_Placed]] = defaultdict(list)
    for each in placed:
        by_stem[each.stem].append(each)
    found = {}
    for group in by_stem.values():
        group.sort(key=lambda each: each.rank)
        for number, old in enumerate(group):
            newer = [new for new in group[number + 1 :] if _replaces(new, old)]
            if newer:
                found[old.member.id] = newer[-1].member.id
    return found


def _replaces(new: _Placed, old: _Placed) -> bool:
    if new.revision > old.revision:
        return True
    return bool(set(new.member.languages) & set(old.member.languages))


def _corrected(placed: Sequence[_Placed]) -> Mapping[str, list[Corrigendum]]:
    by_parts = _by_parts(placed)
    found: dict[str, list[Corrigendum]] = defaultdict(list)
    for each in sorted(placed, key=lambda each: (each.parts, each.rank)):
        for target in by_parts.get(each.corrects or (), ()):
            found[target.member.id].append(Corrigendum(each.member.id, each.member.languages))
    return found
