import signal
import subprocess
import sys

import pytest

PROGRAM = "from kwai.core.failpoint import failpoint\n" + "failpoint('after_claim')\n" * 2


def run(**environ: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environ, capture_output=True, text=True, check=False
    )


def test_a_failpoint_acts_at_the_place_and_time_that_is_named() -> None:
    kill = run(KWAI_TESTING="1", KWAI_FAILPOINT="after_claim:kill")
    second = run(KWAI_TESTING="1", KWAI_FAILPOINT="after_claim:raise:2")

    assert kill.returncode == -signal.SIGKILL
    assert "FailpointException" in second.stderr


@pytest.mark.parametrize(
    "environ",
    [
        {"KWAI_FAILPOINT": "after_claim:kill"},
        {"KWAI_TESTING": "0", "KWAI_FAILPOINT": "after_claim:kill"},
        {"KWAI_TESTING": "1", "KWAI_FAILPOINT": "after_claim:kill:3"},
        {"KWAI_TESTING": "1", "KWAI_FAILPOINT": "before_smtp:kill"},
        {"KWAI_TESTING": "1"},
    ],
)
def test_a_failpoint_does_nothing_otherwise(environ: dict[str, str]) -> None:
    assert run(**environ).returncode == 0
