"""Invitations to mails: how many a worker, and four of them, send in a second.

Real workers, real templates, a durable database, and a relay that costs nothing. Run from
`backend`: python -m bench.bus [--quick] [--engine mariadb|sqlite]
"""

import argparse
import asyncio
import os
import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.environment import prepare, workspace, write_environment
from bench.report import Line
from kwai.core.db.criteria import Sql
from kwai.core.db.pool import close_pools
from kwai.core.dependencies import create_database, create_event_bus
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.name import Name
from kwai.core.domain.value_objects.password import Password
from kwai.core.events.bell import close_bells
from kwai.core.events.outbox.outbox_admin_db_repository import OutboxAdminDbRepository
from kwai.core.settings import Settings, load_settings
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
from tests.support.servers import MariaDbServer

TARGETS = {1: 200, 4: 600}
PATIENCE = 300.0


@contextmanager
def relay(folder: Path) -> Iterator[tuple[int, Path]]:
    port, accepted = free_port(), folder / f"accepted-{secrets.token_hex(4)}"
    accepted.touch()
    command = [sys.executable, "-m", "bench.smtp_sink", str(port), str(accepted)]
    with subprocess.Popen(command) as process:
        try:
            yield port, accepted
        finally:
            process.kill()


def with_relay(environment: dict[str, str], port: int) -> dict[str, str]:
    return environment | {"KWAI_EMAIL_HOST": "127.0.0.1", "KWAI_EMAIL_PORT": str(port)}


async def invite(settings: Settings, count: int) -> None:
    """Queue invitations as the API does, one unit each."""
    register_subscriptions()
    inviter = await _create_inviter(settings)
    for number in range(count):
        async with create_database(settings.db).unit() as database:
            use_case = InviteUser(
                inviter,
                UserDbRepository(database),
                UserInvitationDbRepository(database),
                create_event_bus(database, settings),
            )
            address = f"member{number}@kwai.example"
            command = InviteUserCommand(first_name="Jigoro", last_name="Kano", email=address)
            await use_case.execute(command)
    await close_bells()
    await close_pools(settings.db)


async def _create_inviter(settings: Settings) -> UserEntity:
    async with create_database(settings.db).unit() as database:
        user = UserEntity(
            email=EmailAddress("admin@kwai.example"),
            name=Name(first_name="Kyuzo", last_name="Mifune"),
        )
        account = UserAccountEntity(
            user=user, password=Password.create_from_string(secrets.token_hex(16))
        )
        account = await UserAccountDbRepository(database).create(account)
        return await UserDbRepository(database).get_user_by_id(account.user_id)


def run_workers(environment: dict[str, str], workers: int, accepted: Path, mails: int) -> float:
    """Give the seconds from the first delivery to the last, of workers that were all ready."""
    command = [sys.executable, "-m", "kwai.kwai_bus"]
    settings = load_settings(environ=environment)
    log_file = settings.home / "worker.log"
    asyncio.run(hold(settings))
    with ExitStack() as stack, log_file.open("ab") as log:
        for _ in range(workers):
            process = subprocess.Popen(
                command,
                env=os.environ | environment | {"KWAI_LOGGER_LEVEL": "INFO"},
                stdout=log,
                stderr=log,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
        wait_until(lambda: log_file.read_text().count("The worker starts.") >= workers)
        asyncio.run(release(settings))
        wait_until(lambda: count_lines(accepted) >= mails)
        time.sleep(1.0)
    return asyncio.run(seconds_taken(settings))


def wait_until(is_reached: Callable[[], bool]) -> None:
    """Wait as long as any measurement may take; what is missing then shows in its figure."""
    deadline = time.monotonic() + PATIENCE
    while not is_reached() and time.monotonic() < deadline:
        time.sleep(0.05)


async def hold(settings: Settings) -> None:
    """Keep what is queued until all workers are there: their start is not what is measured."""
    async with create_database(settings.db).unit() as database:
        await OutboxAdminDbRepository(database).hold("bench")
    await close_pools(settings.db)


async def release(settings: Settings) -> None:
    """Let the workers begin, which look at least once per poll interval."""
    async with create_database(settings.db).unit() as database:
        await OutboxAdminDbRepository(database).resume(keep=True)
    await close_pools(settings.db)


async def seconds_taken(settings: Settings) -> float:
    query = Sql("SELECT MIN(finished_at) AS first, MAX(finished_at) AS last FROM outbox_deliveries")
    async with create_database(settings.db).unit(read_only=True) as database:
        record = await database.fetch_one(query)
    await close_pools(settings.db)
    assert record is not None
    first, last = (_moment(record[name]) for name in ("first", "last"))
    return last - first


def _moment(value: object) -> float:
    from kwai.core.db.row_mapper import to_moment

    return to_moment(value).timestamp()  # type: ignore[arg-type]  # what both drivers deliver


def count_lines(file: Path) -> int:
    return file.read_bytes().count(b"\n")


def measure(server: MariaDbServer | None, folder: Path, mails: int, workers: int) -> Line:
    with relay(folder) as (port, accepted):
        environment = with_relay(write_environment(folder / f"home-{workers}", server), port)
        settings = prepare(environment)
        asyncio.run(invite(settings, mails))
        seconds = run_workers(environment, workers, accepted, mails)
        copies = Counter(accepted.read_text().split())
    is_exact = len(copies) == mails and set(copies.values()) == {1}
    engine = "sqlite" if server is None else "mariadb"
    return Line(
        f"{engine}: {workers} worker(s), each mail exactly once",
        mails / seconds if is_exact else 0.0,
        TARGETS.get(workers, 0),
        "mails/s",
        at_least=True,
        detail=f"{mails} mails in {seconds:.1f} s",
    )


def measure_all(*, quick: bool, engine: str = "mariadb") -> list[Line]:
    """Measure one worker and four."""
    mails = 400 if quick else 3000
    with workspace(engine) as (folder, server):
        return [measure(server, folder, mails, workers) for workers in TARGETS]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--engine", choices=("mariadb", "sqlite"), default="mariadb")
    args = parser.parse_args()
    lines = measure_all(quick=args.quick, engine=args.engine)
    for line in lines:
        print(line)
    return sum(not line.is_reached for line in lines)


if __name__ == "__main__":
    sys.exit(main())
