"""The answers of endpoints; a document is rendered after the transaction was committed."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from fastapi.responses import JSONResponse
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kwai.api.call import get_call, read_parameters
from kwai.api.conditional import is_fresh, make_tag
from kwai.core.domain.resource_query import ResourceQuery
from kwai.core.json_api import (
    MEDIA_TYPE,
    RequestTarget,
    render,
    render_linkage,
    render_list,
    render_meta,
    resource_of,
    resource_url,
)

API_PATH = "/api/v1"


class PlainJsonResponse(JSONResponse):
    """Plain JSON, for what is no resource: tokens, health."""

    def render(self, content: Any) -> bytes:
        return orjson.dumps(content)


class JsonApiResponse(JSONResponse):
    """A JSON:API document; its class tells OpenAPI the media type."""

    media_type = MEDIA_TYPE

    def render(self, content: Any) -> bytes:
        return content if isinstance(content, bytes) else b""


class DocumentResponse(JsonApiResponse):
    """A document that is rendered when it is sent.

    Until then it holds the resource itself, which is what the relationship routes are made from.
    """

    def __init__(
        self,
        query: ResourceQuery,
        resource: object | None,
        *,
        status_code: int = 200,
        meta: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(None, status_code=status_code)
        self.query = query
        self.resource = resource
        self.meta = meta
        self.tag: str | None = None

    def init_headers(self, _: Mapping[str, str] | None = None) -> None:
        """Begin without headers: those of a body are written together with it."""
        self.raw_headers = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        if (call := get_call(request)).unit is not None:
            call.answer = self
            return
        self._set_body(request, self.render_document(create_target(request)))
        await super().__call__(scope, receive, send)

    def render_document(self, target: RequestTarget) -> bytes:
        """Give the bytes of the document."""
        return render(self.resource, self.query, target, meta=self.meta)

    def version(self) -> str | None:
        """The version that `If-Match` is compared with, where the resource has one."""
        if self.resource is None:
            return None
        return resource_of(self.resource).version_of(self.resource)

    def _set_body(self, request: Request, body: bytes) -> None:
        headers = self.raw_headers
        if self.status_code < 300:
            tag = self.tag or make_tag(self.version(), _digest(body))
            headers.append((b"etag", tag.encode()))
            if is_fresh(request, tag):
                self.status_code = 304
                return
        if self.status_code == 201 and self.resource is not None:
            location = resource_url(self.resource, base_of(request))
            headers.append((b"location", location.encode()))
        self.body = body
        headers.append((b"content-type", content_type(request).encode()))
        headers.append((b"content-length", b"%d" % len(body)))


class CollectionResponse(DocumentResponse):
    """A list of resources, a page of them where the resource is paginated."""

    def __init__(
        self,
        query: ResourceQuery,
        resources: Iterable[object],
        *,
        count: int | None = None,
        more: bool = False,
        positions: Sequence[Sequence[object]] = (),
        meta: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(query, None, meta=meta)
        self.resources = list(resources)
        self.count = count
        self.more = more
        self.positions = positions

    def render_document(self, target: RequestTarget) -> bytes:
        return render_list(
            self.resources,
            self.query,
            target,
            count=self.count,
            more=self.more,
            positions=self.positions,
            meta=self.meta,
        )


class LinkageResponse(DocumentResponse):
    """The identifiers of one relationship."""

    def __init__(self, query: ResourceQuery, parent: object, name: str) -> None:
        super().__init__(query, parent)
        self.name = name

    def render_document(self, target: RequestTarget) -> bytes:
        return render_linkage(self.resource, self.name, self.query, target)


class MetaResponse(DocumentResponse):
    """A document that holds nothing but meta: what an action has to say."""

    def __init__(self, meta: Mapping[str, object], *, status_code: int = 200) -> None:
        super().__init__(ResourceQuery(), None, status_code=status_code, meta=meta)

    def render_document(self, target: RequestTarget) -> bytes:
        return render_meta(self.meta or {}, target)


def respond(
    query: ResourceQuery,
    resource: object | None,
    *,
    status: int = 200,
    meta: Mapping[str, object] | None = None,
) -> DocumentResponse:
    """Answer one resource, or null for an empty to-one relation."""
    return DocumentResponse(query, resource, status_code=status, meta=meta)


def respond_created(
    query: ResourceQuery, resource: object, *, meta: Mapping[str, object] | None = None
) -> DocumentResponse:
    """Answer a resource that did not exist before, with its location."""
    return DocumentResponse(query, resource, status_code=201, meta=meta)


def respond_list(
    query: ResourceQuery,
    resources: Iterable[object],
    *,
    count: int | None = None,
    more: bool = False,
    positions: Sequence[Sequence[object]] = (),
    meta: Mapping[str, object] | None = None,
    tag: str | None = None,
) -> CollectionResponse:
    """Answer a collection; `count` is its total.

    A cursor page says whether rows follow, and what each row was sorted by. `tag` is that of
    `KnownTags`; without one the ETag is a digest of the document.
    """
    response = CollectionResponse(
        query, resources, count=count, more=more, positions=positions, meta=meta
    )
    response.tag = tag
    return response


def respond_meta(meta: Mapping[str, object], *, status: int = 200) -> MetaResponse:
    """Answer what an action that changed no resource has to say."""
    return MetaResponse(meta, status_code=status)


def respond_nothing() -> Response:
    """Answer 204: done, and there is nothing to say."""
    return Response(status_code=204)


def respond_unchanged(tag: str) -> Response:
    """Answer 304: the client has this list already."""
    return Response(status_code=304, headers={"ETag": tag})


def base_of(request: Request) -> str:
    """Give the public address of the API, never taken from the request."""
    url: str = request.app.state.api_url
    return url


def create_target(request: Request) -> RequestTarget:
    """Describe the request as far as the links of a document need it."""
    base = base_of(request)
    negotiated = get_call(request).negotiated
    return RequestTarget(
        base=base,
        path=request.scope["path"].removeprefix(API_PATH),
        query=read_parameters(request),
        described_by=base.removesuffix("/v1") + "/openapi.json",
        extensions=negotiated.extensions if negotiated else (),
        profiles=negotiated.profiles if negotiated else (),
        cursors=request.app.state.cursors,
    )


def content_type(request: Request) -> str:
    """Give our media type with the extensions and profiles that were agreed on."""
    negotiated = get_call(request).negotiated
    return negotiated.content_type if negotiated else MEDIA_TYPE


def _digest(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=9).hexdigest()
