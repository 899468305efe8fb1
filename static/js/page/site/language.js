// The switch of the language: the choice is noted on the phone, so that it stands when the server
// could not be told.

import { setCookie } from "../shared/cookies.js";

/** Note the language before its form goes on its way; without a connection the worker answers it. */
export function wireLanguages() {
  document.querySelector("form.languages")?.addEventListener("submit", ({ submitter }) => {
    setCookie("language", submitter.value);
  });
}
