"""Names of those who say something in a review."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext

from webapp.domain.reviews.agendas import names_of_mates
from webapp.domain.reviews.lines import LineRow
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.teams.boards import initials
from webapp.web.shared.i18n.bidi import isolated
from webapp.web.shared.login import current_person
from webapp.web.shared.permissions.acting import acting, team_of_page


@dataclass(frozen=True, slots=True)
class People:
    """Names by the number of a person; empty in a review that somebody holds alone."""

    names: Mapping[int, str]

    def name(self, number: int) -> str:
        """Return how a page names somebody."""
        team = team_of_page()
        if team and number == team.owner:
            return team.name
        return self.names.get(number) or gettext("a former colleague")

    def sign(self, number: int) -> str:
        """Return the letters that stand for somebody."""
        return initials(self.name(number))

    def facts(self, line: LineRow) -> list[str]:
        """Return the words below a line: its author, who takes it, how it was settled."""
        said = [self.name(line.author)] if self.names else []
        if self.names and line.step == ReviewStep.OBSTACLES:
            said += self._takes(line)
        if line.returns:
            said.append(gettext("from an earlier review"))
        if line.settled:
            said.append(": ".join(filter(None, (gettext("Settled"), line.outcome))))
        return said

    def is_own(self, number: int | None) -> bool:
        """Return whether this is the number of the person who looks at the page."""
        return number == current_person().id

    def _takes(self, line: LineRow) -> list[str]:
        if line.holder is not None:
            return [gettext("%(name)s takes it", name=isolated(self.name(line.holder)))]
        return [] if line.settled else [gettext("nobody has it yet")]


def people_here() -> People:
    """Return the people of this page's reviews: a team's members, and those who were."""
    return People(names_of_mates(acting()))
