"""When two texts name the same location."""

from kwai.core.domain.normalise import normalise

LONGEST_KEY = 255


def location_key(location: str) -> str:
    """Fold a location, so that `Dojo A` and ` dojo  a` are one; empty when there is none."""
    return " ".join(normalise(location).split())[:LONGEST_KEY]
