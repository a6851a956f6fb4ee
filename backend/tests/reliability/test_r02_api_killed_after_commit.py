"""R2 (F1): the API dies after the commit, before the bell; a worker finds the row by itself."""

import httpx
import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r02_what_was_committed_is_mailed_without_a_bell(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    admin = await club.join("admin")
    club.worker()
    api = club.api(failpoint="after_commit:kill")

    with pytest.raises(httpx.TransportError):
        await api.invite(client, admin, "jigoro@kwai.example")
    await smtp_sink.wait_for(1)
    await club.wait_until_idle()

    assert [mail.recipients for mail in smtp_sink.mails] == [("jigoro@kwai.example",)]
