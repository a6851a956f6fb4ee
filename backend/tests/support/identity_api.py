"""People of a club who talk to the API: accounts with roles, logged in without asking for it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
from fastapi import FastAPI

from kwai.core.db.criteria import Sql
from kwai.core.db.database import Database
from kwai.core.dependencies import create_event_bus
from kwai.core.domain.clock import utc_now
from kwai.core.domain.entity import Entity
from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.domain.value_objects.local_timestamp import LocalTimestamp
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.events.mail_queue import MailOrigin, MailQueue
from kwai.core.events.outbox import OutboxBus
from kwai.core.json_api import MEDIA_TYPE
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient, Recipients
from kwai.core.security.keys import Keys
from kwai.core.security.token_codec import create_access_codec, create_refresh_codec
from kwai.core.settings import Settings
from kwai.modules.identity.issue_tokens import TokenIssuer
from kwai.modules.identity.sessions.user_session import UserSessionEntity
from kwai.modules.identity.sessions.user_session_db_repository import UserSessionDbRepository
from kwai.modules.identity.tokens.access_token_db_repository import AccessTokenDbRepository
from kwai.modules.identity.tokens.refresh_token_db_repository import RefreshTokenDbRepository
from kwai.modules.identity.user_invitations.invitation_codes import InvitationCodes
from kwai.modules.identity.user_invitations.user_invitation import UserInvitationEntity
from kwai.modules.identity.user_invitations.user_invitation_db_repository import (
    UserInvitationDbRepository,
)
from kwai.modules.identity.user_recoveries.user_recovery import UserRecoveryEntity
from kwai.modules.identity.users.user_account import UserAccountEntity
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from tests.factories.identity import (
    PASSWORD,
    make_session,
    make_user,
    make_user_account_in_db,
    make_user_invitation,
    make_user_recovery,
    make_user_recovery_in_db,
)

API = "/api/v1"
ORIGIN = "https://club.example"
WEB = {"X-Kwai-Client": "web", "Origin": ORIGIN}
COOKIE = "__Host-Http-kwai_rt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an account, an open session and its tokens."""

    account: UserAccountEntity
    session: UserSessionEntity
    token: str
    refresh_token: str

    @property
    def uuid(self) -> str:
        return str(self.account.user.uuid)

    @property
    def email(self) -> str:
        return str(self.account.user.email)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


class ClubKit:
    """Puts people and what they need into the database of a test."""

    def __init__(self, app: FastAPI, database: Database, client: httpx.AsyncClient) -> None:
        self.app = app
        self.database = database
        self.client = client

    @property
    def settings(self) -> Settings:
        settings: Settings = self.app.state.settings
        return settings

    async def join(self, *roles: str, email: str = "", password: str = PASSWORD) -> Person:
        """Let somebody with these roles (author, coach, admin) become a user, and log in."""
        account = await make_user_account_in_db(
            self.database, make_user(email=email), password=password, admin="admin" in roles
        )
        for role in ("author", "coach"):
            if role in roles:
                await self.add_role(account, role)
        return await self.log_in(account)

    async def add_role(self, account: UserAccountEntity, role: str, *, active: bool = True) -> None:
        now, user_id = utc_now(), account.user_id
        values: dict[str, Any] = {"user_id": user_id, "active": active, "created_at": now}
        if role == "author":
            values |= {"uuid": UniqueId.generate(), "name": "Somebody", "remark": ""}
        else:
            values |= {"first_name": "Some", "last_name": "Body"}
        table = {"author": "authors", "coach": "coaches"}[role]
        query = self.database.create_query_factory().insert(table, values | {"version": 1})
        await self.database.execute(query)

    async def log_in(self, account: UserAccountEntity, **changes: object) -> Person:
        """Open a session as a login does; nothing is counted."""
        now = utc_now()
        defaults: dict[str, object] = {
            "created_at": now,
            "last_used_at": now,
            "idle_expires_at": now + timedelta(days=30),
            "absolute_expires_at": now + timedelta(days=90),
        }
        account = await UserAccountDbRepository(self.database).get_by_id(account.id)
        session = await UserSessionDbRepository(self.database).create(
            make_session(account, **(defaults | changes))
        )
        token, refresh_token = await self._sign_tokens(account, session)
        return Person(account=account, session=session, token=token, refresh_token=refresh_token)

    async def confirm(self, person: Person, at: datetime | None = None) -> None:
        """Let somebody have typed the password a moment ago."""
        session = person.session.confirm(at or utc_now())
        await UserSessionDbRepository(self.database).confirm(session)

    async def invite(
        self, inviter: Person, *, email: str = "", expired_at: datetime | None = None
    ) -> UserInvitationEntity:
        """Store an invitation without mailing it."""
        invitation = make_user_invitation(
            inviter.account.user,
            email=email,
            expired_at=expired_at or utc_now() + timedelta(days=7),
        )
        return await UserInvitationDbRepository(self.database).create(invitation)

    async def change_invitation(self, invitation: UserInvitationEntity, **changes: Any) -> None:
        repository = UserInvitationDbRepository(self.database)
        await repository.update(Entity.replace(invitation, **changes))

    async def find_invitation(self, uuid: str) -> UserInvitationEntity:
        repository = UserInvitationDbRepository(self.database)
        return await repository.get_invitation_by_uuid(UniqueId.create_from_string(uuid))

    def code_of(self, invitation: UserInvitationEntity) -> str:
        """The code that the mail of an invitation has."""
        keys = Keys.create(self.settings.security)
        return InvitationCodes(keys.invitations).create(invitation)

    async def recover(self, person: Person, **delta: float) -> UserRecoveryEntity:
        """Store a recovery as the worker does; `delta` moves its end."""
        end = utc_now() + timedelta(**(delta or {"hours": 2}))
        recovery = make_user_recovery(person.account.user, expiration=end)
        return await make_user_recovery_in_db(self.database, recovery)

    async def queue_mail(self, address: str = "judoka@club.example", **origin: Any) -> int:
        """Queue a mail without sending it, and give the id of its delivery."""
        sender = Recipients(Recipient(EmailAddress("club@club.example"), "The club"))
        to = Recipient(EmailAddress(address), "")
        mail = Mail(recipients=sender.with_to(to), subject="Hello", text="Hello!")
        given = {"event_uuid": str(uuid4()), "event_name": "club.greeted", "handler": "greet"}
        async with self.database.transaction():
            bus = create_event_bus(self.database, self.settings)
            assert isinstance(bus, OutboxBus)
            await MailQueue(self.settings).put(
                bus, MailOrigin(**(given | origin)), [mail], now=await self.database.now()
            )
        return int((await self.rows("outbox_deliveries", "id"))[-1]["id"])

    async def rows(self, table: str, columns: str = "*") -> list[dict[str, Any]]:
        found = await self.database.fetch_all(Sql(f"SELECT {columns} FROM {table} ORDER BY id"))
        return [dict(record) for record in found]

    async def shift(self, table: str, column: str, **delta: float) -> None:
        """Move the moments of a column, as if time had passed."""
        for row in await self.database.fetch_all(
            Sql(f"SELECT id, {column} AS moment FROM {table}")
        ):
            if row["moment"] is None:
                continue
            moment = _aware(row["moment"]) + timedelta(**delta)
            query = self.database.create_query_factory().update(table, {column: moment})
            await self.database.change(query.where(_id_is(row["id"])))

    async def _sign_tokens(
        self, account: UserAccountEntity, session: UserSessionEntity
    ) -> tuple[str, str]:
        issuer = TokenIssuer(
            access_token_repo=AccessTokenDbRepository(self.database),
            refresh_token_repo=RefreshTokenDbRepository(self.database),
        )
        now = utc_now()
        pair = await issuer.issue(account, session, now, timedelta(minutes=10))
        shared = {"sid": str(session.uuid), "iat": int(now.timestamp())}
        access = {
            "typ": "access",
            "jti": str(pair.access_token.identifier),
            "exp": int(pair.access_token.expiration.timestamp()),
            "sub": str(account.user.uuid),
            "scope": [],
        }
        refresh = {
            "typ": "refresh",
            "jti": str(pair.identifier),
            "exp": int(pair.expiration.timestamp()),
            "cb": 0,
        }
        return (
            create_access_codec(self.settings).encode(shared | access),
            create_refresh_codec(self.settings).encode(shared | refresh),
        )


def document(
    type_: str,
    attributes: Mapping[str, Any] | None = None,
    *,
    id: str | None = None,
    relationships: Mapping[str, tuple[str, str] | None] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Write a request document."""
    data: dict[str, Any] = {"type": type_, "attributes": dict(attributes or {})}
    if id is not None:
        data["id"] = id
    if relationships:
        data["relationships"] = {
            name: {"data": None if link is None else {"type": link[0], "id": link[1]}}
            for name, link in relationships.items()
        }
    return {"data": data} | ({"meta": dict(meta)} if meta is not None else {})


def json_api_headers(person: Person | None = None) -> dict[str, str]:
    return {"Content-Type": MEDIA_TYPE, "Accept": MEDIA_TYPE} | (person.headers if person else {})


def pointers(answer: httpx.Response) -> list[str]:
    """Where the errors of an answer point to."""
    return [each.get("source", {}).get("pointer", "") for each in answer.json()["errors"]]


def code(answer: httpx.Response) -> str:
    """The code of the only error of an answer."""
    (only,) = answer.json()["errors"]
    found: str = only["code"]
    return found


Attempt = Callable[[], Awaitable[httpx.Response]]


def _aware(value: Any) -> datetime:
    if isinstance(value, str):
        return LocalTimestamp.create_from_string(value[:19]).timestamp or utc_now()
    moment: datetime = value
    return moment if moment.tzinfo else moment.replace(tzinfo=utc_now().tzinfo)


def _id_is(id_: int) -> Any:
    from kwai.core.db.criteria import KwaiField

    return KwaiField("id").eq(id_)
