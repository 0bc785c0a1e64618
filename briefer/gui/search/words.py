"""What search results say in words: counts, places, kinds of passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.app.short_words import short_title
from briefer.app.texts import Texts
from briefer.core.citation import local_label
from briefer.core.document import Kind
from briefer.core.hits import DocumentHits, Hit, SearchResults
from briefer.gui.library.words import organ_name, session_name

_KINDS: Mapping[Kind, Callable[[Texts], str]] = {
    Kind.MASTHEAD: lambda t: t.pgettext("kind of passages", "cover page"),
    Kind.TITLE: lambda t: t.pgettext("kind of passages", "titles"),
    Kind.HEADING: lambda t: t.pgettext("kind of passages", "headings"),
    Kind.DATELINE: lambda t: t.pgettext("kind of passages", "date and place"),
    Kind.CHAPEAU: lambda t: t.pgettext("kind of passages", "chapeaux"),
    Kind.PREAMBULAR: lambda t: t.pgettext("kind of passages", "preamble"),
    Kind.OPERATIVE: lambda t: t.pgettext("kind of passages", "operative part"),
    Kind.BODY: lambda t: t.pgettext("kind of passages", "text"),
    Kind.ITEM: lambda t: t.pgettext("kind of passages", "items"),
    Kind.CELL: lambda t: t.pgettext("kind of passages", "tables"),
    Kind.FOOTNOTE: lambda t: t.pgettext("kind of passages", "footnotes"),
    Kind.NOTE: lambda t: t.pgettext("kind of passages", "notes of the editors"),
    Kind.FURNITURE: lambda t: t.pgettext("kind of passages", "running heads"),
}


def facet_words(facet: str, value: str, texts: Texts) -> str:
    """What a value of a facet is called."""
    if facet == "organ":
        return organ_name(value, texts)
    if facet == "language":
        return texts.language_name(value)
    if facet == "session":
        return session_name(value, texts)
    if facet == "kind":
        kind = next((kind for kind in Kind if kind == value), None)
        return _KINDS[kind](texts) if kind else value
    return value


def name_words(found: DocumentHits, texts: Texts) -> str:
    """What a document is called: by symbol and title, or title alone."""
    title = short_title(found.called(texts.language), 90)
    return f"{found.symbol} · {title}" if found.symbol else title


def place_words(hit: Hit, texts: Texts) -> str:
    """Where a hit stands in its document."""
    from briefer.app.wording import paragraph_word

    name = paragraph_word(hit.label, hit.kind, hit.language, texts)
    language = texts.language_name(hit.language, inside=bool(name))
    place = f"{name} · {language}" if name else language
    translated = texts.gettext("by translation")
    return place if hit.literal else f"{place} · {translated}"


def citation_words(found: DocumentHits, hit: Hit, texts: Texts) -> str:
    """How a passage is cited: E/CN.7/2025/L.4, para. 12 (a)."""
    name = found.symbol or short_title(found.called(texts.language))
    if not hit.label:
        return name
    label = local_label(hit.label, texts.language)
    if label.startswith("PP"):
        place = texts.gettext("preambular para. {label}").format(label=label.removeprefix("PP"))
    else:
        place = texts.gettext("para. {label}").format(label=label)
    return f"{name}, {place}"


def summary_words(results: SearchResults, texts: Texts) -> str:
    """How much was found."""
    passages, documents = results.passages, results.total
    told = texts.ngettext("{count} passage", "{count} passages", passages).format(count=passages)
    if documents:
        told += " " + texts.ngettext("in {count} document", "in {count} documents", documents).format(
            count=documents
        )
    if len(results.documents) < documents:
        told += " · " + texts.gettext("the first {count} are shown").format(count=len(results.documents))
    return told


def index_words(percent: int | None, texts: Texts, *, shown: bool) -> str:
    """How far the index is that is being made, and what that means for what is `shown`, if anything."""
    if percent is None:
        told = texts.gettext("The search index is being brought up to date.")
    else:
        told = texts.gettext("The search index is being brought up to date: {percent} %.").format(
            percent=percent
        )
    more = texts.gettext("There may be more.") if shown else texts.gettext("Results come when it is through.")
    return f"{told} {more}"


def nothing_words(
    texts: Texts, saving: str, results: SearchResults | None = None, *, bare: bool, here: bool
) -> tuple[str, str]:
    """What is said where nothing was found, and what can be done: in a `bare` library, in one document alone
    (`here`), or in all; and of what is asked for though nothing in the library is so. `saving` is the key for
    saving, in brackets, if there is one."""
    gettext = texts.gettext
    if bare:
        return gettext("The library is empty."), gettext(
            "Search looks through saved documents. Save the one that is open{key} to find it here; an "
            "annotation saves it by itself."
        ).format(key=saving)
    told = _lacking_words(results, texts) if results is not None and results.lacking else ""
    advice = told or gettext("Try fewer words, a beginning with a star (traffic*), or another spelling.")
    if here:
        more = gettext("Or search the whole library: switch “This document only” off.")
        return gettext("Nothing found in this document."), f"{advice}\n\n{more}"
    if told:
        return gettext("Nothing found in the library."), told
    more = gettext("Only saved documents are searched; the one that is open can be saved{key}.").format(
        key=saving
    )
    return gettext("Nothing found in the library."), f"{advice}\n\n{more}"


def _lacking_words(results: SearchResults, texts: Texts) -> str:
    """What is asked for though nothing in the library is so; what reads queries is loaded only then."""
    from briefer.app.lacking_words import lacking_words

    offered = results.suggestion is not None
    return "\n\n".join(lacking_words(each, texts, offered=offered) for each in results.lacking)
