// For each verb: which fields a form gives it, and what the page shows at once.

import { subject } from "../../outbox/entry.js";
import { setAside } from "../capture/deletion.js";
import { changesIn } from "../capture/form.js";
import { drawOf, openingOf, rowOfDecision, stepped, unstepped } from "../decisions/rows.js";
import { canDraw, drawn, edited, winIn, winOf } from "../shared/draw.js";
import { numberOf } from "../shared/numbers.js";

export const VERBS = {
  log_win: {
    fields: (form, data, button) =>
      presetOf(button) ?? {
        what: data.get("what").trim() || labelOf(button ?? form.querySelector(".kinds button")),
        kind: data.get("kind") ?? "quick",
        ...linked(data),
      },
    answer: (entry) => (canDraw("win") ? drawn("win", winOf(entry)) : ""),
    undo: { name: "undo-win", says: "win_logged" },
  },
  edit_win: {
    fields: (form) => ({ target: form.dataset.target, ...changesIn(form) }),
    answer: (entry) => drawn("win", edited(winIn(rowOf(entry)), entry.fields)),
  },
  check_in: {
    fields: (_form, data) => ({ rating: Number(data.get("rating")) }),
    answer: ({ id, fields }) => drawn("checkin", { id, rating: fields.rating, note: "", area: "" }),
    undo: { name: "undo-checkin", says: "checked_in" },
  },
  edit_check_in: {
    fields: (form, data) => ({ target: form.dataset.target, ...wordsIn(form, data) }),
    answer: ({ fields }) => drawn("checkin", { ...answerIn(rowById("checkin", fields.target)), ...fields }),
  },
  undo: { fields: (form) => ({ target: form.dataset.target }), answer: unstepped },
  // An undo that is kept here until the way back from it is gone (details.js).
  delete_win: {
    verb: "undo",
    state: "held",
    fields: (form) => ({ target: form.dataset.target }),
    answer: (entry) => {
      setAside(rowOf(entry));
      return "";
    },
  },
  defer_check_in: { fields: () => ({}), answer: () => "" },
  meet_goal: {
    fields: (form, data) => ({
      target: form.dataset.target,
      since: Number(data.get("since")),
      period: data.get("period"),
    }),
    answer: () => "",
    undo: { name: "undo-goal", says: "goal_met" },
  },
  tick_criterion: {
    fields: ({ dataset, elements }, data) => ({
      target: dataset.target,
      criterion: Number(dataset.criterion),
      period: data.get("period"),
      done: data.get("done") === "1",
      value: elements.value ? numberOf(elements.value) : null,
    }),
    answer: () => "",
  },
  open_decision: {
    fields: (_form, data) => ({ what: data.get("what").trim(), importance: data.get("importance") }),
    answer: (entry) => drawOf(openingOf(entry)),
    undo: { name: "undo-decision", says: "decision_opened" },
  },
  decide: {
    fields: (form, data) => ({ target: form.dataset.target, outcome: data.get("outcome").trim() }),
    answer: stepped,
    undo: { name: "undo-step", says: "decision_decided" },
  },
  reopen_decision: {
    fields: (form) => ({ target: form.dataset.target }),
    answer: stepped,
    undo: { name: "undo-step", says: "decision_reopened" },
  },
};

// A tap on an area saves the note too, if there is a new one.
function wordsIn(form, data) {
  const [note, area] = [data.get("note").trim(), data.get("area")];
  return { ...(note !== form.elements.note.defaultValue && { note }), ...(area && { area }) };
}

function answerIn(answer) {
  const { note } = answer.querySelector("form").elements;
  const area = answer.querySelector(".answer__about").textContent;
  return { id: answer.id.slice("checkin-".length), rating: answer.dataset.rating, note: note.defaultValue, area };
}

// What a form knows of a win besides its words: the goal that it came of, and what that is for.
function linked(data) {
  const fields = {};
  for (const name of ["goal", "impact", "area", "evidence"]) if (data.get(name)) fields[name] = data.get(name);
  if (data.getAll("objectives").length) fields.objectives = data.getAll("objectives");
  return fields;
}

/** The row on this page that an entry is about, if it is here. */
export function rowOf(entry) {
  const id = subject(entry);
  return rowById("win", id) ?? rowById("checkin", id) ?? rowOfDecision(id);
}

function rowById(thing, id) {
  return document.getElementById(`${thing}-${id}`);
}

// A tap on a preset logs what it holds.
function presetOf(button) {
  return button?.dataset.fields ? JSON.parse(button.dataset.fields) : null;
}

function labelOf(button) {
  return button.textContent.trim();
}
