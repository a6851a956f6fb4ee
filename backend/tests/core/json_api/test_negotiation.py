import pytest

from kwai.core.json_api import ATOMIC, CURSOR_PAGINATION, MEDIA_TYPE, negotiate
from tests.support.json_api_requests import the_error

OTHER = "https://example.com/other"


@pytest.mark.parametrize(
    "accept",
    [
        None,
        "",
        "*/*",
        "application/*",
        MEDIA_TYPE,
        MEDIA_TYPE.upper(),
        f"{MEDIA_TYPE};q=0.5",
        f"text/html, {MEDIA_TYPE}",
        f"{MEDIA_TYPE};charset=utf-8, {MEDIA_TYPE}",
        f'{MEDIA_TYPE};ext="{OTHER}", {MEDIA_TYPE}',
        f'{MEDIA_TYPE};profile="{OTHER}"',
        f'{MEDIA_TYPE};profile="a,b"',
        "text/html, */*;q=0.1",
    ],
)
def test_n12_an_acceptable_header_gets_our_plain_type(accept: str | None) -> None:
    assert negotiate(accept, None, False).content_type == MEDIA_TYPE


@pytest.mark.parametrize(
    "accept",
    [
        "text/html",
        "application/json",
        f"{MEDIA_TYPE};charset=utf-8",
        f"{MEDIA_TYPE};charset=utf-8, */*",
        f'{MEDIA_TYPE};ext="{OTHER}"',
        f'{MEDIA_TYPE};ext="{OTHER}", */*',
        f"{MEDIA_TYPE};q=0",
        "*/*;q=0",
        "???",
        ",",
    ],
)
def test_n6_n8_an_unacceptable_header_is_406(accept: str | None) -> None:
    found = the_error(lambda: negotiate(accept, None, False))

    assert (found.status, found.code, found.header) == (406, "not_acceptable", "Accept")


@pytest.mark.parametrize(
    "sent",
    [None, "", MEDIA_TYPE, f"  {MEDIA_TYPE} ", f'{MEDIA_TYPE}; profile="{OTHER} {OTHER}2"'],
)
def test_n2_n3_a_body_of_our_type_or_none_is_read(sent: str | None) -> None:
    assert negotiate(None, sent, True).content_type == MEDIA_TYPE


@pytest.mark.parametrize(
    "sent",
    ["application/json", "text/plain", "multipart/form-data; boundary=x", "nonsense"],
)
def test_n2_a_body_of_another_type_is_415_and_told_what_to_send(sent: str | None) -> None:
    found = the_error(lambda: negotiate(None, sent, True))

    assert (found.status, found.header) == (415, "Content-Type")
    assert MEDIA_TYPE in found.detail


def test_n4_a_foreign_type_without_a_body_is_ignored() -> None:
    assert negotiate(None, "text/plain", False).content_type == MEDIA_TYPE


@pytest.mark.parametrize("has_body", [True, False])
def test_n4_another_parameter_is_415_with_or_without_body(has_body: bool) -> None:
    found = the_error(lambda: negotiate(None, f"{MEDIA_TYPE};charset=utf-8", has_body))

    assert found.status == 415


def test_n5_an_unsupported_extension_is_415() -> None:
    sent = f'{MEDIA_TYPE}; ext="{ATOMIC} {OTHER}"'

    found = the_error(lambda: negotiate(None, sent, True, extensions={ATOMIC}))

    assert found.status == 415


def test_a1_n11_a_supported_extension_is_repeated_in_the_answer() -> None:
    sent = f'{MEDIA_TYPE}; ext="{ATOMIC}"'

    negotiated = negotiate(sent, sent, True, extensions={ATOMIC})

    assert negotiated.extensions == (ATOMIC,)
    assert negotiated.content_type == f'{MEDIA_TYPE}; ext="{ATOMIC}"'


def test_n9_a_known_profile_is_applied_and_an_unknown_one_ignored() -> None:
    accept = f'{MEDIA_TYPE};profile="{OTHER} {CURSOR_PAGINATION}"'

    negotiated = negotiate(accept, None, False, profiles={CURSOR_PAGINATION})

    assert negotiated.content_type == f'{MEDIA_TYPE}; profile="{CURSOR_PAGINATION}"'


def test_n13_names_ignore_case_and_uris_do_not() -> None:
    accept = f'Application/VND.API+json;PROFILE="{CURSOR_PAGINATION}"'
    shouted = f'{MEDIA_TYPE};profile="{CURSOR_PAGINATION.upper()}"'

    known = {CURSOR_PAGINATION}

    assert negotiate(accept, None, False, profiles=known).profiles == (CURSOR_PAGINATION,)
    assert negotiate(shouted, None, False, profiles=known).profiles == ()


def test_the_heavier_instance_of_our_type_wins() -> None:
    accept = f'{MEDIA_TYPE};q=0.2, {MEDIA_TYPE};profile="{CURSOR_PAGINATION}";q=0.9'

    negotiated = negotiate(accept, None, False, profiles={CURSOR_PAGINATION})

    assert negotiated.profiles == (CURSOR_PAGINATION,)


def test_a_quoted_comma_or_quote_does_not_split() -> None:
    accept = rf'{MEDIA_TYPE};profile="a\",{MEDIA_TYPE};b=c", text/html'

    assert negotiate(accept, None, False).profiles == ()


def test_a_long_header_is_answered_as_well() -> None:
    accept = ", ".join([f"text/x{number}" for number in range(500)] + [MEDIA_TYPE])

    assert negotiate(accept, None, False).content_type == MEDIA_TYPE
