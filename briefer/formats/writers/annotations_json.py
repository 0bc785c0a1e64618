"""Annotations as the JSON values of `briefer annotations --format json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefer.core.annotation import Annotation, Target


def annotations_value(annotations: Iterable[Annotation]) -> list[dict[str, Any]]:
    """Each annotation with all its keys, in the order given."""
    return [_annotation(annotation) for annotation in annotations]


def _annotation(annotation: Annotation) -> dict[str, Any]:
    return {
        "id": annotation.id,
        "document": annotation.document_id,
        "targets": [_target(target) for target in annotation.targets],
        "note": annotation.note,
        "color": annotation.color,
        "tags": list(annotation.tags),
        "stance": annotation.stance,
        "status": annotation.status,
        "anchor": annotation.anchor,
        "author": annotation.author,
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
    }


def _target(target: Target) -> dict[str, Any]:
    return {
        "language": target.language,
        "label": target.label,
        "index": target.index,
        "quote": target.quote,
        "start": target.start,
        "end": target.end,
    }
