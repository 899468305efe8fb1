"""Settings, read from the environment; docs/settings.md lists them all."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from webapp.bad_setting import BadSetting
from webapp.rules.account.keys import Keys
from webapp.rules.account.mail_servers import (
    MailServer,
    Sender,
    parse_mail_server,
    parse_sender,
)
from webapp.secret_keys import read_keys

NAMES = (
    "SMALLWINS_DATA",
    "SMALLWINS_HOST",
    "SMALLWINS_PORT",
    "SMALLWINS_ALLOWED_HOSTS",
    "SMALLWINS_TRUSTED_PROXY",
    "SMALLWINS_LOG",
    "SMALLWINS_SIGN_UP",
    "SMALLWINS_PUBLIC_URL",
    "SMALLWINS_SMTP_URL",
    "SMALLWINS_MAIL_FROM",
    "SMALLWINS_PUSH_SUBJECT",
    "SMALLWINS_ENTRIES_PER_MINUTE",
    "SMALLWINS_JOBS",
    "SMALLWINS_STYLEGUIDE",
    "DATABASE_URL",
    "SECRET_KEY",
    "SECRET_KEY_FALLBACKS",
)
HOST_NAME = re.compile(r"\.?[\w-]+(\.[\w-]+)*")
MAIL_TO = re.compile(r"mailto:[^\s@<>,;]+@([\w-]+(\.[\w-]+)+)", re.ASCII)
HTTPS = re.compile(r"https://([\w-]+(\.[\w-]+)+)", re.ASCII)  # as services take a subject
HERE = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?")
PUBLIC_URL = re.compile(r"https?://([\w-]+(\.[\w-]+)*|\[[0-9a-fA-F:.]+\])(:[0-9]{1,5})?/?")
Network = IPv4Network | IPv6Network
MOST_AT_ONCE = 100  # entries that a phone sends in one request


@dataclass(frozen=True)
class Settings:
    """The settings of a server.

    hosts: the names it answers to; empty means any. trusted_proxy: the peers whose forwarding
    headers count. log_all: write a line for every request. sign_up: open, link or closed.
    public_url: what addresses that people copy begin with, without a slash at its end; "" for none.
    mail_server, mail_sender: where outgoing mail is handed in, and who it is from; None: no mail.
    push_subject: whom push services ask about this server, mailto: or https; "" for nobody.
    entries_per_minute: how many of one person are accepted. jobs_inside: the web server's process
    runs the jobs, too. styleguide: serve /styleguide. keys: never in a log or a repr.
    """

    data: Path
    host: str
    port: int
    hosts: tuple[str, ...]
    trusted_proxy: Network | None
    log_all: bool
    sign_up: str
    public_url: str
    mail_server: MailServer | None
    mail_sender: Sender | None
    push_subject: str
    entries_per_minute: int
    jobs_inside: bool
    styleguide: bool
    database_url: str
    keys: Keys

    @property
    def local_address(self) -> str:
        """Return the address that the server listens on, as a browser takes it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def safe_url(self) -> str:
        """Return public_url where phones take workers and pushes from it, else ""."""
        return self.public_url if _is_safe(self.public_url) else ""

    def __repr__(self) -> str:
        return f"Settings(data={self.data}, host={self.host}, port={self.port})"


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings in `environ`; create the data folder and the secret if they are missing.

    BadSetting.
    """
    data = Path(environ.get("SMALLWINS_DATA") or "var").absolute()
    _make_folder(data)
    return Settings(
        data=data,
        host=environ.get("SMALLWINS_HOST") or "127.0.0.1",
        port=_port(environ.get("SMALLWINS_PORT") or "8000"),
        hosts=_hosts(environ.get("SMALLWINS_ALLOWED_HOSTS") or ""),
        trusted_proxy=_network(environ.get("SMALLWINS_TRUSTED_PROXY") or ""),
        log_all=_log(environ.get("SMALLWINS_LOG") or "problems") == "all",
        sign_up=_sign_up(environ.get("SMALLWINS_SIGN_UP") or "open"),
        public_url=_public_url(environ.get("SMALLWINS_PUBLIC_URL") or ""),
        mail_server=_mail_server(environ.get("SMALLWINS_SMTP_URL") or ""),
        mail_sender=_mail_sender(environ.get("SMALLWINS_MAIL_FROM") or ""),
        push_subject=_push_subject(environ),
        entries_per_minute=_rate(environ.get("SMALLWINS_ENTRIES_PER_MINUTE") or "600"),
        jobs_inside=_jobs_inside(environ),
        styleguide=_switch("SMALLWINS_STYLEGUIDE", environ.get("SMALLWINS_STYLEGUIDE") or "0"),
        database_url=environ.get("DATABASE_URL") or f"sqlite:///{data / 'smallwins.db'}",
        keys=read_keys(environ, data),
    )


def _make_folder(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        writable = os.access(data, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise BadSetting(
            f"The data folder {data} cannot be written. Make it writable for this user,"
            " or name another one in SMALLWINS_DATA."
        )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise BadSetting(f"SMALLWINS_PORT must be a number from 1 to 65535; it is {text!r}.")
    return int(text)


def _hosts(text: str) -> tuple[str, ...]:
    names = tuple(text.lower().replace(",", " ").split())
    if any(not HOST_NAME.fullmatch(name) for name in names):
        raise BadSetting(
            "SMALLWINS_ALLOWED_HOSTS must be names like wins.example.org, with commas between them,"
            f" without https:// and without a port; it is {text!r}."
        )
    return names


def _network(text: str) -> Network | None:
    try:
        return ip_network(text) if text else None
    except ValueError:
        raise BadSetting(
            "SMALLWINS_TRUSTED_PROXY must be the address that the proxy connects from, like"
            f" 127.0.0.1, or a network like 10.1.0.0/24; it is {text!r}."
        ) from None


def _log(text: str) -> str:
    if text not in {"problems", "all"}:
        raise BadSetting(f"SMALLWINS_LOG must be problems or all; it is {text!r}.")
    return text


def _sign_up(text: str) -> str:
    if text == "invitation":  # its name in earlier versions
        return "link"
    if text not in {"open", "link", "closed"}:
        raise BadSetting(f"SMALLWINS_SIGN_UP must be open, link or closed; it is {text!r}.")
    return text


def _public_url(text: str) -> str:
    if text and not PUBLIC_URL.fullmatch(text):
        raise BadSetting(
            "SMALLWINS_PUBLIC_URL must be like https://wins.example.org, as people type it,"
            f" without a path; it is {text!r}."
        )
    return text.rstrip("/")


def _jobs_inside(environ: Mapping[str, str]) -> bool:
    # With PostgreSQL there may be many web servers, and each that sends would need the network.
    is_file = (environ.get("DATABASE_URL") or "sqlite:").startswith("sqlite:")
    text = environ.get("SMALLWINS_JOBS") or ("inside" if is_file else "apart")
    if text not in {"inside", "apart"}:
        raise BadSetting(f"SMALLWINS_JOBS must be inside or apart; it is {text!r}.")
    return text == "inside"


def _mail_server(url: str) -> MailServer | None:
    try:
        return parse_mail_server(url) if url else None
    except ValueError:  # the value is not in the sentence: it can hold a password
        raise BadSetting(
            "SMALLWINS_SMTP_URL must be like smtp://user:password@mail.example.org:587 or"
            " smtps://mail.example.org, with % and two digits for : / @ and others in the password."
        ) from None


def _mail_sender(text: str) -> Sender | None:
    try:
        return parse_sender(text) if text else None
    except ValueError:
        raise BadSetting(
            "SMALLWINS_MAIL_FROM must be like wins@example.org or Small Wins <wins@example.org>;"
            f" it is {text!r}."
        ) from None


def _is_safe(url: str) -> bool:
    return url.startswith("https://") or HERE.fullmatch(url) is not None


def _push_subject(environ: Mapping[str, str]) -> str:
    text = environ.get("SMALLWINS_PUSH_SUBJECT") or ""
    if text and not _is_elsewhere(MAIL_TO.fullmatch(text) or HTTPS.fullmatch(text)):
        raise BadSetting(
            "SMALLWINS_PUSH_SUBJECT must be an address of yours that push services may write to,"
            f" like mailto:you@example.org, and not at localhost; it is {text!r}."
        )
    public = HTTPS.match(environ.get("SMALLWINS_PUBLIC_URL") or "")
    return text or (public[0] if public and _is_elsewhere(public) else "")


def _is_elsewhere(found: re.Match[str] | None) -> bool:
    # One vendor refuses a subject at localhost for ever, so that no push would arrive there.
    last = found[1].rpartition(".")[2] if found else "localhost"
    return last != "localhost" and not last.isdecimal()


def _switch(name: str, text: str) -> bool:
    if text not in {"0", "1"}:
        raise BadSetting(f"{name} must be 1 (on) or 0 (off); it is {text!r}.")
    return text == "1"


def _rate(text: str) -> int:
    # A phone sends up to that many in one request, which a lower rate would always refuse.
    if not text.isdecimal() or int(text) < MOST_AT_ONCE:
        raise BadSetting(
            f"SMALLWINS_ENTRIES_PER_MINUTE must be a number from {MOST_AT_ONCE} on; it is {text!r}."
        )
    return int(text)
