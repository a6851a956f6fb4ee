"""Signed tokens (JWT, RFC 7519): what they must hold, and the one way to read them."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from kwai.core.domain.exceptions import AuthenticationException

if TYPE_CHECKING:
    from jwt import PyJWS

    from kwai.core.settings import Settings

TokenType = Literal["access", "refresh"]

ALGORITHMS = ("HS256", "HS384", "HS512")
MAX_TOKEN_LENGTH = 4096
LEEWAY = 30
#: Of the members who are there at this moment; each takes a kilobyte and a half.
KNOWN_TOKENS = 256
# The end of the year 9999, the last one that a datetime can hold.
MAX_TIME = 253_402_300_799

_KEY_ID_LABEL = b"kwai token key id 1"
_REFUSED = "The token is not valid."
_SHARED_CLAIMS: dict[str, type] = {
    "iss": str,
    "typ": str,
    "sid": str,
    "jti": str,
    "iat": int,
    "exp": int,
}
_CLAIMS: dict[TokenType, dict[str, type]] = {
    "access": {**_SHARED_CLAIMS, "sub": str, "scope": list},
    "refresh": {**_SHARED_CLAIMS, "cb": int},
}


class TokenCodec:
    """Writes and reads the tokens of one kind; the first secret signs, all of them verify.

    A token is read only when its header is, byte for byte, one that we write: no header of
    somebody else's (`none`, `jku`, another algorithm, an unknown key) is ever interpreted.
    """

    def __init__(
        self,
        secrets: Sequence[str],
        algorithm: str,
        issuer: str,
        now: Callable[[], float] = time.time,
    ) -> None:
        if algorithm not in ALGORITHMS:
            raise ValueError(f"{algorithm} is not one of {', '.join(ALGORITHMS)}.")
        minimum = int(algorithm.removeprefix("HS")) // 8
        if any(len(secret.encode()) < minimum for secret in secrets):
            raise ValueError(f"{algorithm} needs a secret of at least {minimum} bytes.")
        self._secrets = [secret.encode() for secret in secrets]
        self._algorithm = algorithm
        self._issuer = issuer
        self._now = now

    def encode(self, claims: Mapping[str, Any]) -> str:
        """Sign the claims, to which the issuer is added."""
        payload = json.dumps({**claims, "iss": self._issuer}, separators=(",", ":"))
        secret = self._secrets[0]
        return self._jws.encode(
            payload.encode(), secret, algorithm=self._algorithm, headers={"kid": _key_id(secret)}
        )

    def decode(self, token: str, typ: TokenType) -> dict[str, Any]:
        """Read a token of the given type; its times are checked with a leeway of 30 seconds.

        Raises:
            AuthenticationException: it is no such token of ours, or its time has not come or is up.
        """
        # Padding is no part of a JWT, but the library lets it pass: two texts for one token.
        if len(token) > MAX_TOKEN_LENGTH or not token.isascii() or "=" in token:
            _refuse()
        claims = self._read(token)
        self._check_claims(claims, typ)
        return dict(claims)

    @cached_property
    def _read(self) -> Callable[[str], Mapping[str, Any]]:
        """Verify and parse; what is signed stays so, so that of each token it is done once."""
        return lru_cache(maxsize=KNOWN_TOKENS)(self._verify_and_parse)

    def _verify_and_parse(self, token: str) -> dict[str, Any]:
        secret = self._secret_by_header.get(token.partition(".")[0])
        if secret is None:
            _refuse()
        return self._parse(self._verify(token, secret))

    @cached_property
    def _jws(self) -> "PyJWS":
        from kwai.core.security.jws import create_jws

        return create_jws(self._algorithm)

    @cached_property
    def _secret_by_header(self) -> dict[str, bytes]:
        return {self._header(secret): secret for secret in self._secrets}

    def _header(self, secret: bytes) -> str:
        headers = {"kid": _key_id(secret)}
        token = self._jws.encode(b"", secret, algorithm=self._algorithm, headers=headers)
        return token.partition(".")[0]

    def _verify(self, token: str, secret: bytes) -> bytes:
        from jwt import InvalidTokenError

        try:
            payload = self._jws.decode(token, secret, algorithms=[self._algorithm])
        except InvalidTokenError:
            _refuse()
        return bytes(payload)

    def _parse(self, payload: bytes) -> dict[str, Any]:
        try:
            claims = json.loads(payload, object_pairs_hook=_refuse_doubles)
        except (ValueError, RecursionError):
            _refuse()
        return claims if isinstance(claims, dict) else _refuse()

    def _check_claims(self, claims: Mapping[str, Any], typ: TokenType) -> None:
        for name, type_ in _CLAIMS[typ].items():
            # A bool is an int to isinstance, and 1 is not the same claim as true.
            if type(claims.get(name)) is not type_:
                _refuse()
        if claims["typ"] != typ or claims["iss"] != self._issuer:
            _refuse()
        now = self._now()
        if claims["iat"] > now + LEEWAY or not now - LEEWAY < claims["exp"] <= MAX_TIME:
            _refuse()


def create_access_codec(settings: "Settings") -> TokenCodec:
    """Create the codec of access tokens."""
    security = settings.security
    secrets = (security.jwt_secret, *security.jwt_secret_previous)
    return TokenCodec(
        [secret.get_secret_value() for secret in secrets],
        security.jwt_algorithm,
        settings.base_url,
    )


def create_refresh_codec(settings: "Settings") -> TokenCodec:
    """Create the codec of refresh tokens."""
    security = settings.security
    secrets = (security.jwt_refresh_secret, *security.jwt_refresh_secret_previous)
    return TokenCodec(
        [secret.get_secret_value() for secret in secrets],
        security.jwt_algorithm,
        settings.base_url,
    )


def _key_id(secret: bytes) -> str:
    return hmac.digest(secret, _KEY_ID_LABEL, hashlib.sha256).hex()[:16]


def _refuse_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("A claim stands there twice.")
    return members


def _refuse() -> NoReturn:
    # One text for all reasons, and no cause: the reason helps only who forges.
    raise AuthenticationException(_REFUSED) from None
