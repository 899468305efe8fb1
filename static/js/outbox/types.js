// Types of what is stored on a phone, sent, and answered. Only tsc reads them: no script imports this file.

/**
 * An instant with the phone's offset and time zone.
 * @typedef {object} Moment
 * @property {number} at  ms since 1970
 * @property {number} offset  minutes east of UTC
 * @property {string} zone  IANA name
 */

/**
 * Where an entry comes from: its id, the person's key, and the moment of the tap.
 * @typedef {{ id: string, person: string } & Moment} Origin
 */

/**
 * What a number field says: null for nothing; text that cannot be read as a number, for the server to refuse.
 * @typedef {number | string | null} Value
 */

/**
 * What a person may say about a win: the fields that scripts read by name. webapp/rules/capture/fields.py describes
 * all; scripts pass the others on as they are.
 * @typedef {object} WinFields
 * @property {string} what
 * @property {string} kind  "quick", "milestone" or "process"
 * @property {string} [impact]
 * @property {string} [next_step]
 * @property {string} [evidence]  a link
 * @property {string} [area]
 * @property {string} [visibility]
 * @property {boolean} [measurable]
 * @property {string[]} [objectives]  ids
 * @property {string} [goal]  id
 * @property {string} [team]  the number of the team whose own win it is
 * @property {string} [indicator]  id
 * @property {Value} [before]  of the indicator
 * @property {Value} [after]
 */

/**
 * The fields of an entry by its verb. The server checks the same in webapp/rules/outbox/entries.py `VERBS`.
 * @typedef {object} FieldsOf
 * @property {WinFields & { happened?: Moment }} log_win  `happened`: where that is not the moment of the tap
 * @property {{ target: string, happened?: Moment } & Partial<WinFields>} edit_win
 * @property {{ rating: number }} check_in
 * @property {{ target: string, rating?: number, note?: string, area?: string }} edit_check_in
 * @property {{ target: string }} undo
 * @property {Record<string, never>} defer_check_in
 * @property {{ target: string, since: number, period: string | null }} meet_goal
 * @property {{ target: string, criterion: number, period: string | null, done: boolean, value: Value }} tick_criterion
 * @property {{ what: string, importance: string }} open_decision
 * @property {{ target: string, outcome: string }} decide
 * @property {{ target: string }} reopen_decision
 * @property {{ review: string, step: string, what: string, team?: string }} add_line
 * @property {{ team: string, wins: string[], achieved: string, matters: string, value: string, to_team: boolean }} recognise
 */

/** @typedef {keyof FieldsOf} Verb */

/**
 * "saved": waits to be sent; "held": may still be taken back, and is not sent; "sent": the server has it;
 * "refused": the server does not accept it; "stuck": the server failed on it too often, or for too long.
 * @typedef {"saved" | "held" | "sent" | "refused" | "stuck"} State
 */

/**
 * One thing a person did, before the store has given it a number. `v`: format; `tries`: how often the server failed
 * on it; `since`: ms of the first failure; `reason`: why it was refused; `rev`: the person's rev that holds it.
 * @template {Verb} [V=Verb]
 * @typedef {{ [K in V]: Origin & {
 *   v: number,
 *   verb: K,
 *   fields: FieldsOf[K],
 *   state: State,
 *   tries: number,
 *   since?: number,
 *   reason?: string,
 *   rev?: number,
 * } }[V]} NewEntry
 */

/**
 * An entry as it is stored. `seq`: the order in which this phone stored its entries.
 * @template {Verb} [V=Verb]
 * @typedef {NewEntry<V> & { seq: number }} Entry
 */

/**
 * The part of an entry that is sent.
 * @typedef {Pick<Entry, "v" | "id" | "seq" | "verb" | "at" | "offset" | "zone" | "fields">} Payload
 */

/**
 * The outcome of one entry. "seen": it was stored before.
 * @typedef {{ id: string, verdict: "stored" | "seen" | "refused", reason?: string }} Verdict
 */

/**
 * The body of the server's answer to POST /outbox/.
 * @typedef {{ person: string, rev: number, verdicts: Verdict[] }} Delivery
 */

/**
 * What came back of a request. Status 0: nothing did.
 * @typedef {object} Answer
 * @property {number} status
 * @property {string | null} [retryAfter]
 * @property {unknown} [body]  decoded JSON; null if it is none
 * @property {boolean} [isOurs]  our server says why it took nothing
 * @property {boolean} [late]  nothing came in time, and the request was given up for that
 */

/**
 * How sending ended: "" (nothing waits), or why something still does.
 * @typedef {"" | "sign_in" | "other_person" | "later"} Trouble
 */

/**
 * What a sender needs of a store.
 * @typedef {object} Store
 * @property {(person: string, most: number, aside: Set<string>) => Promise<Entry[]>} sendable  the oldest `most` entries
 *   that may be sent, without those whose ids are in `aside`; in any order
 * @property {(changed: Entry[]) => Promise<unknown>} update
 */

/**
 * What a sender calls while it sends.
 * @typedef {object} Listeners
 * @property {(batch: Entry[]) => void} [sending]  before a request
 * @property {(changed: Entry[]) => void} [changed]  after verdicts were stored
 * @property {() => void} [failed]  after it was stored that entries could not be sent
 */

export {};
