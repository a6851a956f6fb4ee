"""R1 (F1): the API dies before the commit; nothing of the request is left."""

import httpx
import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r01_a_killed_request_leaves_no_row_and_no_mail(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    admin = await club.join("admin")
    api = club.api(failpoint="before_commit:kill")

    with pytest.raises(httpx.TransportError):
        await api.invite(client, admin, "jigoro@kwai.example")
    club.worker(program="kwai.kwai_bus --once").wait()

    assert api.wait() == -9
    assert await club.rows("SELECT id FROM user_invitations") == []
    assert await club.rows("SELECT id FROM outbox_events") == []
    assert smtp_sink.mails == []
