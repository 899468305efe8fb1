// The switch of the language: the choice is stored on the phone, for the case that the server is not reachable.

import { setCookie } from "../shared/cookies.js";

/** Store the language before its form is sent; without a connection the service worker answers the form. */
export function wireLanguages() {
  /** @type {HTMLFormElement | null} */
  const form = document.querySelector("form.languages");
  form?.addEventListener("submit", ({ submitter }) => {
    setCookie("language", /** @type {HTMLButtonElement} */ (submitter).value);
  });
}
