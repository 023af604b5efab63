const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_vendor_undici = require("./vendor-undici.js");
let node_fs = require("node:fs");
let fs = require("fs");
fs = require_rolldown_runtime.__toESM(fs, 1);
let path = require("path");
path = require_rolldown_runtime.__toESM(path, 1);
let os = require("os");
os = require_rolldown_runtime.__toESM(os, 1);
let node_crypto = require("node:crypto");
let crypto = require("crypto");
crypto = require_rolldown_runtime.__toESM(crypto, 1);
let node_timers_promises = require("node:timers/promises");
// src/action/duration.ts
const MILLISECONDS = {
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5,
	w: 6048e5
};
const AMOUNT = /(\d+(?:\.\d+)?)\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)(?![a-z])/y;
function parseDuration(text) {
	const plain = text.toLowerCase().trim();
	let total = 0;
	let position = 0;
	while (position < plain.length) {
		AMOUNT.lastIndex = position;
		const amount = AMOUNT.exec(plain);
		if (!amount) return null;
		total += Number(amount[1]) * MILLISECONDS[amount[2].charAt(0)];
		position = AMOUNT.lastIndex + /^(?:\s|,|and\b)*/.exec(plain.slice(AMOUNT.lastIndex))[0].length;
	}
	return plain === "" ? null : total;
}
function formatDuration(milliseconds) {
	const [size, name] = [
		[864e5, "day"],
		[36e5, "hour"],
		[6e4, "minute"],
		[1e3, "second"]
	].find(([unit]) => milliseconds >= unit && milliseconds % unit === 0) ?? [1e3, "second"];
	const amount = Number((milliseconds / size).toFixed(1));
	return `${amount} ${name}${amount === 1 ? "" : "s"}`;
}
// src/action/input-values.ts
const visibilities = [
	"public",
	"unlisted",
	"private",
	"direct"
];
const WEB_WORDS = /* @__PURE__ */ new Map([
	["quiet public", "unlisted"],
	["quiet", "unlisted"],
	["followers", "private"],
	["followers only", "private"],
	["private mention", "direct"],
	["mention", "direct"]
]);
function parseVisibility(value) {
	const meant = WEB_WORDS.get(value.toLowerCase().replaceAll(/[\s_-]+/g, " "));
	if (meant) throw new Error(`\`visibility\` is ${shown(value)}, the web interface's word. Write \`${meant}\`.`);
	return parseChoice("visibility", value, visibilities);
}
function parseChoice(name, value, allowed) {
	const found = allowed.find((option) => option === value.toLowerCase());
	if (found) return found;
	throw new Error(`\`${name}\` is ${shown(value)}. Write one of: ${allowed.join(", ")}.`);
}
function parseBoolean(name, value) {
	if (/^true$/i.test(value)) return true;
	if (/^false$/i.test(value)) return false;
	throw new Error(`\`${name}\` is ${shown(value)}. Write \`true\` or \`false\`.`);
}
function parseCount(name, value) {
	if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
	throw new Error(`\`${name}\` is ${shown(value)}. Write a whole number from 1 to 999.`);
}
function parseLanguage(value) {
	const tag = value.replaceAll("_", "-");
	try {
		Intl.getCanonicalLocales(tag);
		if (/^[a-z]{2,3}(-|$)/i.test(tag)) return tag;
	} catch {}
	throw new Error(`\`language\` is ${shown(value)}, which is no language tag. Use ISO 639 or BCP 47, such as \`en\` or \`pt-BR\`.`);
}
function parseTag(value) {
	const tag = value.replace(/^refs\/tags\//, "");
	if (!/[\s\p{Cc}~^:?*[\\]/u.test(tag)) return tag;
	throw new Error(`\`release-tag\` is ${shown(value)}, which git allows for no tag. Write \`event\`, \`latest\`, or a tag.`);
}
function parseTimeout(value) {
	const milliseconds = parseDuration(value);
	if (milliseconds === null) throw new Error(`\`timeout\` is ${shown(value)}. Write a number and a unit, such as \`90 seconds\` or \`5 minutes\`.`);
	if (milliseconds < 1e3 || milliseconds > 216e5) throw new Error(`\`timeout\` is ${formatDuration(milliseconds)}. It must lie between 1 second and 6 hours.`);
	return milliseconds;
}
function parseToken(value, remarks) {
	const token = value.trim();
	if (token !== value && token !== "") remarks.push("`access-token` had white space around it, which was taken off. Store the secret anew without it.");
	if (/^(['"`]).*\1$/s.test(token)) throw new Error("`access-token` stands in quotes. Store the secret without them.");
	if (/^bearer\s/i.test(token)) throw new Error("`access-token` begins with the word Bearer. Store the token alone.");
	if (/^https?:\/\//i.test(token)) throw new Error("`access-token` is a web address. Have `access-token` and `instance-url` changed places?");
	if (/\s/.test(token)) throw new Error("`access-token` has white space inside it, so it is more than a token, or two of them. Store the token alone, on one line.");
	if (/[^\x21-\x7E]/.test(token)) throw new Error("`access-token` has a character that no token has. Copy the token anew and store it.");
	return token;
}
function shown(value) {
	return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
const FARTHEST_LOOK = 316224e5;
function parseDuplicateCheck(value) {
	const word = value.toLowerCase();
	if (word === "rerun" || word === "never") return word;
	const milliseconds = parseDuration(value);
	if (milliseconds !== null && milliseconds >= 6e4 && milliseconds <= FARTHEST_LOOK) return milliseconds;
	throw new Error(`\`duplicate-check\` is ${shown(value)}. Write \`rerun\` (look on re-runs only), \`never\`, or how far back to look on every run, from a minute to a year, such as \`24 hours\`.`);
}
// src/action/utc.ts
function inUtc(time) {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
// src/action/input-names.ts
const inputNames = [
	"instance-url",
	"access-token",
	"status",
	"template-file",
	"status-file",
	"data",
	"release-tag",
	"github-token",
	"spoiler-text",
	"visibility",
	"language",
	"sensitive",
	"media",
	"poll",
	"scheduled-at",
	"in-reply-to-id",
	"quoted-status-id",
	"quote-approval-policy",
	"edit-status-id",
	"pin",
	"overflow",
	"max-parts",
	"mentions",
	"duplicate-check",
	"idempotency-key",
	"on-missing-token",
	"dry-run",
	"timeout"
];
// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}
// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}
// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
	process.stdout.write(message + os.EOL);
}
// src/action/result.ts
const nothingAttached = {
	media: [],
	poll: null,
	scheduledAt: "",
	inReplyTo: "",
	quoted: ""
};
const MOST_REFUSED = 500;
function shownText({ text, characters }, limit) {
	const all = [...text];
	if (characters <= limit || all.length <= MOST_REFUSED) return text;
	return `${all.slice(0, MOST_REFUSED).join("")}… (and ${all.length - MOST_REFUSED} characters more)`;
}
const nothingYet = {
	result: "failed",
	reason: "",
	handle: "",
	hasAccount: false,
	isEdit: false,
	isToPin: false,
	parts: [],
	attached: nothingAttached,
	spoilerText: "",
	visibility: "",
	language: "",
	limit: 500,
	limitAsked: false,
	response: "",
	cuts: [],
	guarded: [],
	differences: [],
	retries: []
};
function planned(inputs, plan, known) {
	return {
		...nothingYet,
		...known,
		guarded: known.guarded.filter((mention) => plan.parts.some(({ text }) => text.replaceAll("‌", "").replaceAll("%40", "@").includes(mention))),
		hasAccount: inputs.instanceUrl !== "" && inputs.accessToken !== "",
		isEdit: !["", "auto"].includes(inputs.editStatusId),
		isToPin: inputs.pin,
		parts: plan.parts.map((part) => ({
			...part,
			id: "",
			url: "",
			uri: "",
			visibility: "",
			language: ""
		})),
		visibility: inputs.visibility ?? "",
		language: inputs.language ?? "",
		cuts: plan.cuts.map(({ part, removed, beginning, whole }) => {
			const where = plan.parts.length > 1 ? ` of part ${part}` : "";
			const what = `${whole ? "Left out" : "Cut"} ${removed} characters${where}, beginning with “${beginning.replace(/\s+/g, " ").trim()}”.`;
			const isLast = part === inputs.maxParts && plan.parts.length === inputs.maxParts;
			return inputs.overflow === "thread" && isLast ? `${what} The text needs more than the ${inputs.maxParts} parts that \`max-parts\` allows.` : `${what} The text was longer than ${known.limit} characters.`;
		})
	};
}
function added(result, stored, part) {
	const { id, url, uri, visibility, language, handle, response, duplicate, otherText, scheduledAt } = stored;
	const isOther = otherText !== null;
	const up = isOther ? {
		text: otherText,
		characters: [...otherText].length
	} : {};
	const parts = result.parts.map((view, index) => index === part ? {
		...view,
		...up,
		id,
		url,
		uri,
		visibility,
		language
	} : view).slice(0, isOther && part === 0 ? 1 : void 0);
	const done = scheduledAt === null ? "posted" : "scheduled";
	return {
		...result,
		result: duplicate ? "duplicate" : done,
		reason: duplicate ? `It had been ${done} before, so no second one was made.` : "",
		handle: handle || result.handle,
		parts,
		attached: {
			...result.attached,
			scheduledAt: scheduledAt === null ? "" : timeOf$1(scheduledAt, result)
		},
		response
	};
}
function timeOf$1(time, { attached }) {
	const milliseconds = Date.parse(time);
	return Number.isNaN(milliseconds) ? attached.scheduledAt : inUtc(milliseconds);
}
function edited(result, done) {
	const attached = {
		...result.attached,
		inReplyTo: "",
		quoted: ""
	};
	const stored = {
		...done,
		duplicate: false,
		otherText: null,
		scheduledAt: null
	};
	const reason = done.changed ? "" : "It says all of this already, so nothing was sent.";
	const differences = [...result.differences, ...done.differences];
	return {
		...added({
			...result,
			attached
		}, stored, 0),
		result: "edited",
		reason,
		differences
	};
}
function wishOf({ isEdit, attached }) {
	if (isEdit) return "edited";
	return attached.scheduledAt === "" ? "posted" : "scheduled";
}
function broken(result, reason, outcome, response) {
	const up = result.parts.filter(({ id }) => id !== "");
	const kind = up.length > 0 ? "partial" : outcome === "unknown" ? "unknown" : "failed";
	const whole = {
		partial: `${reason} ${`Already up: ${up.map(({ url }) => url).join(", ")} (${up.length} of ${result.parts.length} parts).`}${outcome === "unknown" ? " The next part may be up too." : ""}`,
		unknown: `The status may or may not be ${wishOf(result)}. ${reason}`,
		failed: reason
	};
	return {
		...result,
		result: kind,
		reason: whole[kind],
		response: response || result.response
	};
}
const PERHAPS_PINNED = "The run was cancelled before it was known whether the status is pinned. Look at the profile, or run again.";
function cancelled(result, onItsWay) {
	if (result.parts.length > 0 && result.parts.every(({ id }) => id !== "") && onItsWay === null) return result.isToPin ? {
		...result,
		differences: [...result.differences, PERHAPS_PINNED]
	} : result;
	if (onItsWay === null) return broken(result, `The run was cancelled before anything ${result.parts.some(({ id }) => id !== "") ? "more " : ""}was ${wishOf(result)}.`, "not done", "");
	return broken(result, `The run was cancelled while ${onItsWay} was on its way. A re-run looks first.`, "unknown", "");
}
// src/action/summary.ts
const WORDS = /* @__PURE__ */ new Map([
	["public", "Public"],
	["unlisted", "Quiet public"],
	["private", "Followers"],
	["direct", "Private mention"]
]);
function summarize(result) {
	const { parts, spoilerText, cuts, differences, guarded, retries } = result;
	const blocks = [`<h3>${headline(result)}</h3>`];
	if (result.reason !== "") blocks.push(...result.reason.split("\n").map((line) => paragraph(line)));
	for (const [index, part] of parts.entries()) {
		if (parts.length > 1) blocks.push(`<p><b>${index + 1} of ${parts.length}</b>${part.url ? ` · ${link("open", part.url)}` : ""}</p>`);
		blocks.push(body(shownText(part, result.limit), spoilerText), ...index === 0 ? attachedBlocks(result.attached) : [], `<p><sub>${escaped(facts(part, index, result))}</sub></p>`);
	}
	for (const cut of cuts) blocks.push(paragraph(`✂️ ${cut}`));
	for (const difference of differences) blocks.push(paragraph(`⚠️ ${difference}`));
	if (guarded.length > 0) blocks.push(paragraph(`🔕 Made harmless, so that nobody is mentioned: ${guarded.join(", ")}`));
	if (retries.length > 0) blocks.push(folded("🔁 What was waited for, or done again", retries));
	return `${blocks.join("\n\n")}\n\n`;
}
function headline(run) {
	const { result, reason, handle, hasAccount, isEdit, parts } = run;
	const url = parts.find((part) => part.url !== "")?.url ?? "";
	const by = handle || url ? ` by ${link(handle || url, url)}` : "";
	switch (result) {
		case "posted": return `Posted${by}`;
		case "scheduled": return `Scheduled${by}`;
		case "edited": return reason === "" ? `Edited${by}` : `Nothing to edit in the status${by}`;
		case "duplicate": return `Already ${wishOf(run)}${by}`;
		case "dry-run": {
			const would = isEdit ? "Would edit" : "Would post";
			if (handle) return `${would} as ${escaped(handle)}`;
			return hasAccount ? `${would} (the token may not tell whose it is)` : `${would} (no account was asked)`;
		}
		case "skipped": return "Skipped, nothing was posted";
		case "partial": return `Posted in part${by}`;
		case "unknown": return "Outcome unknown";
		default: return `Not ${wishOf(run)}`;
	}
}
function body(text, spoilerText) {
	const quote = `<blockquote>${linked(text)}</blockquote>`;
	return spoilerText === "" ? quote : `<details><summary>${linked(spoilerText)}</summary>${quote}</details>`;
}
function attachedBlocks({ media, poll, scheduledAt, inReplyTo, quoted }) {
	return [
		...media.map(({ label, description }) => {
			const alt = description === "" ? "<i>no description</i>" : linked(description);
			return `<p>📎 <b>${escaped(label)}</b><br>${alt}</p>`;
		}),
		...poll ? [`<p>${poll.options.map((option) => `${poll.mark} ${linked(option)}`).join("<br>")}<br><sub>${escaped(poll.settings)}</sub></p>`] : [],
		...inReplyTo === "" ? [] : [`<p>↩️ In reply to ${linked(inReplyTo)}</p>`],
		...quoted === "" ? [] : [`<p>❝ Quotes ${linked(quoted)}</p>`],
		...scheduledAt === "" ? [] : [`<p>🕓 To come out at ${escaped(scheduledAt)}</p>`]
	];
}
function facts(part, index, { visibility, language, limit }) {
	const shown = part.visibility || (index === 0 ? visibility || "The account's own visibility" : "Reply");
	return [...[WORDS.get(shown) ?? shown, part.language || language], `${part.characters}/${limit}`].filter(Boolean).join(" · ");
}
function paragraph(line) {
	return `<p>${prose(line)}</p>`;
}
function folded(title, lines) {
	return `<details><summary>${escaped(title)}</summary>${lines.map(prose).join("<br>")}</details>`;
}
function prose(line) {
	return line.split(/`([^`]+)`/).map((piece, index) => index % 2 === 1 ? `<code>${escaped(piece)}</code>` : linked(piece)).join("");
}
function linked(text) {
	return text.split(/(https?:\/\/[^\s\p{C}<>"'`]+)/u).map((piece, index) => index % 2 === 1 ? linkedAddress(piece) : escaped(piece)).join("");
}
function linkedAddress(piece) {
	if (piece.includes("…")) return escaped(piece);
	const url = piece.replace(/[.,:;!?)\]”]+$/, "");
	return link(url, url) + escaped(piece.slice(url.length));
}
function link(text, url) {
	return /^https?:\/\/[^\s\p{C}<>"'`]+$/u.test(url) ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);
}
function escaped(text) {
	return text.replaceAll(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`).replaceAll(/\r\n|[\r\n\u2028\u2029]/g, "<br>").replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "�");
}
// src/action/visible.ts
const STEERING = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;
function visible(line) {
	return oneLine(line).replaceAll(STEERING, (character) => {
		const code = character.codePointAt(0);
		return code < 256 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`;
	}).replaceAll("##[", "##\\[");
}
function oneLine(text) {
	if (!text.includes("\n")) return text;
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "").join(" ");
}
function hex(code, digits) {
	return code.toString(16).toUpperCase().padStart(digits, "0");
}
function quoted(text) {
	return text.replaceAll("\r\n", "\n").split("\n").map((line) => `  │ ${visible(line)}`.trimEnd());
}
// src/action/report.ts
const masked = /* @__PURE__ */ new Set();
const SHORTEST_SECRET = 6;
function openLog() {
	masked.clear();
}
function mask(secrets) {
	for (const secret of secrets) {
		setSecret(secret);
		if (secret.length >= SHORTEST_SECRET) masked.add(secret);
	}
}
function clean(text) {
	return [...masked].reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
}
function log(line) {
	info(visible(clean(line)));
}
function logText(text) {
	for (const line of quoted(clean(text))) info(line);
}
function warn(line) {
	warning(visible(clean(line)));
}
function logPlan(result, inputs, facts) {
	const { parts, limit, spoilerText, cuts, guarded, attached } = result;
	log(`${sourceOf(inputs, facts)} · ${textFrom(inputs)}`);
	if (inputs.dryRun && inputs.instanceUrl === "") log(`No \`instance-url\`, so the limits of most instances are assumed: ${limit} characters, 23 for a link.`);
	if (spoilerText !== "") {
		log("Content warning");
		logText(spoilerText);
	}
	const settings = [
		`visibility: ${result.visibility || "the account's own"}`,
		...result.language ? [`language: ${result.language}`] : [],
		...inputs.sensitive === void 0 ? [] : [inputs.sensitive ? "sensitive" : "not sensitive"]
	].join(", ");
	for (const [index, part] of parts.entries()) {
		log(`${parts.length > 1 ? `Part ${index + 1} of ${parts.length}` : "Status"}, ${part.characters} of ${limit} characters, ${index === 0 ? settings : "in reply to the one before"}`);
		logText(shownText(part, limit));
		if (index === 0) logAttached(attached);
	}
	if (guarded.length > 0) log(`Made harmless, so that nobody is mentioned: ${guarded.join(", ")}`);
	for (const cut of cuts) warn(cut);
}
function logAttached({ media, poll, scheduledAt, inReplyTo, quoted }) {
	for (const { label, description } of media) {
		log(`Media ${label}${description === "" ? ", without a description" : ", described as"}`);
		if (description !== "") logText(description);
	}
	if (poll) {
		log(`Poll, ${poll.settings}`);
		for (const option of poll.options) logText(`${poll.mark} ${option}`);
	}
	if (inReplyTo !== "") log(`In reply to ${inReplyTo}`);
	if (quoted !== "") log(`Quotes ${quoted}`);
	if (scheduledAt !== "") log(`To come out at ${scheduledAt}`);
}
function sourceOf({ releaseTag }, { event, github, release }) {
	const of = github.repository === "" ? "" : ` of ${github.repository}`;
	if (release === null) return github.event_name === "" ? `No event${of}` : `Event ${github.event_name}${of}`;
	const { tag_name: tag } = event.release ?? {};
	const isOfEvent = releaseTag === "event" || releaseTag === tag;
	return `Release ${release.tag_name}${of} (from the ${isOfEvent ? "event" : "GitHub API"})`;
}
function textFrom({ status: { from } }) {
	if (from === "default announcement") return from;
	return from === "status-file" ? "text from `status-file`" : `template from \`${from}\``;
}
function logPosted(origin, name, answer) {
	const line = `Posting ${name}to ${origin} … ${answer.status} in ${(answer.took / 1e3).toFixed(1)} s`;
	log(name === "" ? line : `${line}: ${answer.url}`);
}
function logFound(origin, name, url, when) {
	log(`Found ${name}on ${origin}${url === "" ? "" : `: ${url}`} (${when})`);
}
function succeed(result) {
	notice(visible(clean(closingLine(result))));
	conclude$1(result);
}
function fail(result, problems, evidence) {
	for (const problem of problems) error(visible(clean(problem)));
	if (evidence.trim() !== "") {
		log(evidence === result.response ? "The answer as it came:" : "A fault of this action. Its trace, for a report:");
		logText(evidence.length > 2e3 ? `${evidence.slice(0, 2e3)}…` : evidence);
	}
	process.exitCode = 1;
	conclude$1(result);
}
function closingLine(run) {
	const { result, reason, handle, hasAccount, isEdit, parts, attached } = run;
	const [first] = parts;
	const by = handle ? ` by ${handle}` : "";
	const many = parts.length > 1 ? ` in ${parts.length} parts` : "";
	const where = first?.url ? `: ${first.url}` : "";
	switch (result) {
		case "posted": return `Posted${first?.visibility ? ` as ${first.visibility}` : ""}${by}${many}${where}`;
		case "scheduled": return `Scheduled${by} for ${attached.scheduledAt}`;
		case "edited": return reason === "" ? `Edited${by}${where}` : `Nothing to edit in the status${by}${where} (${reason})`;
		case "duplicate": return `Already ${wishOf(run)}${by}${many}${attached.scheduledAt ? ` for ${attached.scheduledAt}` : where} (${reason})`;
		case "dry-run": return `Dry run, nothing was ${isEdit ? "edited" : "posted"}. ${handle ? `${isEdit ? "Would edit" : "Would post"} as ${handle}${many}` : noHandle(hasAccount)}.`;
		default: return `Skipped, nothing was posted. ${reason}`;
	}
}
function noHandle(hasAccount) {
	return hasAccount ? "The token is valid, but may not tell whose it is (that takes the scope `profile`)" : "No account was asked, since `instance-url` or `access-token` is empty";
}
function conclude$1(result) {
	for (const difference of result.differences) warn(difference);
	writeOutputs(result);
	writeSummary(summarize(result));
}
function writeOutputs(result) {
	if (!process.env.GITHUB_OUTPUT) {
		log("The outputs are not set, since this runner names no GITHUB_OUTPUT file.");
		return;
	}
	const { parts, limit, limitAsked } = result;
	const posted = parts.filter(({ id }) => id !== "");
	const [first] = posted;
	const outputs = {
		result: result.result,
		reason: visible(result.reason),
		id: plain(first?.id),
		url: plain(first?.url),
		uri: plain(first?.uri),
		ids: JSON.stringify(posted.map(({ id }) => plain(id)).filter((id) => id !== "")),
		urls: JSON.stringify(posted.map(({ url }) => plain(url)).filter((url) => url !== "")),
		"scheduled-at": ["scheduled", "duplicate"].includes(result.result) ? result.attached.scheduledAt : "",
		text: parts.map(({ text }) => text).join("\n---\n"),
		characters: parts.length > 0 ? String(Math.max(...parts.map(({ characters }) => characters))) : "",
		limit: limitAsked ? String(limit) : "",
		response: result.response
	};
	try {
		for (const [name, value] of Object.entries(outputs)) setOutput(name, clean(value));
	} catch (cause) {
		warn(`The outputs could not be written (${cause.message}).`);
	}
}
function plain(value = "") {
	return /[\s\p{C}"'`$\\<>|;(){}]/u.test(value) ? "" : value;
}
function writeSummary(markdown) {
	const path = process.env.GITHUB_STEP_SUMMARY;
	if (!path) return;
	try {
		(0, node_fs.appendFileSync)(path, clean(markdown));
	} catch (cause) {
		warn(`The summary could not be written (${cause.message}).`);
	}
}
// src/action/cancellation.ts
const PATIENCE = 5e3;
function watchCancellation(conclude) {
	let sending = null;
	let cancelled = false;
	let patience;
	const end = () => {
		conclude(sending);
		process.exit();
	};
	const cancel = () => {
		if (cancelled) return;
		cancelled = true;
		if (sending === null) return end();
		log(`Cancelled while ${sending} is on its way. Waiting up to ${PATIENCE / 1e3} s for the answer.`);
		patience = setTimeout(end, PATIENCE);
	};
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, cancel);
	return {
		onSending(what) {
			if (cancelled && sending === null && what !== null) end();
			sending = what;
		},
		onItsWay: () => sending,
		settle() {
			if (cancelled) end();
		},
		stop() {
			for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, cancel);
			clearTimeout(patience);
		}
	};
}
// src/action/announcement.ts
const announcement = `{{ release.title }}

{{ repository.description | fit }}

{{ release.html_url }}

{{ repository.topics | hashtags: 4 }}`;
// src/action/instance-url.ts
const EXAMPLE = "https://mastodon.social";
const HOST$1 = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[\da-f:.]+\])$/;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
function parseInstanceUrl(value) {
	const text = value.trim();
	if (/^(['"`]).*\1$/s.test(text)) throw new Error("`instance-url` stands in quotes. Store it without them.");
	const handle = /^(?:acct:)?@?[^@\s/:]+@([^@\s/]+)$/.exec(text);
	if (handle) throw new Error(`\`instance-url\` is a handle, not an address. Set it to the account's server: \`https://${handle[1]}\`.`);
	const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
	const url = /\s/.test(text) || !URL.canParse(address) ? null : new URL(address);
	if (url === null || isWeb(url) && !HOST$1.test(url.hostname)) throw new Error(`\`instance-url\` is no web address: ${shown(text)}. It should look like \`${EXAMPLE}\`.`);
	if (!isWeb(url)) throw new Error(`\`instance-url\` begins with \`${url.protocol}\`. It should look like \`${EXAMPLE}\`.`);
	if (url.username || url.password) throw new Error(`\`instance-url\` carries a user name or password. Set it to \`${url.origin}\`.`);
	if (url.protocol === "http:" && !LOOPBACK.test(url.hostname)) throw new Error(`\`instance-url\` begins with http://, which would send the token unencrypted. Set it to \`https://${url.host}\`.`);
	if (url.pathname !== "/" || url.search || url.hash) {
		const extra = `${url.pathname}${url.search}${url.hash}`.replace(/^\/(?=[?#])/, "");
		throw new Error(`\`instance-url\` carries more than the server: ${shown(extra)}. Set it to \`${url.origin}\`.`);
	}
	return url.origin;
}
function isWeb({ protocol }) {
	return protocol === "https:" || protocol === "http:";
}
// src/action/status-source.ts
async function readStatusSource(raw, folders) {
	const status = (raw.get("status") ?? "{{ release.title }}\n\n{{ repository.description | fit }}\n\n{{ release.html_url }}\n\n{{ repository.topics | hashtags: 4 }}").replaceAll("\r\n", "\n");
	const isDefault = status.trim() === announcement.trim();
	const templateFile = (raw.get("template-file") ?? "").trim();
	const statusFile = (raw.get("status-file") ?? "").trim();
	const given = [
		...isDefault || status.trim() === "" ? [] : ["`status`"],
		...templateFile === "" ? [] : ["`template-file`"],
		...statusFile === "" ? [] : ["`status-file`"]
	];
	if (given.length > 1) throw new Error(`${given.join(", ").replace(/, (?=[^,]*$)/, " and ")} exclude each other. Keep one of them.`);
	if (templateFile !== "" || statusFile !== "") {
		const { readStatusFile, readTemplateFile } = await Promise.resolve().then(() => require("./status-file.js"));
		return statusFile === "" ? {
			source: readTemplateFile(templateFile, folders),
			isTemplate: true,
			from: "template-file"
		} : {
			source: readStatusFile(statusFile, folders),
			isTemplate: false,
			from: "status-file"
		};
	}
	if (status.trim() === "") return null;
	return {
		source: status,
		isTemplate: true,
		from: isDefault ? "default announcement" : "status"
	};
}
// src/action/inputs.ts
const overflows = [
	"truncate",
	"thread",
	"fail"
];
const mentionRules = [
	"template",
	"all",
	"none"
];
const quotePolicies = [
	"public",
	"followers",
	"nobody"
];
const inputDefaults = {
	status: announcement,
	"release-tag": "event",
	overflow: "truncate",
	"max-parts": "10",
	mentions: "template",
	pin: "false",
	"duplicate-check": "rerun",
	"on-missing-token": "fail",
	"dry-run": "false",
	timeout: "5 minutes"
};
const TOKEN_AS_URL = "`instance-url` holds a token. Set it to the address of the instance, such as https://mastodon.social, and check which secret or variable it is taken from.";
var InputError = class extends Error {
	problems;
	constructor(problems) {
		const lines = problems.map((problem) => oneLine(problem.replaceAll("\r", "\n")));
		super(lines.join("\n"));
		this.problems = lines;
	}
};
function collectInputs(env = process.env) {
	const raw = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(env)) if (/^INPUT_./i.test(key)) raw.set(key.slice(6).toLowerCase(), value ?? "");
	return raw;
}
function secretsOf(raw) {
	return ["access-token", "github-token"].map((name) => (raw.get(name) ?? "").trim()).filter((secret) => secret !== "");
}
async function readInputs(raw, environment) {
	const problems = [];
	const remarks = [];
	const known = new Set(inputNames);
	const unknown = [...raw.keys()].filter((name) => !known.has(name));
	if (unknown.length > 0) {
		const { ignoredInputs, refusedInputs } = await Promise.resolve().then(() => require("./unknown-inputs.js"));
		if (environment.leaksInputs) remarks.push(...ignoredInputs(unknown));
		else problems.push(...refusedInputs(unknown));
	}
	const text = (name) => (raw.get(name) ?? "").trim();
	const checked = (fallback, read) => {
		try {
			return read();
		} catch (error) {
			problems.push(error.message);
			return fallback;
		}
	};
	const status = await readStatus(raw, environment.folders).catch((error) => {
		problems.push(error.message);
		return {
			source: "",
			isTemplate: false,
			from: "status"
		};
	});
	const inputs = {
		instanceUrl: checked("", () => {
			const url = text("instance-url");
			if (url !== "" && secretsOf(raw).some((secret) => !secret.includes("://") && url.includes(secret))) throw new Error(TOKEN_AS_URL);
			return url === "" ? "" : parseInstanceUrl(url);
		}),
		accessToken: checked("", () => parseToken(raw.get("access-token") ?? "", remarks)),
		status,
		data: null,
		releaseTag: checked("event", () => parseTag(given(raw, "release-tag"))),
		githubToken: text("github-token"),
		spoilerText: text("spoiler-text"),
		visibility: checked(void 0, () => optional(text("visibility"), parseVisibility)),
		language: checked(void 0, () => optional(text("language"), parseLanguage)),
		sensitive: checked(void 0, () => optional(text("sensitive"), (value) => parseBoolean("sensitive", value))),
		media: [],
		poll: null,
		scheduledAt: text("scheduled-at"),
		inReplyToId: text("in-reply-to-id"),
		quotedStatusId: text("quoted-status-id"),
		editStatusId: text("edit-status-id"),
		quoteApprovalPolicy: checked(void 0, () => optional(text("quote-approval-policy"), (value) => parseChoice("quote-approval-policy", value, quotePolicies))),
		pin: checked(false, () => parseBoolean("pin", given(raw, "pin"))),
		overflow: checked("truncate", () => parseChoice("overflow", given(raw, "overflow"), overflows)),
		maxParts: checked(10, () => parseCount("max-parts", given(raw, "max-parts"))),
		mentions: checked("template", () => parseChoice("mentions", given(raw, "mentions"), mentionRules)),
		duplicateCheck: checked("rerun", () => parseDuplicateCheck(given(raw, "duplicate-check"))),
		idempotencyKey: text("idempotency-key"),
		onMissingToken: checked("fail", () => parseChoice("on-missing-token", given(raw, "on-missing-token"), ["fail", "skip"])),
		dryRun: checked(false, () => parseBoolean("dry-run", given(raw, "dry-run"))),
		timeout: checked(0, () => parseTimeout(given(raw, "timeout"))),
		skip: null,
		remarks
	};
	const [url, token] = [text("instance-url"), text("access-token")];
	if (!inputs.dryRun && (url === "" || token === "")) {
		const { explainMissing } = await Promise.resolve().then(() => require("./missing-account.js"));
		const missing = explainMissing({
			url,
			token
		}, inputs.onMissingToken, environment);
		inputs.skip = missing.skip;
		problems.push(...missing.problems);
	}
	const parsed = async (name, parse) => {
		if (text(name) === "") return;
		try {
			await parse(raw.get(name));
		} catch (error) {
			problems.push(...error.message.split("\n"));
		}
	};
	await parsed("data", async (value) => {
		const { parseData } = await Promise.resolve().then(() => require("./data.js"));
		inputs.data = await parseData(value);
	});
	await parsed("media", async (value) => {
		const { parseMedia } = await Promise.resolve().then(() => require("./media.js"));
		inputs.media = await parseMedia(value);
	});
	await parsed("poll", async (value) => {
		const { parsePoll } = await Promise.resolve().then(() => require("./poll.js"));
		inputs.poll = await parsePoll(value);
	});
	if (inputs.editStatusId !== "" || inputs.scheduledAt !== "") {
		const { contradictions } = await Promise.resolve().then(() => require("./contradictions.js"));
		problems.push(...contradictions(inputs));
	}
	if (problems.length > 0) throw new InputError(problems);
	return inputs;
}
async function readStatus(raw, folders) {
	const found = await readStatusSource(raw, folders);
	if (found === null) throw emptyInput("status", "to announce a release");
	return found;
}
function optional(value, parse) {
	return value === "" ? void 0 : parse(value);
}
function given(raw, name) {
	const value = (raw.get(name) ?? inputDefaults[name]).trim();
	if (value === "") throw emptyInput(name, `for its default, \`${inputDefaults[name]}\``);
	return value;
}
function emptyInput(name, otherwise) {
	return /* @__PURE__ */ new Error(`\`${name}\` is given but empty. Its expression came to nothing: ${name === "status" || name === "release-tag" ? "a step that made no release, " : ""}a misspelled name, or a variable not granted here. Leave \`${name}\` out ${otherwise}.`);
}
// src/action/release.ts
const CURE = "To run only when a release comes out, write `on: { release: { types: [published] } }`.";
function whyReleaseIsSilent({ github, event }, isEdit) {
	if (github.event_name !== "release") return null;
	const quiet = [
		"created",
		...isEdit ? [] : ["edited"],
		"unpublished",
		"deleted"
	].find((action) => action === event.action);
	if (quiet) return `The release event \`${quiet}\` publishes nothing. ${CURE}`;
	const { draft } = event.release ?? {};
	return draft === true ? `The release is a draft. ${CURE}` : null;
}
function firstEventOf({ github, event }) {
	if (github.event_name !== "release") return null;
	return event.action === "released" || event.action === "prereleased" ? "published" : null;
}
function releasedAt({ published_at: published }) {
	const time = typeof published === "string" ? Date.parse(published) : NaN;
	return Number.isNaN(time) ? null : time - MARGIN;
}
const MARGIN = 6e4;
function describeRelease(release, repositoryName) {
	const tag = typeof release.tag_name === "string" ? release.tag_name : "";
	const name = typeof release.name === "string" ? release.name.replace(/\s+/g, " ").trim() : "";
	const { version, project } = splitTag(tag, repositoryName);
	return {
		id: null,
		name: null,
		body: null,
		html_url: null,
		draft: false,
		prerelease: false,
		...release,
		tag_name: tag,
		version,
		title: joinTitle(project, version, name === tag ? "" : name)
	};
}
const NO_PROJECT = /^(release|releases|rel|version|ver|tag)$/i;
const CHANNEL = /^(nightly|weekly|daily|snapshot|canary|edge|dev|preview|alpha|beta|rc|build|stable|latest)$/i;
function splitTag(tag, repositoryName) {
	const plain = /^v?\.?(\d\S*)$/i.exec(tag);
	if (plain) return {
		project: repositoryName,
		version: plain[1]
	};
	const named = /^(.+)@v?(\d\S*)$/i.exec(tag) ?? /^(.+?)[/_-]v?(\d\S*)$/i.exec(tag);
	if (!named || CHANNEL.test(named[1])) return {
		project: repositoryName,
		version: tag
	};
	const [, prefix, version] = named;
	return {
		project: NO_PROJECT.test(prefix) ? repositoryName : prefix,
		version
	};
}
function joinTitle(project, version, fullName) {
	const name = fullName.replace(/^(release|version)\b:?\s*(?=v?\d|$)/i, "");
	const words = wordsOf$1(name);
	const [wantedProject, wantedVersion] = [project, version].map((part) => wordsOf$1(part).join(""));
	const namesVersion = holds(words, wantedVersion);
	const namesProject = holds(words, wantedProject);
	const own = () => {
		if (words.join("") === "" || words.join("") === wantedVersion) return [project, version];
		if (namesVersion && namesProject) return [name];
		if (namesVersion) return [startsAt(words, 0, wantedVersion) ? project : `${project}:`, name];
		if (namesProject) return [name, version];
		return [project, version === "" ? name : `${version}: ${name}`];
	};
	return own().filter((word) => word !== "").join(" ");
}
function holds(words, wanted) {
	return words.some((_, index) => startsAt(words, index, wanted));
}
function startsAt(words, index, wanted) {
	let said = "";
	for (let next = index; next < words.length && said.length < wanted.length; next++) said += words[next];
	return wanted !== "" && said === wanted;
}
function wordsOf$1(text) {
	return text.toLowerCase().replaceAll(/\bv(?=\d)/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}
// src/action/checks.ts
function whySilent(inputs, environment) {
	return inputs.skip ?? whyReleaseIsSilent(environment, inputs.editStatusId !== "") ?? whyPrivateIsSilent(inputs, environment);
}
function whyPrivateIsSilent({ status }, { event }) {
	return event.repository?.private === true && status.from === "default announcement" ? "The repository is private, so its releases are announced only with a text of your own. Set `status`." : null;
}
const CURES = {
	release: "Set `release-tag` to `latest` or to a tag, or run on release events",
	data: "Set the input `data`"
};
function remarksOnFacts({ status }, facts) {
	if (!status.isTemplate) return [];
	return ["release", "data"].filter((name) => facts[name] === null && new RegExp(`\\{\\{-?\\s*${name}\\.`).test(status.source)).filter((name) => !new RegExp(`\\{%-?\\s*(if|unless)\\s[^%]*\\b${name}\\b`).test(status.source)).map((name) => {
		const event = facts.github.event_name ? `the event \`${facts.github.event_name}\`` : "a run without an event";
		return `The template takes values from \`${name}\`, which print as nothing: ${name === "release" ? `${event} has no release` : "the input `data` is absent"}. ${CURES[name]}, or write {% if ${name} %}.`;
	});
}
function refuseSecrets(texts, raw) {
	const secrets = secretsOf(raw);
	if (texts.some((text) => secrets.some((secret) => text.includes(secret)))) throw new Error("The text, its content warning, an alt text, the poll, `idempotency-key` or `data` contains the access token or `github-token`, so nothing is posted. Take the secret out.");
}
// src/action/environment.ts
function readEnvironment(env = process.env) {
	const of = (name) => env[name] ?? "";
	const server = of("GITHUB_SERVER_URL") || "https://github.com";
	const repository = of("GITHUB_REPOSITORY");
	const runId = of("GITHUB_RUN_ID");
	const ref = of("GITHUB_REF");
	const proxies = {
		http: of("http_proxy") || of("HTTP_PROXY"),
		https: of("https_proxy") || of("HTTPS_PROXY"),
		no: of("no_proxy") || of("NO_PROXY")
	};
	return {
		github: {
			repository,
			ref,
			ref_name: of("GITHUB_REF_NAME") || ref.replace(/^refs\/(heads|tags|pull)\//, ""),
			ref_type: of("GITHUB_REF_TYPE") || (ref.startsWith("refs/tags/") ? "tag" : ref ? "branch" : ""),
			sha: of("GITHUB_SHA"),
			actor: of("GITHUB_ACTOR"),
			workflow: of("GITHUB_WORKFLOW"),
			job: of("GITHUB_JOB"),
			run_id: runId,
			run_number: of("GITHUB_RUN_NUMBER"),
			run_attempt: of("GITHUB_RUN_ATTEMPT") || "1",
			event_name: of("GITHUB_EVENT_NAME"),
			server_url: server,
			run_url: repository && runId ? `${server}/${repository}/actions/runs/${runId}` : ""
		},
		event: readEvent(of("GITHUB_EVENT_PATH")),
		apiUrl: of("GITHUB_API_URL") || "https://api.github.com",
		step: of("GITHUB_ACTION"),
		folders: [of("GITHUB_WORKSPACE") || process.cwd(), of("RUNNER_TEMP")].filter((folder) => folder !== ""),
		proxies,
		secrets: [proxies.http, proxies.https].flatMap(passwordOf),
		leaksInputs: [
			of("ACT"),
			of("GITEA_ACTIONS"),
			of("FORGEJO_ACTIONS")
		].includes("true")
	};
}
function passwordOf(proxy) {
	const address = proxy.includes("://") ? proxy : `http://${proxy}`;
	const password = URL.canParse(address) ? new URL(address).password : "";
	if (password === "") return [];
	try {
		return [.../* @__PURE__ */ new Set([password, decodeURIComponent(password)])];
	} catch {
		return [password];
	}
}
function readEvent(path) {
	if (path === "") return {};
	let text;
	try {
		text = (0, node_fs.readFileSync)(path, "utf8").replace(/^\uFEFF/, "");
	} catch (cause) {
		if (cause.code === "ENOENT") return {};
		throw new Error(`The payload of the event cannot be read (${cause.message}).`);
	}
	if (text.trim() === "") return {};
	let event;
	try {
		event = JSON.parse(text);
	} catch {
		throw new Error("The payload of the event is no JSON. With act, check the file that `--eventpath` names.");
	}
	return event !== null && typeof event === "object" && !Array.isArray(event) ? event : {};
}
// src/action/facts.ts
async function collectFacts(inputs, environment, fetch) {
	const { event, github, apiUrl } = environment;
	const { releaseTag: tag, githubToken: token, data, status } = inputs;
	const repository = describeRepository(environment);
	const ofEvent = asObject$1(event.release);
	let release = ofEvent;
	if (tag !== "event" && ofEvent?.tag_name !== tag) {
		const { loadRelease } = await Promise.resolve().then(() => require("./load-release.js"));
		release = await loadRelease({
			repository: github.repository,
			tag,
			apiUrl,
			token,
			fetch
		});
	}
	if (release === null && status.from === "default announcement") {
		const wanted = github.ref_type === "tag" ? "`${{ github.ref_name }}`" : "`latest` or to a tag";
		throw new Error(`The default announcement needs a release, and the event \`${github.event_name}\` has none. Set \`release-tag\` to ${wanted}, or write your own \`status\`.`);
	}
	return {
		event,
		github: {
			...github,
			event
		},
		release: release && describeRelease(release, String(repository?.name ?? "")),
		repository,
		data
	};
}
function describeRepository({ event, github }) {
	const told = asObject$1(event.repository);
	if (told === null && github.repository === "") return null;
	const [owner = "", name = ""] = github.repository.split("/");
	return {
		full_name: github.repository,
		name,
		owner: { login: owner },
		html_url: `${github.server_url}/${github.repository}`,
		description: null,
		homepage: null,
		topics: [],
		private: null,
		...told
	};
}
function freeTexts({ event, release }) {
	const texts = /* @__PURE__ */ new Map();
	const add = (name, value) => {
		if (typeof value === "string" && value.trim() !== "") texts.set(name, value);
	};
	for (const name of [
		"release",
		"issue",
		"pull_request",
		"discussion",
		"comment",
		"review",
		"milestone"
	]) {
		const thing = asObject$1(event[name]);
		for (const field of [
			"name",
			"title",
			"body",
			"description"
		]) add(`event.${name}.${field}`, thing?.[field]);
	}
	if (release !== null && asObject$1(event.release)?.body !== release.body) for (const field of ["name", "body"]) add(`release.${field}`, release[field]);
	const run = asObject$1(event.workflow_run);
	add("event.workflow_run.display_title", run?.display_title);
	add("event.workflow_run.head_commit.message", asObject$1(run?.head_commit)?.message);
	add("event.head_commit.message", asObject$1(event.head_commit)?.message);
	(Array.isArray(event.commits) ? event.commits : []).forEach((commit, index) => {
		add(`event.commits[${index}].message`, asObject$1(commit)?.message);
	});
	return texts;
}
function asObject$1(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
}
// src/action/identity.ts
function identityOf(intent) {
	const { facts, step, idempotencyKey, texts, spoilerText, poll, mediaHashes } = intent;
	const { github, release } = facts;
	if (idempotencyKey !== "") return [
		"key",
		github.repository,
		idempotencyKey
	];
	if (github.event_name === "release" && release?.id != null) return [
		"release",
		github.repository,
		release.id
	];
	const content = [
		texts,
		spoilerText,
		poll,
		mediaHashes
	];
	return [
		"run",
		github.repository,
		github.run_id,
		github.job,
		step,
		subjectOf(facts),
		...content
	];
}
function subjectOf({ github, release }) {
	return release?.html_url || github.ref || github.sha;
}
// src/action/look-window.ts
const USUAL_WINDOW = 2592e6;
async function lookWindow({ duplicateCheck, githubToken }, environment, now, fetch) {
	if (duplicateCheck === "never") return null;
	const created = await createdBefore(environment, githubToken, fetch);
	const windows = [];
	if (duplicateCheck !== "rerun") windows.push({
		since: now - duplicateCheck,
		why: "as `duplicate-check` says"
	});
	else if (firstEventOf(environment) !== null) windows.push(windowOfRelease(environment, now));
	if (typeof created === "number") windows.push({
		since: created,
		why: "when this run began"
	});
	else if (created !== null && duplicateCheck === "rerun") windows.push({
		since: now - USUAL_WINDOW,
		why: `30 days back, as nobody tells when this run began (${created})`
	});
	return windows.sort((one, other) => one.since - other.since)[0] ?? null;
}
async function createdBefore(environment, token, fetch) {
	return Number(environment.github.run_attempt) > 1 ? (await Promise.resolve().then(() => require("./run-created.js"))).runCreatedAt(environment, token, fetch) : null;
}
function windowOfRelease({ event }, now) {
	const time = releasedAt(event.release ?? {});
	return time === null ? {
		since: now - USUAL_WINDOW,
		why: "30 days back, as the event does not tell when the release came out"
	} : {
		since: time,
		why: "when the release came out"
	};
}
// src/mastodon/error.ts
var MastodonError = class extends Error {
	failure;
	diagnosis;
	outcome;
	constructor(failure, diagnosis, outcome) {
		const { what, why, cure } = diagnosis;
		super([
			what,
			why,
			cure
		].filter((sentence) => sentence !== "").join(" "), { cause: failure.cause });
		this.failure = failure;
		this.diagnosis = diagnosis;
		this.outcome = outcome;
	}
};
var FileError = class extends Error {};
function hostOf({ origin }) {
	return new URL(origin).host;
}
// src/mastodon/version.ts
const version = "0.1.0";
// src/mastodon/client.ts
function openClient(origin, token, http) {
	const common = {
		accept: "application/json",
		"accept-encoding": "identity",
		"accept-language": "en",
		"user-agent": `mastodon-status-action/${version}`
	};
	async function call(method, path, options = {}) {
		const { body, form, headers } = options;
		const failure = {
			method,
			path,
			origin,
			proxy: http.proxyOf(new URL(origin))
		};
		let answer;
		try {
			answer = await http.send({
				method,
				url: new URL(path, origin),
				headers: {
					...common,
					...token !== "" ? { authorization: `Bearer ${token}` } : {},
					...body ? { "content-type": "application/json" } : {},
					...form ? { "content-type": form.type } : {},
					...headers
				},
				...body ? { body: JSON.stringify(body) } : {},
				...form ? { body: form.body } : {}
			});
		} catch (cause) {
			if (cause instanceof FileError) throw cause;
			throw await plainError({
				...failure,
				cause
			});
		}
		const json = parseJson(answer.text);
		if (answer.status < 200 || answer.status > 299 || json === void 0) throw await plainError({
			...failure,
			answer,
			json
		});
		return {
			...answer,
			json
		};
	}
	async function probe(url) {
		try {
			return await http.send({
				method: "GET",
				url,
				headers: common
			});
		} catch {
			return null;
		}
	}
	const within = (limit) => openClient(origin, token, http.within(limit));
	return {
		origin,
		clock: http.clock,
		call,
		probe,
		within
	};
}
function parseJson(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return;
	}
}
function asObject(value) {
	return value !== null && typeof value === "object" ? value : {};
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
function isApiError(json) {
	return typeof asObject(json).error === "string";
}
async function plainError(failure) {
	const { outcomeOf } = await Promise.resolve().then(() => require("./outcome.js")).then((n) => n.outcome_exports);
	const { method, path, answer, cause } = failure;
	return new MastodonError(failure, {
		what: answer ? `${method} ${path} answered ${answer.status}.` : `${method} ${path} got no answer: ${cause?.message ?? "no reason given"}.`,
		why: "",
		cure: ""
	}, outcomeOf(failure));
}
// src/mastodon/clock.ts
function wallClock(signal, limit) {
	const end = Date.now() + limit;
	return {
		now: () => Date.now(),
		left: () => Math.max(0, end - Date.now()),
		async wait(milliseconds) {
			await (0, node_timers_promises.setTimeout)(milliseconds, void 0, { signal }).catch(() => {
				throw signal.reason;
			});
		}
	};
}
async function pause(clock, milliseconds) {
	if (clock.left() <= milliseconds) return false;
	try {
		await clock.wait(milliseconds);
		return true;
	} catch {
		return false;
	}
}
function formatTime(date) {
	return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/mastodon/loopback.ts
var import_undici = require_vendor_undici.require_undici();
function isLoopback(hostname) {
	return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith(".localhost");
}
// src/mastodon/proxy.ts
function proxiesIn(variables) {
	const of = (name) => variables[name.toLowerCase()] || variables[name] || "";
	return {
		http: of("HTTP_PROXY"),
		https: of("HTTPS_PROXY"),
		no: of("NO_PROXY")
	};
}
function proxyFor(url, proxies) {
	const proxy = url.protocol === "https:" ? proxies.https : proxies.http;
	if (proxy === "" || isLoopback(url.hostname) || isExempt(url, proxies.no)) return "";
	return proxy.includes("://") ? proxy : `http://${proxy}`;
}
function isProxyAddress(proxy) {
	return URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol);
}
function isExempt(url, no) {
	return no.toLowerCase().split(/[\s,]+/).some((entry) => entry === "*" || entry !== "" && covers(entry, url));
}
function covers(entry, url) {
	const [, host = entry, port = ""] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
	if (port !== "" && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
	const domain = host.replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
	const hostname = url.hostname.replace(/^\[|\]$/g, "");
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
// src/mastodon/http.ts
const MAX_ANSWER = 8388608;
const CONNECT_TIMEOUT = 1e4;
function openHttp(options) {
	const { proxies, timeout } = options;
	const signal = AbortSignal.timeout(timeout);
	const common = {
		connect: { timeout: CONNECT_TIMEOUT },
		headersTimeout: 0,
		bodyTimeout: 0
	};
	const dispatchers = /* @__PURE__ */ new Map();
	function dispatcherFor(url) {
		const proxy = proxyFor(url, proxies);
		const way = proxy || url.origin;
		const known = dispatchers.get(way);
		if (known) return known;
		const fresh = proxy === "" ? new import_undici.Pool(url.origin, common) : proxyAgent(proxy);
		dispatchers.set(way, fresh);
		return fresh;
	}
	async function proxyAgent(uri) {
		if (!isProxyAddress(uri)) throw Object.assign(/* @__PURE__ */ new Error("The proxy's address cannot be used"), { code: "ERR_PROXY_ADDRESS" });
		const { ProxyAgent } = await Promise.resolve().then(() => require("./vendor-proxies.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_later(), 1));
		const clientFactory = (origin, options) => new import_undici.Pool(origin, {
			...options,
			headersTimeout: CONNECT_TIMEOUT
		});
		return new ProxyAgent({
			...common,
			uri,
			clientFactory
		});
	}
	async function exchange(request, end) {
		const { method, url, headers, body } = request;
		const stream = typeof body === "object" ? settled(body.chunks()) : null;
		try {
			const answer = await (await dispatcherFor(url)).request({
				origin: url.origin,
				path: `${url.pathname}${url.search}`,
				method,
				headers: typeof body === "object" ? {
					...headers,
					"content-length": `${body.length}`
				} : headers,
				body: stream ?? body ?? null,
				signal: end
			});
			const text = await readText(answer.body);
			await (0, node_timers_promises.setImmediate)();
			return {
				status: answer.statusCode,
				headers: flatten(answer.headers),
				text
			};
		} finally {
			await stream?.return(void 0);
		}
	}
	function until(end, clock) {
		const timeIsUp = rejectionBy(end);
		return {
			async send(request) {
				if (end.aborted) throw tooLate();
				return Promise.race([exchange(request, end), timeIsUp]);
			},
			clock,
			proxyOf: (url) => proxyFor(url, proxies),
			within(limit) {
				const isTime = typeof limit === "number";
				const sooner = AbortSignal.any([end, isTime ? AbortSignal.timeout(limit) : limit]);
				return until(sooner, wallClock(sooner, isTime ? Math.min(limit, clock.left()) : clock.left()));
			}
		};
	}
	return until(signal, wallClock(signal, timeout));
}
function tooLate() {
	const error = Object.assign(/* @__PURE__ */ new Error("The time was over before the request was sent"), { code: "ERR_TIME_IS_UP" });
	error.name = "TimeoutError";
	return error;
}
function rejectionBy(signal) {
	const rejection = new Promise((_, reject) => {
		const end = () => reject(signal.reason);
		if (signal.aborted) end();
		else signal.addEventListener("abort", end, { once: true });
	});
	rejection.catch(() => {});
	return rejection;
}
const MOST_WAITING = 65536;
async function* settled(chunks) {
	for await (const chunk of chunks) yield chunk.length < MOST_WAITING ? Buffer.from(chunk) : chunk;
}
function flatten(headers) {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]));
}
async function readText(body) {
	const chunks = [];
	let size = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= MAX_ANSWER) break;
	}
	return Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString("utf8");
}
function asFetch(http) {
	return async (input, init) => {
		const headers = Object.fromEntries(new Headers(init?.headers));
		const body = typeof init?.body === "string" ? { body: init.body } : {};
		const answer = await http.send({
			method: init?.method ?? "GET",
			url: new URL(String(input)),
			headers,
			...body
		});
		const empty = answer.status === 204 || answer.status === 304;
		return new Response(empty ? null : answer.text, {
			status: answer.status,
			headers: answer.headers
		});
	};
}
// src/mastodon/limits/limits.ts
const mastodonCounting$1 = {
	unit: "graphemes",
	urlLength: 23,
	mentions: "local part",
	spoiler: true
};
const assumedLimits = {
	maxCharacters: 500,
	counting: mastodonCounting$1,
	media: {
		maxAttachments: 4,
		maxDescription: 1500,
		imageBytes: null,
		videoBytes: null,
		types: null,
		mixes: true
	},
	poll: {
		maxOptions: 4,
		maxOptionCharacters: 50,
		minExpiration: 300,
		maxExpiration: 2629746,
		besideMedia: true
	},
	quotes: true,
	maxPinned: 5
};
// src/status/length/tlds.ts
const NAMES = `
aaa aarp abarth abb abbott abbvie abc able abogado abudhabi ac academy accenture accountant accountants aco active
actor ad adac ads adult ae aeg aero aetna af afamilycompany afl africa ag agakhan agency ai aig aigo airbus airforce
airtel akdn al alfaromeo alibaba alipay allfinanz allstate ally alsace alstom am americanexpress americanfamily amex
amfam amica amsterdam an analytics android anquan anz ao aol apartments app apple aq aquarelle ar arab aramco archi
army arpa art arte as asda asia associates at athleta attorney au auction audi audible audio auspost author auto
autos avianca aw aws ax axa az azure ba baby baidu banamex bananarepublic band bank bar barcelona barclaycard
barclays barefoot bargains baseball basketball bauhaus bayern bb bbc bbt bbva bcg bcn bd be beats beauty beer
bentley berlin best bestbuy bet bf bg bh bharti bi bible bid bike bing bingo bio biz bj bl black blackfriday blanco
blockbuster blog bloomberg blue bm bms bmw bn bnl bnpparibas bo boats boehringer bofa bom bond boo book booking
boots bosch bostik boston bot boutique box bq br bradesco bridgestone broadway broker brother brussels bs bt
budapest bugatti build builders business buy buzz bv bw by bz bzh ca cab cafe cal call calvinklein cam camera camp
cancerresearch canon capetown capital capitalone car caravan cards care career careers cars cartier casa case caseih
cash casino cat catering catholic cba cbn cbre cbs cc cd ceb center ceo cern cf cfa cfd cg ch chanel channel charity
chase chat cheap chintai chloe christmas chrome chrysler church ci cipriani circle cisco citadel citi citic city
cityeats ck cl claims cleaning click clinic clinique clothing cloud club clubmed cm cn co coach codes coffee college
cologne com comcast commbank community company compare computer comsec condos construction consulting contact
contractors cooking cookingchannel cool coop corsica country coupon coupons courses cpa cr credit creditcard
creditunion cricket crown crs cruise cruises csc cu cuisinella cv cw cx cy cymru cyou cz dabur dad dance data date
dating datsun day dclk dds de deal dealer deals degree delivery dell deloitte delta democrat dental dentist desi
design dev dhl diamonds diet digital direct directory discount discover dish diy dj dk dm dnp do docs doctor dodge
dog doha domains doosan dot download drive dtv dubai duck dunlop duns dupont durban dvag dvr dz earth eat ec eco
edeka edu education ee eg eh email emerck energy engineer engineering enterprises epost epson equipment er ericsson
erni es esq estate esurance et etisalat eu eurovision eus events everbank exchange expert exposed express extraspace
fage fail fairwinds faith family fan fans farm farmers fashion fast fedex feedback ferrari ferrero fi fiat fidelity
fido film final finance financial fire firestone firmdale fish fishing fit fitness fj fk flickr flights flir florist
flowers flsmidth fly fm fo foo food foodnetwork football ford forex forsale forum foundation fox fr free fresenius
frl frogans frontdoor frontier ftr fujitsu fujixerox fun fund furniture futbol fyi ga gal gallery gallo gallup game
games gap garden gay gb gbiz gd gdn ge gea gent genting george gf gg ggee gh gi gift gifts gives giving gl glade
glass gle global globo gm gmail gmbh gmo gmx gn godaddy gold goldpoint golf goo goodhands goodyear goog google gop
got gov gp gq gr grainger graphics gratis green gripe grocery group gs gt gu guardian gucci guge guide guitars guru
gw gy hair hamburg hangout haus hbo hdfc hdfcbank health healthcare help helsinki here hermes hgtv hiphop hisamitsu
hitachi hiv hk hkt hm hn hockey holdings holiday homedepot homegoods homes homesense honda honeywell horse hospital
host hosting hot hoteles hotels hotmail house how hr hsbc ht htc hu hughes hyatt hyundai ibm icbc ice icu id ie ieee
ifm iinet ikano il im imamat imdb immo immobilien in inc industries infiniti info ing ink institute insurance insure
int intel international intuit investments io ipiranga iq ir irish is iselect ismaili ist istanbul it itau itv iveco
iwc jaguar java jcb jcp je jeep jetzt jewelry jio jlc jll jm jmp jnj jo jobs joburg jot joy jp jpmorgan jprs juegos
juniper kaufen kddi ke kerryhotels kerrylogistics kerryproperties kfh kg kh ki kia kim kinder kindle kitchen kiwi km
kn koeln komatsu kosher kp kpmg kpn kr krd kred kuokgroup kw ky kyoto kz la lacaixa ladbrokes lamborghini lamer
lancaster lancia lancome land landrover lanxess lasalle lat latino latrobe law lawyer lb lc lds lease leclerc lefrak
legal lego lexus lgbt li liaison lidl life lifeinsurance lifestyle lighting like lilly limited limo lincoln linde
link lipsy live living lixil lk llc llp loan loans locker locus loft lol london lotte lotto love lpl lplfinancial lr
ls lt ltd ltda lu lundbeck lupin luxe luxury lv ly ma macys madrid maif maison makeup man management mango map
market marketing markets marriott marshalls maserati mattel mba mc mcd mcdonalds mckinsey md me med media meet
melbourne meme memorial men menu meo merckmsd metlife mf mg mh miami microsoft mil mini mint mit mitsubishi mk ml
mlb mls mm mma mn mo mobi mobile mobily moda moe moi mom monash money monster montblanc mopar mormon mortgage moscow
moto motorcycles mov movie movistar mp mq mr ms msd mt mtn mtpc mtr mu museum mutual mutuelle mv mw mx my mz na nab
nadex nagoya name nationwide natura navy nba nc ne nec net netbank netflix network neustar new newholland news next
nextdirect nexus nf nfl ng ngo nhk ni nico nike nikon ninja nissan nissay nl no nokia northwesternmutual norton now
nowruz nowtv np nr nra nrw ntt nu nyc nz obi observer off office okinawa olayan olayangroup oldnavy ollo om omega
one ong onion onl online onyourside ooo open oracle orange org organic orientexpress origins osaka otsuka ott ovh pa
page pamperedchef panasonic panerai paris pars partners parts party passagens pay pccw pe pet pf pfizer pg ph
pharmacy phd philips phone photo photography photos physio piaget pics pictet pictures pid pin ping pink pioneer
pizza pk pl place play playstation plumbing plus pm pn pnc pohl poker politie porn post pr pramerica praxi press
prime pro prod productions prof progressive promo properties property protection pru prudential ps pt pub pw pwc py
qa qpon quebec quest qvc racing radio raid re read realestate realtor realty recipes red redstone redumbrella rehab
reise reisen reit reliance ren rent rentals repair report republican rest restaurant review reviews rexroth rich
richardli ricoh rightathome ril rio rip rmit ro rocher rocks rodeo rogers room rs rsvp ru rugby ruhr run rw rwe
ryukyu sa saarland safe safety sakura sale salon samsclub samsung sandvik sandvikcoromant sanofi sap sapo sarl sas
save saxo sb sbi sbs sc sca scb schaeffler schmidt scholarships school schule schwarz science scjohnson scor scot sd
se search seat secure security seek select sener services ses seven sew sex sexy sfr sg sh shangrila sharp shaw
shell shia shiksha shoes shop shopping shouji show showtime shriram si silk sina singles site sj sk ski skin sky
skype sl sling sm smart smile sn sncf so soccer social softbank software sohu solar solutions song sony soy space
spiegel sport spot spreadbetting sr srl srt ss st stada staples star starhub statebank statefarm statoil stc
stcgroup stockholm storage store stream studio study style su sucks supplies supply support surf surgery suzuki sv
swatch swiftcover swiss sx sy sydney symantec systems sz tab taipei talk taobao target tatamotors tatar tattoo tax
taxi tc tci td tdk team tech technology tel telecity telefonica temasek tennis teva tf tg th thd theater theatre
tiaa tickets tienda tiffany tips tires tirol tj tjmaxx tjx tk tkmaxx tl tm tmall tn to today tokyo tools top toray
toshiba total tours town toyota toys tp tr trade trading training travel travelchannel travelers travelersinsurance
trust trv tt tube tui tunes tushu tv tvs tw tz ua ubank ubs uconnect ug uk um unicom university uno uol ups us uy uz
va vacations vana vanguard vc ve vegas ventures verisign vermögensberater vermögensberatung versicherung vet vg vi
viajes video vig viking villas vin vip virgin visa vision vista vistaprint viva vivo vlaanderen vn vodka volkswagen
volvo vote voting voto voyage vu vuelos wales walmart walter wang wanggou warman watch watches weather
weatherchannel webcam weber website wed wedding weibo weir wf whoswho wien wiki williamhill win windows wine winners
wme wolterskluwer woodside work works world wow ws wtc wtf xbox xerox xfinity xihuan xin xperia xxx xyz yachts yahoo
yamaxun yandex ye yodobashi yoga yokohama you youtube yt yun za zappos zara zero zip zippo zm zone zuerich zw ελ ευ
бг бел дети ею католик ком мкд мон москва онлайн орг рус рф сайт срб укр қаз հայ קום ابوظبي اتصالات ارامكو الاردن
البحرين الجزائر السعودية العليان المغرب امارات ایران بارت بازار بيتك بھارت تونس سودان سورية شبكة عراق عرب عمان
فلسطين قطر كاثوليك كوم مصر مليسيا موبايلي موريتانيا موقع همراه پاکستان ڀارت कॉम नेट भारत भारतम् भारोत संगठन বাংলা
ভারত ভাৰত ਭਾਰਤ ભારત ଭାରତ இந்தியா இலங்கை சிங்கப்பூர் భారత్ ಭಾರತ ഭാരതം ලංකා คอม ไทย ລາວ გე みんな クラウド グーグル コム ストア セール
ファッション ポイント 世界 中信 中国 中國 中文网 企业 佛山 信息 健康 八卦 公司 公益 台湾 台灣 商城 商店 商标 嘉里 嘉里大酒店 在线 大众汽车 大拿 天主教 娱乐 家電 工行 广东 微博 慈善 我爱你 手机 手表
招聘 政务 政府 新加坡 新闻 时尚 書籍 机构 淡马锡 游戏 澳門 点看 珠宝 移动 组织机构 网址 网店 网站 网络 联通 诺基亚 谷歌 购物 通販 集团 電訊盈科 飞利浦 食品 餐厅 香格里拉 香港 닷넷 닷컴 삼성 한국
`;
let names;
function isFrozenTld(name) {
	names ??= new Set(NAMES.trim().split(/\s+/));
	return names.has(name);
}
// src/status/length/entities.ts
function late(source, flags) {
	let pattern;
	return () => {
		pattern ??= new RegExp(source, flags);
		return pattern;
	};
}
function isAscii(text) {
	return !/[^\0-\x7f]/.test(text);
}
const HOST = /* @__PURE__ */ new RegExp("[^\\0-,/:-@[-^`{-\\x7f\\x85\\xa0\\u061c\\u1680\\u180e\\u2000-\\u200a\\u200e\\u200f\\u2028-\\u202f\\u205f\\u2066-\\u2069\\u3000\\ufeff\\ufffe\\uffff]+", "g");
const ALNUM = "a-zA-Z\\u017f\\u212a0-9";
const GLUED = `${ALNUM}@＠$#＃\\ufeff\\ufffe\\uffff`;
const GLUE = new RegExp(`[${GLUED}]`);
const FREE_START = new RegExp(`[^${GLUED}][^-]`, "u");
const PROTOCOL = /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)$/iu;
const BROKEN_LABEL = /^$|^[_-]|[_-]$/;
const PUNYCODE = /^[xX][nN]--[0-9a-zA-Z]+/;
const AFTER_TLD = new RegExp(`[${ALNUM}@+-]`);
const PORT = /:[0-9]+/y;
const PATH$1 = /[^\p{White_Space}<>()?]+/uy;
const PARENTHESES = /\((?:[^\p{White_Space}<>()?]+|[^\p{White_Space}<>()?]*\([^\p{White_Space}<>()?]+\)[^\p{White_Space}<>()?]*)\)/uy;
const ACCENTS = "\\u0300-\\u036f\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u1e00-\\u1eff";
const PLAIN_PARENTHESES = late(`^[()a-z\\p{Script=Cyrillic}0-9!*';:=+,.$/%#[\\]\\p{Pd}_~&|@${ACCENTS}]+$`, "iu");
const NOT_LAST_IN_PATH = /* @__PURE__ */ new Set("!*\"'「」;:=,.$%[]~&|");
const QUERY = /\?[^\0-\x20"<>\\`{}\x7f-\x9f\p{NChar}\p{Cs}\ufff0-\uffff\u{e0000}-\u{e0fff}]*/uy;
const NOT_LAST_IN_QUERY = /* @__PURE__ */ new Set("!?*'();:$%[].,~|@^");
const SHORTENED = /^https?:\/\/t\.co\/([a-z0-9]+)/i;
const LONGEST_SLUG = 40;
const LONGEST_URL = 4096;
const LONGEST_LABEL = 63;
function findUrls(text) {
	const urls = [];
	if (!text.includes("://")) return urls;
	let position = 0;
	let matched = 0;
	for (;;) {
		const start = hostStart(text, position);
		if (start === void 0) return urls;
		const end = hostEnd(text, start);
		const free = start === 0 || start > matched && !GLUE.test(text[start - 1]);
		position = end;
		if (endsInBareHost(text, start, end, free)) position = matched = restEnd(text, end);
		else if (text.startsWith("://", end)) {
			const protocol = protocolStart(text.slice(start, end), free);
			const domain = protocol === void 0 ? void 0 : domainEnd(text, end + 3, hostEnd(text, end + 3));
			if (domain === void 0) continue;
			position = matched = restEnd(text, domain);
			const url = acceptUrl(text, {
				start: start + protocol,
				end: matched
			}, text.slice(end + 3, domain));
			if (url) urls.push(url);
		}
	}
}
function hostStart(text, from) {
	HOST.lastIndex = from;
	return HOST.exec(text)?.index;
}
function hostEnd(text, from) {
	HOST.lastIndex = from;
	return HOST.exec(text)?.index === from ? HOST.lastIndex : from;
}
function protocolStart(run, free) {
	const index = PROTOCOL.exec(run)?.index;
	if (index === void 0) return void 0;
	return (index === 0 ? free : !GLUE.test(run[index - 1])) ? index : void 0;
}
function domainEnd(text, start, end) {
	const labels = text.slice(start, end).split(".");
	let found;
	let offset = start;
	for (const [index, label] of labels.entries()) {
		const next = labels[index + 1];
		if (next === void 0 || BROKEN_LABEL.test(label)) break;
		offset += label.length + 1;
		const length = label.includes("_") ? 0 : tldLength(next, text[offset + next.length]);
		if (length) found = offset + length;
	}
	return found;
}
function tldLength(label, after = "") {
	const punycode = PUNYCODE.exec(label);
	if (punycode) return punycode[0].length;
	for (let length = Math.min(label.length, 18); length > 0; length--) if (isFrozenTld(label.slice(0, length).toLowerCase()) && !AFTER_TLD.test(label[length] ?? after)) return length;
	return 0;
}
function endsInBareHost(text, start, end, free) {
	if (!"/?:".includes(text[end] ?? " ")) return false;
	const run = text.slice(start, end);
	const dot = run.lastIndexOf(".");
	if (dot < 1 || dot === run.length - 1) return false;
	const tld = run.slice(dot + 1);
	if (tldLength(tld, text[end]) < tld.length) return false;
	const labelStart = run.lastIndexOf(".", dot - 1) + 1;
	const label = run.slice(labelStart, dot);
	if (BROKEN_LABEL.test(label.slice(-1))) return false;
	const underscore = label.lastIndexOf("_");
	const before = labelStart > 0 || underscore >= 0 || free ? "." : "a";
	return FREE_START.test(before + label.slice(underscore + 1));
}
function restEnd(text, domainEnd) {
	PORT.lastIndex = domainEnd;
	let end = PORT.test(text) ? PORT.lastIndex : domainEnd;
	if (text[end] === "/") end = pathEnd(text, end + 1);
	if (text[end] === "?") end = queryEnd(text, end);
	return end;
}
function pathEnd(text, start) {
	let end = start;
	let offset = start;
	for (;;) {
		PATH$1.lastIndex = offset;
		if (PATH$1.test(text)) {
			const last = lastNotIn(NOT_LAST_IN_PATH, text, offset, PATH$1.lastIndex);
			if (last > offset) end = last;
			offset = PATH$1.lastIndex;
		}
		if (text[offset] !== "(") return end;
		PARENTHESES.lastIndex = offset;
		if (!PARENTHESES.test(text)) return end;
		if (PLAIN_PARENTHESES().test(text.slice(offset, PARENTHESES.lastIndex))) end = PARENTHESES.lastIndex;
		offset = PARENTHESES.lastIndex;
	}
}
function queryEnd(text, start) {
	QUERY.lastIndex = start;
	QUERY.test(text);
	return lastNotIn(NOT_LAST_IN_QUERY, text, start, QUERY.lastIndex);
}
function lastNotIn(characters, text, start, end) {
	while (end > start && characters.has(text[end - 1])) end--;
	return end;
}
function acceptUrl(text, { start, end }, host) {
	const shortened = host.toLowerCase() === "t.co" ? SHORTENED.exec(text.slice(start, end)) : null;
	if (shortened && shortened[1].length > LONGEST_SLUG) return void 0;
	const url = shortened ? shortened[0] : text.slice(start, end);
	const ascii = asciiHost(host);
	if (ascii?.split(".").every((label) => label !== "" && label.length <= LONGEST_LABEL) !== true) return void 0;
	return codePoints(url) + Math.max(0, ascii.length - codePoints(host)) <= LONGEST_URL ? {
		start,
		end: start + url.length
	} : void 0;
}
function codePoints(text) {
	return [...text].length;
}
const IGNORED_IN_HOST = /[\xad\u200b-\u200d\u2060]|[\ufe00-\ufe0f]/g;
const YOUNG_EMOJI = /[\u{1f000}-\u{1faff}]/u;
function asciiHost(host) {
	if (isAscii(host)) return host;
	if (YOUNG_EMOJI.test(host)) return void 0;
	try {
		return new URL(`http://${host.replace(IGNORED_IN_HOST, "")}`).hostname;
	} catch {
		return;
	}
}
function bareHostBehindAt(text, start) {
	const end = hostEnd(text, start);
	if (endsInBareHost(text, start, end, false) || !endsInBareHost(text, start, end, true)) return void 0;
	return text.lastIndexOf(".", end) + 1;
}
function isProtocol(word) {
	return PROTOCOL.exec(word)?.index === 0;
}
const WORD = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}";
const MENTION = late(`@(?<![=/${WORD}]@)([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(?:@[${WORD}]+(?:[.-]+[${WORD}]+)*)?)`, "giu");
const ASCII_MENTION = /@(?<![=/\w]@)(\w+(?:[.-]+\w+)*(?:@\w+(?:[.-]+\w+)*)?)/g;
const NO_MENTION_BEFORE = new RegExp(`[@＠${ACCENTS}]|://`, "uy");
const LONGEST_DOMAIN = 253;
function findMentions(text, urls) {
	const mentions = matchMentions(text);
	if (mentions.length === 0) return [];
	return outside(urls ?? findUrls(text), mentions).filter(({ handle, end }) => {
		NO_MENTION_BEFORE.lastIndex = end;
		const domain = handle.split("@")[1] ?? "";
		return !NO_MENTION_BEFORE.test(text) && codePoints(domain) <= LONGEST_DOMAIN;
	});
}
function matchMentions(text) {
	if (!text.includes("@")) return [];
	const pattern = isAscii(text) ? ASCII_MENTION : MENTION();
	return Array.from(text.matchAll(pattern), ({ 0: whole, 1: handle, index }) => ({
		start: index,
		end: index + whole.length,
		handle
	}));
}
function outside(others, spans) {
	let next = 0;
	return spans.filter(({ start }) => {
		while (next < others.length && others[next].end <= start) next++;
		return next === others.length || start < others[next].start;
	});
}
const INNER = "\\xb7\\u30fb\\u200c";
const HASHTAG = late(`[#＃](?<=(?:^|\\p{White_Space})[#＃])([${WORD}${INNER}]+)`, "gu");
const INNER_ONLY = new RegExp(`[${INNER}]`);
const LETTER = /\p{Alphabetic}/u;
const LETTER_OR_SEPARATOR = new RegExp(`[\\p{Alphabetic}_${INNER}]`, "u");
function findHashtags(text) {
	const tags = [];
	for (const { 1: name, index } of text.matchAll(HASHTAG())) {
		let length = hashtagLength(name);
		if (text.startsWith("://", index + 1 + length)) length -= /(?<=.)https?$/.exec(name.slice(0, length))?.[0].length ?? 0;
		if (length > 0) tags.push({
			start: index,
			end: index + 1 + length
		});
	}
	return tags;
}
function hashtagLength(run) {
	const characters = [...run];
	let end = characters.length;
	while (end > 0 && INNER_ONLY.test(characters[end - 1])) end--;
	const length = (count) => characters.slice(0, count).join("").length;
	const inside = characters.slice(1, end - 1);
	if (!INNER_ONLY.test(characters[0]) && inside.some((character) => LETTER_OR_SEPARATOR.test(character))) return length(end);
	const inner = characters.findIndex((character) => INNER_ONLY.test(character));
	const word = inner < 0 ? characters.length : inner;
	return characters.slice(0, word).some((character) => LETTER.test(character)) ? length(word) : 0;
}
// src/status/length/length.ts
const mastodonCounting = {
	unit: "graphemes",
	urlLength: 23,
	mentions: "local part",
	spoiler: true
};
function countCharacters(text, spoiler = "", counting = mastodonCounting) {
	const whole = (counting.spoiler ? strip(spoiler) : "") + rewrite(strip(text), counting);
	return counting.unit === "graphemes" ? countGraphemes(whole) : countCodePoints(whole);
}
function rewrite(text, counting) {
	const urls = findUrls(text);
	const { urlLength } = counting;
	const shortened = urlLength === null ? [] : urls.map((url) => ({
		...url,
		as: "x".repeat(urlLength)
	}));
	const local = (counting.mentions === "full" ? [] : findMentions(text, urls)).map(({ handle, ...span }) => ({
		...span,
		as: `@${handle.split("@")[0]}`
	}));
	let result = "";
	let done = 0;
	for (const { start, end, as } of [...shortened, ...local].sort((a, b) => a.start - b.start)) {
		result += text.slice(done, start) + as;
		done = end;
	}
	return result + text.slice(done);
}
function strip(text) {
	const stripped = (index) => "\0	\n\v\f\r ".includes(text[index]);
	let start = 0;
	let end = text.length;
	while (start < end && stripped(start)) start++;
	while (end > start && stripped(end - 1)) end--;
	return text.slice(start, end);
}
const JOINING = /[^\0-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u200b\u200e-\u20cf\u2100-\u2cee\u3000-\u3029\u3030-\u3098\u309b-\ua66e\uff01-\uff9d\u{1f000}-\u{1f1e5}\u{1f200}-\u{1f3fa}\u{1f400}-\u{1faff}]/u;
let segmenter;
function countGraphemes(text) {
	const bare = text.replaceAll("@‌", "@");
	if (!JOINING.test(bare)) return countCodePoints(bare) - (bare.split("\r\n").length - 1);
	segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return Array.from(segmenter.segment(text), () => 1).length;
}
function countCodePoints(text) {
	return [...text].length;
}
// src/status/compose/blank.ts
function isBlank(text) {
	return !/[!-~]/.test(text) && !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
// src/status/compose/plan.ts
function toPart(text, { spoiler, counting }) {
	return {
		text,
		characters: countCharacters(text, spoiler, counting)
	};
}
// src/status/compose/compose.ts
async function compose(drafts, options) {
	const visible = drafts.filter(({ text }) => !isBlank(text));
	const parts = visible.map(({ text }) => toPart(text, options));
	if (parts.length === 0 || fits(parts, options)) return {
		parts,
		cuts: [],
		tooLong: null
	};
	const { overflowing } = await Promise.resolve().then(() => require("./overflowing.js"));
	return overflowing(visible, options);
}
function fits(parts, { limit, counting, spoiler, overflow, maxParts }) {
	return parts.length <= (overflow === "thread" ? 1 : maxParts) && countCharacters("", spoiler, counting) < limit && parts.every(({ characters }) => characters <= limit);
}
// src/status/draft.ts
function editDraft({ text, fit }, edits) {
	let result = "";
	let done = 0;
	for (const edit of edits) {
		result += text.slice(done, edit.start) + edit.text;
		done = edit.end;
	}
	result += text.slice(done);
	const move = (offset) => moved(offset, edits);
	return {
		text: result,
		fit: fit.map(({ start, end }) => ({
			start: move(start),
			end: move(end)
		}))
	};
}
function moved(offset, edits) {
	let shift = 0;
	for (const { start, end, text } of edits) {
		if (start >= offset) break;
		shift += text.length - (Math.min(end, offset) - start);
	}
	return offset + shift;
}
const BLANK_LINES = /(?<![^\S\n])[^\S\n]*\n(?:[^\S\n]*\n){2,}/g;
function tidyDraft(draft) {
	const { text } = draft;
	const end = text.trimEnd().length;
	const start = Math.min(text.length - text.trimStart().length, end);
	const edits = [{
		start: 0,
		end: start,
		text: ""
	}];
	for (const match of text.slice(start, end).matchAll(BLANK_LINES)) edits.push({
		start: start + match.index,
		end: start + match.index + match[0].length,
		text: "\n\n"
	});
	edits.push({
		start: end,
		end: text.length,
		text: ""
	});
	const tidy = editDraft(draft, edits);
	return {
		...tidy,
		fit: tidy.fit.filter((range) => range.end > range.start)
	};
}
// src/status/template/hashtags.ts
function hashtag(value) {
	const name = nameOf(value);
	return /^[a-z0-9-]+$/.test(name) ? ofTopic(name) : ofName(name);
}
function hashtags(values, max) {
	const tags = /* @__PURE__ */ new Map();
	for (const value of listOf(values)) {
		const tag = hashtag(value);
		if (tag && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
	}
	return [...tags.values()].slice(0, max === void 0 ? void 0 : Math.max(0, max)).join(" ");
}
function listOf(values) {
	if (Array.isArray(values)) return values;
	if (typeof values !== "string") return [values];
	return values.split(/[,\n]/.test(values) ? /[,\n]/ : /\s+/);
}
function nameOf(value) {
	if (typeof value === "string") return value;
	if (typeof value === "number") return String(value);
	if (typeof value === "object" && value !== null && "name" in value) return nameOf(value.name);
	return "";
}
function ofTopic(topic) {
	const tag = topic.replace(/(?<=\d)-+(?=\d)/g, "_").replace(/(?:^-*|-+)([a-z]?)/g, (_, first) => first.toUpperCase());
	return /[a-z]/i.test(tag) ? `#${tag}` : "";
}
function ofName(name) {
	const tag = `#${wordsOf(spoken(name.normalize("NFC").replace(/[\ufe00-\ufe0f\u20e3]/g, "").replace(/^#/, ""))).map(capitalise).join(" ").replace(/(?<=\p{Nd}) (?=\p{Nd})/gu, "_").replaceAll(" ", "")}`;
	const [found] = findHashtags(tag);
	return found?.end === tag.length && /\p{Alphabetic}/u.test(tag) ? tag : "";
}
function spoken(name) {
	return name.replace(/(?<![\p{L}\p{N}])(c)\+\+/giu, "$1pp").replace(/(?<=\p{L})#/gu, " sharp").replace(/\+/g, " plus ").replace(/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/giu, "dot net").replace(/(?<=[\p{L}\p{N}])\.js(?![\p{L}\p{N}])/giu, " JS").replace(/['’]/g, "");
}
function wordsOf(text) {
	return text.match(/[\p{Alphabetic}\p{Nd}][\p{Alphabetic}\p{M}\p{Nd}]*(?:[\xb7\u30fb\u200c][\p{Alphabetic}\p{M}\p{Nd}]+)*/gu) ?? [];
}
function capitalise(word) {
	if (!/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u.test(word) || /\p{Lu}/u.test(word)) return word;
	const [first = "", ...rest] = word;
	return first.toUpperCase() + rest.join("");
}
// src/status/template/mention-guard.ts
const GUARD = "‌";
function guardMentions(text, allowed) {
	const mentions = matchMentions(text).filter(({ handle }) => !allowed.has(handle.toLowerCase()));
	if (mentions.length === 0) return {
		text,
		edits: [],
		guarded: []
	};
	const free = new Set(outside(findUrls(text), mentions));
	const edits = [];
	const guarded = /* @__PURE__ */ new Map();
	for (const mention of mentions) {
		const { start, end, handle } = mention;
		if (!free.has(mention)) edits.push({
			start,
			end: start + 1,
			text: "%40"
		});
		else if (isProtocol(handle) && text.startsWith("://", end)) continue;
		else {
			edits.push(insertion(start + 1));
			const host = bareHostBehindAt(text, start + 1);
			if (host !== void 0) edits.push(insertion(host));
		}
		const account = handle.toLowerCase();
		if (!guarded.has(account)) guarded.set(account, `@${handle}`);
	}
	return {
		text: editDraft({
			text,
			fit: []
		}, edits).text,
		edits,
		guarded: [...guarded.values()]
	};
}
function insertion(at) {
	return {
		start: at,
		end: at,
		text: GUARD
	};
}
// src/status/template/template-error.ts
var TemplateError = class extends Error {};
function whereIn(name, place) {
	return `The template of ${name}${place ? ` (line ${place[0]}, col ${place[1]})` : ""}`;
}
// src/status/template/pasted.ts
const MIN_PASTED = 8;
const LIQUID = /\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{\{(?:"[^"]*"|'[^']*'|[^"'])*?\}\}|\{%(?:"[^"]*"|'[^']*'|[^"'])*?%\}/gs;
const NAME = /^[\w.[\]]+$/;
const RAW = /^\{%-?\s*raw\s*-?%/;
function setPastedAside(source, options) {
	const { name, freeTexts, filter } = options;
	const pieces = withoutNames(source, findPasted(source, freeTexts));
	const blocks = pieces.length > 0 ? [...blanked(source, pieces).matchAll(LIQUID)] : [];
	let rest = "";
	let done = 0;
	for (const [index, { start, end, names }] of pieces.entries()) {
		const block = blocks.find(({ 0: code, index: at }) => at < start && start < at + code.length)?.[0];
		const isRaw = block !== void 0 && RAW.test(block);
		if (block !== void 0 && !isRaw) throw pastedIntoLiquid(name, names[0]);
		const output = `{{ ${index} | ${filter} }}`;
		rest += source.slice(done, start) + (isRaw ? `{% endraw %}${output}{% raw %}` : output);
		done = end;
	}
	return {
		source: rest + source.slice(done),
		texts: pieces.map(({ start, end }) => source.slice(start, end)),
		names: [...new Set(pieces.flatMap(({ names }) => names))]
	};
}
function withoutNames(source, pieces) {
	if (!pieces.some(({ start, end }) => NAME.test(source.slice(start, end)))) return pieces;
	const blocks = [...source.matchAll(LIQUID)];
	return pieces.filter(({ start, end }) => {
		return !(blocks.some(({ 0: code, index: at }) => at < start && end < at + code.length) && NAME.test(source.slice(start, end)));
	});
}
function blanked(source, pieces) {
	const edits = pieces.map(({ start, end }) => ({
		start,
		end,
		text: " ".repeat(end - start)
	}));
	return editDraft({
		text: source,
		fit: []
	}, edits).text;
}
function findPasted(source, freeTexts) {
	const found = [];
	for (const [name, value] of freeTexts) {
		const text = value.replaceAll("\r\n", "\n").trim();
		if ([...text].length < MIN_PASTED) continue;
		for (let start = source.indexOf(text); start >= 0; start = source.indexOf(text, start + 1)) found.push({
			start,
			end: start + text.length,
			names: [name]
		});
	}
	const merged = [];
	for (const piece of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = merged.at(-1);
		if (!last || piece.start > last.end) merged.push(piece);
		else if (piece.end > last.end) {
			last.end = piece.end;
			last.names.push(...piece.names);
		}
	}
	return merged;
}
function pastedIntoLiquid(template, text) {
	return new TemplateError(`The template of ${template} has the text of \`${text}\` inside of a {{ }} or {% %}, pasted there by \${{ }}. Write the name \`${text}\` in its place, without quotes.`);
}
// src/status/template/print.ts
const API_FIELD = /(?:^|(?<!html)_)url$|^node_id$/;
function print(value) {
	if (value === null || value === void 0) return "";
	if (Array.isArray(value)) return value.map(print).join("");
	if (typeof value === "number" && !Number.isFinite(value)) throw new TemplateError("computes what is no number. Check the filters that calculate there, such as `plus`.");
	if (typeof value !== "object") return String(value);
	const fields = Object.entries(value).filter(([name]) => !API_FIELD.test(name));
	const single = fields.filter(([, held]) => held === null || typeof held !== "object");
	const names = (single.length > 0 ? single : fields).slice(0, 10).map(([name]) => name);
	throw new TemplateError(`prints a whole mapping. Name one of its fields${names.length > 0 ? ` (${names.join(", ")})` : ""}, or write \`| json\`.`);
}
// src/status/template/template.ts
async function renderStatus(template, options) {
	const { nonce, mentions } = options;
	if (!template.isTemplate) return guard([{
		text: wellFormed(template.source),
		fit: []
	}], /* @__PURE__ */ new Set(), mentions, []);
	const pastedFilter = `pasted_${nonce}`;
	const pasted = setPastedAside(template.source.replaceAll("\r\n", "\n"), {
		name: template.name,
		freeTexts: options.freeTexts,
		filter: pastedFilter
	});
	const breakMark = `\uE000${nonce}-\uE001`;
	const mayMention = handlesIn(pasted.source);
	return guard(wellFormed(await render$1(markBreaks(pasted.source, breakMark), template.name, {
		...options,
		breakMark,
		filters: {
			[pastedFilter]: (index) => pasted.texts[Number(index)],
			fit: (value) => `\uE000${nonce}(${print(value)}\uE000${nonce})`,
			mention: (value) => {
				for (const handle of handlesOf(print(value))) mayMention.add(handle);
				return value;
			}
		}
	})).split(breakMark).map((part) => tidyDraft(takeMarks(part, nonce))), mayMention, mentions, pasted.names.map(remarkOn));
}
function markBreaks(source, mark) {
	const pattern = new RegExp(`${LIQUID.source}|^---[^\\S\\n]*$`, "gms");
	return source.replace(pattern, (found) => found.startsWith("---") ? mark : found);
}
function wellFormed(text) {
	return text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(/[\v\f]/g, " ").replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F]/g, "");
}
function remarkOn(name) {
	return `\`${name}\` stands in the template word for word, pasted there by \${{ }}, so it counts as data: nobody in it is mentioned, and no Liquid in it runs. Write {{ ${name} }} instead of ${name.startsWith("event.") ? `\${{ github.${name} }}` : "a ${{ }}"}.`;
}
async function renderLine(source, name, options) {
	return (await renderText(source, name, options)).replace(/\s+/g, " ").trim();
}
async function renderText(source, name, options) {
	const refuse = (filter) => () => {
		throw new TemplateError(`uses \`${filter}\`, which only \`status\` knows.`);
	};
	const filter = "pasted";
	const pasted = setPastedAside(source.replaceAll("\r\n", "\n"), {
		name,
		freeTexts: options.freeTexts ?? /* @__PURE__ */ new Map(),
		filter
	});
	return wellFormed(await render$1(pasted.source, name, {
		...options,
		filters: {
			[filter]: (index) => pasted.texts[Number(index)],
			fit: refuse("fit"),
			mention: (value) => value
		}
	})).trim();
}
async function render$1(source, name, options) {
	if (!/\{\{|\{%/.test(source)) return source;
	const { renderLiquid } = await Promise.resolve().then(() => require("./liquid.js"));
	return renderLiquid(source, options.facts, {
		name,
		locale: options.locale,
		breakMark: options.breakMark,
		filters: {
			hashtag: (value) => hashtag(value),
			hashtags: (value, most) => hashtags(value, countOf(most)),
			plain_text: async (value) => {
				const { plainText } = await Promise.resolve().then(() => require("./plain-text.js"));
				const { html_url: repositoryUrl } = options.facts.repository ?? {};
				return plainText(print(value), typeof repositoryUrl === "string" ? { repositoryUrl } : {});
			},
			...options.filters
		}
	});
}
function handlesIn(text) {
	return new Set(findMentions(text).map(({ handle }) => handle.toLowerCase()));
}
function handlesOf(value) {
	const [alone] = findMentions(`@${value}`);
	return alone?.end === value.length + 1 ? handlesIn(`@${value}`) : handlesIn(value);
}
function takeMarks(marked, nonce) {
	const [first = "", ...pieces] = marked.split(`\uE000${nonce}(`);
	const draft = {
		text: first,
		fit: []
	};
	for (const piece of pieces) {
		const [yielding = "", after = ""] = piece.split(`\uE000${nonce})`);
		const trimmed = yielding.trim();
		const start = draft.text.length;
		draft.text += trimmed + after;
		if (trimmed !== "") draft.fit.push({
			start,
			end: start + trimmed.length
		});
	}
	return draft;
}
function guard(drafts, mayMention, mentions, remarks) {
	const filled = drafts.map(tidyDraft).filter(({ text }) => text !== "");
	if (mentions === "all") return {
		drafts: filled,
		guarded: [],
		remarks
	};
	const allowed = mentions === "none" ? /* @__PURE__ */ new Set() : mayMention;
	const guarded = /* @__PURE__ */ new Set();
	return {
		drafts: filled.map((draft) => {
			const found = guardMentions(draft.text, allowed);
			for (const mention of found.guarded) guarded.add(mention);
			return editDraft(draft, found.edits);
		}),
		guarded: [...guarded],
		remarks
	};
}
function countOf(most) {
	if (most === void 0 || /^\d+$/.test(String(most))) return most === void 0 ? void 0 : Number(most);
	throw new TemplateError("gives `hashtags` no number. Write `hashtags: 4` for the first four, or `hashtags` for all.");
}
// src/steps/render.ts
async function render(inputs, facts, files) {
	const options = {
		facts: { ...facts },
		locale: inputs.language,
		freeTexts: freeTexts(facts)
	};
	const line = (source, name) => renderLine(source, `\`${name}\``, options);
	const { status, mentions } = inputs;
	const rendered = await renderStatus({
		source: status.source,
		isTemplate: status.isTemplate,
		name: `\`${status.from}\``
	}, {
		...options,
		freeTexts: status.from === "status" ? options.freeTexts : /* @__PURE__ */ new Map(),
		mentions,
		nonce: (0, node_crypto.randomUUID)().replaceAll("-", "")
	});
	for (const remark of [...remarksOnFacts(inputs, facts), ...rendered.remarks]) warn(remark);
	const idempotencyKey = await line(inputs.idempotencyKey, "idempotency-key");
	if (inputs.idempotencyKey !== "" && idempotencyKey === "") throw new Error("`idempotency-key` came to nothing, so posts that differ would share it. Name values that this run has.");
	const media = [];
	for (const { label, file, focus, thumbnail, description } of files) {
		const { source, isTemplate } = description;
		const alt = isTemplate ? await renderText(source, `the description of ${label}`, options) : source;
		media.push({
			label,
			file,
			focus,
			thumbnail,
			description: alt
		});
	}
	return {
		drafts: rendered.drafts,
		guarded: rendered.guarded,
		spoilerText: await line(inputs.spoilerText, "spoiler-text"),
		media,
		mediaHashes: files.map(({ sha256 }) => sha256),
		poll: inputs.poll && {
			...inputs.poll,
			options: await Promise.all(inputs.poll.options.map((option, index) => renderLine(option, `option ${index + 1} of \`poll\``, options)))
		},
		scheduledAt: await named(inputs.scheduledAt, "scheduled-at"),
		inReplyTo: await named(inputs.inReplyToId, "in-reply-to-id"),
		quoted: await named(inputs.quotedStatusId, "quoted-status-id"),
		edits: await named(inputs.editStatusId, "edit-status-id"),
		idempotencyKey
	};
	async function named(source, name) {
		const text = await line(source, name);
		if (source === "" || text !== "") return text;
		throw new Error(`\`${name}\` came to nothing: ${source} is empty here. Name a value that this run has, or leave \`${name}\` out.`);
	}
}
function bearsMore({ media, poll, scheduledAt, inReplyTo, quoted }) {
	return media.length > 0 || poll !== null || scheduledAt !== "" || inReplyTo !== "" || quoted !== "";
}
function textsOf({ drafts, spoilerText, media, poll, idempotencyKey }) {
	return [
		...drafts.map(({ text }) => text),
		spoilerText,
		...media.map(({ description }) => description),
		...poll?.options ?? [],
		idempotencyKey
	];
}
// src/steps/beyond-text.ts
async function filesOf({ media }, { folders }) {
	if (media.length === 0) return [];
	const { findMedia } = await Promise.resolve().then(() => require("./media-files.js"));
	return findMedia(media, folders);
}
async function timeOf({ scheduledAt }, now) {
	if (scheduledAt === "") return null;
	const { resolveSchedule } = await Promise.resolve().then(() => require("./schedule.js"));
	return resolveSchedule(scheduledAt, now);
}
async function attachedTo(post, scheduledAt) {
	if (!bearsMore(post)) return nothingYet.attached;
	const { attachedOf } = await Promise.resolve().then(() => require("./attached.js"));
	return attachedOf(post, scheduledAt);
}
async function check(inputs, post, limits, texts) {
	if (limits === null && texts.length === 1 && !bearsMore(post) && inputs.visibility !== "direct") return;
	const { refusedOf, remarksOf } = await Promise.resolve().then(() => require("./check.js"));
	const refused = await refusedOf(inputs, post, limits, texts.length);
	if (refused.length > 0) throw new InputError(refused);
	for (const remark of remarksOf(inputs, post, texts)) warn(remark);
}
// src/mastodon/key.ts
const KEY_LIFE = 354e4;
function keyOf(token, origin, identity, part, generation) {
	return (0, node_crypto.createHmac)("sha256", token).update(JSON.stringify([
		origin,
		identity,
		part,
		generation
	])).digest("base64url");
}
// src/mastodon/look/server-time.ts
function apiTime(value) {
	if (typeof value !== "string") return NaN;
	return Date.parse(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
}
const CLOCK_SKEW = 3e4;
function skewOf(headers, now) {
	const date = Date.parse(headers.date ?? "");
	return Number.isNaN(date) ? {
		offset: 0,
		slack: CLOCK_SKEW
	} : {
		offset: date - now,
		slack: 0
	};
}
function isOlder(createdAt, time, { offset, slack }) {
	const created = apiTime(createdAt);
	const grain = created % 1e3 === 0 ? 1e3 : 0;
	return created < time + offset - slack - grain;
}
// src/mastodon/account.ts
async function verifyAccount(client) {
	try {
		const { json } = await client.call("GET", "/api/v1/accounts/verify_credentials");
		return { handle: handleOf(json, client.origin) };
	} catch (error) {
		if (!(error instanceof MastodonError) || error.failure.answer?.status !== 403) throw error;
		await client.call("GET", "/api/v1/apps/verify_credentials").catch(() => {
			throw error;
		});
		return { handle: "" };
	}
}
function handleOf(account, origin) {
	const { acct, username, url } = account ?? {};
	const name = textOrNull(acct) ?? textOrNull(username);
	if (name === null) return "";
	if (name.includes("@")) return `@${name}`;
	return `@${name}@${new URL(typeof url === "string" && URL.canParse(url) ? url : origin).host}`;
}
function textOrNull(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
// src/mastodon/published.ts
function isStored(json) {
	return isId(asObject(json).id);
}
function isScheduled(entity) {
	return typeof entity.scheduled_at === "string" && entity.params !== null && typeof entity.params === "object";
}
function publishedOf(origin, entity, known) {
	const scheduled = isScheduled(entity);
	const source = scheduled ? asObject(entity.params) : entity;
	return {
		id: String(entity.id),
		url: textOf(entity.url) || textOf(entity.uri),
		uri: textOf(entity.uri),
		visibility: textOf(source.visibility),
		language: textOf(source.language),
		handle: handleOf(entity.account, origin),
		inReplyToId: isId(source.in_reply_to_id) ? String(source.in_reply_to_id) : null,
		scheduledAt: scheduled ? textOf(entity.scheduled_at) : null,
		...known,
		entity
	};
}
function isId(value) {
	return typeof value === "string" && value !== "" || typeof value === "number";
}
// src/mastodon/look/lookout.ts
function openLookout(client) {
	let owner = null;
	return {
		async look(options) {
			const { look } = await Promise.resolve().then(() => require("./look.js"));
			const sight = await look(client, owner, options);
			owner ??= sight.owner;
			return sight;
		},
		remember(account) {
			const { id } = asObject(account);
			if (isId(id)) owner ??= {
				id: String(id),
				privacy: ""
			};
		}
	};
}
// src/mastodon/publish/send-status.ts
const PATH = "/api/v1/statuses";
const REQUEST_LIMIT = 6e4;
async function sendStatus(client, part, { generation, began }, progress) {
	const { keySince, params, name } = part;
	if (keySince !== null && client.clock.now() >= keySince + 354e4) throw keyIsOver(client);
	progress.onSending(name);
	try {
		const published = await send(client, params, part.keyOf(generation), began);
		progress.onSending(null);
		return published;
	} catch (error) {
		if (error instanceof MastodonError) return error;
		throw error;
	}
}
async function send(client, params, key, began) {
	const sent = client.clock.now();
	const options = {
		body: { ...params },
		headers: { "idempotency-key": key }
	};
	const answer = await client.within(REQUEST_LIMIT).call("POST", PATH, options);
	const answered = client.clock.now();
	if (!isStored(answer.json)) throw new MastodonError({
		method: "POST",
		path: PATH,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	}, {
		what: "The answer is no status.",
		why: "",
		cure: ""
	}, "unknown");
	const entity = asObject(answer.json);
	const duplicate = isOlder(entity.created_at, began, skewOf(answer.headers, answered));
	const otherText = duplicate ? (await Promise.resolve().then(() => require("./found.js")).then((n) => n.found_exports)).otherTextOf(entity, params.status) : null;
	const known = {
		status: answer.status,
		took: answered - sent,
		response: answer.text
	};
	return publishedOf(client.origin, entity, {
		...known,
		duplicate,
		otherText
	});
}
function keyIsOver({ origin }) {
	return new MastodonError({
		method: "POST",
		path: "/api/v1/statuses",
		origin,
		proxy: ""
	}, {
		what: "Whether an earlier run has posted this could not be seen, and now its Idempotency-Key may be forgotten.",
		why: "What came before the posting took long, and a server keeps a key for an hour.",
		cure: "Look at the account yourself."
	}, "not done");
}
// src/mastodon/publish/post-part.ts
async function postPart(client, lookout, part, progress) {
	const began = client.clock.now();
	const first = await sendStatus(client, part, {
		generation: 0,
		began
	}, progress);
	if (!(first instanceof MastodonError)) return first;
	const { recover } = await Promise.resolve().then(() => require("./recover.js"));
	return recover(client, lookout, part, first, began, progress);
}
// src/mastodon/publish/thread.ts
async function postInOrder(client, count, visibility, post, onPublished) {
	let asked = visibility;
	let previous = null;
	for (let part = 0; part < count; part += 1) {
		const ties = {
			...asked === void 0 ? {} : { visibility: asked },
			...previous === null ? {} : { in_reply_to_id: previous.id }
		};
		const published = await post(part, ties, previous);
		onPublished(published, part);
		if (part === 0 && published.otherText !== null) return;
		if (previous !== null && published.inReplyToId !== previous.id) throw replyLost(client, published);
		if (part === 0 && published.visibility !== "") asked = published.visibility === "public" ? "unlisted" : published.visibility;
		previous = published;
	}
}
function replyLost(client, published) {
	const host = new URL(client.origin).host;
	return new MastodonError({
		method: "POST",
		path: "/api/v1/statuses",
		origin: client.origin,
		proxy: ""
	}, {
		what: `${host} posted a part of the thread without its link to the part before: ${published.url}.`,
		why: "The part before was deleted meanwhile, or the server ignores in_reply_to_id.",
		cure: "Delete the loose part, and post the rest by hand."
	}, "not done");
}
// src/mastodon/publish/publish.ts
async function publishIntent(client, intent, watcher) {
	const { params, texts, subjectUrl, lookSince } = intent;
	const lookout = openLookout(client);
	const began = client.clock.now();
	const window = {
		since: lookSince ?? began,
		visibility: params.visibility,
		scheduled: intent.isScheduled
	};
	const before = lookSince === null ? null : await Promise.resolve().then(() => require("./earlier.js"));
	let earlier = before && await before.lookForEarlier(client, lookout, window, watcher.onRetry);
	let keySince = null;
	const taken = /* @__PURE__ */ new Set();
	await postInOrder(client, texts.length, params.visibility, async (part, ties, previous) => {
		const text = texts[part];
		if (previous) taken.add(previous.id);
		if (before && earlier) {
			const known = text.trim() === "" ? params.spoiler_text ?? "" : text;
			const found = before.findEarlier(client, earlier, {
				text: known,
				subjectUrl,
				previous: previous?.id ?? null,
				taken,
				...window
			});
			if (found) return found;
			if (earlier.gap) {
				await before.relyOnKey(client, earlier.gap, window, watcher.onRetry);
				keySince = window.since;
			}
			earlier = null;
		}
		if (previous) lookout.remember(previous.entity.account);
		const attached = part === 0 ? await intent.attach() : {};
		const since = previous?.duplicate ? Math.min(window.since, began - KEY_LIFE) : keySince ?? began;
		return postPart(client, lookout, {
			params: {
				status: text,
				...params,
				...ties,
				...attached
			},
			keyOf: (generation) => intent.keyOf(part, generation),
			name: texts.length === 1 ? "the status" : `part ${part + 1} of ${texts.length}`,
			subjectUrl,
			previous: previous?.id ?? null,
			taken,
			maySince: lookSince === null && previous === null ? null : since,
			keySince
		}, watcher);
	}, watcher.onPublished);
}
// src/steps/delivery.ts
function paramsOf({ inputs, post }) {
	const { visibility, language, sensitive, quoteApprovalPolicy } = inputs;
	return {
		...post.spoilerText === "" ? {} : { spoiler_text: post.spoilerText },
		...visibility === void 0 ? {} : { visibility },
		...language === void 0 ? {} : { language },
		...sensitive === void 0 ? {} : { sensitive },
		...quoteApprovalPolicy === void 0 ? {} : { quote_approval_policy: quoteApprovalPolicy }
	};
}
function noteRetry(line, course) {
	log(line);
	const result = course.result();
	course.advance({
		...result,
		retries: [...result.retries, line]
	});
}
function noteDifferences(differences, course) {
	const result = course.result();
	course.advance({
		...result,
		differences: [...result.differences, ...differences]
	});
}
function isNotDone(error, course) {
	return error instanceof MastodonError ? error.outcome === "not done" : course.onItsWay() === null;
}
// src/steps/deliver.ts
async function deliver(delivery, course) {
	const pinning = delivery.inputs.pin ? await Promise.resolve().then(() => require("./pin.js")) : null;
	const entity = await edit(delivery, course) ?? await publish(delivery, course);
	await pinning?.pin(delivery, entity, course);
}
async function edit(delivery, course) {
	if (delivery.post.edits === "") return null;
	const { editPosted } = await Promise.resolve().then(() => require("./edit.js"));
	return editPosted(delivery, course);
}
async function publish(delivery, course) {
	const { client, inputs, post, texts, scheduledAt, identity, subjectUrl, lookBack } = delivery;
	const params = paramsOf(delivery);
	const compare = await comparisonFor(delivery);
	let attached = {};
	let first = {};
	let isDuplicate = false;
	const intent = {
		params,
		texts,
		subjectUrl,
		lookSince: lookBack?.since ?? null,
		isScheduled: scheduledAt !== null,
		keyOf: (part, generation) => keyOf(inputs.accessToken, inputs.instanceUrl, identity, part, generation),
		async attach() {
			if (bearsMore(post)) attached = await (await Promise.resolve().then(() => require("./attach.js"))).attach(delivery);
			return attached;
		}
	};
	if (lookBack) log(`Looking for the same post since ${moment(lookBack.since)}, ${lookBack.why}.`);
	await publishIntent(client, intent, {
		onSending: course.onSending,
		onRetry: (line) => noteRetry(line, course),
		onPublished(published, part) {
			if (part === 0) {
				first = published.entity;
				isDuplicate = published.duplicate;
			}
			course.advance(added(course.result(), published, part));
			if (part === 0) {
				const asked = {
					status: texts[part],
					...params,
					...attached
				};
				noteDifferences(remarksOn(published, () => compare(asked, published.entity)), course);
			}
			const name = texts.length === 1 ? "" : `part ${part + 1} of ${texts.length} `;
			if (published.status === 0) logFound(inputs.instanceUrl, name, published.url, whenOf(published));
			else logPosted(inputs.instanceUrl, name, published);
			course.settle();
		}
	}).catch(async (error) => {
		if (post.media.length > 0 && Object.keys(first).length === 0 && isNotDone(error, course)) {
			const { deleteMedia } = await Promise.resolve().then(() => require("./media2.js"));
			await deleteMedia(client, attached.media_ids ?? []);
		}
		throw error;
	});
	if (post.media.length > 0 && isDuplicate) {
		const { deleteUnused } = await Promise.resolve().then(() => require("./upload.js"));
		await deleteUnused(client, attached.media_ids ?? [], first);
	}
	return first;
}
async function comparisonFor(delivery) {
	if (Object.keys(paramsOf(delivery)).length === 0 && !bearsMore(delivery.post)) return () => [];
	const { differencesOf, mediaLosses } = await Promise.resolve().then(() => require("./differences.js"));
	return (asked, entity) => [...differencesOf(asked, entity), ...mediaLosses(delivery.post.media, entity)];
}
function remarksOn({ otherText, status }, differences) {
	if (otherText === null) return differences();
	return status === 0 ? [OTHER_TEXT_FOUND] : [OTHER_TEXT_BY_KEY];
}
const OTHER_TEXT_FOUND = "What is up has another text than this run would have posted, and stays as it is. To bring it up to date, set `edit-status-id: auto`.";
const OTHER_TEXT_BY_KEY = "This was posted before with another text, so the new text was not posted. To post both, give each step an `idempotency-key` of its own.";
function whenOf({ entity, scheduledAt }) {
	return scheduledAt === null ? `posted at ${moment(apiTime(entity.created_at))}` : `to come out at ${moment(apiTime(scheduledAt))}`;
}
function moment(time) {
	return Number.isNaN(time) ? "a time unknown" : formatTime(new Date(time));
}
// src/steps/limits.ts
async function askLimits(client, { dryRun }, post) {
	const { maxCharacters, counting } = assumedLimits;
	const matters = post.drafts.some(({ text }) => countCharacters(text, post.spoilerText, counting) > maxCharacters) || post.media.length > 0 || post.poll !== null || post.quoted !== "";
	if (!client || !(matters || dryRun)) return null;
	const { readInstance } = await Promise.resolve().then(() => require("./instance.js")).then((n) => n.instance_exports);
	const document = await readInstance(client);
	if (document) {
		const { limitsOf } = await Promise.resolve().then(() => require("./announced.js")).then((n) => n.announced_exports);
		return limitsOf(document);
	}
	warn(`${client.origin} did not say how long a status may be, so ${maxCharacters} characters are assumed.`);
	return null;
}
// src/main.ts
var main_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ run: () => run });
const YIELD = 5e3;
async function run() {
	openLog();
	let result = nothingYet;
	let client = null;
	const cancellation = watchCancellation((onItsWay) => conclude(cancelled(result, onItsWay)));
	try {
		const raw = collectInputs();
		mask(secretsOf(raw));
		const environment = readEnvironment();
		mask(environment.secrets);
		const inputs = await readInputs(raw, environment);
		for (const remark of inputs.remarks) warn(remark);
		const silence = whySilent(inputs, environment);
		if (silence) return succeed({
			...result,
			result: "skipped",
			reason: silence
		});
		const http = openHttp({
			proxies: environment.proxies,
			timeout: inputs.timeout
		});
		const { clock } = http;
		const fetch = asFetch(http);
		if (inputs.instanceUrl) client = openClient(inputs.instanceUrl, inputs.accessToken, http);
		const facts = await collectFacts(inputs, environment, fetch);
		const post = await render(inputs, facts, await filesOf(inputs, environment));
		refuseSecrets([...textsOf(post), JSON.stringify(inputs.data)], raw);
		const scheduledAt = await timeOf(post, clock.now());
		const limits = await askLimits(client, inputs, post);
		const { maxCharacters: limit, counting } = limits ?? assumedLimits;
		const { spoilerText, guarded } = post;
		const { overflow, maxParts } = inputs;
		const plan = await compose(post.drafts, {
			limit,
			counting,
			spoiler: spoilerText,
			overflow,
			maxParts
		});
		if (plan.parts.length === 0) throw new Error("The text came to nothing: every value that the template names is empty. Nothing is posted.");
		const attached = await attachedTo(post, scheduledAt);
		result = planned(inputs, plan, {
			spoilerText,
			limit,
			limitAsked: limits !== null,
			guarded,
			attached
		});
		logPlan(result, inputs, facts);
		if (plan.tooLong) throw plan.tooLong;
		const texts = result.parts.map(({ text }) => text);
		await check(inputs, post, limits, texts);
		if (inputs.dryRun || !client) {
			const { rehearse } = await Promise.resolve().then(() => require("./rehearse.js"));
			const handle = await rehearse(inputs.accessToken ? client : null, scheduledAt, clock.now());
			return succeed({
				...result,
				result: "dry-run",
				handle
			});
		}
		const first = firstEventOf(environment);
		if (first) {
			log(`Waiting ${YIELD / 1e3} s: the event \`${first}\` of this release announces it too, and goes first.`);
			await pause(clock, YIELD);
		}
		const lookBack = await lookWindow(inputs, environment, clock.now(), fetch);
		const { poll, mediaHashes, idempotencyKey } = post;
		const { step } = environment;
		const identity = identityOf({
			facts,
			step,
			idempotencyKey,
			texts,
			spoilerText,
			poll,
			mediaHashes
		});
		const subjectUrl = facts.release?.html_url ?? "";
		const subjectTime = facts.release && releasedAt(facts.release);
		await deliver({
			client,
			inputs,
			post,
			texts,
			scheduledAt,
			identity,
			subjectUrl,
			subjectTime,
			lookBack
		}, {
			result: () => result,
			advance(next) {
				result = next;
			},
			...cancellation
		});
		succeed(result);
	} catch (error) {
		await failWith(error, result, client, cancellation.onItsWay());
	} finally {
		cancellation.stop();
	}
}
function conclude(result) {
	if ([
		"posted",
		"scheduled",
		"edited",
		"duplicate"
	].includes(result.result)) succeed(result);
	else fail(result, [result.reason], "");
}
async function failWith(error, result, client, onItsWay) {
	if (error instanceof MastodonError && client) {
		const characters = result.parts.find(({ id }) => id === "")?.characters;
		const { message, failure, outcome } = await explained(error, client, { characters });
		const wasPosting = ["POST", "PUT"].includes(failure.method) ? outcome : "not done";
		const response = failure.answer?.text ?? "";
		const ended = broken(result, message, wasPosting, response);
		return fail(ended, [ended.reason], response);
	}
	const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
	const isLost = /MODULE_NOT_FOUND/.test(String(error?.code));
	const isFault = error instanceof TypeError || error instanceof RangeError || isLost;
	const problems = isFault ? message.split("\n", 1) : message.split("\n");
	const ended = broken(result, problems.join("\n"), onItsWay === null ? "not done" : "unknown", "");
	fail(ended, onItsWay === null ? problems : [ended.reason], isFault ? stack : "");
}
async function explained(error, client, known) {
	try {
		const { diagnose } = await Promise.resolve().then(() => require("./diagnose.js")).then((n) => n.diagnose_exports);
		return await diagnose(error, client, known);
	} catch {
		return error;
	}
}
Object.defineProperty(exports, "FileError", {
	enumerable: true,
	get: function() {
		return FileError;
	}
});
Object.defineProperty(exports, "InputError", {
	enumerable: true,
	get: function() {
		return InputError;
	}
});
Object.defineProperty(exports, "KEY_LIFE", {
	enumerable: true,
	get: function() {
		return KEY_LIFE;
	}
});
Object.defineProperty(exports, "MastodonError", {
	enumerable: true,
	get: function() {
		return MastodonError;
	}
});
Object.defineProperty(exports, "REQUEST_LIMIT", {
	enumerable: true,
	get: function() {
		return REQUEST_LIMIT;
	}
});
Object.defineProperty(exports, "TemplateError", {
	enumerable: true,
	get: function() {
		return TemplateError;
	}
});
Object.defineProperty(exports, "USUAL_WINDOW", {
	enumerable: true,
	get: function() {
		return USUAL_WINDOW;
	}
});
Object.defineProperty(exports, "apiTime", {
	enumerable: true,
	get: function() {
		return apiTime;
	}
});
Object.defineProperty(exports, "asObject", {
	enumerable: true,
	get: function() {
		return asObject;
	}
});
Object.defineProperty(exports, "assumedLimits", {
	enumerable: true,
	get: function() {
		return assumedLimits;
	}
});
Object.defineProperty(exports, "countCharacters", {
	enumerable: true,
	get: function() {
		return countCharacters;
	}
});
Object.defineProperty(exports, "edited", {
	enumerable: true,
	get: function() {
		return edited;
	}
});
Object.defineProperty(exports, "findHashtags", {
	enumerable: true,
	get: function() {
		return findHashtags;
	}
});
Object.defineProperty(exports, "findMentions", {
	enumerable: true,
	get: function() {
		return findMentions;
	}
});
Object.defineProperty(exports, "findUrls", {
	enumerable: true,
	get: function() {
		return findUrls;
	}
});
Object.defineProperty(exports, "formatDuration", {
	enumerable: true,
	get: function() {
		return formatDuration;
	}
});
Object.defineProperty(exports, "formatTime", {
	enumerable: true,
	get: function() {
		return formatTime;
	}
});
Object.defineProperty(exports, "handleOf", {
	enumerable: true,
	get: function() {
		return handleOf;
	}
});
Object.defineProperty(exports, "hostOf", {
	enumerable: true,
	get: function() {
		return hostOf;
	}
});
Object.defineProperty(exports, "inUtc", {
	enumerable: true,
	get: function() {
		return inUtc;
	}
});
Object.defineProperty(exports, "inputNames", {
	enumerable: true,
	get: function() {
		return inputNames;
	}
});
Object.defineProperty(exports, "isApiError", {
	enumerable: true,
	get: function() {
		return isApiError;
	}
});
Object.defineProperty(exports, "isBlank", {
	enumerable: true,
	get: function() {
		return isBlank;
	}
});
Object.defineProperty(exports, "isId", {
	enumerable: true,
	get: function() {
		return isId;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
	}
});
Object.defineProperty(exports, "isNotDone", {
	enumerable: true,
	get: function() {
		return isNotDone;
	}
});
Object.defineProperty(exports, "isOlder", {
	enumerable: true,
	get: function() {
		return isOlder;
	}
});
Object.defineProperty(exports, "isProxyAddress", {
	enumerable: true,
	get: function() {
		return isProxyAddress;
	}
});
Object.defineProperty(exports, "isScheduled", {
	enumerable: true,
	get: function() {
		return isScheduled;
	}
});
Object.defineProperty(exports, "isStored", {
	enumerable: true,
	get: function() {
		return isStored;
	}
});
Object.defineProperty(exports, "log", {
	enumerable: true,
	get: function() {
		return log;
	}
});
Object.defineProperty(exports, "main_exports", {
	enumerable: true,
	get: function() {
		return main_exports;
	}
});
Object.defineProperty(exports, "mastodonCounting", {
	enumerable: true,
	get: function() {
		return mastodonCounting$1;
	}
});
Object.defineProperty(exports, "noteDifferences", {
	enumerable: true,
	get: function() {
		return noteDifferences;
	}
});
Object.defineProperty(exports, "noteRetry", {
	enumerable: true,
	get: function() {
		return noteRetry;
	}
});
Object.defineProperty(exports, "openClient", {
	enumerable: true,
	get: function() {
		return openClient;
	}
});
Object.defineProperty(exports, "openHttp", {
	enumerable: true,
	get: function() {
		return openHttp;
	}
});
Object.defineProperty(exports, "openLookout", {
	enumerable: true,
	get: function() {
		return openLookout;
	}
});
Object.defineProperty(exports, "paramsOf", {
	enumerable: true,
	get: function() {
		return paramsOf;
	}
});
Object.defineProperty(exports, "parseDuration", {
	enumerable: true,
	get: function() {
		return parseDuration;
	}
});
Object.defineProperty(exports, "parseJson", {
	enumerable: true,
	get: function() {
		return parseJson;
	}
});
Object.defineProperty(exports, "pause", {
	enumerable: true,
	get: function() {
		return pause;
	}
});
Object.defineProperty(exports, "print", {
	enumerable: true,
	get: function() {
		return print;
	}
});
Object.defineProperty(exports, "proxiesIn", {
	enumerable: true,
	get: function() {
		return proxiesIn;
	}
});
Object.defineProperty(exports, "publishedOf", {
	enumerable: true,
	get: function() {
		return publishedOf;
	}
});
Object.defineProperty(exports, "sendStatus", {
	enumerable: true,
	get: function() {
		return sendStatus;
	}
});
Object.defineProperty(exports, "shown", {
	enumerable: true,
	get: function() {
		return shown;
	}
});
Object.defineProperty(exports, "skewOf", {
	enumerable: true,
	get: function() {
		return skewOf;
	}
});
Object.defineProperty(exports, "textOf", {
	enumerable: true,
	get: function() {
		return textOf;
	}
});
Object.defineProperty(exports, "toPart", {
	enumerable: true,
	get: function() {
		return toPart;
	}
});
Object.defineProperty(exports, "verifyAccount", {
	enumerable: true,
	get: function() {
		return verifyAccount;
	}
});
Object.defineProperty(exports, "version", {
	enumerable: true,
	get: function() {
		return version;
	}
});
Object.defineProperty(exports, "whereIn", {
	enumerable: true,
	get: function() {
		return whereIn;
	}
});
