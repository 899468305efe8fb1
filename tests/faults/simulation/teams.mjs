// Teams: "steady" stays as it is, "brief" is left by its people in the middle of a run. Its changes are plain forms,
// which are sent again until they are answered.

import { beginReview, post, setGoals } from "./account.mjs";

const PAUSE = 30; // ms
const HANGING = 1_500; // ms

/**
 * Make both teams of `people` ({person, number, cookie} each), led by the first; resolves with what is known of them.
 * `wanting`: the numbers of those, two of three, who want that the steady team reads what thanks for them say.
 */
export async function makeTeams(line, people) {
  const steady = await makeTeam(line, people, "Steady");
  const brief = await makeTeam(line, people, "Brief");
  const wanting = people.filter((_, place) => place % 3);
  for (const { cookie } of wanting) {
    const said = await post(line, `/teams/${steady}/wishes/current?_method=PATCH`, { thanks: "team" }, cookie);
    if (said.status !== 303) throw new Error(`a wish answered ${said.status}`);
  }
  const below = `/teams/${steady}`;
  const goals = await setGoals(line, people[0], below);
  const review = await beginReview(line, people[0], below);
  return { steady, brief, goals, review, wanting: wanting.map(({ number }) => Number(number)) };
}

async function makeTeam(line, [lead, ...others], name) {
  const made = await post(line, "/teams/", { name }, lead.cookie);
  const team = Number(made.headers.get("Location").match(/teams\/(\d+)/)[1]);
  const choice = { days: 7, uses: 50, place: "member" };
  const invited = await post(line, `/teams/${team}/invitations/`, choice, lead.cookie);
  const link = invited.headers.get("Location").split("/").pop();
  for (const { cookie } of others) {
    const joined = await post(line, "/memberships/", { link }, cookie);
    if (joined.status !== 303) throw new Error(`joining answered ${joined.status}`);
  }
  return team;
}

/**
 * Return how people of the brief team stop being in it: named functions, each of which resolves when that is sure.
 * What it did, and when, is in `changes`, by person: {how, tried, done, told}; told: the kind of the notice that they get,
 * or "". A member who leaves takes their wins along, at least one: `share` shows one of a person's to the brief team.
 */
export function makeChanges({ line, people, brief, now, share }) {
  const changes = {};
  const [lead, leaver, removed] = people;

  const ways = {
    leave: async () => {
      if (leaver) await share(leaver);
      await change([leaver], "left", () => departs(leaver));
    },
    remove: () => change([removed], "removed", () => removes(removed)),
    archive: () => change(people, "archived", archives),
  };

  const departs = ({ cookie }) => post(line, "/departures/", { team: brief, wins: "private" }, cookie, hanging());
  const removes = ({ number }) =>
    post(line, `/teams/${brief}/memberships/${number}?_method=DELETE`, {}, lead.cookie, hanging());
  const archives = () =>
    post(line, `/teams/${brief}/settings?_method=PATCH`, { archived: "yes" }, lead.cookie, hanging());

  async function change(whom, how, send) {
    const them = whom.filter((one) => one && !changes[one.person]);
    if (them.length === 0) return;
    for (const one of them) changes[one.person] = { how, tried: now(), done: 0, told: toldOf(how, one) };
    await untilAnswered(send);
    for (const { person } of them) changes[person].done = now();
  }

  const toldOf = (how, one) => (how === "left" || (how === "archived" && one === lead) ? "" : how);

  return { ways, changes };
}

async function untilAnswered(send) {
  for (let tries = 0; ; tries += 1) {
    const status = await send().then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 303 || (status === 404 && tries > 0)) return; // 404: an earlier try was stored
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function hanging() {
  return AbortSignal.timeout(HANGING);
}
