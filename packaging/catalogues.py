"""The catalogues of Briefer's texts: extract, update, compile, check.

    python packaging/catalogues.py [--root FOLDER] {extract,update,compile,check} ...

`extract` writes resources/locale/briefer.pot from the sources, `update` brings each briefer.po in line with
it, `compile` makes the .mo files (not kept in git), `check` prints every fault and ends 1 when there is one.
English is the language of the sources, so it needs no catalogue.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

LANGUAGES = ("ru",)
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")
# What would change without any text having changed, and what nobody fills in.
NOISE = re.compile(
    rb'^"(?:POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To)'
    rb": .*\n",
    re.MULTILINE,
)

HEADER = """\
# The texts of Briefer.
# Copyright (C) The Briefer developers
# This file is distributed under the same license as Briefer: AGPL-3.0-or-later.
#"""


def _template_path(root: Path) -> Path:
    return root / "resources" / "locale" / "briefer.pot"


def _catalogue_path(root: Path, language: str) -> Path:
    return root / "resources" / "locale" / language / "LC_MESSAGES" / "briefer.po"


def extracted(root: Path) -> Catalog:
    """The template as the sources have it now."""
    catalog = Catalog(project="Briefer", version="catalogue", header_comment=HEADER, fuzzy=False)
    methods = [("**.py", "python")]
    found = extract_from_dir(root / "briefer", methods, keywords=KEYWORDS, comment_tags=["Translators:"])
    for name, line, message, comments, context in sorted(found, key=lambda entry: (entry[0], entry[1])):
        place = f"briefer/{Path(name).as_posix()}"
        catalog.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return catalog


def written(catalog: Catalog) -> bytes:
    """A catalogue as it stands in git: sorted, files without line numbers, no dates."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return NOISE.sub(b"", buffer.getvalue())


def _loaded(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=language, abort_invalid=True)


def extract(root: Path) -> None:
    """Write the template anew."""
    path = _template_path(root)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(extracted(root)))


def update(root: Path) -> None:
    """Add new texts, drop those that are gone. No guesses: a new text comes out untranslated."""
    template = _loaded(_template_path(root))
    for language in LANGUAGES:
        path = _catalogue_path(root, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = _loaded(path, language) if path.exists() else Catalog(locale=language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.header_comment, catalog.project, catalog.version = HEADER, "Briefer", "catalogue"
        catalog.fuzzy = False
        path.write_bytes(written(catalog))


def compile_all(root: Path) -> None:
    """Make a .mo beside every .po."""
    for language in LANGUAGES:
        path = _catalogue_path(root, language)
        if path.exists():
            with path.with_suffix(".mo").open("wb") as stream:
                write_mo(stream, _loaded(path, language))


def faults(root: Path) -> Iterator[str]:
    """Every reason why the catalogues cannot be shipped as they are, as sentences for developers."""
    yield from _unextractable(root)
    fresh = extracted(root)
    path = _template_path(root)
    if not path.exists() or _contents(_loaded(path)) != _contents(fresh):
        yield f"{path.relative_to(root)} has drifted from the sources: run `make catalogues`."
    for message in fresh:
        yield from _placeholder_faults(message, "the source of", _forms_of(message.id))
    for language in LANGUAGES:
        path = _catalogue_path(root, language)
        if path.exists():
            yield from _catalogue_faults(path, language, fresh)
        else:
            yield f"{path.relative_to(root)} is missing: run `make catalogues`."


def _catalogue_faults(path: Path, language: str, fresh: Catalog) -> Iterator[str]:
    try:
        catalog = _loaded(path, language)
    except PoFileError as error:
        yield f"{language}: the catalogue cannot be read: {error}."
        return
    plurals = Catalog(locale=language).num_plurals
    if catalog.num_plurals != plurals:
        yield f"{language}: the header tells of {catalog.num_plurals} plural forms instead of {plurals}."
    wanted, present = _keys(fresh), _keys(catalog)
    for key in sorted(wanted - present):
        yield f"{language}: not in the catalogue: {key[1]!r}. Run `make catalogues`."
    for key in sorted(present - wanted):
        yield f"{language}: no longer in the sources: {key[1]!r}. Run `make catalogues`."
    for message in catalog:
        if message.id:
            yield from _translation_faults(message, language, plurals)


def _translation_faults(message: Message, language: str, plurals: int) -> Iterator[str]:
    forms = _forms_of(message.string)
    if not all(forms):
        yield f"{language}: untranslated: {_named(message)}"
        return
    if message.fuzzy:
        yield f"{language}: fuzzy: {_named(message)}"
    if message.pluralizable and len(forms) != plurals:
        yield f"{language}: {len(forms)} plural forms instead of {plurals}: {_named(message)}"
    yield from _placeholder_faults(message, f"{language}:", forms)


def _placeholder_faults(message: Message, where: str, forms: tuple[str, ...]) -> Iterator[str]:
    """The forms must fill in what the source fills in; a plural form may do without the count."""
    wanted = {name for form in _forms_of(message.id) for name in PLACEHOLDER.findall(form)}
    for form in forms:
        names = set(PLACEHOLDER.findall(form))
        optional = {"count"} if message.pluralizable else set()
        if names - wanted or wanted - names - optional:
            yield f"{where} other placeholders in {form!r} than in {_named(message)}"


def _unextractable(root: Path) -> Iterator[str]:
    """Calls whose text Babel cannot see, because it is not written there as a literal."""
    for path in sorted((root / "briefer").rglob("*.py")):
        place = path.relative_to(root).as_posix()
        if place == "briefer/app/texts.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            literals = {"gettext": 1, "ngettext": 2, "pgettext": 2}.get(node.func.attr, 0)
            for argument in node.args[:literals]:
                if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                    yield f"{place}:{node.lineno}: {node.func.attr} wants a literal text to be translated."


def _keys(catalog: Catalog) -> set[tuple[str, str]]:
    return {(message.context or "", _forms_of(message.id)[0]) for message in catalog if message.id}


def _contents(catalog: Catalog) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """All that matters of a template: context, forms and the files they stand in."""
    return {
        (message.context or "", _forms_of(message.id), tuple(sorted({name for name, _ in message.locations})))
        for message in catalog
        if message.id
    }


def _forms_of(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _named(message: Message) -> str:
    context = f" (context {message.context!r})" if message.context else ""
    return " / ".join(repr(form) for form in _forms_of(message.id)) + context


def check(root: Path) -> int:
    """Print the faults; 1 when there are any."""
    found = list(faults(root))
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{len(found)} faults\n" if found else "The catalogues are complete.\n")
    return 1 if found else 0


def main() -> int:
    """Take the steps named on the command line, in their order."""
    parser = argparse.ArgumentParser(description="Extract, update, compile and check Briefer's texts.")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("steps", nargs="+", choices=["extract", "update", "compile", "check"])
    options = parser.parse_args()
    status = 0
    for step in options.steps:
        if step == "check":
            status = check(options.root)
        else:
            {"extract": extract, "update": update, "compile": compile_all}[step](options.root)
    return status


if __name__ == "__main__":
    sys.exit(main())
