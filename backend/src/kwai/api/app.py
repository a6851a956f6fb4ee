"""Module that implements a factory method for a FastAPI application."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Final

from fastapi import FastAPI
from loguru import logger

from kwai.api import system
from kwai.api.application import KwaiApplication
from kwai.api.routers import add_routes
from kwai.api.start import open_pool, refuse_unready
from kwai.api.v1.api import create_router
from kwai.core import logging as kwai_logging
from kwai.core.events.bell import close_bells
from kwai.core.security.token_codec import create_access_codec
from kwai.core.settings import LoggerSettings, Settings
from kwai.core.settings_check import load_checked_settings
from kwai.subscriptions import register_subscriptions

# Of the interface, not of the program: nobody has to know which release runs here.
API_VERSION: Final = "1"


def configure_logger(settings: LoggerSettings) -> None:
    """Configure the logger, and let the log records of the server pass through it."""
    kwai_logging.configure_logger(settings)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Open what all requests share, run the worker beside them, and close all in reverse.

    It runs once in each process of the server.

    Raises:
        SettingsException: the database is not what this version of kwai can work with.
    """
    settings: Settings = app.state.settings
    configure_logger(settings.logger)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(open_pool(settings.db))
        await refuse_unready(settings)
        stack.push_async_callback(close_bells)
        if settings.embeds_worker:
            # Imported here: a process without a worker does not need the mails and their tasks.
            from kwai.core.events.embedded import create_worker

            await stack.enter_async_context(create_worker(settings).running())
        logger.info("kwai is starting")
        yield
        logger.info("kwai is ending")


def create_app(settings: Settings | None = None) -> KwaiApplication:
    """Create the application; without settings it is a process of its own, and reads them.

    Raises:
        SettingsException: the settings cannot be read, or nobody should start with them.
        MissingRuleException: a route has no rule, or a rule no route.
    """
    if settings is None:
        settings = load_checked_settings()
        # The server has something to say before the lifespan begins.
        configure_logger(settings.logger)
    register_subscriptions()
    app = KwaiApplication(
        settings,
        title="kwai",
        version=API_VERSION,
        description="Runs a sports club.",
        lifespan=lifespan,
    )
    app.state.access_codec = create_access_codec(settings)
    add_routes(app, system.router)
    add_routes(app, create_router(), prefix="/api/v1")
    app.check_rules()
    return app
