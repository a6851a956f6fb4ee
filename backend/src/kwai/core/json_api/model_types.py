"""Turns the kinds of values into pydantic types, for what is sent out and for what comes in.

A request is validated strictly from its bytes, so the types of single values are texts that are
converted afterwards: pydantic alone would take epoch numbers and naive moments.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, cast
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, create_model
from pydantic.fields import FieldInfo
from pydantic.json_schema import SkipJsonSchema, WithJsonSchema
from pydantic_core import MISSING, PydanticCustomError

from kwai.core.json_api.kinds import Kind, NestedField, kind_of, nested_fields
from kwai.core.json_api.markers import Attribute, Relationship
from kwai.core.json_api.texts import (
    CANONICAL_UUID,
    TIME,
    is_safe,
    parse_day,
    parse_moment,
    parse_time,
    parse_uuid,
)

LONGEST_TEXT = 65_536
LARGEST_INTEGER = 2**31 - 1

Mode = Literal["read", "write"]
STRICT = ConfigDict(extra="forbid", strict=True)


def model_type(kind: Kind, mode: Mode) -> Any:
    """The pydantic type of a value; None is part of it when the declaration allows that."""
    base = _base(kind, mode)
    constraints = tuple(_constraints(kind)) if mode == "write" else ()
    type_ = Annotated[(base, *constraints)] if constraints else base
    return Union[type_, None] if kind.optional else type_  # noqa: UP007  # built at run time


def _base(kind: Kind, mode: Mode) -> Any:
    if kind.form == "nested":
        return nested_type(cast(type, kind.type_), mode)
    if kind.form == "list":
        return list[model_type(kind.items[0], mode)]  # type: ignore[misc]  # built at run time
    if kind.form == "dict":
        key = str if mode == "read" else _text(())
        return dict[key, model_type(kind.items[0], mode)]  # type: ignore[misc,valid-type]  # as above
    if kind.form == "any":
        return JsonValue if mode == "read" else Annotated[JsonValue, AfterValidator(_safe_json)]
    if kind.form == "union":
        return Union[tuple(model_type(each, mode) for each in kind.items)]  # noqa: UP007  # as above
    return _single(kind, mode)


def _single(kind: Kind, mode: Mode) -> Any:
    format_ = _FORMATS.get(cast(type, kind.type_))
    if format_ is not None:
        return format_.read if mode == "read" else format_.write
    if mode == "read" or kind.form == "enum":
        return kind.type_
    if kind.type_ is str:
        return _text(kind.metadata)
    if kind.type_ is int:
        return _integer(kind.metadata)
    if kind.type_ is float:
        return Annotated[float, Field(allow_inf_nan=False)]
    return kind.type_


def _text(metadata: tuple[object, ...]) -> Any:
    if _has(metadata, "max_length"):
        return Annotated[str, AfterValidator(_safe_text)]
    return Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_safe_text)]


def _integer(metadata: tuple[object, ...]) -> Any:
    # An integer column holds no more, and orjson cannot write what exceeds 64 bits.
    bounds = {
        "ge": None if _has(metadata, "ge", "gt") else -LARGEST_INTEGER,
        "le": None if _has(metadata, "le", "lt") else LARGEST_INTEGER,
    }
    given: Any = {name: bound for name, bound in bounds.items() if bound is not None}
    return Annotated[int, Field(**given)] if given else int


def _has(metadata: tuple[object, ...], *names: str) -> bool:
    items = [each for one in metadata for each in (one, *getattr(one, "metadata", ()))]
    return any(getattr(each, name, None) is not None for each in items for name in names)


def _constraints(kind: Kind) -> "list[object]":
    constraints: list[object] = []
    for each in kind.metadata:
        if isinstance(each, FieldInfo):
            constraints.extend(each.metadata)
        elif not isinstance(each, Attribute | Relationship):
            constraints.append(each)
    return constraints


def _safe_text(text: str) -> str:
    if not is_safe(text):
        raise PydanticCustomError("unsafe_text", "Control characters are not allowed")
    return text


def _safe_json(value: JsonValue) -> JsonValue:
    waiting: list[Any] = [value]
    for each in waiting:
        if isinstance(each, str):
            _safe_text(each)
        elif isinstance(each, int) and not -(2**63) <= each < 2**63:
            raise PydanticCustomError("large_number", "Numbers have at most 64 bits")
        elif isinstance(each, dict):
            waiting.extend((*each.keys(), *each.values()))
        elif isinstance(each, list):
            waiting.extend(each)
    return value


class _Format:
    """A value that travels as a text of one form."""

    def __init__(
        self, parse: Callable[[str], object], expected: str, schema: dict[str, str]
    ) -> None:
        message: Any = f"Must be {expected}"

        def convert(text: str) -> object:
            try:
                return parse(text)
            except ValueError as problem:
                raise PydanticCustomError("bad_format", message) from problem

        shown = {"type": "string", **schema}
        self.read = Annotated[str, WithJsonSchema(shown)]
        self.write = Annotated[str, AfterValidator(convert), WithJsonSchema(shown)]


_FORMATS = {
    datetime: _Format(parse_moment, "a moment with time zone (RFC 3339)", {"format": "date-time"}),
    date: _Format(parse_day, "a day (YYYY-MM-DD)", {"format": "date"}),
    time: _Format(parse_time, "a time (HH:MM)", {"pattern": TIME}),
    UUID: _Format(parse_uuid, "a uuid", {"format": "uuid", "pattern": CANONICAL_UUID}),
}


@lru_cache(maxsize=512)
def nested_type(class_: type, mode: Mode) -> Any:
    """The model of a dataclass inside an attribute; what comes in becomes the dataclass again."""
    members = nested_fields(class_)
    fields = {each.name: _nested_field(each, mode) for each in members if _is_shown(each, mode)}
    name = class_.__name__ if mode == "read" else f"{class_.__name__}Write"
    model = create_model(name, __config__=STRICT, __doc__=_doc(class_), **fields)
    if mode == "read":
        return model
    return Annotated[model, AfterValidator(_builder(class_, members))]


def _is_shown(member: NestedField, mode: Mode) -> bool:
    return mode == "write" or not member.marker.write_only


def _nested_field(member: NestedField, mode: Mode) -> Any:
    if mode == "write" and member.marker.read_only:
        return IGNORED
    type_ = model_type(kind_of(member.annotation), mode)
    is_hidden = mode == "read" and member.marker.visible_to is not None
    is_optional = is_hidden or (mode == "write" and not member.is_required)
    return described(type_, member.marker, is_optional=is_optional)


def described(type_: Any, marker: Attribute, *, is_optional: bool) -> Any:
    """The definition of a model field; optional is told apart from nullable."""
    about: dict[str, Any] = {"description": marker.description} if marker.description else {}
    if marker.example is not None:
        about["examples"] = [marker.example]
    if is_optional:
        return (Union[type_, MISSING], Field(default=MISSING, **about))  # noqa: UP007  # built at run time
    return (type_, Field(**about))


UNSEEN: Any = SkipJsonSchema()  # type: ignore[type-arg]  # an instance, not the type

# Read-only members may come back in a request (U10): they are taken and thrown away.
IGNORED: Any = (Annotated[Any, UNSEEN], MISSING)


def _builder(class_: type, members: tuple[NestedField, ...]) -> Callable[[BaseModel], object]:
    writable = [each.name for each in members if not each.marker.read_only]

    def build(model: BaseModel) -> object:
        values = ((name, getattr(model, name)) for name in writable)
        return class_(**{name: value for name, value in values if value is not MISSING})

    return build


def _doc(class_: type) -> str | None:
    # A dataclass without docstring gets its signature as one: that is no description.
    doc = class_.__doc__ or ""
    return None if doc.startswith(f"{class_.__name__}(") else doc or None
