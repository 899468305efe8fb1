"""Settings come from the environment, and each is documented."""

import stat
from ipaddress import ip_network
from pathlib import Path

import pytest

from webapp.bad_setting import BadSetting
from webapp.config import NAMES, read_settings

ROOT = Path(__file__).parent.parent
SETTINGS = ROOT / "docs/settings.md"
FOR_SERVERS = ROOT / "deploy/smallwins.env.example"


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` |" in SETTINGS.read_text()


def test_no_setting_is_documented_that_does_not_exist() -> None:
    rows = [line for line in SETTINGS.read_text().splitlines() if line.startswith("| `")]
    assert sorted(row.split("`")[1] for row in rows) == sorted(NAMES)


def test_without_any_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    settings = read_settings({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database_url == f"sqlite:///{tmp_path}/var/smallwins.db"


def test_the_secret_is_created_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = read_settings({"SMALLWINS_DATA": str(tmp_path)})
    again = read_settings({"SMALLWINS_DATA": str(tmp_path)})
    assert first.keys == again.keys
    assert len(first.keys.current) >= 32
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_the_secret_is_never_printed(tmp_path: Path) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path), "SECRET_KEY": "s" * 40})
    assert "s" * 40 not in repr(settings)


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "80.0"])
def test_an_invalid_port_is_reported(tmp_path: Path, port: str) -> None:
    with pytest.raises(BadSetting, match="SMALLWINS_PORT must be"):
        read_settings({"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_PORT": port})


def test_by_default_any_name_is_answered_and_no_proxy_believed(tmp_path: Path) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path)})
    assert (settings.hosts, settings.trusted_proxy) == ((), None)


@pytest.mark.parametrize("names", ["wins.example.org, Wins.lan", " wins.example.org,wins.lan,"])
def test_several_names_can_be_answered(tmp_path: Path, names: str) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_ALLOWED_HOSTS": names}
    assert read_settings(environ).hosts == ("wins.example.org", "wins.lan")


@pytest.mark.parametrize("name", ["https://wins.example.org", "wins.example.org:443", "*", "a b/c"])
def test_an_invalid_name_is_reported(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadSetting, match="SMALLWINS_ALLOWED_HOSTS must be"):
        read_settings({"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_ALLOWED_HOSTS": name})


@pytest.mark.parametrize(
    "proxy", ["localhost", "*", "127.0.0.1:80", "10.0.0.1/24", "1.1.1.1,2.2.2.2"]
)
def test_a_proxy_that_is_no_address_is_reported(tmp_path: Path, proxy: str) -> None:
    with pytest.raises(BadSetting, match="SMALLWINS_TRUSTED_PROXY must be"):
        read_settings({"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_TRUSTED_PROXY": proxy})


def test_the_example_for_servers_is_understood(tmp_path: Path) -> None:
    lines = [line for line in FOR_SERVERS.read_text().splitlines() if line and line[0] != "#"]
    given = dict(line.split("=") for line in lines)
    settings = read_settings({**given, "SMALLWINS_DATA": str(tmp_path)})
    assert set(given) <= set(NAMES)
    assert settings.hosts == ("wins.example.org",)
    assert settings.trusted_proxy == ip_network("127.0.0.1")


def test_everybody_may_sign_up_unless_the_operator_says_otherwise(tmp_path: Path) -> None:
    data = {"SMALLWINS_DATA": str(tmp_path)}
    assert read_settings(data).sign_up == "open"
    assert read_settings({**data, "SMALLWINS_SIGN_UP": "link"}).sign_up == "link"
    assert read_settings({**data, "SMALLWINS_SIGN_UP": "invitation"}).sign_up == "link"
    with pytest.raises(BadSetting, match="SMALLWINS_SIGN_UP must be"):
        read_settings({**data, "SMALLWINS_SIGN_UP": "Closed"})


@pytest.mark.parametrize(
    "address", ["wins.example.org", "https://a.example/app", "ftp://a.example"]
)
def test_an_address_that_nobody_could_open_is_reported(address: str, tmp_path: Path) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_PUBLIC_URL": address}
    with pytest.raises(BadSetting, match="SMALLWINS_PUBLIC_URL must be"):
        read_settings(environ)


def test_addresses_begin_as_the_operator_says(tmp_path: Path) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_PUBLIC_URL": "https://a.example:8443/"}
    assert read_settings(environ).public_url == "https://a.example:8443"


MAIL = [  # address, where it leads
    ("smtp://mail.example.org", ("mail.example.org", 587, "starttls", "", "")),
    ("smtp://localhost:25", ("localhost", 25, "if offered", "", "")),
    ("smtps://u%40x:p%3A%2F@mail.example.org/", ("mail.example.org", 465, "tls", "u@x", "p:/")),
]


@pytest.mark.parametrize(("url", "where"), MAIL)
def test_a_mail_server_is_one_address(url: str, where: tuple[object, ...], tmp_path: Path) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_SMTP_URL": url}
    server = read_settings(environ).mail_server
    assert server
    assert (server.host, server.port, server.security, server.user, server.password) == where
    assert "p:/" not in repr(server)


@pytest.mark.parametrize(
    "url",
    ["some.host", "http://a.example", "smtp:", "smtp://a:b:c", "smtp://a/x", "smtp://a?b"],
)
def test_a_mail_server_that_is_none_is_reported_without_its_password(
    url: str, tmp_path: Path
) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_SMTP_URL": url}
    with pytest.raises(BadSetting, match="SMALLWINS_SMTP_URL must be") as problem:
        read_settings(environ)
    assert url == "smtp:" or url not in str(problem.value)


def test_mail_is_from_an_address_with_a_name_or_without(tmp_path: Path) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_MAIL_FROM": "W <w@a.example>"}
    sender = read_settings(environ).mail_sender
    assert sender
    assert (sender.name, sender.address, sender.domain) == ("W", "w@a.example", "a.example")


@pytest.mark.parametrize("sender", ["Wins", "a@b, c@d", "a@b\r\nBcc: c@d", '"a b"@c', "x <ä@b>"])
def test_a_sender_that_is_none_is_reported(sender: str, tmp_path: Path) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_MAIL_FROM": sender}
    with pytest.raises(BadSetting, match="SMALLWINS_MAIL_FROM must be"):
        read_settings(environ)


@pytest.mark.parametrize("rate", ["0", "99", "-600", "ten"])
def test_a_rate_too_low_for_a_phone_is_reported(tmp_path: Path, rate: str) -> None:
    environ = {"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_ENTRIES_PER_MINUTE": rate}
    with pytest.raises(BadSetting, match="SMALLWINS_ENTRIES_PER_MINUTE must be"):
        read_settings(environ)


def test_a_folder_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BadSetting, match="cannot be written"):
        read_settings({"SMALLWINS_DATA": str(tmp_path / "file" / "var")})


def test_a_damaged_secret_is_reported(tmp_path: Path) -> None:
    (tmp_path / "secret_key").write_text("short")
    with pytest.raises(BadSetting, match="damaged"):
        read_settings({"SMALLWINS_DATA": str(tmp_path)})


@pytest.mark.parametrize(
    ("environ", "subject"),
    [
        ({}, ""),
        ({"SMALLWINS_PUBLIC_URL": "https://wins.example.org:8443"}, "https://wins.example.org"),
        ({"SMALLWINS_PUBLIC_URL": "http://wins.example.org"}, ""),
        ({"SMALLWINS_PUBLIC_URL": "http://localhost:8000"}, ""),
        ({"SMALLWINS_PUBLIC_URL": "https://192.168.1.4"}, ""),
        ({"SMALLWINS_PUSH_SUBJECT": "mailto:ana@example.org"}, "mailto:ana@example.org"),
        ({"SMALLWINS_PUSH_SUBJECT": "https://example.org"}, "https://example.org"),
    ],
)
def test_push_services_are_told_whom_to_ask(
    tmp_path: Path, environ: dict[str, str], subject: str
) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path), **environ})
    assert settings.push_subject == subject


@pytest.mark.parametrize(
    "subject",
    [
        *("mailto:ana@localhost", "mailto:ana@wins.localhost", "https://localhost"),
        *("mailto:ana@127.0.0.1", "https://127.0.0.1", "ana@example.org", "mailto:", "mailto:ana"),
        *("http://example.org", "https://example.org:8443", "https://example.org/about"),
        "mailto:ana@example.org, ben@example.org",
    ],
)
def test_a_subject_that_a_service_would_refuse_is_reported(tmp_path: Path, subject: str) -> None:
    with pytest.raises(BadSetting, match="SMALLWINS_PUSH_SUBJECT must be"):
        read_settings({"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_PUSH_SUBJECT": subject})


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        *(("https://wins.example.org", True), ("http://localhost:8000", True)),
        *(("http://127.0.0.1:8000", True), ("http://wins.example.org", False), ("", False)),
        ("http://localhost.example.org", False),
    ],
)
def test_only_where_phones_take_pushes_links_are_pushed(
    tmp_path: Path, url: str, safe: bool
) -> None:
    settings = read_settings({"SMALLWINS_DATA": str(tmp_path), "SMALLWINS_PUBLIC_URL": url})
    assert settings.safe_url == (url if safe else "")
