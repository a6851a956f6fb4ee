"""R3: the API dies after the commit, before the answer; repeating the request adds no mail."""

import httpx
import pytest

from tests.support.club import Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")

INVITED = "jigoro@kwai.example"


async def test_events_r03_a_repeated_invitation_is_refused_and_mailed_once(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    admin = await club.join("admin")
    club.worker()
    api = club.api(failpoint="before_response:kill")

    with pytest.raises(httpx.TransportError):
        await api.invite(client, admin, INVITED)
    api.restart()
    again = await api.invite(client, admin, INVITED)
    await smtp_sink.wait_for(1)
    await club.wait_until_idle()

    assert again.status_code == 422
    assert [mail.recipients for mail in smtp_sink.mails] == [(INVITED,)]


async def test_events_r03_a_repeated_recovery_is_mailed_once(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    member = await club.join()
    club.worker()
    api = club.api(failpoint="before_response:kill")

    with pytest.raises(httpx.TransportError):
        await api.recover(client, member.email)
    api.restart()
    again = await api.recover(client, member.email)
    await smtp_sink.wait_for(1)
    await club.wait_until_idle()

    assert again.status_code == 200
    assert [mail.recipients for mail in smtp_sink.mails] == [(member.email,)]
