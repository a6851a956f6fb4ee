"""The lists and documents of the floor: hand-written SQL, and one function per request."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench import floor_documents as documents
from kwai.core.db.pool import get_pool
from kwai.core.settings import Settings

Rows = Sequence[dict[str, Any]]

_TRAINING = """
SELECT id, definition_id, season_id, occurrence_date, start_date, end_date, active, cancelled,
       cancel_reason, location, created_at, updated_at, version FROM trainings
"""
_EVENTS = """
SELECT id, start_date, end_date, active, cancelled, cancel_reason, location, created_at,
       updated_at, version FROM trainings
"""
_MONTH = """
 WHERE active = 1 AND start_date >= {0} AND start_date < {0} ORDER BY start_date, id LIMIT 30
"""
_COUNT = (
    "SELECT COUNT(*) AS total FROM trainings WHERE active=1 AND start_date>={0} AND start_date<{0}"
)
_TEXTS = """
SELECT training_id, locale, format, title, summary, content, html_summary, html_content
  FROM training_contents WHERE training_id IN ({})
"""
_COACHES = """
SELECT l.training_id, l.head, c.id, c.first_name, c.last_name, c.active, c.created_at,
       c.updated_at, c.version
  FROM training_coaches l JOIN coaches c ON c.id = l.coach_id
 WHERE l.training_id IN ({}) ORDER BY l.training_id, l.position
"""
_TEAMS = """
SELECT l.training_id, t.id, t.name, t.active, t.created_at, t.updated_at, t.version
  FROM training_teams l JOIN teams t ON t.id = l.team_id
 WHERE l.training_id IN ({}) ORDER BY l.training_id, l.position
"""
_DEFINITIONS = """
SELECT id, name, description, weekday, start_time, end_time, timezone, location, active,
       exception_dates, team_id, season_id, created_at, updated_at, version
  FROM training_definitions WHERE id IN ({})
"""
_APPLICATIONS = """
SELECT id, name, title, short_description, description, news, pages, events, weight, created_at,
       updated_at, version, COUNT(*) OVER () AS total
  FROM applications ORDER BY weight, id LIMIT 25
"""
_STORIES = """
SELECT id, promotion, publish_date, application_id, created_at, updated_at, version
  FROM news_stories
"""
_PROMOTED = """
 WHERE enabled = 1 AND promotion > 0 AND publish_date <= {0}
   AND (end_date IS NULL OR end_date > {0})
   AND (promotion_end_date IS NULL OR promotion_end_date > {0})
"""
_NEWS_TEXTS = """
SELECT news_id, locale, format, title, summary, content, html_summary, html_content
  FROM news_contents WHERE news_id IN ({})
"""


class FloorLists:
    """Answers the requests that read."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._sign = "?" if settings.db.engine == "sqlite" else "%s"
        self._base = f"{settings.base_url}/api/v1"
        self._timezone = ZoneInfo(settings.website.timezone)

    def routes(self) -> list[Route]:
        """Give the routes of these requests."""
        return [
            Route("/api/v1/trainings", self.trainings),
            Route("/api/v1/trainings/{id}", self.training),
            Route("/api/v1/portal/news", self.stories),
            Route("/api/v1/portal/applications", self.applications),
        ]

    async def trainings(self, request: Request) -> Response:
        """P1 and P6."""
        between = self._month(request)
        is_bare = "fields[trainings]" in request.query_params
        lease = await get_pool(self._settings.db).lease(write=False)
        try:
            month = (_EVENTS if is_bare else _TRAINING) + _MONTH
            rows = (await lease.run(month.format(self._sign), between)).records
            count = await lease.run(_COUNT.format(self._sign), between)
            total = int(count.records[0]["total"])
            if is_bare:
                data = [documents.bare_training(self._base, row) for row in rows]
                return _answer(self._page(request, "/trainings", data, total))
            return _answer(await self._full(request, lease.run, rows, total))
        finally:
            lease.release()

    async def _full(
        self, request: Request, run: Callable[..., Awaitable[Any]], rows: Rows, total: int
    ) -> dict[str, Any]:
        ids = [row["id"] for row in rows]
        read = {}
        for name, sql in (("texts", _TEXTS), ("coaches", _COACHES), ("teams", _TEAMS)):
            read[name] = (await run(self._marks(sql, ids), ids)).records
        wanted = list({row["definition_id"]: None for row in rows if row["definition_id"]})
        definitions = (await run(self._marks(_DEFINITIONS, wanted), wanted)).records
        texts, coaches, teams = (_by(read[name], "training_id") for name in read)
        base = self._base
        data = [
            documents.training(base, row, texts[row["id"]], coaches[row["id"]], teams[row["id"]])
            for row in rows
        ]
        included = list({row["id"]: documents.coach(base, row) for row in read["coaches"]}.values())
        included += {row["id"]: documents.team(base, row) for row in read["teams"]}.values()
        included += [documents.definition(base, row, orjson.loads) for row in definitions]
        return self._page(request, "/trainings", data, total) | {"included": included}

    async def training(self, request: Request) -> Response:
        """P2."""
        id_ = int(request.path_params["id"])
        lease = await get_pool(self._settings.db).lease(write=False)
        try:
            where = f"{_TRAINING} WHERE id = {self._sign} AND active = 1"
            row = (await lease.run(where, (id_,))).records[0]
            texts = (await lease.run(_TEXTS.format(self._sign), (id_,))).records
        finally:
            lease.release()
        data = documents.training(self._base, row, texts, None, None)
        return _answer(documents.single(self._base, f"/trainings/{id_}", data))

    async def stories(self, request: Request) -> Response:
        """P3."""
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        where = _PROMOTED.format(self._sign)
        newest = " ORDER BY promotion DESC, publish_date DESC, id DESC LIMIT 10"
        lease = await get_pool(self._settings.db).lease(write=False)
        try:
            rows = (await lease.run(_STORIES + where + newest, (now, now, now))).records
            counting = f"SELECT COUNT(*) AS total FROM news_stories {where}"
            total = (await lease.run(counting, (now, now, now))).records[0]["total"]
            ids = [row["id"] for row in rows]
            texts = (await lease.run(self._marks(_NEWS_TEXTS, ids), ids)).records
        finally:
            lease.release()
        # The reader asked for no language, so that of the club is the first one.
        by_story = _by(sorted(texts, key=lambda text: text["locale"] != "nl"), "news_id")
        data = [documents.story(self._base, row, by_story[row["id"]]) for row in rows]
        return _answer(self._page(request, "/portal/news", data, total, 10))

    async def applications(self, request: Request) -> Response:
        """P4."""
        lease = await get_pool(self._settings.db).lease(write=False)
        try:
            rows = (await lease.run(_APPLICATIONS, ())).records
        finally:
            lease.release()
        data = [documents.application(self._base, row) for row in rows]
        return _answer(self._page(request, "/portal/applications", data, rows[0]["total"], 25))

    def _month(self, request: Request) -> tuple[str, str]:
        year, month = (int(request.query_params[f"filter[{name}]"]) for name in ("year", "month"))
        after = (year + 1, 1) if month == 12 else (year, month + 1)
        start, end = (datetime(*each, 1, tzinfo=self._timezone) for each in ((year, month), after))
        return _utc(start), _utc(end)

    def _marks(self, sql: str, ids: Sequence[int]) -> str:
        return sql.format(",".join([self._sign] * len(ids)))

    def _page(
        self, request: Request, path: str, data: list[Any], total: int, limit: int = 30
    ) -> dict[str, Any]:
        return documents.page(self._base, path, request.url.query, data, total, limit)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _by(rows: Rows, name: str) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row[name]].append(row)
    return found


def _answer(document: dict[str, Any]) -> Response:
    return Response(orjson.dumps(document), media_type="application/vnd.api+json")
