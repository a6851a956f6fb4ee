import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.security.keys import Keys
from kwai.core.security.sealer import Sealer, SealException

OLD, NEW = "o" * 32, "n" * 32


@pytest.fixture
def sealer() -> Sealer:
    return Sealer(Keys([NEW]))


@given(data=st.binary(max_size=2000), associated=st.text())
def test_what_is_sealed_opens_again(data: bytes, associated: str) -> None:
    sealer = Sealer(Keys([NEW]))
    place = associated.encode(errors="replace").decode()

    assert sealer.open(sealer.seal(data, place), place) == data


def test_security_s27_sealing_twice_gives_different_bytes(sealer: Sealer) -> None:
    assert sealer.seal(b"hello", "1:a") != sealer.seal(b"hello", "1:a")


def test_nothing_of_the_content_shows(sealer: Sealer) -> None:
    assert b"CANARY" not in sealer.seal(b"the CANARY sings", "1:a")


def test_security_s27_sealed_bytes_do_not_open_at_another_place(sealer: Sealer) -> None:
    sealed = sealer.seal(b"hello", "1:a")

    with pytest.raises(SealException, match="belong elsewhere"):
        sealer.open(sealed, "2:a")


def test_one_changed_bit_anywhere_keeps_them_shut(sealer: Sealer) -> None:
    sealed = sealer.seal(b"hello", "1:a")

    for position in range(len(sealed)):
        changed = bytearray(sealed)
        changed[position] ^= 1
        with pytest.raises(SealException):
            sealer.open(bytes(changed), "1:a")


def test_bytes_that_are_cut_off_keep_shut(sealer: Sealer) -> None:
    sealed = sealer.seal(b"hello", "1:a")

    for length in range(len(sealed)):
        with pytest.raises(SealException):
            sealer.open(sealed[:length], "1:a")


def test_a_previous_secret_opens_and_no_longer_seals() -> None:
    sealed = Sealer(Keys([OLD])).seal(b"hello", "1:a")

    rotated = Sealer(Keys([NEW, OLD]))

    assert rotated.open(sealed, "1:a") == b"hello"
    assert Sealer(Keys([NEW])).open(rotated.seal(b"hello", "1:a"), "1:a") == b"hello"


def test_a_dropped_secret_opens_nothing(sealer: Sealer) -> None:
    sealed = Sealer(Keys([OLD])).seal(b"hello", "1:a")

    with pytest.raises(SealException, match="not known"):
        sealer.open(sealed, "1:a")


def test_sealed_bytes_of_an_earlier_release_open() -> None:
    sealed = bytes.fromhex(
        "761291623363d00ec85d4e47342611e0bcb40671287d49f5e95fffe5c77b4ece80fbfd09d7e2f7aaa4"
    )

    assert Sealer(Keys(["the same secret in every release!"])).open(sealed, "1:x") == b"hello"
