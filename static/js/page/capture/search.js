// Looking for wins: in the address, so that it can be gone back to; without a connection among those
// that are on this page.

import { dayOf } from "../../outbox/entry.js";
import { extrasIn, winIn } from "../shared/draw.js";
import { unpack } from "../shared/folds.js";
import { here } from "../shared/moments.js";
import { me, say } from "../shared/words.js";

const PATIENCE = 4_000;
const A_DAY = 86_400_000;
const WAITING = "#unsent-wins > li.win";
const form = document.getElementById("find");
let looking = false;

/** Wire the search on this page, if it has one. */
export function wireSearch() {
  if (!form) return;
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    if (ctx.sourceElement === form) ctx.fetch = ask;
  });
  document.addEventListener("htmx:after:swap", ({ detail: { ctx } }) => {
    if (ctx.sourceElement === form) lookAmongWaiting();
  });
  if (document.documentElement.dataset.from === "phone" && location.search) lookAsAddressed();
}

/** Rows have come: offer to look for them, and look again where the phone itself was looking. */
export function lookAgain() {
  if (form?.hidden) form.hidden = !document.querySelector(WAITING);
  if (looking) lookHere();
}

async function ask(url, options) {
  noteAddress();
  looking = false;
  try {
    return await Promise.race([fetch(url, options), tooLong(options.signal)]);
  } catch (error) {
    if (error.name !== "AbortError") lookHere();
    return new Response(null, { status: 204 }); // nothing to swap in
  }
}

function tooLong(signal) {
  return new Promise((_, reject) => {
    setTimeout(() => signal.aborted || reject(new Error("no answer")), PATIENCE);
  });
}

function noteAddress() {
  const said = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", `/wins/${said.length ? `?${new URLSearchParams(said)}` : ""}`);
}

// A cached page stands in for the one that was asked for.
function lookAsAddressed() {
  unpack(form);
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  lookHere();
}

function lookHere() {
  looking = true;
  const rows = [...document.querySelectorAll(`${WAITING}, #log li.win`)];
  sift(rows);
  document.getElementById("more")?.remove();
  document.getElementById("found").textContent = say("found_here", rows.filter(({ hidden }) => !hidden).length);
}

// The server has found the others: among them what waited when this page was opened and was sent since.
function lookAmongWaiting() {
  for (const row of document.querySelectorAll(WAITING)) {
    if (document.querySelector(`#log [id="${row.id}"]`)) row.remove();
  }
  sift(document.querySelectorAll(WAITING));
}

function sift(rows) {
  const asked = wanted(Object.fromEntries(new FormData(form)));
  for (const row of rows) row.hidden = !fits(winIn(row), asked);
  for (const list of document.querySelectorAll("#unsent-wins, #log ul")) {
    list.hidden = !list.querySelector("li.win:not([hidden])");
    if (list.previousElementSibling?.matches(".day")) list.previousElementSibling.hidden = list.hidden;
  }
}

function wanted({ q = "", period = "", from = "", to = "", ...alike }) {
  const { at, offset } = here();
  const today = dayOf(at, offset, me.dayStart);
  const begins = { week: at - ((new Date(today).getUTCDay() + 6) % 7) * A_DAY, weeks: at - 27 * A_DAY };
  const begin =
    period === "year" ? `${today.slice(0, 4)}-01-01` : begins[period] && dayOf(begins[period], offset, me.dayStart);
  return { words: folded(q).split(/\s+/), first: from || (to ? "" : (begin ?? "")), last: to, alike };
}

// As in webapp/rules/capture/searches.py and webapp/storage/capture/searches.py.
function fits(win, { words, first, last, alike }) {
  const more = extrasIn(win.more);
  const { kind, area, visibility, counted, objective } = alike;
  const day = dayOf(Number(win.happened), Number(win.offset), me.dayStart);
  const text = folded([win.what, win.impact, win.next_step, more.approach, more.worked, more.improve].join("\n"));
  return (
    words.every((word) => text.includes(word)) &&
    (!kind || win.kind === kind) &&
    (!area || win.area === area) &&
    (!visibility || (more.visibility ?? "private") === visibility) &&
    (!counted || (win.counted === "yes") === (counted === "yes")) &&
    (!objective || (more.objectives ?? "").includes(objective)) &&
    (!first || day >= first) &&
    (!last || day <= last)
  );
}

function folded(text) {
  return text.normalize("NFC").toLowerCase();
}
