"""Moments and durations as people read them, in the languages that kwai writes mails in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    moment: str
    day: tuple[str, str]
    hour: tuple[str, str]
    minute: tuple[str, str]
    ordinal: Callable[[int], str] = str


def _french_day(day: int) -> str:
    return "1er" if day == 1 else str(day)


_WORDS = {
    "nl": _Words(
        weekdays=(
            *("maandag", "dinsdag", "woensdag", "donderdag"),
            *("vrijdag", "zaterdag", "zondag"),
        ),
        months=(
            *("januari", "februari", "maart", "april", "mei", "juni"),
            *("juli", "augustus", "september", "oktober", "november", "december"),
        ),
        moment="{weekday} {day} {month} {year} om {time}",
        day=("dag", "dagen"),
        hour=("uur", "uur"),
        minute=("minuut", "minuten"),
    ),
    "en": _Words(
        weekdays=(
            *("Monday", "Tuesday", "Wednesday", "Thursday"),
            *("Friday", "Saturday", "Sunday"),
        ),
        months=(
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        moment="{weekday} {day} {month} {year} at {time}",
        day=("day", "days"),
        hour=("hour", "hours"),
        minute=("minute", "minutes"),
    ),
    "fr": _Words(
        weekdays=(
            *("lundi", "mardi", "mercredi", "jeudi"),
            *("vendredi", "samedi", "dimanche"),
        ),
        months=(
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
        moment="{weekday} {day} {month} {year} à {time}",
        day=("jour", "jours"),
        hour=("heure", "heures"),
        minute=("minute", "minutes"),
        ordinal=_french_day,
    ),
    "de": _Words(
        weekdays=(
            *("Montag", "Dienstag", "Mittwoch", "Donnerstag"),
            *("Freitag", "Samstag", "Sonntag"),
        ),
        months=(
            *("Januar", "Februar", "März", "April", "Mai", "Juni"),
            *("Juli", "August", "September", "Oktober", "November", "Dezember"),
        ),
        moment="{weekday}, {day}. {month} {year} um {time} Uhr",
        day=("Tag", "Tage"),
        hour=("Stunde", "Stunden"),
        minute=("Minute", "Minuten"),
    ),
}
_FALLBACK = "en"


def write_moment(moment: datetime, lang: str, zone: tzinfo) -> str:
    """Write a moment with its weekday, as the clock in the zone shows it.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    words = _words(lang)
    local = moment.astimezone(zone)
    return words.moment.format(
        weekday=words.weekdays[local.weekday()],
        day=words.ordinal(local.day),
        month=words.months[local.month - 1],
        year=local.year,
        time=f"{local:%H:%M}",
    )


def write_duration(duration: timedelta, lang: str) -> str:
    """Write a duration in the largest unit of which there are two, rounded: `2 hours`, `7 days`.

    A mail that waited some seconds in the queue still says two hours, not 119 minutes.
    """
    words = _words(lang)
    minutes = max(0, round(duration.total_seconds() / 60))
    if minutes >= 2 * MINUTES_PER_DAY - MINUTES_PER_HOUR:
        return _count(round(minutes / MINUTES_PER_DAY), words.day)
    if minutes >= 2 * MINUTES_PER_HOUR - 5:
        return _count(round(minutes / MINUTES_PER_HOUR), words.hour)
    return _count(minutes, words.minute)


def _count(number: int, unit: tuple[str, str]) -> str:
    one, many = unit
    return f"{number} {one if number == 1 else many}"


def _words(lang: str) -> _Words:
    return _WORDS.get(lang) or _WORDS[_FALLBACK]
