"""What a table is for: two languages side by side, data, contents, or only to arrange a page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from functools import cached_property

from briefer.core.labels import read_mark
from briefer.core.language import scripts
from briefer.core.structure.balance import Weigh, alike_in_length
from briefer.core.structure.contents import ends_in_page
from briefer.core.structure.lines import Block
from briefer.core.structure.masthead_lines import masthead_field
from briefer.core.structure.placed import text_of
from briefer.core.values import dataclass

MOST_MASTHEAD_ROWS = 12
# So many of these in a table below a text make it the cover of the next version.
LEAST_ON_COVER = 2
_COVER = {"distribution", "original_languages", "symbol", "session", "agenda_item"}
LEAST_PURITY = 0.8
LEAST_COVERED = 0.7
LEAST_PAIRED = 0.6
MOST_UNLIKE = 2.5
PROSE = 25
_LABEL = re.compile(
    r"[\[(]?(?:(?:OP|PP|ПП)\s?)?"
    r"(?:(?:\d{1,3}|(?!(?:1[89]|20)\d\d)[1-9]\d{3})(?:\.\d{1,3})*(?:\s(?:bis|ter|бис))?|[a-zа-я]{1,2}|[ivxl]{1,6})[.)\]]*",
    re.IGNORECASE,
)
_LIKE_YEAR = re.compile(r"(?:1[89]|20)\d\d[.)]*")
_HEAD_OF_LABELS = re.compile(r"№(?:\s*п/п)?|#|n/n|no\.?|п/п|пункт|абзац|para(?:graph)?\.?", re.IGNORECASE)
_OWN = {"number", "compound", "preambular", "letter", "roman"}
_LANGUAGE_HEAD = re.compile(
    r"(?:(?:original|text|version|in|the|language|оригинал|текст|вариант|версия|на|язык\w*|перевод|translation)\s+)*"
    r"(?:english|russian|eng?|rus?|английск\w+|русск\w+|англ\.?|рус\.?)"
    r"(?:\s+(?:text|version|language|translation|original|текст|вариант|версия|язык\w*|перевод|оригинал))*",
    re.IGNORECASE,
)
SEVERAL_LABELS = 2
_MARKED = re.compile(r".*[.)\]]$|(?:OP|PP|ПП).*", re.IGNORECASE)


class Use(StrEnum):
    """What a table that does not hold two languages side by side is for."""

    DATA = "data"
    PAGE = "page"
    CONTENTS = "contents"


@dataclass
class Table:
    """The blocks of one table by row and column, in the order of the file."""

    rows: dict[int, dict[int, list[Block]]] = field(default_factory=dict)

    def add(self, block: Block) -> None:
        if block.cell is not None:
            row = self.rows.setdefault(block.cell.row, {})
            row.setdefault(block.cell.column, []).append(block)

    @cached_property
    def columns(self) -> Mapping[int, list[Block]]:
        found: defaultdict[int, list[Block]] = defaultdict(list)
        for row in self.rows.values():
            for column, blocks in row.items():
                found[column] += blocks
        return dict(sorted(found.items()))

    @cached_property
    def letters(self) -> int:
        return sum(scripts(text_of(block)).total for column in self.columns.values() for block in column)

    @cached_property
    def label_column(self) -> int | None:
        """The first column if it holds nothing but numbers or letters of paragraphs."""
        first = next(iter(self.columns), None)
        if first is None or len(self.columns) < 2:
            return None
        body = [block for block in self.columns[first] if not (block.cell and block.cell.head)]
        texts = [text_of(block).strip() for block in body]
        if len(texts) > SEVERAL_LABELS and _HEAD_OF_LABELS.fullmatch(texts[0]):
            texts = texts[1:]
        numbers = [text for text in texts if not _LIKE_YEAR.fullmatch(text)]
        return first if numbers and all(is_label(text) for text in numbers) else None

    def labels(self, text: str) -> bool:
        """Whether the whole of a cell is a paragraph's number or letter; 2019 only in a count with others."""
        counted = _LIKE_YEAR.fullmatch(text) is not None and self.label_column is not None
        return counted or is_label(text)

    def counts_rows(self, columns: Collection[int]) -> bool:
        """Whether the numbers in the first column only count rows: texts in `columns` have other labels."""
        asked = frozenset(columns)
        if asked not in self._counting:
            self._counting[asked] = self._counts_rows(asked)
        return self._counting[asked]

    @cached_property
    def _counting(self) -> dict[frozenset[int], bool]:
        return {}

    def _counts_rows(self, columns: Collection[int]) -> bool:
        label_column = self.label_column
        for row in self.rows.values() if label_column is not None else ():
            texts = [
                text_of(row[column][0]) for column in columns if column != label_column and column in row
            ]
            own = next((mark for mark in map(read_mark, texts) if mark and mark.sort in _OWN), None)
            label = next((text_of(block) for block in row.get(label_column or 0, ())), "").strip(" .)")
            if own is not None and label.isdecimal() and own.label != label:
                return True
        return False


def tables_in(blocks: Iterable[Block]) -> dict[int, Table]:
    """The tables among `blocks` by their numbers."""
    found: defaultdict[int, Table] = defaultdict(Table)
    for block in blocks:
        if block.cell is not None:
            found[block.cell.table].add(block)
    return dict(found)


def names_language(text: str) -> bool:
    """Whether a column's head says which language stands below it."""
    return bool(_LANGUAGE_HEAD.fullmatch(text.strip()))


def is_label(text: str) -> bool:
    """Whether the whole of a cell is the number or letter of a paragraph."""
    return bool(_LABEL.fullmatch(text))


def language_columns(table: Table, weigh: Weigh) -> dict[int, int] | None:
    """The two columns that hold a language each, with their sides; None if there are none."""
    weights = {
        column: [weigh(text_of(block)) for block in blocks] for column, blocks in table.columns.items()
    }
    sides: dict[int, int] = {}
    for side, sign in ((0, 1), (1, -1)):
        column = max(weights, key=lambda c: sum(w * sign for w in weights[c] if w * sign > 0), default=None)
        if column is None or not _pure(weights[column], sign) or column in sides:
            return None
        sides[column] = side
    letters = {column: abs(sum(weights[column])) for column in sides}
    one, other = letters.values()
    if not alike_in_length(one, other, MOST_UNLIKE) or one + other < LEAST_COVERED * table.letters:
        return None
    return sides if _paired(table, list(sides), weigh) else None


def _pure(weights: Sequence[int], sign: int) -> bool:
    ours = sum(weight * sign for weight in weights if weight * sign > 0)
    return ours > 0 and ours >= LEAST_PURITY * sum(map(abs, weights))


def _paired(table: Table, columns: Sequence[int], weigh: Weigh) -> bool:
    """Whether most of what the two columns say stands beside something in the other."""
    beside = alone = 0
    for row in table.rows.values():
        letters = [sum(abs(weigh(text_of(block))) for block in row.get(column, ())) for column in columns]
        if all(letters):
            beside += sum(letters)
        else:
            alone += sum(letters)
    return beside >= LEAST_PAIRED * (beside + alone)


def widest_columns(table: Table, weigh: Weigh) -> dict[int, int] | None:
    """The two columns with the most text, whatever is in them; their sides by letters or by order."""
    letters = Counter(
        {column: sum(scripts(text_of(b)).total for b in blocks) for column, blocks in table.columns.items()}
    )
    widest = sorted(column for column, count in letters.most_common(2) if count)
    if len(widest) < 2:
        return None
    first = sum(weigh(text_of(block)) for block in table.columns[widest[0]])
    second = sum(weigh(text_of(block)) for block in table.columns[widest[1]])
    turned = first < second and first * second < 0
    return {widest[0]: int(turned), widest[1]: int(not turned)}


def use_of(table: Table, *, at_head: bool, after_contents: bool) -> Use:
    """What the table is for; `at_head` when no sentence stands before it."""
    if len(table.columns) == 1 or len(table.rows) == 1 or _labelled_prose(table):
        return Use.PAGE
    names = _fields(table) if len(table.rows) <= MOST_MASTHEAD_ROWS else set()
    if names - {"date", "edition"} if at_head else len(names & _COVER) >= LEAST_ON_COVER:
        return Use.PAGE
    return Use.CONTENTS if _contents(table, after_contents) else Use.DATA


def _fields(table: Table) -> set[str]:
    """The names of the masthead's fields that the table has."""
    return {
        field.name
        for blocks in table.columns.values()
        for block in blocks
        for line in (text_of(block), *(line.text for line in block.lines))
        if (field := masthead_field(line)) is not None
    }


def _labelled_prose(table: Table) -> bool:
    """Whether the table only sets the numbers of paragraphs apart from their text."""
    if table.label_column is None or len(table.columns) != 2:
        return False
    labels, texts = table.columns.values()
    if not all(_MARKED.fullmatch(text_of(block).strip()) for block in labels):
        return False
    return bool(texts) and sum(len(text_of(block)) for block in texts) >= PROSE * len(texts)


def _contents(table: Table, announced: bool) -> bool:
    entries = pages = 0
    for row in table.rows.values():
        texts = [text_of(block).strip() for column in sorted(row) for block in row[column]]
        if not any(scripts(text).total > 2 for text in texts):
            continue
        entries += 1
        pages += texts[-1].isdecimal() if len(texts) > 1 else ends_in_page(texts[0])
    return announced and entries >= 2 and pages * 3 >= entries * 2 and len(table.columns) <= 4
