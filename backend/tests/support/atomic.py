"""Requests with atomic operations."""

import json
from collections.abc import Mapping
from typing import Any

import httpx

from kwai.core.json_api import ATOMIC
from kwai.core.json_api.negotiation import media_type

ATOMIC_TYPE = media_type((ATOMIC,))
PATH = "/api/v1/operations"


async def run_operations(
    client: httpx.AsyncClient, *operations: object, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    """Send operations as somebody."""
    return await client.post(
        PATH,
        content=json.dumps({"atomic:operations": operations}),
        headers={"Content-Type": ATOMIC_TYPE, "Accept": ATOMIC_TYPE, **(headers or {})},
    )


def add(type_: str, attributes: Mapping[str, Any], **members: Any) -> dict[str, Any]:
    return {"op": "add", "data": {"type": type_, "attributes": dict(attributes), **members}}


def update(type_: str, id_: str, **attributes: Any) -> dict[str, Any]:
    return {"op": "update", "data": {"type": type_, "id": id_, "attributes": attributes}}


def remove(type_: str, id_: str) -> dict[str, Any]:
    return {"op": "remove", "ref": {"type": type_, "id": id_}}
