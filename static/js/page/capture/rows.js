// Rows of wins open where they are: their details come in the row's place. One listener for all of them: with attributes
// of its own in each row, htmx took longer over a page of thirty than over all else.

import htmx from "htmx.org";
import { htmlAnswer } from "../shared/answers.js";
import { closest } from "../shared/dom.js";
import { canDraw } from "../shared/draw.js";
import { filledForm } from "./form.js";
import { winIn } from "./win_row.js";

const LINK = ".win__open";
const FORM = "win-form";

/** Let a tap on a row ask for its details; where the page can draw them, the phone answers. */
export function wireRows() {
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (closest(event, LINK));
    const row = link?.closest("li");
    if (!link || !row || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    htmx.ajax("GET", link.pathname, { source: link, target: row, swap: "outerHTML" });
  });
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (!ctx.sourceElement.matches(LINK) || !canDraw(FORM)) return;
    ctx.fetch = async () => htmlAnswer(filledForm(FORM, winIn(/** @type {HTMLElement} */ (ctx.target))));
  });
}
