"""Module that implements the use case: get a delivery."""

from dataclasses import dataclass

from kwai.core.events.deliveries.delivery import Delivery, DeliveryIdentifier
from kwai.core.events.deliveries.delivery_repository import DeliveryRepository


@dataclass(frozen=True, slots=True, kw_only=True)
class GetDeliveryCommand:
    """Input for the use case."""

    id: int


class GetDelivery:
    """Gets one delivery."""

    def __init__(self, delivery_repo: DeliveryRepository) -> None:
        self._delivery_repo = delivery_repo

    async def execute(self, command: GetDeliveryCommand) -> Delivery:
        """Execute the use case.

        Raises:
            DeliveryNotFoundException: there is no such delivery.
        """
        return await self._delivery_repo.get_by_id(DeliveryIdentifier(command.id))
