"""The one row that whoever changes the schedule locks: a location has none of its own."""

import sqlalchemy as sa
from ddl import create_table, drop_table, identity, insert_if_missing, text_column

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    create_table("schedule_lock", identity(), text_column("name", 50))
    insert_if_missing(
        sa.table("schedule_lock", sa.column("id", sa.Integer()), sa.column("name", sa.String())),
        "id",
        {"id": 1, "name": "schedule"},
    )


def downgrade() -> None:
    drop_table("schedule_lock")
