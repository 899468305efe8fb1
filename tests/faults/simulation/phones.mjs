// All phones of one run, in one process: it reads commands from stdin and writes what it has done to stdout.
// argv: {root: folder of the app, seed, phones, start: ms, lines: [urls]} as JSON.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

import { beginReview, setGoals, setObjective, signIn, signUp } from "./account.mjs";
import { makeChance } from "./chance.mjs";
import { makePhone } from "./phone.mjs";
import { makeChanges, makeTeams } from "./teams.mjs";
import { makeWatch } from "./watch.mjs";

const { root, seed, phones: count, start, lines } = JSON.parse(process.argv[2]);
const weather = { calm: false };
const watch = makeWatch();
const open = []; // wins that can be thanked for, of all people
const people = await makePeople();
const owners = [...new Map(people.map((one) => [one.person, one])).values()];
const teams = await makeTeams(lines[0], owners);
const { ways, changes } = makeChanges({ line: lines[0], people: owners, brief: teams.brief, now: watch.now, share });
const phones = await makePhones();
await Promise.all(phones.map(({ show }) => show()));
let changing = Promise.resolve();

const COMMANDS = {
  async record(many, ...asked) {
    for (const way of asked) changing = changing.then(ways[way]);
    await Promise.all(phones.map((phone) => recordSome(phone, Number(many))));
  },
  async settle() {
    weather.calm = true;
    await changing;
    await Promise.all(phones.map(({ settle }) => settle()));
    return told();
  },
  async replay() {
    await Promise.all(phones.map(({ replay }) => replay()));
    return told();
  },
};

say({ ready: count });
for await (const line of createInterface({ input: process.stdin })) {
  const [command, ...asked] = line.split(" ");
  say((await COMMANDS[command](...asked)) ?? { done: command });
}
process.exit();

async function makePhones() {
  const outbox = { ...(await from("entry")), ...(await from("plan")), ...(await from("sender")) };
  return people.map(({ things, ...owner }, n) =>
    makePhone({
      outbox,
      chance: makeChance(seed * 1000 + n),
      name: `${seed}.${n}`,
      owner,
      things: {
        ...things,
        ...{ teams, open, number: owner.number, isStored: watch.isStored },
        hasLeft: () => Boolean(changes[owner.person]?.done),
      },
      start,
      network: { line: lines[n % lines.length], weather, other: () => otherThan(owner, people) },
      seen: watch,
    }),
  );
}

function share({ person }) {
  return phones.find((phone) => phone.person === person).share(teams.brief);
}

function told() {
  const { steady, brief, goals, wanting } = teams;
  const known = { steady, brief, goals: goals.map(({ id }) => id), wanting, changes };
  const numbers = Object.fromEntries(owners.map(({ person, number }) => [person, Number(number)]));
  return { phones: phones.map((phone) => phone.told()), teams: known, numbers, ...watch.told() };
}

function from(name) {
  return import(pathToFileURL(`${root}/static/js/outbox/${name}.js`));
}

// Every third phone is a person's second one, so that edits overtake what they edit.
async function makePeople() {
  const many = Math.ceil((count * 2) / 3);
  const people = [];
  for (let n = 0; n < count; n += 1) {
    const name = `p${n % many}`;
    const owner = await (n < many ? signUp : signIn)(lines[0], name);
    const things = people[n - many]?.things ?? {
      wins: [],
      checkins: [],
      decisions: [],
      steps: [],
      met: [],
      thanks: [],
      ofTeams: [],
    };
    things.objective ??= await setObjective(lines[0], owner);
    things.goals ??= await setGoals(lines[0], owner);
    things.review ??= await beginReview(lines[0], owner);
    people.push({ things, ...owner });
  }
  return people;
}

function otherThan({ person }, people) {
  return people.find((one) => one.person !== person)?.cookie ?? "";
}

async function recordSome(phone, many) {
  for (let n = 0; n < many; n += 1) {
    await phone.record();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
  }
}

function say(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
