"""R21: the disk of the embedded database is full; no request succeeds until there is room."""

import resource
from pathlib import Path

import httpx
import pytest

from tests.support.club import Api, Club
from tests.support.smtp import SmtpSink

pytestmark = pytest.mark.one_engine("sqlite", reason="test_r21_database_read_only has the other")

UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def fill_disk(kwai: Api, file: Path) -> None:
    """Let no file of the process grow beyond the size that the newest pages have now."""
    size = file.with_name(f"{file.name}-wal").stat().st_size
    resource.prlimit(kwai.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


async def test_events_r21_no_success_without_room(
    club: Club, client: httpx.AsyncClient, smtp_sink: SmtpSink
) -> None:
    admin = await club.join("admin")
    file = club.database.settings.file
    assert file is not None
    await club.release_database()
    kwai = club.up(KWAI_LOGGER_LEVEL="INFO")
    codes = [(await kwai.invite(client, admin, "first@kwai.example")).status_code]
    await smtp_sink.wait_for(1)

    fill_disk(kwai, file)
    codes.append((await kwai.invite(client, admin, "second@kwai.example")).status_code)
    resource.prlimit(kwai.pid, resource.RLIMIT_FSIZE, UNLIMITED)
    codes.append((await kwai.invite(client, admin, "second@kwai.example")).status_code)
    await smtp_sink.wait_for(2)

    assert codes == [201, 503, 201]
    assert [mail.recipients[0] for mail in smtp_sink.mails] == [
        "first@kwai.example",
        "second@kwai.example",
    ]
