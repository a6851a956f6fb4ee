"""R4: Redis is down; requests succeed all the same, and workers poll."""

import asyncio

import httpx
import pytest

from tests.support.club import Club
from tests.support.processes import run_directory
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")

REQUESTS = 200
AT_ONCE = 4


async def test_events_r04_every_invitation_is_accepted_and_mailed(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    redis = RedisServer(run_directory() / "redis")
    redis.start()
    club.environment["KWAI_REDIS_SOCKET"] = redis.socket
    admin = await club.join("admin")
    club.worker()
    api = club.api()
    redis.stop()

    codes: list[int] = []

    async def invite_some(start: int) -> None:
        for number in range(start, REQUESTS, AT_ONCE):
            answer = await api.invite(client, admin, f"member{number}@kwai.example")
            codes.append(answer.status_code)

    await asyncio.gather(*(invite_some(start) for start in range(AT_ONCE)))
    await smtp_sink.wait_for(REQUESTS, within=60)
    await club.wait_until_idle()

    assert codes == [201] * REQUESTS
    assert len({mail.recipients for mail in smtp_sink.mails}) == len(smtp_sink.mails) == REQUESTS
