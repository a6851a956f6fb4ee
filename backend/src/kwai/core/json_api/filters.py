"""Filters: a pydantic model whose fields are the parameters `filter[name]`."""

import enum
import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Annotated, Any, Literal, cast, get_args, get_origin
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from kwai.core.json_api.errors import ErrorObject, error
from kwai.core.json_api.kinds import Kind, kind_of
from kwai.core.json_api.markers import Requires
from kwai.core.json_api.texts import (
    is_safe,
    parse_day,
    parse_moment,
    parse_time,
    parse_uuid,
    succeeds,
)

LONGEST_LIST = 100

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?", re.ASCII)
_BOOLEANS = {"true": True, "false": False}


class FilterModel(BaseModel):
    """Base of the filters of a collection; every field is optional.

    It works as a FastAPI dependency too: the signature has the exact parameter names.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Give the subclass its signature."""
        cls.__signature__ = aliased_signature(cls, "filter")


def aliased_signature(model: type[BaseModel], family: str) -> inspect.Signature:
    """A signature whose parameters are `family[name]`: FastAPI ignores the aliases of a model."""
    parameters = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=Annotated[field.annotation, Field(alias=f"{family}[{name}]")],
        )
        for name, field in model.model_fields.items()
    ]
    return inspect.Signature(parameters)


class _BadText(ValueError):
    """A text that is no value of the filter's type; the message says what would be."""


def parse_model(
    model: type[BaseModel], texts: Mapping[str, str], names: Mapping[str, str], code: str
) -> tuple[dict[str, object], list[ErrorObject]]:
    """Turn texts into the typed values of a model.

    `names` are the full parameter names by field, `code` the error code of a bad value.
    """
    values: dict[str, Any] = {}
    errors: list[ErrorObject] = []
    for name, text in texts.items():
        try:
            values[name] = _to_json(_kind(model.model_fields[name]), text)
        except _BadText as problem:
            errors.append(error(code, str(problem), parameter=names[name]))
    errors.extend(_missing_companions(model, texts, names, code))
    if errors:
        return {}, errors
    return _validated(model, values, names, code)


def _validated(
    model: type[BaseModel], values: Mapping[str, Any], names: Mapping[str, str], code: str
) -> tuple[dict[str, object], list[ErrorObject]]:
    try:
        found = model.model_validate_json(orjson.dumps(values), strict=True)
    except ValidationError as problem:
        return {}, list(_model_errors(problem, names, code))
    shown = {name: getattr(found, name) for name in model.model_fields}
    return {name: value for name, value in shown.items() if value is not None}, []


def _model_errors(
    problem: ValidationError, names: Mapping[str, str], code: str
) -> Iterator[ErrorObject]:
    seen: set[str] = set()
    for each in problem.errors(include_url=False, include_input=False, include_context=False):
        field = str(each["loc"][0]) if each["loc"] else ""
        parameter = names.get(field) or next(iter(names.values()))
        if parameter not in seen:
            seen.add(parameter)
            yield error(code, f"{parameter}: the value is not allowed.", parameter=parameter)


def _missing_companions(
    model: type[BaseModel], texts: Mapping[str, str], names: Mapping[str, str], code: str
) -> Iterator[ErrorObject]:
    for name in texts:
        for rule in _requirements(model.model_fields[name]):
            missing = [other for other in rule.names if other not in texts]
            if missing:
                needed = ", ".join(f"filter[{other}]" for other in missing)
                yield error(code, f"{names[name]} needs {needed}.", parameter=names[name])


def _requirements(field: FieldInfo) -> Iterator[Requires]:
    return (each for each in field.metadata if isinstance(each, Requires))


def _kind(field: FieldInfo) -> Kind:
    return kind_of(field.annotation)


def _to_json(kind: Kind, text: str) -> Any:
    if not is_safe(text):
        raise _BadText("The value holds characters that are not allowed.")
    if kind.form != "list":
        return _single(kind, text)
    parts = text.split(",")
    if len(parts) > LONGEST_LIST:
        raise _BadText(f"At most {LONGEST_LIST} values are allowed.")
    return [_single(kind.items[0], part) for part in parts]


def _single(kind: Kind, text: str) -> Any:
    if get_origin(kind.type_) is Literal:
        return _choice([str(each) for each in get_args(kind.type_)], get_args(kind.type_), text)
    if kind.form == "enum":
        values = [each.value for each in cast(type[enum.Enum], kind.type_)]
        return _choice([str(each) for each in values], values, text)
    is_valid, expected, convert = _TEXTS.get(cast(type, kind.type_), _TEXTS[str])
    if not is_valid(text):
        raise _BadText(f"The value must be {expected}.")
    return convert(text)


def _choice(names: Sequence[str], values: Sequence[object], text: str) -> object:
    if text not in names:
        raise _BadText(f"The value must be one of {', '.join(names)}.")
    return values[names.index(text)]


_Reader = tuple[Callable[[str], bool], str, Callable[[str], object]]

_TEXTS: Mapping[type, _Reader] = {
    str: (bool, "a text that is not empty", str),
    bool: (_BOOLEANS.__contains__, "true or false", _BOOLEANS.__getitem__),
    int: (lambda text: _INTEGER.fullmatch(text) is not None, "a whole number", int),
    float: (lambda text: _NUMBER.fullmatch(text) is not None, "a number", float),
    datetime: (partial(succeeds, parse_moment), "a moment with time zone (RFC 3339)", str),
    date: (partial(succeeds, parse_day), "a day (YYYY-MM-DD)", str),
    time: (partial(succeeds, parse_time), "a time (HH:MM)", str),
    UUID: (partial(succeeds, parse_uuid), "a uuid", str),
}
