"""What a newcomer does first: start, log in, invite, read the mail, accept, log in as the invited.

Over the wire, with the programs an operator starts: once with nothing but a folder, once with
MariaDB, Redis, a relay and a worker of its own.
"""

import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import httpx
import pytest

from kwai.core.db.pool import close_pools
from kwai.core.json_api import MEDIA_TYPE
from tests.support.own_database import OwnMariaDb
from tests.support.processes import run_directory
from tests.support.programs import SECRETS, Program, running
from tests.support.servers import RedisServer
from tests.support.smtp import SmtpSink

DEMO_PASSWORD = "seoi nage for all"
PASSWORD = "tomoe nage tonight"
NEW_PASSWORD = "sasae tsurikomi ashi"
NELE = {"email": "nele@kwai.example", "first_name": "Nele", "last_name": "Nieuw"}
LINK = re.compile(r"/auth/(?P<page>\w+)#uuid=(?P<uuid>[0-9a-f-]{36})(&code=(?P<code>\w+))?")
DEADLINE = 20.0

Inbox = Callable[[], list[EmailMessage]]


class Visitor:
    """Somebody with a command line: plain requests and what comes back."""

    def __init__(self, program: Program) -> None:
        self._client = httpx.Client(
            base_url=f"{program.url}/api/v1/", trust_env=False, timeout=DEADLINE
        )

    def close(self) -> None:
        self._client.close()

    def submit(self, path: str, token: str = "", **fields: str) -> httpx.Response:
        return self._client.post(path, data=fields, headers=_bearer(token))

    def log_in(self, email: str, password: str) -> httpx.Response:
        return self.submit("auth/login", username=email, password=password)

    def get(self, path: str, token: str = "") -> httpx.Response:
        return self._client.get(path, headers=_bearer(token))

    def post(self, path: str, document: object, token: str = "") -> httpx.Response:
        return self.send("POST", path, document, token)

    def send(self, method: str, path: str, document: object, token: str = "") -> httpx.Response:
        headers = _bearer(token) | {"Content-Type": MEDIA_TYPE}
        return self._client.request(method, path, json=document, headers=headers)


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def wait_for_mail(inbox: Inbox, recipient: str, page: str) -> "re.Match[str]":
    """Wait until somebody got a mail with a link to this page."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        for mail in inbox():
            part = mail.get_body(("plain",))
            link = LINK.search(part.get_content()) if part is not None else None
            if link is not None and link["page"] == page and recipient in str(mail["To"]):
                return link
        time.sleep(0.05)
    raise AssertionError(f"No mail for {recipient} within {DEADLINE} s.")


def play(visitor: Visitor, inbox: Inbox) -> None:
    """Play the story; each step asserts what the person would see."""
    token = visitor.log_in("admin@kwai.example", DEMO_PASSWORD).json()["access_token"]

    invited = visitor.post(
        "auth/users/invitations", {"data": {"type": "user_invitations", "attributes": NELE}}, token
    )
    assert invited.status_code == 201, invited.text

    link = wait_for_mail(inbox, NELE["email"], "invite")
    assert link["uuid"] == invited.json()["data"]["id"]
    shown = visitor.get(f"auth/users/invitations/{link['uuid']}").json()["data"]["attributes"]
    assert (shown["first_name"], shown["state"]) == ("Nele", "mailed")

    accepted = visitor.post("auth/users", acceptance(link))
    assert accepted.status_code == 201, accepted.text
    session = visitor.log_in(NELE["email"], PASSWORD).json()
    own = visitor.get("auth/user", session["access_token"]).json()["data"]["attributes"]
    assert (own["email"], own["roles"]) == (NELE["email"], ["user"])

    # Administration is not for everybody, and a used invitation is for nobody.
    assert visitor.get("auth/users", session["access_token"]).status_code == 403
    assert visitor.post("auth/users", acceptance(link)).status_code == 422

    forget_and_reset(visitor, inbox, session["access_token"])
    watch_the_mails(visitor, token)


def acceptance(link: "re.Match[str]") -> dict[str, object]:
    return {
        "data": {
            "type": "user_accounts",
            "attributes": {"first_name": "Nele", "last_name": "Nieuw", "password": PASSWORD},
            "relationships": {
                "invitation": {"data": {"type": "user_invitations", "id": link["uuid"]}}
            },
        },
        "meta": {"code": link["code"]},
    }


def forget_and_reset(visitor: Visitor, inbox: Inbox, old_token: str) -> None:
    assert visitor.submit("auth/recover", email=NELE["email"]).status_code == 200
    recovery = wait_for_mail(inbox, NELE["email"], "reset")
    reset = visitor.submit("auth/reset", uuid=recovery["uuid"], password=NEW_PASSWORD)
    assert reset.status_code == 200, reset.text

    assert visitor.get("auth/user", old_token).status_code == 401
    assert visitor.log_in(NELE["email"], PASSWORD).status_code == 401
    tokens = visitor.log_in(NELE["email"], NEW_PASSWORD).json()
    left = visitor.submit(
        "auth/logout", tokens["access_token"], refresh_token=tokens["refresh_token"]
    )
    assert left.status_code == 200
    assert visitor.get("auth/user", tokens["access_token"]).status_code == 401


def watch_the_mails(visitor: Visitor, token: str) -> None:
    """An administrator sees that every mail has left."""
    wanted = {
        "identity.user_invitation.created",
        "identity.user_recovery.created",
        "identity.user.password_changed",
    }
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        shown = visitor.get("bus/deliveries", token).json()["data"]
        mails = [each["attributes"] for each in shown]
        own = [mail for mail in mails if mail["recipient"] == NELE["email"]]
        if {mail["state"] for mail in own} == {"sent"} and len(own) == len(wanted):
            assert {mail["name"] for mail in own} == wanted
            return
        time.sleep(0.05)
    raise AssertionError(mails)


@pytest.fixture
def programs() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def start(stack: ExitStack, module: str, *arguments: str, folder: Path, **env: str) -> Program:
    folder.mkdir(exist_ok=True)
    return stack.enter_context(running(module, *arguments, folder=folder, environ=env))


async def test_the_story_with_nothing_but_a_folder(programs: ExitStack, tmp_path: Path) -> None:
    program = start(
        programs, "kwai", "up", "--demo", folder=tmp_path, KWAI_DEMO_PASSWORD=DEMO_PASSWORD
    )
    program.wait_until_ready("/api/ready")
    visitor = Visitor(program)
    programs.callback(visitor.close)
    folder = tmp_path / "var" / "mail"

    def inbox() -> list[EmailMessage]:
        return [parse(file.read_bytes()) for file in folder.glob("*.eml")]

    play(visitor, inbox)

    ended = program.stop()
    assert PASSWORD not in ended.out + ended.err
    assert f"password: {DEMO_PASSWORD}\n" in ended.out
    assert DEMO_PASSWORD not in ended.err


async def test_the_story_starts_again_with_what_it_printed(
    programs: ExitStack, tmp_path: Path
) -> None:
    printed = []
    for _ in range(2):
        with running("kwai", "up", "--demo", folder=tmp_path) as program:
            program.wait_until_ready()
            visitor = Visitor(program)
            password = re.search(r"password: (\S+)", program.out.read_text())
            assert password is not None
            assert visitor.log_in("coach@kwai.example", password[1]).status_code == 200
            visitor.close()
            printed.append(password[1])
            program.stop()

    assert printed[0] == printed[1]


async def test_a_second_start_with_another_password_prints_the_one_that_works(
    programs: ExitStack, tmp_path: Path
) -> None:
    for password in ("seoi nage for all", "uchi mata for all"):
        with running(
            "kwai",
            "up",
            "--demo",
            folder=tmp_path,
            environ={"KWAI_DEMO_PASSWORD": password},
        ) as program:
            program.wait_until_ready()
            visitor = Visitor(program)
            assert f"password: {password}\n" in program.out.read_text()
            assert visitor.log_in("coach@kwai.example", password).status_code == 200
            visitor.close()
            program.stop()


def test_a_demo_password_file_cut_short_by_a_kill_is_made_anew(tmp_path: Path) -> None:
    home = tmp_path / "var"
    home.mkdir(mode=0o700)
    (home / "demo-password").touch(mode=0o600)

    with running("kwai", "up", "--demo", folder=tmp_path) as program:
        program.wait_until_ready()

    assert re.search(r"password: \S{19}\n", program.out.read_text())


@pytest.fixture
async def mariadb_environment(
    redis_server: RedisServer, smtp_sink: SmtpSink, tmp_path: Path
) -> AsyncIterator[dict[str, str]]:
    """The settings of an installation on several servers."""
    own = await OwnMariaDb.start(run_directory() / "story")
    yield SECRETS | {
        "KWAI_HOME": str(tmp_path),
        "KWAI_DEMO_PASSWORD": DEMO_PASSWORD,
        "KWAI_DB_ENGINE": "mysql",
        "KWAI_DB_SOCKET": own.server.socket,
        "KWAI_DB_USER": own.settings.user,
        "KWAI_DB_NAME": own.settings.name,
        "KWAI_REDIS_SOCKET": redis_server.socket,
        "KWAI_EMAIL_HOST": smtp_sink.host,
        "KWAI_EMAIL_PORT": str(smtp_sink.port),
        "KWAI_EMAIL_FROM": "club@kwai.example",
    }
    await close_pools(own.settings)
    own.server.stop()


async def test_the_story_with_mariadb_redis_a_relay_and_a_worker(
    programs: ExitStack,
    tmp_path: Path,
    mariadb_environment: dict[str, str],
    smtp_sink: SmtpSink,
) -> None:
    api = start(programs, "kwai", "up", "--demo", folder=tmp_path / "api", **mariadb_environment)
    api.wait_until_ready()
    worker = start(programs, "kwai.kwai_bus", folder=tmp_path / "worker", **mariadb_environment)
    visitor = Visitor(api)
    programs.callback(visitor.close)

    play(visitor, lambda: [mail.message for mail in list(smtp_sink.mails)])

    assert len(smtp_sink.mails_to(NELE["email"])) == 3
    for program in (worker, api):
        ended = program.stop()
        assert PASSWORD not in ended.out + ended.err
        assert NELE["email"] not in ended.out + ended.err


def parse(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, _class=EmailMessage, policy=policy.default)
