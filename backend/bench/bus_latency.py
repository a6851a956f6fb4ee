"""From the commit of an invitation to the relay that has taken its mail."""

import asyncio
from pathlib import Path

from bench.bus_parts import Inviter, Post, open_post, running_workers, wait_until
from bench.report import Line
from tests.support.servers import MariaDbServer

WORKERS = 2
#: No divisor of the poll interval, so that the waits are spread over all of it.
PAUSE_SECONDS = 0.073
PAUSE_TO_POLL_SECONDS = 0.313
TARGET_WITH_REDIS = 50.0
TARGET_BY_POLLING = 1200.0


def measure_latency(
    server: MariaDbServer | None, folder: Path, mails: int, *, with_redis: bool
) -> Line:
    """Measure the latency that 95 of 100 mails stay within."""
    with (
        open_post(folder, server, with_redis=with_redis) as post,
        running_workers(post, WORKERS),
    ):
        pause = PAUSE_SECONDS if with_redis else PAUSE_TO_POLL_SECONDS
        committed = asyncio.run(_invite_slowly(post, mails, pause))
        wait_until(lambda: post.has_taken(mails))
    accepted = dict(post.lines)
    missing = float("inf")
    seconds = sorted(
        accepted.get(address, missing) - moment for address, moment in committed.items()
    )
    engine = "sqlite" if server is None else "mariadb"
    way = "with Redis" if with_redis else "by polling"
    return Line(
        f"{engine}: commit to relay {way}, p95",
        seconds[int(len(seconds) * 0.95)] * 1000,
        TARGET_WITH_REDIS if with_redis else TARGET_BY_POLLING,
        "ms",
        detail=f"{mails} mails, half of them within {seconds[len(seconds) // 2] * 1000:.0f} ms",
    )


async def _invite_slowly(post: Post, mails: int, pause: float) -> dict[str, float]:
    committed: dict[str, float] = {}
    async with Inviter.create(post.settings) as inviter:
        for number in range(mails):
            address = f"member{number}@kwai.example"
            committed[address] = await inviter.invite(address)
            await asyncio.sleep(pause)
    return committed
