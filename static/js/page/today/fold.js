// Today's list shows the newest wins; earlier ones stand folded below it. A row that is folded costs a tap nothing: the
// browser neither styles nor lays out what is in a closed fold.

import { all, first } from "../shared/dom.js";
import { drawn, element } from "../shared/draw.js";
import { counted, say } from "../shared/words.js";

const MOST = 30; // as MOST_SHOWN in webapp/domain/capture/today.py

/** Fold what is too much for the list, and bring back what has room in it; say how many are folded. */
export function foldWins() {
  const list = document.getElementById("todays-wins");
  const fold = document.getElementById("earlier") ?? newFold(list);
  if (!list || !fold) return;
  const older = first(fold, ".wins");
  move(
    () => list.childElementCount > MOST && list.lastElementChild,
    (row) => older.prepend(row),
  );
  if (!isAsked())
    move(
      () => list.childElementCount < MOST && older.firstElementChild,
      (row) => list.append(row),
    );
  showNumber(fold, older.childElementCount + Number(fold.dataset.more));
}

/** Return how many wins today has: listed, folded, and those that only the log has. */
export function numberOfWins() {
  const fold = document.getElementById("earlier");
  const listed = document.getElementById("todays-wins")?.childElementCount ?? 0;
  return listed + (fold ? first(fold, ".wins").childElementCount + Number(fold.dataset.more) : 0);
}

/** Return whether the question is open: nothing is to influence the answer (R10). */
export function isAsked() {
  return document.getElementById("ask")?.hidden === false && !document.getElementById("answer")?.childElementCount;
}

/**
 * Return the row after one: after the last of the list comes the first that is folded.
 * @param {Element} row
 */
export function rowAfter(row) {
  const isLast = !row.nextElementSibling && row.parentElement?.id === "todays-wins";
  return isLast ? document.querySelector("#earlier-wins > li") : row.nextElementSibling;
}

/**
 * Let the fold say how many rows in it wait for the person.
 * @param {Map<HTMLElement, { state: string }>} marks  rows, and their states
 */
export function noteStopped(marks) {
  const fold = document.getElementById("earlier");
  if (!fold) return;
  const states = [...marks].flatMap(([row, { state }]) => (fold.contains(row) ? state : []));
  const stopped = states.filter((state) => state === "refused" || state === "stuck");
  const [state] = stopped.sort(); // "refused" before "stuck", as in the status
  fold.dataset.stopped = state ? ` · ${say(state)}: ${stopped.length}` : "";
  foldWins();
}

/** Remove rows that a newer drawing of the page has in the other list: a person types in theirs. */
export function dropTwins() {
  for (const row of all(document, ".win--edit")) {
    for (const twin of all(document, `[id="${row.id}"]`)) if (twin !== row) twin.remove();
  }
}

/**
 * Return a fold without rows, put below the list, if there is one and it is too long.
 * @param {HTMLElement | null} list
 */
function newFold(list) {
  if (!list || list.childElementCount <= MOST) return null;
  const fold = element(drawn("earlier", {}));
  list.nextElementSibling?.after(fold); // below what stands in place of an empty list
  return fold;
}

/**
 * Move rows as long as there is one to move; not one in which somebody types, or that has the focus.
 * @param {() => Element | null | false} next
 * @param {(row: Element) => void} put
 */
function move(next, put) {
  for (let row = next(); row && !isInUse(row); row = next()) put(row);
}

/** @param {Element} row */
function isInUse(row) {
  return row.matches(".win--edit") || row.contains(document.activeElement);
}

/**
 * @param {HTMLElement} fold
 * @param {number} n
 */
function showNumber(fold, n) {
  if (!n) return fold.remove();
  first(fold, "summary").textContent = counted(fold, n) + (fold.dataset.stopped ?? "");
}
