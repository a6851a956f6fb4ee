"""The bell: it never fails, and it does not wait."""

import asyncio
from collections import Counter

import pytest
from redis.asyncio import Redis

from kwai.core.events.bell import Bell
from kwai.core.events.metrics import get_metrics
from kwai.core.events.redis_bus import RedisBus


class DeafBus(RedisBus):
    """Redis is away."""

    def __init__(self) -> None:
        self.rings = 0

    async def ring(self, module: str, event_id: str) -> None:
        self.rings += 1
        raise ConnectionError


class SlowBus(RedisBus):
    """Redis answers when it is let."""

    def __init__(self) -> None:
        self.rings: list[str] = []
        self.has_begun, self.may_answer = asyncio.Event(), asyncio.Event()

    async def ring(self, module: str, event_id: str) -> None:
        self.rings.append(event_id)
        self.has_begun.set()
        await self.may_answer.wait()


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def results() -> Counter[str]:
    """How often a result was counted before the test."""
    return Counter({name: count(name) for name in ("ok", "failed", "skipped")})


def count(result: str) -> int:
    samples = get_metrics().registry.get_sample_value("kwai_doorbell_total", {"result": result})
    return int(samples or 0)


async def test_e04_after_three_failures_it_is_not_rung_for_five_seconds(
    results: Counter[str],
) -> None:
    bus, clock = DeafBus(), Clock()
    bell = Bell(bus, clock)

    for _ in range(5):
        await bell.ring("club", "uuid")
    clock.now = 5.0
    await bell.ring("club", "uuid")

    assert bus.rings == 4
    assert (count("failed"), count("skipped")) == (results["failed"] + 4, results["skipped"] + 2)


async def test_e04_who_comes_while_it_rings_shares_the_next_ring(results: Counter[str]) -> None:
    bus = SlowBus()
    bell = Bell(bus)

    async def come_later(*names: str) -> None:
        await bus.has_begun.wait()
        rings = [asyncio.create_task(bell.ring("club", name)) for name in names]
        await asyncio.sleep(0)
        bus.may_answer.set()
        await asyncio.gather(*rings)

    await asyncio.gather(bell.ring("club", "first"), come_later("second", "third", "fourth"))

    assert bus.rings == ["first", "second"]
    assert count("ok") == results["ok"] + 2


async def test_who_listens_in_this_process_hears_it_although_redis_is_away() -> None:
    bell = Bell(DeafBus())
    heard: list[str] = []
    bell.add_listener(lambda: heard.append("ring"))

    await bell.ring("club", "uuid")

    assert heard == ["ring"]


async def test_who_has_left_is_not_called() -> None:
    bell, heard = Bell(), list[str]()

    def listen() -> None:
        heard.append("ring")

    bell.add_listener(listen)
    bell.remove_listener(listen)

    await bell.ring("club", "uuid")

    assert heard == []


async def test_e04_a_ring_reaches_the_stream(redis: Redis, results: Counter[str]) -> None:
    bell = Bell(RedisBus(redis))

    await bell.ring("club", "uuid")

    assert await redis.xlen("kwai.club") == 1
    assert count("ok") == results["ok"] + 1
