import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from kwai.api.call import CALL_KEY, Call
from kwai.api.website import Website


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<title>the application</title>")
    (built / "index.html.br").write_bytes(b"brotli page")
    (built / "index.html.gz").write_bytes(gzip.compress(b"zipped page"))
    (built / "favicon.svg").write_text("<svg/>")
    (built / "assets" / "index-abc123.js").write_text("start()")
    (tmp_path / "secret.txt").write_text("secret")
    (built / "link.txt").symlink_to(tmp_path / "secret.txt")
    return built


def with_call(app: ASGIApp) -> ASGIApp:
    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        scope[CALL_KEY] = Call(request_id="x")
        await app(scope, receive, send)

    return wrapped


@pytest.fixture
async def site(folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=with_call(Website(folder)))
    headers = {"Accept-Encoding": "identity"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1", headers=headers
    ) as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/members", "/news/2026/first", "/auth/reset"])
async def test_every_address_of_the_application_is_its_index(
    site: httpx.AsyncClient, path: str
) -> None:
    answer = await site.get(path)

    assert (answer.status_code, answer.text) == (200, "<title>the application</title>")
    assert answer.headers["Content-Type"].startswith("text/html")


async def test_the_logo_of_the_club_is_a_file_of_the_club(folder: Path, tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg/>")
    transport = httpx.ASGITransport(app=with_call(Website(folder, logo)))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as site:
        answer = await site.get("/logo")
        again = await site.get("/logo", headers={"If-None-Match": answer.headers["ETag"]})
        logo.unlink()
        gone = await site.get("/logo")

    assert (answer.text, answer.headers["Content-Type"]) == ("<svg/>", "image/svg+xml")
    assert (again.status_code, gone.status_code) == (304, 404)


@pytest.mark.parametrize(
    ("accepted", "encoding", "text"),
    [
        ("gzip, deflate", "gzip", "zipped page"),
        ("GZIP;q=0.5", "gzip", "zipped page"),
        ("br;q=0, gzip", "gzip", "zipped page"),
        ("deflate", None, "<title>the application</title>"),
        ("br;q=0", None, "<title>the application</title>"),
        ("", None, "<title>the application</title>"),
    ],
)
async def test_a_page_comes_as_the_client_takes_it(
    site: httpx.AsyncClient, accepted: str, encoding: str | None, text: str
) -> None:
    answer = await site.get("/members", headers={"Accept-Encoding": accepted})

    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.text == text


async def test_the_smallest_form_comes_first(site: httpx.AsyncClient) -> None:
    async with site.stream("GET", "/", headers={"Accept-Encoding": "gzip, br"}) as answer:
        raw = b"".join([part async for part in answer.aiter_raw()])

    assert (answer.headers["Content-Encoding"], raw) == ("br", b"brotli page")


async def test_a_page_that_is_known_is_not_sent_again(site: httpx.AsyncClient) -> None:
    tag = (await site.get("/")).headers["ETag"]

    answer = await site.get("/news", headers={"If-None-Match": tag})

    assert (answer.status_code, answer.content) == (304, b"")


async def test_the_head_of_a_page_has_no_body(site: httpx.AsyncClient) -> None:
    page = await site.get("/members")

    head = await site.head("/members")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == page.headers


async def test_a_form_that_was_not_built_comes_as_it_is(site: httpx.AsyncClient) -> None:
    answer = await site.get("/favicon.svg", headers={"Accept-Encoding": "br, gzip"})

    assert (answer.text, answer.headers.get("Content-Encoding")) == ("<svg/>", None)


async def test_files_are_themselves(site: httpx.AsyncClient) -> None:
    script = await site.get("/assets/index-abc123.js")
    icon = await site.get("/favicon.svg")

    assert script.text == "start()"
    assert "javascript" in script.headers["Content-Type"]
    assert icon.text == "<svg/>"


@pytest.mark.parametrize(
    "path",
    [
        "/assets/gone.js",
        "/assets/gone",
        "/robots.txt",
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/assets/..;/../../secret.txt",
        "/assets/%5c..%5c..%5csecret.txt",
        "/secret.txt%00.js",
        "/assets/%00.js",
        "/c:/secret.txt",
        "/link.txt",
        "/.git/config.txt",
    ],
)
async def test_security_t36_nothing_else_is_served(site: httpx.AsyncClient, path: str) -> None:
    answer = await site.get(path)

    assert answer.status_code == 404
    assert "secret" not in answer.text


async def test_only_reading_is_possible(site: httpx.AsyncClient) -> None:
    answer = await site.post("/members")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


async def test_what_is_not_built_says_what_to_do(tmp_path: Path) -> None:
    transport = httpx.ASGITransport(app=with_call(Website(tmp_path / "none")))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        page = await client.get("/")
        file = await client.get("/assets/index.js")

    assert "make run" in page.text
    assert (page.status_code, file.status_code) == (200, 404)


ELSEWHERE = [
    "//evil.example",
    "/\\evil.example",
    "/%09/evil.example",
    "/%2f%2fevil.example",
    "/https:evil.example",
    "/@evil.example",
    "/%0d%0aLocation:%20https://evil.example",
    "/auth/login?next=javascript:alert(1)",
    "/auth/login?next=//evil.example",
]


@pytest.mark.parametrize("path", ELSEWHERE)
async def test_security_t18_nobody_is_sent_elsewhere(site: httpx.AsyncClient, path: str) -> None:
    answer = await site.get(httpx.URL("http://127.0.0.1").copy_with(raw_path=path.encode()))

    assert answer.status_code in {200, 400, 404}
    assert "Location" not in answer.headers
