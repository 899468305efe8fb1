// People: signing up on the first phone and in on the others, by the forms that browsers send.

const PASSWORD = "a password of a simulated person";

/** Sign `name` up and give {person, cookie}. */
export function signUp(line, name) {
  return account(line, "/people/", { name, email: email(name), password: PASSWORD });
}

/** Sign `name` in on one more phone. */
export function signIn(line, name) {
  return account(line, "/sessions/", { email: email(name), password: PASSWORD });
}

async function account(line, path, form) {
  const body = new URLSearchParams(form);
  const headers = { "Sec-Fetch-Site": "same-origin" };
  const answer = await fetch(line + path, { method: "POST", body, headers, redirect: "manual" });
  if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
  const cookie = answer.headers.getSetCookie()[0].split(";")[0];
  const today = await fetch(`${line}/`, { headers: { Cookie: cookie } });
  return { person: today.headers.get("Smallwins-Person"), cookie };
}

function email(name) {
  return `${name.toLowerCase()}@example.org`;
}
