"""What documents are called in their other languages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; `briefer.store.upkeep` fills it."""
    op.add_column("documents", sa.Column("titles", sa.JSON(), nullable=False, server_default="{}"))
