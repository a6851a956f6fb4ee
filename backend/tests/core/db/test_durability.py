from pathlib import Path

import pytest

from kwai.core.db import durability_sqlite
from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.db.durability import CheckLine, check_durability, line, refusals
from kwai.core.db.durability_mysql import check_mysql
from kwai.core.db.durability_sqlite import file_system_of
from kwai.core.db.exceptions import StatementTimeoutException
from kwai.core.db.migrations import VERSION_TABLE
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from tests.support.database import Statements

MARIADB = pytest.mark.one_engine("mariadb", reason="variables of a server")
SQLITE = pytest.mark.one_engine("sqlite", reason="a file")


async def failed(database: Database) -> dict[str, str]:
    lines = await check_durability(database)
    return {one.name: one.detail for one in lines if not one.is_ok}


@SQLITE
async def test_a_file_as_kwai_makes_it_is_safe(database: Database) -> None:
    assert await failed(database) == {}
    assert refusals(await check_durability(database), {}) == []


@SQLITE
async def test_a_large_file_is_looked_through_however_long_that_takes(
    database: Database, database_settings: DatabaseSettings
) -> None:
    # Each of the rows takes some milliseconds to check; whoever wrote them did not.
    await database.change(Sql("CREATE TABLE slow (n INTEGER CHECK (LENGTH(HEX(ZEROBLOB(n))) > 0))"))
    await database.change(Sql("PRAGMA ignore_check_constraints = ON"))
    for _ in range(100):
        await database.change(Sql("INSERT INTO slow VALUES (5000000)"))
    await database.close()
    hasty = database_settings.model_copy(update={"statement_timeout": 0.1})

    try:
        with pytest.raises(StatementTimeoutException):
            await Database(hasty).fetch_all(Sql("PRAGMA quick_check"))
        found = await failed(Database(hasty))
    finally:
        await close_pools(hasty)

    assert found == {}


@SQLITE
async def test_a_start_leaves_a_large_file_to_the_command(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    file = database.settings.file
    assert file is not None
    monkeypatch.setattr(durability_sqlite, "AT_START", file.stat().st_size)
    assert "quick_check" in {one.name for one in await check_durability(database, at_start=True)}

    monkeypatch.setattr(durability_sqlite, "AT_START", file.stat().st_size - 1)
    with caplog.at_level("INFO"):
        at_start = {one.name for one in await check_durability(database, at_start=True)}
    assert "kwai_cli db check" in caplog.text
    in_full = {one.name for one in await check_durability(database)}
    assert in_full - at_start == {"quick_check"}


@MARIADB
async def test_a_fast_server_is_refused_but_in_tests(database: Database) -> None:
    lines = await check_durability(database)

    assert set(await failed(database)) == {"innodb_flush_log_at_trx_commit", "innodb_doublewrite"}
    assert len(refusals(lines, {})) == 2
    assert refusals(lines, {"KWAI_TESTING": "1"}) == []


async def test_the_check_leaves_no_trace(database: Database, statements: Statements) -> None:
    query = database.create_query_factory().select("reason").from_("outbox_control")
    before = await database.fetch_all(query)

    await check_durability(database)

    assert [text for text in statements.texts if text.startswith("UPDATE `outbox_control`")]
    assert await database.fetch_all(query) == before


async def test_a_schema_of_another_revision_is_refused_also_in_tests(database: Database) -> None:
    current = await database.fetch_all(Sql(f"SELECT version_num FROM {VERSION_TABLE}"))
    await database.change(Sql(f"UPDATE {VERSION_TABLE} SET version_num = '0001'"))

    (refusal,) = refusals(await check_durability(database), {"KWAI_TESTING": "1"})

    assert "kwai_cli db migrate" in refusal
    head = current[0]["version_num"]
    await database.change(Sql(f"UPDATE {VERSION_TABLE} SET version_num = '{head}'"))


async def test_a_database_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    settings = DatabaseSettings(engine="mysql", socket=str(tmp_path / "server.sock"))

    lines = await check_durability(Database(settings))

    assert [(one.name, one.is_ok) for one in lines] == [("connection", False)]
    await close_pools(settings)


@SQLITE
async def test_a_file_that_others_can_read_is_refused(database: Database) -> None:
    file = database.settings.file
    assert file is not None
    file.chmod(0o644)

    assert f"chmod 600 {file}" in (await failed(database))["permissions"]


@MARIADB
async def test_a_table_of_another_kind_is_refused(database: Database) -> None:
    await database.change(Sql("CREATE TABLE `sample_bad` (`id` INT) ENGINE=MyISAM"))
    await database.change(Sql("CREATE TABLE `sample_old` (`id` INT) CHARACTER SET utf8mb3"))

    found = await failed(database)

    await database.change(Sql("DROP TABLE `sample_bad`"))
    await database.change(Sql("DROP TABLE `sample_old`"))
    assert found["tables"] == "not InnoDB with utf8mb4: sample_bad, sample_old"


@MARIADB
async def test_a_mode_in_which_bytes_are_dangerous_is_refused(database: Database) -> None:
    await database.change(Sql("SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES'"))

    lines = {one.name: one for one in await check_mysql(database)}

    assert not lines["sql_mode"].is_ok
    assert not lines["sql_mode"].for_durability
    await database.close()
    await close_pools(database.settings)


def test_only_durability_is_relaxed_in_tests() -> None:
    lines = [line("clock", False, "x"), CheckLine(name="wal", is_ok=False, detail="y")]

    assert refusals(lines, {}) == ["database clock: x", "database wal: y"]
    assert refusals(lines, {"KWAI_TESTING": "1"}) == ["database clock: x"]
    assert refusals(lines, {"KWAI_TESTING": "yes"}) == ["database clock: x", "database wal: y"]


def test_the_file_system_of_a_path_is_the_innermost_mount() -> None:
    mounts = (
        "/dev/a / ext4 rw 0 0\n"
        "server:/x /mnt/club\\040data nfs4 rw 0 0\n"
        "tmpfs /mnt/club\\040data/fast tmpfs rw 0 0\n"
    )

    assert file_system_of(Path("/var/kwai.db"), mounts) == "ext4"
    assert file_system_of(Path("/mnt/club data/kwai.db"), mounts) == "nfs4"
    assert file_system_of(Path("/mnt/club data/fast/kwai.db"), mounts) == "tmpfs"
    assert file_system_of(Path("/mnt/club data too/kwai.db"), mounts) == "ext4"
