import base64
import json
from collections.abc import Callable, Mapping

import jwt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.domain.exceptions import AuthenticationException
from kwai.core.security.token_codec import (
    MAX_TOKEN_LENGTH,
    TokenCodec,
    create_access_codec,
    create_refresh_codec,
)
from kwai.core.settings import Settings

ISSUER = "https://club.example"
NOW = 1_800_000_000
SECRET, OTHER_SECRET = (
    "a secret that never changes in tests",
    "another secret of the same length...",
)
UUID = "3f1f9a4e-6f0f-4c3a-9c39-9f0b7a0c2f11"

ACCESS: Mapping[str, object] = {
    "typ": "access",
    "sid": UUID,
    "jti": UUID,
    "iat": NOW,
    "exp": NOW + 600,
    "sub": UUID,
    "scope": [],
}
REFRESH: Mapping[str, object] = {
    "typ": "refresh",
    "sid": UUID,
    "jti": UUID,
    "iat": NOW,
    "exp": NOW + 600,
    "cb": 1,
}


def create_codec(*secrets: str, algorithm: str = "HS256", now: float = NOW) -> TokenCodec:
    return TokenCodec(secrets or (SECRET,), algorithm, ISSUER, now=lambda: now)


def part(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def header_of(token: str) -> dict[str, object]:
    return dict(jwt.get_unverified_header(token))


def sign(payload: str | bytes, header: Mapping[str, object] | None = None) -> str:
    """Sign anything with the right key: what remains is the judgement of the content."""
    kid = header_of(create_codec().encode({}))["kid"]
    headers = {"kid": kid, **(header or {})}
    raw = payload if isinstance(payload, bytes) else payload.encode()
    return jwt.PyJWS().encode(raw, SECRET, algorithm="HS256", headers=headers)


def sign_claims(claims: Mapping[str, object]) -> str:
    return sign(json.dumps({"iss": ISSUER, **claims}))


def test_security_s7_a_token_says_what_was_put_into_it() -> None:
    codec = create_codec()

    assert codec.decode(codec.encode(ACCESS), "access") == {**ACCESS, "iss": ISSUER}
    assert codec.decode(codec.encode(REFRESH), "refresh") == {**REFRESH, "iss": ISSUER}


def test_the_helper_of_these_tests_makes_tokens_that_are_accepted() -> None:
    assert create_codec().decode(sign_claims(ACCESS), "access")["sub"] == UUID


def test_a_refresh_token_of_an_earlier_release_is_accepted() -> None:
    token = (
        "eyJhbGciOiJIUzI1NiIsImtpZCI6ImNlMzdkNjM4ODRkOGIzYWIiLCJ0eXAiOiJKV1QifQ."
        "eyJ0eXAiOiJyZWZyZXNoIiwic2lkIjoicyIsImp0aSI6ImoiLCJpYXQiOjE4MDAwMDAwMDAsImV4cCI6"
        "MTgwMDAwMDYwMCwiY2IiOjEsImlzcyI6Imh0dHBzOi8vY2x1Yi5leGFtcGxlIn0."
        "cC--ve-SG4sPl2y1LhJ4NdbhV1Te7tXiV5Llw0lytZc"
    )

    assert create_codec().decode(token, "refresh")["jti"] == "j"


@pytest.mark.parametrize(("age", "fits"), [(-31, False), (-29, True), (629, True), (630, False)])
def test_security_s7_times_are_taken_with_a_leeway_of_30_seconds(age: int, fits: bool) -> None:
    token = create_codec().encode(ACCESS)
    codec = create_codec(now=NOW + age)

    if fits:
        assert codec.decode(token, "access")["exp"] == NOW + 600
    else:
        with pytest.raises(AuthenticationException):
            codec.decode(token, "access")


def test_security_s7_a_token_that_was_read_before_ends_in_time_all_the_same() -> None:
    moments = [NOW, NOW + 629, NOW + 630]
    codec = TokenCodec((SECRET,), "HS256", ISSUER, now=lambda: moments.pop(0))
    token = codec.encode(ACCESS)

    codec.decode(token, "access")["sub"] = "somebody else"
    assert codec.decode(token, "access")["sub"] == UUID
    with pytest.raises(AuthenticationException):
        codec.decode(token, "access")


def test_a_signature_is_verified_once_and_only_a_good_one_is_remembered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    verified: list[str] = []
    verify = TokenCodec._verify

    def note(codec: TokenCodec, token: str, secret: bytes) -> bytes:
        verified.append(token)
        return verify(codec, token, secret)

    monkeypatch.setattr(TokenCodec, "_verify", note)
    codec = create_codec()
    good = codec.encode(ACCESS)
    bad = good[:-2] + ("AA" if good[-2:] != "AA" else "BB")

    for _ in range(2):
        assert codec.decode(good, "access")
        with pytest.raises(AuthenticationException):
            codec.decode(bad, "access")

    assert verified == [good, bad, bad]


def test_security_s26_t10_a_previous_secret_verifies_until_it_is_dropped() -> None:
    old_token = create_codec(SECRET).encode(ACCESS)
    verify_only = create_codec(SECRET, OTHER_SECRET)
    rotated = create_codec(OTHER_SECRET, SECRET)

    new_token = rotated.encode(ACCESS)

    assert rotated.decode(old_token, "access")
    assert verify_only.decode(new_token, "access")
    assert header_of(new_token)["kid"] != header_of(old_token)["kid"]
    with pytest.raises(AuthenticationException):
        create_codec(OTHER_SECRET).decode(old_token, "access")


def test_security_t09_the_kinds_do_not_stand_in_for_each_other() -> None:
    codec = create_codec()

    with pytest.raises(AuthenticationException):
        codec.decode(codec.encode(REFRESH), "access")
    with pytest.raises(AuthenticationException):
        codec.decode(codec.encode(ACCESS), "refresh")
    with pytest.raises(AuthenticationException):
        codec.decode(codec.encode({**ACCESS, **REFRESH}), "access")


def test_security_t09_the_two_codecs_of_the_settings_know_different_secrets() -> None:
    settings = Settings.model_validate(
        {
            "website": {"url": ISSUER},
            "security": {"jwt_secret": SECRET, "jwt_refresh_secret": OTHER_SECRET},
        }
    )
    access, refresh = create_access_codec(settings), create_refresh_codec(settings)
    claims = {**ACCESS, "iat": 0, "exp": 4_000_000_000}

    assert access.decode(access.encode(claims), "access")["iss"] == ISSUER
    with pytest.raises(AuthenticationException):
        access.decode(refresh.encode(claims), "access")


@pytest.mark.parametrize("name", ["iss", *ACCESS])
@pytest.mark.parametrize("value", [None, True, 1.5, {}, ["a"], [], -1, "", "1"])
def test_security_t09_every_claim_has_its_type(name: str, value: object) -> None:
    # What happens to be of the right type, and means something.
    if (name, value) in [("scope", ["a"]), ("scope", []), ("iat", -1)]:
        return
    if name in {"sid", "jti", "sub"} and isinstance(value, str):
        return

    with pytest.raises(AuthenticationException):
        create_codec().decode(sign_claims({**ACCESS, name: value}), "access")


@pytest.mark.parametrize("name", ["iss", *ACCESS])
def test_security_t09_no_claim_may_be_missing(name: str) -> None:
    claims = {"iss": ISSUER, **ACCESS}
    del claims[name]

    with pytest.raises(AuthenticationException):
        create_codec().decode(sign(json.dumps(claims)), "access")


@pytest.mark.parametrize("cb", [True, False, "1", None])
def test_security_t09_the_cookie_mark_is_a_number(cb: object) -> None:
    with pytest.raises(AuthenticationException):
        create_codec().decode(sign_claims({**REFRESH, "cb": cb}), "refresh")


PAYLOADS = {
    "doubled claim": json.dumps({"iss": ISSUER, **ACCESS})[:-1] + ', "sub": "someone-else"}',
    "infinite end": json.dumps({"iss": ISSUER, **ACCESS, "exp": float("inf")}),
    "overflowing end": json.dumps({"iss": ISSUER, **ACCESS}).replace(str(NOW + 600), "1e999"),
    "end beyond all dates": json.dumps({"iss": ISSUER, **ACCESS, "exp": 10**18}),
    "end of 5000 digits": json.dumps({"iss": ISSUER, **ACCESS}).replace(str(NOW + 600), "9" * 2000),
    "not a number": json.dumps({"iss": ISSUER, **ACCESS, "exp": float("nan")}),
    "a list": "[]",
    "a text": '"x"',
    "nothing": "",
    "null": "null",
    "no json": "{",
    "broken utf-8": b"\xff\xfe\xfd",
    "deep": "[" * 2900,
    "of somebody else": json.dumps({**ACCESS, "iss": "https://evil.example"}),
    "of the future": json.dumps({"iss": ISSUER, **ACCESS, "iat": NOW + 31}),
}


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_security_t09_a_signed_payload_that_is_no_token_of_ours_is_refused(
    payload: str | bytes,
) -> None:
    with pytest.raises(AuthenticationException, match="not valid"):
        create_codec().decode(sign(payload), "access")


HEADERS: dict[str, Mapping[str, object]] = {
    "none": {"alg": "none"},
    "None": {"alg": "None"},
    "nOnE": {"alg": "nOnE"},
    "RS256": {"alg": "RS256"},
    "another HMAC": {"alg": "HS512"},
    "foreign kid": {"kid": "0" * 16},
    "kid is a number": {"kid": 1},
    "kid is a path": {"kid": "../../dev/null"},
    "jku": {"jku": "https://evil.example/keys"},
    "jwk": {"jwk": {"kty": "oct", "k": "AAAA"}},
    "x5u": {"x5u": "https://evil.example/cert"},
    "crit": {"crit": ["exp"]},
    "b64": {"b64": False, "crit": ["b64"]},
    "no algorithm": {"alg": None},
}


@pytest.mark.parametrize("change", HEADERS.values(), ids=HEADERS.keys())
def test_security_t09_no_header_but_ours_is_interpreted(change: Mapping[str, object]) -> None:
    token = create_codec().encode(ACCESS)
    _, payload, signature = token.split(".")

    forged = f"{part({**header_of(token), **change})}.{payload}"

    for candidate in (f"{forged}.{signature}", f"{forged}.", f"{forged}.{part('x' * 32)}"):
        with pytest.raises(AuthenticationException):
            create_codec().decode(candidate, "access")


def test_security_t09_a_header_that_is_signed_with_our_secret_must_still_be_ours() -> None:
    token = sign(json.dumps({"iss": ISSUER, **ACCESS}), {"jku": "https://evil.example"})

    with pytest.raises(AuthenticationException):
        create_codec().decode(token, "access")


def test_security_t09_a_token_without_kid_is_refused() -> None:
    token = jwt.encode({"iss": ISSUER, **ACCESS}, SECRET, algorithm="HS256")

    with pytest.raises(AuthenticationException):
        create_codec().decode(token, "access")


def test_security_t09_our_secret_as_a_key_of_another_algorithm_is_refused() -> None:
    kid = header_of(create_codec().encode({}))["kid"]
    secret = SECRET * 2
    token = jwt.encode({"iss": ISSUER, **ACCESS}, secret, algorithm="HS512", headers={"kid": kid})

    with pytest.raises(AuthenticationException):
        create_codec(secret).decode(token, "access")


BROKEN: dict[str, Callable[[str], str]] = {
    "empty": lambda token: "",
    "blank": lambda token: " ",
    "dots": lambda token: "..",
    "two parts": lambda token: token.rsplit(".", 1)[0],
    "four parts": lambda token: f"{token}.{token}",
    "no signature": lambda token: token.rsplit(".", 1)[0] + ".",
    "padding": lambda token: token + "=",
    "line end": lambda token: token + "\n",
    "NUL": lambda token: token + "\0",
    "not ascii": lambda token: token + "é",
    "surrogate": lambda token: token + "\ud800",
    "in front": lambda token: " " + token,
    "too long": lambda token: token + "A" * MAX_TOKEN_LENGTH,
    "a megabyte": lambda token: "." * 1_000_000,
    "last letter": lambda token: token[:-1] + chr(ord(token[-1]) + 1),
    "another alphabet": lambda token: token.replace("-", "+").replace("_", "/") + "+",
}


@pytest.mark.parametrize("break_", BROKEN.values(), ids=BROKEN.keys())
def test_security_f07_a_broken_token_is_refused_and_nothing_else_happens(
    break_: Callable[[str], str],
) -> None:
    token = break_(create_codec().encode(ACCESS))

    with pytest.raises(AuthenticationException, match="not valid") as caught:
        create_codec().decode(token, "access")

    assert caught.value.__cause__ is None


@given(st.text(max_size=200), st.text(max_size=200))
def test_security_f07_no_text_at_all_raises_anything_else(payload: str, signature: str) -> None:
    header = create_codec().encode(ACCESS).partition(".")[0]

    for token in (payload, f"{header}.{payload}.{signature}", f"{header}.{payload}"):
        with pytest.raises(AuthenticationException):
            create_codec().decode(token, "access")


@given(st.dictionaries(st.text(max_size=5), st.integers() | st.text() | st.floats(), max_size=5))
def test_security_f07_no_signed_claims_raise_anything_else(claims: dict[str, object]) -> None:
    with pytest.raises(AuthenticationException):
        create_codec().decode(sign(json.dumps(claims)), "access")


@pytest.mark.parametrize("algorithm", ["none", "RS256", "HS1", "hs256", ""])
def test_only_hmac_algorithms_are_configured(algorithm: str) -> None:
    with pytest.raises(ValueError, match="HS256"):
        create_codec(algorithm=algorithm)


@pytest.mark.parametrize(("algorithm", "minimum"), [("HS256", 32), ("HS384", 48), ("HS512", 64)])
def test_a_secret_is_as_long_as_its_algorithm_asks(algorithm: str, minimum: int) -> None:
    codec = create_codec("s" * minimum, algorithm=algorithm)

    assert codec.decode(codec.encode(ACCESS), "access")
    with pytest.raises(ValueError, match=f"at least {minimum} bytes"):
        create_codec("s" * (minimum - 1), algorithm=algorithm)


def test_security_s26_a_key_id_tells_nothing_of_the_key() -> None:
    kid = header_of(create_codec().encode({}))["kid"]

    assert isinstance(kid, str)
    assert len(kid) == 16
    assert kid not in SECRET
