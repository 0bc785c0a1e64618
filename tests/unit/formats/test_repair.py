"""Repairs of text by the statistics of its letters, and that good text is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.structure.lines import Anchor, Block, Line
from briefer.formats.letters import garbled
from briefer.formats.repair.blocks import repaired
from briefer.formats.repair.fit import fit
from briefer.formats.repair.glyphs import unshifted
from briefer.formats.repair.lookalikes import folded
from briefer.formats.repair.misread import reread
from briefer.formats.repair.spacing import closed_up
from tests.specimens import session_text

RUSSIAN = (
    "Генеральная Ассамблея, ссылаясь на свои предыдущие резолюции по этому вопросу,",
    "отмечает, что положение за 2024 год не изменилось к лучшему, и призывает все",
    "государства принять необходимые меры и представить доклад на следующей сессии.",
)
OTHERS = (
    "L'Assemblée générale, rappelant ses résolutions antérieures, décide d'étudier à nouveau la situation.",
    "Die Generalversammlung erinnert an ihre früheren Entschließungen und hält es für nötig, zu prüfen.",
    "Zgromadzenie Ogólne, przypominając swoje wcześniejsze rezolucje, wzywa wszystkie państwa członkowskie.",
    "Yleiskokous, joka palauttaa mieleen aikaisemmat päätöslauselmansa, kehottaa kaikkia jäsenvaltioita.",
    "Генеральна Асамблея, посилаючись на свої попередні резолюції, закликає всі держави вжити заходів.",
    "Бас Ассамблея өзінің бұрынғы қарарларын еске ала отырып, барлық мемлекеттерді шақырады.",
    "Η Γενική Συνέλευση, υπενθυμίζοντας τα προηγούμενα ψηφίσματά της, καλεί όλα τα κράτη μέλη.",
    "大会回顾其以往各项决议，呼吁所有会员国采取必要措施，并在下届会议上提交报告。",
)


def misread(text: str, written: str, shown: str) -> str:
    raw = text.encode(written)
    return "".join(bytes([byte]).decode(shown, "ignore") or chr(byte) for byte in raw)


@pytest.mark.parametrize(
    "shown", ["cp1251", "cp1252", "latin-1", "mac_roman", "koi8_r", "cp866", "iso8859_5"]
)
def test_unicode_read_as_something_else_is_read_again(shown: str) -> None:
    found = reread([misread(line, "utf-8", shown) for line in RUSSIAN])
    assert found is not None
    assert found.lines == RUSSIAN


@pytest.mark.parametrize("written", ["cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5"])
@pytest.mark.parametrize("shown", ["cp1252", "latin-1", "mac_roman"])
def test_russian_bytes_read_as_western_ones_are_read_again(written: str, shown: str) -> None:
    found = reread([misread(line, written, shown) for line in RUSSIAN])
    assert found is not None
    assert found.lines == RUSSIAN


def test_what_was_misread_twice_is_undone_twice() -> None:
    twice = [misread(misread(line, "utf-8", "latin-1"), "utf-8", "latin-1") for line in RUSSIAN]
    found = reread(twice)
    assert found is not None
    assert found.lines == RUSSIAN


def test_good_lines_beside_misread_ones_stay() -> None:
    lines = [RUSSIAN[0], *(misread(line, "utf-8", "cp1251") for line in RUSSIAN), "English, “quoted”."]
    found = reread(lines)
    assert found is not None
    assert found.lines == (RUSSIAN[0], *RUSSIAN, "English, “quoted”.")


def test_rows_of_one_letter_or_sign_are_no_proof_of_anything() -> None:
    assert not garbled("ккккккккккккк ыыыыыыыыыыыы " * 30 + "Показатель")
    assert reread(["´ " * 200]) is None


@pytest.mark.parametrize("text", [*OTHERS, "РСФСР, СССР и РФ", "№ 5 — «да»…", "café", ""])
def test_languages_are_not_taken_for_misread_text(text: str) -> None:
    assert reread([text]) is None
    assert reread([text] * 5) is None


@pytest.mark.parametrize("text", OTHERS)
def test_languages_are_neither_garbled_nor_repaired(text: str) -> None:
    assert not garbled(text)
    assert repaired([Block((Line(text),))]) == ((Block((Line(text),)),), ())


def test_the_session_document_needs_no_repair() -> None:
    lines = session_text().split("\n")
    block = Block(tuple(Line(line) for line in lines))
    assert repaired([block]) == ((block,), ())


@given(st.text(max_size=60))
def test_any_text_is_judged_without_failing(text: str) -> None:
    assert -7.0 <= fit(text).mean <= 6.0
    reread(text.split("\n"))
    folded([text])


@pytest.mark.parametrize("first", [0x3A, 0x23A, 0x90, 0x180])
def test_shifted_codes_are_told_by_their_letters(first: int) -> None:
    text = " ".join(RUSSIAN)
    codes = "".join(
        chr(ord(letter) - 0x410 + first) if "А" <= letter <= "я" else chr(ord(letter) - 0x1D)
        for letter in text
    )
    table = unshifted({"font": codes})["font"]
    assert codes.translate(table) == text


def test_latin_letters_by_their_glyphs_are_told() -> None:
    text = "The General Assembly decides that the report of 2024 (A/79/12) shall be considered at length."
    codes = "".join(chr(ord(letter) - 0x1D) for letter in text)
    assert codes.translate(unshifted({"font": codes})["font"]) == text


def test_a_font_of_digits_is_judged_by_the_shifted_font_beside_it() -> None:
    words = "".join(chr(ord(letter) - 0x410 + 0x3A) if letter > "~" else " " for letter in " ".join(RUSSIAN))
    fonts = {"words": words, "digits": "\x14\x15\x10\x16\x17 \x0b\x18\x0c", "good": "8 (495) 899-03"}
    found = unshifted(fonts)
    assert fonts["digits"].translate(found["digits"]) == "12-34 (5)"
    assert "good" not in found


@pytest.mark.parametrize("text", [*OTHERS, " ".join(RUSSIAN), "x7q" * 60, "12 345 678 " * 20])
def test_fonts_that_need_no_repair_or_cannot_be_proved_stay(text: str) -> None:
    assert unshifted({"font": text * 3}) == {}


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("CCCP и PCФCP подписали дoгoвop", "СССР и РСФСР подписали договор"),
        ("TEKCT нa pyccкoм языкe", "ТЕКСТ на русском языке"),
        ("cпециальный доклaд", "специальный доклад"),
        ("The Commission оn Narcotic Drugs", "The Commission on Narcotic Drugs"),
        ("документ E/CN.7/2025/L.4 и A/RES/79/1", "документ E/CN.7/2025/L.4 и A/RES/79/1"),
        ("подпункты a) и (c) пункта 3", "подпункты a) и (c) пункта 3"),
        ("XXVI сессия, OPEC и OCHA", "XXVI сессия, OPEC и OCHA"),
        ("адрес www.cocacop.ru", "адрес www.cocacop.ru"),
        ("пользователи UNIXа, TEXа и иMac", "пользователи UNIXа, TEXа и иMac"),
        ("система HACCP, CTBTO и HOME", "система HACCP, CTBTO и HOME"),
    ],
)
def test_letters_of_the_other_script_that_look_alike_are_put_right(line: str, right: str) -> None:
    assert folded([line])[0] == [right]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("П Р И К А З", "ПРИКАЗ"),
        ("П о с т а н о в л я е т:", "Постановляет:"),
        ("Д О К Л А Д   К О М И С С И И", "ДОКЛАД   КОМИССИИ"),
        ("R E S O L U T I O N", "RESOLUTION"),
        ("а б в г д", "а б в г д"),
        ("подпункты а, б и в", "подпункты а, б и в"),
    ],
)
def test_spaced_out_words_are_closed_up(line: str, right: str) -> None:
    assert closed_up(line) == right


def test_links_follow_the_text_that_they_stand_in() -> None:
    block = Block((Line("См. доклaд комиссии"),), links=(Anchor("доклaд", "https://un.example"),))
    (after,), codes = repaired([block])
    assert after.lines[0].text == "См. доклад комиссии"
    assert after.links[0].text == "доклад"
    assert codes == ("look-alikes-folded",)


def test_ligatures_are_letters() -> None:
    (after,), codes = repaired([Block((Line("the \ufb01rst o\ufb03ce"),))])
    assert (after.lines[0].text, codes) == ("the first office", ())
