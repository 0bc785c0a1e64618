"""What is said of terms in the language of the interface."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from briefer.app.texts import Texts

if TYPE_CHECKING:
    from briefer.core.terms import PairTerm

Words = Callable[[Texts], str]

_DOMAINS: Mapping[str, Words] = {
    "abbreviations": lambda t: t.pgettext("domain", "abbreviations"),
    "administration": lambda t: t.pgettext("domain", "administration"),
    "calendar": lambda t: t.pgettext("domain", "calendar"),
    "countries": lambda t: t.pgettext("domain", "countries"),
    "crime": lambda t: t.pgettext("domain", "crime"),
    "development": lambda t: t.pgettext("domain", "development"),
    "diplomacy": lambda t: t.pgettext("domain", "diplomacy"),
    "disarmament": lambda t: t.pgettext("domain", "disarmament"),
    "documents": lambda t: t.pgettext("domain", "documents"),
    "drugs": lambda t: t.pgettext("domain", "drugs"),
    "environment": lambda t: t.pgettext("domain", "environment"),
    "general": lambda t: t.pgettext("domain", "everyday"),
    "health": lambda t: t.pgettext("domain", "health"),
    "human-rights": lambda t: t.pgettext("domain", "human rights"),
    "humanitarian": lambda t: t.pgettext("domain", "humanitarian"),
    "law": lambda t: t.pgettext("domain", "law"),
    "numbers": lambda t: t.pgettext("domain", "numbers"),
    "organs": lambda t: t.pgettext("domain", "organs"),
    "peace": lambda t: t.pgettext("domain", "peace and security"),
    "peoples": lambda t: t.pgettext("domain", "peoples"),
    "places": lambda t: t.pgettext("domain", "places"),
    "procedure": lambda t: t.pgettext("domain", "procedure"),
    "resolutions": lambda t: t.pgettext("domain", "resolutions"),
    "science": lambda t: t.pgettext("domain", "science"),
    "society": lambda t: t.pgettext("domain", "society"),
    "statistics": lambda t: t.pgettext("domain", "statistics"),
}


def domain_words(domain: str, texts: Texts) -> str:
    """What a domain is called; one that has no words here goes by its own name."""
    words = _DOMAINS.get(domain)
    return words(texts) if words else domain


def term_words(term: PairTerm, texts: Texts, *, matched: bool = True) -> str:
    """The words of a term, and whether they match, where there is anything opposite."""
    if not matched:
        return f"{term.left} – {term.right}"
    if term.answered:
        return texts.gettext("{left} – {right}: found in both languages").format(
            left=term.left, right=term.right
        )
    there, expected = (term.left, term.right) if term.on_left else (term.right, term.left)
    return texts.gettext("{term}: the other language has none of: {expected}").format(
        term=there, expected=expected
    )
