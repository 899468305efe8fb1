// The focus of a person with a keyboard: when what has it goes away, it moves to what is nearest, not to the top.

import { afterFrame } from "./frames.js";

const REACHED = "a[href], button, input, select, textarea, summary, [tabindex]";

/**
 * Where the focus was. `at`: the element; `around`: it and the elements around it, the innermost first, each with the
 * one before it.
 * @typedef {{ at: HTMLElement, around: { element: Element, before: Element | null }[] }} Place
 */

/** Keep the focus in what htmx swaps, too. */
export function wireFocus() {
  document.addEventListener("htmx:before:swap", () => {
    const place = placeOfFocus();
    afterFrame().then(() => keepFocus(place));
  });
}

/**
 * Return where the focus is now, or null if nothing has it.
 * @returns {Place | null}
 */
export function placeOfFocus() {
  const at = /** @type {HTMLElement | null} */ (document.activeElement);
  if (!at || at === document.body) return null;
  const around = [];
  for (let element = /** @type {Element | null} */ (at); element && element !== document.body; ) {
    around.push({ element, before: element.previousElementSibling });
    element = element.parentElement;
  }
  return { at, around };
}

/**
 * If the focus was lost since, move it near to where it was.
 * @param {Place | null | undefined} place
 * @param {Place | null} [better]  where a person expects it rather
 */
export function keepFocus(place, better) {
  if (!place || isShown(document.activeElement)) return;
  const next = [place.at, better?.at].find(isShown) ?? (better && nearest(better)) ?? nearest(place);
  next?.focus();
}

/** @param {Place} place */
function nearest({ around }) {
  for (const { element, before } of around) {
    const now = asItIsNow(element);
    const found = (now && firstIn(now)) ?? firstAfter(before && asItIsNow(before));
    if (found) return found;
  }
}

/**
 * Return the element, or what was drawn in its place: it has the same id.
 * @param {Element} element
 */
function asItIsNow(element) {
  return element.isConnected ? element : document.getElementById(element.id);
}

/** @param {Element | null} before */
function firstAfter(before) {
  if (!before) return null;
  for (let next = before.nextElementSibling; next; next = next.nextElementSibling) {
    const found = firstIn(next);
    if (found) return found;
  }
  return firstIn(before);
}

/** @param {Element} element */
function firstIn(element) {
  const parts = /** @type {HTMLElement[]} */ ([element, ...element.querySelectorAll(REACHED)]);
  return parts.find((part) => part.matches(REACHED) && isShown(part));
}

/**
 * @param {Element | null | undefined} element
 * @returns {element is HTMLElement}
 */
function isShown(element) {
  if (!element || element === document.body || !element.isConnected) return false;
  return !element.matches("[type=hidden], :disabled") && element.getClientRects().length > 0;
}
