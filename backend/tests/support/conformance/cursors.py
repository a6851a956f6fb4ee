"""Group K: the cursor pagination profile, next to offsets."""

from kwai.core.json_api import CURSOR_PAGINATION, MEDIA_TYPE
from tests.support.conformance.case import Document
from tests.support.conformance.checks import check
from tests.support.conformance.fetching import local
from tests.support.conformance.kit import Kit, refused

PROFILE = {"Accept": f'{MEDIA_TYPE}; profile="{CURSOR_PAGINATION}"'}


def ids_of(document: Document) -> list[str]:
    return [each["id"] for each in document["data"]]


def about_page(document: Document) -> dict[str, object]:
    """Give what a collection says of its page; nothing is said of an ordinary one."""
    about: dict[str, object] = document.get("meta", {}).get("page", {})
    return about


async def walk(kit: Kit, link: str | None, direction: str) -> list[list[str]]:
    """Follow the links from page to page; give the ids of each."""
    pages: list[list[str]] = []
    while link is not None:
        assert len(pages) < 50, "The links lead in a circle."
        document = await kit.get(local(link))
        pages.append(ids_of(document))
        link = document["links"][direction]
    return pages


def orders(kit: Kit) -> list[str]:
    """Give the orders of the collection: the default one, and each key in both directions."""
    return ["", *(f"&sort={sign}{name}" for name in kit.declared.sort for sign in ("", "-"))]


@check("K1", "list", "page")
async def the_size_is_a_positive_number(kit: Kit) -> None:
    for value in ("0", "-1", "x", "", "1.5", "+1", "1e3"):
        error = refused(await kit.send("GET", f"{kit.path()}?page[size]={value}"), 400, "bad_page")
        assert error["source"] == {"parameter": "page[size]"}, value


@check("K2", "list", "page")
async def a_size_above_the_maximum_is_400(kit: Kit) -> None:
    assert kit.declared.page is not None
    largest = kit.declared.page.maximum

    for value in (str(largest + 1), "9" * 30):
        answer = await kit.send("GET", f"{kit.path()}?page[size]={value}")
        error = refused(answer, 400, "bad_page")
        assert error["links"]["type"] == f"{CURSOR_PAGINATION}/max-size-exceeded"
        assert error["meta"]["page"]["maxSize"] == largest


@check("K3", "list", "page")
async def what_is_no_cursor_is_400(kit: Kit) -> None:
    await kit.make(2)
    link = local((await kit.get(f"{kit.path()}?page[size]=1"))["links"]["next"])
    name, _, cursor = link.rpartition("=")
    forged = f"{name}={'A' if cursor[0] != 'A' else 'B'}{cursor[1:]}"

    for path in (f"{kit.path()}?page[after]=x", f"{kit.path()}?page[before]=", forged):
        error = refused(await kit.send("GET", path), 400, "bad_page")
        assert error["source"]["parameter"] in {"page[after]", "page[before]"}
        assert error["links"]["type"] == f"{CURSOR_PAGINATION}/invalid-parameter-value"


@check("K4", "list", "page")
async def both_cursors_cut_out_a_range(kit: Kit) -> None:
    await kit.make(4)
    everything = await kit.get(f"{kit.path()}?page[size]=100")
    cursors = [each["meta"]["page"]["cursor"] for each in everything["data"]]

    found = await kit.get(f"{kit.path()}?page[after]={cursors[0]}&page[before]={cursors[3]}")

    assert ids_of(found) == ids_of(everything)[1:3]
    assert "rangeTruncated" not in about_page(found)


@check("K5", "list", "page")
async def an_order_that_is_not_offered_is_400(kit: Kit) -> None:
    answer = await kit.send("GET", f"{kit.path()}?page[size]=1&sort=nothing")

    error = refused(answer, 400, "unsupported_sort")
    assert error["source"] == {"parameter": "sort"}
    assert error["links"]["type"] == f"{CURSOR_PAGINATION}/unsupported-sort"


@check("K6", "list", "page")
async def the_links_lead_through_the_collection_and_back(kit: Kit) -> None:
    await kit.make(5)

    for order in orders(kit):
        whole = ids_of(await kit.get(f"{kit.path()}?page[limit]=100{order}"))
        first = f"https://club.example{kit.path()}?page[size]=2{order}"
        forward = await walk(kit, first, "next")
        last = await kit.get(f"{kit.path()}?page[size]=100{order}")
        end = last["data"][-1]["meta"]["page"]["cursor"]
        backward = await walk(kit, f"{first}&page[before]={end}", "prev")

        assert [id_ for page in forward for id_ in page] == whole, order
        assert [id_ for page in reversed(backward) for id_ in page] == whole[:-1], order


@check("K6", "list", "page")
async def at_the_ends_of_the_cursors_there_is_nowhere_to_go(kit: Kit) -> None:
    await kit.make(2)

    links = (await kit.get(f"{kit.path()}?page[size]=100"))["links"]

    assert links["prev"] is None
    assert links["next"] is None


@check("K6", "list", "page", "create")
async def what_is_added_meanwhile_moves_no_page(kit: Kit) -> None:
    await kit.make(4)
    first = await kit.get(f"{kit.path()}?page[size]=2")
    rest = ids_of(await kit.get(f"{kit.path()}?page[limit]=100"))[2:]

    await kit.create(await kit.new_document())
    pages = await walk(kit, first["links"]["next"], "next")

    seen = [id_ for page in pages for id_ in page]
    assert [id_ for id_ in seen if id_ in rest] == rest
    assert not set(seen) & set(ids_of(first))


@check("K7", "list", "page")
async def the_cursors_are_told_and_nothing_is_counted(kit: Kit) -> None:
    await kit.make(3)

    document = await kit.get(f"{kit.path()}?page[size]=2")

    # A count would make each page cost what the whole selection costs.
    assert "total" not in about_page(document)
    assert all(each["meta"]["page"]["cursor"] for each in document["data"])


@check("K8", "list", "page")
async def a_range_that_was_cut_says_so(kit: Kit) -> None:
    await kit.make(5)
    everything = await kit.get(f"{kit.path()}?page[size]=100")
    cursors = [each["meta"]["page"]["cursor"] for each in everything["data"]]

    query = f"page[size]=2&page[after]={cursors[0]}&page[before]={cursors[4]}"
    found = await kit.get(f"{kit.path()}?{query}")

    assert found["meta"]["page"]["rangeTruncated"] is True
    assert ids_of(found) == ids_of(everything)[1:3]


@check("N11", "list", "page")
async def the_profile_makes_the_first_page_a_cursor_page(kit: Kit) -> None:
    await kit.make(2)

    answer = await kit.send("GET", kit.path(), headers=PROFILE)

    assert CURSOR_PAGINATION in answer.headers["Content-Type"]
    document = answer.json()
    assert document["jsonapi"]["profile"] == [CURSOR_PAGINATION]
    assert all(each["meta"]["page"]["cursor"] for each in document["data"])


@check("K1", "list", "page")
async def an_offset_and_a_cursor_exclude_each_other(kit: Kit) -> None:
    refused(await kit.send("GET", f"{kit.path()}?page[size]=1&page[offset]=1"), 400, "bad_page")


@check("F6", "list", "page")
async def a_known_cursor_page_is_not_sent_again(kit: Kit) -> None:
    await kit.make(2)
    path = f"{kit.path()}?page[size]=1"
    tag = (await kit.send("GET", path)).headers["ETag"]

    answer = await kit.send("GET", path, headers={"If-None-Match": tag})

    assert answer.status_code == 304
