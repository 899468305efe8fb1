// What a browser keeps for a page. With cookies refused, or when it is full, it keeps nothing, and says so by an error.

/**
 * Return what an action on the browser's storage gives, or null where it is refused.
 * @template T
 * @param {() => T} action
 */
export function tryKeeping(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
