"""The trash, details entered by hand, folders, watched folders, briefing notes, and digests.

Digests of what was saved before are reckoned after all revisions are run (`briefer.store.upkeep`).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add columns and tables."""
    for column in (
        sa.Column("removed", sa.Text()),
        sa.Column("titled", sa.Boolean(), nullable=False, server_default="1"),
        sa.Column("called", sa.Text()),
        sa.Column("edited", sa.JSON(), nullable=False, server_default="{}"),
        sa.Column("digest", sa.Text()),
        sa.Column("beads_digest", sa.Text()),
    ):
        op.add_column("documents", column)
    op.add_column("sources", sa.Column("kept", sa.Boolean()))
    op.add_column("annotations", sa.Column("digest", sa.Text()))
    op.execute(
        "UPDATE documents SET titled = 0 WHERE masthead_title IS NULL AND NOT EXISTS (SELECT 1"
        " FROM paragraphs WHERE document_id = documents.id AND kind IN ('title', 'heading'))"
    )
    _make_folders()
    _make_watched()
    _make_notes()


def _make_folders() -> None:
    op.create_table(
        "folders",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["folders.id"], op.f("fk_folders_folders"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_folders")),
    )
    op.create_index(op.f("ix_folders_parent_id"), "folders", ["parent_id"])
    op.create_table(
        "folder_documents",
        sa.Column("folder_id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        _to("folder_documents", "folder_id", "folders"),
        _to("folder_documents", "document_id", "documents"),
        sa.PrimaryKeyConstraint("folder_id", "document_id", name=op.f("pk_folder_documents")),
    )
    op.create_index(op.f("ix_folder_documents_document_id"), "folder_documents", ["document_id"])


def _make_watched() -> None:
    op.create_table(
        "watched_folders",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("path", sa.JSON(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watched_folders")),
    )
    op.create_table(
        "watched_files",
        sa.Column("folder_id", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("modified", sa.Integer(), nullable=False),
        _to("watched_files", "folder_id", "watched_folders"),
        sa.PrimaryKeyConstraint("folder_id", "path", name=op.f("pk_watched_files")),
    )


def _make_notes() -> None:
    op.create_table(
        "briefing_notes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_notes")),
    )
    op.create_table(
        "briefing_note_documents",
        sa.Column("note_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        _to("briefing_note_documents", "note_id", "briefing_notes"),
        _to("briefing_note_documents", "document_id", "documents"),
        sa.PrimaryKeyConstraint("note_id", "position", name=op.f("pk_briefing_note_documents")),
    )
    op.create_index(
        op.f("ix_briefing_note_documents_document_id"), "briefing_note_documents", ["document_id"]
    )


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    """A reference that goes when the row goes to which it leads."""
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], op.f(f"fk_{table}_{other}"), ondelete="CASCADE")
