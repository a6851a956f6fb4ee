"""The parts of identity around the database of a test."""

import pytest

from kwai.core.db.database import Database
from tests.factories.identity_parts import IdentityParts


@pytest.fixture
def parts(database: Database) -> IdentityParts:
    return IdentityParts(database)
