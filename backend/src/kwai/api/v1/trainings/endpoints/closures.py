"""Module for endpoints for closures."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import DatabaseDep, InputDep, PreconditionDep, QueryDep, path_id
from kwai.api.operation import operation
from kwai.api.response import respond, respond_created, respond_meta, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.closure import ClosureResource
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.trainings.clashes import ClashErrors
from kwai.api.v1.trainings.dependencies import ClosureEditorDep
from kwai.api.v1.trainings.options import ConflictMeta, DryRun, RemovalOptions
from kwai.api.v1.trainings.reports import describe_effect
from kwai.core.json_api import Create
from kwai.modules.training.change_closures import (
    ClosureCommand,
    CreateClosure,
    DeleteClosure,
    DeleteClosureCommand,
    UpdateClosure,
    UpdateClosureCommand,
)
from kwai.modules.training.closures.closure_db_repository import ClosureDbRepository
from kwai.modules.training.get_closures import (
    GetClosure,
    GetClosureCommand,
    GetClosures,
    GetClosuresCommand,
)

router = APIRouter(prefix="/closures", tags=["trainings"], route_class=KwaiRoute)

ClosureId = Annotated[int, Depends(path_id("closure_id"))]
ClosureInput = Annotated[Create[ClosureResource], InputDep]
ClosurePatch = Annotated[ConditionalPatch[ClosureResource], InputDep]


@router.get("", **operation(ClosureResource, "list", id="get_closures"))
async def get_closures(query: QueryDep, db: DatabaseDep) -> Response:
    """Get all closures."""
    command = query.to_command(GetClosuresCommand, sort=sort_keys(query))
    page = await read_page(GetClosures(ClosureDbRepository(db)).execute(command))
    return respond_page(query, page, [ClosureResource.create(each) for each in page.entities])


@router.get("/{closure_id}", **operation(ClosureResource, "get", id="get_closure"))
async def get_closure(closure_id: ClosureId, query: QueryDep, db: DatabaseDep) -> Response:
    """Get the closure with the given id."""
    command = GetClosureCommand(id=closure_id, query=query)
    closure = await GetClosure(ClosureDbRepository(db)).execute(command)
    return respond(query, ClosureResource.create(closure))


@router.post("", **operation(ClosureResource, "create", id="create_closure", options=DryRun))
async def create_closure(
    new: ClosureInput, query: QueryDep, db: DatabaseDep, editor: ClosureEditorDep
) -> Response:
    """Create a closure; the trainings on its days are cancelled, and their coaches told.

    With `dry_run=true` nothing is stored, and the answer tells which trainings it would cancel.
    """
    dry_run = bool(query.options.get("dry_run"))
    command = ClosureCommand(**_values(new.resource), dry_run=dry_run)
    closure, effect = await CreateClosure(ClosureDbRepository(db), editor).execute(command)
    meta = describe_effect(effect, dry_run=dry_run)
    if dry_run:
        return respond_meta(meta)
    return respond_created(query, ClosureResource.create(closure), meta=meta)


@router.patch(
    "/{closure_id}",
    **operation(ClosureResource, "update", id="update_closure", options=DryRun, meta=ConflictMeta),
)
async def update_closure(
    closure_id: ClosureId,
    patch: ClosurePatch,
    query: QueryDep,
    db: DatabaseDep,
    editor: ClosureEditorDep,
    _: ClashErrors,
) -> Response:
    """Change a closure; what it does not cover any more takes place again."""
    repository = ClosureDbRepository(db)
    await editor.lock()
    locked = GetClosureCommand(id=closure_id, lock=True)
    asked = patch.apply(ClosureResource.create(await GetClosure(repository).execute(locked)))
    dry_run = bool(query.options.get("dry_run"))
    command = UpdateClosureCommand(
        id=closure_id,
        dry_run=dry_run,
        allow_conflicts=isinstance(patch.meta, ConflictMeta) and patch.meta.allow_conflicts,
        **_values(asked),
    )
    closure, effect = await UpdateClosure(repository, editor).execute(command)
    meta = describe_effect(effect, dry_run=dry_run)
    return respond(query, ClosureResource.create(closure), meta=meta)


@router.delete(
    "/{closure_id}",
    **operation(ClosureResource, "delete", id="delete_closure", options=RemovalOptions),
)
async def delete_closure(
    closure_id: ClosureId,
    precondition: PreconditionDep,
    query: QueryDep,
    db: DatabaseDep,
    editor: ClosureEditorDep,
    _: ClashErrors,
) -> Response:
    """Delete a closure; exactly the trainings that it cancelled take place again."""
    repository = ClosureDbRepository(db)
    await editor.lock()
    if precondition.is_given:
        locked = GetClosureCommand(id=closure_id, lock=True)
        precondition.check(ClosureResource.create(await GetClosure(repository).execute(locked)))
    command = DeleteClosureCommand(
        id=closure_id,
        dry_run=bool(query.options.get("dry_run")),
        allow_conflicts=bool(query.options.get("allow_conflicts")),
    )
    effect = await DeleteClosure(repository, editor).execute(command)
    if command.dry_run:
        return respond_meta(describe_effect(effect, dry_run=True))
    return respond_nothing()


def _values(asked: ClosureResource) -> dict[str, Any]:
    names = ("name", "start_date", "end_date")
    return {name: getattr(asked, name) for name in names} | {"location": asked.location or ""}
