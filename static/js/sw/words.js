// The sentences of scripts, which every page brings along. The cached pages of a language share one copy of them: they are
// half of a small page. And what the page "No connection" says.

const SENTENCES = /data-words='([^']*)'/;
const NONE = "data-words=''";

/**
 * Return a page without its sentences, and the sentences.
 * @param {string} page
 * @returns {[string, string]}
 */
export function withoutWords(page) {
  const sentences = SENTENCES.exec(page)?.[1] ?? "";
  return [page.replace(SENTENCES, NONE), sentences];
}

/**
 * Return a page with the sentences that were taken out of it. One that still has some stays as it is.
 * @param {string} page
 * @param {string} sentences
 */
export function withWords(page, sentences) {
  return page.replace(NONE, () => `data-words='${sentences}'`); // a function: "$&" is no pattern here
}

/**
 * Return the page "No connection" as it is shown in place of a team's page.
 * @param {string} page
 */
export function aboutTeams(page) {
  return page.replace('data-of="page"', "hidden").replace('data-of="team" hidden', 'data-of="team"');
}

/**
 * Return whether a page holds other people's words, and so is never cached: one of a team or an organisation.
 * @param {string} pathname
 */
export function isOfTeam(pathname) {
  return /^\/(teams|organisations)\//.test(pathname);
}
