// Putting a newer drawing of a page in the place of the older one, around what a person is doing.

import { unpack } from "./folds.js";

const OPEN = ".win--edit, .checkin--edit, #answer > *, #evidence:not([hidden]), details[open], dialog[open]";

/**
 * Replace what is different below an element. What is in use stays as it is: an element with the focus, with words
 * that were typed, with an open form or menu.
 * @param {Element} shown
 * @param {Element} fresh  of another document; its children may be moved out of it
 */
export function mergeChildren(shown, fresh) {
  const old = keyed(shown);
  const inUse = new Set([...old.values()].filter(isInUse));
  /** @type {ChildNode | null} */
  let next = shown.firstChild;
  for (const [key, child] of keyed(fresh)) {
    const same = old.get(key);
    const stays = same && (inUse.has(same) || same.isEqualNode(child)) ? same : document.adoptNode(child);
    if (same && same === stays && inUse.has(same) && isContainer(same)) mergeInto(same, child);
    if (same && same !== stays) same.replaceWith(stays);
    else if (stays !== next) shown.insertBefore(stays, next);
    old.delete(key);
    next = stays.nextSibling;
  }
  for (const gone of old.values()) if (!inUse.has(gone)) gone.remove();
}

/**
 * @param {Element} shown
 * @param {Element} fresh
 */
function mergeInto(shown, fresh) {
  if (shown.matches("details[open]")) unpack(fresh); // its own was unpacked as it opened
  mergeChildren(shown, fresh);
}

/**
 * Return whether a person is doing something in an element.
 * @param {Element} element
 */
function isInUse(element) {
  const { activeElement } = document;
  if (activeElement !== document.body && element.contains(activeElement)) return true;
  return [element, ...element.querySelectorAll(`${OPEN}, input, textarea, select`)].some(isTouched);
}

/** @param {Element} element */
function isTouched(element) {
  if (element.matches(OPEN)) return true;
  if (element instanceof HTMLTextAreaElement) return element.value !== element.defaultValue;
  if (element instanceof HTMLSelectElement)
    return [...element.options].some((one) => one.selected !== one.defaultSelected);
  if (!(element instanceof HTMLInputElement)) return false;
  return (
    element.checked !== element.defaultChecked || (element.type !== "hidden" && element.value !== element.defaultValue)
  );
}

/** @param {Element} element */
function isContainer(element) {
  return element.matches("ul, ol, section, main, details, div, [role=search]");
}

/**
 * Return the children of an element by what they are: their id, else their tag and classes and how many of the same
 * came before.
 * @param {Element} parent
 */
function keyed(parent) {
  /** @type {Map<string, Element>} */
  const children = new Map();
  for (const child of parent.children) {
    let key = child.id || `${child.tagName} ${child.className}`;
    while (children.has(key)) key += "+";
    children.set(key, child);
  }
  return children;
}
