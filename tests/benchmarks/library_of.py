"""A library of made-up documents, in the vocabulary of drug control, the same at every run."""

from __future__ import annotations

import random
from pathlib import Path

from briefer.app.library import Library
from briefer.app.opening import Opener
from briefer.app.reading import LocalReader
from briefer.formats.parser import Parser

PARAGRAPHS = 60
WORDS = {
    "ru": (
        "государства меры наркотиков контроля международного сотрудничества незаконный оборот прекурсоров "
        "обмен информацией лечение профилактика доклад Комиссия конвенции осуществление преступность орган "
        "здоровье населения доступ лекарственных средств технологии развитие"
    ).split(),
    "en": (
        "states measures drugs control international cooperation illicit trafficking precursors exchange "
        "information treatment prevention report Commission conventions implementation crime body health "
        "population access medicines technology development"
    ).split(),
}


def write_document(path: Path, number: int) -> None:
    """A text file with a Russian and an English version of numbered paragraphs."""
    chance = random.Random(number)  # noqa: S311 - the same text at every run, not a secret
    lines = []
    for language, opening in (("ru", "Просит"), ("en", "Requests")):
        title = "Проект резолюции" if language == "ru" else "Draft resolution"
        lines.append(f"{title} {number}")
        lines += [
            f"{index}. {opening} {' '.join(chance.choices(WORDS[language], k=30))};"
            for index in range(1, PARAGRAPHS + 1)
        ]
    path.write_text("\n\n".join(lines), encoding="utf-8")


def fill(folder: Path, documents: int) -> Library:
    """A new library in `folder` that holds so many documents."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    library = Library(folder / "library")
    opener = Opener(LocalReader(Parser()))
    for number in range(documents):
        path = sources / f"draft-{number}.txt"
        write_document(path, number)
        library.save(opener.open([path]))
    return library
