"""Teams and organisations: what they can be called, the places in them, and their limits."""

from enum import StrEnum

from webapp.rules.shared import fields as of
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.rate_limits import Limit

LONGEST_NAME = 100
MOST_MEMBERS = 200  # of one team
MOST_MATES = 1000  # of one team whose names are known, with those who have left it
MOST_TEAMS = 20  # of one person
MOST_TEAMS_OF_ORGANISATION = 50
MOST_ORGANISATIONS = 20  # of one person
MOST_NAMED = 300  # people among whom an admin chooses a lead
MOST_PEOPLE_OF_ORGANISATION = 100  # its admins and viewers
MADE = Limit(20, DAY)  # teams and organisations that one person makes

NAME = of.line(LONGEST_NAME)
UNNAMED = Problem("name", N_("Give it a name of a few words."))
TOO_MANY_TEAMS = Problem("name", N_("You are in 20 teams. Leave one, then try again."))
TEAM_IS_FULL = Problem("link", N_("This team has 200 members, which is the most."))
TOO_MANY_ORGANISATIONS = Problem(
    "name", N_("You are in 20 organisations. Leave one, then try again.")
)
ORGANISATION_IS_FULL = Problem("organisation", N_("This organisation holds 50 teams: the most."))
TOO_MANY_PEOPLE = Problem("link", N_("This organisation has 100 admins and viewers: the most."))
HAS_LEAD = Problem("lead", N_("This team has a lead."))
NO_SUCH_LEAD = Problem("lead", N_("Choose somebody of the organisation."))
IN_TOO_MANY = Problem("lead", N_("This person is in 20 teams. Choose somebody else."))
LAST_ADMIN = Problem(
    "place", N_("It has teams, so it needs an admin. Make somebody else an admin first.")
)


class Place(StrEnum):
    """In which place somebody belongs to a team or an organisation."""

    LEAD = "lead"
    MEMBER = "member"
    OBSERVER = "observer"
    ADMIN = "admin"
    VIEWER = "viewer"


OF_TEAMS = (Place.MEMBER, Place.OBSERVER, Place.LEAD)
OF_ORGANISATIONS = (Place.VIEWER, Place.ADMIN)


def parse_name(value: object) -> str:
    """Return the name that somebody gave a team or an organisation, or raise Invalid."""
    name = str(NAME.check("name", value or ""))
    if not name:
        raise Invalid(UNNAMED)
    return name


def parse_place(value: object, places: tuple[Place, ...]) -> Place:
    """Return which of these places was chosen, or raise Invalid."""
    if isinstance(value, str) and value in places:
        return Place(value)
    raise Invalid(Problem("place", N_("Choose one of the roles.")))
