"""The catalogues are complete, and the check that says so finds each kind of fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefer.app.texts import Texts

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "catalogues.py"

SOURCE = """
def speak(texts, count, name):
    texts.gettext("Open “{name}”").format(name=name)
    texts.ngettext("{count} note", "{count} notes", count).format(count=count)
    texts.pgettext("paper", "Note")
"""
TRANSLATIONS = {
    'msgid "Open “{name}”"\nmsgstr ""': 'msgid "Open “{name}”"\nmsgstr "Открыть «{name}»"',
    'msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""': (
        'msgstr[0] "{count} записка"\nmsgstr[1] "{count} записки"\nmsgstr[2] "{count} записок"'
    ),
    'msgid "Note"\nmsgstr ""': 'msgid "Note"\nmsgstr "Записка"',
}


def run(*steps: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", str(SCRIPT), "--root", str(root), *steps],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with a complete Russian catalogue, to be spoilt."""
    (tmp_path / "briefer").mkdir()
    (tmp_path / "briefer" / "speech.py").write_text(SOURCE, encoding="utf-8")
    assert run("extract", "update", root=tmp_path).returncode == 0
    for empty, filled in TRANSLATIONS.items():
        replace(tmp_path, empty, filled)
    assert run("check", root=tmp_path).stdout == "The catalogues are complete.\n"
    return tmp_path


def catalogue(project: Path) -> Path:
    return project / "resources" / "locale" / "ru" / "LC_MESSAGES" / "briefer.po"


def replace(project: Path, old: str, new: str) -> None:
    path = catalogue(project)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_catalogues_are_complete() -> None:
    checked = run("check")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_compiled_texts_are_spoken(project: Path) -> None:
    assert run("compile", root=project).returncode == 0
    texts = Texts(project / "resources" / "locale", "ru")
    assert texts.gettext("Open “{name}”") == "Открыть «{name}»"
    assert texts.ngettext("{count} note", "{count} notes", 5) == "{count} записок"
    assert texts.pgettext("paper", "Note") == "Записка"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('msgstr "Записка"', 'msgstr ""', "ru: untranslated: 'Note' (context 'paper')"),
        ('msgstr[2] "{count} записок"', 'msgstr[2] ""', "ru: untranslated: '{count} note'"),
        ('msgstr[2] "{count} записок"\n', "", "ru: untranslated: '{count} note'"),
        ("nplurals=3", "nplurals=2", "ru: the catalogue cannot be read"),
        ("nplurals=3", "nplurals=4", "4 plural forms instead of 3"),
        ("«{name}»", "«{nom}»", "other placeholders in 'Открыть «{nom}»'"),
        ("{count} записок", "{number} записок", "other placeholders in '{number} записок'"),
        ('msgctxt "paper"', '#, fuzzy\nmsgctxt "paper"', "ru: fuzzy: 'Note'"),
        ('msgid "Note"', 'msgid "Memo"', "no longer in the sources: 'Memo'"),
        ('msgid "Note"', 'msgid "Memo"', "not in the catalogue: 'Note'"),
    ],
)
def test_a_faulty_catalogue_is_refused(project: Path, old: str, new: str, complaint: str) -> None:
    replace(project, old, new)
    checked = run("check", root=project)
    assert checked.returncode == 1
    assert complaint in checked.stdout


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ('texts.gettext("Quite new")', "briefer.pot has drifted"),
        ("texts.gettext(name)", "wants a literal text"),
        ('texts.gettext(f"Open {name}")', "wants a literal text"),
    ],
)
def test_a_changed_source_is_noticed(project: Path, statement: str, complaint: str) -> None:
    path = project / "briefer" / "speech.py"
    path.write_text(f"{SOURCE}    {statement}\n", encoding="utf-8")
    checked = run("check", root=project)
    assert checked.returncode == 1
    assert complaint in checked.stdout


def test_an_update_keeps_translations_and_drops_what_is_gone(project: Path) -> None:
    path = project / "briefer" / "speech.py"
    path.write_text(SOURCE.replace('"Note"', '"Minute"'), encoding="utf-8")
    assert run("extract", "update", root=project).returncode == 0
    text = catalogue(project).read_text(encoding="utf-8")
    assert "Открыть «{name}»" in text
    assert "Записка" not in text
    assert "ru: untranslated: 'Minute'" in run("check", root=project).stdout
