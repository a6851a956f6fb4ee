"""A few random kills in every run; `make chaos` has hundreds (events.md section 15)."""

import random
from pathlib import Path

import pytest

from chaos.checker import describe, judge
from chaos.history import History, read_history
from chaos.run import run
from tests.support.processes import run_directory

KILLS = 20
SERVERS = {"mariadb": ("mariadb", "redis_server"), "sqlite": ()}


@pytest.mark.parametrize("engine", sorted(SERVERS))
def test_random_kills_lose_nothing(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for server in SERVERS[engine]:
        request.getfixturevalue(server)
    seed = random.SystemRandom().randrange(2**32)
    history = tmp_path / "history.jsonl"

    run(engine, KILLS, seed, run_directory() / "chaos", history)

    judgement = judge(read_history(history))
    assert judgement.failures == [], describe(judgement)
    assert judgement.kills == KILLS


def write(path: Path, *addresses_mailed: str, left: int = 0) -> Path:
    """The history of a run with two accepted invitations, of which these were mailed."""
    history = History(path)
    history.add("start", engine="mariadb", seed=1, kills=1)
    history.add("kill", victim="api", number=0)
    for address in ("a", "b"):
        history.add("accepted", address=address, status=201)
        history.add("committed", address=address)
    for address in addresses_mailed:
        history.add("mail", recipient=address, message_id=f"<{address}>")
    history.add("end", left={"ready": left} if left else {})
    history.close()
    return path


@pytest.mark.parametrize(
    ("mailed", "left", "failures"),
    [
        (["a", "b"], 0, []),
        (["a", "b", "b"], 0, []),
        (["a"], 0, ["1 lost"]),
        (["a", "b", "c"], 0, ["1 phantoms"]),
        (["a", "b", "b", "b"], 0, ["2 duplicates", "3 copies of one mail"]),
        (["a", "b"], 3, ["3 deliveries left"]),
    ],
)
def test_the_checker_tells_good_from_bad(
    tmp_path: Path, mailed: list[str], left: int, failures: list[str]
) -> None:
    path = write(tmp_path / "history.jsonl", *mailed, left=left)

    assert judge(read_history(path)).failures == failures
