"""What has expired is deleted for good, of people too who never come back."""

from tests.support.make import DAY, HOUR, KEYS, NOON, Someone, visit
from webapp.domain.account.one_time_links import create_sign_up_link
from webapp.domain.account.sessions import IDLE_LIFE, start_session
from webapp.domain.goals.goals import delete_goal, draft_goal
from webapp.domain.outbox.forms import LIFE, store_once
from webapp.domain.teams.invitations import invite
from webapp.domain.teams.teams import create_team
from webapp.domain.upkeep.expired import delete_expired, forget_old_deletions
from webapp.rules.goals.goals import Plan
from webapp.rules.teams.invitations import Choice
from webapp.storage.account.deletions import Deletion
from webapp.storage.account.one_time_links import OneTimeLink
from webapp.storage.account.rate_limits import Bucket
from webapp.storage.account.sessions import Session
from webapp.storage.outbox.form_receipts import FormReceipt
from webapp.storage.teams.invitations import Invitation


def test_sessions_that_nobody_used_for_half_a_year_are_deleted(ana: Someone, ben: Someone) -> None:
    start_session(ben.id, KEYS, NOON + DAY)
    delete_expired(NOON + IDLE_LIFE + 1)
    assert [row.person_id for row in Session.select()] == [ben.id]


def test_receipts_of_forms_are_deleted_after_their_time(ana: Someone, ben: Someone) -> None:
    for someone, at in ((ana, NOON), (ben, NOON + DAY)):
        store_once(someone.me, "form", at, lambda: "/goals/")
    delete_expired(NOON + LIFE + 1)
    assert [row.person_id for row in FormReceipt.select()] == [ben.id]


def test_links_and_invitations_are_deleted_when_they_are_over(ana: Someone) -> None:
    team = create_team(ana.me, "Red", visit())
    invite(ana.me, team, Choice(days=1), KEYS, "form", NOON)
    create_sign_up_link(KEYS, NOON, days=1)
    delete_expired(NOON + DAY - 1)
    assert (Invitation.select().count(), OneTimeLink.select().count()) == (1, 1)
    delete_expired(NOON + DAY)
    assert (Invitation.select().count(), OneTimeLink.select().count()) == (0, 0)


def test_full_buckets_are_deleted(ana: Someone) -> None:
    Bucket.insert_many([{"key": str(at), "full_at": at} for at in (NOON, NOON + 2)]).execute()
    delete_expired(NOON + 1)
    assert [row.full_at for row in Bucket.select()] == [NOON + 2]


def test_what_was_deleted_is_gone_for_good_after_an_hour(ana: Someone) -> None:
    goal = draft_goal(ana.me, Plan(statement="Ship it"), NOON)
    delete_goal(ana.me, goal, NOON)
    forget_old_deletions(NOON + HOUR)
    assert Deletion.select().count() == 1
    forget_old_deletions(NOON + HOUR + 1)
    assert Deletion.select().count() == 0
