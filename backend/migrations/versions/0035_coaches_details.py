"""Coaches get a diploma, a remark and a name to sort by."""

import sqlalchemy as sa
from alembic import context, op
from ddl import add_column, create_index, drop_column, drop_index

revision = "0035"
down_revision = "0034"

_COLUMNS = (("diploma", 200), ("remark", 2000), ("sort_name", 255))
_INDEXES = (("sort_name", "id"), ("active", "sort_name", "id"))


def upgrade() -> None:
    for name, length in _COLUMNS:
        add_column("coaches", sa.Column(name, sa.String(length), nullable=False, server_default=""))
    for columns in _INDEXES:
        create_index("coaches", columns)
    if not context.is_offline_mode():
        _fill_sort_names()


def downgrade() -> None:
    for columns in _INDEXES:
        drop_index("coaches", columns)
    for name, _ in _COLUMNS:
        drop_column("coaches", name)


def _fill_sort_names() -> None:
    # How kwai folds names is not in SQL; a repeated run gives the same.
    from kwai.core.domain.normalise import normalise

    names = ("id", "first_name", "last_name", "sort_name")
    coaches = sa.table("coaches", *map(sa.column, names))
    for row in op.get_bind().execute(sa.select(coaches)).all():
        sort_name = normalise(f"{row.last_name} {row.first_name}")[:255]
        op.execute(coaches.update().where(coaches.c.id == row.id).values(sort_name=sort_name))
