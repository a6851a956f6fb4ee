import unicodedata

import pytest

from kwai.core.domain.value_objects.password import InvalidPasswordException, Password

PASSWORD = "Nage-waza op dinsdag"


def test_only_the_password_itself_is_verified() -> None:
    password = Password.create_from_string(PASSWORD)

    assert password.verify(PASSWORD)
    assert not password.verify(PASSWORD + " ")
    assert not password.verify(PASSWORD.lower())


def test_security_s28_the_hash_is_argon2id_with_the_parameters_of_the_design() -> None:
    assert str(Password.create_from_string(PASSWORD)).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_same_password_has_a_different_hash_each_time() -> None:
    assert str(Password.create_from_string(PASSWORD)) != str(Password.create_from_string(PASSWORD))


def test_composed_and_decomposed_characters_are_the_same_password() -> None:
    composed = unicodedata.normalize("NFC", "café au lait 12")
    decomposed = unicodedata.normalize("NFD", composed)

    assert composed != decomposed
    assert Password.create_from_string(composed).verify(decomposed)


@pytest.mark.parametrize("text", ["", "x" * 1025, "é" * 513, "lone \ud800 surrogate"])
def test_what_cannot_be_a_password_is_refused_and_never_verified(text: str) -> None:
    with pytest.raises(InvalidPasswordException):
        Password.create_from_string(text)

    assert not Password.create_from_string(PASSWORD).verify(text)


def test_a_password_of_1024_bytes_and_one_with_nul_work() -> None:
    for text in ("x" * 1024, "judo\x00judo"):
        assert Password.create_from_string(text).verify(text)


def test_the_hash_is_not_in_the_representation() -> None:
    password = Password.create_from_string(PASSWORD)

    assert str(password) not in repr(password)
