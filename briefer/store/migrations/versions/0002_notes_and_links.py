"""Where footnotes' marks and links stand in a paragraph; documents saved before have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the two columns."""
    for name in ("notes", "links"):
        op.add_column("paragraphs", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
