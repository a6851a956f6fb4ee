"""Coaches: who gives trainings, and may plan them when linked to a user."""

from ddl import create_table, drop_table, flag, identity, reference, text_column, trace, version

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    create_table(
        "coaches",
        identity(),
        *reference("coaches", "user_id", "users", on_delete="SET NULL", nullable=True),
        text_column("first_name", 100),
        text_column("last_name", 100),
        flag("active", default=True),
        version(),
        *trace(),
        unique=[("user_id",)],
        index=[("active", "last_name", "id")],
    )


def downgrade() -> None:
    drop_table("coaches")
