// The address of an invitation is shown in full, and copied where the browser can.

import assert from "node:assert/strict";
import { test } from "node:test";

const HREF = "https://wins.example/invitations/17-secret";
const nobody = { getElementById: () => null };
Object.assign(globalThis, { document: nobody });
const { wireAddress } = await import("../../../../static/js/page/teams/invitation.js");

function page() {
  const link = { href: HREF, textContent: "Link of the invitation" };
  const button = {
    hidden: true,
    textContent: "Copy link",
    dataset: { copied: "Copied", refused: "Copying was refused: select the address." },
    addEventListener: (_name, run) => Object.assign(button, { click: run }),
  };
  return { link, button, getElementById: (id) => (id === "address" ? link : button) };
}

test("the address is shown in full", () => {
  const { link, ...rest } = page();
  wireAddress(rest, undefined);
  assert.equal(link.textContent, HREF);
});

test("no button is offered where the browser cannot copy", () => {
  const { button, ...rest } = page();
  wireAddress(rest, undefined);
  assert.equal(button.hidden, true);
});

test("a tap copies the address and says so", async () => {
  const { button, ...rest } = page();
  const written = [];
  wireAddress(rest, { writeText: async (text) => void written.push(text) });
  await button.click();
  assert.deepEqual([button.hidden, written, button.textContent], [false, [HREF], "Copied"]);
});

test("a refusal is said, with what to do instead", async () => {
  const { button, ...rest } = page();
  wireAddress(rest, { writeText: () => Promise.reject(new Error("NotAllowedError")) });
  await button.click();
  assert.equal(button.textContent, "Copying was refused: select the address.");
});
