"""What is said about a training, one text per language."""

import sqlalchemy as sa
from ddl import MediumText, create_table, drop_table, reference, text_column, trace

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    create_table(
        "training_contents",
        *reference("training_contents", "training_id", "trainings", on_delete="CASCADE"),
        text_column("locale", 5),
        text_column("format", 4),
        text_column("title", 255),
        sa.Column("content", MediumText, nullable=False),
        sa.Column("summary", MediumText, nullable=False),
        # Rendered and sanitised when the text is stored, never when it is read.
        sa.Column("html_content", MediumText, nullable=False),
        sa.Column("html_summary", MediumText, nullable=False),
        *reference("training_contents", "user_id", "users", on_delete="RESTRICT"),
        *trace(),
        unique=[("training_id", "locale")],
        index=[("user_id",)],
    )


def downgrade() -> None:
    drop_table("training_contents")
