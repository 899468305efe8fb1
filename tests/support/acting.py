"""Acting for an owner who is somebody else, as a member will for a team; all that takes Acting."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_type_hints

import webapp.domain
from tests.support.make import Someone
from webapp.domain.account.acting import Acting
from webapp.rules.shared.ids import OwnerId, PersonId


@dataclass(frozen=True)
class ActingFor:
    """A person who acts for another owner; the fields are those of Acting."""

    owner: OwnerId
    actor: PersonId
    rev: int
    day_start: int
    workdays: int
    checkin_days: int
    areas: str
    goal_limit: int
    visibility: str
    role: None = None
    stored: int = 10**9  # so much that their searches go in parts


def acting_for(owner: Someone, actor: Someone) -> ActingFor:
    """Return `actor`, who acts for `owner`; an account stands in for a team."""
    its = owner.me
    settings = (its.rev, its.day_start, its.workdays, its.checkin_days, its.areas)
    return ActingFor(its.owner, actor.me.actor, *settings, its.goal_limit, its.visibility)


def all_that_act() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield (name, function) of each verb and reading of the domain that takes Acting."""
    for module in pkgutil.walk_packages(webapp.domain.__path__, "webapp.domain."):
        for name, found in vars(importlib.import_module(module.name)).items():
            if _is_its_own(found, module.name) and _takes_acting(found):
                yield f"{module.name.rpartition('.')[2]}.{name}", found


def _is_its_own(found: object, module: str) -> bool:
    is_public = inspect.isfunction(found) and not found.__name__.startswith("_")
    return is_public and found.__module__ == module


def _takes_acting(function: Callable[..., Any]) -> bool:
    hints = get_type_hints(inspect.unwrap(function))
    return next(iter(inspect.signature(function).parameters), "") == "acting" and (
        hints["acting"] is Acting
    )
