"""Days off and pauses."""

import pytest

from tests.support.make import NOON, Someone
from webapp.domain.account.absences import absences, add_absence, delete_absence
from webapp.rules.account.absences import MOST
from webapp.rules.shared.problems import Invalid, NotFound


def spans(person: Someone) -> list[str]:
    return [away.id for away in absences(person.me)]


def test_absences_are_listed_latest_first(ana: Someone) -> None:
    add_absence(ana.me, "2026-12-24", "2026-12-31")
    add_absence(ana.me, "2027-02-01", "")
    assert spans(ana) == ["2027-02-01--2027-02-01", "2026-12-24--2026-12-31"]


def test_every_change_raises_the_rev(ana: Someone) -> None:
    before = ana.me.rev
    add_absence(ana.me, "2026-12-24", "2026-12-31")
    delete_absence(ana.me, "2026-12-24--2026-12-31", NOON)
    assert (spans(ana), ana.me.rev) == ([], before + 2)


def test_the_same_absence_added_twice_is_stored_once(ana: Someone) -> None:
    for _ in range(2):
        add_absence(ana.me, "2026-12-24", "")
    assert len(spans(ana)) == 1


def test_there_is_an_end_to_how_many(ana: Someone) -> None:
    for year in range(2001, 2001 + MOST):
        add_absence(ana.me, f"{year}-01-01" if year <= 2100 else "2100-01-02", "")
    with pytest.raises(Invalid, match="Delete some that are over"):
        add_absence(ana.me, "2026-12-24", "")


@pytest.mark.parametrize("name", ["2026-12-24", "--", "nonsense", "2026-12-24--2026-12-30"])
def test_one_that_is_not_there_cannot_end(ana: Someone, name: str) -> None:
    add_absence(ana.me, "2026-12-24", "2026-12-31")
    with pytest.raises(NotFound):
        delete_absence(ana.me, name, NOON)


def test_anothers_stays(ana: Someone, cleo: Someone) -> None:
    add_absence(ana.me, "2026-12-24", "2026-12-31")
    with pytest.raises(NotFound):
        delete_absence(cleo.me, "2026-12-24--2026-12-31", NOON)
    assert len(spans(ana)) == 1
