"""What all revisions share: portable types and steps that can be repeated.

MariaDB cannot roll DDL back, so a revision that died half-way is run again; each step looks first
whether it was done.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import context, op
from sqlalchemy.dialects import mysql

MYSQL = ("mysql", "mariadb")

Moment = sa.DateTime().with_variant(mysql.DATETIME(fsp=6), *MYSQL)
MediumText = sa.Text().with_variant(mysql.MEDIUMTEXT(), *MYSQL)
MediumBlob = sa.LargeBinary().with_variant(mysql.MEDIUMBLOB(), *MYSQL)
# Only INTEGER PRIMARY KEY is a row id in SQLite, and its integers have 64 bits anyway.
BigInt = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def identity(type_: sa.types.TypeEngine[int] | None = None) -> sa.Column[int]:
    """Declare the numbered primary key."""
    return sa.Column("id", type_ or sa.Integer(), primary_key=True, autoincrement=True)


def text_column(name: str, length: int, *, nullable: bool = False) -> sa.Column[str]:
    """Declare a text of at most `length` characters."""
    return sa.Column(name, sa.String(length), nullable=nullable)


def flag(name: str, *, default: bool = False) -> sa.Column[bool]:
    """Declare a boolean."""
    return sa.Column(
        name,
        # Without a name and with create_constraint off, no engine gets a CHECK.
        sa.Boolean(create_constraint=False),
        nullable=False,
        server_default=sa.text("1" if default else "0"),
    )


def moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    """Declare a moment in UTC with microseconds."""
    return sa.Column(name, Moment, nullable=nullable)


def trace() -> tuple[sa.Column[object], sa.Column[object]]:
    """Declare when a row was created and last changed."""
    return moment("created_at"), moment("updated_at", nullable=True)


def version() -> sa.Column[int]:
    """Declare the counter that every update of an aggregate raises."""
    return sa.Column("version", sa.Integer(), nullable=False, server_default=sa.text("1"))


def reference(
    table: str,
    column: str,
    target: str,
    *,
    on_delete: str,
    nullable: bool = False,
    type_: sa.types.TypeEngine[int] | None = None,
) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    """Declare a column that refers to the id of another table, and its constraint."""
    return (
        sa.Column(column, type_ or sa.Integer(), nullable=nullable),
        sa.ForeignKeyConstraint(
            [column], [f"{target}.id"], name=f"fk_{table}__{column}", ondelete=on_delete
        ),
    )


def create_table(
    name: str,
    *items: sa.schema.SchemaItem,
    unique: Sequence[tuple[str, ...]] = (),
    index: Sequence[tuple[str, ...]] = (),
) -> None:
    """Create a table with its indexes, whatever of it a run that died has left."""
    if not _exists(name):
        op.create_table(
            name,
            *items,
            mysql_engine="InnoDB",
            mysql_charset="utf8mb4",
            mysql_collate="utf8mb4_bin",
            sqlite_autoincrement=True,
        )
    for columns in unique:
        create_index(name, columns, unique=True)
    for columns in index:
        create_index(name, columns)


def create_index(table: str, columns: tuple[str, ...], *, unique: bool = False) -> None:
    """Create an index whose name tells table and columns."""
    name = f"{'uq' if unique else 'ix'}_{table}__{'__'.join(columns)}"
    if not _has_index(table, name):
        op.create_index(name, table, list(columns), unique=unique)


def drop_index(table: str, columns: tuple[str, ...]) -> None:
    """Drop an index that is not unique, unless a run that died has done so."""
    name = f"ix_{table}__{'__'.join(columns)}"
    if context.is_offline_mode() or _has_index(table, name):
        op.drop_index(name, table)


def add_column(table: str, column: sa.Column[Any]) -> None:
    """Add a column unless it is there; a NOT NULL one needs a server default."""
    if not _has_column(table, column.name):
        op.add_column(table, column)


def drop_column(table: str, name: str) -> None:
    """Drop a column, unless a run that died has done so; its indexes go before it."""
    if context.is_offline_mode() or _has_column(table, name):
        op.drop_column(table, name)


def drop_table(name: str) -> None:
    """Drop a table, unless a run that died has done so."""
    if context.is_offline_mode() or _exists(name):
        op.drop_table(name)


def insert_if_missing(table: sa.TableClause, key: str, values: dict[str, object]) -> None:
    """Insert a row unless one with the same key is there."""
    if not context.is_offline_mode():
        found = sa.select(sa.literal(1)).where(table.c[key] == values[key])
        if op.get_bind().execute(found).first():
            return
    op.execute(table.insert().values(**values))


def _has_column(table: str, name: str) -> bool:
    if context.is_offline_mode():
        return False
    return any(column["name"] == name for column in sa.inspect(op.get_bind()).get_columns(table))


def _has_index(table: str, name: str) -> bool:
    if context.is_offline_mode():
        return False
    return any(index["name"] == name for index in sa.inspect(op.get_bind()).get_indexes(table))


def _exists(name: str) -> bool:
    return not context.is_offline_mode() and sa.inspect(op.get_bind()).has_table(name)
