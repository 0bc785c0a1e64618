"""OpenDocument texts made for tests: the session document in several layouts, and bare ones."""

from __future__ import annotations

from xml.sax.saxutils import escape

from tests.layouts import Sheet, Table, Text
from tests.unit.formats.word.specimens import zipped

_SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "draw": "drawing",
            "fo": "xsl-fo-compatible",
            "svg": "svg-compatible",
        }.items()
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
MIME = "application/vnd.oasis.opendocument.text"
STYLES = (
    '<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
    '<style:style style:name="Strong" style:family="paragraph"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
    '<style:style style:name="Raised" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/>'
    "</style:style>"
    '<text:list-style style:name="Numbers">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="."'
    ' text:display-levels="3"/></text:list-style>'
    '<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="●"/>'
    "</text:list-style>"
)


def zipped_odt(
    body: str,
    automatic: str = "",
    styles: str | None = None,
    master: str = "",
    manifest: str = "",
    prolog: str = "",
) -> bytes:
    """A text whose body is the XML given; `STYLES` are there unless others are given."""
    content = (
        f"{prolog}<office:document-content {_SPACES} office:version='1.3'>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    known = STYLES if styles is None else styles
    defined = (
        f"<office:document-styles {_SPACES} office:version='1.3'><office:styles>{known}</office:styles>"
        f"<office:master-styles>{master}</office:master-styles></office:document-styles>"
    )
    described = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        f"{manifest}</manifest:manifest>"
    )
    members = {"content.xml": content, "styles.xml": defined, "META-INF/manifest.xml": described}
    return zipped({"mimetype": MIME, **members})


def flat_odt(body: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_SPACES} office:mimetype="{MIME}">'
        f"<office:styles>{STYLES}</office:styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    ).encode()


def odt_of(sheet: Sheet) -> bytes:
    return zipped_odt(body_of(sheet))


def body_of(sheet: Sheet) -> str:
    made: list[str] = []
    for item in sheet:
        if isinstance(item, Table):
            rows = (
                "".join(f"<table:table-cell>{''.join(map(_text, cell))}</table:table-cell>" for cell in row)
                for row in item.rows
            )
            columns = "<table:table-column/>" * len(item.rows[0])
            whole = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
            made.append(f"<table:table>{columns}{whole}</table:table>")
        elif item.number is not None:
            again = "" if item.number == 1 else ' text:continue-numbering="true"'
            made.append(
                f'<text:list text:style-name="Numbers"{again}><text:list-item>{_text(item)}</text:list-item>'
                "</text:list>"
            )
        else:
            made.append(_text(item))
    return "".join(made)


def _text(text: Text) -> str:
    words = "<text:line-break/>".join(map(escape, text.lines))
    return f'<text:p text:style-name="{"Strong" if text.strong else "Plain"}">{words}</text:p>'
