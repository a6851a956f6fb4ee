"""The program `kwai_bus`: how it starts, what it answers, how it ends."""

import signal
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from kwai.core.db.database import Database
from kwai.core.events.bell import close_bells
from tests.support.club import Club, wait_until
from tests.support.proc import Proc
from tests.support.processes import free_port
from tests.support.scripted_relay import KEEP_SILENT, ScriptedRelay
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("sqlite", reason="the matrix runs it on the other engine")


@pytest.fixture
async def club(database: Database, smtp_sink: SmtpSink, tmp_path: Path) -> AsyncIterator[Club]:
    club = Club.create(database, tmp_path, smtp_sink.port)
    yield club
    club.end()
    await close_bells()


def start(club: Club, **environment: str) -> Proc:
    proc = Proc(
        "bus",
        ["kwai.kwai_bus"],
        club.environment | environment,
        club.folder,
        lambda proc: "The worker starts." in proc.text,
    )
    club.procs.append(proc)
    return proc.start()


async def test_e29_once_works_off_what_is_due_and_ends(club: Club, smtp_sink: SmtpSink) -> None:
    await club.greet(5)

    worker = club.worker(program="tests.support.club_tasks --once")

    assert worker.wait() == 0
    assert len(smtp_sink.mails) == 5


async def test_settings_that_must_not_be_are_one_line(club: Club) -> None:
    bus = start(club, KWAI_BUS_LEASE="1")

    assert bus.wait() == 78
    assert bus.text == "bus.lease has to exceed bus.handler_timeout, and that email.timeout.\n"


async def test_a_schema_of_another_version_is_refused(club: Club, tmp_path: Path) -> None:
    bus = start(club, KWAI_DB_FILE=str(tmp_path / "new.db"))

    assert bus.wait() == 78
    assert "run `kwai_cli db migrate`" in bus.text


async def test_a_database_that_is_away_is_worth_another_try(club: Club) -> None:
    bus = start(club, KWAI_DB_ENGINE="mysql", KWAI_DB_PORT="1")

    assert bus.wait() == 1
    assert bus.text == "db: The database server cannot be reached (error 2003).\n"


async def test_metrics_on_a_port_that_is_taken_are_one_line(club: Club) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        bus = start(club, KWAI_BUS_METRICS_PORT=str(port))
        ended = bus.wait()

    assert ended == 1
    assert bus.text == (
        f"bus.metrics_port {port}: Address already in use; "
        "each worker of a machine needs its own.\n"
    )


async def test_metrics_are_served_to_this_machine(club: Club, client: httpx.AsyncClient) -> None:
    port = free_port()
    await club.greet(1)
    start(club, KWAI_BUS_METRICS_PORT=str(port))

    answer = await client.get(f"http://127.0.0.1:{port}/metrics")
    other = await client.get(f"http://127.0.0.1:{port}/")

    line = 'kwai_outbox_deliveries{handler="club.greet_member",status="ready"} 1.0'
    assert line in answer.text
    assert other.status_code == 404


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(trust_env=False) as client:
        yield client


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_e26_a_signal_ends_an_idle_worker(club: Club, number: signal.Signals) -> None:
    bus = start(club)

    bus._send(number)

    assert bus.wait(5) == 0
    assert "The worker has stopped." in bus.text


async def test_e26_a_second_signal_ends_a_busy_one_at_once(club: Club) -> None:
    await club.greet(1)
    async with ScriptedRelay() as relay:
        relay.answer("END", KEEP_SILENT)
        bus = club.worker(
            KWAI_EMAIL_PORT=str(relay.port),
            KWAI_EMAIL_TIMEOUT="30",
            KWAI_BUS_HANDLER_TIMEOUT="45",
            KWAI_BUS_LEASE="80",
        )
        await wait_until(lambda: "END" in relay.verbs)

        bus.term()
        await wait_until(lambda: "The worker ends 1 deliveries." in bus.text)
        bus.term()
        await wait_until(lambda: not bus.is_running, within=5)

    assert bus.wait() == 1
