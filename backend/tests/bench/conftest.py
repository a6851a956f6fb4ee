"""The workload of the measurements, served by kwai and by the floor."""

import asyncio
from collections.abc import Iterator

import pytest

from bench import seed
from bench.contestants import contestants
from bench.environment import prepare, write_environment
from bench.stage import Stage, log_in
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import Settings


async def _seed(settings: Settings) -> None:
    async with create_database(settings.db).unit() as database:
        await seed.seed(database, expired=10)
    await close_pools(settings.db)


@pytest.fixture(scope="package")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """SQLite with the workload; few of its sessions are over, because nothing is measured."""
    folder = tmp_path_factory.mktemp("bench")
    environment = write_environment(folder / "home", None)
    settings = prepare(environment)
    asyncio.run(_seed(settings))
    with contestants(environment) as (kwai, floor):
        yield Stage(
            engine="sqlite",
            folder=folder,
            environment=environment,
            settings=settings,
            server=None,
            kwai=kwai,
            floor=floor,
            token=log_in(kwai.port),
            quick=True,
        )
