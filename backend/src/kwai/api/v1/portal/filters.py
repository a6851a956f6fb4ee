"""Filters that name an application; one that names none is not found (jsonapi.md Q4)."""

from kwai.core.db.database import Database
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import JsonApiException, error
from kwai.core.json_api.resource import is_possible_number
from kwai.modules.portal.applications.application_db_repository import ApplicationDbRepository
from kwai.modules.portal.applications.application_repository import (
    ApplicationNotFoundException,
)
from kwai.modules.portal.get_application import GetApplication, GetApplicationCommand

PARAMETER = "filter[application]"


async def filter_application(query: ResourceQuery, database: Database) -> int | None:
    """Give the id of the application that a query names, by id or name; None without one."""
    named = query.filter.get("application")
    return None if named is None else await find_application_id(str(named), database)


async def find_application_id(named: str, database: Database) -> int:
    """Give the id of an application by its id or its name.

    Raises:
        JsonApiException: there is none.
    """
    id_ = int(named) if is_possible_number(named) else named
    use_case = GetApplication(ApplicationDbRepository(database))
    try:
        application = await use_case.execute(GetApplicationCommand(id=id_))
    except ApplicationNotFoundException:
        detail = "There is no such application."
        raise JsonApiException(error("not_found", detail, parameter=PARAMETER)) from None
    return application.id.value
