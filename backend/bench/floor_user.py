"""P5 of the floor, and who writes in P8: the user of a token, found by one statement."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import jwt
import orjson
from starlette.requests import Request
from starlette.responses import Response

from bench import floor_documents as documents
from kwai.core.db.pool import get_pool
from kwai.core.settings import Settings

_CURRENT_USER = """
SELECT u.id, u.uuid, u.email, u.first_name, u.last_name, u.locale, u.remark, u.admin, u.revoked,
       u.last_login, u.last_unsuccessful_login, u.created_at, u.updated_at, u.version,
       EXISTS (SELECT 1 FROM authors a WHERE a.user_id = u.id AND a.active = 1) AS author,
       EXISTS (SELECT 1 FROM coaches c WHERE c.user_id = u.id AND c.active = 1) AS coach
  FROM oauth_access_tokens t
  JOIN user_sessions s ON s.id = t.session_id
  JOIN users u ON u.id = t.user_id
 WHERE t.identifier = {0} AND t.revoked = 0 AND t.expiration > {0} AND s.revoked_at IS NULL
   AND s.idle_expires_at > {0} AND s.absolute_expires_at > {0} AND u.revoked = 0
"""


class FloorUser:
    """Knows who asks."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._select = _CURRENT_USER.format("?" if settings.db.engine == "sqlite" else "%s")
        self._secret = settings.security.jwt_secret.get_secret_value()

    async def find(self, request: Request, lease: Any) -> dict[str, Any]:
        """Give the row of the user; there is one, or the measurement is wrong."""
        token = request.headers["authorization"].removeprefix("Bearer ")
        claims = jwt.decode(
            token, self._secret, algorithms=["HS256"], options={"verify_aud": False}
        )
        digest = hashlib.sha256(claims["jti"].encode()).hexdigest()
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        result = await lease.run(self._select, (digest, now, now, now))
        row: dict[str, Any] = result.records[0]
        return row

    async def show(self, request: Request) -> Response:
        """P5."""
        lease = await get_pool(self._settings.db).lease(write=False)
        try:
            row = await self.find(request, lease)
        finally:
            lease.release()
        document = documents.user(self._settings.base_url, row)
        return Response(orjson.dumps(document), media_type="application/vnd.api+json")
