"""The URLs of documents: absolute, from the configured base, with every other parameter kept."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from kwai.core.json_api.cursor import Cursors
from kwai.core.json_api.declaration import resource_of
from kwai.core.json_api.negotiation import media_type
from kwai.core.quicken import quicken

Items = tuple[tuple[str, str], ...]

# A comma and a hyphen are legal in a query and keep include and sort readable.
_SAFE = ",-"
_SAFE_PATH = "/:@!$&'()*+,;="


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class RequestTarget:
    """What a request asked for, told apart from how the server was reached.

    `base` is the configured public URL with the prefix of the API, `path` lies below it; `path`
    and `query` are decoded.
    """

    base: str
    path: str = ""
    query: tuple[tuple[str, str], ...] = ()
    described_by: str | None = None
    extensions: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    cursors: Cursors | None = None

    def __post_init__(self) -> None:
        # Links are written as JSON text: a quote in the base would end it.
        if not _is_plain(self.base):
            raise ValueError("The base URL has characters that do not belong there.")

    @property
    def url(self) -> str:
        """The URL of this very document."""
        return self.url_with(self.query)

    @property
    def plain_url(self) -> str:
        """The URL without its parameters."""
        return self.base + _quoted(self.path, _SAFE_PATH)

    def url_with(self, query: Items) -> str:
        """The URL with other parameters."""
        return f"{self.plain_url}?{encode(query)}" if query else self.plain_url

    def link(self, url: str | None) -> object:
        """A link to a document of the same form; an object when that form has a name."""
        if url is None or not (self.extensions or self.profiles):
            return url
        return {"href": url, "type": media_type(self.extensions, self.profiles)}


@lru_cache(maxsize=16)
def _is_plain(base: str) -> bool:
    return base.isascii() and base.isprintable() and not {'"', "\\", " "} & set(base)


@lru_cache(maxsize=128)
def encode(query: Items) -> str:
    """Encode parameters, brackets included."""
    return "&".join(f"{_quoted(name, '')}={_quoted(value, _SAFE)}" for name, value in query)


@lru_cache(maxsize=128)
def _quoted(text: str, safe: str) -> str:
    # A lone surrogate cannot be encoded; it must not break the link of its error document.
    return quote(text, safe=safe, errors="replace")


def resource_url(instance: object, base: str) -> str:
    """The URL of a resource: its `links.self`, and the Location when it was just created."""
    declared = resource_of(instance)
    return f"{base}{declared.path}/{quote(declared.id_of(instance), safe='')}"
