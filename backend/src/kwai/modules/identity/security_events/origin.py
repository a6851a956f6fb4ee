"""Where a request came from, as far as it is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The network of the caller (/24 or /48, never the address), the program and the request."""

    ip_prefix: str = ""
    user_agent: str = ""
    request_id: str | None = None
