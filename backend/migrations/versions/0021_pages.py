"""Pages of the site."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, identity, reference, trace, version

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    create_table(
        "pages",
        identity(),
        flag("enabled"),
        sa.Column("priority", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("remark", sa.Text(), nullable=False),
        *reference("pages", "application_id", "applications", on_delete="RESTRICT"),
        version(),
        *trace(),
        index=[
            ("priority", "id"),
            ("enabled", "priority", "id"),
            ("application_id", "priority", "id"),
        ],
    )


def downgrade() -> None:
    drop_table("pages")
