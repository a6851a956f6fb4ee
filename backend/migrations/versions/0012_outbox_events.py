"""Events, committed together with the change that causes them."""

import sqlalchemy as sa
from ddl import BigInt, MediumBlob, create_table, drop_table, identity, moment, text_column

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    create_table(
        "outbox_events",
        identity(BigInt),
        text_column("uuid", 36),
        text_column("name", 128),
        sa.Column("version", sa.Integer(), nullable=False),
        text_column("cause", 128, nullable=True),
        sa.Column("payload", MediumBlob, nullable=True),
        text_column("subject_uuid", 36, nullable=True),
        text_column("request_id", 36, nullable=True),
        moment("created_at"),
        unique=[("uuid",)],
        index=[("subject_uuid",), ("name", "id")],
    )


def downgrade() -> None:
    drop_table("outbox_events")
