"""Invitations; `open_email` is set while one is open, so that there is only one."""

import sqlalchemy as sa
from ddl import (
    create_table,
    drop_table,
    flag,
    identity,
    moment,
    reference,
    text_column,
    trace,
    version,
)

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    create_table(
        "user_invitations",
        identity(),
        text_column("uuid", 36),
        text_column("email", 254),
        text_column("email_normalized", 254),
        text_column("open_email", 254, nullable=True),
        text_column("first_name", 100),
        text_column("last_name", 100),
        text_column("locale", 5),
        sa.Column("remark", sa.Text(), nullable=False),
        *reference("user_invitations", "user_id", "users", on_delete="RESTRICT"),
        moment("expired_at"),
        moment("mailed_at", nullable=True),
        moment("confirmed_at", nullable=True),
        flag("revoked"),
        version(),
        *trace(),
        unique=[("uuid",), ("open_email",)],
        index=[
            ("user_id",),
            ("created_at", "id"),
            ("email_normalized", "id"),
            ("expired_at", "id"),
        ],
    )


def downgrade() -> None:
    drop_table("user_invitations")
