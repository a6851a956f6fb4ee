"""Login sessions: what a refresh token belongs to."""

import sqlalchemy as sa
from ddl import create_table, drop_table, identity, moment, reference, text_column

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    create_table(
        "user_sessions",
        identity(),
        text_column("uuid", 36),
        *reference("user_sessions", "user_id", "users", on_delete="CASCADE"),
        text_column("client", 3),
        sa.Column("counter", sa.Integer(), nullable=False),
        moment("created_at"),
        moment("rotated_at", nullable=True),
        moment("last_used_at"),
        moment("confirmed_at", nullable=True),
        moment("idle_expires_at"),
        moment("absolute_expires_at"),
        moment("revoked_at", nullable=True),
        text_column("revoke_reason", 32, nullable=True),
        text_column("ip_prefix", 64),
        text_column("user_agent", 200),
        unique=[("uuid",)],
        index=[("user_id", "last_used_at", "id"), ("absolute_expires_at", "id")],
    )


def downgrade() -> None:
    drop_table("user_sessions")
