"""The texts of stories, one per language, with the HTML that readers get."""

import sqlalchemy as sa
from ddl import MediumText, create_table, drop_table, identity, reference, text_column, trace

revision = "0019"
down_revision = "0018"

_TABLE = "news_contents"


def upgrade() -> None:
    create_table(
        _TABLE,
        identity(),
        *reference(_TABLE, "news_id", "news_stories", on_delete="CASCADE"),
        text_column("locale", 5),
        text_column("format", 8),
        text_column("title", 255),
        sa.Column("summary", MediumText, nullable=False),
        sa.Column("content", MediumText, nullable=False),
        sa.Column("html_summary", MediumText, nullable=False),
        sa.Column("html_content", MediumText, nullable=False),
        *reference(_TABLE, "user_id", "users", on_delete="RESTRICT"),
        *trace(),
        unique=[("news_id", "locale")],
        index=[("user_id", "news_id")],
    )


def downgrade() -> None:
    drop_table(_TABLE)
