// The evidence after an answer (R10): the wins since the check-in before, made of what the phone knows now.

import { happenedOf } from "../../outbox/entry.js";
import * as store from "../../outbox/store.js";
import { comparing } from "../shared/comparing.js";
import { all, byId, first } from "../shared/dom.js";
import { me } from "../shared/me.js";
import { counted } from "../shared/words.js";
import { layStones } from "../today/cairn.js";

/**
 * @import { NewEntry } from "../../outbox/types.js"
 *
 * @typedef {{ happened: number, what: string }} SeenWin
 */

const MOST = 8; // lines
const MOST_WINS = 50; // that the page is drawn with: there may be more
/** The answer whose evidence is shown, and the rev of the page then: a page that was renewed has the wins after it. */
let made = { answer: "", rev: 0 };

/**
 * Show the evidence of the answer that is on this page, if there is one.
 * @param {() => NewEntry[]} tapped  returns the entries of this page: one that only the server has is in no storage
 */
export async function showEvidence(tapped) {
  const place = document.getElementById("evidence");
  const answer = document.querySelector("#answer > .answer");
  if (!place || !answer || (made.answer === answer.id && made.rev !== me.rev)) return;
  made = { answer: answer.id, rev: me.rev };
  const entries = await knownEntries(tapped());
  const wins = evidenceOf(winsAsDrawn(), entries, answer.id.slice("checkin-".length));
  first(place, "ul").replaceChildren(...foldedLines(wins, (await comparing()).folded).map(lineOf));
  if (wins.length < MOST_WINS) first(place, "h2").textContent = counted(place, wins.length);
  layStones([...all(place, "rect")], wins.length);
  place.hidden = wins.length === 0;
}

/**
 * Return the words of the wins between the check-in before an answer and the answer, newest first.
 * @param {Map<string, SeenWin>} drawn  the wins since the last check-in when the page was drawn, by id
 * @param {NewEntry[]} entries  what was done since, in its order
 * @param {string} answer  id
 */
export function evidenceOf(drawn, entries, answer) {
  const wins = new Map(drawn);
  const checkins = new Map();
  for (const entry of entries) {
    if (entry.verb === "log_win") wins.set(entry.id, { happened: happenedOf(entry).at, what: entry.fields.what });
    if (entry.verb === "edit_win") edit(wins, entry);
    if (entry.verb === "check_in") checkins.set(entry.id, entry.at);
    if (entry.verb === "undo") for (const things of [wins, checkins]) things.delete(entry.fields.target);
  }
  const until = checkins.get(answer) ?? Infinity;
  checkins.delete(answer);
  const since = Math.max(...[...checkins.values()].filter((at) => at <= until), -Infinity);
  const seen = [...wins].filter(([id, { happened }]) => happened >= since && (happened <= until || drawn.has(id)));
  return seen
    .map(([, win]) => win)
    .sort((a, b) => b.happened - a.happened)
    .map(({ what }) => what);
}

/**
 * Return the different texts with how often each comes, as webapp/rules/capture/folds.py does.
 * @param {string[]} texts
 * @param {(text: string) => string} folded
 */
export function foldedLines(texts, folded) {
  /** @type {Map<string, { what: string, times: number }>} */
  const lines = new Map();
  for (const what of texts) {
    const key = folded(what).split(/\s+/).filter(Boolean).join(" ");
    const line = lines.get(key);
    if (line) line.times += 1;
    else lines.set(key, { what, times: 1 });
  }
  return [...lines.values()].slice(0, MOST);
}

/**
 * Return the entries that the page was drawn without, in their order; those without a number are the last.
 * @param {NewEntry[]} tapped
 * @returns {Promise<NewEntry[]>}
 */
async function knownEntries(tapped) {
  const [waiting, sent] = await Promise.all([store.entriesOf(me.person), store.sentOf(me.person)]).catch(() => [
    [],
    [],
  ]);
  const stored = [...waiting.filter(({ state }) => state !== "refused"), ...sent.filter(({ rev = 0 }) => rev > me.rev)];
  const ids = new Set([...waiting, ...sent].map(({ id }) => id));
  return [...stored.sort((a, b) => a.seq - b.seq), ...tapped.filter(({ id }) => !ids.has(id))];
}

/**
 * @param {Map<string, SeenWin>} wins
 * @param {NewEntry<"edit_win">} entry
 */
function edit(wins, { fields: { target, what, happened } }) {
  const win = wins.get(target);
  if (win) wins.set(target, { happened: happened?.at ?? win.happened, what: what ?? win.what });
}

function winsAsDrawn() {
  const rows = [...all(byId("wins-since"), "li")];
  return new Map(
    rows.map(({ dataset, textContent }) => [
      dataset.win ?? "",
      { happened: Number(dataset.happened), what: textContent ?? "" },
    ]),
  );
}

/** @param {{ what: string, times: number }} line */
function lineOf({ what, times }) {
  const line = document.createElement("li");
  line.dir = "auto";
  line.textContent = times > 1 ? `${what} ×${times}` : what;
  return line;
}
