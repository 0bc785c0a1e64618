"""The table of a lexicon as values and back, and what is refused of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.errors import LexiconWrong
from briefer.core.lexicon_table import DOMAINS, Entry, format_lexicon, parse_lexicon

HEAD = "ru\ten\tdomain\n"
PHRASES = st.lists(st.text("абвяАЯёabzAZ'-/.", min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)


def test_lines_are_entries_in_their_order() -> None:
    table = HEAD + "мера\tstep\tgeneral\nмера\tmeasure\tgeneral\n"
    assert parse_lexicon(table) == (Entry("мера", "step", "general"), Entry("мера", "measure", "general"))


def test_a_table_without_lines_is_an_empty_lexicon() -> None:
    assert parse_lexicon(HEAD) == parse_lexicon("") == ()


@given(
    st.lists(st.builds(Entry, PHRASES, PHRASES, st.sampled_from(sorted(DOMAINS))), unique_by=lambda e: e[:2])
)
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    assert parse_lexicon(format_lexicon(entries, ("ru", "en"))) == tuple(entries)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("мера measure general", "columns"),
        ("мера\tmeasure", "columns"),
        ("мера\tmeasure\tgeneral\t", "columns"),
        ("мера\t\tgeneral", "empty"),
        ("мера\tmeasure \tgeneral", "spaces"),
        ("права  человека\thuman rights\tlaw", "spaces"),
        ("мера\tmeasure\tgeneral\r", "spaces"),
        ("мера\tmeasure\tcookery", "domain"),
        ("право\tlaw\tgeneral", "twice"),
    ],
)
def test_a_bad_line_is_named(line: str, reason: str) -> None:
    with pytest.raises(LexiconWrong) as caught:
        parse_lexicon(f"{HEAD}право\tlaw\tlaw\n{line}\n")
    assert caught.value.params == {"line": 3, "reason": reason}
