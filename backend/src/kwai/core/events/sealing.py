"""The sealer of this process; deriving its keys for every session would cost too much."""

from functools import lru_cache

from kwai.core.security.sealer import Sealer
from kwai.core.settings import SecuritySettings


@lru_cache(maxsize=4)
def get_sealer(settings: SecuritySettings) -> Sealer:
    """Find or create the sealer of these settings."""
    return Sealer.create(settings)
