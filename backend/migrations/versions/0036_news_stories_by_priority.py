"""Stories by priority are read in order, whatever they are narrowed to."""

from ddl import create_index, drop_index

revision = "0036"
down_revision = "0035"

_TABLE = "news_stories"
_ORDER = ("promotion", "publish_date", "id")
_INDEXES = (("enabled", *_ORDER), ("application_id", *_ORDER))


def upgrade() -> None:
    for columns in _INDEXES:
        create_index(_TABLE, columns)


def downgrade() -> None:
    for columns in _INDEXES:
        drop_index(_TABLE, columns)
