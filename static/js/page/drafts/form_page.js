// "Not sent" leads back to the page that the form is on. Noted as it is sent: Firefox does not tell where a page that the
// worker answers with was asked for.

import { all } from "../shared/dom.js";

const NAME = "form-page";
const LINKS = "[data-form-page]";

/** Note that a form of this page is sent. */
export function notePage() {
  if (document.querySelector(LINKS)) return; // the language is switched on "Not sent"
  try {
    sessionStorage.setItem(NAME, location.pathname + location.search);
  } catch {
    // refused, with the cookies
  }
}

/** Forget it, as the person signs out. */
export function forgetPage() {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // refused, with the cookies
  }
}

/** Let links lead to it. */
export function leadToForm() {
  for (const link of all(document, LINKS)) /** @type {HTMLAnchorElement} */ (link).href = noted() ?? "/";
}

function noted() {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}
