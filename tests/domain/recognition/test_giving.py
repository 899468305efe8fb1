"""Thanks arrive: who gets a copy (R33)."""

from tests.domain.teams.boards import told
from tests.support.make import DAY, NOON, Someone, undo
from tests.support.owners.teams import leaves, number
from tests.support.owners.thanks import (
    WHY,
    cited,
    copies,
    counted_win,
    shared_win,
    thanks,
    to_team,
    wants_it_read,
)
from webapp.domain.recognition.reading import MOST_OF_WIN, said_of_win
from webapp.domain.recognition.values import add_value, drop_value, values_of
from webapp.rules.shared.ids import TeamId
from webapp.storage.account.people import Person
from webapp.storage.recognition.recognitions import CitedWin, Recognition
from webapp.storage.teams.memberships import Membership


def test_private_thanks_reach_the_giver_and_the_receiver(
    ana: Someone, ben: Someone, dee: Someone, platform: TeamId
) -> None:
    one = thanks(platform, shared_win(ben, platform))
    ana.sends(one)
    assert (copies(ben.id), copies(ana.id, "given")) == ([one["id"]], [one["id"]])
    assert copies(platform, "team") == []
    assert Recognition.select().count() == 2
    assert (told(ben), told(ana), told(dee)) == ([("thanked", "")], [], [])


def test_thanks_to_the_team_are_private_until_the_receiver_was_asked(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    one = to_team(platform, counted_win(ben, platform))
    ana.sends(one)
    assert copies(platform, "team") == []
    wants_it_read(ben, platform)
    assert copies(platform, "team") == [one["id"]]
    two = to_team(platform, counted_win(ben, platform), achieved="Two", at=NOON + 1)
    ana.sends(two)
    assert copies(platform, "team") == [one["id"], two["id"]]


def test_only_counted_wins_are_thanked_for_in_the_team(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    counted, other = counted_win(ben, platform), shared_win(ben, platform)
    both = to_team(platform, counted, other)
    ana.sends(to_team(platform, other, achieved="Not evidence"), both)
    assert copies(platform, "team") == [both["id"]]
    assert cited(platform, both["id"]) == [("Ben", counted.partition("/")[2])]
    assert len(cited(ben.id, both["id"])) == len(cited(ana.id, both["id"])) == 2


def test_the_team_reads_the_names_of_those_who_want_it(
    ana: Someone, ben: Someone, dee: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    one = to_team(platform, counted_win(ben, platform), counted_win(dee, platform))
    ana.sends(one)
    assert [name for name, _ in cited(platform, one["id"])] == ["Ben"]
    assert [name for name, _ in cited(dee.id, one["id"])] == ["Dee"]
    assert [name for name, _ in cited(ana.id, one["id"])] == ["Ben", "Dee"]
    wants_it_read(dee, platform)
    assert [name for name, _ in cited(platform, one["id"])] == ["Ben", "Dee"]


def test_a_givers_copy_does_not_say_what_counts_or_who_reads_it(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    one = to_team(platform, counted_win(ben, platform))
    two = to_team(platform, shared_win(ben, platform), achieved="Another")
    ana.sends(one, two)
    rows = list(Recognition.select().where(Recognition.owner == ana.id))
    assert {(row.to_team, row.shown) for row in rows} == {(True, False)}
    assert not CitedWin.select().where(CitedWin.owner == ana.id, CitedWin.counted).exists()


def test_the_same_words_on_one_day_become_one(
    ana: Someone, ben: Someone, dee: Someone, platform: TeamId
) -> None:
    first, second = shared_win(ben, platform), shared_win(ben, platform)
    one = thanks(platform, first)
    two = thanks(platform, second, shared_win(dee, platform), achieved="cut the LIST to 6 steps!")
    ana.sends(one)
    ana.sends(two)
    assert (copies(ben.id), copies(dee.id)) == ([one["id"]], [two["id"]])
    assert len(cited(ben.id, one["id"])) == len(cited(ana.id, one["id"])) == 2
    later = thanks(platform, first)
    ana.sends({**later, "at": NOON + DAY}, now=NOON + DAY)
    assert copies(ben.id) == [one["id"], later["id"]]


def test_private_words_that_are_sent_to_the_team_as_well_can_be_shown_to_it(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    one = counted_win(ben, platform)
    private = thanks(platform, one, matters=WHY)
    ana.sends(private, to_team(platform, one))
    assert copies(platform, "team") == copies(ben.id) == [private["id"]]


def test_repeated_to_the_team_for_a_win_that_does_not_count_they_stay_private(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    ana.sends(thanks(platform, shared_win(ben, platform), matters=WHY))
    ana.sends(to_team(platform, shared_win(ben, platform, "Sent another report")))
    assert copies(platform, "team") == []


def test_words_that_their_receiver_deleted_do_not_come_back_by_being_repeated(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    one = thanks(platform, shared_win(ben, platform))
    ana.sends(one)
    Recognition.delete().where(Recognition.owner == ben.id).execute()
    ana.sends(thanks(platform, shared_win(ben, platform)))
    assert copies(ben.id) == []


def test_a_value_is_kept_as_it_was_called(ana: Someone, ben: Someone, platform: TeamId) -> None:
    add_value(platform, "Make it easy")
    [value] = values_of(platform)
    one = thanks(platform, shared_win(ben, platform), value=value.id)
    drop_value(platform, value.id, NOON)
    ana.sends(one)  # it was on its way
    assert {row.value for row in Recognition.select()} == {"Make it easy"}


def test_taken_back_they_are_gone_everywhere(ana: Someone, ben: Someone, platform: TeamId) -> None:
    wants_it_read(ben, platform)
    one = to_team(platform, counted_win(ben, platform))
    ana.sends(one)
    ben.sends(undo(one))
    assert Recognition.select().count() == 3
    ana.sends(undo(one))
    assert Recognition.select().count() == 0
    ana.sends(one)  # a late repetition
    assert Recognition.select().count() == 0


def test_readers_get_new_pages(ana: Someone, ben: Someone, platform: TeamId) -> None:
    bens = shared_win(ben, platform)
    before = ben.me.rev
    ana.sends(thanks(platform, bens))
    assert ben.me.rev > before
    assert Person.get(Person.id == ben.id).told == 1


def test_one_line_tells_of_all_that_wait(ana: Someone, ben: Someone, platform: TeamId) -> None:
    bens = shared_win(ben, platform)
    for words in ("One", "Two"):
        ana.sends(thanks(platform, bens, achieved=words))
    assert told(ben) == [("thanked", "")]


def test_who_joins_again_is_asked_again(ana: Someone, ben: Someone, platform: TeamId) -> None:
    wants_it_read(ben, platform)
    leaves(ben, platform)
    its = (Membership.person == ben.id, Membership.team == platform)
    assert Membership.get(*its).thanks == ""


def test_the_page_of_a_win_shows_the_newest_thanks(
    ana: Someone, ben: Someone, platform: TeamId
) -> None:
    wants_it_read(ben, platform)
    one = counted_win(ben, platform)
    often = range(MOST_OF_WIN + 1)
    given = [to_team(platform, one, achieved=f"No. {n}", at=NOON + n) for n in often]
    ana.sends(*given, now=NOON + DAY)
    shown = said_of_win(platform, number(ben), one.partition("/")[2])
    assert [said.id for said in shown] == [said["id"] for said in reversed(given[1:])]
