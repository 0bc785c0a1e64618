"""What Briefer uses of lxml; python-docx is to find the rest as untyped as without this."""

from typing import Any

class XMLSyntaxError(SyntaxError): ...

class XMLParser:
    def __init__(
        self,
        *,
        load_dtd: bool = False,
        no_network: bool = True,
        resolve_entities: bool = True,
        huge_tree: bool = False,
        remove_comments: bool = False,
        remove_pis: bool = False,
    ) -> None: ...

def fromstring(text: bytes, parser: XMLParser | None = None) -> Any: ...
def __getattr__(name: str) -> Any: ...
