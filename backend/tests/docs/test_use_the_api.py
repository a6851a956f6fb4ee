"""docs/how-to/use-the-api.md: its requests are sent, and the answers are those on the page.

`WRITE_DOCS=1` writes the answers into the page instead of comparing them.
"""

import json
import os
import re
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from kwai.core.db.database import Database
from tests.docs.pages import DOCS, FENCE
from tests.factories.identity import make_user, make_user_account_in_db
from tests.support.api import app, client, settings
from tests.support.identity_api import ClubKit, Person

__all__ = ["app", "client", "settings"]

PAGE = DOCS / "how-to" / "use-the-api.md"
SHOWN = ("Location", "ETag", "Content-Type", "Retry-After")
PERSON = "20000000-0000-4000-8000-00000000000{}"
OTHER = "10000000-0000-4000-8000-00000000000{}"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
MOMENT = re.compile(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ")
CURSOR = re.compile(r'(?:(?<=page%5Bafter%5D=)|(?<=page%5Bbefore%5D=)|(?<="cursor": "))[\w-]+')
TAG = re.compile(r'(?<=ETag: )"[^"]+"')


class Names:
    """What stands on the page for what differs from club to club, and back."""

    def __init__(self, people: list[str]) -> None:
        self._shown = {uuid: PERSON.format(n) for n, uuid in enumerate(people, 1)}
        self._tags = self._cursors = 0

    def hide(self, text: str) -> str:
        text = TAG.sub(self._tag, UUID.sub(self._uuid, text))
        return MOMENT.sub("2026-09-01T17:00:00Z", CURSOR.sub(self._cursor, text))

    def restore(self, text: str) -> str:
        for real, shown in self._shown.items():
            text = text.replace(shown, real)
        return text

    def _uuid(self, found: re.Match[str]) -> str:
        others = sum(1 for shown in self._shown.values() if shown.startswith("1"))
        return self._shown.setdefault(found[0], OTHER.format(others + 1))

    def _cursor(self, found: re.Match[str]) -> str:
        if found[0] not in self._shown:
            self._cursors += 1
            self._shown[found[0]] = f"CURSOR-{self._cursors}"
        return self._shown[found[0]]

    def _tag(self, found: re.Match[str]) -> str:
        if found[0] not in self._shown:
            self._tags += 1
            self._shown[found[0]] = f'"TAG-{self._tags}"'
        return self._shown[found[0]]


@pytest.fixture
def club(app: FastAPI, database: Database, client: httpx.AsyncClient) -> ClubKit:
    return ClubKit(app, database, client)


@pytest.fixture
async def people(club: ClubKit) -> list[Person]:
    """The chair who asks, and a member."""
    chair = make_user(email="chair@club.example")
    member = make_user(email="member@club.example", first_name="Kyuzo", last_name="Mifune")
    accounts = [
        await make_user_account_in_db(club.database, chair, admin=True),
        await make_user_account_in_db(club.database, member),
    ]
    return [await club.log_in(account) for account in accounts]


def parse(block: str) -> tuple[str, str, dict[str, str], str]:
    """Read the method, address, headers and body of a request."""
    head, _, body = block.strip().partition("\n\n")
    first, *lines = head.splitlines()
    method, path = first.split(" ")
    headers = dict(line.split(": ", 1) for line in lines)
    return method, path, headers, body


def show(answer: httpx.Response) -> str:
    """Write an answer as it stands on the page."""
    head = [f"HTTP/1.1 {answer.status_code} {HTTPStatus(answer.status_code).phrase}"]
    head += [f"{name}: {answer.headers[name]}" for name in SHOWN if name in answer.headers]
    if not answer.content:
        return "\n".join(head) + "\n"
    document: Any = answer.json()
    return "\n".join(head) + "\n\n" + json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def pairs(page: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Find each request with the answer below it."""
    found = [each for each in FENCE.finditer(page) if each["info"] == "http"]
    assert len(found) % 2 == 0
    for request, answer in zip(found[::2], found[1::2], strict=True):
        assert 'title="answer"' in answer["options"]
        yield request, answer


async def test_the_answers_are_those_of_the_page(
    client: httpx.AsyncClient, people: list[Person]
) -> None:
    page = PAGE.read_text(encoding="utf-8")
    names = Names([each.uuid for each in people])
    answered, end = [], 0

    for request, answer in pairs(page):
        method, path, headers, body = parse(names.restore(request["text"]))
        given = await client.request(
            method, path, headers={**people[0].headers, **headers}, content=body or None
        )
        shown = names.hide(show(given))
        answered += [page[end : answer.start("text")], shown]
        end = answer.end("text")

    written = "".join(answered) + page[end:]
    if os.environ.get("WRITE_DOCS"):
        PAGE.write_text(written, encoding="utf-8")
    assert written == page, "Run this test with WRITE_DOCS=1 to bring the page up to date."


def test_the_page_shows_what_the_interface_can() -> None:
    text = PAGE.read_text(encoding="utf-8")

    for word in ("fields[", "include=", "sort=", "filter[", "page[limit]", "page[size]",
                 "page[after]", "If-Match", "If-None-Match", "/relationships/", "atomic:operations",
                 "lid", "/resend", "DELETE ", "PATCH ", '"errors"'):  # fmt: skip
        assert word in text, word
