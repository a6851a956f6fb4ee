"""Module for endpoints that count trainings."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from kwai.api.dependencies import DatabaseDep
from kwai.api.operation import plain_operation
from kwai.api.response import JsonApiResponse, respond_meta
from kwai.api.route import KwaiRoute
from kwai.api.schemas.training_reports import StatisticsDocument
from kwai.api.v1.trainings.parameters import read_filters, read_moment
from kwai.api.v1.trainings.reports import describe_statistics
from kwai.core.db.database import Database
from kwai.modules.training.get_statistics import GetStatistics, GetStatisticsCommand
from kwai.modules.training.trainings.training_statistics import Tally, TrainingStatistics
from kwai.modules.training.trainings.training_statistics_db_repository import (
    TrainingStatisticsDbRepository,
)

HEAD = ("kind", "name", "held", "cancelled", "hours", "present", "payed")
PERIOD: Final = {
    "parameters": [
        {"name": f"filter[{end}]", "in": "query", "schema": {"type": "string"}}
        for end in ("start", "end")
    ]
}
# What a spreadsheet would run as a formula, or read as the start of one.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")

router = APIRouter(tags=["trainings"], route_class=KwaiRoute)


@router.get(
    "/trainings/statistics",
    **plain_operation(
        id="get_training_statistics",
        response_model=StatisticsDocument,
        response_class=JsonApiResponse,
        errors=(400, 401, 403),
    ),
    openapi_extra=PERIOD,
)
async def get_training_statistics(request: Request, db: DatabaseDep) -> Response:
    """Count what was held and cancelled between `filter[start]` and `filter[end]`."""
    return respond_meta(describe_statistics(await _count(request, db)))


async def _count(request: Request, db: Database) -> TrainingStatistics:
    given = read_filters(request, ("start", "end"))
    command = GetStatisticsCommand(start=read_moment(given, "start"), end=read_moment(given, "end"))
    return await GetStatistics(TrainingStatisticsDbRepository(db)).execute(command)


@router.get(
    "/trainings/statistics.csv",
    **plain_operation(
        id="get_training_statistics_csv", response_class=Response, errors=(400, 401, 403)
    ),
    openapi_extra=PERIOD,
)
async def get_training_statistics_csv(request: Request, db: DatabaseDep) -> Response:
    """Get the same as a table for a spreadsheet."""
    content = write_table(await _count(request, db))
    headers = {"Content-Disposition": 'attachment; filename="trainings.csv"'}
    return Response(content, media_type="text/csv; charset=utf-8", headers=headers)


def write_table(statistics: TrainingStatistics) -> str:
    """Write the tallies as CSV (RFC 4180)."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEAD)
    writer.writerows([safe_cell(cell) for cell in row] for row in _rows(statistics))
    return stream.getvalue()


def safe_cell(cell: object) -> object:
    """Keep a spreadsheet from running a name as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _rows(statistics: TrainingStatistics) -> Iterator[tuple[object, ...]]:
    yield _row("total", statistics.total)
    for tally in statistics.coaches:
        yield (*_row("coach", tally)[:5], tally.present, tally.payed)
    for kind, tallies in (
        ("team", statistics.teams),
        ("definition", statistics.definitions),
        ("location", statistics.locations),
    ):
        yield from (_row(kind, tally) for tally in tallies)


def _row(kind: str, tally: Tally) -> tuple[object, ...]:
    return (kind, tally.name, tally.held, tally.cancelled, tally.hours, "", "")
