"""`python -m kwai up`, run as an operator runs it."""

import signal
import socket
import stat
import time
from pathlib import Path

import httpx
import pytest

from tests.support.programs import DEADLINE, SECRETS, run, running

SETTINGS = """
[security]
jwt_secret = "a0b1c2d3e4f5061728394a5b6c7d8e9f-access"
jwt_refresh_secret = "f9e8d7c6b5a4938271605f4e3d2c1b0a-refresh"
data_secret = "00ff11ee22dd33cc44bb55aa66997788-data"
"""


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_empty_folder_becomes_a_running_kwai(tmp_path: Path) -> None:
    with running("kwai", "up", folder=tmp_path) as program:
        answer = program.wait_until_ready("/api/ready")
        page = program.wait_until_ready("/")
        ended = program.stop()

    assert answer.json()["status"] == "ok"
    assert page.headers["Content-Type"].startswith("text/html")
    assert ended.code == 0
    assert f"kwai runs at {program.url}" in ended.out
    assert "var/kwai.db" in ended.out
    assert "var/mail" in ended.out
    assert "kwai_cli identity create --admin" in ended.out
    assert "Traceback" not in ended.err
    assert mode_of(tmp_path / "var") == 0o700
    assert mode_of(tmp_path / "var" / "kwai.toml") == 0o600
    assert mode_of(tmp_path / "var" / "kwai.db") == 0o600


def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    with running("kwai", "up", folder=tmp_path) as program:
        program.wait_until_ready()
        ended = program.stop(signal.SIGINT)

    assert ended.code == 0
    assert "Traceback" not in ended.err


def test_the_second_start_finds_everything_in_place(tmp_path: Path) -> None:
    with running("kwai", "up", folder=tmp_path) as program:
        program.wait_until_ready()
        program.stop()
    before = (tmp_path / "var" / "kwai.toml").read_text()

    with running("kwai", "up", folder=tmp_path) as program:
        program.wait_until_ready()
        ended = program.stop()

    assert "New settings" not in ended.out
    assert (tmp_path / "var" / "kwai.toml").read_text() == before


def test_the_port_option_wins_and_zero_means_any(tmp_path: Path) -> None:
    with running("kwai", "up", "--port", "0", folder=tmp_path) as program:
        end = time.monotonic() + DEADLINE
        while "Ctrl-C" not in program.out.read_text() and time.monotonic() < end:
            time.sleep(0.02)
        ended = program.stop()

    line = next(line for line in ended.out.splitlines() if line.startswith("kwai runs at"))
    assert line != f"kwai runs at {program.url}"
    assert not line.endswith(":0")


def test_a_port_in_use_is_one_clear_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run("kwai", "up", "--port", str(port), folder=tmp_path)

    assert ended.code == 1
    assert ended.err == (
        f"Port {port} on 127.0.0.1 is in use; choose another one with --port or KWAI_PORT.\n"
    )
    assert not (tmp_path / "var" / "kwai.db").exists()


@pytest.mark.parametrize(
    ("environ", "key"),
    [
        ({"KWAI_SECURITY_JWT_SECRET": "short"}, "security.jwt_secret"),
        ({"KWAI_SECURITY_JWT_ALGORITHM": "none"}, "security.jwt_algorithm"),
        ({"KWAI_WEBSITE_URL": "http://club.example"}, "website.url"),
        ({"KWAI_API_WORKERS": "0"}, "api.workers"),
        ({"KWAI_DB_NOTHING": "1"}, "KWAI_DB_NOTHING"),
        ({"KWAI_HOST": "0.0.0.0", "KWAI_API_DEVELOPMENT": "true"}, "api.development"),
        ({"KWAI_DB_ENGINE": "mysql", "KWAI_DB_HOST": "10.0.0.1"}, "db.ssl_ca"),
        ({"KWAI_API_TRUSTED_PROXIES": "the proxy"}, "api.trusted_proxies"),
        ({"KWAI_LOGGER_FILE": "var/log", "KWAI_LOGGER_ROTATION": "soon"}, "rotation"),
        ({"KWAI_CORS_ORIGINS": "*", "KWAI_CORS_CREDENTIALS": "true"}, "cors.origins"),
        ({"KWAI_SETTINGS_FILE": "none.toml"}, "none.toml"),
    ],
)
def test_security_t34_what_must_not_start_says_why(
    tmp_path: Path, environ: dict[str, str], key: str
) -> None:
    file = tmp_path / "kwai.toml"
    file.write_text(SETTINGS)
    file.chmod(0o600)

    ended = run("kwai", "up", "--port", "0", folder=tmp_path, environ=environ)

    assert (ended.code, ended.out) == (78, "")
    assert key in ended.err
    assert ended.err.count("\n") == 1


def test_a_database_that_is_away_is_worth_another_try(tmp_path: Path) -> None:
    # systemd does not start again after 78, and the database may come up a moment later.
    environ = {"KWAI_DB_ENGINE": "mysql", "KWAI_DB_PORT": "1"}

    ended = run("kwai", "up", "--port", "0", folder=tmp_path, environ=environ)

    assert ended.code == 1
    assert ended.err == "db: The database server cannot be reached (error 2003).\n"


def test_security_t34_settings_that_others_can_read_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "kwai.toml"
    file.write_text(SETTINGS)
    file.chmod(0o644)

    ended = run("kwai", "up", "--port", "0", folder=tmp_path)

    assert ended.code == 78
    assert "chmod 600" in ended.err


def test_security_s40_a_demo_for_others_needs_a_password(tmp_path: Path) -> None:
    ended = run("kwai", "up", "--demo", folder=tmp_path, environ={"KWAI_HOST": "0.0.0.0"})

    assert ended.code == 78
    assert ended.err.count("KWAI_DEMO_PASSWORD") == 1
    assert not (tmp_path / "var" / "kwai.db").exists()


def test_a_folder_that_cannot_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    ended = run("kwai", "up", folder=tmp_path, environ={"KWAI_HOME": "file/below"})

    assert ended.code == 78
    assert "KWAI_HOME" in ended.err
    assert "Traceback" not in ended.err


def test_secrets_in_the_environment_need_no_file(tmp_path: Path) -> None:
    with running("kwai", "up", folder=tmp_path, environ=SECRETS) as program:
        program.wait_until_ready()
        program.stop()

    assert not (tmp_path / "var" / "kwai.toml").exists()


def test_help_names_every_option(tmp_path: Path) -> None:
    ended = run("kwai", "up", "--help", folder=tmp_path)

    assert ended.code == 0
    assert all(option in ended.out for option in ("--demo", "--port", "--reload"))


def log_in(url: str, login: str, password: str) -> int:
    form = {"username": login, "password": password}
    return httpx.post(f"{url}/api/v1/auth/login", data=form, trust_env=False).status_code


def printed_password(out: str) -> str:
    return next(line for line in out.splitlines() if "password:" in line).split()[-1]


def test_the_demo_club_can_log_in_with_what_is_printed(tmp_path: Path) -> None:
    passwords = []
    for _ in range(2):
        with running("kwai", "up", "--demo", folder=tmp_path) as program:
            program.wait_until_ready()
            out = program.out.read_text()
            passwords.append(printed_password(out))
            status = log_in(program.url, "coach@kwai.example", passwords[-1])
            ended = program.stop()
        assert (status, ended.code) == (200, 0)

    assert all(f"{role}@kwai.example" in out for role in ("admin", "author", "coach", "user"))
    assert passwords[0] == passwords[1]


def test_the_demo_password_can_be_given(tmp_path: Path) -> None:
    environ = {"KWAI_DEMO_PASSWORD": "uchi mata sukashi"}
    with running("kwai", "up", "--demo", folder=tmp_path, environ=environ) as program:
        program.wait_until_ready()
        status = log_in(program.url, "admin@kwai.example", "uchi mata sukashi")
        ended = program.stop()

    assert status == 200
    assert "password: uchi mata sukashi" in ended.out
    assert "uchi mata" not in ended.err
