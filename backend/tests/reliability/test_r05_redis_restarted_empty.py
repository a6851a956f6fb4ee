"""R5 (F4): Redis comes back empty, or is flushed; groups are made again and nothing is lost."""

import pytest
from redis.asyncio import Redis

from tests.support.club import Club, wait_until
from tests.support.processes import run_directory
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")

KILLS = 3
BATCH = 15


async def test_events_r05_a_redis_without_memory_costs_nothing(
    club: Club, smtp_sink: SmtpSink
) -> None:
    server = RedisServer(run_directory() / "redis")
    server.start()
    club.environment["KWAI_REDIS_SOCKET"] = server.socket
    club.worker()

    for kill in range(KILLS):
        await club.greet(BATCH, f"batch{kill}-")
        server.kill9()
        await club.greet(BATCH, f"gap{kill}-")
        server.start()
    async with Redis(unix_socket_path=server.socket, protocol=2) as redis:
        await redis.flushall()
        await club.greet(BATCH, "last-")
        await smtp_sink.wait_for((2 * KILLS + 1) * BATCH)
        await club.wait_until_idle()

        async def has_its_groups_again() -> bool:
            return bool(await redis.exists("kwai.club") and await redis.xinfo_groups("kwai.club"))

        await wait_until(has_its_groups_again)

    assert len({mail.recipients for mail in smtp_sink.mails}) == len(smtp_sink.mails)
    server.stop()


async def test_events_r05_a_bell_that_was_not_acknowledged_costs_nothing(
    club: Club, smtp_sink: SmtpSink, redis_server: RedisServer
) -> None:
    club.environment["KWAI_REDIS_SOCKET"] = redis_server.socket
    worker = club.worker(failpoint="before_ack:kill")
    await club.greet(3)
    code = worker.wait()

    worker.start()
    await smtp_sink.wait_for(3)
    await club.wait_until_idle()

    assert code == -9
    assert len(smtp_sink.mails) == 3
