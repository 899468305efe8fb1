// The language that the phone is shown in. It is stored, so that the worker knows it without a connection.

import { readValue, writeValue } from "../outbox/store.js";
import { expectNews } from "./expecting.js";
import { isOurs } from "./ours.js";
import { cachedPage, languageOf } from "./pages.js";
import { ownPath, standIn } from "./routes.js";
import { scope } from "./scope.js";
import { forward } from "./timeout.js";

const PATIENCE = 2_000; // ms

/** Return the language that the phone is shown in. */
export async function currentLanguage() {
  return (await readValue("language").catch(() => null)) ?? __LANGUAGES__[0];
}

/**
 * Store the language of a page from the server, if it is another one than before.
 * @param {Response} page
 */
export async function noteLanguage(page) {
  const language = languageOf(page);
  if (language && language !== (await currentLanguage())) await writeValue("language", language);
}

/**
 * Answer the form that switches the language. Without a connection the switch still works: it leads to the page in
 * that language, if it is cached.
 * @param {Request} request
 */
export async function switchLanguage(request) {
  const sent = request
    .clone()
    .formData()
    .catch(() => new FormData());
  try {
    const response = await forward(request, PATIENCE);
    if (!(await isOurs(response))) throw new Error("not an answer of ours");
    expectNews();
    return response;
  } catch {
    return Response.redirect(await switched(await sent), 303);
  }
}

/**
 * Store the chosen language; resolves with the address to go on at.
 * @param {FormData} form
 */
async function switched(form) {
  const { origin } = scope.location;
  const next = ownPath(textIn(form, "next"), origin);
  const wanted = textIn(form, "language");
  if (!wanted || !__LANGUAGES__.includes(wanted)) return next;
  await writeValue("language", wanted).catch(() => {}); // the page has set the cookie
  const path = standIn(origin + next);
  const page = path ? await cachedPage(path, wanted) : undefined;
  return page && languageOf(page) !== wanted ? "/offline" : next;
}

/**
 * @param {FormData} form
 * @param {string} name
 */
function textIn(form, name) {
  return /** @type {string | null} */ (form.get(name));
}
