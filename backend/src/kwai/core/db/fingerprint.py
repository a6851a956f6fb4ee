"""Tells whether two copies of the data are the same, table by table."""

from hashlib import sha256

from kwai.core.db.criteria import Sql, Value
from kwai.core.db.database import Database
from kwai.core.db.migrations import VERSION_TABLE

_BATCH = 500
_SQLITE_TABLES = "SELECT `name` FROM sqlite_master WHERE `type` = 'table' ORDER BY `name`"
_MYSQL_TABLES = (
    "SELECT table_name AS `name` FROM information_schema.tables"
    " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name"
)
_SQLITE_KEY = ("SELECT `name` FROM pragma_table_info(", ") WHERE pk > 0 ORDER BY pk")
_MYSQL_KEY = (
    "SELECT column_name AS `name` FROM information_schema.key_column_usage"
    " WHERE table_schema = DATABASE() AND constraint_name = 'PRIMARY' AND table_name =",
    "ORDER BY ordinal_position",
)


async def fingerprint(database: Database) -> dict[str, str]:
    """Hash the rows of all tables in one picture of the data: `<rows>:<sha256>` by table."""
    names = await table_names(database)
    async with database.snapshot():
        return {name: await _hash_table(database, name) for name in names}


async def table_names(database: Database) -> list[str]:
    """List the tables that hold data."""
    is_sqlite = database.settings.engine == "sqlite"
    records = await database.fetch_all(Sql(_SQLITE_TABLES if is_sqlite else _MYSQL_TABLES))
    names = [str(record["name"]) for record in records]
    return [name for name in names if name != VERSION_TABLE and not name.startswith("sqlite_")]


async def _hash_table(database: Database, name: str) -> str:
    digest, count = sha256(), 0
    keys = await _primary_key(database, name)
    while True:
        query = database.create_query_factory().select().from_(name)
        # The order is that of the primary key, so a page deep in the table costs an index walk.
        for key in keys:
            query.order_by(key)
        records = await database.fetch_all(query.limit(_BATCH).offset(count))
        for record in records:
            # By name: a column that a migration added stands elsewhere in an older copy.
            digest.update(repr(sorted(record.items())).encode())
        count += len(records)
        if len(records) < _BATCH:
            return f"{count}:{digest.hexdigest()}"


async def _primary_key(database: Database, name: str) -> list[str]:
    """List the columns of the key: most tables have an id, those between two others have not."""
    is_sqlite = database.settings.engine == "sqlite"
    before, after = _SQLITE_KEY if is_sqlite else _MYSQL_KEY
    records = await database.fetch_all(Sql(before, Value(name), after))
    return [str(record["name"]) for record in records]
