"""The quick way to a new database and the way through all revisions lead to the same tables."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.script import ScriptDirectory

from briefer.store.database import Database, create_database
from briefer.store.engine import engine_for
from briefer.store.library import LibraryStore
from briefer.store.migrations import configuration, migrate
from briefer.store.revisions import DATABASE, REVISIONS, stored_revision


def shape(path: Path) -> dict[tuple[str, str], list[tuple[object, ...]]]:
    """Columns, keys and indexes of every table."""
    questions = ("table_info", "foreign_key_list", "index_list")
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {
            (name, question): sorted(connection.execute(f"PRAGMA {question}({name})").fetchall(), key=str)
            for name in names
            for question in questions
        }
        for (index,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall():
            found[index, "index_info"] = connection.execute(f"PRAGMA index_info({index})").fetchall()
        checks = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE '%CHECK%'").fetchall()
        found["checks", ""] = [(name, " ".join(str(sql).split())) for name, sql in checks]
    return found


def test_creating_and_migrating_give_the_same_tables(tmp_path: Path) -> None:
    created, migrated = tmp_path / "created.sqlite", tmp_path / "migrated.sqlite"
    create_database(created)
    migrate(migrated, 0.1)
    assert shape(migrated) == shape(created)
    assert len(shape(created)) > 20


def test_both_ways_end_at_the_newest_revision(tmp_path: Path) -> None:
    created, migrated = tmp_path / "created.sqlite", tmp_path / "migrated.sqlite"
    create_database(created)
    migrate(migrated, 0.1)
    assert stored_revision(created, 0.1) == stored_revision(migrated, 0.1) == REVISIONS[-1]


def test_a_migrated_database_can_be_used(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    migrate(path, 0.1)
    database = Database(path, 0.1)
    with database.writing() as connection:
        assert connection.exec_driver_sql("SELECT generation FROM library").all() == [(0,)]
    database.close()


def test_the_listed_revisions_are_those_of_the_migrations() -> None:
    revisions = ScriptDirectory.from_config(configuration()).walk_revisions()
    assert tuple(revision.revision for revision in revisions)[::-1] == REVISIONS


def test_making_a_database_where_one_came_first_leaves_that_one(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    create_database(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE library SET generation = 7")
        connection.commit()
    create_database(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT generation FROM library").fetchall() == [(7,)]
    assert [found.name for found in tmp_path.iterdir()] == ["library.sqlite"]


# What a library of the first revision held of one document.
_FIRST = (
    "INSERT INTO library VALUES (1, 5)",
    "INSERT INTO documents (id, added, generation, title, original_languages, head) "
    "VALUES ('d1', '2025-03-03T00:00:00+00:00', 5, 'Report', '[]', '')",
    "INSERT INTO versions VALUES ('d1', 'en', 0, NULL)",
    "INSERT INTO paragraphs VALUES ('d1', 'en', 0, 'body', '1', 'It was held in Geneva.', 2, '[]', '')",
)


_IN_TWO_LANGUAGES = (
    "INSERT INTO documents (id, added, generation, title, original_languages, head) "
    "VALUES ('d1', '2025-03-03T00:00:00+00:00', 5, 'Совместное заявление', '[]', '')",
    "INSERT INTO versions VALUES ('d1', 'ru', 0, NULL), ('d1', 'en', 1, NULL)",
    "INSERT INTO paragraphs (document_id, language, number, kind, text, boxes, stems) VALUES "
    "('d1', 'ru', 0, 'title', 'Совместное заявление', '[]', ''), "
    "('d1', 'en', 0, 'heading', 'Statement', '[]', ''), "
    "('d1', 'en', 1, 'title', 'Joint statement', '[]', '')",
)


def database_of(revision: str, path: Path) -> None:
    config = configuration()
    engine = engine_for(path, 0.1)
    with engine.connect() as connection:
        connection.execution_options(writing=True)
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    engine.dispose()


def test_a_document_of_the_first_revision_loads_after_migrating(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    database_of("0001", path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM library")
        for statement in _FIRST:
            connection.execute(statement)
        connection.commit()
    store = LibraryStore(tmp_path, 0.1)
    [paragraph] = store.load("d1").versions[0].paragraphs
    assert (paragraph.text, paragraph.label, paragraph.page) == ("It was held in Geneva.", "1", 2)
    assert (paragraph.notes, paragraph.links) == ((), ())
    assert stored_revision(path, 0.1) == REVISIONS[-1]
    store.close()


def test_migrating_says_what_documents_are_called_in_each_language(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    database_of("0005", path)
    with closing(sqlite3.connect(path)) as connection:
        for statement in _IN_TWO_LANGUAGES:
            connection.execute(statement)
        connection.commit()
    store = LibraryStore(tmp_path, 0.1)
    document = store.load("d1")
    assert document.title("en") == "Joint statement"
    with closing(sqlite3.connect(path)) as connection:
        titles = dict(connection.execute("SELECT id, titles FROM documents").fetchall())
    assert json.loads(titles["d1"]) == document.other_titles == {"en": "Joint statement"}
    store.close()
