"""Who coaches a training, and how it went."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, reference

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    create_table(
        "training_coaches",
        *reference("training_coaches", "training_id", "trainings", on_delete="CASCADE"),
        *reference("training_coaches", "coach_id", "coaches", on_delete="RESTRICT"),
        flag("head"),
        flag("present"),
        flag("payed"),
        # The order in which they were named.
        sa.Column("position", sa.SmallInteger(), nullable=False),
        unique=[("training_id", "coach_id")],
        index=[("coach_id", "training_id")],
    )


def downgrade() -> None:
    drop_table("training_coaches")
