// The front page is for strangers. A phone whose cookies are gone is known by entries that wait on it, or by the mark that
// pages leave where somebody is signed in ("person", null afterwards): it gets sign-in.

if (globalThis.indexedDB) askThePhone();
showWhatHttpLacks();

function askThePhone() {
  const asked = indexedDB.open("smallwins"); // of outbox/database.js
  asked.onupgradeneeded = () => asked.transaction?.abort(); // a stranger has none, and gets none
  asked.onsuccess = () => {
    const stored = asked.result.transaction(["entries", "meta"]);
    leaveIf(stored.objectStore("entries").count());
    leaveIf(stored.objectStore("meta").count("person"));
    stored.oncomplete = () => asked.result.close();
  };
}

/** @param {IDBRequest<number>} answer */
function leaveIf(answer) {
  answer.onsuccess = () => {
    if (answer.result) location.replace("/sessions/new");
  };
}

/** Http to one's own machine counts as secure and lacks nothing. */
function showWhatHttpLacks() {
  const line = document.getElementById("plain-http");
  if (line) line.hidden = isSecureContext;
}
