"""How much speaks for one reading of bytes against another: letters first, then signs and capitals."""

from __future__ import annotations

import re

from briefer.formats.repair.fit import FLOOR, fit

# Bits for what letters do not say: how often each encoding is met, and characters met seldom.
_MET = {"cp1251": 4.0, "cp1252": 2.0, "koi8_r": 0.0, "koi8_u": -0.5, "cp866": 0.0}
_MET_SELDOM = -2.0
_COMMON = frozenset("«»„“”‘’–—…№§©®°±\xa0\xad·•´¿¡")
_FRAMES = re.compile("[\u2500-\u259f]")
_SELDOM = re.compile("[ЂЃЉЊЌЋЏђѓљњќћџ]")
_HIGH_CHARACTER = re.compile("[^\x00-\x7f]")
_WITHIN_WORD = re.compile("(?<=[^\\W\\d_])[^\x00-\x7f\\w\\s’–—\xad·]+(?=[^\\W\\d_])")
# A capital or a frame after a small letter, and a sign that does not open anything before one.
_CASED = re.compile("[а-яё][А-ЯЁ\u2500-\u259f]|(?<!\\S)[‚†‡€‰‘’”•–—™›°][а-яё]")
_ACCENTED = re.compile("[\xc0-\xff]{2,}")


def bits_of(text: str, name: str) -> float:
    """How much speaks for `text`, which bytes are in the encoding called `name`."""
    signs = sum(_sign(character) for character in _HIGH_CHARACTER.findall(text) if not character.isalpha())
    within = len(_WITHIN_WORD.findall(text)) + len(_ACCENTED.findall(text)) + len(_CASED.findall(text))
    seldom = len(_SELDOM.findall(text))
    return fit(text).bits + signs + FLOOR * (within + seldom / 2) + _MET.get(name, _MET_SELDOM)


def _sign(character: str) -> float:
    if character in _COMMON:
        return 0.0
    return -0.2 if _FRAMES.match(character) else -3.0
