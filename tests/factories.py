"""Sample values that several tests share. What a single test needs is made in that test."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence

from briefer.core.annotation import Annotation, Color, Scope, Target
from briefer.core.bitext import Bead, Bitext, Origin, unaligned
from briefer.core.document import Document, Kind, Paragraph, Source, Translation, Version
from briefer.core.masthead import Masthead

SYMBOL = "E/CN.7/2025/L.4"
MOMENT = datetime.datetime(2025, 3, 11, 9, 30, tzinfo=datetime.UTC)

_RUSSIAN = (
    Paragraph(Kind.MASTHEAD, "Комиссия по наркотическим средствам"),
    Paragraph(Kind.TITLE, "Проект резолюции об обмене данными о прекурсорах"),
    Paragraph(Kind.CHAPEAU, "Комиссия по наркотическим средствам,"),
    Paragraph(Kind.PREAMBULAR, "отмечая ещё раз рост незаконного оборота наркотиков,", "PP1"),
    Paragraph(Kind.PREAMBULAR, "ссылаясь на документ Е/CN.7/2025/1 и на резолюцию 63/1,", "PP2"),
    Paragraph(Kind.OPERATIVE, "Призывает государства-участники усилить меры контроля;", "1"),
    Paragraph(Kind.OPERATIVE, "Просит Директора-исполнителя представить доклад в 2026 году.", "2"),
    Paragraph(Kind.FOOTNOTE, "Документ воспроизводится в полученном виде."),
)
_ENGLISH = (
    Paragraph(Kind.NOTE, "Unofficial translation from Russian"),
    Paragraph(Kind.TITLE, "Draft resolution on the exchange of data about precursors"),
    Paragraph(Kind.CHAPEAU, "The Commission on Narcotic Drugs,"),
    Paragraph(Kind.PREAMBULAR, "Noting once more the growth of illicit drug trafficking,", "PP1"),
    Paragraph(Kind.PREAMBULAR, "Recalling document E/CN.7/2025/1 and resolution 63/1,", "PP2"),
    Paragraph(Kind.OPERATIVE, "Calls upon States parties to strengthen control measures;", "1"),
    Paragraph(Kind.OPERATIVE, "Requests the Executive Director to report in 2026.", "2"),
)
_BEADS = (
    Bead((0,), (), 0.9),
    Bead((), (0,), 0.9),
    *(Bead((index,), (index,), 0.95) for index in range(1, 6)),
    Bead((6,), (6,), 1.0, Origin.HAND),
    Bead((7,), (), 0.8),
)


def sample_source(name: str = "l4.txt") -> Source:
    """A source that was never on disk; its hash follows from its name."""
    return Source(
        path=f"/documents/{name}",
        format="text",
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        encoding="utf-8",
    )


def sample_document(symbol: str | None = SYMBOL, name: str = "l4.txt") -> Document:
    """A draft resolution in Russian and English: 8 and 7 paragraphs, 9 beads, 6 of them pairs.

    The Russian text spells one symbol with a Cyrillic letter and one word with ё; the
    English one is an unofficial translation.
    """
    return Document(
        sources=(sample_source(name),),
        masthead=Masthead(
            organ="Commission on Narcotic Drugs",
            parent_organ="Economic and Social Council",
            symbol=symbol,
            distribution="limited",
            date=datetime.date(2025, 3, 3),
            original_languages=("ru",),
            session="68",
            place="Vienna",
            meeting_dates=(datetime.date(2025, 3, 10), datetime.date(2025, 3, 14)),
            agenda_item="6",
            title="Проект резолюции об обмене данными о прекурсорах",
        ),
        versions=(
            Version("ru", _RUSSIAN),
            Version("en", _ENGLISH, Translation.UNOFFICIAL),
        ),
        bitext=Bitext("ru", "en", _BEADS),
    )


def plain_document(
    texts: dict[str, Sequence[str]], name: str = "plain.txt", symbol: str | None = None
) -> Document:
    """A document of body paragraphs, by language; paragraph n of two languages is a pair.

    With one language there is no bitext; texts of different lengths stay unmatched.
    """
    versions = tuple(
        Version(language, tuple(Paragraph(Kind.BODY, text) for text in paragraphs))
        for language, paragraphs in texts.items()
    )
    bitext = None
    if len(versions) > 1:
        left, right = versions[:2]
        counts = (len(left.paragraphs), len(right.paragraphs))
        bitext = unaligned(left.language, right.language, counts)
        if counts[0] == counts[1]:
            pairs = tuple(Bead((index,), (index,), 0.9) for index in range(counts[0]))
            bitext = Bitext(left.language, right.language, pairs)
    return Document((sample_source(name),), Masthead(symbol=symbol), versions, bitext)


def sample_target(
    document: Document, language: str = "en", index: int = 5, start: int = 0, end: int | None = None
) -> Target:
    """A stretch of one paragraph, by default the whole of it."""
    version = document.version(language)
    assert version is not None
    paragraph = version.paragraphs[index]
    end = len(paragraph.text) if end is None else end
    return Target(
        language=language,
        index=index,
        start=start,
        end=end,
        quote=paragraph.text[start:end],
        label=paragraph.label,
        prefix=paragraph.text[max(0, start - 32) : start],
        suffix=paragraph.text[end : end + 32],
    )


def sample_annotation(
    document: Document,
    document_id: str,
    *,
    annotation_id: str = "a1",
    targets: Sequence[Target] = (),
    note: str = "Our delegation supports this.",
    tags: tuple[str, ...] = ("control",),
) -> Annotation:
    """A note on paragraph 1 of the English version unless `targets` say otherwise."""
    return Annotation(
        id=annotation_id,
        document_id=document_id,
        scope=Scope.PARAGRAPH,
        targets=tuple(targets) or (sample_target(document),),
        created=MOMENT,
        modified=MOMENT,
        note=note,
        color=Color.GREEN,
        tags=tags,
    )
