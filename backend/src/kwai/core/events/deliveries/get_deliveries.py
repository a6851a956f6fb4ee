"""Module that implements the use case: get deliveries."""

from collections.abc import Sequence
from dataclasses import dataclass

from kwai.core.domain.resource_query import Page
from kwai.core.domain.use_case import UseCaseBrowseResult
from kwai.core.events.deliveries.delivery import Delivery, DeliveryState
from kwai.core.events.deliveries.delivery_repository import DeliveryRepository

DEFAULT_LIMIT = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class GetDeliveriesCommand:
    """Input for the use case.

    Attributes:
        state: Only mails that got this far; all when it is empty.
        name: Only mails that tell of this event.
        subject: Only mails that concern the user or invitation with this unique id.
    """

    offset: int | None = None
    limit: int | None = None
    page: Page | None = None
    state: Sequence[DeliveryState] = ()
    name: str | None = None
    subject: str | None = None


class GetDeliveries:
    """Gets a page of deliveries, newest first."""

    def __init__(self, delivery_repo: DeliveryRepository) -> None:
        self._delivery_repo = delivery_repo

    async def execute(self, command: GetDeliveriesCommand) -> UseCaseBrowseResult[Delivery]:
        """Execute the use case."""
        query = self._delivery_repo.create_query().order_by_newest()
        if command.state:
            query.filter_by_state(command.state)
        if command.name is not None:
            query.filter_by_name(command.name)
        if command.subject is not None:
            query.filter_by_subject(command.subject)
        if command.page is not None and command.page.is_cursor:
            return await self._delivery_repo.read_on(query, command.page)
        limit = DEFAULT_LIMIT if command.limit is None else command.limit
        return await self._delivery_repo.get_page(query, limit, command.offset or 0)
