"""Trainings: when, where, and whether they take place."""

import sqlalchemy as sa
from ddl import (
    create_table,
    drop_table,
    flag,
    identity,
    moment,
    reference,
    text_column,
    trace,
    version,
)

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    create_table(
        "trainings",
        identity(),
        text_column("uuid", 36),
        *reference(
            "trainings",
            "definition_id",
            "training_definitions",
            on_delete="SET NULL",
            nullable=True,
        ),
        *reference("trainings", "season_id", "seasons", on_delete="SET NULL", nullable=True),
        sa.Column("occurrence_date", sa.Date(), nullable=True),
        moment("start_date"),
        moment("end_date"),
        # Seconds; the engines share no function for the difference of two moments.
        sa.Column("duration", sa.Integer(), nullable=False),
        flag("active", default=True),
        flag("cancelled"),
        text_column("cancel_reason", 500),
        *reference("trainings", "closure_id", "closures", on_delete="SET NULL", nullable=True),
        text_column("location", 200),
        text_column("location_key", 255),
        text_column("remark", 2000),
        text_column("edited", 100),
        *reference("trainings", "override_user_id", "users", on_delete="SET NULL", nullable=True),
        moment("override_at", nullable=True),
        version(),
        *trace(),
        unique=[("uuid",), ("definition_id", "occurrence_date")],
        index=[
            ("start_date", "id"),
            ("active", "start_date", "id"),
            ("active", "cancelled", "start_date", "id"),
            ("cancelled", "start_date", "id"),
            ("definition_id", "start_date", "id"),
            ("location_key", "start_date", "id"),
            ("season_id", "start_date", "id"),
            ("closure_id",),
            ("override_user_id",),
        ],
    )


def downgrade() -> None:
    drop_table("trainings")
