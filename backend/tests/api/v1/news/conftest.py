"""Who writes, and who reads."""

import httpx
import pytest

from tests.support.identity_api import ClubKit, Person
from tests.support.news_api import NewsDesk


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
