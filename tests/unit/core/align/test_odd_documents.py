"""Alignment of documents that are not as documents usually are."""

from __future__ import annotations

import pytest

from briefer.app.knowledge import known_languages
from briefer.core.align import align
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Kind, Paragraph, Version

KNOWN = known_languages()
# Enough words to make sentences of, each pair known to the lexicon.
WORDS = (
    ("комитет", "committee"), ("доклад", "report"), ("государство", "state"), ("бюджет", "budget"),
    ("договор", "treaty"), ("право", "law"), ("безопасность", "security"), ("развитие", "development"),
    ("сессия", "session"), ("резолюция", "resolution"), ("комиссия", "commission"), ("торговля", "trade"),
    ("здравоохранение", "health"), ("образование", "education"), ("население", "population"),
)  # fmt: skip


def sentence(number: int, side: int) -> str:
    """A sentence of its own for each number, in Russian (side 0) or English (1), of varying length."""
    chosen = [WORDS[(number * step + step) % len(WORDS)][side] for step in range(1, 4 + number % 5)]
    return f"{('Статья', 'Article')[side]}: {', '.join(chosen)} ({number * number + 11})."


def pair(left: list[str], right: list[str], languages: tuple[str, str] = ("ru", "en")) -> Bitext:
    versions = [
        Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))
        for language, texts in zip(languages, (left, right), strict=True)
    ]
    bitext = align(versions[0], versions[1], knowledge=KNOWN.between(*languages))
    bitext.check(len(left), len(right))
    return bitext


def matched(bitext: Bitext) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.left, bead.right) for bead in bitext.beads if bead.matched]


@pytest.mark.parametrize("turned", [False, True])
def test_a_long_stretch_that_one_version_leaves_out_stays_alone(turned: bool) -> None:
    long = [sentence(n, int(turned)) for n in range(260)]
    short = [sentence(n, int(not turned)) for n in range(260) if not 60 <= n < 230]
    places = [(n, n if n < 60 else n - 170) for n in range(260) if not 60 <= n < 230]
    if turned:
        assert matched(pair(short, long)) == [((short_,), (long_,)) for long_, short_ in places]
    else:
        assert matched(pair(long, short)) == [((long_,), (short_,)) for long_, short_ in places]


def test_a_version_that_leaves_out_every_second_paragraph_is_not_glued() -> None:
    found = matched(pair([sentence(n, 0) for n in range(0, 120, 2)], [sentence(n, 1) for n in range(120)]))
    assert found == [((n // 2,), (n,)) for n in range(0, 120, 2)]


def test_paragraphs_that_join_four_each_are_beads_of_one_and_four() -> None:
    left = [" ".join(sentence(n, 0) for n in range(first, first + 4)) for first in range(0, 120, 4)]
    found = matched(pair(left, [sentence(n, 1) for n in range(120)]))
    assert found == [((first // 4,), tuple(range(first, first + 4))) for first in range(0, 120, 4)]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_version_without_paragraphs_leaves_the_other_alone(count: int) -> None:
    texts = [sentence(n, 0) for n in range(count)]
    assert pair(texts, []).beads == tuple(Bead((n,), (), 1.0) for n in range(count))


def test_a_thousand_identical_lines_are_covered() -> None:
    bitext = pair(["Приложение"] * 1000, ["Annex"] * 900)
    assert not [bead for bead in bitext.beads if bead.matched and bead.confidence > 0.9]


def test_a_very_long_paragraph_finds_its_counterpart_among_short_ones() -> None:
    long = [" ".join(sentence(n, side) for n in range(1500)) for side in (0, 1)]
    found = matched(pair(["Введение", long[0], "Приложение"], ["Introduction", long[1], "Annex"]))
    assert found == [((n,), (n,)) for n in range(3)]


def test_a_list_of_very_short_items_aligns_item_by_item() -> None:
    names = [
        ("Франция", "France"),
        ("Китай", "China"),
        ("Куба", "Cuba"),
        ("Чад", "Chad"),
        ("Япония", "Japan"),
    ]
    left = [cell for ours, _ in names for cell in (ours, "—", "17")]
    right = [cell for _, theirs in names for cell in (theirs, "—", "17")]
    assert matched(pair(left, right)) == [((n,), (n,)) for n in range(15)]


@pytest.mark.parametrize("head", ["{0}", "{0}.", "({0})", "A/RES/70/{0}", "A/RES/70/1", "20{0}"])
def test_rows_with_a_number_of_their_own_are_matched_and_no_pages(head: str) -> None:
    numbers = [head.format(number) for number in range(10, 16)]
    left = [text for n, number in enumerate(numbers) for text in (number, sentence(n, 0))]
    right = [text for n, number in enumerate(numbers) for text in (number, sentence(n, 1))]
    assert matched(pair(left, right)) == [((n,), (n,)) for n in range(12)]


def test_languages_without_spaces_align_by_their_numbers_and_lengths() -> None:
    chinese = ["2014年5月3日,25个国家", "第7条", "19个项目,共3000美元", "结束"]
    english = ["On 3 May 2014, 25 States", "Article 7", "19 projects, USD 3,000 in all", "End"]
    assert matched(pair(chinese, english, ("zh", "en"))) == [((n,), (n,)) for n in range(4)]


def test_a_language_that_needs_a_quarter_of_the_letters_aligns_by_its_lengths() -> None:
    # Each word becomes one sign, as long texts do in Chinese; nothing is known of it but numbers.
    signs = {word: chr(0x4E00 + number) for number, (word, _) in enumerate(WORDS)}

    def short(number: int) -> str:
        text = sentence(number, 0).replace("Статья: ", "")
        for word, sign in signs.items():
            text = text.replace(f"{word}, ", sign).replace(word, sign)
        return text

    kept = [n for n in range(40) if n % 13 != 6]
    found = matched(pair([short(n) for n in kept], [sentence(n, 1) for n in range(40)], ("zh", "en")))
    assert found == [((place,), (n,)) for place, n in enumerate(kept)]
