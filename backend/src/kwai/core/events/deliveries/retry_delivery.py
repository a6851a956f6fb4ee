"""Module that implements the use case: retry a delivery."""

from dataclasses import dataclass
from datetime import datetime

from kwai.core.domain.exceptions import ConflictException
from kwai.core.events.deliveries.delivery import Delivery, DeliveryIdentifier, DeliveryState
from kwai.core.events.deliveries.delivery_repository import DeliveryRepository

ENDED_WELL = (DeliveryState.SENT, DeliveryState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryDeliveryCommand:
    """Input for the use case."""

    id: int


class RetryDelivery:
    """Gives a mail that was given up, or waits for its next attempt, another try now."""

    def __init__(self, delivery_repo: DeliveryRepository) -> None:
        self._delivery_repo = delivery_repo

    async def execute(self, command: RetryDeliveryCommand) -> Delivery:
        """Execute the use case.

        Raises:
            DeliveryNotFoundException: there is no such delivery.
            ConflictException: the mail was sent or cancelled, or it cannot be sent any more.
        """
        id_ = DeliveryIdentifier(command.id)
        delivery = await self._delivery_repo.get_by_id(id_, for_update=True)
        _check(delivery, await self._delivery_repo.now())
        await self._delivery_repo.retry(delivery)
        return await self._delivery_repo.get_by_id(id_)


def _check(delivery: Delivery, now: datetime) -> None:
    if delivery.state in ENDED_WELL:
        raise ConflictException(f"Delivery {delivery.id} is {delivery.state.value}.")
    if delivery.is_pointless_at(now):
        raise ConflictException(f"Delivery {delivery.id} has expired.")
    if delivery.is_forgotten:
        raise ConflictException(f"The contents of delivery {delivery.id} are gone.")
