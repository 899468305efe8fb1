"""The checks of tests/test_layers.py find imports that are planted, and no others."""

import pytest

from tests.test_layers import faults_in, strays_in

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
    ("domain.capture.wins", "from webapp.web.shared.login import current_person"),
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
    ("jobs.reminders", "from webapp.web.shared.login import current_person"),
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


STRAYS = [
    ("web.shared.clock", "from webapp.web.capture.today import pages"),
    ("web.goals.goal", "from webapp.web.reviews import reviews"),
    ("web.site.help", "def f():\n    from webapp.web.account.people import pages"),
    ("domain.capture.wins", "from webapp.domain.goals.goals import park"),
    ("storage.engine.database", "from webapp.storage.account.people import Person"),
    ("storage.account.people", "from webapp.storage.upkeep import schema"),
    ("rules.shared.text", "from ..capture import wins"),
    ("rules.goals.plans", "import webapp.rules.reviews.reviews"),
    ("web.newcomer", "import json"),  # a module that lies flat in its layer
    ("domain.newcomers.things", "import json"),
]


@pytest.mark.parametrize(("module", "source"), STRAYS)
def test_a_planted_stray_is_found(module, source):
    assert strays_in(f"webapp.{module}", source) != []
