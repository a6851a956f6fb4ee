"""The floor answers what kwai answers, or what is measured beside it means nothing."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench import seed
from bench.contestants import contestants
from bench.environment import prepare, write_environment
from bench.load import Server, request
from bench.requests import REQUESTS, arranged, log_in
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import Settings


async def _seed(settings: Settings) -> None:
    async with create_database(settings.db).unit() as database:
        await seed.seed(database, expired=10)
    await close_pools(settings.db)


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server, str]]:
    """Kwai and the floor on the workload, with a token of a coach."""
    home: Path = tmp_path_factory.mktemp("bench") / "home"
    environment = write_environment(home, None)
    asyncio.run(_seed(prepare(environment)))
    with contestants(environment) as (kwai, floor):
        yield kwai, floor, log_in(kwai.port)


@pytest.mark.parametrize("number", REQUESTS)
def test_the_floor_answers_the_same(servers: tuple[Server, Server, str], number: str) -> None:
    kwai, floor, token = servers
    path = REQUESTS[number][1]
    headers = {"Authorization": f"Bearer {token}"} if number == "P5" else {}

    ours, theirs = (request(each.port, path, headers) for each in (kwai, floor))

    assert ours[0] == theirs[0] == 200
    assert arranged(theirs[1]) == arranged(ours[1])


def test_a_month_is_a_whole_page_of_trainings(servers: tuple[Server, Server, str]) -> None:
    document = arranged(request(servers[0].port, REQUESTS["P1"][1], {})[1])

    assert len(document["data"]) == 30
    assert {each["type"] for each in document["included"]} == {
        "coaches",
        "teams",
        "training_definitions",
    }
