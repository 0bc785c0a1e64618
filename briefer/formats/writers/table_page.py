"""What HTML pages of tables have in common: each needs nothing else, fetches nothing and prints well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { --ink: #1d232b; --soft: #5f6b78; --line: #d9dee4; --head: #eef2f6; }
* { box-sizing: border-box; }
body { margin: 2rem auto; padding: 0 1.5rem; color: var(--ink); background: #fff;
  font: 11pt/1.5 "PT Serif", Cambria, "Liberation Serif", Georgia, serif; }
h1, th, .key, .aid { font-family: "PT Sans", Calibri, "Liberation Sans", Arial, sans-serif; }
h1 { margin: 0 0 .3rem; font-size: 15pt; }
.key { margin: 0 0 1.2rem; color: var(--soft); font-size: 9.5pt; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { background: var(--head); color: var(--soft); font-size: 9.5pt; text-align: left; }
td { border-bottom: 1px solid var(--line); vertical-align: top; }
@media print { body { margin: 0; max-width: none; padding: 0; }
  thead { display: table-header-group; } tr { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def table_page(language: str, title: str, key: str, style: str, body: Iterator[str]) -> Iterator[str]:
    """The lines of a page in `language`: head, heading and explanation `key`, then `body`, which is markup.

    `style` adds to what all such pages look like; what is an aid beside the text has the class "aid".
    """
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escaped(title)}</title>"
    yield f"<style>{_STYLE}{style.lstrip()}</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{escaped(title)}</h1>"
    yield f'<p class="key">{escaped(key)}</p>'
    yield from body
    yield "</body>"
    yield "</html>"


def escaped(text: str) -> str:
    """For markup or an attribute, without control characters and signs that turn the direction."""
    return escape(_CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
