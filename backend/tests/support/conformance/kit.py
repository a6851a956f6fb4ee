"""What a check works with: a resource in a running API."""

import json
from typing import Any
from urllib.parse import quote

import httpx

from kwai.core.json_api import MEDIA_TYPE, Relationship, Resource
from tests.support.conformance.case import Case, Document, World

UNKNOWN = {"number": "2147483647", "uuid": "00000000-0000-4000-8000-000000000000", "any": "none"}
IMPOSSIBLE = {
    "number": ("abc", "0", "-1", "1.0", "9223372036854775808"),
    "uuid": ("abc", "0", "9223372036854775808", "00000000-0000-4000-8000-00000000000G"),
    "any": (),
}


class Kit:
    """Sends requests as somebody who may, and knows the addresses of the resource."""

    def __init__(self, case: Case, world: World, capabilities: frozenset[str]) -> None:
        self.case = case
        self.world = world
        self.capabilities = capabilities

    @property
    def declared(self) -> Resource:
        return self.case.declared

    @property
    def type(self) -> str:
        return self.declared.type

    @property
    def unknown_id(self) -> str:
        return UNKNOWN[self.declared.ids]

    @property
    def impossible_ids(self) -> tuple[str, ...]:
        return IMPOSSIBLE[self.declared.ids]

    def path(self, id_: str | None = None, *rest: str) -> str:
        """Give the address of the collection, of a resource, or of something below it."""
        parts = [quote(each, safe="") for each in ([] if id_ is None else [id_, *rest])]
        return "/".join([f"/api/v1{self.declared.path}", *parts])

    async def make(self, count: int = 1) -> list[str]:
        return await self.case.make(self.world, count)

    async def one(self) -> str:
        (id_,) = await self.make()
        return id_

    async def new_document(self) -> Document:
        assert self.case.create is not None, f"The case of {self.type} has no create."
        return await self.case.create(self.world)

    async def send(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        headers: dict[str, str] | None = None,
        action: str = "",
    ) -> httpx.Response:
        """Send a request; a body that is no text is written as JSON."""
        given = await self.world.headers(self.case.roles.get(action, self.case.role))
        content = body if isinstance(body, str | bytes) else json.dumps(body)
        if body is not None:
            given |= {"Content-Type": MEDIA_TYPE}
        return await self.world.client.request(
            method,
            path,
            content=None if body is None else content,
            headers={**given, **(headers or {})},
        )

    async def get(
        self, path: str, headers: dict[str, str] | None = None, *, status: int = 200
    ) -> Document:
        """Get a document, which has to have this status."""
        answer = await self.send("GET", path, headers=headers)
        assert answer.status_code == status, (answer.status_code, answer.text)
        document: Document = answer.json()
        return document

    async def create(self, document: object, **options: Any) -> httpx.Response:
        return await self.send("POST", self.path(), document, action="create", **options)

    async def patch(self, id_: str, document: object, **options: Any) -> httpx.Response:
        return await self.send("PATCH", self.path(id_), document, action="update", **options)

    async def delete(self, id_: str, **options: Any) -> httpx.Response:
        return await self.send("DELETE", self.path(id_), action="delete", **options)

    def change(self, id_: str, **attributes: object) -> Document:
        """Write the document of a PATCH; by default with the change of the case."""
        if not attributes:
            assert self.case.change is not None, f"The case of {self.type} has no change."
            attributes = dict([self.case.change])
        return {"data": {"type": self.type, "id": id_, "attributes": attributes}}

    def relationships(self, *, is_list: bool | None = None) -> list[Relationship]:
        """Give the relationships of one cardinality, or all."""
        return [
            each
            for each in self.declared.relationships.values()
            if is_list is None or each.is_list is is_list
        ]

    def written(self, *, is_list: bool | None = None) -> list[Relationship]:
        """Give the relationships that a request can change."""
        if "update" not in self.capabilities:
            return []
        return [each for each in self.relationships(is_list=is_list) if each.is_writable]

    def target_type(self, relationship: Relationship) -> str:
        return self.declared.target(relationship).type

    async def targets(self, relationship: Relationship) -> list[Document]:
        """Give two resources that the relationship can refer to."""
        ids = await self.case.targets[relationship.name](self.world)
        return [{"type": self.target_type(relationship), "id": each} for each in ids]


def codes(answer: httpx.Response) -> list[str]:
    """Give the codes of the errors."""
    return [each["code"] for each in answer.json()["errors"]]


def refused(answer: httpx.Response, status: int, code: str | None = None) -> Document:
    """Expect one kind of refusal; give its first error."""
    assert answer.status_code == status, (answer.status_code, answer.text)
    first: Document = answer.json()["errors"][0]
    assert code is None or first["code"] == code, first
    return first
