"""Who changed what, when, and how it was before."""

import sqlalchemy as sa
from ddl import (
    BigInt,
    MediumText,
    create_table,
    drop_table,
    identity,
    moment,
    reference,
    text_column,
)

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    create_table(
        "change_log",
        identity(BigInt),
        moment("at"),
        *reference("change_log", "actor_id", "users", on_delete="SET NULL", nullable=True),
        text_column("actor_kind", 6),
        text_column("request_id", 36, nullable=True),
        text_column("entity", 64),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        text_column("action", 16),
        sa.Column("changes", MediumText, nullable=False),
        index=[("entity", "id"), ("entity", "entity_id", "id"), ("actor_id", "id")],
    )


def downgrade() -> None:
    drop_table("change_log")
