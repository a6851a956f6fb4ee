"""Applications: the sections of the site."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, identity, text_column, trace, version

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    create_table(
        "applications",
        identity(),
        text_column("title", 100),
        text_column("name", 50),
        text_column("short_description", 255),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        flag("news", default=True),
        flag("pages", default=True),
        flag("events", default=True),
        sa.Column("weight", sa.Integer(), nullable=False, server_default=sa.text("0")),
        version(),
        *trace(),
        unique=[("name",)],
        index=[("weight", "id")],
    )


def downgrade() -> None:
    drop_table("applications")
