// A newer drawing of the page that is open: who and how new it is, and putting it in the place of the older one.

import htmx from "htmx.org";
import { wireQuestion } from "../capture/question.js";
import { byId } from "../shared/dom.js";
import { repack } from "../shared/folds.js";
import { handsOff } from "../shared/hands.js";
import { me } from "../shared/me.js";
import { mergeChildren } from "../shared/merge.js";
import { dropTwins } from "../today/fold.js";
import { tellOthers } from "./tabs.js";

const PARTS = ["#main", ".dock"];
const ONCE = "input[name=once]";

/** Whether this page is the answer to a form: it has no address of its own. */
export const isGivenBack = "givenBack" in document.body.dataset;

/**
 * Put what is different in a newer drawing of this page in its place, as soon as no finger is on it; returns whether it
 * was of the same person.
 * @param {string} html
 */
export async function putInPlace(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  repack(fresh);
  const { person, rev } = fresh.body.dataset;
  if (person !== me.person) return leavePerson();
  await handsOff();
  noteRev(Number(rev));
  copyOnceIds(fresh);
  for (const part of PARTS) {
    const [old, newer] = [document, fresh].map((page) => page.querySelector(part));
    if (!old || !newer) continue;
    mergeChildren(old, newer);
    htmx.process(old);
  }
  byId("shown-day")?.replaceWith(...fresh.querySelectorAll("#shown-day"));
  for (const newer of fresh.querySelectorAll("body > template")) {
    document.getElementById(newer.id)?.remove(); // a page may have got one more
    document.body.append(newer);
  }
  dropTwins();
  document.documentElement.dataset.from = "server";
  tellRev();
  wireQuestion();
  return true;
}

/**
 * The ids by which forms are stored once are new in each drawing: a form that is otherwise the same is to stay.
 * @param {Document} fresh
 */
function copyOnceIds(fresh) {
  const [old, newer] = [document, fresh].map((page) => [...page.querySelectorAll(ONCE)]);
  if (old.length !== newer.length) return;
  for (const [index, input] of newer.entries()) input.setAttribute("value", old[index].getAttribute("value") ?? "");
}

/**
 * This page is as new as `rev` now; those that open offline are to be, too.
 * @param {number} rev
 */
function noteRev(rev) {
  if (rev > me.rev) navigator.serviceWorker?.controller?.postMessage("keep pages");
  me.rev = rev;
  document.body.dataset.rev = String(rev);
}

/** Tell other pages how new this one is. */
export function tellRev() {
  if (document.documentElement.dataset.from === "server") tellOthers({ person: me.person, rev: me.rev });
}

/** Another person is signed in, or nobody: what was typed stays on the phone, for the person who typed it. */
export function leavePerson() {
  if (isGivenBack) location.replace("/");
  else location.reload();
  return false;
}
