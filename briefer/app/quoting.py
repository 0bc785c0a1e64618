"""Passages as they are quoted elsewhere: between quotation marks, with where they stand.

What a briefing note makes of quotations is in `briefer.app.wording` and the writers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from briefer.app.wording import Wording
from briefer.core.annotation import Target
from briefer.core.citation import cite
from briefer.core.document import Document


@dataclass(frozen=True, slots=True)
class Quoted:
    """The same twice: as plain text, and as HTML for what takes it."""

    plain: str
    html: str


def quoted(document: Document, targets: Iterable[Target], wording: Wording) -> Quoted:
    """The passages in their order, each in its own language and with its citation below."""
    plain: list[str] = []
    html: list[str] = []
    for target in targets:
        texts = wording.texts(target.language)
        words = texts.pgettext("quotation", "“{text}”").format(text=target.quote)
        source = wording.citation(cite(document, target.language, target.index))
        plain.append(f"{words}\n— {source}")
        html.append(
            f'<blockquote lang="{escape(target.language)}"><p>{escape(words)}</p>'
            f"<p>— {escape(source)}</p></blockquote>"
        )
    return Quoted("\n\n".join(plain), "".join(html))
