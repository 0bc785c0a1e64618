"""What the pictures show: notes on the statement, and files of every kind."""

from __future__ import annotations

from pathlib import Path

from briefer.app.annotating import Draft
from briefer.app.resources import resource
from briefer.core.anchoring import bead_targets, span_targets
from briefer.core.annotation import Color, Scope, Stance, Target
from briefer.core.document import Document
from picturing.studio import SAMPLE, Studio


def annotate(studio: Studio) -> None:
    """The three notes that the pictures show; none if they are there."""
    opened = studio.document
    if opened is None:
        raise SystemExit("nothing is open")
    document, annotator = opened.document, studio.parts.annotator
    if opened.id is not None and annotator.annotations(opened.id):
        return
    virtual = _passages(
        document, {"ru": "цифровых финансовых инструментов", "en": "virtual financial systems"}
    )
    platforms = _passages(
        document, {"ru": "онлайн-площадок и мессенджеров", "en": "online platforms and instant messengers"}
    )
    drafts = (
        (platforms, Scope.SPAN, Draft("Compare with our statement of 2024.", Color.YELLOW, ("technology",))),
        (
            virtual,
            Scope.SPAN,
            Draft(
                "Not the same: the Russian is about instruments. Ask the authors before we endorse.",
                Color.RED,
                ("finance",),
                Stance.RED_LINE,
            ),
        ),
        (
            bead_targets(document, len(document.bitext.beads) - 6 if document.bitext else 0),
            Scope.BEAD,
            Draft("“Three” conventions stand in English only.", Color.GREEN, (), Stance.SUPPORT),
        ),
    )
    for targets, scope, draft in drafts:
        opened, _ = annotator.create(opened, scope, targets, draft)
        studio.window.workspace.adopt(opened)
    studio.settle()


def halves(folder: Path) -> tuple[Path, Path, Path]:
    """The statement in two files, the Russian in cp1251; and a file that does not belong to it."""
    russian, english, other = (
        folder / name for name in ("statement-ru.txt", "statement-en.txt", "other.txt")
    )
    text = resource(*SAMPLE).read_text(encoding="utf-8")
    cut = text.index("Unofficial translation from Russian")
    russian.write_bytes(text[:cut].encode("cp1251", "replace"))
    english.write_text(text[cut:], encoding="utf-8")
    other.write_text("\n\n".join(["The weather was fair, and all went to the river."] * 9), encoding="utf-8")
    return russian, english, other


def report(folder: Path) -> Path:
    """A report in one language with headings and numbered paragraphs."""
    path = folder / "report.txt"
    parts = ("I. Introduction", "A. Mandate", "B. Method", "II. Findings", "A. Trade", "III. Conclusions")
    text, number = ["Report of the Executive Director"], 0
    for part in parts:
        text.append(part)
        for _ in range(4):
            number += 1
            text.append(f"{number}. The Commission considered the question of drug control at its session.")
    path.write_text("\n\n".join(text), encoding="utf-8")
    return path


def long_report(folder: Path) -> Path:
    """A report in both languages that is not opened in a moment."""
    path = folder / "long-report.txt"
    russian = (
        f"{number}. Комиссия рассмотрела вопрос {number} на своей сессии." for number in range(1, 3001)
    )
    english = (
        f"{number}. The Commission considered question {number} at its session." for number in range(1, 3001)
    )
    path.write_text("\n\n".join([*russian, *english]), encoding="utf-8")
    return path


def strangers(folder: Path) -> tuple[Path, Path]:
    """Two files that are no versions of one document."""
    russian, english = folder / "a-ru.txt", folder / "a-en.txt"
    russian.write_text("\n\n".join(f"Погода в день {n} была ясной." for n in range(60)), encoding="utf-8")
    english.write_text("Only this stands here.", encoding="utf-8")
    return russian, english


def _passages(document: Document, quotes: dict[str, str]) -> tuple[Target, ...]:
    """Where each quotation first stands in its language."""
    targets: list[Target] = []
    for language, quote in quotes.items():
        version = document.version(language)
        texts = [paragraph.text for paragraph in version.paragraphs] if version else []
        index = next(number for number, text in enumerate(texts) if quote in text)
        start = texts[index].index(quote)
        targets.extend(span_targets(document, language, [(index, start, start + len(quote))]))
    return tuple(targets)
