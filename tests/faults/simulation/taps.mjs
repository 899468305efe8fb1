// What people do on their phones: entries of every kind, some of which no server may accept.

import { LATE, LATEST, MADE, MIX, PLACES } from "./mix.mjs";
import { POISONS } from "./poisons.mjs";
import { makeThanks } from "./thanks.mjs";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Return the taps of one phone: next() and toShow() return {verb, fields, id, at, offset, zone, poison}, made() {id, at,
 * offset, zone, poison}. `things`: ids {wins, checkins, decisions, steps, met, thanks} that its person has recorded on any
 * phone, their goals, review, objective, number and teams (teams.mjs), hasLeft(), whether the brief one is behind them,
 * `open`: the wins of all people that can be thanked for, and isStored(id); `start`: ms.
 */
export function makeTaps({ chance, name, things, start }) {
  const skew = (chance.next() - 0.5) * 40 * HOUR;
  const { steady, brief, goals: ours, review: held } = things.teams;
  let known = []; // wins that can be thanked for
  let count = 0;
  let late = LATE;
  let at = Math.round(start + LATEST - 4 * DAY + skew);

  function next() {
    count += 1;
    const tap = made();
    if (chance.often(0.06)) return poisoned(tap);
    const verb = verbOf();
    if (verb !== "defer_check_in" && chance.often(0.04)) tap.at = chance.pick([1, start + 400 * DAY]);
    return { ...tap, verb, fields: FIELDS[verb](tap) };
  }

  function made() {
    if (chance.often(0.8)) at += chance.below(20 * 60_000); // else at the same moment
    return { id: chance.uuid(), at, ...chance.pick(PLACES), poison: false };
  }

  function verbOf() {
    const verb = chance.pick(MIX);
    if (/win$|^undo$/.test(verb) && things.wins.length === 0) return "log_win";
    known = verb === "recognise" ? thanking.wins() : [];
    if (verb === "recognise" && known.length === 0) return "log_win";
    if (/^decide$|^reopen/.test(verb) && things.decisions.length === 0) return "open_decision";
    return verb === "edit_check_in" && things.checkins.length === 0 ? "check_in" : verb;
  }

  const mine = things.ofTeams; // ids of wins that this person has logged for a team
  const word = (field) => `${field} ${name}-${count}`;
  const FIELDS = {
    log_win: ({ id }) => {
      const said = { what: word("what"), kind: chance.pick(["quick", "milestone", "process"]) };
      if (chance.often(0.2)) return forATeam(id, said);
      if (chance.often(0.2)) return thanking.open(id, said, aTeam());
      things.wins.push(id);
      const more = chance.often(0.3) ? { impact: word("impact") } : {};
      return { ...said, ...more, ...(chance.often(0.4) ? { visibility: shown() } : {}) };
    },
    edit_win: () => {
      const target = recent(things.wins);
      const fields = chance.shuffled(["what", "impact", "next_step", "happened", "visibility"]);
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
      return chance.often(0.4) ? said(chance.pick(ours)) : aGoal();
    },
    tick_criterion: () => {
      const { since, ...goal } = aGoal(0.7);
      return { ...goal, criterion: 1, done: chance.often(0.5), value: chance.below(100) };
    },
    add_line: () => {
      const said = { step: chance.pick(["progress", "next"]), what: word("line") };
      return chance.often(0.5) ? { review: things.review, ...said } : { team: String(steady), review: held, ...said };
    },
    recognise: ({ id }) => {
      things.thanks.push(id);
      return thanking.said(known, chance.often(0.5) ? steady : aTeam());
    },
    defer_check_in: () => ({}),
  };

  const recent = (ids) => (chance.often(0.7) ? chance.pick(ids.slice(-6)) : chance.pick(ids));
  const thanking = makeThanks({ chance, things, word, recent });
  const undoable = () => [...MADE.map((name) => things[name]), mine].filter((ids) => ids.length > 0);

  // once: how often it is surely the goal that is met once, so that several phones record the same goal.
  function aGoal(once = 0) {
    return said(chance.often(once) ? things.goals[0] : chance.pick(things.goals));
  }

  function said({ id, since, periods }) {
    return { target: id, since, ...(periods.length ? { period: chance.pick(periods) } : {}) };
  }

  // A win of a team's own. Whoever has left the team goes on for a few taps, as a phone that was not told.
  function forATeam(id, said) {
    mine.push(id);
    return { ...said, team: String(aTeam()) };
  }

  function aTeam() {
    if (chance.often(0.5) || (things.hasLeft() && --late < 0)) return steady;
    return brief;
  }

  const shown = () => (chance.often(0.2) ? "private" : `team:${aTeam()}`);

  function valued(field) {
    if (field === "visibility") return [field, shown()];
    if (field !== "happened") return [field, word(field)];
    return [field, { at: start - chance.below(96) * HOUR, ...chance.pick(PLACES) }];
  }

  function poisoned(tap) {
    const spoil = chance.pick(POISONS);
    const win = { verb: "log_win", fields: { what: word("poison"), kind: "quick" } };
    return { ...tap, ...win, ...spoil(tap, word("poison")), poison: true };
  }

  /** Return a win for each team that mates can thank for. */
  const toShow = () =>
    [steady, brief].map((team) => {
      const [tap, said] = [made(), { what: `shown ${name}-${team}`, kind: "milestone" }];
      return { ...tap, verb: "log_win", fields: thanking.open(tap.id, said, team) };
    });

  return { next, toShow, made };
}
