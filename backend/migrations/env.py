"""The Alembic environment: one connection of its own, one process at a time."""

from alembic import context
from connection import migration_connection

VERSION_TABLE = "schema_version"
MYSQL_DIALECT = "mysql"


def run_offline() -> None:
    """Print the SQL of the revisions instead of running it."""
    settings = context.config.attributes["settings"]
    context.configure(
        dialect_name="sqlite" if settings.engine == "sqlite" else MYSQL_DIALECT,
        version_table=VERSION_TABLE,
        literal_binds=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_online() -> None:
    """Run the revisions; on SQLite all of them or none."""
    settings = context.config.attributes["settings"]
    with migration_connection(settings) as connection:
        context.configure(
            connection=connection,
            version_table=VERSION_TABLE,
            # A rebuilt table loses AUTOINCREMENT and collations, and its child rows with it.
            render_as_batch=False,
            transactional_ddl=settings.engine == "sqlite",
            transaction_per_migration=False,
        )
        with context.begin_transaction():
            context.run_migrations()
            check_foreign_keys(connection)


def check_foreign_keys(connection: object) -> None:
    """Refuse to commit a migration that leaves a reference to nothing (SQLite checks none)."""
    from sqlalchemy import Connection, text

    assert isinstance(connection, Connection)  # noqa: S101 (typed by Alembic as anything)
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).first()
        if broken is not None:
            raise RuntimeError(
                f"Table {broken[0]} refers to rows of {broken[2]} that are not there."
            )


if context.is_offline_mode():
    run_offline()
else:
    run_online()
