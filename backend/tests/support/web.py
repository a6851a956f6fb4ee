"""What the tests of the web application need: node, its packages, a browser, a build."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.support.isolation import TestOptions
from tests.support.processes import REPOSITORY

FRONTEND = REPOSITORY / "frontend"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def missing_packages() -> str | None:
    """Say why the programs of the web application cannot run, None when they can."""
    if not (FRONTEND / "node_modules").is_dir():
        return "web application: no packages, run make test"
    return None


def missing_build() -> str | None:
    """Say why the web application cannot be served, None when it can."""
    if not (FRONTEND / "dist" / "index.html").is_file():
        return "web application: not built, run make test"
    return None


def find_browser(options: TestOptions) -> str | None:
    """Find a browser that answers: a distribution's package can be a stub of another one."""
    for name in (options.chromium, *BROWSERS):
        found = shutil.which(name) if name else None
        if found is not None and _answers(found):
            return found
    return None


def _answers(program: str) -> bool:
    result = subprocess.run([program, "--version"], capture_output=True, check=False)
    return result.returncode == 0


def node(
    *command: str, environ: Mapping[str, str], folder: Path = REPOSITORY
) -> subprocess.CompletedProcess[str]:
    """Run a command in frontend/ with the node that builds it."""
    return subprocess.run(
        ["sh", str(folder / ".ci" / "node"), *command],
        env=dict(environ),
        capture_output=True,
        text=True,
        check=False,
    )
