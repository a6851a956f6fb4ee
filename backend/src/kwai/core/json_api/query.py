"""Parses query parameters into a ResourceQuery: one error for each parameter that is wrong."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pydantic import BaseModel

from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api.cursor import Cursors
from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.errors import ErrorObject, JsonApiException, error, raise_if
from kwai.core.json_api.fieldsets import (
    parse_fields,
    visible_facts,
    visible_fields,
    wanted_paths,
)
from kwai.core.json_api.filters import parse_model
from kwai.core.json_api.include import parse_include
from kwai.core.json_api.paging import parse_page
from kwai.core.json_api.resource import Resource
from kwai.core.json_api.sorting import parse_sort

# The parsed queries that are kept, and how long the texts in one of them may be together.
_KEPT = 512
_LONGEST_KEPT = 400

_FAMILY = re.compile(r"(page|filter|fields)\[([a-z0-9_.]*)\]", re.ASCII)


@dataclass(slots=True)
class _Parameters:
    """The parameters of a request by family; what fits nowhere has become an error."""

    include: str = ""
    sort: str | None = None
    page: dict[str, str] = field(default_factory=dict)
    filter: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    errors: list[ErrorObject] = field(default_factory=list)


def parse_query(
    resource: object,
    items: Sequence[tuple[str, str]],
    *,
    roles: frozenset[str] = frozenset(),
    collection: bool = False,
    relationship: str | None = None,
    options: type[BaseModel] | None = None,
    profiles: Collection[str] = (),
    cursors: Cursors | None = None,
) -> ResourceQuery:
    """Parse decoded parameters; sort, filter and page belong to collections only.

    `relationship` is that of a relationship endpoint, whose include paths start with it.
    `options` has the custom parameters of the route. `cursors` reads what `render_list` gave out.

    People ask for the same lists again and again, so what short parameters mean is kept.
    """
    given = tuple(items)
    is_short = sum(len(name) + len(value) for name, value in given) <= _LONGEST_KEPT
    parse = _parse_query if is_short else _parse_query.__wrapped__
    return parse(
        resource, given, roles, collection, relationship, options, tuple(profiles), cursors
    )


@lru_cache(maxsize=_KEPT)
def _parse_query(
    resource: object,
    items: tuple[tuple[str, str], ...],
    roles: frozenset[str],
    collection: bool,
    relationship: str | None,
    options: type[BaseModel] | None,
    profiles: tuple[str, ...],
    cursors: Cursors | None,
) -> ResourceQuery:
    declared = resource_of(resource)
    if relationship is not None and not declared.is_visible(relationship, roles):
        detail = f"The relationship {relationship} takes another role."
        raise JsonApiException(error("forbidden", detail))
    given = _sort_out(items, declared, collection, options)
    errors = given.errors
    include = parse_include(declared, given.include, roles, relationship, errors)
    narrowed = parse_fields(declared, given.fields, roles, errors)
    sort = parse_sort(declared, given.sort, errors) if collection else ()
    page = parse_page(declared, given.page, sort, profiles, errors, cursors) if collection else None
    filters = _filters(declared, given, collection)
    chosen = _options(options, given)
    raise_if(errors)
    fields = visible_fields(declared, include, narrowed, roles)
    return ResourceQuery(
        type=declared.type,
        fields=fields,
        include=include,
        has_include=bool(given.include),
        sort=sort,
        filter=filters,
        page=page,
        options=chosen,
        linkage=frozenset((relationship,) if relationship else ()),
        facts=visible_facts(declared, include, roles),
        wanted=wanted_paths(declared, frozenset(fields.items()), include, sort, relationship),
    )


def _sort_out(
    items: Sequence[tuple[str, str]],
    resource: Resource,
    collection: bool,
    options: type[BaseModel] | None,
) -> _Parameters:
    given = _Parameters()
    counts = Counter(name for name, _ in items)
    for name, value in dict(items).items():
        if counts[name] > 1:
            detail = "The parameter may be given once."
            given.errors.append(error("repeated_parameter", detail, parameter=name))
        elif not _place(given, name, value, collection, options):
            given.errors.append(_unknown(name, resource))
    return given


def _place(
    given: _Parameters, name: str, value: str, collection: bool, options: type[BaseModel] | None
) -> bool:
    """Put a parameter into its family; False when there is none for it here."""
    if name == "include":
        given.include = value
        return True
    if name == "sort" and collection:
        given.sort = value
        return True
    if options is not None and name in options.model_fields:
        given.options[name] = value
        return True
    match = _FAMILY.fullmatch(name)
    if match is None or (match[1] != "fields" and not collection):
        return False
    family: dict[str, str] = getattr(given, match[1])
    family[match[2]] = value
    return True


def _unknown(name: str, resource: Resource) -> ErrorObject:
    detail = f"This parameter is not known here; see the documentation of {resource.type}."
    return error("unknown_parameter", detail, parameter=name)


def _filters(resource: Resource, given: _Parameters, collection: bool) -> dict[str, object]:
    if not collection:
        return {}
    model = resource.filters
    known = {} if model is None else model.model_fields
    given.errors += [
        error("unknown_filter", f"{resource.type} has no such filter.", parameter=f"filter[{name}]")
        for name in given.filter
        if name not in known
    ]
    if model is None:
        return {}
    texts = {name: text for name, text in given.filter.items() if name in known}
    names = {name: f"filter[{name}]" for name in texts}
    values, errors = parse_model(model, texts, names, "bad_filter")
    given.errors += errors
    return values


def _options(model: type[BaseModel] | None, given: _Parameters) -> dict[str, object]:
    if model is None:
        return {}
    names = {name: name for name in given.options}
    values, errors = parse_model(model, given.options, names, "bad_option")
    given.errors += errors
    return values
