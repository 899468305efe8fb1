"""Who may see wins that arrive: judged by the memberships of now, and their owner is told (R31)."""

from collections import defaultdict

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.shared.changing import changing
from webapp.domain.teams.notices import tell
from webapp.domain.teams.objectives import are_own, objective_on_board
from webapp.rules.capture.audiences import ONLY_ONESELF, PRIVATE, Audience, audience_of
from webapp.rules.capture.fields import CHOOSE_VISIBILITY, Visibility, WinFields
from webapp.rules.capture.wins import FIELDS
from webapp.rules.shared.ids import PersonId, TeamId, id_of_team
from webapp.rules.shared.problems import Invalid, Problem
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.sharing import Belonging, permitted
from webapp.storage.account.owners import raise_rev
from webapp.storage.teams.defaults import choose_default, chosen_teams
from webapp.storage.teams.memberships import Membership, membership_of

MOST_NAMED = 5  # wins in one notice; of more it says how many, "+3"


class Judge:
    """Judges who may see the wins of one owner; each team is looked up once. now: ms.

    What a team owns is on its own board. Inside one transaction; `tell` ends it.
    """

    def __init__(self, acting: Acting, now: int) -> None:
        self._acting = acting
        self._now = now
        self._known: dict[TeamId, Membership | None] = {}
        self._told: dict[tuple[TeamId, NoticeKind], list[str]] = defaultdict(list)

    def new(self, win: WinFields, at: int) -> Audience:
        """Return who may see a new win, logged at that moment (ms), and note what is told of it."""
        audience = self.audience(win.visibility, win.what, at)
        self.file(audience, win.objectives, win.what)
        return audience

    def audience(self, said: str, what: str, at: int) -> Audience:
        """Return who may see a win for which its owner said this at `at` (ms); what: its words."""
        if is_for_a_team(self._acting):
            return Audience(Visibility.TEAM, id_of_team(self._acting.owner))
        asked = audience_of(said) if said else self._default()
        if not asked.is_shared or asked.team is None:
            return asked
        member = self._membership(asked.team)
        audience = permitted(asked, _belonging(member), at)
        if member and not audience.is_shared:
            self._told[asked.team, NoticeKind.WIN_PRIVATE].append(what)
        return audience

    def file(self, audience: Audience, objectives: str, what: str) -> None:
        """Note a win that is shown under "Other wins", though its owner chose a team's objective.

        objectives: the ids that it names. One's own say nothing to a team, so nothing is noted.
        """
        team, ids = audience.team, objectives.split()
        if team is None or not audience.is_shared or not ids or is_for_a_team(self._acting):
            return
        if not objective_on_board(team, ids) and not are_own(self._acting, ids):
            self._told[team, NoticeKind.WIN_UNFILED].append(what)

    def tell(self) -> None:
        """Tell the owner of wins that others see less of than was said, once for each team."""
        for (team, kind), words in self._told.items():
            if member := self._membership(team):
                more = len(words) - MOST_NAMED
                named = [*words[:MOST_NAMED], *([f"+{more}"] if more > 0 else [])]
                about = " · ".join(named)
                tell(
                    self._acting.actor,
                    kind,
                    team,
                    member.team_name,
                    self._now,
                    about,
                )

    def _membership(self, team: TeamId) -> Membership | None:
        if team not in self._known:
            self._known[team] = membership_of(self._acting.actor, team)
        return self._known[team]

    def _default(self) -> Audience:
        if self._acting.visibility == ONLY_ONESELF:
            return PRIVATE
        return default_audience(self._acting.actor)


def is_for_a_team(acting: Acting) -> bool:
    """Return whether somebody acts for a team, and not for themself."""
    return acting.owner != acting.actor


def default_audience(person: PersonId) -> Audience:
    """Return who may see a new win of a person who says nothing of it.

    The one team that they chose; a default that names none, or several, is private.
    """
    found = [Audience(visibility, id_of_team(team)) for team, visibility in chosen_teams(person)]
    return found[0] if len(found) == 1 else PRIVATE


def set_default_audience(person: SignedIn, said: object) -> None:
    """Store who may see a person's new wins, or raise Invalid: they may not show them there."""
    audience = audience_of(str(FIELDS["visibility"].check("visibility", said)))
    with changing(person):
        if audience.visibility != ONLY_ONESELF:
            member = membership_of(person.id, audience.team) if audience.team else None
            belonging = _belonging(member)
            audience = permitted(audience, belonging, belonging.since if belonging else 0)
            if not audience.is_shared:
                raise Invalid(Problem("visibility", CHOOSE_VISIBILITY))
        choose_default(person.id, audience.team, audience.visibility)
        raise_rev(person.id, visibility=audience.visibility)


def _belonging(member: Membership | None) -> Belonging | None:
    if member is None:
        return None
    name, since = member.organisation_name, member.organisation_since
    return Belonging(member.left, member.archived, name, since)
