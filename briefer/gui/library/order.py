"""How the library's documents are grouped, sorted and filtered, before Qt sees them. No widgets here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefer.app.model import DocumentSummary
from briefer.app.texts import Texts
from briefer.core.families import family_of
from briefer.gui.library.words import group_heading, group_name


class Order(StrEnum):
    """By what the documents of a group are sorted."""

    ITEM = "item"
    SYMBOL = "symbol"
    TITLE = "title"
    DATE = "date"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of one organ and session, or of one agenda item in it.

    `key` stays the same whatever language the interface speaks; `inner` come before `documents`.
    """

    key: str
    name: str
    documents: tuple[DocumentSummary, ...] = ()
    inner: tuple[Group, ...] = ()


def groups_of(summaries: Iterable[DocumentSummary], order: Order, texts: Texts) -> list[Group]:
    """By organ and session, the unfiled last; agenda items with several documents stand together."""
    found: dict[str, list[DocumentSummary]] = {}
    for summary in summaries:
        found.setdefault(_key(summary), []).append(summary)
    groups = [_group(key, documents, order, texts) for key, documents in found.items()]
    unfiled = _key_of(None, None)
    return sorted(groups, key=lambda group: (group.key == unfiled, natural(group.name)))


def sorted_documents(
    summaries: Iterable[DocumentSummary], order: Order, language: str
) -> list[DocumentSummary]:
    """In the order asked for, titles by those in `language`; texts of one family stand together, what is in
    force first.
    """

    def named(each: DocumentSummary) -> str:
        return "~" + each.called(language)

    listed = sorted(summaries, key=lambda each: (each.superseded, natural(each.symbol or named(each))))
    listed.sort(key=lambda each: natural(family_of(each.symbol) or named(each)))
    if order in (Order.DATE, Order.ADDED):
        moment: Callable[[DocumentSummary], str] = _date if order is Order.DATE else lambda each: each.added
        listed.sort(key=moment, reverse=True)
    elif order is not Order.SYMBOL:
        listed.sort(key=_item if order is Order.ITEM else lambda each: natural(named(each)))
    return listed


def matching(summaries: Sequence[DocumentSummary], wanted: str, texts: Texts) -> list[DocumentSummary]:
    """Those in whose description every word of `wanted` stands, however it is spelt."""
    words = _folded(wanted).split()
    if not words:
        return list(summaries)
    return [each for each in summaries if all(word in _searched(each, texts) for word in words)]


def natural(text: str) -> list[tuple[int, int, str]]:
    """Sorts "L.10" after "L.9"."""
    parts = re.split(r"(\d+)", _folded(text))
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]


def _group(key: str, documents: list[DocumentSummary], order: Order, texts: Texts) -> Group:
    name = group_heading(documents, texts)
    if order is not Order.ITEM:
        return Group(key, name, tuple(sorted_documents(documents, order, texts.language)))
    by_item: dict[str, list[DocumentSummary]] = {}
    for summary in documents:
        by_item.setdefault(summary.agenda_item or "", []).append(summary)
    together = {item: found for item, found in by_item.items() if item and len(found) > 1}
    inner = [
        Group(
            f"{key}|item:{item}",
            texts.gettext("Item {number}").format(number=item),
            tuple(sorted_documents(found, Order.SYMBOL, texts.language)),
        )
        for item, found in sorted(together.items(), key=lambda entry: natural(entry[0]))
    ]
    single = [each for each in documents if (each.agenda_item or "") not in together]
    return Group(key, name, tuple(sorted_documents(single, order, texts.language)), tuple(inner))


def _key(summary: DocumentSummary) -> str:
    return _key_of(summary.organ, summary.session)


def _key_of(organ: str | None, session: str | None) -> str:
    return f"group:{organ or ''}|{session or ''}"


def _item(summary: DocumentSummary) -> list[tuple[int, int, str]]:
    return natural(summary.agenda_item or "~")


def _date(summary: DocumentSummary) -> str:
    return summary.date.isoformat() if summary.date else ""


def _searched(summary: DocumentSummary, texts: Texts) -> str:
    titles = (summary.title, *(title for _, title in summary.titles))
    facts = (summary.symbol, *titles, group_name(summary, texts), summary.organ, summary.place)
    item = texts.gettext("item {number}").format(number=summary.agenda_item) if summary.agenda_item else ""
    dates = (summary.date.isoformat(), texts.date(summary.date)) if summary.date else ()
    return _folded(" ".join(fact for fact in (*facts, item, *dates) if fact))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
