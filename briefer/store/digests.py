"""Digests of what is saved: SQLite's own check does not notice a letter that has become another one.

A digest is of values, not of rows. What is empty does not count in it, so that a value may get
another field without what was saved before being taken for damaged.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

import msgspec

from briefer.core.annotation import Annotation
from briefer.core.bitext import Bitext
from briefer.core.document import Document


def document_digest(document: Document) -> str:
    """Of the text and its description, without the alignment."""
    return _digest(replace(document, bitext=None))


def beads_digest(bitext: Bitext | None) -> str | None:
    """Of the alignment; None where there is none."""
    return _digest(bitext) if bitext else None


def annotation_digest(annotation: Annotation) -> str:
    """Of everything that an annotation says."""
    return _digest(annotation)


def _digest(value: object) -> str:
    plain = json.dumps(_filled(msgspec.to_builtins(value)), ensure_ascii=False, sort_keys=True)
    # As in `briefer.store.schema.Wording`: half surrogate pairs cannot be kept.
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()


def _filled(value: Any) -> Any:
    """`value` without keys that say nothing."""
    if isinstance(value, dict):
        return {key: _filled(inner) for key, inner in value.items() if inner not in (None, "", [], (), {})}
    if isinstance(value, (list, tuple)):
        return [_filled(inner) for inner in value]
    return value
