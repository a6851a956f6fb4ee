import pytest

from kwai.core.domain.value_objects.email_address import EmailAddress, InvalidEmailException


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nobody",
        "nobody@",
        "@kwai.example",
        "nobody@localhost",
        "a b@kwai.example",
        '"quoted local"@kwai.example',
        "nobody@kwai.example\r\nBcc: x@kwai.example",
        "nobody@kwai.example\x00",
        "jürgen@kwai.example",
        "a" * 65 + "@kwai.example",
        "a@" + "b" * 250 + ".example",
        "\ud800@kwai.example",
    ],
)
def test_what_mail_cannot_be_sent_to_is_refused(text: str) -> None:
    with pytest.raises(InvalidEmailException) as caught:
        EmailAddress(text)

    assert caught.value.member == "email"
    assert text == "" or text not in str(caught.value)


def test_an_address_is_kept_as_its_owner_writes_it() -> None:
    address = EmailAddress("Jigoro.Kano@Kwai.Example")

    assert str(address) == "Jigoro.Kano@Kwai.Example"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jigoro@kwai.example", "jigoro@KWAI.example"),
        ("judo@büro.example", "judo@xn--bro-hoa.example"),
    ],
)
def test_two_spellings_of_one_address_are_the_same(one: str, other: str) -> None:
    assert EmailAddress(one).normalized == EmailAddress(other).normalized


def test_different_addresses_stay_different() -> None:
    assert EmailAddress("a@kwai.example").normalized != EmailAddress("b@kwai.example").normalized
