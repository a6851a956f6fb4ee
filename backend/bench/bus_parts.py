"""The relay, the workers and the invitations that the measurements of the bus share."""

import asyncio
import os
import secrets
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.environment import prepare, write_environment
from kwai.core.db.database import Database
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database, create_event_bus
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.password import Password
from kwai.core.events.bell import close_bells
from kwai.core.settings import Settings
from kwai.modules.identity.invite_user import InviteUser, InviteUserCommand
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.users.user import UserEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from kwai.modules.identity.users.user_db_repository import UserDbRepository
from kwai.subscriptions import register_subscriptions
from tests.support.processes import free_port
from tests.support.servers import MariaDbServer, RedisServer

PATIENCE = 120.0
#: So many are invited at a time, where only the mails are measured.
AT_ONCE = 4
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Seconds of processors, between two moments or since the start."""

    spent: dict[str, float]
    machine: float
    moment: float

    def since(self, before: "Effort") -> "Effort":
        return Effort(
            spent={name: value - before.spent[name] for name, value in self.spent.items()},
            machine=self.machine - before.machine,
            moment=self.moment - before.moment,
        )

    def describe(self, mails: int) -> str:
        """Tell what a mail costs, and so what the machine allows when it has nothing else to do."""
        processors, own = os.cpu_count() or 1, sum(self.spent.values())
        costs = ", ".join(f"{name} {1000 * s / mails:.2f}" for name, s in self.spent.items())
        others = max(self.machine - own, 0.0) / (processors * self.moment)
        return (
            f"ms of CPU per mail: {costs}, {1000 * own / mails:.2f} in all, of which {processors} "
            f"processors alone could do {processors * mails / own:.0f} a second; others had "
            f"{others:.0%} of them"
        )


@dataclass(slots=True, kw_only=True)
class Post:
    """An installation with its relay, and the processes whose time is counted."""

    environment: dict[str, str]
    settings: Settings
    accepted: Path
    pids: dict[str, list[int]]

    def effort(self) -> "Effort":
        """What each kind of process, and the whole machine, has computed for so far."""
        spent = {name: sum(map(_cpu_seconds, pids)) for name, pids in self.pids.items()}
        return Effort(spent=spent, machine=_machine_seconds(), moment=time.monotonic())

    @property
    def lines(self) -> list[tuple[str, float]]:
        """Who got a mail, and when the relay took it."""
        pairs = (line.split() for line in self.accepted.read_text("ascii").splitlines())
        return [(recipient, float(moment)) for recipient, moment in pairs]

    def has_taken(self, mails: int) -> bool:
        return self.accepted.read_bytes().count(b"\n") >= mails


@contextmanager
def open_post(
    folder: Path, server: MariaDbServer | None, *, with_redis: bool, **environment: str
) -> Iterator[Post]:
    """Make an empty installation with a relay, and with Redis when that is wanted."""
    with ExitStack() as stack:
        pids = {} if server is None or server.pid is None else {"database": [server.pid]}
        home = folder / f"home-{secrets.token_hex(4)}"
        values = write_environment(home, server) | environment
        if with_redis:
            redis = RedisServer(folder / f"redis-{secrets.token_hex(4)}", port=free_port())
            redis.start()
            stack.callback(redis.stop)
            values |= {"KWAI_REDIS_HOST": "127.0.0.1", "KWAI_REDIS_PORT": str(redis.port)}
            pids["redis"] = [redis.pid or 0]
        accepted, port = home / "accepted", free_port()
        values |= {"KWAI_EMAIL_HOST": "127.0.0.1", "KWAI_EMAIL_PORT": str(port)}
        pids["relay"] = [stack.enter_context(_relay(port, accepted))]
        yield Post(environment=values, settings=prepare(values), accepted=accepted, pids=pids)


@contextmanager
def _relay(port: int, accepted: Path) -> Iterator[int]:
    accepted.touch()
    command = [sys.executable, "-m", "bench.smtp_sink", str(port), str(accepted)]
    with subprocess.Popen(command) as process:
        try:
            yield process.pid
        finally:
            process.kill()


@contextmanager
def running_workers(post: Post, count: int) -> Iterator[None]:
    """Start workers; all of them are ready when the body begins."""
    log_file = post.settings.home / "worker.log"
    with ExitStack() as stack, log_file.open("ab") as log:
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", "kwai.kwai_bus"],
                env=os.environ | post.environment | {"KWAI_LOGGER_LEVEL": "INFO"},
                stdout=log,
                stderr=log,
            )
            for _ in range(count)
        ]
        for process in processes:
            stack.callback(process.wait)
            stack.callback(process.terminate)
        post.pids["workers"] = [process.pid for process in processes]
        wait_until(lambda: log_file.read_text().count("The worker starts.") >= count)
        yield


def wait_until(is_reached: Callable[[], bool]) -> None:
    """Wait as long as any measurement may take; what is missing then shows in its figure."""
    deadline = time.monotonic() + PATIENCE
    while not is_reached() and time.monotonic() < deadline:
        time.sleep(0.05)


class Inviter:
    """Invites as the API does, one unit each."""

    def __init__(self, settings: Settings, inviter: UserEntity) -> None:
        self._settings = settings
        self._inviter = inviter

    @classmethod
    @asynccontextmanager
    async def create(cls, settings: Settings) -> "AsyncIterator[Inviter]":
        """Register somebody who may invite; the connections are closed at the end."""
        register_subscriptions()
        try:
            yield cls(settings, await _create_user(settings))
        finally:
            await close_bells()
            await close_pools(settings.db)

    async def invite(self, address: str) -> float:
        """Invite somebody; gives the moment right before the commit."""
        async with create_database(self._settings.db).unit() as database:
            await self._execute(database, address)
            return time.time()

    async def invite_many(self, count: int) -> None:
        """Queue invitations of different people."""
        await asyncio.gather(*(self._invite_some(range(n, count, AT_ONCE)) for n in range(AT_ONCE)))

    async def _invite_some(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            await self.invite(f"member{number}@kwai.example")

    async def _execute(self, database: Database, address: str) -> None:
        use_case = InviteUser(
            self._inviter,
            UserDbRepository(database),
            UserInvitationDbRepository(database),
            create_event_bus(database, self._settings),
        )
        command = InviteUserCommand(first_name="Jigoro", last_name="Kano", email=address)
        await use_case.execute(command)


async def _create_user(settings: Settings) -> UserEntity:
    async with create_database(settings.db).unit() as database:
        user = UserEntity(
            email=EmailAddress("admin@kwai.example"),
            name=Name(first_name="Kyuzo", last_name="Mifune"),
        )
        password = Password.create_from_string(secrets.token_hex(16))
        account = UserAccountEntity(user=user, password=password)
        account = await UserAccountDbRepository(database).create(account)
        return await UserDbRepository(database).get_user_by_id(account.user_id)


def _machine_seconds() -> float:
    user, nice, system, _idle, _waiting, *more = map(int, _first_line("/proc/stat").split()[1:9])
    return (user + nice + system + sum(more)) / TICKS


def _first_line(path: str) -> str:
    return Path(path).read_text().partition("\n")[0]


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
