"""The workload of the measurements: the same rows on both engines.

All ids and texts follow from their number.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.domain.value_objects.password import Password
from kwai.core.security.digest import sha256_hex

STORIES, DEFINITIONS, TEAMS, COACHES, USERS = 20, 12, 10, 20, 500
TRAININGS, SEASONS, EXPIRED, LIVE = 5_000, 10, 50_000, 2_000
FIRST_YEAR = 2017
# A month in the middle: 12 slots a week make more than the 30 of one page.
MONTH = (2021, 3)
PASSWORD = "een lange zin voor de meting"
COACH = "member1@kwai.example"
ROWS_AT_ONCE = 500
NOW = datetime.now(UTC).replace(microsecond=0)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
HTML = "<p>We oefenen <strong>worpen</strong> en kata. Breng je judogi en water mee.</p>"
MARKDOWN = "We oefenen **worpen** en kata. Breng je judogi en water mee."

Value = str | int | datetime | date | time | None
Row = Sequence[Value]
TRACE = ("created_at", "updated_at")
#: The tables that have a row more with every training or session.
GROWING = (
    "trainings", "training_contents", "training_coaches", "training_teams", "user_sessions",
    "oauth_access_tokens",
)  # fmt: skip


async def seed(database: Database, *, expired: int = EXPIRED) -> None:
    """Write the workload once; fewer expired sessions are for those who measure nothing."""
    await database.change(Sql("DELETE FROM applications WHERE id > 1"))
    hashed = str(Password.create_from_string(PASSWORD))
    await insert(database, "users", _USER, (_user(n, hashed) for n in range(1, USERS + 1)))
    await insert(database, "coaches", _COACH, (_coach(n) for n in range(1, COACHES + 1)))
    await insert(database, "teams", _TEAM, (_team(n) for n in range(1, TEAMS + 1)))
    await insert(database, "seasons", SEASON, (_season(n) for n in range(1, SEASONS + 1)))
    definitions = range(1, DEFINITIONS + 1)
    await insert(database, "training_definitions", DEFINITION, map(_definition, definitions))
    await _seed_stories(database)
    await _seed_trainings(database)
    sessions = range(EXPIRED - expired + 1, EXPIRED + LIVE + 1)
    await insert(database, "user_sessions", SESSION, map(_session, sessions))
    await insert(database, "oauth_access_tokens", TOKEN, map(_token, sessions))


_USER = (
    "id", "uuid", "email", "email_normalized", "first_name", "last_name", "sort_name",
    "search_text", "locale", "remark", "password", "admin", "revoked", "version", *TRACE,
)  # fmt: skip
_COACH = (
    "id", "user_id", "first_name", "last_name", "active", "version", *TRACE,
    "diploma", "remark", "sort_name",
)  # fmt: skip
_TEAM = ("id", "name", "sort_name", "active", "remark", "version", *TRACE)
SEASON = ("id", "name", "start_date", "end_date", "remark", "version", *TRACE)
DEFINITION = (
    "id", "name", "sort_name", "description", "weekday", "start_time", "end_time", "timezone",
    "location", "exception_dates", "active", "remark", "team_id", "season_id", "user_id",
    "version", *TRACE,
)  # fmt: skip
_STORY = (
    "id", "enabled", "promotion", "promotion_end_date", "publish_date", "end_date", "remark",
    "application_id", "author_id", "version", *TRACE,
)  # fmt: skip
_STORY_TEXT = (
    "news_id", "locale", "format", "title", "summary", "content", "html_summary", "html_content",
    "user_id", *TRACE,
)  # fmt: skip
TRAINING = (
    "id", "uuid", "definition_id", "season_id", "occurrence_date", "start_date", "end_date",
    "duration", "active", "cancelled", "cancel_reason", "location", "location_key", "remark",
    "edited", "version", *TRACE,
)  # fmt: skip
_TEXT = (
    "training_id", "locale", "format", "title", "content", "summary", "html_content",
    "html_summary", "user_id", *TRACE,
)  # fmt: skip
TRAINING_COACH = ("training_id", "coach_id", "head", "present", "payed", "position")
TRAINING_TEAM = ("training_id", "team_id", "position")
PARTS = {
    "training_contents": _TEXT,
    "training_coaches": TRAINING_COACH,
    "training_teams": TRAINING_TEAM,
}
SESSION = (
    "id", "uuid", "user_id", "client", "counter", "created_at", "rotated_at", "last_used_at",
    "confirmed_at", "idle_expires_at", "absolute_expires_at", "revoked_at", "revoke_reason",
    "ip_prefix", "user_agent",
)  # fmt: skip
TOKEN = ("id", "identifier", "user_id", "session_id", "expiration", "revoked", *TRACE)


def _uuid(kind: int, number: int) -> str:
    return f"{kind:08x}-0000-4000-8000-{number:012x}"


def _user(number: int, hashed: str) -> Row:
    name, email = f"Lid {number:04d}", f"member{number}@kwai.example"
    found = f"{name.lower()} {email}"
    return (
        number, _uuid(1, number), email, email, "Lid", f"{number:04d}", name.lower(), found,
        "nl", "", hashed, number == 1, False, 1, LONG_AGO, LONG_AGO,
    )  # fmt: skip


def _coach(number: int) -> Row:
    name = f"Trainer{number:02d}"
    return (
        number, number, "Jigoro", name, True, 1, LONG_AGO, LONG_AGO, "", "",
        f"{name.lower()} jigoro",
    )  # fmt: skip


def _team(number: int) -> Row:
    return number, f"Ploeg {number}", f"ploeg {number}", True, "", 1, LONG_AGO, LONG_AGO


def _season(number: int) -> Row:
    year = FIRST_YEAR + number - 1
    first, last = date(year, 1, 1), date(year, 12, 31)
    return number, f"Seizoen {year}", first, last, "", 1, LONG_AGO, LONG_AGO


def _definition(number: int) -> Row:
    hour = 8 + number % 6 * 2
    name = f"Reeks {number}"
    return (
        number, name, name.lower(), "", number % 7 + 1, time(hour), time(hour + 1, 30),
        "Europe/Brussels", _location(number), "[]", True, "", number % TEAMS + 1,
        None, 1, 1, LONG_AGO, LONG_AGO,
    )  # fmt: skip


def _location(number: int) -> str:
    return f"Dojo {number % 3 + 1}"


async def _seed_stories(database: Database) -> None:
    stories = range(1, STORIES + 1)
    rows = (
        (n, True, n % 10, None, LONG_AGO + timedelta(days=n), None, "", 1, None, 1, LONG_AGO,
         LONG_AGO)
        for n in stories
    )  # fmt: skip
    await insert(database, "news_stories", _STORY, rows)
    texts = (
        (n, locale, "md", f"Nieuws {n} {locale}", MARKDOWN, MARKDOWN * 8, HTML, HTML * 8, 1,
         LONG_AGO, LONG_AGO)
        for n in stories
        for locale in ("en", "nl")
    )  # fmt: skip
    await insert(database, "news_contents", _STORY_TEXT, texts)


async def _seed_trainings(database: Database) -> None:
    numbers = range(1, TRAININGS + 1)
    await insert(database, "trainings", TRAINING, map(_training, numbers))
    texts = (
        (n, "nl", "md", f"Training {n}", MARKDOWN * 2, MARKDOWN, HTML * 2, HTML, 1, LONG_AGO,
         LONG_AGO)
        for n in numbers
    )  # fmt: skip
    await insert(database, "training_contents", _TEXT, texts)
    coaches = (
        (n, (n + other * 7) % COACHES + 1, other == 0, False, False, other)
        for n in numbers
        for other in (0, 1)
    )
    await insert(database, "training_coaches", TRAINING_COACH, coaches)
    teams = ((n, (n + other * 3) % TEAMS + 1, other) for n in numbers for other in (0, 1))
    await insert(database, "training_teams", TRAINING_TEAM, teams)


def _training(number: int) -> Row:
    # 500 a year: 12 slots a week over 41 weeks and 8 in a 42nd.
    year, place = divmod(number - 1, TRAININGS // SEASONS)
    week, slot = divmod(place, DEFINITIONS)
    monday = date.fromisocalendar(FIRST_YEAR + year, week + 2, 1)
    day = monday + timedelta(days=(slot + 1) % 7)
    start = datetime.combine(day, time(7 + (slot + 1) % 6 * 2), UTC)
    return (
        number, _uuid(2, number), slot + 1, year + 1, day, start, start + timedelta(minutes=90),
        5400, True, False, "", _location(slot + 1), _location(slot + 1).lower(), "", "", 1,
        LONG_AGO, LONG_AGO,
    )  # fmt: skip


def _session(number: int) -> Row:
    end = NOW + timedelta(days=30) if number > EXPIRED else LONG_AGO
    return (
        number, _uuid(3, number), number % USERS + 1, "web", 0, LONG_AGO, None, LONG_AGO, None,
        end, end, None, None, "", "",
    )  # fmt: skip


def _token(number: int) -> Row:
    end = NOW + timedelta(days=30) if number > EXPIRED else LONG_AGO
    digest = sha256_hex(str(number))
    return number, digest, number % USERS + 1, number, end, False, LONG_AGO, LONG_AGO


async def insert(
    database: Database, table: str, columns: Sequence[str], rows: Iterable[Row]
) -> None:
    waiting = [f"({','.join(map(_literal, row))})" for row in rows]
    head = f"INSERT INTO {table} ({','.join(columns)}) VALUES "
    for start in range(0, len(waiting), ROWS_AT_ONCE):
        await database.change(Sql(head + ",".join(waiting[start : start + ROWS_AT_ONCE])))


def _literal(value: Value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, time):
        return f"'{value:%H:%M:%S}'"
    return f"'{value}'"


@lru_cache(maxsize=10_000)
def _moment(value: datetime) -> str:
    # Most rows have the same few.
    return f"'{value:%Y-%m-%d %H:%M:%S.%f}'"
