"""Alignment: coverage of every paragraph, and the evidence that it goes by."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.app.knowledge import known_languages
from briefer.core.align import align
from briefer.core.align.weights import WEIGHTS
from briefer.core.bitext import Bitext
from briefer.core.document import Kind, Paragraph, Version
from briefer.core.structure.build import versions_of
from briefer.formats.text import read_text
from tests.shared_data import DATA
from tests.specimens import session_text

SHARED = DATA / "align"
PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        st.sampled_from(list(Kind)),
        st.text("абвabc 123.", min_size=1, max_size=60),
        st.none() | st.sampled_from(["1", "2", "3", "PP1", "1 (a)"]),
    ),
    max_size=12,
)


KNOWN = known_languages()


def aligned(left: Version, right: Version) -> Bitext:
    return align(left, right, knowledge=KNOWN.between(left.language, right.language))


def version(language: str, *texts: str) -> Version:
    return Version(language, tuple(Paragraph(Kind.BODY, text) for text in texts))


@given(PARAGRAPHS, PARAGRAPHS)
@settings(deadline=None)
def test_every_paragraph_is_in_exactly_one_bead(left: list[Paragraph], right: list[Paragraph]) -> None:
    bitext = align(Version("ru", tuple(left)), Version("en", tuple(right)))
    bitext.check(len(left), len(right))
    assert all(0 <= bead.confidence <= 1 for bead in bitext.beads)


def test_alignment_is_deterministic() -> None:
    left = version("ru", "Один 1.", "Два 2.", "Три 3.")
    right = version("en", "One 1.", "Three 3.")
    assert align(left, right) == align(left, right)


def test_a_paragraph_without_counterpart_stays_alone() -> None:
    left = version(
        "ru",
        "Комиссия рассмотрела 15 докладов, представленных в 2024 году.",
        "Секретариат выделил 3 000 долларов на семинар в Найроби.",
        "Следующая сессия пройдет в Вене 12 мая 2026 года.",
    )
    right = version(
        "en",
        "The Commission considered 15 reports that were submitted in 2024.",
        "The next session will be held in Vienna on 12 May 2026.",
    )
    pairs = [(bead.left, bead.right) for bead in aligned(left, right).beads]
    assert pairs == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


def test_a_paragraph_split_in_translation_is_joined() -> None:
    left = version(
        "ru", "Это первое предложение абзаца о докладе 2024 года. Это второе предложение о бюджете.", "Конец."
    )
    right = version(
        "en", "This is the first sentence on the report of 2024.", "This is the second on the budget.", "End."
    )
    assert aligned(left, right).beads[0].right == (0, 1)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the alignment cases are not beside this checkout")
def test_clean_cases_with_gold_align_well() -> None:
    hits = tested = wanted = 0
    for gold_file in sorted(SHARED.glob("*030*clean*.gold.jsonl")):
        name = gold_file.name.removesuffix(".gold.jsonl")
        left, right = (version(code, *_lines(SHARED / f"{name}.{code}.txt")) for code in ("ru", "en"))
        gold = {
            (tuple(b["ru"]), tuple(b["en"]))
            for b in map(json.loads, _lines(gold_file))
            if b["ru"] and b["en"]
        }
        found = {(bead.left, bead.right) for bead in aligned(left, right).beads if bead.matched}
        hits, tested, wanted = hits + len(found & gold), tested + len(found), wanted + len(gold)
    assert wanted
    assert 2 * hits / (tested + wanted) > 0.99


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("missing", range(15, 22))
def test_a_preambular_paragraph_that_one_side_lacks_shifts_nothing(missing: int) -> None:
    russian, english = versions_of(read_text(session_text().encode(), "text").blocks)
    kept = [index for index in range(len(russian.paragraphs)) if index != missing]
    relabelled = [russian.paragraphs[index] for index in kept]
    for number, place in enumerate((p for p, q in enumerate(relabelled) if q.kind is Kind.PREAMBULAR), 1):
        relabelled[place] = replace(relabelled[place], label=f"PP{number}")
    matched = [
        bead
        for bead in aligned(replace(russian, paragraphs=tuple(relabelled)), english).beads
        if bead.matched
    ]
    assert [(kept[bead.left[0]], bead.right[0]) for bead in matched] == [
        (index, index - 11) for index in range(12, 30) if index != missing
    ]


def test_a_heading_that_comes_again_on_both_sides_is_no_running_title() -> None:
    ours, theirs = [], []
    for number in range(4):
        ours += [
            f"Требование {number + 3}. Поставщик ведет учет {number + 20} записей.",
            "Материалы проверки:",
        ]
        theirs += [
            f"Requirement {number + 3}. The supplier keeps {number + 20} records.",
            "Verification materials:",
        ]
    pairs = [(bead.left, bead.right) for bead in aligned(version("ru", *ours), version("en", *theirs)).beads]
    assert pairs == [((index,), (index,)) for index in range(8)]


def test_running_heads_stay_alone() -> None:
    left = version("ru", "Доклад Комитета за 2014 год", "3/12", "Комитет провел 15 заседаний.", "A/70/5")
    right = version(
        "en", "Report of the Committee for 2014", "The Committee held 15 meetings.", "4/12", "A/70/5"
    )
    alone = {(bead.left, bead.right) for bead in aligned(left, right).beads if not bead.matched}
    assert {((1,), ()), ((), (2,))} <= alone


def test_languages_that_nothing_is_known_of_align_by_what_any_text_shows() -> None:
    left = version("fr", "Le 3 mai 2014, 25 États.", "Article 7", "UNODC, INCB : 19 projets.")
    right = version("es", "El 3 de mayo de 2014, 25 Estados.", "Artículo 7", "UNODC, INCB: 19 proyectos.")
    assert all(bead.matched for bead in align(left, right).beads)


def test_the_work_stops_where_it_is_asked_whether_to_go_on() -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == 20:
            raise InterruptedError

    text = [f"Пункт {number}" for number in range(30)]
    with pytest.raises(InterruptedError):
        align(version("ru", *text), version("en", *text), check)


@pytest.mark.parametrize("kind", WEIGHTS.KINDS)
def test_each_kind_of_evidence_can_be_switched_off(kind: str) -> None:
    left, right = version("ru", "Статья 5", "Конец."), version("en", "Article 5", "End.")
    lighter = WEIGHTS.without(kind)
    assert lighter != WEIGHTS
    align(left, right, weights=lighter).check(2, 2)


def test_a_long_document_aligns_within_its_band() -> None:
    left = version("ru", *[f"Пункт {n} о числе {n * n + 7}." for n in range(400) if n % 50])
    right = version("en", *[f"Item {n} on the number {n * n + 7}." for n in range(400)])
    alone = [bead.right[0] for bead in aligned(left, right).beads if not bead.matched]
    assert alone == list(range(0, 400, 50))
