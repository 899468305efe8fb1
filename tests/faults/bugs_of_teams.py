"""Bugs to put in on purpose in what team mates say to each other: thanks, and lines of reviews."""

from tests.faults.bugs import OUTBOX, bug

GIVING = "webapp/domain/recognition/giving.py"
RECEIVING = "webapp/domain/recognition/receiving.py"
REVIEW_LINES = "webapp/domain/reviews/lines.py"

BUGS_OF_TEAMS = (
    bug(
        "of several who are thanked only one gets a copy",
        "lost",
        (
            GIVING,
            "for person, wins in _by_person(reached).items():\n        _hand_over(",
            "for person, wins in [*_by_person(reached).items()][:1]:\n        _hand_over(",
        ),
    ),
    bug(
        "thanks that are taken back stay with who got them",
        "doubled",
        (
            RECEIVING,
            "for person in receivers_of_given(giver, [recognition]):",
            "for person in set[PersonId]():",
        ),
    ),
    bug(
        "thanks that come together with their undo stay",
        "doubled",
        (OUTBOX, "            reaches.pop(one, None)", "            pass"),
    ),
    bug(
        "the team reads thanks that were wanted in private",
        "shown",
        (GIVING, "    shown = may_show and wins[0].wish is Wish.TEAM", "    shown = may_show"),
    ),
    bug(
        "a line for the team is said to be the team's",
        "order",
        (REVIEW_LINES, '"author": acting.actor', '"author": acting.owner'),
    ),
)
