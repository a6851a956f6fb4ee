import secrets
from pathlib import Path
from typing import Any

import pytest

from kwai.core.settings import Settings, SettingsException
from kwai.core.settings_check import find_refusals, is_loopback, load_checked_settings


def secret() -> str:
    return secrets.token_urlsafe(32)


def make_settings(**sections: dict[str, Any]) -> Settings:
    safe = {key: secret() for key in ("jwt_secret", "jwt_refresh_secret", "data_secret")}
    security = safe | sections.pop("security", {})
    return Settings.model_validate({"security": security, **sections})


def test_settings_with_random_secrets_are_accepted() -> None:
    assert find_refusals(make_settings()) == []


@pytest.mark.parametrize(
    ("section", "values", "key"),
    [
        ("security", {"jwt_secret": ""}, "security.jwt_secret is empty"),
        ("security", {"data_secret": "x" * 31}, "security.data_secret needs"),
        ("security", {"data_secret": "a" * 64}, "security.data_secret needs"),
        ("security", {"jwt_secret": "changeme" + secret()}, "security.jwt_secret needs"),
        ("security", {"jwt_algorithm": "none"}, "security.jwt_algorithm"),
        ("security", {"jwt_algorithm": "HS512"}, "security.jwt_secret needs at least 64"),
        ("security", {"data_secret_previous": ["short"]}, "security.data_secret_previous needs"),
        ("security", {"password_min_length": 7}, "security.password_min_length"),
        ("security", {"password_min_length": 65}, "security.password_min_length"),
        ("cors", {"origins": ["*"], "credentials": True}, "cors.origins"),
        ("website", {"url": "http://club.example"}, "website.url"),
        ("website", {"url": "club.example"}, "website.url"),
        ("website", {"timezone": "Europe/Ghent"}, "website.timezone"),
        ("website", {"timezone": "../../etc/passwd"}, "website.timezone"),
        ("website", {"default_locale": "ja"}, "website.default_locale"),
        ("website", {"logo": "no-such-file.svg"}, "website.logo"),
        ("website", {"logo": "kwai.toml"}, "website.logo"),
        ("api", {"host": "192.0.2.1", "development": True}, "api.development"),
        ("db", {"engine": "mysql", "host": "db.example"}, "db.ssl_ca"),
        ("email", {"host": "relay.example"}, "email.tls"),
        ("email", {"host": "relay.example", "tls": True, "ssl": True}, "email.ssl"),
        ("email", {"host": "127.0.0.1", "tls": True, "ssl_ca": "no-such.pem"}, "email.ssl_ca"),
        ("email", {"host": "127.0.0.1", "tls": True, "ssl_ca": __file__}, "email.ssl_ca"),
        ("email", {"from": "the chairman"}, "email.from"),
        ("website", {"email": "the chairman"}, "website.email"),
        ("website", {"url": "https://[::1"}, "website.url"),
        ("website", {"url": "https://me:pass@club.example"}, "website.url"),
        ("website", {"url": "https://club.example/?from=mail"}, "website.url"),
        ("db", {"engine": "mysql", "host": "db.example", "ssl_ca": "no-such.pem"}, "db.ssl_ca"),
        ("template", {"path": "no-such-folder"}, "template.path"),
        ("api", {"trusted_proxies": ["the proxy"]}, "api.trusted_proxies"),
        ("cors", {"origins": ["club.example"]}, "cors.origins"),
        ("cors", {"origins": ["https://club.example/"]}, "cors.origins"),
        ("bus", {"lease": 40}, "bus.lease"),
        ("bus", {"handler_timeout": 20}, "bus.lease"),
    ],
)
def test_security_s40_a_refusal_names_its_key(
    section: str, values: dict[str, Any], key: str
) -> None:
    refusals = find_refusals(make_settings(**{section: values}))

    assert [line for line in refusals if key in line]


@pytest.mark.parametrize(
    ("section", "values"),
    [
        ("website", {"url": "https://club.example"}),
        ("website", {"url": "http://localhost:8000"}),
        ("db", {"engine": "mysql", "host": "db.example", "allow_plaintext": True}),
        ("db", {"engine": "mysql", "socket": "/run/db.sock"}),
        ("email", {"host": "relay.example", "tls": True}),
        ("email", {"host": "127.0.0.1"}),
        ("email", {"from": "Our Club <club@club.example>"}),
        ("website", {"email": "info@club.example"}),
        ("api", {"host": "[::1]"}),
        ("api", {"trusted_proxies": ["10.0.0.0/8", "::1", "unix"]}),
        ("cors", {"origins": ["https://app.club.example", "http://localhost:5173"]}),
        ("cors", {"origins": ["*"]}),
    ],
)
def test_what_is_safe_is_accepted(section: str, values: dict[str, Any]) -> None:
    assert find_refusals(make_settings(**{section: values})) == []


def test_security_s40_equal_secrets_are_refused() -> None:
    same = secret()

    refusals = find_refusals(make_settings(security={"jwt_secret": same, "data_secret": same}))

    assert [line for line in refusals if "equals another secret" in line]
    assert same not in "".join(refusals)


def test_security_s40_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kwai.toml"
    file.write_text("")
    file.chmod(0o640)

    assert "chmod 600" in find_refusals(make_settings(), file)[0]
    file.chmod(0o600)
    assert find_refusals(make_settings(), file) == []


def test_a_program_is_told_every_refusal_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsException) as caught:
        load_checked_settings({"KWAI_HOME": str(tmp_path)})

    assert len(str(caught.value).splitlines()) == 3


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.1", False),
        ("localhost.example", False),
    ],
)
def test_only_addresses_of_this_machine_are_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
