"""Starts kwai and the floor side by side."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from bench.load import Server, serve
from tests.support.processes import free_port


@contextmanager
def contestants(environment: dict[str, str]) -> Iterator[tuple[Server, Server]]:
    """Give both; they answer with the same links, so both are told the same public address."""
    environment = environment | {"KWAI_WEBSITE_URL": "http://127.0.0.1:8000"}
    with ExitStack() as stack:
        kwai = serve(["-m", "kwai.kwai_api"], free_port(), environment, "/api/health")
        floor = serve(["-m", "bench.floor"], free_port(), environment, "/")
        yield stack.enter_context(kwai), stack.enter_context(floor)
