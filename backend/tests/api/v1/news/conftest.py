"""Who writes, and who reads."""

import httpx
import pytest
from fastapi import FastAPI

from kwai.api.v1.clock import get_clock
from tests.support.identity_api import ClubKit, Person
from tests.support.news_api import Calendar, NewsDesk


@pytest.fixture
async def author(club: ClubKit) -> Person:
    return await club.join("author", email="author@club.example")


@pytest.fixture
def desk(client: httpx.AsyncClient, author: Person) -> NewsDesk:
    return NewsDesk(client, author)


@pytest.fixture
def board(client: httpx.AsyncClient, admin: Person) -> NewsDesk:
    return NewsDesk(client, admin)


@pytest.fixture
def visitor(client: httpx.AsyncClient) -> NewsDesk:
    return NewsDesk(client, None)


@pytest.fixture
def calendar(app: FastAPI) -> Calendar:
    calendar = Calendar()

    async def get_calendar() -> Calendar:
        return calendar

    app.dependency_overrides[get_clock] = get_calendar
    return calendar
