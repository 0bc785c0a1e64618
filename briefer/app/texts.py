"""What Briefer says, in the language of its interface: gettext catalogues and dates.

Sentences are formed where they are shown; this module only looks them up.
"""

from __future__ import annotations

import datetime
import gettext
import locale
import os
from pathlib import Path

LANGUAGES = ("en", "ru")
DOMAIN = "briefer"


def system_language() -> str:
    """The language that the environment asks for, if Briefer speaks it, else English."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            code = value.split(":")[0].split(".")[0].split("_")[0].lower()
            return code if code in LANGUAGES else "en"
    code = (locale.getlocale()[0] or "").split("_")[0].lower()
    return {"russian": "ru"}.get(code, code if code in LANGUAGES else "en")


class Texts:
    """The catalogue in use. `language` may be changed while the program runs."""

    def __init__(self, catalogues: Path, language: str = "en") -> None:
        self._catalogues = catalogues
        self._translations: gettext.NullTranslations = gettext.NullTranslations()
        self._language = "en"
        self.use(language)

    @property
    def language(self) -> str:
        return self._language

    def use(self, language: str) -> None:
        """Speak `language` from now on; one that Briefer does not speak means English."""
        self._language = language if language in LANGUAGES else "en"
        self._translations = gettext.translation(DOMAIN, self._catalogues, [self._language], fallback=True)

    def speaking(self, language: str) -> Texts:
        """The same catalogues in another language; this one goes on in its own."""
        return Texts(self._catalogues, language)

    def warm(self) -> None:
        """Load what most dates and names of languages need, so that the first of them takes no time."""
        self.moment(datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC))
        self._known_language("fr")

    def gettext(self, message: str) -> str:
        return self._translations.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form for `count`; the caller fills `{count}` in."""
        return self._translations.ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        return self._translations.pgettext(context, message)

    def date(self, day: datetime.date) -> str:
        """A date in full: 3 March 2025, 3 марта 2025 г."""
        # Every document shows one, and what Babel knows of dates takes as long to load as a small document.
        months = (
            self.gettext("{day} January {year}"),
            self.gettext("{day} February {year}"),
            self.gettext("{day} March {year}"),
            self.gettext("{day} April {year}"),
            self.gettext("{day} May {year}"),
            self.gettext("{day} June {year}"),
            self.gettext("{day} July {year}"),
            self.gettext("{day} August {year}"),
            self.gettext("{day} September {year}"),
            self.gettext("{day} October {year}"),
            self.gettext("{day} November {year}"),
            self.gettext("{day} December {year}"),
        )
        return months[day.month - 1].format(day=day.day, year=day.year)

    def days(self, first: datetime.date, last: datetime.date) -> str:
        """A stretch of days in full: 10–14 March 2025, 30 March – 2 April 2025."""
        if first >= last:
            return self.date(last)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.date(last)}"
        from babel.dates import format_date

        pattern = "d MMMM" if first.year == last.year else "long"
        return f"{format_date(first, pattern, locale=self._babel_locale())} – {self.date(last)}"

    def moment(self, when: datetime.datetime) -> str:
        """Date and time of day, short, in the time zone of `when`."""
        from babel.dates import format_datetime

        return format_datetime(when, "medium", locale=self._babel_locale())

    def decimal(self, number: float) -> str:
        """A number as the language writes it: 1.5, or 1,5."""
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self._babel_locale())

    def language_name(self, code: str, *, inside: bool = False) -> str:
        """The name of a language in the language of the interface, or its code.

        `inside` a sentence Russian writes it small.
        """
        if code == "und":
            return self.gettext("Unknown language")
        usual = {"ru": self.pgettext("language", "Russian"), "en": self.pgettext("language", "English")}
        name = usual.get(code) or self._known_language(code) or code
        return name if inside or name == code else name[:1].upper() + name[1:]

    def _known_language(self, code: str) -> str | None:
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(code).get_language_name(self._babel_locale())
        except (UnknownLocaleError, ValueError):
            return None

    def _babel_locale(self) -> str:
        return "ru" if self._language == "ru" else "en_GB"
