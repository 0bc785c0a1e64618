"""The lexicon that ships: well made, large enough, and found by the names of its languages."""

from __future__ import annotations

import re

import pytest

from briefer.app.lexicon import Lexicons
from briefer.app.resources import resource
from briefer.core.lexicon import Lexicon
from briefer.core.lexicon_table import DOMAINS, format_lexicon
from briefer.core.wordforms import WordForms

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
