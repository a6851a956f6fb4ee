import stat
from pathlib import Path

import pytest

from kwai.core.mail.mail_directory import MailDirectory, file_name
from kwai.core.mail.transport import RelayFault


async def send(directory: MailDirectory, message_id: str, data: bytes = b"mail") -> None:
    await directory.send(
        sender="club@kwai.example", recipient="ann@kwai.example", message_id=message_id, data=data
    )


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_events_e28_a_mail_becomes_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    folder = tmp_path / "var" / "mail"

    await send(MailDirectory(folder), "<abc@kwai.example>", b"the mail")

    (file,) = folder.iterdir()
    assert (file.name, file.read_bytes()) == ("abc@kwai.example.eml", b"the mail")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_events_e28_a_second_attempt_overwrites_the_first(tmp_path: Path) -> None:
    directory = MailDirectory(tmp_path)

    await send(directory, "<abc@kwai.example>")
    await send(directory, "<abc@kwai.example>")
    await send(directory, "<def@kwai.example>")

    assert names_in(tmp_path) == ["abc@kwai.example.eml", "def@kwai.example.eml"]


async def test_a_file_that_a_crash_left_behind_does_not_disturb(tmp_path: Path) -> None:
    directory = MailDirectory(tmp_path)
    await send(directory, "<abc@kwai.example>")
    (tmp_path / ".abc@kwai.example.eml.1.tmp").write_bytes(b"half")

    await send(directory, "<abc@kwai.example>", b"whole")

    assert (tmp_path / "abc@kwai.example.eml").read_bytes() == b"whole"


@pytest.mark.parametrize(
    "message_id",
    ["<../../x@y>", "<..@y>", "</etc/passwd>", "<a\\b@y>", "<a\0b@y>", "<.x@y>", "<é@y>", "<~@y>"],
)
def test_security_t36_no_id_leads_out_of_the_folder(message_id: str, tmp_path: Path) -> None:
    file = tmp_path / file_name(message_id)

    assert file.resolve().parent == tmp_path.resolve()
    assert not file.name.startswith(".")


async def test_a_folder_that_cannot_be_written_is_a_fault_of_the_relay(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file where the folder should be")

    with pytest.raises(RelayFault):
        await send(MailDirectory(tmp_path / "mail"), "<abc@kwai.example>")


async def test_the_last_look_comes_before_the_file(tmp_path: Path) -> None:
    def look() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        await MailDirectory(tmp_path).send(
            sender="a@b.be", recipient="c@d.be", message_id="<x@y>", data=b"", before_data=look
        )

    assert names_in(tmp_path) == []
