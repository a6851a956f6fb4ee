"""A club that plans trainings, through the API alone."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import httpx

from kwai.core.db.criteria import all_of
from kwai.core.domain.clock import utc_now
from tests.support.identity_api import ClubKit, Person

API = "/api/v1"
JSON_API = {"Content-Type": "application/vnd.api+json"}
TODAY = utc_now().date()
# A Monday far ahead, so that nothing planned from it is held yet.
MONDAY = TODAY + timedelta(days=7 * 8 - TODAY.weekday())


def link(type_: str, id_: str, **meta: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"type": type_, "id": id_}
    return found | {"meta": meta} if meta else found


def document(
    type_: str,
    attributes: dict[str, Any],
    relationships: dict[str, Any] | None = None,
    *,
    id: str = "",
    meta: dict[str, Any] | None = None,
) -> dict[str, Any]:
    data: dict[str, Any] = {"type": type_, "attributes": attributes}
    if id:
        data["id"] = id
    if relationships:
        data["relationships"] = {name: {"data": each} for name, each in relationships.items()}
    return {"data": data} | ({"meta": meta} if meta is not None else {})


class TrainingKit:
    """Sends requests as one person and expects them to succeed unless told otherwise."""

    def __init__(self, club: ClubKit, person: Person) -> None:
        self.club = club
        self.client: httpx.AsyncClient = club.client
        self.person = person

    async def send(
        self, method: str, path: str, body: Any = None, *, expect: int | None = None
    ) -> Any:
        headers = self.person.headers | (JSON_API if body is not None else {})
        answer = await self.client.request(method, f"{API}{path}", json=body, headers=headers)
        if expect is not None:
            assert answer.status_code == expect, answer.text
        return answer.json() if answer.content else {}

    async def get(self, path: str, expect: int = 200) -> Any:
        return await self.send("GET", path, expect=expect)

    async def create(self, body: dict[str, Any], path: str = "", expect: int = 201) -> Any:
        return await self.send("POST", path or f"/{body['data']['type']}", body, expect=expect)

    async def team(self, name: str) -> str:
        return str((await self.create(document("teams", {"name": name})))["data"]["id"])

    async def coach(self, first_name: str, person: Person | None = None) -> str:
        related = {"user": link("user_accounts", person.uuid)} if person else None
        body = document("coaches", {"first_name": first_name, "last_name": "Coach"}, related)
        return str((await self.create(body))["data"]["id"])

    async def season(self, start: date = MONDAY, weeks: int = 10, name: str = "Season") -> str:
        end = start + timedelta(days=7 * weeks - 1)
        values = {"name": name, "start_date": str(start), "end_date": str(end)}
        return str((await self.create(document("seasons", values)))["data"]["id"])

    async def definition(
        self,
        name: str = "U11",
        *,
        weekday: int = 2,
        start: str = "18:00",
        end: str = "19:30",
        location: str = "Dojo A",
        coaches: Sequence[str] = (),
        team: str | None = None,
        season: str | None = None,
    ) -> str:
        values = {
            "name": name,
            "weekday": weekday,
            "start_time": start,
            "end_time": end,
            "location": location,
        }
        related: dict[str, Any] = {"coaches": [link("coaches", each) for each in coaches]}
        if team:
            related["team"] = link("teams", team)
        if season:
            related["season"] = link("seasons", season)
        body = document("training_definitions", values, related)
        return str((await self.create(body))["data"]["id"])

    async def generate(
        self, definition: str, *, dry_run: bool = False, weeks: int = 10, **meta: Any
    ) -> Any:
        end = MONDAY + timedelta(days=7 * weeks - 1)
        path = f"/training_definitions/{definition}/generate" + ("?dry_run=true" if dry_run else "")
        body = {"meta": {"start": str(MONDAY), "end": str(end), **meta}}
        return (await self.send("POST", path, body, expect=200))["meta"]

    def training_body(
        self,
        start: str,
        end: str,
        *,
        location: str = "",
        coaches: Sequence[dict[str, Any]] = (),
        teams: Sequence[str] = (),
        meta: dict[str, Any] | None = None,
        title: str = "Training",
    ) -> dict[str, Any]:
        values = {
            "contents": [{"locale": "nl", "title": title, "content": "**Judo**"}],
            "event": {"start_date": start, "end_date": end, "location": location},
        }
        related = {"coaches": list(coaches), "teams": [link("teams", each) for each in teams]}
        return document("trainings", values, related, meta=meta)

    async def trainings(self, query: str = "") -> list[dict[str, Any]]:
        found = await self.get(f"/trainings?page[limit]=100{query}")
        return list(found["data"])


async def let_time_pass(club: ClubKit, minutes: float = 2) -> None:
    """Make what waits as old as if this time had passed."""
    then = await club.database.now() - timedelta(minutes=minutes)
    for table, column in (
        ("training_notices", "created_at"),
        ("outbox_deliveries", "available_at"),
    ):
        query = club.database.create_query_factory().update(table, {column: then})
        await club.database.execute(query.where(all_of()))
