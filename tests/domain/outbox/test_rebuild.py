"""What is stored beside wins is what their fields say."""

import random

from tests.support.make import MINUTE, NOON, edit, undo, win
from webapp.domain.outbox.rebuild import rebuild
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.engine.database import database
from webapp.storage.upkeep.checksums import checksums

OBJECTIVES = [f"00000000-0000-4000-8000-{number:012}" for number in range(4)]


def lived(someone, seed: int = 5):
    """Send wins, edits and deletions in any order, as phones do."""
    rng = random.Random(seed)
    taps = [win(f"w{number}", impact=rng.choice(["", "2 hours"])) for number in range(60)]
    later = [
        edit(
            rng.choice(taps),
            at=NOON + number * MINUTE,
            objectives=rng.sample(OBJECTIVES, rng.randrange(3)),
            goal=rng.choice(["", OBJECTIVES[0]]),
            indicator=rng.choice(["", OBJECTIVES[1]]),
            measurable=rng.choice([True, False]),
        )
        for number in range(1, 80)
    ]
    entries = [*taps, *later, *[undo(tap) for tap in rng.sample(taps, 10)]]
    rng.shuffle(entries)
    someone.sends(*entries)


def test_rebuilding_correct_data_changes_nothing(ana, ben):
    lived(ana)
    lived(ben, seed=6)
    before = checksums(database)
    seen, differed = rebuild()
    assert (seen, differed) == (Win.select().count(), 0)
    assert checksums(database) == before


def test_wrong_derived_data_is_corrected(ana):
    lived(ana)
    before = {
        name: rows for name, rows in checksums(database).items() if name in ("win", "win_link")
    }
    Win.update(counted=~Win.counted, folded="").where(Win.person == ana.id).execute()
    WinLink.delete().where(WinLink.kind == "goal").execute()
    WinLink.create(person=ana.id, kind="goal", target=OBJECTIVES[3], win=OBJECTIVES[3])
    rebuild()
    after = checksums(database)
    assert {name: after[name] for name in before} == before


def test_a_correction_raises_rev(ana):
    ana.sends(win())
    Win.update(counted=True).where(Win.person == ana.id).execute()
    rev = ana.me.rev
    rebuild()
    assert ana.me.rev == rev + 1


def test_a_link_of_a_win_that_is_gone_is_deleted_though_another_has_one_with_that_id(ana, ben):
    theirs = win()
    ana.sends(theirs)
    WinLink.create(person=ben.id, kind="goal", target=OBJECTIVES[0], win=theirs["id"])
    assert rebuild()[1] == 1
    assert not WinLink.select().where(WinLink.person == ben.id).exists()
