"""The language of queries explained by examples, for the help of window and command line."""

from __future__ import annotations

from typing import NamedTuple

from briefer.app.texts import Texts
from briefer.core.query.fields import FIELDS


class Example(NamedTuple):
    """A query as it may be typed, and what it finds."""

    query: str
    meaning: str


def query_guide(texts: Texts) -> tuple[Example, ...]:
    """Every part of the language, simple things first."""
    t = texts.gettext
    return (
        Example("drug control", t("both words in one passage, in any of their forms and in any order")),
        Example('"drug control"', t("these words next to each other; «…» and “…” will do as well")),
        Example("drug OR precursor", t("at least one of them")),
        Example("drug NOT control", t("the first without the second; -control says the same")),
        Example("(drug OR precursor) control", t("brackets say what belongs together")),
        Example("drug NEAR/5 precursor", t("at most five words apart, in either order")),
        Example("traffic*", t("words that begin so")),
        Example("metamfetamine~", t("words one letter away; with ~2 two letters")),
        Example("E/CN.7/2025/L.4", t("this very symbol; a part such as L.4 is found too")),
        Example("lang:ru", t("only the Russian text; lang:en only the English")),
        Example("symbol:E/CN.7/2025/*", t("documents whose symbol begins so")),
        Example("organ:narcotic", t("documents of an organ, by words of its name")),
        Example("session:68 item:6", t("documents of a session and an agenda item")),
        Example("year:2020..2025", t("documents of these years; year:2025 of one")),
        Example("date:2025-03-01..2025-03-14", t("documents dated, or of meetings held, in this time")),
        Example("kind:operative", t("operative paragraphs only; also preambular, footnote, title, heading")),
        Example('label:"12 (a)"', t("the paragraphs that bear this label")),
        Example("tag:urgent", t("passages with an annotation that has this tag")),
        Example("stance:redline", t("passages marked so; also support, concern, question, followup")),
        Example("note:check", t("passages with a note that holds this word")),
        Example("in:E/CN.7/2025/L.4", t("only in this document or folder")),
    )


def russian_fields() -> dict[str, str]:
    """What the fields are called in Russian, by their English names: either may be typed."""
    return dict(FIELDS)
