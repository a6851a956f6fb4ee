"""How a program ends that cannot start: a line on stderr, and a code for who supervises it."""

import sys

from kwai.core.settings import SettingsException
from kwai.core.settings_check import EXIT_CONFIG


def complain(error: Exception) -> int:
    """Say why and give the exit code.

    It is 78 when a person has to mend something first, and 1 when the next try may succeed: a
    database that is away may be back in a moment.
    """
    from kwai.core.db.exceptions import AccessException, DatabaseException

    title = "db: " if isinstance(error, DatabaseException) else ""
    sys.stderr.write(f"{title}{error}\n")
    return EXIT_CONFIG if isinstance(error, SettingsException | AccessException) else 1
