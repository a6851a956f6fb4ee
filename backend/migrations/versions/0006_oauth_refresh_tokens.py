"""Refresh tokens, known by the SHA-256 of their identifier."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, identity, moment, reference, text_column, trace

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    create_table(
        "oauth_refresh_tokens",
        identity(),
        text_column("identifier", 64),
        *reference(
            "oauth_refresh_tokens", "access_token_id", "oauth_access_tokens", on_delete="CASCADE"
        ),
        *reference("oauth_refresh_tokens", "session_id", "user_sessions", on_delete="CASCADE"),
        sa.Column("counter", sa.Integer(), nullable=False),
        moment("expiration"),
        flag("revoked"),
        *trace(),
        unique=[("identifier",)],
        index=[("access_token_id",), ("session_id",), ("expiration", "id")],
    )


def downgrade() -> None:
    drop_table("oauth_refresh_tokens")
