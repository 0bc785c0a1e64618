"""The tables of the library's database. How they came about is in `briefer.store.migrations`.

Dates and times are kept as ISO 8601 text, times in UTC. Everything derived (`title`, `titles`,
`symbol_key`, `head`, `stems`) is written together with what it follows from.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Wording(TypeDecorator[str]):
    """Text from outside: half surrogate pairs, which no file can hold, become question marks."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value if value is None else value.encode("utf-8", "replace").decode("utf-8")


library = Table(
    "library",
    metadata,
    Column("number", Integer, primary_key=True),
    # Drawn anew with every change to what is searched, so that a stale index is noticed.
    Column("generation", Integer, nullable=False),
    CheckConstraint("number = 1", name="single"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("added", Text, nullable=False),
    Column("generation", Integer, nullable=False),
    Column("title", Wording, nullable=False),
    Column("symbol", Wording),
    Column("symbol_key", Wording, index=True),
    Column("organ", Wording),
    Column("parent_organ", Wording),
    Column("distribution", Wording),
    Column("date", Text),
    Column("original_languages", JSON, nullable=False),
    Column("session", Wording),
    Column("place", Wording),
    Column("meeting_first", Text),
    Column("meeting_last", Text),
    Column("agenda_item", Wording),
    Column("masthead_title", Wording),
    Column("left_language", Text),
    Column("right_language", Text),
    Column("head", Wording, nullable=False),
    # When it was put into the trash.
    Column("removed", Text),
    # Whether `title` is one; else it is the name of the file.
    Column("titled", Boolean, nullable=False, server_default="1"),
    Column("called", Wording),
    # {field: what the text itself says, …} of the details that were entered by hand
    Column("edited", JSON, nullable=False, server_default="{}"),
    # Of the text and its description, and of the beads (`briefer.store.digests`).
    Column("digest", Text),
    Column("beads_digest", Text),
    # By which method `head` and the stems of its paragraphs were made (`WordForms.method`).
    Column("method", Integer, nullable=False, server_default="1"),
    # {language: title, …} of the languages in which it is not called as in `title`
    Column("titles", JSON, nullable=False, server_default="{}"),
)

sources = Table(
    "sources",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, index=True),
    # JSON, because a file's name need not be valid Unicode.
    Column("path", JSON, nullable=False),
    Column("format", Text, nullable=False),
    Column("pages", Integer),
    Column("encoding", Text),
    Column("repairs", JSON, nullable=False),
    # Whether the original bytes were kept; unknown of those saved long ago.
    Column("kept", Boolean),
)

# Original files that may go, if nothing needs them: written before they do, so that a killed program
# leaves none behind.
freed_files = Table("freed_files", metadata, Column("sha256", Text, primary_key=True))

versions = Table(
    "versions",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("language", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("translation", Text),
    UniqueConstraint("document_id", "position"),
)

paragraphs = Table(
    "paragraphs",
    metadata,
    Column("document_id", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("label", Wording),
    Column("text", Wording, nullable=False),
    Column("page", Integer),
    Column("boxes", JSON, nullable=False),
    Column("stems", Wording, nullable=False),
    # [[at, mark, paragraph or null], …] and [[start, end, target], …]
    Column("notes", JSON, nullable=False, server_default="[]"),
    Column("links", JSON, nullable=False, server_default="[]"),
    ForeignKeyConstraint(
        ["document_id", "language"], ["versions.document_id", "versions.language"], ondelete="CASCADE"
    ),
)

beads = Table(
    "beads",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("left", JSON, nullable=False),
    Column("right", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("origin", Text, nullable=False),
)

# The history of an alignment: what was done by hand, oldest first; those undone can be redone.
corrections = Table(
    "corrections",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("made", Text, nullable=False),
    Column("operation", Text, nullable=False),
    Column("left", JSON, nullable=False),
    Column("right", JSON, nullable=False),
    Column("start", Integer, nullable=False),
    # [[left, right, confidence, origin], …]
    Column("removed", JSON, nullable=False),
    Column("inserted", JSON, nullable=False),
    Column("undone", Boolean, nullable=False),
)

annotations = Table(
    "annotations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("scope", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("author", Wording, nullable=False),
    Column("note", Wording, nullable=False),
    Column("color", Text, nullable=False),
    Column("stance", Text),
    Column("status", Text, nullable=False),
    Column("anchor", Text, nullable=False),
    Column("digest", Text),
)

targets = Table(
    "targets",
    metadata,
    Column("annotation_id", ForeignKey("annotations.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("language", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Wording, nullable=False),
    Column("label", Wording),
    Column("prefix", Wording, nullable=False),
    Column("suffix", Wording, nullable=False),
)

tags = Table(
    "tags",
    metadata,
    Column("annotation_id", ForeignKey("annotations.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("tag", Wording, nullable=False),
    Index("ix_tags_tag", "tag"),
)

# The person's own folders. A document may be in several; deleting a folder leaves documents alone.
folders = Table(
    "folders",
    metadata,
    Column("id", Text, primary_key=True),
    Column("parent_id", ForeignKey("folders.id", ondelete="CASCADE"), index=True),
    Column("name", Wording, nullable=False),
)

folder_documents = Table(
    "folder_documents",
    metadata,
    Column("folder_id", ForeignKey("folders.id", ondelete="CASCADE"), primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# Folders of the file system whose new documents come into the library.
watched_folders = Table(
    "watched_folders",
    metadata,
    Column("id", Text, primary_key=True),
    Column("path", JSON, nullable=False),
    Column("added", Text, nullable=False),
)

# What was seen in them and taken or refused, so that it is looked at again only when it has changed.
watched_files = Table(
    "watched_files",
    metadata,
    Column("folder_id", ForeignKey("watched_folders.id", ondelete="CASCADE"), primary_key=True),
    # JSON in ASCII, because a file's name need not be valid Unicode.
    Column("path", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("modified", Integer, nullable=False),
)

briefing_notes = Table(
    "briefing_notes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Wording, nullable=False),
    Column("language", Text, nullable=False),
    Column("author", Wording, nullable=False),
    Column("created", Text, nullable=False),
    Column("modified", Text, nullable=False),
    # What it says, to be searched, and the note itself as a value.
    Column("text", Wording, nullable=False),
    Column("content", JSON, nullable=False),
)

briefing_note_documents = Table(
    "briefing_note_documents",
    metadata,
    Column("note_id", ForeignKey("briefing_notes.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
)

# Stems found before, by folded word: finding a Russian lemma takes longer than looking it up here.
lemmas = Table(
    "lemmas",
    metadata,
    Column("form", Wording, primary_key=True),
    Column("method", Integer, primary_key=True),
    Column("stem", Wording, nullable=False),
    sqlite_with_rowid=False,
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Wording, nullable=False),
    Column("query", Wording, nullable=False),
    Column("position", Integer, nullable=False),
    Column("created", Text, nullable=False),
)

# `asked` is when it was asked last, `count` how often.
search_history = Table(
    "search_history",
    metadata,
    Column("query", Wording, primary_key=True),
    Column("asked", Text, nullable=False),
    Column("count", Integer, nullable=False),
)
