"""A briefing note as one HTML file that needs nothing else and fetches nothing."""

from __future__ import annotations

import re
from pathlib import Path

from briefer.formats.writers.note_page import NotePage

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def plain(text: object) -> object:
    """Of a text what HTML can hold: no control characters, no halves of letters."""
    return _CONTROL.sub("", text) if isinstance(text, str) else text


def render_html(page: NotePage, template: Path) -> str:
    """The note as HTML. Everything that comes from the note is escaped."""
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup

    environment = SandboxedEnvironment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: value if isinstance(value, Markup) else plain(value),
    )
    return environment.from_string(template.read_text(encoding="utf-8")).render(note=page)
