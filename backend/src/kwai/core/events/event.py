"""What happened, told in a form that outlives the process that tells it."""

from abc import ABC
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, ClassVar
from uuid import UUID

from kwai.core.domain.value_objects.identifier import Identifier
from kwai.core.domain.value_objects.unique_id import UniqueId

JsonValue = Any
EventData = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMeta:
    """Metadata for the event.

    Attributes:
        name: `<module>.<entity>.<past tense>`; it is stored in rows, so it is never changed.
        version: Raised when the fields of the event change their meaning.
    """

    name: str
    version: int = 1

    def __post_init__(self) -> None:
        if self.name.count(".") != 2:
            raise ValueError(f"{self.name} is not <module>.<entity>.<past tense>.")

    @property
    def module(self) -> str:
        """The part before the first dot; the stream of the event is named after it."""
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(ABC):
    """Base class for all events.

    A subclass sets `meta`, and `priority` when it is not a normal one: 0 is for mail that somebody
    waits for to get in, 2 for mail in bulk.
    """

    meta: ClassVar[EventMeta]
    priority: ClassVar[int] = 1

    @property
    def data(self) -> EventData:
        """Returns a dict that can be used to serialize the event."""
        return {
            "meta": {"name": self.meta.name, "version": self.meta.version},
            "data": {field.name: _to_json(getattr(self, field.name)) for field in fields(self)},
        }

    def expires_at(self) -> datetime | None:
        """Tell when handling the event has become pointless; its deliveries are cancelled then."""
        return None

    def delay(self) -> timedelta:
        """Tell how long handlers wait, so that what follows soon is handled together with it."""
        return timedelta()

    def subject_uuid(self) -> str | None:
        """Name the user or invitation concerned; cancelling it cancels what is queued."""
        return None


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("A moment in an event needs its zone.")
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


_CONVERSIONS: tuple[tuple[type | tuple[type, ...], Callable[[Any], JsonValue]], ...] = (
    # An Enum may also be a str or an int, a datetime always is a date.
    (Enum, lambda value: _to_json(value.value)),
    ((type(None), str, int, float), lambda value: value),
    (datetime, _moment),
    (date, date.isoformat),
    ((UUID, UniqueId), str),
    (Identifier, lambda value: value.value),
    (dict, lambda value: {key: _to_json(item) for key, item in value.items()}),
    ((list, tuple), lambda value: [_to_json(item) for item in value]),
)


def _to_json(value: object) -> JsonValue:
    for types, convert in _CONVERSIONS:
        if isinstance(value, types):
            return convert(value)
    raise TypeError(f"{type(value).__name__} cannot be stored in an event.")
