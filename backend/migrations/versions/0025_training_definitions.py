"""Training definitions: the weekly slots that trainings are generated from."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, identity, reference, text_column, trace, version

revision = "0025"
down_revision = "0024"

_TABLE = "training_definitions"


def upgrade() -> None:
    create_table(
        "training_definitions",
        identity(),
        text_column("name", 200),
        text_column("sort_name", 255),
        text_column("description", 2000),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("start_time", sa.Time(), nullable=False),
        sa.Column("end_time", sa.Time(), nullable=False),
        text_column("timezone", 64),
        text_column("location", 200),
        # Days as JSON; no row of their own, because they are always read and written together.
        sa.Column("exception_dates", sa.Text(), nullable=False),
        flag("active", default=True),
        text_column("remark", 2000),
        *reference(_TABLE, "team_id", "teams", on_delete="SET NULL", nullable=True),
        *reference(_TABLE, "season_id", "seasons", on_delete="SET NULL", nullable=True),
        *reference(_TABLE, "user_id", "users", on_delete="RESTRICT"),
        version(),
        *trace(),
        index=[
            ("team_id",),
            ("season_id",),
            ("user_id",),
            ("active", "weekday", "start_time", "id"),
            ("weekday", "start_time", "id"),
            ("sort_name", "id"),
        ],
    )


def downgrade() -> None:
    drop_table("training_definitions")
