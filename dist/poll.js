const require_leven = require("./leven.js");
const require_action = require("./action.js");
const require_yaml = require("./yaml.js");
// src/action/poll.ts
const keys = [
	"options",
	"expires-in",
	"multiple",
	"hide-totals"
];
const otherNames = /* @__PURE__ */ new Map([
	["choices", "options"],
	["answers", "options"],
	["duration", "expires-in"],
	["expires", "expires-in"],
	["expiry", "expires-in"],
	["multiple-choice", "multiple"],
	["hide-results", "hide-totals"]
]);
const LONGEST = 31536e4;
const DAY = 86400;
const SHAPE = "Write a mapping such as `options: [Yes, No]` and `expires-in: 1 day`, or pass an expression as `${{ toJSON(…) }}`.";
async function parsePoll(text) {
	const value = await require_yaml.parseYaml("poll", text);
	if (Array.isArray(value)) throw new Error("`poll` is a list. Put it under `options:`.");
	if (value === null || typeof value !== "object") throw new Error(`\`poll\` is no mapping. ${SHAPE}`);
	const problems = [];
	const given = new Map(Object.entries(value));
	for (const name of given.keys()) if (!keys.some((key) => key === name)) problems.push(`\`poll\` has an unknown key \`${name}\`. ${meantBy(name)}`);
	const poll = {
		options: readOptions(given.get("options"), problems),
		expires_in: readExpiry(given.get("expires-in"), problems),
		multiple: readBoolean("multiple", given.get("multiple"), problems),
		hide_totals: readBoolean("hide-totals", given.get("hide-totals"), problems)
	};
	if (problems.length > 0) throw new Error(problems.join("\n"));
	return poll;
}
function meantBy(name) {
	const plain = name.toLowerCase().replaceAll(/[_ ]/g, "-");
	const other = otherNames.get(plain);
	if (other) return `It is called \`${other}\` here.`;
	const near = require_leven.closestMatch(plain, keys, { maxDistance: Math.min(3, Math.floor(plain.length / 3)) });
	return near ? `Did you mean \`${near}\`?` : `Known keys: ${keys.join(", ")}.`;
}
function readOptions(value, problems) {
	if (value === void 0 || value === null) {
		problems.push("`poll` has no `options`. Write two or more, each on a line of its own after `- `.");
		return [];
	}
	if (!Array.isArray(value)) {
		problems.push("The `options` of `poll` are no list. Write each on a line of its own after `- `.");
		return [];
	}
	if (value.length < 2) problems.push(`\`poll\` has ${value.length === 0 ? "no option" : "one option"}. It takes two or more.`);
	return value.map((option, index) => readOption(option, index + 1, problems));
}
function readOption(option, place, problems) {
	if (typeof option === "boolean") return String(option);
	if (typeof option === "string" && option.trim() !== "") return option;
	problems.push(option !== null && typeof option === "object" ? `Option ${place} of \`poll\` is no text. If it has a colon, a bracket or a brace in it, put it in quotes.` : `Option ${place} of \`poll\` is empty. Give it a text, or leave it out.`);
	return "";
}
function readExpiry(value, problems) {
	if (value === void 0 || value === null) return DAY;
	const milliseconds = typeof value === "string" ? require_action.parseDuration(value) : null;
	if (milliseconds === null) problems.push(`\`expires-in\` of \`poll\` is ${require_action.shown(asWritten(value))}. Write a number and a unit, such as \`2 hours\` or \`1 day\`.`);
	else if (milliseconds < 1e3) problems.push(`\`expires-in\` of \`poll\` is ${require_action.formatDuration(milliseconds)}. Give people the time to vote.`);
	else if (milliseconds > LONGEST * 1e3) problems.push(`\`expires-in\` of \`poll\` is ${require_action.shown(asWritten(value))}. No poll runs for more than ten years.`);
	return Math.round((milliseconds ?? 0) / 1e3);
}
function readBoolean(key, value, problems) {
	if (value === void 0 || value === null) return false;
	if (typeof value === "boolean") return value;
	const word = asWritten(value).trim().toLowerCase();
	if (word !== "true" && word !== "false") problems.push(`\`${key}\` of \`poll\` is ${require_action.shown(asWritten(value))}. Write \`true\` or \`false\`.`);
	return word === "true";
}
function asWritten(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
exports.parsePoll = parsePoll;
