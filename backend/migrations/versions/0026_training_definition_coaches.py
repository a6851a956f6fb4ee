"""Who coaches the trainings of a definition."""

import sqlalchemy as sa
from ddl import create_table, drop_table, reference

revision = "0026"
down_revision = "0025"

_TABLE = "training_definition_coaches"


def upgrade() -> None:
    create_table(
        "training_definition_coaches",
        *reference(_TABLE, "definition_id", "training_definitions", on_delete="CASCADE"),
        *reference(_TABLE, "coach_id", "coaches", on_delete="RESTRICT"),
        # The order in which they were named.
        sa.Column("position", sa.SmallInteger(), nullable=False),
        unique=[("definition_id", "coach_id")],
        index=[("coach_id",)],
    )


def downgrade() -> None:
    drop_table("training_definition_coaches")
