"""R6: Redis hangs; the bell gives up after 100 ms, and soon is not rung at all."""

import httpx
import pytest

from tests.support.club import Club
from tests.support.processes import run_directory
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")

REQUESTS = 20


async def test_events_r06_requests_go_on_and_every_mail_leaves(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    redis = RedisServer(run_directory() / "redis")
    redis.start()
    club.environment["KWAI_REDIS_SOCKET"] = redis.socket
    admin = await club.join("admin")
    club.worker()
    api = club.api()

    redis.stop_signal()
    answers = [
        await api.invite(client, admin, f"member{number}@kwai.example")
        for number in range(REQUESTS)
    ]
    metrics = (await client.get(f"{api.url}/metrics")).text
    redis.cont()
    await smtp_sink.wait_for(REQUESTS)
    await club.wait_until_idle()

    assert {answer.status_code for answer in answers} == {201}
    assert 'kwai_doorbell_total{result="failed"} 3.0' in metrics
    assert f'kwai_doorbell_total{{result="skipped"}} {REQUESTS - 3:.1f}' in metrics
    assert len(smtp_sink.mails) == REQUESTS
    redis.stop()
