"""The form for a new invitation, into a team or an organisation, and what it makes."""

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.domain.teams.invitations import invite
from webapp.rules.shared.ids import OrganisationId, TeamId
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.invitations import DAYS, USES, USUAL_DAYS, USUAL_USES, parse_choice
from webapp.rules.teams.teams import Place
from webapp.web.shared.clock import now
from webapp.web.shared.errors import by_field
from webapp.web.shared.forms.once import sent_id
from webapp.web.shared.login import current_person, keys


@dataclass(frozen=True)
class Inviting:
    """A team or organisation that somebody is invited into; places: the usual one first."""

    id: TeamId | OrganisationId
    name: str
    places: tuple[Place, ...]
    is_team: bool

    def draw(self, problems: dict[str, str]) -> str:
        """Return the form."""
        usual = {"days": str(USUAL_DAYS), "uses": str(USUAL_USES), "place": self.places[0]}
        return render_template(
            "invitations/new.html",
            person=current_person(),
            into=self,
            given=request.form or usual,
            problems=problems,
            days=DAYS,
            uses=USES,
        )

    def create(self) -> ResponseReturnValue:
        """Make an invitation and lead to its page, whose address is to be sent."""
        try:
            choice = parse_choice(request.form, self.places)
            token = invite(current_person(), self.id, choice, keys(), sent_id(), now())
        except Invalid as invalid:
            return self.draw(by_field(invalid)), 422
        return redirect(url_for("invitations.show", link=token), 303)
