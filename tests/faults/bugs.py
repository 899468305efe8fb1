"""Bugs to put in on purpose: what goes wrong in outboxes, and has, in other apps."""

from dataclasses import dataclass

from tests.faults.altered import Replacement
from tests.faults.findings import Kind

OUTBOX = "webapp/domain/outbox/outbox.py"
RECEIPTS = "webapp/storage/outbox/receipts.py"
UNDO = "webapp/domain/outbox/undo.py"
REVISIONS = "webapp/domain/capture/revisions.py"
NEWEST = "webapp/rules/capture/revisions.py"
SHARING = "webapp/domain/teams/sharing.py"
MEMBERSHIPS = "webapp/domain/teams/memberships.py"
FOR_TEAMS = "webapp/domain/outbox/for_teams.py"
WHOSE = "webapp/domain/outbox/whose.py"
COMPLETIONS = "webapp/domain/goals/completions.py"
PLAN = "static/js/outbox/plan.js"
SENDER = "static/js/outbox/sender.js"
REQUEST = "static/js/outbox/request.js"


@dataclass(frozen=True)
class Bug:
    """A mistake, as changes of the app, and what it leads to."""

    name: str
    shows: Kind
    changes: tuple[Replacement, ...]


def bug(name: str, shows: Kind, *changes: tuple[str, str, str]) -> Bug:
    return Bug(name, shows, tuple(Replacement(*change) for change in changes))


BUGS = (
    bug(
        "no receipt",
        "lost",
        (
            RECEIPTS,
            "return set(_take([(person, entry_id, now) for entry_id in ids]))",
            "return set(ids)",
        ),
    ),
    bug(
        "the receipt in a transaction of its own",
        "lost",
        (
            OUTBOX,
            "        fresh = receipts.claim(person.id, [entry.id for entry in entries], now)\n",
            "        fresh = receipts.claim(person.id, [entry.id for entry in entries], now)\n"
            "    with transaction():\n",
        ),
    ),
    bug(
        "the answer before the commit",
        "lost",
        (
            OUTBOX,
            "    fresh, refused, rev = _store(person, entries, now, limit, size, words)\n",
            "    import threading\n"
            "    late = (person, entries, now, limit, size, words)\n"
            "    threading.Timer(0.05, _store, late).start()\n"
            "    fresh, refused, rev = {entry.id for entry in entries}, {}, person.rev\n",
        ),
    ),
    bug(
        "removed from the phone before the verdict",
        "lost",
        (
            SENDER,
            "    const answer = await this.#post(person, batch);\n",
            "    await this.#store.update(batch.map((one) => ({ ...one, state: 'sent' })));\n"
            "    const answer = await this.#post(person, batch);\n",
        ),
    ),
    bug(
        "an undo that overtakes is lost",
        "doubled",
        (UNDO, "        receipts.claim(acting.actor, targets, now)\n", "        pass\n"),
    ),
    bug(
        "an edit that overtakes is lost",
        "order",
        (
            REVISIONS,
            "list(with_revisions(acting.owner, ids))",
            "list(with_revisions(acting.owner, []))",
        ),
    ),
    bug(
        "verdicts are not matched by id",
        "untraced",
        (
            PLAN,
            "  return batch.flatMap((entry) => {\n",
            "  if (byId.size) return batch.map((entry) => ({ ...entry, state: 'sent', rev }));\n"
            "  return batch.flatMap((entry) => {\n",
        ),
    ),
    bug(
        "a captive portal counts as success",
        "lost",
        (
            PLAN,
            "status === 200 && isDelivery(body) && body.person === person",
            "status === 200",
        ),
        (
            PLAN,
            "  const byId = new Map(verdicts",
            "  verdicts ??= batch.map(({ id }) => ({ id, verdict: 'stored' }));\n"
            "  const byId = new Map(verdicts",
        ),
        (REQUEST, "response.json().catch(() => null)", "response.json().catch(() => ({}))"),
    ),
    bug(
        "sent in any order",
        "order",
        (
            PLAN,
            "ready.sort((a, b) => a.seq - b.seq)",
            "ready",
        ),
    ),
    bug(
        "a retry gets a new id",
        "doubled",
        (
            PLAN,
            "batch.map((entry) => afterFailure(entry, status, now))",
            "batch.map((entry) => ({ ...afterFailure(entry, status, now),"
            " id: crypto.randomUUID() }))",
        ),
    ),
    bug(
        "a refusal is dropped in silence",
        "untraced",
        (
            PLAN,
            'return { ...entry, state: "refused", reason };',
            'return { ...entry, state: "sent", rev };',
        ),
    ),
    bug(
        "the last edit to arrive counts, not the newest",
        "order",
        (NEWEST, "_age(revision, made_by) > _age(rival, made_by)", "True"),
    ),
    bug(
        "the last tick of a criterion to arrive counts, not the newest",
        "order",
        (COMPLETIONS, "elif (before.at, before.entry) < (at, entry_id):", "else:"),
    ),
    bug(
        "an undo leaves the occurrence of a recurring goal",
        "doubled",
        (
            COMPLETIONS,
            "    if occurrences:\n",
            "    if not occurrences:\n",
        ),
    ),
    bug(
        "a win that is taken back stays on the board",
        "shown",
        (
            UNDO,
            "forget_on_board(acting.owner, target, delete_win(acting.owner, target))",
            "delete_win(acting.owner, target)",
        ),
    ),
    bug(
        "an edit does not reach the board",
        "order",
        (
            REVISIONS,
            "    thing.save()\n    keep_on_board(thing, before)",
            "    thing.save()\n    if thing.audience != before:\n"
            "        keep_on_board(thing, before)",
        ),
    ),
    bug(
        "a phone is believed who may see a win",
        "shown",
        (
            SHARING,
            "permitted(asked, _belonging(member), at)\n        if member and",
            "asked\n        if member and",
        ),
    ),
    bug(
        "nobody is told that a win fell back",
        "untold",
        (
            SHARING,
            "if member := self._membership(team):\n                more",
            "if member := None:\n                more",
        ),
    ),
    bug(
        "who leaves leaves behind what they took along",
        "shown",
        (MEMBERSHIPS, "    if not keep:\n", "    if keep:\n"),
    ),
    bug(
        "what was stored for a team is refused when it comes again",
        "untraced",
        (
            OUTBOX,
            "{one.id: acting for one in its if not has_receipt(person.id, one.id)}",
            "{one.id: acting for one in its}",
        ),
    ),
    bug(
        "a goal of a team is another win each time it is met",
        "doubled",
        (FOR_TEAMS, 'uuid.uuid5(uuid.UUID(goal), f"met {period}")', "uuid.uuid4()"),
    ),
    bug(
        "an undo that comes together with an entry for a team is lost",
        "doubled",
        (WHOSE, "{entry.id: entry.team for entry in things}", "dict[str, int]()"),
    ),
)
