"""Days, months, years and stretches of them, as a person may write them in a query.

2025, 2025-03, 03.2025, "March 2025", "март 2025 г.", 2025-03-14, 14.03.2025, "14 March 2025", and from
one to another of them with two dots or a dash between; a year that only the end bears is meant of
the beginning, too.
"""

from __future__ import annotations

import calendar
import datetime
import re

from briefer.core.dates import find_date, find_range

FIRST, LAST = datetime.date(1800, 1, 1), datetime.date(2199, 12, 31)

_BETWEEN = re.compile(r"\s*(?:\.\.+|…|[–—])\s*|\s+-\s+|(?<=[^\W\d_])-(?=[^\W\d_])")
_YEAR = re.compile(r"(?:1[89]|20|21)\d\d")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})|(?P<other>\d{1,2})\.(?P<its>\d{4})")
_NAMED = re.compile(r"(?P<day>\d{1,2}\s+)?(?P<month>[^\W\d_]{3,})\.?(?:\s+(?P<year>\d{4}))?")
_OF_YEAR = re.compile(r"(?<=\d)\s*(?:года|году|г\.?)$")
_SHORTEST = 3  # letters of the name of a month
_NAMES = (
    "january february march april may june july august september october november december".split(),
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(),
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
)

Days = tuple[datetime.date, datetime.date]


def read_days(written: str) -> Days:
    """The first and the last day that are meant. Raises ValueError."""
    whole = find_range(written)
    if whole is not None and whole[2:] == (0, len(written.rstrip())):
        return whole[:2]
    first, *others = _BETWEEN.split(written.strip())
    if not others:
        return _days(first)
    (last,) = others  # raises ValueError
    if not (first or last):
        raise ValueError(written)
    high = _days(last)[1] if last else LAST
    low = _days(first, high.year if last else None)[0] if first else FIRST
    if high < low:
        raise ValueError(written)
    return low, high


def _days(written: str, year: int | None = None) -> Days:
    """The days of a year, of a month or of one day; `year` is meant where none is written."""
    written = _OF_YEAR.sub("", written.strip().lower())
    if _YEAR.fullmatch(written):
        return datetime.date(int(written), 1, 1), datetime.date(int(written), 12, 31)
    if found := _MONTH.fullmatch(written):
        return _month(int(found["year"] or found["its"]), int(found["month"] or found["other"]))
    if (found := _NAMED.fullmatch(written)) and (found["year"] or year):
        low, high = _month(int(found["year"] or year or 0), _numbered(found["month"]))
        day = low.replace(day=int(found["day"])) if found["day"] else None
        return (day, day) if day else (low, high)
    whole = find_date(written)
    if whole is not None and whole[1:] == (0, len(written)):
        return whole[0], whole[0]
    day = datetime.date.fromisoformat(written)
    return day, day


def _month(year: int, month: int) -> Days:
    first = datetime.date(year, month, 1)
    return first, first.replace(day=calendar.monthrange(year, month)[1])


def _numbered(name: str) -> int:
    """The number of a month, whose name may be cut short."""
    for names in _NAMES:
        for number, full in enumerate(names, 1):
            if full.startswith(name) and len(name) >= _SHORTEST:
                return number
    raise ValueError(name)
