"""The lexicon that ships: well made, large enough, and found by the names of its languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefer.app.knowledge import known_languages
from briefer.app.lemmas import library_forms
from briefer.app.lexicon import Lexicons, key_of, worked_out
from briefer.app.resources import resource
from briefer.core.align.translations import word_translations
from briefer.core.align.word_table import format_words
from briefer.core.errors import LexiconWrong
from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import DOMAINS, format_lexicon
from briefer.core.wordforms import Snowball, WordForms

# The members of the United Nations, by the names that the Organization uses.
MEMBERS = """
Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia;
Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan;
Bolivia (Plurinational State of); Bosnia and Herzegovina; Botswana; Brazil; Brunei Darussalam; Bulgaria;
Burkina Faso; Burundi; Cabo Verde; Cambodia; Cameroon; Canada; Central African Republic; Chad; Chile;
China; Colombia; Comoros; Congo; Costa Rica; Côte d'Ivoire; Croatia; Cuba; Cyprus; Czechia; Democratic
People's Republic of Korea; Democratic Republic of the Congo; Denmark; Djibouti; Dominica; Dominican
Republic; Ecuador; Egypt; El Salvador; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji;
Finland; France; Gabon; Gambia; Georgia; Germany; Ghana; Greece; Grenada; Guatemala; Guinea;
Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; Iceland; India; Indonesia; Iran (Islamic Republic of);
Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; Kenya; Kiribati; Kuwait; Kyrgyzstan;
Lao People's Democratic Republic; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; Lithuania;
Luxembourg; Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; Mauritania; Mauritius;
Mexico; Micronesia (Federated States of); Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar;
Namibia; Nauru; Nepal; Netherlands (Kingdom of the); New Zealand; Nicaragua; Niger; Nigeria; North
Macedonia; Norway; Oman; Pakistan; Palau; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland;
Portugal; Qatar; Republic of Korea; Republic of Moldova; Romania; Russian Federation; Rwanda; Saint Kitts
and Nevis; Saint Lucia; Saint Vincent and the Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi
Arabia; Senegal; Serbia; Seychelles; Sierra Leone; Singapore; Slovakia; Slovenia; Solomon Islands;
Somalia; South Africa; South Sudan; Spain; Sri Lanka; Sudan; Suriname; Sweden; Switzerland; Syrian Arab
Republic; Tajikistan; Thailand; Timor-Leste; Togo; Tonga; Trinidad and Tobago; Tunisia; Türkiye;
Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom of Great Britain and Northern
Ireland; United Republic of Tanzania; United States of America; Uruguay; Uzbekistan; Vanuatu; Venezuela
(Bolivarian Republic of); Viet Nam; Yemen; Zambia; Zimbabwe
"""
BRITISH = (
    r"\b(?:program|center|labor|behavior|color|defense|offense|license[ds]?|\w+yze[ds]?|fulfill(?:ment)?|favor"
    r"|\w*(?:recogn|organ|emphas|mobil|real|util)is(?:e[ds]?|ing|ation\w*))\b"
)


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return Lexicons(WordForms())


@pytest.fixture(scope="module")
def lexicon(lexicons: Lexicons) -> Lexicon:
    return lexicons.between("ru", "en")


def test_the_order_of_the_languages_does_not_matter(lexicons: Lexicons, lexicon: Lexicon) -> None:
    assert lexicons.between("en", "ru") is lexicon
    assert lexicon.languages == ("ru", "en")


def test_without_a_table_the_lexicon_is_empty(lexicons: Lexicons) -> None:
    assert lexicons.between("fr", "en").entries == ()


def test_the_table_is_large_and_in_order(lexicon: Lexicon) -> None:
    entries = list(lexicon.entries)
    assert len(entries) >= 3000
    assert entries == sorted(
        entries, key=lambda e: (e.domain, e.source.casefold(), e.target.casefold(), e.source, e.target)
    )
    table = resource("lexicon", "ru-en.tsv").read_text(encoding="utf-8")
    assert table == format_lexicon(entries, ("ru", "en"))


def test_every_domain_has_entries(lexicon: Lexicon) -> None:
    assert {entry.domain for entry in lexicon.entries} == DOMAINS


def test_no_pair_stands_twice_in_another_case(lexicon: Lexicon) -> None:
    pairs = [(entry.source.casefold(), entry.target.casefold()) for entry in lexicon.entries]
    assert len(set(pairs)) == len(pairs)


def test_russian_stands_left_and_english_right(lexicon: Lexicon) -> None:
    for entry in lexicon.entries:
        cyrillic = re.sub(r"COVID-19|\b[IVX]+\b", "", entry.source)
        assert re.fullmatch(r"[А-Яа-яЁ\d ,.()'/—-]+", cyrillic), entry
        assert re.fullmatch(r"[A-Za-zÀ-ü\d ,.()'/&-]+", entry.target), entry


def test_yo_is_written_as_the_united_nations_write_it(lexicon: Lexicon) -> None:
    assert not [entry for entry in lexicon.entries if "ё" in entry.source.casefold()]


def test_english_is_british(lexicon: Lexicon) -> None:
    own_names = {"Organisation for the Prohibition of Chemical Weapons"}
    strange = [entry for entry in lexicon.entries if re.search(BRITISH, entry.target, re.IGNORECASE)]
    assert {entry.target for entry in strange} <= own_names


def test_every_entry_can_be_found(lexicon: Lexicon) -> None:
    for language in lexicon.languages:
        assert all(lexicon.stems(language))
    for entry in lexicon.entries:
        assert entry.target in lexicon.translations(entry.source, "ru"), entry
        assert entry.source in lexicon.translations(entry.target, "en"), entry


def test_every_member_state_has_its_name(lexicon: Lexicon) -> None:
    members = [" ".join(name.split()) for name in MEMBERS.split(";")]
    assert len(members) == len(set(members)) == 193
    known = {entry.target for entry in lexicon.entries if entry.domain == "countries"}
    assert set(members) <= known


@pytest.mark.parametrize(
    ("text", "language", "counterpart"),
    [
        ("государствами-участниками", "ru", "State party"),
        ("наркотических средств и психотропных веществ", "ru", "narcotic drugs and psychotropic substances"),
        ("Советом по правам человека", "ru", "Human Rights Council"),
        ("ЮНОДК", "ru", "UNODC"),
        ("assessed contributions", "en", "начисленный взнос"),
        ("human rights", "en", "права человека"),
        ("Taking into account", "en", "принимая во внимание"),
    ],
)
def test_well_known_terms_are_there(lexicon: Lexicon, text: str, language: str, counterpart: str) -> None:
    assert counterpart in lexicon.translations(text, language)


def test_the_words_that_ship_are_those_that_the_lexicon_gives(
    request: pytest.FixtureRequest, lexicon: Lexicon
) -> None:
    table = resource("lexicon") / "ru-en.words.tsv"
    if request.config.getoption("--regenerate"):
        worked = word_translations(lexicon.stems("ru"), lexicon.stems("en"))
        table.write_text(format_words(worked, key_of(lexicon)), encoding="utf-8", newline="\n")
    written = table.read_text(encoding="utf-8")
    sha256, stems = key_of(lexicon).split(" ", 1)
    assert written.startswith(f"{sha256} "), "the lexicon has changed: pytest --regenerate"
    if not written.startswith(f"{sha256} {stems}\n"):
        pytest.skip("made by another release of the stemmer")
    assert written == format_words(
        word_translations(lexicon.stems("ru"), lexicon.stems("en")), key_of(lexicon)
    )
    assert worked_out(lexicon) is not None


def test_words_worked_out_by_other_stems_or_of_another_table_do_not_count(
    lexicons: Lexicons, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert worked_out(Lexicons(library_forms()).between("ru", "en")) is None
    assert worked_out(lexicons.between("fr", "en")) is None
    changed = known_languages()
    lexicon = changed.between("ru", "en").lexicon
    assert lexicon is not None
    monkeypatch.setattr(Snowball, "made_by", "another stemmer")
    assert worked_out(lexicon) is None
    known = known_languages().between("ru", "en")
    assert known.words is None
    assert "human" in known.translations("ru", "en").pairs["человек"]


def test_a_damaged_table_is_told_each_time_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "ru-en.tsv").write_text("ru\ten\tdomain\nслово\tword\n", encoding="utf-8")
    monkeypatch.setattr("briefer.app.lexicon.resource", lambda *parts: tmp_path.joinpath(*parts))
    damaged = Lexicons(WordForms()).between("ru", "en")
    for _ in range(2):
        with pytest.raises(LexiconWrong):
            damaged.terms_in("слово", "ru")
