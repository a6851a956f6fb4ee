"""What a coach does before a season, and in a week of storm: over the wire, on both databases.

Twelve weekly trainings, a preview, three closures, a clash that is solved and one that is allowed,
a cancelled week, and a calendar program that reads the feed before and after.
"""

import csv
import io
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import icalendar
import pytest

from kwai.core.domain.clock import utc_now
from tests.story.test_story import DEMO_PASSWORD, Visitor, parse, start
from tests.story.test_story import mariadb_environment as mariadb_environment
from tests.support.smtp import SmtpSink
from tests.support.training_api import document, link

WEEKS = 40
DEADLINE = 20.0
TODAY = utc_now().date()
# Far behind the season of the demo club, so that both never meet.
FIRST = TODAY + timedelta(days=7 * 60 - TODAY.weekday())
STORM = FIRST + timedelta(weeks=3)
QUIET = {"KWAI_BUS_NOTICE_DELAY": "0.6"}
HOLIDAYS = (("Autumn", 8, 1), ("Christmas", 16, 2), ("Easter", 30, 2))


class Planner:
    """Somebody who plans trainings, as the web application does it."""

    def __init__(self, visitor: Visitor, email: str) -> None:
        self._visitor = visitor
        self._token = visitor.log_in(email, DEMO_PASSWORD).json()["access_token"]

    def get(self, path: str) -> Any:
        answer = self._visitor.get(path, self._token)
        assert answer.status_code == 200, answer.text
        return answer

    def send(self, path: str, body: object, status: int, method: str = "POST") -> Any:
        answer = self._visitor.send(method, path, body, self._token)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else {}

    def create(self, type_: str, values: dict[str, Any], **related: Any) -> str:
        made = self.send(type_, document(type_, values, related or None), 201)
        return str(made["data"]["id"])

    def trainings(
        self, first: date = FIRST, end: date = FIRST + timedelta(days=400), **filters: str
    ) -> list[dict[str, Any]]:
        period = f"filter[start]={first}T00:00:00Z&filter[end]={end}T00:00:00Z&page[limit]=100"
        chosen = "".join(f"&filter[{name}]={value}" for name, value in filters.items())
        return list(self.get(f"trainings?{period}{chosen}").json()["data"])

    def calendar(self, team: str) -> dict[str, Any]:
        """Read the feed of a team as a calendar program does."""
        feed = icalendar.Calendar.from_ical(
            self._visitor.get(f"trainings/calendar.ics?filter[team]={team}").content
        )
        assert [str(zone["tzid"]) for zone in feed.walk("VTIMEZONE")] == ["Europe/Brussels"]
        return {str(event["uid"]): event for event in feed.walk("VEVENT")}


class Season:
    """The plan of the story, with what was created on the way."""

    def __init__(self, chair: Planner, coach: Planner) -> None:
        self._chair = chair
        self._coach = coach
        last = FIRST + timedelta(weeks=WEEKS, days=-1)
        values = {"name": "Story", "start_date": str(FIRST), "end_date": str(last)}
        self.id = chair.create("seasons", values)
        self.teams = [chair.create("teams", {"name": f"Story {n}"}) for n in range(12)]
        self.coaches = [self._find_coach("Carla"), chair.create("coaches", _person("Story"))]

    def retire_the_old_ones(self) -> None:
        """The slots of the demo club belong to every season while they are active."""
        for old in self._coach.get("training_definitions?page[limit]=100").json()["data"]:
            body = document("training_definitions", {"active": False}, id=old["id"])
            self._coach.send(f"training_definitions/{old['id']}", body, 200, "PATCH")

    def define(self) -> None:
        """Twelve slots in two halls, six on Monday to Saturday in each; the last one is wrong."""
        for n, team in enumerate(self.teams):
            evening = {"start_time": "18:00", "end_time": "19:30"}
            late = {"start_time": "19:00", "end_time": "20:30"}
            values = {
                "name": f"Story {n}",
                "weekday": n % 6 + 1,
                "location": "Hall A" if n < 6 or n == 11 else "Hall B",
                **(late if n == 11 else evening),
            }
            self._coach.create(
                "training_definitions",
                values,
                team=link("teams", team),
                season=link("seasons", self.id),
                coaches=[link("coaches", self.coaches[n // 6])],
            )

    def generate(self, *, dry_run: bool = False) -> dict[str, Any]:
        path = f"seasons/{self.id}/generate" + ("?dry_run=true" if dry_run else "")
        return dict(self._coach.send(path, {"meta": {}}, 200)["meta"])

    def _find_coach(self, first_name: str) -> str:
        found = self._chair.get("coaches?page[limit]=100").json()["data"]
        return str(next(e["id"] for e in found if e["attributes"]["first_name"] == first_name))


def _person(name: str) -> dict[str, str]:
    return {"first_name": name, "last_name": "Teller"}


def play(visitor: Visitor, inbox: Callable[[], list[EmailMessage]]) -> None:
    """Play the story; each step asserts what the coach would see."""
    chair, coach = Planner(visitor, "admin@kwai.example"), Planner(visitor, "coach@kwai.example")
    season = Season(chair, coach)
    season.retire_the_old_ones()
    season.define()

    preview = season.generate(dry_run=True)
    assert preview["summary"] == _summary(created=11 * WEEKS, conflict=WEEKS)
    assert coach.trainings() == []

    for holiday in HOLIDAYS:
        close(coach, *holiday)
    planned = season.generate(dry_run=True)
    generated = season.generate()
    assert generated["dates"] == planned["dates"]
    assert generated["summary"] == _summary(created=11 * 35, conflict=35, closed=12 * 5)

    solve_one_clash_and_allow_another(coach, season)
    cancel_a_week(coach, season, inbox)
    count(coach)


def _summary(**counts: int) -> dict[str, int]:
    return dict.fromkeys(("created", "exists", "excluded", "closed", "conflict"), 0) | counts


def close(coach: Planner, name: str, week: int, weeks: int) -> None:
    first = FIRST + timedelta(weeks=week)
    last = first + timedelta(weeks=weeks, days=-1)
    body = document("closures", {"name": name, "start_date": str(first), "end_date": str(last)})
    foreseen = coach.send("closures?dry_run=true", body, 200)
    assert coach.send("closures", body, 201)["meta"]["cancelled"] == foreseen["meta"]["cancelled"]


def solve_one_clash_and_allow_another(coach: Planner, season: Season) -> None:
    """The last team moves to the other hall; one evening two teams share a hall on purpose."""
    found = coach.get(f"training_definitions?filter[team]={season.teams[11]}").json()["data"][0]
    path = f"training_definitions/{found['id']}"
    body = document("training_definitions", {"location": "Hall C"}, id=found["id"])
    coach.send(path, body, 200, "PATCH")
    assert season.generate()["summary"] == _summary(exists=11 * 35, created=35, closed=12 * 5)

    first = coach.trainings(team=season.teams[0])[0]
    event = first["attributes"]["event"]
    values = {
        "contents": [{"locale": "nl", "title": "Open mat"}],
        "event": {name: event[name] for name in ("start_date", "end_date", "location")},
    }
    refused = coach.send("trainings", document("trainings", values), 409)
    clash = refused["errors"][0]
    assert clash["meta"]["clash"]["training"]["id"] == first["id"]
    assert clash["links"]["about"].endswith(f"/api/v1/trainings/{first['id']}")
    allowed = coach.send(
        "trainings", document("trainings", values, meta={"allow_conflicts": True}), 201
    )
    assert allowed["data"]["attributes"]["conflicts_allowed_at"]


def cancel_a_week(coach: Planner, season: Season, inbox: Callable[[], list[EmailMessage]]) -> None:
    """One after another; the coach who has an account gets one mail, and one when all is well."""
    team = season.teams[0]
    before = coach.calendar(team)
    week = coach.trainings(STORM, STORM + timedelta(days=7), coach=season.coaches[0])
    assert len(week) == 6
    known = len(inbox())
    for training in week:
        body = {"meta": {"reason": "Storm"}}
        coach.send(f"trainings/{training['id']}/cancel", body, 200)
    mail = wait_for_one_mail(inbox, known)
    assert mail.count("Storm") == 6

    after = coach.calendar(team)
    assert before.keys() == after.keys()
    (changed,) = [uid for uid in after if after[uid]["status"] == "CANCELLED"]
    assert int(after[changed]["sequence"]) > int(before[changed]["sequence"])
    assert after[changed].decoded("dtstart").date() == STORM
    assert f"{after[changed].decoded('dtstart'):%H:%M}" == "18:00"

    for training in week:
        coach.send(f"trainings/{training['id']}/restore", {"meta": {}}, 200)
    wait_for_one_mail(inbox, known + 1)
    assert {str(each["status"]) for each in coach.calendar(team).values()} == {"CONFIRMED"}


def wait_for_one_mail(inbox: Callable[[], list[EmailMessage]], known: int) -> str:
    """Give the text of the one mail that came behind those that are known."""
    end = time.monotonic() + DEADLINE
    while len(inbox()) <= known:
        assert time.monotonic() < end, "No mail."
        time.sleep(0.05)
    # A second one would come within the time that notices are gathered in.
    time.sleep(0.9)
    mails = inbox()[known:]
    assert [str(mail["To"]) for mail in mails] == ["Carla Claes <coach@kwai.example>"]
    part = mails[0].get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def count(coach: Planner) -> None:
    query = f"filter[start]={FIRST}T00:00:00Z"
    told = coach.get(f"trainings/statistics?{query}").json()["meta"]
    rows = list(csv.DictReader(io.StringIO(coach.get(f"trainings/statistics.csv?{query}").text)))
    assert (told["total"]["held"], told["total"]["cancelled"]) == (0, 0)
    assert {row["name"] for row in rows} >= {"Story Teller", "Hall A", "Story 0"}


@pytest.fixture
def programs() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def test_a_season_with_nothing_but_a_folder(programs: ExitStack, tmp_path: Path) -> None:
    settings = QUIET | {"KWAI_DEMO_PASSWORD": DEMO_PASSWORD}
    program = start(programs, "kwai", "up", "--demo", folder=tmp_path, **settings)
    program.wait_until_ready("/api/ready")
    visitor = Visitor(program)
    programs.callback(visitor.close)
    folder = tmp_path / "var" / "mail"

    def inbox() -> list[EmailMessage]:
        files = sorted(folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
        mails = [parse(file.read_bytes()) for file in files]
        return [mail for mail in mails if "coach@kwai.example" in str(mail["To"])]

    play(visitor, inbox)


async def test_a_season_with_mariadb_redis_a_relay_and_a_worker(
    programs: ExitStack,
    tmp_path: Path,
    mariadb_environment: dict[str, str],
    smtp_sink: SmtpSink,
) -> None:
    settings = mariadb_environment | QUIET
    api = start(programs, "kwai", "up", "--demo", folder=tmp_path / "api", **settings)
    api.wait_until_ready()
    start(programs, "kwai.kwai_bus", folder=tmp_path / "worker", **settings)
    visitor = Visitor(api)
    programs.callback(visitor.close)

    play(visitor, lambda: [mail.message for mail in smtp_sink.mails_to("coach@kwai.example")])
