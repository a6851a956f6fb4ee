"""R22: yesterday's backup comes back; the queue is held until somebody chooses."""

from pathlib import Path

import pytest

from tests.support.club import Club
from tests.support.proc import Proc
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("sqlite", reason="the copy of the other engine: test_backup")


def run(club: Club, command: str) -> int:
    proc = Proc("cli", ["kwai.kwai_cli", *command.split()], club.environment, club.folder, _never)
    return proc.start(wait=False).wait()


def _never(_: Proc) -> bool:
    return False


@pytest.mark.parametrize(("choice", "mails"), [("--cancel", 3), ("--keep", 6)])
async def test_events_r22_nothing_is_sent_before_the_choice(
    club: Club, smtp_sink: SmtpSink, tmp_path: Path, choice: str, mails: int
) -> None:
    (tmp_path / "kwai.toml").touch(mode=0o600)
    copy = tmp_path / "copy.db"
    await club.greet(3)
    codes = [run(club, f"db backup {copy}")]
    club.worker(program="tests.support.club_tasks --once").wait()
    await club.release_database()
    codes += [run(club, f"db restore --yes {copy}")]

    club.worker(program="tests.support.club_tasks --once").wait()
    mails_while_held = len(smtp_sink.mails)
    codes += [run(club, "bus hold off"), run(club, f"bus hold off {choice}")]
    club.worker(program="tests.support.club_tasks --once").wait()

    assert codes == [0, 0, 2, 0]
    assert mails_while_held == 3
    assert len(smtp_sink.mails) == mails
