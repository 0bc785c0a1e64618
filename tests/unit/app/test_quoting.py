"""A quotation says in its own language what it is and where it stands."""

from __future__ import annotations

from briefer.app.quoting import quoted
from briefer.app.resources import resource
from briefer.app.texts import Texts
from briefer.app.wording import Wording
from briefer.core.anchoring import bead_targets, span_targets
from briefer.core.bitext import Bead, Bitext
from briefer.core.document import Document, Kind, Paragraph, Translation, Version
from briefer.core.masthead import Masthead

WORDING = Wording(Texts(resource("locale"), "en").speaking)
DOCUMENT = Document(
    (),
    Masthead(symbol="E/CN.7/2025/L.4"),
    (
        Version("ru", (Paragraph(Kind.OPERATIVE, "Призывает <государства>;", "12 (a)"),)),
        Version(
            "en",
            (Paragraph(Kind.OPERATIVE, "Calls upon <States>;", "12 (a)"),),
            translation=Translation.UNOFFICIAL,
        ),
    ),
    Bitext("ru", "en", (Bead((0,), (0,), 1.0),)),
)


def test_both_languages_of_a_pair_are_quoted_each_with_its_citation() -> None:
    made = quoted(DOCUMENT, bead_targets(DOCUMENT, 0), WORDING)
    assert made.plain == (
        "«Призывает <государства>;»\n— E/CN.7/2025/L.4, пункт 12 a) (русский)\n\n"
        "“Calls upon <States>;”\n— E/CN.7/2025/L.4, para. 12 (a) (English; unofficial translation)"
    )


def test_markup_in_a_quotation_is_text() -> None:
    made = quoted(DOCUMENT, span_targets(DOCUMENT, "en", [(0, 11, 19)]), WORDING)
    assert made.html == (
        '<blockquote lang="en"><p>“&lt;States&gt;”</p>'
        "<p>— E/CN.7/2025/L.4, para. 12 (a) (English; unofficial translation)</p></blockquote>"
    )
