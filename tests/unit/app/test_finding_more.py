"""Search beyond the words themselves: fields, either language, notes, facets, suggestions, stems renewed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefer.app.library import Library
from briefer.app.model import OpenDocument
from briefer.app.searching import FEW, Searcher
from briefer.app.task import Progress
from briefer.app.upkeep import Upkeep
from briefer.core.annotation import Stance
from briefer.core.document import Document, Kind, Paragraph, Version
from briefer.core.errors import QueryWrong, SearchUnknown
from briefer.core.folders import Folder
from briefer.core.hits import SearchResults
from briefer.core.masthead import Masthead
from briefer.core.matching import holding, satisfied
from briefer.core.query import Field, Near, Words, parse_query
from briefer.core.query.values import Leaf
from briefer.core.saved_notes import SavedNote
from briefer.store.library import LibraryStore
from briefer.store.searches import MOST_PAST
from tests.answers import passages_of
from tests.factories import SYMBOL, plain_document, sample_annotation, sample_document


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library", busy_seconds=0.2)
    yield library
    library.close()


@pytest.fixture
def searcher(library: Library) -> Searcher:
    return Searcher(library)


def save(library: Library, document: Document) -> str:
    saved = library.save(OpenDocument(document))
    assert saved.id is not None
    return saved.id


def texts(results: SearchResults) -> list[str]:
    return [hit.text for document in results.documents for hit in document.hits if hit.literal]


def ids(results: SearchResults) -> set[str]:
    return {document.id for document in results.documents}


def with_masthead(document: Document, masthead: Masthead) -> Document:
    return replace(document, masthead=masthead)


def test_fields_choose_documents(library: Library, searcher: Searcher) -> None:
    one = with_masthead(
        plain_document({"en": ["drugs"]}, "a.txt"),
        Masthead(
            symbol="E/CN.7/2025/L.4/Rev.1",
            organ="Commission on Narcotic Drugs",
            session="68",
            agenda_item="6",
            date=datetime.date(2025, 3, 3),
        ),
    )
    two = with_masthead(
        plain_document({"en": ["drugs"]}, "b.txt"),
        Masthead(
            organ="Third Committee",
            session="79",
            meeting_dates=(datetime.date(2024, 10, 1), datetime.date(2024, 12, 20)),
        ),
    )
    first, second = save(library, one), save(library, two)
    expected = {
        "organ:narcotic drugs": {first},
        'organ:"third committees" drugs': {second},
        "орган:наркотическим": {first},
        'organ:"третий комитет"': {second},
        'organ:"drugs третий"': set(),
        "session:68": {first},
        "drugs session:79": {second},
        "item:6": {first},
        "year:2025": {first},
        "год:2024..2025 drugs": {first, second},
        "date:2024-12-20..2025-01-01": {second},
        "symbol:L.4/Rev.1": {first},
        "symbol:E/CN.7/2025/*": {first},
        "symbol:*": {first},
        "символ:Е/СN.7/2025/L.4/Rev.1": {first},
        f"in:{second[:8]} drugs": {second},
        "in:E/CN.7/2025/L.4/Rev.1": {first},
        "drugs NOT year:2025": {second},
        "organ:narcotic OR session:79": {first, second},
        "drugs year:1999": set(),
    }
    for query, found in expected.items():
        assert ids(searcher.find(query)) == found, query


@pytest.mark.parametrize(
    "query", ["2 000", "2\u00a0000", "2,000", "2000", "(2 000) tonnes", "2 000 tonnes", "tonnes NOT 12 000"]
)
def test_a_number_is_found_however_its_thousands_are_parted(
    library: Library, searcher: Searcher, query: str
) -> None:
    document = plain_document({"en": ["2,000 tonnes", "2 or 000", "12,000 tonnes"]}, "a.txt")
    save(library, document)
    assert texts(searcher.find(query)) == ["2,000 tonnes"]


@pytest.mark.parametrize("query", ["наркотрафк~", "наркотрфк~2"])
def test_a_misspelt_lemma_is_like_forms_that_are_farther_away(
    library: Library, searcher: Searcher, query: str
) -> None:
    save(library, plain_document({"ru": ["борьба с наркотрафиком", "бюджет"]}, "a.txt"))
    assert texts(searcher.find(query)) == ["борьба с наркотрафиком"]


def test_a_folder_is_searched_with_those_inside_it(library: Library, searcher: Searcher) -> None:
    inside, outside = (save(library, plain_document({"en": ["drugs"]}, name)) for name in ("a.txt", "b.txt"))
    library.store.folders.add(Folder("1" * 32, "Vienna March", None))
    library.store.folders.add(Folder("2" * 32, "Drafts", "1" * 32))
    library.store.folders.put("2" * 32, [inside])
    assert ids(searcher.find('in:"vienna march" drugs')) == {inside}
    assert ids(searcher.find("drugs -in:drafts")) == {outside}


def test_fields_choose_passages(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    assert texts(searcher.find("lang:en drug")) == [
        "The Commission on Narcotic Drugs,",
        "Noting once more the growth of illicit drug trafficking,",
    ]
    assert texts(searcher.find("kind:footnote")) == ["Документ воспроизводится в полученном виде."]
    assert texts(searcher.find("label:2 lang:en")) == ["Requests the Executive Director to report in 2026."]
    assert texts(searcher.find("kind:operative report lang:en")) == texts(searcher.find("label:OP2 lang:en"))
    assert texts(searcher.find("lang:en kind:operative -states")) == [
        "Requests the Executive Director to report in 2026."
    ]


def test_a_query_of_one_language_finds_the_other_below(library: Library, searcher: Searcher) -> None:
    russian = save(library, plain_document({"ru": ["Борьба с наркотрафиком."]}, "a.txt"))
    english = save(library, plain_document({"en": ["To counter drug trafficking."]}, "b.txt"))
    results = searcher.find("наркотрафик")
    assert [document.id for document in results.documents] == [russian, english]
    assert (results.total, results.literal) == (2, 1)
    (hit,) = results.documents[1].hits
    assert not hit.literal
    assert [hit.text[mark.start : mark.end] for mark in hit.marks] == ["drug trafficking"]
    assert ids(searcher.find("lang:ru наркотрафик")) == {russian}
    assert [d.id for d in searcher.find("drug trafficking").documents] == [english, russian]
    assert ids(searcher.find('"незаконный оборот наркотиков"')) == {english}


def test_words_between_themselves_answer_by_nearness_beginning_and_likeness(
    library: Library, searcher: Searcher
) -> None:
    save(library, plain_document({"en": ["drugs of all kinds and their control", "trafficked", "control"]}))
    assert texts(searcher.find("drug NEAR/6 control")) == ["drugs of all kinds and their control"]
    assert searcher.find("drug NEAR/5 control").documents == ()
    assert texts(searcher.find("traff*")) == ["trafficked"]
    assert texts(searcher.find("contorl~")) == ["drugs of all kinds and their control", "control"]


def test_annotations_answer_by_note_tag_and_stance(library: Library, searcher: Searcher) -> None:
    document = sample_document()
    identity = save(library, document)
    annotation = replace(
        sample_annotation(document, identity),
        note="Ask the capital.",
        tags=("Urgent",),
        stance=Stance.RED_LINE,
    )
    library.add_annotation(annotation)
    target = annotation.targets[0]
    for query in ("tag:urgent", "stance:redline", "note:capitals", "tag:urgent -note:nothing"):
        found = searcher.find(query).documents[0].hits
        assert (target.language, target.index) in [(hit.language, hit.index) for hit in found], query
    (hit,) = searcher.find("capitals").documents[0].hits
    assert (hit.note, [(m.start, m.end) for m in hit.note_marks]) == ("Ask the capital.", [(8, 15)])
    assert searcher.find("tag:later").documents == ()


def test_briefing_notes_answer(library: Library, searcher: Searcher) -> None:
    now = datetime.datetime(2025, 3, 1, tzinfo=datetime.UTC)
    note = SavedNote("f" * 32, "For the head", "en", now, now)
    library.store.notes.save(note)
    (found,) = searcher.find("heads").notes
    assert (found.id, found.title) == ("f" * 32, "For the head")
    assert searcher.find("nothing").notes == ()


def test_facets_count_the_documents_that_answer(library: Library, searcher: Searcher) -> None:
    save(library, sample_document())
    save(library, plain_document({"en": ["drugs", "drug"]}, "a.txt"))
    results = searcher.find("drug")
    assert (results.total, results.literal) == (2, 2)
    assert dict(results.facets["organ"]) == {"Commission on Narcotic Drugs": 1}
    assert dict(results.facets["session"]) == {"68": 1}
    assert dict(results.facets["year"]) == {"2025": 1}
    assert dict(results.facets["language"]) == {"en": 2, "ru": 1}
    assert dict(results.facets["kind"])["body"] == 1


def test_a_misspelt_word_gets_a_real_one_that_finds_something(library: Library, searcher: Searcher) -> None:
    save(library, plain_document({"en": ["the control of precursors"], "ru": ["оборот наркотиков"]}))
    assert searcher.find("precursrs control").suggestion == "precursors control"
    assert searcher.find("наркотков").suggestion == "наркотиков"
    assert searcher.find("precursors").suggestion is None
    assert searcher.find("precursrs elephant").suggestion is None


def test_a_title_that_is_only_a_name_of_a_file_is_known_as_such(library: Library, searcher: Searcher) -> None:
    save(library, plain_document({"en": ["drugs"]}))
    save(library, sample_document())
    assert [d.titled for d in sorted(searcher.find("drugs").documents, key=lambda d: d.symbol or "")] == [
        False,
        True,
    ]


@pytest.mark.parametrize("query", ["drugs", "наркотик", "drugs OR и", "symbol:E/CN.7/2025/*"])
def test_the_sum_says_what_the_documents_say(library: Library, searcher: Searcher, query: str) -> None:
    save(library, sample_document(name="other.txt", symbol="E/CN.7/2025/L.5"))
    found = searcher.find(query)
    assert found.total == len(found.documents) >= 1
    assert found.passages == sum(each.count for each in found.documents)
    fewer = searcher.find(query, limit=0)
    assert fewer.passages >= found.passages


def test_a_query_is_checked_as_it_is_typed(searcher: Searcher) -> None:
    assert searcher.check("drug OR precursor") is None
    wrong = searcher.check('drug "open')
    assert isinstance(wrong, QueryWrong)
    assert wrong.params["position"] == 5


def test_much_that_is_new_is_indexed_elsewhere_and_the_impatient_see_what_was_there(library: Library) -> None:
    called = []

    def elsewhere(library: Library, progress: Progress) -> None:
        called.append(library)

    searcher = Searcher(library, elsewhere)
    save(library, plain_document({"en": ["drugs"]}, "first.txt"))
    assert searcher.find("drugs").total == 1
    assert not called
    for number in range(FEW + 1):
        save(library, plain_document({"en": ["drugs"]}, f"{number}.txt"))
    hasty = searcher.find("drugs", patient=False)
    assert (hasty.total, hasty.behind, called) == (1, True, [])
    assert searcher.find("drugs").total == FEW + 2
    assert called == [library]


def test_the_impatient_see_nothing_yet_of_a_library_that_was_never_indexed(library: Library) -> None:
    searcher = Searcher(library)
    ids = [save(library, plain_document({"en": ["drugs"]}, f"{number}.txt")) for number in range(FEW + 1)]
    hasty = searcher.find("drugs", patient=False)
    assert (hasty.total, hasty.behind) == (0, True)
    assert searcher.find("drugs").total == FEW + 1
    library.close()
    library.store.trash.remove(ids[:1])
    hasty = searcher.find("drugs", patient=False)
    assert (hasty.total, hasty.behind) == (FEW, True)


def test_stems_of_an_older_method_are_searched_and_renewed(tmp_path: Path) -> None:
    older = LibraryStore(tmp_path, 0.2)  # by Snowball's stems
    identity, _ = older.save(plain_document({"ru": ["Люди и дети."], "en": ["Women of the world"]}), None)
    older.close()
    library = Library(tmp_path)
    searcher = Searcher(library, lambda _library, _progress: None)
    assert ids(searcher.find("человек", patient=False)) == set()
    assert ids(searcher.find("дети", patient=False)) == {identity}
    told: list[float] = []
    Searcher(library).refresh(Progress(told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0
    for query in ("детей", "человек", "woman", "дети"):
        assert ids(searcher.find(query)) == {identity}, query
    assert library.store.search.lacking() == 0
    library.close()


@pytest.mark.parametrize("rebuilt", [False, True])
def test_who_waits_gets_stems_of_this_method(tmp_path: Path, rebuilt: bool) -> None:
    older = LibraryStore(tmp_path, 0.2)  # by Snowball's stems, to which 31.5 is two words
    older.save(plain_document({"en": ["Of the $31.5 million for people"]}, "sum.txt"), None)
    older.close()
    library = Library(tmp_path)
    if rebuilt:
        assert Upkeep(library).rebuild_index() == 1
        assert not library.store.search.outdated()
    searcher = Searcher(library)
    assert ids(searcher.find("5")) == set()
    (found,) = searcher.find("person").documents
    (hit,) = found.hits
    assert [hit.text[mark.start : mark.end] for mark in hit.marks] == ["people"]
    library.close()


def test_words_met_before_are_not_looked_up_in_the_dictionaries_again(library: Library) -> None:
    document = sample_document()
    save(library, document)
    again = Library(library.folder)

    def none(word: str) -> str:
        raise AssertionError(word)

    again.store.forms._stems.stem = none  # type: ignore[method-assign]
    again.save(OpenDocument(sample_document(name="other.txt", symbol=None)))
    again.close()


def test_searches_are_kept_and_the_history_is_bounded(searcher: Searcher) -> None:
    kept = searcher.kept
    first, second = kept.save("Drugs", "drug*"), kept.save("Красные линии", "stance:redline")
    assert kept.save("Drugs", "drug").id == first.id
    kept.arrange([second.id])
    kept.rename(second.id, "Red lines")
    assert [(each.name, each.query) for each in kept.saved()] == [
        ("Red lines", "stance:redline"),
        ("Drugs", "drug"),
    ]
    kept.delete(first.id)
    with pytest.raises(SearchUnknown):
        kept.delete(first.id)
    for number in range(MOST_PAST + 2):
        kept.asked(f"query {number}")
    kept.asked("query 100")
    past = kept.past()
    assert (len(past), past[0].query, past[0].count) == (MOST_PAST, "query 100", 2)
    kept.forget("query 100")
    assert kept.past()[0].query == f"query {MOST_PAST + 1}"
    kept.forget()
    assert kept.past() == []


VOCABULARY = ["drug", "control", "health", "state", "мера"]
WORD = st.sampled_from(VOCABULARY)
PHRASE = st.lists(WORD, min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"')
QUERIES = st.recursive(
    st.one_of(
        WORD,
        PHRASE,
        st.tuples(WORD, st.integers(1, 3), WORD).map(lambda t: f"({t[0]} NEAR/{t[1]} {t[2]})"),
        st.sampled_from(["lang:en", "lang:ru", "kind:title", "kind:body", "label:1"]),
    ),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} OR {pair[1]})"),
        st.tuples(inner, WORD).map(lambda pair: f"({pair[1]} NOT {pair[0]})"),
    ),
    max_leaves=5,
)


def made_up(number: int) -> Document:
    paragraphs = [
        Paragraph(
            Kind.TITLE if part == 0 else Kind.BODY,
            " ".join(word for bit, word in enumerate(VOCABULARY) if (number * 7 + part * 11) >> bit & 1)
            + " и",
            "1" if part == 2 else None,
        )
        for part in range(3)
    ]
    document = plain_document({"en": ["x"]}, f"{number}.txt")
    versions = (Version("en", tuple(paragraphs)), Version("ru", tuple(reversed(paragraphs))))
    return replace(document, versions=versions[: 1 + number % 2])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = Library(tmp_path_factory.mktemp("corpus") / "library")
    for number in range(12):
        save(library, made_up(number))
    yield library
    library.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(typed=QUERIES)
def test_what_is_found_is_what_reading_every_paragraph_finds(corpus: Library, typed: str) -> None:
    forms = corpus.store.forms
    query = parse_query(typed, forms)
    expected = {}
    for summary in corpus.summaries():
        document = corpus.load(summary.id).document
        found = set()
        for version in document.versions:
            for index, paragraph in enumerate(version.paragraphs):

                def holds(leaf: Leaf, version: Version = version, paragraph: Paragraph = paragraph) -> bool:
                    if isinstance(leaf, Words | Near):
                        return holding(forms.stems(paragraph.text).split())(leaf)
                    assert isinstance(leaf, Field)
                    told = {"lang": version.language, "kind": paragraph.kind, "label": paragraph.label}
                    return told[leaf.name] == leaf.value

                if satisfied(query, holds):
                    found.add((version.language, index))
        if found:
            expected[summary.id] = found
    with corpus.store.search.asked() as view:
        answers = view.answers(query)
        by_passages = {
            identity: {(p.language, p.number) for p in passages}
            for identity in view.facts.all
            if (passages := passages_of(answers, identity))
        }
        assert by_passages == expected
        ranked = view.ranked(query)
    assert set(ranked[: len(expected)]) >= set(expected) or set(ranked) >= set(expected)
    assert len(set(ranked)) == len(ranked) == answers.count


def test_a_document_symbol_finds_its_document(library: Library, searcher: Searcher) -> None:
    identity = save(library, sample_document())
    assert ids(searcher.find(SYMBOL)) == ids(searcher.find("L.4")) == {identity}
