// People: they sign up on their first phone and sign in on the others, with the forms that browsers send.

const PASSWORD = "a password of a simulated person";

/** Sign a person up; resolves with {person, number, cookie}. */
export function signUp(line, name) {
  return account(line, "/people/", { name, email: email(name), password: PASSWORD });
}

/** Sign a person in on one more phone; resolves with {person, number, cookie}. */
export function signIn(line, name) {
  return account(line, "/sessions/", { email: email(name), password: PASSWORD });
}

/** Set one goal that is met once and one that recurs, of the person or of the team whose pages are `below`. */
export async function setGoals(line, person, below = "") {
  const once = await setGoal(line, person, below, {});
  const weekly = await setGoal(line, person, below, { cadence: "weekly" });
  return [
    { ...once, periods: [] },
    { ...weekly, periods: ["2027-01-08", "2027-01-15"] },
  ];
}

// Resolves with the id of an active goal, `more` added to its plan, and the moment (ms) since which it is active.
async function setGoal(line, { cookie }, below, more) {
  const plan = { statement: "Send 1 page", criteria: "Seen", due: "2100-01-01", no_objective: "on", ...more };
  const made = await post(line, `${below}/goals/`, plan, cookie);
  const id = made.headers.get("Location").split("/").pop();
  const set = await post(line, `${below}/goals/${id}/activation`, {}, cookie);
  if (set.status !== 303) throw new Error(`setting a goal answered ${set.status}`);
  return { id, since: Date.now() + 1 }; // not before the server's own moment
}

/** Add an objective; resolves with its id. */
export async function setObjective(line, { cookie }) {
  const added = await post(line, "/objectives/", { name: "Releases without fear" }, cookie);
  return added.headers.get("Location").split("/").pop();
}

/** Begin a review, of the person or of the team whose pages are `below`; resolves with its id. */
export async function beginReview(line, { cookie }, below = "") {
  const begun = await post(line, `${below}/reviews/`, {}, cookie);
  if (begun.status !== 303) throw new Error(`beginning a review answered ${begun.status}`);
  return begun.headers.get("Location").split("/").at(-2);
}

async function account(line, path, form) {
  const answer = await post(line, path, form, "");
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
  const cookie = answer.headers.getSetCookie()[0].split(";")[0];
  const today = await fetch(`${line}/`, { headers: { Cookie: cookie } });
  const number = cookie.match(/=(\d+)\./)[1]; // a session names its person
  return { person: today.headers.get("Smallwins-Person"), number, cookie };
}

/** Post a form; resolves with the answer, which is not followed. */
export function post(line, path, form, cookie, signal) {
  const body = new URLSearchParams(form);
  const headers = { "Sec-Fetch-Site": "same-origin", Cookie: cookie };
  return fetch(line + path, { method: "POST", body, headers, redirect: "manual", signal });
}

function email(name) {
  return `${name.toLowerCase()}@example.org`;
}
