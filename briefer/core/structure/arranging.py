"""Puts the blocks of a file in order: what stands in tables, columns and contents is told apart.

Whether the languages that a table or a column seems to be in are those of the document is
decided in `parting`; here it is only said where they would be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefer.core.labels import read_mark
from briefer.core.language import scripts
from briefer.core.structure.contents import LEADER, begins_contents, contents_entries, entry
from briefer.core.structure.lines import Block, Line
from briefer.core.structure.masthead_lines import masthead_field
from briefer.core.structure.placed import Placed, text_of
from briefer.core.structure.tables import Table, Use, names_language, use_of

MOST_STRAY_CELL = 0.2
LEAST_LETTERS_ELSEWHERE = 10
LONGEST_HEAD = 30
_END = re.compile(r"[.;:,][\"”»)]*$")
_LEAST_SENTENCE = 60
_BARE = re.compile(r"[\w\s.]*\w")


def arranged(
    blocks: Sequence[Block],
    tables: dict[int, Table],
    languages: dict[int, dict[int, int]],
) -> list[Placed]:
    """The blocks with their places.

    `tables` are all tables of the blocks, `languages` the sides of the columns of those that hold
    two languages.
    """
    entries = contents_entries(blocks)
    uses = _uses(blocks, tables)
    placed: list[Placed] = []
    place = 0
    while place < len(blocks):
        block = blocks[place]
        if block.cell is None:
            _add(placed, block, listed=place in entries)
            place += 1
            continue
        end = _row_end(blocks, place)
        number = block.cell.table
        row = list(blocks[place:end])
        if number in languages:
            placed += _pair(row, languages[number], tables[number])
        else:
            placed += _row(row, uses[number], tables[number])
        place = end
    return placed


def _add(placed: list[Placed], block: Block, *, listed: bool) -> None:
    """Add a block that is in no table; a page of contents that stands alone joins its entry."""
    before = placed[-1] if placed else None
    page = text_of(block).strip()
    if not listed or before is None or not before.contents or not page.isdecimal():
        placed.append(Placed(entry(block) if listed else block, contents=listed))
        return
    *lines, last = before.block.lines
    if last.text.rstrip()[-1:].isdigit():
        placed.append(Placed(block, contents=True))
        return
    whole = replace(last, text=f"{last.text.rstrip()}{LEADER}{page}")
    placed[-1] = replace(before, block=replace(before.block, lines=(*lines, whole)))


def is_sentence(text: str) -> bool:
    """Whether `text` is long enough for a sentence and ends as one."""
    end = _END.search(text)
    return end is not None and any(map(str.isalpha, text[: max(0, end.start() - _LEAST_SENTENCE)]))


def _uses(blocks: Sequence[Block], tables: dict[int, Table]) -> dict[int, Use]:
    found: dict[int, Use] = {}
    at_head, since_contents = True, 99
    for block in blocks:
        text = text_of(block)
        since_contents = 0 if begins_contents(text) else since_contents + 1
        if block.cell is None:
            at_head = at_head and not (is_sentence(text) and masthead_field(text) is None)
        elif block.cell.table not in found:
            number = block.cell.table
            found[number] = use_of(tables[number], at_head=at_head, after_contents=since_contents <= 3)
    return found


def _row_end(blocks: Sequence[Block], start: int) -> int:
    """Behind the last of the blocks that stand in the same row as the one at `start`."""
    cell, end = blocks[start].cell, start
    while end < len(blocks):
        other = blocks[end].cell
        if cell is None or other is None or (other.table, other.row) != (cell.table, cell.row):
            break
        end += 1
    return end


def _cells(row: Sequence[Block]) -> dict[int, list[Block]]:
    found: dict[int, list[Block]] = {}
    for block in row:
        found.setdefault(block.cell.column if block.cell else 0, []).append(block)
    return dict(sorted(found.items()))


def _pair(row: Sequence[Block], sides: dict[int, int], table: Table) -> list[Placed]:
    """A row of a table that holds two languages; other columns go with the one before them."""
    cells = _cells(row)
    label_column = table.label_column
    labels = cells.get(label_column, []) if label_column is not None and label_column not in sides else []
    label = text_of(labels[0]).strip() if len(labels) == 1 else ""
    if labels and (not table.labels(label) or table.counts_rows(sides)):
        label = ""
    named = len(cells) > 1 and all(
        names_language(text_of(block)) for column in sides for block in cells.get(column, ())
    )
    placed: list[Placed] = []
    side, labelled = min(sides.items())[1], False
    for column, blocks in cells.items():
        if label and column == label_column:
            continue
        side = sides.get(column, side)
        if labels and column == label_column:
            placed += [Placed(block, side, cell=True) for block in blocks]
            continue
        if label and column in sides and read_mark(text_of(blocks[0])) is None:
            blocks = [_with_label(label, blocks[0]), *blocks[1:]]
            labelled = True
        if named:
            placed += [Placed(block, side, cell=True) for block in blocks]
        else:
            placed += [_on_side(block, side, alone=len(cells) == 1) for block in blocks]
    if label and not labelled:
        placed[:0] = [Placed(block) for block in labels]
    return placed


def _on_side(block: Block, side: int, alone: bool) -> Placed:
    """The block on its column's side, unless it is the other language's over the whole row."""
    found = scripts(text_of(block))
    ours, theirs = (found.cyrillic, found.latin) if side == 0 else (found.latin, found.cyrillic)
    mixed = min(ours, theirs) > MOST_STRAY_CELL * (ours + theirs)
    if alone and (mixed or (theirs > ours and theirs >= LEAST_LETTERS_ELSEWHERE)):
        return Placed(block)
    # What is longer over a column of a language is the title of the text in it.
    head = block.cell is not None and block.cell.head and len(text_of(block)) <= LONGEST_HEAD
    # A year beside what happened in it would else pass for a page's number.
    return Placed(block, side, cell=head or text_of(block).strip().isdecimal())


def _row(row: Sequence[Block], use: Use, table: Table) -> list[Placed]:
    if use is Use.DATA:
        return [Placed(block, cell=True) for block in row]
    if use is Use.CONTENTS:
        return [Placed(_contents_entry(row), contents=True)]
    cells = list(_cells(row).values())
    if len(cells) < 2 or len(cells[0]) != 1 or not _labels(text_of(cells[0][0]), table):
        return [Placed(block) for block in row]
    first, *rest = [block for cell in cells[1:] for block in cell]
    if read_mark(text_of(first)) is not None:
        return [Placed(block) for block in row]
    return [Placed(_with_label(text_of(cells[0][0]).strip(), first)), *map(Placed, rest)]


def _labels(text: str, table: Table) -> bool:
    """Whether a row's first cell numbers what stands beside it."""
    return table.labels(text.strip()) and (not _BARE.fullmatch(text.strip()) or len(table.rows) > 1)


def _contents_entry(row: Sequence[Block]) -> Block:
    texts = [text_of(block).strip() for block in row]
    page = texts.pop() if len(texts) > 1 and texts[-1].isdecimal() else ""
    whole = " ".join(texts) + (LEADER + page if page else "")
    return replace(row[0], lines=(Line(whole, all(line.strong for line in row[0].lines)),))


def _with_label(label: str, block: Block) -> Block:
    """The block with the label in front, in a form in which it is read as one."""
    if _BARE.fullmatch(label):
        label += ")" if label.isalpha() else "."
    first = block.lines[0]
    return replace(block, lines=(replace(first, text=f"{label} {first.text}"), *block.lines[1:]))
