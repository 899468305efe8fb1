"""The setting that says who may see new wins; only somebody in a team is asked (R31)."""

from collections.abc import Sequence

from flask_babel import gettext

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.options import options_of
from webapp.domain.teams.sharing import default_audience, set_default_audience
from webapp.rules.capture.audiences import said_of
from webapp.rules.shared.problems import NotFound
from webapp.web.shared.fragments import with_only_you
from webapp.web.shared.login import current_person

NAME = "visibility"


def is_asked() -> bool:
    """Return whether the person is in a team."""
    return current_person().teams > 0


def offered() -> list[tuple[str, str]]:
    """Return (text of an audience, label) of what can be chosen."""
    return with_only_you(options_of(current_person()).audiences)


def chosen() -> str:
    """Return the text of the audience that the person chose."""
    return said_of(default_audience(current_person().id))


def chosen_name() -> str:
    """Return the label of the audience that the person chose."""
    return dict(offered()).get(chosen(), gettext("Only you"))


def store(person: SignedIn, values: Sequence[object]) -> None:
    """Store the audience that a form gives, or raise NotFound or Invalid."""
    if not is_asked():
        raise NotFound
    set_default_audience(person, values[0] if values else "")
