// Plain forms of our own pages: sent on as they are, once. Without an answer a page of ours says so, and never the
// browser's; the words are still on the phone (page/drafts).

import { finishSignOut } from "../outbox/sign_out.js";
import { expectNews } from "./expecting.js";
import { currentLanguage } from "./language.js";
import { shellName } from "./routes.js";
import { fromShell } from "./shell.js";
import { forward } from "./timeout.js";

const TIMEOUT = 20_000; // ms

/**
 * Return the answer to a form, or the page that says that there is none.
 * @param {Request} request
 * @returns {Promise<Response>}
 */
export async function answerToForm(request) {
  const [left, language] = await Promise.all([finishSignOut().catch(() => true), currentLanguage()]);
  if (!left) return pageOfShell("/signed-out", language);
  try {
    const response = await forward(request, TIMEOUT);
    expectNews();
    if (isOurs(response)) return response;
  } catch {
    // the page below says it
  }
  return pageOfShell("/not-sent", language);
}

/**
 * A captive portal, or a proxy without our server, answers in our place.
 * @param {Response} response
 */
function isOurs({ type, headers }) {
  return type === "opaqueredirect" || headers.has("Smallwins-Person") || !headers.get("Content-Type")?.includes("html");
}

/**
 * @param {string} path
 * @param {string} language
 */
async function pageOfShell(path, language) {
  return (await fromShell(shellName(path, language))) ?? Response.error();
}
