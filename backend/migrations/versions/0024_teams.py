"""Teams: who trains together."""

from ddl import create_table, drop_table, flag, identity, text_column, trace, version

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    create_table(
        "teams",
        identity(),
        text_column("name", 100),
        text_column("sort_name", 255),
        flag("active", default=True),
        text_column("remark", 2000),
        version(),
        *trace(),
        unique=[("name",)],
        index=[("sort_name", "id"), ("active", "sort_name", "id")],
    )


def downgrade() -> None:
    drop_table("teams")
