"""What happened to accounts: failed logins, reuse of tokens, revocations."""

from ddl import create_table, drop_table, identity, moment, reference, text_column

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    create_table(
        "security_events",
        identity(),
        moment("at"),
        text_column("kind", 32),
        *reference("security_events", "user_id", "users", on_delete="SET NULL", nullable=True),
        text_column("session_uuid", 36, nullable=True),
        text_column("ip_prefix", 64),
        text_column("request_id", 36, nullable=True),
        index=[("user_id", "id"), ("kind", "id"), ("at", "id")],
    )


def downgrade() -> None:
    drop_table("security_events")
