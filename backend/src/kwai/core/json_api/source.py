"""Writes the expressions of generated serializers; only declared names ever get into them."""

from datetime import UTC, datetime
from typing import NoReturn, cast
from urllib.parse import quote

from orjson import Fragment

from kwai.core.json_api.kinds import Kind, kind_of, nested_fields
from kwai.core.json_api.markers import NOT_LOADED


class Source:
    """One generated function in the making: its temporary names and the objects it uses."""

    def __init__(self) -> None:
        self.names: dict[str, object] = {
            "UTC": UTC,
            "NOT_LOADED": NOT_LOADED,
            "Fragment": Fragment,
            "to_utc": to_utc,
            "escaped": escaped,
            "not_loaded": not_loaded,
        }
        self._temporaries = 0

    def temporary(self) -> str:
        """A name that nothing else in the function has."""
        self._temporaries += 1
        return f"t{self._temporaries}"

    def value(self, kind: Kind, expression: str) -> str:
        """The expression that gives a value as it stands in a document.

        Comprehensions read `expression` as it is: an assignment is no legal iterable.
        """
        if kind.is_plain:
            return expression
        if kind.form == "moment":
            return self._moment(kind, expression)
        if kind.form in ("list", "dict") and not kind.optional:
            return self._container(kind, expression)
        name = self.temporary()
        converted = self._converted(kind, name)
        return f"(None if ({name} := {expression}) is None else {converted})"

    def _moment(self, kind: Kind, expression: str) -> str:
        # Nearly every moment is in UTC already: the comparison is cheaper than a call.
        name = self.temporary()
        assigned = f"({name} := {expression})"
        if kind.optional:
            converted = f"{name} if {name}.tzinfo is UTC else to_utc({name})"
            return f"(None if {assigned} is None else {converted})"
        return f"({name} if {assigned}.tzinfo is UTC else to_utc({name}))"

    def _converted(self, kind: Kind, name: str) -> str:
        if kind.form == "time":
            return f'{name}.isoformat("minutes")'
        if kind.form == "nested":
            return self.nested(cast(type, kind.type_), name)
        return self._container(kind, name)

    def _container(self, kind: Kind, expression: str) -> str:
        item = self.temporary()
        value = self.value(kind.items[0], item)
        if kind.form == "list":
            return f"[{value} for {item} in {expression}]"
        key = self.temporary()
        return f"{{{key}: {value} for {key}, {item} in {expression}.items()}}"

    def nested(self, class_: type, expression: str, names: frozenset[str] | None = None) -> str:
        """An object literal with the members of a dataclass, or with these of them."""
        shown = [
            each
            for each in nested_fields(class_)
            if not each.marker.write_only and (names is None or each.name in names)
        ]
        parts = (
            f'"{each.name}": {self.value(kind_of(each.annotation), f"{expression}.{each.name}")}'
            for each in shown
        )
        return f"{{{', '.join(parts)}}}"


def to_utc(moment: datetime) -> datetime:
    """Moments leave in UTC; one without zone is UTC already, as everything inside."""
    return moment.astimezone(UTC) if moment.tzinfo else moment


class NotLoadedError(RuntimeError):
    """A relationship had to be shown that the repository did not load: a fault of ours."""


def not_loaded(name: str) -> NoReturn:
    """What generated code calls instead of raising in an expression."""
    raise NotLoadedError(name)


def escaped(id_: str) -> str:
    """An id as a segment of a path."""
    return quote(id_, safe="")
