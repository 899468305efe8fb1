"""Count the statements that a page runs (S3), and find those that are about nobody's rows (A8).

Those about the rows of several owners are found, too: they would not be in one place (decision 49).
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.owners.scopes import numbers_in, unscoped
from webapp.storage.engine.database import database

TESTS = Path(__file__).parents[1]
OURS = (str(TESTS), str(TESTS.parent / "webapp"))
STORAGE = TESTS.parent / "webapp" / "storage"
ENGINE = str(STORAGE / "engine")  # runs what others have built
NOT_OF_PAGES = (str(TESTS), str(STORAGE / "upkeep"))  # which is about the whole database
# What a statement holds that is about no one person: why it may be.
FOR_ALL = {
    'DELETE FROM "link" WHERE ("link"."expires" <= ?)': "those of everybody that have expired",
    'DELETE FROM "link" WHERE ((("link"."token_hash" IN (': "by a secret that one person has",
    'DELETE FROM "session" WHERE ("session"."token_hash" IN (': "by a secret that names nobody",
    '(("t1"."person_id", "t1"."id") > (?, ?))': "rebuild, which goes over everybody's wins",
    'DELETE FROM "win_link" WHERE NOT EXISTS(': "rebuild, of everybody's links",
    'DELETE FROM "shared_win" WHERE NOT EXISTS(': "rebuild, of everybody's rows on boards",
    'DELETE FROM "deletion" WHERE ("deletion"."at" < ?)': "those of everybody whose hour is over",
    'DELETE FROM "invitation" WHERE (("invitation"."expires" <= ?)': "likewise",
    'SELECT "t1"."id" FROM "person" AS "t1" WHERE ("t1"."id" > ?)': "whose rows may have expired",
    'WITH "picked" AS (SELECT "t1"."person_id"': "the jobs, of everybody's prompts that are due",
    'SELECT MIN("t1"."lease") FROM "prompt"': "the jobs: when one is free that another worker has",
    'SELECT DISTINCT "t1"."owner_id" FROM "review"': "the jobs: whose reviews are left open",
    'SELECT DISTINCT "t1"."team_id" FROM "counts_in"': "the publisher: which teams have a window",
    'DELETE FROM "counts_in" WHERE ("counts_in"."until" <= ?)': "the publisher, of a window",
    'UPDATE "counts_in" SET "since" = ? WHERE ("counts_in"."since" < ?)': "the publisher, too",
    'INNER JOIN "review_reminder" AS': "reviews of a person's teams, found by their memberships",
    'UPDATE "reminder_settings" SET "plan_at" = ?': "a team's members, found by its number",
    'FROM "goal_member" AS': "goals of teams that a person has taken on, found by their number",
    'SELECT "t1"."person_id" FROM "reminder_settings" AS "t1"': "the job: whose prompts to plan",
    'SELECT EXISTS(SELECT "t1"."id" FROM "person" AS "t1")': "demo: whether there is anybody",
    'FROM "mail" AS "t1" WHERE ((("t1"."state" = ?) AND ("t1"."due" <= ?))': "the job's, of all",
    'DELETE FROM "mail" WHERE (("mail"."state" IN (': "the job, of mails sent long ago",
    'FROM "mail_address" AS "t1" WHERE ("t1"."digest_due" <= ?)': "the job's digests, of all",
}
_scoped: set[str] = set()


@contextmanager
def counted_queries() -> Iterator[list[str]]:
    """Yield the list of the statements that run inside the block."""
    statements: list[str] = []

    def note(event) -> None:  # type: ignore[no-untyped-def]
        statements.append(event.sql)

    database.obj.query_hooks.append(note)
    try:
        yield statements
    finally:
        database.obj.query_hooks.remove(note)


def watch_scopes() -> list[str]:
    """Return a list that gets each statement of the app that is about no one person's rows."""
    found: list[str] = []

    def note(event) -> None:  # type: ignore[no-untyped-def]
        sql = event.sql
        if len({event.params[place] for place in numbers_in(sql)}) > 1 and _is_of_the_app():
            found.append(sql)
        if sql in _scoped or not _is_of_the_app():
            return
        text = sql.replace("%s", "?")
        if unscoped(text) and not any(known in text for known in FOR_ALL):
            found.append(sql)
        else:
            _scoped.add(sql)

    database.obj.query_hooks.append(note)
    return found


def _is_of_the_app() -> bool:
    """Return whether a page or verb, and no test or command, runs what is being run."""
    frame = sys._getframe(2)
    while frame and not _is_ours(frame.f_code.co_filename):
        frame = frame.f_back
    return frame is not None and not frame.f_code.co_filename.startswith(NOT_OF_PAGES)


def _is_ours(path: str) -> bool:
    return path.startswith(OURS) and not path.startswith(ENGINE)
