"""A briefing note as Markdown (CommonMark with tables), safe against what it quotes."""

from __future__ import annotations

import re

from briefer.formats.writers.note_page import NotePage, Passage, Point, Row

_ALWAYS = re.compile(r"[\\`*_\[\]~$^{}]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_LINE_HEAD = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)]))", re.MULTILINE)
_LINKS = re.compile(r"(?<=:)//|(?<=\b[Ww]{3})\.|@|(?<=[Xx][Mm][Pp][Pp]):|(?<=[Tt][Oo]):")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")


def escape(text: str) -> str:
    """`text` so that every reader of Markdown shows it letter by letter."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(_ENTITIES.get(letter, letter) for letter in text)
    text = _ALWAYS.sub(lambda found: "\\" + found[0], text)
    text = _LINKS.sub(lambda found: "".join("\\" + letter for letter in found[0]), text)
    return _LINE_HEAD.sub(_guarded, text)


def _guarded(found: re.Match[str]) -> str:
    """A line's head that would start a list, a heading or a rule, made plain."""
    return f"\\{found[2]}" if found[2] else f"{found[3]}\\{found[4]}"


def _line(text: str) -> str:
    """`text` for one line: its own line ends become breaks."""
    lines = (" ".join(line.split()) for line in escape(text).split("\n"))
    return "<br>".join(line for line in lines if line)


def render_markdown(page: NotePage) -> str:
    """The note as a Markdown text, with a line end at its end."""
    parts = [_wrapped("**", page.mark)]
    parts.append(f"# {_line(page.kind)}")
    if subject := _line(page.subject):
        parts.append(f"## {subject}")
    if page.facts:
        parts.append("\n".join(f"- **{_line(fact.name)}:** {_line(fact.value)}" for fact in page.facts))
    parts.append(f"## {_line(page.points_heading)}")
    parts.append("\n".join(_point(point) for point in page.points) or _wrapped("*", page.points_empty))
    parts.append(f"## {_line(page.table_heading)}")
    parts.append(_table(page) if page.rows else _wrapped("*", page.table_empty))
    parts.append(_wrapped("*", page.context_remark))
    parts.append(f"## {_line(page.sources_heading)}")
    parts.append("\n".join(f"{n}. {_line(source)}" for n, source in enumerate(page.sources, 1)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _point(point: Point) -> str:
    stance = _wrapped("**", f"{point.stance}.") + " " if point.stance else ""
    said = (stance + _line(point.text), _wrapped("*", point.remark))
    return "- " + "<br>".join(part for part in said if part)


def _table(page: NotePage) -> str:
    heads = [page.label_heading, *(column.name for column in page.columns), page.comment_heading]
    lines = [_cells([_line(head) for head in heads]), _cells(["---"] * len(heads))]
    return "\n".join([*lines, *(_row(row) for row in page.rows)])


def _row(row: Row) -> str:
    stance = _wrapped("**", row.stance)
    comment = "<br>".join(part for part in (stance, _line(row.comment), _line(row.remark)) if part)
    quoted = ["<br>".join(_passage(passage) for passage in cell) for cell in row.cells]
    return _cells([_line(row.label), *quoted, comment])


def _passage(passage: Passage) -> str:
    italic = passage.context and passage.text != "—"
    shown = _wrapped("*", passage.text) if italic else _line(passage.text)
    return f"{shown}<br><small>{_line(passage.citation)}</small>" if passage.citation else shown


def _wrapped(marks: str, text: str) -> str:
    """`text` on one line between `marks`; nothing if there is nothing to show."""
    line = _line(text)
    return f"{marks}{line}{marks}" if line else ""


def _cells(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
