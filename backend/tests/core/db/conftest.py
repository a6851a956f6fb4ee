from collections.abc import AsyncIterator

import pytest

from kwai.core.db.database import Database
from tests.support.database import DatabaseFactory
from tests.support.sample_club import MemberDbRepository, create_tables, drop_tables


@pytest.fixture
async def club(database_factory: DatabaseFactory, database_engine: str) -> AsyncIterator[Database]:
    """A session on a database that also has the tables of `sample_club`."""
    database = database_factory()
    await drop_tables(database)
    await create_tables(database, database_engine)
    await database.close()
    yield database
    await database.close()
    await drop_tables(database)


@pytest.fixture
def members(club: Database) -> MemberDbRepository:
    return MemberDbRepository(club)
