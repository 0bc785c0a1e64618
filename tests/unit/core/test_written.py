"""Where stems stand in texts, found by how they were written before as if the text had been cut."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefer.app.lemmas import library_forms
from briefer.core.wordforms import WordForms
from briefer.core.written import Written, occurrences

JOINED = library_forms()  # with lemmas, broken words and numbers joined
WORDS = st.sampled_from(
    ["право", "права", "Право", "ПРАВ", "С", "с", "co", "operation", "of", "off", "3", "000", "пра\u00adва"]
)
BETWEEN = st.sampled_from(
    [
        " ",
        " ",
        " ",
        "",
        "-",
        "-\n",
        "- \n ",
        "\n",
        ".",
        ". ",
        "/",
        "(",
        " (",
        ")",
        "’",
        "'",
        "«",
        "», ",
        "\u0301",
    ]
)
TEXTS = st.lists(st.tuples(WORDS, BETWEEN), max_size=9).map(lambda parts: "".join(map("".join, parts)))


def cut(forms: WordForms, text: str) -> list[tuple[str, int, int]]:
    return [(token.stem, token.start, token.end) for token in forms.tokens(text)]


def found(written: Written, forms: WordForms, text: str) -> list[tuple[str, int, int]]:
    stems = forms.stems(text)
    places = occurrences(stems, " ")[:-1]
    return [
        (stem, *written.stretches(text, stems, stem)[place])
        for stem, place in zip(stems.split(), places, strict=True)
    ]


@settings(deadline=None)  # the first word loads a dictionary
@given(texts=st.lists(TEXTS, max_size=6))
# What looks like the word and is none stands beside one that is not looked for, for what is unseen in it.
@example(["operation", "co-operation operation\u00ad"])
@example(["С", "A/С/3 С\u00ad"])
@example(["С", "A/3/С С\u00ad"])
@example(["С", "С.3 С\u00ad"])
@example(["право", "не-\nправо право\u00ad"])
@example(["of", "off of\u00ad"])
@example(["of", "o(of) of\u00ad"])
def test_what_is_learnt_from_texts_finds_the_same_places_as_cutting(texts: list[str]) -> None:
    for forms in (WordForms(), JOINED):
        written = Written(forms)
        for text in texts:
            assert found(written, forms, text) == cut(forms, text)


class Uncut(WordForms):
    """Counts the texts that are cut."""

    count = 0

    def spans(self, text: str, numbers: object) -> dict[int, tuple[int, int]]:
        self.count += 1
        return super().spans(text, numbers)  # type: ignore[arg-type]


def test_a_text_whose_words_are_known_is_not_cut() -> None:
    forms = Uncut()
    written = Written(forms)
    for text in ("Drug control, drugs.", "More drugs: a drug!", "Drug (drugs)"):
        assert found(written, forms, text) == cut(forms, text)
    before = forms.count
    text = "The drug and drugs; Drug."
    found_again = written.stretches(text, forms.stems(text), "drug")
    assert list(found_again.values()) == [(4, 8), (13, 18), (20, 24)]
    assert forms.count == before


def test_a_way_of_writing_that_has_had_two_stems_is_not_trusted() -> None:
    written = Written(WordForms())
    assert written.stretches("wind", " wind ", "wind") == {0: (0, 4)}
    assert written.stretches("wind", " weend ", "weend") == {0: (0, 4)}
    # Two stems of one word: only cutting tells which is where.
    assert written.stretches("wind wind", " wind weend ", "weend") == {5: (5, 9)}
