"""Writes trainings as a calendar (RFC 5545)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kwai.modules.training.trainings.training import TrainingEntity

if TYPE_CHECKING:
    from icalendar import Event, Timezone

PRODUCT = "-//kwai//trainings//EN"
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCalendar:
    """A calendar of a club.

    Attributes:
        host: Stands behind the @ of the ids of events, which never change.
        zone: The clocks that the times are written for.
        locales: In which languages titles are looked for, the best one first.
    """

    name: str
    host: str
    zone: ZoneInfo
    locales: Sequence[str]

    def write(self, trainings: Iterable[TrainingEntity]) -> bytes:
        """Write the calendar; what is cancelled stays in it, as cancelled."""
        # Here, because it takes longer to load than a program needs that writes no calendar.
        from icalendar import Calendar

        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("method", "PUBLISH")
        calendar.add("x-wr-calname", self.name)
        calendar.add("x-wr-timezone", self.zone.key)
        events = [self._event(training).to_ical() for training in trainings]
        # Clocks of UTC need no explanation (RFC 5545, 3.2.19).
        if events and self.zone.key != "UTC":
            calendar.add_component(_clocks(self.zone.key))
        # Each event is text before the next one is made: as objects, those of a season take
        # megabytes.
        frame: bytes = calendar.to_ical()
        return b"".join((frame.removesuffix(_END), *events, _END))

    def _event(self, training: TrainingEntity) -> "Event":
        # As values of the standard, each is taken as it is: given as text or moment, the library
        # looks for what it could be, which takes longer than to write it.
        from icalendar import Event, vDatetime, vInt, vText

        event = Event()
        changed_at = vDatetime(_changed_at(training))
        event["uid"] = vText(f"{training.uuid}@{self.host}")
        event["sequence"] = vInt(training.version - 1)
        event["dtstamp"] = changed_at
        event["last-modified"] = changed_at
        event["dtstart"] = vDatetime(training.start.astimezone(self.zone))
        event["dtend"] = vDatetime(training.end.astimezone(self.zone))
        event["summary"] = vText(self._title(training))
        event["status"] = vText("CANCELLED" if training.cancelled else "CONFIRMED")
        if training.location:
            event["location"] = vText(training.location)
        if training.cancel_reason:
            event["comment"] = vText(training.cancel_reason)
        return event

    def _title(self, training: TrainingEntity) -> str:
        titles = {each.locale: each.title for each in training.content}
        found = (titles[locale] for locale in self.locales if locale in titles)
        return next(found, next(iter(titles.values()), "Training"))


@lru_cache(maxsize=4)
def _clocks(zone: str) -> "Timezone":
    from icalendar import Timezone

    return Timezone.from_tzid(zone)


def _changed_at(training: TrainingEntity) -> datetime:
    trace = training.traceable_time
    moment = trace.updated_at.timestamp or trace.created_at.timestamp
    return (moment or training.start).astimezone(UTC).replace(microsecond=0)
