"""Users, with the account that they log in with."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, identity, moment, text_column, trace, version

revision = "0001"
down_revision = None


def upgrade() -> None:
    create_table(
        "users",
        identity(),
        text_column("uuid", 36),
        text_column("email", 254),
        text_column("email_normalized", 254),
        text_column("first_name", 100),
        text_column("last_name", 100),
        text_column("sort_name", 255),
        text_column("search_text", 1000),
        text_column("locale", 5),
        sa.Column("remark", sa.Text(), nullable=False),
        text_column("password", 255),
        flag("admin"),
        flag("revoked"),
        moment("last_login", nullable=True),
        moment("last_unsuccessful_login", nullable=True),
        version(),
        *trace(),
        unique=[("uuid",), ("email_normalized",)],
        index=[("sort_name", "id"), ("last_login", "id"), ("revoked", "sort_name", "id")],
    )


def downgrade() -> None:
    drop_table("users")
