"""The change log gives up the texts it kept, titles excepted; they cannot be brought back."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0038"
down_revision = "0037"

_TEXTS = {
    "news_stories": "news_contents",
    "pages": "page_contents",
    "trainings": "training_contents",
}
_FORGOTTEN = {"content", "summary"}
_BATCH = 500
_LOG = sa.table("change_log", *map(sa.column, ("id", "entity", "changes")))


def upgrade() -> None:
    # What is in a log can only be forgotten where the log is.
    if not context.is_offline_mode():
        position = 0
        while position := _forget(after=position):
            pass


def downgrade() -> None:
    """Nothing to do: the texts are gone, and older versions read `changed` as well."""


def _forget(after: int) -> int:
    """Forget a batch of changes, and give where the next one starts; 0 behind the last."""
    query = sa.select(_LOG).where(_LOG.c.id > after, _LOG.c.entity.in_(sorted(_TEXTS)))
    rows = op.get_bind().execute(query.order_by(_LOG.c.id).limit(_BATCH)).all()
    for row in rows:
        changes = json.loads(row.changes)
        if texts := changes.get(_TEXTS[row.entity]):
            changes[_TEXTS[row.entity]] = {
                verb: [_without_text(each) for each in many] for verb, many in texts.items()
            }
            text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
            op.execute(_LOG.update().where(_LOG.c.id == row.id).values(changes=text))
    return rows[-1].id if rows else 0


def _without_text(told: dict[str, Any]) -> dict[str, Any]:
    return told | dict.fromkeys(_FORGOTTEN & told.keys(), "changed")
