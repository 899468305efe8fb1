// Taps that no server may accept: what each changes of one, given the tap and words of its own.

export const POISONS = [
  () => ({ fields: { what: " ", kind: "quick" } }),
  (_, text) => ({ fields: { what: text, kind: "great" } }),
  (_, text) => ({ fields: { what: text, kind: "quick", person: 1 } }),
  (_, text) => ({ fields: { what: text + "x".repeat(2000), kind: "quick" } }),
  (_, text) => ({ fields: { what: `${text}\u0000`, kind: "quick" } }),
  ({ id }) => ({ id: `no-uuid-${id}` }),
  () => ({ verb: "check_in", fields: { rating: 11 } }),
  ({ id }) => ({ verb: "edit_check_in", fields: { target: id, rating: "7" } }),
  (_, text) => ({ verb: "open_decision", fields: { what: text, importance: "urgent" } }),
  () => ({ verb: "open_decision", fields: { what: " ", importance: "routine" } }),
  () => ({ verb: "decide", fields: { target: "all of them" } }),
  ({ id }) => ({ verb: "meet_goal", fields: { target: id } }),
  ({ id }) => ({ verb: "tick_criterion", fields: { target: id, criterion: 0 } }),
  ({ id }, text) => ({ verb: "add_line", fields: { review: id, step: "next", what: text } }), // there is none
  (_, text) => ({ verb: "add_line", fields: { review: "the one today", step: "next", what: text } }),
  ({ id }, text) => ({ verb: "recognise", fields: { wins: [id], achieved: text, matters: "", to_team: false } }),
  ({ id }, text) => ({ verb: "recognise", fields: { wins: [`1/${id}`], achieved: text, matters: "", to_team: false } }), // no team
  () => ({ verb: "undo", fields: { target: "everything" } }),
  () => ({ verb: "set_password", fields: {} }),
  () => ({ v: 2 }),
];
