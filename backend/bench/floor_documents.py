"""The documents of the floor: plain dictionaries, made of rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Document = dict[str, Any]


def moment(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else value.isoformat(" ")
    return f"{text[:10]}T{text[11:19]}Z"


def clock(value: Any) -> str:
    # MariaDB's driver gives a duration, SQLite its text.
    if isinstance(value, str):
        return value[:5]
    minutes = value.seconds // 60
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def meta(row: Row) -> Document:
    return {
        "created_at": moment(row["created_at"]),
        "updated_at": moment(row["updated_at"]),
        "version": row["version"],
    }


def single(base: str, path: str, data: Document) -> Document:
    links = {"self": f"{base}{path}", "describedby": f"{base[:-3]}/openapi.json"}
    return {"jsonapi": {"version": "1.1"}, "links": links, "data": data}


def page(
    base: str, path: str, query: str, data: list[Document], total: int, limit: int
) -> Document:
    """Make the document of a first page; `query` is what the client sent."""
    kept = "&".join(each for each in query.split("&") if each and not each.startswith("page"))
    url = f"{base}{path}?{kept}&" if kept else f"{base}{path}?"

    def at(offset: int) -> str:
        return f"{url}page%5Boffset%5D={offset}&page%5Blimit%5D={limit}"

    return {
        "jsonapi": {"version": "1.1"},
        "links": {
            "self": f"{base}{path}?{query}" if query else f"{base}{path}",
            "describedby": f"{base[:-3]}/openapi.json",
            "first": at(0),
            "last": at(max(0, (total - 1) // limit * limit)),
            "prev": None,
            "next": at(limit) if total > limit else None,
        },
        "data": data,
        "meta": {"count": total, "offset": 0, "limit": limit},
    }


def application(base: str, row: Row) -> Document:
    return {
        "type": "applications",
        "id": str(row["id"]),
        "attributes": {
            "name": row["name"],
            "title": row["title"],
            "short_description": row["short_description"],
            "description": row["description"],
            "news": bool(row["news"]),
            "pages": bool(row["pages"]),
            "events": bool(row["events"]),
            "weight": row["weight"],
        },
        "links": {"self": f"{base}/portal/applications/{row['id']}"},
        "meta": meta(row),
    }


def text(row: Row) -> Document:
    names = ("locale", "format", "title", "summary", "content", "html_summary", "html_content")
    return {name: row[name] for name in names}


def story(base: str, row: Row, texts: Sequence[Row]) -> Document:
    url = f"{base}/news/stories/{row['id']}"
    return {
        "type": "stories",
        "id": str(row["id"]),
        "attributes": {
            "priority": row["promotion"],
            "publish_date": moment(row["publish_date"]),
            "contents": [text(each) for each in texts],
        },
        "relationships": {
            "application": linked(url, "application", "applications", row["application_id"])
        },
        "links": {"self": url},
        "meta": meta(row),
    }


def linked(url: str, name: str, type_: str, id_: int | None) -> Document:
    return related(url, name) | {"data": None if id_ is None else {"type": type_, "id": str(id_)}}


def related(url: str, name: str) -> Document:
    return {"links": {"self": f"{url}/relationships/{name}", "related": f"{url}/{name}"}}


def event(row: Row) -> Document:
    return {
        "start_date": moment(row["start_date"]),
        "end_date": moment(row["end_date"]),
        "location": row["location"],
        "active": bool(row["active"]),
        "cancelled": bool(row["cancelled"]),
        "cancel_reason": row["cancel_reason"],
    }


def bare_training(base: str, row: Row) -> Document:
    return {
        "type": "trainings",
        "id": str(row["id"]),
        "attributes": {"event": event(row)},
        "links": {"self": f"{base}/trainings/{row['id']}"},
        "meta": meta(row),
    }


def training(
    base: str,
    row: Row,
    texts: Iterable[Row],
    coaches: Sequence[Row] | None,
    teams: Sequence[Row] | None,
) -> Document:
    url = f"{base}/trainings/{row['id']}"
    relationships = {"coaches": related(url, "coaches"), "teams": related(url, "teams")}
    if coaches is not None:
        relationships["coaches"]["data"] = [
            {"type": "coaches", "id": str(each["id"]), "meta": {"head": bool(each["head"])}}
            for each in coaches
        ]
    if teams is not None:
        relationships["teams"]["data"] = [{"type": "teams", "id": str(e["id"])} for e in teams]
    of_definition = ("definition", "training_definitions", row["definition_id"])
    relationships["definition"] = linked(url, *of_definition)
    relationships["season"] = linked(url, "season", "seasons", row["season_id"])
    occurrence = row["occurrence_date"]
    return {
        "type": "trainings",
        "id": str(row["id"]),
        "attributes": {
            "contents": [text(each) for each in texts],
            "event": event(row),
            "occurrence_date": None if occurrence is None else str(occurrence),
        },
        "relationships": relationships,
        "links": {"self": url},
        "meta": meta(row),
    }


def coach(base: str, row: Row) -> Document:
    return {
        "type": "coaches",
        "id": str(row["id"]),
        "attributes": {
            "first_name": row["first_name"],
            "last_name": row["last_name"],
            "name": f"{row['first_name']} {row['last_name']}",
            "active": bool(row["active"]),
        },
        "links": {"self": f"{base}/coaches/{row['id']}"},
        "meta": meta(row),
    }


def team(base: str, row: Row) -> Document:
    return {
        "type": "teams",
        "id": str(row["id"]),
        "attributes": {"name": row["name"], "active": bool(row["active"])},
        "links": {"self": f"{base}/teams/{row['id']}"},
        "meta": meta(row),
    }


def definition(base: str, row: Row, loads: Callable[[str], Any]) -> Document:
    url = f"{base}/training_definitions/{row['id']}"
    names = ("name", "description", "weekday", "timezone", "location")
    return {
        "type": "training_definitions",
        "id": str(row["id"]),
        "attributes": {name: row[name] for name in names}
        | {
            "start_time": clock(row["start_time"]),
            "end_time": clock(row["end_time"]),
            "active": bool(row["active"]),
            "exception_dates": loads(row["exception_dates"]),
        },
        "relationships": {
            "team": linked(url, "team", "teams", row["team_id"]),
            "season": linked(url, "season", "seasons", row["season_id"]),
            "coaches": related(url, "coaches"),
        },
        "links": {"self": url},
        "meta": meta(row),
    }


def created(
    base: str, row: Row, texts: Sequence[Row], coaches: Iterable[int], teams: Iterable[int]
) -> Document:
    """Make the document of a new training, with what only those see who may create one."""
    facts = {"head": False, "present": False, "payed": False}
    shown = dict(row) | {"definition_id": None, "season_id": None, "occurrence_date": None}
    data = training(base, shown, texts, (), ())
    data["attributes"] |= {"remark": "", "conflicts_allowed_at": None}
    data["relationships"]["coaches"]["data"] = [
        {"type": "coaches", "id": str(id_), "meta": facts} for id_ in coaches
    ]
    data["relationships"]["teams"]["data"] = [{"type": "teams", "id": str(id_)} for id_ in teams]
    return single(base, "/trainings", data)


def user(site: str, row: Row) -> Document:
    flags = (("admin", row["admin"]), ("author", row["author"]), ("coach", row["coach"]))
    names = ("email", "first_name", "last_name", "remark")
    data = {
        "type": "user_accounts",
        "id": row["uuid"],
        "attributes": {name: row[name] for name in names}
        | {
            "locale": row["locale"] or None,
            "admin": bool(row["admin"]),
            "revoked": bool(row["revoked"]),
            "roles": sorted([name for name, is_set in flags if is_set] + ["user"]),
            "last_login": moment(row["last_login"]),
            "last_unsuccessful_login": moment(row["last_unsuccessful_login"]),
        },
        "links": {"self": f"{site}/api/v1/auth/users/{row['uuid']}"},
        "meta": meta(row),
    }
    return single(f"{site}/api/v1", "/auth/user", data)
