"""Reads the texts of many owners at once; each context has a table of its own for them."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar

from kwai.core.db.database import Database
from kwai.core.db.rows import ContentRow, OwnerRow, known_moment
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.owner import Owner
from kwai.core.domain.value_objects.text import LocaleText, Text

C = TypeVar("C", bound=ContentRow)

# Who wrote a text.
WritersTable = Table("users", OwnerRow)


async def load_texts(
    database: Database, table: Table[C], owner: str, ids: Sequence[int]
) -> dict[int, Text]:
    """Read the texts of these owners in one statement; `owner` is the column with their id."""
    texts: dict[int, dict[str, LocaleText]] = defaultdict(dict)
    writers: dict[int, Owner] = {}
    if ids:
        query = database.create_query_factory().select(table.columns, WritersTable.columns)
        writer = WritersTable.field("id").eq_field(table.column("user_id"))
        query.from_(table.table_name).join(WritersTable.table_name, writer, "INNER")
        query.where(table.field(owner).in_list(ids)).order_by(table.column("id"))
        for record in await database.fetch_all(query):
            row = table(record)
            if row.user_id not in writers:
                writers[row.user_id] = WritersTable(record).create_owner()
            content = row.create_content(writers[row.user_id])
            texts[getattr(row, owner)][row.locale] = content
    return {id_: Text(texts[id_]) for id_ in ids}


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
