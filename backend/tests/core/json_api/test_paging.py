"""Groups P and K: pages by offset, and the cursor pagination profile."""

import base64
import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwai.core.json_api import CURSOR_PAGINATION, PaginationModel
from kwai.core.json_api.cursor import CursorError, Cursors, order_name
from tests.support.json_api_club import START, TeamResource, TrainingResource, team, training
from tests.support.json_api_requests import (
    BASE,
    CURSORS,
    errors_of,
    items,
    query,
    show_list,
    the_error,
)

ORDER = "trainings?sort=start_date,id"


def ask(text: str, **given: object) -> Any:
    return query(TrainingResource, text, collection=True, **given)


def page_links(text: str, count: int) -> dict[str, Any]:
    links = show_list(TrainingResource, [training()], text, count=count)["links"]
    return {
        name: link
        and link.removeprefix(f"{BASE}/trainings?").replace("%5B", "[").replace("%5D", "]")
        for name, link in links.items()
        if name != "self"
    }


def test_p3_the_default_page() -> None:
    page = ask("").page

    assert (page.offset, page.limit, page.is_cursor) == (0, 25, False)
    assert ask("page[limit]=0").page.limit == 25


@pytest.mark.parametrize(
    "text",
    [
        "page[offset]=-1",
        "page[offset]=10001",
        "page[offset]=x",
        "page[offset]=",
        "page[offset]=1.0",
        "page[offset]=%2B1",
        "page[offset]=1e3",
        "page[offset]=" + "9" * 5000,
        "page[limit]=101",
        "page[limit]=-1",
        "page[limit]=\u0661",
    ],
)
def test_q5_a_bad_page_value_is_400(text: str) -> None:
    found = the_error(lambda: ask(text))

    assert (found.status, found.code, found.parameter) == (400, "bad_page", text.split("=")[0])


def test_p3_beyond_the_largest_offset_the_detail_points_to_cursors() -> None:
    assert "page[after]" in the_error(lambda: ask("page[offset]=10001")).detail


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("page[limit]=10", 0, ("0", "0", None, None)),
        ("page[limit]=10", 10, ("0", "0", None, None)),
        ("page[limit]=10", 11, ("0", "10", None, "10")),
        ("page[limit]=10&page[offset]=10", 35, ("0", "30", "0", "20")),
        ("page[limit]=10&page[offset]=30", 35, ("0", "30", "20", None)),
        ("page[limit]=10&page[offset]=5", 35, ("0", "30", "0", "15")),
        ("page[limit]=10&page[offset]=500", 35, ("0", "30", "30", None)),
        ("page[limit]=100&page[offset]=10000", 50_000, ("0", None, "9900", None)),
    ],
)
def test_p1_all_four_links_and_null_where_there_is_no_page(
    text: str, count: int, expected: tuple[str | None, ...]
) -> None:
    links = page_links(text, count)

    offsets = [
        link and dict(items(link))["page[offset]"]
        for link in (links["first"], links["last"], links["prev"], links["next"])
    ]
    assert tuple(offsets) == expected


def test_p2_page_links_keep_every_other_parameter() -> None:
    links = page_links("filter[year]=2026&sort=-name&page[limit]=10", 30)

    assert links["next"] == "filter[year]=2026&sort=-name&page[offset]=10&page[limit]=10"


def test_p3_the_meta_of_a_page() -> None:
    document = show_list(TrainingResource, [training()], "page[limit]=0", count=7, meta={"x": 1})

    assert document["meta"] == {"count": 7, "offset": 0, "limit": 25, "x": 1}


def test_a_collection_without_pages_says_so() -> None:
    document = show_list(TeamResource, [team(1), team(2)])

    assert document["meta"] == {"count": 2, "offset": 0, "limit": 0}
    assert document["links"].keys() == {"self"}
    assert query(TeamResource, "", collection=True).page is None


def test_a_collection_without_pages_refuses_to_be_paged() -> None:
    found = the_error(lambda: query(TeamResource, "page[limit]=1", collection=True))

    assert (found.code, found.parameter) == ("unknown_parameter", "page[limit]")


def test_g9_the_reference_model_has_the_names_of_the_parameters() -> None:
    annotations = PaginationModel.__signature__.parameters["offset"].annotation

    assert annotations.__metadata__[0].alias == "page[offset]"
    assert PaginationModel(offset=1, limit=2).limit == 2


def links_of(document: dict[str, Any], name: str) -> str:
    link: str = document["links"][name]
    return link.partition("?")[2]


def position(each: TrainingResource) -> tuple[object, ...]:
    return each.event.start_date, int(each.id)


def test_k6_cursors_lead_through_a_collection_and_back() -> None:
    everything = [training(number) for number in range(1, 8)]

    def read(text: str) -> dict[str, Any]:
        page = ask(text).page
        found = everything
        if page.after is not None:
            found = [each for each in found if int(each.id) > page.after[-1]]
        if page.before is not None:
            found = [each for each in found if int(each.id) < page.before[-1]]
        cut = found[-page.size :] if page.is_backwards else found[: page.size]
        more = len(found) > len(cut)
        positions = [position(each) for each in cut]
        return show_list(TrainingResource, cut, text, more=more, positions=positions, count=7)

    first = read("page[size]=3")
    second = read(links_of(first, "next"))
    third = read(links_of(second, "next"))
    back = read(links_of(third, "prev"))

    assert first["links"]["prev"] is None
    assert third["links"]["next"] is None
    assert [each["id"] for each in third["data"]] == ["7"]
    assert [each["id"] for each in back["data"]] == ["4", "5", "6"]
    assert read(links_of(back, "prev"))["links"]["prev"] is None


def test_k7_the_total_and_the_cursor_of_each_item() -> None:
    positions = [position(training())]
    document = show_list(
        TrainingResource, [training()], "page[size]=3", count=7, positions=positions
    )

    cursor = document["data"][0]["meta"]["page"]["cursor"]
    assert document["meta"] == {"page": {"total": 7}}
    assert ask(f"page[after]={cursor}").page.after == (START, 1)


def test_k8_a_range_that_the_size_cut() -> None:
    low, high = (CURSORS.write(ORDER, position(training(each))) for each in (1, 9))
    text = f"page[size]=2&page[after]={low}&page[before]={high}"
    found = [training(2), training(3)]
    positions = [position(each) for each in found]

    cut = show_list(TrainingResource, found, text, more=True, positions=positions)
    whole = show_list(TrainingResource, found, text, more=False, positions=positions)

    assert cut["meta"] == {"page": {"rangeTruncated": True}}
    assert whole["links"]["prev"] is not None
    assert whole["links"]["next"] is not None
    assert "meta" not in whole


@pytest.mark.parametrize("size", ["0", "-1", "x", "", "1.5", "0000000000000"])
def test_k1_the_size_is_a_positive_number(size: str) -> None:
    found = the_error(lambda: ask(f"page[size]={size}"))

    assert (found.status, found.parameter) == (400, "page[size]")


@pytest.mark.parametrize("size", ["101", "9" * 5000])
def test_k2_above_the_maximum_the_profile_says_so(size: str) -> None:
    found = the_error(lambda: ask(f"page[size]={size}"))

    assert found.meta == {"page": {"maxSize": 100}}
    assert found.links == {"type": f"{CURSOR_PAGINATION}/max-size-exceeded"}


FOREIGN = {
    "another order": CURSORS.write("trainings?sort=-start_date,-id", (START, 1)),
    "another collection": CURSORS.write("teams?sort=start_date,id", (START, 1)),
    "another key": Cursors(lambda: bytes(range(32))).write(ORDER, (START, 1)),
    "cut off": CURSORS.write(ORDER, (START, 1))[:-4],
    "made up": base64.urlsafe_b64encode(json.dumps([1]).encode()).decode().rstrip("="),
}


@pytest.mark.parametrize("cursor", ["", "x", "%C3%A9", "!!!!", "A" * 2001, *FOREIGN.values()])
def test_k3_what_is_no_cursor_of_ours_is_400(cursor: str) -> None:
    found = the_error(lambda: ask(f"page[after]={cursor}"))

    assert (found.status, found.code, found.parameter) == (400, "bad_page", "page[after]")
    assert found.links["type"].endswith("/invalid-parameter-value")


def test_k5_an_order_that_is_not_offered_has_no_cursors() -> None:
    found = the_error(lambda: ask("page[size]=2&sort=definition.weekday"))

    assert (found.code, found.parameter) == ("unsupported_sort", "sort")
    assert found.links["type"].endswith("/unsupported-sort")


def test_offset_and_cursor_together_are_400() -> None:
    found = errors_of(lambda: ask("page[offset]=5&page[limit]=3&page[size]=2"))

    assert {each.parameter for each in found} == {"page[offset]", "page[limit]"}


def test_n9_the_negotiated_profile_makes_the_first_page_a_cursor_page() -> None:
    assert ask("", profiles=[CURSOR_PAGINATION]).page.is_cursor
    assert not ask("page[limit]=2", profiles=[CURSOR_PAGINATION]).page.is_cursor


VALUES = st.one_of(
    st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001  # bounds
    st.dates(),
    st.times(),
    st.text(max_size=60),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
)


@given(st.lists(VALUES, max_size=6).map(tuple))
def test_a_position_survives_the_round_trip(position: tuple[Any, ...]) -> None:
    assert CURSORS.read(ORDER, CURSORS.write(ORDER, position)) == position


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_cursors(text: str) -> None:
    with pytest.raises(CursorError):
        CURSORS.read(ORDER, text)


def test_cursors_of_neighbours_differ_and_equal_ones_are_equal() -> None:
    moments = [START + timedelta(microseconds=each) for each in range(3)]

    cursors = [CURSORS.write(ORDER, (each, 1)) for each in moments]

    assert all(one != other for one, other in pairwise(cursors))
    assert cursors == [CURSORS.write(ORDER, (each, 1)) for each in moments]


def test_a_cursor_tells_nothing_of_the_row_it_stands_at() -> None:
    cursor = CURSORS.write(ORDER, ("judoka@club.example", 1))

    assert b"judoka" not in base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))


def test_what_a_row_is_sorted_by_may_be_missing() -> None:
    cursor = CURSORS.write(ORDER, (None, 1))

    assert CURSORS.read(ORDER, cursor) == (None, 1)


def test_a_position_holds_plain_values() -> None:
    with pytest.raises(TypeError):
        CURSORS.write(ORDER, (object(), 1))


def test_an_order_is_named_by_its_type_and_its_keys() -> None:
    assert order_name("trainings", ask("").sort) == ORDER
