"""Password recoveries; `uuid` holds the SHA-256 of what was mailed."""

import sqlalchemy as sa
from ddl import create_table, drop_table, identity, moment, reference, text_column, trace

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    create_table(
        "user_recoveries",
        identity(),
        text_column("uuid", 64),
        *reference("user_recoveries", "user_id", "users", on_delete="CASCADE"),
        moment("expired_at"),
        moment("mailed_at", nullable=True),
        moment("confirmed_at", nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        *trace(),
        unique=[("uuid",)],
        index=[("user_id", "created_at", "id"), ("expired_at", "id")],
    )


def downgrade() -> None:
    drop_table("user_recoveries")
