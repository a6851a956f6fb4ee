"""Takes annotations apart: what is optional, what is a list, and of what."""

import types
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Union, get_args, get_origin

_LISTS = (list, tuple, Sequence, Iterable, Iterator)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """An annotation without its wrappers; `base` is what a value or an item of it is."""

    base: object
    origin: object
    arguments: tuple[object, ...]
    optional: bool
    is_list: bool
    metadata: tuple[object, ...]


def shape_of(annotation: object) -> Shape:
    """Peel Annotated, None and one list off an annotation."""
    inner, optional, metadata = peel(annotation)
    is_list = get_origin(inner) in _LISTS
    if is_list:
        inner, _, below = peel(get_args(inner)[0])
        metadata += below
    return Shape(
        base=inner,
        origin=get_origin(inner),
        arguments=get_args(inner),
        optional=optional,
        is_list=is_list,
        metadata=metadata,
    )


def peel(annotation: object) -> tuple[object, bool, tuple[object, ...]]:
    """Separate the type from whether None is allowed and from the Annotated metadata."""
    optional, metadata = False, ()
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *found = get_args(annotation)
            metadata = (*metadata, *found)
        elif is_union(annotation) and type(None) in get_args(annotation):
            annotation, optional = _without_none(annotation), True
        else:
            return annotation, optional, metadata


def is_union(annotation: object) -> bool:
    """Both spellings of a union, `X | Y` and `Union[X, Y]`."""
    return get_origin(annotation) in (Union, types.UnionType)


def _without_none(annotation: object) -> object:
    others = tuple(each for each in get_args(annotation) if each is not type(None))
    return Union[others]  # noqa: UP007  # a union built at run time
