"""R21: the database takes no writes: no request succeeds, the worker waits, then all goes on."""

import httpx

from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository
from tests.support.club import Club, wait_until
from tests.support.own_database import OwnMariaDb
from tests.support.smtp import SmtpSink


async def test_events_r21_no_success_without_a_durable_row(
    own_mariadb: OwnMariaDb, own_club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    admin = await own_club.join("admin")
    api = own_club.api()
    worker = own_club.worker()
    await OutboxAdminDbRepository(own_club.database).hold("until nothing can be written")
    await own_club.greet(1)

    await own_mariadb.set_read_only(on=True)
    refused = await api.invite(client, admin, "jigoro@kwai.example")
    async with own_mariadb.administrator() as database:
        await OutboxAdminDbRepository(database).resume(keep=True)
    await wait_until(lambda: "The database cannot be used" in worker.text)
    await own_mariadb.set_read_only(on=False)
    accepted = await api.invite(client, admin, "jigoro@kwai.example")
    await smtp_sink.wait_for(2)
    await own_club.wait_until_idle()

    assert (refused.status_code, accepted.status_code) == (503, 201)
    assert worker.is_running
    assert len(smtp_sink.mails) == 2
