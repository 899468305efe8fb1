"""How often kinds of wins and objectives are meant to see something (R46)."""

from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.objectives.objectives import objectives_of
from webapp.domain.shared.changing import changing
from webapp.rules.capture.fields import WinKind
from webapp.rules.goals.cadences import DEFAULTS, PURPOSES, Cadence, Frequency
from webapp.rules.shared.problems import NotFound
from webapp.storage.goals import cadences as stored


@dataclass(frozen=True, slots=True)
class SubjectCadence:
    """The cadence of a kind of win or an objective; name: of an objective, "" of a kind.

    purpose: the sentence that says what a kind does for confidence. cadence: None until one is
    chosen for an objective.
    """

    subject: str
    name: str
    purpose: str
    cadence: Cadence | None


def cadences_of(acting: Acting) -> list[SubjectCadence]:
    """Return the person's cadences: of the three kinds, then of each objective."""
    chosen = {
        row.subject: Cadence(Frequency(row.every), row.weekdays)
        for row in stored.cadences_of(acting.owner)
    }
    kinds = [
        SubjectCadence(kind, "", PURPOSES[kind], chosen.get(kind, DEFAULTS[kind]))
        for kind in WinKind
    ]
    return kinds + [
        SubjectCadence(objective, name, "", chosen.get(objective))
        for objective, name in objectives_of(acting)
    ]


def cadence_of(acting: Acting, subject: str) -> SubjectCadence:
    """Return the cadence of one kind or objective, or raise NotFound."""
    for one in cadences_of(acting):
        if one.subject == subject:
            return one
    raise NotFound


def choose_cadence(acting: Acting, subject: str, cadence: Cadence) -> None:
    """Store the cadence of a kind or an objective, or raise NotFound."""
    with changing(acting):
        cadence_of(acting, subject)
        stored.delete_cadence(acting.owner, subject)
        stored.ChosenCadence.create(
            owner=acting.owner, subject=subject, every=cadence.every, weekdays=cadence.weekdays
        )
