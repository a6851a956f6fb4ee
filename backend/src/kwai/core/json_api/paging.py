"""The `page` parameters, for offsets and for the cursor pagination profile."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from kwai.core.domain.resource_query import Page, SortKey
from kwai.core.json_api.cursor import CursorError, Cursors, order_name
from kwai.core.json_api.errors import ErrorObject, error
from kwai.core.json_api.markers import PageRule
from kwai.core.json_api.negotiation import CURSOR_PAGINATION
from kwai.core.json_api.resource import Resource

_OFFSET_NAMES = frozenset({"offset", "limit"})
_CURSOR_NAMES = frozenset({"size", "after", "before"})
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)


def parse_page(
    resource: Resource,
    given: Mapping[str, str],
    sort: tuple[SortKey, ...],
    profiles: Collection[str],
    errors: list[ErrorObject],
    cursors: Cursors | None = None,
) -> Page | None:
    """Read the page, or None when the collection is not paginated."""
    rule = resource.page
    known = _known_names(rule)
    errors += [_unknown(name) for name in given if name not in known]
    if rule is None or not given.keys() <= known:
        return None
    is_cursor = bool(given.keys() & _CURSOR_NAMES)
    if is_cursor and given.keys() & _OFFSET_NAMES:
        names = sorted(given.keys() & _OFFSET_NAMES)
        detail = "An offset page and a cursor page exclude each other."
        errors += [_bad(name, detail) for name in names]
        return None
    if is_cursor or (rule.cursor and not given and CURSOR_PAGINATION in profiles):
        return _cursor_page(resource, rule, given, sort, errors, cursors)
    return _offset_page(rule, given, errors)


def _known_names(rule: PageRule | None) -> frozenset[str]:
    if rule is None:
        return frozenset()
    return _OFFSET_NAMES | _CURSOR_NAMES if rule.cursor else _OFFSET_NAMES


def _unknown(name: str) -> ErrorObject:
    detail = "This collection is not paged that way."
    return error("unknown_parameter", detail, parameter=f"page[{name}]")


def _bad(name: str, detail: str, kind: str | None = None, **meta: object) -> ErrorObject:
    links = {"type": f"{CURSOR_PAGINATION}/{kind}"} if kind else None
    return replace(error("bad_page", detail, parameter=f"page[{name}]", links=links), meta=meta)


def _offset_page(rule: PageRule, given: Mapping[str, str], errors: list[ErrorObject]) -> Page:
    offset = _number(given.get("offset", "0"))
    if offset is None:
        errors.append(_bad("offset", "The offset must be a whole number from 0."))
    elif offset > rule.largest_offset:
        detail = f"Offsets end at {rule.largest_offset}; read on with cursors (page[after])."
        errors.append(_bad("offset", detail))
    limit = _number(given.get("limit", "0"))
    if limit is None or limit > rule.maximum:
        errors.append(_bad("limit", f"The limit must be a number from 1 to {rule.maximum}."))
    return Page(offset=offset or 0, limit=limit or rule.default)


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None


def _cursor_page(
    resource: Resource,
    rule: PageRule,
    given: Mapping[str, str],
    sort: tuple[SortKey, ...],
    errors: list[ErrorObject],
    cursors: Cursors | None,
) -> Page:
    limit = _size(rule, given.get("size"), errors)
    if not sort:
        errors[:] = map(_with_kind, errors)
        return Page(limit=limit, is_cursor=True)
    order = order_name(resource.type, sort)
    return Page(
        limit=limit,
        after=_position("after", given, order, errors, cursors),
        before=_position("before", given, order, errors, cursors),
        is_cursor=True,
    )


def _size(rule: PageRule, text: str | None, errors: list[ErrorObject]) -> int:
    if text is None:
        return rule.default
    size = _number(text) or 0
    # More digits than _number reads are still a number, only too large a one.
    if size > rule.maximum or (len(text) > 9 and text.isascii() and text.isdigit()):
        detail = f"The size is at most {rule.maximum}."
        page = {"maxSize": rule.maximum}
        errors.append(_bad("size", detail, "max-size-exceeded", page=page))
    elif size == 0:
        detail = "The size must be a whole number from 1."
        errors.append(_bad("size", detail, "invalid-parameter-value"))
    return size


def _with_kind(problem: ErrorObject) -> ErrorObject:
    """An order that we do not have is an error with a type of its own in the profile."""
    if problem.code != "unsupported_sort":
        return problem
    return replace(problem, links={"type": f"{CURSOR_PAGINATION}/unsupported-sort"})


def _position(
    name: str,
    given: Mapping[str, str],
    order: str,
    errors: list[ErrorObject],
    cursors: Cursors | None,
) -> tuple[object, ...] | None:
    if name not in given:
        return None
    try:
        if cursors is None:
            raise CursorError("No cursor was ever given out here.")
        return cursors.read(order, given[name])
    except CursorError as problem:
        errors.append(_bad(name, str(problem), "invalid-parameter-value"))
        return None
