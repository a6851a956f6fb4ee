"""Links and meta of a page, by offset and by cursor."""

from collections.abc import Mapping, Sequence

from kwai.core.domain.resource_query import Page, ResourceQuery
from kwai.core.json_api.cursor import order_name
from kwai.core.json_api.links import RequestTarget, encode
from kwai.core.json_api.markers import PageRule

LARGEST_OFFSET = PageRule().largest_offset

PageMembers = tuple[Mapping[str, object], Mapping[str, object], Sequence[str]]
Positions = Sequence[Sequence[object]]


def page_members(
    resources: Sequence[object],
    query: ResourceQuery,
    target: RequestTarget,
    count: int | None,
    more: bool,
    positions: Positions,
) -> PageMembers:
    """Give the links, the meta and the cursors of the items of a collection."""
    total = len(resources) if count is None else count
    if query.page is None:
        return {}, {"count": total, "offset": 0, "limit": 0}, ()
    if query.page.is_cursor:
        return _cursor_members(positions, query, query.page, target, count, more)
    return (
        _offset_links(query.page, target, total),
        {"count": total, "offset": query.page.offset, "limit": query.page.limit},
        (),
    )


def _offset_links(page: Page, target: RequestTarget, total: int) -> Mapping[str, object]:
    prefix = f"{_prefix(target)}page%5Boffset%5D="
    limit, offset = page.limit, page.offset
    end = f"&page%5Blimit%5D={limit}"
    last = max(total - 1, 0) // limit * limit
    starts = {
        "first": 0,
        "last": last,
        "prev": min(max(offset - limit, 0), last) if offset else None,
        "next": offset + limit if offset + limit < total else None,
    }
    return {
        name: None
        if start is None or start > LARGEST_OFFSET
        else target.link(f"{prefix}{start}{end}")
        for name, start in starts.items()
    }


def _cursor_members(
    positions: Positions,
    query: ResourceQuery,
    page: Page,
    target: RequestTarget,
    count: int | None,
    more: bool,
) -> PageMembers:
    cursors = _write_cursors(positions, query, target)
    prefix = f"{_prefix(target)}page%5Bsize%5D={page.size}"
    has_previous = more if page.is_backwards else page.after is not None
    # What a cursor was made of lies on its other side.
    has_next = more or page.before is not None

    def link(direction: str, exists: bool, position: int) -> object:
        if not (exists and cursors):
            return None
        return target.link(f"{prefix}&{encode(((f'page[{direction}]', cursors[position]),))}")

    about: dict[str, object] = {} if count is None else {"total": count}
    if page.after is not None and page.before is not None and more:
        about["rangeTruncated"] = True
    links = {
        "first": target.link(prefix),
        "last": None,
        "prev": link("before", has_previous, 0),
        "next": link("after", has_next, -1),
    }
    return links, {"page": about} if about else {}, cursors


def _write_cursors(
    positions: Positions, query: ResourceQuery, target: RequestTarget
) -> Sequence[str]:
    if target.cursors is None:
        return ()
    order = order_name(query.type, query.sort)
    return [target.cursors.write(order, position) for position in positions]


def _prefix(target: RequestTarget) -> str:
    if not target.query:
        return f"{target.plain_url}?"
    others = tuple([each for each in target.query if not each[0].startswith("page[")])
    return f"{target.plain_url}?{encode(others)}&" if others else f"{target.plain_url}?"
