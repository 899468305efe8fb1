// Whose page this is.

const { person, rev, dayStart, zone } = document.body.dataset;

export const isSignedIn = Boolean(person);

/**
 * The person's key ("" if nobody is signed in), their rev when the page was drawn, when their day starts (minutes), and
 * the zone that they fixed ("": that of the phone).
 */
export const me = { person: person ?? "", rev: Number(rev), dayStart: Number(dayStart), zone: zone ?? "" };
