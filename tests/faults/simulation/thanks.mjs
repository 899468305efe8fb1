// Thanks between mates, and the wins that they are for.

/**
 * Return what one phone says: open() the fields of a win that mates can thank for, wins() those of mates that there are,
 * said() the fields of thanks for some of them. `things`: as in taps.mjs; `word(field)` makes words of its own;
 * `recent(list)` picks one.
 */
export function makeThanks({ chance, things, word, recent }) {
  // A win that is counted or not, and that nobody edits or takes back: it is on the board from when it is stored.
  function open(id, said, team) {
    things.open.push({ number: things.number, win: id, team });
    const more = chance.often(0.7) ? { objectives: [things.objective], impact: `From 9 to 4, ${word("impact")}` } : {};
    return { ...said, ...more, visibility: `team:${team}` };
  }

  // Mostly those that are stored: thanks for another are refused, unless the win comes first after all.
  function wins() {
    const stored = chance.often(0.95);
    return things.open.filter(({ number, win }) => number !== things.number && (!stored || things.isStored(win)));
  }

  function said(known, wanted) {
    const there = known.filter(({ team }) => team === wanted);
    const { team, ...first } = recent(there.length > 0 ? there : known);
    const others = known.filter((one) => one.team === team);
    const cited = [first, ...(chance.often(0.3) ? [recent(others)] : [])].map(({ number, win }) => `${number}/${win}`);
    const words = { achieved: word("achieved"), matters: `Nobody waits for it now, ${word("matters")}` };
    return { team: String(team), wins: [...new Set(cited)], ...words, to_team: chance.often(0.5) };
  }

  return { open, wins, said };
}
