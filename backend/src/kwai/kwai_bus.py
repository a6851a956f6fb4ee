"""Entry point for starting the event bus."""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, NoReturn

from kwai.core.refusal import complain
from kwai.core.settings import Settings, SettingsException
from kwai.core.settings_check import load_checked_settings

if TYPE_CHECKING:
    from kwai.core.events.embedded import RunnableBus


def create_bus(settings: Settings | None = None) -> "RunnableBus":
    """Create the event bus."""
    from kwai.core.events.embedded import create_worker
    from kwai.subscriptions import register_subscriptions

    register_subscriptions()
    return create_worker(settings or load_checked_settings())


def create_args(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Parse and create cli arguments."""
    parser = argparse.ArgumentParser(
        prog="kwai_bus", description="Works off the events of kwai and sends its mails."
    )
    parser.add_argument("--once", action="store_true", help="end when nothing is due any more")
    return parser.parse_args(arguments)


def main() -> NoReturn:
    """Work until a signal ends it; exit code 78 when the settings do not allow a start."""
    sys.exit(run(create_args()))


def run(args: argparse.Namespace) -> int:
    """Check the settings and work; a problem is one line on stderr."""
    from kwai.core.db.exceptions import DatabaseException
    from kwai.core.events.metrics_server import MetricsPortException
    from kwai.core.logging import configure_logger

    try:
        settings = load_checked_settings()
        configure_logger(settings.logger)
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(_work(settings, once=args.once))
    except (SettingsException, DatabaseException, MetricsPortException) as error:
        return complain(error)
    return 0


async def _work(settings: Settings, *, once: bool) -> None:
    from kwai.core.events.metrics import get_metrics
    from kwai.core.memory import keep_what_is_there

    async with _prepared(settings):
        bus = create_bus(settings)
        await bus.load()
        # Its library takes 30 ms to load, which the first mail would wait for.
        get_metrics()
        keep_what_is_there()
        if once:
            await bus.drain()
            return
        _stop_on_signal(bus)
        await bus.run()


@asynccontextmanager
async def _prepared(settings: Settings) -> AsyncIterator[None]:
    """Check what the worker stands on, and close all of it at the end."""
    from kwai.core.db.pool import close_pools
    from kwai.core.events.bell import close_bells
    from kwai.core.events.metrics_server import serve_metrics

    async with AsyncExitStack() as stack:
        stack.push_async_callback(close_pools, settings.db)
        stack.push_async_callback(close_bells)
        await _refuse_unready(settings)
        if settings.bus.metrics_port is not None:
            await stack.enter_async_context(serve_metrics(settings))
        yield


async def _refuse_unready(settings: Settings) -> None:
    """Refuse a database that may lose what it has confirmed, or that is at another revision.

    Raises:
        SettingsException: it is such a database.
    """
    from kwai.core.db.durability import check_durability, refusals
    from kwai.core.dependencies import create_database

    database = create_database(settings.db)
    try:
        await database.setup()
        if reasons := refusals(await check_durability(database, at_start=True)):
            raise SettingsException("\n".join(reasons))
    finally:
        await database.close()


def _stop_on_signal(bus: "RunnableBus") -> None:
    """Stop in good order at the first signal, and at once at the second."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)

    def stop() -> None:
        for each in signals:
            # The leases of what was running end by themselves.
            loop.add_signal_handler(each, os._exit, 1)
        bus.stop()

    for each in signals:
        loop.add_signal_handler(each, stop)


def _loop_factory() -> "type[asyncio.AbstractEventLoop] | None":
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.Loop


if __name__ == "__main__":
    main()
