"""Terms of a small lexicon in texts, by word form."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import Entry
from briefer.core.wordforms import WordForms

ENTRIES = (
    Entry("мера", "measure", "general"),
    Entry("измерение", "measurement", "general"),
    Entry("соответствие", "compliance", "general"),
    Entry("соответствующий", "relevant", "general"),
    Entry("соответствующий", "appropriate", "general"),
    Entry("государство", "State", "general"),
    Entry("государство-участник", "State party", "law"),
    Entry("право", "right", "law"),
    Entry("права человека", "human rights", "human-rights"),
    Entry("Совет по правам человека", "Human Rights Council", "organs"),
    Entry("который", "who", "general"),
    Entry("ВОЗ", "WHO", "abbreviations"),
    Entry("воз", "cart", "general"),
    Entry("то есть", "i.e.", "general"),
    Entry("осуществление", "implementation", "general"),
    Entry("осуществлять", "implement", "general"),
    Entry("отмечает", "notes", "resolutions"),
    Entry("записка", "note", "documents"),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon(ENTRIES, ("ru", "en"), WordForms())


def shown(lexicon: Lexicon, text: str, language: str) -> list[tuple[str, list[str]]]:
    return [
        (text[term.span.start : term.span.end], [lexicon.counterpart(e, language) for e in term.entries])
        for term in lexicon.terms_in(text, language)
    ]


def test_terms_are_found_in_any_form(lexicon: Lexicon) -> None:
    assert shown(lexicon, "МЕРАМИ государств", "ru") == [("МЕРАМИ", ["measure"]), ("государств", ["State"])]
    assert shown(lexicon, "States measures", "en") == [
        ("States", ["государство"]),
        ("measures", ["мера"]),
    ]


def test_the_longest_phrase_wins(lexicon: Lexicon) -> None:
    assert shown(lexicon, "в Совете по правам человека", "ru") == [
        ("Совете по правам человека", ["Human Rights Council"])
    ]
    assert shown(lexicon, "the human rights of States parties", "en") == [
        ("human rights", ["права человека"]),
        ("States parties", ["государство-участник"]),
    ]


def test_a_phrase_does_not_run_over_a_comma(lexicon: Lexicon) -> None:
    assert shown(lexicon, "государства, участники", "ru") == [("государства", ["State"])]
    assert shown(lexicon, "human, rights", "en") == [("rights", ["право"])]


def test_a_phrase_written_with_stops_is_found(lexicon: Lexicon) -> None:
    assert shown(lexicon, "two, i.e. both", "en") == [("i.e", ["то есть"])]


def test_an_abbreviation_is_found_in_capitals_only(lexicon: Lexicon) -> None:
    assert shown(lexicon, "those who WHO asked", "en") == [("who", ["который"]), ("WHO", ["ВОЗ"])]
    assert shown(lexicon, "воз и ВОЗ", "ru") == [("воз", ["cart"]), ("ВОЗ", ["WHO"])]


def test_of_words_with_one_stem_the_likest_is_given(lexicon: Lexicon) -> None:
    assert shown(lexicon, "соответствующих", "ru") == [("соответствующих", ["relevant", "appropriate"])]
    assert shown(lexicon, "соответствия", "ru") == [("соответствия", ["compliance"])]
    assert shown(lexicon, "implementation", "en") == [("implementation", ["осуществление"])]
    assert shown(lexicon, "implemented measurements", "en") == [
        ("implemented", ["осуществлять"]),
        ("measurements", ["измерение"]),
    ]


def test_an_inflected_form_that_is_an_entry_does_not_hide_the_lemma(lexicon: Lexicon) -> None:
    assert shown(lexicon, "notes", "en") == [("notes", ["отмечает", "записка"])]


def test_translations_are_of_the_whole_phrase(lexicon: Lexicon) -> None:
    assert lexicon.translations("прав человека", "ru") == ("human rights",)
    assert lexicon.translations("relevant", "en") == ("соответствующий",)
    assert lexicon.translations("Relevant measures", "en") == ()
    assert lexicon.translations("unheard-of", "en") == lexicon.translations("", "ru") == ()


def test_all_phrases_are_found_also_inside_others(lexicon: Lexicon) -> None:
    text = "Совета по правам человека"
    found = lexicon.found(WordForms().tokens(text), text, "ru")
    assert [(first, stop, [ENTRIES[n].target for n in ids]) for first, stop, ids in found] == [
        (0, 4, ["Human Rights Council"]),
        (2, 4, ["human rights"]),
        (2, 3, ["right"]),
    ]


def test_terms_in_common_have_ids_in_common(lexicon: Lexicon) -> None:
    forms = WordForms()
    russian, english = "соответствующие меры", "Appropriate measures"
    ids = [
        {number for found in lexicon.found(forms.tokens(text), text, language) for number in found.ids}
        for text, language in ((russian, "ru"), (english, "en"))
    ]
    assert [ENTRIES[number].target for number in sorted(ids[0] & ids[1])] == ["measure", "appropriate"]


def test_stems_stand_beside_their_entries(lexicon: Lexicon) -> None:
    forms = WordForms()
    for language, side in (("ru", 0), ("en", 1)):
        stems = lexicon.stems(language)
        assert len(stems) == len(ENTRIES)
        for entry, keys in zip(ENTRIES, stems, strict=True):
            if not entry[side].isupper():
                assert list(keys) == [token.stem for token in forms.tokens(entry[side])]
    assert lexicon.stems("en")[ENTRIES.index(Entry("ВОЗ", "WHO", "abbreviations"))] == ("WHO",)


def test_a_language_that_is_not_there_has_no_terms(lexicon: Lexicon) -> None:
    assert lexicon.terms_in("mesures", "fr") == []
    with pytest.raises(ValueError, match="not in"):
        lexicon.counterpart(ENTRIES[0], "fr")


@given(
    st.lists(st.sampled_from([*"который ВОЗ прав человека Совета по , . ( мер".split(), "\n"]), max_size=12)
)
def test_terms_ascend_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    spans = [term.span for term in Lexicon(ENTRIES, ("ru", "en"), WordForms()).terms_in(text, "ru")]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.start < span.end <= len(text) for span in spans)
