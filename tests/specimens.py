"""The session document and what a careful reader finds in it; other layouts of the same text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from briefer.app.resources import resource

# How the eighteen paragraphs that stand in both languages begin.
PAIRS = (
    ("Совместное заявление руководителей", "Joint Statement of the Heads"),
    ("10 декабря 2024 г., г. Москва", "10 December 2024, Moscow"),
    ("Мы, руководители", "We, Heads of National"),
    ("Руководствуясь", "Guided by"),
    ("Отмечая", "Noting"),
    ("Исходя", "Recognizing"),
    ("Выражая", "Expressing"),
    ("Принимая", "Taking"),
    ("Будучи", "Being"),
    ("Осознавая", "Realizing"),
    ("Полагая", "Acknowledging"),
    ("Решили:", "Decided as follows:"),
    ("Подтвердить нашу", "To confirm our"),
    ("Продолжить совместную", "To continue our joint"),
    ("Совершенствовать", "To improve"),
    ("Координировать", "To coordinate"),
    ("Активизировать", "To intensify"),
    ("Продолжить обмен", "To continue the exchange"),
)
TRANSLATION_BEGINS = "Unofficial translation from Russian"


def session_text() -> str:
    """The session document as it was issued."""
    return resource("samples", "joint-statement.ru-en.txt").read_text(encoding="utf-8")


def russian_text() -> str:
    return session_text().split(TRANSLATION_BEGINS)[0]


def english_text() -> str:
    return TRANSLATION_BEGINS + session_text().split(TRANSLATION_BEGINS)[1]


def english_first() -> str:
    return english_text() + "\n\n" + russian_text()


def plain() -> str:
    """Without Markdown's bold; the footnote marks stay."""
    kept = session_text().replace("(СНГ)****", "(СНГ)@@").replace("** Настоящий", "@@ Настоящий")
    return kept.replace("**", "").replace("@@", "**")


def wrapped(width: int) -> Callable[[], str]:
    """Every line broken at `width` columns, as mail and old editors do."""

    def text() -> str:
        rows = plain().split("\n")
        return "\n".join("\n".join(textwrap.wrap(row, width, break_on_hyphens=False)) for row in rows)

    return text


def without_blank_lines() -> str:
    return "\n".join(row for row in plain().split("\n") if row.strip())


def indented() -> str:
    """First lines set in, nothing between paragraphs: the plain text of the United Nations."""
    rows = plain_parts(russian_text().split("был получен.")[1]) + plain_parts(english_text())
    parts = [textwrap.wrap(row, 68, initial_indent=" " * 5, break_on_hyphens=False) for row in rows]
    return "\n".join(line for part in parts for line in part)


def with_windows_line_ends() -> str:
    return session_text().replace("\n", "\r\n")


def without_cover() -> str:
    """Both versions from their title on, and no word of a translation."""
    russian = russian_text().split("был получен.")[1]
    return russian + english_text().removeprefix(TRANSLATION_BEGINS)


def taking_turns() -> str:
    """A Russian paragraph, then its English one, from the title on."""
    russian = [row for row in plain_parts(russian_text().split("был получен.")[1]) if row]
    english = plain_parts(english_text().removeprefix(TRANSLATION_BEGINS))
    return "\n\n".join(f"{ours}\n\n{theirs}" for ours, theirs in zip(russian, english, strict=True))


def plain_parts(text: str) -> list[str]:
    """The paragraphs of a text whose numbered paragraphs may stand on adjacent lines."""
    bare = text.replace("**", "").replace(";\n", ";\n\n")
    return [" ".join(part.split()) for part in bare.split("\n\n") if part.strip()]


LAYOUTS: dict[str, Callable[[], str]] = {
    "as issued": session_text,
    "English first": english_first,
    "without bold": plain,
    "wrapped at 72": wrapped(72),
    "wrapped at 100": wrapped(100),
    "without blank lines": without_blank_lines,
    "indented first lines": indented,
    "Windows line ends": with_windows_line_ends,
    "without a cover": without_cover,
    "taking turns": taking_turns,
}
