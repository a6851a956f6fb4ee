"""Stories: when they are published, and how they are promoted."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, identity, moment, reference, trace, version

revision = "0018"
down_revision = "0017"

_TABLE = "news_stories"


def upgrade() -> None:
    create_table(
        _TABLE,
        identity(),
        flag("enabled"),
        sa.Column("promotion", sa.Integer(), nullable=False, server_default=sa.text("0")),
        moment("promotion_end_date", nullable=True),
        moment("publish_date"),
        moment("end_date", nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        *reference(_TABLE, "application_id", "applications", on_delete="RESTRICT"),
        *reference(_TABLE, "author_id", "authors", on_delete="RESTRICT", nullable=True),
        version(),
        *trace(),
        index=[
            ("publish_date", "id"),
            ("enabled", "publish_date", "id"),
            ("promotion", "publish_date", "id"),
            ("application_id", "publish_date", "id"),
            ("author_id", "publish_date", "id"),
            ("end_date",),
            ("promotion_end_date",),
        ],
    )


def downgrade() -> None:
    drop_table(_TABLE)
