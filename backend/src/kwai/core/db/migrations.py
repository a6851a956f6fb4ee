"""Which revision of the schema the code expects; known without importing Alembic."""

from pathlib import Path
from typing import TYPE_CHECKING

from kwai.core.db.exceptions import QueryException
from kwai.core.paths import find_migrations

if TYPE_CHECKING:
    from kwai.core.db.database import Database

VERSION_TABLE = "schema_version"


def revisions(folder: Path | None = None) -> tuple[str, ...]:
    """List the revision ids in order, from the file names `<id>_<slug>.py`."""
    files = ((folder or find_migrations()) / "versions").glob("[0-9]*_*.py")
    return tuple(sorted(file.name.partition("_")[0] for file in files))


async def current_revision(database: "Database") -> str | None:
    """Tell which revision the database has, None when it is empty."""
    query = database.create_query_factory().select("version_num").from_(VERSION_TABLE)
    try:
        record = await database.fetch_one(query)
    except QueryException:
        return None
    return None if record is None else str(record["version_num"])


async def is_at_head(database: "Database") -> bool:
    """Tell whether the database has the revision that this code was written for."""
    known = revisions()
    return bool(known) and await current_revision(database) == known[-1]
