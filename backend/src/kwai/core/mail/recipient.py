"""Who a mail comes from and goes to."""

from dataclasses import dataclass, replace

from kwai.core.domain.value_objects.email_address import EmailAddress


@dataclass(frozen=True, slots=True)
class Recipient:
    """An address and the name of the one behind it."""

    email: EmailAddress
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recipients:
    """Sender and receivers of a mail; every change returns a new one."""

    from_: Recipient
    to: tuple[Recipient, ...] = ()
    cc: tuple[Recipient, ...] = ()
    bcc: tuple[Recipient, ...] = ()

    @property
    def receivers(self) -> tuple[Recipient, ...]:
        """Everybody the mail goes to, each address once."""
        first_by_address: dict[str, Recipient] = {}
        for recipient in (*self.to, *self.cc, *self.bcc):
            first_by_address.setdefault(recipient.email.normalized, recipient)
        return tuple(first_by_address.values())

    def with_from(self, from_: Recipient) -> "Recipients":
        """Return them with another sender."""
        return replace(self, from_=from_)

    def with_to(self, *to: Recipient) -> "Recipients":
        """Return them with these receivers instead of the present ones."""
        return replace(self, to=to)

    def with_cc(self, *cc: Recipient) -> "Recipients":
        """Return them with these copy receivers instead of the present ones."""
        return replace(self, cc=cc)

    def with_bcc(self, *bcc: Recipient) -> "Recipients":
        """Return them with these blind copy receivers instead of the present ones."""
        return replace(self, bcc=bcc)

    def add_to(self, *to: Recipient) -> "Recipients":
        """Return them with more receivers."""
        return replace(self, to=(*self.to, *to))

    def add_cc(self, *cc: Recipient) -> "Recipients":
        """Return them with more copy receivers."""
        return replace(self, cc=(*self.cc, *cc))

    def add_bcc(self, *bcc: Recipient) -> "Recipients":
        """Return them with more blind copy receivers."""
        return replace(self, bcc=(*self.bcc, *bcc))
