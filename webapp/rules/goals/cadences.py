"""How often each kind of win is meant to happen, and what it does for confidence (R46)."""

from dataclasses import dataclass
from enum import StrEnum

from webapp.rules.capture.fields import WinKind
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.workdays import WORKDAYS, parse_weekdays


class Frequency(StrEnum):
    """How often something is meant to happen."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often, and on which weekdays: bit 0 is Monday, 0 leaves them open."""

    every: Frequency
    weekdays: int = 0


DEFAULTS = {
    WinKind.QUICK: Cadence(Frequency.DAILY, WORKDAYS),
    WinKind.MILESTONE: Cadence(Frequency.WEEKLY),
    WinKind.PROCESS: Cadence(Frequency.MONTHLY),
}
PURPOSES = {
    WinKind.QUICK: N_("Lifts the mood and gives a sense of getting on: daily, or after each one."),
    WinKind.MILESTONE: N_("Shows what you are capable of and keeps you going: about weekly."),
    WinKind.PROCESS: N_("Gives control and a base for more change: about monthly."),
}


def parse_cadence(every: object, weekdays: list[str]) -> Cadence:
    """Return the cadence that a form gives, or raise Invalid.

    weekdays: "0" (Monday) to "6"; they are ignored for a monthly cadence.
    """
    if every not in list(Frequency):
        raise Invalid(Problem("every", N_("Choose daily, weekly or monthly.")))
    often = Frequency(str(every))
    mask = 0 if often is Frequency.MONTHLY else parse_weekdays("weekdays", weekdays)
    return Cadence(often, mask)
