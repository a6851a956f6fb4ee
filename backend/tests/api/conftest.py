"""Fixtures of the HTTP tests: the small example API, and the real one on both engines."""

from tests.support.api import app, client, settings
from tests.support.example_api import example, example_app, example_rules

__all__ = ["app", "client", "example", "example_app", "example_rules", "settings"]
