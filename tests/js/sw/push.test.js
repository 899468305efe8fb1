// Reminders that arrive on a phone: always shown, never twice, quietly when all is done.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entry } from "../support/entries.js";
import { asked, fresh, SAID, shown, showPush } from "../support/pushes.js";
import { store } from "../support/worker.js";

const arrives = () => showPush({ data: { text: () => JSON.stringify(SAID) } });

beforeEach(fresh);

test("a push is shown as it says, in its language and direction", async () => {
  await arrives();
  const [{ title, body, lang, dir, tag, actions, silent }] = shown;
  assert.deepEqual([title, body, lang, dir, tag], ["Time to check in", "How confident are you?", "en", "ltr", "t1"]);
  assert.deepEqual(actions, [
    { action: "open", title: "Check in" },
    { action: "later", title: "Later" },
  ]);
  assert.equal(silent, undefined);
});

test("the server learns that it was shown", async () => {
  await arrives();
  assert.deepEqual(asked(), ["PATCH /reminders/devices/d1 event=shown"]);
});

for (const [what, data] of [
  ["nothing", null],
  ["no JSON", { text: () => "Hello" }],
  ["JSON of others", { text: () => "[1]" }],
  ["null", { text: () => "null" }],
]) {
  test(`a push with ${what} is shown all the same`, async () => {
    await showPush({ data });
    assert.equal(shown[0].title, "Small Wins");
    assert.equal(shown[0].data.path, "/");
  });
}

test("what is delivered twice replaces itself without a sound", async () => {
  await arrives();
  await arrives();
  assert.deepEqual(
    shown.map(({ tag, silent }) => [tag, silent]),
    [
      ["t1", undefined],
      ["t1", true],
    ],
  );
});

for (const state of ["waiting", "sent"]) {
  test(`a check-in that is ${state} on this phone makes its reminder calm`, async () => {
    const made = await store.add({ ...entry(undefined), id: `c-${state}`, verb: "check_in", at: Date.now() });
    if (state === "sent") await store.update([{ ...made, state: "sent" }]);
    await arrives();
    assert.deepEqual([shown[0].body, shown[0].silent, shown[0].actions], ["Done already.", true, []]);
    await store.remove([made]);
  });
}

test("a phone whose storage fails still shows it", async () => {
  const { open } = indexedDB;
  const broken = { data: { text: () => JSON.stringify(SAID) } };
  indexedDB.open = () => {
    throw new Error("no storage");
  };
  try {
    await showPush(broken);
  } finally {
    indexedDB.open = open;
  }
  assert.equal(shown[0].title, "Time to check in");
});
