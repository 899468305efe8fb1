// How often people do what: each verb stands here as many times as it comes.

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
  ...Array(2).fill("add_line"),
];
