"""The routes of reviews, which are of what a person or a team owns."""

READ_REVIEWS = (
    "GET /reviews/",
    "GET /reviews/<review_id>",
    "GET /reviews/<review_id>/changes",
)
CHANGE_REVIEWS = (
    "POST /review-calendars/",
    "GET /review-calendars/<link>",
    "DELETE /review-calendars/current",
    "PATCH /review-plans/current",
    "GET /review-plans/current/edit",
    "POST /reviews/",
    "DELETE /reviews/<review_id>",
    "PATCH /reviews/<review_id>",
    "DELETE /reviews/<review_id>/done",
    "POST /reviews/<review_id>/done",
    "GET /reviews/<review_id>/edit",
    "DELETE /reviews/<review_id>/end",
    "POST /reviews/<review_id>/end",
    "PATCH /reviews/<review_id>/goals",
    "POST /reviews/<review_id>/lines/",
    "DELETE /reviews/<review_id>/lines/<line_id>",
    "PATCH /reviews/<review_id>/lines/<line_id>",
    "GET /reviews/<review_id>/lines/<line_id>/edit",
    "POST /reviews/<review_id>/lines/<line_id>/goal",
    "DELETE /reviews/<review_id>/lines/<line_id>/holder",
    "POST /reviews/<review_id>/lines/<line_id>/holder",
    "DELETE /reviews/<review_id>/lines/<line_id>/settlement",
    "POST /reviews/<review_id>/lines/<line_id>/settlement",
)
