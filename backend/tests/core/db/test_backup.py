import shutil
from pathlib import Path

import pytest

from kwai.cli.db import upgrade
from kwai.core.db.backup import BackupException, backup, check_file, compare, restore
from kwai.core.db.criteria import KwaiField, Sql
from kwai.core.db.database import Database
from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.fingerprint import fingerprint, table_names
from kwai.core.db.pool import close_pools
from kwai.core.settings import DatabaseSettings
from tests.support.database import DatabaseFactory
from tests.support.sample_club import TrainerRow

SQLITE = pytest.mark.one_engine("sqlite", reason="MariaDB needs a program that is not everywhere")
MARIADB = pytest.mark.one_engine("mariadb", reason="the programs of MariaDB")


async def held(database: Database) -> tuple[object, object]:
    query = database.create_query_factory().select("held", "reason").from_("outbox_control")
    (record,) = await database.fetch_all(query)
    await database.close()
    return record["held"], record["reason"]


async def add(database: Database, *names: str) -> None:
    await database.insert("sample_trainers", *[TrainerRow(name=name) for name in names])
    await database.close()


async def names(database: Database) -> list[str]:
    query = database.create_query_factory().select("name").from_("sample_trainers").order_by("id")
    found = [record["name"] for record in await database.fetch_all(query)]
    await database.close()
    return found


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@SQLITE
async def test_a_restored_copy_has_the_rows_of_its_moment_and_holds_the_queue(
    club: Database, tmp_path: Path
) -> None:
    await add(club, "a", "b")
    file = tmp_path / "copy.db"

    manifest = await backup(club.settings, file)
    await add(club, "after")
    assert await compare(club.settings, manifest) == ["sample_trainers"]
    await restore(club.settings, file)

    assert await names(club) == ["a", "b"]
    assert await held(club) == (1, "Restored from copy.db.")
    assert manifest.rows["sample_trainers"] is not None
    assert manifest.rows["sample_trainers"].startswith("2:")


@SQLITE
async def test_a_copy_is_made_while_others_write(
    club: Database, database_factory: DatabaseFactory, tmp_path: Path
) -> None:
    writer = database_factory()
    file = tmp_path / "copy.db"

    async with writer.transaction():
        await writer.insert("sample_trainers", TrainerRow(name="not committed"))
        await backup(club.settings, file)

    await restore(club.settings, file)
    assert await names(club) == []


@SQLITE
async def test_a_copy_overwrites_no_file(club: Database, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    file.write_text("precious")

    with pytest.raises(BackupException, match="exists"):
        await backup(club.settings, file)

    assert file.read_text() == "precious"


@SQLITE
async def test_a_copy_that_was_changed_is_refused(club: Database, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    await backup(club.settings, file)
    check_file(club.settings, file)
    with file.open("r+b") as stream:
        stream.seek(5000)
        stream.write(b"x")

    with pytest.raises(BackupException, match="changed"):
        await restore(club.settings, file)

    assert await held(club) == (0, "")


@SQLITE
async def test_a_copy_of_another_engine_is_refused(club: Database, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    await backup(club.settings, file)

    with pytest.raises(BackupException, match="not of mysql"):
        check_file(club.settings.model_copy(update={"engine": "mysql"}), file)


@SQLITE
async def test_a_copy_without_its_hashes_is_refused(club: Database, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    await backup(club.settings, file)
    (tmp_path / "copy.db.json").unlink()

    with pytest.raises(BackupException, match=r"copy\.db\.json does not exist"):
        check_file(club.settings, file)


@SQLITE
async def test_a_copy_is_for_its_owner_only(club: Database, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"

    await backup(club.settings, file)

    assert listed(tmp_path) == ["copy.db", "copy.db.json"]
    assert file.stat().st_mode & 0o077 == 0
    assert (tmp_path / "copy.db.json").stat().st_mode & 0o077 == 0


@SQLITE
@pytest.mark.parametrize("kept_bytes", [0, 20_000])
async def test_a_copy_takes_the_place_of_a_broken_file(
    club: Database, tmp_path: Path, kept_bytes: int
) -> None:
    await add(club, "a", "b")
    copy, file = tmp_path / "copy.db", tmp_path / "home" / "kwai.db"
    await backup(club.settings, copy)
    settings = club.settings.model_copy(update={"file": file})
    file.parent.mkdir()
    file.write_bytes(copy.read_bytes()[:kept_bytes] + b"no database" * 1000)

    aside = await restore(settings, copy)

    assert await names(Database(settings)) == ["a", "b"]
    assert aside is not None
    assert aside.name.startswith("kwai.db.broken-")
    assert b"no database" in aside.read_bytes()
    await close_pools(settings)


@SQLITE
async def test_a_copy_without_an_outbox_has_nothing_to_hold(club: Database, tmp_path: Path) -> None:
    file, settings = tmp_path / "copy.db", DatabaseSettings(file=tmp_path / "old.db")
    upgrade(settings, "0010")
    await backup(settings, file)
    upgrade(settings)

    await restore(settings, file)

    assert "outbox_control" not in await table_names(Database(settings))
    await close_pools(settings)


@MARIADB
@pytest.mark.may_skip("mariadb-dump is in a package that kwai does not need")
@pytest.mark.skipif(shutil.which("mariadb-dump") is None, reason="no mariadb-dump")
async def test_a_restored_dump_has_the_rows_of_its_moment(club: Database, tmp_path: Path) -> None:
    await add(club, "a", "b")
    file = tmp_path / "copy.sql"

    manifest = await backup(club.settings, file)
    await add(club, "after")
    assert await compare(club.settings, manifest) == ["sample_trainers"]
    await restore(club.settings, file)

    assert await names(club) == ["a", "b"]
    assert await held(club) == (1, "Restored from copy.sql.")


@MARIADB
@pytest.mark.may_skip("mariadb-dump is in a package that kwai does not need")
@pytest.mark.skipif(shutil.which("mariadb-dump") is None, reason="no mariadb-dump")
async def test_a_dump_replaces_tables_that_came_after_it(club: Database, tmp_path: Path) -> None:
    file = tmp_path / "copy.sql"
    await backup(club.settings, file)
    await club.change(Sql("CREATE TABLE added_later (id INT PRIMARY KEY)"))
    await club.close()

    await restore(club.settings, file)

    assert "added_later" not in await table_names(club)
    await club.close()


@MARIADB
async def test_a_missing_program_is_named(
    club: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    file = tmp_path / "copy.sql"

    with pytest.raises(DatabaseException, match="mariadb-dump is missing"):
        await backup(club.settings, file)

    assert not file.exists()


async def test_the_same_rows_have_the_same_fingerprint(club: Database) -> None:
    await add(club, "a", "b")
    before = await fingerprint(club)
    factory = club.create_query_factory()

    await club.change(factory.update("sample_trainers", {"name": "c"}).where(KwaiField("id").eq(1)))
    changed = await fingerprint(club)
    await club.change(factory.update("sample_trainers", {"name": "a"}).where(KwaiField("id").eq(1)))

    assert await fingerprint(club) == before
    assert changed != before
    assert {table for table in before if before[table] != changed[table]} == {"sample_trainers"}


async def test_more_rows_than_one_batch_have_a_fingerprint(club: Database) -> None:
    await club.insert_many("sample_trainers", [TrainerRow(name=str(n)) for n in range(1200)])
    before = await fingerprint(club)
    await club.change(Sql("DELETE FROM sample_trainers WHERE name = '1100'"))

    after = await fingerprint(club)

    assert before["sample_trainers"].startswith("1200:")
    assert after["sample_trainers"].startswith("1199:")
