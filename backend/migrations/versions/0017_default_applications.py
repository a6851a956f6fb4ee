"""The sections that the site of a sports club starts with."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from ddl import Moment, insert_if_missing

revision = "0017"
down_revision = "0016"

_APPLICATIONS = sa.table(
    "applications",
    sa.column("name", sa.String()),
    sa.column("title", sa.String()),
    sa.column("short_description", sa.String()),
    sa.column("description", sa.Text()),
    sa.column("remark", sa.Text()),
    sa.column("news", sa.Boolean()),
    sa.column("pages", sa.Boolean()),
    sa.column("events", sa.Boolean()),
    sa.column("weight", sa.Integer()),
    sa.column("version", sa.Integer()),
    sa.column("created_at", Moment),
)
# name, title, short description, news, pages, events
_DEFAULTS = (
    ("club", "Club", "Who we are, where we train and how to join.", True, True, True),
    ("news", "News", "What happens in and around the club.", True, False, False),
    ("trainings", "Trainings", "When, where and with whom we train.", True, True, True),
    ("calendar", "Calendar", "What is coming up.", True, True, True),
    ("members", "Members", "What members need to know.", True, True, False),
)


def upgrade() -> None:
    now = datetime.now(UTC).replace(tzinfo=None)
    for number, (name, title, short, news, pages, events) in enumerate(_DEFAULTS, 1):
        values: dict[str, object] = {
            "name": name,
            "title": title,
            "short_description": short,
            "description": "",
            "remark": "",
            "news": news,
            "pages": pages,
            "events": events,
            "weight": number * 10,
            "version": 1,
            "created_at": now,
        }
        insert_if_missing(_APPLICATIONS, "name", values)


def downgrade() -> None:
    names = [name for name, *_ in _DEFAULTS]
    op.execute(_APPLICATIONS.delete().where(_APPLICATIONS.c.name.in_(names)))
