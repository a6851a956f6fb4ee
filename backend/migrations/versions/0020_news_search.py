"""What is searched in stories."""

import sqlalchemy as sa
from ddl import MediumText, create_table, drop_table, identity, reference

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    create_table(
        "news_search",
        identity(),
        *reference("news_search", "news_id", "news_stories", on_delete="CASCADE"),
        sa.Column("search_text", MediumText, nullable=False),
        unique=[("news_id",)],
    )


def downgrade() -> None:
    drop_table("news_search")
