"""Writes the OpenAPI document of the API to the file that it is told, without a server."""

import json
import secrets
import sys
from pathlib import Path

from pydantic import SecretStr

from kwai.api.app import create_app
from kwai.core.settings import SecuritySettings, Settings


def main() -> None:
    """Write the document; nobody ever uses the secrets that the application insists on."""
    jwt, refresh, data = (SecretStr(secrets.token_hex(32)) for _ in range(3))
    security = SecuritySettings(jwt_secret=jwt, jwt_refresh_secret=refresh, data_secret=data)
    document = create_app(Settings(security=security)).openapi()
    Path(sys.argv[1]).write_text(json.dumps(document), encoding="utf-8")


main()
