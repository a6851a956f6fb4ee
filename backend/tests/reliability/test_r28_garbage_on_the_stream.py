"""R28 (F5): somebody writes to the streams what is no bell."""

import pytest
from redis.asyncio import Redis

from tests.support.club import Club, wait_until
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")

GARBAGE: list[dict[str | bytes, str | bytes]] = [
    {"other": "field"},
    {"data": "no json"},
    {"data": "[1, 2]"},
    {"data": b"\xff\xfe"},
    {"data": "x" * 1_000_000},
]


async def test_events_r28_it_is_removed_and_mails_go_on(
    club: Club, smtp_sink: SmtpSink, redis_server: RedisServer
) -> None:
    club.environment["KWAI_REDIS_SOCKET"] = redis_server.socket
    async with Redis(unix_socket_path=redis_server.socket, protocol=2) as redis:
        await redis.flushall()
        for fields in GARBAGE:
            await redis.xadd("kwai.club", fields)  # type: ignore[arg-type]  # invariant dict

        worker = club.worker()
        await club.greet(3)
        await smtp_sink.wait_for(3)

        async def is_clean() -> bool:
            groups = await redis.xinfo_groups("kwai.club")
            return [group["pending"] for group in groups] == [0]

        await wait_until(is_clean)
        entries = await redis.xlen("kwai.club")
        await redis.flushall()

    assert entries == 1
    assert worker.text.count("It is removed.") == len(GARBAGE)
    assert len(smtp_sink.mails) == 3
