"""A zip file whose members are read with care: never more of them than is allowed.

What the file says of its sizes is believed only as far as it is a reason to refuse it.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from briefer.core.errors import FileDamaged, FileTooLarge

MOST_ENTRIES = 10_000
MEGABYTES = 1024
MEMBER_MEGABYTES = 32
# Markup repeats itself, but not that often; a smaller member can do no harm.
MOST_RATIO = 200
HARMLESS = 1 << 20
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,  # a compression that zipfile does not know
    OSError,
    OverflowError,
    RuntimeError,  # a member that is encrypted
    ValueError,
)


class Archive:
    """The members of a zip file by name.

    Raises FileDamaged when `data` is no whole zip file and FileTooLarge when it holds more
    members, or says that they are larger, than is read.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise FileDamaged() from error
        members = self._zip.infolist()
        if len(members) > MOST_ENTRIES or sum(member.file_size for member in members) > MEGABYTES << 20:
            raise FileTooLarge(megabytes=MEGABYTES)
        self._members = {member.filename.replace("\\", "/").lstrip("/"): member for member in members}

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def read(self, name: str) -> bytes:
        """The bytes of the member called `name`; b"" if there is none.

        Raises FileTooLarge when they are too many, FileDamaged when they cannot be unpacked or
        are more than an honest file could have packed.
        """
        member = self._members.get(name)
        if member is None:
            return b""
        limit = MEMBER_MEGABYTES << 20
        believable = max(HARMLESS, member.compress_size * MOST_RATIO)
        if member.file_size > limit:
            raise FileTooLarge(megabytes=MEMBER_MEGABYTES)
        if member.file_size > believable:
            raise FileDamaged()
        try:
            with self._zip.open(member) as file:
                data = file.read(min(limit, believable) + 1)
        except _BROKEN as error:
            raise FileDamaged() from error
        if len(data) != member.file_size:
            raise FileDamaged()
        return data
