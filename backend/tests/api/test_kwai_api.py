"""`kwai_api`, run as an operator runs it."""

import os
import re
import signal
import socket
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kwai.cli.db import upgrade
from kwai.core.settings import DatabaseSettings
from kwai.kwai_api import create_args
from tests.support.programs import DEADLINE, SECRETS, Program, run, running


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    home = tmp_path / "var"
    home.mkdir(mode=0o700)
    upgrade(DatabaseSettings(file=home / "kwai.db"))
    return tmp_path


def test_the_arguments_are_those_of_the_settings() -> None:
    args = create_args(["--host", "127.0.0.2", "--port", "9", "--workers", "3"])

    assert (args.host, args.port, args.workers, args.reload) == ("127.0.0.2", 9, 3, False)


def test_one_process_serves_and_ends(installed: Path) -> None:
    with running("kwai.kwai_api", folder=installed, environ=SECRETS) as program:
        answer = program.wait_until_ready("/api/ready")
        ended = program.stop()

    assert answer.status_code == 200
    assert "server" not in answer.headers
    assert ended.code == 0
    assert "Traceback" not in ended.err


def test_a_socket_that_is_bound_already_is_taken(installed: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        fd = str(bound.fileno())
        with running(
            "kwai.kwai_api", "--fd", fd, folder=installed, environ=SECRETS, fds=(int(fd),)
        ) as program:
            answer = replace(program, url=url).wait_until_ready()
            ended = program.stop()

    assert answer.status_code == 200
    assert ended.code == 0


def test_a_socket_that_is_none_is_one_line(installed: Path) -> None:
    ended = run("kwai.kwai_api", "--fd", "77", folder=installed, environ=SECRETS)

    assert (ended.code, ended.err) == (1, "77 is no open socket.\n")


def test_several_processes_serve_and_a_killed_one_is_replaced(installed: Path) -> None:
    arguments = ("--workers", "2")
    with running("kwai.kwai_api", *arguments, folder=installed, environ=SECRETS) as program:
        program.wait_until_ready()
        killed = workers_of(program, 2)[0]
        os.kill(killed, signal.SIGKILL)
        started = workers_of(program, 3)
        answer = program.wait_until_ready("/api/ready")
        ended = program.stop()

    assert len(set(started)) == 3
    assert answer.status_code == 200
    assert ended.code == 0
    assert all(line.startswith("{") for line in ended.err.splitlines())


def workers_of(program: Program, count: int) -> list[int]:
    """The processes that were started, as the log names them."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        found = re.findall(r"Started server process \[(\d+)\]", program.err.read_text())
        if len(found) >= count:
            return [int(pid) for pid in found]
        time.sleep(0.05)
    raise AssertionError("The workers did not come up.")


def test_security_t32_half_sent_requests_do_not_shut_kwai_for_good(installed: Path) -> None:
    environ = SECRETS | {"KWAI_API_LIMIT_CONCURRENCY": "10"}
    with running("kwai.kwai_api", folder=installed, environ=environ) as program:
        program.wait_until_ready()
        address = ("127.0.0.1", int(program.url.rsplit(":", 1)[1]))
        with ExitStack() as slow:
            for _ in range(14):
                client = slow.enter_context(socket.create_connection(address))
                client.sendall(b"POST /api/v1/auth/login HTTP/1.1\r\nHost: kwai\r\nContent-Le")
            while_full = httpx.get(program.url + "/api/health", trust_env=False)

        assert while_full.status_code == 503
        assert wait_for(program, 200)


def wait_for(program: Program, status: int) -> bool:
    """Poll: the server sees only after a moment that a client is gone."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        if program.wait_until_ready().status_code == status:
            return True
    return False


def test_security_s40_a_schema_that_is_not_at_head_is_refused(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir(mode=0o700)

    ended = run("kwai.kwai_api", "--port", "0", folder=tmp_path, environ=SECRETS)

    assert ended.code == 78
    assert "kwai_cli db migrate" in ended.err


def test_security_s40_no_secrets_no_start(installed: Path) -> None:
    ended = run("kwai.kwai_api", folder=installed)

    assert ended.code == 78
    assert "kwai_cli init" in ended.err


def test_a_host_that_is_not_ours_is_one_line(installed: Path) -> None:
    ended = run("kwai.kwai_api", "--host", "192.0.2.1", folder=installed, environ=SECRETS)

    assert ended.code in {1, 78}
    assert ended.err.count("\n") == 1
