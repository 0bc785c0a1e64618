"""The pages that `--help` shows, in the language of the interface.

Typer's own pages speak English only; the parameters they would show are read off here.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from typing import Any

from briefer.app.query_guide import query_guide
from briefer.app.texts import Texts

_WIDTH = 100
_INDENT = "  "

Line = tuple[str, str]


def command_page(group: Any, command: str, texts: Texts) -> str:
    """The page of a command ("list", "library info"), or of the whole program ("")."""
    node = group
    for name in command.split():
        node = node.commands[name]
    path = f"briefer {command}".strip()
    shown = [param for param in node.params if not param.hidden]
    arguments = [(p.metavar, p.help or "") for p in shown if p.param_type_name == "argument"]
    options = [_option(p) for p in shown if p.param_type_name == "option"]
    commands = [(name, inner.help or "") for name, inner in getattr(node, "commands", {}).items()]
    usage = [path, *(metavar for metavar, _ in arguments)]
    if commands:
        usage.append(texts.gettext("COMMAND"))
    usage.append(texts.gettext("[OPTIONS]"))
    if not command:
        usage = ["briefer [FILE [FILE2]]", "\n" + " " * 7 + "briefer", *usage[1:]]
    sections = [
        texts.gettext("Usage:") + " " + " ".join(usage).replace(" \n", "\n"),
        "\n".join(textwrap.wrap(node.help or "", _width())),
        _section(texts.gettext("Arguments:"), arguments),
        _section(texts.gettext("Commands:"), commands),
        _section(texts.gettext("Options:"), options),
        _section(texts.gettext("What a query may be:"), query_guide(texts) if command == "search" else ()),
        _section(texts.gettext("Options of every command:"), _global_options(texts)),
    ]
    return "\n\n".join(section for section in sections if section)


def _global_options(texts: Texts) -> list[Line]:
    return [
        ("--library DIR", texts.gettext("The folder of the library.")),
        ("--lang en|ru", texts.gettext("The language in which Briefer speaks.")),
        ("--quiet", texts.gettext("Say only what went wrong.")),
        ("--verbose", texts.gettext("Say more about what went wrong.")),
        ("--version", texts.gettext("Show the version and stop.")),
        ("--help", texts.gettext("Show this page and stop.")),
    ]


def _option(param: Any) -> Line:
    name = max(param.opts, key=len)
    return (f"{name} {param.metavar}" if param.metavar else name), param.help or ""


def _section(heading: str, lines: Iterable[Line]) -> str:
    """Names on the left, explanations on the right, broken at words."""
    lines = list(lines)
    if not lines:
        return ""
    left = min(max(len(name) for name, _ in lines), 30) + len(_INDENT) + 2
    shown = [heading]
    for name, explanation in lines:
        parts = textwrap.wrap(explanation, max(20, _width() - left)) or [""]
        first = _INDENT + name
        if len(first) + 2 > left:
            shown.append(first)
            first = ""
        shown.append(f"{first:<{left}}{parts[0]}".rstrip())
        shown += [" " * left + part for part in parts[1:]]
    return "\n".join(shown)


def _width() -> int:
    return min(_WIDTH, shutil.get_terminal_size((80, 24)).columns)
