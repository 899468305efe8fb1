// Reminders that arrive at a phone in memory: what is shown, which windows are open, what was opened.

import { phone, reset, store } from "./worker.js";

export const shown = [];
export const windows = [];
export const opened = [];
Object.assign(globalThis, {
  registration: { showNotification: async (title, options) => void shown.push({ title, ...options }) },
  clients: { matchAll: async () => windows, openWindow: async (path) => void opened.push(path) },
});
export const { openPush, showPush } = await import("../../../static/js/sw/push.js");

export const SAID = {
  web_push: 8030,
  app_badge: 1,
  notification: {
    ...{ title: "Time to check in", body: "How confident are you?", lang: "en", dir: "ltr", tag: "t1" },
    navigate: "https://wins.example/checkins/new",
    actions: [
      { action: "open", title: "Check in", navigate: "https://wins.example/checkins/new" },
      { action: "later", title: "Later", navigate: "https://wins.example/reminders/" },
    ],
    data: { device: "d1", kind: "check_in", what: "check_in", day: "2026-11-30", number: 1, done: "Done already." },
  },
};
export const asked = () => phone.asked.map(({ request, options }) => `${options.method} ${request} ${options.body}`);

/** Empty the phone, on which Ana is signed in and the server takes what it is told. */
export async function fresh() {
  await reset();
  for (const list of [shown, windows, opened]) list.length = 0;
  await store.writeValue("pushed", []);
  await store.writeValue("person", "ana");
  await store.remove(await store.sentOf("ana"));
  phone.answer = async () => new Response(null, { status: 204 });
}
