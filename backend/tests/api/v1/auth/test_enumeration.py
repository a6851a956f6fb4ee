"""T1, F10: a refused login tells nothing but that it was refused."""

import httpx
import pytest

from kwai.core.domain.value_objects.password import Password
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository
from tests.factories.identity import PASSWORD
from tests.support.api import open_client
from tests.support.identity_api import API, ClubKit, Person

LOGIN = f"{API}/auth/login"
RECOVER = f"{API}/auth/recover"
VARYING = {"x-request-id", "date", "retry-after"}
FORMS = {
    "unknown": {"username": "nobody@club.example", "password": PASSWORD},
    "wrong password": {"username": "judoka@club.example", "password": "not the right one"},
    "revoked": {"username": "revoked@club.example", "password": PASSWORD},
    "malformed": {"username": "no address at all", "password": PASSWORD},
    "too long": {"username": f"{'a' * 5000}@club.example", "password": PASSWORD},
    "NUL": {"username": "judoka@club.example\0", "password": PASSWORD},
    "long password": {"username": "judoka@club.example", "password": "x" * 1025},
}


@pytest.fixture
async def people(club: ClubKit, user: Person) -> None:
    revoked = await club.join(email="revoked@club.example")
    await UserAccountDbRepository(club.database).update(revoked.account.revoke())


@pytest.fixture
def verifications(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often a password is verified; the real thing is done all the same."""
    seen: list[str] = []
    verify = Password.verify

    def count(self: Password, password: str) -> bool:
        seen.append("verified")
        return verify(self, password)

    monkeypatch.setattr(Password, "verify", count)
    return seen


def fingerprint(answer: httpx.Response) -> tuple[int, bytes, list[tuple[str, str]]]:
    headers = [each for each in answer.headers.multi_items() if each[0].lower() not in VARYING]
    return answer.status_code, answer.content, sorted(headers)


async def test_security_s10_t1_every_refusal_is_the_same_to_the_byte(
    client: httpx.AsyncClient, people: None, verifications: list[str]
) -> None:
    answers = {name: await client.post(LOGIN, data=form) for name, form in FORMS.items()}

    assert {answer.status_code for answer in answers.values()} == {401}
    assert len({str(fingerprint(answer)) for answer in answers.values()}) == 1
    assert len(verifications) == len(FORMS)


async def test_security_t1_being_blocked_tells_nothing_either(
    club: ClubKit, people: None, verifications: list[str]
) -> None:
    blocked = {}
    for number, (name, form) in enumerate(FORMS.items()):
        # Each from a network of its own, so that only the limit of the account is reached.
        async with open_client(club.app, client=(f"198.51.{number}.7", 50_000)) as client:
            for _ in range(5):
                await client.post(LOGIN, data=form | {"password": "not the right one"})
            verifications.clear()
            blocked[name] = await client.post(LOGIN, data=form)

    assert {answer.status_code for answer in blocked.values()} == {429}
    assert len({str(fingerprint(answer)) for answer in blocked.values()}) == 1
    assert verifications == []


async def test_security_s13_t1_a_wish_for_recovery_is_answered_alike(
    club: ClubKit, client: httpx.AsyncClient, people: None
) -> None:
    emails = ["judoka@club.example", "nobody@club.example", "revoked@club.example", "x", "\0", ""]

    answers = [await client.post(RECOVER, data={"email": email}) for email in emails]
    answers.append(await client.post(RECOVER))

    assert {(answer.status_code, answer.content) for answer in answers} == {(200, b"")}
    assert len({str(fingerprint(answer)) for answer in answers}) == 1
    assert len(await club.rows("outbox_events")) == len(answers), "one event for every input"


async def test_security_s10_every_refused_login_is_on_record_without_its_name(
    club: ClubKit, client: httpx.AsyncClient, people: None, user: Person
) -> None:
    for form in FORMS.values():
        await client.post(LOGIN, data=form)

    events = await club.rows("security_events")

    assert [event["kind"] for event in events] == ["login_failed"] * len(FORMS)
    known = [event["user_id"] for event in events if event["user_id"] is not None]
    assert known.count(user.account.user_id.value) == 2
    assert {event["ip_prefix"] for event in events} == {"127.0.0.0/24"}
    assert all("club.example" not in str(value) for row in events for value in row.values())
