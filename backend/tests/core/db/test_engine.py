"""The SQL of every trap of sql-smith that `core.db.engine` closes, for both engines."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest
from sql_smith.functions import criteria, express, func, group, identify, literal, on

from kwai.core.db.engine import (
    KwaiEngine,
    KwaiField,
    KwaiQueryFactory,
    KwaiSelect,
    NewValue,
    Sql,
    SqliteEngine,
    aliased,
    all_of,
    any_of,
    as_column,
    exists,
    not_,
    not_exists,
    union_page,
)
from kwai.core.db.exceptions import ParameterException, QueryException

f = KwaiQueryFactory()
MARIADB, SQLITE = KwaiEngine(), SqliteEngine()
NO_LIMIT = 9223372036854775807


def a() -> KwaiField:
    return KwaiField("t.a")


def users() -> KwaiSelect:
    return f.select("id").from_("users")


# name, query, SQL with {} for each placeholder, values
SAME_ON_BOTH: list[tuple[str, Callable[[], Any], str, tuple[Any, ...]]] = [
    ("quoted names", lambda: f.select("t.id", "*").from_("t"), "SELECT `t`.`id`, * FROM `t`", ()),
    ("a backtick in a name", lambda: f.select("a`b").from_("t"), "SELECT `a``b` FROM `t`", ()),
    (
        "GROUP BY with a comma",
        lambda: f.select("a").from_("t").group_by("a", "b").having(a().gt(1)),
        "SELECT `a` FROM `t` GROUP BY `a`, `b` HAVING `t`.`a` > {}",
        (1,),
    ),
    (
        "WITH with a comma and quoted names",
        lambda: f.select().from_("x").with_("x", users()).with_("y", users()),
        "WITH `x` AS ( SELECT `id` FROM `users` ), `y` AS ( SELECT `id` FROM `users` )"
        " SELECT * FROM `x`",
        (),
    ),
    (
        "WITH RECURSIVE",
        lambda: f.select().from_("x").with_("x", users(), recursive=True),
        "WITH RECURSIVE `x` AS ( SELECT `id` FROM `users` ) SELECT * FROM `x`",
        (),
    ),
    ("limit 0", lambda: users().limit(0), "SELECT `id` FROM `users` LIMIT 0", ()),
    (
        "an offset without a limit",
        lambda: users().offset(5),
        f"SELECT `id` FROM `users` LIMIT {NO_LIMIT} OFFSET 5",
        (),
    ),
    (
        "limit and offset",
        lambda: users().limit(2).offset(5),
        "SELECT `id` FROM `users` LIMIT 2 OFFSET 5",
        (),
    ),
    (
        "a page of a union",
        lambda: union_page(users(), users()).order_by("id").limit(5),
        "SELECT * FROM ( SELECT `id` FROM `users` UNION SELECT `id` FROM `users` ) AS `page`"
        " ORDER BY `id` ASC LIMIT 5",
        (),
    ),
    (
        "a union that keeps doubles",
        lambda: union_page(users(), users(), distinct=False),
        "SELECT * FROM ( SELECT `id` FROM `users` UNION ALL SELECT `id` FROM `users` ) AS `page`",
        (),
    ),
    (
        "and_where groups",
        lambda: users().and_where(a().eq(1)).and_where(any_of(a().eq(2), a().eq(3))),
        "SELECT `id` FROM `users` WHERE (`t`.`a` = {}) AND ((`t`.`a` = {}) OR (`t`.`a` = {}))",
        (1, 2, 3),
    ),
    (
        "all_of inside any_of",
        lambda: users().where(any_of(all_of(a().eq(1), a().eq(2)), a().eq(3))),
        "SELECT `id` FROM `users` WHERE ((`t`.`a` = {}) AND (`t`.`a` = {})) OR (`t`.`a` = {})",
        (1, 2, 3),
    ),
    (
        "any of nothing, all of nothing",
        lambda: users().where(any_of()).and_where(all_of()),
        "SELECT `id` FROM `users` WHERE (1 = 0) AND (1 = 1)",
        (),
    ),
    (
        "criteria of sql-smith",
        lambda: users().where(group(criteria("{} = {}", identify("a"), literal(1)))),
        "SELECT `id` FROM `users` WHERE (`a` = 1)",
        (),
    ),
    (
        "UPDATE with and_where alone",
        lambda: f.update("t", {"a": None, "b": True, "c": Sql("`c` + 1")}).and_where(a().eq(1)),
        "UPDATE `t` SET `a` = {}, `b` = {}, `c` = `c` + 1 WHERE `t`.`a` = {}",
        (None, True, 1),
    ),
    (
        "DELETE with and_where alone",
        lambda: f.delete("t").and_where(a().eq(1)),
        "DELETE FROM `t` WHERE `t`.`a` = {}",
        (1,),
    ),
    (
        "an empty list",
        lambda: users().where(a().in_list([])).and_where(a().not_in_list([])),
        "SELECT `id` FROM `users` WHERE (1 = 0) AND (1 = 1)",
        (),
    ),
    (
        "a list is sorted and unique",
        lambda: users().where(a().in_list([3, 1, 3, 2])),
        "SELECT `id` FROM `users` WHERE `t`.`a` IN ({}, {}, {})",
        (1, 2, 3),
    ),
    (
        "LIKE",
        lambda: users().where(a().like_contains("100%_!")).and_where(a().like_begins("b\\")),
        "SELECT `id` FROM `users`"
        " WHERE (`t`.`a` LIKE {} ESCAPE '!') AND (`t`.`a` LIKE {} ESCAPE '!')",
        ("%100!%!_!!%", "b\\%"),
    ),
    (
        "INSERT of several rows",
        lambda: f.insert("t").columns("a", "b").values(1, None).values(True, "x"),
        "INSERT INTO `t` (`a`, `b`) VALUES ( {}, {} ), ( {}, {} )",
        (1, None, True, "x"),
    ),
    (
        "NULLs last",
        lambda: users().order_by(a().is_null()).order_by("a", "DESC"),
        "SELECT `id` FROM `users` ORDER BY `t`.`a` IS NULL ASC, `a` DESC",
        (),
    ),
    (
        "joins",
        lambda: (
            users()
            .inner_join("b", KwaiField("b.id").eq_field("users.b_id"))
            .left_join(aliased("users", "parents"), on("parents.id", "users.parent_id"))
        ),
        "SELECT `id` FROM `users` INNER JOIN `b` ON `b`.`id` = `users`.`b_id`"
        " LEFT JOIN `users` AS `parents` ON `parents`.`id` = `users`.`parent_id`",
        (),
    ),
    (
        "sub-queries",
        lambda: (
            f.select(as_column(Sql("(", users(), ")"), "n"), as_column("t.a", "b"))
            .from_(aliased(users().where(a().eq(1)), "x"))
            .where(exists(users().where(a().eq(2))))
            .and_where(not_exists(users()))
            .and_where(not_(a().in_query(users())))
        ),
        "SELECT ( SELECT `id` FROM `users` ) AS `n`, `t`.`a` AS `b`"
        " FROM ( SELECT `id` FROM `users` WHERE `t`.`a` = {} ) AS `x`"
        " WHERE (EXISTS (SELECT `id` FROM `users` WHERE `t`.`a` = {}))"
        " AND (NOT EXISTS (SELECT `id` FROM `users`))"
        " AND (NOT (`t`.`a` IN (SELECT `id` FROM `users`)))",
        (1, 2),
    ),
    (
        "DISTINCT and functions",
        lambda: f.select_distinct(func("MAX", "t.a")).from_("t"),
        "SELECT DISTINCT MAX(`t`.`a`) FROM `t`",
        (),
    ),
    (
        "the other comparisons",
        lambda: (
            users()
            .where(a().not_eq(1))
            .and_where(a().between(1, 2))
            .and_where(a().lt(3))
            .and_where(a().is_not_null())
        ),
        "SELECT `id` FROM `users` WHERE (`t`.`a` <> {})"
        " AND ((`t`.`a` >= {}) AND (`t`.`a` <= {})) AND (`t`.`a` < {}) AND (`t`.`a` IS NOT NULL)",
        (1, 1, 2, 3),
    ),
]


@pytest.mark.parametrize(
    ("build", "sql", "values"),
    [case[1:] for case in SAME_ON_BOTH],
    ids=[c[0] for c in SAME_ON_BOTH],
)
def test_database_s1_both_engines_get_the_same_sql(
    build: Callable[[], Any], sql: str, values: tuple[Any, ...]
) -> None:
    assert MARIADB.render(build()) == (sql.replace("{}", "%s"), values)
    assert SQLITE.render(build()) == (sql.replace("{}", "?"), values)


DIFFERENT: list[tuple[str, Callable[[], Any], str, str]] = [
    (
        "a lock",
        lambda: users().for_update(),
        "SELECT `id` FROM `users` FOR UPDATE",
        "SELECT `id` FROM `users`",
    ),
    (
        "a lock that skips",
        lambda: users().limit(1).for_update(skip_locked=True),
        "SELECT `id` FROM `users` LIMIT 1 FOR UPDATE SKIP LOCKED",
        "SELECT `id` FROM `users` LIMIT 1",
    ),
    (
        "an upsert",
        lambda: f.insert("t", {"a": 1, "b": 2}).upsert(["a"], ["b"]),
        "INSERT INTO `t` (`a`, `b`) VALUES ( %s, %s ) ON DUPLICATE KEY UPDATE `b` = VALUES(`b`)",
        "INSERT INTO `t` (`a`, `b`) VALUES ( ?, ? )"
        " ON CONFLICT (`a`) DO UPDATE SET `b` = excluded.`b`",
    ),
    (
        "an upsert that changes nothing",
        lambda: f.insert("t", {"a": 1, "b": 2}).upsert(["a", "b"], []),
        "INSERT INTO `t` (`a`, `b`) VALUES ( %s, %s ) ON DUPLICATE KEY UPDATE `a` = `a`",
        "INSERT INTO `t` (`a`, `b`) VALUES ( ?, ? ) ON CONFLICT (`a`, `b`) DO NOTHING",
    ),
    (
        "an upsert that computes",
        lambda: f.insert("t", {"a": 1, "b": 2}).upsert(
            ["a"], {"b": Sql(KwaiField("b"), "+", NewValue("b"))}
        ),
        "INSERT INTO `t` (`a`, `b`) VALUES ( %s, %s )"
        " ON DUPLICATE KEY UPDATE `b` = `b` + VALUES(`b`)",
        "INSERT INTO `t` (`a`, `b`) VALUES ( ?, ? )"
        " ON CONFLICT (`a`) DO UPDATE SET `b` = `b` + excluded.`b`",
    ),
]


@pytest.mark.parametrize(
    ("build", "mariadb", "sqlite"), [case[1:] for case in DIFFERENT], ids=[c[0] for c in DIFFERENT]
)
def test_database_s1_what_differs_is_asked_of_the_engine(
    build: Callable[[], Any], mariadb: str, sqlite: str
) -> None:
    query = build()

    assert MARIADB.render(query)[0] == mariadb
    assert SQLITE.render(query)[0] == sqlite


ORDER_TEXT: Any = "ASC, b"

REFUSED: list[tuple[str, Callable[[], Any], str]] = [
    ("a comparison with None", lambda: a().eq(None), "is_null"),
    ("not_eq None", lambda: a().not_eq(None), "is_null"),
    ("or_", lambda: a().eq(1).or_(a().eq(2)), "any_of"),
    ("or_where", lambda: users().or_where(a().eq(1)), "any_of"),
    ("an order of text", lambda: users().order_by("a", ORDER_TEXT), "ASC or DESC"),
    ("a long list", lambda: a().in_list(range(501)), "500"),
    ("None in a list", lambda: a().in_list([1, None]), "is_null"),
    ("a DELETE with a limit", lambda: f.delete("t").limit(1), "LIMIT"),
    ("UPDATE without WHERE", lambda: MARIADB.render(f.update("t", {"a": 1})), "WHERE"),
    ("DELETE without WHERE", lambda: SQLITE.render(f.delete("t")), "WHERE"),
    ("a percent sign in text", lambda: MARIADB.render(f.select(literal("'%'"))), "value"),
    ("a percent sign on SQLite", lambda: SQLITE.render(f.select(literal("'%'"))), "value"),
    ("a question mark in text", lambda: SQLITE.render(f.select(literal("'?'"))), "value"),
    ("a question mark on MariaDB", lambda: MARIADB.render(f.select(literal("'?'"))), "value"),
    ("braces in text", lambda: MARIADB.render(f.select(express("'{}'"))), "braces"),
    ("named braces in text", lambda: MARIADB.render(f.select(express("'{x}'"))), "braces"),
]


@pytest.mark.parametrize(
    ("build", "reason"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_trap_is_refused(build: Callable[[], Any], reason: str) -> None:
    with pytest.raises(QueryException, match=reason):
        build()


@pytest.mark.parametrize("engine", [MARIADB, SQLITE])
def test_database_k2_only_one_table_is_locked(engine: KwaiEngine) -> None:
    joined = users().join("b", a().eq(1), "LEFT").for_update()
    two = f.select("id").from_("a", "b").for_update()

    for query in (joined, two):
        with pytest.raises(QueryException, match="one table"):
            engine.render(query)


def test_a_list_holds_only_what_can_be_sent() -> None:
    with pytest.raises(ParameterException):
        a().in_list([object()])


def test_a_list_takes_what_a_comparison_takes() -> None:
    class Kind(Enum):
        ONE = "one"

    assert MARIADB.render(users().where(a().in_list([Kind.ONE])))[1] == ("one",)


def test_a_clone_changes_alone() -> None:
    query = users().order_by("a").where(a().eq(1)).with_("x", users())
    before = MARIADB.render(query)

    clone = query.clone().order_by("b").and_where(a().eq(2)).inner_join("c", a().is_null())
    clone.with_("y", users()).limit(1).columns("z")

    assert MARIADB.render(query) == before
    assert clone.ordering == [("a", "ASC"), ("b", "ASC")]


def test_a_settled_query_says_the_same_and_goes_on() -> None:
    def create() -> KwaiSelect:
        query = users().left_join("c", a().eq_field("c.id")).inner_join("d", a().eq("x"))
        return query.add_columns(as_column(Sql("(", users().where(a().eq(1)), ")"), "found"))

    settled = create().settle().clone().where(a().eq("y")).order_by("a")

    assert MARIADB.render(settled) == MARIADB.render(create().where(a().eq("y")).order_by("a"))
    assert SQLITE.render(settled) == SQLITE.render(create().where(a().eq("y")).order_by("a"))


def test_a_query_can_be_cleared() -> None:
    query = users().order_by("a").where(a().eq(1)).order_by().without_where()

    assert MARIADB.render(query)[0] == "SELECT `id` FROM `users`"
    assert not query.has_where
    assert not query.has_group()


def test_booleans_and_nothing_are_spelled_as_both_engines_read_them() -> None:
    assert [MARIADB.export_parameter(value) for value in (True, False, None)] == ["1", "0", "NULL"]
    assert [SQLITE.export_parameter(value) for value in (True, False, None)] == ["1", "0", "NULL"]


def test_many_values_are_collected_in_their_order() -> None:
    rows = [tuple(range(start, start + 10)) for start in range(0, 40_000, 10)]
    query = f.insert("t").columns(*"abcdefghij")
    for row in rows:
        query.values(*row)

    assert MARIADB.render(query)[1] == tuple(range(40_000))


def test_a_rendered_condition_can_stand_twice_and_with_others() -> None:
    def create() -> KwaiSelect:
        return users().where(any_of(a().eq(1), a().in_list([2, 3]))).and_where(a().is_null())

    rendered = create().render_where(SQLITE)
    twice = rendered.clone().add_columns(as_column(Sql("(", rendered.clone(), ")"), "same"))
    plain = create().add_columns(as_column(Sql("(", create(), ")"), "same"))

    assert SQLITE.render(twice) == SQLITE.render(plain)
    assert SQLITE.render(rendered.and_where(a().eq(4)))[1] == (1, 2, 3, 4)
    assert users().render_where(SQLITE).has_where is False
