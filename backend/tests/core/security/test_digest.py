import re

from kwai.core.security.digest import recipient_hash, safe_equals, sha256_hex
from kwai.core.security.keys import Keys


def test_sha256_hex_is_the_digest_that_everybody_computes() -> None:
    assert sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_recipient_hash_stands_for_an_address_whatever_its_case() -> None:
    keys = Keys(["k" * 32])

    assert re.fullmatch("[0-9a-f]{12}", recipient_hash(keys, "ann@kwai.example"))
    assert recipient_hash(keys, "Ann@Kwai.example") == recipient_hash(keys, "ann@kwai.example")
    assert recipient_hash(keys, "bob@kwai.example") != recipient_hash(keys, "ann@kwai.example")


def test_a_recipient_hash_means_nothing_without_the_key() -> None:
    ours, theirs = Keys(["k" * 32]), Keys(["l" * 32])

    assert recipient_hash(ours, "ann@kwai.example") != recipient_hash(theirs, "ann@kwai.example")


def test_safe_equals_compares_text_and_bytes_of_any_kind() -> None:
    assert safe_equals("é", "é".encode())
    assert safe_equals(b"\xff", b"\xff")
    assert not safe_equals("a", "b")
    assert not safe_equals("a", "")
    assert not safe_equals("\ud800", "a")
