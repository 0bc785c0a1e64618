"""How the library's tables came to be as they are: Alembic revisions and how they are run.

Imported only when a database is of an older revision: Alembic is slow to import.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config

from briefer.store.engine import engine_for


def configuration() -> Config:
    """Alembic's configuration for the revisions in this folder."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def migrate(path: Path, busy_seconds: float) -> None:
    """Bring the database to the newest revision, all of it in one transaction or not at all."""
    config = configuration()
    engine = engine_for(path, busy_seconds)
    try:
        with engine.connect() as connection:
            connection.execution_options(writing=True)
            with connection.begin():
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
    finally:
        engine.dispose()
