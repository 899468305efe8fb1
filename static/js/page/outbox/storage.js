// What the phone promises about its storage.

import { byId } from "../shared/dom.js";

const { lang } = document.documentElement;

/** Ask the phone not to clear what is stored here; some phones ask the person in turn. */
export async function askToPersist() {
  await navigator.storage?.persist?.();
  await showStorage();
}

/** Show on "On this phone" and in Settings how safe the storage is. */
export async function showStorage() {
  showWhenSent();
  const isSafe = await navigator.storage?.persisted?.();
  if (isSafe === undefined) return;
  showInSettings(isSafe);
  if (!document.getElementById("storage-card")) return;
  showCard(isSafe);
  await showUsed();
}

/** @param {boolean} isSafe */
function showInSettings(isSafe) {
  const row = document.getElementById("storage-row");
  if (!row) return;
  row.hidden = false;
  const says = byId("storage-says");
  says.textContent = (isSafe ? says.dataset.kept : says.dataset.risk) ?? "";
}

function showWhenSent() {
  const behind = document.getElementById("sent-behind");
  if (!behind) return;
  behind.hidden = !("SyncManager" in window);
  byId("sent-open").hidden = "SyncManager" in window;
}

/** @param {boolean} isSafe */
function showCard(isSafe) {
  byId("storage-card").hidden = false;
  byId("storage-kept").hidden = !isSafe;
  byId("storage-risk").hidden = isSafe;
  byId("storage-ask").hidden = isSafe;
}

async function showUsed() {
  const line = byId("storage-used");
  const { usage = 0, quota } = (await navigator.storage.estimate?.()) ?? {};
  if (!quota) return;
  const { says = "" } = line.dataset;
  line.textContent = says.replace("{used}", size(usage)).replace("{quota}", size(quota));
  line.hidden = false;
}

/** @param {number} bytes */
function size(bytes) {
  const isSmall = bytes < 1e9;
  const unit = isSmall ? "megabyte" : "gigabyte";
  const format = new Intl.NumberFormat(lang, { style: "unit", unit, maximumFractionDigits: 1 });
  return format.format(bytes / (isSmall ? 1e6 : 1e9));
}
