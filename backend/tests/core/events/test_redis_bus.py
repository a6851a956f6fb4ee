"""The bus on Redis alone, as in the reference, and as the bell of programs."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import pytest
from loguru import logger
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as RedisConnectionError

from kwai.core.events.consumer import RedisConsumer
from kwai.core.events.event import EventData
from kwai.core.events.redis_bus import RedisBus
from kwai.core.events.stream import RedisMessage, RedisMessageException, RedisStream
from kwai.core.events.task import Task
from kwai.core.settings import RedisSettings
from tests.support.bus import BusKit
from tests.support.club import wait_until
from tests.support.club_tasks import MemberGreetedEvent
from tests.support.servers import RedisServer


class Handler:
    """A task that counts, and fails as often as it is told."""

    def __init__(self, failures: int = 0) -> None:
        self.__name__ = "handler"
        self.seen: Counter[str] = Counter()
        self._failures = failures

    async def __call__(self, event: EventData, context: object = None) -> None:
        if self._failures:
            self._failures -= 1
            raise RuntimeError("not yet")
        self.seen[event["data"]["email"]] += 1


class LostStream(RedisStream):
    """A stream behind a connection that fails for a while."""

    def __init__(self, redis: Redis, failures: int) -> None:
        super().__init__(redis, "kwai.lost")
        self._failures = failures

    async def consume_many(
        self, group_name: str, consumer_name: str, id_: str, *, count: int, block: int | None
    ) -> list[RedisMessage | RedisMessageException]:
        if self._failures:
            self._failures -= 1
            raise RedisConnectionError
        return await super().consume_many(group_name, consumer_name, id_, count=count, block=block)


async def ignore(_: RedisMessage) -> bool:
    return True


def create_bus(redis: Redis, handler: Task) -> RedisBus:
    bus = RedisBus(redis)
    bus.subscribe(MemberGreetedEvent, handler, name="club.handler")
    return bus


@asynccontextmanager
async def running(bus: RedisBus) -> AsyncIterator[None]:
    task = asyncio.create_task(bus.run())
    yield
    await bus.cancel()
    await task


async def publish(bus: RedisBus, count: int) -> None:
    for number in range(count):
        await bus.publish(MemberGreetedEvent(email=f"member{number}"))


async def test_f3_events_from_before_the_first_worker_are_handled(redis: Redis) -> None:
    handler = Handler()
    bus = create_bus(redis, handler)
    await publish(bus, 10)

    async with running(bus):
        await wait_until(lambda: len(handler.seen) == 10)

    assert set(handler.seen.values()) == {1}


async def test_a_redis_that_is_away_is_told_once_and_so_is_its_return(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kwai.core.events.consumer.RECONNECT_SECONDS", 0.001)
    told: list[str] = []
    sink = logger.add(told.append, level="INFO", format="{level} {message}")
    stream = LostStream(redis, failures=20)
    consumer = RedisConsumer(stream, "kwai.lost.group", ignore)

    task = asyncio.create_task(consumer.consume("me"))
    await wait_until(lambda: len(told) == 2)
    consumer.cancel()
    await task

    logger.remove(sink)
    assert told == [
        "WARNING Stream kwai.lost: Redis cannot be used (ConnectionError).\n",
        "INFO Stream kwai.lost: Redis can be used again.\n",
    ]


async def test_f4_a_flushed_redis_gets_its_group_again(redis: Redis) -> None:
    handler = Handler()
    bus = create_bus(redis, handler)
    async with running(bus):
        await publish(bus, 1)
        await wait_until(lambda: len(handler.seen) == 1)
        await redis.flushall()

        await publish(bus, 5)

        await wait_until(lambda: len(handler.seen) == 5)
    assert handler.seen["member4"] == 1


async def test_f5_two_workers_share_the_events(redis: Redis) -> None:
    handlers = [Handler(), Handler()]
    buses = [create_bus(redis, handler) for handler in handlers]
    async with running(buses[0]), running(buses[1]):
        await publish(buses[0], 100)
        await wait_until(lambda: sum(len(handler.seen) for handler in handlers) == 100)

    seen = handlers[0].seen + handlers[1].seen
    assert set(seen.values()) == {1}


async def test_f5_a_poison_entry_does_not_block_the_stream(redis: Redis) -> None:
    handler = Handler()
    bus = create_bus(redis, handler)
    await redis.xadd("kwai.club", {"data": "poison"})
    await publish(bus, 1)

    async with running(bus):
        await wait_until(lambda: len(handler.seen) == 1)

    assert await bus.stream("club").length() == 1


async def test_f5_a_thousand_events_do_not_wait_for_each_other(redis: Redis) -> None:
    handler = Handler()
    bus = create_bus(redis, handler)
    await publish(bus, 1000)

    async with running(bus):
        await wait_until(lambda: len(handler.seen) == 1000, within=10)

    assert set(handler.seen.values()) == {1}


async def test_f2_a_message_whose_task_failed_stays_pending(redis: Redis) -> None:
    handler = Handler(failures=1)
    bus = create_bus(redis, handler)
    await publish(bus, 2)

    async with running(bus):
        await wait_until(lambda: len(handler.seen) == 1)

    group = await bus.stream("club").get_group("kwai.club.group")
    assert group is not None
    assert group.pending == 1


async def test_an_event_that_nobody_handles_is_acknowledged(redis: Redis) -> None:
    handler = Handler()
    bus = create_bus(redis, handler)
    meta = {"name": "club.member.left"}
    await bus.stream("club").add(RedisMessage(data={"meta": meta, "data": {}}))
    await publish(bus, 1)

    async with running(bus):
        await wait_until(lambda: len(handler.seen) == 1)

    group = await bus.stream("club").get_group("kwai.club.group")
    assert group is not None
    assert group.pending == 0


async def test_e04_a_ring_carries_no_content(redis: Redis) -> None:
    bus = RedisBus(redis)

    await bus.ring("club", "a-uuid")

    message = await bus.stream("club").read("0")
    assert message is not None
    assert message.data == {"meta": {"name": "club", "uuid": "a-uuid"}, "data": {}}


async def test_e05_a_ring_wakes_whoever_listens_and_is_acknowledged(redis: Redis) -> None:
    woken = asyncio.Event()

    async def wake() -> bool:
        woken.set()
        return True

    listener = RedisBus(redis, wake=wake, modules=["club"])
    async with running(listener):
        await RedisBus(redis).ring("club", "a-uuid")
        async with asyncio.timeout(5):
            await woken.wait()

    group = await listener.stream("club").get_group("kwai.club.group")
    assert group is not None
    assert group.pending == 0


async def test_e05_as_many_rings_as_there_are_slots_are_answered_together(redis: Redis) -> None:
    four = asyncio.Barrier(4)
    listener = RedisBus(redis, wake=partial(_pass, four), modules=["club"], at_once=4)
    for number in range(8):
        await listener.ring("club", str(number))

    async with running(listener):
        await wait_until(partial(_has_left, listener, 0))

    assert four.n_waiting == 0


async def test_e05_rings_beyond_the_slots_are_left_for_others(redis: Redis) -> None:
    five = asyncio.Barrier(5)
    busy = RedisBus(redis, wake=partial(_pass, five), modules=["club"], at_once=4)
    for number in range(6):
        await busy.ring("club", str(number))

    async with running(busy):
        await wait_until(lambda: five.n_waiting == 4)
        idle = RedisBus(redis, wake=partial(_pass, asyncio.Barrier(1)), modules=["club"])
        async with running(idle):
            await wait_until(partial(_has_left, busy, 4))
        await five.wait()


async def _pass(barrier: asyncio.Barrier) -> bool:
    await barrier.wait()
    return True


async def _has_left(bus: RedisBus, pending: int) -> bool:
    stream = bus.stream("club")
    group = await stream.get_group("kwai.club.group")
    return group is not None and group.pending == pending and await _has_read_all(stream)


async def test_nothing_can_be_withdrawn_from_a_stream(redis: Redis) -> None:
    assert await RedisBus(redis).cancel_deliveries("a-uuid") == 0


@pytest.mark.parametrize("check_backlog", [True, False])
async def test_a_consumer_takes_its_backlog_once(redis: Redis, check_backlog: bool) -> None:
    stream = RedisStream(redis, "kwai.club")
    await stream.create_group("group", "0")
    await stream.add(RedisMessage(data={"number": 1}))
    await stream.consume("group", "me")
    await stream.add(RedisMessage(data={"number": 2}))
    numbers: list[int] = []

    async def note(message: RedisMessage) -> bool:
        numbers.append(message.data["number"])
        if message.data["number"] == 2:
            consumer.cancel()
        return True

    consumer = RedisConsumer(stream, "group", note)
    await consumer.consume("me", check_backlog)

    assert numbers == ([1, 2] if check_backlog else [2])


async def test_a_consumer_of_several_keeps_what_failed_and_removes_what_is_no_message(
    redis: Redis,
) -> None:
    stream = RedisStream(redis, "kwai.club")
    await stream.create_group("group", "0")
    await stream.add(RedisMessage(data={"number": 1}))
    await redis.xadd("kwai.club", {"data": "poison"})
    failed = await stream.add(RedisMessage(data={"number": 2}))
    await stream.add(RedisMessage(data={"number": 3}))

    async def stop_at_the_third(message: RedisMessage) -> bool:
        if message.data["number"] == 3:
            consumer.cancel()
        return message != failed

    consumer = RedisConsumer(stream, "group", stop_at_the_third, at_once=10)
    await consumer.consume("me")

    assert await stream.consume("group", "me", "0") == failed
    assert await stream.consume("group", "me", failed.id) is None
    assert await stream.length() == 3


async def test_e26_a_worker_stops_in_the_middle_of_many_rings(
    kit: BusKit, redis: Redis, redis_server: RedisServer
) -> None:
    rings, stream = 2000, RedisStream(redis, "kwai.core")
    for number in range(rings):
        await RedisBus(redis).ring("core", str(number))
    section = RedisSettings(socket=redis_server.socket)
    kit.settings = kit.settings.model_copy(update={"redis": section})

    async def has_begun() -> bool:
        group = await stream.get_group("kwai.core.group")
        return group is not None and group.last_delivered_id != "0-0"

    async with asyncio.timeout(30), kit.worker().running():
        await wait_until(has_begun)

    # What it had not come to is left for others.
    assert not await _has_read_all(stream)


async def _has_read_all(stream: RedisStream) -> bool:
    info, group = await stream.info(), await stream.get_group(f"{stream.name}.group")
    return info is not None and group is not None and group.last_delivered_id == info.last_entry_id
