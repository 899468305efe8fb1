// What opens the app from outside: something shared from another app, and the shortcut "Log a win".

import { drawn, element } from "../shared/draw.js";
import { draftOf } from "./draft.js";

const NAMES = ["title", "text", "url"];
const form = document.getElementById("capture");

/** On Today: put what was shared into the box, ready for one tap; or get ready to type. */
export function takeArrival() {
  if (location.pathname === "/shares/new") return location.replace(`/#${location.search.slice(1)}`);
  const shared = new URLSearchParams(location.hash.slice(1));
  if (!form) return undefined;
  if (NAMES.some((name) => shared.has(name))) place(shared);
  else if (new URLSearchParams(location.search).has("capture")) form.elements.what.focus();
  return undefined;
}

/** The link belongs to the win that was logged, not to the next. */
export function dropEvidence() {
  form?.querySelector(".evidence-link")?.remove();
}

function place(shared) {
  history.replaceState(null, "", location.pathname); // so that a reload does not bring it again
  const { what, evidence } = draftOf(Object.fromEntries(shared));
  form.elements.what.value = what;
  if (evidence) attach(evidence);
  form.elements.what.focus();
}

function attach(evidence) {
  dropEvidence();
  const row = element(drawn("evidence", { evidence }));
  row.querySelector("button").onclick = dropEvidence;
  form.elements.what.after(row);
}
