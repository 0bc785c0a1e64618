"""Dates as session documents write them, in Russian and in English."""

from __future__ import annotations

import datetime
import re

_ENGLISH = "january february march april may june july august september october november december".split()
_RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
_MONTHS = {name: number for names in (_ENGLISH, _RUSSIAN) for number, name in enumerate(names, 1)}
_MONTH = "|".join(_MONTHS)
_DASH = r"\s*[-–—]\s*"
_YEAR = r"(?P<year>[12]\d{3})(?:\s*(?:года|г\.?))?"
_DATE = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+{_YEAR}(?!\d)", re.IGNORECASE)
_AMERICAN = re.compile(
    rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>[12]\d{{3}})(?!\d)", re.IGNORECASE
)
_NUMERIC = re.compile(r"(?<![\d./])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>[12]\d{3})(?![\d/])")
_RANGE = re.compile(
    rf"(?<!\d)(?P<first>\d{{1,2}})(?:\s+(?P<first_month>{_MONTH}))?{_DASH}"
    rf"(?P<last>\d{{1,2}})\s+(?P<last_month>{_MONTH})\s+{_YEAR}(?!\d)",
    re.IGNORECASE,
)


def find_date(text: str) -> tuple[datetime.date, int, int] | None:
    """The first date in `text` with its start and end, None if there is none."""
    matches = [found for pattern in (_DATE, _AMERICAN, _NUMERIC) if (found := pattern.search(text))]
    for found in sorted(matches, key=lambda match: match.start()):
        month = found["month"].lower()
        day = _date(found["year"], _MONTHS.get(month, 0) or int(month), found["day"])
        if day:
            return day, found.start(), found.end()
    return None


def find_range(text: str) -> tuple[datetime.date, datetime.date, int, int] | None:
    """The first stretch of days ("10–14 March 2025") with its start and end in `text`."""
    found = _RANGE.search(text)
    if found is None:
        return None
    last_month = _MONTHS[found["last_month"].lower()]
    first_month = _MONTHS[found["first_month"].lower()] if found["first_month"] else last_month
    first = _date(found["year"], first_month, found["first"])
    last = _date(found["year"], last_month, found["last"])
    return (first, last, found.start(), found.end()) if first and last and first <= last else None


def _date(year: str, month: int, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None
