"""What the elements and attributes of a web page mean for its text: shown or not, bold, apart."""

from __future__ import annotations

import re
from dataclasses import replace

from briefer.core.values import dataclass
from briefer.formats.markup import Node, elements, local, said

# What no reader sees as text, or sees only in a browser that runs or fetches something.
UNSEEN = {
    "script", "style", "template", "head", "title", "noscript", "textarea", "select", "option", "datalist",
    "button", "input", "iframe", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "rt",
    "rp", "rtc", "annotation", "annotation-xml", "del", "meter", "progress", "dialog", "noframes", "xml",
}  # fmt: skip
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_BOLD = {"b", "strong", "th"}
_TELLING = _BOLD | {"sup", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
_APART = {"nav", "footer", "aside", "search"}
_ROLES = {"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar"}
_CLASSES = {
    "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "cookie", "cookies",
    "cookie-banner", "skip-link", "site-header", "site-footer", "noprint", "toolbar", "pagination", "share",
}  # fmt: skip
_NOTES = re.compile(r"note|сноск", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_WEIGHT = re.compile(
    r"(?:^|;)\s*font-weight\s*:\s*(bold|bolder|[6-9]00|normal|[1-5]00|lighter)", re.IGNORECASE
)
_RAISED = re.compile(r"(?:^|;)\s*vertical-align\s*:\s*super", re.IGNORECASE)
_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table)\b", re.IGNORECASE)
# A page's head has no more words of its own than this besides its links.
LONGEST_BANNER = 200


@dataclass(frozen=True, slots=True)
class Look:
    """How text is shown at some place of the page."""

    bold: bool = False
    raised: bool = False
    kept: bool = False  # spaces and line ends, as in <pre>
    apart: bool = False  # from the text: menus, heads and feet of pages
    heading: int | None = None


def unseen(node: Node, name: str) -> bool:
    """Whether nothing of the element is text that a reader sees."""
    return (
        name in UNSEEN
        or node.get("hidden") is not None
        or bool(_HIDDEN.search(node.get("style") or ""))
        or (name == "ins" and node.get("class") == "msoDel")
    )


def is_block(node: Node, name: str) -> bool:
    """Whether the element begins and ends a paragraph."""
    return name in BLOCKS or bool(_BLOCK.search(node.get("style") or ""))


def look_of(node: Node, name: str, outer: Look) -> Look:
    """How text inside the element is shown, which stands inside `outer`."""
    style = node.get("style") or ""
    if not style and name not in _TELLING and node.get("role") is None:
        return outer
    look = outer
    if name in _BOLD:
        look = replace(look, bold=True)
    if weight := _WEIGHT.search(style):
        look = replace(look, bold=weight[1].lower() in {"bold", "bolder", "600", "700", "800", "900"})
    if name == "sup" or _RAISED.search(style):
        look = replace(look, raised=True)
    if name == "pre":
        look = replace(look, kept=True)
    level = _level(node, name)
    return look if level is None else replace(look, heading=level)


def _level(node: Node, name: str) -> int | None:
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return int(name[1])
    if node.get("role") == "heading":
        level = node.get("aria-level") or "2"
        return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2
    return None


def is_apart(node: Node, name: str) -> bool:
    """Whether the element holds what surrounds a page's text: menus, banners, feet."""
    if name not in _APART and not (node.get("class") or node.get("id") or node.get("role")):
        return name == "header" and _banner(node)
    classes = set((node.get("class") or "").lower().split()) | {(node.get("id") or "").lower()}
    if name == "body" or _NOTES.search(" ".join(classes) + (node.get("role") or "")):
        return False
    if name in _APART or node.get("role") in _ROLES:
        return True
    if name == "header":
        return _banner(node)
    return name in {"div", "ul", "ol", "table", "p", "section", "header"} and not classes.isdisjoint(_CLASSES)


def _banner(header: Node) -> bool:
    """Whether the head of a page or section is no part of its text.

    A title or a preamble may stand in it as well.
    """
    linked = sum(len(said(found)) for found in elements(header) if local(found) == "a")
    titled = any(local(found) in {"h1", "h2"} for found in elements(header))
    words = len(" ".join(said(header).split()))
    return not titled and linked * 2 > words and words - linked < LONGEST_BANNER
