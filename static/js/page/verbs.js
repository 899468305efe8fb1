// For each verb: which fields a form gives it, and what the page shows at once.

import { subject } from "../outbox/entry.js";
import { setAside } from "./deleted.js";
import { drawn, edited, winIn, winOf } from "./draw.js";
import { changesIn } from "./form.js";

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
    fields: (form) => ({ target: form.dataset.target, ...changesIn(form) }),
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
  // An undo that is kept here until the way back from it is gone (details.js).
  delete_win: {
    verb: "undo",
    state: "held",
    fields: (form) => ({ target: form.dataset.target }),
    answer: (entry) => (setAside(rowOf(entry)), ""),
  },
  defer_check_in: { fields: () => ({}), answer: () => "" },
};

/** The row on this page that an entry is about, if it is here. */
export function rowOf(entry) {
  const id = subject(entry);
  return document.getElementById(`win-${id}`) ?? document.getElementById(`checkin-${id}`);
}

function labelOf(button) {
  return button.textContent.trim();
}
