from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.api.client import RequestClient, TrustedProxies

PROXIES = TrustedProxies(("10.0.0.0/8", "::1", "unix"))


def scope(peer: str | None, *forwarded: str, **headers: str) -> dict[str, Any]:
    raw = [(b"x-forwarded-for", each.encode("latin-1")) for each in forwarded]
    raw += [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    return {"type": "http", "client": (peer, 1) if peer else None, "headers": raw}


def address(peer: str | None, *forwarded: str) -> str:
    return PROXIES.client_of(scope(peer, *forwarded)).address


def test_security_t3_a_stranger_is_who_connects() -> None:
    assert address("203.0.113.7", "198.51.100.1") == "203.0.113.7"


@pytest.mark.parametrize(
    ("forwarded", "expected"),
    [
        (["198.51.100.1"], "198.51.100.1"),
        (["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
        (["198.51.100.1, 10.0.0.9"], "198.51.100.1"),
        (["1.1.1.1", "198.51.100.1, 10.1.1.1"], "198.51.100.1"),
        (["198.51.100.1:4711"], "198.51.100.1"),
        (['"[2001:db8::1]:4711"'], "2001:db8::1"),
        (["2001:db8::1"], "2001:db8::1"),
        (["::ffff:198.51.100.1"], "198.51.100.1"),
        (["198.51.100.1, rubbish"], "10.0.0.1"),
        (["rubbish, 10.0.0.9"], "10.0.0.9"),
        ([""], "10.0.0.1"),
        ([], "10.0.0.1"),
        (["10.0.0.8, 10.0.0.9"], "10.0.0.8"),
        (["198.51.100.1, " + "x" * 8000], "10.0.0.1"),
        (["1.1.1.1," * 4000 + "198.51.100.1"], "198.51.100.1"),
    ],
)
def test_security_t3_behind_a_proxy_it_is_the_right_most_stranger(
    forwarded: list[str], expected: str
) -> None:
    assert address("10.0.0.1", *forwarded) == expected


def test_a_unix_socket_is_trusted_where_the_settings_say_so() -> None:
    assert address(None, "198.51.100.1") == "198.51.100.1"
    assert TrustedProxies(()).client_of(scope(None, "198.51.100.1")).address == ""


@given(st.lists(st.text(st.characters(max_codepoint=255), max_size=60), max_size=5))
def test_security_t3_no_header_is_a_crash(forwarded: list[str]) -> None:
    found = address("10.0.0.1", *forwarded)

    assert RequestClient(address=found).network != ""


@pytest.mark.parametrize(
    ("given_address", "network", "prefix"),
    [
        ("198.51.100.77", "198.51.100.0/24", "198.51.100.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("", "", ""),
    ],
)
def test_a_network_stands_for_its_addresses(given_address: str, network: str, prefix: str) -> None:
    client = RequestClient(address=given_address)

    assert (client.network, client.prefix) == (network, prefix)


def test_local_is_what_nobody_passed_on() -> None:
    nobody = TrustedProxies(())

    assert nobody.is_local(scope("127.0.0.1"))
    assert nobody.is_local(scope("::1"))
    assert not nobody.is_local(scope("127.0.0.1", "198.51.100.1"))
    assert not nobody.is_local(scope("127.0.0.1", forwarded="for=198.51.100.1"))
    assert not nobody.is_local(scope("198.51.100.1"))
    assert not nobody.is_local(scope(None))
    assert not PROXIES.is_local(scope("::1", "198.51.100.1"))


def test_a_user_agent_is_cut() -> None:
    client = PROXIES.client_of(scope("127.0.0.1", user_agent="x" * 999))

    assert len(client.user_agent) == 200
