"""Authors are sorted by their folded name."""

import sqlalchemy as sa
from alembic import context, op
from ddl import add_column, create_index, drop_column

revision = "0015"
down_revision = "0014"

_INDEX = "ix_authors__sort_name__id"


def upgrade() -> None:
    column = sa.Column("sort_name", sa.String(200), nullable=False, server_default="")
    add_column("authors", column)
    create_index("authors", ("sort_name", "id"))
    if not context.is_offline_mode():
        _fill_sort_names()


def downgrade() -> None:
    if context.is_offline_mode() or _is_indexed():
        op.drop_index(_INDEX, "authors")
    drop_column("authors", "sort_name")


def _fill_sort_names() -> None:
    # How kwai folds names is not in SQL; a repeated run gives the same.
    from kwai.core.domain.normalise import normalise

    authors = sa.table("authors", *map(sa.column, ("id", "name", "sort_name")))
    for row in op.get_bind().execute(sa.select(authors)).all():
        name = normalise(row.name)[:200]
        op.execute(authors.update().where(authors.c.id == row.id).values(sort_name=name))


def _is_indexed() -> bool:
    indexes = sa.inspect(op.get_bind()).get_indexes("authors")
    return any(index["name"] == _INDEX for index in indexes)
