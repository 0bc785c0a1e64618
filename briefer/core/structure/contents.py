"""Tables of contents: where one begins, which blocks are its entries, and how they read.

An entry is not a heading, however much it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefer.core.structure.lines import Block, Line
from briefer.core.structure.placed import text_of

LONGEST_ENTRY = 300
# So many entries after one another with leaders are contents without being called so.
LEAST_UNCALLED = 3
_CALLED = re.compile(
    r"(?:Table of contents|Contents|Содержание|Оглавление)(?:\s*\((?:continued|продолжение)\))?[:.]?",
    re.IGNORECASE,
)
_COLUMN_HEAD = re.compile(
    r"(?:Pages?|Paragraphs?|Chapter|Section|Стр\.?|Страница|Пункты?|Глава|Раздел|Стр\.?\s*№)"
    r"(?:\s+(?:Page|Стр\.?|Страница))?",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\s*(?:…+|\.(?:\s?\.){2,}|_{3,})[\s.…]*|\t+\s*)(?P<page>\d{1,4}|[ivxl]{1,6})\s*$")
_PAGE = re.compile(r"(?:^|\S\s+)(?P<page>\d{1,3})\s*$")
LEADER = " … "


def begins_contents(text: str) -> bool:
    """Whether `text` is the heading of a table of contents."""
    return bool(_CALLED.fullmatch(" ".join(text.split())))


def ends_in_page(text: str) -> bool:
    """Whether dots, or a tab, lead from the text to a page number."""
    return len(text) <= LONGEST_ENTRY and bool(_LEADER.search(text))


def contents_entries(blocks: Sequence[Block]) -> frozenset[int]:
    """The places of the blocks that are entries of a table of contents."""
    found: set[int] = set()
    place = 0
    while place < len(blocks):
        if begins_contents(text_of(blocks[place])):
            end = _end(blocks, place + 1)
            found.update(range(place + 1, end))
            place = max(end, place + 1)
        else:
            run = place
            while run < len(blocks) and _all_lead(blocks[run]):
                run += 1
            lines = sum(len(block.lines) for block in blocks[place:run])
            if lines >= LEAST_UNCALLED:
                found.update(range(place, run))
            place = run + 1
    return frozenset(place for place in found if not blocks[place].furniture)


def entry(block: Block) -> Block:
    """The block with one line an entry, the dots or the tab before the page shown as an ellipsis."""
    lines: list[Line] = []
    for line in block.lines:
        text = _LEADER.sub(lambda page: LEADER + page["page"], line.text)
        if lines and not re.search(r"\s(?:\d{1,4}|[ivxl]{1,6})\s*$", lines[-1].text):
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text.strip()} {text.strip()}")
        else:
            lines.append(replace(line, text=text))
    return replace(block, lines=tuple(lines))


def _all_lead(block: Block) -> bool:
    return bool(block.lines) and all(ends_in_page(line.text) for line in block.lines) and not block.furniture


def _end(blocks: Sequence[Block], start: int) -> int:
    """Where the entries end: at a block that is none, unless an entry follows within two."""
    end = place = start
    highest = 0
    while place < len(blocks) and place <= end + 2:
        block = blocks[place]
        page = _page(block)
        if page is not None and page >= highest:
            highest, end = page, place + 1
        elif _COLUMN_HEAD.fullmatch(text_of(block).strip()) and place == end:
            end = place + 1
        elif block.furniture:
            end += place == end
        elif len(text_of(block)) > LONGEST_ENTRY or block.cell is not None:
            break
        place += 1
    return end


def _page(block: Block) -> int | None:
    """The page that an entry names last; 0 for a page in Roman numerals."""
    text = text_of(block)
    if not block.lines or block.cell is not None or block.furniture:
        return None
    if len(text) > LONGEST_ENTRY and not all(ends_in_page(line.text) for line in block.lines):
        return None
    found = _LEADER.search(text) or _PAGE.search(text)
    if found is None:
        return None
    return int(found["page"]) if found["page"].isdecimal() else 0
