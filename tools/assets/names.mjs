// The file names of assets, by the names that templates use.

/**
 * Return the content of assets.json: the address of each file that pages name, and the version.
 * @param {Awaited<ReturnType<typeof import("./all.mjs").buildAssets>>} assets
 * @param {string} version
 */
export function namesOf({ script, style, further, states, guide, lookingBack, icons, ...others }, version) {
  const names = {
    "app.js": script.url,
    "goals.js": others.goals.url,
    "plan.js": others.plan.url,
    "review.js": others.review.url,
    "objectives.js": others.objectives.url,
    "invitation.js": others.invitation.url,
    "recognition.js": others.recognition.url,
    "reminders.js": others.reminders.url,
    "app.css": style.url,
    "further.css": further.url,
    "states.css": states.url,
    "styleguide.css": guide.url,
    "looking_back.css": lookingBack.url,
    "teams.css": others.teams.url,
    "outside.css": others.outside.url,
    "teams.svg": others.teamIcons.url,
    "icons.svg": icons.url,
    "front.js": others.frontScript.url,
    "front.css": others.frontStyle.url,
    "front.svg": others.frontIcons.url,
    version,
  };
  return `${JSON.stringify(names, null, 2)}\n`;
}
