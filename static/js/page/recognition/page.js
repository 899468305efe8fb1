// The form for thanks: what is left of its length, when the team may read it, and storing it on the phone.

import { makeEntry } from "../../outbox/entry.js";
import { send } from "../../outbox/send.js";
import { add } from "../../outbox/store.js";
import { tellOthers } from "../outbox/tabs.js";
import { all, byId, control, first } from "../shared/dom.js";
import { newId } from "../shared/ids.js";
import { me } from "../shared/me.js";
import { momentNow } from "../shared/moments.js";
import { tidy } from "../shared/texts.js";
import { isEffortOnly, ownWords } from "./words.js";

const form = /** @type {HTMLFormElement} */ (byId("thanking"));
const { own, longest, comma = ", ", effort = "", between = "" } = form.dataset;
const EFFORT = new Set(effort.split(" "));
const BETWEEN = new Set(between.split(" "));
/** @type {string | undefined} */
let entryId; // one for this page: a second try cannot double it

form.addEventListener("input", show);
form.addEventListener("change", show);
form.addEventListener("submit", keep);
show();

/** Show what is left, whether it praises effort only, and let the button to the team wait for a "why". */
function show() {
  const [achieved, matters] = [textOf("achieved"), textOf("matters")];
  const left = Number(longest) - [...achieved, ...matters].length; // characters, as the server counts them
  const place = byId("left");
  place.textContent = (place.dataset.says ?? "").replace("{n}", String(left));
  place.classList.toggle("field__problem", left < 0);
  const hint = byId("hint");
  const isEffort = [achieved, matters].some((text) => isEffortOnly(text, EFFORT, BETWEEN));
  hint.textContent = isEffort ? (hint.dataset.says ?? "") : "";
  const wins = chosen();
  const waits =
    ownWords(
      matters,
      wins.map(({ dataset }) => dataset.words ?? ""),
    ).length < Number(own);
  byId("waits").hidden = !waits;
  const cannot = left < 0 || !wins.length || !achieved;
  const buttons = [.../** @type {NodeListOf<HTMLButtonElement>} */ (all(byId("ways"), "[name=to_team]"))];
  const main = waits ? "no" : buttons[0].value;
  for (const button of buttons) {
    button.disabled = cannot || (waits && button.value === "yes");
    button.classList.toggle("button--main", button.value === main);
  }
  nameThem(wins);
}

/**
 * Say on the button whom the thanks go to: more wins may be chosen, and of others.
 * @param {HTMLInputElement[]} wins
 */
function nameThem(wins) {
  const names = [...new Set(wins.map(({ dataset }) => dataset.name ?? ""))];
  const only = first(byId("ways"), "[name=to_team][value=no]");
  if (names.length) only.textContent = (only.dataset.says ?? "").replace("{names}", names.join(comma));
}

/**
 * Store the thanks on this phone and send them; where the phone cannot store them the form goes to the server.
 * @param {SubmitEvent} event
 */
async function keep(event) {
  const { submitter } = event;
  if (!(submitter instanceof HTMLButtonElement)) return;
  event.preventDefault();
  if (entryId) return;
  entryId = newId();
  try {
    await add(entryOf(entryId, submitter.value === "yes"));
  } catch {
    first(byId("ways"), "[name=to_team]").focus();
    return atServer(submitter);
  }
  form.hidden = true;
  byId("ways").hidden = true;
  byId("thanked").hidden = false;
  endDraft();
  tellOthers("stored");
  await send(me.person, { changed: () => tellOthers("changed") }).catch(() => {});
}

/** They are stored: the form is as it was, and so is its draft. */
function endDraft() {
  form.reset();
  control(form, "matters").dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLButtonElement} button */
function atServer({ name, value }) {
  const hidden = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  form.append(hidden);
  form.submit();
}

/**
 * @param {string} id
 * @param {boolean} toTeam
 */
function entryOf(id, toTeam) {
  const value = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=value]:checked"))?.value ?? "";
  const fields = {
    team: control(form, "team").value,
    wins: chosen().map((box) => box.value),
    achieved: tidy(textOf("achieved")),
    matters: tidy(textOf("matters")),
    value,
    to_team: toTeam,
  };
  return makeEntry("recognise", fields, { id, person: me.person, ...momentNow() });
}

function chosen() {
  return /** @type {HTMLInputElement[]} */ ([...all(form, "[name=wins]:checked")]);
}

/** @param {string} name */
function textOf(name) {
  return control(form, name).value;
}
