// Whose page this is.

const { person, rev, dayStart } = document.body.dataset;

export const isSignedIn = Boolean(person);

/** The person's key ("" if nobody is signed in), their rev when the page was drawn, and when their day starts (minutes). */
export const me = { person: person ?? "", rev: Number(rev), dayStart: Number(dayStart) };
