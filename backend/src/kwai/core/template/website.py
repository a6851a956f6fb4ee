"""What every template knows of the club."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwai.core.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Website:
    """Name and addresses of the club; the address of the site has no slash at its end."""

    url: str
    name: str
    email: str

    @classmethod
    def create(cls, settings: "Settings") -> "Website":
        """Take them from the settings."""
        website = settings.website
        return cls(url=settings.base_url, name=website.name, email=website.email)
