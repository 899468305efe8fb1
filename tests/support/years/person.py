"""Somebody who works, forgets, flies, falls ill, and is reminded; the words in what they write."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.domain.mail.mails import confirmed
from tests.support.make import KEYS, MINUTE, Someone, entry, make_person
from tests.support.owners.some_team import SomeTeam, make_team
from tests.support.plans import READY
from tests.support.push.pushed import subscribe
from tests.support.years.server import Server
from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.account.sessions import find_person, start_session
from webapp.domain.account.settings import change_setting
from webapp.domain.goals.goals import draft_goal
from webapp.domain.goals.states import activate
from webapp.domain.mail.choices import choose_mails
from webapp.domain.outbox.outbox import deliver
from webapp.domain.reminders.wishes import choose, wishes_of
from webapp.domain.reviews.reviews import begin, finish
from webapp.domain.reviews.schedules import set_review_schedule
from webapp.rules.account.mails import Wanted
from webapp.rules.goals.goals import PlannedCriterion
from webapp.rules.reminders.kinds import Way
from webapp.rules.reminders.settings import Wishes
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.moments import moment_in
from webapp.storage.reminders.settings import store_review_reminder

HOME = "Europe/Berlin"
NAME, TEAM, WIN, GOAL = "Canaryname", "Canaryteam", "canarywin", "canarygoal"
RATING = 3  # with a note that has the last canary word
NOTE = "canarynote"
WORDS = (NAME, TEAM, WIN, GOAL, NOTE)


class Ana:
    """A person in a year, with the server that reminds them. zone: where they are."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.zone = HOME
        made = make_person(NAME)
        token = start_session(id_of_person(made.id), KEYS, server.now)
        self.who = Someone(NAME, made.id, token)
        self.team: SomeTeam = make_team(TEAM, self.who, make_person("Canarymate"))
        self._goals: dict[str, str] = {}

    @property
    def me(self) -> SignedIn:
        """Return the person, who is here now."""
        found = find_person(self.who.token, KEYS, self.server.now)
        assert found
        return found

    @property
    def today(self) -> date:
        """Return the day where they are."""
        return moment_in(self.zone, self.server.now).local().date()

    def taps(self, verb: str, **fields: Any) -> str:
        """Deliver what their phone sends now; return its id."""
        offset = moment_in(self.zone, self.server.now).offset
        made = {"zone": self.zone, "offset": offset}
        sent = {**entry(verb, at=self.server.now, **fields), **made}
        [verdict] = deliver(self.me, [sent], self.server.now).verdicts
        assert not verdict.problems, verdict.problems
        return str(sent["id"])

    def wants(self, **wishes: Any) -> None:
        """Choose what they want of reminders."""
        before = wishes_of(self.me) or Wishes()
        choose(self.me, replace(before, **wishes), self.server.now)

    def begins(self) -> None:
        """Log a first win, and choose what comes and how."""
        self.taps("log_win", what=WIN, kind="quick")
        subscribe(self.who, now=self.server.now)
        confirmed(self.who, self.server.mailer, self.server.now)
        choose_mails(self.me, {Wanted.DIGEST}, HOME, "en", self.server.now)
        self.holds_reviews(self.me, ReviewSchedule(every=2))
        self.holds_reviews(self.team.me, ReviewSchedule(weekday=3, every=2, time=10 * 60))
        store_review_reminder(self.team.me.owner, wanted=True, before=10)
        self.wants(way=Way.PUSH)

    def holds_reviews(self, acting: Acting, plan: ReviewSchedule) -> None:
        """Choose when reviews are held."""
        set_review_schedule(acting, plan, HOME, self.today, self.server.now)

    def reviews(self, acting: Acting) -> None:
        """Hold a review."""
        review = begin(acting, self.today, self.server.now)
        finish(acting, review, self.today, self.server.now + 12 * MINUTE)

    def plans(self, name: str, due: date, time: int | None = None) -> None:
        """Set a micro-goal that is due on a day."""
        plan = replace(
            READY,
            statement=f"Send 1 page about {GOAL} {name}",
            criteria=(PlannedCriterion("It is sent"),),
            due=due,
            schedule=replace(READY.schedule, time_of_day=time),
        )
        goal = draft_goal(self.me, plan, self.server.now)
        activate(self.me, goal, self.today, self.server.now)
        self._goals[name] = goal

    def meets(self, name: str) -> None:
        """Say that a micro-goal is met, if it was set."""
        if goal := self._goals.pop(name, None):
            self.taps("meet_goal", target=goal)

    def flies(self, zone: str) -> None:
        """Be somewhere else from now on."""
        self.zone = zone
        change_setting(self.me, "fixed_zone", [zone])
        self.server.plans()
