"""Finds the application that something is to be put into."""

from kwai.core.domain.exceptions import RelatedNotFoundException
from kwai.modules.portal.applications.application import (
    ApplicationEntity,
    ApplicationIdentifier,
)
from kwai.modules.portal.applications.application_repository import (
    ApplicationNotFoundException,
    ApplicationRepository,
)


async def find_application(repo: ApplicationRepository, id_: int) -> ApplicationEntity:
    """Get the application with this id.

    Raises:
        RelatedNotFoundException: there is none.
    """
    try:
        return await repo.get_by_id(ApplicationIdentifier(id_))
    except ApplicationNotFoundException as problem:
        raise RelatedNotFoundException(str(problem), member="application") from None
