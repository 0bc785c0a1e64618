"""The table of English word forms that ships."""

from __future__ import annotations

from briefer.app.resources import resource
from briefer.core.english import read_table


def test_the_table_is_sorted_and_no_form_stands_twice() -> None:
    lines = resource("wordforms", "en.tsv").read_text(encoding="utf-8").splitlines()[1:]
    lemmas = [line.split("\t")[0] for line in lines]
    forms = [form for line in lines for form in (line.split("\t")[0], *line.split("\t")[1].split())]
    assert lemmas == sorted(set(lemmas))
    assert len(forms) == len(set(forms)), sorted({form for form in forms if forms.count(form) > 1})
    assert all(form.isalpha() and form == form.lower() for form in forms)
    assert len(read_table("\n".join(["lemma\tforms", *lines]))) == len(forms)
