"""Content negotiation after JSON:API 1.1, as pure functions over two header values."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kwai.core.json_api.errors import JsonApiException, error

MEDIA_TYPE = "application/vnd.api+json"
ATOMIC = "https://jsonapi.org/ext/atomic"
CURSOR_PAGINATION = "https://jsonapi.org/profiles/ethanresnick/cursor-pagination"

# What the whole application offers; the conformance suite reads these two.
SUPPORTED_EXTENSIONS: frozenset[str] = frozenset({ATOMIC})
SUPPORTED_PROFILES: frozenset[str] = frozenset({CURSOR_PAGINATION})

LONGEST_CACHED = 1_024

_WILDCARDS = ("*/*", "application/*")
_PARAMETERS = frozenset({"ext", "profile"})


@dataclass(frozen=True, slots=True)
class MediaType:
    """One media type of a header; names are lower case, values as they came."""

    name: str
    parameters: tuple[tuple[str, str], ...] = ()

    def uris(self, parameter: str) -> tuple[str, ...]:
        """The space-separated URIs of `ext` or `profile`."""
        return tuple(
            uri for name, value in self.parameters if name == parameter for uri in value.split()
        )


@dataclass(frozen=True, slots=True)
class Negotiated:
    """What the answer applies, and the Content-Type that says so."""

    extensions: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The Content-Type of the answer."""
        return media_type(self.extensions, self.profiles)


def negotiate(
    accept: str | None,
    content_type: str | None,
    has_body: bool,
    *,
    extensions: Collection[str] | None = None,
    profiles: Collection[str] | None = None,
) -> Negotiated:
    """Answer what to apply; 406 is checked before 415.

    The collections name what this endpoint supports, else what the application does.
    """
    supported = frozenset(SUPPORTED_EXTENSIONS if extensions is None else extensions)
    known = frozenset(SUPPORTED_PROFILES if profiles is None else profiles)
    if max(len(accept or ""), len(content_type or "")) > LONGEST_CACHED:
        return _negotiate(accept, content_type, has_body, supported, known)
    return _negotiate_cached(accept, content_type, has_body, supported, known)


def media_type(extensions: Sequence[str] = (), profiles: Sequence[str] = ()) -> str:
    """Our media type with what is applied."""
    parameters = (("ext", extensions), ("profile", profiles))
    shown = (f'; {name}="{" ".join(uris)}"' for name, uris in parameters if uris)
    return MEDIA_TYPE + "".join(shown)


def _negotiate(
    accept: str | None,
    content_type: str | None,
    has_body: bool,
    extensions: frozenset[str],
    profiles: frozenset[str],
) -> Negotiated:
    accepted = _accepted(accept, extensions)
    sent = _sent(content_type, has_body, extensions)
    wanted_extensions = (*sent.uris("ext"), *accepted.uris("ext"))
    wanted_profiles = (*accepted.uris("profile"), *sent.uris("profile"))
    return Negotiated(
        extensions=tuple(dict.fromkeys(wanted_extensions)),
        profiles=tuple(dict.fromkeys(uri for uri in wanted_profiles if uri in profiles)),
    )


_negotiate_cached = lru_cache(maxsize=256)(_negotiate)


def _accepted(accept: str | None, extensions: frozenset[str]) -> MediaType:
    if accept is None or not accept.strip():
        return MediaType(MEDIA_TYPE)
    offered = [each for each in parse_header(accept) if _weight(each) > 0]
    offered.sort(key=_weight, reverse=True)
    ours = [each for each in offered if each.name == MEDIA_TYPE]
    clean = [each for each in ours if _is_clean(each)]
    usable = [each for each in clean if extensions.issuperset(each.uris("ext"))]
    if usable:
        return usable[0]
    if not ours and any(each.name in _WILDCARDS for each in offered):
        return MediaType(MEDIA_TYPE)
    raise JsonApiException(error("not_acceptable", _refusal(ours, clean), header="Accept"))


def _refusal(ours: list[MediaType], clean: list[MediaType]) -> str:
    if clean:
        return f"No instance of {MEDIA_TYPE} goes without an unsupported extension."
    if ours:
        return f"{MEDIA_TYPE} takes no parameters but ext and profile."
    return f"The answer is available as {MEDIA_TYPE} only."


def _sent(content_type: str | None, has_body: bool, extensions: frozenset[str]) -> MediaType:
    if content_type is None or not content_type.strip():
        return MediaType(MEDIA_TYPE)
    sent = _parse_media_type(content_type)
    if sent.name != MEDIA_TYPE:
        if not has_body:
            return MediaType(MEDIA_TYPE)
        raise _unsupported(f"Send the body as {MEDIA_TYPE}, or without a Content-Type.")
    if not _PARAMETERS.issuperset(name for name, _ in sent.parameters):
        raise _unsupported(f"{MEDIA_TYPE} takes no parameters but ext and profile.")
    if not extensions.issuperset(sent.uris("ext")):
        raise _unsupported("The body uses an extension that is not supported here.")
    return sent


def _unsupported(detail: str) -> JsonApiException:
    return JsonApiException(error("unsupported_media_type", detail, header="Content-Type"))


def parse_header(value: str) -> list[MediaType]:
    """Split an Accept header; a comma inside quotes does not."""
    return [_parse_media_type(part) for part in _split(value, ",") if part.strip()]


def _parse_media_type(text: str) -> MediaType:
    name, *parameters = _split(text, ";")
    return MediaType(
        name.strip().lower(), tuple(_parameter(each) for each in parameters if each.strip())
    )


def _parameter(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return name.strip().lower(), value


def _split(text: str, separator: str) -> Iterator[str]:
    start, is_quoted, is_escaped = 0, False, False
    for position, character in enumerate(text):
        if is_escaped:
            is_escaped = False
        elif is_quoted and character == "\\":
            is_escaped = True
        elif character == '"':
            is_quoted = not is_quoted
        elif character == separator and not is_quoted:
            yield text[start:position]
            start = position + 1
    yield text[start:]


def _weight(media: MediaType) -> float:
    """The weight of an instance; a malformed one counts as 1, as if it were not there."""
    text = next((value for name, value in media.parameters if name == "q"), "1")
    try:
        weight = float(text)
    except ValueError:
        return 1.0
    return weight if 0 <= weight <= 1 else 1.0


def _is_clean(media: MediaType) -> bool:
    return _PARAMETERS.issuperset(name for name, _ in media.parameters if name != "q")
