"""Wrong use of the command line: what was wrong as a value, and the sentence for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefer.app.texts import Texts

QUERIES = ("search", "concordance")  # commands that look for what follows them

SENTENCES: Mapping[str, Callable[[Texts], str]] = {
    "value-missing": lambda t: t.gettext("The option {option} needs a value."),
    "value-wrong": lambda t: t.gettext("“{value}” is not a value for {option}. Choose one of: {known}."),
    "number-wrong": lambda t: t.gettext("The option {option} needs a whole number that makes sense there."),
    "option-unknown": lambda t: t.gettext("There is no option {option} here."),
    "option-or-query": lambda t: t.gettext(
        "There is no option {option} here. If it belongs to what you look for, put -- before that."
    ),
    "argument-missing": lambda t: t.gettext("{argument} is missing."),
    "arguments-too-many": lambda t: t.gettext("Too many arguments were given."),
    "command-missing": lambda t: t.gettext("Say what to do: {known}."),
    "files-too-many": lambda t: t.gettext(
        "Give one file, or two that are language versions of one document."
    ),
    "place-missing": lambda t: t.gettext("Name one place: --paragraph LABEL, --index N or --bead N."),
    "language-missing": lambda t: t.gettext("--index counts within one language: add --language."),
    "document-or-all": lambda t: t.gettext("Give either a document or --all."),
    "languages-wrong": lambda t: t.gettext(
        "--languages needs two different languages with a comma between, such as ru,en."
    ),
    "empty-query": lambda t: t.gettext("The query is empty: say what to search for."),
}


class WrongUse(Exception):
    """`code` is a key of SENTENCES; `command` the command in whose help the way is shown."""

    def __init__(self, code: str, *, command: str = "", **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.command = command
        self.params = params


def sentence(error: WrongUse, texts: Texts) -> str:
    """What was wrong, and on a second line where the right way is shown."""
    wrong = SENTENCES[error.code](texts).format_map(error.params)
    path = f"briefer {error.command}".strip()
    return wrong + "\n" + texts.gettext("See: {command}").format(command=f"{path} --help")


def translated(error: Exception, command: str) -> WrongUse:
    """What typer complains of, as a value of ours; its own sentences are English only."""
    kind, param = type(error).__name__, getattr(error, "param", None)
    option = _named(param) or str(getattr(error, "option_name", "") or "")
    if kind == "NoSuchOption":
        code = "option-or-query" if command in QUERIES else "option-unknown"
        return WrongUse(code, command=command, option=option)
    if kind == "BadOptionUsage":
        return WrongUse("value-missing", command=command, option=option)
    if kind == "MissingParameter" and getattr(param, "param_type_name", "") == "option":
        return WrongUse("argument-missing", command=command, argument=option)
    if kind == "MissingParameter":
        return WrongUse("argument-missing", command=command, argument=option or "?")
    if kind == "BadParameter":
        return WrongUse("number-wrong", command=command, option=option)
    return WrongUse("arguments-too-many", command=command)


def chosen(value: str, option: str, known: tuple[str, ...], command: str) -> str:
    """`value` if it is one of `known`, else WrongUse."""
    if value not in known:
        raise WrongUse("value-wrong", command=command, value=value, option=option, known=", ".join(known))
    return value


def _named(param: object) -> str:
    """An option by its long name, an argument by its metavar."""
    if getattr(param, "param_type_name", "") == "option":
        return max(getattr(param, "opts", ("",)), key=len)
    return str(getattr(param, "metavar", None) or "").strip("[]…")
