// Plain forms of our own pages: sent on as they are, once. Without an answer a page of ours says so, and never the
// browser's; the words are still on the phone (page/drafts).

import { deletePages } from "../outbox/deletions.js";
import { finishSignOut } from "../outbox/sign_out.js";
import { expectNews } from "./expecting.js";
import { currentLanguage } from "./language.js";
import { isOurs } from "./ours.js";
import { isSigningIn, shellName } from "./routes.js";
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
  const isOfAnother = isSigningIn(request.url);
  // Before it, too: the answer may come when this has given up.
  if (isOfAnother) await forgetPages();
  try {
    const response = await forward(request, TIMEOUT);
    if (isOfAnother) await forgetPages();
    expectNews();
    if (await isOurs(response)) return response;
  } catch {
    // the page below says it
  }
  return pageOfShell("/not-sent", language);
}

/** What was cached is of the person before, who must not be shown to the next one. */
function forgetPages() {
  return deletePages().catch(() => {});
}

/**
 * @param {string} path
 * @param {string} language
 */
async function pageOfShell(path, language) {
  return (await fromShell(shellName(path, language))) ?? Response.error();
}
