"""Protected files made for tests."""

from __future__ import annotations

import io
import struct
import zipfile
from hashlib import sha1
from random import Random

import pymupdf
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
from msoffcrypto.method.ecma376_agile import ECMA376Agile

TEXT = "1. Some words of a protected document."
_STANDARD_ROUNDS = 50_000
_AES_128, _SHA_1, _AES_PROVIDER = 0x660E, 0x8004, 0x18


def pdf(
    *, user: str = "", owner: str = "", method: int = pymupdf.PDF_ENCRYPT_AES_256, text: str = TEXT
) -> bytes:
    """A PDF of one page that is protected with these passwords."""
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 72), text)
        return document.tobytes(encryption=method, user_pw=user, owner_pw=owner)


def agile(package: bytes, password: str, rounds: int = 1000) -> bytes:
    """`package` encrypted as Office has done it since 2010; with fewer rounds, to be quick."""
    return ECMA376Agile.encrypt(password, io.BytesIO(package), spin_count=rounds)


def standard(package: bytes, password: str) -> bytes:
    """`package` encrypted as Office 2007 did it."""
    salt = bytes(range(16))
    key = _standard_key(password, salt)
    verifier = b"sixteen bytes, no"[:16]
    header = struct.pack("<8I", 0x24, 0, _AES_128, _SHA_1, 128, _AES_PROVIDER, 0, 0)
    header += "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    description = struct.pack("<HHII", 3, 2, 0x24, len(header)) + header
    description += struct.pack("<I", 16) + salt + _aes(key, verifier)
    description += struct.pack("<I", 20) + _aes(key, sha1(verifier).digest())  # noqa: S324 - the format's own
    return compound(struct.pack("<Q", len(package)) + _aes(key, package), description)


def swollen(package: bytes) -> bytes:
    """The zip file `package` with a picture in it: what writes compound files fails on small ones."""
    made = io.BytesIO(package)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("word/media/image.png", Random(0).randbytes(6000))  # noqa: S311 - no secret
    return made.getvalue()


def compound(package: bytes, description: bytes) -> bytes:
    """A compound file with an encrypted package and what describes its encryption."""
    made = io.BytesIO()
    ECMA376Encrypted(package, description).write_to(made)
    return made.getvalue()


def renamed(data: bytes, stream: str, name: str) -> bytes:
    """The compound file with a stream called otherwise; `name` must not be longer."""
    old, new = stream.encode("utf-16-le"), name.encode("utf-16-le")
    place = data.index(old + b"\0\0")
    entry = bytearray(data)
    entry[place : place + len(old)] = new.ljust(len(old), b"\0")
    entry[place + 64 : place + 66] = struct.pack("<H", len(new) + 2)
    return bytes(entry)


def _standard_key(password: str, salt: bytes) -> bytes:
    digest = sha1(salt + password.encode("utf-16-le")).digest()  # noqa: S324
    for number in range(_STANDARD_ROUNDS):
        digest = sha1(struct.pack("<I", number) + digest).digest()  # noqa: S324
    final = sha1(digest + bytes(4)).digest()  # noqa: S324
    padded = bytes(a ^ b for a, b in zip(final.ljust(64, b"\0"), b"\x36" * 64, strict=True))
    return sha1(padded).digest()[:16]  # noqa: S324


def _aes(key: bytes, data: bytes) -> bytes:
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - the format's own
    return encryptor.update(data.ljust(-(-len(data) // 16) * 16, b"\0")) + encryptor.finalize()
