"""Whose certificate deploy/Caddyfile gets, as Caddy itself reads it (ASVS 12.2.2)."""

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.support.needs import program
from tests.support.processes import ROOT


def test_as_deployed_it_is_asked_of_a_public_authority(tmp_path: Path) -> None:
    adapted = read_by_caddy(tmp_path)["apps"]
    assert set(adapted) == {"http"}  # an authority of one's own would be in "tls"
    [server] = adapted["http"]["servers"].values()
    assert (server["listen"], "automatic_https" in server) == ([":443"], False)


def test_another_authority_would_be_noticed(tmp_path: Path) -> None:
    assert "tls" in read_by_caddy(tmp_path, "tls internal")["apps"]


def read_by_caddy(folder: Path, line: str = "") -> dict[str, Any]:
    """Return deploy/Caddyfile, with one more line in the site, as Caddy reads it."""
    site = (ROOT / "deploy/Caddyfile").read_text()
    (folder / "Caddyfile").write_text(site.replace("request_body", f"{line}\n\trequest_body"))
    caddy = program("caddy")
    command = [caddy, "adapt", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
    told = subprocess.run(command, capture_output=True, check=True).stdout
    understood: dict[str, Any] = json.loads(told)
    return understood
