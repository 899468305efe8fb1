// Entries on the phone belong to one person.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entry } from "../support/entries.js";
import { openStorage } from "../support/indexed_db.js";

openStorage();
const { add, entriesOf, removeSent, sentOf, update } = await import("../../../static/js/outbox/store.js");
const { sendable } = await import("../../../static/js/outbox/sendable.js");

for (const person of ["ana", "ben"]) {
  const made = await add({ ...entry(undefined, { person, id: person }) });
  await add({ ...entry(undefined, { person, id: `${person} waits` }) });
  await update([{ ...made, state: "sent" }]);
}

const idsOf = (entries) => entries.map(({ id }) => id);

test("what waits and what was sent is read of one person", async () => {
  assert.deepEqual(idsOf(await entriesOf("ana")), ["ana waits"]);
  assert.deepEqual(idsOf(await sentOf("ben")), ["ben"]);
});

test("what others have sent is deleted, what waits of theirs stays", async () => {
  await removeSent("ana");
  assert.deepEqual([await sentOf("ana"), await sentOf("ben")].map(idsOf), [["ana"], []]);
  assert.deepEqual(idsOf(await entriesOf("ben")), ["ben waits"]);
});

test("without a person all that was sent is deleted", async () => {
  await removeSent();
  assert.deepEqual(idsOf(await sentOf("ana")), []);
});

test("the oldest that may be sent are read, whatever stopped ones, held ones and those of others lie between", async () => {
  await removeSent();
  for (const one of await entriesOf("ana")) await update([{ ...one, state: "refused" }]);
  for (const [n, state] of ["saved", "held", "stuck", "saved", "saved", "saved"].entries()) {
    await add({ ...entry(undefined, { id: `next ${n}`, state }) });
  }
  assert.deepEqual(idsOf(await sendable("ana", 2)), ["next 0", "next 3"]);
  assert.deepEqual(idsOf(await sendable("ana", 9, new Set(["next 3"]))), ["next 0", "next 4", "next 5"]);
  assert.deepEqual(idsOf(await sendable("cleo", 2)), []);
});
