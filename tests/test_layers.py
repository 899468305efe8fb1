"""The direction of imports: app -> web | jobs | cli -> domain -> storage | gateways -> rules.

Within a layer, AREAS says which area may import which.
"""

import sys
from graphlib import TopologicalSorter

from tests.support.repository.imports import arrows_of, imports, longest, modules, within

# What each part may import of the app. The longest name that fits a module counts.
MAY = {
    "rules": ("rules",),
    "gateways": ("gateways", "rules"),
    "storage": ("storage", "rules"),
    "storage.migrations": (),  # each is frozen: tomorrow's models must not change it
    "domain": ("domain", "storage", "gateways", "rules"),
    "web": ("web", "domain", "rules", "catalogues", "config", "paths"),
    "jobs": ("jobs", "domain", "rules", "catalogues", "config", "paths"),
    "cli": (
        *("cli", "domain", "rules", "bad_setting", "catalogues", "config", "outgoing"),
        *("paths", "secret_keys"),
    ),
    "serving": ("bad_setting", "config", "connections", "polling", "turns"),
    "connections": ("rules",),
    "polling": (),
    "turns": (),
    "json_logs": (),
    "memory": (),
    "whitespace": (),
    "config": ("bad_setting", "paths", "rules", "secret_keys"),
    "secret_keys": ("bad_setting", "rules"),
    "bad_setting": (),
    "paths": (),
    "catalogues": ("paths",),
    "outgoing": ("catalogues", "config", "domain"),
}
ON_TOP = {"app", "__main__", "__init__"}  # they know all parts

# What one part or module may import besides, each for a reason.
EXCEPTIONS = {
    # failures become answers
    "web": ("webapp.storage.engine.failures", "webapp.storage.engine.write_lock"),
    "web.shared.errors": ("peewee.DatabaseError", "peewee.InterfaceError"),
    # a request gives its connection back
    "web.shared.connections": ("webapp.storage.engine.database",),
    "jobs.shared.chores": ("webapp.storage.engine.database.connection",),  # likewise a chore
    # words are folded as by the version that runs it, which folds what is searched for
    "storage.migrations.0009_folded_words": ("webapp.rules.shared.folding.folded",),
    "storage.migrations.0018_spellings": ("webapp.rules.shared.folding.searchable",),
    "web.capture.wins": ("webapp.storage.capture.wins.Win",),  # for a type
    "cli": tuple(  # an operator keeps the database itself
        f"webapp.storage.upkeep.{name}"
        for name in ("advice", "backup", "diagnostics", "opening", "restore", "transfer")
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

# Which other areas of its layer each area may import. A module of a layer lies in one of these.
AREAS = {
    "web.shared": (),
    **dict.fromkeys(
        (
            *("web.account", "web.capture", "web.decisions", "web.goals", "web.insights"),
            *("web.links", "web.objectives", "web.outbox", "web.recognition", "web.reminders"),
            *("web.reviews", "web.site", "web.teams"),
        ),
        ("shared",),
    ),
    "domain.account": (),
    "domain.shared": ("account",),
    "domain.capture": ("account", "shared", "teams"),
    "domain.decisions": ("account", "shared"),
    "domain.demo": ("account", "capture", "goals", "objectives", "outbox", "reviews"),
    "domain.goals": ("account", "capture", "objectives", "shared"),
    "domain.insights": (*("account", "capture", "goals", "objectives", "recognition", "shared"),),
    "domain.links": ("account", "shared"),
    "domain.objectives": ("account", "shared", "teams"),
    "domain.outbox": (
        *("account", "capture", "decisions", "goals", "objectives", "recognition", "reviews"),
        *("shared", "teams"),
    ),
    "domain.recognition": ("account", "shared", "teams"),
    "domain.mail": ("account", "insights", "objectives", "reviews", "teams"),
    "domain.reminders": ("account", "goals", "mail", "shared"),
    "domain.reviews": ("account", "goals", "insights", "shared"),
    "domain.teams": ("account", "shared"),
    "domain.upkeep": ("account", "outbox", "teams"),
    "jobs.shared": (),
    "gateways.mail": (),
    "storage.engine": (),
    "storage.migrations": (),
    "storage.account": ("engine",),
    "storage.capture": ("account", "engine"),
    "storage.decisions": ("account", "engine"),
    "storage.goals": ("account", "capture", "engine", "objectives", "teams"),
    "storage.insights": (
        *("account", "capture", "decisions", "engine", "goals", "objectives", "recognition"),
        "reviews",
    ),
    "storage.objectives": ("account", "capture", "engine"),
    "storage.outbox": ("account", "engine"),
    "storage.recognition": ("account", "capture", "engine"),
    "storage.reminders": ("account", "capture", "engine", "reviews", "teams"),
    "storage.reviews": ("account", "engine", "goals"),
    "storage.teams": ("account", "capture", "engine"),
    "storage.upkeep": (  # reads every table; no other area imports it
        *("account", "capture", "decisions", "engine", "goals", "insights", "objectives"),
        *("outbox", "recognition", "reminders", "reviews", "teams"),
    ),
    "gateways.push": (),
    "rules.shared": (),
    "rules.statistics": (),
    "rules.account": ("capture", "goals", "shared"),
    "rules.capture": ("shared",),
    "rules.charts": ("capture", "insights", "objectives", "shared"),
    "rules.decisions": ("shared",),
    "rules.goals": ("capture", "objectives", "shared", "statistics"),
    "rules.insights": ("shared", "statistics"),
    "rules.objectives": ("shared", "tables"),
    "rules.outbox": (
        *("capture", "decisions", "goals", "recognition", "reviews", "rights", "shared"),
    ),
    "rules.recognition": ("insights", "shared"),
    "rules.reminders": ("account", "goals", "shared"),
    "rules.reviews": ("shared",),
    "rules.rights": (),
    "rules.tables": ("shared",),
    "rules.teams": ("capture", "shared"),
}
LAYERS = {area.partition(".")[0] for area in AREAS}


def test_imports_point_downwards_only():
    faults = [fault for module, source in modules() for fault in faults_in(module, source)]
    assert faults == []


def test_every_module_of_the_app_was_read():
    some = ("app", "rules.shared.text", "web.capture.wins", "web.shared.forms.once", "__main__")
    assert {f"webapp.{name}" for name in some} <= {module for module, _ in modules()}


def test_an_area_imports_only_the_areas_it_may():
    assert [fault for module, source in modules() for fault in strays_in(module, source)] == []


def test_no_area_reaches_itself_through_others():
    graph = {area: [f"{area.partition('.')[0]}.{to}" for to in AREAS[area]] for area in AREAS}
    assert set(TopologicalSorter(graph).static_order()) == set(AREAS)


def test_every_import_that_the_table_allows_is_made():
    made = {arrow for module, source in modules() for arrow in arrows_of(module, source)}
    assert {(area, to) for area in AREAS for to in AREAS[area]} - made == set()


def strays_in(module: str, source: str) -> list[str]:
    """Return what this module of a layer imports from other areas of the layer and may not."""
    layer, _, inside = module.removeprefix("webapp.").partition(".")
    area, _, name = inside.partition(".")
    if layer not in LAYERS or inside == "__init__":
        return []
    if not name or f"{layer}.{area}" not in AREAS:
        return [f"{module}: move it into an area, and name the area in AREAS"]
    strays = [to for area, to in arrows_of(module, source) if to not in AREAS[area]]
    return [f"{module} imports {layer}.{to}" for to in strays]


def faults_in(module: str, source: str) -> list[str]:
    """Return what this module of the app imports and may not."""
    inside = module.removeprefix("webapp.")
    if inside in ON_TOP:
        return []
    part = longest(inside, MAY)
    if part is None:
        return [f"{module}: say in MAY what this part may import"]
    return [f"{module} imports {name}" for name in imports(module, source) if not may(inside, name)]


def may(inside: str, name: str) -> bool:
    """Return whether the module webapp.`inside` may import `name`."""
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
