"""What nobody asked for is not read: sparse fieldsets reach the SQL of every resource."""

import re
from typing import Any

import pytest

from tests.api.conformance.test_resources import offers
from tests.support.conformance import Case, Kit
from tests.support.conformance.club import CASES, ClubWorld
from tests.support.database import Statements
from tests.support.identity_api import ClubKit

_COLUMN = re.compile(r"`(\w+)`\.`(\w+)` AS `\1_\2`")
_KEYS = {"id", "uuid", "version", "created_at", "updated_at"}
_TEXT = {"locale", "format", "title", "summary", "content", "html_summary", "html_content"}

# Columns with another name than the attribute that is made of them.
_MADE_OF: dict[str, set[str]] = {
    "stories.priority": {"promotion"},
    "stories.contents": _TEXT,
    "pages.contents": _TEXT,
    "user_accounts.roles": {"admin"},
    "user_invitations.state": {"expired_at", "mailed_at", "confirmed_at", "revoked"},
    "security_events.session": {"session_uuid"},
    "security_events.ip": {"ip_prefix"},
    "security_events.request": {"request_id"},
    "coaches.name": {"first_name", "last_name"},
    "trainings.contents": _TEXT,
    "trainings.conflicts_allowed_at": {"override_at"},
    "trainings.duration": set(),
}
# The meta of an event is made of its moment; the core of a training is read with its row.
_ALWAYS: dict[str, set[str]] = {
    "security_events": {"at"},
    "trainings": {
        "start_date",
        "end_date",
        "active",
        "cancelled",
        "cancel_reason",
        "location",
        "name",
    },
}

# The own few logins, the own few feeds, and what operators read whole: log and queue.
_READ_WHOLE = {"sessions", "calendar_feeds", "changes", "deliveries"}
# What the row of a relation itself says.
_FACTS = {"head", "present", "payed", "position"}


def cases() -> list[Case]:
    return [case for case in CASES if "list" in offers(case) and str(case) not in _READ_WHOLE]


def read_columns(statements: Statements) -> set[str]:
    """Name the columns that were selected, keys aside; who asks is found out by a statement."""
    texts = [text for text in statements.texts if "`user_sessions`" not in text]
    columns = {column for text in texts for _, column in _COLUMN.findall(text)}
    return {each for each in columns - _KEYS if not each.endswith("_id")}


def made_of(case: Case, name: str) -> set[str]:
    return _MADE_OF.get(f"{case}.{name}", {name}) | _ALWAYS.get(str(case), set())


def made_of_list(case: Case, name: str) -> set[str]:
    """Name the columns of an attribute, and those of what the list is sorted by."""
    keys = case.declared.default_sort.replace("-", "").split(",")
    return made_of(case, name).union(*(made_of(case, key) for key in keys))


async def look(kit: Kit, statements: Statements, path: str) -> tuple[Any, set[str]]:
    statements.clear()
    document = await kit.get(path)
    return document["data"], read_columns(statements)


@pytest.mark.one_engine("sqlite", reason="both engines are sent the same columns")
@pytest.mark.parametrize("case", cases(), ids=str)
async def test_jsonapi_s1_v3_only_the_columns_of_the_fieldset_are_read(
    case: Case, club: ClubKit, statements: Statements
) -> None:
    kit = Kit(case, ClubWorld(club), offers(case))
    id_ = await kit.one()
    whole = (await kit.get(kit.path(id_)))["data"]["attributes"]

    for name in ("", *whole):
        fieldset = f"?fields[{kit.type}]={name}"
        one, of_one = await look(kit, statements, f"{kit.path(id_)}{fieldset}")
        many, of_many = await look(kit, statements, f"{kit.path()}{fieldset}")

        shown = {name: whole[name]} if name else None
        assert one.get("attributes") == shown
        assert (id_, shown) in [(each["id"], each.get("attributes")) for each in many]
        assert of_one <= made_of(case, name), name
        assert of_many <= made_of_list(case, name), name


@pytest.mark.one_engine("sqlite", reason="both engines are sent the same columns")
@pytest.mark.parametrize("case", [case for case in cases() if case.declared.relationships], ids=str)
async def test_jsonapi_s1_v3_of_what_is_included_only_its_fieldset_is_read(
    case: Case, club: ClubKit, statements: Statements
) -> None:
    kit = Kit(case, ClubWorld(club), offers(case))
    id_ = await kit.one()
    await kit.get(kit.path(id_))

    for name, relationship in case.declared.relationships.items():
        target = case.declared.target(relationship).type
        fieldset = f"?include={name}&fields[{kit.type}]={name}&fields[{target}]="
        included, read = await look(kit, statements, f"{kit.path(id_)}{fieldset}")
        _, of_related = await look(kit, statements, f"{kit.path(id_, name)}?fields[{target}]=")

        assert included["relationships"].keys() == {name}
        assert read <= made_of(case, "") | _FACTS, name
        assert of_related <= made_of(case, "") | _FACTS, name
