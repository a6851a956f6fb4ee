"""The stream: the names and promises of the reference, on a real Redis."""

import pytest
from redis.asyncio import Redis

from kwai.core.events.stream import (
    RedisGroupInfo,
    RedisMessage,
    RedisMessageException,
    RedisStream,
    RedisStreamInfo,
)

NAME = "kwai.club"
GROUP = "kwai.club.group"


@pytest.fixture
def stream(redis: Redis) -> RedisStream:
    return RedisStream(redis, NAME)


async def test_a_message_comes_back_as_it_was_added(stream: RedisStream) -> None:
    added = await stream.add(RedisMessage(data={"name": "O'Neill", "grades": [1, None]}))

    assert await stream.read("0") == added
    assert added.stream == NAME


async def test_a_message_can_bring_its_id(stream: RedisStream) -> None:
    added = await stream.add(RedisMessage(id="5-1", data={}))

    assert added.id == "5-1"


async def test_a_stream_that_does_not_exist_is_empty(stream: RedisStream) -> None:
    assert await stream.info() is None
    assert (await stream.length(), await stream.first_entry_id()) == (0, "")
    assert (await stream.last_entry_id(), await stream.get_groups()) == ("", {})
    assert await stream.delete() is False


async def test_it_tells_its_length_and_ends(stream: RedisStream) -> None:
    for number in range(1, 4):
        await stream.add(RedisMessage(id=f"{number}-0", data={}))

    expected = RedisStreamInfo(length=3, first_entry_id="1-0", last_entry_id="3-0")
    assert await stream.info() == expected
    assert (await stream.first_entry_id(), await stream.last_entry_id()) == ("1-0", "3-0")


async def test_the_oldest_are_dropped_beyond_the_length(stream: RedisStream) -> None:
    for _ in range(500):
        await stream.add(RedisMessage(data={}), max_length=100)

    # Redis drops whole nodes of 100 entries.
    assert await stream.length() < 300


async def test_a_group_is_created_once(stream: RedisStream) -> None:
    assert await stream.create_group(GROUP) is True
    assert await stream.create_group(GROUP) is False


async def test_a_group_knows_what_is_pending(stream: RedisStream) -> None:
    await stream.create_group(GROUP, "0")
    first = await stream.add(RedisMessage(data={}))
    await stream.add(RedisMessage(data={}))

    consumed = await stream.consume(GROUP, "me")

    assert consumed == first
    assert await stream.get_group(GROUP) == RedisGroupInfo(
        name=GROUP, consumers=1, pending=1, last_delivered_id=first.id
    )


async def test_an_acknowledged_message_is_no_longer_pending(stream: RedisStream) -> None:
    await stream.create_group(GROUP, "0")
    await stream.add(RedisMessage(data={}))
    message = await stream.consume(GROUP, "me")
    assert message is not None

    await stream.ack(GROUP, message.id)

    group = await stream.get_group(GROUP)
    assert group is not None
    assert group.pending == 0
    assert await stream.consume(GROUP, "me", "0") is None


async def test_what_is_pending_can_be_read_again(stream: RedisStream) -> None:
    await stream.create_group(GROUP, "0")
    added = await stream.add(RedisMessage(data={"a": 1}))
    await stream.consume(GROUP, "me")

    assert await stream.consume(GROUP, "me", "0") == added


@pytest.mark.parametrize(
    "fields", [{"other": "x"}, {"data": "no json"}, {"data": "[1]"}, {"data": b"\xff"}]
)
async def test_a_foreign_entry_is_named(
    stream: RedisStream, redis: Redis, fields: dict[str, str | bytes]
) -> None:
    await redis.xadd(NAME, fields, id="7-0")  # type: ignore[arg-type]  # invariant dict

    with pytest.raises(RedisMessageException, match="Entry 7-0 of stream") as raised:
        await stream.read("0")

    assert (raised.value.message_id, raised.value.stream_name) == ("7-0", NAME)


async def test_entries_can_be_deleted(stream: RedisStream) -> None:
    added = await stream.add(RedisMessage(data={}))

    assert await stream.delete_entries(added.id, "99-0") == 1
    assert await stream.length() == 0


async def test_e05_idle_consumers_are_removed_with_what_they_had(stream: RedisStream) -> None:
    await stream.create_group(GROUP, "0")
    await stream.add(RedisMessage(data={}))
    await stream.consume(GROUP, "gone")

    assert await stream.delete_idle_consumers(GROUP, 3600) == 0
    assert await stream.delete_idle_consumers(GROUP, -1) == 1
    group = await stream.get_group(GROUP)
    assert group is not None
    assert (group.consumers, group.pending) == (0, 0)
