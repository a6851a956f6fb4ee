"""C6: what is JSON for us."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.json_api.peek import DEEPEST, read_json
from tests.support.json_api_requests import status_of, the_error


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" ",
        b"{",
        b"{'a': 1}",
        b'{"a": 1,}',
        b'{"a": 1} x',
        b'\xef\xbb\xbf{"a": 1}',
        '{"a": 1}'.encode("utf-16"),
        '{"a": "\xe9"}'.encode("latin-1"),
        b'{"a": "\xed\xa0\x80"}',
        b'{"a": 1, "a": 1}',
        b'{"a": {"b": 1, "\\u0062": 2}}',
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": -Infinity}',
        b'{"a": 1e999}',
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": "\\ud800"}',
        b'{"\\uDC00": 1}',
        b'{"a": "\x00"}',
        nested(DEEPEST + 2),
        nested(100_000),
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
    ],
)
def test_c6_malformed_json_is_400_without_pointer(body: bytes) -> None:
    found = the_error(lambda: read_json(body))

    assert (found.status, found.code, found.pointer) == (400, "malformed_json", None)


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": "\\ud83d\\ude00"}',
        '{"a": "😀"}'.encode(),
        b'  [1, 2.5, -1e10, "x", null, true]\n',
        nested(DEEPEST),
        b'{"a": "' + b"[" * 200 + b'"}',
    ],
)
def test_ordinary_json_is_read(body: bytes) -> None:
    assert read_json(body)[0] == json.loads(body)


def test_d13_at_members_are_ignored_everywhere() -> None:
    body = b'{"@a": 1, "data": {"@b": [], "x": [{"@c": 1, "y": 2, "\\u0040d": 3}]}}'

    value, raw = read_json(body)

    assert value == json.loads(raw) == {"data": {"x": [{"y": 2}]}}


@given(st.binary(max_size=60))
def test_no_body_breaks_the_reader(body: bytes) -> None:
    assert status_of(lambda: read_json(body)) in (200, 400)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=8),
    lambda below: (
        st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=5), below, max_size=3)
    ),
    max_leaves=15,
)


@given(_JSON)
def test_what_json_writes_is_read_back(value: Any) -> None:
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if b'"@' in body or b"\xed" in body:
        return

    assert read_json(body) == (value, body)
