"""The pages of this area, in the order in which they are registered."""

from webapp.web.reviews import (
    calendars,
    changes,
    chosen_goals,
    done,
    ends,
    holders,
    line_goals,
    lines,
    plans,
    reviews,
    settlements,
)

BLUEPRINTS = (
    reviews.pages,
    plans.pages,
    lines.pages,
    settlements.pages,
    holders.pages,
    line_goals.pages,
    chosen_goals.pages,
    done.pages,
    ends.pages,
    changes.pages,
    calendars.pages,
)
