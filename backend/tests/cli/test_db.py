import json
import sqlite3  # noqa: TID251 (to break a schema behind kwai's back)
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kwai.cli.db import app
from kwai.core.db.migrations import revisions
from kwai.core.settings import DatabaseSettings

Invoke = Callable[..., Result]


@pytest.fixture
def invoke(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Invoke:
    """Runs a command on an embedded database of its own."""
    monkeypatch.setenv("KWAI_HOME", str(tmp_path / "home"))

    def run(*arguments: str, answer: str = "") -> Result:
        return CliRunner().invoke(app, list(arguments), input=answer)

    return run


def point_to(monkeypatch: pytest.MonkeyPatch, settings: DatabaseSettings) -> None:
    for name in ("engine", "file", "socket", "name", "user", "host", "port"):
        if (value := getattr(settings, name)) is not None:
            monkeypatch.setenv(f"KWAI_DB_{name.upper()}", str(value))


@pytest.mark.parametrize("command", ["test", "check", "status", "migrate"])
def test_a_server_that_is_away_is_a_line_without_its_driver(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("KWAI_DB_ENGINE", "mysql")
    monkeypatch.setenv("KWAI_DB_PORT", "1")

    result = invoke(command)

    assert result.exit_code == 1
    assert "The database server cannot be reached" in result.output
    assert "asyncmy" not in result.output


def test_settings_that_cannot_be_read_stop_with_a_line(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KWAI_DB_ENGINE", "oracle")

    result = invoke("test")

    assert result.exit_code == 78
    assert "db.engine" in result.stderr


def test_show_tells_where_the_embedded_database_is(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("show")

    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["engine", "sqlite"],
        ["file", str(tmp_path / "home" / "kwai.db")],
    ]


@pytest.mark.parametrize(("options", "shown"), [((), False), (("--password",), True)])
def test_security_s38_show_hides_the_password(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], shown: bool
) -> None:
    monkeypatch.setenv("KWAI_DB_ENGINE", "mysql")
    monkeypatch.setenv("KWAI_DB_PASSWORD", "hush")

    result = invoke("show", *options)

    assert "mysql" in result.stdout
    assert ("hush" in result.stdout) is shown


def test_a_database_from_nothing_to_head_and_back(invoke: Invoke) -> None:
    head = revisions()[-1]

    migrated = invoke("migrate")
    assert migrated.exit_code == 0
    assert f"current  {head}" in migrated.stdout
    assert "waiting" not in migrated.stdout
    assert invoke("check").exit_code == 0
    assert invoke("test").stdout == "The database answers.\n"

    assert invoke("rollback", answer="n\n").exit_code == 1
    assert f"current  {head}" in invoke("status").stdout
    assert f"waiting  {head}" in invoke("rollback", answer="y\n").stdout
    assert "current  empty" in invoke("rollback", "base", "--yes").stdout


@pytest.mark.parametrize("command", ["test", "check", "status"])
def test_where_no_kwai_is_none_is_made(invoke: Invoke, tmp_path: Path, command: str) -> None:
    result = invoke(command)

    assert result.exit_code == 1
    assert str(tmp_path / "home" / "kwai.db") in result.stderr
    assert "python -m kwai up" in result.stderr
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("command", ["test", "status", "migrate"])
def test_security_s40_another_host_needs_its_certificate(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("KWAI_DB_ENGINE", "mysql")
    monkeypatch.setenv("KWAI_DB_HOST", "db.example.org")

    result = invoke(command)

    assert result.exit_code == 78
    assert "db.ssl_ca" in result.stderr


def test_a_revision_without_a_name_is_one_line(invoke: Invoke) -> None:
    invoke("migrate")

    result = invoke("rollback", "", "--yes")

    assert (result.exit_code, result.stderr) == (1, "There is no such revision.\n")


def test_a_revision_that_does_not_exist_is_one_line(invoke: Invoke) -> None:
    result = invoke("migrate", "9999")

    assert result.exit_code == 1
    assert "9999" in result.stderr
    assert "newer than this program" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_server_that_does_not_answer_is_one_line(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settings = DatabaseSettings(engine="mysql", socket=str(tmp_path / "no.sock"))
    point_to(monkeypatch, settings)

    for command in ("test", "status", "migrate"):
        result = invoke(command)
        assert result.exit_code == 1, command
        assert "Traceback" not in result.output
        assert result.stderr.strip()


def test_the_commands_work_on_both_engines(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, database_settings: DatabaseSettings
) -> None:
    point_to(monkeypatch, database_settings)

    assert invoke("test").exit_code == 0
    assert f"current  {revisions()[-1]}" in invoke("status").stdout
    assert "CREATE TABLE" in invoke("sql").stdout
    checked = " ".join(invoke("check").stdout.split())
    assert "ok transaction" in checked
    assert "ok schema" in checked


def test_a_copy_is_written_verified_and_restored(invoke: Invoke, tmp_path: Path) -> None:
    file = str(tmp_path / "copy.db")
    invoke("migrate")

    assert "tables" in invoke("backup", file).stdout
    assert "same rows" in invoke("verify", file).stdout
    assert invoke("backup", file).exit_code == 1
    assert invoke("restore", file, answer="n\n").exit_code == 1
    restored = invoke("restore", file, "--yes")

    assert restored.exit_code == 0
    assert "held" in restored.stdout
    verified = invoke("verify", file)
    assert verified.exit_code == 1
    assert "outbox_control" in verified.stdout


def test_a_copy_that_is_not_there_is_one_line(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("restore", str(tmp_path / "nothing.db"))

    assert result.exit_code == 1
    assert "nothing.db.json does not exist" in result.stderr
    assert "Go on?" not in result.stdout


@pytest.mark.parametrize("command", ["status", "check"])
def test_a_script_reads_json(invoke: Invoke, command: str) -> None:
    invoke("migrate")

    result = invoke(command, "--json")

    told = json.loads(result.stdout)
    if command == "status":
        assert told == {"current": revisions()[-1], "head": revisions()[-1], "waiting": []}
    else:
        assert {"name", "ok", "detail"} == set(told[0])
        assert {"ok": True, "name": "journal_mode"}.items() <= told[1].items()


def test_a_step_that_breaks_is_one_line(invoke: Invoke, tmp_path: Path) -> None:
    invoke("migrate", "0001")
    with closing(sqlite3.connect(tmp_path / "home" / "kwai.db")) as connection:
        connection.execute("CREATE TABLE authors (id INTEGER)")

    result = invoke("migrate")

    assert result.exit_code == 1
    assert result.stderr.startswith("(sqlite3.OperationalError)")
    assert len(result.stderr.splitlines()) == 1
