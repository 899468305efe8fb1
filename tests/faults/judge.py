"""Comparing what is stored with what has to be: 0 lost, 0 doubled, 0 out of order, 0 untraced."""

from collections.abc import Iterable
from typing import Any

from tests.faults.boards import judge_boards, judge_fallen, judge_refusals
from tests.faults.findings import Finding
from tests.faults.model import Entry, Story, day_of, encoded, stories, stories_of_teams
from tests.faults.rows import Holding, Row, boards, copies_of_thanks, damage, holdings
from tests.faults.thanks import judge_thanks

STEPS = {"decide": "decided", "reopen_decision": "reopened"}
FIRST = {"what": "", "impact": "", "next_step": "", "note": ""}


def judge(told: dict[str, Any], address: str, start: int) -> Iterable[Finding]:
    """Return everything that is wrong, given what the phones reported; start: ms."""
    yield from (Finding("damage", says) for says in damage(address))
    held = holdings(address)
    people = stories(told, start)
    for person, story in people.items():
        yield from judge_person(story, held[person])
        yield from judge_fallen(story, held[person])
        yield from judge_refusals(story)
    for team, story in stories_of_teams(told, people, start).items():
        yield from judge_things(story, held[f"team {team}"])
    yield from judge_boards(held, boards(address))
    yield from judge_thanks(people, held, copies_of_thanks(address), told["teams"]["wanting"])
    for phone in told["phones"]:
        yield from judge_phone(phone)
    yield from judge_way(told, held)


def judge_person(story: Story, held: Holding) -> Iterable[Finding]:
    """Return what is wrong with what is stored of one person."""
    perhaps = story.thanks_refused - story.receipts
    yield from _compare("receipt", story.receipts, held.receipts - perhaps)
    yield from judge_things(story, held)
    if held.person["deferred_on"] != story.deferred_on():
        says = f"deferred on {held.person['deferred_on']}, not {story.deferred_on()}"
        yield Finding("order", says)


def judge_things(story: Story, held: Holding) -> Iterable[Finding]:
    """Return what is wrong with what a person or a team has."""
    met = story.wins_of_met()
    yield from _compare("win of a met goal", met, met & held.wins.keys())
    logged = {one: row for one, row in held.wins.items() if one not in met}
    yield from _things(story, story.left("log_win"), logged, held)
    yield from _things(story, story.left("check_in"), held.checkins, held)
    yield from _history(story, held)
    yield from _decisions(story, held)
    yield from _goals(story, held)
    yield from _ticks(story, held)
    yield from _lines(story, held)


def judge_phone(phone: dict[str, Any]) -> Iterable[Finding]:
    """Return what is wrong with what a phone knows at the end."""
    kept = {entry["id"]: entry for entry in phone["kept"]}
    for line in phone["journal"]:
        entry = line["entry"]
        state = kept.get(entry["id"], {"state": "gone"})
        if line["poison"] and state["state"] != "refused":
            yield Finding("untraced", f"{_name(entry)} is {state['state']}, not refused")
        elif state["state"] not in {"sent", "refused"}:
            yield Finding("unsent", f"{_name(entry)} is {state['state']}")
        if state["state"] == "refused" and not state.get("reason"):
            yield Finding("untraced", f"{_name(entry)} was refused without a reason")


def judge_way(told: dict[str, Any], held: dict[str, Holding]) -> Iterable[Finding]:
    """Return what was wrong with requests and answers."""
    for entry_id in told["twice"]:
        yield Finding("doubled", f"{entry_id} was answered with stored twice")
    if many := told["tally"]["disordered"]:
        yield Finding("order", f"{many} requests were not oldest first")
    for person, rev in told["revs"].items():
        if held[person].person["rev"] < rev:
            yield Finding("lost", f"rev {rev} was answered, {held[person].person['rev']} is stored")


def _things(
    story: Story, made: dict[str, Entry], stored: dict[str, Row], held: Holding
) -> Iterable[Finding]:
    yield from _compare("row", set(made), set(stored))
    for thing_id in made.keys() & stored.keys():
        entry, row = made[thing_id], stored[thing_id]
        for name, value in _expected(story, entry, row, held).items():
            if row[name] != value:
                yield Finding("order", f"{_name(entry)}: {name} is {row[name]!r}, not {value!r}")


def _expected(story: Story, entry: Entry, row: Row, held: Holding) -> Row:
    # As first recorded, and over that the newest value of each field: by time, then by entry;
    # the value it was made with is the oldest.
    wrong = story.has_wrong_clock(entry)
    at = row["received"] if wrong else entry["at"]
    columns = {**FIRST, **entry["fields"], "entered": entry["at"], "wrong_clock": int(wrong)}
    columns["happened"] = encoded(at, entry["offset"], entry["zone"])
    columns["objectives"] = " ".join(entry["fields"].get("objectives", ()))
    own = (revision for revision in held.revisions if revision["target"] == entry["id"])
    for revision in sorted(
        own, key=lambda one: (one["entry"] != entry["id"], one["at"], one["entry"])
    ):
        number = revision["field"] == "rating"
        columns[revision["field"]] = int(revision["value"]) if number else revision["value"]
    columns |= _audience(story, str(columns.get("visibility", "private")), row)
    return {name: value for name, value in _when(columns).items() if name in row}


def _audience(story: Story, said: str, row: Row) -> Row:
    # What was said for the brief team may be private by now: boards.py judges that.
    visibility, _, team = story.audience or said.partition(":")
    if team == str(story.brief) and row.get("visibility") == "private":
        return {"visibility": "private", "team_id": None}
    return {"visibility": visibility, "team_id": int(team) if team else None}


def _when(columns: Row) -> Row:
    at, offset, zone = columns["happened"].split(" ", 2)
    when = {"happened": int(at), "offset": int(offset), "zone": zone}
    return {**columns, **when, "day": day_of(int(at), int(offset))}


def _history(story: Story, held: Holding) -> Iterable[Finding]:
    # Every value ever given is kept, with its time; the first one from the first edit on.
    edits = story.edits()
    made = {**story.left("log_win"), **story.left("check_in")}
    due = {(target, v.field, v.entry): v for target, values in edits.items() for v in values}
    first = {(t, v.field, t) for t, values in edits.items() if t in made for v in values}
    stored = {(row["target"], row["field"], row["entry"]): row for row in held.revisions}
    by_leaving = {key for key in stored.keys() - due - first if _is_by_leaving(story, stored[key])}
    yield from _compare("revision", {*due, *first}, stored.keys() - by_leaving)
    for key in due.keys() & stored.keys():
        value, row = due[key], stored[key]
        said = {value.value, *(("private",) if story.names_brief(value.value) else ())}
        if row["value"] not in said or value.at not in (None, row["at"]):
            yield Finding("order", f"revision {key} is {row['value']!r} at {row['at']}")


def _is_by_leaving(story: Story, row: Row) -> bool:
    # Who leaves and takes their wins along gives those with a history a newest value.
    return story.took_along and (row["field"], row["value"]) == ("visibility", "private")


def _decisions(story: Story, held: Holding) -> Iterable[Finding]:
    # Each as it was opened; its state is what its newest step says: by time, then by entry.
    made, steps = story.left("open_decision"), story.steps()
    yield from _compare("decision", set(made), set(held.decisions))
    yield from _compare("step", set(steps), set(held.steps))
    for step_id in steps.keys() & held.steps.keys():
        yield from _step(story, steps[step_id], held.steps[step_id])
    for decision_id in made.keys() & held.decisions.keys():
        entry, row = made[decision_id], held.decisions[decision_id]
        for name, value in _stands(story, entry, row, held).items():
            if row[name] != value:
                yield Finding("order", f"{_name(entry)}: {name} is {row[name]!r}, not {value!r}")


def _step(story: Story, entry: Entry, row: Row) -> Iterable[Finding]:
    said = (entry["fields"]["target"], STEPS[entry["verb"]], entry["fields"].get("outcome", ""))
    stored = (row["decision"], row["step"], row["outcome"])
    at = row["at"] if story.has_wrong_clock(entry) else entry["at"]
    if stored != said or row["at"] != at:
        yield Finding("order", f"{_name(entry)} is {stored} at {row['at']}, not {said} at {at}")


def _stands(story: Story, entry: Entry, row: Row, held: Holding) -> Row:
    wrong = story.has_wrong_clock(entry)
    at = row["received"] if wrong else entry["at"]
    moment = encoded(at, entry["offset"], entry["zone"])
    columns = {"question": entry["fields"]["what"], "importance": entry["fields"]["importance"]}
    columns |= {"entered": entry["at"], "wrong_clock": int(wrong), **_when({"happened": moment})}
    own = [step for step in held.steps.values() if step["decision"] == entry["id"]]
    newest = max(own, key=lambda step: (step["at"], step["id"]), default=None)
    if newest is None or newest["step"] == "reopened":
        return {**columns, "state": "open", "decided_at": None, "outcome": ""}
    last = {"decided_at": newest["at"], "outcome": newest["outcome"]}
    return {**columns, "state": "decided", **last}


def _goals(story: Story, held: Holding) -> Iterable[Finding]:
    # Every completion that was not undone is a row; a goal for once is met while there is one.
    met = story.left("meet_goal")
    periods = {one: entry for one, entry in met.items() if "period" in entry["fields"]}
    stored = {row["id"] for row in held.changes if row["state"] == "met"}
    yield from _compare("completion", set(met) - set(periods), stored)
    yield from _compare("occurrence", set(periods), set(held.occurrences))
    for one in periods.keys() & held.occurrences.keys():
        said, row = periods[one]["fields"], held.occurrences[one]
        if (row["goal"], row["period"]) != (said["target"], said["period"]):
            yield Finding("order", f"{_name(periods[one])} is of {row['goal']}, {row['period']}")
    reached = {met[one]["fields"]["target"] for one in met if one not in periods}
    for goal in held.goals:
        due = "met" if goal["id"] in reached else "active"
        if goal["state"] != due:
            yield Finding("order", f"goal {goal['id']} is {goal['state']}, not {due}")


def _ticks(story: Story, held: Holding) -> Iterable[Finding]:
    # Of what was said about a criterion the newest is stored: by time, then by entry. Where a
    # clock was wrong the time is not known here; it is never before one whose clock was right.
    said = story.ticks()
    yield from _compare("tick", set(said), set(held.ticks))
    for key in said.keys() & held.ticks.keys():
        row, known = held.ticks[key], {entry["id"]: entry for entry in said[key]}
        right = [(e["at"], e["id"]) for e in said[key] if not story.has_wrong_clock(e)]
        entry = known.get(row["entry"])
        if entry is None or not _says(row, entry["fields"]):
            yield Finding("order", f"tick {key} says {row['done']} {row['value']}: {row['entry']}")
        elif max([(row["at"], row["entry"]), *right]) != (row["at"], row["entry"]):
            yield Finding("order", f"tick {key} is of {row['entry']}, not {max(right)[1]}")


def _lines(story: Story, held: Holding) -> Iterable[Finding]:
    # Each line once, in the review and step that it names, with the moment at which it was said.
    said = story.left("add_line")
    yield from _compare("line", set(said), set(held.lines))
    for one in said.keys() & held.lines.keys():
        entry, row = said[one], held.lines[one]
        at = row["at"] if story.has_wrong_clock(entry) else entry["at"]
        author = story.authors.get(one, held.person["id"])
        due = {**entry["fields"], "author": author, "at": at, "revision": 1}
        due.pop("team", None)
        if {name: row[name] for name in due} != due:
            yield Finding("order", f"{_name(entry)} is {row}")


def _says(row: Row, fields: Row) -> bool:
    return (bool(row["done"]), row["value"]) == (fields.get("done", False), fields.get("value"))


def _compare(what: str, due: set[Any], stored: set[Any]) -> Iterable[Finding]:
    yield from (Finding("lost", f"no {what} for {missing}") for missing in sorted(due - stored))
    yield from (Finding("doubled", f"a {what} of {extra}") for extra in sorted(stored - due))


def _name(entry: Entry) -> str:
    return f"{entry['verb']} {entry['id']} (seq {entry['seq']})"
