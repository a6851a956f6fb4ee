"""R20: the database dies between the relay's 250 and our commit; the worker writes it later."""

from tests.support.club import Club, wait_until
from tests.support.own_database import OwnMariaDb
from tests.support.smtp import SmtpSink


async def test_events_r20_e12_the_end_of_a_mail_is_written_when_the_database_is_back(
    own_mariadb: OwnMariaDb, own_club: Club, smtp_sink: SmtpSink
) -> None:
    addresses = await own_club.greet(6)
    worker = own_club.worker(failpoint="after_smtp:sleep=1.5")
    await smtp_sink.wait_for(1)

    own_mariadb.server.kill9()
    # Until then the worker sleeps with its 250, and would not notice a database that is back.
    await wait_until(lambda: "cannot be used" in worker.text)
    own_mariadb.server.start()
    await own_club.database.close()
    await wait_until(lambda: "can be used again" in worker.text)
    await own_club.wait_until_idle()

    assert worker.is_running
    assert sorted(mail.recipients[0] for mail in smtp_sink.mails) == sorted(addresses)
    assert await own_club.statuses() == {"done": 12}
