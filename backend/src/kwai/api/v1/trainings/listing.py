"""The one way to list trainings, whichever path asks for them."""

from typing import Annotated, Any

from fastapi import Depends
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep, KnownTagsDep, QueryDep, ScopeDep, SettingsDep
from kwai.api.languages import TextOrderDep, without_locale
from kwai.api.response import respond_unchanged
from kwai.api.v1.paging import BrowsedPage, read_page, respond_page, sort_keys
from kwai.api.v1.trainings.dependencies import LoaderDep, create_get_trainings
from kwai.modules.training.get_trainings import GetTrainingsCommand
from kwai.modules.training.trainings.training import TrainingEntity
from kwai.modules.training.trainings.training_marks import MARKED, TrainingMarks


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
        known: KnownTagsDep,
    ) -> None:
        self._query = query
        self._db = db
        self._only_active = scope == "pub" or query.filter.get("active") is not False
        self._order = order
        self._loader = loader
        self._known = known
        self._base_url = settings.base_url
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
        use_case = create_get_trainings(self._db)
        if self._known.are_given and self._has_marks:
            tag = self._make_tag(await use_case.get_marks(command, self._beside))
            if self._known.include(tag):
                return self._order.mark(respond_unchanged(tag))
        page = await read_page(use_case.execute(command))
        resources = await self._loader.trainings(page.entities, self._order)
        return self._order.mark(respond_page(self._query, page, resources, tag=self._tag_of(page)))

    @property
    def _beside(self) -> frozenset[str]:
        return frozenset(self._query.include)

    @property
    def _has_marks(self) -> bool:
        """Tell whether marks say all about the answer; else its tag is made of the document."""
        include, page = self._query.include, self._query.page
        is_flat = not any(include[name] for name in include)
        is_cursor = page is not None and page.is_cursor
        return self._beside <= MARKED and is_flat and not is_cursor

    def _tag_of(self, page: BrowsedPage[TrainingEntity]) -> str | None:
        if page.total is None or not self._has_marks:
            return None
        return self._make_tag(TrainingMarks.of(page.total, page.entities, self._beside))

    def _make_tag(self, marks: TrainingMarks) -> str:
        return self._known.make_tag(self._base_url, *marks.facts)


ListingDep = Annotated[TrainingListing, Depends(TrainingListing)]
