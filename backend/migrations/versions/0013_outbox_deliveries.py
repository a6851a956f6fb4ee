"""What is still to be done with an event, per handler, and how it went."""

import sqlalchemy as sa
from ddl import MYSQL, BigInt, create_table, drop_table, identity, moment, reference, text_column
from sqlalchemy.dialects import mysql

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    create_table(
        "outbox_deliveries",
        identity(BigInt),
        *reference(
            "outbox_deliveries", "event_id", "outbox_events", on_delete="CASCADE", type_=BigInt
        ),
        text_column("handler", 128),
        text_column("status", 9),
        sa.Column(
            "priority",
            sa.SmallInteger().with_variant(mysql.TINYINT(), *MYSQL),
            nullable=False,
        ),
        sa.Column("attempts", sa.Integer(), nullable=False),
        moment("available_at"),
        moment("expires_at", nullable=True),
        text_column("lease", 32, nullable=True),
        text_column("leased_by", 128, nullable=True),
        text_column("recipient", 254, nullable=True),
        text_column("message_id", 255, nullable=True),
        text_column("outcome", 64, nullable=True),
        text_column("last_error", 500, nullable=True),
        moment("created_at"),
        moment("finished_at", nullable=True),
        unique=[("event_id", "handler")],
        index=[
            ("status", "priority", "available_at"),
            ("status", "available_at"),
            ("status", "finished_at"),
            ("handler", "id"),
        ],
    )


def downgrade() -> None:
    drop_table("outbox_deliveries")
