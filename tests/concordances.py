"""A concordance made up for tests of what is written and shown."""

from __future__ import annotations

from briefer.core.concordance.lines import Concordance, KwicLine, TermCount, places
from briefer.core.document import Span
from briefer.core.wordforms import WordForms

_FORMS = WordForms()
_ROWS = (
    ("E/CN.7/2025/L.4", "3", "Использование цифровых средств <b>растёт</b>;", "digital means",
     "The use of digital means is growing;"),
    ("E/CN.7/2025/L.4", "12 (a)", "=цифровые средства & связь", "virtual means", "Virtual means & links"),
    (None, None, "Цифровые средства связи в быту.", None, None),
    (None, "1", "О цифровых средствах: см. ниже.", "digital means", "On digital means\nsee below."),
)  # fmt: skip


def sample_line(index: int = 0) -> KwicLine:
    symbol, label, text, term, counterpart = _ROWS[index]
    (node,) = _places(text, "цифровые средства")
    return KwicLine(
        document_id="1" * 32 if symbol else "2" * 32,
        title="Проект резолюции" if symbol else "@Письмо <i>",
        symbol=symbol,
        language="ru",
        label=label,
        index=index,
        text=text,
        node=node,
        counterpart_language="en" if counterpart else None,
        counterpart=counterpart,
        counterpart_marks=_places(counterpart or "", term or ""),
        counterpart_term=term,
    )


def sample_concordance() -> Concordance:
    """Four lines of two documents: two with one counterpart term, one with another, one without."""
    lines = tuple(sample_line(number) for number in range(len(_ROWS)))
    counts = (TermCount("digital means", 2, True, 0.66, 12.5), TermCount("virtual means", 1, False, 0.4, 5.0))
    return Concordance("цифровые средства", "ru", lines, counts, total=5)


def _places(text: str, words: str) -> tuple[Span, ...]:
    return places(_FORMS.tokens(text), [token.stem for token in _FORMS.tokens(words)])
