"""R8: a worker dies right after a handler committed; the mail it queued is ready."""

import pytest

from tests.support.club import Club
from tests.support.proc import Proc
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("mariadb", reason="R23 does the same on SQLite")


async def test_events_r08_the_queued_mail_leaves_with_the_next_worker(
    club: Club, smtp_sink: SmtpSink
) -> None:
    await club.greet(1)
    victim = club.worker(failpoint="after_handler_commit:kill")
    code = victim.wait()

    club.worker()
    await club.wait_until_idle()

    assert code == -9
    assert len(smtp_sink.mails) == 1
    assert await club.statuses() == {"done": 2}


async def test_events_r08_a_worker_killed_while_it_sweeps_leaves_nothing_half_done(
    club: Club, smtp_sink: SmtpSink
) -> None:
    await club.greet(3)
    club.worker(program="tests.support.club_tasks --once").wait()
    await club.greet(1, "later")
    sweep = Proc("sweep", ["tests.support.sweep_once"], club.environment, club.folder, never)
    codes = [sweep.start(failpoint="in_sweep:kill").wait(), sweep.start().wait()]

    club.worker()
    await club.wait_until_idle()

    rows = await club.rows("SELECT id FROM outbox_events WHERE payload IS NOT NULL")
    assert codes == [-9, 0]
    assert len(rows) == 2
    assert len(smtp_sink.mails) == 4


def never(_: Proc) -> bool:
    return False
