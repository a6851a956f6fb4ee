"""Group Q: nothing that a query says is silently ignored."""

from tests.support.conformance.checks import check
from tests.support.conformance.kit import Kit, codes, refused


async def refuse(kit: Kit, query: str, code: str, parameter: str | None = None) -> None:
    path = kit.path() if "list" in kit.capabilities else kit.path(await kit.one())
    error = refused(await kit.send("GET", f"{path}?{query}"), 400, code)
    assert error["source"] == {"parameter": parameter or query.partition("=")[0]}


@check("Q1", "get")
async def an_unknown_parameter_is_400(kit: Kit) -> None:
    for name in ("nothing", "two_words", "Fields[x]", "%00", "page", "filter", "fields"):
        path = f"{kit.path(await kit.one())}?{name}=1"
        refused(await kit.send("GET", path), 400, "unknown_parameter")


@check("Q2", "get")
async def an_unknown_include_is_400(kit: Kit) -> None:
    await refuse(kit, "include=nothing", "unknown_include")
    await refuse(kit, "include=a.b.c.d.e", "unknown_include")


@check("Q3", "list")
async def an_unsupported_sort_is_400(kit: Kit) -> None:
    await refuse(kit, "sort=nothing", "unsupported_sort")
    await refuse(kit, "sort=-", "unsupported_sort")


@check("Q3", "get")
async def a_single_resource_cannot_be_sorted_filtered_or_paged(kit: Kit) -> None:
    path = kit.path(await kit.one())

    for name in ("sort", "filter[x]", "page[limit]"):
        refused(await kit.send("GET", f"{path}?{name}=1"), 400)


@check("Q4", "list")
async def an_unknown_filter_is_400(kit: Kit) -> None:
    await refuse(kit, "filter[nothing]=1", "unknown_filter")
    await refuse(kit, "filter[]=1", "unknown_filter")


@check("Q6", "get")
async def an_unknown_field_is_400(kit: Kit) -> None:
    await refuse(kit, f"fields[{kit.type}]=nothing", "unknown_field")


@check("Q7", "get")
async def an_unknown_type_is_400(kit: Kit) -> None:
    await refuse(kit, "fields[nothings]=a", "unknown_field")


@check("Q8", "get")
async def brackets_may_be_encoded(kit: Kit) -> None:
    path = kit.path(await kit.one())

    raw = await kit.get(f"{path}?fields[{kit.type}]=")
    encoded = await kit.get(f"{path}?fields%5B{kit.type}%5D=")

    assert raw == encoded


@check("Q9", "list")
async def an_illegal_family_member_is_400(kit: Kit) -> None:
    await refuse(kit, "filter[_]=1", "unknown_filter")


@check("Q10", "get")
async def a_repeated_parameter_is_400(kit: Kit) -> None:
    field = f"fields[{kit.type}]"

    await refuse(kit, f"{field}=&{field}=", "repeated_parameter", field)


@check("E9", "get")
async def there_is_one_error_per_parameter(kit: Kit) -> None:
    path = f"{kit.path(await kit.one())}?include=nothing&fields[nothings]=a&two_words=1"

    answer = await kit.send("GET", path)

    assert sorted(codes(answer)) == ["unknown_field", "unknown_include", "unknown_parameter"]
