"""What is said of a value that a query asks for and nothing in the library has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.app.lacking import KNOWN
from briefer.app.texts import Texts
from briefer.core.hits import Lacking

_SENTENCES: Mapping[str, Callable[[Texts], str]] = {
    "in": lambda t: t.gettext("The library has no folder or document “{value}”."),
    "symbol": lambda t: t.gettext("No document in the library has the symbol “{value}”."),
    "organ": lambda t: t.gettext("No document in the library is of an organ “{value}”."),
    "session": lambda t: t.gettext("No document in the library is of session “{value}”."),
    "item": lambda t: t.gettext("No document in the library is under agenda item “{value}”."),
    "date": lambda t: t.gettext("No document in the library is of this time: “{value}”."),
    "lang": lambda t: t.gettext("No text in the library is in the language “{value}”."),
    "kind": lambda t: t.gettext("No paragraph in the library is of the kind “{value}”."),
    "label": lambda t: t.gettext("No paragraph in the library bears the label “{value}”."),
    "tag": lambda t: t.gettext("No annotation in the library has the tag “{value}”."),
    "stance": lambda t: t.gettext("No annotation in the library has the stance “{value}”."),
}


def lacking_words(lacking: Lacking, texts: Texts, *, offered: bool = False) -> str:
    """A sentence that names the value, and one that names others that there are.

    Where another query is `offered` besides, what may be meant stands in that.
    """
    told = _SENTENCES[lacking.field](texts).format(value=lacking.value)
    if offered and len(lacking.near) == 1:
        return told
    if lacking.field == "date" and lacking.known:
        years = "–".join(lacking.known)
        return told + " " + texts.gettext("The documents are of {years}.").format(years=years)
    if lacking.near:
        names = _listed(lacking.near, texts)
        return told + " " + texts.gettext("Perhaps you mean: {names}.").format(names=names)
    if lacking.known:
        return told + " " + texts.gettext("There are: {names}.").format(names=_listed(lacking.known, texts))
    return told


def _listed(values: tuple[str, ...], texts: Texts) -> str:
    named = [texts.pgettext("value in a list", "“{value}”").format(value=value) for value in values]
    return ", ".join(named) if len(named) < KNOWN else ", ".join(named) + " …"
