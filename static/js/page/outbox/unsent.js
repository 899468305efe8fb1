// The page "On this phone": the entries that wait here and why, and what a person can do about them.

import { retried } from "../../outbox/plan.js";
import * as store from "../../outbox/store.js";
import { listed, withWhatFollows } from "../../outbox/things.js";
import { byId, closest } from "../shared/dom.js";
import { keepFocus, placeOfFocus } from "../shared/focus.js";
import { me } from "../shared/me.js";
import { saveFile } from "./export.js";
import { askToPersist } from "./storage.js";
import { corrected, formOf, rowOfUnsent } from "./unsent_rows.js";

/**
 * @import { Entry } from "../../outbox/types.js"
 * @typedef {(button: HTMLElement, entry: Entry) => unknown} Action
 */

let shown = "";

/** @type {Record<string, Action>} */
const ACTIONS = {
  retry: (_button, entry) => store.update([retried(entry)]),
  correct: (button, entry) => button.closest("li")?.replaceWith(formOf(entry)),
  remove: async (button, entry) => {
    if (isSure(button)) await store.remove(withWhatFollows(entry, await store.entriesOf(me.person)));
  },
  show: (button, entry) => button.closest("li")?.replaceWith(rowOfUnsent(entry)),
  export: async () => saveFile(await store.entriesOf(me.person)),
  persist: askToPersist,
};

/**
 * Wire the page, if this is it.
 * @param {{ changed: () => unknown, send: () => unknown }} on  entries were put in another state; a person wants to send
 */
export function wireUnsent({ changed, send }) {
  const list = document.getElementById("held");
  if (!list) return;
  /** @type {Record<string, Action>} */
  const actions = { ...ACTIONS, send };
  byId("main").addEventListener("click", async (event) => {
    const button = closest(event, "[data-do]");
    if (!button) return;
    const place = placeOfFocus();
    await actions[button.dataset.do ?? ""]?.(button, await entryAround(button));
    await changed();
    keepFocus(place);
    if (button.dataset.do === "retry") await send();
  });
  list.addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const place = placeOfFocus();
    await store.replace(corrected(form, await entryAround(form)));
    await changed();
    keepFocus(place);
    await send();
  });
}

/**
 * Show these entries; a row whose form is open stays as it is.
 * @param {Entry[]} entries
 */
export function showUnsent(entries) {
  const list = document.getElementById("held");
  if (!list) return;
  const open = list.querySelector("form")?.closest("li");
  if (open && entries.some(({ id }) => open.id === `held-${id}`)) return;
  const rows = listed(entries);
  const now = JSON.stringify(rows.map(({ id, verb, state, reason, fields }) => [id, verb, state, reason, fields]));
  if (now === shown && !open) return; // a button that has the focus keeps it
  shown = now;
  list.replaceChildren(...rows.map(rowOfUnsent));
  byId("held-actions").hidden = entries.length === 0;
}

/**
 * Return the entry whose row an element is in. Buttons outside of the rows have none, and need none.
 * @param {Element} part
 */
async function entryAround(part) {
  const row = part.closest("li");
  const entries = row ? await store.entriesOf(me.person) : [];
  return /** @type {Entry} */ (entries.find(({ id }) => row?.id === `held-${id}`));
}

/**
 * Deleting is final, so it takes a second tap on the same button.
 * @param {HTMLElement} button
 */
function isSure(button) {
  if (button.dataset.asked) return true;
  button.dataset.asked = "yes";
  button.textContent = button.dataset.sure ?? "";
  return false;
}
