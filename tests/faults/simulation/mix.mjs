// How often people do what, and where they are.

const HOUR = 3_600_000;
export const LATEST = -30 * HOUR; // before the start: a clock that is a little wrong does not reach tomorrow
export const LATE = 4; // taps that still name the brief team when it is behind them
export const MADE = ["wins", "checkins", "decisions", "steps", "met", "thanks"]; // what can be taken back
export const PLACES = [
  { offset: 60, zone: "Europe/Berlin" },
  { offset: -480, zone: "America/Los_Angeles" },
  { offset: 840, zone: "Pacific/Kiritimati" },
];

export const MIX = [
  ...Array(7).fill("log_win"),
  ...Array(6).fill("edit_win"),
  ...Array(3).fill("check_in"),
  ...Array(2).fill("edit_check_in"),
  ...Array(3).fill("undo"),
  ...Array(2).fill("open_decision"),
  ...Array(3).fill("decide"),
  ...Array(2).fill("reopen_decision"),
  "defer_check_in",
  ...Array(2).fill("meet_goal"),
  ...Array(4).fill("tick_criterion"),
  ...Array(3).fill("add_line"),
  ...Array(4).fill("recognise"),
];
