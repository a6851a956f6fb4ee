"""Who trains."""

import sqlalchemy as sa
from ddl import create_table, drop_table, reference

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    create_table(
        "training_teams",
        *reference("training_teams", "training_id", "trainings", on_delete="CASCADE"),
        *reference("training_teams", "team_id", "teams", on_delete="RESTRICT"),
        # The order in which they were named.
        sa.Column("position", sa.SmallInteger(), nullable=False),
        unique=[("training_id", "team_id")],
        index=[("team_id", "training_id")],
    )


def downgrade() -> None:
    drop_table("training_teams")
