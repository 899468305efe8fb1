// The parts of a review that can change: each is put in when it is different, unless somebody is at it.

const ONCE = /(name="once" value=")[^"]*"/g; // ids of forms differ each time a page is drawn

/** What the server said last of each part, by its id. @type {Map<string, string>} */
const said = new Map();
for (const part of partsIn(document)) said.set(part.id, textOf(part));

/**
 * Put in what is different in a page that has come; returns whether all of it is there now.
 * @param {Document} page
 * @param {Element | null} touched  the part in which the person has just tapped: it changes although it has the focus
 */
export function putParts(page, touched) {
  const wanted = [...partsIn(page)].filter((part) => said.get(part.id) !== textOf(part) || !here(part));
  const missing = wanted.filter((part) => !putPart(part, touched));
  return removeGone(page) && missing.length === 0;
}

/** Return whether somebody has words on this page that were not sent, or has unfolded or ticked something. */
export function isBusy() {
  return hasTouched(document.body);
}

/**
 * Return whether somebody is at a part: it has the focus, words that were not sent, or is unfolded.
 * @param {Element} part
 */
function inHands(part) {
  return part.contains(document.activeElement) || hasTouched(part);
}

/** @param {Element} part */
function hasTouched(part) {
  return [...part.querySelectorAll("input, textarea, details[open]")].some(isTouched);
}

/**
 * @param {HTMLElement} part
 * @param {Element | null} touched
 */
function putPart(part, touched) {
  const now = here(part);
  if (now && now !== touched && inHands(now)) return false;
  said.set(part.id, textOf(part));
  const fresh = /** @type {HTMLElement} */ (document.importNode(part, true));
  if (now) replace(now, fresh);
  else listOf(part)?.insertBefore(fresh, nextOf(part));
  return true;
}

/**
 * @param {HTMLElement} now
 * @param {HTMLElement} fresh
 */
function replace(now, fresh) {
  const hadFocus = now.contains(document.activeElement);
  now.replaceWith(fresh);
  if (hadFocus) /** @type {HTMLElement | null} */ (fresh.querySelector("button, summary, a"))?.focus();
}

/** @param {Document} page */
function removeGone(page) {
  const gone = [...partsIn(document)].filter(({ id }) => said.has(id) && !page.getElementById(id));
  const stay = gone.filter(inHands);
  for (const part of gone) if (!stay.includes(part)) [part.remove(), said.delete(part.id)];
  return stay.length === 0;
}

/** @param {ParentNode} page */
function partsIn(page) {
  return /** @type {NodeListOf<HTMLElement>} */ (page.querySelectorAll("[data-live]"));
}

/** @param {Element} part */
function here({ id }) {
  return document.getElementById(id);
}

/** @param {Element} part */
function listOf(part) {
  return document.getElementById(part.parentElement?.id ?? "");
}

/** @param {Element} part  of a list of the page that has come; the rest of the list may not be here yet */
function nextOf(part) {
  for (let next = part.nextElementSibling; next; next = next.nextElementSibling) if (here(next)) return here(next);
  return listOf(part)?.querySelector(".line--waits") ?? null;
}

/** @param {Element} part */
function textOf(part) {
  return part.outerHTML.replace(ONCE, '$1"');
}

/** @param {Element} control */
function isTouched(control) {
  if (control instanceof HTMLInputElement && control.type === "checkbox")
    return control.checked !== control.defaultChecked;
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)
    return control.type !== "hidden" && control.value !== control.defaultValue;
  return true;
}
