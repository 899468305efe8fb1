// Times each tap: from the finger leaving the glass to just after the first frame with its row.
// A row comes into the list when its entry is durably stored. The message port speaks right after
// the frame that draws the row, which a frame callback alone would precede.
(() => {
  const PATIENCE = 5000;
  const rows = [];
  const askers = [];
  const known = new Set();
  let tapped = 0;

  // The next row in order: {id, took: ms from tap to frame, tapped: when, in ms since 1970}.
  window.nextRow = () =>
    new Promise((resolve, reject) => {
      setTimeout(reject, PATIENCE, new Error("a tap made no row"));
      askers.push(resolve);
      serve();
    });

  addEventListener(
    "pointerup",
    (event) => {
      tapped = event.timeStamp;
    },
    { capture: true },
  );
  new MutationObserver((records) => {
    for (const row of records.flatMap((record) => [...record.addedNodes])) {
      if (!row.matches?.("li.win") || known.has(row.id)) continue;
      known.add(row.id);
      afterFrame(note, row.id, tapped);
    }
  }).observe(document.getElementById("todays-wins"), { childList: true });

  function note(id, from) {
    const took = performance.now() - from;
    rows.push({ id, took, tapped: Date.now() - took });
    serve();
  }

  function serve() {
    while (rows.length && askers.length) askers.shift()(rows.shift());
  }

  function afterFrame(work, ...values) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => work(...values);
      port2.postMessage(0);
    });
  }
})();
