"""Conditional requests (RFC 9110, section 13): not sending twice, not overwriting unseen."""

import hashlib
import re
from typing import Generic, TypeVar

import orjson
from starlette.requests import Request

from kwai.core.domain.exceptions import StaleVersionException
from kwai.core.json_api import Patch, resource_of

R = TypeVar("R")

_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e]*)"')
_STALE = "Somebody else changed this since you read it: read it again, then repeat your change."


def make_tag(version: str | None, digest: str) -> str:
    """Make an ETag: the digest tells documents apart, the version is what If-Match compares."""
    return f'"{digest}"' if version is None else f'"{version}-{digest}"'


def is_fresh(request: Request, tag: str) -> bool:
    """Tell whether the client of a GET or HEAD has this very document already."""
    if request.method not in {"GET", "HEAD"}:
        return False
    known = request.headers.get("if-none-match")
    return known is not None and (known.strip() == "*" or tag[1:-1] in _TAG.findall(known))


class KnownTags:
    """The `If-None-Match` of a request, for lists that can tell that they are unchanged unread.

    The tag of such a list is made of what it depends on (the newest change of the types it shows,
    the moment at which a story ends), so that a known list costs the reading of these facts only.
    `reader` holds what else the document depends on: the roles and the agreed media type.
    """

    def __init__(self, request: Request, reader: tuple[str, ...]) -> None:
        self._request = request
        self._reader = reader

    def make_tag(self, *facts: object) -> str:
        """Make the tag of what this request asks for, as these facts stand."""
        scope, language = self._request.scope, self._request.headers.get("accept-language", "")
        parts = (scope["path"], scope["query_string"], language, self._reader, *facts)
        # A quarter of what `repr` costs, with the marks of a page in it.
        text = orjson.dumps(parts, default=repr)
        return make_tag(None, hashlib.blake2b(text, digest_size=9).hexdigest())

    @property
    def are_given(self) -> bool:
        """Tell whether the client has anything that it wants to keep."""
        return "if-none-match" in self._request.headers

    def include(self, tag: str) -> bool:
        """Tell whether the client has this already: then `respond_unchanged` is the answer."""
        return is_fresh(self._request, tag)


class Precondition:
    """The `If-Match` of a request; without one, everything matches."""

    __slots__ = ("_header",)

    def __init__(self, header: str | None) -> None:
        self._header = header

    @property
    def is_given(self) -> bool:
        """Tell whether the request names a version at all."""
        return self._header is not None

    def check(self, resource: object) -> None:
        """Compare the version of a resource that was read under a lock.

        Raises:
            StaleVersionException: somebody else changed the resource meanwhile.
        """
        if self._header is None or self._header.strip() == "*":
            return
        version = resource_of(resource).version_of(resource)
        if version not in {tag.partition("-")[0] for tag in _TAG.findall(self._header)}:
            declared = resource_of(resource)
            stale = StaleVersionException(_STALE)
            stale.subject = (declared.type, declared.id_of(resource))
            raise stale


class ConditionalPatch(Generic[R]):
    """Stands in for a `Patch`; it looks at `If-Match` before it is applied.

    Attributes:
        asked: What the request asked the whole resource to become, once it was applied.
    """

    __slots__ = ("_patch", "_precondition", "asked")

    def __init__(self, patch: Patch[R], precondition: Precondition) -> None:
        self._patch = patch
        self._precondition = precondition
        self.asked: R | None = None

    @property
    def names(self) -> frozenset[str]:
        """The members that the request names."""
        return self._patch.names

    @property
    def meta(self) -> object:
        """The meta of the document."""
        return self._patch.meta

    def apply(self, current: R) -> R:
        """Lay the changes over what was read under a lock.

        Raises:
            StaleVersionException: somebody else changed the resource meanwhile.
        """
        self._precondition.check(current)
        self.asked = self._patch.apply(current)
        return self.asked
