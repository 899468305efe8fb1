// What waited on this phone is counted for the person whose entries they were.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "../../support/page.js";
import { openWholePhone } from "../../support/phone.js";

openWholePhone();
openPage();
globalThis.location = new URL("https://wins.example/");

for (const [person, had] of [
  ["ana", true],
  ["ben", false],
]) {
  test(`entries of ${person} ${had ? "may be" : "cannot be"} lost to Ana`, async () => {
    Object.assign(document, { cookie: `__Host-waiting=${person}.3; waiting=ana.3` });
    const { hadWaiting } = await import(`../../../../static/js/page/outbox/loss.js?of=${person}`);
    assert.equal(hadWaiting(), had);
  });
}
