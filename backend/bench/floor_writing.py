"""P8 of the floor: a training is stored with its text, coaches and teams, if nothing is taken."""

import unicodedata
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

from bench import floor_documents as documents
from bench.floor_user import FloorUser
from kwai.core.db.pool import get_pool
from kwai.core.settings import Settings
from kwai.core.text.markdown import render_markdown
from kwai.core.text.sanitiser import Sanitiser

Rows = Sequence[Sequence[Any]]
_LOCK = "SELECT id FROM schedule_lock WHERE id = 1"
_CLASHES = """
SELECT t.id, t.location, c.coach_id, m.team_id FROM trainings t
  LEFT JOIN training_coaches c ON c.training_id = t.id
  LEFT JOIN training_teams m ON m.training_id = t.id
 WHERE t.cancelled = 0 AND t.start_date > {0} AND t.start_date < {0} AND t.end_date > {0}
"""
_LONGEST = timedelta(days=1)
_TRAINING = (
    "uuid", "start_date", "end_date", "duration", "active", "cancelled", "cancel_reason",
    "location", "location_key", "remark", "edited", "version", "created_at",
)  # fmt: skip
_TEXT = (
    "locale", "format", "title", "summary", "content", "html_summary", "html_content", "user_id",
    "created_at", "training_id",
)  # fmt: skip
_COACH = ("training_id", "coach_id", "head", "present", "payed", "position")
_TEAM = ("training_id", "team_id", "position")
_CHANGE = (
    "at", "actor_id", "actor_kind", "request_id", "entity", "entity_id", "version", "action",
    "changes",
)  # fmt: skip


class TakenError(Exception):
    """A coach, a team or the place is taken at that time."""


class FloorWriting:
    """Answers the request that writes."""

    def __init__(self, settings: Settings, user: FloorUser) -> None:
        self._settings = settings
        self._user = user
        self._sanitiser = Sanitiser(settings.base_url)
        self._is_sqlite = settings.db.engine == "sqlite"
        self._sign = "?" if self._is_sqlite else "%s"

    async def create(self, request: Request) -> Response:
        """P8."""
        asked = orjson.loads(await request.body())["data"]
        lease = await get_pool(self._settings.db).lease(write=True)
        try:
            user = await self._user.find(request, lease)
            await lease.begin()
            document = await self._create(lease, user["id"], asked)
            await lease.commit()
        except TakenError:
            await lease.rollback()
            return Response(status_code=HTTPStatus.CONFLICT)
        finally:
            lease.release()
        return Response(
            orjson.dumps(document),
            status_code=HTTPStatus.CREATED,
            media_type="application/vnd.api+json",
        )

    async def _create(self, lease: Any, user: int, asked: dict[str, Any]) -> dict[str, Any]:
        attributes, links = asked["attributes"], asked["relationships"]
        event = attributes["event"]
        coaches, teams = ([int(e["id"]) for e in links[n]["data"]] for n in ("coaches", "teams"))
        await lease.run(_LOCK if self._is_sqlite else f"{_LOCK} FOR UPDATE", ())
        for table, ids in (("coaches", coaches), ("teams", teams)):
            marks = ",".join([self._sign] * len(ids))
            found = await lease.run(f"SELECT id FROM {table} WHERE id IN ({marks})", ids)
            assert len(found.records) == len(ids)
        start, end = (datetime.fromisoformat(event[name]) for name in ("start_date", "end_date"))
        await self._check(lease, start, end, event["location"], coaches, teams)
        now = _utc(datetime.now(UTC))
        row = (
            str(uuid.uuid4()), _utc(start), _utc(end), int((end - start).total_seconds()), 1, 0,
            "", event["location"], event["location"].lower(), "", "", 1, now,
        )  # fmt: skip
        id_ = (await self._insert(lease, "trainings", _TRAINING, [row])).last_id
        texts = [self._text(each) for each in attributes["contents"]]
        values = [(*text.values(), user, now, id_) for text in texts]
        await self._insert(lease, "training_contents", _TEXT, values)
        held_by = [(id_, coach, 0, 0, 0, n) for n, coach in enumerate(coaches)]
        await self._insert(lease, "training_coaches", _COACH, held_by)
        held_for = [(id_, team, n) for n, team in enumerate(teams)]
        await self._insert(lease, "training_teams", _TEAM, held_for)
        changes = orjson.dumps([row, values, held_by, held_for]).decode()
        change = (now, user, "user", None, "trainings", id_, 1, "created", changes)
        await self._insert(lease, "change_log", _CHANGE, [change])
        shown = dict(zip(_TRAINING, row, strict=True)) | {"id": id_, "updated_at": None}
        return documents.created(f"{self._settings.base_url}/api/v1", shown, texts, coaches, teams)

    async def _check(
        self,
        lease: Any,
        start: datetime,
        end: datetime,
        location: str,
        coaches: list[int],
        teams: list[int],
    ) -> None:
        between = (_utc(start - _LONGEST), _utc(end), _utc(start))
        for row in (await lease.run(_CLASHES.format(self._sign), between)).records:
            taken = row["coach_id"] in coaches or row["team_id"] in teams
            if taken or row["location"] == location:
                raise TakenError

    async def _insert(self, lease: Any, table: str, columns: Sequence[str], rows: Rows) -> Any:
        one = f"({','.join([self._sign] * len(columns))})"
        sql = f"INSERT INTO {table} ({','.join(columns)}) VALUES {','.join([one] * len(rows))}"
        return await lease.run(sql, [value for row in rows for value in row])

    def _text(self, typed: dict[str, str]) -> dict[str, str]:
        summary, content = (
            unicodedata.normalize("NFC", typed[name]) for name in ("summary", "content")
        )
        return {
            "locale": typed["locale"],
            "format": typed["format"],
            "title": typed["title"],
            "summary": summary,
            "content": content,
            "html_summary": self._sanitiser.clean(render_markdown(summary)),
            "html_content": self._sanitiser.clean(render_markdown(content)),
        }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
