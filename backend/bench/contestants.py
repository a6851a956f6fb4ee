"""Starts kwai and the floor side by side."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager

from bench.load import Server, serve
from tests.support.processes import free_port

# They answer with the same links, so both are told the same public address.
ADDRESS = {"KWAI_WEBSITE_URL": "http://127.0.0.1:8000"}


@contextmanager
def contestants(environment: dict[str, str]) -> Iterator[tuple[Server, Server]]:
    """Give both."""
    with ExitStack() as stack:
        floor = serve(["-m", "bench.floor"], free_port(), environment | ADDRESS, "/")
        yield stack.enter_context(serve_kwai(environment)), stack.enter_context(floor)


def serve_kwai(environment: dict[str, str]) -> AbstractContextManager[Server]:
    """Start kwai alone."""
    return serve(["-m", "kwai.kwai_api"], free_port(), environment | ADDRESS, "/api/health")
