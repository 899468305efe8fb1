// The page "On this phone": what waits here and why, and what a person can do about it.

import { wire } from "../../outbox/entry.js";
import { retried } from "../../outbox/plan.js";
import * as store from "../../outbox/store.js";
import { drawn, element } from "../shared/draw.js";
import { fieldText, numberOf } from "../shared/numbers.js";
import { locale, me, say } from "../shared/words.js";
import { keepSafe } from "./storage.js";

const list = document.getElementById("held");
const NOTHING_TO_MEND = new Set(["undo", "defer_check_in", "meet_goal", "reopen_decision"]);
// The fields whose words name an entry: the first of them that it has.
const SAYING = "what impact next_step note evidence area approach worked improve outcome".split(" ");
const NUMBERS = ["value", "after", "before"];
let shown = "";

/** Wire the page, if this is it; `changed` hears of entries put in another state, `send` sends now. */
export function wireHeld({ changed, send }) {
  if (!list) return;
  const acts = { ...ACTS, send, persist: keepSafe };
  document.getElementById("main").addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-do]");
    if (!button) return;
    await acts[button.dataset.do](button, await entryAround(button));
    await changed();
  });
  list.addEventListener("submit", async (event) => {
    event.preventDefault();
    await mend(event.target, await entryAround(event.target));
    await changed();
  });
}

/** Show these entries; a row whose form is open stays as it is. */
export function showHeld(entries) {
  if (!list) return;
  const open = list.querySelector("form")?.closest("li");
  if (open && entries.some(({ id }) => open.id === `held-${id}`)) return;
  const now = JSON.stringify(entries.map(({ id, state, reason }) => [id, state, reason]));
  if (now === shown && !open) return; // a button that has the focus keeps it
  shown = now;
  list.replaceChildren(...entries.map(rowOf));
  document.getElementById("held-actions").hidden = entries.length === 0;
}

const ACTS = {
  retry: (_button, entry) => store.update([retried(entry)]),
  mend: (button, entry) => button.closest("li").replaceWith(formOf(entry)),
  remove: (button, entry) => (isSure(button) ? store.remove([entry]) : undefined),
  show: (button, entry) => button.closest("li").replaceWith(rowOf(entry)),
  export: async () => saveFile(await store.entriesOf(me.person)),
};

function rowOf(entry) {
  const row = element(drawn("held", valuesOf(entry)));
  row.querySelectorAll("[data-for]").forEach((part) => {
    if (!part.dataset.for.split(" ").includes(entry.state)) part.remove();
  });
  row.querySelectorAll("[data-verb]").forEach((part) => {
    if (part.dataset.verb !== entry.verb) part.remove();
  });
  if (!canMend(entry)) row.querySelector("[data-do=mend]")?.remove();
  if (!row.querySelector("button")) row.querySelector(".actions").remove();
  return row;
}

function formOf(entry) {
  const row = element(drawn("mend", valuesOf(entry)));
  for (const control of [...row.querySelector("form").elements]) {
    if (!control.name) continue;
    if (!isGiven(entry.fields[control.name])) control.closest(".field").remove();
    else if (control.type !== "select-one" || isOffered(control, entry.fields[control.name])) {
      control.value = fieldText(entry.fields[control.name]);
    }
  }
  return row;
}

function canMend({ verb, fields }) {
  return verb === "tick_criterion" ? isGiven(fields.value) : !NOTHING_TO_MEND.has(verb);
}

function isOffered(select, value) {
  return [...select.options].some((option) => option.value === value);
}

// The mended entry keeps its id: should the server have it after all, it is stored once.
function mend(form, entry) {
  const fields = { ...entry.fields, ...Object.fromEntries(new FormData(form)) };
  if ("rating" in fields) fields.rating = Number(fields.rating);
  for (const control of form.querySelectorAll("[data-number]")) fields[control.name] = numberOf(control);
  form.closest("li").remove();
  return store.replace({ ...retried(entry), fields, reason: undefined });
}

function valuesOf({ id, state, reason = "", fields, at, offset }) {
  const said = SAYING.map((name) => fields[name]).find(isGiven);
  const number = NUMBERS.map((name) => fields[name]).find(isGiven);
  const rated = fields.rating === undefined ? fieldText(number) : say("of_10", fields.rating);
  return { id, state, reason, what: said ?? rated, when: shownMoment(at, offset) };
}

function isGiven(value) {
  return value !== undefined && value !== null;
}

// Made for each: a page that shows none must not wait for it, the first costs 10 ms and more.
function shownMoment(at, offset) {
  const format = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }; // moved to where it happened
  return new Intl.DateTimeFormat(locale, format).format(at + offset * 60_000);
}

async function entryAround(part) {
  const row = part.closest("li");
  const entries = row ? await store.entriesOf(me.person) : [];
  return entries.find(({ id }) => row.id === `held-${id}`);
}

// Deleting is for good, so it takes a second tap on the same button.
function isSure(button) {
  if (button.dataset.asked) return true;
  button.dataset.asked = "yes";
  button.textContent = button.dataset.sure;
  return false;
}

function saveFile(entries) {
  const held = entries.map((entry) => ({ ...wire(entry), state: entry.state, reason: entry.reason }));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(held, null, 2)], { type: "application/json" }));
  link.download = `small-wins-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
