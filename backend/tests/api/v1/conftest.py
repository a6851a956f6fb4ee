"""The people of a club, around the real API on both engines."""

import httpx
import pytest
from fastapi import FastAPI

from kwai.core.db.database import Database
from tests.support.identity_api import ClubKit, Person


@pytest.fixture
def club(app: FastAPI, database: Database, client: httpx.AsyncClient) -> ClubKit:
    return ClubKit(app, database, client)


@pytest.fixture
async def admin(club: ClubKit) -> Person:
    return await club.join("admin", email="chair@club.example")


@pytest.fixture
async def user(club: ClubKit) -> Person:
    return await club.join(email="judoka@club.example")
