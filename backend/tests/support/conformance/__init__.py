"""The checklist of jsonapi.md, run for every declared resource through HTTP."""

from tests.support.conformance import (
    cursors,
    documents,
    fetching,
    linking,
    negotiation,
    operations,
    queries,
    writing,
)
from tests.support.conformance.case import Case, World, capabilities_of
from tests.support.conformance.checks import CHECKS, Check
from tests.support.conformance.kit import Kit

__all__ = [
    "CHECKS",
    "Case",
    "Check",
    "Kit",
    "World",
    "capabilities_of",
    "cursors",
    "documents",
    "fetching",
    "linking",
    "negotiation",
    "operations",
    "queries",
    "writing",
]
