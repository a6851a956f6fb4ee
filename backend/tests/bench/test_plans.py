"""No request that is measured reads a table as a whole that grows with the years."""

from bench import seed
from bench.plans import Plan, lines, read_plans
from bench.requests import REQUESTS
from bench.stage import Stage


def test_no_request_reads_a_growing_table_as_a_whole(stage: Stage) -> None:
    plans = read_plans(stage)

    assert {plan.request for plan in plans} == {*REQUESTS, "last page", "P8"}
    assert {plan.request: plan.scanned for plan in plans if plan.scanned} == {}
    # What is explained are the statements of these tables, or nothing would be found in them.
    text = "\n".join(plan.statement for plan in plans)
    assert [name for name in seed.GROWING if name not in text] == []


def test_a_table_that_is_read_as_a_whole_falls_short() -> None:
    plans = [_plan(scanned) for scanned in (frozenset[str](), frozenset({"trainings"}))]

    (line,) = lines("sqlite", plans)

    assert not line.is_reached
    assert line.detail == "trainings"


def _plan(scanned: frozenset[str]) -> Plan:
    return Plan(engine="sqlite", request="P1", statement="", steps=(), scanned=scanned)
