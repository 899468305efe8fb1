// The switch of the language: the choice is noted on the phone, so that it stands when the server
// could not be told.

const YEAR = 31_536_000;

/** Note the language before its form goes on its way; without a connection the worker answers it. */
export function wireLanguages() {
  document.querySelector("form.languages")?.addEventListener("submit", ({ submitter }) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `language=${submitter.value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  });
}
