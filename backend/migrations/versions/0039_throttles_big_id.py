"""Counting an attempt again uses up a number in InnoDB too, so throttles need the large ones."""

import sqlalchemy as sa
from alembic import op
from ddl import MYSQL

revision = "0039"
down_revision = "0038"


def upgrade() -> None:
    _set_type(sa.BigInteger(), was=sa.Integer())


def downgrade() -> None:
    # The numbers may be too large by then; without the rows every count begins anew.
    if _numbers_are_small():
        op.execute("TRUNCATE TABLE throttles")
    _set_type(sa.Integer(), was=sa.BigInteger())


def _set_type(type_: sa.types.TypeEngine[int], *, was: sa.types.TypeEngine[int]) -> None:
    if _numbers_are_small():
        op.alter_column(
            "throttles",
            "id",
            type_=type_,
            existing_type=was,
            existing_nullable=False,
            autoincrement=True,
        )


def _numbers_are_small() -> bool:
    """Tell whether this engine has numbers of 32 bits; those of SQLite have 64 anyway."""
    return op.get_context().dialect.name in MYSQL
