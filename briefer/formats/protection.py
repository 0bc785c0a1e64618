"""Compound files of office programs: what is in one, and how a protected document gets out of it.

A DOCX with a password is a compound file that holds the encrypted package and how it was
encrypted. The password is used here and goes no further: no error and no message names it. How
often it is to be hashed the file itself says, and is believed only up to a bound.
"""

from __future__ import annotations

import io
import logging
import re
import struct
from typing import BinaryIO

from olefile import OleFileIO

from briefer.core.errors import (
    FileDamaged,
    FileProtected,
    FileTooLarge,
    FormatUnsupported,
    PasswordNeeded,
    PasswordWrong,
)

MEGABYTES = 64
# Office hashes 100,000 times; this takes some seconds.
MOST_ROUNDS = 1_000_000
_DESCRIPTION, _PACKAGE = "EncryptionInfo", "EncryptedPackage"
_LARGEST_DESCRIPTION = 1 << 16
_ROUNDS = re.compile(rb"spinCount\s*=\s*[\"']\s*(\d+)")
_KINDS = {
    "WordDocument": "DOC",
    "Workbook": "XLS",
    "Book": "XLS",
    "PowerPoint Document": "PPT",
    "VisioDocument": "VSD",
    "__properties_version1.0": "MSG",
}
# Where the head of a DOC says whether it is encrypted.
_FLAGS_AT, _ENCRYPTED = 10, 0x0100
# What libraries raise on compound files and descriptions that are broken.
_BROKEN = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    struct.error,
    RecursionError,
)


def unlocked(data: bytes, password: str | None) -> bytes:
    """The package of the protected document in the compound file `data`.

    Raises PasswordNeeded and PasswordWrong; FileProtected for ways of encrypting that are not
    known here, FormatUnsupported for compound files that hold something else, such as a DOC,
    FileTooLarge and FileDamaged.
    """
    try:
        with OleFileIO(io.BytesIO(data)) as compound:
            _check(compound)
    except _BROKEN as error:
        raise FileDamaged() from error
    if password is None:
        raise PasswordNeeded()
    if len(data) > MEGABYTES << 20:
        raise FileTooLarge(megabytes=MEGABYTES)
    return _decrypted(data, password)


def _check(compound: OleFileIO) -> None:
    """Come back if the compound file holds an encrypted package of a kind that is known."""
    if not (compound.exists(_DESCRIPTION) and compound.exists(_PACKAGE)):
        raise _other(compound)
    description = _read(compound, _DESCRIPTION, _LARGEST_DESCRIPTION)
    rounds = [int(number[:12]) for number in _ROUNDS.findall(description)]
    if b"<!" in description or any(number > MOST_ROUNDS for number in rounds):
        raise FileProtected()


def _other(compound: OleFileIO) -> FileProtected | FormatUnsupported:
    for stream, kind in _KINDS.items():
        if compound.exists(stream):
            if kind == "DOC" and _is_encrypted(_read(compound, stream, _FLAGS_AT + 2)):
                return FileProtected()
            return FormatUnsupported(format=kind)
    return FormatUnsupported(format="OLE")


def _is_encrypted(head: bytes) -> bool:
    return bool(int.from_bytes(head[_FLAGS_AT:], "little") & _ENCRYPTED)


def _read(compound: OleFileIO, stream: str, most: int) -> bytes:
    opened: BinaryIO = compound.openstream(stream)
    return opened.read(most)


def _decrypted(data: bytes, password: str) -> bytes:
    # They start slowly and are needed seldom. The library would tell a log the password.
    logging.getLogger("msoffcrypto").setLevel(logging.CRITICAL)
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
    from msoffcrypto.format.ooxml import OOXMLFile

    if not password:
        raise PasswordWrong()
    package = io.BytesIO()
    try:
        file = OOXMLFile(io.BytesIO(data))
        file.load_key(password=password, verify_password=True)
        file.decrypt(package)
    except (InvalidKeyError, UnicodeEncodeError):
        raise PasswordWrong() from None
    except DecryptionError:
        raise FileProtected() from None
    except Exception:  # noqa: BLE001 - whatever it raises comes of the file's bytes, and may hold more
        raise FileDamaged() from None
    return package.getvalue()
