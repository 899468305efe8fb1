// Drawing the server's own fragments on the phone, from <template>s that the page carries.

import { wallClock } from "../outbox/entry.js";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** The HTML of template `draw-<name>` with its {places} filled; values are text, never markup. */
export function drawn(name, values) {
  const template = document.getElementById(`draw-${name}`);
  // One pass, so that a value that looks like a place is not filled in turn.
  return template.innerHTML.replace(/\{(\w+)\}/g, (place, key) =>
    key in values ? escaped(values[key]) : place,
  );
}

/** Whether this page can draw it. */
export function canDraw(name) {
  return document.getElementById(`draw-${name}`) !== null;
}

/** The values that a win's row is drawn from, for a new win. */
export function winOf({ id, at, offset, zone, fields }) {
  const { what, kind, impact = "", next_step = "" } = fields;
  return { id, kind, what, impact, next_step, happened: at, offset, zone, ...wallClock(at, offset) };
}

/** The values behind a row or form on the page. */
export function winIn(row) {
  const { happened, offset, zone, kind } = row.dataset;
  const read = row.querySelector("form") ? inForm : inRow;
  const id = row.id.slice("win-".length);
  return { id, kind, ...read(row), happened, offset, zone, ...wallClock(Number(happened), Number(offset)) };
}

/** A win's values after an edit. */
export function edited(win, { happened, target, ...texts }) {
  if (!happened) return { ...win, ...texts };
  const { at, offset, zone } = happened;
  return { ...win, ...texts, happened: at, offset, zone, ...wallClock(at, offset) };
}

/** An element made of a fragment. */
export function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
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
