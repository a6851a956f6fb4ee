"""The switch that holds the queue."""

from datetime import UTC, datetime

import sqlalchemy as sa
from ddl import (
    Moment,
    create_table,
    drop_table,
    flag,
    identity,
    insert_if_missing,
    moment,
    text_column,
)

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    create_table(
        "outbox_control",
        identity(),
        flag("held"),
        text_column("reason", 500),
        moment("changed_at"),
    )
    control = sa.table(
        "outbox_control",
        sa.column("id", sa.Integer()),
        sa.column("held", sa.Boolean()),
        sa.column("reason", sa.String()),
        sa.column("changed_at", Moment),
    )
    now = datetime.now(UTC).replace(tzinfo=None)
    insert_if_missing(control, "id", {"id": 1, "held": False, "reason": "", "changed_at": now})


def downgrade() -> None:
    drop_table("outbox_control")
