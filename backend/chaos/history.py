"""What happened in a run, one JSON object per line, so that it can be judged again."""

import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Step = dict[str, Any]


class History:
    """Appends steps from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("w", encoding="utf-8")
        self._lock = threading.Lock()
        self._started = time.monotonic()

    def add(self, kind: str, **values: Any) -> None:
        """Write one step down at once: whoever runs this may be killed too."""
        step = {"at": round(time.monotonic() - self._started, 3), "kind": kind} | values
        with self._lock:
            self._file.write(json.dumps(step) + "\n")
            self._file.flush()

    def close(self) -> None:
        with self._lock:
            self._file.close()


def read_history(path: Path) -> Iterator[Step]:
    """Yield the steps of a run."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
