"""Access tokens, known by the SHA-256 of their identifier."""

from ddl import create_table, drop_table, flag, identity, moment, reference, text_column, trace

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    create_table(
        "oauth_access_tokens",
        identity(),
        text_column("identifier", 64),
        *reference("oauth_access_tokens", "user_id", "users", on_delete="CASCADE"),
        *reference("oauth_access_tokens", "session_id", "user_sessions", on_delete="CASCADE"),
        moment("expiration"),
        flag("revoked"),
        *trace(),
        unique=[("identifier",)],
        index=[("user_id",), ("session_id",), ("expiration", "id")],
    )


def downgrade() -> None:
    drop_table("oauth_access_tokens")
