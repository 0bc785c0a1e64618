"""Where the sentences of a paragraph begin and end.

The cutting is done by sentencex, which knows the abbreviations of many languages in general;
what is mended here is the language of United Nations documents: references such as
"ст. 5" or "chap. II", sums, dates, and brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.core.document import Span
from briefer.core.language import UNKNOWN

# After these a sentence goes on, whatever follows.
_LEADING = {
    "ru": frozenset(
        "см ср ст п пп пар гл разд ч стр с рис табл док прил прим подп абз т тт им г-н г-жа проф акад д-р "
        "тов гр ул д корп кв тел доб напр долл руб коп млн млрд трлн тыс экз англ рус фр исп кит араб нем "
        "лат букв вып изд ред сост пер отв зам гос нац межд ген полк рез ооо".split()
    ),
    "en": frozenset(
        "art arts para paras chap chaps sect sects fig figs no nos vol vols p pp ed eds mr mrs ms dr prof st "
        "messrs mme gen lt col sgt capt gov sen rep rev hon amb doc docs suppl add corr ann app cf viz "
        "approx ca al v vs e.g i.e jan feb mar apr jun jul aug sep sept oct nov dec res ser ref refs".split()
    ),
}
# After these it goes on unless a capital letter begins what follows.
_TRAILING = {
    "ru": frozenset("г гг в вв др пр н э д т е к р млн млрд тыс".split()),
    "en": frozenset("al etc p.m a.m u.s u.n u.k ltd inc co jr sr".split()),
}
_LAST_WORD = re.compile(r"([^\W\d_](?:[^\W\d_]|[.-](?=[^\W\d_]))*)\.\W*$")
_INITIAL = re.compile(r"(?:^|[\s(«“\"])[A-ZА-ЯЁ]\.$")
_SYMBOL_NEXT = re.compile(r"[A-ZА-Я]{1,4}/")
_CLOSING = ")]}»”“"
_AFTER_YEAR = re.compile(r"(?<=\d{4} г\.)\s+(?=[А-ЯЁ])")
# A full stop and then a closing bracket or quotation mark end a sentence as well.
_AFTER_CLOSING = re.compile(r"(?<=[.!?][)\]»”\"])\s+(?=[(«“\"]?[A-ZА-ЯЁ])")
_LABEL = re.compile(r"\s*[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlcIVXLC]{1,6}|[a-zа-я])[.)\]]+\s*")
_SPACE = re.compile(r"\s")
_SHORTEST = 5


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The spans of the sentences of `text`, in code points, without the white space between.

    Every other character is in exactly one span; a text without any has none. `language` is
    a BCP 47 code; an unknown one is cut by the rules of English.
    """
    cuts = [0]
    for place in _candidates(text, language):
        if not _goes_on(text[cuts[-1] : place], text[place:], language):
            cuts.append(place)
    spans = (_trimmed(text, start, end) for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True))
    return tuple(span for span in spans if span.start < span.end)


def _candidates(text: str, language: str) -> Sequence[int]:
    """Where a sentence may begin: what the library says, and a capital letter after a year or a bracket."""
    if not text.strip():
        return []
    import sentencex

    spoken = "en" if language == UNKNOWN else language
    # Beside a space of two bytes the library's rules for French, Spanish and Portuguese break down.
    spaced = _SPACE.sub(" ", text)
    found = {part["start_index"] for part in sentencex.get_sentence_boundaries(spoken, spaced)}
    if language == "ru":
        found |= {match.end() for match in _AFTER_YEAR.finditer(text) if _long(text[: match.start()])}
    found |= {match.end() for match in _AFTER_CLOSING.finditer(text)}
    return sorted(found - {0})


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the sentence `before` goes on in `after`."""
    last, rest = before.rstrip(), after.lstrip()
    if not last or not rest or _inside_brackets(before) or _LABEL.fullmatch(before):
        return True
    if rest[0] in _CLOSING or rest[0] in ",;:–—" or rest[0].islower():
        return True
    if last[-1] in "!?":
        return False
    if _SYMBOL_NEXT.match(rest) and _word(last) in _LEADING.get(language, frozenset()):
        return True
    return _abbreviated(last, rest, language)


def _abbreviated(last: str, rest: str, language: str) -> bool:
    word = _word(last)
    if not last.endswith(".") or not word:
        return False
    if word in _TRAILING.get(language, frozenset()) and rest[0].isdigit():
        return True
    if word in _LEADING.get(language, frozenset()):
        return word not in _TRAILING.get(language, frozenset()) or not rest[:1].isupper()
    return bool(_INITIAL.search(last))


def _word(last: str) -> str:
    """The last word before a full stop, in small letters."""
    found = _LAST_WORD.search(last)
    return found.group(1).lower() if found and last.endswith(".") else ""


def _inside_brackets(text: str) -> bool:
    """Whether a bracket is open at the end of `text`."""
    depth = 0
    for sign in text:
        depth += (sign in "([") - (sign in ")]")
        depth = max(depth, 0)
    return depth > 0


def _long(text: str) -> bool:
    """Whether so much stands before that it may be a sentence and not its opening date."""
    return len(text.split()) > _SHORTEST


def _trimmed(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Span(start, max(start, start + len(part.strip())))
