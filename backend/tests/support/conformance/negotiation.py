"""Group N: which media types go in and out."""

from kwai.core.json_api import (
    CURSOR_PAGINATION,
    MEDIA_TYPE,
    SUPPORTED_EXTENSIONS,
    SUPPORTED_PROFILES,
)
from tests.support.conformance.checks import check
from tests.support.conformance.kit import Kit, refused

FOREIGN_URI = "https://other.example/ext"


async def accepting(kit: Kit, accept: str) -> int:
    id_ = await kit.one()
    answer = await kit.send("GET", kit.path(id_), headers={"Accept": accept})
    return answer.status_code


@check("N1", "get")
async def the_media_type_has_no_parameter(kit: Kit) -> None:
    answer = await kit.send("GET", kit.path(await kit.one()))

    assert answer.headers["Content-Type"] == MEDIA_TYPE


@check("N2", "update")
async def a_body_of_another_type_is_refused(kit: Kit) -> None:
    id_ = await kit.one()

    for type_ in ("application/json", "text/plain", "application/x-www-form-urlencoded"):
        answer = await kit.patch(id_, kit.change(id_), headers={"Content-Type": type_})
        error = refused(answer, 415, "unsupported_media_type")
        assert MEDIA_TYPE in error["detail"]


@check("N2", "update")
async def a_body_without_type_is_ours(kit: Kit) -> None:
    id_ = await kit.one()
    given = await kit.world.headers(kit.case.roles.get("update", kit.case.role))

    request = kit.world.client.build_request("PATCH", kit.path(id_), json=kit.change(id_))
    del request.headers["Content-Type"]
    request.headers.update(given)
    answer = await kit.world.client.send(request)

    assert answer.status_code == 200


@check("N3", "update")
async def a_profile_in_the_type_is_ignored(kit: Kit) -> None:
    id_ = await kit.one()
    type_ = f'{MEDIA_TYPE}; profile="{FOREIGN_URI}"'

    answer = await kit.patch(id_, kit.change(id_), headers={"Content-Type": type_})

    assert answer.status_code == 200


@check("N4", "get")
async def a_parameter_of_our_type_is_refused_on_every_method(kit: Kit) -> None:
    id_ = await kit.one()

    type_ = {"Content-Type": f"{MEDIA_TYPE}; charset=utf-8"}
    refused(await kit.send("GET", kit.path(id_), headers=type_), 415)
    answer = await kit.send("GET", kit.path(id_), headers={"Content-Type": "text/plain"})
    assert answer.status_code == 200


@check("N5", "get")
async def an_unknown_extension_is_refused(kit: Kit) -> None:
    type_ = {"Content-Type": f'{MEDIA_TYPE}; ext="{FOREIGN_URI}"'}

    refused(await kit.send("GET", kit.path(await kit.one()), headers=type_), 415)


@check("N6", "get")
async def only_our_type_with_parameters_is_not_acceptable(kit: Kit) -> None:
    assert await accepting(kit, f"{MEDIA_TYPE}; charset=utf-8") == 406
    assert await accepting(kit, f"{MEDIA_TYPE}; charset=utf-8, */*") == 406


@check("N7", "get")
async def a_clean_instance_beside_it_wins(kit: Kit) -> None:
    assert await accepting(kit, f"{MEDIA_TYPE}; charset=utf-8, {MEDIA_TYPE}") == 200


@check("N8", "get")
async def only_unknown_extensions_are_not_acceptable(kit: Kit) -> None:
    assert await accepting(kit, f'{MEDIA_TYPE}; ext="{FOREIGN_URI}"') == 406


@check("N9", "get")
async def unknown_profiles_are_ignored(kit: Kit) -> None:
    assert await accepting(kit, f'{MEDIA_TYPE}; profile="{FOREIGN_URI}"') == 200


@check("N11", "list")
async def a_profile_that_is_applied_is_named(kit: Kit) -> None:
    accept = {"Accept": f'{MEDIA_TYPE}; profile="{CURSOR_PAGINATION}"'}

    answer = await kit.send("GET", kit.path(), headers=accept)

    is_named = CURSOR_PAGINATION in answer.headers["Content-Type"]
    assert is_named is (CURSOR_PAGINATION in SUPPORTED_PROFILES)


@check("N12", "get")
async def weights_wildcards_and_commas_in_quotes_are_understood(kit: Kit) -> None:
    assert await accepting(kit, "*/*") == 200
    assert await accepting(kit, "application/*") == 200
    assert await accepting(kit, f"{MEDIA_TYPE};q=0.5, text/html") == 200
    assert await accepting(kit, f'text/html; x="a,{MEDIA_TYPE}"') == 406
    assert await accepting(kit, "text/html, image/png") == 406


@check("N13", "get")
async def names_ignore_case(kit: Kit) -> None:
    assert await accepting(kit, MEDIA_TYPE.upper()) == 200
    assert await accepting(kit, f'{MEDIA_TYPE}; PROFILE="{FOREIGN_URI}"') == 200


@check("N9", "get")
async def what_is_supported_is_supported_here(kit: Kit) -> None:
    for uri in SUPPORTED_PROFILES:
        assert await accepting(kit, f'{MEDIA_TYPE}; profile="{uri}"') == 200
    for uri in SUPPORTED_EXTENSIONS:
        # An extension is for its own endpoint; elsewhere it is refused, and never ignored.
        assert await accepting(kit, f'{MEDIA_TYPE}; ext="{uri}"') in {200, 406}
