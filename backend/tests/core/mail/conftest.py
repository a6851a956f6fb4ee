from datetime import UTC, datetime

import pytest

from kwai.core.domain.value_objects.email_address import EmailAddress
from kwai.core.mail.mail import Mail
from kwai.core.mail.recipient import Recipient, Recipients


@pytest.fixture
def ann() -> Recipient:
    return Recipient(EmailAddress("ann@kwai.example"), "Ann O'Neill")


@pytest.fixture
def mail(ann: Recipient) -> Mail:
    club = Recipient(EmailAddress("club@kwai.example"), "Kwai")
    return Mail(
        recipients=Recipients(club, to=(ann,)), subject="Hello", text="Hi!\n", html="<p>Hi!</p>\n"
    )


@pytest.fixture
def date() -> datetime:
    return datetime(2026, 11, 21, 3, 4, 5, tzinfo=UTC)
