// For each verb: which fields a form gives it, and what the page shows at once.

import { subject } from "../outbox/entry.js";
import { canDraw, drawn, edited, winIn, winOf } from "./draw.js";
import { momentOf } from "./place.js";

export const VERBS = {
  log_win: {
    fields: (form, data, button) => ({
      what: data.get("what").trim() || labelOf(button ?? form.querySelector("button")),
      kind: data.get("kind") ?? "quick",
      ...linked(data),
    }),
    answer: (entry) => (canDraw("win") ? drawn("win", winOf(entry)) : ""),
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
  undo: { fields: (form) => ({ target: form.dataset.target }), answer: () => "" },
  defer_check_in: { fields: () => ({}), answer: () => "" },
  meet_goal: {
    fields: (form, data) => ({ target: form.dataset.target, since: Number(data.get("since")), period: data.get("period") }),
    answer: () => "",
    undo: { name: "undo-goal", says: "goal_met" },
  },
  tick_criterion: {
    fields: ({ dataset }, data) => ({
      target: dataset.target,
      criterion: Number(dataset.criterion),
      period: data.get("period"),
      done: data.get("done") === "1",
      value: data.get("value") ? Number(data.get("value")) : null,
    }),
    answer: () => "",
  },
};

// What a form knows of a win besides its words: the goal that it came of, and what that is for.
function linked(data) {
  const fields = {};
  for (const name of ["goal", "impact", "area"]) if (data.get(name)) fields[name] = data.get(name);
  if (data.getAll("objectives").length) fields.objectives = data.getAll("objectives");
  return fields;
}

/** The row on this page that an entry is about, if it is here. */
export function rowOf(entry) {
  const id = subject(entry);
  return document.getElementById(`win-${id}`) ?? document.getElementById(`checkin-${id}`);
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
