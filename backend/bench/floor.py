"""The floor: what the same answer costs when nothing but the work itself is done.

A hand-written Starlette application on the same driver, pool, server and JSON writer as kwai. It
has no domain, no validation beyond the token, and no permissions.
"""

import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import jwt
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench.floor_lists import FloorLists
from kwai.core.db.pool import close_pools, get_pool
from kwai.core.settings import Settings, load_settings

_CURRENT_USER = """
SELECT u.uuid, u.email, u.first_name, u.last_name, u.locale, u.remark, u.admin, u.revoked,
       u.last_login, u.last_unsuccessful_login, u.created_at, u.updated_at, u.version,
       EXISTS (SELECT 1 FROM authors a WHERE a.user_id = u.id AND a.active = 1) AS author,
       EXISTS (SELECT 1 FROM coaches c WHERE c.user_id = u.id AND c.active = 1) AS coach
  FROM oauth_access_tokens t
  JOIN user_sessions s ON s.id = t.session_id
  JOIN users u ON u.id = t.user_id
 WHERE t.identifier = {0} AND t.revoked = 0 AND t.expiration > {0} AND s.revoked_at IS NULL
   AND s.idle_expires_at > {0} AND s.absolute_expires_at > {0} AND u.revoked = 0
"""


def create_floor(settings: Settings | None = None) -> Starlette:
    """Create the application that answers what is measured."""
    settings = settings or load_settings()
    placeholder = "?" if settings.db.engine == "sqlite" else "%s"
    select = _CURRENT_USER.format(placeholder)
    secret = settings.security.jwt_secret.get_secret_value()
    base = f"{settings.base_url}/api/v1"
    described_by = f"{settings.base_url}/api/openapi.json"

    async def current_user(request: Request) -> Response:
        token = request.headers["authorization"].removeprefix("Bearer ")
        claims = jwt.decode(token, secret, algorithms=["HS256"], options={"verify_aud": False})
        digest = hashlib.sha256(claims["jti"].encode()).hexdigest()
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        lease = await get_pool(settings.db).lease(write=False)
        try:
            result = await lease.run(select, (digest, now, now, now))
        finally:
            lease.release()
        if not result.records:
            return Response(status_code=401)
        document = _document(result.records[0], base, described_by)
        return Response(orjson.dumps(document), media_type="application/vnd.api+json")

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await get_pool(settings.db).open()
        yield
        await close_pools(settings.db)

    routes = [Route("/api/v1/auth/user", current_user), *FloorLists(settings).routes()]
    return Starlette(routes=routes, lifespan=lifespan)


def _document(row: dict[str, Any], base: str, described_by: str) -> dict[str, Any]:
    url = f"{base}/auth/users/{row['uuid']}"
    flags = (("admin", row["admin"]), ("author", row["author"]), ("coach", row["coach"]))
    return {
        "jsonapi": {"version": "1.1"},
        "links": {"self": f"{base}/auth/user", "describedby": described_by},
        "data": {
            "type": "user_accounts",
            "id": row["uuid"],
            "attributes": {
                "email": row["email"],
                "first_name": row["first_name"],
                "last_name": row["last_name"],
                "locale": row["locale"] or None,
                "remark": row["remark"],
                "admin": bool(row["admin"]),
                "revoked": bool(row["revoked"]),
                "roles": sorted([name for name, is_set in flags if is_set] + ["user"]),
                "last_login": _moment(row["last_login"]),
                "last_unsuccessful_login": _moment(row["last_unsuccessful_login"]),
            },
            "links": {"self": url},
            "meta": {
                "created_at": _moment(row["created_at"]),
                "updated_at": _moment(row["updated_at"]),
                "version": row["version"],
            },
        },
    }


def _moment(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else value.strftime("%Y-%m-%d %H:%M:%S")
    return f"{text[:10]}T{text[11:19]}Z"


def main() -> None:
    """Serve the floor on `KWAI_PORT`, with the options that kwai is served with."""
    import uvicorn

    uvicorn.run(
        create_floor(),
        port=int(os.environ["KWAI_PORT"]),
        loop="uvloop",
        http="httptools",
        log_level="warning",
        access_log=False,
    )


if __name__ == "__main__":
    main()
