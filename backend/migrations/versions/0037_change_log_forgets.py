"""The change log gives up what it kept about persons; it cannot be brought back."""

import json

import sqlalchemy as sa
from alembic import context, op

revision = "0037"
down_revision = "0036"

_NAMES = {"first_name", "last_name", "sort_name", "remark"}
_EMAIL = {"email", "email_normalized"}
_PERSONAL = {
    "authors": {"name", "sort_name", "remark"},
    "calendar_feeds": {"name"},
    "coaches": _NAMES | {"diploma"},
    "user_invitations": _NAMES | _EMAIL | {"open_email"},
    "user_recoveries": {"remark"},
    "users": _NAMES | _EMAIL | {"search_text", "last_login", "last_unsuccessful_login"},
}
_BATCH = 500
_LOG = sa.table("change_log", *map(sa.column, ("id", "entity", "changes")))


def upgrade() -> None:
    # What is in a log can only be forgotten where the log is.
    if not context.is_offline_mode():
        position = 0
        while position := _forget(after=position):
            pass


def downgrade() -> None:
    """Nothing to do: the values are gone, and older versions read `changed` as well."""


def _forget(after: int) -> int:
    """Forget a batch of changes, and give where the next one starts; 0 behind the last."""
    query = sa.select(_LOG).where(_LOG.c.id > after, _LOG.c.entity.in_(sorted(_PERSONAL)))
    rows = op.get_bind().execute(query.order_by(_LOG.c.id).limit(_BATCH)).all()
    for row in rows:
        changes = json.loads(row.changes)
        if personal := _PERSONAL[row.entity] & changes.keys():
            told = changes | dict.fromkeys(personal, "changed")
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            op.execute(_LOG.update().where(_LOG.c.id == row.id).values(changes=text))
    return rows[-1].id if rows else 0
