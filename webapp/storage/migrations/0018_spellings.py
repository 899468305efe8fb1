"""Searches find words with and without their apostrophes and hyphens, and other hamzas."""

import re
from collections.abc import Sequence

from peewee import Database
from playhouse.migrate import SchemaMigrator

from webapp.rules.shared.folding import searchable

AT_ONCE = 2000  # wins
WORDS = ("what", "impact", "next_step", "approach", "worked", "improve")
RECORDED = 2  # of WORDS are in the first line
CHANGED = re.compile(  # what is folded in another way
    "['-]|[\u0624\u0626\u0654]|\u0621(?=\\w)|(?<=\\S\\S)(?<!\u0644)\u0623"
)


def up(migrator: SchemaMigrator, db: Database) -> None:
    mark = db.param
    names = ", ".join(f'"{name}"' for name in ("person_id", "id", "folded", *WORDS))
    some = f'SELECT {names} FROM "win" WHERE ("person_id", "id") > ({mark}, {mark})'  # noqa: S608
    some += f' ORDER BY "person_id", "id" LIMIT {AT_ONCE}'
    change = f'UPDATE "win" SET "folded" = {mark} WHERE "person_id" = {mark} AND "id" = {mark}'  # noqa: S608
    last = (0, "")
    while rows := db.execute_sql(some, last).fetchall():
        lines = [
            (_lines(words), person, win)
            for person, win, before, *words in rows
            if CHANGED.search(before) or CHANGED.search(" ".join(filter(None, words)))
        ]
        db.cursor().executemany(change, lines)
        last = rows[-1][:2]


def down(migrator: SchemaMigrator, db: Database) -> None:
    """Leave the words: the version before finds them, but for those with such a sign in between."""


def _lines(words: Sequence[str]) -> str:
    parts = (words[:RECORDED], words[RECORDED:])
    return "\n".join(searchable(" ".join(filter(None, part))) for part in parts)
