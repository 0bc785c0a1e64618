"""Segments on disk: one file each, whose every byte is summed, so that damage is noticed.

A sum (CRC-32) of the header and all that follows, the length of the header, the header (JSON: how many
numbers each array has), then the arrays, each at a multiple of eight bytes. Texts are arrays of bytes, an
entry a line.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from briefer.store.files import replacing
from briefer.store.inverted.segment import Segment

_START = struct.Struct("<IIQ")  # magic, sum, length of the header
_MAGIC = 0x42524653
_ARRAYS: Mapping[str, np.dtype[Any]] = {
    "generations": np.dtype("<i8"),
    "lengths": np.dtype("<i4"),
    "starts": np.dtype("<i4"),
    "languages": np.dtype("u1"),
    "kinds": np.dtype("u1"),
    "numbers": np.dtype("<i4"),
    "labels": np.dtype("<u8"),
    "hashes": np.dtype("<u8"),
    "bounds": np.dtype("<i8"),
    "rows": np.dtype("<i4"),
    "offsets": np.dtype("<u2"),
    "word_counts": np.dtype("<i4"),
}
_TEXTS = ("ids", "language_names", "kind_names", "words", "word_stems")
_STEP = 8


def save(segment: Segment, path: Path) -> None:
    """Write it to a private file. Raises OSError."""
    arrays = {name: np.ascontiguousarray(getattr(segment, name), kind) for name, kind in _ARRAYS.items()}
    for name in _TEXTS:
        arrays[name] = np.frombuffer("\n".join(getattr(segment, name)).encode(), dtype=np.uint8)
    header = json.dumps({name: len(array) for name, array in arrays.items()}).encode()
    parts: list[bytes | memoryview] = [header, bytes(-(_START.size + len(header)) % _STEP)]
    for array in arrays.values():
        parts += [array.view(np.uint8).data, bytes(-array.nbytes % _STEP)]
    total = 0
    for part in parts:
        total = zlib.crc32(part, total)
    with replacing(path) as stream:
        stream.write(_START.pack(_MAGIC, total, len(header)))
        stream.writelines(parts)


def load(path: Path) -> Segment:
    """Read what `save` wrote. Raises ValueError for what is damaged, OSError."""
    stored = path.read_bytes()
    try:
        magic, total, length = _START.unpack_from(stored)
    except struct.error as error:
        raise ValueError("damaged") from error
    if magic != _MAGIC or zlib.crc32(memoryview(stored)[_START.size :]) != total:
        raise ValueError("damaged")
    counts = json.loads(stored[_START.size : _START.size + length])
    place = _START.size + length
    arrays: dict[str, Any] = {}
    for name, count in counts.items():
        place += -place % _STEP
        kind = _ARRAYS.get(name, np.dtype("u1"))
        array = np.frombuffer(stored, kind, count, place)
        place += array.nbytes
        if name in _ARRAYS:
            arrays[name] = array
        else:
            text = array.tobytes().decode()
            arrays[name] = text.split("\n") if text else []
    return Segment(**arrays)
