"""The errors that Briefer raises on purpose: a stable code and parameters.

Prose does not belong here: `briefer.app.messages` turns a code into a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class BrieferError(Exception):
    """An expected failure, told to the user as one sentence.

    `code` is stable and may be tested against; `params` fill the sentence.
    """

    code: ClassVar[str] = "unexpected"

    def __init__(self, **params: object) -> None:
        super().__init__(self.code, params)
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        listed = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({listed})"


class FileError(BrieferError):
    """A file cannot be opened; `path` names it."""


class FileMissing(FileError):
    code = "file-missing"


class FileIsFolder(FileError):
    code = "file-is-folder"


class FileSpecial(FileError):
    """The path names a pipe, a device or a socket: nothing that could be read to its end."""

    code = "file-special"


class FileUnreadable(FileError):
    """The operating system refuses the file; `reason` is its own word for it."""

    code = "file-unreadable"


class FileEmpty(FileError):
    code = "file-empty"


class FileBinary(FileError):
    """The bytes are no text in any encoding that Briefer knows."""

    code = "file-binary"


class FileTooLarge(FileError):
    """`megabytes` is the limit."""

    code = "file-too-large"


class FileDamaged(FileError):
    """The file is broken; `path` names it."""

    code = "file-damaged"


class FormatUnsupported(FileError):
    """The format is known but has no reader yet; `format` names it."""

    code = "format-unsupported"


class FileProtected(FileError):
    """The file opens only with a password, and its kind of protection is not one that Briefer knows."""

    code = "file-protected"


class PasswordNeeded(FileError):
    """The file opens with a password, and none was given."""

    code = "password-needed"


class PasswordWrong(FileError):
    """The file does not open with the password that was given."""

    code = "password-wrong"


class OcrUnavailable(FileError):
    """Text recognition was asked for; `missing` names the packages that it needs."""

    code = "ocr-unavailable"


class ConverterUnavailable(FileError):
    """The file's `format` is read through LibreOffice, which is not there."""

    code = "converter-unavailable"


class ConverterFailed(FileError):
    """LibreOffice could not convert the file."""

    code = "converter-failed"


class FileWithoutText(FileError):
    """The pages have no text layer: they are pictures, as of a scan, or blank."""

    code = "file-without-text"


class FileGarbled(FileError):
    """There is a text layer, but by the statistics of its letters it is in no language."""

    code = "file-garbled"


class FileTooLong(FileError):
    """`pages` is how many there are, `most` the limit."""

    code = "file-too-long"


class FileTooMuch(FileError):
    """The file holds more text than is taken in."""

    code = "file-too-much"


class EncodingWrong(FileError):
    """The bytes are not valid in the `encoding` that was asked for."""

    code = "encoding-wrong"


class EncodingUnknown(BrieferError):
    """There is no such `encoding`."""

    code = "encoding-unknown"


class EngineFailed(BrieferError):
    """The process that reads and aligns for the window ended without an answer."""

    code = "engine-failed"


class ParserFailed(FileError):
    """The parsing process ended without an answer."""

    code = "parser-failed"


class ParserTimeout(FileError):
    """The parsing process was stopped after `seconds`."""

    code = "parser-timeout"


class PageLost(BrieferError):
    """The picture of page `page` could not be drawn."""

    code = "page-lost"


class OriginalLost(FileError):
    """The file that a document was read from is neither in the library nor, as it was, at `path`."""

    code = "original-lost"


class LanguagesSame(BrieferError):
    """Two files given as language versions are both in `language`."""

    code = "languages-same"


class LibraryError(BrieferError):
    """The library on disk cannot be used; `path` names its database."""


class LibraryUnavailable(LibraryError):
    """The library folder cannot be made or opened; `reason` is the system's word."""

    code = "library-unavailable"


class LibraryBusy(LibraryError):
    code = "library-busy"


class LibraryNewer(LibraryError):
    """A newer Briefer wrote the library; it is left untouched."""

    code = "library-newer"


class LibraryDamaged(LibraryError):
    code = "library-damaged"


class LibraryLost(LibraryDamaged):
    """The database is gone, while original files or backups of the library are there."""

    code = "library-lost"


class DiskFull(LibraryError):
    code = "disk-full"


class DocumentUnknown(BrieferError):
    """No saved document answers to `reference`."""

    code = "document-unknown"


class DocumentAmbiguous(BrieferError):
    """Several saved documents answer to `reference`; `candidates` lists their ids and titles."""

    code = "document-ambiguous"


class FolderUnknown(BrieferError):
    """The library has no folder of the person's own called `id`."""

    code = "folder-unknown"


class FolderAbsent(BrieferError):
    """No folder, or more than one, answers to `reference`."""

    code = "folder-absent"


class RemovedUnknown(BrieferError):
    """The trash has no document that answers to `reference`."""

    code = "removed-unknown"


class FolderWithinItself(BrieferError):
    """The folder called `name` was to be put into itself or one inside it."""

    code = "folder-within-itself"


class FolderNameless(BrieferError):
    """A folder was to be called nothing."""

    code = "folder-nameless"


class SymbolTaken(BrieferError):
    """The library has `symbol` already, in this language, from another file; `id` names the document."""

    code = "symbol-taken"


class BackupUnknown(BrieferError):
    """There is no backup called `name`."""

    code = "backup-unknown"


class BackupNone(BrieferError):
    """The library at `path` has no good backup."""

    code = "backup-none"


class BackupDamaged(BrieferError):
    """The backup at `path` is not as it was written, or none of Briefer's."""

    code = "backup-damaged"


class BackupFailed(BrieferError):
    """No good backup could be made at `path`; `reason` is the system's word or a code."""

    code = "backup-failed"


class LabelUnknown(BrieferError):
    code = "label-unknown"


class LabelAmbiguous(BrieferError):
    """`label` stands several times; `candidates` lists language and index."""

    code = "label-ambiguous"


class IndexUnknown(BrieferError):
    """There is no paragraph or bead numbered `index`; `count` tells how many there are."""

    code = "index-unknown"


class LanguageAbsent(BrieferError):
    """The document has no version in `language`."""

    code = "language-absent"


class QuoteUnknown(BrieferError):
    """`quote` does not stand in the paragraph."""

    code = "quote-unknown"


class AnnotationUnknown(BrieferError):
    code = "annotation-unknown"


class AnnotationOvertaken(BrieferError):
    """The annotation is no longer as it was seen: another window or program has changed it."""

    code = "annotation-overtaken"


class CorrectionImpossible(BrieferError):
    """The `operation` on the alignment cannot be carried out there."""

    code = "correction-impossible"


class CorrectionNeedless(CorrectionImpossible):
    """The `operation` on the alignment would change nothing."""

    code = "correction-needless"


class CorrectionAstray(CorrectionImpossible):
    """A correction of the alignment names a paragraph that is not there."""

    code = "correction-astray"


class CorrectionLineWrong(BrieferError):
    """Line `line` (from 1) of the file at `path` is no correction of an alignment."""

    code = "correction-line-wrong"


class CorrectionLineImpossible(BrieferError):
    """The correction in line `line` (from 1) of the file at `path` cannot be carried out there."""

    code = "correction-line-impossible"


class CorrectionLineAstray(BrieferError):
    """Line `line` (from 1) of the file at `path` names a paragraph that is not there.

    The versions have `left` and `right` of them.
    """

    code = "correction-line-astray"


class CorrectionOvertaken(BrieferError):
    """The alignment of the document called `id` was changed meanwhile, in another window or program."""

    code = "correction-overtaken"


class NothingSelected(BrieferError):
    """An annotation without a target was asked for."""

    code = "nothing-selected"


class SymbolWrong(BrieferError):
    """`symbol` is not written like a document symbol."""

    code = "symbol-wrong"


class QueryWrong(BrieferError):
    """The query does not parse; `position` (code points) is the place, `reason` a code.

    Some reasons come with the `value` that is wrong, those `known`, or the `most` that is allowed.
    """

    code = "query-wrong"


class SearchUnknown(BrieferError):
    """No saved search has this `id`."""

    code = "search-unknown"


class LexiconWrong(BrieferError):
    """The table of a lexicon is damaged at `line` (from 1); `reason` is a code."""

    code = "lexicon-wrong"


class ExportFailed(BrieferError):
    """The export could not be written; `path` and the system's `reason`."""

    code = "export-failed"


class ExportUnsupported(BrieferError):
    """There is no exporter for `suffix`; `known` lists those there are."""

    code = "export-unsupported"


class NotYet(BrieferError):
    """`what` is promised by the command line but not there in this release."""

    code = "not-yet"


def error_called(code: str, params: Mapping[str, object]) -> BrieferError | None:
    """The error of this code, as it comes over from another process; None if there is none."""
    kinds = [BrieferError]
    while kinds:
        kind = kinds.pop()
        if kind.code == code:
            return kind(**params)
        kinds += kind.__subclasses__()
    return None
