from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from kwai.core.db.engine import KwaiEngine
from kwai.core.db.exceptions import DatabaseException
from kwai.core.db.row_fields import column
from kwai.core.db.rows import ContentRow, OwnerRow
from kwai.core.db.table import Table
from kwai.core.domain.value_objects.name import Name

MOMENT = datetime(2024, 2, 29, 12, 0, 0, 5, UTC)


@dataclass(kw_only=True, frozen=True, slots=True)
class EventRow:
    id: int
    label: str = column("name")
    active: bool
    start: datetime | None
    day: date
    at: time
    photo: bytes | None = None


Events = Table("events", EventRow)
FROM_MARIADB = (1, "x", 1, MOMENT.replace(tzinfo=None), date(2024, 2, 29), timedelta(hours=9), b"")
FROM_SQLITE = (1, "x", 1, "2024-02-29 12:00:00.000005", "2024-02-29", "09:00:00", b"")


def record(values: tuple[object, ...], prefix: str = "events") -> dict[str, object]:
    names = ("id", "name", "active", "start", "day", "at", "photo")
    return {f"{prefix}_{name}": value for name, value in zip(names, values, strict=True)}


@pytest.mark.parametrize("values", [FROM_MARIADB, FROM_SQLITE])
def test_database_v2_a_row_is_the_same_whatever_the_driver_delivers(
    values: tuple[object, ...],
) -> None:
    assert Events(record(values)) == EventRow(
        id=1, label="x", active=True, start=MOMENT, day=date(2024, 2, 29), at=time(9), photo=b""
    )


def test_nothing_stays_nothing() -> None:
    row = Events(record((1, "x", 0, None, "2024-02-29", "09:00:00", None)))

    assert (row.active, row.start, row.photo) == (False, None, None)


def test_a_record_of_several_tables_is_taken_apart_by_prefix() -> None:
    joined = record(FROM_MARIADB) | record((2, *FROM_SQLITE[1:]), "parents")

    assert (Events(joined).id, Events(joined, "parents").id) == (1, 2)


def test_database_n2_the_empty_side_of_a_join_is_none() -> None:
    assert Events.map_optional(record((None,) * 7)) is None
    assert Events.map_optional(record((None,) * 7, "parents"), "parents") is None
    assert Events.map_optional(record(FROM_SQLITE)) == Events(record(FROM_SQLITE))


def test_database_n1_columns_are_one_piece_of_sql() -> None:
    engine = KwaiEngine()

    text = Events.columns.sql(engine)

    assert text.startswith("`events`.`id` AS `events_id`, `events`.`name` AS `events_name`, ")
    assert text == ", ".join(alias.sql(engine) for alias in Events.aliases())
    assert Events.columns_of("parents").sql(engine).startswith("`parents`.`id` AS `parents_id`")
    assert Events.columns is Events.columns_of()


def test_names_of_columns() -> None:
    assert Events.table_name == "events"
    assert Events.column("id") == "events.id"
    assert Events.column("id", "parents") == "parents.id"
    assert Events.alias_name("id") == "events_id"
    assert Events.field("id").eq(1).sql(KwaiEngine()) == "`events`.`id` = %s"
    assert Events.field("id", "parents").is_null().sql(KwaiEngine()) == "`parents`.`id` IS NULL"


def test_database_v2_a_field_of_a_type_that_no_column_has_is_refused_at_import() -> None:
    @dataclass
    class Row:
        id: list[int]

    with pytest.raises(DatabaseException, match=r"Row\.id"):
        Table("rows", Row)


def test_only_dataclasses_are_rows() -> None:
    with pytest.raises(DatabaseException, match="dataclass"):
        Table("rows", int)


def test_an_owner_is_made_of_its_row() -> None:
    uuid = "6f1f4b0e-8a55-4d0a-9a53-0e7d0c9b9f01"

    owner = OwnerRow(id=1, uuid=uuid, first_name="Jan", last_name="Peeters").create_owner()

    assert (owner.id.value, str(owner.uuid)) == (1, uuid)
    assert owner.name == Name(first_name="Jan", last_name="Peeters")


def test_a_content_is_made_of_its_row() -> None:
    uuid = "6f1f4b0e-8a55-4d0a-9a53-0e7d0c9b9f01"
    author = OwnerRow(id=1, uuid=uuid, first_name="Jan", last_name="P").create_owner()
    row = ContentRow(
        locale="nl",
        format="md",
        title="Titel",
        content="Lang",
        summary="Kort",
        user_id=1,
        created_at=MOMENT,
        updated_at=None,
    )

    text = row.create_content(author)

    assert (text.locale, text.format, text.title) == ("nl", "md", "Titel")
    assert (text.content, text.summary, text.author) == ("Lang", "Kort", author)
    assert text.traceable_time.created_at.timestamp == MOMENT
    assert not text.traceable_time.is_updated


def test_jsonapi_v3_what_is_left_out_is_not_read_and_has_its_default() -> None:
    narrow = Table("events", Events.row_type, frozenset({"photo"}))
    read = record(FROM_MARIADB)
    del read["events_photo"]

    assert "photo" not in narrow.columns.sql(KwaiEngine())
    assert narrow(read) == replace(Events(record(FROM_MARIADB)), photo=None)


def test_what_has_no_default_is_always_read() -> None:
    with pytest.raises(DatabaseException, match="day"):
        Table("events", Events.row_type, frozenset({"day"}))
