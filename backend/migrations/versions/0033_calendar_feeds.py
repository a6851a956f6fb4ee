"""Secret calendar feeds of coaches; the secret itself is not stored."""

from ddl import create_table, drop_table, identity, reference, text_column, trace, version

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    create_table(
        "calendar_feeds",
        identity(),
        *reference("calendar_feeds", "user_id", "users", on_delete="CASCADE"),
        text_column("name", 100),
        text_column("secret", 64),
        version(),
        *trace(),
        unique=[("secret",)],
        index=[("user_id", "id")],
    )


def downgrade() -> None:
    drop_table("calendar_feeds")
