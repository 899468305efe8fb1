// Searching the log: the search is in the address, so that a person can go back to it. Without a connection the phone
// searches among the wins that are on this page.

import { askServer } from "../shared/answers.js";
import { all, byId, control } from "../shared/dom.js";
import { unpack } from "../shared/folds.js";
import { me } from "../shared/me.js";
import { momentNow } from "../shared/moments.js";
import { say } from "../shared/words.js";
import { showDays, showHits } from "./hits.js";
import { fits, queryOf } from "./query.js";
import { winIn } from "./win_row.js";

const PATIENCE = 4_000; // ms
const WAITING = "#unsent-wins > li.win";

/** Wire the search on this page, if it has one. */
export function wireSearch() {
  const form = searchForm();
  if (!form) return;
  openBeside(form);
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.sourceElement === form) ctx.fetch = (url, options) => ask(form, url, options);
  });
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.sourceElement === form) searchWaiting(form);
  });
  if (document.documentElement.dataset.from === "phone" && location.search) searchAsAddressed(form);
}

/**
 * Where the search is beside the list, its folds are open (find.css).
 * @param {HTMLFormElement} form
 */
function openBeside(form) {
  if (!matchMedia("(min-width: 78rem)").matches) return;
  for (const fold of form.querySelectorAll("details")) fold.open = true;
}

/** Rows have come: offer to search them, and search again where the phone itself was searching. */
export function searchAgain() {
  const form = searchForm();
  if (form?.hidden) form.hidden = !document.querySelector(WAITING);
  if (form) openBeside(form); // a newer drawing of the page may have brought one
  if (form && "here" in byId("found").dataset) searchHere(form);
}

function searchForm() {
  return /** @type {HTMLFormElement | null} */ (document.getElementById("find"));
}

/**
 * @param {HTMLFormElement} form
 * @param {string} url
 * @param {RequestInit} options
 */
async function ask(form, url, options) {
  noteAddress(form);
  delete byId("found").dataset.here;
  try {
    const answer = await Promise.race([askServer(url, options), tooLong(options.signal)]);
    if (answer.status >= 500) searchHere(form);
    return answer;
  } catch (error) {
    if (!isAbort(error)) searchHere(form);
    return new Response(null, { status: 204 }); // nothing to swap in
  }
}

/**
 * @param {AbortSignal | null | undefined} signal
 * @returns {Promise<never>}
 */
function tooLong(signal) {
  return new Promise((_, reject) => {
    setTimeout(() => signal?.aborted || reject(new Error("no answer")), PATIENCE);
  });
}

/** @param {unknown} error */
function isAbort(error) {
  return error instanceof DOMException && error.name === "AbortError";
}

/** @param {HTMLFormElement} form */
function noteAddress(form) {
  const fields = Object.entries(fieldsOf(form)).filter(([, value]) => value);
  history.replaceState(null, "", `/wins/${fields.length ? `?${new URLSearchParams(fields)}` : ""}`);
}

/**
 * A cached page stands in for the one at this address.
 * @param {HTMLFormElement} form
 */
function searchAsAddressed(form) {
  unpack(form);
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = control(form, name);
    if (field) field.value = value;
  }
  searchHere(form);
}

/** @param {HTMLFormElement} form */
function searchHere(form) {
  const found = byId("found");
  found.dataset.here = ""; // until the server has searched, or has drawn the page again
  const rows = [...all(document, `${WAITING}, #log li.win`)];
  filter(form, rows);
  document.getElementById("more")?.remove();
  found.textContent = say("found_here", rows.filter(({ hidden }) => !hidden).length);
}

/**
 * The server has found the others: among them what waited when this page was opened and was sent since.
 * @param {HTMLFormElement} form
 */
function searchWaiting(form) {
  for (const row of document.querySelectorAll(WAITING)) {
    if (document.querySelector(`#log [id="${row.id}"]`)) row.remove();
  }
  filter(form, all(document, WAITING));
}

/**
 * @param {HTMLFormElement} form
 * @param {Iterable<HTMLElement>} rows
 */
function filter(form, rows) {
  const query = queryOf(fieldsOf(form), momentNow(), me.dayStart);
  for (const row of rows) {
    row.hidden = !fits(winIn(row), query, me.dayStart);
    if (!row.hidden) showHits(row, query.words);
  }
  showDays();
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
function fieldsOf(form) {
  return /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
}
