// What follows from the ticks and numbers of a goal: its bar, its main button, the number of one more. The server draws
// all of it; here it follows what is tapped, online and off, and what other pages stored.

import { all, control, first } from "../shared/dom.js";
import { fieldText } from "../shared/numbers.js";

const WATCHED = { subtree: true, attributeFilter: ["aria-checked", "value", "data-met"] };
/** @type {WeakSet<Element>} */
const logging = new WeakSet(); // goals whose win is logged as soon as they are met

/** Keep the goals of this page so. */
export function wireProgress() {
  new MutationObserver((changes) => {
    for (const goal of new Set(changes.map(({ target }) => goalOf(target)))) if (goal) bringUpToDate(goal);
  }).observe(document.body, WATCHED);
  document.addEventListener("submit", ({ submitter, target }) => {
    const goal = goalOf(/** @type {Node} */ (target));
    if (goal && submitter?.matches(".goal__ready")) logging.add(goal);
  });
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(".mark__number")) return;
    target.form?.toggleAttribute("data-changed", target.value !== target.defaultValue);
  });
}

/** @param {Node} node */
function goalOf(node) {
  return node instanceof Element ? /** @type {HTMLElement | null} */ (node.closest(".goal")) : null;
}

/**
 * Show what follows from the ticks and numbers of a goal.
 * @param {HTMLElement} goal
 */
export function bringUpToDate(goal) {
  if (!goal.dataset.met) untickImplied(goal);
  const reached = new Map([...all(goal, ".mark")].map((mark) => [mark.dataset.criterion ?? "", progressOf(mark)]));
  showBar(goal, (of) => reached.get(of)?.at ?? 0);
  goal.toggleAttribute("data-ready", reached.size > 0 && [...reached.values()].every(({ at, end }) => at >= end));
  for (const form of all(goal, ".mark-add")) {
    const field = /** @type {HTMLInputElement} */ (first(form, "[name=value]"));
    const oneMore = fieldText((reached.get(form.dataset.criterion ?? "")?.at ?? 0) + 1);
    if (field.value !== oneMore) field.value = oneMore; // a hidden field's value is an attribute, which is watched
  }
  for (const form of all(goal, ".mark[data-changed]")) form.removeAttribute("data-changed");
  if (goal.dataset.met && logging.delete(goal)) logWin(goal);
}

/**
 * A goal that was met had all its criteria ticked; taken back, it has those that a person ticked.
 * @param {HTMLElement} goal
 */
function untickImplied(goal) {
  for (const tick of all(goal, "[data-implied]")) {
    tick.removeAttribute("data-implied");
    tick.setAttribute("aria-checked", "false");
    control(/** @type {HTMLFormElement} */ (tick.closest("form")), "done").value = "1";
  }
}

/**
 * Return how far a criterion is, and where it is met.
 * @param {HTMLElement} mark
 */
function progressOf(mark) {
  const bar = mark.querySelector("progress");
  if (bar) return { at: Number(bar.getAttribute("value")), end: bar.max }; // bar.value stops at the end
  return { at: mark.querySelector("[aria-checked=true]") ? 1 : 0, end: 1 };
}

/**
 * @param {HTMLElement} goal
 * @param {(criterion: string) => number} reached
 */
function showBar(goal, reached) {
  const bar = /** @type {HTMLElement | null} */ (goal.querySelector(".segments"));
  if (!bar) return;
  const segments = /** @type {HTMLProgressElement[]} */ (/** @type {unknown} */ ([...all(bar, "progress")]));
  for (const segment of segments) fill(segment, reached(segment.dataset.of ?? "") - Number(segment.dataset.start));
  const done = segments.filter(({ value, max }) => value >= max).length;
  const label = bar.dataset.label?.replace("{done}", String(done)).replace("{all}", String(segments.length)) ?? "";
  if (bar.ariaLabel !== label) bar.ariaLabel = label;
}

/**
 * @param {HTMLProgressElement} segment
 * @param {number} reached
 */
function fill(segment, reached) {
  const value = Math.min(Math.max(reached, 0), segment.max);
  if (segment.value !== value) segment.value = value;
}

/** @param {HTMLElement} goal */
function logWin(goal) {
  const form = /** @type {HTMLFormElement | null} */ (goal.querySelector(".goal__log"));
  if (form && !goal.hasAttribute("data-logged")) form.requestSubmit(first(form, "button"));
}
