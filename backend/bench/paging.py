"""The first page of all trainings, and one at their end that a cursor leads to."""

import asyncio
import json
from datetime import datetime

from bench.load import request
from bench.stage import Stage
from kwai.core.db.criteria import Sql
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database
from kwai.core.settings import Settings

FIRST = "/api/v1/trainings?page%5Bsize%5D=30&sort=start_date"
_NEAR_THE_END = "SELECT start_date FROM trainings ORDER BY start_date DESC, id LIMIT 1 OFFSET 100"


def deep_paths(stage: Stage) -> list[str]:
    """Give the paths of both pages; the cursor is of the page that holds the last hundred."""
    end = asyncio.run(_find_end(stage.settings))
    filtered = f"{FIRST}&filter%5Bstart%5D={end:%Y-%m-%dT%XZ}"
    page = json.loads(request(stage.kwai.port, filtered, {})[1])
    cursor = page["links"]["next"].rpartition("page%5Bafter%5D=")[2].partition("&")[0]
    return [FIRST, f"{FIRST}&page%5Bafter%5D={cursor}"]


async def _find_end(settings: Settings) -> datetime:
    async with create_database(settings.db).unit(read_only=True) as database:
        rows = await database.fetch_all(Sql(_NEAR_THE_END))
    await close_pools(settings.db)
    return datetime.fromisoformat(str(rows[0]["start_date"]))
