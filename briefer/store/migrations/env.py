"""Run by Alembic: migrates the connection that the caller has put into the configuration."""

from __future__ import annotations

from alembic import context

from briefer.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
