// What people do on their phones: entries of every kind, some of which no server may accept.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PLACES = [
  { offset: 60, zone: "Europe/Berlin" },
  { offset: -480, zone: "America/Los_Angeles" },
  { offset: 840, zone: "Pacific/Kiritimati" },
];
const LATEST = -30 * HOUR; // before the start: a clock that is a little wrong does not reach tomorrow

/**
 * Return the taps of one phone: next() returns {verb, fields, id, at, offset, zone, poison}. `things`: ids {wins, checkins,
 * decisions, steps, met} that its person has recorded on any phone, their goals and their review; `start`: ms.
 */
export function makeTaps({ chance, name, things, start }) {
  const skew = (chance.next() - 0.5) * 40 * HOUR;
  let count = 0;
  let at = Math.round(start + LATEST - 4 * DAY + skew);

  function next() {
    count += 1;
    if (chance.often(0.8)) at += chance.below(20 * 60_000); // else at the same moment
    const tap = { id: chance.uuid(), at, ...chance.pick(PLACES), poison: false };
    if (chance.often(0.06)) return poisoned(tap);
    const verb = verbOf();
    if (verb !== "defer_check_in" && chance.often(0.04)) tap.at = chance.pick([1, start + 400 * DAY]);
    return { ...tap, verb, fields: FIELDS[verb](tap) };
  }

  function verbOf() {
    const verb = chance.pick(MIX);
    if (/win$|^undo$/.test(verb) && things.wins.length === 0) return "log_win";
    if (/^decide$|^reopen/.test(verb) && things.decisions.length === 0) return "open_decision";
    return verb === "edit_check_in" && things.checkins.length === 0 ? "check_in" : verb;
  }

  const word = (field) => `${field} ${name}-${count}`;
  const FIELDS = {
    log_win: ({ id }) => {
      things.wins.push(id);
      const more = chance.often(0.3) ? { impact: word("impact") } : {};
      return { what: word("what"), kind: chance.pick(["quick", "milestone", "process"]), ...more };
    },
    edit_win: () => {
      const target = recent(things.wins);
      const fields = chance.shuffled(["what", "impact", "next_step", "happened"]);
      return { target, ...Object.fromEntries(fields.slice(chance.below(4)).map(valued)) };
    },
    check_in: ({ id }) => {
      things.checkins.push(id);
      return { rating: chance.below(11) };
    },
    edit_check_in: () => {
      const said = chance.often(0.5) ? { note: word("note") } : { rating: chance.below(11) };
      return { target: recent(things.checkins), ...said };
    },
    undo: () => ({ target: recent(chance.pick(undoable())) }),
    open_decision: ({ id }) => {
      things.decisions.push(id);
      return { what: word("what"), importance: chance.pick(["routine", "important"]) };
    },
    decide: ({ id }) => {
      things.steps.push(id);
      const words = chance.often(0.5) ? { outcome: word("outcome") } : {};
      return { target: recent(things.decisions), ...words };
    },
    reopen_decision: ({ id }) => {
      things.steps.push(id);
      return { target: recent(things.decisions) };
    },
    meet_goal: ({ id }) => {
      things.met.push(id);
      return aGoal();
    },
    tick_criterion: () => {
      const { since, ...goal } = aGoal(0.7);
      return { ...goal, criterion: 1, done: chance.often(0.5), value: chance.below(100) };
    },
    add_line: () => ({ review: things.review, step: chance.pick(["progress", "next"]), what: word("line") }),
    defer_check_in: () => ({}),
  };

  const undoable = () => MADE.map((name) => things[name]).filter((ids) => ids.length > 0);
  const recent = (ids) => (chance.often(0.7) ? chance.pick(ids.slice(-6)) : chance.pick(ids));

  // once: how often it is surely the goal that is met once, so that several phones record the same goal.
  function aGoal(once = 0) {
    const { id, since, periods } = chance.often(once) ? things.goals[0] : chance.pick(things.goals);
    return { target: id, since, ...(periods.length ? { period: chance.pick(periods) } : {}) };
  }

  function valued(field) {
    if (field !== "happened") return [field, word(field)];
    return [field, { at: start - chance.below(96) * HOUR, ...chance.pick(PLACES) }];
  }

  function poisoned(tap) {
    const spoil = chance.pick(POISONS);
    const win = { verb: "log_win", fields: { what: word("poison"), kind: "quick" } };
    return { ...tap, ...win, ...spoil(tap, word("poison")), poison: true };
  }

  return { next };
}

const MADE = ["wins", "checkins", "decisions", "steps", "met"]; // what can be taken back

const MIX = [
  ...Array(7).fill("log_win"),
  ...Array(6).fill("edit_win"),
  ...Array(3).fill("check_in"),
  ...Array(2).fill("edit_check_in"),
  ...Array(3).fill("undo"),
  ...Array(2).fill("open_decision"),
  ...Array(3).fill("decide"),
  ...Array(2).fill("reopen_decision"),
  "defer_check_in",
  ...Array(2).fill("meet_goal"),
  ...Array(4).fill("tick_criterion"),
  ...Array(2).fill("add_line"),
];

const POISONS = [
  () => ({ fields: { what: " ", kind: "quick" } }),
  (_, text) => ({ fields: { what: text, kind: "great" } }),
  (_, text) => ({ fields: { what: text, kind: "quick", person: 1 } }),
  (_, text) => ({ fields: { what: text + "x".repeat(2000), kind: "quick" } }),
  (_, text) => ({ fields: { what: `${text}\u0000`, kind: "quick" } }),
  ({ id }) => ({ id: `no-uuid-${id}` }),
  () => ({ verb: "check_in", fields: { rating: 11 } }),
  ({ id }) => ({ verb: "edit_check_in", fields: { target: id, rating: "7" } }),
  (_, text) => ({ verb: "open_decision", fields: { what: text, importance: "urgent" } }),
  () => ({ verb: "open_decision", fields: { what: " ", importance: "routine" } }),
  () => ({ verb: "decide", fields: { target: "all of them" } }),
  ({ id }) => ({ verb: "meet_goal", fields: { target: id } }),
  ({ id }) => ({ verb: "tick_criterion", fields: { target: id, criterion: 0 } }),
  ({ id }, text) => ({ verb: "add_line", fields: { review: id, step: "next", what: text } }), // there is none
  (_, text) => ({ verb: "add_line", fields: { review: "the one today", step: "next", what: text } }),
  () => ({ verb: "undo", fields: { target: "everything" } }),
  () => ({ verb: "set_password", fields: {} }),
  () => ({ v: 2 }),
];
