"""What went wrong, or is worth telling, as one clear sentence that says what to do.

The only place where an error code becomes prose. Codes are declared in
`briefer.core.errors`; a test holds that each has its sentence here.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping

from briefer.app.model import Notice
from briefer.app.task import Cancelled
from briefer.app.texts import Texts
from briefer.core.errors import BrieferError, QueryWrong

Sentence = Callable[[Texts], str]

SENTENCES: Mapping[str, Sentence] = {
    "unexpected": lambda t: t.gettext("Something went wrong that Briefer did not expect. Please try again."),
    "file-missing": lambda t: t.gettext("There is no file “{path}”. Check its name and folder."),
    "file-is-folder": lambda t: t.gettext("“{path}” is a folder. Choose a file in it."),
    "file-special": lambda t: t.gettext("“{path}” is not an ordinary file. Choose a document."),
    "file-unreadable": lambda t: t.gettext(
        "“{path}” cannot be read: {reason}. Check that you may read it and that its disk is connected."
    ),
    "file-empty": lambda t: t.gettext("“{path}” is empty. Ask for the file again where you had it from."),
    "file-binary": lambda t: t.gettext(
        "“{path}” is not a text that Briefer can read. Save it as plain text and open that."
    ),
    "file-too-large": lambda t: t.gettext(
        "“{path}” is larger than {megabytes} MB, the most that Briefer opens. Open a part of it."
    ),
    "file-damaged": lambda t: t.gettext(
        "“{path}” is damaged and cannot be read. Ask for the file again where you had it from."
    ),
    "format-unsupported": lambda t: t.gettext(
        "“{path}” is a {format} file, which Briefer cannot read yet. Save it as plain text and open that."
    ),
    "file-protected": lambda t: t.gettext(
        "“{path}” is protected by a password. Save a copy without one and open that."
    ),
    "password-needed": lambda t: t.gettext(
        "“{path}” is protected by a password. Give the password to open it."
    ),
    "password-wrong": lambda t: t.gettext("“{path}” does not open with that password. Try again."),
    "ocr-unavailable": lambda t: t.gettext(
        "The text of “{path}” cannot be recognised: install {missing}, and try again."
    ),
    "converter-unavailable": lambda t: t.gettext(
        "“{path}” is a {format} file, which Briefer reads through LibreOffice. "
        "Install LibreOffice Writer, or save the file as DOCX and open that."
    ),
    "converter-failed": lambda t: t.gettext(
        "LibreOffice could not convert “{path}”. Save the file as DOCX and open that."
    ),
    "file-without-text": lambda t: t.gettext(
        "“{path}” has no text in it, only pictures of pages. Have its text recognised, or ask for the text."
    ),
    "file-garbled": lambda t: t.gettext(
        "The text inside “{path}” is garbled: its letters are not those on the page. "
        "Have its text recognised, or ask for another copy."
    ),
    "file-too-long": lambda t: t.gettext(
        "“{path}” has {pages} pages, more than the {most} that Briefer opens. Open a part of it."
    ),
    "file-too-much": lambda t: t.gettext(
        "“{path}” holds more text than Briefer can show at once. Open a part of it."
    ),
    "encoding-wrong": lambda t: t.gettext(
        "“{path}” is not written in the encoding {encoding}. Choose another one or leave it to Briefer."
    ),
    "encoding-unknown": lambda t: t.gettext(
        "There is no encoding called “{encoding}”. Try utf-8, cp1251, koi8-r or cp866."
    ),
    "engine-failed": lambda t: t.gettext(
        "The part of Briefer that reads and aligns documents gave up. Please try again."
    ),
    "parser-failed": lambda t: t.gettext(
        "“{path}” could not be read: the part of Briefer that reads files gave up. The file may be damaged."
    ),
    "parser-timeout": lambda t: t.gettext(
        "“{path}” was given up after {seconds} seconds of reading. The file may be damaged."
    ),
    "page-lost": lambda t: t.gettext("Page {page} cannot be drawn. Its text is in the pane, if it has any."),
    "original-lost": lambda t: t.gettext(
        "“{path}” is not there any more, or has changed since it was read. Its text is complete; "
        "to see its pages, put the file back and open it again."
    ),
    "languages-same": lambda t: t.gettext(
        "Both files are in the same language ({language}). Open them one at a time."
    ),
    "library-unavailable": lambda t: t.gettext(
        "The library “{path}” cannot be opened: {reason}. Check the folder or choose another one."
    ),
    "library-busy": lambda t: t.gettext(
        "The library “{path}” is in use by another program. Try again in a moment."
    ),
    "library-newer": lambda t: t.gettext(
        "The library “{path}” was written by a newer Briefer and is left as it is. Install that one."
    ),
    "library-damaged": lambda t: t.gettext(
        "The library “{path}” is damaged. Restore it from a backup by “briefer library restore”, "
        "or choose another folder."
    ),
    "library-lost": lambda t: t.gettext(
        "The library’s database “{path}” is gone, while its files or backups are there. "
        "Restore it from a backup by “briefer library restore”, "
        "or begin with an empty one by “briefer library restore --empty”."
    ),
    "backup-none": lambda t: t.gettext(
        "The library “{path}” has no good backup. "
        "Begin with an empty one by “briefer library restore --empty”."
    ),
    "backup-unknown": lambda t: t.gettext(
        "There is no backup “{name}”. See “briefer library info --verbose”."
    ),
    "backup-damaged": lambda t: t.gettext(
        "The backup “{path}” is damaged or none of this Briefer’s. Choose another one."
    ),
    "backup-failed": lambda t: t.gettext(
        "No good backup could be made in “{path}”. Check the library by “briefer library check”."
    ),
    "folder-unknown": lambda t: t.gettext("There is no such folder any more."),
    "folder-absent": lambda t: t.gettext(
        "The library has no folder, or more than one, called “{reference}”. See “briefer library folders”."
    ),
    "removed-unknown": lambda t: t.gettext(
        "The trash has no document “{reference}”. See “briefer library trash”."
    ),
    "folder-within-itself": lambda t: t.gettext("The folder “{name}” cannot be put into itself."),
    "folder-nameless": lambda t: t.gettext("A folder needs a name. Enter one."),
    "symbol-taken": lambda t: t.gettext(
        "The library has {symbol} already, from another file. Import this one with --same-symbol keep "
        "to have both, or with --same-symbol replace to put it in the place of the other."
    ),
    "disk-full": lambda t: t.gettext("The disk is full: nothing was saved. Make room on it and try again."),
    "document-unknown": lambda t: t.gettext(
        "The library has no document “{reference}”. Import it first, or see “briefer list”."
    ),
    "document-ambiguous": lambda t: t.gettext(
        "“{reference}” fits more than one document: {candidates}. Give one of these ids."
    ),
    "label-unknown": lambda t: t.gettext("The document has no paragraph “{label}”."),
    "label-ambiguous": lambda t: t.gettext(
        "The label “{label}” stands more than once: {candidates}. Choose one by --language and --index."
    ),
    "index-unknown": lambda t: t.gettext("There is no number {index}: there are {count}, counted from 0."),
    "language-absent": lambda t: t.gettext("The document has no version in the language “{language}”."),
    "quote-unknown": lambda t: t.gettext("The words “{quote}” do not stand in that paragraph."),
    "annotation-unknown": lambda t: t.gettext("There is no such annotation any more."),
    "annotation-overtaken": lambda t: t.gettext(
        "The annotation was changed in another window meanwhile; nothing was overwritten. "
        "Look at it, and do it again if you still want to."
    ),
    "correction-impossible": lambda t: t.gettext(
        "The alignment cannot be changed in this way here. Select paragraphs that stand together."
    ),
    "correction-needless": lambda t: t.gettext("That would change nothing in the alignment."),
    "correction-astray": lambda t: t.gettext("The document has no such paragraph any more."),
    "correction-line-wrong": lambda t: t.gettext(
        "Line {line} of “{path}” is no correction. Write it like {example}."
    ),
    "correction-line-impossible": lambda t: t.gettext(
        "The correction in line {line} of “{path}” cannot be carried out. "
        "Name paragraphs that stand together."
    ),
    "correction-line-astray": lambda t: t.gettext(
        "Line {line} of “{path}” names a paragraph that is not there: "
        "the versions have {left} and {right} paragraphs, counted from 0."
    ),
    "correction-overtaken": lambda t: t.gettext(
        "The alignment was changed in another window meanwhile; nothing was overwritten. "
        "Look at it, and do it again if you still want to."
    ),
    "nothing-selected": lambda t: t.gettext("Nothing is selected. Select a passage or a paragraph first."),
    "symbol-wrong": lambda t: t.gettext(
        "“{symbol}” is not a document symbol. Write it like E/CN.7/2025/L.4."
    ),
    "search-unknown": lambda t: t.gettext("That saved search is no longer there."),
    "lexicon-wrong": lambda t: t.gettext(
        "The lexicon is damaged at line {line}. Correct that line or install Briefer again."
    ),
    "query-wrong": lambda t: t.gettext(
        "The query cannot be understood at character {place}. Check quotation marks and brackets there."
    ),
    "export-failed": lambda t: t.gettext(
        "“{path}” could not be written: {reason}. What was there is unchanged. Choose another place."
    ),
    "export-unsupported": lambda t: t.gettext(
        "This cannot be written as “{suffix}”. Choose one of these: {known}."
    ),
    "not-yet": lambda t: t.gettext("This release of Briefer does not know “{what}” yet."),
}

# What a query is refused for, by the reason that `briefer.core.query` gives.
QUERIES: Mapping[str, Sentence] = {
    "empty": lambda t: t.gettext("The query is empty. Type a word to look for."),
    "wordless": lambda t: t.gettext("The query has only signs. Type a word or a number to look for."),
    "too-long": lambda t: t.gettext("From character {place} on the query is too long. Look for fewer words."),
    "too-many-words": lambda t: t.gettext(
        "From character {place} on the query has too many words. Look for fewer."
    ),
    "not-a-term": lambda t: t.gettext(
        "A concordance is of one word or phrase. For operators, brackets, fields and signs, "
        "as at character {place}, use the search."
    ),
    "only-excluded": lambda t: t.gettext(
        "The query only says what to leave out, from character {place} on. Add a word to look for."
    ),
    "quote-open": lambda t: t.gettext("The quotation mark at character {place} is never closed. Close it."),
    "bracket-open": lambda t: t.gettext("The bracket at character {place} is never closed. Close it."),
    "bracket-close": lambda t: t.gettext("The bracket at character {place} was never opened. Remove it."),
    "too-deep": lambda t: t.gettext(
        "Too many brackets stand inside each other at character {place}. Use fewer."
    ),
    "operand-missing": lambda t: t.gettext("A word is missing at character {place}. Add it."),
    "sign-alone": lambda t: t.gettext(
        "The sign at character {place} must follow a word directly, as in traffic* or traffic~."
    ),
    "beginning-short": lambda t: t.gettext(
        "The beginning at character {place} is too short. Give at least two letters before the *."
    ),
    "distance-wrong": lambda t: t.gettext(
        "After ~ at character {place} stands 1 or 2: how many letters may differ."
    ),
    "near-wrong": lambda t: t.gettext(
        "NEAR at character {place} takes a number of words from 1 to {most}, as in NEAR/5."
    ),
    "near-operand": lambda t: t.gettext(
        "On both sides of NEAR at character {place} there must be a word, a phrase, "
        "or several of them in brackets with OR between."
    ),
    "field-unknown": lambda t: t.gettext(
        "There is no field “{value}” (character {place}). For the words themselves, "
        "put them between quotation marks; "
        "the fields are: {fields}."
    ),
    "value-missing": lambda t: t.gettext("A value is missing after the colon, at character {place}. Add it."),
    "language-wrong": lambda t: t.gettext(
        "“{value}” at character {place} is no language. Write lang:ru, lang:en or lang:any."
    ),
    "label-wrong": lambda t: t.gettext(
        "“{value}” at character {place} is no label of a paragraph. "
        'Write it like label:5, label:"12 (a)" or label:"Article 3".'
    ),
    "date-wrong": lambda t: t.gettext(
        "“{value}” at character {place} is no date or range. "
        'Write it like year:2025, year:2020..2025, date:2025-03-14 or date:"March 2025".'
    ),
    "kind-wrong": lambda t: t.gettext(
        "“{value}” at character {place} is no kind of paragraph. The kinds are: {known}."
    ),
    "stance-wrong": lambda t: t.gettext(
        "“{value}” at character {place} is no stance. The stances are: {known}."
    ),
}

NOTICES: Mapping[str, Sentence] = {
    "one-language": lambda t: t.gettext(
        "The document is in one language only ({language}): there is nothing to set beside it."
    ),
    "many-unmatched": lambda t: t.gettext(
        "{alone} of {count} paragraphs have no counterpart. "
        "The versions may be of different documents, or of different length."
    ),
    "language-unknown": lambda t: t.gettext(
        "The language of the document was not recognised. It can be read, but not compared."
    ),
    "encoding-guessed": lambda t: t.gettext(
        "The file does not say how its letters are encoded. It was read as {encoding}."
    ),
    "invisible-removed": lambda t: t.gettext(
        "The text held characters that cannot be seen. They were left out."
    ),
    "pages-without-text": lambda t: t.gettext(
        "Pages that are pictures without text: {pages}. What stands on them is missing here; "
        "have it recognised to read it."
    ),
    "pages-garbled": lambda t: t.gettext(
        "Pages whose text is garbled inside the file: {pages}. What stands on them is missing here; "
        "have it recognised to read it."
    ),
    "pages-damaged": lambda t: t.gettext(
        "Pages that are damaged: {pages}. What stands on them is missing here."
    ),
    "glyph-codes-shifted": lambda t: t.gettext(
        "Fonts of the file hide which letters they show. The letters were worked out from the text itself; "
        "check numbers against the page."
    ),
    "private-codes-read": lambda t: t.gettext(
        "Fonts of the file number their letters in a way of their own. The letters were worked out "
        "from the text itself."
    ),
    "encoding-misread": lambda t: t.gettext(
        "The text had once been read in a wrong encoding and saved so. That was undone."
    ),
    "look-alikes-folded": lambda t: t.gettext(
        "Some words were written partly in letters of the other alphabet that look the same. "
        "They were put right."
    ),
    "spacing-closed": lambda t: t.gettext(
        "Words whose letters were spaced out for emphasis were put together."
    ),
    "text-garbled": lambda t: t.gettext(
        "The text reads like no language that Briefer knows. "
        "Choose another encoding, or ask for another copy."
    ),
    "ocr": lambda t: t.gettext(
        "Text was recognised on pages {pages}. Recognition makes mistakes: "
        "check what matters against the page."
    ),
    "ocr-doubtful": lambda t: t.gettext(
        "On pages {pages} the recognition is doubtful: much of the text may be wrong."
    ),
    "taken-from-trash": lambda t: t.gettext("It was in the trash, and has been taken out of it."),
    "language-added": lambda t: t.gettext("It was added to its document as another language."),
    "text-replaced": lambda t: t.gettext(
        "It took the place of another text of this symbol, which is in the trash now."
    ),
    "text-beside": lambda t: t.gettext("It stands beside another text of this symbol, which it supersedes."),
    "already-known": lambda t: t.gettext("This file is in the library already: the saved document is shown."),
}

SYSTEM: Mapping[int, Sentence] = {
    errno.ENOENT: lambda t: t.gettext("There is no file or folder “{path}”."),
    errno.EACCES: lambda t: t.gettext("The system does not let Briefer use “{path}”. Check its permissions."),
    errno.EPERM: lambda t: t.gettext("The system does not let Briefer use “{path}”. Check its permissions."),
    errno.EROFS: lambda t: t.gettext("“{path}” is on a disk that cannot be written. Choose another place."),
    errno.ENOSPC: lambda t: t.gettext("The disk is full. Make room on it and try again."),
}


class _Params(dict[str, str]):
    """Fills a sentence; a parameter that nobody gave leaves a dash, never a failure."""

    def __missing__(self, key: str) -> str:
        return "–"


def describe(error: BaseException, texts: Texts) -> str:
    """One sentence or two for any error, in the language of `texts`."""
    if isinstance(error, BrieferError):
        sentence = _sentence(error)
        return sentence(texts).format_map(_filled(error.params, texts))
    if isinstance(error, OSError):
        return _system(error, texts)
    if isinstance(error, (Cancelled, KeyboardInterrupt)):
        return texts.gettext("Stopped. Nothing was changed by what was left undone.")
    if isinstance(error, MemoryError):
        return texts.gettext("There is not enough memory for this. Close other programs and try again.")
    return SENTENCES["unexpected"](texts)


def _sentence(error: BrieferError) -> Sentence:
    general = SENTENCES.get(error.code, SENTENCES["unexpected"])
    if isinstance(error, QueryWrong):
        return QUERIES.get(str(error.params.get("reason")), general)
    return general


def describe_notice(notice: Notice, texts: Texts) -> str:
    """The sentence of a notice; an unknown code is shown as it is."""
    sentence = NOTICES.get(notice.code)
    if sentence is None:
        return notice.code
    return sentence(texts).format_map(_filled(notice.params, texts))


def _system(error: OSError, texts: Texts) -> str:
    params = _Params(path=str(error.filename or "–"), reason=error.strerror or type(error).__name__)
    sentence = SYSTEM.get(error.errno or 0)
    if sentence is not None:
        return sentence(texts).format_map(params)
    return texts.gettext("The system refused to help with “{path}”: {reason}.").format_map(params)


def _filled(params: Mapping[str, object], texts: Texts) -> _Params:
    filled = _Params({name: _shown(value, texts) for name, value in params.items()})
    if "language" in params:
        filled["language"] = texts.language_name(str(params["language"]), inside=True)
    # The language of queries, which no window needs before it has a sentence to say.
    from briefer.core.query.fields import FIELDS

    position = params.get("position")
    filled["place"] = str(position + 1) if isinstance(position, int) else "–"
    filled["fields"] = ", ".join(FIELDS)
    return filled


def _shown(value: object, texts: Texts) -> str:
    """A parameter as a reader sees it; of candidates, each with its parts in brackets."""
    if isinstance(value, (list, tuple)):
        return ", ".join(_candidate(item, texts) for item in value)
    return str(value)


def _candidate(item: object, texts: Texts) -> str:
    match item:
        case (str() as language, int() as index):
            return texts.gettext("{language} at index {index}").format(
                language=texts.language_name(language), index=index
            )
        case (first, *rest) if rest:
            return f"{first} ({', '.join(str(part) for part in rest if part is not None)})"
        case _:
            return str(item)
