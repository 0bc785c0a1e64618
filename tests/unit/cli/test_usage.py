"""Wrong use, said in sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefer.app.texts import LANGUAGES, Texts
from briefer.cli.usage import SENTENCES, WrongUse, chosen, sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_wrong_use_has_a_sentence(code: str, language: str, speak: Callable[[str], Texts]) -> None:
    params = dict.fromkeys(("option", "value", "known", "argument"), "X")
    wrong, way = sentence(WrongUse(code, command="list", **params), speak(language)).split("\n")
    assert wrong.endswith(".")
    assert "{" not in wrong
    assert way.endswith("briefer list --help")


def test_a_value_out_of_place_is_refused_with_the_possible_ones(texts: Texts) -> None:
    assert chosen("json", "--format", ("json", "text"), "read") == "json"
    with pytest.raises(WrongUse) as raised:
        chosen("xml", "--format", ("json", "text"), "read")
    assert "json, text" in sentence(raised.value, texts)
