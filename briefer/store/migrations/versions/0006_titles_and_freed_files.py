"""What documents are called in their other languages, and original files that are about to go."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column, which `briefer.store.upkeep` fills, and the table."""
    op.add_column("documents", sa.Column("titles", sa.JSON(), nullable=False, server_default="{}"))
    op.create_table(
        "freed_files",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_freed_files")),
    )
