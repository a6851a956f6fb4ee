"""What a person sees at a terminal, and what a program reads from a pipe."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kwai.cli.table import echo_table

ROWS = [(1, "Ugo [admin] Umans", None), (12, "\x1b[2Jbad", "kept")]
HEAD = ("id", "name", "remark")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
PROGRAM = f"from kwai.cli.table import echo_table; echo_table({ROWS!r}, head={HEAD!r})"


def test_a_pipe_gets_a_line_per_row(capsys: pytest.CaptureFixture[str]) -> None:
    echo_table(ROWS, head=HEAD)

    lines = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    assert [[cell.strip() for cell in line if cell] for line in lines] == [
        ["id", "name", "remark"],
        ["1", "Ugo [admin] Umans", "-"],
        ["12", "?[2Jbad", "kept"],
    ]


def test_nothing_is_printed_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    echo_table([], head=HEAD)

    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("columns", ["200", "24"])
def test_a_terminal_of_any_width_shows_every_cell(tmp_path: Path, columns: str) -> None:
    parent, child = pty.openpty()
    environ = os.environ | {"COLUMNS": columns, "NO_COLOR": "1", "TERM": "xterm"}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=child, env=environ, cwd=tmp_path
    ) as program:
        os.close(child)
        shown = read_all(parent)

    assert program.returncode == 0
    assert "\x1b[2J" not in shown
    plain = STYLE.sub("", shown)
    assert all(len(line) <= int(columns) for line in plain.splitlines())
    joined = "".join(plain.split())
    for cell in ("name", "remark", "[admin]", "kept", "12"):
        assert cell in joined


def read_all(descriptor: int) -> str:
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(descriptor, 4096)
        except OSError:
            # The other end of a terminal is closed.
            part = b""
        if not part:
            os.close(descriptor)
            return b"".join(parts).decode()
        parts.append(part)
