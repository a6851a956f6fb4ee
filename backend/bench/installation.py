"""What an installation costs beside its requests: starting, memory, the command line, the page."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.contestants import serve_kwai
from bench.load import BACKEND
from bench.report import Line
from bench.stage import Stage
from kwai.core.paths import find_static

FRONTEND = Path(BACKEND).parent / "frontend"
CHROMIUM = os.environ.get("KWAI_CHROMIUM", "/usr/bin/chromium")
_SCRIPT = re.compile(r'<(?:script[^>]* src|link rel="modulepreload"[^>]* href)="([^"]+\.js)"')
_MEASURED = re.compile(r"scripts, compressed: (\d+) bytes.*largest paint: (\d+) ms", re.DOTALL)


def lines(stage: Stage) -> Iterator[Line]:
    """Measure a start, the process that answered everything else so far, and the programs."""
    yield _start(stage)
    memory = stage.kwai.resident_megabytes()
    yield Line(f"{stage.engine}: resident memory of one API process", memory, 100, "MB")


def portal_lines(stage: Stage) -> Iterator[Line]:
    """Measure what has nothing to do with an engine: the command line, and the first page."""
    yield _command_line(stage)
    static = find_static() / "index.html"
    if not static.is_file():
        yield Line("portal: the web application is not built", 1, 0, "page")
        return
    measured = [] if stage.quick else _measured(stage)
    yield from measured or [_named_scripts(static)]


def _start(stage: Stage) -> Line:
    seconds = [stage.kwai.seconds_to_answer]
    for _ in range(0 if stage.quick else 2):
        with serve_kwai(stage.environment) as another:
            seconds.append(another.seconds_to_answer)
    spread = f"{min(seconds):.2f}..{max(seconds):.2f} s"
    title = f"{stage.engine}: start of kwai_api to first answer"
    return Line(title, median(seconds), 1.5, "s", detail=spread)


def _command_line(stage: Stage) -> Line:
    command, seconds = [sys.executable, "-m", "kwai.kwai_cli", "--help"], []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run(
            command, env=os.environ | stage.environment, check=True, stdout=subprocess.DEVNULL
        )
        seconds.append(time.perf_counter() - started)
    spread = f"{min(seconds):.2f}..{max(seconds):.2f} s"
    return Line("kwai_cli --help", median(seconds), 0.3, "s", detail=spread)


def _measured(stage: Stage) -> list[Line]:
    """Ask a browser, as a visitor with a slow phone; without one there are no lines."""
    node = shutil.which("node")
    if node is None or not Path(CHROMIUM).is_file() or not (FRONTEND / "node_modules").is_dir():
        return []
    command = [node, "scripts/measure.js", f"http://127.0.0.1:{stage.kwai.port}"]
    done = subprocess.run(
        command, cwd=FRONTEND, capture_output=True, text=True, timeout=90, check=False
    )
    found = _MEASURED.search(done.stdout)
    if found is None:
        raise RuntimeError(f"The first page could not be measured: {done.stderr[-500:]}")
    script, paint = map(int, found.groups())
    return [
        Line("portal, first load: compressed JavaScript", script / 1_000, 120, "kB"),
        Line("portal, first load: largest paint on a slow phone", paint / 1_000, 2.5, "s"),
    ]


def _named_scripts(page: Path) -> Line:
    """Without a browser: the scripts that the page itself names."""
    files = [page.parent / path.lstrip("/") for path in _SCRIPT.findall(page.read_text())]
    sizes = [_sent(file).stat().st_size for file in files]
    title = "portal, first load: compressed JavaScript (of the page; no browser here)"
    return Line(title, sum(sizes) / 1_000, 120, "kB", detail=f"{len(files)} files")


def _sent(file: Path) -> Path:
    compressed = file.with_name(f"{file.name}.br")
    return compressed if compressed.is_file() else file
