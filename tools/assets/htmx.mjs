// htmx without what no page here uses: more than a quarter of it, which every phone would load and keep.
// tests/test_htmx.py holds that no template asks for any of it.
import { readFileSync } from "node:fs";

/** @import { Plugin } from "esbuild" */

/** Methods of htmx that do nothing here, and what they answer then. @type {Record<string, string>} */
const UNUSED = {
  ...nothing("morph", "morphChildren", "morphNode", "findBestMatch", "matchesUpcomingSibling", "isSoftMatch"),
  ...nothing("createIdMaps", "createPersistentIds", "populateIdMapWithTree", "moveBefore"), // morphing: hx-swap
  ...nothing("handleHxOnAttributes", "executeJavaScript", "apiMethods"), // hx-on, js: (the policy forbids both)
  ...nothing("maybeBoost", "shouldBoost", "isSameOrigin"), // hx-boost
  ...nothing("restoreHistory", "resolveHistoryAction", "handleHistoryUpdate"), // switched off in _head.html
  ...nothing("pushUrlIntoHistory", "replaceUrlInHistory", "initRequestIndicatorCss"), // these, too
  ...nothing("createOOBTask"), // hx-swap-oob
  processOOB: "return []",
  // No stylesheet has transitions. It gave what comes the style of what goes, which the policy refuses where an extension
  // has set one, and with hundreds of rows took a millisecond of each tap.
  startCSSTransitions: "return []",
  ...nothing("submitTransitionTask", "processTransitionQueue"), // transition: in hx-swap
  ...nothing("handlePreservedElements", "restorePreservedElements"), // hx-preserve
  ...nothing("handleScroll"), // scroll: and show: in hx-swap
  ...nothing("handleTriggerHeader"), // HX-Trigger
};

/** Lets esbuild read htmx without these methods. @type {Plugin} */
export const smallHtmx = {
  name: "small htmx",
  setup({ onLoad }) {
    onLoad({ filter: /htmx\.esm\.js$/ }, ({ path }) => ({ contents: withoutUnused(readFileSync(path, "utf8")) }));
  },
};

/**
 * Return the source with the bodies of these methods replaced; fails if one of them is not there any more.
 * @param {string} source  as htmx is formatted: methods are indented by eight
 */
export function withoutUnused(source) {
  return Object.entries(UNUSED).reduce((text, [name, answer]) => {
    const method = new RegExp(`^( {8}(?:async )?#${name}\\([^\n]*\\) \\{)\\n.*?^ {8}\\}$`, "ms");
    if (!method.test(text)) throw new Error(`htmx has no ${name} as it was; see tools/assets/htmx.mjs.`);
    return text.replace(method, `$1 ${answer} }`);
  }, source);
}

/** @param {string[]} names */
function nothing(...names) {
  return Object.fromEntries(names.map((name) => [name, ""]));
}
