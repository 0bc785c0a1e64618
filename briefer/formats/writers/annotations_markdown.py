"""Annotations as Markdown: quotations with what was said of them."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.core.annotation import Annotation, Target
from briefer.formats.writers.note_markdown import escape


def annotations_markdown(documents: Iterable[tuple[str, Iterable[Annotation]]]) -> str:
    """A section for each (title, annotations)."""
    shown: list[str] = []
    for title, group in documents:
        shown.append(f"## {_line(title)}")
        shown += [_annotation(annotation) for annotation in group]
    return "\n\n".join(shown) + "\n" if shown else ""


def _annotation(annotation: Annotation) -> str:
    parts = [*(_target(target) for target in annotation.targets)]
    if annotation.note:
        parts.append(escape(annotation.note))
    stance = [f"**{escape(annotation.stance)}**"] if annotation.stance else []
    remarks = [*stance, *(f"\\#{_line(tag)}" for tag in annotation.tags)]
    if remarks:
        parts.append(" · ".join(remarks))
    return "\n\n".join(parts)


def _target(target: Target) -> str:
    label = f"**{_line(target.label)}** " if target.label else ""
    quote = "\n".join("> " + line for line in escape(target.quote).split("\n"))
    return f"> {label}{quote[2:]} ({_line(target.language)})"


def _line(text: str) -> str:
    return " ".join(escape(text).split())
