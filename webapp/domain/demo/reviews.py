"""The reviews of the made-up person: one at the end of each of the last four weeks."""

from webapp.domain.demo import words
from webapp.domain.demo.phone import Phone
from webapp.domain.reviews.obstacles import settle_obstacle
from webapp.domain.reviews.reviews import begin, finish
from webapp.domain.reviews.schedules import set_review_schedule
from webapp.rules.reviews.reviews import ReviewSchedule, ReviewStep
from webapp.rules.shared.moments import MINUTE

FOUR = 16 * 60  # minutes after midnight
LASTED = 12 * MINUTE


def store_reviews(phone: Phone) -> None:
    """Hold them, name obstacles, and settle each a week later."""
    person, calendar = phone.person, phone.calendar
    plan = ReviewSchedule(weekday=calendar.days[-1].weekday())
    set_review_schedule(person, plan, calendar.zone, calendar.today, calendar.now)
    waiting = ("", "")  # the obstacle of the week before, and how it was settled
    for number, (progress, plans) in enumerate(words.REVIEWS):
        day = calendar.days[5 * number - 5 * len(words.REVIEWS) + 4]
        made = calendar.at(day, FOUR)
        at = made.instant
        review = begin(person, day, at)
        for step, what in ((ReviewStep.PROGRESS, progress), (ReviewStep.NEXT, plans)):
            phone.tap("add_line", made, review=review, step=step, what=what)
        obstacle, outcome = waiting
        if outcome:
            settle_obstacle(person, obstacle, outcome, review, at + MINUTE)
        waiting = ("", "")
        if number < len(words.OBSTACLES):
            what, outcome = words.OBSTACLES[number]
            named = {"review": review, "step": ReviewStep.OBSTACLES, "what": what}
            waiting = (phone.tap("add_line", made, **named), outcome)
        finish(person, review, day, at + LASTED)
