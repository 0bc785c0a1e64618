from typing import BinaryIO

class ECMA376Agile:
    @staticmethod
    def encrypt(key: str, ibuf: BinaryIO, *, spin_count: int = ...) -> bytes: ...
