"""The direction of imports: app -> web | jobs | cli -> domain -> storage | gateways -> rules."""

import ast
import importlib.util
import sys
from collections.abc import Iterator

import pytest

from webapp.paths import PACKAGE

# What each part may import of the app. The longest name that fits a module counts.
MAY = {
    "rules": ("rules",),
    "gateways": ("gateways", "rules"),
    "storage": ("storage", "rules"),
    "storage.migrations": (),  # each is frozen: tomorrow's models must not change it
    "domain": ("domain", "storage", "gateways", "rules"),
    "web": ("web", "domain", "rules", "config", "paths"),
    "jobs": ("jobs", "domain", "rules", "config", "paths"),
    "cli": ("cli", "domain", "rules", "config", "paths"),
    "serving": ("config",),
    "logs": (),
    "memory": (),
    "config": ("paths",),
    "paths": (),
}
ON_TOP = {"app", "__main__", "__init__"}  # they know all parts

# What one part or module may import besides, each for a reason.
EXCEPTIONS = {
    "web": (
        "webapp.storage.engine.failures",
        "webapp.storage.engine.write_lock",
    ),  # failures become answers
    "web.shared.errors": ("peewee.DatabaseError", "peewee.InterfaceError"),
    "web.shared.connections": (
        "webapp.storage.engine.database",
    ),  # a request gives its connection back
    "web.capture.wins": ("webapp.storage.capture.wins.Win",),  # for a type
    "cli": tuple(  # an operator keeps the database itself
        f"webapp.storage.upkeep.{name}"
        for name in ("advice", "backup", "examination", "opening", "restore", "transfer")
    ),
}

HTTP = {"flask", "werkzeug", "jinja2", "flask_login", "flask_babel", "htmx_flask", "whitenoise"}
DATABASE = {"peewee", "playhouse", "pysqlite3", "sqlite3"}
MAY_NOT = {
    "gateways": HTTP | DATABASE,
    "storage": HTTP,
    "domain": HTTP,
    "web": DATABASE,
    "jobs": HTTP | DATABASE,
}


def test_imports_point_downwards_only():
    faults = [fault for module, source in modules() for fault in faults_in(module, source)]
    assert faults == []


def test_every_module_of_the_app_was_read():
    read = {module for module, _ in modules()}
    assert {
        "webapp.app",
        "webapp.rules.shared.text",
        "webapp.web.capture.wins",
        "webapp.__main__",
    } <= read


PLANTED = [
    ("rules.shared.text", "import peewee"),
    ("rules.shared.text", "from flask import g"),
    ("rules.shared.text", "from webapp.storage.capture.wins import Win"),
    ("rules.shared.text", "from webapp import config"),
    ("rules.shared.text", "from ... import storage"),
    ("rules.shared.text", "import webapp"),
    ("storage.capture.wins", "import flask"),
    ("storage.capture.wins", "from webapp.domain.capture.wins import log_wins"),
    ("storage.capture.wins", "from webapp.web.shared import login"),
    ("storage.capture.wins", "from webapp.gateways.mail import send"),
    ("storage.migrations.0001_first", "from webapp.storage.capture.wins import Win"),
    ("domain.capture.wins", "import flask"),
    ("domain.capture.wins", "from werkzeug.exceptions import NotFound"),
    ("domain.capture.wins", "import jinja2.sandbox"),
    ("domain.capture.wins", "from webapp.web.shared.login import me"),
    ("domain.capture.wins", "from webapp.app import create_app"),
    ("domain.capture.wins", "def f():\n    if f:\n        from webapp.web.shared import login"),
    ("gateways.mail", "from webapp.storage.account.people import Person"),
    ("web.capture.today", "from webapp.storage.capture.wins import Win"),
    ("web.capture.today", "from webapp.storage.engine.database import database"),
    ("web.capture.today", "from webapp.storage import *"),
    ("web.capture.today", "from peewee import fn"),
    ("web.capture.wins", "from webapp.storage.capture.wins import own_wins"),
    ("web.capture.wins", "from webapp.jobs.reminders import remind"),
    ("web.shared.errors", "from peewee import Model"),
    ("jobs.reminders", "from webapp.web.shared.login import me"),
    ("cli", "from webapp.storage.account.people import Person"),
    ("config", "from webapp.domain.account.people import sign_up"),
    ("newcomer.things", "import json"),
]


@pytest.mark.parametrize(("module", "source"), PLANTED)
def test_a_planted_fault_is_found(module, source):
    assert faults_in(f"webapp.{module}", source) != []


ALLOWED = [
    ("rules.shared.text", "import re\nfrom webapp.rules.shared.problems import Invalid"),
    ("rules.shared.text", "from . import problems\nfrom .problems import Invalid"),
    ("rules.__init__", "from .shared.text import clean_text"),
    ("storage.capture.wins", "import peewee\nfrom webapp.rules.shared.moments import DAY_START"),
    ("storage.migrations.0001_first", "from peewee import Model"),
    ("domain.capture.wins", "import argon2\nfrom webapp.storage.capture.wins import Win"),
    (
        "web.shared.errors",
        "from webapp.storage.engine.failures import is_full\nfrom peewee import DatabaseError",
    ),
    ("web.shared.connections", "from webapp.storage.engine.database import database"),
    ("web.capture.wins", "import flask\nfrom webapp.storage.capture.wins import Win"),
    ("app", "from webapp import paths\nfrom webapp.storage.upkeep.schema import migrate"),
]


@pytest.mark.parametrize(("module", "source"), ALLOWED)
def test_an_import_downwards_is_no_fault(module, source):
    assert faults_in(f"webapp.{module}", source) == []


def modules() -> Iterator[tuple[str, str]]:
    """The dotted name and source of every module of the app."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        yield name, path.read_text()


def faults_in(module: str, source: str) -> list[str]:
    """What this module imports and may not; `module` is dotted, with .__init__ for a package."""
    inside = module.removeprefix("webapp.")
    if inside in ON_TOP:
        return []
    part = longest(inside, MAY)
    if part is None:
        return [f"{module}: say in MAY what this part may import"]
    return [f"{module} imports {name}" for name in imports(module, source) if not may(inside, name)]


def may(inside: str, name: str) -> bool:
    """Whether the module webapp.`inside` may import `name`."""
    if any(within(inside, part) and longest(name, EXCEPTIONS[part]) for part in EXCEPTIONS):
        return True
    if within(name, "webapp"):
        parts = MAY[longest(inside, MAY)]
        return longest(name.removeprefix("webapp."), parts) is not None
    top = name.partition(".")[0]
    if within(inside, "rules"):
        return top in sys.stdlib_module_names and top not in DATABASE
    layer = longest(inside, MAY_NOT)
    return layer is None or top not in MAY_NOT[layer]


def imports(module: str, source: str) -> Iterator[str]:
    """Every name that is imported anywhere in `source`, in functions too, dotted and absolute."""
    package = module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            base = importlib.util.resolve_name(base, package)
            yield from (f"{base}.{alias.name}" for alias in node.names)


def longest(name: str, parts) -> str | None:
    """The longest of `parts` that `name` is or lies within."""
    return max((part for part in parts if within(name, part)), key=len, default=None)


def within(name: str, part: str) -> bool:
    """Whether the dotted `name` is `part` or lies within it."""
    return name == part or name.startswith(f"{part}.")
