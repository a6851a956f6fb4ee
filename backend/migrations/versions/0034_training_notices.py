"""What coaches are still to be told about their trainings."""

from ddl import BigInt, create_table, drop_table, flag, identity, moment, reference, text_column

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    create_table(
        "training_notices",
        identity(BigInt),
        *reference("training_notices", "user_id", "users", on_delete="CASCADE"),
        *reference("training_notices", "training_id", "trainings", on_delete="CASCADE"),
        flag("cancelled"),
        text_column("reason", 500),
        moment("created_at"),
        index=[("user_id", "id"), ("training_id",)],
    )


def downgrade() -> None:
    drop_table("training_notices")
