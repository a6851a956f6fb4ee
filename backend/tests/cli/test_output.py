"""Programs whose output cannot be written, and files that a kill must not leave half-written."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kwai.cli.private_file import write_private

COMMANDS = [["--help"], ["db", "show"], ["db", "sql", "0001"]]


def start(home: Path, arguments: list[str], output: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kwai.kwai_cli", *arguments],
        stdout=output,
        stderr=subprocess.PIPE,
        env=os.environ | {"KWAI_HOME": str(home)},
        text=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_one_line(tmp_path: Path, command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = start(tmp_path, command, full.fileno())

    assert (done.returncode, done.stderr) == (74, "No space left on device.\n")


def test_a_reader_that_has_gone_is_no_traceback(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    done = start(tmp_path, ["db", "show"], writer)

    os.close(writer)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_program_without_an_output_does_its_work(tmp_path: Path) -> None:
    command = f'exec "{sys.executable}" -m kwai.kwai_cli init >&-'

    done = subprocess.run(
        ["/bin/sh", "-c", command],
        env=os.environ | {"KWAI_HOME": str(tmp_path / "club")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "club" / "kwai.toml").read_text().startswith("# The settings")


def test_a_private_file_is_whole_and_never_another(tmp_path: Path) -> None:
    file = tmp_path / "key"

    write_private(file, "first")
    with pytest.raises(FileExistsError):
        write_private(file, "second")

    assert [each.name for each in tmp_path.iterdir()] == ["key"]
    assert file.read_text() == "first"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
