// The way through htmx: a form that records is answered by the phone, not by the network.
// The entry is durably stored first; htmx then swaps in the row that the server would have drawn.

import { makeEntry } from "../../outbox/entry.js";
import { filledForm } from "../capture/form.js";
import { opens } from "../capture/rows.js";
import { canDraw, winIn } from "../shared/draw.js";
import { newId } from "../shared/ids.js";
import { here } from "../shared/moments.js";
import { me, say } from "../shared/words.js";
import { keep } from "./save.js";
import { VERBS } from "./verbs.js";

const FORM = "win-form";
const LIMIT = 8_000;
const tapped = new Map();

/** Take over the requests of forms that record; `told` hears of {tapped}, then {recorded}, {sentDirectly} or {notSaved}. */
export function takeOver(told) {
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const { verb } = ctx.sourceElement.dataset;
    if (!me) return;
    if (verb in VERBS) prepare(ctx, verb, told);
    else if (opens(ctx.sourceElement) && canDraw(FORM)) ctx.fetch = async () => fragment(formOf(ctx.target));
  });
}

/** The entries made on this very page, which shows them, or is about to: one not kept yet has no `seq`. */
export function tappedHere() {
  return [...tapped.values()];
}

function prepare(ctx, verb, told) {
  const { sourceElement: form, request } = ctx;
  const { body, submitter } = request;
  const { fields, state, verb: said = verb } = VERBS[verb];
  const origin = { id: newId(), person: me.person, ...here() };
  const entry = makeEntry(said, fields(form, body, submitter), origin, state);
  const words = takeWords(form);
  tapped.set(entry.id, entry);
  told({ tapped: entry });
  ctx.fetch = async (url, options) => {
    try {
      const html = VERBS[verb].answer(entry);
      const kept = isEmptyEdit(entry) ? null : await keep(entry);
      if (kept) {
        tapped.set(kept.id, kept);
        told({ recorded: kept });
      }
      return fragment(html);
    } catch {
      return overNetwork(url, options, entry, body).then(
        (answer) => {
          told({ sentDirectly: entry });
          return answer;
        },
        (error) => {
          words.giveBack();
          told({ notSaved: error });
          throw error;
        },
      );
    }
  };
}

// The phone refused to store it (private mode, full disk): then only the server can keep it.
async function overNetwork(url, { method, headers }, { id, at, offset, zone }, data) {
  const body = new URLSearchParams(data);
  for (const [name, value] of Object.entries({ id, at, offset, zone })) body.set(name, value);
  const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(LIMIT) });
  if (!response.ok || response.redirected) throw new Error(say("not_saved"));
  return response;
}

// The box is emptied at the tap, so that the next words can be typed; they come back if not kept.
function takeWords(form) {
  const box = form.matches("#capture, #open-decision") ? form.elements.what : null;
  const text = box?.value ?? "";
  if (box) box.value = "";
  return {
    giveBack: () => {
      if (box && !box.value) box.value = text;
    },
  };
}

function isEmptyEdit({ verb, fields }) {
  return verb.startsWith("edit_") && Object.keys(fields).length === 1;
}

function formOf(row) {
  return filledForm(FORM, winIn(row));
}

// What htmx reads of an answer. A real Response gives its text a task later, after the next frame.
function fragment(html) {
  const answer = new Response(null, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  answer.text = async () => html;
  return answer;
}
