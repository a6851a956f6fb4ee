"""The one way to list trainings, whichever path asks for them."""

from typing import Annotated, Any

from fastapi import Depends
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep, QueryDep, ScopeDep, SettingsDep
from kwai.api.languages import TextOrderDep, without_locale
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.trainings.dependencies import LoaderDep, create_get_trainings
from kwai.modules.training.get_trainings import GetTrainingsCommand


class TrainingListing:
    """Lists the trainings of a request; a visitor sees the active ones, whatever is asked for."""

    def __init__(
        self,
        query: QueryDep,
        db: DatabaseDep,
        scope: ScopeDep,
        order: TextOrderDep,
        loader: LoaderDep,
        settings: SettingsDep,
    ) -> None:
        self._query = query
        self._db = db
        self._only_active = scope == "pub" or query.filter.get("active") is not False
        self._order = order
        self._loader = loader
        self._timezone = settings.website.timezone

    async def respond(self, **given: Any) -> Response:
        """Answer the page that the request asks for; `given` fills fields of the command."""
        command = without_locale(self._query).to_command(
            GetTrainingsCommand,
            active=self._only_active,
            timezone=self._timezone,
            sort=sort_keys(self._query),
            **given,
        )
        page = await read_page(create_get_trainings(self._db).execute(command))
        resources = await self._loader.trainings(page.entities, self._order)
        return self._order.mark(respond_page(self._query, page, resources))


ListingDep = Annotated[TrainingListing, Depends(TrainingListing)]
