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
    return (
        Example(
            "drug control", texts.gettext("both words in one passage, in any of their forms and in any order")
        ),
        Example(
            '"drug control"', texts.gettext("these words next to each other; «…» and “…” will do as well")
        ),
        Example("drug OR precursor", texts.gettext("at least one of them")),
        Example("drug NOT control", texts.gettext("the first without the second; -control says the same")),
        Example("(drug OR precursor) control", texts.gettext("brackets say what belongs together")),
        Example(
            "drug NEAR/5 precursor",
            texts.gettext("at most five words apart, in either order; NEAR/5 (precursor OR drugs) works too"),
        ),
        Example("traffic*", texts.gettext("words that begin so")),
        Example("metamfetamine~", texts.gettext("words one letter away; with ~2 two letters")),
        Example("E/CN.7/2025/L.4", texts.gettext("this very symbol; a part such as L.4 is found too")),
        Example("lang:ru", texts.gettext("only the Russian text; lang:en only the English")),
        Example("symbol:E/CN.7/2025/*", texts.gettext("documents whose symbol begins so")),
        Example("organ:narcotic", texts.gettext("documents of an organ, by words of its name")),
        Example("session:68 item:6", texts.gettext("documents of a session and an agenda item")),
        Example("year:2020..2025", texts.gettext("documents of these years; year:2025 of one")),
        Example(
            "date:2025-03-01..2025-03-14",
            texts.gettext('documents dated, or of meetings held, in this time; date:"March 2025" of a month'),
        ),
        Example(
            "kind:operative",
            texts.gettext("operative paragraphs only; also preambular, footnote, title, heading"),
        ),
        Example(
            'label:"12 (a)"',
            texts.gettext('the paragraphs that bear this label; label:"Article 3" the heading'),
        ),
        Example("tag:urgent", texts.gettext("passages with an annotation that has this tag")),
        Example(
            "stance:redline", texts.gettext("passages marked so; also support, concern, question, followup")
        ),
        Example("note:check", texts.gettext("passages with a note that holds this word")),
        Example("in:E/CN.7/2025/L.4", texts.gettext("only in this document or folder")),
    )


def russian_fields() -> dict[str, str]:
    """What the fields are called in Russian, by their English names: either may be typed."""
    return dict(FIELDS)
