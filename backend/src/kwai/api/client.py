"""Where a request really comes from: forwarded addresses count only from trusted proxies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from starlette.datastructures import Headers
from starlette.types import Scope

from kwai.core.settings import UNIX_SOCKET

Address = IPv4Address | IPv6Address

MAX_HOPS: Final = 50
MAX_HEADER: Final = 4096
USER_AGENT_LENGTH: Final = 200
_FORWARDED: Final = ("x-forwarded-for", "forwarded", "x-real-ip")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestClient:
    """The other end of a request, as far as it may be believed."""

    address: str = ""
    user_agent: str = ""

    @property
    def network(self) -> str:
        """The network that shares limits: /24 or /64; empty without an address."""
        return _network(self.address, 24, 64)

    @property
    def prefix(self) -> str:
        """The network that may be stored (/24 or /48): who it was cannot be told from it."""
        return _network(self.address, 24, 48)


class TrustedProxies:
    """The peers whose forwarding headers are believed."""

    def __init__(self, proxies: Iterable[str]) -> None:
        names = set(proxies)
        self._unix = UNIX_SOCKET in names
        self._networks = [ip_network(name, strict=False) for name in names - {UNIX_SOCKET}]

    def trust_peer(self, scope: Scope) -> bool:
        """Tell whether the connection itself comes from a trusted proxy."""
        peer = _parse(_peer(scope))
        return self._unix if peer is None else self._trust(peer)

    def client_of(self, scope: Scope) -> RequestClient:
        """Find the right-most hop that is not one of our proxies."""
        headers = Headers(scope=scope)
        address = _parse(_peer(scope))
        if self.trust_peer(scope):
            address = self._walk(headers.getlist("x-forwarded-for"), address)
        agent = headers.get("user-agent", "")[:USER_AGENT_LENGTH]
        return RequestClient(address=str(address) if address else "", user_agent=agent)

    def is_local(self, scope: Scope) -> bool:
        """Tell whether the request was made on this machine, and not passed on by it."""
        headers = Headers(scope=scope)
        if not self.trust_peer(scope) and any(name in headers for name in _FORWARDED):
            return False
        address = _parse(self.client_of(scope).address)
        return address is not None and address.is_loopback

    def _walk(self, headers: Sequence[str], nearest: Address | None) -> Address | None:
        hops = ",".join(headers)[-MAX_HEADER:].split(",")[-MAX_HOPS:]
        for hop in reversed(hops):
            address = _parse(_strip_port(hop))
            # What stands left of something unreadable was not written by our proxies.
            if address is None:
                return nearest
            nearest = address
            if not self._trust(address):
                return nearest
        return nearest

    def _trust(self, address: Address) -> bool:
        return any(address in network for network in self._networks)


def _peer(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""


def _parse(text: str) -> Address | None:
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def _strip_port(hop: str) -> str:
    hop = hop.strip().strip('"')
    if hop.startswith("["):
        return hop[1:].partition("]")[0]
    return hop.partition(":")[0] if hop.count(":") == 1 else hop


def _network(text: str, bits4: int, bits6: int) -> str:
    address = _parse(text)
    if address is None:
        return ""
    bits = bits6 if isinstance(address, IPv6Address) else bits4
    network = ip_network((address, bits), strict=False)
    return network.compressed if isinstance(network, IPv6Network) else str(network)
