"""`python -m kwai up`: everything between an empty folder and a running club."""

import asyncio
import os
import secrets
import sys
from collections.abc import Callable, MutableMapping
from typing import TYPE_CHECKING, Final

from kwai.core.paths import describe_start
from kwai.core.refusal import complain
from kwai.core.settings import (
    HOME_VARIABLE,
    DatabaseSettings,
    Settings,
    SettingsException,
    find_settings_file,
)
from kwai.core.settings_check import is_loopback, load_checked_settings

if TYPE_CHECKING:
    from fastapi import FastAPI

DEMO_PASSWORD: Final = "KWAI_DEMO_PASSWORD"  # noqa: S105 (the name of a variable)
_SECRETS: Final = ("JWT_SECRET", "JWT_REFRESH_SECRET", "DATA_SECRET")


def run(*, demo: bool = False, port: int | None = None, reload: bool = False) -> int:
    """Start kwai and serve it; return the exit code, 78 when it must not start as it is set up."""
    from kwai.api.server import AddressException, bind, serve, with_real_port
    from kwai.core.db.exceptions import DatabaseException
    from kwai.core.memory import use_little_memory

    use_little_memory()
    try:
        settings = _prepare_settings(os.environ, port)
        _refuse_open_demo(settings, demo=demo)
        with bind(settings.api.host, settings.api.port) as listener:
            settings = with_real_port(settings, listener)
            lines = _set_up(settings, demo=demo)
            create = _factory(settings, reload=reload)
            _say("", *lines, "", "Ctrl-C ends it.", "")
            return serve(settings, listener, create=create, reload=reload)
    except (SettingsException, AddressException, DatabaseException) as error:
        return complain(error)


def _set_up(settings: Settings, *, demo: bool) -> list[str]:
    from kwai.api.app import configure_logger
    from kwai.api.server import run_checks

    configure_logger(settings.logger)
    _migrate(settings)
    run_checks(settings)
    next_steps = _seed_demo(settings) if demo else _describe_first_steps(settings)
    return _describe(settings) + next_steps


def _factory(settings: Settings, *, reload: bool) -> "Callable[[], FastAPI] | None":
    """Make the application here; with reload another process reads the settings again."""
    from kwai.api.app import create_app

    if not reload:
        app = create_app(settings)
        return lambda: app
    os.environ["KWAI_API_PORT"] = str(settings.api.port)
    return None


def _prepare_settings(environ: MutableMapping[str, str], port: int | None) -> Settings:
    if port is not None:
        environ["KWAI_API_PORT"] = str(port)
        environ.pop("KWAI_PORT", None)
    has_secrets = all(environ.get(f"KWAI_SECURITY_{name}") for name in _SECRETS)
    if find_settings_file(environ) is None and not has_secrets:
        from kwai.cli.init import write_settings

        try:
            _say(f"New settings with random secrets: {write_settings()}")
        except OSError as error:
            raise SettingsException(
                f"{error.filename}: {error.strerror}; {HOME_VARIABLE} names the data folder."
            ) from None
    return load_checked_settings(environ)


def _refuse_open_demo(settings: Settings, *, demo: bool) -> None:
    """A password that is printed and known must not be good for strangers."""
    if demo and not is_loopback(settings.api.host) and not os.environ.get(DEMO_PASSWORD):
        raise SettingsException(
            f"{DEMO_PASSWORD} is needed for --demo on {settings.api.host}: other machines can "
            "reach it."
        )


def _migrate(settings: Settings) -> None:
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsException(f"{error.filename}: {error.strerror}.") from None
    # Alembic connects in its own way, and a server that is away would be a traceback there. It
    # also takes half a second and 20 MB, which most starts do not need.
    if not asyncio.run(_is_at_head(settings.db)):
        from kwai.cli.db import MigrationException, upgrade

        try:
            upgrade(settings.db)
        except MigrationException as error:
            raise SettingsException(f"The database cannot be migrated: {error}") from None


async def _is_at_head(settings: DatabaseSettings) -> bool:
    from kwai.api.start import open_pool
    from kwai.core.db.migrations import is_at_head
    from kwai.core.dependencies import create_database

    async with open_pool(settings), create_database(settings).unit(read_only=True) as database:
        return await is_at_head(database)


def _seed_demo(settings: Settings) -> list[str]:
    from kwai.demo import seed_demo

    password = os.environ.get(DEMO_PASSWORD) or _demo_password(settings)
    logins = seed_demo(settings, password)
    return [
        "Demo club, log in as:",
        *(f"  {login}" for login in logins),
        f"  password: {password}",
        f"A club of your own: {describe_start('python', home='club')} -m kwai up",
    ]


def _demo_password(settings: Settings) -> str:
    """Make the password of the demo logins once, and keep it: the second start prints it again."""
    from kwai.cli.private_file import write_private

    file = settings.home / "demo-password"
    try:
        # Releases before this one could leave it empty.
        if file.exists() and (kept := file.read_text(encoding="ascii").strip()):
            return kept
        made = "-".join(secrets.token_hex(2) for _ in range(4))
        file.unlink(missing_ok=True)
        write_private(file, made)
    except OSError as error:
        raise SettingsException(f"{error.filename}: {error.strerror}.") from None
    return made


def _describe(settings: Settings) -> list[str]:
    database = settings.db.file if settings.db.engine == "sqlite" else f"MySQL {settings.db.name}"
    mails = settings.email.host or f"files in {settings.mail_directory}/"
    worker = "in this process" if settings.embeds_worker else "by kwai_bus (start it as well)"
    return [
        f"kwai runs at {settings.base_url}",
        f"  API        {settings.base_url}/api/docs",
        f"  database   {database}",
        f"  events     worked off {worker}",
        f"  mails      {mails}",
    ]


def _describe_first_steps(settings: Settings) -> list[str]:
    if asyncio.run(_has_users(settings)):
        return []
    return [
        "Nobody can log in yet. The first administrator:",
        f"  {describe_start('kwai_cli')} identity create --admin",
    ]


async def _has_users(settings: Settings) -> bool:
    from kwai.core.db.pool import close_pools
    from kwai.core.dependencies import create_database
    from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

    try:
        async with create_database(settings.db).unit(read_only=True) as database:
            repository = UserAccountDbRepository(database)
            return await repository.exists(repository.create_query())
    finally:
        await close_pools(settings.db)


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
