"""Seasons: the periods that trainings are planned for."""

import sqlalchemy as sa
from ddl import create_table, drop_table, identity, text_column, trace, version

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    create_table(
        "seasons",
        identity(),
        text_column("name", 100),
        sa.Column("start_date", sa.Date(), nullable=False),
        sa.Column("end_date", sa.Date(), nullable=False),
        text_column("remark", 2000),
        version(),
        *trace(),
        unique=[("name",)],
        index=[("start_date", "id")],
    )


def downgrade() -> None:
    drop_table("seasons")
