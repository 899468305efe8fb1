// Putting the app on the home screen: the browser's own offer behind our button, or how to do it by hand on an iPhone.
// Not before a first win; once dismissed it stays hidden.

import { all, closest } from "../shared/dom.js";
import { keepFocus, placeOfFocus } from "../shared/focus.js";
import { tryKeeping } from "../shared/keeping.js";

/**
 * What Chromium says when the app can be installed; TypeScript does not know it.
 * @typedef {Event & { prompt: () => Promise<unknown> }} InstallEvent
 */

const NAME = "install";
/** @type {InstallEvent | undefined} */
let offer;
// Only iPhones and iPads say whether they stand alone.
let way = /** @type {{ standalone?: boolean }} */ (navigator).standalone === false ? "steps" : "";

/** Wire the hint of pages that have one; the page may be drawn again. */
export function wireInstall() {
  const hint = () => document.getElementById("install");
  if (!hint()) return;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = /** @type {InstallEvent} */ (event);
    way = "offer";
    offerInstall();
  });
  addEventListener("appinstalled", () => {
    hint()?.toggleAttribute("hidden", true);
  });
  document.addEventListener("click", (event) => {
    const card = closest(event, "#install");
    if (card) act(card, closest(event, "[data-act]")?.dataset.act);
  });
}

/** Show the hint if this is the time: the app can be installed, there is a win, and the hint was not dismissed. */
export function offerInstall() {
  const card = document.getElementById("install");
  if (!card || !way || matchMedia("(display-mode: standalone)").matches) return;
  if (!("lasting" in card.dataset) && (isDismissed() || !document.querySelector(".win"))) return;
  card.hidden = false;
  for (const part of all(card, "[data-way]")) part.hidden = part.dataset.way !== way;
}

/**
 * @param {HTMLElement} card
 * @param {string | undefined} name
 */
async function act(card, name) {
  const place = placeOfFocus();
  if (name === "install") await offer?.prompt();
  if (name === "dismiss") dismiss();
  if (name) card.hidden = true;
  keepFocus(place);
}

function dismiss() {
  tryKeeping(() => localStorage.setItem(NAME, "no")); // if not, the hint comes again
}

function isDismissed() {
  return tryKeeping(() => localStorage.getItem(NAME) ?? "") !== "";
}
