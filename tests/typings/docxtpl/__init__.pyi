"""What Briefer uses of docxtpl."""

from collections.abc import Mapping
from typing import IO

from docx.document import Document
from jinja2 import Environment

class DocxTemplate:
    docx: Document
    def __init__(self, template_file: IO[bytes] | str) -> None: ...
    def render(
        self, context: Mapping[str, object], jinja_env: Environment | None = None, autoescape: bool = False
    ) -> None: ...
    def save(self, filename: IO[bytes] | str) -> None: ...
