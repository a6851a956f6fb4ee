"""Invites people without end, from a thread of its own, and notes what was answered."""

import asyncio
import threading
from itertools import count

import httpx

from chaos.history import History
from tests.support.club import Api
from tests.support.identity_api import Person

CLIENTS = 4
PAUSE_SECONDS = 0.02
#: While nobody listens there is nothing to learn from asking.
FAILED_SECONDS = 0.1
ANSWER_SECONDS = 5.0


class Load:
    """A new address per request; what was answered with success must be mailed."""

    def __init__(self, api: Api, admin: Person, history: History) -> None:
        self._api = api
        self._admin = admin
        self._history = history
        self._numbers = count()
        self._is_ending = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="load")

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End when the requests at hand are answered."""
        self._is_ending.set()
        self._thread.join()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(CLIENTS):
                group.create_task(self._invite_people())

    async def _invite_people(self) -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=ANSWER_SECONDS) as client:
            while not self._is_ending.is_set():
                await self._invite(client, f"member{next(self._numbers)}@kwai.example")
                await asyncio.sleep(PAUSE_SECONDS)

    async def _invite(self, client: httpx.AsyncClient, address: str) -> None:
        try:
            answer = await self._api.invite(client, self._admin, address)
        except httpx.TransportError as error:
            self._history.add("failed", address=address, error=type(error).__name__)
            await asyncio.sleep(FAILED_SECONDS)
            return
        kind = "accepted" if answer.is_success else "refused"
        self._history.add(kind, address=address, status=answer.status_code)
