"""How often kinds of wins and objectives are meant to see something (R46)."""

from dataclasses import dataclass

from webapp.domain.account.people import SignedIn
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


def cadences_of(person: SignedIn) -> list[SubjectCadence]:
    """Return the person's cadences: of the three kinds, then of each objective."""
    chosen = {
        row.subject: Cadence(Frequency(row.every), row.weekdays)
        for row in stored.cadences_of(person.owner)
    }
    kinds = [
        SubjectCadence(kind, "", PURPOSES[kind], chosen.get(kind, DEFAULTS[kind]))
        for kind in WinKind
    ]
    return kinds + [
        SubjectCadence(objective, name, "", chosen.get(objective))
        for objective, name in objectives_of(person)
    ]


def cadence_of(person: SignedIn, subject: str) -> SubjectCadence:
    """Return the cadence of one kind or objective, or raise NotFound."""
    for one in cadences_of(person):
        if one.subject == subject:
            return one
    raise NotFound


def choose_cadence(person: SignedIn, subject: str, cadence: Cadence) -> None:
    """Store the cadence of a kind or an objective, or raise NotFound."""
    with changing(person):
        cadence_of(person, subject)
        stored.delete_cadence(person.owner, subject)
        stored.ChosenCadence.create(
            owner=person.owner, subject=subject, every=cadence.every, weekdays=cadence.weekdays
        )
