"""Lines of reviews: adding them by entries, changing and deleting them (R35)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.shared.changing import changing
from webapp.domain.shared.stamps import counted_moment
from webapp.rules.outbox.entries import Entry
from webapp.rules.reviews.lines import (
    MOST_LINES,
    MOST_OPEN,
    NO_REVIEW,
    TOO_MANY_LINES,
    TOO_MANY_OPEN,
    AddedLine,
    parse_words,
)
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.problems import NotFound, Problem
from webapp.storage.account.deletions import Rows
from webapp.storage.reviews.lines import (
    ReviewLine,
    add_lines,
    change_line,
    count_open_obstacles,
    lines_of,
    one_line,
)
from webapp.storage.reviews.reviews import change_review, one_review


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as pages show it. author, holder: numbers of people; at, settled: ms.

    returns: an earlier review named it. goal: the id of the micro-goal made of it, or "".
    """

    id: str
    step: str
    what: str
    author: int
    at: int
    revision: int
    holder: int | None
    settled: int | None
    outcome: str
    goal: str
    returns: bool


def store_lines(acting: Acting, entries: list[tuple[Entry, AddedLine]], now: int) -> None:
    """Store the lines that these entries add; those to a review that has ended, too.

    They were said before it ended, on a phone without a connection. Inside the transaction of the
    receipts; now: ms of arrival.
    """
    if entries:
        add_lines([_columns(acting, *one, now) for one in entries])
    for review in {line.review for _, line in entries}:
        change_review(acting.owner, review)


def refused_for_lines(acting: Acting, entries: Iterable[Entry]) -> dict[str, Problem]:
    """Return why some of these entries are refused, by their ids: no review, or no room in it."""
    refused: dict[str, Problem] = {}
    obstacles = []
    for review, its in _by_review(entries).items():
        if not one_review(acting.owner, review).exists():
            refused |= dict.fromkeys(its, NO_REVIEW)
            continue
        room = max(MOST_LINES - lines_of(acting.owner, review).count(), 0)
        refused |= dict.fromkeys([*its][room:], TOO_MANY_LINES)
        obstacles += [entry for entry, step in its.items() if step is ReviewStep.OBSTACLES]
    if obstacles:
        room = max(MOST_OPEN - count_open_obstacles(acting.owner), 0)
        refused |= dict.fromkeys(obstacles[room:], TOO_MANY_OPEN)
    return refused


def edit_line(acting: Acting, line_id: str, words: object, revision: int) -> LineRow | None:
    """Store other words, unless the line was changed since `revision`: then return it as it is.

    Returns None when they are stored. Invalid, NotFound.
    """
    what = parse_words(words)
    with changing(acting):
        line = line_of(acting, line_id)
        if line.what == what:
            return None
        if line.revision != revision:
            return row_of(line)
        change_line(acting.owner, line_id, what=what, revision=line.revision + 1)
        change_review(acting.owner, line.review)
    return None


def delete_line(acting: Acting, line_id: str, now: int) -> str:
    """Delete a line and return the id of the deletion, or raise NotFound; now: ms."""

    def delete(rows: Rows) -> str:
        line = line_of(acting, line_id)
        rows.delete(ReviewLine, ReviewLine.owner == acting.owner, ReviewLine.id == line_id)
        change_review(acting.owner, line.review)
        return str(line.what)

    return delete_once(acting, DeletedKind.LINE, line_id, now, delete)


def show_line_again(acting: Acting, line_id: str) -> None:
    """Let phones see a line that was deleted and is there again; inside a transaction."""
    change_review(acting.owner, line_of(acting, line_id).review)


def line_of(acting: Acting, line_id: str) -> ReviewLine:
    """Return the owner's line with this id, or raise NotFound."""
    line = one_line(acting.owner, line_id)
    if line is None:
        raise NotFound
    return line


def row_of(line: ReviewLine, review_id: str = "") -> LineRow:
    """Return a line as pages show it; review_id: of the review that shows it, "" for its own."""
    return LineRow(
        id=line.id,
        step=line.step,
        what=line.what,
        author=line.author,
        at=line.at,
        revision=line.revision,
        holder=line.holder,
        settled=line.settled,
        outcome=line.outcome,
        goal=line.goal,
        returns=bool(review_id) and line.review != review_id,
    )


def _columns(acting: Acting, entry: Entry, line: AddedLine, now: int) -> dict[str, object]:
    said = {"review": line.review, "step": line.step, "what": line.what, "author": acting.actor}
    at = counted_moment(entry.made, now).instant
    return {"owner": acting.owner, "id": entry.id, "at": at, **said}


def _by_review(entries: Iterable[Entry]) -> dict[str, dict[str, ReviewStep]]:
    found: dict[str, dict[str, ReviewStep]] = defaultdict(dict)
    for entry in entries:
        if isinstance(entry.content, AddedLine):
            found[entry.content.review][entry.id] = entry.content.step
    return found


def rows_of(lines: Sequence[ReviewLine], review_id: str) -> tuple[LineRow, ...]:
    """Return lines as the pages of a review show them."""
    return tuple(row_of(line, review_id) for line in lines)
