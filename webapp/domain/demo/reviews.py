"""The reviews of the made-up person: one at the end of each of the last four weeks."""

from webapp.domain.account.people import SignedIn
from webapp.domain.demo import words
from webapp.domain.demo.calendar import DemoCalendar
from webapp.domain.reviews.obstacles import name_obstacle, settle_obstacle
from webapp.domain.reviews.reviews import begin, finish, note, set_review_schedule
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.rules.shared.moments import MINUTE

FOUR = 16 * 60  # minutes after midnight
LASTED = 12 * MINUTE


def store_reviews(person: SignedIn, calendar: DemoCalendar) -> None:
    """Hold them, name obstacles, and settle each a week later."""
    set_review_schedule(person, ReviewSchedule(weekday=calendar.days[-1].weekday()))
    waiting = ("", "")  # the obstacle of the week before, and how it was settled
    for number, (progress, plans) in enumerate(words.REVIEWS):
        day = calendar.days[5 * number - 5 * len(words.REVIEWS) + 4]
        at = calendar.at(day, FOUR).instant
        review = begin(person, day, at)
        note(person, review, progress=progress, plans=plans)
        obstacle, outcome = waiting
        if outcome:
            settle_obstacle(person, obstacle, outcome, review, at + MINUTE)
        waiting = ("", "")
        if number < len(words.OBSTACLES):
            what, outcome = words.OBSTACLES[number]
            waiting = (name_obstacle(person, review, what, at + 2 * MINUTE), outcome)
        finish(person, review, day, at + LASTED)
