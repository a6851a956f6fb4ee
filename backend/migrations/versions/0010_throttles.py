"""Counters of attempts per window; the key is a SHA-256."""

import sqlalchemy as sa
from ddl import create_table, drop_table, identity, moment, text_column

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    create_table(
        "throttles",
        identity(),
        text_column("throttle_key", 64),
        sa.Column("hits", sa.Integer(), nullable=False),
        moment("expires_at"),
        unique=[("throttle_key",)],
        index=[("expires_at", "id")],
    )


def downgrade() -> None:
    drop_table("throttles")
