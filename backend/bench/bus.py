"""Invitations to mails: how many workers send in a second, and how soon each mail leaves.

Real workers, real templates, a durable database, Redis, and a relay that costs nothing; for the
throughput `bus.concurrency` is 32, for the latency it is the default. Run from
`backend`: python -m bench.bus [--quick] [--engine mariadb|sqlite]
"""

import argparse
import asyncio
import sys
import time
from collections import Counter
from pathlib import Path

from bench.bus_latency import measure_latency
from bench.bus_parts import Inviter, open_post, running_workers, wait_until
from bench.environment import workspace
from bench.report import Line
from kwai.core.db.criteria import Sql
from kwai.core.db.pool import close_pools
from kwai.core.db.row_mapper import to_moment
from kwai.core.dependencies import create_database
from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository
from kwai.core.settings import Settings
from tests.support.servers import MariaDbServer

TARGETS = {1: 200, 2: None, 4: 600}
#: The most there is, for who sends much: more deliveries share what a claim and a mark cost.
CONCURRENCY = "32"


def measure_throughput(
    server: MariaDbServer | None, folder: Path, mails: int, workers: int
) -> Line:
    """Work off a queue with workers that were all there before it was opened."""
    with open_post(
        folder, server, with_redis=server is not None, KWAI_BUS_CONCURRENCY=CONCURRENCY
    ) as post:
        asyncio.run(_queue(post.settings, mails))
        with running_workers(post, workers):
            before = post.effort()
            asyncio.run(_hold(post.settings, is_held=False))
            wait_until(lambda: post.has_taken(mails))
            effort = post.effort().since(before)
            time.sleep(1.0)
        seconds = asyncio.run(_seconds_taken(post.settings))
        copies = Counter(recipient for recipient, _ in post.lines)
    is_exact = len(copies) == mails and set(copies.values()) == {1}
    engine = "sqlite" if server is None else "mariadb"
    return Line(
        f"{engine}: {workers} worker(s), each mail exactly once",
        mails / seconds if is_exact else 0.0,
        TARGETS[workers],
        "mails/s",
        at_least=True,
        detail=f"{mails} mails in {seconds:.1f} s; {effort.describe(mails)}",
    )


def measure_all(*, quick: bool, engine: str = "mariadb") -> list[Line]:
    """Measure one worker, two and four, and the latency of two; in haste only what is hardest."""
    mails, slow_mails = (300, 12) if quick else (3000, 100)
    with workspace(engine) as (folder, server):
        counts = [max(TARGETS)] if quick else list(TARGETS)
        lines = [measure_throughput(server, folder, mails, workers) for workers in counts]
        if server is not None:
            lines.append(measure_latency(server, folder, slow_mails, with_redis=True))
        if server is None or not quick:
            lines.append(measure_latency(server, folder, slow_mails, with_redis=False))
        return lines


async def _queue(settings: Settings, mails: int) -> None:
    async with Inviter.create(settings) as inviter:
        await inviter.invite_many(mails)
    await _hold(settings, is_held=True)


async def _hold(settings: Settings, *, is_held: bool) -> None:
    """Keep what is queued until all workers are there: their start is not what is measured."""
    async with create_database(settings.db).unit() as database:
        outbox = OutboxAdminDbRepository(database)
        if is_held:
            await outbox.hold("bench")
        else:
            await outbox.resume(keep=True)
    await close_pools(settings.db)


async def _seconds_taken(settings: Settings) -> float:
    """Give the seconds from the first delivery to the last."""
    query = Sql("SELECT MIN(finished_at) AS first, MAX(finished_at) AS last FROM outbox_deliveries")
    async with create_database(settings.db).unit(read_only=True) as database:
        record = await database.fetch_one(query)
    await close_pools(settings.db)
    assert record is not None
    return (to_moment(record["last"]) - to_moment(record["first"])).total_seconds()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--engine", choices=("mariadb", "sqlite"), default="mariadb")
    args = parser.parse_args()
    lines = measure_all(quick=args.quick, engine=args.engine)
    for line in lines:
        print(line)
    return sum(not line.is_reached for line in lines)


if __name__ == "__main__":
    sys.exit(main())
