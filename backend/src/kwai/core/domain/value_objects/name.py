"""The name of a person."""

from dataclasses import dataclass

from kwai.core.quicken import quicken


@quicken
@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """First and last name; either may be unknown."""

    first_name: str | None = None
    last_name: str | None = None

    def __str__(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)
