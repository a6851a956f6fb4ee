"""The change log keeps for years what it is told: no secret, and nothing about a person.

What a person may want forgotten has to be gone when its row is gone, and the log cannot forget.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kwai.modules
from kwai.core.db.repository import DbRepository
from kwai.core.db.table import Table

# Never told: how a row is numbered and counted.
BOOKKEEPING = {"id", "version", "created_at", "updated_at"}
TEXT = {"locale", "format", "title", "user_id"}
# By table the fields whose values the log tells. Is a new one about a person, or a secret? Then it
# is declared with personal() or secret(), and does not belong here.
TOLD = {
    "applications": {
        *("name", "title", "short_description", "description", "remark", "weight"),
        *("news", "pages", "events"),
    },
    "authors": {"uuid", "user_id", "active"},
    "calendar_feeds": {"user_id"},
    "closures": {"name", "start_date", "end_date", "location", "location_key"},
    "coaches": {"user_id", "active"},
    "news_contents": TEXT | {"news_id"},
    "news_stories": {
        *("enabled", "promotion", "promotion_end_date", "publish_date", "end_date"),
        *("remark", "application_id", "author_id"),
    },
    "page_contents": TEXT | {"page_id"},
    "pages": {"enabled", "priority", "remark", "application_id"},
    "seasons": {"name", "start_date", "end_date", "remark"},
    "teams": {"name", "sort_name", "active", "remark"},
    "training_coaches": {"training_id", "coach_id", "head", "present", "payed", "position"},
    "training_contents": TEXT | {"training_id"},
    "training_definition_coaches": {"definition_id", "coach_id", "position"},
    "training_definitions": {
        *("name", "sort_name", "description", "weekday", "start_time", "end_time", "timezone"),
        *("location", "exception_dates", "active", "remark", "team_id", "season_id", "user_id"),
    },
    "training_teams": {"training_id", "team_id", "position"},
    "trainings": {
        *("uuid", "definition_id", "season_id", "occurrence_date", "start_date", "end_date"),
        *("duration", "active", "cancelled", "cancel_reason", "closure_id", "location"),
        *("location_key", "remark", "edited", "override_user_id", "override_at"),
    },
    "user_invitations": {
        *("uuid", "locale", "user_id", "expired_at", "mailed_at", "confirmed_at", "revoked"),
    },
    "user_recoveries": {"user_id", "expired_at", "mailed_at", "confirmed_at"},
    "users": {"uuid", "locale", "admin", "revoked"},
}


def repositories() -> list[type[DbRepository[Any, Any, Any]]]:
    """All repositories of all contexts that write to the change log."""
    for module in pkgutil.walk_packages(kwai.modules.__path__, "kwai.modules."):
        if module.name.endswith("_repository"):
            importlib.import_module(module.name)
    return [each for each in below(DbRepository) if each.is_logged and hasattr(each, "table")]


def below(class_: type[Any]) -> Iterator[type[Any]]:
    for each in class_.__subclasses__():
        if each.__module__.startswith("kwai."):
            yield each
        yield from below(each)


def logged_tables() -> list[Table[Any]]:
    """Their tables, and those of the rows that belong to what they store."""
    found: list[Table[Any]] = []
    for repository in repositories():
        found.append(repository.table)
        code = repository.children.__code__
        known = repository.children.__globals__
        named = [known[name] for name in code.co_names if name in known]
        found += [value for value in named if isinstance(value, Table)]
    return found


@pytest.mark.parametrize("name", sorted(TOLD))
def test_security_s42_the_change_log_tells_what_was_decided(name: str) -> None:
    tables = [table for table in logged_tables() if table.table_name == name]

    assert tables
    for table in tables:
        told = {field.name for field in table.fields if not field.is_secret} - BOOKKEEPING
        assert told <= TOLD[name], table.row_type


def test_security_s42_it_was_decided_for_every_table() -> None:
    assert {table.table_name for table in logged_tables()} == set(TOLD)


def test_every_child_row_is_declared_where_these_tests_find_it() -> None:
    modules = Path(kwai.modules.__path__[0]).rglob("*.py")

    declared = sum(path.read_text(encoding="utf-8").count("Children(") for path in modules)

    assert declared == len(logged_tables()) - len(repositories())
