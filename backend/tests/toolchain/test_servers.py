import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.processes import REPOSITORY, MissingServerError, find_program, run_directory
from tests.support.servers import MariaDbServer, PrivateServer, RedisServer, ServerFailedError


def query(server: MariaDbServer, statement: str) -> str:
    client = find_program("mariadb", "MariaDB")
    login = ["--no-defaults", f"--user={server.user}", f"--socket={server.socket}"]
    result = subprocess.run(
        [client, *login, "--skip-column-names", "--execute", statement],
        capture_output=True,
        text=True,
        check=True,
    )
    return result.stdout.strip()


def redis(server: PrivateServer, *command: str) -> str:
    client = find_program("redis-cli", "Redis")
    result = subprocess.run(
        [client, "-s", server.socket, *command], capture_output=True, text=True, check=True
    )
    return result.stdout.strip()


def test_the_shared_mariadb_compares_bytes(mariadb: MariaDbServer) -> None:
    assert (
        query(mariadb, "SELECT @@collation_server, @@innodb_flush_log_at_trx_commit")
        == "utf8mb4_bin\t0"
    )


def test_the_shared_redis_keeps_nothing_on_disk(redis_server: RedisServer) -> None:
    assert redis(redis_server, "CONFIG", "GET", "save").splitlines() == ["save"]


def test_a_killed_durable_mariadb_has_what_it_committed(mariadb: MariaDbServer) -> None:
    server = MariaDbServer(run_directory() / "mariadb", durable=True)
    server.start()
    query(server, "CREATE DATABASE club; CREATE TABLE club.t (a INT); INSERT club.t VALUES (7)")

    server.kill9()
    server.restart()

    assert query(server, "SELECT a, @@innodb_flush_log_at_trx_commit FROM club.t") == "7\t1"
    server.stop()


def test_a_restarted_redis_is_empty(redis_server: RedisServer) -> None:
    server = RedisServer(run_directory() / "redis")
    server.start()
    redis(server, "SET", "key", "value")

    server.restart()

    assert redis(server, "EXISTS", "key") == "0"
    server.stop()


def test_a_frozen_server_answers_again_when_it_may_go_on(redis_server: RedisServer) -> None:
    server = RedisServer(run_directory() / "redis")
    server.start()

    server.stop_signal()
    wait_for_state(server.pid, "T")
    server.cont()

    assert redis(server, "PING") == "PONG"
    server.stop()


def test_a_server_that_fails_shows_its_log(redis_server: RedisServer) -> None:
    server = RedisServer(run_directory() / "redis", ["--no-such-option", "1"])

    with pytest.raises(ServerFailedError, match="no-such-option"):
        server.start()


@pytest.mark.parametrize("server_class", ["MariaDbServer", "RedisServer"])
def test_no_server_outlives_a_killed_test_run(
    server_class: str, mariadb: MariaDbServer, redis_server: RedisServer
) -> None:
    code = f"""
import time
from tests.support.processes import run_directory
from tests.support.servers import {server_class}
server = {server_class}(run_directory() / "server")
server.start()
print(server.pid, flush=True)
time.sleep(60)
"""
    owner = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=backend_path()
    )
    with owner:
        assert owner.stdout is not None
        server = int(owner.stdout.readline())
        wait_for_state(server, "SR")

        owner.send_signal(signal.SIGKILL)

    # Nobody may collect the status of an orphan, so a zombie counts as gone.
    wait_for_state(server, "ZX")


def test_the_folder_of_a_killed_run_is_swept_by_the_next() -> None:
    code = "from tests.support.processes import run_directory as d; print(d(), flush=True); input()"
    owner = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=backend_path(),
    )
    with owner:
        assert owner.stdout is not None
        left_over = Path(owner.stdout.readline().strip())
        owner.kill()
    assert left_over.is_dir()

    run_directory()

    assert not left_over.exists()


def test_a_missing_program_names_the_command_that_brings_it() -> None:
    with pytest.raises(MissingServerError, match="no nosuchd, run make servers"):
        find_program("nosuchd", "MariaDB")


def wait_for_state(pid: int | None, wanted: str) -> None:
    """Wait until the process is in one of these states of proc(5); X is one that is gone."""
    deadline = time.monotonic() + 20
    while (state := process_state(pid)) not in wanted:
        assert time.monotonic() < deadline, f"The process is {state}, not {wanted}."
        time.sleep(0.01)


def process_state(pid: int | None) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "X"


def backend_path() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY / "backend")}
