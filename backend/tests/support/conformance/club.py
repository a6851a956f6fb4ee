"""The cases of the declared resources; a new resource adds its own."""

from datetime import timedelta

from kwai.api.schemas.change import ChangeResource
from kwai.api.schemas.delivery import DeliveryResource
from kwai.api.schemas.security_event import SecurityEventResource
from kwai.api.schemas.user_account import UserAccountResource
from kwai.api.schemas.user_invitation import UserInvitationResource
from kwai.api.schemas.user_session import UserSessionResource
from kwai.core.domain.clock import utc_now
from kwai.core.events.embedded import create_worker
from kwai.modules.identity.security_events.security_event import (
    SecurityEventEntity,
    SecurityEventKind,
)
from kwai.modules.identity.security_events.security_event_db_repository import (
    SecurityEventDbRepository,
)
from tests.support.conformance import news, training
from tests.support.conformance.case import Case, Document
from tests.support.identity_api import ClubKit, Person, document, json_api_headers

NEW_PASSWORD = "tomoe nage sutemi"


class ClubWorld:
    """The real application, with one person of each role who is asked for."""

    has_transactions = True

    def __init__(self, club: ClubKit) -> None:
        self.club = club
        self.client = club.client
        self._people: dict[str, Person] = {}
        self._count = 0

    async def person(self, role: str = "admin") -> Person:
        if role not in self._people:
            person = await self.club.join(*([] if role == "user" else [role]))
            await self.club.confirm(person)
            self._people[role] = person
        return self._people[role]

    async def headers(self, role: str) -> dict[str, str]:
        return {} if role == "anonymous" else (await self.person(role)).headers

    def email(self) -> str:
        self._count += 1
        return f"new{self._count}@club.example"


async def make_users(world: ClubWorld, count: int) -> list[str]:
    return [(await world.club.join()).uuid for _ in range(count)]


async def accept_invitation(world: ClubWorld) -> Document:
    invitation = await world.club.invite(await world.person(), email=world.email())
    return document(
        "user_accounts",
        {"first_name": "Masahiko", "last_name": "Kimura", "password": NEW_PASSWORD},
        relationships={"invitation": ("user_invitations", str(invitation.uuid))},
        meta={"code": world.club.code_of(invitation)},
    )


async def make_invitations(world: ClubWorld, count: int) -> list[str]:
    inviter = await world.person()
    invitations = [await world.club.invite(inviter, email=world.email()) for _ in range(count)]
    return [str(each.uuid) for each in invitations]


async def invite(world: ClubWorld) -> Document:
    attributes = {
        "email": world.email(),
        "first_name": "Rena",
        "last_name": "Kanokogi",
        "remark": "From the trial training.",
    }
    return document("user_invitations", attributes)


async def make_sessions(world: ClubWorld, count: int) -> list[str]:
    account = (await world.person()).account
    return [str((await world.club.log_in(account)).session.uuid) for _ in range(count)]


async def make_security_events(world: ClubWorld, count: int) -> list[str]:
    person = await world.person()
    repository = SecurityEventDbRepository(world.club.database)
    events = [
        await repository.create(
            SecurityEventEntity(
                at=utc_now() - timedelta(minutes=minutes),
                kind=SecurityEventKind.LOGIN,
                user_id=person.account.user_id,
                user_uuid=person.account.user.uuid,
                ip_prefix="203.0.113.0/24",
            )
        )
        for minutes in range(count)
    ]
    return [str(each.id) for each in events]


async def make_deliveries(world: ClubWorld, count: int) -> list[str]:
    """Invite, and let the worker write the mails."""
    headers = (await world.person()).headers
    known = {row["id"] for row in await world.club.rows("outbox_deliveries", "id")}
    for _ in range(count):
        answer = await world.client.post(
            "/api/v1/auth/users/invitations",
            json=await invite(world),
            headers=headers | {"Content-Type": "application/vnd.api+json"},
        )
        assert answer.status_code == 201, answer.text
    await create_worker(world.club.settings).drain()
    rows = await world.club.rows("outbox_deliveries", "id, handler")
    made = [row["id"] for row in rows if "send" in row["handler"] and row["id"] not in known]
    return [str(id_) for id_ in made]


async def make_changes(world: ClubWorld, count: int) -> list[str]:
    """Change the remark of somebody, and take what the log says of it."""
    admin = await world.person()
    known = {row["id"] for row in await world.club.rows("change_log", "id")}
    for _ in range(count):
        await world.client.patch(
            f"/api/v1/auth/users/{admin.uuid}",
            json=document("user_accounts", {"remark": world.email()}, id=admin.uuid),
            headers=json_api_headers(admin),
        )
    rows = await world.club.rows("change_log", "id")
    return [str(row["id"]) for row in rows if row["id"] not in known]


CASES = [
    Case(
        resource=UserAccountResource,
        make=make_users,
        create=accept_invitation,
        change=("remark", "Has the key of the dojo."),
        roles={"create": "anonymous"},
    ),
    Case(resource=UserInvitationResource, make=make_invitations, create=invite),
    Case(resource=UserSessionResource, make=make_sessions),
    Case(resource=SecurityEventResource, make=make_security_events),
    Case(resource=DeliveryResource, make=make_deliveries),
    Case(resource=ChangeResource, make=make_changes),
    *news.CASES,
    *training.CASES,
]
