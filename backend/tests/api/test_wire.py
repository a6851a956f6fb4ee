"""What only a real server shows: heads, half-sent requests, a stop in the middle."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.support.programs import DEADLINE, Program, running

HALF = b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nx"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    folder = tmp_path_factory.mktemp("wire")
    environ = {"KWAI_API_LIMIT_CONCURRENCY": "10"}
    with running("kwai", "up", folder=folder, environ=environ) as program:
        program.wait_until_ready()
        yield program


def connect(server: Program) -> socket.socket:
    parts = urlsplit(server.url)
    return socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10)


def test_a_head_has_no_body_and_the_connection_goes_on(server: Program) -> None:
    with httpx.Client(trust_env=False) as client:
        head = client.head(f"{server.url}/api/openapi.json")
        get = client.get(f"{server.url}/api/openapi.json")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == str(len(get.content))


def test_the_server_does_not_name_itself(server: Program) -> None:
    answer = httpx.get(f"{server.url}/api/health", trust_env=False)

    assert "server" not in answer.headers


def test_security_t3_a_forwarded_address_of_a_stranger_is_nothing(server: Program) -> None:
    headers = {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "evil.example", "Host": "evil"}
    answer = httpx.get(f"{server.url}/api/v1/nothing", headers=headers, trust_env=False)
    metrics = httpx.get(f"{server.url}/metrics", headers=headers, trust_env=False)

    assert "evil" not in answer.text
    assert metrics.status_code == 403


def flood(connection: socket.socket) -> None:
    """Send a form without end, as long as somebody takes it."""
    head = b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
    connection.sendall(head + b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")
    end = time.monotonic() + 20
    while time.monotonic() < end:
        connection.sendall(b"10000\r\n" + b"x" * 65_536 + b"\r\n")


def test_security_t25_a_body_without_end_is_cut(server: Program) -> None:
    with connect(server) as connection, pytest.raises(ConnectionError):
        flood(connection)
    again = httpx.get(f"{server.url}/api/health", trust_env=False)

    assert again.status_code == 200


def test_security_t32_half_sent_requests_do_not_stop_the_others_for_long(server: Program) -> None:
    with ExitStack() as stack:
        for _ in range(12):
            stack.enter_context(connect(server)).sendall(HALF)
        refused = until(server, 503)
    again = until(server, 200)

    assert (refused.status_code, again.status_code) == (503, 200)


def until(server: Program, status: int) -> httpx.Response:
    end = time.monotonic() + DEADLINE
    while True:
        answer = httpx.get(f"{server.url}/api/health", trust_env=False)
        if answer.status_code == status or time.monotonic() > end:
            return answer


@pytest.mark.parametrize(
    "request_line",
    [b"GET /api/v1/%ff%fe HTTP/1.1", b"GET /api/v1/%00 HTTP/1.1", b"GET //api HTTP/1.1"],
)
def test_odd_addresses_are_answered(server: Program, request_line: bytes) -> None:
    with connect(server) as connection:
        connection.sendall(request_line + b"\r\nHost: x\r\nConnection: close\r\n\r\n")
        answer = connection.makefile("rb").read()

    assert not answer.startswith(b"HTTP/1.1 5")


def test_a_request_that_runs_is_answered_before_the_end(tmp_path: Path) -> None:
    environ = {"KWAI_FAILPOINT": "before_response:sleep=1:2"}
    with running("kwai", "up", folder=tmp_path, environ=environ) as program:
        program.wait_until_ready()
        with ThreadPoolExecutor(1) as threads:
            answer = threads.submit(httpx.get, f"{program.url}/api/health", trust_env=False)
            time.sleep(0.3)
            ended = program.stop()

    assert answer.result().status_code == 200
    assert ended.code == 0
