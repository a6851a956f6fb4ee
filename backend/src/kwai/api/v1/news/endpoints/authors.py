"""Module that implements authors endpoints."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import DatabaseDep, InputDep, PreconditionDep, QueryDep, path_uuid
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.author import AuthorResource
from kwai.api.v1.clock import ClockDep
from kwai.api.v1.links import key_of
from kwai.api.v1.news.loading import AuthorLoader
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.core.domain.value_objects.unique_id import UniqueId
from kwai.core.json_api import Create
from kwai.modules.news.authors.author_db_repository import AuthorDbRepository
from kwai.modules.news.create_author import CreateAuthor, CreateAuthorCommand
from kwai.modules.news.delete_author import DeleteAuthor, DeleteAuthorCommand
from kwai.modules.news.get_author import GetAuthor, GetAuthorCommand
from kwai.modules.news.get_authors import GetAuthors, GetAuthorsCommand
from kwai.modules.news.update_author import UpdateAuthor, UpdateAuthorCommand

router = APIRouter(prefix="/news/authors", tags=["news"], route_class=KwaiRoute)

AuthorUuid = Annotated[UniqueId, Depends(path_uuid("uuid", UniqueId.create_from_string))]
AuthorInput = Annotated[Create[AuthorResource], InputDep]
AuthorPatch = Annotated[ConditionalPatch[AuthorResource], InputDep]


@router.get("", **operation(AuthorResource, "list", id="get_authors"))
async def get_authors(query: QueryDep, db: DatabaseDep) -> Response:
    """Get all authors."""
    command = query.to_command(GetAuthorsCommand, sort=sort_keys(query))
    page = await read_page(GetAuthors(AuthorDbRepository(db)).execute(command))
    return respond_page(query, page, await AuthorLoader(db, query).authors(page.entities))


@router.get("/{uuid}", **operation(AuthorResource, "get", id="get_author"))
async def get_author(uuid: AuthorUuid, query: QueryDep, db: DatabaseDep) -> Response:
    """Get an author."""
    command = GetAuthorCommand(uuid=uuid, query=query)
    author = await GetAuthor(AuthorDbRepository(db)).execute(command)
    return respond(query, await AuthorLoader(db, query).author(author))


@router.post("", **operation(AuthorResource, "create", id="create_author"))
async def create_author(
    new: AuthorInput, query: QueryDep, db: DatabaseDep, clock: ClockDep
) -> Response:
    """Let somebody write stories and pages."""
    asked = new.resource
    command = CreateAuthorCommand(
        name=asked.name, active=asked.active, remark=asked.remark, user=_user_of(asked)
    )
    author = await CreateAuthor(AuthorDbRepository(db), clock=clock).execute(command)
    return respond_created(query, await AuthorLoader(db, query).author(author))


@router.patch("/{uuid}", **operation(AuthorResource, "update", id="update_author"))
async def update_author(
    uuid: AuthorUuid, patch: AuthorPatch, query: QueryDep, db: DatabaseDep, clock: ClockDep
) -> Response:
    """Change an author; one that is not active may not write any more."""
    authors, loader = AuthorDbRepository(db), AuthorLoader(db, query)
    current = await GetAuthor(authors).execute(GetAuthorCommand(uuid=uuid, lock=True))
    asked = patch.apply(await loader.author(current))
    command = UpdateAuthorCommand(
        uuid=uuid,
        name=asked.name,
        active=asked.active,
        remark=asked.remark,
        user=_user_of(asked),
    )
    author = await UpdateAuthor(authors, clock=clock).execute(command)
    return respond(query, await loader.author(author))


@router.delete("/{uuid}", **operation(AuthorResource, "delete", id="delete_author"))
async def delete_author(
    uuid: AuthorUuid, precondition: PreconditionDep, db: DatabaseDep
) -> Response:
    """Remove an author whose name stands under no story."""
    authors = AuthorDbRepository(db)
    if precondition.is_given:
        current = await GetAuthor(authors).execute(GetAuthorCommand(uuid=uuid, lock=True))
        precondition.check(AuthorResource.create(current, None))
    await DeleteAuthor(authors).execute(DeleteAuthorCommand(uuid=uuid))
    return respond_nothing()


add_relationships(router, AuthorResource, get=get_author, update=update_author)


def _user_of(author: AuthorResource) -> UniqueId | None:
    return None if author.user is None else UniqueId.create_from_string(key_of(author.user))
