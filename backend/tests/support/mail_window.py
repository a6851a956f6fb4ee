"""Shows mails that were sent to a browser test, over HTTP."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.support.smtp import SmtpSink

Inbox = Callable[[], list[EmailMessage]]


@contextmanager
def mail_window(inbox: Inbox) -> Iterator[str]:
    """Serve `GET /?to=address` as a list of {to, subject, text}; give the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            [recipient] = parse_qs(urlsplit(self.path).query)["to"]
            mails = [mail for mail in inbox() if recipient in str(mail["To"])]
            content = json.dumps([_shown(mail) for mail in mails]).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def of_relay(sink: SmtpSink) -> Inbox:
    """The mails a relay accepted."""
    return lambda: [mail.message for mail in list(sink.mails)]


def of_folder(folder: Path) -> Inbox:
    """The mails that `kwai up` writes where no relay is configured."""
    return lambda: [_parse(file.read_bytes()) for file in sorted(folder.glob("*.eml"))]


def _parse(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, _class=EmailMessage, policy=policy.default)


def _shown(mail: EmailMessage) -> dict[str, str]:
    part = mail.get_body(("plain",))
    return {
        "to": str(mail["To"]),
        "subject": str(mail["Subject"]),
        "text": part.get_content() if part is not None else "",
    }
