import { i as __toESM } from "./rolldown-runtime.js";
import { t as closestMatch } from "./leven.js";
import { $ as MastodonError, B as limitsOf, F as serverSentence, H as isApiError, I as told, J as isTlsError, K as codeOf, L as readInstance, N as isBotWall, P as isHtml, Q as verifyAccount, U as openClient, V as asObject$1, X as refusesKnownKey, Y as mayPass, Z as handleOf, _ as openHttp, a as KEY_LIFE, c as isStored, d as isSameAddress, et as hostOf, f as isSameText, g as asFetch, h as linksIn, i as skewOf, j as waitOf, k as formatTime, l as publishedOf, m as contentWithAddresses, n as apiTime, o as heedsKeys, p as namesAddress, q as isReplayed, r as isOlder, s as isId, t as openLookout, u as textOf, v as diagnose, w as orMissingScope, z as assumedLimits } from "./mastodon.js";
import { n as TemplateError, t as print } from "./print.js";
import { appendFileSync, constants, existsSync, lstatSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import * as os from "os";
import * as crypto from "crypto";
import * as fs$2 from "fs";
import "path";
import { basename as basename$1, isAbsolute as isAbsolute$1, relative as relative$1, resolve as resolve$1, sep as sep$1 } from "node:path";
import { createHash as createHash$1, createHmac as createHmac$1, randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
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
	if (!fs$2.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs$2.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
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
// src/action/schedule.ts
const MINUTE$1 = 6e4;
const DAY$1 = 864e5;
const NEAREST = 5 * MINUTE$1;
const FARTHEST = 732 * DAY$1;
const FORMS = `Write ISO 8601 with an offset, such as \`2027-01-31T09:00:00+01:00\`, or a duration from now, such as \`2 hours\`.`;
const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const TIME = /^(\d{4})-(\d{2})-(\d{2})(?:t| +)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?/i;
const OFFSET = /^ ?(?:z|([+-])(\d{2}):?(\d{2})?)$/i;
function resolveSchedule(rendered, now) {
	const text = rendered.trim();
	if (text === "" || /^now$/i.test(text)) return null;
	const duration = parseDuration(text.replace(/^in\s+/i, ""));
	if (duration === 0) return null;
	const time = duration === null ? parseTime(text) : now + duration;
	if (time > 864e13) throw wrong(text, `Nobody can wait that long. ${FORMS}`);
	return time;
}
function refusedSchedule(time, now) {
	const ahead = time - now;
	const is = `\`scheduled-at\` is ${scheduleParameter(time)}`;
	if (ahead <= 0) return `${is}, which is past by ${roughly(-ahead)}; a server would post it at once. Give a time that lies ahead, or leave it out.`;
	if (ahead <= NEAREST) return `${is}, which is only ${roughly(ahead)} ahead; servers want more than five minutes. Give a later time (as a duration, \`10 minutes\`), or leave it out.`;
	if (ahead > FARTHEST) return `${is}, which is ${roughly(ahead)} ahead. Is that a slip in the year?`;
	return null;
}
function scheduleParameter(time) {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
function parseTime(text) {
	const found = TIME.exec(text);
	if (!found) throw wrong(text, whyNoTime(text));
	const [whole, year, month, day, hour, minute, second = "0", fraction = "0"] = found;
	const rest = text.slice(whole.length);
	const offset = OFFSET.exec(rest);
	if (!offset) throw wrong(text, whyNoOffset(whole, rest));
	const [, sign, hours = "0", minutes = "0"] = offset;
	const impossible = impossibleDate(Number(year), Number(month), Number(day)) ?? impossibleTime(Number(hour), Number(minute), Number(second)) ?? (Number(hours) > 14 || Number(minutes) > 59 ? "No place on Earth has that offset from UTC." : null);
	if (impossible) throw wrong(text, impossible);
	const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
	const east = (Number(hours) * 60 + Number(minutes)) * MINUTE$1;
	return local + Math.floor(Number(`0.${fraction}`) * 1e3) - (sign === "-" ? -east : east);
}
function impossibleDate(year, month, day) {
	if (month < 1 || month > 12) return "There is no such month; the order is year, month, day.";
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (day >= 1 && day <= last) return null;
	return `${new Intl.DateTimeFormat("en", {
		month: "long",
		timeZone: "UTC"
	}).format(Date.UTC(2e3, month - 1))} ${year} has ${last} days.`;
}
function impossibleTime(hour, minute, second) {
	if (hour === 24) return "A day ends at 23:59:59. Write 00:00 of the next day.";
	if (hour > 24 || minute > 59 || second > 59) return "A day has no such time; it ends at 23:59:59.";
	return null;
}
function whyNoOffset(time, rest) {
	if (rest.trim() === "") return `It has no offset, so nobody knows where it is that time. Add \`Z\` for UTC, or an offset such as \`+01:00\`: \`${time}Z\`.`;
	if (/^\s*(utc|gmt)$/i.test(rest)) return `Write \`Z\` for UTC: \`${time}Z\`.`;
	if (/^\s*[ap]\.?m\b/i.test(rest)) return "Write the hour from 00 to 23, without AM and PM, and an offset.";
	if (/^\s*\[?[a-z]/i.test(rest)) return `The name of a time zone leaves its offset open. Write the offset itself, such as \`${time}+01:00\`.`;
	return `What follows the time is no offset. ${FORMS}`;
}
const otherForms = [
	[/^\d+(\.\d+)?$/, `It is a bare number. ${FORMS}`],
	[/^-\s*\d/, `It lies in the past. ${FORMS}`],
	[/^(in +)?\d.*\b(months?|years?)\b/i, "Months and years have no fixed length. Write weeks or days, such as `8 weeks`."],
	[/^p(\d|t\d)/i, "Write a duration in words, such as `2 hours` or `1 day`."],
	[/^[\d*/,-]+( [\d*/,a-z-]+){4}$/i, `It looks like a cron expression, which belongs under \`on: schedule\`. ${FORMS}`],
	[/^\d{1,2}\/\d{1,2}\/\d{2,4}/, `Day and month can be mixed up in it. ${FORMS}`],
	[/^\d{1,2}\.\d{1,2}\.\d{2,4}/, `Year, month and day come first, with hyphens between. ${FORMS}`],
	[/^\d{1,2}:\d{2}/, `It has a time and no date. ${FORMS}`],
	[/^\d{4}[/.]\d{1,2}[/.]\d{1,2}/, `Hyphens stand between year, month and day. ${FORMS}`],
	[/^\d{4}-?w\d/i, `Weeks are not understood, only year, month and day. ${FORMS}`],
	[/^\d{8}t\d{4}/i, `Write it with hyphens and colons. ${FORMS}`],
	[/^\d{4}-\d{1,2}-\d{1,2}\D.*\d ?[ap]\.?m\b/i, `Write the hour from 00 to 23, without AM and PM. ${FORMS}`],
	[/^\d{4}-\d{1,2}-\d{1,2}/, `Month, day, hour and minute have two digits each. ${FORMS}`]
];
function whyNoTime(text) {
	const date = DATE.exec(text);
	if (date?.[0].length === text.length) {
		const [, year, month, day] = date.map(Number);
		const example = `\`${text}T09:00:00Z\``;
		return impossibleDate(year, month, day) ?? `It has a date and no time. Add a time and an offset, such as ${example}.`;
	}
	const known = otherForms.find(([form]) => form.test(text));
	return known ? known[1] : `Only exact times and durations are understood. ${FORMS}`;
}
function wrong(text, cure) {
	return /* @__PURE__ */ new Error(`\`scheduled-at\` is ${shown(text)}. ${cure}`);
}
function roughly(milliseconds) {
	const units = [
		365.25 * DAY$1,
		DAY$1,
		60 * MINUTE$1,
		MINUTE$1
	];
	const names = [
		"years",
		"days",
		"hours",
		"minutes"
	];
	const index = units.findIndex((size) => milliseconds >= 2 * size);
	if (index === -1) return formatDuration(Math.max(1e3, Math.round(milliseconds / 1e3) * 1e3));
	return `${Math.round(milliseconds / units[index])} ${names[index]}`;
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
function added(result, stored, part, differences) {
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
			scheduledAt: scheduledAt === null ? "" : inUtc(scheduledAt, result)
		},
		response,
		differences: [...result.differences, ...differences]
	};
}
function inUtc(time, { attached }) {
	const milliseconds = Date.parse(time);
	return Number.isNaN(milliseconds) ? attached.scheduledAt : scheduleParameter(milliseconds);
}
function edited(result, done) {
	const stored = {
		...done,
		duplicate: false,
		otherText: null,
		scheduledAt: null
	};
	const reason = done.changed ? "" : "It says all of this already, so nothing was sent.";
	return {
		...added(result, stored, 0, done.differences),
		result: "edited",
		reason
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
const WORDS$1 = /* @__PURE__ */ new Map([
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
		...poll ? [`<p>${poll.options.map((option) => `○ ${linked(option)}`).join("<br>")}<br><sub>${escaped(poll.settings)}</sub></p>`] : [],
		...inReplyTo === "" ? [] : [`<p>↩️ In reply to ${linked(inReplyTo)}</p>`],
		...quoted === "" ? [] : [`<p>❝ Quotes ${linked(quoted)}</p>`],
		...scheduledAt === "" ? [] : [`<p>🕓 To come out at ${escaped(scheduledAt)}</p>`]
	];
}
function facts(part, index, { visibility, language, limit }) {
	const shown = part.visibility || (index === 0 ? visibility || "The account's own visibility" : "Reply");
	return [...[WORDS$1.get(shown) ?? shown, part.language || language], `${part.characters}/${limit}`].filter(Boolean).join(" · ");
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
		for (const option of poll.options) logText(`○ ${option}`);
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
		case "posted": return `Posted as ${first?.visibility || "the account's own visibility"}${by}${many}${where}`;
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
		id: plain$3(first?.id),
		url: plain$3(first?.url),
		uri: plain$3(first?.uri),
		ids: JSON.stringify(posted.map(({ id }) => plain$3(id)).filter((id) => id !== "")),
		urls: JSON.stringify(posted.map(({ url }) => plain$3(url)).filter((url) => url !== "")),
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
function plain$3(value = "") {
	return /[\s\p{C}"'`$\\<>|;(){}]/u.test(value) ? "" : value;
}
function writeSummary(markdown) {
	const path = process.env.GITHUB_STEP_SUMMARY;
	if (!path) return;
	try {
		appendFileSync(path, clean(markdown));
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
// src/action/yaml.ts
const typed = [{
	tag: "tag:yaml.org,2002:bool",
	default: true,
	test: /^(true|false)$/,
	resolve: (word) => word === "true"
}, {
	tag: "tag:yaml.org,2002:null",
	default: true,
	test: /^(null)?$/,
	resolve: () => null
}];
const MAX_LENGTH = 1048576;
async function parseYaml(input, source) {
	if (source.length > MAX_LENGTH) throw new Error(`\`${input}\` has ${source.length} characters, the most is ${MAX_LENGTH}.`);
	const { parseDocument } = await import("./dist3.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	try {
		const document = parseDocument(source, {
			schema: "failsafe",
			customTags: typed,
			logLevel: "error"
		});
		const [error] = document.errors;
		if (error) throw new Error(error.message.split("\n")[0].replace(/:$/, ""));
		return document.toJS();
	} catch (cause) {
		const reason = cause instanceof RangeError ? "it is nested too deeply" : cause.message;
		throw new Error(`\`${input}\` is neither YAML nor JSON: ${reason.replace(/\.$/, "")}. Pass expressions as \`\${{ toJSON(…) }}\`.`);
	}
}
// src/action/data.ts
async function parseData(source) {
	const value = await parseYaml("data", source);
	if (value === null || value === "") return {};
	if (typeof value !== "object" || Array.isArray(value)) throw new Error("`data` is no mapping. Write `name: value` lines, or pass an expression as `${{ toJSON(…) }}`.");
	return value;
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
const foreignNames = {
	"alt-text": "media",
	"api-key": "access-token",
	"api-token": "access-token",
	"auth-token": "access-token",
	"base-url": "instance-url",
	"api-url": "instance-url",
	body: "status",
	"content-warning": "spoiler-text",
	content: "status",
	cw: "spoiler-text",
	attachment: "media",
	attachments: "media",
	file: "media",
	files: "media",
	host: "instance-url",
	hostname: "instance-url",
	image: "media",
	"image-path": "media",
	images: "media",
	"in-reply-to": "in-reply-to-id",
	instance: "instance-url",
	lang: "language",
	"mastodon-access-token": "access-token",
	"mastodon-host": "instance-url",
	"mastodon-instance": "instance-url",
	"mastodon-token": "access-token",
	"mastodon-url": "instance-url",
	"media-path": "media",
	"media-paths": "media",
	message: "status",
	"message-file": "status-file",
	"poll-options": "poll",
	privacy: "visibility",
	"quote-id": "quoted-status-id",
	"reply-to": "in-reply-to-id",
	"reply-to-id": "in-reply-to-id",
	schedule: "scheduled-at",
	"schedule-at": "scheduled-at",
	"schedule-time": "scheduled-at",
	server: "instance-url",
	"server-url": "instance-url",
	spoiler: "spoiler-text",
	"status-text": "status",
	template: "status",
	text: "status",
	"text-file": "status-file",
	token: "access-token",
	"toot-text": "status",
	toot: "status",
	url: "instance-url"
};
const farthest = (name) => Math.min(3, Math.floor(name.length / 3));
function unknownInputs(given) {
	const known = new Set(inputNames);
	return given.filter((name) => !known.has(name)).map((name) => ({
		name,
		meant: meantBy$2(name)
	}));
}
function meantBy$2(name) {
	const plain = name.replaceAll(/[_ ]/g, "-");
	const renamed = Object.hasOwn(foreignNames, plain) ? foreignNames[plain] : void 0;
	if (renamed) return `It is called \`${renamed}\` here.`;
	const near = closestMatch(plain, inputNames, { maxDistance: farthest(plain) });
	return near ? `Did you mean \`${near}\`?` : "";
}
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
// src/action/media.ts
const keys$1 = [
	"file",
	"description",
	"description-file",
	"focus",
	"thumbnail"
];
const otherNames$1 = /* @__PURE__ */ new Map([
	["alt", "description"],
	["alt-text", "description"],
	["alttext", "description"],
	["caption", "description"],
	["desc", "description"],
	["text", "description"],
	["alt-file", "description-file"],
	["alt-text-file", "description-file"],
	["filename", "file"],
	["file-path", "file"],
	["image", "file"],
	["path", "file"],
	["src", "file"],
	["focal-point", "focus"],
	["poster", "thumbnail"],
	["preview", "thumbnail"],
	["thumb", "thumbnail"]
]);
const QUOTE = "Put a path in quotes that begins with one of * & ! @ % ` [ {, or holds `: `.";
const OTHER_KEY = `Known keys: ${keys$1.join(", ")}. A path that holds \`: \` goes in quotes.`;
async function parseMedia(text) {
	const problems = [];
	const entries = await entriesOf(text.replaceAll("\r\n", "\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd());
	const requests = entries.map((entry, index) => {
		const name = entries.length > 1 ? `\`media\`, entry ${index + 1}` : "`media`";
		return readEntry(entry, (problem) => problems.push(`${name}: ${problem}`));
	});
	if (problems.length > 0) throw new Error(problems.join("\n"));
	return requests;
}
async function entriesOf(text) {
	const written = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
	const first = written.find((line) => !line.startsWith("#")) ?? "";
	if (!isFlow(text.trim()) && !isStructure(first)) {
		if (!written.some(isStructure)) return written.map(unquoted);
		throw new Error("`media` mixes plain lines with YAML. Write each entry behind `- `.");
	}
	const value = await parseYaml("media", text).catch((error) => {
		throw new Error(`${error.message} ${QUOTE}`);
	});
	return Array.isArray(value) ? value : [value];
}
function isFlow(text) {
	return /^[[{]\s*["[{]/.test(text) || /^\[.*\]$/s.test(text) || /^\{.*:.*\}$/s.test(text);
}
function isStructure(line) {
	if (/^-(\s|$)/.test(line)) return true;
	const key = /^(["']?)([\w-]+)\1\s*:(\s|$)/.exec(line)?.[2];
	return key !== void 0 && (keys$1.some((known) => known === key) || meantBy$1(key) !== null);
}
function unquoted(line) {
	return /^(["'])(.*)\1$/.exec(line)?.[2] ?? line;
}
function readEntry(entry, refuse) {
	const none = {
		file: "",
		description: "",
		descriptionFile: "",
		focus: "",
		thumbnail: ""
	};
	if (!isMapping(entry)) return {
		...none,
		file: readFile$1(entry, refuse)
	};
	const given = new Map(Object.entries(entry));
	for (const key of given.keys()) if (!keys$1.some((known) => known === key)) refuse(`unknown key \`${key}\`. ${meantBy$1(key) ?? OTHER_KEY}`);
	const text = (key) => {
		const value = given.get(key) ?? "";
		if (typeof value === "string") return value.trim();
		refuse(`\`${key}\` is ${nameOf$1(value)}. Write a text, in quotes if need be.`);
		return "";
	};
	const [description, descriptionFile] = [text("description"), text("description-file")];
	if (description !== "" && descriptionFile !== "") refuse("`description` and `description-file` exclude each other. Keep one of them.");
	return {
		file: given.has("file") || !isToldOtherwise(given) ? readFile$1(given.get("file"), refuse) : "",
		description,
		descriptionFile,
		focus: readFocus(text("focus"), refuse),
		thumbnail: text("thumbnail")
	};
}
function isMapping(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
function isToldOtherwise(given) {
	return [...given.keys()].some((key) => meantBy$1(key)?.includes("`file`"));
}
function readFile$1(value, refuse) {
	if (value === void 0) refuse("no `file` is named. Write `file:` and a path.");
	else if (value === null || value === "") refuse("the path is empty: its expression came to nothing. Check the step or variable that it is taken from.");
	else if (typeof value !== "string") refuse(`${nameOf$1(value)} stands where a path should. ${QUOTE}`);
	else if (/^https?:\/\//i.test(value.trim())) refuse(`${shown(value.trim())} is a web address. Download the file in a step before, and name its path.`);
	else return value.trim();
	return "";
}
function readFocus(value, refuse) {
	const [, x = "", y = ""] = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*,\s*([-+]?(?:\d+\.?\d*|\.\d+))$/.exec(value) ?? [];
	if (value === "" || x !== "" && Math.abs(Number(x)) <= 1 && Math.abs(Number(y)) <= 1) return value === "" ? "" : `${Number(x)},${Number(y)}`;
	refuse(`\`focus\` is ${shown(value)}. Write \`x,y\`, each from -1 (left, bottom) to 1 (right, top), such as \`0,0.5\`.`);
	return "";
}
function meantBy$1(name) {
	const plain = name.toLowerCase().replaceAll(/[_ ]/g, "-");
	const other = otherNames$1.get(plain);
	if (other) return `It is called \`${other}\` here.`;
	const near = closestMatch(plain, keys$1, { maxDistance: Math.min(3, Math.floor(plain.length / 3)) });
	return near ? `Did you mean \`${near}\`?` : null;
}
function nameOf$1(value) {
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "a mapping" : `\`${value}\``;
}
// src/action/missing-token.ts
function explainMissingToken({ event, github }) {
	if (isFromFork(event, github.event_name)) return {
		byDesign: true,
		cause: "Secrets are not handed to pull requests from forks.",
		cure: "Post from another event (`release`, `push`), or set `on-missing-token: skip`."
	};
	if (github.actor === "dependabot[bot]") return {
		byDesign: true,
		cause: "Runs started by Dependabot get Dependabot's own secrets only.",
		cure: "Store the token there too (Settings › Secrets and variables › Dependabot), or set `on-missing-token: skip`."
	};
	if (event.repository?.fork === true) return {
		byDesign: true,
		cause: "This repository is a fork, and forks do not get the secrets of the original.",
		cure: "Store a token here, or set `on-missing-token: skip`."
	};
	return {
		byDesign: false,
		cause: "Likely causes: no secret of that name in this repository, organization or environment (names must match to the letter); a job without its `environment:`; a reusable workflow called without `secrets: inherit`.",
		cure: "Store the token under Settings › Secrets and variables › Actions and pass `access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}`."
	};
}
function isFromFork(event, eventName) {
	const pull = event.pull_request;
	if (!pull || eventName === "pull_request_target") return false;
	return pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}
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
	const value = await parseYaml("poll", text);
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
	const near = closestMatch(plain, keys, { maxDistance: Math.min(3, Math.floor(plain.length / 3)) });
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
	const milliseconds = typeof value === "string" ? parseDuration(value) : null;
	if (milliseconds === null) problems.push(`\`expires-in\` of \`poll\` is ${shown(asWritten(value))}. Write a number and a unit, such as \`2 hours\` or \`1 day\`.`);
	else if (milliseconds < 1e3) problems.push(`\`expires-in\` of \`poll\` is ${formatDuration(milliseconds)}. Give people the time to vote.`);
	else if (milliseconds > LONGEST * 1e3) problems.push(`\`expires-in\` of \`poll\` is ${shown(asWritten(value))}. No poll runs for more than ten years.`);
	return Math.round((milliseconds ?? 0) / 1e3);
}
function readBoolean(key, value, problems) {
	if (value === void 0 || value === null) return false;
	if (typeof value === "boolean") return value;
	const word = asWritten(value).trim().toLowerCase();
	if (word !== "true" && word !== "false") problems.push(`\`${key}\` of \`poll\` is ${shown(asWritten(value))}. Write \`true\` or \`false\`.`);
	return word === "true";
}
function asWritten(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
// src/action/workspace-file.ts
const MAX_BYTES = 1048576;
function readWorkspaceFile(input, path, folders) {
	const file = resolveInside(input, path, folders);
	const stat = lstatSync(file);
	if (!stat.isFile()) throw new Error(`\`${input}\`: ${path} is not a file.`);
	if (stat.size > MAX_BYTES) throw new Error(`\`${input}\`: ${path} has ${stat.size} bytes, the most is ${MAX_BYTES}. Is it the file you mean?`);
	const bytes = readFileSync(file);
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new Error(`\`${input}\`: ${path} is not UTF-8 text. Save it as UTF-8.`);
	}
	return text.replaceAll("\r\n", "\n");
}
function resolveInside(input, path, folders) {
	const { root, below } = placeInside(input, path, folders);
	return walkDown(input, path, root, below);
}
function placeInside(input, path, folders) {
	const roots = folders.map((folder) => ({
		named: resolve$1(folder),
		real: realFolder(folder)
	}));
	const wanted = resolve$1(roots[0].real, sep$1 === "\\" ? path.replaceAll("/", sep$1) : path);
	for (const { named, real } of roots) {
		const below = [real, named].map((base) => relative$1(base, wanted)).find((way) => !leadsOut(way)) ?? belowMount(named, wanted);
		if (below !== void 0) return {
			root: real,
			below
		};
	}
	throw new Error(`\`${input}\`: ${path} lies outside the workspace. Copy the file into the workspace first.`);
}
function belowMount(folder, wanted) {
	const mounted = /^\/__w(\/.+)$/.exec(folder)?.[1];
	if (mounted === void 0) return void 0;
	const place = `${wanted}/`.indexOf(`${mounted}/`);
	return place > 0 ? wanted.slice(place + mounted.length + 1) : void 0;
}
function walkDown(input, path, root, below) {
	let step = root;
	for (const name of below.split(sep$1)) {
		if (holdsCredentials(name)) throw credentials(input, path);
		step = resolve$1(step, name);
		const stat = lookAt(step);
		if (stat === null) throw notThere(input, path);
		if (stat.isSymbolicLink()) throw new Error(`\`${input}\`: ${path} leads through a symbolic link. Name the file itself.`);
	}
	if (holdsCredentials(relative$1(root, realpathSync.native(step)))) throw credentials(input, path);
	return step;
}
function holdsCredentials(below) {
	return below.split(sep$1).some((name) => /^(\.git|git-credentials-.*)$/i.test(name));
}
function credentials(input, path) {
	return /* @__PURE__ */ new Error(`\`${input}\`: ${path} may hold credentials of \`actions/checkout\`. Use another path.`);
}
function lookAt(path) {
	try {
		return lstatSync(path);
	} catch {
		return null;
	}
}
function notThere(input, path) {
	const named = path.length > 100 ? `${path.slice(0, 100)}…` : path;
	const slashes = sep$1 === "/" && path.includes("\\") ? "Write `/` between folders. " : "";
	return /* @__PURE__ */ new Error(`\`${input}\`: ${named} does not exist in the workspace. ${slashes}Is \`actions/checkout\` missing before this step, or the path misspelled?`);
}
function realFolder(folder) {
	try {
		return realpathSync(folder);
	} catch {
		return folder;
	}
}
function leadsOut(path) {
	return path === ".." || path.startsWith(`..${sep$1}`) || isAbsolute$1(path);
}
// src/action/status-source.ts
function readStatusSource(raw, folders) {
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
	if (templateFile !== "") return {
		source: readTemplate(templateFile, folders),
		isTemplate: true,
		from: "template-file"
	};
	if (statusFile !== "") return {
		source: readFilled("status-file", statusFile, folders),
		isTemplate: false,
		from: "status-file"
	};
	if (status.trim() === "") return null;
	return {
		source: status,
		isTemplate: true,
		from: isDefault ? "default announcement" : "status"
	};
}
function readTemplate(path, folders) {
	const source = readFilled("template-file", path, folders);
	if (!source.includes("${{")) return source;
	throw new Error(`\`template-file\`: ${path} contains \`\${{\`, which only workflow files understand. Write \`{{ event.… }}\`, or pass the value through \`data\`.`);
}
function readFilled(input, path, folders) {
	const source = readWorkspaceFile(input, path, folders);
	if (source.trim() === "") throw new Error(`\`${input}\`: ${path} is empty. Is it written before this step?`);
	return source;
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
const MISSING_URL = "`instance-url` is empty. Likely causes: no variable or secret of that name in this repository, organization or environment, or a job without its `environment:`. Set it under Settings › Secrets and variables › Actions › Variables and pass `instance-url: ${{ vars.MASTODON_URL }}`.";
const LEAKED = "This runner hands over the inputs of an enclosing action, too.";
const NO_SKIP = " (`on-missing-token: skip` skips only where secrets are withheld by design.)";
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
	const unknown = unknownInputs([...raw.keys()]);
	for (const { name, meant } of unknown) if (environment.leaksInputs) remarks.push(`Unknown input \`${name}\`, which is ignored. ${meant || LEAKED}`);
	else if (meant) problems.push(`Unknown input \`${name}\`. ${meant}`);
	const strange = environment.leaksInputs ? [] : unknown.filter(({ meant }) => meant === "");
	if (strange.length > 0) {
		const names = strange.map(({ name }) => `\`${name}\``).join(", ");
		problems.push(`Unknown input${strange.length > 1 ? "s" : ""} ${names}. Known inputs: ${inputNames.join(", ")}.`);
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
	const inputs = {
		instanceUrl: checked("", () => {
			const url = text("instance-url");
			if (url !== "" && secretsOf(raw).some((secret) => !secret.includes("://") && url.includes(secret))) throw new Error(TOKEN_AS_URL);
			return url === "" ? "" : parseInstanceUrl(url);
		}),
		accessToken: checked("", () => parseToken(raw.get("access-token") ?? "", remarks)),
		status: checked({
			source: "",
			isTemplate: false,
			from: "status"
		}, () => readStatus(raw, environment.folders)),
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
	if (!inputs.dryRun) {
		if (text("access-token") === "") {
			const { byDesign, cause, cure } = explainMissingToken(environment);
			const maySkip = inputs.onMissingToken === "skip";
			if (byDesign && maySkip) inputs.skip = `\`access-token\` is empty. ${cause}`;
			else problems.push(`\`access-token\` is empty. ${cause} ${cure}${maySkip ? NO_SKIP : ""}`);
		}
		if (text("instance-url") === "" && inputs.skip === null) problems.push(MISSING_URL);
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
		inputs.data = await parseData(value);
	});
	await parsed("media", async (value) => {
		inputs.media = await parseMedia(value);
	});
	await parsed("poll", async (value) => {
		inputs.poll = await parsePoll(value);
	});
	problems.push(...contradictions(inputs));
	if (problems.length > 0) throw new InputError(problems);
	return inputs;
}
function contradictions(inputs) {
	const found = [];
	const { editStatusId, scheduledAt, pin } = inputs;
	if (scheduledAt !== "" && pin) found.push("`pin` needs a status, and a scheduled one is none until its time comes. Leave one of the two out.");
	if (editStatusId !== "" && scheduledAt !== "") found.push("`edit-status-id` changes a status that is out, so `scheduled-at` has nothing to do. Leave one of the two out.");
	if (editStatusId === "" || editStatusId === "auto") return found;
	const named = [
		["visibility", inputs.visibility !== void 0],
		["in-reply-to-id", inputs.inReplyToId !== ""],
		["quoted-status-id", inputs.quotedStatusId !== ""]
	].filter(([, isGiven]) => isGiven).map(([name]) => `\`${name}\``);
	if (named.length > 0) found.push(`An edit cannot change ${named.join(", ")}: servers fix that when a status is posted. Leave ${named.length === 1 ? "it" : "them"} out, or delete the status and post it anew.`);
	return found;
}
function readStatus(raw, folders) {
	const found = readStatusSource(raw, folders);
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
	const words = wordsOf(name);
	const [wantedProject, wantedVersion] = [project, version].map((part) => wordsOf(part).join(""));
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
function wordsOf(text) {
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
		text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
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
// src/action/load-release.ts
async function loadRelease(source) {
	const { repository, tag, apiUrl, token, fetch } = source;
	const [owner = "", repo = ""] = repository.split("/");
	if (!owner || !repo) throw new Error("`release-tag` needs the repository's name, and this runner does not set GITHUB_REPOSITORY. Set it in the step's `env:`, as `owner/name`.");
	if (token === "") throw new Error("`release-tag` needs `github-token`, which is empty. Leave it out for the default, `${{ github.token }}`.");
	if (!URL.canParse(apiUrl)) throw new Error(`\`release-tag\` needs the GitHub API, and GITHUB_API_URL is no web address: ${JSON.stringify(apiUrl)}.`);
	const { getOctokit } = await import("./github.js");
	const { rest, request } = getOctokit(token, {
		baseUrl: apiUrl,
		request: { fetch }
	});
	let answer;
	try {
		answer = tag === "latest" ? await rest.repos.getLatestRelease({
			owner,
			repo
		}) : await rest.repos.getReleaseByTag({
			owner,
			repo,
			tag
		});
		const target = targetOf(answer, apiUrl);
		if (target?.origin === new URL(apiUrl).origin) answer = await request({
			method: "GET",
			url: target.href
		});
	} catch (cause) {
		throw new Error(explain(cause, source), { cause });
	}
	const { data } = answer;
	if (answer.status !== 200 || !isRelease(data)) throw new Error(explainNoRelease(answer, source));
	return data;
}
function targetOf({ status, headers }, base) {
	const { location } = headers;
	if (![
		301,
		302,
		307,
		308
	].includes(status) || typeof location !== "string") return null;
	return URL.canParse(location, base) ? new URL(location, base) : null;
}
function isRelease(data) {
	const { tag_name: tag } = data ?? {};
	return typeof tag === "string" && tag !== "";
}
function explainNoRelease(answer, source) {
	const { status, data } = answer;
	const address = "GITHUB_API_URL is not the address of the API (https://api.github.com, or https://HOST/api/v3 on a server of your own)";
	if (status >= 300) {
		const target = targetOf(answer, source.apiUrl);
		const where = target ? `a redirect to ${target.href.slice(0, 200)}, which is not followed with a token` : "a redirect";
		return `${failed(source)}: ${status}, ${where}. The repository was moved, or ${address}. Run this in the repository's new place, or correct GITHUB_API_URL.`;
	}
	const said = typeof data === "string" ? plain$2(data) : "";
	const what = said === "" ? "" : `: “${said}”`;
	return `${failed(source)}: ${status}, but the answer is no release${what}. Something in front of the API answers, such as a login page, or ${address}.`;
}
function failed({ repository, tag, apiUrl }) {
	return `Loading ${tag === "latest" ? `the latest release of ${repository}` : `the release ${tag} of ${repository}`} from ${apiUrl} failed`;
}
function explain(error, source) {
	const { status = 0, response } = error;
	const said = sentenceOf(error);
	const headers = response?.headers ?? {};
	if (!response) return `${failed(source)}: ${said}. Run again when the GitHub API can be reached.`;
	if ((status === 403 || status === 429) && isRateLimit(headers, said)) {
		const reset = Number(headers["x-ratelimit-reset"]);
		const until = reset > 0 && reset < 1e10 ? ` until ${(/* @__PURE__ */ new Date(reset * 1e3)).toISOString().slice(0, 16).replace("T", " ")} UTC` : "";
		return `${failed(source)}: the GitHub API's rate limit is used up${until} (${status} “${said}”). Run again later, or pass another \`github-token\`.`;
	}
	const answered = `${failed(source)}: ${status} “${said}”.`;
	if (status === 401) return `${answered} \`github-token\` is wrong or expired. Leave it out for the default, \`\${{ github.token }}\`.`;
	if (status === 403) return `${answered} \`github-token\` may not read releases. Give the job \`permissions: { contents: read }\`.`;
	if (status === 404) return `${answered} ${source.tag === "latest" ? "There is no published release yet (drafts and prereleases do not count)" : "No published release has this tag (a draft is not found by its tag)"}, or \`github-token\` may not see the repository. Run this step after the release is made, and give the job \`permissions: { contents: read }\`.`;
	return status >= 500 ? `${answered} The GitHub API has trouble. Run again later.` : answered;
}
function sentenceOf({ message, cause, response }) {
	if (cause?.name === "TimeoutError") return "no answer came within `timeout`";
	const { data } = response ?? {};
	return plain$2((typeof data === "object" ? data?.message : data) ?? message);
}
function plain$2(said) {
	const words = said.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim();
	return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}
function isRateLimit(headers, said) {
	return headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
// src/action/facts.ts
async function collectFacts(inputs, environment, fetch) {
	const { event, github, apiUrl } = environment;
	const { releaseTag: tag, githubToken: token, data, status } = inputs;
	const repository = describeRepository(environment);
	const ofEvent = asObject(event.release);
	const release = tag === "event" || ofEvent?.tag_name === tag ? ofEvent : await loadRelease({
		repository: github.repository,
		tag,
		apiUrl,
		token,
		fetch
	});
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
	const told = asObject(event.repository);
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
		const thing = asObject(event[name]);
		for (const field of [
			"name",
			"title",
			"body",
			"description"
		]) add(`event.${name}.${field}`, thing?.[field]);
	}
	if (release !== null && asObject(event.release)?.body !== release.body) for (const field of ["name", "body"]) add(`release.${field}`, release[field]);
	const run = asObject(event.workflow_run);
	add("event.workflow_run.display_title", run?.display_title);
	add("event.workflow_run.head_commit.message", asObject(run?.head_commit)?.message);
	add("event.head_commit.message", asObject(event.head_commit)?.message);
	(Array.isArray(event.commits) ? event.commits : []).forEach((commit, index) => {
		add(`event.commits[${index}].message`, asObject(commit)?.message);
	});
	return texts;
}
function asObject(value) {
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
	const created = Number(environment.github.run_attempt) > 1 ? await runCreatedAt(environment, githubToken, fetch) : null;
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
async function runCreatedAt({ github, apiUrl }, token, fetch) {
	const [owner = "", repo = ""] = github.repository.split("/");
	if (token === "") return "`github-token` is empty; leave it out to have its default";
	if (owner === "" || repo === "" || github.run_id === "") return "this runner does not name its run";
	const { getOctokit } = await import("./github.js");
	const { rest } = getOctokit(token, {
		baseUrl: apiUrl,
		request: { fetch }
	});
	try {
		const { data } = await rest.actions.getWorkflowRun({
			owner,
			repo,
			run_id: Number(github.run_id)
		});
		const time = Date.parse(data?.created_at ?? "");
		return Number.isNaN(time) ? "the GitHub API's answer has no time" : time;
	} catch (cause) {
		const { response } = cause;
		if (!response) return "the GitHub API did not answer";
		const isForbidden = response.status === 403 || response.status === 404;
		return `the GitHub API answered ${response.status}${isForbidden ? "; add `actions: read` to the job's permissions" : ""}`;
	}
}
// src/action/media-kind.ts
const HEAD = 4100;
const TEXTS = [
	[/^version https:\/\/git-lfs\.github\.com\/spec\//, "is a pointer of Git LFS, not the file itself. Set `lfs: true` in the step of `actions/checkout`."],
	[/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg|<svg\b)/i, "is an SVG drawing, which instances do not take. Convert it to PNG."],
	[/^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html\b|<head\b|<body\b)/i, "is a web page. If it was downloaded, the download was answered with a page: check its address and its status."]
];
const TYPES = {
	"application/pdf": "is a PDF document. Make an image of its page.",
	"application/zip": "is a ZIP archive. Unpack it in a step before.",
	"application/gzip": "is a gzip archive. Unpack it in a step before.",
	"application/postscript": "is a PostScript document. Convert it to PNG."
};
const MUST = "but media are images, videos and sounds";
async function kindOfMedia(head) {
	const start = Buffer.from(head).toString("utf8").replace(/^\uFEFF/, "");
	const refused = TEXTS.find(([pattern]) => pattern.test(start));
	if (refused) return {
		type: "",
		refusal: refused[1]
	};
	const { fileTypeFromBuffer } = await import("./core.js");
	const mime = (await fileTypeFromBuffer(head))?.mime.replace(/;.*/, "") ?? "";
	if (mime === "image/apng") return {
		type: "image/png",
		refusal: ""
	};
	if (/^(image|video|audio)\//.test(mime)) return {
		type: mime,
		refusal: ""
	};
	if (mime !== "") return {
		type: "",
		refusal: TYPES[mime] ?? `is ${mime}, ${MUST}. Check the path.`
	};
	return {
		type: "",
		refusal: !/[\u0000\uFFFD]/.test(start.slice(0, -4)) ? `is a text, ${MUST}. Check the path.` : `is of no known kind, ${MUST}. Is it damaged?`
	};
}
// src/action/media-files.ts
const MOST_MATCHES = 50;
const CHUNK = 262144;
async function findMedia(requests, folders) {
	const problems = [];
	const found = [];
	const paths = /* @__PURE__ */ new Set();
	const trying = async (step) => {
		try {
			await step();
		} catch (error) {
			problems.push(error.message);
		}
	};
	for (const request of requests) await trying(async () => {
		const shared = await findShared(request, folders);
		const places = (await pathsOf(request.file, folders)).map((label) => ({
			label,
			path: resolveInside("media", label, folders)
		}));
		for (const { label, path } of places) await trying(async () => {
			if (paths.has(path)) throw new Error(`\`media\` names ${label} twice. Narrow the glob, or leave it out once.`);
			paths.add(path);
			found.push({
				label,
				...await inspect(path, label),
				focus: request.focus,
				...shared
			});
		});
	});
	if (problems.length > 0) throw new Error(problems.join("\n"));
	return found;
}
async function findShared({ description, descriptionFile, thumbnail }, folders) {
	return {
		description: descriptionFile === "" ? {
			source: description,
			isTemplate: true
		} : {
			source: readWorkspaceFile("media", descriptionFile, folders).trim(),
			isTemplate: false
		},
		thumbnail: thumbnail === "" ? null : await findThumbnail(thumbnail, folders)
	};
}
async function findThumbnail(path, folders) {
	const { file } = await inspect(resolveInside("media", path, folders), path);
	if (file.type.startsWith("image/")) return file;
	throw new Error(`\`media\`: the thumbnail ${path} is ${file.type}. Take an image.`);
}
async function pathsOf(pattern, folders) {
	const { glob, isDynamicPattern } = await import("./dist2.js");
	const { root, below } = placeInside("media", pattern, folders);
	const slashes = below.replaceAll(sep$1, "/");
	if (!isDynamicPattern(slashes) || existsSync(resolve$1(root, below))) return [pattern];
	if (slashes.startsWith("!")) throw new Error(`\`media\`: ${pattern} would leave files out, which is not offered. Write a glob that matches only what is meant.`);
	const matches = await glob(slashes, {
		cwd: root,
		followSymbolicLinks: false,
		expandDirectories: false
	});
	if (matches.length === 0) throw noMatch(pattern, root);
	if (matches.length > MOST_MATCHES) throw new Error(`\`media\`: ${pattern} matches ${matches.length} files, more than a status can bear. Narrow it.`);
	const { compare } = new Intl.Collator("en", { numeric: true });
	const isWorkspace = root === placeInside("media", ".", folders).root;
	return matches.sort(compare).map((match) => isWorkspace ? match : resolve$1(root, match));
}
function noMatch(pattern, root) {
	const cause = isEmpty(root) ? "which is empty. Is `actions/checkout`, or the step that makes the file, missing before this step?" : "Check the glob: it begins at the top of the workspace, and tells upper from lower case.";
	return /* @__PURE__ */ new Error(`\`media\`: no file matches ${pattern} in the workspace${isEmpty(root) ? ", " : ". "}${cause}`);
}
function isEmpty(folder) {
	try {
		return readdirSync(folder).length === 0;
	} catch {
		return true;
	}
}
async function inspect(path, label) {
	const stat = lstatSync(path);
	if (stat.isDirectory()) throw new Error(`\`media\`: ${label} is a folder. Name its files, such as \`${label.replace(/\/+$/, "")}/*.png\`.`);
	if (!stat.isFile()) throw new Error(`\`media\`: ${label} is no regular file. Copy it to one.`);
	if (stat.size === 0) throw new Error(`\`media\`: ${label} is empty. Did the step that makes it fail?`);
	const hash = createHash$1("sha256");
	let head;
	for await (const chunk of readFound(path, label, stat)) {
		hash.update(chunk);
		head ??= Buffer.from(chunk.subarray(0, HEAD));
	}
	const { type, refusal } = await kindOfMedia(head ?? Buffer.of());
	if (refusal !== "") throw new Error(`\`media\`: ${label} ${refusal}`);
	return {
		file: {
			filename: basename$1(path),
			type,
			size: stat.size,
			read: () => readFound(path, label, stat)
		},
		sha256: hash.digest("hex")
	};
}
async function* readFound(path, label, found) {
	const unreadable = (cause) => {
		const cure = cause.code === "EACCES" || cause.code === "EPERM" ? "Let the runner's user read it." : "Let nothing move it while this step runs.";
		return /* @__PURE__ */ new Error(`\`media\`: ${label} cannot be read (${cause.code}). ${cure}`);
	};
	const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((cause) => {
		throw unreadable(cause);
	});
	try {
		const now = await handle.stat();
		if (now.dev !== found.dev || now.ino !== found.ino || now.size !== found.size || now.mtimeMs !== found.mtimeMs) throw new Error(`\`media\`: ${label} changed after it was checked: it had ${found.size} bytes then, and has ${now.size} now. Let nothing write to it while this step runs.`);
		const buffer = Buffer.allocUnsafeSlow(CHUNK);
		for (;;) {
			const count = await fill$1(handle, buffer).catch((cause) => {
				throw unreadable(cause);
			});
			if (count > 0) yield buffer.subarray(0, count);
			if (count < CHUNK) return;
		}
	} finally {
		await handle.close();
	}
}
async function fill$1(handle, buffer) {
	let count = 0;
	while (count < buffer.length) {
		const { bytesRead } = await handle.read(buffer, count, buffer.length - count);
		if (bytesRead === 0) break;
		count += bytesRead;
	}
	return count;
}
// src/mastodon/publish/retry.ts
const SECOND = 1e3;
const NEVER_SENT = [
	2,
	6,
	18
].map((seconds) => seconds * SECOND);
const NO_RESET = [
	10,
	20,
	40
].map((seconds) => seconds * SECOND);
function waitBeforeRetry(tries) {
	return jittered(NEVER_SENT[tries - 1] ?? NEVER_SENT.at(-1));
}
function waitForLimit(answer, refusals, now) {
	const wait = waitOf(answer, now);
	return wait === null ? jittered(NO_RESET[refusals - 1] ?? NO_RESET.at(-1)) : wait + Math.random() * SECOND;
}
function jittered(milliseconds) {
	return milliseconds * (1 + Math.random() / 10);
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
function inSeconds(milliseconds) {
	return `${Math.max(1, Math.round(milliseconds / SECOND))} s`;
}
function clockTime(time) {
	return `${new Date(time).toISOString().slice(11, 19)} UTC`;
}
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
const HOST = /* @__PURE__ */ new RegExp("[^\\0-,/:-@[-^`{-\\x7f\\x85\\xa0\\u061c\\u1680\\u180e\\u2000-\\u200a\\u200e\\u200f\\u2028-\\u202f\\u205f\\u2066-\\u2069\\u3000\\ufeff\\ufffe\\uffff]+", "g");
const GLUE = /[a-z0-9@＠$#＃\ufeff\ufffe\uffff]/iu;
const FREE_START = /[^a-z0-9@＠$#＃\ufeff\ufffe\uffff][^-]/iu;
const PROTOCOL = /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)$/iu;
const BROKEN_LABEL = /^$|^[_-]|[_-]$/;
const PUNYCODE = /^xn--[0-9a-z]+/i;
const AFTER_TLD = /[0-9a-z@+-]/iu;
const PORT = /:[0-9]+/y;
const PATH$1 = /[^\p{White_Space}<>()?]+/uy;
const PARENTHESES = /\((?:[^\p{White_Space}<>()?]+|[^\p{White_Space}<>()?]*\([^\p{White_Space}<>()?]+\)[^\p{White_Space}<>()?]*)\)/uy;
const ACCENTS = "\\u0300-\\u036f\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u1e00-\\u1eff";
const PLAIN_PARENTHESES = new RegExp(`^[()a-z\\p{Script=Cyrillic}0-9!*';:=+,.$/%#[\\]\\p{Pd}_~&|@${ACCENTS}]+$`, "iu");
const NOT_LAST_IN_PATH = /* @__PURE__ */ new Set("!*\"'「」;:=,.$%[]~&|");
const QUERY = /\?[^\0-\x20"<>\\`{}\x7f-\x9f\p{NChar}\p{Cs}\ufff0-\uffff\u{e0000}-\u{e0fff}]*/uy;
const NOT_LAST_IN_QUERY = /* @__PURE__ */ new Set("!?*'();:$%[].,~|@^");
const SHORTENED = /^https?:\/\/t\.co\/([a-z0-9]+)/i;
const LONGEST_SLUG = 40;
const LONGEST_URL = 4096;
const LONGEST_LABEL$1 = 63;
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
		PARENTHESES.lastIndex = offset;
		if (!PARENTHESES.test(text)) return end;
		if (PLAIN_PARENTHESES.test(text.slice(offset, PARENTHESES.lastIndex))) end = PARENTHESES.lastIndex;
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
	const shortened = SHORTENED.exec(text.slice(start, end));
	if (shortened && shortened[1].length > LONGEST_SLUG) return void 0;
	const url = shortened ? shortened[0] : text.slice(start, end);
	const ascii = asciiHost(host);
	if (ascii?.split(".").every((label) => label !== "" && label.length <= LONGEST_LABEL$1) !== true) return void 0;
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
	if (!/[^\0-\x7f]/.test(host)) return host;
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
const WORD$1 = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}";
const MENTION = new RegExp(`@(?<![=/${WORD$1}]@)([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(?:@[${WORD$1}]+(?:[.-]+[${WORD$1}]+)*)?)`, "giu");
const NO_MENTION_BEFORE = new RegExp(`[@＠${ACCENTS}]|://`, "uy");
const LONGEST_DOMAIN = 253;
function findMentions(text, urls = findUrls(text)) {
	return outside(urls, matchMentions(text)).filter(({ handle, end }) => {
		NO_MENTION_BEFORE.lastIndex = end;
		const domain = handle.split("@")[1] ?? "";
		return !NO_MENTION_BEFORE.test(text) && codePoints(domain) <= LONGEST_DOMAIN;
	});
}
function matchMentions(text) {
	if (!text.includes("@")) return [];
	return Array.from(text.matchAll(MENTION), ({ 0: whole, 1: handle, index }) => ({
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
const HASHTAG = new RegExp(`[#＃](?<=(?:^|\\p{White_Space})[#＃])([${WORD$1}${INNER}]+)`, "gu");
const INNER_ONLY = new RegExp(`[${INNER}]`);
const LETTER = /\p{Alphabetic}/u;
const LETTER_OR_SEPARATOR = new RegExp(`[\\p{Alphabetic}_${INNER}]`, "u");
function findHashtags(text) {
	const tags = [];
	for (const { 1: name, index } of text.matchAll(HASHTAG)) {
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
	return counting.unit === "graphemes" ? countGraphemes$2(whole) : countCodePoints(whole);
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
let segmenter$1;
function countGraphemes$2(text) {
	if (!/[^\0-\x7f]/.test(text)) return text.length - (text.split("\r\n").length - 1);
	segmenter$1 ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return Array.from(segmenter$1.segment(text), () => 1).length;
}
function countCodePoints(text) {
	return [...text].length;
}
// src/status/compose/blank.ts
function isBlank(text) {
	return !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
// src/status/compose/measure.ts
const BLANK = /^[^\P{White_Space}\u00a0\u2007\u202f]+$/u;
const SIGIL = /(?:(?<![\w.+-])[\w.+-]+)?[@＠#＃](?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}.\-@＠#＃]*/gu;
const SCHEME = /:\/\/|\b(?:magnet|xmpp):/i;
let segmenter;
function graphemes(text) {
	segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
	return segmenter.segment(text);
}
function countGraphemes$1(text) {
	let count = 0;
	for (const _ of graphemes(text)) count++;
	return count;
}
function beginning(text, most) {
	const line = text.trim().replace(/\s+/g, " ");
	let end = 0;
	let count = 0;
	for (const { segment, index } of graphemes(line)) {
		if (count++ === most) break;
		end = index + segment.length;
	}
	return line.slice(0, end);
}
function lineBreaks(blank) {
	return blank.split("\n").length - 1;
}
function measure(text, counting) {
	const bounds = findBounds(text, counting);
	const measured = {
		text,
		stops: [0],
		counts: [0],
		kinds: []
	};
	let count = 0;
	let next = 0;
	let start = 0;
	let plain = 0;
	let bound;
	for (const { segment, index } of graphemes(text)) {
		const end = index + segment.length;
		plain += counting.unit === "graphemes" || segment.length === 1 ? 1 : Array.from(segment).length;
		for (; next < bounds.length && bounds[next].end <= end; next++) bound = merged(bound, bounds[next]);
		if (next < bounds.length && bounds[next].start < end) continue;
		const atom = text.slice(start, end);
		count += bound?.shortened ? countCharacters(atom, "", counting) : plain;
		measured.stops.push(end);
		measured.counts.push(count);
		measured.kinds.push(bound ? bound.link ? "link" : "bound" : BLANK.test(atom) ? "blank" : "text");
		start = end;
		plain = 0;
		bound = void 0;
	}
	return measured;
}
function reach(measured, from, room) {
	let low = from;
	let high = measured.kinds.length;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (cost(measured, from, middle) <= room) low = middle;
		else high = middle - 1;
	}
	return low;
}
function firstStop({ stops }, offset) {
	let low = 0;
	let high = stops.length - 1;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (stops[middle] >= offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
function lastStop(measured, offset) {
	const stop = firstStop(measured, offset);
	return measured.stops[stop] > offset ? stop - 1 : stop;
}
function cost(measured, from, to) {
	return measured.counts[to] - measured.counts[from];
}
function slice(measured, from, to) {
	return measured.text.slice(measured.stops[from], measured.stops[to]);
}
function skipBlank(measured, at, to = measured.kinds.length) {
	let stop = at;
	while (stop < to && measured.kinds[stop] === "blank") stop++;
	return stop;
}
function dropBlank(measured, from, at) {
	let stop = at;
	while (stop > from && measured.kinds[stop - 1] === "blank") stop--;
	return stop;
}
function isWordEnd({ kinds }, stop) {
	return stop > 0 && kinds[stop - 1] !== "blank" && (stop === kinds.length || kinds[stop] === "blank");
}
function isHeading(m, from, to) {
	if (m.stops[to] - m.stops[from] > 60 || m.kinds.slice(from, to).includes("link")) return false;
	return /^[^-*•–\n][^\n]*[^.!?…。！？؟।\n]$/u.test(slice(m, from, to));
}
function findBounds(text, counting) {
	const shortUrls = counting.urlLength !== null;
	const urls = findUrls(text);
	const links = urls.map(({ start, end }) => ({
		start,
		end,
		link: true,
		shortened: shortUrls
	}));
	const hashtags = findHashtags(text).map(({ start, end }) => ({
		start,
		end,
		link: true,
		shortened: false
	}));
	const mentions = findMentions(text, urls).map(({ start, end, handle }) => {
		return {
			start,
			end,
			link: false,
			shortened: handle.includes("@") && counting.mentions === "local part"
		};
	});
	const entities = disjoint([
		...links,
		...hashtags,
		...mentions
	]);
	return disjoint([...entities, ...findAlmost(text, entities)]);
}
function findAlmost(text, entities) {
	const found = [];
	const add = (start, end) => {
		const first = start > 0 && !BLANK.test(text[start - 1]) ? start - 1 : start;
		found.push({
			start: first,
			end,
			link: false,
			shortened: false
		});
	};
	const end = {
		start: text.length,
		end: text.length
	};
	let start = 0;
	for (const entity of [...entities, end]) {
		const gap = text.slice(start, entity.start);
		for (const { 0: run, index } of gap.matchAll(SIGIL)) add(start + index, start + index + run.length);
		for (const { 0: word, index } of gap.matchAll(/\P{White_Space}+/gu)) {
			if (SCHEME.test(word)) add(start + index, start + index + word.length);
			if (index + word.length === gap.length && entity !== end && word.includes(".") && /[/?:]/.test(word)) add(start + index, entity.start + 1);
		}
		start = entity.end;
	}
	return found;
}
function disjoint(spans) {
	const result = [];
	for (const span of spans.sort((a, b) => a.start - b.start)) {
		const last = result.at(-1);
		if (last && span.start < last.end) result[result.length - 1] = merged(last, span);
		else result.push(span);
	}
	return result;
}
function merged(a, b) {
	if (!a) return b;
	const end = Math.max(a.end, b.end);
	return {
		start: a.start,
		end,
		link: a.link || b.link,
		shortened: a.shortened || b.shortened
	};
}
// src/status/compose/cut.ts
const LEAST = 20;
function truncate(text, fit, room, counting) {
	const measured = measure(text, counting);
	const pieces = fit.map((range) => piece(measured, range)).filter(({ from, to }) => from < to);
	return pieces.length > 0 ? shrinkPieces(measured, pieces, room) : shrinkParagraph(measured, room);
}
function cutStretch(m, from, to, room, survive) {
	const end = survive === "none" ? to : dropBlank(m, from, closing(m, from, to));
	const left = room - cost(m, end, to);
	const kept = survive === "all" ? keepLinks(m, from, end, left) : shorten(m, from, end, left);
	return kept && {
		text: kept.text + slice(m, end, to),
		removed: kept.removed
	};
}
function piece(m, range) {
	const to = lastStop(m, range.end);
	const start = skipBlank(m, firstStop(m, range.start), to);
	return {
		from: start,
		to: dropBlank(m, start, to)
	};
}
function shrinkPieces(m, pieces, room) {
	const { blocks, joins } = takeApart(m, pieces);
	const losses = [];
	let over = [...blocks, ...joins].reduce((sum, block) => sum + block.cost, 0) - room;
	for (let i = blocks.length - 1; i >= 0 && over > 0; i--) {
		const block = blocks[i];
		if (!block.piece) continue;
		const { from, to } = block.piece;
		const kept = shorten(m, from, to, block.cost - over);
		if (kept && countGraphemes$1(slice(m, from, kept.to)) >= LEAST) {
			blocks[i] = {
				text: kept.text,
				cost: kept.cost
			};
			losses.unshift({
				removed: kept.removed,
				whole: false
			});
			over -= block.cost - kept.cost;
		} else {
			const gaps = joins.slice(Math.max(i - 1, 0), i + 1);
			const gap = i > 0 && i < blocks.length - 1 ? [wider(gaps[0], gaps[1])] : [];
			blocks.splice(i, 1);
			joins.splice(Math.max(i - 1, 0), gaps.length, ...gap);
			losses.unshift({
				removed: block.text,
				whole: true
			});
			over -= block.cost + gaps.reduce((sum, { cost }) => sum + cost, 0) - (gap[0]?.cost ?? 0);
		}
	}
	if (over > 0) return void 0;
	return {
		text: blocks.map(({ text }, i) => text + (joins[i]?.text ?? "")).join(""),
		losses
	};
}
function takeApart(m, pieces) {
	const blocks = [];
	const joins = [];
	let end = 0;
	const add = (from, to, isPiece) => {
		const start = skipBlank(m, from, to);
		const stop = dropBlank(m, start, to);
		if (start === stop) return;
		if (blocks.length > 0) joins.push({
			text: slice(m, end, start),
			cost: cost(m, end, start)
		});
		const block = {
			text: slice(m, start, stop),
			cost: cost(m, start, stop)
		};
		blocks.push(isPiece ? {
			...block,
			piece: {
				from: start,
				to: stop
			}
		} : block);
		end = stop;
	};
	let fixed = 0;
	for (const { from, to } of pieces) {
		add(fixed, from, false);
		add(from, to, true);
		fixed = to;
	}
	add(fixed, m.kinds.length, false);
	return {
		blocks,
		joins
	};
}
function wider(a, b) {
	const widest = (lineBreaks(b.text) - lineBreaks(a.text) || b.cost - a.cost) > 0 ? b : a;
	return widest.text === "" ? {
		text: " ",
		cost: 1
	} : widest;
}
function shrinkParagraph(m, room) {
	const longest = paragraphs(m).filter(({ from, to }) => closing(m, from, to) > from).reduce((a, b) => a && cost(m, a.from, a.to) >= cost(m, b.from, b.to) ? a : b, void 0);
	if (!longest) return void 0;
	const { from, to } = longest;
	const last = m.kinds.length;
	const left = room - cost(m, 0, from) - cost(m, to, last);
	const cut = cutStretch(m, from, to, left, "all") ?? cutStretch(m, from, to, left, "closing");
	return cut && {
		text: slice(m, 0, from) + cut.text + slice(m, to, last),
		losses: [{
			removed: cut.removed,
			whole: false
		}]
	};
}
function paragraphs(m) {
	const last = m.kinds.length;
	const found = [];
	let from = skipBlank(m, 0);
	for (let at = from; at < last;) {
		let end = at;
		while (end < last && m.kinds[end] !== "blank") end++;
		at = skipBlank(m, end);
		if (at === last || lineBreaks(slice(m, end, at)) > 1) {
			found.push({
				from,
				to: end
			});
			from = at;
		}
	}
	return found;
}
function closing(m, from, to) {
	let first = to;
	for (let end = to; end > from;) {
		let start = end;
		while (start > from && m.kinds[start - 1] !== "blank") start--;
		if (isText(m, start, end)) break;
		if (m.kinds.slice(start, end).includes("link")) first = start;
		end = dropBlank(m, from, start);
	}
	return first < to ? labelStart(m, from, first) : to;
}
const LONGEST_LABEL = 30;
function labelStart(m, from, link) {
	for (let start = link; start > from && m.stops[link] - m.stops[start] <= LONGEST_LABEL; start--) if (m.kinds[start - 1] === "blank" && lineBreaks(slice(m, start - 1, start)) > 0) return start;
	return link;
}
function isText(m, from, to) {
	for (let i = from; i < to; i++) if (m.kinds[i] === "bound" || m.kinds[i] === "text" && /[\p{L}\p{N}]/u.test(slice(m, i, i + 1))) return true;
	return false;
}
function keepLinks(m, from, to, room) {
	const links = m.kinds.slice(from, to).flatMap((kind, i) => kind === "link" ? [from + i] : []);
	for (let lost = [];;) {
		const reserve = lost.reduce((sum, i) => sum + 1 + cost(m, i, i + 1), 0);
		if (reserve * 2 > room) return void 0;
		const kept = shorten(m, from, to, room - reserve);
		if (!kept) return void 0;
		const behind = links.filter((i) => i >= kept.to);
		if (behind.length === lost.length) {
			const text = [kept.text, ...lost.map((i) => slice(m, i, i + 1))].join(" ");
			return {
				...kept,
				text,
				cost: kept.cost + reserve,
				removed: without(m, kept.to, to, lost)
			};
		}
		lost = behind;
	}
}
function without(m, from, to, atoms) {
	const ends = [...atoms, to];
	return ends.map((end, i) => slice(m, i === 0 ? from : ends[i - 1] + 1, end)).join("");
}
const LOOSE_END = /^[,;:…\-–—([{"'«“‘„•*·|/]$/;
function shorten(m, from, to, room) {
	let far = Math.min(reach(m, from, room - 1), to - 1);
	while (far > from) {
		const last = itemEnd(m, from, far) ?? dropLooseEnds(m, from, wordEnd(m, from, far)) ?? dropLooseEnds(m, from, far);
		if (last === void 0) return void 0;
		const end = dropHeading(m, from, last);
		const mark = endsItem(m, from, end) ? "\n…" : markAfter(m, from, end);
		const total = cost(m, from, end) + mark.length;
		if (total <= room) return {
			text: slice(m, from, end) + mark,
			cost: total,
			to: end,
			removed: slice(m, end, to)
		};
		far = end - 1;
	}
}
const ITEM = /^(?:[•◦▪☐☑*+-]|\d{1,9}[.)])\s/u;
function itemEnd(m, from, far) {
	const start = lineStart(m, from, far);
	if (start === from || !ITEM.test(slice(m, start, far)) || isLineEnd(m, far)) return void 0;
	const end = dropBlank(m, from, start);
	return cost(m, from, end) * 2 >= cost(m, from, far) ? end : void 0;
}
function dropHeading(m, from, at) {
	const start = paragraphStart(m, from, at);
	return start > from && lineBreaks(slice(m, at, skipBlank(m, at))) > 1 && isHeading(m, start, at) ? dropBlank(m, from, start) : at;
}
function endsItem(m, from, at) {
	return isLineEnd(m, at) && ITEM.test(slice(m, lineStart(m, from, at), at));
}
function isLineEnd(m, at) {
	return lineBreaks(slice(m, at, skipBlank(m, at))) > 0;
}
function lineStart(m, from, at) {
	let start = at;
	while (start > from && !(m.kinds[start - 1] === "blank" && slice(m, start - 1, start).includes("\n"))) start--;
	return start;
}
function paragraphStart(m, from, at) {
	let start = lineStart(m, from, at);
	while (start > from && lineBreaks(slice(m, dropBlank(m, from, start), start)) < 2) start = lineStart(m, from, dropBlank(m, from, start));
	return start;
}
function wordEnd(m, from, far) {
	let end = far;
	while (end > from && !isWordEnd(m, end)) end--;
	return cost(m, from, end) * 2 >= cost(m, from, far) ? end : far;
}
function dropLooseEnds(m, from, at) {
	let end = at;
	while (end > from && (m.kinds[end - 1] === "blank" || LOOSE_END.test(slice(m, end - 1, end)))) end--;
	return end > from ? end : void 0;
}
function markAfter(m, from, end) {
	let start = end;
	while (start > from && m.kinds[start - 1] === "text") start--;
	return (start === from || m.kinds[start - 1] === "blank") && !/^[.!?]/.test(slice(m, end - 1, end)) ? "…" : " …";
}
// src/status/compose/too-long.ts
var TooLong = class extends Error {
	name = "TooLong";
	characters;
	limit;
	part;
	constructor(message, found) {
		super(message);
		this.characters = found.characters;
		this.limit = found.limit;
		this.part = found.part;
	}
};
// src/status/compose/thread.ts
function thread(texts, options) {
	const sources = texts.map((text) => toSource(text, options.counting));
	for (let digits = 0;; digits++) {
		const { parts, lost } = fill(sources, digits, options);
		const total = String(parts.length);
		if (parts.length <= 1) return {
			parts,
			lost
		};
		if (total.length <= digits) return {
			parts: parts.map((part, i) => numbered(part, `${i + 1}/${total}`)),
			lost
		};
	}
}
const WORD = 1;
const SENTENCE = 2;
const LINE = 3;
const PARAGRAPH = 4;
function fill(sources, digits, { limit, reserved, maxParts }) {
	const parts = [];
	for (const [index, source] of sources.entries()) for (let from = skipBlank(source, 0); from < source.end;) {
		const number = digits === 0 ? 0 : 3 + String(parts.length + 1).length + digits;
		const room = limit - reserved - number;
		if (parts.length === maxParts - 1 && (index < sources.length - 1 || cost(source, from, source.end) > room)) {
			const last = fillLast(source, from, room, sources.slice(index + 1));
			return {
				parts: [...parts, last.text],
				lost: last.lost
			};
		}
		const to = partEnd(source, from, room);
		if (to === from) throw indivisible(source, from, parts.length + 1, room, limit);
		const text = slice(source, from, dropBlank(source, from, to));
		if (!isBlank(text)) parts.push(text);
		from = skipBlank(source, to);
	}
	return {
		parts,
		lost: ""
	};
}
function fillLast(source, from, room, others) {
	const rest = slice(source, from, source.end);
	const dropped = others.map(({ text }) => text);
	const mark = "\n\n…";
	if (cost(source, from, source.end) + 3 <= room) return {
		text: rest + mark,
		lost: dropped.join("\n\n")
	};
	const cut = cutStretch(source, from, source.end, room, "closing") ?? cutStretch(source, from, source.end, room, "none") ?? {
		text: "…",
		removed: rest
	};
	return {
		text: cut.text,
		lost: [cut.removed, ...dropped].join("\n\n")
	};
}
function partEnd(source, from, room) {
	const far = reach(source, from, room);
	if (far >= source.end) return far;
	for (const rank of [
		PARAGRAPH,
		LINE,
		SENTENCE,
		WORD
	]) {
		const at = lastRanked(source, from, far, rank);
		if (at > from && (cost(source, from, at) * 2 >= room || nextFits(source, at, room, rank))) return at;
	}
	return far;
}
function nextFits(source, at, room, rank) {
	const from = skipBlank(source, at);
	const far = reach(source, from, room);
	return far >= source.end || lastRanked(source, from, far, rank) > from;
}
function lastRanked({ ranks }, from, to, rank) {
	let stop = to;
	while (stop > from && ranks[stop] < rank) stop--;
	return stop;
}
function toSource(text, counting) {
	const measured = measure(text, counting);
	let end = measured.kinds.length;
	while (end > 0 && isBlank(slice(measured, end - 1, end))) end--;
	return {
		...measured,
		ranks: rankStops(measured),
		end
	};
}
function rankStops(m) {
	const ranks = new Uint8Array(m.stops.length);
	const sentences = new Set(Array.from(new Intl.Segmenter("und", { granularity: "sentence" }).segment(m.text), ({ index }) => index));
	let paragraph = 0;
	let wordEnd = 0;
	for (let stop = 1; stop < m.stops.length; stop++) {
		if (isWordEnd(m, stop)) {
			const next = skipBlank(m, stop);
			const breaks = lineBreaks(slice(m, stop, next));
			const heading = breaks > 1 && isHeading(m, paragraph, stop);
			ranks[stop] = heading || breaks === 0 ? WORD : breaks > 1 ? PARAGRAPH : LINE;
			if (breaks > 1) paragraph = next;
		}
		if (m.kinds[stop - 1] !== "blank") wordEnd = stop;
		if (sentences.has(m.stops[stop])) ranks[wordEnd] = Math.max(ranks[wordEnd], SENTENCE);
	}
	return ranks;
}
function numbered(part, number) {
	const at = part.lastIndexOf("\n\n");
	const split = at >= 0 && /^(?:[#＃][^\s#＃]+\s*)+$/u.test(part.slice(at + 2)) ? at : part.length;
	return `${part.slice(0, split)}\n\n${number}${part.slice(split)}`;
}
function indivisible(source, at, part, room, limit) {
	const characters = cost(source, at, at + 1);
	const used = room < limit ? `, ${limit - room} of which the content warning and the number take` : "";
	return new TooLong(`“${beginning(slice(source, at, at + 1), 40)}…” has ${characters} characters and cannot be split, and the instance allows ${limit}${used}: shorten or drop this URL, mention or hashtag.`, {
		characters: characters + limit - room,
		limit,
		part
	});
}
// src/status/compose/compose.ts
function compose(drafts, options) {
	const visible = drafts.filter(({ text }) => !isBlank(text));
	try {
		return {
			...fitting(visible, options),
			tooLong: null
		};
	} catch (error) {
		if (!(error instanceof TooLong)) throw error;
		return {
			parts: visible.map(({ text }) => ({
				text,
				characters: count(text, options)
			})),
			cuts: [],
			tooLong: error
		};
	}
}
function fitting(visible, options) {
	if (visible.length === 0) return {
		parts: [],
		cuts: []
	};
	const reserved = countCharacters("", options.spoiler, options.counting);
	if (reserved >= options.limit) throw spoilerTooLong(reserved, options.limit);
	const { texts, cuts } = options.overflow === "thread" ? asThread(visible, reserved, options) : oneByOne(visible, reserved, options);
	const parts = texts.map((text) => ({
		text,
		characters: count(text, options)
	}));
	for (const [i, { characters }] of parts.entries()) if (characters > options.limit) throw tooLong(i + 1, parts, characters, options);
	return {
		parts,
		cuts
	};
}
function asThread(drafts, reserved, options) {
	const texts = drafts.map(({ text }) => text);
	const [first] = texts;
	if (texts.length === 1 && count(first, options) <= options.limit) return {
		texts,
		cuts: []
	};
	const { parts, lost } = thread(texts, {
		...options,
		reserved
	});
	return {
		texts: parts,
		cuts: lost ? [cut(parts.length, lost, false)] : []
	};
}
function oneByOne(all, reserved, options) {
	const { drafts, dropped } = atMost(all, options);
	const cuts = [];
	const texts = drafts.map((draft, i) => {
		const characters = count(draft.text, options);
		if (characters <= options.limit) return draft.text;
		if (options.overflow === "fail") throw tooLong(i + 1, drafts, characters, options);
		const shortened = truncate(draft.text, draft.fit, options.limit - reserved, options.counting);
		if (!shortened || isBlank(shortened.text)) throw cannotCut(i + 1, drafts, characters, options);
		cuts.push(...shortened.losses.map(({ removed, whole }) => cut(i + 1, removed, whole)));
		return shortened.text;
	});
	if (dropped) cuts.push(cut(drafts.length, dropped, false));
	return {
		texts,
		cuts
	};
}
function atMost(all, options) {
	const { maxParts } = options;
	if (all.length <= maxParts) return {
		drafts: all,
		dropped: ""
	};
	if (options.overflow === "fail") throw tooMany(all, options);
	const last = all[maxParts - 1];
	return {
		drafts: [...all.slice(0, maxParts - 1), {
			...last,
			text: `${last.text}\n\n…`
		}],
		dropped: all.slice(maxParts).map(({ text }) => text).join("\n\n")
	};
}
function count(text, { spoiler, counting }) {
	return countCharacters(text, spoiler, counting);
}
function cut(part, removed, whole) {
	return {
		part,
		removed: countGraphemes$1(removed),
		beginning: beginning(removed, 60),
		whole
	};
}
function tooLong(part, parts, characters, { limit }) {
	return new TooLong(`${subject(part, parts)} has ${characters} characters, and the instance allows ${limit}: shorten it, or set \`overflow\` to \`truncate\` (what should yield goes through the filter \`fit\`) or to \`thread\`.`, {
		characters,
		limit,
		part
	});
}
function cannotCut(part, drafts, characters, { limit }) {
	const yielding = drafts[part - 1].fit.length > 0 ? "what went through `fit`" : "the longest paragraph";
	return new TooLong(`${subject(part, drafts)} has ${characters} characters, the instance allows ${limit}, and cutting ${yielding} is not enough: let a longer piece yield with the filter \`fit\`, shorten the rest, or set \`overflow\` to \`thread\`.`, {
		characters,
		limit,
		part
	});
}
function subject(part, parts) {
	return parts.length > 1 ? `Part ${part} of the status` : "The status";
}
function tooMany(drafts, options) {
	const part = options.maxParts + 1;
	return new TooLong(`The template makes ${drafts.length} parts, and \`max-parts\` allows ${options.maxParts}: write fewer \`---\`, raise \`max-parts\`, or set \`overflow\` to \`truncate\` or \`thread\`, which drop the rest.`, {
		characters: count(drafts[part - 1].text, options),
		limit: options.limit,
		part
	});
}
function spoilerTooLong(characters, limit) {
	return new TooLong(`The content warning alone has ${characters} characters, and the instance allows ${limit} for it and the text together: shorten \`spoiler-text\`.`, {
		characters,
		limit,
		part: 1
	});
}
// src/mastodon/limits/poll-limits.ts
function refusedPoll(poll, limits) {
	return [...refusedOptions(poll.options, limits), ...refusedExpiry(poll.expires_in, limits)];
}
function refusedBesidePoll({ hasText, hasMedia }, limits) {
	const refused = [];
	if (!hasText && !hasMedia) refused.push("A poll needs a text to stand under. Give the status a text.");
	if (hasMedia && !limits.besideMedia) refused.push("This instance takes no media beside a poll (Mastodon does since 4.6). Leave out `media` or `poll`, or post two statuses.");
	return refused;
}
function refusedOptions(options, { maxOptions, maxOptionCharacters }) {
	const refused = [];
	if (options.length > maxOptions) refused.push(`The poll has ${options.length} options, this instance allows ${maxOptions}. Leave some out.`);
	const seen = /* @__PURE__ */ new Map();
	for (const [index, option] of options.entries()) {
		const text = option.trim();
		const name = `Poll option ${index + 1}`;
		const length = countGraphemes(text);
		const earlier = seen.get(text);
		if (text === "") refused.push(`${name} is empty: the value that it names has come to nothing. Give it a text.`);
		else if (earlier !== void 0) refused.push(`${name} is the same as option ${earlier}, “${shortened(text)}”. Each option must differ.`);
		else if (length > maxOptionCharacters) refused.push(`${name} has ${length} characters, this instance allows ${maxOptionCharacters}: “${shortened(text)}”. Shorten it.`);
		if (text !== "" && earlier === void 0) seen.set(text, index + 1);
	}
	return refused;
}
function refusedExpiry(seconds, { minExpiration, maxExpiration }) {
	const bound = seconds < minExpiration ? `at least ${inWords(minExpiration, Math.ceil)}` : seconds > maxExpiration ? `at most ${inWords(maxExpiration, Math.floor)}` : "";
	if (bound === "") return [];
	return [`The poll would run for ${inWords(seconds)}, this instance allows ${bound}. Change \`expires-in\`.`];
}
function shortened(option) {
	const all = [...option];
	return all.length > 120 ? `${all.slice(0, 120).join("")}…` : option;
}
function countGraphemes(text) {
	return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}
function inWords(seconds, round) {
	const units = [
		[86400, "day"],
		[3600, "hour"],
		[60, "minute"],
		[1, "second"]
	];
	const fits = ([size]) => seconds >= size && (round !== void 0 || seconds % size === 0);
	const [size, name] = units.find(fits) ?? [1, "second"];
	const amount = round ? round(seconds / size) : seconds / size;
	return `${amount} ${name}${amount === 1 ? "" : "s"}`;
}
// src/mastodon/media/file-size.ts
const UNITS = [
	"bytes",
	"kB",
	"MB",
	"GB"
];
function formatSize(bytes, other = bytes) {
	const short = rounded(bytes);
	return bytes !== other && short === rounded(other) ? `${bytes} bytes` : short;
}
function rounded(bytes) {
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < UNITS.length - 1) {
		value /= 1024;
		unit += 1;
	}
	return `${Math.round(value * 10) / 10} ${UNITS[unit]}`;
}
// src/mastodon/media/media-limits.ts
function refusedMedia(uploads, limits) {
	const problems = [];
	const { maxAttachments: most } = limits;
	if (uploads.length > most) problems.push(`There are ${uploads.length} media, and the instance takes ${most} to a status. Leave some out.`);
	const alone = limits.mixes ? void 0 : uploads.find(({ file }) => !isImage(file.type));
	if (alone && uploads.length > 1) problems.push(`${alone.label} is ${kindOf(alone.file.type)}, and the instance lets no other media stand beside one. Post it alone, or leave it out.`);
	for (const upload of uploads) problems.push(...refusedBy(upload, limits));
	return problems;
}
function refusedBy({ label, file, description, thumbnail }, limits) {
	const problems = [];
	const mostBytes = isImage(file.type) ? limits.imageBytes : limits.videoBytes;
	if (mostBytes !== null && file.size > mostBytes) {
		const most = formatSize(mostBytes, file.size);
		problems.push(`${label} has ${formatSize(file.size, mostBytes)}, and the instance takes ${most} of ${kindOf(file.type)}. Make it smaller.`);
	}
	const family = file.type.split("/")[0];
	if (limits.types && !limits.types.some((type) => plainType(type) === plainType(file.type))) {
		const others = limits.types.filter((type) => type.startsWith(`${family}/`)).join(", ");
		const cure = others === "" ? "Leave it out." : `Convert it to one of: ${others}.`;
		problems.push(`${label} is ${file.type}, which the instance does not take. ${cure}`);
	}
	const characters = [...description].length;
	if (characters > limits.maxDescription) problems.push(`The description of ${label} has ${characters} characters, and the instance takes ${limits.maxDescription}. Shorten it.`);
	if (thumbnail && isImage(file.type)) problems.push(`${label} is an image, and only a video or a sound has a thumbnail. Leave \`thumbnail\` out.`);
	return problems;
}
function isImage(type) {
	return type.startsWith("image/");
}
function kindOf(type) {
	if (isImage(type)) return "an image";
	return type.startsWith("video/") ? "a video" : "a sound";
}
const SAME = /* @__PURE__ */ new Map([
	["image/jpg", "image/jpeg"],
	["image/heif", "image/heic"],
	["audio/mp3", "audio/mpeg"],
	["audio/m4a", "audio/mp4"],
	["audio/wave", "audio/wav"],
	["audio/vnd.wave", "audio/wav"],
	["audio/pn-wave", "audio/wav"],
	["audio/vorbis", "audio/ogg"],
	["audio/opus", "audio/ogg"],
	["video/vnd.avi", "video/avi"],
	["video/msvideo", "video/avi"],
	["video/m4v", "video/mp4"]
]);
function plainType(type) {
	const plain = type.toLowerCase().replace(/;.*/, "").trim().replace("/x-", "/");
	return SAME.get(plain) ?? plain;
}
// src/steps/check.ts
async function askLimits(client, { dryRun }, post) {
	const { maxCharacters, counting } = assumedLimits;
	const matters = post.drafts.some(({ text }) => countCharacters(text, post.spoilerText, counting) > maxCharacters) || post.media.length > 0 || post.poll !== null || post.quoted !== "";
	if (!client || !(matters || dryRun)) return null;
	const document = await readInstance(client);
	if (document) return limitsOf(document);
	warn(`${client.origin} did not say how long a status may be, so ${maxCharacters} characters are assumed.`);
	return null;
}
function refusedOf(inputs, post, limits, parts) {
	const refused = [];
	if (limits) {
		refused.push(...refusedMedia(post.media, limits.media));
		if (post.poll) {
			const beside = {
				hasText: true,
				hasMedia: post.media.length > 0
			};
			refused.push(...refusedPoll(post.poll, limits.poll), ...refusedBesidePoll(beside, limits.poll));
		}
	}
	if (post.quoted !== "" && limits && !limits.quotes) refused.push("`quoted-status-id` is set, and this instance has no quotes: Mastodon has them since 4.5. Leave it out, and put the address of the status into the text.");
	if (parts === 1) return refused;
	const cure = "Shorten the text, take `overflow: truncate`, or leave out the lines `---`.";
	if (post.scheduledAt !== "") refused.push(`The text makes ${parts} parts, and a thread cannot be scheduled: its parts would have nothing to reply to. ${cure}`);
	if (inputs.editStatusId !== "") refused.push(`The text makes ${parts} parts, and \`edit-status-id\` edits one status. ${cure}`);
	return refused;
}
function remarksOf({ visibility }, { media }, texts) {
	const remarks = media.filter(({ description }) => description.trim() === "").map(({ label }) => `${label} has no description, so people who cannot see it learn nothing of it, and many will not share it. Set \`description\`.`);
	if (visibility === "direct" && !texts.some((text) => findMentions(text).length > 0)) remarks.push("`direct` reaches only those who are mentioned, and this text mentions nobody.");
	return remarks;
}
function attachedOf({ media, poll, inReplyTo, quoted }, scheduledAt) {
	return {
		media: media.map(({ label, file, focus, thumbnail, description }) => {
			return {
				label: `${label} (${[
					file.type,
					formatSize(file.size),
					...focus === "" ? [] : [`focus ${focus}`],
					...thumbnail === null ? [] : [`thumbnail ${thumbnail.filename}`]
				].join(", ")})`,
				description
			};
		}),
		poll: poll && {
			options: [...poll.options],
			settings: [
				`open for ${formatDuration(poll.expires_in * 1e3)}`,
				poll.multiple ? "several choices" : "one choice",
				...poll.hide_totals ? ["votes hidden until it closes"] : []
			].join(", ")
		},
		scheduledAt: scheduledAt === null ? "" : scheduleParameter(scheduledAt),
		inReplyTo,
		quoted
	};
}
// src/mastodon/edit/body.ts
function bodyOf(named, state, now) {
	const text = named.status ?? state.text ?? "";
	const language = named.language ?? state.language;
	const policy = named.quote_approval_policy ?? state.quotePolicy;
	const mediaIds = named.media_ids ?? state.media.map(({ id }) => String(id));
	const attributes = named.media_ids ? [] : state.media.map(attributesOf).filter((one) => Object.keys(one).length > 1);
	const poll = named.poll ?? (state.poll && kept(state.poll, now));
	return {
		...text === "" ? {} : { status: text },
		...named.status === void 0 && state.contentType !== "" ? { content_type: state.contentType } : {},
		spoiler_text: named.spoiler_text ?? state.spoilerText,
		sensitive: named.sensitive ?? state.sensitive,
		...language === "" ? {} : { language },
		...mediaIds.length === 0 ? {} : { media_ids: mediaIds },
		...attributes.length === 0 ? {} : { media_attributes: attributes },
		...poll ? { poll } : {},
		...policy === null ? {} : { quote_approval_policy: policy }
	};
}
function attributesOf({ id, description, meta }) {
	const { x, y } = asObject$1(asObject$1(meta).focus);
	return {
		id: String(id),
		...typeof description === "string" && description !== "" ? { description } : {},
		...typeof x === "number" && typeof y === "number" ? { focus: `${x},${y}` } : {}
	};
}
function kept({ options, multiple, hide_totals, closes }, now) {
	return {
		options,
		multiple,
		hide_totals,
		...closes === null ? {} : { expires_in: Math.ceil((closes - now) / 1e3) }
	};
}
function changesOf(named, state) {
	const { status, spoiler_text: spoiler, sensitive, language, media_ids: ids, poll } = named;
	const policy = named.quote_approval_policy;
	const isHidden = plain$1(spoiler ?? state.spoilerText) !== "";
	return [
		["the text", status !== void 0 && (state.text === null || plain$1(status) !== plain$1(state.text))],
		["the content warning", spoiler !== void 0 && plain$1(spoiler) !== plain$1(state.spoilerText)],
		["the mark “sensitive”", sensitive !== void 0 && sensitive !== state.sensitive && (sensitive || !isHidden)],
		["the language", language !== void 0 && base(language) !== base(state.language)],
		["the media", ids !== void 0 && String(ids) !== String(state.media.map(({ id }) => id))],
		["the poll", poll !== void 0 && !isSamePoll(poll, state.poll)],
		["the quote policy", policy !== void 0 && state.mayBeQuoted && policy !== state.quotePolicy]
	].filter(([, isOther]) => isOther).map(([what]) => what);
}
function isSamePoll(wanted, stored) {
	return stored !== null && wanted.options.length === stored.options.length && wanted.options.every((option, index) => option.trim() === stored.options[index]) && (wanted.multiple ?? false) === stored.multiple && (stored.isClosed || (wanted.hide_totals ?? false) === stored.hide_totals);
}
function plain$1(text) {
	return text.replaceAll("\r\n", "\n").trim();
}
function base(tag) {
	return tag.toLowerCase().split(/[-_]/)[0];
}
// src/mastodon/publish/differences.ts
function differencesOf(asked, entity) {
	const isScheduled = isWaiting(asked, entity);
	const came = isScheduled && entity.params ? {
		...entity,
		...asObject$1(entity.params)
	} : entity;
	return [
		schedule(asked, entity, isScheduled),
		visibility(asked, came),
		reply(asked, came, isScheduled),
		media(asked, came),
		poll(asked, came),
		contentWarning(asked, came),
		language(asked, came),
		...isScheduled ? [] : [quote$1(asked, came), quotePolicy(asked, came)]
	].filter((sentence) => sentence !== null);
}
function mediaLosses(asked, { media_attachments: came }) {
	if (!Array.isArray(came) || came.length !== asked.length) return [];
	return asked.flatMap(({ label, description, focus }, index) => {
		const { description: alt, meta } = asObject$1(came[index]);
		const lost = [];
		if (description !== "" && !alt) lost.push(`The server dropped the description of ${label}.`);
		const { x, y } = asObject$1(asObject$1(meta).focus);
		const [wantedX = 0, wantedY = 0] = focus.split(",").map(Number);
		const isOff = Math.abs(Number(x) - wantedX) > .02 || Math.abs(Number(y) - wantedY) > .02;
		if (focus !== "" && isOff) lost.push(`The server dropped the focal point of ${label}: previews are cropped its own way.`);
		return lost;
	});
}
function isWaiting({ scheduled_at: time }, entity) {
	if (time === void 0) return false;
	return typeof entity.scheduled_at === "string" || Math.abs(Date.parse(String(entity.created_at)) - Date.parse(time)) < MINUTE;
}
const MINUTE = 6e4;
function schedule({ scheduled_at: time }, entity, isScheduled) {
	if (time === void 0) return null;
	if (!isScheduled) return `Asked to post at ${time}, but it was posted at once: this server does not schedule.`;
	const came = String(entity.scheduled_at ?? entity.created_at);
	if (Number.isNaN(Date.parse(came)) || Math.abs(Date.parse(came) - Date.parse(time)) < MINUTE) return null;
	return `Asked to post at ${time}, but the server will post it at ${came}.`;
}
function visibility({ visibility: asked }, { visibility: came }) {
	if (!asked || typeof came !== "string" || came === "" || came === asked) return null;
	return `Asked for visibility \`${asked}\`, but the server posted it as \`${came}\`.`;
}
function reply(asked, { in_reply_to_id: came }, isScheduled) {
	const wanted = asked.in_reply_to_id;
	if (wanted === void 0) return null;
	if (came === null || came === void 0 || came === "") return `Asked for a reply to the status ${wanted}, but it went out as one that replies to none. That status may be deleted, or its id may be another instance's.`;
	if (isScheduled || String(came) === wanted) return null;
	return `Asked for a reply to the status ${wanted}, but it went out as a reply to ${String(came)}.`;
}
function media({ media_ids: asked = [] }, { media_attachments: came }) {
	const number = Array.isArray(came) ? came.length : 0;
	if (asked.length === 0 || number === asked.length) return null;
	if (number === 0) return `Asked for ${asked.length} media, but it went out without any.`;
	return `Asked for ${asked.length} media, but it went out with ${number}.`;
}
function poll({ poll: asked }, { poll: came }) {
	if (asked === void 0) return null;
	if (came === null || typeof came !== "object") return "Asked for a poll, but it went out without one.";
	const { options, multiple } = asObject$1(came);
	if (Array.isArray(options) && options.length !== asked.options.length) return `Asked for a poll with ${asked.options.length} options, but it went out with ${options.length}.`;
	if (asked.multiple !== true || multiple !== false) return null;
	return "Asked for a poll with several choices, but it went out as one with a single choice.";
}
function contentWarning(asked, { spoiler_text: came, sensitive }) {
	if (asked.spoiler_text && asked.status.trim() !== "" && (came === "" || came === null)) return "Asked for a content warning, but it went out without: the text shows at once.";
	if (asked.sensitive !== true || sensitive !== false) return null;
	return "Asked to mark the media as sensitive, but they went out unmarked.";
}
function language({ language: asked }, { language: came }) {
	if (!asked || typeof came !== "string" || came === "") return null;
	const [wanted, known] = [asked, came].map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
	return wanted === known ? null : `Asked for language \`${asked}\`, but the server posted it as \`${came}\`.`;
}
function quote$1({ quoted_status_id: asked }, { quote: came, quote_id: other }) {
	if (asked === void 0 || typeof other === "string" && other !== "") return null;
	if (came === null || typeof came !== "object") return `Asked to quote the status ${asked}, but it went out without the quote: this server has no quotes (Mastodon has them since 4.5).`;
	const { state } = asObject$1(came);
	if (state === void 0 || state === "accepted") return null;
	if (state === "pending") return `The quote of the status ${asked} waits for its author's server to accept it, and does not show until then.`;
	return `The quote of the status ${asked} does not show: it is \`${String(state)}\`.`;
}
function quotePolicy({ quote_approval_policy: asked }, entity) {
	if (asked === void 0 || !["public", "unlisted"].includes(String(entity.visibility))) return null;
	const { quote_approval: approval } = entity;
	if (approval === null || typeof approval !== "object") return `Asked for the quote policy \`${asked}\`, but this server has none (Mastodon has one since 4.5).`;
	const came = policyOf(asObject$1(approval));
	if (came === null || came === asked) return null;
	return `Asked for the quote policy \`${asked}\`, but the server set \`${came}\`.`;
}
function policyOf({ automatic, manual }) {
	if (!Array.isArray(automatic)) return null;
	if (automatic.includes("public")) return "public";
	if (automatic.includes("followers")) return "followers";
	return automatic.length === 0 && (!Array.isArray(manual) || manual.length === 0) ? "nobody" : null;
}
// src/mastodon/edit/status-state.ts
async function readState(client, id) {
	const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
	const purpose = "To edit a status without losing what is to stay";
	const read = (what) => client.call("GET", what).catch((error) => {
		throw orMissingScope(error, "read:statuses", purpose);
	});
	const answer = await read(path).catch((error) => {
		throw isMissing(error) ? noStatus(error, id) : error;
	});
	const source = await read(`${path}/source`).catch((error) => {
		if (isMissing(error)) return null;
		throw error;
	});
	return stateOf(answer, source && asObject$1(source.json));
}
function stateOf(answer, source) {
	const entity = asObject$1(answer.json);
	const mayBeQuoted = ["public", "unlisted"].includes(textOf(entity.visibility));
	return {
		entity,
		response: answer.text,
		text: typeof source?.text === "string" ? source.text : null,
		contentType: textOf(source?.content_type),
		spoilerText: textOf(source?.spoiler_text ?? entity.spoiler_text),
		sensitive: entity.sensitive === true,
		language: textOf(entity.language),
		media: Array.isArray(entity.media_attachments) ? entity.media_attachments.map(asObject$1) : [],
		poll: entity.poll ? pollOf(asObject$1(entity.poll)) : null,
		mayBeQuoted,
		quotePolicy: mayBeQuoted ? policyOf(asObject$1(entity.quote_approval)) : null
	};
}
function pollOf({ options, multiple, expires_at, expired }) {
	const all = Array.isArray(options) ? options.map(asObject$1) : [];
	const closes = Date.parse(textOf(expires_at));
	return {
		options: all.map(({ title }) => textOf(title)),
		multiple: multiple === true,
		hide_totals: expired !== true && all.length > 0 && all.every(({ votes_count }) => votes_count === null),
		closes: Number.isNaN(closes) ? null : closes,
		isClosed: expired === true
	};
}
function isMissing(error) {
	return error instanceof MastodonError && [
		404,
		405,
		410,
		501
	].includes(error.failure.answer?.status ?? 0);
}
function noStatus({ failure, outcome }, id) {
	return new MastodonError(failure, {
		what: `${hostOf(failure)} has no status with the id ${id}.`,
		why: "It is deleted, this account may not see it, or the id is one of another instance.",
		cure: "Check the id, or give the address of the status."
	}, outcome);
}
// src/mastodon/edit/edit.ts
const SHORTEST_POLL = 31e4;
const PAUSES$1 = [
	5e3,
	15e3,
	3e4
];
async function editStatus(client, id, wish, onRetry = () => {}) {
	const state = await readState(client, id);
	const { attach, ...named } = wish;
	if (named.poll && isSamePoll(named.poll, state.poll)) delete named.poll;
	if (!attach && changesOf(named, state).length === 0) return editedOf(client, state, state.text ?? "");
	refuseLoss(client, named, state);
	const all = attach ? {
		...named,
		media_ids: await attach()
	} : named;
	const text = all.status ?? state.text ?? "";
	const after = await put(client, id, all, state, onRetry);
	if (after === null) return editedOf(client, state, text);
	const differences = changesOf({
		...all,
		status: void 0
	}, after).map((what) => `The edit was taken, but the server left ${what} as before.`);
	return {
		...editedOf(client, after, text),
		changed: true,
		differences
	};
}
function editedOf(client, { entity, response }, text) {
	return {
		changed: false,
		id: String(entity.id),
		url: textOf(entity.url) || textOf(entity.uri),
		uri: textOf(entity.uri),
		visibility: textOf(entity.visibility),
		language: textOf(entity.language),
		handle: handleOf(entity.account, client.origin),
		text,
		differences: [],
		entity,
		response
	};
}
function refuseLoss(client, named, { entity, text, poll }) {
	const { host } = new URL(client.origin);
	const url = String(entity.url ?? entity.uri);
	const refuse = (what, why, cure) => {
		const failure = {
			method: "PUT",
			path: `/api/v1/statuses/${String(entity.id)}`,
			origin: client.origin,
			proxy: ""
		};
		return new MastodonError(failure, {
			what,
			why,
			cure
		}, "not done");
	};
	if (entity.reblog) throw refuse(`${url} is a boost, and no status of its own.`, "", "Give the id of the status that it boosts.");
	if (named.status === void 0 && text === null) throw refuse(`${url} cannot be edited without a text: ${host} does not tell the one that it has as it was written.`, "An edit sends everything anew, and mentions and formatting would be lost.", "Give the text as well.");
	if (!poll || named.poll) return;
	const left = poll.closes === null ? Number.POSITIVE_INFINITY : poll.closes - client.clock.now();
	if (!poll.isClosed && left >= SHORTEST_POLL) return;
	const time = poll.closes === null ? "" : ` (${formatTime(new Date(poll.closes))})`;
	throw refuse(`${url} cannot be edited any more: its poll ${poll.isClosed || left <= 0 ? "is closed" : "ends within five minutes"}${time}.`, "An edit sends the poll anew, and a server takes none that ends so soon.", "Give another poll to replace it, or post anew.");
}
async function put(client, id, named, state, onRetry) {
	const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
	let lost = null;
	for (const [index, wait] of PAUSES$1.entries()) {
		const error = await send(client, path, bodyOf(named, state, client.clock.now()));
		if (!(error instanceof MastodonError)) return error;
		const { answer } = error.failure;
		if (/status was not changed/i.test(serverSentence(error.failure))) return null;
		if (lost && isMissing(error)) throw lost;
		const isLast = index === PAUSES$1.length - 1;
		if (answer?.status === 429) {
			const limit = waitForLimit(answer, index + 1, client.clock.now());
			if (isLast || limit >= client.clock.left()) throw lost ?? error;
			onRetry(`Rate limit: waiting ${inSeconds(limit)}, until ${clockTime(client.clock.now() + limit)}.`);
			if (!await pause(client.clock, limit)) throw lost ?? error;
			continue;
		}
		if (error.outcome === "not done") throw await explainRefusal(client, error, state);
		lost = error;
		if (wait >= client.clock.left()) throw lost;
		onRetry(`${whatWasLost$1(error)}; looking in ${inSeconds(wait)} whether the edit was made.`);
		if (!await pause(client.clock, wait)) throw lost;
		const now = await readState(client, id).catch(() => null);
		if (now && changesOf(named, now).length === 0) return now;
		if (now && !isLast) onRetry("Not made; sending it again.");
	}
	throw lost;
}
function whatWasLost$1({ failure: { answer, cause } }) {
	if (answer) return `The answer was ${answer.status}, which leaves open whether the edit was made`;
	const code = codeOf(cause);
	return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
async function send(client, path, body) {
	try {
		const answer = await client.call("PUT", path, { body });
		if (isStored(answer.json)) return stateOf(answer, null);
		const failure = {
			method: "PUT",
			path,
			origin: client.origin,
			proxy: "",
			answer,
			json: answer.json
		};
		return new MastodonError(failure, {
			what: "The answer is no status.",
			why: "",
			cure: ""
		}, "unknown");
	} catch (error) {
		if (error instanceof MastodonError) return error;
		throw error;
	}
}
async function explainRefusal(client, error, { entity }) {
	const explained = orMissingScope(error, "write:statuses", "To edit a status");
	const { failure } = error;
	if (explained !== error || !failure.answer || !(isMissing(error) || failure.answer.status === 403)) return explained;
	const author = asObject$1(entity.account);
	const own = await ownId(client);
	if (own === author.id && failure.answer.status === 403) return error;
	const why = own === author.id ? "The status is this account's own, so it is the server that cannot edit." : `It is by ${handleOf(author, client.origin)}, and an account edits its own statuses only${own === null ? "; or the server cannot edit" : ""}.`;
	const what = `${hostOf(failure)} did not edit ${String(entity.url ?? entity.uri)}: ${told({
		...failure,
		answer: failure.answer
	})}.`;
	const cure = own === author.id ? "Post anew." : "Check the id, or post anew.";
	return new MastodonError(failure, {
		what,
		why,
		cure
	}, error.outcome);
}
async function ownId(client) {
	try {
		return asObject$1((await client.call("GET", "/api/v1/accounts/verify_credentials")).json).id ?? null;
	} catch {
		return null;
	}
}
// src/mastodon/look/recognise.ts
const SAME_TIME = 6e4;
function recognise(sight, wanted) {
	const { since, beyond, taken } = wanted;
	const isIn = (status, time) => !isOlder(status.created_at, time, sight.skew);
	const own = sight.statuses.filter((status) => !status.reblog && !taken.has(String(status.id)) && !Number.isNaN(apiTime(status.created_at))).filter((status) => isIn(status, since - beyond)).map((status) => ({
		status,
		isRecent: isIn(status, since),
		...likenessOf(status, wanted)
	})).toReversed().sort((one, other) => Number(other.isTied) - Number(one.isTied) || timeOf(one) - timeOf(other));
	const isPrivateWord = ({ visibility }) => visibility === "direct" && sight.visibility !== "" && sight.visibility !== "direct";
	return (own.find(({ isRecent, hasText }) => isRecent && hasText) ?? own.find(({ isRecent, hasLink, status }) => isRecent && hasLink && !isPrivateWord(status)) ?? own.find(({ hasText, hasLink }) => hasText && hasLink))?.status ?? sight.scheduled.find((entry) => isSameSchedule(entry, wanted)) ?? null;
}
function timeOf({ status }) {
	return apiTime(status.created_at);
}
function likenessOf(status, { text, subjectUrl, previous, replyTo }) {
	const html = textOf(status.content);
	const up = contentWithAddresses(html);
	const reply = status.in_reply_to_id == null ? null : String(status.in_reply_to_id);
	const isTied = reply === (previous ?? replyTo ?? null);
	const mayBe = isTied || reply === null || previous === null && replyTo === void 0;
	const isBlank = text.trim() === "";
	const links = [...linksIn(html), textOf(asObject$1(status.card).url)];
	const isAbout = subjectUrl !== "" && (links.some((link) => isSameAddress(link, subjectUrl)) || namesAddress(up, subjectUrl));
	return {
		hasText: mayBe && isSameText(up, text) && (!isBlank || hasMedia(status)),
		hasLink: isTied && previous === null && isAbout && namesAddress(text, subjectUrl),
		isTied
	};
}
function hasMedia({ media_attachments: media }) {
	return Array.isArray(media) && media.length > 0;
}
function isSameSchedule(entry, { text, subjectUrl, scheduledAt }) {
	const params = asObject$1(entry.params);
	const own = textOf(params.text);
	const isSameTime = scheduledAt === void 0 || Math.abs(apiTime(entry.scheduled_at) - apiTime(scheduledAt)) <= SAME_TIME;
	const hasLink = subjectUrl !== "" && namesAddress(text, subjectUrl) && namesAddress(own, subjectUrl);
	return isSameTime && (hasLink || isSameText(own, text));
}
// src/mastodon/look/earlier.ts
async function lookForEarlier(client, lookout, window, onRetry) {
	for (let tries = 1;; tries += 1) {
		const sight = await lookout.look({
			...window,
			beyond: 0
		});
		const { gap } = sight;
		const wait = waitBeforeRetry(tries);
		if (!gap || gap.forGood || tries >= 4 || client.clock.left() <= wait) return sight;
		onRetry(`The look for an earlier post failed (${gap.why}); looking again in ${inSeconds(wait)}.`);
		if (!await pause(client.clock, wait)) return sight;
	}
}
function findEarlier(client, sight, sought) {
	const entity = recognise(sight, {
		...sought,
		beyond: 0,
		replyTo: void 0,
		scheduledAt: void 0
	});
	if (!entity) return null;
	const known = {
		duplicate: true,
		status: 0,
		took: 0,
		response: JSON.stringify(entity)
	};
	return publishedOf(client.origin, entity, sought.text, known);
}
async function relyOnKey(client, gap, { since, scheduled }, onRetry) {
	const isAlive = client.clock.now() - since < KEY_LIFE;
	if (isAlive && await heedsKeys(client, scheduled ? "scheduled" : "status")) return onRetry(`Whether it is there cannot be seen (${gap.why}); sending it all the same, which the key makes safe.`);
	throw cannotSee(client, gap, isAlive ? "This server is not known to heed an Idempotency-Key, so that posting now could make a second post." : "An Idempotency-Key from then may be forgotten by now, so that posting now could make a second post.");
}
async function findPosted(client, { text, subjectUrl, ...window }, onRetry) {
	const sight = await lookForEarlier(client, openLookout(client), {
		...window,
		scheduled: false
	}, onRetry);
	const found = findEarlier(client, sight, {
		text,
		subjectUrl,
		previous: null,
		taken: /* @__PURE__ */ new Set(),
		since: window.since
	});
	if (!found && sight.gap) throw cannotSee(client, sight.gap, "To post without knowing could make a second post.", "or name the status by its id or address.");
	return found;
}
function cannotSee(client, gap, why, otherwise = "or set `duplicate-check: never` to post without looking.") {
	if (gap.error && (gap.error.failure.answer?.status === 401 || !gap.forGood)) return gap.error;
	const failure = gap.error?.failure ?? {
		method: "GET",
		path: "/api/v1/accounts/verify_credentials",
		origin: client.origin,
		proxy: ""
	};
	const what = `Whether this was posted before cannot be seen: ${gap.why}.`;
	const cure = `${gap.lacksScope ? "Use a token with the scopes `read:statuses` and `profile`;" : "Look at the account yourself;"} ${otherwise}`;
	return new MastodonError(failure, {
		what,
		why,
		cure
	}, "not done");
}
// src/mastodon/diagnosis/refused-media.ts
const KINDS = [
	[
		/description.*too long|too long.*description/i,
		"The description is longer than the server takes.",
		"Shorten it."
	],
	[
		/\d+x\d+|dimension|matrix|resolution/i,
		"It has more pixels than the server takes; of a GIF that is much less than of other images.",
		"Make it smaller."
	],
	[
		/frame ?rate|\dfps\b/i,
		"It has more frames a second than the server takes.",
		"Encode it with 60 or fewer."
	],
	[
		/no video stream/i,
		"It is a video file without a picture.",
		"Save its sound alone, as MP3."
	],
	[
		/could not be verified/i,
		"The server cannot tell its kind, so it may be cut or damaged.",
		"Save it anew."
	],
	[
		/thumbnail.*(blank|absent|must)/i,
		"Only a video or a sound has a thumbnail.",
		"Leave `thumbnail` out."
	],
	[
		/content type|file type|media type|mime|unsupported|not supported|file is invalid/i,
		"The server does not take this kind of file, or not as it is encoded.",
		"Convert it: to PNG or JPEG, for a video to MP4 (H.264), for sound to MP3."
	],
	[
		/too large|too big|file size|less than/i,
		"It is larger than the server takes.",
		"Make it smaller."
	],
	[
		/process/i,
		"The file is damaged, or encoded in a way that the server cannot read.",
		"Check that it opens, and save it anew."
	]
];
function explainMedia(failure, label) {
	const { status } = failure.answer;
	const host = hostOf(failure);
	const sentence = serverSentence(failure);
	const what = failure.method === "GET" ? `${host} could not process ${label}: ${told(failure)}.` : `${host} refused ${label}: ${told(failure)}.`;
	if (status === 413) return {
		what,
		why: "It is larger than the server, or the proxy in front of it, lets through.",
		cure: "Make it smaller, or ask the instance's admins for their limit."
	};
	if ([
		404,
		405,
		501
	].includes(status)) return {
		what,
		why: "The server takes no media through this API, or something in front of it does not let them through.",
		cure: "Leave the media out, or ask the instance's admins."
	};
	if (!(status === 400 || status === 415 || status === 422 || status === 500 && /process/i.test(sentence)) || !isApiError(failure.json) || /authenticated user/i.test(sentence)) return null;
	const [, why, cure] = KINDS.find(([words]) => words.test(sentence)) ?? [];
	return {
		what,
		why: why ?? "",
		cure: cure ?? "Change what the server minds, and run again."
	};
}
// src/mastodon/media/processing.ts
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5e3;
const GROWTH = 1.5;
const MOST_FAILURES = 5;
async function awaitProcessing(client, id, upload) {
	const { clock } = client;
	const path = `/api/v1/media/${encodeURIComponent(id)}`;
	const began = clock.now();
	let pause = FIRST_PAUSE;
	let failures = 0;
	for (;;) {
		if (clock.left() <= pause) throw tooSlow({
			method: "GET",
			path,
			origin: client.origin,
			proxy: ""
		}, upload, clock.now() - began);
		await clock.wait(pause);
		pause = Math.min(pause * GROWTH, LONGEST_PAUSE);
		try {
			const answer = await client.call("GET", path);
			failures = 0;
			const { url } = asObject$1(answer.json);
			if (answer.status === 200 && typeof url === "string" && url !== "") return;
		} catch (error) {
			if (!(error instanceof MastodonError)) throw error;
			const { failure } = error;
			if (isRefused(failure)) return;
			if (failure.answer?.status === 422) {
				const diagnosis = explainMedia({
					...failure,
					answer: failure.answer
				}, upload.label);
				throw new MastodonError(failure, diagnosis ?? error.diagnosis, "not done");
			}
			if (failure.cause?.name === "TimeoutError") throw tooSlow(failure, upload, clock.now() - began);
			if (failure.answer?.status !== 429) failures += 1;
			if (failures === MOST_FAILURES) throw new MastodonError(failure, error.diagnosis, "not done");
			pause = LONGEST_PAUSE;
		}
	}
}
function tooSlow(failure, { label, file }, milliseconds) {
	const seconds = Math.round(milliseconds / 1e3);
	const diagnosis = {
		what: `${hostOf(failure)} was still processing ${label} (${formatSize(file.size)}) when the time limit was over, ${seconds} s after it was sent.`,
		why: "The server takes long over files of this kind, or its queue is full.",
		cure: "Allow more time, or make the file smaller."
	};
	return new MastodonError(failure, diagnosis, "not done");
}
function isRefused({ answer, json }) {
	if (!answer) return false;
	const { status } = answer;
	if (status < 400) return json === void 0;
	return status < 500 && ![
		408,
		422,
		425,
		429
	].includes(status) || status === 501;
}
// src/mastodon/media/progress.ts
const FIRST_LINE = 2e3;
const NEXT_LINE = 5e3;
async function tellProgress(clock, jobs, report, end) {
	try {
		await clock.wait(FIRST_LINE);
		while (!end.aborted) {
			const news = jobs.flatMap(newsOf);
			if (news.length > 0) report.progress(`Uploading ${news.join("; ")}`);
			await clock.wait(NEXT_LINE);
		}
	} catch {}
}
function newsOf({ upload: { label, file }, sent, state }) {
	if (state === "processing") return [`${label}: the server is still processing it`];
	if (state !== "sending") return [];
	if (sent >= file.size) return [`${label}: all ${formatSize(file.size)} sent, the server has not answered yet`];
	return [`${label}: ${formatSize(sent)} of ${formatSize(file.size, sent)} sent`];
}
// src/mastodon/media/sending.ts
const PAUSES = [
	2e3,
	5e3,
	1e4
];
const RATE_PAUSES = [
	1e4,
	2e4,
	4e4
];
async function sendMedia(client, job, report) {
	let path = "/api/v2/media";
	let tries = 0;
	for (;;) {
		job.sent = 0;
		try {
			return attachmentOf(await client.call("POST", path, { form: formOf(job) }), client, path);
		} catch (error) {
			if (!(error instanceof MastodonError)) throw error;
			const { failure } = error;
			if (path === "/api/v2/media" && [
				404,
				405,
				501
			].includes(failure.answer?.status ?? 0)) {
				path = "/api/v1/media";
				continue;
			}
			const pause = pauseAfter(failure, tries, client.clock);
			if (pause === null) throw finalError(error, job, tries);
			report.progress(`Uploading ${job.upload.label} again in ${Math.ceil(pause / 1e3)} s: ${inShort(failure)}.`);
			tries += 1;
			job.state = "waiting";
			await client.clock.wait(pause);
			job.state = "sending";
		}
	}
}
function formOf(job) {
	const { file, description, focus, thumbnail } = job.upload;
	return [
		...description === "" ? [] : [{
			name: "description",
			value: description
		}],
		...focus === "" ? [] : [{
			name: "focus",
			value: focus
		}],
		...thumbnail === null ? [] : [{
			name: "thumbnail",
			file: thumbnail
		}],
		{
			name: "file",
			file: counted(file, job)
		}
	];
}
function counted(file, job) {
	return {
		...file,
		async *read() {
			for await (const chunk of file.read()) {
				yield chunk;
				job.sent += chunk.length;
			}
		}
	};
}
function attachmentOf(answer, client, path) {
	const { id, url } = asObject$1(answer.json);
	if (typeof id === "string" && id !== "" || typeof id === "number") return {
		id: String(id),
		isReady: typeof url === "string" && url !== ""
	};
	const failure = {
		method: "POST",
		path,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	};
	const what = `${hostOf(failure)} answered ${answer.status} to POST ${path}, but the answer is no media attachment.`;
	throw new MastodonError(failure, {
		what,
		why: "The server does not keep to the Mastodon API, or something in front of it answered.",
		cure: "Run again later."
	}, "not done");
}
function pauseAfter(failure, tries, clock) {
	const pause = failure.answer ? pauseAfterAnswer({
		...failure,
		answer: failure.answer
	}, tries, clock) : isHopeless(failure.cause) ? void 0 : PAUSES[tries];
	return pause !== void 0 && pause < clock.left() ? pause : null;
}
function pauseAfterAnswer(failure, tries, clock) {
	const { status } = failure.answer;
	if (status === 429) {
		const pause = RATE_PAUSES[tries];
		return pause === void 0 ? void 0 : waitOf(failure.answer, clock.now()) ?? pause;
	}
	return (status === 408 || status >= 500 && !/processing/i.test(serverSentence(failure))) && status !== 501 ? PAUSES[tries] : void 0;
}
function isHopeless(cause) {
	const code = codeOf(cause);
	const name = cause?.name ?? "";
	return isTlsError(code) || ["ENOTFOUND", "ERR_PROXY_ADDRESS"].includes(code) || /^(Timeout|Abort)Error$/.test(name);
}
function inShort(failure) {
	const { answer, cause } = failure;
	if (answer) return `${hostOf(failure)} answered ${told({
		...failure,
		answer
	})}`;
	return `the connection to ${hostOf(failure)} broke (${codeOf(cause) || cause?.message})`;
}
function finalError(error, job, tries) {
	const { failure } = error;
	const { label, file } = job.upload;
	if (failure.answer) {
		const explained = orMissingScope(error, "write:media", "To attach media");
		if (explained instanceof MastodonError && explained !== error) return explained;
		const diagnosis = explainMedia({
			...failure,
			answer: failure.answer
		}, label);
		return new MastodonError(failure, diagnosis ?? error.diagnosis, "not done");
	}
	const host = hostOf(failure);
	const sent = `${formatSize(job.sent)} of ${formatSize(file.size, job.sent)}`;
	if (failure.cause?.name === "TimeoutError") {
		const isSent = job.sent >= file.size;
		const diagnosis = {
			what: isSent ? `${host} had not answered to ${label} when the time limit was over, though all of it was sent.` : `${sent} of ${label} were sent to ${host} when the time limit was over.`,
			why: isSent ? "The server takes long over files of this kind." : "The line is slow for a file of this size.",
			cure: "Allow more time, or make the file smaller."
		};
		return new MastodonError(failure, diagnosis, "not done");
	}
	if (job.sent > 0 && tries > 0) {
		const diagnosis = {
			what: `The connection to ${host} broke ${tries + 1} times while ${label} was sent, at last after ${sent}.`,
			why: "The file may be larger than what stands in front of the instance lets through, or the line is bad.",
			cure: "Make the file smaller, or run again later."
		};
		return new MastodonError(failure, diagnosis, "not done");
	}
	return new MastodonError(failure, error.diagnosis, "not done");
}
// src/mastodon/media/media.ts
const AT_ONCE = 4;
const DELETION_TIMEOUT = 1e4;
async function uploadMedia(client, uploads, report) {
	const stop = new AbortController();
	const bounded = client.within(stop.signal);
	const jobs = uploads.map((upload) => ({
		upload,
		sent: 0,
		state: "waiting"
	}));
	const ids = [];
	const waiting = jobs.entries();
	const worker = async () => {
		for (const [index, job] of waiting) {
			job.state = "sending";
			const { id, isReady } = await sendMedia(bounded, job, report);
			ids[index] = id;
			job.state = "processing";
			if (!isReady) await awaitProcessing(bounded, id, job.upload);
			job.state = "ready";
		}
	};
	const workers = Array.from({ length: Math.min(AT_ONCE, jobs.length) }, worker);
	const telling = tellProgress(bounded.clock, jobs, report, stop.signal);
	try {
		await Promise.all(workers);
		return ids;
	} catch (error) {
		stop.abort();
		await Promise.allSettled(workers);
		await deleteMedia(client, Object.values(ids));
		throw error;
	} finally {
		stop.abort();
		await telling;
	}
}
async function deleteMedia(client, ids) {
	const bounded = client.within(DELETION_TIMEOUT);
	const deletions = ids.map((id) => bounded.call("DELETE", `/api/v1/media/${encodeURIComponent(id)}`));
	await Promise.allSettled(deletions);
}
// src/mastodon/publish/key.ts
function keyOf(token, origin, identity, part, generation) {
	return createHmac$1("sha256", token).update(JSON.stringify([
		origin,
		identity,
		part,
		generation
	])).digest("base64url");
}
// src/mastodon/publish/pin.ts
async function pinStatus(client, id, accountId) {
	try {
		const { json } = await client.call("POST", `/api/v1/statuses/${encodeURIComponent(id)}/pin`);
		return asObject$1(json).pinned === false ? "Not pinned: the server took the request, and did nothing." : null;
	} catch (error) {
		return await whyNotPinned(client, error, id, accountId);
	}
}
async function whyNotPinned(client, error, id, accountId) {
	const explained = orMissingScope(error, "write:accounts", "To pin a status");
	if (!(error instanceof MastodonError) || explained !== error) return `Not pinned. ${explained.message}`;
	const status = await entityOf(client, `/api/v1/statuses/${encodeURIComponent(id)}`);
	const author = accountId || String(asObject$1(status.account).id ?? "");
	const pinned = author === "" ? [] : await pinnedBy(client, author);
	if (status.pinned === true || pinned.some((other) => String(other.id) === id)) return null;
	const { failure } = error;
	const said = failure.answer ? told({
		...failure,
		answer: failure.answer
	}) : silence(error);
	if (!failure.answer || failure.answer.status >= 500) return `Perhaps not pinned, look at the profile: ${said}.`;
	if (status.visibility === "direct") return `Not pinned: a \`direct\` status cannot be pinned. ${said}.`;
	const sentence = serverSentence(failure);
	if ((sentence === "" ? pinned.length > 0 : /maximum|limit|too many/i.test(sentence)) && [
		400,
		403,
		422
	].includes(failure.answer.status)) {
		const list = pinned.map(({ url, uri }) => String(url ?? uri));
		return `Not pinned: the account has as many pinned statuses as the server allows. Unpin ${list.length === 0 ? "one of them first." : `one of these first: ${list.join(" ")}`}`;
	}
	if (failure.answer.status === 401) return `Not pinned: ${said}. The token has just been accepted for the status, so it may lack the scope write:accounts. Make a new token with write:accounts as well, and store it as the secret.`;
	if ([
		404,
		405,
		501
	].includes(failure.answer.status)) return `Not pinned: the server cannot pin${status.id !== void 0 ? "" : ", or does not know the status any more"}. ${said}.`;
	return `Not pinned: ${said}.`;
}
function silence({ failure: { method, path, cause }, message }) {
	return cause?.name === "TimeoutError" ? `${method} ${path} had no answer when the time limit was over` : message.replace(/\.$/, "");
}
async function entityOf(client, path) {
	return asObject$1(await read(client, path) ?? {});
}
async function pinnedBy(client, accountId) {
	const list = await read(client, `/api/v1/accounts/${encodeURIComponent(accountId)}/statuses?pinned=true&limit=40`);
	return Array.isArray(list) ? list.map(asObject$1).filter((status) => status.pinned !== false) : [];
}
async function read(client, path) {
	try {
		return (await client.call("GET", path)).json;
	} catch {
		return null;
	}
}
// src/mastodon/publish/send-status.ts
const PATH = "/api/v1/statuses";
const REQUEST_LIMIT = 6e4;
async function sendStatus(client, params, key, began = client.clock.now()) {
	const sent = client.clock.now();
	const options = {
		body: { ...params },
		headers: { "idempotency-key": key }
	};
	const answer = await client.within(REQUEST_LIMIT).call("POST", PATH, options);
	const answered = client.clock.now();
	if (!isStored(answer.json)) {
		const failure = {
			method: "POST",
			path: PATH,
			origin: client.origin,
			proxy: "",
			answer,
			json: answer.json
		};
		throw new MastodonError(failure, {
			what: "The answer is no status.",
			why: "",
			cure: ""
		}, "unknown");
	}
	const entity = asObject$1(answer.json);
	const known = {
		status: answer.status,
		took: answered - sent,
		response: answer.text
	};
	const duplicate = isOlder(entity.created_at, began, skewOf(answer.headers, answered));
	return publishedOf(client.origin, entity, params.status, {
		...known,
		duplicate
	});
}
// src/mastodon/publish/settle.ts
const SETTLED = 62e3;
const SOON = 5e3;
const LATER$1 = [
	1e4,
	15e3,
	3e4
];
const RESERVE = 5e3;
function settledAt(sent) {
	return sent + SETTLED;
}
async function settle(client, lookout, lost, wanted, options, onWait) {
	const { clock } = client;
	let absences = 0;
	let gap = null;
	let why = whatWasLost(lost.error);
	for (const [looks, pauseAfter] of [SOON, ...LATER$1].entries()) {
		const due = looks === 0 ? soonest(lost.error, clock.now()) : Math.max(pauseAfter, settledAt(lost.sent) - clock.now());
		const wait = Math.min(due, clock.left() - RESERVE);
		if (wait <= 0) return { kind: "time is over" };
		onWait(`${why}; looking in ${inSeconds(wait)} whether the status is there.`);
		if (!await pause(clock, wait)) return { kind: "time is over" };
		const sight = await lookout.look(options);
		const entity = recognise(sight, wanted);
		if (entity) return {
			kind: "found",
			entity,
			sight
		};
		gap = sight.gap;
		if (gap?.forGood) return {
			kind: "cannot tell",
			gap
		};
		if (gap === null) absences += 1;
		if (gap === null && absences >= 2 && clock.now() >= settledAt(lost.sent)) return { kind: "absent" };
		why = gap ? `The look failed (${gap.why})` : "Not there yet";
	}
	return gap ? {
		kind: "cannot tell",
		gap
	} : { kind: "absent" };
}
function soonest({ failure: { answer } }, now) {
	const asked = answer ? waitOf(answer, now) : null;
	return Math.min(Math.max(SOON, asked ?? 0), LATER$1.at(-1));
}
function whatWasLost({ failure: { answer, cause } }) {
	if (answer) return `The answer was ${answer.status}, which leaves open whether the status is stored`;
	if (cause?.name === "TimeoutError") return "No answer in time";
	const code = codeOf(cause);
	return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
// src/mastodon/publish/unresolved.ts
const LATER = "Run again when the server is well: a re-run looks first.";
const timeIsOver = {
	why: "The time limit was over before it was known whether the status is there.",
	cure: "Allow more time."
};
const keyless = {
	why: "It is not among the account's statuses, but this server is not known to heed an Idempotency-Key, so that sending it again could make two.",
	cure: LATER
};
const givenUp = {
	why: `It is not among the account's statuses, though it was sent 4 times.`,
	cure: LATER
};
const triedBefore = {
	why: "What became of the try before is not known.",
	cure: LATER
};
function blind({ why, forGood, lacksScope }) {
	const cure = lacksScope ? "A token with the scopes `read:statuses` and `profile` lets the action look." : forGood ? "Look at the account yourself." : LATER;
	return {
		why: `Whether the status is there cannot be seen: ${why}.`,
		cure
	};
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
async function unresolved(client, error, { why, cure }) {
	const { diagnosis } = await diagnose(inDoubt(error), client);
	return new MastodonError(error.failure, {
		what: diagnosis.what,
		why,
		cure
	}, "unknown");
}
function inDoubt({ failure, diagnosis }) {
	return new MastodonError(failure, diagnosis, "unknown");
}
// src/mastodon/publish/post-part.ts
async function postPart(client, lookout, part, progress) {
	const { clock } = client;
	const { params, keySince } = part;
	const began = clock.now();
	let generation = 0;
	let limits = 0;
	let wasSent = keySince !== null;
	let isAbsent = false;
	let isOpen = false;
	const keyEnds = (keySince ?? began) + KEY_LIFE;
	for (let tries = 1;; tries += 1) {
		if (keySince !== null && clock.now() >= keyEnds) throw keyIsOver(client);
		progress.onSending(part.name);
		const sent = clock.now();
		let error;
		try {
			const published = await sendStatus(client, params, part.keyOf(generation), began);
			progress.onSending(null);
			return published;
		} catch (failed) {
			if (!(failed instanceof MastodonError)) throw failed;
			error = failed;
		}
		const { answer, cause } = error.failure;
		const isLast = tries >= 4;
		const isSpent = answer !== void 0 && leadsToFailure(answer);
		if (isSpent && isReplayed(answer) && (error.outcome === "not done" || isAbsent) && !isLast) {
			generation += 1;
			isOpen = false;
			progress.onRetry(`The server repeats an old answer (${answer.status}); sending it again with another key.`);
			continue;
		}
		if (error.outcome === "unknown" || wasSent && mayBeRepeat(error)) {
			wasSent = true;
			const next = await afterLoss(error, sent, tries, isSpent);
			if (typeof next === "object") return next;
			isAbsent = next === "absent";
			isOpen = !isAbsent;
			if (isSpent) generation += 1;
			continue;
		}
		if (!isOpen) progress.onSending(null);
		if (answer?.status === 429) limits += 1;
		else if (answer || !mayPass(cause)) throw await inTheEnd(error);
		const wait = answer ? waitForLimit(answer, limits, clock.now()) : waitBeforeRetry(tries);
		const isTooLate = (isOpen || keySince !== null) && clock.now() + wait >= keyEnds;
		if (isLast || isTooLate || wait >= clock.left()) throw await inTheEnd(error);
		progress.onRetry(answer ? `Rate limit: waiting ${inSeconds(wait)}, until ${clockTime(clock.now() + wait)}.` : `No connection (${codeOf(cause) || "no reason given"}); trying again in ${inSeconds(wait)}.`);
		if (!await pause(clock, wait)) throw await inTheEnd(error);
	}
	async function inTheEnd(error) {
		return isOpen ? unresolved(client, error, triedBefore) : error;
	}
	async function afterLoss(error, sent, tries, isSpent) {
		const { answer } = error.failure;
		const told = answer && tries === 1 && mayComeFromElsewhere(answer) ? await diagnose(error, client) : error;
		if (part.maySince === null && part.previous === null && error.outcome === "unknown" && told.outcome === "not done") throw told;
		const scheduled = params.scheduled_at !== void 0;
		const since = Math.min(part.maySince ?? began, isSpent ? began - KEY_LIFE : began);
		const options = {
			since,
			beyond: KEY_LIFE,
			visibility: params.visibility,
			scheduled
		};
		const fate = await settle(client, lookout, {
			error,
			sent
		}, wantedOf(since), options, progress.onRetry);
		if (fate.kind === "found") return found(fate);
		if (fate.kind === "absent" && error.outcome === "not done") throw error;
		if (fate.kind === "time is over") throw await unresolved(client, error, timeIsOver);
		const heeds = await heedsKeys(client, scheduled ? "scheduled" : "status");
		const isLast = tries >= 4;
		if (fate.kind === "absent") {
			if (isLast || !heeds) throw await unresolved(client, error, isLast ? givenUp : keyless);
			progress.onRetry("Not there at the last look either; sending it again, which the key makes safe.");
			return "absent";
		}
		const isKeySafe = heeds && error.outcome === "unknown" && !isSpent;
		const wait = Math.max(0, settledAt(sent) - clock.now());
		const isTooLate = clock.now() + wait >= keyEnds;
		if (isLast || !isKeySafe || isTooLate) throw await unresolved(client, error, blind(fate.gap));
		progress.onRetry(`Whether it is there cannot be seen (${fate.gap.why}); sending it again in ${inSeconds(wait)}, which the key makes safe.`);
		if (wait > 0 && !await pause(clock, wait)) throw await unresolved(client, error, timeIsOver);
		return "key decides";
	}
	function wantedOf(since) {
		const { subjectUrl, previous, taken } = part;
		const text = params.status.trim() === "" ? params.spoiler_text ?? "" : params.status;
		const replyTo = params.in_reply_to_id ?? null;
		return {
			text,
			subjectUrl,
			previous,
			taken,
			since,
			beyond: KEY_LIFE,
			replyTo,
			scheduledAt: params.scheduled_at
		};
	}
	function found({ entity, sight }) {
		progress.onSending(null);
		const duplicate = isOlder(entity.created_at, began, sight.skew);
		const known = {
			status: 0,
			took: 0,
			response: JSON.stringify(entity)
		};
		return publishedOf(client.origin, entity, params.status, {
			...known,
			duplicate
		});
	}
}
function mayBeRepeat({ failure: { answer } }) {
	return answer !== void 0 && [
		400,
		404,
		409,
		422
	].includes(answer.status) && !isReplayed(answer);
}
function leadsToFailure(answer) {
	return isReplayed(answer) && answer.status >= 300 || refusesKnownKey(answer);
}
function mayComeFromElsewhere(answer) {
	return isBotWall(answer) || answer.status === 501 || answer.status < 300 && isHtml(answer);
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
	let earlier = lookSince === null ? null : await lookForEarlier(client, lookout, window, watcher.onRetry);
	let keySince = null;
	const taken = /* @__PURE__ */ new Set();
	await postInOrder(client, texts.length, params.visibility, async (part, ties, previous) => {
		const text = texts[part];
		if (previous) taken.add(previous.id);
		if (earlier) {
			const known = text.trim() === "" ? params.spoiler_text ?? "" : text;
			const found = findEarlier(client, earlier, {
				text: known,
				subjectUrl,
				previous: previous?.id ?? null,
				taken,
				...window
			});
			if (found) return found;
			if (earlier.gap) {
				await relyOnKey(client, earlier.gap, window, watcher.onRetry);
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
// src/mastodon/publish/reference.ts
const ID = /^[\w-][\w.:=~-]*$/;
const BARE_ADDRESS = /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?\/./i;
const OWN_PATHS = [
	/^(?:\/web|\/deck)?\/@[^/]+\/(\d+)\/?$/,
	/^(?:\/ap)?\/users\/[^/]+\/statuses\/(\d+)\/?$/,
	/^\/web\/statuses\/(\d+)\/?$/,
	/^\/(?:@|users\/)[^/]+\/statuses\/([0-9A-HJKMNP-TV-Z]{26})\/?$/,
	/^\/@[^/]+\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
	/^\/notice\/([0-9A-Za-z]+)\/?$/
];
const PROFILE = /^\/(?:@[^/]+|users\/[^/]+|u\/[^/]+)\/?$/;
async function resolveStatus(client, idOrUrl, name) {
	const given = idOrUrl.trim();
	if (ID.test(given)) return given;
	const url = addressIn(given, name);
	if (PROFILE.test(url.pathname)) throw new Error(`${name} is ${quote(given)}, the address of a profile. Give the address or the id of a status.`);
	return (url.host === new URL(client.origin).host ? OWN_PATHS.map((path) => path.exec(url.pathname)?.[1]).find(Boolean) : void 0) ?? await search(client, url, name);
}
function addressIn(given, name) {
	const address = BARE_ADDRESS.test(given) ? `https://${given}` : given;
	const url = URL.canParse(address) ? new URL(address) : null;
	if (url && /^https?:$/.test(url.protocol) && !/\s/.test(address) && url.username === "") return url;
	const why = given === "" ? "empty" : `${quote(given)}, neither an id nor the address of a status`;
	throw new Error(`${name} is ${why}. Give the id that the status has on your instance, or its address, such as https://mastodon.social/@Mastodon/1.`);
}
async function search(client, url, name) {
	const path = `/api/v2/search?type=statuses&resolve=true&q=${encodeURIComponent(url.href)}`;
	const { host } = new URL(client.origin);
	const answer = await client.call("GET", path).catch((error) => {
		throw explainSearch(error, host, name);
	});
	const { statuses, accounts } = asObject$1(answer.json);
	const [status] = Array.isArray(statuses) ? statuses.map(asObject$1) : [];
	if (status && hasAddress(status, url) && isId(status.id)) return String(status.id);
	const failure = {
		method: "GET",
		path,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	};
	const fail = (what, why, cure) => new MastodonError(failure, {
		what,
		why,
		cure
	}, "not done");
	const asked = `${host} found`;
	if (status) {
		const other = String(status.url ?? status.uri);
		throw fail(`${asked} another status for ${name} than ${url.href}: ${other}.`, "The address leads on to that one, or the instance searched its texts.", "If that is the one you mean, give its address.");
	}
	if (Array.isArray(accounts) && accounts.length > 0) throw fail(`${asked} a profile at ${url.href}, which ${name} names, and no status.`, "", "Give the address of a status.");
	throw fail(`${asked} no status at ${url.href}, which ${name} names.`, "It is deleted, not public, or its server does not let this one fetch it.", "Open the address in a browser without logging in; if the status shows, give the id that it has on your instance.");
}
function hasAddress({ url, uri }, wanted) {
	return [url, uri].some((address) => typeof address === "string" && plain(address) === plain(wanted.href));
}
function plain(address) {
	if (!URL.canParse(address)) return address;
	const { host, pathname } = new URL(address);
	return `${host}${pathname.replace(/\/$/, "")}`.toLowerCase();
}
function explainSearch(error, host, name) {
	const explained = orMissingScope(error, "read:search", `To find the status that ${name} names by its address`, "give the id that the status has on your instance");
	if (!(error instanceof MastodonError) || explained !== error) return explained;
	if (![
		404,
		405,
		501
	].includes(error.failure.answer?.status ?? 0)) return error;
	return new MastodonError(error.failure, {
		what: `${host} cannot look up the status that ${name} names by its address.`,
		why: "Its software has no /api/v2/search.",
		cure: "Give the id that the status has on your instance."
	}, error.outcome);
}
function quote(text) {
	return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
// src/steps/deliver.ts
async function deliver(delivery, course) {
	const target = await statusToEdit(delivery);
	if (target !== null) course.advance({
		...course.result(),
		isEdit: true
	});
	const entity = target === null ? await publish(delivery, course) : await edit(delivery, target, course);
	if (delivery.inputs.pin) await pin(delivery, entity, course);
}
async function publish(delivery, course) {
	const { client, inputs, post, texts, scheduledAt, identity, subjectUrl, lookBack } = delivery;
	const params = paramsOf(inputs, post);
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
			attached = await attach(delivery);
			return attached;
		}
	};
	if (lookBack) log(`Looking for the same post since ${moment(lookBack.since)}, ${lookBack.why}.`);
	await publishIntent(client, intent, {
		onSending: course.onSending,
		onRetry: (line) => retry(line, course),
		onPublished(published, part) {
			if (part === 0) {
				first = published.entity;
				isDuplicate = published.duplicate;
			}
			const asked = {
				status: texts[part],
				...params,
				...part === 0 ? attached : {}
			};
			const remarks = part === 0 ? remarksOn(published, asked, post.media) : [];
			course.advance(added(course.result(), published, part, remarks));
			const name = texts.length === 1 ? "" : `part ${part + 1} of ${texts.length} `;
			if (published.status === 0) logFound(inputs.instanceUrl, name, published.url, whenOf(published));
			else logPosted(inputs.instanceUrl, name, published);
			course.settle();
		}
	}).catch(async (error) => {
		if (Object.keys(first).length === 0) await deleteLeftovers(client, error, attached.media_ids ?? []);
		throw error;
	});
	if (isDuplicate) await deleteMedia(client, unused(attached.media_ids ?? [], first));
	return first;
}
function unused(uploaded, { media_attachments: media }) {
	const borne = Array.isArray(media) ? media.map((item) => String(asObject$1(item).id)) : [];
	return uploaded.filter((id) => !borne.includes(id));
}
function remarksOn({ otherText, status, entity }, asked, media) {
	if (otherText === null) return [...differencesOf(asked, entity), ...mediaLosses(media, entity)];
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
async function attach({ client, post, scheduledAt }) {
	const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, client.clock.now());
	if (late !== null) throw new Error(late);
	const { inReplyTo, quoted, poll, media } = post;
	return {
		...inReplyTo === "" ? {} : { in_reply_to_id: await resolveStatus(client, inReplyTo, "`in-reply-to-id`") },
		...quoted === "" ? {} : { quoted_status_id: await resolveStatus(client, quoted, "`quoted-status-id`") },
		...scheduledAt === null ? {} : { scheduled_at: scheduleParameter(scheduledAt) },
		...poll ? { poll: {
			...poll,
			options: [...poll.options]
		} } : {},
		...media.length > 0 ? { media_ids: await upload(client, post) } : {}
	};
}
async function upload(client, { media }) {
	log(`Uploading ${media.length === 1 ? "one file" : `${media.length} files`} to ${client.origin} …`);
	return uploadMedia(client, media, { progress: log });
}
async function edit(delivery, id, course) {
	const { client, inputs, post, texts } = delivery;
	const { spoiler_text, language, sensitive, quote_approval_policy } = paramsOf(inputs, post);
	log(`Editing ${id} on ${inputs.instanceUrl} …`);
	course.onSending("the edit");
	let uploaded = [];
	const attach = async () => {
		course.onSending(null);
		uploaded = await upload(client, post);
		course.onSending("the edit");
		return uploaded;
	};
	const done = await editStatus(client, id, {
		status: texts[0],
		...spoiler_text === void 0 ? {} : { spoiler_text },
		...language === void 0 ? {} : { language },
		...sensitive === void 0 ? {} : { sensitive },
		...quote_approval_policy === void 0 ? {} : { quote_approval_policy },
		...post.poll ? { poll: post.poll } : {},
		...post.media.length > 0 ? { attach } : {}
	}, (line) => retry(line, course)).catch(async (error) => {
		if (isNotDone(error)) course.onSending(null);
		await deleteLeftovers(client, error, uploaded);
		throw error;
	});
	course.onSending(null);
	course.advance(edited(course.result(), done));
	course.settle();
	return done.entity;
}
async function deleteLeftovers(client, error, uploaded) {
	if (isNotDone(error)) await deleteMedia(client, uploaded);
}
function isNotDone(error) {
	return !(error instanceof MastodonError) || error.outcome === "not done";
}
async function statusToEdit({ client, inputs, post, texts, subjectUrl, subjectTime }) {
	if (post.edits === "") return null;
	if (post.edits !== "auto") return resolveStatus(client, post.edits, "`edit-status-id`");
	const { duplicateCheck, visibility } = inputs;
	const usual = client.clock.now() - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW);
	const since = Math.min(usual, subjectTime ?? usual);
	const found = await findPosted(client, {
		text: texts[0],
		subjectUrl,
		since,
		visibility
	}, log);
	if (found) return found.id;
	log("No status that announces the same was found, so a new one is posted.");
	return null;
}
async function pin({ client }, { account }, course) {
	const result = course.result();
	const [first] = result.parts;
	if (!first?.id || result.result === "scheduled") return;
	const problem = await pinStatus(client, first.id, String(asObject$1(account).id ?? ""));
	if (problem === null) log("Pinned to the profile.");
	const differences = problem === null ? result.differences : [...result.differences, problem];
	course.advance({
		...result,
		differences,
		isToPin: false
	});
}
function retry(line, course) {
	log(line);
	const result = course.result();
	course.advance({
		...result,
		retries: [...result.retries, line]
	});
}
function paramsOf(inputs, { spoilerText }) {
	const { visibility, language, sensitive, quoteApprovalPolicy } = inputs;
	return {
		...spoilerText === "" ? {} : { spoiler_text: spoilerText },
		...visibility === void 0 ? {} : { visibility },
		...language === void 0 ? {} : { language },
		...sensitive === void 0 ? {} : { sensitive },
		...quoteApprovalPolicy === void 0 ? {} : { quote_approval_policy: quoteApprovalPolicy }
	};
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
const WORDS = /[\p{Alphabetic}\p{Nd}][\p{Alphabetic}\p{M}\p{Nd}]*(?:[\xb7\u30fb\u200c][\p{Alphabetic}\p{M}\p{Nd}]+)*/gu;
const CAPITALISED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const UPPER_CASE = /\p{Lu}/u;
const EMOJI_MARKS = /[\ufe00-\ufe0f\u20e3]/g;
const SPOKEN = [
	[/(?<![\p{L}\p{N}])(c)\+\+/giu, "$1pp"],
	[/(?<=\p{L})#/gu, " sharp"],
	[/\+/g, " plus "],
	[/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/giu, "dot net"],
	[/(?<=[\p{L}\p{N}])\.js(?![\p{L}\p{N}])/giu, " JS"],
	[/['’]/g, ""]
];
function hashtag(value) {
	let text = nameOf(value).normalize("NFC").replace(EMOJI_MARKS, "").replace(/^#/, "");
	for (const [sign, spoken] of SPOKEN) text = text.replace(sign, spoken);
	const tag = `#${(text.match(WORDS) ?? []).map(capitalise).join(" ").replace(/(?<=\p{Nd}) (?=\p{Nd})/gu, "_").replaceAll(" ", "")}`;
	const [found] = findHashtags(tag);
	return found?.end === tag.length && /\p{Alphabetic}/u.test(tag) ? tag : "";
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
function capitalise(word) {
	if (!CAPITALISED.test(word) || UPPER_CASE.test(word)) return word;
	const [first = "", ...rest] = word;
	return first.toUpperCase() + rest.join("");
}
// src/status/template/mention-guard.ts
const GUARD = "‌";
function guardMentions(text, allowed) {
	const mentions = matchMentions(text).filter(({ handle }) => !allowed.has(handle.toLowerCase()));
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
	const { renderLiquid } = await import("./liquid.js");
	return renderLiquid(source, options.facts, {
		name,
		locale: options.locale,
		breakMark: options.breakMark,
		filters: {
			hashtag: (value) => hashtag(value),
			hashtags: (value, most) => hashtags(value, countOf(most)),
			plain_text: async (value) => {
				const { plainText } = await import("./plain-text.js");
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
		nonce: randomUUID().replaceAll("-", "")
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
function textsOf({ drafts, spoilerText, media, poll, idempotencyKey }) {
	return [
		...drafts.map(({ text }) => text),
		spoilerText,
		...media.map(({ description }) => description),
		...poll?.options ?? [],
		idempotencyKey
	];
}
// src/main.ts
const YIELD = 5e3;
var main_default = run();
async function run() {
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
		const post = await render(inputs, facts, await findMedia(inputs.media, environment.folders));
		refuseSecrets([...textsOf(post), JSON.stringify(inputs.data)], raw);
		const scheduledAt = resolveSchedule(post.scheduledAt, clock.now());
		const limits = await askLimits(client, inputs, post);
		const { maxCharacters: limit, counting } = limits ?? assumedLimits;
		const { spoilerText, guarded } = post;
		const { overflow, maxParts } = inputs;
		const plan = compose(post.drafts, {
			limit,
			counting,
			spoiler: spoilerText,
			overflow,
			maxParts
		});
		if (plan.parts.length === 0) throw new Error("The text came to nothing: every value that the template names is empty. Nothing is posted.");
		const attached = attachedOf(post, scheduledAt);
		result = planned(inputs, plan, {
			spoilerText,
			limit,
			limitAsked: limits !== null,
			guarded,
			attached
		});
		logPlan(result, inputs, facts);
		if (plan.tooLong) throw plan.tooLong;
		refuse(refusedOf(inputs, post, limits, result.parts.length));
		const texts = result.parts.map(({ text }) => text);
		for (const remark of remarksOf(inputs, post, texts)) warn(remark);
		if (inputs.dryRun || !client) {
			refuse(scheduledAt === null ? [] : [refusedSchedule(scheduledAt, clock.now())]);
			const account = client && inputs.accessToken ? await verifyAccount(client) : null;
			return succeed({
				...result,
				result: "dry-run",
				handle: account?.handle ?? ""
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
		await failWith(error, result, client);
	} finally {
		cancellation.stop();
	}
}
function refuse(problems) {
	const real = problems.filter((problem) => problem !== null);
	if (real.length > 0) throw new InputError(real);
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
async function failWith(error, result, client) {
	if (error instanceof MastodonError && client) {
		const characters = result.parts.find(({ id }) => id === "")?.characters;
		const { message, failure, outcome } = await diagnose(error, client, { characters });
		const wasPosting = ["POST", "PUT"].includes(failure.method) ? outcome : "not done";
		const response = failure.answer?.text ?? "";
		const ended = broken(result, message, wasPosting, response);
		return fail(ended, [ended.reason], response);
	}
	const problems = error instanceof Error ? error.message.split("\n") : [String(error)];
	const trace = error instanceof TypeError || error instanceof RangeError ? error.stack ?? "" : "";
	fail(broken(result, problems.join("\n"), "not done", ""), problems, trace);
}
export { main_default as default };
