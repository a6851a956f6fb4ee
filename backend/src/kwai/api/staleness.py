"""Tells who was quicker: somebody who may change the same thing too."""

from typing import Final

from kwai.api.v1.changes.subjects import SUBJECTS
from kwai.core.db.changes.get_changes import GetChanges, GetChangesCommand
from kwai.core.db.changes.logged_change import LoggedChange
from kwai.core.db.changes.logged_change_db_repository import LoggedChangeDbRepository
from kwai.core.db.database import Database
from kwai.core.dependencies import create_database
from kwai.core.domain.exceptions import StaleVersionException
from kwai.core.settings import DatabaseSettings
from kwai.modules.identity.get_users_by_uuid import GetUsersByUuid, GetUsersByUuidCommand
from kwai.modules.identity.users.user_account_db_repository import UserAccountDbRepository

_SUBJECTS: Final = {subject.resource: subject for subject in SUBJECTS}


async def explain(
    stale: StaleVersionException, settings: DatabaseSettings
) -> StaleVersionException:
    """Add who made the last change, and when, as far as the change log knows.

    It is read in a unit of its own: the one that was refused may have an older view.
    """
    subject = None if stale.subject is None else _SUBJECTS.get(stale.subject[0])
    if subject is None or stale.subject is None:
        return stale
    async with create_database(settings).unit(read_only=True) as database:
        command = GetChangesCommand(subject=subject, id=stale.subject[1], limit=1)
        found = await GetChanges(LoggedChangeDbRepository(database, SUBJECTS)).execute(command)
        async for change in found.iterator:
            stale.facts["changed_at"] = change.at.isoformat(timespec="seconds").replace(
                "+00:00", "Z"
            )
            if name := await _find_name(database, change):
                stale.facts["changed_by"] = name
    return stale


async def _find_name(database: Database, change: LoggedChange) -> str:
    if change.user_uuid is None:
        return ""
    command = GetUsersByUuidCommand(uuids={change.user_uuid})
    accounts = await GetUsersByUuid(UserAccountDbRepository(database)).execute(command)
    return next((str(account.user.name) for account in accounts.values()), "")
