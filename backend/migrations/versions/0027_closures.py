"""Closures: days on which the club, or one location, is closed."""

import sqlalchemy as sa
from ddl import create_table, drop_table, identity, text_column, trace, version

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    create_table(
        "closures",
        identity(),
        text_column("name", 200),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=False),
        text_column("location", 200),
        text_column("location_key", 255),
        version(),
        *trace(),
        index=[("start_date", "id"), ("end_date", "id"), ("location_key", "start_date", "id")],
    )


def downgrade() -> None:
    drop_table("closures")
