"""Reads the applications that stories are linked with, in one statement for a page."""

from collections.abc import Collection

from kwai.api.schemas.application import ApplicationResource
from kwai.core.db.database import Database
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import Linked
from kwai.modules.portal.applications.application_db_repository import ApplicationDbRepository
from kwai.modules.portal.get_applications import GetApplications, GetApplicationsCommand


async def link_applications(
    database: Database, query: ResourceQuery, ids: Collection[int]
) -> dict[int, Linked[ApplicationResource]]:
    """Link applications by their ids; with the applications themselves where they are wanted."""
    links: dict[int, Linked[ApplicationResource]] = {id_: Linked.ref(id_) for id_ in ids}
    if links and query.needs("application"):
        use_case = GetApplications(ApplicationDbRepository(database))
        command = GetApplicationsCommand(
            ids=links.keys(), limit=len(links), offset=0, query=query.below("application")
        )
        async for each in (await use_case.execute(command)).iterator:
            links[each.id.value] = Linked(ApplicationResource.create(each))
    return links
