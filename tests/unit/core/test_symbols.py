"""Document symbols."""

from __future__ import annotations

import pytest

from briefer.core.symbols import find_symbols, parse_symbol


@pytest.mark.parametrize(
    "written",
    [
        "A/RES/79/180",
        "E/CN.7/2025/L.4/Rev.1",
        "S/2025/12",
        "A/C.3/79/L.2",
        "CRC/C/GC/25",
        "ST/SGB/2024/3",
        "A/79/458/Add.2",
    ],
)
def test_a_symbol_reads_back_as_written(written: str) -> None:
    assert str(parse_symbol(written)) == written


@pytest.mark.parametrize("written", ["and/or", "km/h", "", "L.4", "A/", "1/2/3", "E/CN.7/2025/L.4 and more"])
def test_other_text_is_no_symbol(written: str) -> None:
    assert parse_symbol(written) is None


def test_cyrillic_look_alikes_are_the_same_symbol() -> None:
    assert parse_symbol("Е/СN.7/2025/1") == parse_symbol("E/CN.7/2025/1")


def test_a_technical_reissue_is_the_same_symbol() -> None:
    reissued = parse_symbol("E/CN.7/2025/L.4*")
    assert reissued == parse_symbol("E/CN.7/2025/L.4")
    assert reissued is not None
    assert reissued.reissued


def test_revisions_and_addenda_are_of_one_family() -> None:
    for written in ("E/CN.7/2025/L.4/Rev.1", "E/CN.7/2025/L.4/Add.2", "E/CN.7/2025/L.4/Rev.1/Corr.1"):
        symbol = parse_symbol(written)
        assert symbol is not None
        assert str(symbol.family) == "E/CN.7/2025/L.4"


def test_symbols_are_found_in_text_without_its_full_stops() -> None:
    text = "См. документы Е/СN.7/2025/1 и A/79/458/Add.2."
    found = [(text[span.start : span.end], str(symbol)) for span, symbol in find_symbols(text)]
    assert found == [("Е/СN.7/2025/1", "E/CN.7/2025/1"), ("A/79/458/Add.2", "A/79/458/Add.2")]
