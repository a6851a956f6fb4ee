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


def downgrade() -> None:
    if context.is_offline_mode() or _is_indexed():
        op.drop_index(_INDEX, "authors")
    drop_column("authors", "sort_name")


def _is_indexed() -> bool:
    indexes = sa.inspect(op.get_bind()).get_indexes("authors")
    return any(index["name"] == _INDEX for index in indexes)
