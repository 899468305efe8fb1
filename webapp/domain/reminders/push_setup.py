"""Whether this server can push, by what its operator set; known to the whole process."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from gettext import NullTranslations

from webapp.gateways.push.service import PushService


class Missing(StrEnum):
    """What keeps this server from pushing."""

    PUBLIC_URL = "public_url"  # no address for links, or one over plain http
    SUBJECT = "subject"  # no address of the operator's
    LIBRARIES = "libraries"  # the extra `push` of the package


@dataclass(frozen=True, slots=True)
class PushSetup:
    """How this process pushes. words: the sentences of a language."""

    service: PushService
    public_url: str
    words: Callable[[str], NullTranslations]


class _Bound:
    setup: PushSetup | Missing = Missing.PUBLIC_URL


def bind(setup: PushSetup | Missing) -> None:
    """Let this process push so, or not at all."""
    _Bound.setup = setup


def push_setup() -> PushSetup | Missing:
    """Return how this process pushes, or what is missing."""
    return _Bound.setup
