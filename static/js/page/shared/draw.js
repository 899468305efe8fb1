// Drawing the server's own fragments on the phone, from <template>s that the page carries.

import { wallClock } from "../../outbox/entry.js";

// What a row carries beside its words, where it has it; see WinRow.extras in webapp/domain/capture/wins.py.
const EXTRAS = [
  "evidence",
  "area",
  "moves",
  "visibility",
  "measurable",
  "goal",
  "objectives",
  "indicator",
  "before",
  "after",
  "approach",
  "worked",
  "improve",
];
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** The HTML of template `draw-<name>` with its {placeholders} filled; values are text, never markup. */
export function drawn(name, values) {
  const template = document.getElementById(`draw-${name}`);
  // One pass, so that a value that looks like a placeholder is not filled in turn.
  return template.innerHTML.replace(/\{(\w+)\}/g, (placeholder, key) =>
    key in values ? escaped(values[key]) : placeholder,
  );
}

/** Whether this page can draw it. */
export function canDraw(name) {
  return document.getElementById(`draw-${name}`) !== null;
}

/** The values that a win's row is drawn from, for a new win. */
export function winOf({ id, at, offset, zone, fields }) {
  const { what, kind, impact = "", next_step = "" } = fields;
  const win = { id, kind, what, impact, next_step, happened: at, offset, zone, ...wallClock(at, offset) };
  return complete(win, extrasOf(fields));
}

/** The values behind a row or form on the page. */
export function winIn(row) {
  const { happened, offset, zone, kind, more } = row.dataset;
  const read = row.querySelector("form") ? inForm : inRow;
  const id = row.id.slice("win-".length);
  const win = { id, kind, ...read(row), happened, offset, zone, ...wallClock(Number(happened), Number(offset)) };
  return complete(win, extrasIn(more));
}

/** A win's values after an edit. */
export function edited(win, { happened, target, ...given }) {
  const { what, impact, next_step, kind } = { ...win, ...given };
  const words = { ...win, what, impact, next_step, kind };
  const extras = extrasOf({ ...extrasIn(win.more), ...given });
  if (!happened) return complete(words, extras);
  const { at, offset, zone } = happened;
  return complete({ ...words, happened: at, offset, zone, ...wallClock(at, offset) }, extras);
}

/** The details that a row carries for its form, as they are written in its data-more. */
export function extrasIn(more) {
  return more ? JSON.parse(more) : {};
}

/** Whether a win counts as evidence: the same rule as in webapp/rules/capture/wins.py. */
export function isCounted(impact, { objectives, indicator, measurable }) {
  return Boolean(objectives && (measurable || indicator || /\p{Nd}/u.test(impact)));
}

/** An element made of a fragment. */
export function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
}

function extrasOf(fields) {
  const extras = {};
  for (const name of EXTRAS) {
    const value = Array.isArray(fields[name]) ? fields[name].join(" ") : fields[name];
    if ((value || value === 0) && value !== "private") extras[name] = value;
  }
  return extras;
}

function complete(win, extras) {
  const { area = "", evidence = "" } = extras;
  const host = evidence && hostOf(evidence);
  return {
    ...win,
    area,
    host,
    evidence: host && evidence,
    counted: isCounted(win.impact, extras) ? "yes" : "",
    more: Object.keys(extras).length ? JSON.stringify(extras) : "",
  };
}

// The server checks links when they arrive; until then a row must not lead anywhere else.
function hostOf(link) {
  try {
    const { protocol, hostname } = new URL(link);
    return protocol === "https:" || protocol === "http:" ? hostname : "";
  } catch {
    return "";
  }
}

function inRow(row) {
  const text = (part) => row.querySelector(`.win__${part}`).textContent;
  return { what: text("what"), impact: text("impact"), next_step: text("next") };
}

function inForm(row) {
  const { what, impact, next_step } = row.querySelector("form").elements;
  return { what: what.defaultValue, impact: impact.defaultValue, next_step: next_step.defaultValue };
}

function escaped(value) {
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
