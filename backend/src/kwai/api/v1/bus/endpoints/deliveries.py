"""Module that implements the endpoints for deliveries."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.response import respond
from kwai.api.route import KwaiRoute
from kwai.api.schemas.delivery import DeliveryResource
from kwai.api.v1.paging import read_page, respond_page
from kwai.core.events.deliveries.delivery_db_repository import DeliveryDbRepository
from kwai.core.events.deliveries.get_deliveries import GetDeliveries, GetDeliveriesCommand
from kwai.core.events.deliveries.get_delivery import GetDelivery, GetDeliveryCommand
from kwai.core.events.deliveries.retry_delivery import RetryDelivery, RetryDeliveryCommand

router = APIRouter(prefix="/bus/deliveries", tags=["bus"], route_class=KwaiRoute)

DeliveryId = Annotated[int, Depends(path_id("delivery_id"))]


@router.get("", **operation(DeliveryResource, "list", id="get_deliveries"))
async def get_deliveries(query: QueryDep, db: DatabaseDep) -> Response:
    """Get the state of every mail, newest first."""
    use_case = GetDeliveries(DeliveryDbRepository(db))
    page = await read_page(use_case.execute(query.to_command(GetDeliveriesCommand)))
    return respond_page(query, page, map(DeliveryResource.create, page.entities))


@router.get("/{delivery_id}", **operation(DeliveryResource, "get", id="get_delivery"))
async def get_delivery(delivery_id: DeliveryId, query: QueryDep, db: DatabaseDep) -> Response:
    """Get the state of a mail."""
    command = GetDeliveryCommand(id=delivery_id)
    delivery = await GetDelivery(DeliveryDbRepository(db)).execute(command)
    return respond(query, DeliveryResource.create(delivery))


@router.post(
    "/{delivery_id}/retry",
    **operation(DeliveryResource, "action", id="retry_delivery", status=202),
)
async def retry_delivery(delivery_id: DeliveryId, query: QueryDep, db: DatabaseDep) -> Response:
    """Try a mail again that failed or was given up."""
    command = RetryDeliveryCommand(id=delivery_id)
    delivery = await RetryDelivery(DeliveryDbRepository(db)).execute(command)
    return respond(query, DeliveryResource.create(delivery), status=202)
