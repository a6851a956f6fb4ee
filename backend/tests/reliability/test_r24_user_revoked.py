"""R24: a user is revoked while mail for them waits."""

import httpx
import pytest

from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository
from tests.support.club import Club
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r24_no_mail_leaves_after_the_200(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    admin, member = await club.join("admin"), await club.join()
    api = club.api()
    club.worker()
    outbox = OutboxAdminDbRepository(club.database)
    await outbox.hold("R24")
    await club.kit.bus.publish(MemberGreetedEvent(email=member.email, member=member.uuid))
    await club.kit.bus.publish(MemberGreetedEvent(email="other@kwai.example"))

    document = {
        "data": {
            "type": "user_accounts",
            "id": member.uuid,
            "attributes": {"revoked": True},
        }
    }
    answer = await api.patch(client, f"/auth/users/{member.uuid}", admin, document)
    await outbox.resume(keep=True)
    await smtp_sink.wait_for(1)
    await club.wait_until_idle()

    rows = await club.rows(
        "SELECT d.status, e.payload FROM outbox_deliveries d JOIN outbox_events e"
        f" ON e.id = d.event_id WHERE e.subject_uuid = '{member.uuid}'"
    )
    assert answer.status_code == 200
    assert rows == [{"status": "cancelled", "payload": None}]
    assert [mail.recipients for mail in smtp_sink.mails] == [("other@kwai.example",)]
