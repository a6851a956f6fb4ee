"""`kwai_cli identity`: users, as an operator sees them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kwai.core.settings import DatabaseSettings
from kwai.kwai_cli import app

Invoke = Callable[..., Result]
PASSWORD = "uchi mata sukashi"
ANNA = ("--email", "anna@club.example", "--first-name", "Anna", "--last-name", "Adriaens")


@pytest.fixture
def invoke(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_settings: DatabaseSettings
) -> Invoke:
    """Run a command on the migrated database of this test."""
    monkeypatch.setenv("KWAI_HOME", str(tmp_path))
    for name in ("engine", "file", "socket", "name", "user"):
        if (value := getattr(database_settings, name)) is not None:
            monkeypatch.setenv(f"KWAI_DB_{name.upper()}", str(value))
    for name in ("JWT_SECRET", "JWT_REFRESH_SECRET", "DATA_SECRET"):
        monkeypatch.setenv(f"KWAI_SECURITY_{name}", f"{name}-0123456789-0123456789-01")

    def run(*arguments: str, answer: str = "") -> Result:
        return CliRunner().invoke(app, ["identity", *arguments], input=answer)

    return run


@pytest.fixture
def anna(invoke: Invoke) -> str:
    """An administrator, the first of the club."""
    result = invoke("create", *ANNA, "--admin", "--password", PASSWORD)
    assert result.exit_code == 0, result.output
    return "anna@club.example"


def create(invoke: Invoke, email: str, *options: str) -> None:
    names = ("--first-name", "Ugo", "--last-name", "Umans", "--password", PASSWORD)
    result = invoke("create", "--email", email, *names, *options)
    assert result.exit_code == 0, result.output


def users(invoke: Invoke, *options: str) -> dict[str, dict[str, Any]]:
    result = invoke("list", "--json", *options)
    assert result.exit_code == 0, result.output
    return {each["email"]: each for each in json.loads(result.stdout)}


def test_the_first_administrator_is_asked_for(invoke: Invoke) -> None:
    answer = f"anna@club.example\nAnna\nAdriaens\n{PASSWORD}\n{PASSWORD}\n"

    result = invoke("create", "--admin", answer=answer)

    assert result.exit_code == 0, result.output
    assert "anna@club.example is an administrator now." in result.stdout
    assert PASSWORD not in result.output
    assert users(invoke)["anna@club.example"]["roles"] == "admin, user"


def test_a_password_comes_out_of_a_pipe(invoke: Invoke) -> None:
    result = invoke("create", *ANNA, "--password-stdin", answer=f"{PASSWORD}\n")

    assert result.exit_code == 0
    assert result.stdout == "anna@club.example is a user now.\n"


def test_two_ways_for_one_password_are_one_too_many(invoke: Invoke) -> None:
    result = invoke("create", *ANNA, "--password", "x", "--password-stdin")

    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--password", "short"), "at least 12 characters"),
        (("--password", PASSWORD, "--email", "nobody"), "not a valid e-mail address"),
        (("--password", PASSWORD, "--first-name", "two\nlines"), "not allowed"),
        (("--password", PASSWORD, "--first-name", " "), "1 to 100 characters"),
        (("--password", PASSWORD, "--locale", "ja"), "The languages are: nl, en"),
    ],
)
def test_what_cannot_be_is_one_line(invoke: Invoke, options: tuple[str, ...], text: str) -> None:
    result = invoke("create", *ANNA, *options)

    assert result.exit_code == 1
    assert text in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert users(invoke) == {}


def test_an_address_belongs_to_one_user(invoke: Invoke, anna: str) -> None:
    result = invoke("create", *ANNA, "--password", PASSWORD)

    assert result.exit_code == 1
    assert "Traceback" not in result.output


def test_users_are_listed_in_columns(invoke: Invoke, anna: str) -> None:
    create(invoke, "ugo@club.example")

    result = invoke("list")

    head, *rows, count = result.stdout.splitlines()
    assert head.split()[:3] == ["email", "name", "roles"]
    assert [row.split()[0] for row in rows] == [anna, "ugo@club.example"]
    assert count == "2 of 2 users."


def test_users_are_searched(invoke: Invoke, anna: str) -> None:
    create(invoke, "ugo@club.example")

    assert set(users(invoke, "--search", "uman")) == {"ugo@club.example"}
    assert set(users(invoke, "--revoked")) == set()
    assert len(users(invoke, "--active")) == 2


def test_nobody_is_listed_in_an_empty_club(invoke: Invoke) -> None:
    assert invoke("list").stdout == "0 of 0 users.\n"


def test_an_account_is_revoked_and_restored(invoke: Invoke, anna: str) -> None:
    create(invoke, "ugo@club.example")

    assert invoke("revoke", "UGO@club.example").exit_code == 0
    assert users(invoke)["ugo@club.example"]["state"] == "revoked"

    assert invoke("restore", "ugo@club.example").exit_code == 0
    assert users(invoke)["ugo@club.example"]["state"] == "active"


def test_a_role_is_granted_and_removed(invoke: Invoke, anna: str) -> None:
    create(invoke, "ugo@club.example")

    assert invoke("admin", "grant", "ugo@club.example").exit_code == 0
    assert "admin" in users(invoke)["ugo@club.example"]["roles"]

    assert invoke("admin", "remove", "ugo@club.example").exit_code == 0
    assert "admin" not in users(invoke)["ugo@club.example"]["roles"]


@pytest.mark.parametrize("command", [("revoke",), ("admin", "remove")])
def test_the_last_administrator_stays(invoke: Invoke, anna: str, command: tuple[str, ...]) -> None:
    result = invoke(*command, anna)

    assert result.exit_code == 1
    assert "last administrator" in result.stderr
    assert users(invoke)[anna] | {"last login": ""} == users(invoke)[anna]


@pytest.mark.parametrize(
    "command", [("revoke",), ("restore",), ("admin", "grant"), ("sessions", "end")]
)
def test_an_unknown_address_is_named(invoke: Invoke, command: tuple[str, ...]) -> None:
    result = invoke(*command, "nobody@club.example")

    assert result.exit_code == 1
    assert result.stderr == "Nobody has the address nobody@club.example.\n"


def test_sessions_are_listed_and_ended(invoke: Invoke, anna: str) -> None:
    assert invoke("sessions", "list", anna).stdout == "0 open sessions.\n"
    assert invoke("sessions", "end", anna).stdout == "0 sessions ended.\n"


def test_somebody_is_invited_in_the_name_of_a_user(invoke: Invoke, anna: str) -> None:
    names = ("--first-name", "Nele", "--last-name", "Nieuw", "--by", anna)

    result = invoke("invite", "nele@club.example", *names)
    again = invoke("invite", "nele@club.example", *names)

    assert result.exit_code == 0, result.output
    assert "is queued" in result.stdout
    assert again.exit_code == 1
    assert "pending" in again.stderr


def test_nobody_is_invited_in_the_name_of_who_is_revoked(invoke: Invoke, anna: str) -> None:
    create(invoke, "ugo@club.example")
    invoke("revoke", "ugo@club.example")
    names = ("--first-name", "Nele", "--last-name", "Nieuw", "--by", "ugo@club.example")

    result = invoke("invite", "nele@club.example", *names)

    assert result.exit_code == 1
    assert result.stderr == "ugo@club.example is revoked, and invites nobody.\n"


def test_settings_that_cannot_be_read_end_with_78(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KWAI_DB_POOL_SIZE", "none")

    result = invoke("list")

    assert result.exit_code == 78
    assert "db.pool_size" in result.stderr


def test_a_database_that_is_not_there_is_one_line(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KWAI_DB_ENGINE", "mysql")
    monkeypatch.setenv("KWAI_DB_SOCKET", str(tmp_path / "no.sock"))

    result = invoke("list")

    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 1


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, kwai.cli.identity as i; "
        "print([n for n in ('pydantic', 'sql_smith', 'fastapi', 'loguru') if n in sys.modules])"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout == "[]\n"
