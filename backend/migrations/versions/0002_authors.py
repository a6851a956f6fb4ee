"""Authors: who may write news and pages."""

import sqlalchemy as sa
from ddl import create_table, drop_table, flag, identity, reference, text_column, trace, version

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    create_table(
        "authors",
        identity(),
        text_column("uuid", 36),
        *reference("authors", "user_id", "users", on_delete="SET NULL", nullable=True),
        text_column("name", 200),
        flag("active", default=True),
        sa.Column("remark", sa.Text(), nullable=False),
        version(),
        *trace(),
        unique=[("uuid",), ("user_id",)],
        index=[("active", "name", "id")],
    )


def downgrade() -> None:
    drop_table("authors")
