"""The floor: what the same answer costs when nothing but the work itself is done.

A hand-written Starlette application on the same driver, pool, server and JSON writer as kwai. It
has no domain, no validation beyond the token, and no permissions.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.routing import Route

from bench.floor_lists import FloorLists
from bench.floor_user import FloorUser
from bench.floor_writing import FloorWriting
from kwai.core.db.pool import close_pools, get_pool
from kwai.core.settings import Settings, load_settings


def create_floor(settings: Settings | None = None) -> Starlette:
    """Create the application that answers what is measured."""
    settings = settings or load_settings()
    user = FloorUser(settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await get_pool(settings.db).open()
        yield
        await close_pools(settings.db)

    create = FloorWriting(settings, user).create
    routes = [
        Route("/api/v1/auth/user", user.show),
        Route("/api/v1/trainings", create, methods=["POST"]),
        *FloorLists(settings).routes(),
    ]
    return Starlette(routes=routes, lifespan=lifespan)


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
