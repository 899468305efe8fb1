"""What a prompt is about is one text, and what it is known by outside tells nothing of it."""

from webapp.rules.reminders.kinds import (
    Kind,
    goal_in,
    is_of_team,
    kind_of,
    tag_of,
    team_in,
    what_of_goal,
    what_of_team,
)

GOAL = "3b0c0d0e-0000-4000-8000-000000000001"


def test_the_goal_and_the_team_are_read_from_what_a_prompt_is_about() -> None:
    for team in (0, 17):
        what = what_of_goal(GOAL, team)
        assert (kind_of(what), goal_in(what), is_of_team(what)) == (
            Kind.GOAL,
            (GOAL, team),
            team > 0,
        )
    assert (kind_of(what_of_team(17)), team_in(what_of_team(17))) == (Kind.TEAM_REVIEW, 17)


def test_a_tag_is_the_same_for_what_is_sent_twice_and_for_nothing_else() -> None:
    sent = (7, "check_in", "2026-11-23", 1)
    others = [
        (8, *sent[1:]),
        (7, "capture", *sent[2:]),
        (*sent[:2], "2026-11-24", 1),
        (*sent[:3], 2),
    ]
    tags = {tag_of(*one) for one in (sent, sent, *others)}
    assert len(tags) == 5
    assert {len(tag) for tag in tags} == {32}
