"""What a value of an attribute can be: one small description that everything is made from."""

import dataclasses
import enum
import types
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin, get_type_hints
from uuid import UUID

from kwai.core.json_api.annotations import is_union, peel, shape_of
from kwai.core.json_api.errors import DeclarationError
from kwai.core.json_api.markers import Attribute

_SCALARS = (str, int, float, bool, date, UUID, type(None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How a value is written and read: `form` decides, the rest belongs to single forms."""

    form: Literal["scalar", "moment", "time", "enum", "list", "dict", "nested", "any", "union"]
    type_: object = None
    optional: bool = False
    metadata: tuple[object, ...] = ()
    items: "tuple[Kind, ...]" = ()

    @property
    def is_plain(self) -> bool:
        """Whether orjson writes the value as the contract wants it."""
        if self.form in ("list", "dict", "union"):
            return all(item.is_plain for item in self.items)
        return self.form in ("scalar", "enum", "any")


@dataclass(frozen=True, slots=True, kw_only=True)
class NestedField:
    """A member of an object inside an attribute."""

    name: str
    annotation: object
    is_required: bool
    marker: Attribute

    @property
    def is_writable(self) -> bool:
        """Whether a request may set it."""
        return not self.marker.read_only


def kind_of(annotation: object) -> Kind:
    """Describe an annotation; a type that has no place in a document is a declaration error."""
    inner, optional, metadata = peel(annotation)
    form, type_, items = _form_of(inner)
    return Kind(form=form, type_=type_, optional=optional, metadata=metadata, items=items)


_Form = tuple[Any, object, tuple[Kind, ...]]


def _form_of(inner: object) -> _Form:
    if inner in (Any, object):
        return "any", None, ()
    if is_union(inner):
        return "union", inner, _union_items(inner)
    origin, arguments = get_origin(inner), get_args(inner)
    if origin is Literal:
        return "scalar", inner, ()
    if shape_of(inner).is_list:
        return "list", list, (kind_of(arguments[0]),)
    if origin in (dict, Mapping) and arguments[0] is str:
        return "dict", dict, (kind_of(arguments[1]),)
    if isinstance(inner, type) and origin is None:
        return _class_form(inner)
    raise DeclarationError(f"{inner!r} cannot be the value of an attribute.")


def _class_form(class_: type) -> _Form:
    if issubclass(class_, datetime):
        return "moment", class_, ()
    if issubclass(class_, time):
        return "time", class_, ()
    if issubclass(class_, enum.Enum):
        return "enum", class_, ()
    if class_ in _SCALARS:
        return "scalar", class_, ()
    if class_ in (list, dict):
        return "list" if class_ is list else "dict", class_, (Kind(form="any"),)
    if dataclasses.is_dataclass(class_):
        return "nested", class_, ()
    raise DeclarationError(f"{class_.__qualname__} cannot be the value of an attribute.")


def _union_items(union: object) -> tuple[Kind, ...]:
    items = tuple(kind_of(each) for each in get_args(union))
    if not all(item.is_plain for item in items):
        raise DeclarationError(f"{union!r}: only plain values can share an attribute.")
    return items


@lru_cache(maxsize=512)
def nested_fields(class_: type) -> tuple[NestedField, ...]:
    """The public members of a dataclass inside an attribute, in their order."""
    hints = get_type_hints(class_, include_extras=True)
    return tuple(
        _nested_field(each, hints[each.name])
        for each in dataclasses.fields(class_)
        if not each.name.startswith("_")
    )


def _nested_field(item: "dataclasses.Field[Any]", annotation: object) -> NestedField:
    marker = marker_in(annotation, Attribute) or Attribute()
    return NestedField(
        name=item.name,
        annotation=annotation,
        is_required=is_required(item),
        marker=marker,
    )


def is_required(item: "dataclasses.Field[Any]") -> bool:
    """A field without any default must be in a request."""
    missing = dataclasses.MISSING
    return item.default is missing and item.default_factory is missing


_T = Any


def marker_in(annotation: object, marker: type[_T]) -> _T | None:
    """The first marker of this class in the metadata of an annotation."""
    if isinstance(annotation, types.NoneType):
        return None
    found = (each for each in peel(annotation)[2] if isinstance(each, marker))
    return next(found, None)
