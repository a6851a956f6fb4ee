"""Reads the texts of many owners at once; each context has a table of its own for them."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar
from uuid import UUID

from kwai.core.db.criteria import MAX_IN_LIST
from kwai.core.db.database import Database
from kwai.core.db.engine import KwaiQueryFactory, KwaiSelect
from kwai.core.db.pool.base import Record
from kwai.core.db.rows import ContentRow, OwnerRow, known_moment
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.identifier import IntIdentifier
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import LocaleText, Text
from kwai.core.domain.value_objects.unique_id import UniqueId

C = TypeVar("C", bound=ContentRow)

# Who wrote a text.
WritersTable = Table("users", OwnerRow)


async def load_texts(
    database: Database,
    table: Table[C],
    owner: str,
    ids: Sequence[int],
    *,
    with_writers: bool = True,
) -> dict[int, Text]:
    """Read the texts of these owners in one statement; `owner` is the column with their id.

    Who wrote a text is never shown: without the writers, only their ids are known.
    """
    texts: dict[int, dict[str, LocaleText]] = defaultdict(dict)
    find_writer = _read_writer if with_writers else _known_by_id
    for start in range(0, len(ids), MAX_IN_LIST):
        chunk = table.field(owner).in_list(ids[start : start + MAX_IN_LIST])
        query = _select(table, with_writers=with_writers).clone().where(chunk)
        for record in await database.fetch_all(query):
            row = table.map_row(record)
            content = row.create_content(find_writer(record, row.user_id))
            texts[getattr(row, owner)][row.locale] = content
    return {id_: Text(texts[id_]) for id_ in ids}


@cache
def _select(table: Table[Any], *, with_writers: bool) -> KwaiSelect:
    query = KwaiQueryFactory().select(table.columns).from_(table.table_name)
    if with_writers:
        writer = WritersTable.field("id").eq_field(table.column("user_id"))
        query.add_columns(WritersTable.columns)
        query.join(WritersTable.table_name, writer, "INNER")
    return query.order_by(table.column("locale")).settle()


def _read_writer(record: Record, _: int) -> Owner:
    return WritersTable(record).create_owner()


@lru_cache(maxsize=1024)
def _writer(user_id: int) -> Owner:
    return Owner(id=IntIdentifier(user_id), uuid=UniqueId(UUID(int=0)), name=Name())


def _known_by_id(_: Record, user_id: int) -> Owner:
    return _writer(user_id)


def content_values(content: LocaleText) -> dict[str, Any]:
    """Give the fields of a content row; the table adds the one that says of what."""
    trace = content.traceable_time
    return {
        "locale": content.locale,
        "format": content.format,
        "title": content.title,
        "content": content.content,
        "summary": content.summary,
        "html_summary": content.html_summary,
        "html_content": content.html_content,
        "user_id": content.author.id.value,
        "created_at": known_moment(trace.created_at),
        "updated_at": trace.updated_at.timestamp,
    }
