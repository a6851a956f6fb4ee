"""T8, T9, T10, F7, F9: tokens that are forged, confused, rotated away or taken from a dump."""

import base64
import json
import time
from typing import Any

import httpx
import jwt
import pytest
from pydantic import SecretStr

from kwai.api.app import create_app
from kwai.core.security.token_codec import create_access_codec
from kwai.core.settings import Settings
from tests.factories.identity import PASSWORD
from tests.support.api import open_client
from tests.support.identity_api import API, ClubKit, Person

USER = f"{API}/auth/user"
REFRESH = f"{API}/auth/access_token"


def parts(token: str) -> tuple[dict[str, Any], dict[str, Any]]:
    return jwt.get_unverified_header(token), jwt.decode(token, options={"verify_signature": False})


def encode(part: object) -> str:
    raw = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def forgeries(settings: Settings, token: str) -> dict[str, str]:
    secret = settings.security.jwt_secret.get_secret_value()
    header, claims = parts(token)
    signature = token.rpartition(".")[2]

    def sign(payload: object, **changes: Any) -> str:
        return jwt.PyJWS().encode(
            payload if isinstance(payload, bytes) else json.dumps(payload).encode(),
            secret,
            algorithm="HS256",
            headers={name: value for name, value in ({**header, **changes}).items() if value},
        )

    def without(name: str) -> dict[str, Any]:
        return {key: value for key, value in claims.items() if key != name}

    found = {
        f"alg {alg}": f"{encode({**header, 'alg': alg})}.{encode(claims)}."
        for alg in ("none", "None", "nOnE", "RS256", "ES256", "HS384")
    }
    found |= {f"without {name}": sign(without(name)) for name in claims}
    found |= {
        "no signature": token.rpartition(".")[0] + ".",
        "two parts": token.rpartition(".")[0],
        "padded": token + "=",
        "kid of nobody": sign(claims, kid="0000000000000000"),
        "no kid": sign(claims, kid=None),
        "jku": sign(claims, jku="https://evil.example/keys"),
        "jwk": sign(claims, jwk={"kty": "oct", "k": "AAAA"}),
        "critical": sign(claims, crit=["x"], x=1),
        "other signature": token.replace(signature, encode(b"x" * 32)),
        "other issuer": sign({**claims, "iss": "https://evil.example"}),
        "refresh type": sign({**claims, "typ": "refresh"}),
        "expired": sign({**claims, "exp": int(time.time()) - 60}),
        "issued in future": sign({**claims, "iat": int(time.time()) + 3600}),
        "exp infinite": sign(json.dumps({**claims, "exp": float("inf")}).encode()),
        "exp huge": sign({**claims, "exp": 10**30}),
        "exp text": sign({**claims, "exp": "9999999999"}),
        "exp true": sign({**claims, "exp": True}),
        "jti number": sign({**claims, "jti": 1}),
        "jti unknown": sign({**claims, "jti": "0" * 64}),
        "claim twice": sign(json.dumps(claims)[:-1].encode() + b',"sub":"x"}'),
        "no object": sign([1, 2]),
        "not JSON": sign(b"{"),
        "deep JSON": sign(b"[" * 1500 + b"]" * 1500),
        "surrogate": sign(json.dumps({**claims, "jti": "\ud800"}).encode()),
        "NUL": sign({**claims, "jti": "a\0b"}),
    }
    return found


async def test_security_t9_no_forged_token_is_accepted_anywhere(
    client: httpx.AsyncClient, settings: Settings, user: Person
) -> None:
    """F7: some of these used to be a 500 with the text of the library."""
    found = forgeries(settings, user.token)
    assert len(found) >= 35

    for name, token in found.items():
        for method, path in (("GET", "user"), ("GET", "sessions"), ("POST", "confirm")):
            answer = await client.request(
                method, f"{API}/auth/{path}", headers={"Authorization": f"Bearer {token}"}
            )
            assert answer.status_code == 401, name
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        refresh = await client.post(REFRESH, data={"refresh_token": token})
        assert refresh.status_code == 401, name


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer a b",
        "Basic YTpi",
        "Token x",
        "bearer\tx",
        "Bearer " + "x" * 7000,
    ],
)
async def test_an_authorization_of_another_form_is_401(
    client: httpx.AsyncClient, header: str
) -> None:
    answer = await client.get(USER, headers={"Authorization": header})

    assert answer.status_code == 401


async def test_security_t9_a_signed_refresh_token_that_is_not_known_ends_its_session(
    client: httpx.AsyncClient, club: ClubKit, settings: Settings, user: Person
) -> None:
    """Somebody has our key, or the row was removed behind our back."""
    answer = await client.post(
        f"{API}/auth/login", data={"username": user.email, "password": PASSWORD}
    )
    header, claims = parts(answer.json()["refresh_token"])
    forged = jwt.encode(
        {**claims, "jti": "0" * 64},
        settings.security.jwt_refresh_secret.get_secret_value(),
        algorithm="HS256",
        headers={"kid": header["kid"]},
    )

    assert (await client.post(REFRESH, data={"refresh_token": forged})).status_code == 401

    bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert (await client.get(USER, headers=bearer)).status_code == 401


async def test_security_s26_t10_keys_are_rotated_without_logging_anybody_out(
    settings: Settings, club: ClubKit, user: Person
) -> None:
    old, new = settings.security.jwt_secret, SecretStr("9" * 40)
    both = settings.security.model_copy(update={"jwt_secret": new, "jwt_secret_previous": (old,)})
    only_new = settings.security.model_copy(update={"jwt_secret": new})

    statuses = []
    for security in (both, only_new):
        app = create_app(settings.model_copy(update={"security": security}))
        async with open_client(app) as client:
            statuses.append((await client.get(USER, headers=user.headers)).status_code)
    header, _ = parts(
        create_access_codec(settings.model_copy(update={"security": both})).encode({})
    )

    assert statuses == [200, 401]
    assert header["kid"] != parts(user.token)[0]["kid"], "new tokens have the new key"


async def test_security_t8_a_dump_of_the_database_logs_nobody_in(
    client: httpx.AsyncClient, club: ClubKit, user: Person, admin: Person
) -> None:
    await client.post(f"{API}/auth/login", data={"username": user.email, "password": PASSWORD})
    await club.recover(user)
    invitation = await club.invite(admin)
    tables = (
        "users",
        "user_sessions",
        "oauth_access_tokens",
        "oauth_refresh_tokens",
        "user_recoveries",
        "user_invitations",
        "outbox_events",
        "change_log",
    )
    texts = {
        str(value)
        for table in tables
        for row in await club.rows(table)
        for value in row.values()
        if isinstance(value, str) and 8 <= len(value) <= 300
    }

    assert len(texts) > 10
    for text in texts:
        bearer = {b"Authorization": f"Bearer {text}".encode()}
        assert (await client.get(USER, headers=bearer)).status_code == 401
        refresh = await client.post(REFRESH, data={"refresh_token": text})
        assert refresh.status_code == 401
    recoveries = {row["uuid"] for row in await club.rows("user_recoveries")}
    for uuid in recoveries:
        form = {"uuid": uuid, "password": "another long one"}
        assert (await client.post(f"{API}/auth/reset", data=form)).status_code == 404
    assert club.code_of(invitation) not in texts
