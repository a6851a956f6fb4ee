"""Asks an engine how it would read a query."""

import re
from typing import Any

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database


async def scanned_tables(database: Database, query: Any) -> set[str]:
    """Name the tables of which a query reads every row, or every entry of an index.

    Ask it with many rows in the tables: of a few, every engine reads all.
    """
    if database.settings.engine == "sqlite":
        records = await database.fetch_all(Sql("EXPLAIN QUERY PLAN", query))
        found = [re.match(r"SCAN (\w+)", str(record["detail"])) for record in records]
        return {match.group(1) for match in found if match}
    records = await database.fetch_all(Sql("EXPLAIN", query))
    return {
        str(record["table"])
        for record in records
        if record["type"] in {"ALL", "index"} and not str(record["table"]).startswith("<")
    }


async def sorts_rows(database: Database, query: Any) -> bool:
    """Tell whether rows are put in order after they are read, instead of by an index."""
    if database.settings.engine == "sqlite":
        records = await database.fetch_all(Sql("EXPLAIN QUERY PLAN", query))
        # `FOR LAST TERM OF ORDER BY` sorts only rows that are equal so far.
        return any("TEMP B-TREE FOR ORDER" in str(record["detail"]) for record in records)
    records = await database.fetch_all(Sql("EXPLAIN", query))
    return any("filesort" in str(record["Extra"]) for record in records)
