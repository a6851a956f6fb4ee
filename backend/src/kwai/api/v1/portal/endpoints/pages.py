"""Module that implements pages endpoints."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from kwai.api.conditional import ConditionalPatch
from kwai.api.dependencies import (
    DatabaseDep,
    InputDep,
    PreconditionDep,
    QueryDep,
    ScopeDep,
    path_id,
)
from kwai.api.languages import TextOrderDep, without_locale
from kwai.api.operation import operation
from kwai.api.relationships import add_relationships
from kwai.api.response import respond, respond_created, respond_nothing
from kwai.api.route import KwaiRoute
from kwai.api.schemas.page import PageResource
from kwai.api.schemas.text import to_inputs
from kwai.api.v1.clock import ClockDep
from kwai.api.v1.links import key_of
from kwai.api.v1.paging import read_page, respond_page, sort_keys
from kwai.api.v1.portal.filters import filter_application
from kwai.api.v1.texts import EditorDep
from kwai.api.v1.unchanged import UnchangedDep
from kwai.core.json_api import Create
from kwai.modules.portal.applications.application_db_repository import ApplicationDbRepository
from kwai.modules.portal.create_page import CreatePage, CreatePageCommand
from kwai.modules.portal.delete_page import DeletePage, DeletePageCommand
from kwai.modules.portal.get_page import GetPage, GetPageCommand
from kwai.modules.portal.get_pages import GetPages, GetPagesCommand
from kwai.modules.portal.pages.page_db_repository import PageDbRepository
from kwai.modules.portal.update_page import UpdatePage, UpdatePageCommand

router = APIRouter(prefix="/portal/pages", tags=["portal"], route_class=KwaiRoute)

PageId = Annotated[int, Depends(path_id("page_id"))]
PageInput = Annotated[Create[PageResource], InputDep]
PagePatch = Annotated[ConditionalPatch[PageResource], InputDep]


@router.get("", **operation(PageResource, "list", id="get_pages"))
async def get_pages(
    query: QueryDep,
    db: DatabaseDep,
    scope: ScopeDep,
    order: TextOrderDep,
    unchanged: UnchangedDep,
) -> Response:
    """Get the enabled pages; authors may ask for all with `filter[enabled]=false`."""
    command = without_locale(query).to_command(
        GetPagesCommand,
        enabled=scope == "pub" or query.filter.get("enabled") is not False,
        application=await filter_application(query, db),
        sort=sort_keys(query),
    )
    use_case = GetPages(PageDbRepository(db))
    if answer := await unchanged.answer(use_case.get_versions, command):
        return order.mark(answer)
    page = await read_page(use_case.execute(command))
    resources = [PageResource.create(each, order.arrange(each.contents)) for each in page.entities]
    tag = unchanged.tag(page.total, (each.versions for each in page.entities))
    return order.mark(respond_page(query, page, resources, tag=tag))


@router.get("/{page_id}", **operation(PageResource, "get", id="get_page"))
async def get_page(
    page_id: PageId, query: QueryDep, db: DatabaseDep, scope: ScopeDep, order: TextOrderDep
) -> Response:
    """Get a page."""
    command = GetPageCommand(id=page_id, enabled=scope == "pub", query=query)
    page = await GetPage(PageDbRepository(db)).execute(command)
    return order.mark(respond(query, PageResource.create(page, order.arrange(page.contents))))


@router.post("", **operation(PageResource, "create", id="create_page"))
async def create_page(
    new: PageInput,
    query: QueryDep,
    db: DatabaseDep,
    editor: EditorDep,
    order: TextOrderDep,
    clock: ClockDep,
) -> Response:
    """Add a page to the site."""
    asked = new.resource
    command = CreatePageCommand(
        application=int(key_of(asked.application)),
        contents=to_inputs(asked.contents),
        enabled=asked.enabled,
        priority=asked.priority,
        remark=asked.remark,
    )
    pages, applications = PageDbRepository(db), ApplicationDbRepository(db)
    page = await CreatePage(pages, applications, editor=editor, clock=clock).execute(command)
    resource = PageResource.create(page, order.arrange(page.contents))
    return order.mark(respond_created(query, resource))


@router.patch("/{page_id}", **operation(PageResource, "update", id="update_page"))
async def update_page(
    page_id: PageId,
    patch: PagePatch,
    query: QueryDep,
    db: DatabaseDep,
    editor: EditorDep,
    order: TextOrderDep,
    clock: ClockDep,
) -> Response:
    """Change a page."""
    pages = PageDbRepository(db)
    locked = GetPageCommand(id=page_id, enabled=False, lock=True)
    current = await GetPage(pages).execute(locked)
    asked = patch.apply(PageResource.create(current, current.contents))
    command = UpdatePageCommand(
        id=page_id,
        application=int(key_of(asked.application)),
        contents=to_inputs(asked.contents),
        enabled=asked.enabled,
        priority=asked.priority,
        remark=asked.remark,
    )
    use_case = UpdatePage(pages, ApplicationDbRepository(db), editor=editor, clock=clock)
    page = await use_case.execute(command)
    return order.mark(respond(query, PageResource.create(page, order.arrange(page.contents))))


@router.delete("/{page_id}", **operation(PageResource, "delete", id="delete_page"))
async def delete_page(page_id: PageId, precondition: PreconditionDep, db: DatabaseDep) -> Response:
    """Delete a page."""
    pages = PageDbRepository(db)
    if precondition.is_given:
        locked = GetPageCommand(id=page_id, enabled=False, lock=True)
        current = await GetPage(pages).execute(locked)
        precondition.check(PageResource.create(current, current.contents))
    await DeletePage(pages).execute(DeletePageCommand(id=page_id))
    return respond_nothing()


add_relationships(router, PageResource, get=get_page, update=update_page)
