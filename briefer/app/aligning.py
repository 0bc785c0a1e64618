"""Aligns two files, a language version each, and says it in words for the page; nothing is saved."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefer.app.knowledge import Languages
from briefer.app.task import Progress
from briefer.app.texts import Texts
from briefer.core.align import align
from briefer.core.align.sentences import sentence_beads
from briefer.core.alignment import Alignment
from briefer.core.bitext import Bead, Bitext
from briefer.core.correcting import patch_of
from briefer.core.document import Kind, Paragraph, Version
from briefer.core.errors import (
    CorrectionAstray,
    CorrectionImpossible,
    CorrectionLineAstray,
    CorrectionLineImpossible,
    CorrectionNeedless,
    LanguagesSame,
)
from briefer.core.language import UNKNOWN, language_of
from briefer.formats.corrections_json import read_corrections
from briefer.formats.parser import File, Parser
from briefer.formats.request import ReadOptions
from briefer.formats.writers.alignment_html import AlignmentWords

# Which language stands left and which right, whatever the order of the files.
ORDER = ("ru", "en")
_READ, _ALIGNED = 0.3, 0.8


@dataclass(frozen=True, slots=True)
class AlignmentWish:
    """What is asked for: bare lines instead of documents, sentences too, corrections from a file."""

    lines: bool = False
    sentences: bool = False
    corrections: Path | None = None


class FileAligner:
    """Aligns files by what is known of their languages."""

    def __init__(self, parser: Parser, languages: Languages) -> None:
        self._parser = parser
        self.languages = languages

    def align(
        self,
        paths: tuple[Path, Path],
        wish: AlignmentWish = AlignmentWish(),
        progress: Progress | None = None,
    ) -> Alignment:
        """The alignment of the two files: Russian left and English right, others in the order given.

        Raises FileError, EncodingUnknown, LanguagesSame (not for bare lines), CorrectionLineWrong,
        CorrectionLineAstray, CorrectionLineImpossible, Cancelled. A correction that changes nothing is none.
        """
        progress = progress or Progress()
        corrections = read_corrections(wish.corrections) if wish.corrections else []
        left, right = self._versions(paths, wish.lines, progress)
        progress.report(_READ)

        knowledge = self.languages.between(left.language, right.language)
        taught = self.languages.taught(left.language, right.language)

        def between(a: int, b: int, c: int, d: int, anchors: Sequence[Bead]) -> list[Bead]:
            part = align(
                replace(left, paragraphs=left.paragraphs[a:b]),
                replace(right, paragraphs=right.paragraphs[c:d]),
                partial(progress.report, _READ),
                knowledge=knowledge,
                taught=taught,
                anchors=[_moved(bead, -a, -c) for bead in anchors],
            )
            return [_moved(bead, a, c) for bead in part.beads]

        beads = between(0, len(left.paragraphs), 0, len(right.paragraphs), ())
        bitext = Bitext(left.language, right.language, tuple(beads))
        for number, correction in corrections:
            place: dict[str, object] = {"path": str(wish.corrections), "line": number}
            try:
                bitext = patch_of(bitext, correction, between).applied(bitext)
            except CorrectionNeedless:
                continue
            except CorrectionAstray:
                counts = {"left": len(left.paragraphs), "right": len(right.paragraphs)}
                raise CorrectionLineAstray(**place, **counts) from None
            except CorrectionImpossible:
                raise CorrectionLineImpossible(**place) from None
        progress.report(_ALIGNED)
        inside = None
        if wish.sentences:
            told = partial(progress.report, _ALIGNED)
            inside = tuple(sentence_beads(left, right, bitext.beads, told, knowledge=knowledge))
        return Alignment(left, right, bitext.beads, inside)

    def close(self) -> None:
        """End what was started."""
        self._parser.close()

    def _versions(self, paths: tuple[Path, Path], lines: bool, progress: Progress) -> tuple[Version, Version]:
        """Both files read, at the same time, and what is known of the languages meanwhile."""
        data = [self._parser.read_bytes(path) for path in paths]
        options = ReadOptions(lines=lines)
        waiting = Progress()

        def read(path: Path, content: bytes) -> File:
            return self._parser.parse(path, content, options=options, progress=waiting)

        with ThreadPoolExecutor(2) as pool:
            files = [pool.submit(read, path, content) for path, content in zip(paths, data, strict=True)]
            try:
                self.languages.between(*ORDER).translations(*ORDER)
                first, second = (file.result() for file in files)
            except BaseException:
                waiting.cancel()
                raise
        progress.check()
        if lines:
            return _in_order(_bare(first), _bare(second))
        left, right = _in_order(_chosen(first, ORDER[0]), _chosen(second, ORDER[1]))
        if left.language == right.language:
            raise LanguagesSame(language=left.language)
        return left, right


def alignment_words(alignment: Alignment, paths: tuple[Path, Path], texts: Texts) -> AlignmentWords:
    """The words of the HTML page, in the language of `texts`."""
    return AlignmentWords(
        language=texts.language,
        title=texts.gettext("{left} and {right}, side by side").format(
            left=paths[0].name, right=paths[1].name
        ),
        key=texts.gettext(
            "A percentage between the columns says how sure an uncertain pair is; a pencil marks what was "
            "set by hand. A dash stands where nothing corresponds."
        ),
        left=texts.language_name(alignment.left.language),
        right=texts.language_name(alignment.right.language),
        confidence=texts.gettext("Confidence: {percent} %"),
        by_hand=texts.gettext("Set by hand"),
        unmatched=texts.gettext("Nothing corresponds in the other version"),
    )


def _bare(file: File) -> Version:
    """Every line of the file as a paragraph."""
    lines = [line.text for block in file.blocks for line in block.lines if line.text.strip()]
    return Version(language_of("\n".join(lines)), tuple(Paragraph(Kind.BODY, line) for line in lines))


def _chosen(file: File, language: str) -> Version:
    """The version in the file; of several the one in `language`, else the first."""
    from briefer.core.structure.build import versions_of

    versions = versions_of(file.blocks)
    return next((version for version in versions if version.language == language), versions[0])


def _in_order(first: Version, second: Version) -> tuple[Version, Version]:
    """Russian and then English, if that is what they are; an unknown language is taken for the one
    whose place it has.
    """
    if (first.language, second.language) == ORDER[::-1]:
        return second, first
    if first.language == UNKNOWN and second.language != ORDER[0]:
        first = replace(first, language=ORDER[0])
    if second.language == UNKNOWN and first.language != ORDER[1]:
        second = replace(second, language=ORDER[1])
    return first, second


def _moved(bead: Bead, left: int, right: int) -> Bead:
    return replace(bead, left=tuple(i + left for i in bead.left), right=tuple(j + right for j in bead.right))
