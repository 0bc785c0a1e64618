"""Web pages made for tests: the session document in several layouts, and bare ones."""

from __future__ import annotations

from html import escape

from tests.layouts import Sheet, Table, Text


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{body}</body></html>".encode()


def html_of(sheet: Sheet) -> bytes:
    return page(markup_of(sheet))


def markup_of(sheet: Sheet) -> str:
    made: list[str] = []
    for item in sheet:
        if isinstance(item, Table):
            rows = ("".join(f"<td>{''.join(map(_text, cell))}</td>" for cell in row) for row in item.rows)
            made.append("<table>" + "".join(f"<tr>{cells}</tr>\n" for cells in rows) + "</table>")
        elif item.number is not None:
            made.append(f'<ol start="{item.number}"><li>{_words(item)}</li></ol>')
        else:
            made.append(_text(item))
    return "\n".join(made)


def _text(text: Text) -> str:
    return f"<p>{_words(text)}</p>\n"


def _words(text: Text) -> str:
    words = "<br>\n".join(map(escape, text.lines))
    return f"<b>{words}</b>" if text.strong else words
