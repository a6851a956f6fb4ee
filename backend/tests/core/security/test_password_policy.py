import re
import unicodedata

import pytest

from kwai.core.domain.exceptions import UnprocessableException
from kwai.core.security.password_policy import PasswordPolicy, _common_passwords
from kwai.core.settings import SecuritySettings


@pytest.fixture
def policy() -> PasswordPolicy:
    return PasswordPolicy.create(SecuritySettings(password_blocklist=("Onze Mooie Club",)))


@pytest.mark.parametrize(
    "password",
    [
        "zeven blauwe olifanten",
        "xk3-vv0-q9r-lmm",
        "wachtwoord1234 van mij",
        "é" * 12,
        "🥋🥋🥋🥋🥋🥋🥋🥋🥋🥋🥋🥋",
        "x" * 11 + "Y",
    ],
)
def test_length_is_enough(policy: PasswordPolicy, password: str) -> None:
    policy.check(password, ["Jan", "Janssens", "jan@kwai.example"])


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("", "empty"),
        ("x" * 11, "at least 12"),
        ("x" * 1025, "at most 1024 bytes"),
        ("é" * 513, "at most 1024 bytes"),
        ("x" * 12 + "\ud800", "encoded"),
        ("password1234", "guessed"),
        ("PassWord1234", "guessed"),
        ("pass word 1234", "guessed"),
        ("judojudojudo", "guessed"),
        ("onzemooieclub", "guessed"),
        ("Onze Mooie Club", "guessed"),
    ],
)
def test_security_s29_t06_a_password_that_would_be_guessed_is_refused(
    policy: PasswordPolicy, password: str, reason: str
) -> None:
    with pytest.raises(UnprocessableException, match=reason) as caught:
        policy.check(password)

    assert caught.value.member == "password"
    assert not password or password not in str(caught.value)


@pytest.mark.parametrize(
    "password",
    [
        "maximiliaan.peeters@kwai.example",
        "Maximiliaan.Peeters",
        "Maximiliaan Peeters",
        "MaximiliaanPeeters",
        "peetersmaximiliaan",
    ],
)
def test_security_s29_the_own_name_or_address_is_no_password(
    policy: PasswordPolicy, password: str
) -> None:
    personal = ["Maximiliaan", "Peeters", "maximiliaan.peeters@kwai.example"]

    with pytest.raises(UnprocessableException, match="name or an e-mail address"):
        policy.check(password, personal)


def test_1024_bytes_are_a_password(policy: PasswordPolicy) -> None:
    policy.check("wortel" * 170 + "abcd")


def test_length_counts_what_a_person_sees_as_a_letter(policy: PasswordPolicy) -> None:
    composed = "é" * 6 + "abcde"

    for form in ("NFC", "NFD"):
        with pytest.raises(UnprocessableException, match="at least 12"):
            policy.check(unicodedata.normalize(form, composed))


def test_security_s29_the_minimum_is_a_setting() -> None:
    policy = PasswordPolicy.create(SecuritySettings(password_min_length=8))

    policy.check("xk3vv0q9")
    with pytest.raises(UnprocessableException, match="at least 8"):
        policy.check("xk3vv0q")


def test_empty_names_refuse_nothing(policy: PasswordPolicy) -> None:
    policy.check("zeven blauwe olifanten", ["", ""])


def test_every_entry_of_the_blocklist_can_match() -> None:
    """An entry with a capital, a space or fewer characters than the minimum would be dead."""
    entries = _common_passwords()

    assert len(entries) > 300
    assert [entry for entry in entries if not re.fullmatch(r"[^A-Z\s]{12,}", entry)] == []
