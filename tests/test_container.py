"""Containerfile and compose.yaml fit the app: sources, pins, user, settings, health check."""

import json
import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest
from flask import Flask

from tests.support.repository.documents import ROOT
from tests.support.server import Server
from tools.try_container import instructions
from webapp.config import NAMES

FILE = (ROOT / "Containerfile").read_text()
COMPOSE = (ROOT / "compose.yaml").read_text()
STEPS = list(instructions(FILE))
FINAL = STEPS[max(n for n, (name, _) in enumerate(STEPS) if name == "FROM") :]
CHECK = ROOT / "deploy/healthcheck.py"


def said(name: str, steps: list[tuple[str, str]] = FINAL) -> list[str]:
    return [words for step, words in steps if step == name]


def copied() -> set[str]:
    """Return what is copied from the repository, without a slash at the end."""
    lines = [words.split()[:-1] for words in said("COPY", STEPS) if "--from=" not in words]
    return {source.rstrip("/") for line in lines for source in line}


def test_everything_that_is_copied_exists_and_is_sent_to_the_builder() -> None:
    assert [source for source in copied() if not (ROOT / source).exists()] == []
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    sent = [line[1:] for line in lines if line.startswith("!")]
    assert [name for name in copied() if not any(is_in(name, folder) for folder in sent)] == []
    assert [name for name in sent if not any(is_in(source, name) for source in copied())] == []


def is_in(path: str, folder: str) -> bool:
    return path == folder or fnmatch(path, f"{folder}/*")


def test_both_stages_begin_with_the_same_image_of_one_release() -> None:
    images = {words.partition(" AS ")[0] for words in said("FROM", STEPS)}
    assert images == {"docker.io/library/debian:12-slim"}


def test_every_image_says_where_it_comes_from_and_which_version_it_is() -> None:
    images = re.findall(r"image: (\S+)", COMPOSE)
    assert images
    assert [
        image for image in images if not re.fullmatch(r"[\w./-]+/\w+:(\d+|sqlite|postgres)", image)
    ] == []


def test_the_requirements_that_are_chosen_are_locked() -> None:
    chosen = {
        *re.findall(r"REQUIREMENTS: (\S+\.txt)", COMPOSE),
        *re.findall(r"REQUIREMENTS=(\S+)", FILE),
    }
    assert chosen == {"run.txt", "postgres.txt"}
    assert all((ROOT / "requirements" / name).is_file() for name in chosen)
    assert "--require-hashes" in FILE


def test_it_does_not_run_as_root_and_may_write_to_its_data_only() -> None:
    [user] = said("USER")
    owner, group = re.fullmatch(r"(\d+):(\d+)", user).groups()
    assert 0 not in (int(owner), int(group))
    [set_up] = said("RUN")
    assert f"--uid {owner} --gid {group}" in set_up
    assert said("VOLUME") == ["/data"]
    assert re.search(r"install --directory --owner smallwins .* /data", set_up)


def test_nothing_to_build_with_is_in_what_is_delivered() -> None:
    [set_up] = said("RUN")
    installed = re.search(r"apt-get install --yes --no-install-recommends (.+?) +&&", set_up)
    assert installed
    assert installed[1].split() == ["python3"]
    assert [words.split()[-2:] for words in said("COPY")] == [["/venv", "/venv"], ["/app", "/app"]]


def test_its_settings_are_settings_of_the_app() -> None:
    pairs = [pair for words in said("ENV") for pair in words.split()]
    named = {pair.partition("=")[0] for pair in pairs}
    named |= set(re.findall(r"^ +(SMALLWINS_\w+|DATABASE_URL):", COMPOSE, re.MULTILINE))
    assert named - set(NAMES) == set()
    assert "SMALLWINS_PORT=8000" in pairs
    assert said("EXPOSE") == ["8000"]


def test_compose_asks_for_health_as_the_image_does() -> None:
    [check] = said("HEALTHCHECK")
    words = json.loads(check.partition("CMD ")[2])
    assert json.dumps(["CMD", *words]) in COMPOSE
    assert words[-1] == f"/app/{CHECK.name}"
    for option in ("interval", "timeout", "retries"):
        value = re.search(rf"--{option}=(\w+)", check)
        assert value
        assert re.search(rf"^    {option}: {value[1]}$", COMPOSE, re.MULTILINE)


def test_the_address_that_is_asked_is_one_of_the_app(app: Flask) -> None:
    [path] = re.findall(r'^PATH = "(.+)"$', CHECK.read_text(), re.MULTILINE)
    assert path in {rule.rule for rule in app.url_map.iter_rules()}


@pytest.mark.enable_socket
@pytest.mark.parametrize("names", ["", "wins.example.org, wins.lan", ".example.org"])
def test_the_health_check_tells_a_running_app_from_none(tmp_path: Path, names: str) -> None:
    server = Server(tmp_path, SMALLWINS_ALLOWED_HOSTS=names).start()
    environ = {"SMALLWINS_PORT": str(server.port), "SMALLWINS_ALLOWED_HOSTS": names}
    asked = [sys.executable, str(CHECK)]
    assert subprocess.run(asked, env=environ).returncode == 0
    server.kill()
    assert subprocess.run(asked, env=environ).returncode == 1
