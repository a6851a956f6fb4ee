"""The revisions, run up and down on both engines, alone and by several processes at once."""

import asyncio
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kwai.cli.db import MigrationException, downgrade, upgrade
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.migrations import VERSION_TABLE, current_revision, is_at_head, revisions
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.paths import find_migrations
from kwai.core.settings import DatabaseSettings
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from tests.support.database import opened

Schema = dict[str, object]

SQLITE = pytest.mark.one_engine("sqlite", reason="DDL that can be rolled back")


@pytest.fixture
def own_revisions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of revisions that a test can add to."""
    folder = tmp_path / "migrations"
    shutil.copytree(
        find_migrations(), folder, ignore=shutil.ignore_patterns("__pycache__", "0*_*.py")
    )
    monkeypatch.setattr("kwai.core.paths.find_migrations", lambda: folder)
    return folder / "versions"


def write_revision(folder: Path, number: int, upgrade: str, downgrade: str = "pass") -> None:
    parent = f'"{number - 1:04}"' if number > 1 else "None"
    (folder / f"{number:04}_step.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f'revision = "{number:04}"\ndown_revision = {parent}\n'
        f"def upgrade():\n    {upgrade}\ndef downgrade():\n    {downgrade}\n"
    )


async def read_schema(settings: DatabaseSettings) -> Schema:
    """Everything a table is made of, in the words of its engine."""
    async with opened(settings) as database:
        if settings.engine == "sqlite":
            query = Sql("SELECT `name`, `sql` FROM sqlite_master ORDER BY `name`")
            records = await database.fetch_all(query)
            return {str(record["name"]): record["sql"] for record in records}
        query = Sql(
            "SELECT `table_name` AS `name` FROM information_schema.tables"
            " WHERE `table_schema` = DATABASE()"
        )
        names = [str(record["name"]) for record in await database.fetch_all(query)]
        return {name: await _definition(database, name) for name in sorted(names)}


async def _definition(database: Database, name: str) -> str:
    records = await database.fetch_all(Sql(f"SHOW CREATE TABLE `{name}`"))
    text = str(records[0]["Create Table"])
    return " ".join(word for word in text.split() if not word.startswith("AUTO_INCREMENT="))


def count_tables() -> int:
    """The tables that the revisions create, each in one of its own."""
    files = (find_migrations() / "versions").glob("0*_*.py")
    return sum("    create_table(" in file.read_text() for file in files)


async def test_up_down_up_ends_where_it_began(empty: DatabaseSettings) -> None:
    upgrade(empty)
    first = await read_schema(empty)
    downgrade(empty, "base")
    left = await read_schema(empty)
    upgrade(empty)

    assert await read_schema(empty) == first
    assert len(first) > count_tables()
    assert set(left) <= {VERSION_TABLE, "sqlite_sequence", f"sqlite_autoindex_{VERSION_TABLE}_1"}


async def test_each_revision_can_be_taken_back(empty: DatabaseSettings) -> None:
    for revision in revisions():
        before = await read_schema(empty)
        upgrade(empty, revision)
        downgrade(empty, "-1")
        after = await read_schema(empty)
        for schema in (before, after):
            for name in (VERSION_TABLE, "sqlite_sequence", f"sqlite_autoindex_{VERSION_TABLE}_1"):
                schema.pop(name, None)
        assert after == before, revision
        upgrade(empty, revision)


@pytest.mark.one_engine("mariadb", reason="the numbers of SQLite have 64 bits anyway")
async def test_numbers_that_have_become_too_large_do_not_hinder_the_way_back(
    empty: DatabaseSettings,
) -> None:
    counted = {"throttle_key": "a", "hits": 1, "expires_at": "2026-11-21 20:00:00.000000"}
    insert = Database.create_query_factory().insert("throttles", counted)
    upgrade(empty, "0039")
    async with opened(empty) as database:
        await database.change(Sql("ALTER TABLE `throttles` AUTO_INCREMENT = 3000000000"))
        await database.execute(insert)

    downgrade(empty, "0038")

    async with opened(empty) as database:
        await database.execute(insert)
    assert (await read_row(empty, "throttles"))["id"] == 1


OLD_RELEASE = "0014"
OLD_ROWS: dict[str, dict[str, object]] = {
    "users": {
        "id": 7,
        "uuid": "a6d5b6bd-7f6b-4a1e-9a4c-1f3a0a6e3c55",
        "email": "jigoro@kwai.example",
        "email_normalized": "jigoro@kwai.example",
        "first_name": "Jigoro",
        "last_name": "Kanō",
        "sort_name": "kano jigoro",
        "search_text": "jigoro kano",
        "locale": "nl",
        "remark": "Wrote the rules.",
        "password": "$argon2id$kept",
        "admin": 1,
        "revoked": 0,
        "version": 3,
        "created_at": "2024-09-01 18:00:00.000000",
    },
    "authors": {
        "id": 4,
        "uuid": "0d2f0b6c-52e5-44a1-8a43-6f1d8a4f2f61",
        "user_id": 7,
        "name": "Élodie Ôta",
        "active": 1,
        "remark": "",
        "version": 1,
        "created_at": "2024-09-01 18:00:00.000000",
    },
    "coaches": {
        "id": 2,
        "user_id": 7,
        "first_name": "Jigoro",
        "last_name": "Kanō",
        "active": 0,
        "version": 5,
        "created_at": "2024-09-01 18:00:00.000000",
    },
}


async def read_row(settings: DatabaseSettings, table: str) -> dict[str, object]:
    async with opened(settings) as database:
        [record] = await database.fetch_all(Sql(f"SELECT * FROM `{table}`"))
    return record


async def test_a_club_of_an_older_release_keeps_what_it_has(empty: DatabaseSettings) -> None:
    upgrade(empty, OLD_RELEASE)
    async with opened(empty) as database:
        for table, values in OLD_ROWS.items():
            await database.execute(Database.create_query_factory().insert(table, values))
    before = {table: await read_row(empty, table) for table in OLD_ROWS}

    upgrade(empty)

    after = {table: await read_row(empty, table) for table in OLD_ROWS}
    for table, row in before.items():
        assert after[table] == after[table] | row
    assert after["authors"]["sort_name"] == "elodie ota"
    assert after["coaches"]["sort_name"] == "kano jigoro"
    async with opened(empty) as database:
        account = await UserAccountDbRepository(database).get_user_by_email(
            EmailAddress("jigoro@kwai.example")
        )
    assert (account.user.name.last_name, account.user.remark) == ("Kanō", "Wrote the rules.")

    downgrade(empty, OLD_RELEASE)
    assert {table: await read_row(empty, table) for table in OLD_ROWS} == before


async def test_the_current_revision_is_known(empty: DatabaseSettings) -> None:
    async with opened(empty) as database:
        assert await current_revision(database) is None
        assert not await is_at_head(database)

    upgrade(empty, revisions()[0])
    async with opened(empty) as database:
        assert await current_revision(database) == revisions()[0]
        assert not await is_at_head(database)

    upgrade(empty)
    async with opened(empty) as database:
        assert await is_at_head(database)


async def test_a_second_upgrade_does_nothing(empty: DatabaseSettings) -> None:
    upgrade(empty)
    before = await read_schema(empty)

    upgrade(empty)

    assert await read_schema(empty) == before


async def test_four_processes_upgrade_at_once(empty: DatabaseSettings) -> None:
    code = (
        "import sys; from kwai.cli.db import upgrade; from kwai.core.settings import"
        " DatabaseSettings; upgrade(DatabaseSettings.model_validate_json(sys.argv[1]))"
    )
    text = empty.model_dump_json()
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, text, stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    errors = [(await process.communicate())[1].decode() for process in processes]

    assert [process.returncode for process in processes] == [0] * 4, errors
    async with opened(empty) as database:
        assert await is_at_head(database)
        records = await database.fetch_all(Sql("SELECT COUNT(*) AS `count` FROM outbox_control"))
    assert records == [{"count": 1}]


def test_the_sql_can_be_printed(
    empty: DatabaseSettings, capsys: pytest.CaptureFixture[str]
) -> None:
    from alembic import command

    from kwai.cli.db import _config

    command.upgrade(_config(empty), "head", sql=True)

    text = capsys.readouterr().out
    # The one more holds the revision itself.
    assert text.count("CREATE TABLE") == count_tables() + 1
    if empty.engine == "sqlite":
        assert empty.file is not None
        assert not empty.file.exists()


@SQLITE
async def test_a_failed_migration_leaves_nothing(
    empty: DatabaseSettings, own_revisions: Path
) -> None:
    write_revision(own_revisions, 1, 'op.execute("CREATE TABLE one (id INTEGER PRIMARY KEY)")')
    write_revision(own_revisions, 2, 'op.execute("CREATE TABLE (")')

    with pytest.raises(Exception, match="syntax error"):
        upgrade(empty)

    assert await read_schema(empty) == {}


@SQLITE
async def test_a_migration_that_breaks_a_reference_is_refused(
    empty: DatabaseSettings, own_revisions: Path
) -> None:
    write_revision(
        own_revisions,
        1,
        'op.execute("CREATE TABLE a (id INTEGER PRIMARY KEY)");'
        ' op.execute("CREATE TABLE b (id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id))");'
        ' op.execute("INSERT INTO a VALUES (1)"); op.execute("INSERT INTO b VALUES (1, 1)")',
    )
    write_revision(own_revisions, 2, 'op.execute("DELETE FROM a")')
    upgrade(empty, "0001")

    with pytest.raises(MigrationException, match="refers to rows"):
        upgrade(empty)

    async with opened(empty) as database:
        assert await current_revision(database) == "0001"
        assert await database.fetch_all(Sql("SELECT id FROM a")) == [{"id": 1}]


@SQLITE
async def test_a_rebuilt_table_takes_no_rows_of_others_with_it(
    empty: DatabaseSettings, own_revisions: Path
) -> None:
    columns = "id INTEGER PRIMARY KEY, a_id INTEGER REFERENCES a (id) ON DELETE CASCADE"
    write_revision(
        own_revisions,
        1,
        'op.execute("CREATE TABLE a (id INTEGER PRIMARY KEY)");'
        f' op.execute("CREATE TABLE b ({columns})");'
        ' op.execute("INSERT INTO a VALUES (1)"); op.execute("INSERT INTO b VALUES (1, 1)")',
    )
    write_revision(
        own_revisions,
        2,
        'op.execute("CREATE TABLE c (id INTEGER PRIMARY KEY)");'
        ' op.execute("INSERT INTO c SELECT id FROM a"); op.execute("DROP TABLE a");'
        ' op.execute("ALTER TABLE c RENAME TO a")',
    )
    upgrade(empty)

    async with opened(empty) as database:
        assert await database.fetch_all(Sql("SELECT id FROM b")) == [{"id": 1}]


async def test_a_data_step_reads_and_writes(
    empty: DatabaseSettings, own_revisions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = 'op.create_table("sample_notes", sa.Column("id", sa.Integer, primary_key=True),'
    write_revision(
        own_revisions,
        1,
        f'{create} sa.Column("text", sa.String(50)))',
        'op.drop_table("sample_notes")',
    )
    step = (
        "table = sa.table('sample_notes', sa.column('id'), sa.column('text'))\n"
        "    op.bulk_insert(table, [{'id': n, 'text': f'50% ä{n}'} for n in range(1, 4)])\n"
        "    for row in op.get_bind().execute(sa.select(table)).all():\n"
        "        op.execute(table.update().where(table.c.id == row.id).values(text=row.text * 2))"
    )
    write_revision(own_revisions, 2, step)

    upgrade(empty)

    async with opened(empty) as database:
        records = await database.fetch_all(Sql("SELECT text FROM sample_notes ORDER BY id"))
    assert [record["text"] for record in records] == [f"50% ä{n}" * 2 for n in range(1, 4)]


def test_revisions_are_numbered_without_a_gap() -> None:
    files = sorted((find_migrations() / "versions").glob("*.py"))

    assert [file.name[:4] for file in files] == [f"{n:04}" for n in range(1, len(files) + 1)]
    assert revisions() == tuple(file.name[:4] for file in files)


def test_no_revision_says_what_only_one_engine_knows() -> None:
    banned = ("batch_alter_table", "TIMESTAMP", "autogenerate", "CREATE TRIGGER", "CREATE VIEW")
    for file in (find_migrations() / "versions").glob("*.py"):
        text = file.read_text()
        assert not [word for word in banned if word in text], file.name


def frozen(lines: str) -> dict[str, str]:
    """Read `<sha256>  <file>` lines, as sha256sum writes them."""
    pairs = [line.split() for line in lines.splitlines() if line and not line.startswith("#")]
    return {name: digest for digest, name in pairs}


def changed_files(folder: Path, digests: dict[str, str]) -> list[str]:
    return [
        name
        for name, digest in digests.items()
        if not (folder / name).is_file()
        or hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest
    ]


def test_a_released_revision_never_changes() -> None:
    digests = frozen((find_migrations() / "released.sha256").read_text())

    assert changed_files(find_migrations() / "versions", digests) == []
    assert sorted(digests) == sorted(p.name for p in all_revisions())[: len(digests)]


def test_a_change_of_a_released_revision_is_seen(tmp_path: Path) -> None:
    (tmp_path / "0001_a.py").write_text("released")
    digests = {"0001_a.py": hashlib.sha256(b"released").hexdigest(), "0002_b.py": "0"}

    assert changed_files(tmp_path, digests) == ["0002_b.py"]
    (tmp_path / "0001_a.py").write_text("edited")
    assert changed_files(tmp_path, digests) == ["0001_a.py", "0002_b.py"]


def all_revisions() -> list[Path]:
    return sorted((find_migrations() / "versions").glob("*.py"))
