// "Not sent" leads back to the page that the form is on. Noted as it is sent: Firefox does not tell where a page that the
// worker answers with was asked for.

import { all } from "../shared/dom.js";
import { tryKeeping } from "../shared/keeping.js";

const NAME = "form-page";
const LINKS = "[data-form-page]";

/** Note that a form of this page is sent. */
export function notePage() {
  if (document.querySelector(LINKS)) return; // the language is switched on "Not sent"
  tryKeeping(() => sessionStorage.setItem(NAME, location.pathname + location.search));
}

/** Forget it, as the person signs out. */
export function forgetPage() {
  tryKeeping(() => sessionStorage.removeItem(NAME));
}

/** Let links lead to it. */
export function leadToForm() {
  const page = tryKeeping(() => sessionStorage.getItem(NAME)) ?? "/";
  for (const link of all(document, LINKS)) /** @type {HTMLAnchorElement} */ (link).href = page;
}
