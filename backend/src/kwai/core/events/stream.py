"""Define a Redis stream."""

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from redis.exceptions import ResponseError

if TYPE_CHECKING:
    from redis.asyncio import Redis

MESSAGE_FIELD = "data"
# [[stream name, [(entry id, {field: value} or None)]]]
RedisMessages = list[Any]


class RedisMessageException(Exception):
    """Exception raised when the message is not a RedisMessage."""

    def __init__(self, message_id: str, stream_name: str, reason: str) -> None:
        super().__init__(reason)
        self._message_id = message_id
        self._stream_name = stream_name

    @property
    def message_id(self) -> str:
        """Return the message id of the message that raised this exception."""
        return self._message_id

    @property
    def stream_name(self) -> str:
        """Return the stream of the message."""
        return self._stream_name

    def __str__(self) -> str:
        reason = super().__str__()
        return f"Entry {self._message_id} of stream {self._stream_name} {reason}."


@dataclass(frozen=True, slots=True, kw_only=True)
class RedisMessage:
    """A message on a stream; the id `*` lets Redis number it."""

    id: str = "*"
    stream: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def create_from_redis(cls, messages: RedisMessages) -> "RedisMessage":
        """Create a RedisMessage from messages retrieved from a Redis stream.

        Raises:
            RedisMessageException: the first entry was not written by `RedisStream.add`.
        """
        stream, entries = messages[0]
        id_, fields = entries[0]
        if not fields or MESSAGE_FIELD not in fields:
            raise RedisMessageException(id_, stream, f"has no field {MESSAGE_FIELD}")
        try:
            data = json.loads(fields[MESSAGE_FIELD])
        except (ValueError, RecursionError):
            raise RedisMessageException(id_, stream, "is no JSON") from None
        if not isinstance(data, dict):
            raise RedisMessageException(id_, stream, "is no JSON object")
        return cls(id=id_, stream=stream, data=data)


@dataclass(frozen=True, slots=True, kw_only=True)
class RedisGroupInfo:
    """Dataclass with information about a redis stream group."""

    name: str
    consumers: int
    pending: int
    last_delivered_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedisStreamInfo:
    """Dataclass with information about a redis stream."""

    length: int
    first_entry_id: str
    last_entry_id: str


class RedisStream:
    """A stream using Redis.

    A stream will be created when a first group is created or when a first message is added.
    """

    def __init__(self, redis: "Redis", stream_name: str) -> None:
        self._redis = redis
        self._stream_name = stream_name

    @property
    def name(self) -> str:
        """Return the name of the stream."""
        return self._stream_name

    async def add(self, message: RedisMessage, *, max_length: int | None = None) -> RedisMessage:
        """Add a new message to the stream; beyond about `max_length` the oldest are dropped."""
        id_ = await self._redis.xadd(
            self._stream_name,
            {MESSAGE_FIELD: json.dumps(message.data)},
            id=message.id,
            maxlen=max_length,
            approximate=True,
        )
        return replace(message, id=str(id_), stream=self._stream_name)

    async def read(self, last_id: str = "$", block: int | None = None) -> RedisMessage | None:
        """Read the first entry after `last_id`; blocks for so many milliseconds."""
        answer = await self._redis.xread({self._stream_name: last_id}, count=1, block=block)
        return _first_message(cast(RedisMessages, answer))

    async def consume(
        self, group_name: str, consumer_name: str, id_: str = ">", block: int | None = None
    ) -> RedisMessage | None:
        """Take the next entry for a consumer; with another id than `>` one it has pending."""
        taken = await self.consume_many(group_name, consumer_name, id_, count=1, block=block)
        first = taken[0] if taken else None
        if isinstance(first, RedisMessageException):
            raise first
        return first

    async def consume_many(
        self, group_name: str, consumer_name: str, id_: str, *, count: int, block: int | None
    ) -> list[RedisMessage | RedisMessageException]:
        """Take up to `count` entries as `consume` takes one; one that is no message says why."""
        answer = await self._redis.xreadgroup(
            group_name, consumer_name, {self._stream_name: id_}, count=count, block=block
        )
        return [
            _message_or_reason([[stream, [entry]]])
            for stream, entries in cast(RedisMessages, answer) or ()
            for entry in entries
        ]

    async def ack(self, group_name: str, id_: str, *ids: str) -> None:
        """Acknowledge the messages with the given ids for the given group."""
        await self._redis.xack(self._stream_name, group_name, id_, *ids)

    async def create_group(self, group_name: str, id_: str = "$") -> bool:
        """Create a group, and the stream; False when the group exists already."""
        try:
            await self._redis.xgroup_create(self._stream_name, group_name, id_, mkstream=True)
        except ResponseError as error:
            if str(error).startswith("BUSYGROUP"):
                return False
            raise
        return True

    async def delete(self) -> bool:
        """Delete the stream; False when it did not exist."""
        return bool(await self._redis.delete(self._stream_name))

    async def delete_entries(self, *ids: str) -> int:
        """Delete entries; tells how many there were."""
        return int(await self._redis.xdel(self._stream_name, *ids))

    async def delete_idle_consumers(self, group_name: str, idle: float) -> int:
        """Remove the consumers that did not ask for `idle` seconds, with what they had pending."""
        consumers = await self._redis.xinfo_consumers(self._stream_name, group_name)
        idlers = [consumer["name"] for consumer in consumers if consumer["idle"] > idle * 1000]
        for name in idlers:
            await self._redis.xgroup_delconsumer(self._stream_name, group_name, name)
        return len(idlers)

    async def get_group(self, group_name: str) -> RedisGroupInfo | None:
        """Get the information about a group; None when there is no such group."""
        return (await self.get_groups()).get(group_name)

    async def get_groups(self) -> dict[str, RedisGroupInfo]:
        """Get all groups of the stream by their name."""
        if not await self._exists():
            return {}
        return {
            group["name"]: RedisGroupInfo(
                name=group["name"],
                consumers=group["consumers"],
                pending=group["pending"],
                last_delivered_id=group["last-delivered-id"],
            )
            for group in await self._redis.xinfo_groups(self._stream_name)
        }

    async def info(self) -> RedisStreamInfo | None:
        """Return information about the stream; None when it does not exist."""
        if not await self._exists():
            return None
        info = await self._redis.xinfo_stream(self._stream_name)
        first, last = info["first-entry"], info["last-entry"]
        return RedisStreamInfo(
            length=info["length"],
            first_entry_id=first[0] if first else "",
            last_entry_id=last[0] if last else "",
        )

    async def first_entry_id(self) -> str:
        """Return the id of the first entry; empty when there is none."""
        info = await self.info()
        return info.first_entry_id if info else ""

    async def last_entry_id(self) -> str:
        """Return the id of the last entry; empty when there is none."""
        info = await self.info()
        return info.last_entry_id if info else ""

    async def length(self) -> int:
        """Return the number of entries; 0 when the stream does not exist."""
        return int(await self._redis.xlen(self._stream_name))

    async def _exists(self) -> bool:
        return bool(await self._redis.exists(self._stream_name))


def _first_message(messages: RedisMessages) -> RedisMessage | None:
    # For pending entries Redis names the stream even when there are none.
    if not messages or not messages[0][1]:
        return None
    return RedisMessage.create_from_redis(messages)


def _message_or_reason(messages: RedisMessages) -> RedisMessage | RedisMessageException:
    try:
        return RedisMessage.create_from_redis(messages)
    except RedisMessageException as error:
        return error
