"""P8: a training is created, each at a time of its own, so that nothing clashes."""

import itertools
import json
from datetime import UTC, datetime, timedelta
from typing import Any

from bench import seed

NAME, PATH, STATEMENTS, AT_MOST = "create a training", "/api/v1/trainings", 12, 2.5
#: Behind all days of the workload.
FIRST_YEAR = 2040
COACHES, TEAMS = ("1", "2"), ("9", "10")


class NewTrainings:
    """Gives a body for each request: a text, two coaches, two teams, on the next day."""

    def __init__(self, first_year: int = FIRST_YEAR) -> None:
        self._first_day = datetime(first_year, 1, 1, 17, tzinfo=UTC)
        self._days = itertools.count()

    def __call__(self) -> bytes:
        start = self._first_day + timedelta(days=next(self._days))
        end = start + timedelta(minutes=90)
        text = {
            "locale": "nl",
            "format": "md",
            "title": f"Training van {start:%d/%m/%Y}",
            "summary": seed.MARKDOWN,
            "content": seed.MARKDOWN * 2,
        }
        moments = {"start_date": f"{start:%Y-%m-%dT%XZ}", "end_date": f"{end:%Y-%m-%dT%XZ}"}
        links = {"coaches": COACHES, "teams": TEAMS}
        asked = {
            "type": "trainings",
            "attributes": {"contents": [text], "event": moments | {"location": "Dojo 1"}},
            "relationships": {
                name: {"data": [{"type": name, "id": id_} for id_ in ids]}
                for name, ids in links.items()
            },
        }
        return json.dumps({"data": asked}).encode()


def headers(token: str) -> dict[str, str]:
    """Give the headers of a request that writes."""
    media_type = "application/vnd.api+json"
    return {"Authorization": f"Bearer {token}", "Content-Type": media_type}


def comparable(answer: bytes, body: bytes) -> dict[str, Any]:
    """Give the answer to a body without what belongs to this one training alone.

    Its times and title are as they were asked for, or they stay in it.
    """
    id_ = json.loads(answer)["data"]["id"]
    document: dict[str, Any] = json.loads(answer.replace(f"/trainings/{id_}".encode(), b"/ID"))
    data, asked = document["data"], json.loads(body)["data"]["attributes"]
    del data["id"]
    del data["meta"]["created_at"]
    for name in ("start_date", "end_date"):
        data["attributes"]["event"][name] = (
            data["attributes"]["event"][name] == asked["event"][name]
        )
    title = asked["contents"][0]["title"]
    data["attributes"]["contents"][0]["title"] = data["attributes"]["contents"][0]["title"] == title
    return document
