// For each verb: which fields a form gives it, and what the page shows at once.

import { subject } from "../outbox/entry.js";
import { drawOf, openingOf, rowOfDecision, stepped, unstepped } from "./decisions.js";
import { drawn, edited, winIn, winOf } from "./draw.js";
import { momentOf } from "./place.js";

export const VERBS = {
  log_win: {
    fields: (form, data, button) => ({
      what: data.get("what").trim() || labelOf(button ?? form.querySelector("button")),
      kind: data.get("kind") ?? "quick",
    }),
    answer: (entry) => drawn("win", winOf(entry)),
    undo: { name: "undo-win", says: "win_logged" },
  },
  edit_win: {
    fields: (form, data) => ({ target: form.dataset.target, ...changesIn(form, data) }),
    answer: (entry) => drawn("win", edited(winIn(rowOf(entry)), entry.fields)),
  },
  check_in: {
    fields: (_form, data) => ({ rating: Number(data.get("rating")) }),
    answer: ({ id, fields }) => drawn("checkin", { id, rating: fields.rating, note: "" }),
    undo: { name: "undo-checkin", says: "checked_in" },
  },
  edit_check_in: {
    fields: (form, data) => ({ target: form.dataset.target, note: data.get("note") }),
    answer: ({ fields: { target, note } }) => {
      const { rating } = document.getElementById(`checkin-${target}`).dataset;
      return drawn("checkin", { id: target, rating, note });
    },
  },
  undo: { fields: (form) => ({ target: form.dataset.target }), answer: unstepped },
  defer_check_in: { fields: () => ({}), answer: () => "" },
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

/** The row on this page that an entry is about, if it is here. */
export function rowOf(entry) {
  const id = subject(entry);
  const row = document.getElementById(`win-${id}`) ?? document.getElementById(`checkin-${id}`);
  return row ?? rowOfDecision(id);
}

function labelOf(button) {
  return button.textContent.trim();
}

// Only what was changed: another device may have edited the rest in the meantime (R4).
function changesIn(form, data) {
  const changes = {};
  for (const name of ["what", "impact", "next_step"]) {
    if (data.get(name).trim() !== form.elements[name].defaultValue) changes[name] = data.get(name).trim();
  }
  const { value, defaultValue } = form.elements.happened;
  if (value && value !== defaultValue) {
    const { at, offset, zone } = momentOf(value);
    changes.happened = { at, offset, zone };
  }
  return changes;
}
