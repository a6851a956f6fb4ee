from dataclasses import FrozenInstanceError

import pytest

from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.mail.recipient import Recipient, Recipients

CLUB, ANN, BOB, EVE = (
    Recipient(EmailAddress(f"{name}@kwai.example"), name.title())
    for name in ("club", "ann", "bob", "eve")
)


@pytest.mark.parametrize("kind", ["to", "cc", "bcc"])
def test_receivers_are_added_or_set(kind: str) -> None:
    recipients = Recipients(CLUB, **{kind: (ANN,)})

    added = getattr(recipients, f"add_{kind}")(BOB, EVE)
    other = getattr(recipients, f"with_{kind}")(BOB)

    assert getattr(recipients, kind) == (ANN,)
    assert getattr(added, kind) == (ANN, BOB, EVE)
    assert getattr(other, kind) == (BOB,)


def test_the_sender_is_replaced() -> None:
    recipients = Recipients(CLUB, to=(ANN,))

    assert recipients.with_from(EVE) == Recipients(EVE, to=(ANN,))


def test_every_address_receives_once_in_the_order_to_cc_bcc() -> None:
    again = Recipient(EmailAddress("ANN@kwai.example"), "Ann again")

    recipients = Recipients(CLUB, to=(ANN, BOB), cc=(again, EVE), bcc=(BOB,))

    assert recipients.receivers == (ANN, BOB, EVE)


def test_recipients_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Recipients(CLUB).to = (ANN,)  # type: ignore[misc]
