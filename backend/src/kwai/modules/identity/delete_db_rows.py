"""Deletes what was kept long enough, some rows at a time."""

from kwai.core.db.criteria import KwaiField
from kwai.core.db.database import Database
from kwai.core.db.statements import KwaiSelect


async def delete_db_rows(database: Database, table_name: str, query: KwaiSelect, limit: int) -> int:
    """Delete the first rows of a query that selects ids; tells how many it was.

    The ids are selected first, because no engine we run on both deletes with a limit.
    """
    records = await database.fetch_all(query.limit(limit))
    ids = [record["id"] for record in records]
    if not ids:
        return 0
    deletion = database.create_query_factory().delete(table_name)
    return await database.change(deletion.where(KwaiField("id").in_list(ids)))
