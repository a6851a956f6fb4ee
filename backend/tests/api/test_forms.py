"""A form is read as FastAPI reads one, and described to OpenAPI likewise."""

from dataclasses import dataclass
from typing import Annotated

import httpx
import pytest
from fastapi import Depends, FastAPI, Form
from fastapi.responses import PlainTextResponse

from kwai.api.forms import FormReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field is needed and one is not."""

    first_name: str
    club: str = "none"


app = FastAPI()


@app.post("/ours")
async def ours(form: Annotated[Entry, Depends(FormReader(Entry))]) -> PlainTextResponse:
    return PlainTextResponse(f"{form.first_name}|{form.club}")


@app.post("/theirs")
async def theirs(
    first_name: Annotated[str, Form()], club: Annotated[str, Form()] = "none"
) -> PlainTextResponse:
    return PlainTextResponse(f"{first_name}|{club}")


URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
FILE = (
    b'--b\r\nContent-Disposition: form-data; name="first_name"; filename="a.txt"\r\n\r\nx\r\n'
    b'--b\r\nContent-Disposition: form-data; name="club"\r\n\r\ny\r\n--b--\r\n'
)


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"first_name=a&club=b", URLENCODED),
        (b"first_name=a", URLENCODED),
        (b"first_name=a&club=", URLENCODED),
        (b"first_name=a&first_name=b&other=c", URLENCODED),
        (b"first_name=%E6%9F%94+%25", URLENCODED),
        (b"first_name=%ff%fe", URLENCODED),
        (b"first_name=", URLENCODED),
        (b"club=b", URLENCODED),
        (b"&&==&", URLENCODED),
        (b"", URLENCODED),
        (b"", {}),
        (b'{"first_name": "a"}', {"Content-Type": "application/json"}),
        (
            FILE.replace(b'; filename="a.txt"', b""),
            {"Content-Type": "multipart/form-data; boundary=b"},
        ),
        (FILE, {"Content-Type": "multipart/form-data; boundary=b"}),
        (FILE[:40], {"Content-Type": "multipart/form-data; boundary=b"}),
        (FILE, {"Content-Type": "multipart/form-data"}),
    ],
)
async def test_it_is_read_as_fastapi_reads_one(content: bytes, headers: dict[str, str]) -> None:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://club.example"
    ) as client:
        answers = [
            await client.post(path, content=content, headers=headers)
            for path in ("/ours", "/theirs")
        ]

    found, expected = answers
    assert found.status_code == expected.status_code
    if found.status_code == 422:
        assert [(each["type"], each["loc"]) for each in found.json()["detail"]] == [
            (each["type"], each["loc"]) for each in expected.json()["detail"]
        ]
    elif found.status_code == 200:
        assert found.text == expected.text


def test_it_is_described_as_fastapi_describes_one() -> None:
    schemas = app.openapi()["components"]["schemas"]

    assert (
        FormReader(Entry).describe("Body_theirs_theirs_post") == schemas["Body_theirs_theirs_post"]
    )
