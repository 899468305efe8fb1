// What the page does for the verbs of goals. Their rows are not drawn again: rows.js shows what was tapped.

import { control, targetOf, textIn } from "../shared/dom.js";
import { numberOf } from "../shared/numbers.js";

/**
 * @import { PageVerbs } from "../shared/types.js"
 */

/** @type {Pick<PageVerbs, "meet_goal" | "tick_criterion">} */
export const GOALS = {
  meet_goal: {
    fields: (form, data) => ({
      target: targetOf(form),
      since: Number(data.get("since")),
      period: textIn(data, "period"),
    }),
    answer: () => "",
    undo: { name: "undo-goal", says: "goal_met" },
  },
  tick_criterion: {
    fields: (form, data) => ({
      target: targetOf(form),
      criterion: Number(form.dataset.criterion),
      period: textIn(data, "period"),
      done: data.get("done") === "1",
      value: valueIn(form),
    }),
    answer: () => "",
  },
};

/** @param {HTMLFormElement} form */
function valueIn(form) {
  const field = control(form, "value");
  return field ? numberOf(field) : null;
}
