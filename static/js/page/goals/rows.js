// Goals on the page: what was tapped shows at once, and again when a cached page is caught up.
// The server draws both states of a row; data-met and data-logged choose which one is seen.

import { fieldText } from "../shared/numbers.js";

const SHOW = {
  meet_goal({ id }, row) {
    row.dataset.met = id;
    row.querySelector(".goal__met [data-verb=undo]").dataset.target = id;
  },
  tick_criterion({ fields: { criterion, done, value } }, row) {
    const form = row.querySelector(`[data-criterion="${criterion}"]`);
    const tick = form?.querySelector("[role=checkbox]");
    if (tick) {
      tick.setAttribute("aria-checked", done);
      form.elements.done.value = done ? "" : "1";
    } else if (form) {
      form.querySelector("progress").value = value ?? 0;
      form.elements.value.value = fieldText(value);
    }
  },
  log_win({ id }, row) {
    row.dataset.logged = id;
  },
};

/** Show on its row what an entry says about a goal, if that is here. */
export function showGoal(entry) {
  if (entry.verb === "undo") return forget(entry.fields.target);
  const row = goalOf(entry);
  if (row && (entry.fields.period ?? row.dataset.period) === row.dataset.period) SHOW[entry.verb]?.(entry, row);
}

/** The row of the goal that an entry is about, if it is here. */
export function goalOf({ verb, fields }) {
  const id = verb === "log_win" ? fields.goal : fields.target;
  return verb in SHOW && id ? document.querySelector(`#goal-${id}.goal`) : null;
}

function forget(id) {
  for (const name of ["met", "logged"]) {
    const row = document.querySelector(`.goal[data-${name}="${id}"]`);
    if (row) delete row.dataset[name];
  }
}
