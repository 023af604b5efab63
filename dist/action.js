const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_mastodon = require("./mastodon.js");
const require_vendor = require("./vendor.js");
const require_vendor_liquid = require("./vendor-liquid.js");
let node_crypto = require("node:crypto");
let node_path = require("node:path");
let node_fs = require("node:fs");
// src/inputs/contradictions.ts
const PIN_AND_SCHEDULE = "`pin` needs a published status, and a scheduled one is not published yet. Leave one of the two out.";
function contradictions(inputs) {
	const found = [];
	const { editStatusId, scheduledAt, pin } = inputs;
	if (scheduledAt !== "" && pin) found.push(PIN_AND_SCHEDULE);
	if (editStatusId !== "" && scheduledAt !== "") found.push("`edit-status-id` changes a published status, so `scheduled-at` has no effect. Leave one of the two out.");
	if (editStatusId === "" || editStatusId === "auto") return found;
	const named = [
		["visibility", inputs.visibility !== void 0 || inputs.templates.visibility !== void 0],
		["in-reply-to-id", inputs.inReplyToId !== ""],
		["quoted-status-id", inputs.quotedStatusId !== ""]
	].filter(([, isGiven]) => isGiven).map(([name]) => `\`${name}\``);
	if (named.length > 0) found.push(`An edit cannot change ${named.join(", ")}: servers fix that when a status is posted. Leave ${named.length === 1 ? "it" : "them"} out, or delete the status and post it again.`);
	return found;
}
// src/inputs/names.ts
const inputNames = [
	"instance-url",
	"access-token",
	"status",
	"template-file",
	"status-file",
	"data",
	"feed",
	"files",
	"link",
	"wait-for-link",
	"max-posts",
	"max-age",
	"release-tag",
	"github-token",
	"spoiler-text",
	"content-type",
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
const announcement = `{{ entry.title }}

{{ entry.summary | fit }}

{{ entry.link }}

{{ entry.tags | hashtags: 4 }}`;
const foreignNames = {
	alt: "media",
	"alt-text": "media",
	"alt-texts": "media",
	"api-key": "access-token",
	"api-token": "access-token",
	"auth-token": "access-token",
	"base-url": "instance-url",
	"api-url": "instance-url",
	body: "status",
	"content-warning": "spoiler-text",
	content: "status",
	cw: "spoiler-text",
	format: "content-type",
	attachment: "media",
	attachments: "media",
	"api-endpoint": "instance-url",
	"feed-url": "feed",
	feedurl: "feed",
	feeds: "feed",
	"max-items": "max-posts",
	mastodoninstance: "instance-url",
	"post-limit": "max-posts",
	rss: "feed",
	"rss-feed": "feed",
	"rss-url": "feed",
	"status-visibility": "visibility",
	"status-visiblity": "visibility",
	"test-mode": "dry-run",
	testmode: "dry-run",
	file: "media",
	"file-paths": "files",
	"content-files": "files",
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
	mastodontoken: "access-token",
	"media-alt": "media",
	"media-description": "media",
	"media-descriptions": "media",
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
function undeclared(names) {
	const told = {
		near: [],
		others: [],
		meant: /* @__PURE__ */ new Set()
	};
	for (const name of names) {
		const ours = meantInput(name);
		if (ours === null) {
			const why = isCache(name) ? " It is not needed: the account itself tells what was posted." : "";
			told.others.push(`Unknown input \`${name}\`, which is ignored.${why}`);
		} else {
			told.meant.add(ours.name);
			told.near.push(`Unknown input \`${name}\`. ${ours.sentence}`);
		}
	}
	return told;
}
function meantInput(name) {
	return meantBy(name, inputNames, foreignNames);
}
function isCache(name) {
	return name.startsWith("cache");
}
function meantBy(name, known, elsewhere) {
	const plain = name.toLowerCase().replaceAll(/[_ ]/g, "-");
	if (Object.hasOwn(elsewhere, plain)) {
		const ours = elsewhere[plain];
		return {
			name: ours,
			sentence: `It is called \`${ours}\` here.`
		};
	}
	const maxDistance = Math.min(3, Math.floor(plain.length / 3));
	const near = require_vendor.closestMatch(plain, known, { maxDistance });
	return near === void 0 ? null : {
		name: near,
		sentence: `Did you mean \`${near}\`?`
	};
}
// src/inputs/values.ts
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
const contentTypes = [
	"text/plain",
	"text/markdown",
	"text/html"
];
function parseContentType(value) {
	return parseChoice("content-type", value, contentTypes);
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
	const tag = value.replaceAll("_", "-").replace(/^zh-(?=yue$)/i, "");
	try {
		Intl.getCanonicalLocales(tag);
		if (/^[a-z]{2,3}(-|$)/i.test(tag)) return tag;
	} catch {}
	throw new Error(`\`language\` is ${shown(value)}, which is not a language tag. Use ISO 639 or BCP 47, such as \`en\` or \`pt-BR\`.`);
}
const LONGEST_TAG = 255;
function parseTag(value) {
	const tag = value.replace(/^refs\/tags\//, "");
	if (tag.length <= LONGEST_TAG && !/[\s\p{Cc}~^:?*[\\]/u.test(tag)) return tag;
	throw new Error(`\`release-tag\` is ${shown(value)}, which is not a valid git tag. Write \`event\`, \`latest\`, or a tag.`);
}
function parseTimeout(value) {
	const milliseconds = require_mastodon.parseDuration(value);
	if (milliseconds === null) throw new Error(`\`timeout\` is ${shown(value)}. Write a number and a unit, such as \`90 seconds\` or \`5 minutes\`.`);
	if (milliseconds < 1e3 || milliseconds > 216e5) throw new Error(`\`timeout\` is ${require_mastodon.formatDuration(milliseconds)}. It must be between 1 second and 6 hours.`);
	return milliseconds;
}
function parseToken(value, remarks) {
	const token = value.trim();
	if (token !== value && token !== "") remarks.push("`access-token` had white space around it, which was removed. Save the secret again without it.");
	if (/^(['"`]).*\1$/s.test(token)) throw new Error("`access-token` is wrapped in quotes. Save the secret without them.");
	if (isReference(token)) throw new Error("`access-token` is the name of a secret, not its value. Write `secrets.` and the name between `${{` and `}}`.");
	if (/^bearer\s/i.test(token)) throw new Error("`access-token` starts with the word Bearer. Save only the token.");
	if (/^https?:\/\//i.test(token)) throw new Error("`access-token` is a web address. Have `access-token` and `instance-url` changed places?");
	if (/\s/.test(token)) throw new Error("`access-token` has white space inside it, so it is more than one token. Save only the token, on one line.");
	if (/[^\x21-\x7E]/.test(token)) throw new Error("`access-token` contains a character that no token has. Copy the token again and save it.");
	return token;
}
function isReference(value) {
	return /^(\$?\{\{.*\}\}|\$?\{?(secrets|vars|env|inputs)\.[\w-]+\}?|\$\{?\w+\}?|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)$/.test(value);
}
function joined$1(names) {
	return names.join(", ").replace(/, (?=[^,]*$)/, " and ");
}
function shown(value) {
	return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
const FARTHEST_LOOK = 316224e5;
function parseDuplicateCheck(value) {
	const word = value.toLowerCase();
	if (word === "rerun" || word === "never") return word;
	const milliseconds = require_mastodon.parseDuration(value);
	if (milliseconds !== null && milliseconds >= 6e4 && milliseconds <= FARTHEST_LOOK) return milliseconds;
	throw new Error(`\`duplicate-check\` is ${shown(value)}. Write \`rerun\` (look on re-runs only), \`never\`, or how far back to look on every run, from a minute to a year, such as \`24 hours\`.`);
}
const EXAMPLE = "https://mastodon.social";
const HOST = /^(?=.{1,254}$)([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[\da-f:.]+\])$/;
function parseInstanceUrl(value) {
	const text = value.trim();
	if (/^(['"`]).*\1$/s.test(text)) throw new Error("`instance-url` is wrapped in quotes. Save it without them.");
	if (isReference(text)) throw new Error(`\`instance-url\` is the name of a variable, not its value: ${shown(text)}. Write \`instance-url: \${{ vars.MASTODON_URL }}\`, with the name of yours.`);
	const handle = /^(?:acct:)?@?[^@\s/:]+@([^@\s/]+)$/.exec(text);
	if (handle) throw new Error(`\`instance-url\` is a handle, not an address. Set it to the account's server: \`https://${handle[1]}\`.`);
	const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
	const url = /\s/.test(text) || !URL.canParse(address) ? null : new URL(address);
	if (url === null || isWeb(url) && !HOST.test(url.hostname)) throw new Error(`\`instance-url\` is not a web address: ${shown(text)}. It should look like \`${EXAMPLE}\`.`);
	if (!isWeb(url)) throw new Error(`\`instance-url\` begins with \`${url.protocol}\`. It should look like \`${EXAMPLE}\`.`);
	if (url.username || url.password) throw new Error(`\`instance-url\` contains a user name or password. Set it to \`${url.origin}\`.`);
	if (url.protocol === "http:" && !require_mastodon.isLoopback(url.hostname)) throw new Error(`\`instance-url\` begins with http://, which would send the token unencrypted. Set it to \`https://${url.host}\`.`);
	if (url.pathname !== "/" || url.search || url.hash) {
		const extra = `${url.pathname}${url.search}${url.hash}`.replace(/^\/(?=[?#])/, "");
		throw new Error(`\`instance-url\` contains more than the server: ${shown(extra)}. Set it to \`${url.origin}\`.`);
	}
	return url.origin;
}
function isWeb({ protocol }) {
	return protocol === "https:" || protocol === "http:";
}
// src/inputs/yaml.ts
const MAX_LENGTH = 1048576;
async function parseYaml(input, source) {
	if (source.length > MAX_LENGTH) throw new Error(`\`${input}\` has ${require_mastodon.formatCount(source.length)} characters, the most is ${require_mastodon.formatCount(MAX_LENGTH)}.`);
	return require_mastodon.parseYamlText(source).catch(({ message, isYaml }) => {
		if (isYaml) throw new Error(`\`${input}\` ${message.replace(/^it /, "")}.`);
		throw new Error(`\`${input}\` is neither YAML nor JSON: ${message.replace(/\.$/, "")}. Pass expressions as \`\${{ toJSON(…) }}\`.`);
	});
}
async function parseData(source) {
	const value = await parseYaml("data", source);
	if (value === null || value === "") return {};
	if (typeof value !== "object") throw new Error("`data` must be a mapping, or a list for one post each. Write `name: value` lines, or pass an expression as `${{ toJSON(…) }}`.");
	return value;
}
// src/inputs/media.ts
const keys$2 = [
	"file",
	"description",
	"description-file",
	"focus",
	"thumbnail"
];
const otherNames$1 = {
	alt: "description",
	"alt-text": "description",
	alttext: "description",
	caption: "description",
	desc: "description",
	text: "description",
	"alt-file": "description-file",
	"alt-text-file": "description-file",
	filename: "file",
	"file-path": "file",
	image: "file",
	path: "file",
	src: "file",
	"focal-point": "focus",
	poster: "thumbnail",
	preview: "thumbnail",
	thumb: "thumbnail"
};
const QUOTE = "Put a path or description in quotes as a whole that begins with a quote or one of * & ! @ % ` [ {, or holds `: `: 'Speed: \"fast\"'.";
const OTHER_KEY = `Known keys: ${keys$2.join(", ")}. A path that holds \`: \` goes in quotes.`;
async function parseMedia(text) {
	return readMedia(await entriesOf(text.replaceAll("\r\n", "\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd()));
}
function readMedia(value) {
	const entries = Array.isArray(value) ? value : [value];
	const problems = [];
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
		if (!written.some(isStructure)) {
			const paths = written.filter((line) => !line.startsWith("#"));
			if (paths.length > 0 || written.length === 0) return paths.map(pathOf);
			throw new Error("`media` has only lines that begin with `#`, which are comments. A path that begins so goes in quotes.");
		}
		throw new Error("`media` mixes plain lines with YAML. Start each entry with `- `.");
	}
	const value = await parseYaml("media", text).catch((error) => {
		throw new Error(`${error.message} ${QUOTE}`);
	});
	return Array.isArray(value) ? value : [value];
}
function isFlow(text) {
	if (/^\{[{%]/.test(text)) return false;
	return /^[[{]\s*["[{]/.test(text) || /^\[.*\]$/s.test(text) || /^\{.*:.*\}$/s.test(text);
}
function isStructure(line) {
	if (/^-(\s|$)/.test(line)) return true;
	const key = /^(["']?)([\w-]+)\1\s*:(\s|$)/.exec(line)?.[2];
	return key !== void 0 && (keys$2.some((known) => known === key) || meantKey(key) !== null);
}
function pathOf(line) {
	const quoted = /^(["'])(.*)\1$/.exec(line)?.[2];
	if (quoted === void 0 && SEVERAL.test(line)) throw new Error(`\`media\` has several paths on one line: ${shown(line)}. Write each on a line of its own; a path that holds a comma goes in quotes.`);
	return quoted ?? line;
}
const SEVERAL = /^[^{,]+\.\w+\s*,\s*[^,]+\.\w+\s*(?:,|$)/;
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
		file: readFile(entry, refuse)
	};
	const given = new Map(Object.entries(entry));
	for (const key of given.keys()) if (!keys$2.some((known) => known === key)) refuse(`unknown key \`${key}\`. ${meantKey(key)?.sentence ?? OTHER_KEY}`);
	const text = (key) => {
		const value = given.get(key) ?? "";
		if (typeof value === "string") return value.trim();
		refuse(`\`${key}\` is ${nameOf$2(value)}. It must be a string; quote it if needed.`);
		return "";
	};
	const [description, descriptionFile] = [text("description"), text("description-file")];
	if (description !== "" && descriptionFile !== "") refuse("`description` and `description-file` exclude each other. Keep one of them.");
	return {
		file: given.has("file") || !isToldOtherwise(given) ? readFile(given.get("file"), refuse) : "",
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
	return [...given.keys()].some((key) => meantKey(key)?.name === "file");
}
function readFile(value, refuse) {
	if (value === void 0) refuse("`file` is missing. Write `file:` and a path.");
	else if (value === null || value === "") refuse("the path is empty: its expression evaluated to an empty string. Check the step or variable that it is taken from.");
	else if (typeof value !== "string") refuse(`${nameOf$2(value)} where a path should be. ${QUOTE}`);
	else if (/^https?:\/\//i.test(value.trim())) refuse(`${shown(value.trim())} is a web address. Download the file in an earlier step and give its path.`);
	else return value.trim();
	return "";
}
function readFocus(value, refuse) {
	const [, x = "", y = ""] = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*,\s*([-+]?(?:\d+\.?\d*|\.\d+))$/.exec(value) ?? [];
	if (value === "" || x !== "" && Math.abs(Number(x)) <= 1 && Math.abs(Number(y)) <= 1) return value === "" ? "" : `${Number(x)},${Number(y)}`;
	refuse(`\`focus\` is ${shown(value)}. Write \`x,y\`, each from -1 (left, bottom) to 1 (right, top), such as \`0,0.5\`.`);
	return "";
}
function meantKey(name) {
	return meantBy(name, keys$2, otherNames$1);
}
function nameOf$2(value) {
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "a mapping" : `\`${value}\``;
}
// src/inputs/missing.ts
const MISSING_URL = "`instance-url` is empty. Likely causes: no variable of that name in this repository, organization or environment; it is stored as a secret, which `vars.` does not find; a job without its `environment:`. Set it under Settings › Secrets and variables › Actions › Variables and pass `instance-url: ${{ vars.MASTODON_URL }}`.";
const NO_SKIP = " (`on-missing-token: skip` skips only where secrets are withheld by design.)";
function explainMissing(given, onMissingToken, environment) {
	const problems = [];
	if (given.token === "") {
		const { byDesign, cause, cure } = explainMissingToken(environment);
		const maySkip = onMissingToken === "skip";
		if (byDesign && maySkip) return {
			skip: `\`access-token\` is empty. ${cause}`,
			problems
		};
		problems.push(`\`access-token\` is empty. ${cause} ${cure}${maySkip ? NO_SKIP : ""}`);
	}
	if (given.url === "") problems.push(MISSING_URL);
	return {
		skip: null,
		problems
	};
}
function explainMissingToken({ event, github }) {
	if (isFromFork(event, github.event_name)) return {
		byDesign: true,
		cause: "Secrets are not passed to workflows of pull requests from forks.",
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
		cause: "Likely causes: no secret of that name in this repository, organization or environment (names must match exactly); it is stored as a variable, which `secrets.` does not find; a job without its `environment:`; a reusable workflow called without `secrets: inherit`.",
		cure: "Store the token under Settings › Secrets and variables › Actions and pass `access-token: ${{ secrets.MASTODON_ACCESS_TOKEN }}`."
	};
}
function isFromFork(event, eventName) {
	const pull = event.pull_request;
	if (!pull || eventName === "pull_request_target") return false;
	return pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}
// src/inputs/poll.ts
const keys$1 = [
	"options",
	"expires-in",
	"multiple",
	"hide-totals"
];
const otherNames = {
	choices: "options",
	answers: "options",
	duration: "expires-in",
	expires: "expires-in",
	expiry: "expires-in",
	"multiple-choice": "multiple",
	"hide-results": "hide-totals"
};
const LONGEST$1 = 31536e4;
const DAY$1 = 86400;
const SHAPE = "Write a mapping such as `options: [Yes, No]` and `expires-in: 1 day`, or pass an expression as `${{ toJSON(…) }}`.";
async function parsePoll(text) {
	return readPoll(await parseYaml("poll", text));
}
function readPoll(value) {
	if (Array.isArray(value)) throw new Error("`poll` is a list. Put it under `options:`.");
	if (value === null || typeof value !== "object") throw new Error(`\`poll\` must be a mapping. ${SHAPE}`);
	const problems = [];
	const given = new Map(Object.entries(value));
	for (const name of given.keys()) {
		if (keys$1.some((key) => key === name)) continue;
		const cure = meantBy(name, keys$1, otherNames)?.sentence ?? `Known keys: ${keys$1.join(", ")}.`;
		problems.push(`\`poll\` has an unknown key \`${name}\`. ${cure}`);
	}
	const poll = {
		options: readOptions(given.get("options"), problems),
		expires_in: readExpiry(given.get("expires-in"), problems),
		multiple: readBoolean("multiple", given.get("multiple"), problems),
		hide_totals: readBoolean("hide-totals", given.get("hide-totals"), problems)
	};
	if (problems.length > 0) throw new Error(problems.join("\n"));
	return poll;
}
function readOptions(value, problems) {
	if (value === void 0 || value === null) {
		problems.push("`poll` has no `options`. Write two or more, each on its own line after `- `.");
		return [];
	}
	if (!Array.isArray(value)) {
		problems.push("The `options` of `poll` must be a list. Write each on its own line after `- `.");
		return [];
	}
	if (value.length < 2) problems.push(`\`poll\` has ${value.length === 0 ? "no option" : "one option"}. It takes two or more.`);
	return value.map((option, index) => readOption(option, index + 1, problems));
}
function readOption(option, place, problems) {
	if (typeof option === "boolean") return String(option);
	if (typeof option === "string" && option.trim() !== "") return option;
	problems.push(option !== null && typeof option === "object" ? `Option ${place} of \`poll\` must be a string. If it contains a colon, bracket or brace, quote it.` : `Option ${place} of \`poll\` is empty. Give it a text, or leave it out.`);
	return "";
}
function readExpiry(value, problems) {
	if (value === void 0 || value === null) return DAY$1;
	const milliseconds = typeof value === "string" && /^\d+$/.test(value.trim()) ? Number(value) * 1e3 : typeof value === "string" ? require_mastodon.parseDuration(value) : null;
	if (milliseconds === null) problems.push(`\`expires-in\` of \`poll\` is ${shown(asWritten(value))}. Write a number and a unit, such as \`2 hours\` or \`1 day\`, or a number of seconds.`);
	else if (milliseconds < 1e3) problems.push(`\`expires-in\` of \`poll\` is ${require_mastodon.formatDuration(milliseconds)}. Give people the time to vote.`);
	else if (milliseconds > LONGEST$1 * 1e3) problems.push(`\`expires-in\` of \`poll\` is ${shown(asWritten(value))}. No poll runs for more than ten years.`);
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
// src/inputs/media-files.ts
const MOST_MATCHES = 50;
const MOST_STARS = 3;
async function findMedia(requests, folders, left) {
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
		const shared = await findShared(request, folders, left);
		const places = (await pathsOf(request.file, folders, left)).map((label) => ({
			label,
			path: require_mastodon.resolveInside("media", label, folders)
		}));
		for (const { label, path } of places) await trying(async () => {
			if (paths.has(path)) throw new Error(`\`media\` names ${label} twice. Narrow the glob, or leave it out once.`);
			paths.add(path);
			found.push({
				label,
				...await inspect(path, label, left),
				focus: request.focus,
				...shared
			});
		});
	});
	if (problems.length > 0) throw new Error(problems.join("\n"));
	return found;
}
async function findShared({ description, descriptionFile, thumbnail }, folders, left) {
	return {
		description: descriptionFile === "" ? {
			source: description,
			isTemplate: true
		} : {
			source: (await require_mastodon.readWorkspaceFile("media", descriptionFile, folders)).trim(),
			isTemplate: false
		},
		thumbnail: thumbnail === "" ? null : await findThumbnail(thumbnail, folders, left)
	};
}
async function findThumbnail(path, folders, left) {
	const { file } = await inspect(require_mastodon.resolveInside("media", path, folders), path, left);
	if (file.type.startsWith("image/")) return file;
	throw new Error(`\`media\`: the thumbnail ${path} is ${file.type}. Take an image.`);
}
async function pathsOf(pattern, folders, left) {
	const { glob, isDynamicPattern } = await Promise.resolve().then(() => require("./vendor-globs.js")).then((n) => n.dist_exports);
	const { root, below } = require_mastodon.placeInside("media", pattern, folders);
	const slashes = below.replaceAll(node_path.sep, "/");
	if (!isDynamicPattern(slashes) || (0, node_fs.existsSync)((0, node_path.resolve)(root, below))) return [pattern];
	if (slashes.startsWith("!")) throw new Error(`\`media\`: ${pattern} would exclude files, which is not supported. Write a glob that matches only what is meant.`);
	const monstrous = whyMonstrous(slashes);
	if (monstrous !== null) throw new Error(`\`media\`: the glob ${pattern} ${monstrous}`);
	const signal = AbortSignal.timeout(left());
	const matches = await glob(slashes, {
		cwd: root,
		followSymbolicLinks: false,
		expandDirectories: false,
		signal
	});
	if (signal.aborted || left() <= 0) throw new Error(`\`media\`: the time was over while ${pattern} was looked for. Name a folder, or raise \`timeout\`.`);
	if (matches.length === 0) throw noMatch(pattern, root);
	if (matches.length > MOST_MATCHES) throw new Error(`\`media\`: ${pattern} matches ${matches.length} files, more than a status can have. Narrow it.`);
	const { compare } = new Intl.Collator("en", { numeric: true });
	const isWorkspace = root === require_mastodon.placeInside("media", ".", folders).root;
	return matches.sort(compare).map((match) => isWorkspace ? match : (0, node_path.resolve)(root, match));
}
const LONGEST_PATH = 4096;
function whyMonstrous(glob) {
	if (glob.length > LONGEST_PATH) return `is longer than any path, which has ${LONGEST_PATH} characters at most. Write a shorter one.`;
	const stars = Math.max(...glob.split("/").map((name) => name.replace(/\*\*+/g, "*").split("*").length - 1));
	if (stars > MOST_STARS) return `has ${stars} \`*\` in one name, and ${MOST_STARS} are the most. Write a simpler one.`;
	if (/[*+]\(|[?!@]\([^)]*[*+?!@]\(/.test(glob)) return "repeats a group, as `+(…)` does, or nests one. Write a simpler one, such as `{one,two}`.";
	return null;
}
function noMatch(pattern, root) {
	const cause = isEmpty(root) ? "which is empty. Is `actions/checkout`, or the step that makes the file, missing before this step?" : "Check the glob: it starts at the top of the workspace and is case-sensitive.";
	return /* @__PURE__ */ new Error(`\`media\`: no file matches ${pattern} in the workspace${isEmpty(root) ? ", " : ". "}${cause}`);
}
function isEmpty(folder) {
	try {
		return (0, node_fs.readdirSync)(folder).length === 0;
	} catch {
		return true;
	}
}
async function inspect(path, label, left) {
	const stat = (0, node_fs.lstatSync)(path);
	if (stat.isDirectory()) throw new Error(`\`media\`: ${label} is a folder. Name its files, such as \`${label.replace(/\/+$/, "")}/*.png\`.`);
	if (!stat.isFile()) throw new Error(`\`media\`: ${label} is not a regular file. Copy it to one.`);
	if (stat.size === 0) throw new Error(`\`media\`: ${label} is empty. Did the step that makes it fail?`);
	const hash = (0, node_crypto.createHash)("sha256");
	let head;
	for await (const chunk of require_mastodon.readFound("media", label, path, stat)) {
		if (left() <= 0) {
			const size = `${Math.ceil(stat.size / 1e6)} MB`;
			throw new Error(`\`media\`: the time was over while ${label} (${size}) was read. Take a smaller file, or raise \`timeout\`.`);
		}
		hash.update(chunk);
		head ??= Buffer.from(chunk.subarray(0, HEAD));
	}
	const { type, refusal } = await kindOfMedia(head ?? Buffer.of());
	if (refusal !== "") throw new Error(`\`media\`: ${label} ${refusal}`);
	return {
		file: {
			filename: (0, node_path.basename)(path),
			type,
			size: stat.size,
			read: () => require_mastodon.readFound("media", label, path, stat)
		},
		sha256: hash.digest("hex")
	};
}
const HEAD = 4100;
const TEXTS = [
	[/^version https:\/\/git-lfs\.github\.com\/spec\//, "is a pointer of Git LFS, not the file itself. Set `lfs: true` in the step of `actions/checkout`."],
	[/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!doctype svg|<svg\b)/i, "is an SVG drawing, which instances do not take. Convert it to PNG."],
	[/^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html\b|<head\b|<body\b)/i, "is a web page. If it was downloaded, the download was answered with a page: check its address and its status."]
];
const TYPES = {
	"application/pdf": "is a PDF document. Make an image of its page.",
	"application/zip": "is a ZIP archive. Unpack it in an earlier step.",
	"application/gzip": "is a gzip archive. Unpack it in an earlier step.",
	"application/postscript": "is a PostScript document. Convert it to PNG."
};
const MUST = "but media must be images, video or audio";
async function kindOfMedia(head) {
	const start = Buffer.from(head).toString("utf8").replace(/^\uFEFF/, "");
	const refused = TEXTS.find(([pattern]) => pattern.test(start));
	if (refused) return {
		type: "",
		refusal: refused[1]
	};
	const { fileTypeFromBuffer } = await Promise.resolve().then(() => require("./vendor-media.js")).then((n) => n.core_exports);
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
		refusal: !/[\u0000\uFFFD]/.test(start.slice(0, -4)) ? `is a text file, ${MUST}. Check the path.` : `is of an unknown type, ${MUST}. Is it damaged?`
	};
}
// src/inputs/several.ts
function refusedSources(given) {
	const { feed, files, list, releaseTag, templates, status, editStatusId, scheduledAt, duplicateCheck } = given;
	const refused = [];
	const named = [
		["`feed`", feed !== null],
		["`files`", files !== null],
		["a list in `data`", list !== null],
		["`release-tag`", releaseTag !== "event" || templates["release-tag"] !== void 0]
	].filter(([, isGiven]) => isGiven).map(([name]) => name);
	if (named.length > 1) refused.push(`${joined$1(named).replace(/^[a-z]/, (letter) => letter.toUpperCase())} each say what to post about. Keep one of them.`);
	if (feed === null && files === null && list === null) return refused;
	const source = feed !== null ? "`feed`" : files !== null ? "`files`" : "a list in `data`";
	if (status.from === "status-file") refused.push(`With ${source}, \`status-file\` would post one text several times. Use \`status\` or \`template-file\`.`);
	const isOpen = feed !== null || files !== null;
	if (isOpen && editStatusId !== "") refused.push(`With ${source}, \`edit-status-id\` has no place: each new entry is a new post. Leave it out.`);
	if (isOpen && duplicateCheck === "never") refused.push(`With ${source}, \`duplicate-check: never\` could post an entry again and again. Leave it out.`);
	if (feed !== null) {
		if (scheduledAt !== "") refused.push("With `feed`, `scheduled-at` has no place: the account is what tells which entries are posted. Leave it out.");
	}
	return isOpen || list === null ? refused : [...refused, ...refusedList(list, given)];
}
function refusedList(list, { editStatusId, pin, maxPosts }) {
	const refused = [];
	if (editStatusId !== "" && !editStatusId.includes("{{")) refused.push("With a list in `data`, `edit-status-id` must be a template, such as `{{ data.id }}`: each post has its own.");
	if (pin && list.length > 1) refused.push(`\`data\` is a list of ${list.length}, and \`pin\` pins one post. Leave \`pin\` out.`);
	if (list.length > maxPosts) refused.push(`\`data\` is a list of ${list.length}, and \`max-posts\` allows ${maxPosts}. Shorten the list, or raise \`max-posts\` if all of them are meant.`);
	return refused;
}
const MOST_BYTES$1 = 8388608;
async function readFeedInput(value, folders) {
	if (!/^[a-z][a-z\d+.-]*:\/\//i.test(value)) return {
		name: value,
		bytes: await require_mastodon.readWorkspaceBytes("feed", value, folders, MOST_BYTES$1)
	};
	const url = URL.canParse(value) ? new URL(value) : null;
	if (url === null) throw new Error(`\`feed\` is not a web address: ${shown(value)}.`);
	if (url.username || url.password) throw new Error("`feed` contains a user name or password, which every log would show. Use an address without.");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && require_mastodon.isLoopback(url.hostname))) throw new Error(`\`feed\` must be an https address or a path in the workspace, and it is ${shown(value)}.`);
	return {
		name: url.href,
		bytes: null
	};
}
function parseFiles(value, folders) {
	const patterns = value.split("\n").map((line) => line.trim().replace(/^- +/, "").replace(/^(["'])(.*)\1$/, "$2")).filter((line) => line !== "" && !line.startsWith("#")).map((line) => (node_path.sep === "\\" ? line.replaceAll("\\", "/") : line).replace(/^(!?)\.\//, "$1"));
	const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
	if (wanted.length === 0) throw new Error("`files` only leaves files out. Name those that are meant, too.");
	for (const pattern of wanted) {
		const { root, below } = require_mastodon.placeInside("files", pattern, folders.slice(0, 1));
		const monstrous = whyMonstrous(pattern);
		if (monstrous !== null) throw new Error(`\`files\`: the glob ${pattern} ${monstrous}`);
		if (require_mastodon.NO_TEXT.test(pattern)) throw new Error(`\`files\` names what is not text: ${pattern}. It takes the texts that are posted about; to attach a file, use \`media\`.`);
		if (isFolder((0, node_path.resolve)(root, below))) throw new Error(`\`files\`: ${pattern} is a folder. Write \`${pattern.replace(/\/+$/, "")}/**/*.md\`.`);
	}
	return patterns;
}
function isFolder(path) {
	try {
		return (0, node_fs.lstatSync)(path).isDirectory();
	} catch {
		return false;
	}
}
function whyRehearsal({ feed, files }, { event, github }) {
	const isFileFeed = feed?.bytes != null;
	if (files === null && !isFileFeed) return null;
	const rehearsal = "so this is a rehearsal: nothing is posted.";
	if (/^(pull_request(_target)?|merge_group)$/.test(github.event_name)) return `${isFileFeed ? "The feed is a file" : "The files are those"} of a pull request, ${rehearsal}`;
	if (files === null || github.event_name === "schedule") return null;
	const { default_branch: main } = event.repository ?? {};
	if (github.ref_type !== "branch" || typeof main !== "string") return `The run is not on the default branch, as far as the event tells, ${rehearsal}`;
	return github.ref_name === main ? null : `The branch ${github.ref_name} is not the default one, ${rehearsal}`;
}
const HOUR = 36e5;
function parseMaxAge(value) {
	const age = require_mastodon.parseDuration(value);
	if (age === null) throw new Error(`\`max-age\` is ${shown(value)}. Write a number and a unit, such as \`7 days\` or \`12 hours\`.`);
	if (age < HOUR || age > 2160 * HOUR) throw new Error(`\`max-age\` is ${require_mastodon.formatDuration(age)}. It must be between 1 hour and 90 days.`);
	return age;
}
// src/inputs/status-source.ts
async function readStatusSource(raw, folders) {
	const status = (raw.get("status") ?? "{{ entry.title }}\n\n{{ entry.summary | fit }}\n\n{{ entry.link }}\n\n{{ entry.tags | hashtags: 4 }}").replaceAll("\r\n", "\n");
	const isDefault = status.trim() === announcement.trim();
	const templateFile = (raw.get("template-file") ?? "").trim();
	const statusFile = (raw.get("status-file") ?? "").trim();
	const given = [
		...isDefault || status.trim() === "" ? [] : ["`status`"],
		...templateFile === "" ? [] : ["`template-file`"],
		...statusFile === "" ? [] : ["`status-file`"]
	];
	if (given.length > 1) throw new Error(`${joined$1(given)} exclude each other. Keep one of them.`);
	if (templateFile !== "" || statusFile !== "") return statusFile === "" ? {
		source: await readTemplateFile(templateFile, folders),
		isTemplate: true,
		from: "template-file"
	} : {
		source: await readFilled("status-file", statusFile, folders),
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
async function readTemplateFile(path, folders) {
	const source = await readFilled("template-file", path, folders);
	if (!source.includes("${{")) return source;
	throw new Error(`\`template-file\`: ${path} contains \`\${{\`, which only workflow files understand. Write \`{{ event.… }}\`, or pass the value through \`data\`.`);
}
async function readFilled(input, path, folders) {
	const source = await require_mastodon.readWorkspaceFile(input, path, folders);
	if (source.trim() === "") throw new Error(`\`${input}\`: ${path} is empty. Is it written before this step?`);
	const text = require_mastodon.withoutFrontMatter(source);
	if (text.trim() !== "") return text;
	throw new Error(`\`${input}\`: ${path} has front matter and no text below it. Write the text of the post there.`);
}
// src/inputs/templated.ts
const readers = {
	visibility: (value) => ({ visibility: value === "" ? void 0 : parseVisibility(value) }),
	language: (value) => ({ language: value === "" ? void 0 : parseLanguage(value) }),
	sensitive: (value) => ({ sensitive: value === "" ? void 0 : parseBoolean("sensitive", value) }),
	pin: (value) => ({ pin: value === "" ? false : parseBoolean("pin", value) }),
	"release-tag": (value) => ({ releaseTag: value === "" ? "event" : parseTag(value) })
};
const templatedNames = Object.keys(readers);
function isTemplate(value) {
	return /\{\{|\{%/.test(value);
}
function readTemplated(name, value) {
	return readers[name](value);
}
// src/inputs/inputs.ts
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
	"wait-for-link": "false",
	"max-posts": "5",
	"max-age": "7 days",
	"release-tag": "event",
	"content-type": "text/plain",
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
		const lines = problems.map((problem) => require_mastodon.oneLine(problem.replaceAll("\r", "\n")));
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
	const { near, others, meant } = undeclared([...raw.keys()].filter((name) => !known.has(name)));
	(environment.leaksInputs ? remarks : problems).push(...near);
	remarks.push(...others);
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
		list: null,
		feed: null,
		files: checked(null, () => optional(text("files"), (value) => parseFiles(value, environment.folders)) ?? null),
		link: text("link"),
		waitForLink: checked(false, () => parseBoolean("wait-for-link", given(raw, "wait-for-link"))),
		maxAge: checked(0, () => parseMaxAge(given(raw, "max-age"))),
		maxPosts: checked(5, () => parseCount("max-posts", given(raw, "max-posts"))),
		releaseTag: "event",
		githubToken: text("github-token"),
		spoilerText: text("spoiler-text"),
		contentType: checked("text/plain", () => parseContentType(text("content-type") || inputDefaults["content-type"])),
		visibility: void 0,
		language: void 0,
		sensitive: void 0,
		media: [],
		poll: null,
		scheduledAt: text("scheduled-at"),
		inReplyToId: text("in-reply-to-id"),
		quotedStatusId: text("quoted-status-id"),
		editStatusId: text("edit-status-id"),
		quoteApprovalPolicy: checked(void 0, () => optional(text("quote-approval-policy"), (value) => parseChoice("quote-approval-policy", value, quotePolicies))),
		pin: false,
		overflow: checked("truncate", () => parseChoice("overflow", given(raw, "overflow"), overflows)),
		maxParts: checked(10, () => parseCount("max-parts", given(raw, "max-parts"))),
		mentions: checked("template", () => parseChoice("mentions", given(raw, "mentions"), mentionRules)),
		duplicateCheck: checked("rerun", () => parseDuplicateCheck(given(raw, "duplicate-check"))),
		idempotencyKey: text("idempotency-key"),
		onMissingToken: checked("fail", () => parseChoice("on-missing-token", given(raw, "on-missing-token"), ["fail", "skip"])),
		dryRun: checked(false, () => parseDryRun(raw, environment)),
		timeout: checked(0, () => parseTimeout(given(raw, "timeout"))),
		templates: {},
		rehearsal: "",
		skip: null,
		remarks
	};
	for (const name of templatedNames) if (isTemplate(text(name))) inputs.templates[name] = text(name);
	else Object.assign(inputs, checked({}, () => readTemplated(name, text(name))));
	if (text("feed") !== "") inputs.feed = await readFeedInput(text("feed"), environment.folders).catch((error) => {
		problems.push(error.message);
		return null;
	});
	const rehearsal = inputs.dryRun ? null : whyRehearsal(inputs, environment);
	if (rehearsal !== null) {
		inputs.dryRun = true;
		inputs.rehearsal = rehearsal;
	}
	const [url, token] = ["instance-url", "access-token"].map((name) => text(name) || (meant.has(name) ? "?" : ""));
	if (!inputs.dryRun && (url === "" || token === "")) {
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
		const data = await parseData(value);
		if (Array.isArray(data)) inputs.list = data;
		else inputs.data = data;
	});
	await parsed("media", async (value) => {
		inputs.media = await parseMedia(value);
	});
	await parsed("poll", async (value) => {
		inputs.poll = await parsePoll(value);
	});
	problems.push(...contradictions(inputs), ...refusedSources(inputs));
	if (problems.length > 0) throw new InputError(problems);
	return inputs;
}
async function readStatus(raw, folders) {
	const found = await readStatusSource(raw, folders);
	if (found === null) throw new Error("`status` is given but empty: its expression evaluated to an empty string, such as `inputs.text` outside `workflow_dispatch`. Give it something to fall back on (`${{ inputs.text || '…' }}`), or `{{ blank }}` for media alone; leave it out to announce a release.");
	return found;
}
function optional(value, parse) {
	return value === "" ? void 0 : parse(value);
}
function given(raw, name) {
	return (raw.get(name) ?? "").trim() || inputDefaults[name];
}
function parseDryRun(raw, { github }) {
	if (raw.get("dry-run")?.trim() === "" && github.event_name === "workflow_dispatch") throw new Error("`dry-run` is given but empty: the workflow has no input of that name, or it is misspelled. Write `${{ inputs.dry-run }}` as the workflow's input is called, or `false`.");
	return parseBoolean("dry-run", given(raw, "dry-run"));
}
// src/sources/release.ts
const CURE = "To run only when a release comes out, write `on: { release: { types: [published] } }`.";
function whyReleaseIsSilent({ github, event }, isEdit) {
	if (github.event_name !== "release") return null;
	const quiet = [
		...isEdit ? [] : ["edited"],
		"unpublished",
		"deleted"
	].find((action) => action === event.action);
	if (quiet) return `The release event \`${quiet}\` publishes nothing. ${CURE}`;
	const { draft } = event.release ?? {};
	return draft === true ? `The release is a draft. ${CURE}` : null;
}
function isAnnouncedElsewhere({ github, event }) {
	return github.event_name === "release" && [
		"created",
		"released",
		"prereleased"
	].includes(String(event.action));
}
function timesOf(release) {
	const [made = null, out = null] = [release.created_at, release.published_at].map((time) => {
		const milliseconds = typeof time === "string" ? Date.parse(time) : NaN;
		return Number.isNaN(milliseconds) ? null : milliseconds - MARGIN;
	});
	return {
		made: made ?? out,
		out
	};
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
// src/plan/guard.ts
function guardPost(post, mentions, inWords = false) {
	const allowed = mentions === "none" ? /* @__PURE__ */ new Set() : post.mayMention;
	const guarded = new Set(post.guarded);
	const meant = /* @__PURE__ */ new Set();
	const guard = (text) => {
		const found = require_mastodon.guardMentions(text, allowed, inWords);
		for (const handle of found.mentions) meant.add(handle);
		if (mentions === "all") return [];
		for (const handle of found.guarded) guarded.add(handle);
		return found.edits;
	};
	const guardText = (text) => require_mastodon.editDraft({
		text,
		fit: []
	}, guard(text)).text;
	return {
		...post,
		drafts: post.drafts.map((draft) => require_mastodon.editDraft(draft, guard(draft.text))),
		spoilerText: guardText(post.spoilerText),
		poll: post.poll && {
			...post.poll,
			options: post.poll.options.map(guardText)
		},
		guarded: [...guarded],
		mentions: [...meant]
	};
}
function holdsAddress(post, mentions) {
	return guardPost(post, mentions, true).guarded.length > post.guarded.length;
}
// src/plan/check.ts
function limitsAsker(client) {
	let asked = null;
	return async (post, { dryRun, visibility, contentType, mentions }) => {
		const hasFormat = contentType !== "text/plain";
		const { drafts, spoilerText, media, poll, inReplyTo, quoted } = post;
		const isLong = drafts.some(({ text }) => most(text, spoilerText) > require_mastodon.assumedLimits.maxCharacters);
		const isReaction = drafts.some(({ text }, part) => isReactionTo(text, part > 0 || inReplyTo !== ""));
		const mayFail = visibility === "direct" || isReaction;
		const hasMore = media.length > 0 || poll !== null || quoted !== "" || mayFail;
		const matters = isLong || hasFormat || hasMore || holdsAddress(post, mentions);
		if (!client || !(matters || dryRun)) return {
			limits: null,
			isAsked: false
		};
		asked ??= require_mastodon.readInstance(client);
		const document = await asked;
		return {
			limits: document && require_mastodon.limitsOf(document),
			isAsked: true
		};
	};
}
function most(text, spoiler) {
	return Math.max(require_mastodon.countCharacters(text, spoiler, require_mastodon.assumedLimits.counting), text.length + spoiler.length);
}
function refusedOf(plan, limits) {
	const { media, poll, quoted, texts, params, scheduledAt, inReplyTo, edit, pin } = plan;
	const refused = [];
	if (limits) {
		refused.push(...require_mastodon.refusedMedia(media, limits.media));
		if (poll) {
			const beside = require_mastodon.refusedBesidePoll(media.length > 0, limits.poll);
			refused.push(...require_mastodon.refusedPoll(poll, limits.poll), ...beside === null ? [] : [beside]);
		}
		if (quoted !== "" && limits.quotesBy === null) refused.push("`quoted-status-id` is set, and this instance has no quotes: Mastodon has them since 4.5. Leave it out, and put the address of the status into the text.");
	}
	if (pin && scheduledAt !== null) refused.push(PIN_AND_SCHEDULE);
	if (params.spoiler_text && scheduledAt !== null && texts.every((text) => text.trim() === "")) refused.push("A scheduled post without a text loses its content warning on Mastodon. Give it a text, or leave out `spoiler-text` or `scheduled-at`.");
	if (limits && !limits.directReaches && params.visibility === "direct") refused.push("`visibility` is `direct`, and on this server a post through the Mastodon API reaches none of those whom it mentions. Choose another visibility.");
	const reaction = limits?.makesReactions ? texts.find((text, part) => isReactionTo(text, part > 0 || inReplyTo !== "")) : void 0;
	if (reaction !== void 0) refused.push(`On this server a reply of “${reaction.trim()}” alone becomes a reaction, and no post. Write a word beside it.`);
	if (texts.length === 1) return refused;
	const cure = "Shorten the text, set `overflow: truncate`, or remove the `---` lines.";
	if (scheduledAt !== null) refused.push(`The text makes ${texts.length} parts, and a thread cannot be scheduled: its parts would have nothing to reply to. ${cure}`);
	if (edit !== null) refused.push(`The text makes ${texts.length} parts, and \`edit-status-id\` edits one status. ${cure}`);
	return refused;
}
function isReactionTo(text, isReply) {
	const rest = text.replaceAll(/@[\w.@-]+/g, "").trim();
	return isReply && /^(?:\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d|\ufe0f|\p{Extended_Pictographic})*|:\w+:)$/u.test(rest);
}
function refusedTogether(plans) {
	if (plans.length > 1 && plans.some(({ pin }) => pin)) return [`There are ${plans.length} posts, and \`pin\` pins one. Leave \`pin\` out, or set \`max-posts: 1\`.`];
	const first = /* @__PURE__ */ new Map();
	for (const [index, { identity }] of plans.entries()) {
		const name = JSON.stringify(identity);
		const same = first.get(name);
		first.set(name, index);
		if (same === void 0) continue;
		return [identity[0] === "key" ? `Posts ${same + 1} and ${index + 1} have the same \`idempotency-key\`, so the second would not be posted. Use a value that differs, such as \`{{ data.name }}\`.` : `Posts ${same + 1} and ${index + 1} are the same, so the second would not be posted. Take one of them out, or let the template use what differs.`];
	}
	return [];
}
function remarksOn({ media, texts, params }, limits) {
	const remarks = media.filter(({ description }) => description.trim() === "").map(({ label }) => `${label} has no description, so people who cannot see it do not know what it shows, and many will not share it. Set \`description\`.`);
	if (params.content_type !== "text/plain" && limits?.formats === false) remarks.push(`\`content-type\` is \`${params.content_type}\`, which this server does not know: the text is shown as it is written.`);
	if (params.visibility === "direct" && !texts.some((text) => require_mastodon.findMentions(text).length > 0)) remarks.push("`direct` reaches only those who are mentioned, and this text mentions nobody.");
	return remarks;
}
function whySilent(inputs, environment) {
	return inputs.skip ?? whyReleaseIsSilent(environment, inputs.editStatusId !== "") ?? whyPrivateIsSilent(inputs, environment);
}
function whyPrivateIsSilent({ status, list, feed, files, link }, { event }) {
	if (list !== null || feed !== null || files !== null || link !== "") return null;
	return event.repository?.private === true && status.from === "default announcement" ? "The repository is private, so its releases are announced only with a text of your own. Set `status`." : null;
}
function refuseSecrets(texts, raw) {
	const secrets = secretsOf(raw);
	if (texts.some((text) => require_mastodon.withoutSecrets(text, secrets) !== text)) throw new Error("The text, its content warning, an alt text, the poll, `idempotency-key` or `data` contains the access token or `github-token`, so nothing is posted. Take the secret out.");
}
async function rehearse(client, { scheduledAt, media, pin, edit }, now) {
	const late = scheduledAt === null ? null : require_mastodon.refusedSchedule(scheduledAt, now);
	if (late !== null) throw new InputError([late]);
	if (!client) return {
		handle: "",
		profile: "",
		remarks: edit?.target === "auto" ? [NOT_LOOKED] : []
	};
	const account = await require_mastodon.verifyAccount(client);
	const info = await require_mastodon.tokenInfo(client);
	if (info?.isOfApplication) throw new Error(`${require_mastodon.ofApplication.why} ${require_mastodon.ofApplication.cure}`);
	const known = {
		software: info !== null && account !== null ? null : (await require_mastodon.softwareAt(client.probe, client.origin))?.name ?? null,
		info,
		mayLogIn: account !== null
	};
	for (const ability of ["posting", ...media.length > 0 ? ["media"] : []]) {
		const { verdict, error } = await require_mastodon.mayDo(client, ability, known);
		if (verdict === "no") throw error ?? new Error(lacking(ability, info));
	}
	const remarks = account ? require_mastodon.accountRemarks(account, client.origin) : [];
	if ((pin ? await require_mastodon.mayDo(client, "pin", known) : null)?.verdict === "no") remarks.push(`It would not be pinned. ${lacking("pin", info)}`);
	return {
		...require_mastodon.authorOf(account, client.origin),
		remarks
	};
}
const NOT_LOOKED = "`edit-status-id: auto` looks for a status only with `instance-url` and `access-token`, so this rehearsal does not know whether one would be edited.";
function lacking(ability, info) {
	const scope = require_mastodon.scopeFor[ability];
	return `The access token lacks the scope ${scope}${info ? `; it has ${info.scopes.join(" ") || "none"}` : ""}. A token keeps the scopes that it was made with: make a new one with ${scope}, and store it as the secret.`;
}
// src/status/fenced-code.ts
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
function inFencedCode(lines) {
	let fence = "";
	return lines.map((line) => {
		const [, mark = "", rest = ""] = FENCE.exec(line) ?? [];
		const wasOpen = fence !== "";
		if (wasOpen) {
			if (mark.startsWith(fence) && rest.trim() === "") fence = "";
		} else if (!(mark.startsWith("`") && rest.includes("`"))) fence = mark;
		return wasOpen || fence !== "";
	});
}
// src/status/template/blocks.ts
const RAW = /\{%-?\s*raw\s*-?%\}/y;
const END_RAW = /\{%-?\s*endraw\s*-?%\}/g;
function findBlocks(source) {
	const blocks = [];
	const endsOfRaw = [...source.matchAll(END_RAW)].map((match) => match.index + match[0].length);
	let nextEnd = 0;
	const ends = {
		"{{": closer(source, "}}"),
		"{%": closer(source, "%}")
	};
	for (let at = source.indexOf("{"); at >= 0; at = source.indexOf("{", at)) {
		const opening = source.slice(at, at + 2);
		const end = opening === "{{" || opening === "{%" ? blockEnd(at, opening) : null;
		if (end === null) at += 1;
		else {
			blocks.push({
				start: at,
				...end
			});
			at = end.end;
		}
	}
	return blocks;
	function blockEnd(at, opening) {
		RAW.lastIndex = at;
		const raw = RAW.exec(source);
		if (raw) {
			while (nextEnd < endsOfRaw.length && endsOfRaw[nextEnd] <= at + raw[0].length) nextEnd += 1;
			const endOfRaw = endsOfRaw[nextEnd];
			if (endOfRaw !== void 0) return {
				end: endOfRaw,
				isRaw: true
			};
		}
		const end = ends[opening](at + 2);
		return end === null ? null : {
			end,
			isRaw: false
		};
	}
}
function closer(source, closing) {
	const hopeless = /* @__PURE__ */ new Set();
	const lastQuotes = {
		"\"": source.lastIndexOf("\""),
		"'": source.lastIndexOf("'")
	};
	return (from) => {
		const passed = [];
		for (let at = from; at < source.length && !hopeless.has(at);) {
			if (source.startsWith(closing, at)) return at + closing.length;
			passed.push(at);
			const character = source[at];
			if (character !== "\"" && character !== "'") at += 1;
			else if (lastQuotes[character] <= at) break;
			else at = source.indexOf(character, at + 1) + 1;
		}
		for (const place of passed) hopeless.add(place);
		return null;
	};
}
// src/status/template/hashtags.ts
function hashtag(value) {
	const name = nameOf$1(value);
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
function nameOf$1(value) {
	if (typeof value === "string") return value;
	if (typeof value === "number") return String(value);
	if (typeof value === "object" && value !== null && "name" in value) return nameOf$1(value.name);
	return "";
}
function ofTopic(topic) {
	const tag = topic.replace(/(?<=\d)-+(?=\d)/g, "_").replace(/(?:^-*|-+)([a-z]?)/g, (_, first) => first.toUpperCase());
	return /[a-z]/i.test(tag) ? `#${tag}` : "";
}
function ofName(name) {
	const tag = `#${wordsOf(spoken(name.normalize("NFC").replace(/[\ufe00-\ufe0f\u20e3]/g, "").replace(/^#/, ""))).map(capitalise).join(" ").replace(/(?<=\p{Nd}) (?=\p{Nd})/gu, "_").replaceAll(" ", "")}`;
	const [found] = require_mastodon.findHashtags(tag);
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
// src/status/template/liquid.ts
var import_liquid_node = require_vendor_liquid.require_liquid_node();
const PARSE_LIMIT = 1e5;
const RENDER_LIMIT = 3e3;
const MEMORY_LIMIT = 5e6;
async function renderLiquid(source, facts, options) {
	const engine = new import_liquid_node.Liquid({
		strictVariables: true,
		strictFilters: true,
		lenientIf: true,
		ownPropertyOnly: true,
		templates: {},
		locale: options.locale ?? "en-US",
		timezoneOffset: 0,
		preserveTimezones: true,
		parseLimit: PARSE_LIMIT,
		memoryLimit: MEMORY_LIMIT,
		outputEscape: print
	});
	for (const tag of [
		"include",
		"render",
		"layout",
		"block"
	]) delete engine.tags[tag];
	for (const [name, filter] of Object.entries(options.filters)) engine.registerFilter(name, filter);
	tellTime(engine, options);
	try {
		const template = engine.parse(source);
		checkMarks(template, options, "text");
		const present = Object.fromEntries(Object.entries(facts).filter(([name]) => !Object.hasOwn(options.absent, name)));
		const context = new import_liquid_node.Context(present, engine.options, {}, { liquid: engine });
		const end = options.spent() + RENDER_LIMIT;
		context.renderLimit.check = () => {
			if (options.spent() > end) throw new Error(OUT_OF_TIME);
		};
		return await engine.render(template, context);
	} catch (error) {
		throw explainTemplate(error, {
			name: options.name,
			facts,
			absent: options.absent,
			filters: Object.keys(engine.filters),
			tags: Object.keys(engine.tags)
		});
	}
}
function tellTime(engine, { now, printsNow }) {
	for (const [name, filter] of Object.entries(engine.filters)) {
		if (!/^date(_|$)/.test(name)) continue;
		const printDate = filter;
		engine.registerFilter(name, function(value, ...more) {
			if (value !== "now" && value !== "today") return printDate.call(this, value, ...more);
			printsNow();
			return printDate.call(this, new Date(now), ...more);
		});
	}
}
function checkMarks(templates, options, place) {
	const { name, breakMark } = options;
	for (const template of templates) {
		for (const filters of filtersOf(template)) {
			const index = filters.findIndex((filter) => filter.name === "fit");
			if (index < 0) continue;
			const isLast = template instanceof import_liquid_node.Output && index === filters.length - 2;
			if (place === "capture" || !isLast) throw new TemplateError(`${whereIn(name, template.token.getPosition())} uses \`fit\` in a wrong place. It must be the last filter of a {{ }}, and not inside \`capture\` or \`assign\`.`);
		}
		if (place === "capture" && breakMark && template.token.getText().includes(breakMark)) throw new TemplateError(`The template of ${name} has a line \`---\` inside \`capture\`, where it cannot begin a new part. Put it where the captured text is printed.`);
		const inner = template.token.name === "capture" ? "capture" : place;
		checkMarks(childrenOf(template), options, inner);
	}
}
function filtersOf(template) {
	return [...template.arguments?.() ?? []].map((argument) => argument.filters ?? []);
}
function childrenOf(template) {
	const walk = template.children?.(false, true);
	if (!walk) return [];
	let step = walk.next();
	while (!step.done) step = walk.next(step.value);
	return step.value;
}
const API_FIELD = /(?:^|(?<!html)_)url$|^node_id$/;
function print(value) {
	if (value === null || value === void 0) return "";
	if (Array.isArray(value)) return value.map(print).join("");
	if (typeof value === "number" && !Number.isFinite(value)) throw new TemplateError("computes something that is not a number. Check the filters that calculate there, such as `plus`.");
	if (typeof value !== "object") return String(value);
	const plain = "valueOf" in value ? value.valueOf() : value;
	if (typeof plain !== "object") return String(plain);
	const fields = Object.entries(value).filter(([name]) => !API_FIELD.test(name));
	const single = fields.filter(([, held]) => held === null || typeof held !== "object");
	const names = (single.length > 0 ? single : fields).slice(0, 10).map(([name]) => name);
	throw new TemplateError(`prints a whole mapping. Name one of its fields${names.length > 0 ? ` (${names.join(", ")})` : ""}, or write \`| json\`.`);
}
const MOST_NAMES = 40;
const OWN_FILTERS = "`plain_text`, `hashtag`, `hashtags`, `fit` and `mention`";
const CONTEXTS = [
	"env",
	"inputs",
	"job",
	"jobs",
	"matrix",
	"needs",
	"runner",
	"steps",
	"strategy",
	"vars"
];
const FOREIGN_ENTRIES = [
	"item",
	"page",
	"post"
];
function explainTemplate(error, known) {
	const inner = import_liquid_node.LiquidError.is(error) ? error.originalError ?? error : error;
	if (inner instanceof TemplateError && inner === error) return error;
	const said = inner.message.replace(/, line:\d+, col:\d+.*/s, "");
	const why = inner instanceof TemplateError ? inner.message : inner instanceof RangeError ? "nests too deep. Flatten its {% %}." : limitOf(said) ?? (import_liquid_node.LiquidError.is(error) ? mistakeIn(said, known) : null);
	if (why === null) return error;
	const hint = known.name === "`status`" && why.startsWith(UNREADABLE) ? PASTED : "";
	const place = /, line:(\d+), col:(\d+)/.exec(error.message)?.slice(1).map(Number);
	return new TemplateError(`${whereIn(known.name, place)} ${why}${hint}`, { cause: error });
}
const PASTED = " If `${{ }}` pasted this text, pass it through the input `data` instead: it stays text there.";
const UNREADABLE = "cannot be understood";
const OUT_OF_TIME = "template render limit exceeded";
function limitOf(said) {
	if (/parse length limit exceeded/.test(said)) return "is too long. A template may have 100,000 characters.";
	if (said.includes(OUT_OF_TIME)) return "took longer than 3 seconds to render. Loop over less, or shorten what is long, such as `{{ release.body | slice: 0, 20000 | plain_text }}`.";
	if (/memory alloc limit exceeded/.test(said)) return "uses far more than a status can hold. Loop over less.";
	return null;
}
function mistakeIn(said, { facts, absent, filters, tags }) {
	const variable = /^undefined variable: (.+)/s.exec(said)?.[1];
	const [fact = ""] = variable?.split(".") ?? [];
	if (Object.hasOwn(absent, fact)) return `takes a value from \`${fact}\`, but ${absent[fact]}, or write {% if ${fact} %}.`;
	if (variable) return unknownName(variable, facts);
	const filter = /^undefined filter: (.+)/s.exec(said)?.[1];
	if (filter) {
		const meant = /^(?:markdown(?:ify)?|strip_markdown|text)$/i.test(filter) ? "plain_text" : near(filter, filters);
		return `uses a filter \`${filter}\`, which is not known. ${meant ? `Did you mean \`${meant}\`?` : `Known are Liquid's own filters and ${OWN_FILTERS}.`}`;
	}
	const tag = /^tag "(.+?)" not found/.exec(said)?.[1];
	if (tag) return unknownTag(tag, tags);
	const open = /^tag \{%-?\s*(\w+).* not closed$/s.exec(said)?.[1];
	if (open) return `opens {% ${open} %} and never closes it. Write {% end${open} %} where it ends.`;
	return `${UNREADABLE}: ${said.replace(/\s+/g, " ")}. ${grammarHint(said)}`;
}
function unknownTag(tag, tags) {
	if ([
		"include",
		"render",
		"layout",
		"block"
	].includes(tag)) return `uses {% ${tag} %}, but it cannot load other templates. Write the text itself.`;
	if (tag.startsWith("end") && tags.includes(tag.slice(3))) return `closes with {% ${tag} %} what is not open there. Check that each {% ${tag.slice(3)} %} has one end.`;
	const meant = near(tag, tags);
	return `uses a tag {% ${tag} %}, which is not known. ${meant ? `Did you mean \`${meant}\`?` : "Liquid's own tags are known."}`;
}
function grammarHint(said) {
	if (/not closed$/.test(said)) return "Each {{ ends with }}, each {% with %}, and each quote with the same quote.";
	if (/^expected (?:filter name|"\|" before filter)/.test(said)) return "A name is followed by `| filter`; there is no `||`, `? :` or `+`: use `| default: \"…\"`, {% if %}, `| append: \"…\"`.";
	return "Check its {{ }} and {% %}.";
}
function unknownName(variable, facts) {
	const path = variable.split(".");
	const last = path.pop();
	if (/\[object \w+\]/.test(variable)) {
		const from = variable.slice(0, variable.indexOf("[object")).replace(/\.$/, "");
		return `takes a value out of \`${from}\` by a name that is a whole mapping or list. Put the name of a field there: {{ ${from}["name"] }}.`;
	}
	let holder = facts;
	for (const step of path) {
		if (holder === null || typeof holder !== "object" || !Object.hasOwn(holder, step)) {
			if (FOREIGN_ENTRIES.includes(path[0])) return `names \`${variable}\`. What an entry has is called \`entry.${last}\` here.`;
			return `names \`${variable}\`, which does not exist. Use \`| default: ""\` where it may be missing.`;
		}
		holder = holder[step];
	}
	const owner = path.join(".");
	if (Array.isArray(holder)) return `names \`${variable}\`, but \`${owner}\` is a list of ${holder.length}. Loop over it with {% for %}, or use \`| default: ""\` where it may be shorter.`;
	if (holder === null || typeof holder !== "object") return `names \`${variable}\`, but \`${owner}\` is a single value. Use \`${owner}\`.`;
	if (owner === "" && last === "secrets") return "names `secrets`, which templates cannot use, since what they print is public.";
	if (owner === "" && FOREIGN_ENTRIES.includes(last)) return `names \`${last}\`, which is called \`entry\` here: {{ entry.title }}.`;
	if (owner === "" && CONTEXTS.includes(last)) return `names \`${last}\`, which only workflow expressions have. Pass the value through the input \`data\`, and use it as {{ data.… }}.`;
	const names = Object.keys(holder).sort();
	const meant = near(last, names);
	const hint = meant ? ` Did you mean \`${owner ? `${owner}.` : ""}${meant}\`?` : owner === "" ? deeperHint(last, facts) : "";
	const list = names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", …" : "");
	return `names \`${variable}\`, which does not exist.${hint} Known in ${owner ? `\`${owner}\`` : "a template"}: ${list || "nothing"}.`;
}
function deeperHint(name, facts) {
	for (const owner of [
		"release",
		"entry",
		"repository",
		"github",
		"data",
		"event"
	]) {
		const holder = facts[owner];
		if (holder !== null && typeof holder === "object" && Object.hasOwn(holder, name)) return ` Did you mean \`${owner}.${name}\`?`;
	}
	return "";
}
function near(name, known) {
	const plain = name.toLowerCase();
	const maxDistance = Math.min(3, Math.ceil(plain.length / 3), plain.length - 1);
	return known.find((other) => other.toLowerCase() === plain) ?? require_vendor.closestMatch(plain, known, { maxDistance }) ?? known.find((other) => sorted(other) === sorted(plain)) ?? known.find((other) => plain.length >= 3 && other.split("_").includes(plain));
}
function sorted(name) {
	return name.split("_").sort().join("_");
}
var TemplateError = class extends Error {};
function whereIn(name, place) {
	return `The template of ${name}${place ? ` (line ${place[0]}, col ${place[1]})` : ""}`;
}
// src/status/template/pasted.ts
const MIN_PASTED = 8;
const NAME$1 = /^[\w.[\]]+$/;
function setPastedAside(source, options) {
	const { name, freeTexts, filter } = options;
	const pieces = withoutNames(source, findPasted(source, freeTexts));
	const blocks = pieces.length > 0 ? findBlocks(blanked(source, pieces)) : [];
	let rest = "";
	let done = 0;
	for (const [index, { start, end, names }] of pieces.entries()) {
		const block = blocks.find((one) => one.start < start && start < one.end);
		const isRaw = block?.isRaw === true;
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
	if (!pieces.some(({ start, end }) => NAME$1.test(source.slice(start, end)))) return pieces;
	const blocks = findBlocks(source);
	return pieces.filter(({ start, end }) => {
		return !(blocks.some((block) => block.start < start && end < block.end) && NAME$1.test(source.slice(start, end)));
	});
}
function blanked(source, pieces) {
	const edits = pieces.map(({ start, end }) => ({
		start,
		end,
		text: " ".repeat(end - start)
	}));
	return require_mastodon.editDraft({
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
	const inList = ({ names }) => Number(names[0].includes("["));
	for (const piece of found.sort((a, b) => a.start - b.start || b.end - a.end || inList(a) - inList(b))) {
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
	return new TemplateError(`The template of ${template} has the text of \`${text}\` inside {{ }} or {% %}, pasted there with \${{ }}. Write the name \`${text}\` in its place, without quotes.`);
}
// src/status/template/template.ts
async function renderStatus(template, options) {
	const { nonce, splitsBody = false } = options;
	const breakMark = `\uE000${nonce}-\uE001`;
	const yielding = (text) => `\uE000${nonce}(${text}\uE000${nonce})`;
	const facts = splitsBody ? markBody(options.facts, breakMark) : options.facts;
	const { text, ...told } = template.isTemplate ? await renderTemplate(template.source, template.name, {
		...options,
		facts,
		breakMark,
		filters: { fit: (value) => print(value).split(breakMark).map(yielding).join(breakMark) }
	}) : {
		text: template.source,
		mayMention: /* @__PURE__ */ new Set(),
		printsNow: false,
		remarks: []
	};
	return {
		drafts: wellFormed(text).split(breakMark).map((part) => require_mastodon.tidyDraft(takeMarks(splitsBody ? withoutTorn(part, breakMark) : part, nonce))).filter((draft) => draft.text !== ""),
		...told
	};
}
async function renderLine(source, name, options) {
	const rendered = await renderTemplate(source, name, {
		...options,
		filters: { fit: refuseFit }
	});
	return {
		...rendered,
		text: wellFormed(rendered.text).replace(/\s+/g, " ").trim()
	};
}
async function renderText(source, name, options) {
	return wellFormed((await renderTemplate(source, name, {
		...options,
		filters: { fit: refuseFit }
	})).text).trim();
}
function refuseFit() {
	throw new TemplateError("uses `fit`, which only `status` knows.");
}
async function renderTemplate(source, name, { nonce, freeTexts, filters, ...options }) {
	const filter = `pasted_${nonce}`;
	const pasted = setPastedAside(source.replaceAll("\r\n", "\n"), {
		name,
		freeTexts,
		filter
	});
	const { own, remarks } = handlesOfAuthor(pasted.source, freeTexts);
	const mayMention = new Set(own);
	const { breakMark } = options;
	let printsNow = false;
	return {
		text: await render$1(breakMark ? markBreaks(pasted.source, breakMark) : pasted.source, name, {
			...options,
			tellNow: () => {
				printsNow = true;
			},
			filters: {
				...filters,
				[filter]: (index) => pasted.texts[Number(index)],
				mention: (value) => {
					for (const handle of handlesOf(print(value))) mayMention.add(handle);
					return value;
				}
			}
		}),
		mayMention,
		printsNow,
		remarks: [...pasted.names.map(remarkOn), ...remarks]
	};
}
function handlesOfAuthor(source, freeTexts) {
	const handles = require_mastodon.handlesIn(source);
	if (handles.length === 0) return {
		own: [],
		remarks: []
	};
	const names = /* @__PURE__ */ new Map();
	for (const [name, text] of freeTexts) for (const handle of require_mastodon.handlesIn(text)) if (!names.has(handle)) names.set(handle, name);
	const foreign = [...new Set(handles)].filter((handle) => names.has(handle) && !handle.startsWith("mailto:"));
	return {
		own: handles.filter((handle) => !names.has(handle)),
		remarks: foreign.map((handle) => {
			return `\`@${handle}\` stands in the template and in \`${names.get(handle)}\`, so it may have been pasted with \${{ }}, and nobody is notified. If you mean to mention this account, write {{ "@${handle}" | mention }}.`;
		})
	};
}
function markBreaks(source, mark) {
	const blocks = findBlocks(source);
	let next = 0;
	return source.replace(/^---[^\S\n]*$/gm, (line, at) => {
		while (next < blocks.length && blocks[next].end <= at) next += 1;
		const block = blocks[next];
		return block && block.start < at ? line : mark;
	});
}
function markBody(facts, mark) {
	const { entry } = facts;
	if (typeof entry?.body !== "string") return facts;
	const lines = entry.body.split("\n");
	const isCode = inFencedCode(lines);
	const marked = lines.map((line, at) => !isCode[at] && /^---[^\S\n]*$/.test(line) ? `\n${mark}\n` : line);
	return {
		...facts,
		entry: {
			...entry,
			body: marked.join("\n")
		}
	};
}
function withoutTorn(text, mark) {
	if (!/[\uE000\uE001]/.test(text)) return text;
	let whole = text;
	for (let length = mark.length - 1; length > 0; length -= 1) {
		const [start, end] = [mark.slice(0, length), mark.slice(-length)];
		whole = whole.replaceAll(new RegExp(`${start}(?![()\\w])|${end}`, "gu"), "");
	}
	return whole;
}
function wellFormed(text) {
	return text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(/[\v\f]/g, " ").replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F]/g, "");
}
function remarkOn(name) {
	return `\`${name}\` was pasted into the template with \${{ }}, so it counts as data: nobody in it is notified, and no Liquid in it runs. Write {{ ${name} }} instead of ${name.startsWith("event.") ? `\${{ github.${name} }}` : "a ${{ }}"}.`;
}
async function render$1(source, name, options) {
	if (!/\{\{|\{%/.test(source)) return source;
	return renderLiquid(source, options.facts, {
		name,
		locale: options.locale,
		breakMark: options.breakMark,
		absent: options.absent ?? {},
		spent: options.spent ?? (() => performance.now()),
		now: options.now,
		printsNow: options.tellNow ?? (() => {}),
		filters: {
			hashtag: (value) => hashtag(value),
			hashtags: (value, most) => hashtags(value, countOf(most)),
			plain_text: async (value) => {
				const { plainText } = await Promise.resolve().then(() => require("./plain-text.js")).then((n) => n.plain_text_exports);
				const { html_url: repositoryUrl } = options.facts.repository ?? {};
				return plainText(print(value), typeof repositoryUrl === "string" ? { repositoryUrl } : {});
			},
			...options.filters
		}
	});
}
function handlesOf(value) {
	const [alone] = require_mastodon.handlesIn(`@${value}`);
	return alone === value.toLowerCase() ? [alone] : require_mastodon.handlesIn(value);
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
function countOf(most) {
	if (most === void 0 || /^\d+$/.test(String(most))) return most === void 0 ? void 0 : Number(most);
	throw new TemplateError("needs a number for `hashtags`. Write `hashtags: 4` for the first four, or `hashtags` for all.");
}
// src/inputs/schedule.ts
const MINUTE = 6e4;
const FORMS = `Write ISO 8601 with an offset, such as \`2027-01-31T09:00:00+01:00\`, or a duration from now, such as \`2 hours\`.`;
const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const TIME$1 = /^(\d{4})-(\d{2})-(\d{2})(?:t| +)(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?/i;
const OFFSET = /^ ?(?:z|([+-])(\d{2}):?(\d{2})?)$/i;
function resolveSchedule(rendered, now) {
	const text = rendered.trim();
	if (text === "" || /^now$/i.test(text)) return null;
	const duration = require_mastodon.parseDuration(text.replace(/^in\s+/i, ""));
	if (duration === 0) return null;
	const time = duration === null ? parseTime(text) : now + duration;
	if (time > 864e13) throw wrong(text, `Nobody can wait that long. ${FORMS}`);
	return time;
}
function parseTime(text) {
	const found = TIME$1.exec(text);
	if (!found) throw wrong(text, whyNoTime(text));
	const [whole, year, month, day, hour, minute, second = "0", fraction = "0"] = found;
	const rest = text.slice(whole.length);
	const offset = OFFSET.exec(rest);
	if (!offset) throw wrong(text, whyNoOffset(whole, rest));
	const [, sign, hours = "0", minutes = "0"] = offset;
	const impossible = impossibleDate(Number(year), Number(month), Number(day)) ?? impossibleTime(Number(hour), Number(minute), Number(second)) ?? (Number(hours) > 14 || Number(minutes) > 59 ? "No place on Earth has that offset from UTC." : null);
	if (impossible) throw wrong(text, impossible);
	const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
	const east = (Number(hours) * 60 + Number(minutes)) * MINUTE;
	return local + Math.floor(Number(`0.${fraction}`) * 1e3) - (sign === "-" ? -east : east);
}
function impossibleDate(year, month, day) {
	if (month < 1 || month > 12) return "That month does not exist; the order is year, month, day.";
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
	if (rest.trim() === "") return `It has no offset, so the moment is ambiguous. Add \`Z\` for UTC, or an offset such as \`+01:00\`: \`${time}Z\`.`;
	if (/^\s*(utc|gmt)$/i.test(rest)) return `Write \`Z\` for UTC: \`${time}Z\`.`;
	if (/^\s*[ap]\.?m\b/i.test(rest)) return "Write the hour from 00 to 23, without AM and PM, and an offset.";
	if (/^\s*\[?[a-z]/i.test(rest)) return `The name of a time zone leaves its offset open. Write the offset itself, such as \`${time}+01:00\`.`;
	return `What follows the time is not an offset. ${FORMS}`;
}
const otherForms = [
	[/^\d+(\.\d+)?$/, `It is a number without a unit. ${FORMS}`],
	[/^-\s*\d/, `It lies in the past. ${FORMS}`],
	[/^(in +)?\d.*\b(months?|years?)\b/i, "Months and years have no fixed length. Write weeks or days, such as `8 weeks`."],
	[/^p(\d|t\d)/i, "Write a duration in words, such as `2 hours` or `1 day`."],
	[/^[\d*/,-]+( [\d*/,a-z-]+){4}$/i, `It looks like a cron expression, which belongs under \`on: schedule\`. ${FORMS}`],
	[/^\d{1,2}\/\d{1,2}\/\d{2,4}/, `Day and month are ambiguous in it. ${FORMS}`],
	[/^\d{1,2}\.\d{1,2}\.\d{2,4}/, `Year, month and day come first, with hyphens between. ${FORMS}`],
	[/^\d{1,2}:\d{2}/, `It has a time and no date. ${FORMS}`],
	[/^\d{4}[/.]\d{1,2}[/.]\d{1,2}/, `Hyphens stand between year, month and day. ${FORMS}`],
	[/^\d{4}-?w\d/i, `Week dates are not supported, only year, month and day. ${FORMS}`],
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
	return known ? known[1] : `Only exact times and durations are supported. ${FORMS}`;
}
function wrong(text, cure) {
	return /* @__PURE__ */ new Error(`\`scheduled-at\` is ${shown(text)}. ${cure}`);
}
// src/sources/github-api.ts
async function askGithub(api, route, values, signal) {
	const { request } = await openGithubApi(api);
	const options = signal ? { request: { signal } } : {};
	const answer = await request(route, {
		...values,
		...options
	});
	const target = targetOf(answer, api.apiUrl);
	if (target === null || target.origin !== new URL(api.apiUrl).origin) return answer;
	return request({
		...options,
		method: "GET",
		url: target.href
	});
}
async function openGithubApi({ apiUrl, token, fetch }) {
	const { getOctokit } = await Promise.resolve().then(() => require("./vendor-github.js")).then((n) => n.github_exports);
	const silent = () => {};
	return getOctokit(token, {
		baseUrl: apiUrl,
		request: {
			fetch,
			log: {
				debug: silent,
				info: silent,
				warn: silent,
				error: silent
			}
		}
	});
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
function statusOf(cause) {
	const { status = 0, response } = cause;
	return response ? status : 0;
}
function explainFailure(cause, failed, cures) {
	const error = cause;
	const { status = 0, response } = error;
	const said = sentenceOf(error);
	const headers = response?.headers ?? {};
	if (!response) return `${failed}: ${said}. Run again when the GitHub API can be reached.`;
	if ((status === 403 || status === 429) && isRateLimit(headers, said)) {
		const reset = Number(headers["x-ratelimit-reset"]);
		return `${failed}: the GitHub API's rate limit is used up${reset > 0 && reset < 1e10 ? ` until ${(/* @__PURE__ */ new Date(reset * 1e3)).toISOString().slice(0, 16).replace("T", " ")} UTC` : ""} (${status} “${said}”). Run again later, or pass another \`github-token\`.`;
	}
	const answered = `${failed}: ${status} “${said}”.`;
	if (status === 401) return `${answered} \`github-token\` is wrong or expired. Leave it out for the default, \`\${{ github.token }}\`.`;
	if (status === 403) return `${answered} ${cures.forbidden}`;
	if (status === 404) return `${answered} ${cures.missing}`;
	return status >= 500 ? `${answered} The GitHub API has a problem. Run again later.` : answered;
}
function sentenceOf({ message, cause, response }) {
	if (cause?.name === "TimeoutError") return "no answer came within `timeout`";
	const { data } = response ?? {};
	return inFewWords((typeof data === "object" ? data?.message : data) ?? message);
}
function inFewWords(said) {
	const words = said.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim();
	return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}
function isRateLimit(headers, said) {
	return headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
// src/sources/github.ts
async function loadRelease(source) {
	const { repository, tag, apiUrl, token } = source;
	const [owner = "", repo = ""] = repository.split("/");
	if (!owner || !repo) throw new Error("`release-tag` needs the repository's name, and this runner does not set GITHUB_REPOSITORY. Set it in the step's `env:`, as `owner/name`.");
	if (token === "") throw new Error("`release-tag` needs `github-token`, which is empty. Leave it out for the default, `${{ github.token }}`.");
	if (!URL.canParse(apiUrl)) throw new Error(`\`release-tag\` needs the GitHub API, and GITHUB_API_URL is not a web address: ${JSON.stringify(apiUrl)}.`);
	const [which, named] = tag === "latest" ? ["latest", {}] : ["tags/{tag}", { tag }];
	let answer;
	try {
		answer = await askGithub(source, `GET /repos/{owner}/{repo}/releases/${which}`, {
			owner,
			repo,
			...named
		});
	} catch (cause) {
		const cures = {
			forbidden: "`github-token` may not read releases. Give the job `permissions: { contents: read }`.",
			missing: `${tag === "latest" ? "There is no published release yet (drafts and prereleases do not count)" : "No published release has this tag (a draft is not found by its tag)"}, or \`github-token\` may not see the repository. Run this step after the release is made, and give the job \`permissions: { contents: read }\`.`
		};
		throw new Error(explainFailure(cause, failed$1(source), cures), { cause });
	}
	const { data } = answer;
	if (answer.status !== 200 || !isRelease(data)) throw new Error(explainNoRelease(answer, source));
	return data;
}
function isRelease(data) {
	const { tag_name: tag } = data ?? {};
	return typeof tag === "string" && tag !== "";
}
function explainNoRelease(answer, source) {
	const { status, data } = answer;
	const address = "GITHUB_API_URL is not the address of the API (https://api.github.com, or https://HOST/api/v3 on GitHub Enterprise Server)";
	if (status >= 300) {
		const target = targetOf(answer, source.apiUrl);
		const where = target ? `a redirect to ${target.href.slice(0, 200)}, which is not followed with a token` : "a redirect";
		return `${failed$1(source)}: ${status}, ${where}. The repository was moved, or ${address}. Run this in the repository's new place, or correct GITHUB_API_URL.`;
	}
	const said = typeof data === "string" ? inFewWords(data) : "";
	const what = said === "" ? "" : `: “${said}”`;
	return `${failed$1(source)}: ${status}, but the answer is not a release${what}. Something in front of the API answers, such as a login page, or ${address}.`;
}
function failed$1({ repository, tag, apiUrl }) {
	return `Loading ${tag === "latest" ? `the latest release of ${repository}` : `the release ${tag} of ${repository}`} from ${apiUrl} failed`;
}
const ENOUGH$1 = 1e4;
async function runCreatedAt({ github, apiUrl }, token, fetch) {
	const [owner = "", repo = ""] = github.repository.split("/");
	if (token === "") return "`github-token` is empty; leave it out to have its default";
	if (owner === "" || repo === "" || github.run_id === "") return "this runner does not name its run";
	try {
		const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
		const run = {
			owner,
			repo,
			run_id: github.run_id
		};
		const answer = await askGithub({
			apiUrl,
			token,
			fetch
		}, route, run, AbortSignal.timeout(ENOUGH$1));
		const time = Date.parse(answer.data?.created_at ?? "");
		const ahead = Date.parse(String(answer.headers.date ?? "")) - Date.now();
		if (Number.isNaN(time)) return "the GitHub API's answer has no time";
		return Number.isNaN(ahead) || Math.abs(ahead) < PRECISION ? time : time - ahead;
	} catch (cause) {
		const { response, cause: origin } = cause;
		const limit = origin?.name === "TimeoutError" ? ` within ${ENOUGH$1 / 1e3} s` : "";
		if (!response) return `the GitHub API did not answer${limit}`;
		const isForbidden = response.status === 403 || response.status === 404;
		return `the GitHub API answered ${response.status}${isForbidden ? "; add `actions: read` to the job's permissions" : ""}`;
	}
}
const PRECISION = 1e4;
// src/sources/facts.ts
async function collectFacts(wanted, environment, fetch) {
	const { event, github, apiUrl } = environment;
	const { releaseTag: tag, githubToken: token, status } = wanted;
	const hasOther = [
		wanted.list,
		wanted.feed,
		wanted.files
	].some((one) => one !== null) || wanted.link !== "";
	const ofEvent = asObject(event.release);
	let release = ofEvent;
	if (tag !== "event" && ofEvent?.tag_name !== tag) release = await loadRelease({
		repository: github.repository,
		tag,
		apiUrl,
		token,
		fetch
	});
	if (release === null && status.from === "default announcement" && !hasOther) {
		const wanted = github.ref_type === "tag" ? "`${{ github.ref_name }}`" : "`latest` or to a tag";
		throw new Error(`The default announcement needs a release, and the event \`${github.event_name}\` has none. Set \`release-tag\` to ${wanted} (if it is set, its expression evaluated to an empty string here, as when an earlier step made no release), or write your own \`status\`.`);
	}
	return factsOf(environment, wanted.data, release);
}
function factsOf(environment, data, release = asObject(environment.event.release)) {
	const { event, github } = environment;
	const repository = describeRepository(environment);
	return {
		event,
		github: {
			...github,
			event
		},
		release: release && describeRelease(release, String(repository?.name ?? "")),
		repository,
		data,
		entry: null,
		feed: null
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
const FREE_TEXT = /\.(?:title|body|message|display_title|release\.name|milestone\.description)$/;
const ACCOUNT = /\.(?:login|username|author\.name)$|^event\.(?:inputs|client_payload)\./;
const OWN = [
	"repository",
	"organization",
	"enterprise",
	"installation"
];
function freeTexts({ event, release }) {
	const texts = /* @__PURE__ */ new Map();
	const { owner, name: project } = asObject(event.repository) ?? {};
	const own = [asObject(owner)?.login, project];
	for (const [name, value] of stringsIn(event, "event")) {
		if (value.trim() === "" || /^https?:/.test(value)) continue;
		if (FREE_TEXT.test(name)) texts.set(name, value);
		else if (/[@{]|^---/m.test(value)) texts.set(name, value);
		else if (ACCOUNT.test(name) && NAME.test(value) && !own.includes(value)) texts.set(name, `@${value}`);
	}
	if (release !== null && asObject(event.release)?.body !== release.body) for (const field of ["name", "body"]) {
		const value = release[field];
		if (typeof value === "string" && value.trim() !== "") texts.set(`release.${field}`, value);
	}
	return texts;
}
const NAME = /^[\w.-]+$/;
function* stringsIn(value, name) {
	const rest = [[name, value]];
	for (let next = rest.pop(); next; next = rest.pop()) {
		const [name, value] = next;
		if (typeof value === "string") yield [name, value];
		if (value === null || typeof value !== "object") continue;
		const held = Object.entries(value).filter(([key]) => name !== "event" || !OWN.includes(key));
		const nameOf = (key) => Array.isArray(value) ? `${name}[${key}]` : `${name}.${key}`;
		for (const [key, one] of held.reverse()) rest.push([nameOf(key), one]);
	}
}
function asObject(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value) ? value : null;
}
// src/plan/render.ts
async function render(inputs, facts, files, now) {
	const options = optionsOf(inputs, facts, now);
	const line = async (source, name) => (await renderLine(source, `\`${name}\``, options)).text;
	const { status } = inputs;
	const rendered = await renderStatus({
		source: status.source,
		isTemplate: status.isTemplate,
		name: `\`${status.from}\``
	}, {
		...options,
		splitsBody: inputs.overflow === "thread",
		freeTexts: status.from === "status" ? options.freeTexts : /* @__PURE__ */ new Map()
	});
	const idempotencyKey = await line(inputs.idempotencyKey, "idempotency-key");
	if (inputs.idempotencyKey !== "" && idempotencyKey === "") throw new Error("`idempotency-key` is empty here, so different posts would share it. Use values that this run has.");
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
	const schedule = await named(inputs.scheduledAt, "scheduled-at");
	const spoiler = await renderLine(inputs.spoilerText, "`spoiler-text`", options);
	const choices = await Promise.all((inputs.poll?.options ?? []).map((choice, index) => renderLine(choice, `option ${index + 1} of \`poll\``, options)));
	const told = [
		rendered,
		spoiler,
		...choices
	];
	return {
		drafts: rendered.drafts,
		mayMention: new Set(told.flatMap(({ mayMention }) => [...mayMention])),
		mentions: [],
		guarded: [],
		spoilerText: spoiler.text,
		media,
		mediaHashes: files.map(({ sha256 }) => sha256),
		poll: inputs.poll && {
			...inputs.poll,
			options: choices.map(({ text }) => text)
		},
		schedule,
		scheduledAt: timeOf(schedule),
		inReplyTo: await named(inputs.inReplyToId, "in-reply-to-id"),
		quoted: await named(inputs.quotedStatusId, "quoted-status-id"),
		editStatusId: await named(inputs.editStatusId, "edit-status-id"),
		idempotencyKey,
		printsNow: told.some(({ printsNow }) => printsNow),
		remarks: [...new Set(told.flatMap(({ remarks }) => remarks))]
	};
	function timeOf(text) {
		const time = resolveSchedule(text, now);
		return inputs.files !== null && time !== null && time <= now ? null : time;
	}
	async function named(source, name) {
		const text = await line(source, name);
		if (source === "" || text !== "") return text;
		throw new Error(`\`${name}\` is empty: ${source} has no value here. Use a value that this run has, or leave \`${name}\` out.`);
	}
}
function optionsOf({ language }, facts, now = Date.now()) {
	const nonce = (0, node_crypto.randomUUID)().replaceAll("-", "");
	return {
		locale: language,
		freeTexts: freeTexts(facts),
		nonce,
		now,
		facts: { ...facts },
		absent: absentFrom(facts),
		spent: processorTime
	};
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
function absentFrom(facts) {
	const reasons = {
		release: `${facts.github.event_name ? `the event \`${facts.github.event_name}\`` : "a run without an event"} has no release. Set \`release-tag\` to \`latest\` or to a tag, or run on release events`,
		data: "the input `data` is absent. Set it",
		feed: "this run has no feed. Set the input `feed`",
		entry: "this run is about no entry. Run on release events, or set `release-tag`, `feed`, `files`, `link` or a list in `data`"
	};
	return Object.fromEntries(Object.entries(reasons).filter(([name]) => facts[name] === null));
}
function processorTime() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e3;
}
// src/plan/inputs-of-post.ts
async function inputsOfPost(inputs, { facts, own }) {
	let whole = {
		...inputs,
		...own
	};
	for (const name of templatedNames.toSorted((one) => one === "language" ? -1 : 0)) {
		const template = name in own ? void 0 : inputs.templates[name];
		if (template !== void 0) whole = {
			...whole,
			...await renderTemplated(name, template, whole, facts)
		};
	}
	const media = [];
	for (const request of whole.media) {
		const rendered = await renderPaths(request, whole, facts);
		if (rendered.file !== "") media.push(rendered);
	}
	return {
		...whole,
		media
	};
}
async function releaseTagOf(inputs, facts) {
	const template = inputs.templates["release-tag"];
	if (template === void 0) return inputs.releaseTag;
	return (await renderTemplated("release-tag", template, inputs, facts)).releaseTag ?? inputs.releaseTag;
}
async function renderTemplated(name, template, inputs, facts) {
	const { text } = await renderLine(template, `\`${name}\``, optionsOf(inputs, facts));
	return readTemplated(name, text);
}
async function renderPaths(request, inputs, facts) {
	const path = async (source) => isTemplate(source) ? renderText(source, "`media`", optionsOf(inputs, facts)) : source;
	const { file, descriptionFile, thumbnail } = request;
	return {
		...request,
		file: await path(file),
		descriptionFile: await path(descriptionFile),
		thumbnail: await path(thumbnail)
	};
}
// src/sources/entry.ts
function ofRelease(release, repository) {
	return {
		title: textOf$1(release.title),
		summary: textOf$1(repository?.description),
		link: textOf$1(release.html_url),
		tags: tagsOf(repository?.topics),
		date: textOf$1(release.published_at),
		language: null
	};
}
function ofElement(element) {
	const fields = element !== null && typeof element === "object" ? element : {};
	return {
		title: textOf$1(fields.title),
		summary: textOf$1(fields.summary),
		link: webAddress(textOf$1(fields.link) ?? ""),
		tags: tagsOf(fields.tags),
		date: textOf$1(fields.date),
		language: textOf$1(fields.language)
	};
}
function webAddress(text) {
	return /^https?:\/\/[^\s\p{C}<>"]+$/iu.test(text) && URL.canParse(text) ? text : null;
}
function textOf$1(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
function tagsOf(value) {
	return Array.isArray(value) ? value.filter((tag) => typeof tag === "string" && tag !== "") : [];
}
// src/plan/link.ts
async function withLinks(subjects, inputs) {
	const linked = [];
	for (const subject of subjects) linked.push({
		...subject,
		facts: await withLink(subject.facts, inputs)
	});
	const links = linked.map(({ facts }) => facts.entry?.link ?? null);
	return linked.map((subject, index) => ({
		...subject,
		link: subject.name === null ? "" : tellingLink(links[index], links)
	}));
}
const NOTHING = {
	title: null,
	summary: null,
	link: null,
	tags: [],
	date: null,
	language: null
};
async function withLink(facts, inputs) {
	if (inputs.link === "" || facts.entry?.link) return facts;
	const { text } = await renderLine(inputs.link, "`link`", optionsOf(inputs, facts));
	const link = webAddress(text);
	if (link === null) {
		const example = inputs.files !== null ? "entry.slug" : inputs.feed !== null ? "entry.id" : "data.slug";
		throw new Error(`\`link\` renders to ${JSON.stringify(text.slice(0, 200))}, which is not a web address. Write the whole address, such as \`https://blog.example/{{ ${example} }}/\`.`);
	}
	if (!facts.entry?.date && /\bentry\.date\b/.test(inputs.link) && /[^:]\/\//.test(text)) throw new Error(`\`link\` renders to ${JSON.stringify(text.slice(0, 200))}: it uses \`entry.date\`, and the entry has none. Give it a \`date\`, in a file's front matter or at the start of its name (2026-12-31-name.md).`);
	return {
		...facts,
		entry: {
			...facts.entry ?? NOTHING,
			link
		}
	};
}
function tellingLink(link, links) {
	if (link === null) return "";
	const same = links.filter((other) => other !== null && pageOf(other) === pageOf(link));
	if (same.length === 1) return pageOf(link);
	return same.filter((other) => other === link).length === 1 ? link : "";
}
function pageOf(link) {
	return link.replace(/#.*$/, "");
}
// src/plan/new-entries.ts
const RUN_AGAIN = "then run this again.";
const MOST_STATUSES = 400;
function lookForEntries(candidates, maxAge) {
	const common = {
		orElse: "stop",
		otherwise: RUN_AGAIN,
		keySince: 0
	};
	if (candidates.some(({ facts }) => facts.entry.published === null)) {
		const why = `through ${MOST_STATUSES} statuses, since the feed tells only when entries were updated`;
		return {
			...common,
			since: 0,
			most: MOST_STATUSES,
			why
		};
	}
	const since = Math.min(...candidates.map(({ date }) => date ?? 0)) - maxAge;
	return {
		...common,
		since,
		why: "which is `max-age` before the oldest entry that may be new"
	};
}
function lookForFiles({ maxAge, duplicateCheck }, now) {
	const age = typeof duplicateCheck === "number" ? Math.max(duplicateCheck, maxAge) : maxAge;
	const why = age === maxAge ? "which is one `max-age` back" : "as `duplicate-check` says";
	return {
		since: now - age,
		why,
		orElse: "stop",
		otherwise: RUN_AGAIN,
		keySince: 0
	};
}
function chooseNew(candidates, { maxPosts, maxAge, files }, now) {
	const absent = candidates.filter(({ isPosted }) => !isPosted);
	const missed = absent.filter(({ date }) => now - date > maxAge);
	const fresh = absent.filter(({ date }) => now - date <= maxAge);
	const left = fresh.slice(maxPosts);
	const remarks = [];
	if (missed.length > 0) {
		const which = missed.length === 1 ? "An entry" : `${missed.length} entries`;
		remarks.push(`${which} of the feed became older than \`max-age\` (${require_mastodon.formatDuration(maxAge)}) before a run posted ${missed.length === 1 ? "it" : "them"}. Run more often, or raise \`max-age\`.`);
	}
	if (left.length > 0) {
		const end = new Date(left[0].date + maxAge).toISOString().slice(0, 16).replace("T", " ");
		const [one, several] = files === null ? ["entry of the feed", "entries of the feed"] : ["file", "files"];
		remarks.push(`${left.length} more ${left.length === 1 ? `${one} waits` : `${several} wait`} for the next run, since \`max-posts\` is ${maxPosts}. The first of them is too old from ${end} UTC.`);
	}
	return {
		chosen: fresh.slice(0, maxPosts),
		remarks
	};
}
// src/plan/plan.ts
function planOf(inputs, environment, facts, post, texts, now, link = "") {
	const { visibility, language, contentType, quoteApprovalPolicy, duplicateCheck } = inputs;
	const { spoilerText, media, mediaHashes, poll, inReplyTo, quoted, schedule, editStatusId, idempotencyKey } = post;
	const { release } = facts;
	const sensitive = inputs.sensitive ?? (spoilerText === "" ? void 0 : true);
	const params = {
		content_type: contentType,
		...spoilerText === "" ? {} : { spoiler_text: spoilerText },
		...visibility === void 0 ? {} : { visibility },
		...language === void 0 ? {} : { language: require_mastodon.languageKept(language) },
		...sensitive === void 0 ? {} : { sensitive },
		...quoteApprovalPolicy === void 0 ? {} : { quote_approval_policy: quoteApprovalPolicy }
	};
	const meansNobody = post.mentions.length === 0 && inputs.mentions !== "all";
	const what = {
		texts,
		...params,
		poll,
		media: mediaHashes,
		reply: inReplyTo,
		quote: quoted,
		schedule
	};
	return {
		identity: inputs.feed !== null && idempotencyKey === "" ? entryIdentity(facts, link, [
			language ?? "",
			visibility ?? "",
			inReplyTo,
			quoted
		]) : inputs.files !== null && idempotencyKey === "" ? [
			"file",
			environment.github.repository,
			facts.entry?.path,
			what
		] : identityOf(facts, environment.place, idempotencyKey, what),
		texts,
		params: meansNobody && post.scheduledAt === null ? {
			...params,
			allowed_mentions: []
		} : params,
		mentions: post.mentions,
		media,
		poll,
		scheduledAt: post.scheduledAt,
		inReplyTo,
		quoted,
		quotesBy: ["quoted_status_id", "quote_id"],
		link,
		release: facts.feed || inputs.files || inputs.list ? null : release && {
			url: release.html_url ?? "",
			publishedAt: timesOf(release).out,
			inAnyWords: idempotencyKey === "" && (isAnnouncedElsewhere(environment) || isLoaded(facts))
		},
		letsGoFirst: isAnnouncedElsewhere(environment) && duplicateCheck !== "never",
		look: null,
		edit: editStatusId === "" ? null : {
			target: editStatusId,
			since: now - (typeof duplicateCheck === "number" ? duplicateCheck : USUAL_WINDOW),
			before: now
		},
		pin: inputs.pin
	};
}
function identityOf({ github, release }, place, idempotencyKey, what) {
	if (idempotencyKey !== "") return [
		"key",
		github.repository,
		idempotencyKey
	];
	return [
		"post",
		github.repository,
		release?.id ?? github.run_id,
		place,
		what
	];
}
function entryIdentity({ entry }, link, aims) {
	const { id = null, title = null } = entry ?? {};
	return [
		"entry",
		link || id || [entry?.link ?? null, title],
		...aims
	];
}
function isLoaded({ event, release }) {
	const { id } = event.release ?? {};
	return release !== null && release.id !== id;
}
const DAY = 864e5;
const USUAL_WINDOW = 30 * DAY;
const SAME_TEXT = DAY;
async function withLook(plan, { duplicateCheck }, environment, facts, now, created) {
	const isRerun = Number(environment.github.run_attempt) > 1 && duplicateCheck !== "never";
	const began = isRerun || plan.edit?.target === "auto" ? await created() : null;
	const look = lookOf(duplicateCheck, environment, facts, isRerun ? began : null, now);
	return {
		...plan,
		look,
		edit: plan.edit && {
			...plan.edit,
			before: typeof began === "number" ? began : now
		}
	};
}
function lookOf(duplicateCheck, environment, facts, began, now) {
	if (duplicateCheck === "never") return null;
	const { made, out } = timesOf(facts.release ?? {});
	const windows = [];
	if (typeof duplicateCheck === "number") windows.push({
		since: now - duplicateCheck,
		why: "as `duplicate-check` says",
		orElse: "stop"
	});
	if (isLoaded(facts)) windows.push({
		...sinceRelease(out, "came out", now),
		orElse: "stop"
	});
	if (isAnnouncedElsewhere(environment)) windows.push({
		...sinceRelease(made, "was made", now),
		orElse: "post"
	});
	if (typeof began === "number") windows.push({
		since: began,
		why: "when this run began",
		orElse: "rely on key"
	});
	else if (began !== null) {
		if (facts.event.release) windows.push({
			...sinceRelease(out, "came out", now),
			orElse: "rely on key"
		});
		const why = `24 hours back, as nobody tells when this run began (${began})`;
		windows.push({
			since: now - SAME_TEXT,
			why,
			orElse: "rely on key"
		});
	}
	const [widest] = windows.toSorted((one, other) => one.since - other.since);
	if (!widest) return null;
	const orElse = ["stop", "rely on key"].find((one) => windows.some((window) => window.orElse === one));
	return {
		...widest,
		orElse: orElse ?? "post",
		keySince: typeof began === "number" ? began : 0
	};
}
function sinceRelease(time, what, now) {
	return time === null ? {
		since: now - USUAL_WINDOW,
		why: `30 days back, as nobody tells when the release ${what}`
	} : {
		since: time,
		why: `when the release ${what}`
	};
}
// src/plan/other-text.ts
async function refuseOtherText({ environment, now }, facts, { inputs, plan, printsNow }, began) {
	const attempt = Number(environment.github.run_attempt);
	const isKnownAgain = plan.link !== "" || plan.edit !== null && plan.edit.target !== "auto";
	if (!(attempt > 1) || inputs.duplicateCheck === "never" || isKnownAgain) return;
	const words = async (changed, time) => JSON.stringify(textsOf(await render(inputs, changed, [], time)));
	const time = now();
	const own = await words(facts, time);
	for (const earlier of /* @__PURE__ */ new Set([1, attempt - 1])) {
		const github = {
			...facts.github,
			run_attempt: String(earlier)
		};
		if (await words({
			...facts,
			github
		}, time) !== own) throw otherText("`github.run_attempt`", "`github.run_id`");
	}
	if (!printsNow) return;
	const start = await began();
	if (await words(facts, typeof start === "number" ? start : time - 864e5) !== own) throw otherText("the time now", "A time of the event, such as `release.published_at`,");
}
function otherText(what, instead) {
	return /* @__PURE__ */ new Error(`The template prints ${what}, so this re-run has another text than the attempt before, and would not find its post. Look at the account; if it is not there, start a new run, or set \`duplicate-check: never\`. ${instead} stays the same.`);
}
// src/status/compose/composition.ts
function toPart(text, { spoiler, counting }) {
	return {
		text,
		characters: require_mastodon.countCharacters(text, spoiler, counting)
	};
}
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
function isBlank(text) {
	return !/[!-~]/.test(text) && !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
// src/status/compose/measure.ts
const BLANK = /^[^\P{White_Space}\u00a0\u2007\u202f]+$/u;
const SIGIL = /(?:(?<![\w.+-])[\w.+-]+)?[@＠#＃](?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}.\-@＠#＃]*/gu;
const SCHEME = /:\/\/|\b(?:magnet|xmpp):/i;
function beginning(text, most) {
	const line = text.trim().replace(/\s+/g, " ");
	let end = 0;
	let count = 0;
	for (const { segment, index } of require_mastodon.graphemes(line)) {
		if (count++ === most) break;
		end = index + segment.length;
	}
	const torn = require_mastodon.matchMentions(line).find((mention) => mention.start < end && end < mention.end);
	return line.slice(0, torn?.start ?? end).trimEnd();
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
	for (const { segment, index } of require_mastodon.graphemes(text)) {
		const end = index + segment.length;
		plain += segment.length === 1 ? 1 : require_mastodon.countUnits(segment, counting.unit);
		for (; next < bounds.length && bounds[next].end <= end; next++) bound = merged(bound, bounds[next]);
		if (next < bounds.length && bounds[next].start < end) continue;
		const atom = text.slice(start, end);
		count += bound?.shortened ? require_mastodon.countCharacters(atom, "", counting) : plain;
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
	const urls = require_mastodon.findUrls(text);
	const links = urls.map(({ start, end }) => ({
		start,
		end,
		link: true,
		shortened: shortUrls
	}));
	const hashtags = require_mastodon.findHashtags(text).map(({ start, end }) => ({
		start,
		end,
		link: true,
		shortened: false
	}));
	const mentions = require_mastodon.findMentions(text, urls).map(({ start, end, handle }) => {
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
	if (pieces.length > 0) return shrink(measured, pieces, room, "none");
	const prose = paragraphs(measured).filter(({ from, to }) => closing(measured, from, to) > from);
	const cut = shrink(measured, prose, room, "all") ?? shrink(measured, prose, room, "closing");
	return cut && {
		...cut,
		losses: [{
			removed: cut.losses.map(({ removed }) => removed).join("\n\n"),
			whole: false
		}]
	};
}
function cutStretch(m, from, to, room, survive) {
	if (survive === "none") return shorten(m, from, to, room);
	const end = dropBlank(m, from, closing(m, from, to));
	const rest = cost(m, end, to);
	const kept = survive === "all" ? keepLinks(m, from, end, room - rest) : shorten(m, from, end, room - rest);
	return kept && {
		...kept,
		text: joined(kept.text, slice(m, end, to)),
		cost: kept.cost + rest
	};
}
function joined(kept, rest) {
	const [odd = ""] = /^[^\S \t\n]+/.exec(rest) ?? [];
	const more = rest.slice(odd.length);
	return kept + (odd === "" || /^(?:[ \t\n]|$)/.test(more) ? more : ` ${more}`);
}
function piece(m, range) {
	const to = lastStop(m, range.end);
	const start = skipBlank(m, firstStop(m, range.start), to);
	return {
		from: start,
		to: dropBlank(m, start, to)
	};
}
function shrink(m, pieces, room, survive) {
	const { blocks, joins } = takeApart(m, pieces);
	const losses = [];
	let over = [...blocks, ...joins].reduce((sum, block) => sum + block.cost, 0) - room;
	const first = blocks.findIndex((block) => block.piece);
	let behindIsGone = false;
	for (let i = blocks.length - 1; i >= 0; i--) {
		const { piece, cost: full, text } = blocks[i];
		const mayGo = survive === "none" ? blocks.length > 1 : i > first;
		const headsNothing = behindIsGone && mayGo && piece && isHeading(m, piece.from, piece.to);
		behindIsGone = false;
		if (!piece || over <= 0 && !headsNothing) continue;
		const { from, to } = piece;
		const kept = headsNothing ? void 0 : cutStretch(m, from, to, full - over, survive);
		if (kept && (!mayGo || require_mastodon.countGraphemes(slice(m, from, kept.to)) >= LEAST)) {
			losses.push({
				removed: kept.removed,
				whole: false
			});
			replace(i, kept);
			continue;
		}
		if (!mayGo) return void 0;
		const left = survivors(m, from, to, survive);
		losses.push({
			removed: left.text === "" ? text : left.removed,
			whole: true
		});
		if (left.text === "") remove(i);
		else replace(i, left);
		behindIsGone = survive !== "none" && left.text === "";
	}
	if (over > 0) return void 0;
	return {
		text: blocks.map(({ text }, i) => text + (joins[i]?.text ?? "")).join(""),
		losses: losses.reverse()
	};
	function replace(i, { text, cost }) {
		over -= blocks[i].cost - cost;
		blocks[i] = {
			text,
			cost
		};
		const join = joins[i];
		if (join) joins[i] = {
			...join,
			text: joined("", join.text)
		};
	}
	function remove(i) {
		const gaps = joins.slice(Math.max(i - 1, 0), i + 1);
		const gap = i > 0 && i < blocks.length - 1 ? [wider(gaps[0], gaps[1])] : [];
		over -= blocks[i].cost + gaps.reduce((sum, { cost }) => sum + cost, 0) - (gap[0]?.cost ?? 0);
		blocks.splice(i, 1);
		joins.splice(Math.max(i - 1, 0), gaps.length, ...gap);
	}
}
function survivors(m, from, to, survive) {
	if (survive === "none") return {
		text: "",
		cost: 0,
		removed: ""
	};
	const end = closing(m, from, to);
	const amid = survive === "all" ? linksIn(m, from, end) : [];
	const parts = [...amid.map((i) => [i, i + 1]), ...end < to ? [[end, to]] : []];
	return {
		text: parts.map(([start, stop]) => slice(m, start, stop)).join(" "),
		cost: parts.reduce((sum, [start, stop]) => sum + cost(m, start, stop), Math.max(0, parts.length - 1)),
		removed: without(m, from, end, amid)
	};
}
function linksIn(m, from, to) {
	return m.kinds.slice(from, to).flatMap((kind, i) => kind === "link" ? [from + i] : []);
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
	} : {
		...widest,
		text: joined("", widest.text)
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
	const start = lineStart(m, from, link);
	return m.stops[link] - m.stops[start] <= LONGEST_LABEL && (start > from || /[:：]\s*$/.test(slice(m, start, link))) ? start : link;
}
function isText(m, from, to) {
	for (let i = from; i < to; i++) if (m.kinds[i] === "bound" || m.kinds[i] === "text" && /[\p{L}\p{N}]/u.test(slice(m, i, i + 1))) return true;
	return false;
}
function keepLinks(m, from, to, room) {
	const links = linksIn(m, from, to);
	for (let lost = [];;) {
		const reserve = lost.reduce((sum, i) => sum + 1 + cost(m, i, i + 1), 0);
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
	const used = room < limit ? `, ${require_mastodon.formatCount(limit - room)} of which the content warning and the number take` : "";
	return new TooLong(`“${beginning(slice(source, at, at + 1), 40)}…” has ${require_mastodon.formatCount(characters)} characters and cannot be split, and the instance allows ${require_mastodon.formatCount(limit)}${used}: shorten or drop this URL, mention or hashtag.`, {
		characters: characters + limit - room,
		limit,
		part
	});
}
// src/status/compose/compose.ts
async function compose(drafts, options) {
	const visible = drafts.filter(({ text }) => !isBlank(text));
	if (visible.length === 0 && options.mayBeEmpty) return {
		parts: [toPart("", options)],
		cuts: [],
		tooLong: null
	};
	const parts = visible.map(({ text }) => toPart(text, options));
	if (parts.length === 0 || fits(parts, options)) return {
		parts,
		cuts: [],
		tooLong: null
	};
	return overflowing(visible, options);
}
function fits(parts, { limit, counting, spoiler, overflow, maxParts }) {
	return parts.length <= (overflow === "thread" ? 1 : maxParts) && require_mastodon.countCharacters("", spoiler, counting) < limit && parts.every(({ characters }) => characters <= limit);
}
function overflowing(visible, options) {
	try {
		return {
			...fitting(visible, options),
			tooLong: null
		};
	} catch (error) {
		if (!(error instanceof TooLong)) throw error;
		return {
			parts: visible.map(({ text }) => toPart(text, options)),
			cuts: [],
			tooLong: error
		};
	}
}
function fitting(visible, options) {
	const reserved = require_mastodon.countCharacters("", options.spoiler, conjunctsApart(options.counting));
	if (reserved >= options.limit) throw spoilerTooLong(reserved, options.limit);
	const { texts, cuts } = options.overflow === "thread" ? asThread(visible, reserved, options) : oneByOne(visible, reserved, options);
	const parts = texts.map((text) => toPart(text, options));
	for (const [i, { characters }] of parts.entries()) if (characters > options.limit) throw tooLong(i + 1, parts, characters, options);
	return {
		parts,
		cuts
	};
}
function asThread(drafts, reserved, options) {
	const { parts, lost } = thread(drafts.map(({ text }) => text), {
		...options,
		counting: conjunctsApart(options.counting),
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
		const { characters } = toPart(draft.text, options);
		if (characters <= options.limit) return draft.text;
		if (options.overflow === "fail") throw tooLong(i + 1, drafts, characters, options);
		const shortened = truncate(draft.text, draft.fit, options.limit - reserved, conjunctsApart(options.counting));
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
function conjunctsApart(counting) {
	return counting.unit === "graphemes" ? {
		...counting,
		unit: "graphemes, conjuncts apart"
	} : counting;
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
function cut(part, removed, whole) {
	return {
		part,
		removed: require_mastodon.countGraphemes(removed),
		beginning: beginning(removed, 60),
		whole
	};
}
function tooLong(part, parts, characters, { limit }) {
	return new TooLong(`${subject(part, parts)} has ${require_mastodon.formatCount(characters)} characters, and the instance allows ${require_mastodon.formatCount(limit)}: shorten it, or set \`overflow\` to \`truncate\` (mark what may be shortened with the filter \`fit\`) or to \`thread\`.`, {
		characters,
		limit,
		part
	});
}
function cannotCut(part, drafts, characters, { limit }) {
	return new TooLong(`${`${subject(part, drafts)} has ${require_mastodon.formatCount(characters)} characters, the instance allows ${require_mastodon.formatCount(limit)}, and`} ${cureOf(drafts[part - 1])}, or set \`overflow\` to \`thread\`.`, {
		characters,
		limit,
		part
	});
}
function cureOf({ text, fit }) {
	if (fit.every(({ start, end }) => isBlank(text.slice(start, end)))) return "cutting its paragraphs is not enough: leave out links and hashtags, which survive a cut";
	return isBlank(fit.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text)) ? "no beginning of it fits: shorten its first URL, mention or hashtag, or the content warning" : "cutting what went through `fit` is not enough: mark a longer piece with the filter `fit`, shorten the rest";
}
function subject(part, parts) {
	return parts.length > 1 ? `Part ${part} of the status` : "The status";
}
function tooMany(drafts, options) {
	const part = options.maxParts + 1;
	const message = `The template makes ${drafts.length} parts, and \`max-parts\` allows ${options.maxParts}: write fewer \`---\`, raise \`max-parts\`, or set \`overflow\` to \`truncate\` or \`thread\`, which drop the rest.`;
	const { characters } = toPart(drafts[part - 1].text, options);
	return new TooLong(message, {
		characters,
		limit: options.limit,
		part
	});
}
function spoilerTooLong(characters, limit) {
	return new TooLong(`The content warning alone has ${require_mastodon.formatCount(characters)} characters, and the instance allows ${require_mastodon.formatCount(limit)} for it and the text together: shorten \`spoiler-text\`.`, {
		characters,
		limit,
		part: 1
	});
}
// src/plan/prepare.ts
async function prepare(common, subject) {
	const { raw, environment, askLimits, now } = common;
	const { facts, link, problems } = subject;
	if (problems.length > 0) throw new InputError([...problems]);
	const inputs = await inputsOfPost(common.inputs, subject);
	const rendered = guardPost(await render(inputs, facts, await common.findMedia(inputs.media), now()), inputs.mentions);
	refuseSecrets([...textsOf(rendered), JSON.stringify(facts.data)], raw);
	const { limits, isAsked } = await askLimits(rendered, inputs);
	const post = limits?.mentionsInWords ? guardPost(rendered, inputs.mentions, true) : rendered;
	const { maxCharacters: limit, counting } = limits ?? require_mastodon.assumedLimits;
	const silent = `${inputs.instanceUrl} did not say how long a status may be, so ${require_mastodon.formatCount(limit)} characters are assumed.`;
	const { overflow, maxParts } = inputs;
	const mayBeEmpty = post.media.length > 0;
	const spoiler = post.spoilerText;
	const composed = await compose(post.drafts, {
		limit,
		counting,
		spoiler,
		mayBeEmpty,
		overflow,
		maxParts
	});
	if (composed.parts.length === 0) {
		const why = post.drafts.some(({ text }) => text.trim() !== "") ? "The text has invisible characters alone" : "The text is empty: every value that the template uses is empty here";
		throw new Error(`${why}. Nothing is posted.`);
	}
	const texts = composed.parts.map(({ text }) => text);
	const plan = planOf(inputs, environment, facts, post, texts, now(), link);
	const refused = [...refusedOf(plan, limits), ...refusedEntry(inputs, facts, link, texts[0], common.mustLink)];
	return {
		inputs,
		plan: limits?.quotesBy ? {
			...plan,
			quotesBy: [limits.quotesBy]
		} : plan,
		composed,
		limit,
		limitAsked: limits !== null,
		guarded: post.guarded,
		printsNow: post.printsNow,
		remarks: {
			first: [...rendered.remarks, ...isAsked && !limits ? [silent] : []],
			last: remarksOn(plan, limits)
		},
		refused: composed.tooLong ?? (refused.length > 0 ? new InputError(refused) : null)
	};
}
function refusedEntry({ files, status, waitForLink }, { entry }, link, text, mustLink) {
	const missing = !entry?.link;
	if (missing && waitForLink) return ["`wait-for-link` waits for the link of what the post is about, and there is none. Set `link`, or leave it out."];
	if (missing && status.from === "default announcement") return ["The default announcement needs a link, and this entry has none. Set `link`, or write your own `status`."];
	if (!mustLink) return [];
	if (missing) return [`This entry has no link, so a post about it would not be known again. Set \`link\`, such as \`https://blog.example/{{ entry.${files === null ? "id" : "slug"} }}/\`.`];
	if (link === "" || require_mastodon.addressesIn(text).some((found) => require_mastodon.leadsToEntry(found, link))) return [];
	return ["The text does not link to the entry, so a post about it would not be known again. Write `{{ entry.link }}` into its first part."];
}
// src/sources/web.ts
const MOST_REDIRECTS = 5;
async function getFromWeb(http, address, accept) {
	let url = new URL(address);
	if (url.protocol !== "https:" && !(url.protocol === "http:" && require_mastodon.isLoopback(url.hostname))) throw new WebError(`it is not an https address. Write https://${url.host || "…"}${url.pathname}`);
	const seen = [];
	for (;;) {
		const answer = await send(http, url, {
			accept,
			"user-agent": "mastodon-status-action",
			"accept-encoding": "identity"
		}, seen.length > 0);
		const { status } = answer;
		const { location } = answer.headers;
		if (![
			301,
			302,
			303,
			307,
			308
		].includes(status) || location === void 0) {
			const bytes = Buffer.from(answer.text, "latin1");
			return {
				status,
				headers: answer.headers,
				bytes,
				isWhole: !answer.isCut,
				url
			};
		}
		seen.push(url.href);
		if (!URL.canParse(location, url.href)) throw new WebError("it redirects to what is not an address");
		url = new URL(location, url.href);
		const why = whyNotFollowed(url, seen);
		if (why !== null) throw new WebError(why);
	}
}
var WebError = class extends Error {
	isForNow;
	constructor(message, isForNow = false) {
		super(message);
		this.isForNow = isForNow;
	}
};
async function send(http, url, headers, publicOnly) {
	try {
		return await http.send({
			method: "GET",
			url,
			headers,
			publicOnly,
			encoding: "latin1",
			mayRepeat: true
		});
	} catch (cause) {
		const error = cause;
		const code = error.code ?? error.cause?.code;
		throw new WebError(whyNoAnswer(error, code, url), code !== "ERR_PRIVATE_ADDRESS");
	}
}
function whyNotFollowed(url, seen) {
	const where = `it redirects to ${url.href.slice(0, 200)}`;
	if (seen.includes(url.href)) return `${where}, in a circle`;
	if (seen.length > MOST_REDIRECTS) return `it redirects more than ${MOST_REDIRECTS} times`;
	if (require_mastodon.isLoopback(url.hostname) || require_mastodon.isPrivateAddress(url.hostname)) return `${where}, which is not on the internet`;
	return url.protocol === "https:" ? null : `${where}, which is not https`;
}
function whyNoAnswer({ name, message }, code, { host }) {
	if (name === "TimeoutError") return `${host} gave no answer in time`;
	if (code === "ERR_PRIVATE_ADDRESS") return `it redirects to ${host}, whose address is not on the internet`;
	if (code === "ENOTFOUND") return `the name ${host} was not found`;
	if (code === "ECONNREFUSED") return `${host} refused the connection`;
	return `the connection to ${host} failed (${code || message})`;
}
// src/plan/wait-for-link.ts
const ENOUGH = 3e4;
const RESERVE = 1e4;
const LONGEST = 3e4;
async function* waitForLink(link, http) {
	const { clock } = http;
	for (let tries = 1;; tries += 1) {
		const { status, problem } = await ask(link, http.within(Math.min(ENOUGH, clock.left())));
		if (problem === "") {
			if (status >= 400) yield {
				kind: "remark",
				sentence: `${link} answered ${status}, ${UNSEEN}`
			};
			return;
		}
		const wait = Math.min(2e3 * 2 ** (tries - 1), LONGEST, clock.left() - RESERVE);
		if (wait > 0) yield {
			kind: "waiting",
			line: `${link}: ${problem}. Asking again in ${require_mastodon.inSeconds(wait)}.`
		};
		if (wait <= 0 || !await require_mastodon.pause(clock, wait)) throw new Error(`\`wait-for-link\`: ${link} is not there: ${problem}. Nothing is posted. Check the address; if the site takes longer to publish, raise \`timeout\`, or run this step after that.`);
	}
}
const UNSEEN = "so `wait-for-link` cannot see whether the page is there. The post did not wait for it.";
async function ask(link, http) {
	try {
		const { status } = await getFromWeb(http, link, "text/html, */*;q=0.8");
		return {
			status,
			problem: status === 404 || status === 410 || status >= 500 ? `the server answered ${status}` : ""
		};
	} catch (error) {
		if (error instanceof WebError && error.isForNow) return {
			status: 0,
			problem: error.message
		};
		throw new Error(`\`wait-for-link\`: ${link} cannot be asked: ${error.message}. Correct the link, or leave \`wait-for-link\` out.`);
	}
}
// src/report/attached.ts
function attachedOf({ media, poll, inReplyTo, quoted, scheduledAt }) {
	return {
		media: media.map(({ label, file, focus, thumbnail, description }) => {
			return {
				label: `${label} (${[
					file.type,
					require_mastodon.formatSize(file.size),
					...focus === "" ? [] : [`focus ${focus}`],
					...thumbnail === null ? [] : [`thumbnail ${thumbnail.filename}`]
				].join(", ")})`,
				description
			};
		}),
		poll: poll && pollOf(poll.options, poll.multiple ?? false, [`open for ${require_mastodon.formatDuration(poll.expires_in * 1e3)}`, ...poll.hide_totals ? ["votes hidden until it closes"] : []]),
		scheduledAt: scheduledAt === null ? "" : require_mastodon.inUtc(scheduledAt),
		inReplyTo: require_mastodon.shortName(inReplyTo),
		quoted: require_mastodon.shortName(quoted)
	};
}
function attachedTo(entity, planned) {
	const { media_attachments: media, params } = entity;
	const { poll, in_reply_to_id: reply, ...source } = require_mastodon.asObject(params ?? entity);
	const quote = source.quote ?? source.quote_id ?? source.quoted_status_id;
	return {
		media: (Array.isArray(media) ? media : []).map(require_mastodon.asObject).map(({ type, description }) => ({
			label: `${require_mastodon.shortName(require_mastodon.textOf(type)) || "file"}, as it is on the server`,
			description: require_mastodon.textOf(description)
		})),
		poll: poll ? pollOnServer(require_mastodon.asObject(poll)) : null,
		scheduledAt: planned.scheduledAt,
		inReplyTo: reply ? planned.inReplyTo || require_mastodon.shortName(String(reply)) : "",
		quoted: quote ? planned.quoted : ""
	};
}
function pollOnServer({ options, multiple, expires_at: end, expired }) {
	const titles = (Array.isArray(options) ? options : []).map((option) => require_mastodon.textOf(require_mastodon.asObject(option).title ?? option));
	const closes = Date.parse(require_mastodon.textOf(end));
	const time = Number.isNaN(closes) ? [] : [`${expired === true ? "closed" : "open until"} ${require_mastodon.inUtc(closes)}`];
	return pollOf(titles, multiple === true, time);
}
function pollOf(options, multiple, [time = "", ...more]) {
	const settings = [
		time,
		multiple ? "several choices" : "one choice",
		...more
	].filter((one) => one !== "");
	return {
		options: [...options],
		mark: multiple ? "☐" : "○",
		settings: settings.join(", ")
	};
}
// src/report/report.ts
const nothingYet = {
	entry: null,
	file: null,
	result: "failed",
	reason: "",
	handle: "",
	profile: "",
	hasAccount: false,
	isEdit: false,
	isToPin: false,
	inFlight: null,
	awaited: null,
	parts: [],
	attached: {
		media: [],
		poll: null,
		scheduledAt: "",
		inReplyTo: "",
		quoted: ""
	},
	spoilerText: "",
	visibility: "",
	language: "",
	limit: 500,
	limitAsked: false,
	response: "",
	cuts: [],
	guarded: [],
	differences: [],
	retries: [],
	problems: [],
	evidence: ""
};
const MOST_REFUSED = 500;
function shownText({ text, characters }, limit) {
	const all = [...text];
	if (characters <= limit || all.length <= MOST_REFUSED) return text;
	return `${all.slice(0, MOST_REFUSED).join("")}… (and ${require_mastodon.formatCount(all.length - MOST_REFUSED)} characters more)`;
}
function planned(plan, { parts, cuts }, inputs, known) {
	const { params, poll, edit, pin } = plan;
	const texts = [
		...parts.map(({ text }) => text),
		params.spoiler_text ?? "",
		...poll?.options ?? []
	];
	return {
		...nothingYet,
		...known,
		guarded: known.guarded.filter((mention) => texts.some((text) => text.replaceAll("‌", "").replaceAll("%40", "@").includes(mention))),
		hasAccount: inputs.instanceUrl !== "" && inputs.accessToken !== "",
		isEdit: edit !== null && edit.target !== "auto",
		isToPin: pin,
		parts: parts.map((part) => ({
			...part,
			id: "",
			url: "",
			uri: "",
			visibility: "",
			language: ""
		})),
		attached: attachedOf(plan),
		spoilerText: params.spoiler_text ?? "",
		visibility: params.visibility ?? "",
		language: params.language ?? "",
		cuts: cuts.map((cut) => cutInWords(cut, parts.length, inputs, known.limit))
	};
}
function cutInWords(cut, count, { overflow, maxParts }, limit) {
	const { part, removed, beginning, whole } = cut;
	const where = count > 1 ? ` of part ${part}` : "";
	const what = `${whole ? "Left out" : "Cut"} ${require_mastodon.formatCount(removed)} characters${where}, beginning with “${beginning.replace(/\s+/g, " ").trim()}”.`;
	return overflow === "thread" && part === maxParts && count === maxParts ? `${what} The text needs more than the ${maxParts} parts that \`max-parts\` allows.` : `${what} The text was longer than ${require_mastodon.formatCount(limit)} characters.`;
}
function reduce(report, step) {
	switch (step.kind) {
		case "remark": return {
			...report,
			differences: [...report.differences, step.sentence]
		};
		case "waiting": return {
			...report,
			awaited: null,
			retries: [...report.retries, step.line]
		};
		case "uploading": return {
			...report,
			awaited: "a file"
		};
		case "sending": return {
			...report,
			inFlight: step.what,
			awaited: step.what
		};
		case "not stored": return {
			...report,
			inFlight: null,
			awaited: null
		};
		case "changed": {
			const parts = report.parts.with(step.part, {
				...report.parts[step.part],
				text: step.text
			});
			return {
				...report,
				parts,
				differences: [...report.differences, step.why]
			};
		}
		case "stored": return withStored({
			...report,
			inFlight: null,
			awaited: null
		}, step.status, step.part, step.differences);
		case "author": return {
			...report,
			handle: step.handle,
			profile: step.profile
		};
		case "editing": return {
			...report,
			isEdit: true
		};
		case "would edit": {
			const none = "No status that announces the same was found, so it would be posted.";
			const { address } = step;
			const reason = address === null ? none : `It would edit ${address}, which announces the same.`;
			return {
				...report,
				isEdit: address !== null,
				reason
			};
		}
		case "edited": return withEdited({
			...report,
			inFlight: null,
			awaited: null
		}, step.status, step.differences);
		case "pinned": {
			const problems = step.problem === null ? [] : [step.problem];
			return {
				...report,
				isToPin: false,
				differences: [...report.differences, ...problems]
			};
		}
		default: return report;
	}
}
function withStored(report, status, part, differences) {
	const { response, duplicate, likeness, otherText, scheduledAt, entity } = status;
	const isAnother = [
		"another",
		"same release",
		"same link"
	].includes(likeness);
	const up = otherText === null ? {} : {
		text: otherText,
		characters: [...otherText].length
	};
	const parts = withAddress(report.parts, part, {
		...status,
		...up
	});
	const done = scheduledAt === null ? "posted" : "scheduled";
	const isThere = duplicate && part === 0;
	const attached = isThere ? attachedTo(entity, report.attached) : report.attached;
	const warning = require_mastodon.textOf(require_mastodon.asObject(entity.params ?? entity).spoiler_text);
	return {
		...report,
		result: duplicate ? "duplicate" : done,
		reason: duplicate ? `It was ${done} before, so it was not ${done} again.` : "",
		...authorIn(status, report),
		parts: parts.slice(0, isAnother && part === 0 ? 1 : void 0),
		attached: {
			...attached,
			scheduledAt: scheduledAt === null ? "" : timeOf(scheduledAt, report)
		},
		spoilerText: isThere && otherText !== null ? warning : report.spoilerText,
		response,
		differences: [...report.differences, ...differences]
	};
}
function withEdited(report, status, differences) {
	return {
		...report,
		result: "edited",
		reason: status.changed ? "" : "It already says all of this, so nothing was sent.",
		...authorIn(status, report),
		parts: withAddress(report.parts, 0, status),
		attached: {
			...report.attached,
			inReplyTo: "",
			quoted: "",
			scheduledAt: ""
		},
		response: status.response,
		differences: [...report.differences, ...differences]
	};
}
function authorIn({ handle, profile }, known) {
	return handle === "" ? {
		handle: known.handle,
		profile: known.profile
	} : {
		handle,
		profile
	};
}
function withAddress(parts, index, status) {
	const { id, url, uri, visibility, language, text, characters } = status;
	return parts.map((part, place) => place === index ? {
		text: text ?? part.text,
		characters: characters ?? part.characters,
		id,
		url,
		uri,
		visibility,
		language
	} : part);
}
function timeOf(time, { attached }) {
	const milliseconds = Date.parse(time);
	return Number.isNaN(milliseconds) ? attached.scheduledAt : require_mastodon.inUtc(milliseconds);
}
function aimOf({ isEdit, attached }) {
	if (isEdit) return "edited";
	return attached.scheduledAt === "" ? "posted" : "scheduled";
}
function failed(report, reason, outcome, response = "") {
	const up = report.parts.filter(({ id }) => id !== "");
	const kind = up.length > 0 ? "partial" : outcome === "unknown" ? "unknown" : "failed";
	const why = {
		partial: `${reason} ${`Already up: ${up.map(({ url }) => url).join(", ")} (${up.length} of ${report.parts.length} parts).`}${outcome === "unknown" ? " The next part may be up too." : ""}`,
		unknown: `The status may or may not be ${aimOf(report)}. ${reason}`,
		failed: reason
	}[kind];
	const answer = {
		response: response || report.response,
		evidence: response
	};
	return {
		...report,
		...answer,
		result: kind,
		reason: why,
		problems: [why]
	};
}
function nameOf({ entry }) {
	return typeof entry === "number" ? `data[${entry}]` : require_mastodon.shortName(entry ?? "");
}
function isBad({ result }) {
	return result === "partial" || result === "unknown" || result === "failed";
}
const PERHAPS_PINNED = "The run was cancelled before it was known whether the status is pinned. Look at the profile, or run again.";
function cancelled(report) {
	const { parts, inFlight, isToPin, differences } = report;
	if (inFlight !== null) return failed(report, `The run was cancelled while ${inFlight} was on its way. A re-run looks first.`, "unknown");
	if (parts.length > 0 && parts.every(({ id }) => id !== "")) return isToPin ? {
		...report,
		differences: [...differences, PERHAPS_PINNED]
	} : report;
	return failed(report, `The run was cancelled before anything ${parts.some(({ id }) => id !== "") ? "more " : ""}was ${aimOf(report)}.`, "not done");
}
// src/report/ending.ts
const LAST_QUESTION = 1500;
async function endedBy(error, report, client, signal) {
	if (error instanceof require_mastodon.MastodonError && client) {
		if (signal.aborted && !error.failure.answer) return cancelled(report);
		const { message, failure, outcome } = await require_mastodon.explain(error, client.within(signal.aborted ? LAST_QUESTION : signal), report);
		return failed(report, message, ["POST", "PUT"].includes(failure.method) ? outcome : "not done", failure.answer?.text ?? "");
	}
	if (signal.aborted) return cancelled(report);
	const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
	const isLost = /MODULE_NOT_FOUND/.test(String(error?.code));
	const isFault = error instanceof TypeError || error instanceof RangeError || isLost;
	const problems = isFault ? message.split("\n", 1) : message.split("\n");
	const outcome = report.inFlight === null ? "not done" : "unknown";
	const ended = failed(report, problems.join("\n"), outcome);
	return {
		...ended,
		problems: outcome === "unknown" ? [ended.reason] : problems,
		evidence: isFault ? stack : ""
	};
}
function notTried(report) {
	return failed(report, "Not tried, since the post before it failed for a reason that holds for all.", "not done");
}
const REFUSE_ALL = [
	401,
	403,
	404,
	405,
	410,
	429,
	501
];
function endsAll(error, { result }, signal) {
	if (signal.aborted || result === "unknown") return true;
	if (!(error instanceof require_mastodon.MastodonError)) return false;
	const status = error.failure.answer?.status ?? 0;
	return status === 0 || status >= 500 || REFUSE_ALL.includes(status);
}
const OVERDUE = 800;
function endOverdue(timeout, tell) {
	const timer = setTimeout(() => {
		tell();
		process.exit();
	}, timeout + OVERDUE);
	timer.unref();
	return () => clearTimeout(timer);
}
function overdue(report) {
	if (report.result !== "failed" || report.reason !== "") return report;
	return failed(report, "The time limit was over before the run came to its end. Set a longer `timeout`, or give it less to do: smaller files, narrower globs.", report.inFlight === null ? "not done" : "unknown");
}
function watchCancellation() {
	const controller = new AbortController();
	const cancel = () => controller.abort(new require_mastodon.Cancelled());
	for (const name of ["SIGINT", "SIGTERM"]) process.on(name, cancel);
	return {
		signal: controller.signal,
		stop() {
			for (const name of ["SIGINT", "SIGTERM"]) process.off(name, cancel);
		}
	};
}
// src/report/closing-line.ts
function closingLine(run) {
	const { result, reason, handle, hasAccount, isEdit, parts, attached } = run;
	const [first] = parts;
	const by = handle ? ` by ${handle}` : "";
	const many = parts.length > 1 ? ` in ${parts.length} parts` : "";
	const where = first?.url ? `: ${first.url}` : "";
	switch (result) {
		case "posted": return `Posted${first?.visibility ? ` as ${first.visibility}` : ""}${by}${many}${where}`;
		case "scheduled": return `Scheduled${by} for ${attached.scheduledAt}, id ${first?.id ?? ""}`;
		case "edited": return reason === "" ? `Edited${by}${where}` : `Nothing to edit in the status${by}${where} (${reason})`;
		case "duplicate": return `Already ${aimOf(run)}${by}${many}${attached.scheduledAt ? ` for ${attached.scheduledAt}` : where} (${reason})`;
		case "dry-run": {
			if (run.file !== null) return `Would be posted${many}, ${lengthOf(longest(run), run.limit)}${handle ? ` as ${handle}` : ""}. ${WHOLE}`;
			const [done, would] = isEdit ? ["edited", "Would edit"] : ["posted", "Would post"];
			return `Dry run, nothing was ${done}. ${[`${handle ? `${would} as ${handle}${many}` : noHandle(hasAccount)}.`, reason].join(" ").trim()}`;
		}
		default: return `Skipped, nothing was posted. ${reason}`;
	}
}
const WHOLE = "The job summary shows it.";
function longest({ parts }) {
	return Math.max(0, ...parts.map(({ characters }) => characters));
}
function noHandle(hasAccount) {
	return hasAccount ? "The token is valid, but is not allowed to read whose it is (that takes the scope `profile`)" : "No account was asked, since `instance-url` or `access-token` is empty";
}
function lengthOf(characters, limit) {
	return characters > limit ? `${require_mastodon.formatCount(characters)} characters where ${require_mastodon.formatCount(limit)} are allowed` : `${require_mastodon.formatCount(characters)} of ${require_mastodon.formatCount(limit)} characters`;
}
// src/report/outputs.ts
function outputsOf(run) {
	const { posts, isSeveral } = run;
	const [first] = posts;
	const parts = first?.parts ?? [];
	const [part] = parts.filter(({ id }) => id !== "");
	const stored = (isSeveral ? posts.flatMap((post) => post.parts.slice(0, 1)) : parts).filter(({ id }) => id !== "");
	const result = resultOf(run);
	const isTimed = first && ["scheduled", "duplicate"].includes(first.result);
	return {
		result,
		reason: require_mastodon.visible(reasonOf(run, result)),
		id: plain(part?.id),
		url: plain(part?.url),
		uri: plain(part?.uri),
		ids: JSON.stringify(stored.map(({ id }) => plain(id)).filter((id) => id !== "")),
		urls: JSON.stringify(stored.map(({ url }) => plain(url)).filter((url) => url !== "")),
		results: JSON.stringify(posts.map(entryOf)),
		"scheduled-at": isTimed ? first.attached.scheduledAt : "",
		text: textOf(first),
		characters: parts.length > 0 ? String(Math.max(...parts.map(({ characters }) => characters))) : "",
		limit: first?.limitAsked ? String(first.limit) : "",
		response: first?.response ?? ""
	};
}
function entryOf(post) {
	const [part] = post.parts.filter(({ id }) => id !== "");
	return {
		result: post.result,
		reason: require_mastodon.visible(post.reason),
		id: plain(part?.id),
		url: plain(part?.url),
		text: textOf(post),
		entry: post.entry
	};
}
function textOf(post) {
	return (post?.parts ?? []).map(({ text }) => text).join("\n---\n");
}
function resultOf({ posts }) {
	const has = (result) => posts.some((post) => post.result === result);
	const isUp = posts.some((post) => !isBad(post) && post.result !== "skipped" && post.result !== "dry-run");
	if (!has("unknown") && isUp && posts.some(isBad)) return "partial";
	return [
		"unknown",
		"partial",
		"failed",
		"posted",
		"scheduled",
		"edited",
		"duplicate",
		"dry-run"
	].find(has) ?? "skipped";
}
function reasonOf({ posts, nothing }, result) {
	return (posts.find((post) => post.result === result) ?? posts.find(isBad))?.reason ?? nothing;
}
function plain(value = "") {
	return /[\s\p{C}"'`$\\<>|;(){}]/u.test(value) ? "" : value;
}
// src/report/summary.ts
const WORDS = /* @__PURE__ */ new Map([
	["public", "Public"],
	["unlisted", "Quiet public"],
	["private", "Followers"],
	["direct", "Private mention"]
]);
function summarize(run) {
	const whole = blocksOf(run);
	return (bytesOf(whole) <= MOST_BYTES ? whole : withinLimit(blocksOf({
		...run,
		posts: run.posts.map(shortened)
	}))).map((block) => `${block}${END}`).join("");
}
function blocksOf({ posts, isSeveral, nothing }) {
	const [first] = posts;
	if (!first) return ["<h3>Nothing to post</h3>", paragraph(nothing)];
	if (!isSeveral) return postBlocks(first, "h3");
	const hasReasons = posts.some(({ reason }) => reason !== "");
	const why = (text) => hasReasons ? text : "";
	const rows = posts.map((post, index) => {
		const url = post.parts.find((part) => part.url !== "")?.url ?? "";
		const result = url === "" ? post.result : link(post.result, url);
		const reason = post.reason.split("\n", 1)[0];
		return `<tr><td>${index + 1}</td><td>${linked(nameOf(post))}</td><td>${result}</td>${why(`<td>${prose(reason)}</td>`)}</tr>`;
	});
	return [
		`<h3>${posts.length === 1 ? "One post" : `${posts.length} posts`}</h3>`,
		`<table><tr><th></th><th>Entry</th><th>Result</th>${why("<th>Why</th>")}</tr>${rows.join("")}</table>`,
		...posts.flatMap((post) => postBlocks(post, "h4"))
	];
}
function postBlocks(report, heading) {
	const { parts, spoilerText, cuts, differences, guarded, retries } = report;
	const blocks = [`<${heading}>${headline(report)}</${heading}>`];
	if (report.entry !== null) blocks.push(`<p>${linked(nameOf(report))}</p>`);
	if (report.reason !== "") blocks.push(...report.reason.split("\n").map((line) => paragraph(line)));
	for (const [index, part] of parts.entries()) {
		if (parts.length > 1) blocks.push(`<p><b>${index + 1} of ${parts.length}</b>${part.url ? ` · ${link("open", part.url)}` : ""}</p>`);
		blocks.push(body(shownText(part, report.limit), spoilerText), ...index === 0 ? attachedBlocks(report.attached, part.id) : [], `<p><sub>${escaped(facts(part, index, report))}</sub></p>`);
	}
	for (const cut of cuts) blocks.push(paragraph(`✂️ ${cut}`));
	for (const difference of differences) blocks.push(paragraph(`⚠️ ${difference}`));
	if (guarded.length > 0) blocks.push(paragraph(require_mastodon.short(`🔕 Escaped, so nobody is notified: ${guarded.join(", ")}`)));
	if (retries.length > 0) blocks.push(folded("🔁 Waits and retries", retries));
	return blocks;
}
const END = "\n\n";
const MOST_BYTES = 1047576;
function bytesOf(blocks) {
	return blocks.reduce((bytes, block) => bytes + Buffer.byteLength(block) + 2, 0);
}
const MOST_OF_TEXT = 2e4;
function shortened(report) {
	const beginning = (text) => text.length > MOST_OF_TEXT ? `${text.slice(0, MOST_OF_TEXT)}…` : text;
	const { parts, attached, spoilerText } = report;
	return {
		...report,
		spoilerText: beginning(spoilerText),
		parts: parts.map((part) => ({
			...part,
			text: beginning(part.text)
		})),
		attached: {
			...attached,
			media: attached.media.map(({ label, description }) => ({
				label,
				description: beginning(description)
			}))
		}
	};
}
function withinLimit(blocks) {
	let bytes = 0;
	return [...blocks.filter((block) => {
		const size = bytesOf([block]);
		const isKept = bytes + size <= MOST_BYTES;
		if (isKept) bytes += size;
		return isKept;
	}), paragraph("What is missing here is too long for a summary. It is in the log.")];
}
function headline(run) {
	const { result, reason, handle, profile, hasAccount, isEdit, parts } = run;
	const url = parts.find((part) => part.url !== "")?.url ?? "";
	const by = handle ? ` by ${link(handle, profile)}` : "";
	const done = (words) => `${link(words, url)}${by}`;
	switch (result) {
		case "posted": return done("Posted");
		case "scheduled": return done("Scheduled");
		case "edited": return reason === "" ? done("Edited") : `Nothing to edit in ${done("the status")}`;
		case "duplicate": return done(`Already ${aimOf(run)}`);
		case "dry-run": {
			const would = isEdit ? "Would edit" : "Would post";
			if (handle) return `${would} as ${link(handle, profile)}`;
			return hasAccount ? `${would} (the token is not allowed to read whose it is)` : `${would} (no account was asked)`;
		}
		case "skipped": return "Skipped, nothing was posted";
		case "partial": return done("Posted in part");
		case "unknown": return "Outcome unknown";
		default: return `Not ${aimOf(run)}`;
	}
}
function body(text, spoilerText) {
	const quote = `<blockquote>${linked(text)}</blockquote>`;
	return spoilerText === "" ? quote : `<details><summary>${linked(spoilerText)}</summary>${quote}</details>`;
}
function attachedBlocks({ media, poll, scheduledAt, inReplyTo, quoted }, id) {
	return [
		...media.map(({ label, description }) => {
			const alt = description === "" ? "<i>no description</i>" : linked(description);
			return `<p>📎 <b>${escaped(label)}</b><br>${alt}</p>`;
		}),
		...poll ? [`<p>${poll.options.map((option) => `${poll.mark} ${linked(option)}`).join("<br>")}<br><sub>${escaped(poll.settings)}</sub></p>`] : [],
		...inReplyTo === "" ? [] : [`<p>↩️ In reply to ${linked(inReplyTo)}</p>`],
		...quoted === "" ? [] : [`<p>❝ Quotes ${linked(quoted)}</p>`],
		...scheduledAt === "" ? [] : [`<p>🕓 Scheduled for ${escaped(scheduledAt)}${id === "" ? "" : `, id ${escaped(id)}`}</p>`]
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
// src/report/log.ts
const masked = /* @__PURE__ */ new Set();
const warned = /* @__PURE__ */ new Set();
function openLog() {
	masked.clear();
	warned.clear();
}
function mask(secrets) {
	for (const secret of secrets) {
		require_vendor.setSecret(secret);
		masked.add(secret);
	}
}
function clean(value) {
	if (typeof value === "string") return require_mastodon.withoutSecrets(value, masked);
	if (Array.isArray(value)) return value.map(clean);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}
function said(line) {
	return require_mastodon.short(require_mastodon.visible(clean(line)));
}
function log(line) {
	require_vendor.info(said(line));
}
function logText(text) {
	for (const line of require_mastodon.quoted(clean(text))) require_vendor.info(line);
}
function warn(...lines) {
	for (const line of lines.filter((line) => !warned.has(line))) {
		warned.add(line);
		require_vendor.warning(said(line));
	}
}
function logEntry(report, index, count) {
	log(`Post ${index + 1} of ${count}: ${nameOf(report)}`);
}
function logPlan(report, inputs, facts) {
	const { parts, limit, spoilerText, cuts, guarded, attached } = clean(report);
	log(`${sourceOf(inputs, facts)} · ${textFrom(inputs)}`);
	if (inputs.dryRun && inputs.instanceUrl === "") log(`No \`instance-url\`, so the limits of most instances are assumed: ${require_mastodon.formatCount(limit)} characters, 23 for a link.`);
	if (spoilerText !== "") {
		log("Content warning");
		logText(spoilerText);
	}
	const settings = [
		`visibility: ${report.visibility || "the account's own"}`,
		...report.language ? [`language: ${report.language}`] : [],
		...inputs.sensitive === void 0 ? [] : [inputs.sensitive ? "sensitive" : "not sensitive"]
	].join(", ");
	for (const [index, part] of parts.entries()) {
		log(`${parts.length > 1 ? `Part ${index + 1} of ${parts.length}` : "Status"}, ${lengthOf(part.characters, limit)}, ${index === 0 ? settings : "in reply to the one before"}`);
		logText(shownText(part, limit));
		if (index === 0) logAttached(attached);
	}
	if (guarded.length > 0) log(`Escaped, so nobody is notified: ${guarded.join(", ")}`);
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
	if (scheduledAt !== "") log(`Scheduled for ${scheduledAt}`);
}
function sourceOf({ releaseTag, feed, files, list }, { event, github, release }) {
	if (feed !== null) return `Feed ${feed.name}`;
	if (files !== null) return `Files ${files.join(", ")}`;
	if (list !== null) return "List in `data`";
	const of = github.repository === "" ? "" : ` of ${github.repository}`;
	if (release === null) return github.event_name === "" ? `No event${of}` : `Event ${github.event_name}${of}`;
	const { tag_name: tag } = event.release ?? {};
	const isOfEvent = releaseTag === "event" || releaseTag === tag;
	return `Release ${release.tag_name}${of} (from the ${isOfEvent ? "event" : "GitHub API"})`;
}
function textFrom({ status: { from } }) {
	if (from === "default announcement") return from;
	if (from === "front matter") return "text from the file's front matter";
	return from === "status-file" ? "text from `status-file`" : `template from \`${from}\``;
}
function logStep(step, origin, count) {
	const line = lineOf(step, origin, count);
	if (line !== "") log(line);
	if (step.kind !== "stored" || step.part > 0 || !step.status.duplicate) return;
	const { likeness, otherText, entity } = step.status;
	if (likeness === "edited" && otherText !== null) logText(otherText);
	logAttached(attachedTo(entity, nothingYet.attached));
}
function lineOf(step, origin, count) {
	switch (step.kind) {
		case "looking": return `Looking for the same post since ${moment(step.since)}, ${step.why}.`;
		case "uploading": return `Uploading ${step.count === 1 ? "one file" : `${step.count} files`} to ${origin} …`;
		case "progress":
		case "waiting": return step.line;
		case "editing": return `Editing ${step.id} on ${origin} …`;
		case "stored": return storedLine(step.status, count === 1 ? "" : `part ${step.part + 1} of ${count} `, origin);
		case "pinned": return step.problem === null ? "Pinned to the profile." : "";
		default: return "";
	}
}
function storedLine(published, name, origin) {
	const { status, took, url } = published;
	if (status === 0) return `Found ${name}on ${origin}${url === "" ? "" : `: ${url}`} (${whenOf(published)})`;
	const line = `Posting ${name}to ${origin} … ${status} in ${(took / 1e3).toFixed(1)} s`;
	return name === "" ? line : `${line}: ${url}`;
}
function whenOf({ entity, scheduledAt }) {
	return scheduledAt === null ? `posted at ${moment(require_mastodon.apiTime(entity.created_at))}` : `scheduled for ${moment(require_mastodon.apiTime(scheduledAt))}`;
}
function moment(time) {
	return Number.isNaN(time) ? "a time unknown" : require_mastodon.formatTime(new Date(time));
}
function logCancelled({ awaited }) {
	if (awaited !== null) log(`Cancelled while ${awaited} is on its way. Waiting up to 5 s for the answer.`);
}
const MOST_ANNOTATIONS = 10;
function conclude(run) {
	const posts = run.posts.map(shownReport);
	const shown = {
		...run,
		posts
	};
	const [bad, good] = [posts.filter(isBad), posts.filter((post) => !isBad(post))];
	const about = (post, line) => ({
		line: run.isSeveral ? `${nameOf(post)}: ${line}` : line,
		file: post.file
	});
	const closing = posts.length === 0 ? [{
		line: `Nothing to post. ${run.nothing}`,
		file: null
	}] : good.map((post) => about(post, closingLine(post)));
	const most = run.isSeveral ? MOST_ANNOTATIONS : Number.POSITIVE_INFINITY;
	annotate(require_vendor.notice, closing, most, "posts ended well");
	const problems = bad.flatMap((post) => post.problems.map((problem) => about(post, problem)));
	annotate(require_vendor.error, problems, most, "problems");
	for (const post of run.posts.filter(isBad)) logEvidence(post);
	if (bad.length > 0) process.exitCode = 1;
	const differences = posts.flatMap((post) => post.differences.map((difference) => about(post, difference)));
	annotate(require_vendor.warning, differences, most, "posts came out otherwise than asked");
	writeOutputs(shown);
	writeSummary(summarize(shown));
}
function annotate(print, lines, most, what) {
	const isMany = lines.length > most;
	for (const { line, file } of lines) if (isMany) require_vendor.info(said(line));
	else print(said(line), file === null ? {} : {
		file: said(file),
		startLine: Number(/ line (\d+): /.exec(line)?.[1] ?? 1)
	});
	if (isMany) print(`${lines.length} ${what}. Each has a line in the log.`);
}
function shownReport(report) {
	const { reason, problems, differences, cuts, retries, ...more } = clean(report);
	const lines = (texts) => texts.map(said);
	return {
		...more,
		reason: lines(reason.split("\n")).join("\n"),
		problems: lines(problems),
		differences: lines(differences),
		cuts: lines(cuts),
		retries: lines(retries)
	};
}
function logEvidence({ evidence, response }) {
	if (evidence.trim() === "") return;
	log(evidence === response ? "The answer as it came:" : "This is a bug in the action. Please report it with this stack trace:");
	const safe = clean(evidence);
	logText(safe.length > 2e3 ? `${safe.slice(0, 2e3)}…` : safe);
}
function writeOutputs(run) {
	if (!process.env.GITHUB_OUTPUT) {
		log("The outputs are not set, since this runner names no GITHUB_OUTPUT file.");
		return;
	}
	try {
		for (const [name, value] of Object.entries(outputsOf(run))) require_vendor.setOutput(name, value);
	} catch (cause) {
		warn(`The outputs could not be written (${cause.message}).`);
	}
}
function writeSummary(markdown) {
	const path = process.env.GITHUB_STEP_SUMMARY;
	if (!path) return;
	try {
		(0, node_fs.appendFileSync)(path, markdown);
	} catch (cause) {
		warn(`The summary could not be written (${cause.message}).`);
	}
}
// src/sources/environment.ts
function readEnvironment(env = process.env) {
	const of = (name) => env[name] ?? "";
	const server = of("GITHUB_SERVER_URL") || "https://github.com";
	const repository = of("GITHUB_REPOSITORY");
	const runId = of("GITHUB_RUN_ID");
	const ref = of("GITHUB_REF");
	const proxies = require_mastodon.proxiesIn(env);
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
		place: [
			of("GITHUB_WORKFLOW_REF").replace(/@refs\/.*$/, "") || of("GITHUB_WORKFLOW"),
			of("GITHUB_JOB"),
			of("GITHUB_ACTION")
		],
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
		throw new Error("The payload of the event is not JSON. With act, check the file that `--eventpath` names.");
	}
	return event !== null && typeof event === "object" && !Array.isArray(event) ? event : {};
}
// src/sources/subjects.ts
const PLAIN = {
	date: null,
	file: null,
	own: {},
	problems: []
};
async function subjectsOf(facts, inputs, means) {
	const { list, feed, files } = inputs;
	if (list !== null) return {
		all: list.map((data, index) => ({
			...PLAIN,
			name: index,
			facts: {
				...facts,
				data,
				entry: ofElement(data)
			}
		})),
		mayBeKnown: false,
		nothing: "The list in `data` is empty.",
		remarks: []
	};
	if (feed !== null) return ofFeed(facts, feed, inputs.maxAge, means);
	if (files !== null) return ofFiles(facts, {
		...inputs,
		patterns: files
	}, means);
	const { release, repository } = facts;
	const nothing = whyTooOld(facts, inputs, means.now);
	if (nothing !== "") return {
		all: [],
		mayBeKnown: false,
		nothing,
		remarks: []
	};
	const entry = release && ofRelease(release, repository);
	return {
		all: [{
			...PLAIN,
			name: null,
			facts: {
				...facts,
				entry
			}
		}],
		mayBeKnown: false,
		nothing: "",
		remarks: []
	};
}
async function ofFeed(facts, source, maxAge, { http, now }) {
	const { candidatesOf, loadFeed, timeOf } = await Promise.resolve().then(() => require("./feed.js")).then((n) => n.load_feed_exports);
	const { feed, entries } = await loadFeed(source, http);
	const candidates = candidatesOf({
		feed,
		entries
	}, now, maxAge);
	return {
		all: candidates.entries.map((entry) => ({
			...PLAIN,
			name: entry.link ?? entry.id,
			facts: {
				...facts,
				feed,
				entry
			},
			date: timeOf(entry)
		})),
		mayBeKnown: true,
		nothing: entries.length === 0 ? "The feed has no entries." : "Nothing in the feed is new.",
		remarks: candidates.remarks
	};
}
async function ofFiles(facts, inputs, means) {
	const { findFiles } = await Promise.resolve().then(() => require("./files.js")).then((n) => n.load_files_exports);
	const { environment, fetch, now } = means;
	const { patterns, maxAge, maxPosts, scheduledAt, githubToken: token } = inputs;
	const found = await findFiles({
		patterns,
		allowsFuture: scheduledAt !== "",
		maxAge,
		maxPosts
	}, environment, {
		apiUrl: environment.apiUrl,
		token,
		fetch
	}, now);
	return {
		all: found.files.map(({ entry, ...said }) => ({
			name: entry.path,
			facts: {
				...facts,
				entry
			},
			file: entry.path,
			...said
		})),
		mayBeKnown: found.isByDate,
		nothing: found.nothing,
		remarks: found.remarks
	};
}
function whyTooOld({ event, release }, inputs, now) {
	const { releaseTag, editStatusId, maxAge } = inputs;
	if (releaseTag !== "latest" || editStatusId !== "" || release === null) return "";
	const { id } = event.release ?? {};
	const { out } = timesOf(release);
	if (release.id === id || out === null || now - out <= maxAge) return "";
	const day = new Date(out).toISOString().slice(0, 10);
	return `The latest release, ${release.tag_name}, came out on ${day}, which is longer ago than \`max-age\` (${require_mastodon.formatDuration(maxAge)}). To announce it all the same, set \`release-tag\` to its tag.`;
}
// src/main.ts
var main_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ run: () => run });
async function run() {
	openLog();
	const { signal, stop } = watchCancellation();
	let client = null;
	let connections = null;
	let endsInTime = () => {};
	let reports = () => [nothingYet];
	let current = nothingYet;
	signal.addEventListener("abort", () => logCancelled(current));
	const endWith = (report) => conclude({
		posts: [report],
		isSeveral: false,
		nothing: ""
	});
	try {
		const raw = collectInputs();
		mask(secretsOf(raw));
		const environment = readEnvironment();
		mask(environment.secrets);
		const asked = await readInputs(raw, environment);
		const inputs = {
			...asked,
			releaseTag: await releaseTagOf(asked, factsOf(environment, asked.data))
		};
		warn(...inputs.remarks);
		if (inputs.rehearsal !== "") log(inputs.rehearsal);
		const silence = whySilent(inputs, environment);
		if (silence) return endWith({
			...nothingYet,
			result: "skipped",
			reason: silence
		});
		const { proxies } = environment;
		const isSeveral = inputs.list !== null || inputs.feed !== null || inputs.files !== null;
		endsInTime = endOverdue(inputs.timeout, () => conclude({
			posts: reports().map(overdue),
			isSeveral,
			nothing: ""
		}));
		connections = require_mastodon.openHttp({
			proxies,
			timeout: inputs.timeout
		});
		const http = require_mastodon.masked(connections, new Set(secretsOf(raw)));
		const { clock } = http;
		const fetch = require_mastodon.asFetch(http.within(signal));
		if (inputs.instanceUrl) client = require_mastodon.openClient(inputs.instanceUrl, inputs.accessToken, http);
		const asking = client?.within(signal) ?? null;
		const { all, mayBeKnown, nothing, remarks } = await subjectsOf(await collectFacts(inputs, environment, fetch), inputs, {
			environment,
			http: http.within(signal),
			fetch,
			now: clock.now()
		});
		warn(...remarks);
		let posts = (await withLinks(all, inputs)).map((subject) => ({
			subject,
			prepared: null,
			report: {
				...nothingYet,
				...placeOf(subject)
			}
		}));
		reports = () => posts.map(({ report }) => report);
		let isOver = false;
		const forEach = async (some, go) => {
			for (const post of some) {
				current = post.report;
				if (isOver) {
					post.report = signal.aborted ? cancelled(post.report) : notTried(post.report);
					continue;
				}
				try {
					await go(post);
					isOver = signal.aborted;
				} catch (error) {
					post.prepared = null;
					post.report = await endedBy(error, post.report, client, signal);
					isOver = endsAll(error, post.report, signal);
				}
			}
		};
		const ready = () => posts.filter(({ prepared }) => prepared !== null);
		const announce = (post) => isSeveral && logEntry(post.report, posts.indexOf(post), posts.length);
		const find = (media) => findMedia(media, environment.folders, () => clock.left());
		const common = {
			inputs,
			raw,
			environment,
			findMedia: find,
			mustLink: mayBeKnown,
			now: clock.now
		};
		const askLimits = limitsAsker(asking);
		await forEach(posts, async (post) => {
			post.prepared = await prepare({
				...common,
				askLimits
			}, post.subject);
		});
		const taken = /* @__PURE__ */ new Set();
		let look = inputs.files === null ? null : lookForFiles(inputs, clock.now());
		if (mayBeKnown && posts.length > 0) {
			look = lookForEntries(all, inputs.maxAge);
			const plans = ready().map(({ prepared }) => prepared.plan);
			let which = [];
			for await (const step of client && inputs.accessToken ? require_mastodon.findPosted(client, plans, look, signal, taken) : []) if (step.kind === "found") which = step.which;
			else logStep(step, inputs.instanceUrl, 1);
			const isPosted = new Map(ready().map((post, index) => [post, which[index] ?? false]));
			const candidates = posts.map((post) => ({
				post,
				date: post.subject.date ?? 0,
				isPosted: isPosted.get(post) ?? false
			}));
			const kind = inputs.files === null ? "entries" : "files";
			log(`On the account already: ${which.filter(Boolean).length} of ${posts.length} ${kind}.`);
			const choice = chooseNew(candidates, inputs, clock.now());
			warn(...choice.remarks);
			posts = choice.chosen.map(({ post }) => post);
		}
		await forEach(ready(), async (post) => {
			const { inputs: own, plan, composed, remarks, refused, limit, limitAsked, guarded } = post.prepared;
			announce(post);
			warn(...remarks.first);
			post.report = {
				...planned(plan, composed, own, {
					limit,
					limitAsked,
					guarded
				}),
				...placeOf(post.subject)
			};
			logPlan(post.report, own, post.subject.facts);
			if (refused) throw refused;
			warn(...remarks.last);
		});
		const refused = refusedTogether(ready().map(({ prepared }) => prepared.plan));
		if (refused.length > 0) throw new InputError(refused);
		let created = null;
		const began = () => created ??= runCreatedAt(environment, inputs.githubToken, fetch);
		await forEach(ready(), async (post) => {
			const { plan } = post.prepared;
			announce(post);
			const follow = async (steps) => {
				for await (const step of steps) {
					post.report = current = reduce(post.report, step);
					logStep(step, inputs.instanceUrl, plan.texts.length);
				}
			};
			if (inputs.dryRun || !client) {
				const account = inputs.accessToken ? asking : null;
				const { remarks, ...author } = await rehearse(account, plan, clock.now());
				warn(...remarks);
				if (account) await follow(require_mastodon.rehearseEdit(account, plan, signal));
				post.report = {
					...post.report,
					result: "dry-run",
					...author
				};
				return;
			}
			await refuseOtherText(common, post.subject.facts, post.prepared, began);
			const whole = look ? {
				...plan,
				look
			} : await withLook(plan, inputs, environment, post.subject.facts, clock.now(), began);
			signal.throwIfAborted();
			const { link } = post.subject.facts.entry ?? {};
			if (inputs.waitForLink && link) await follow(waitForLink(link, http.within(signal)));
			await follow(require_mastodon.publish(client, whole, signal, taken));
			if (signal.aborted) post.report = cancelled(post.report);
		});
		conclude({
			posts: reports(),
			isSeveral,
			nothing
		});
	} catch (error) {
		endWith(await endedBy(error, nothingYet, client, signal));
	} finally {
		endsInTime();
		connections?.close();
		stop();
	}
}
function placeOf({ name, file }) {
	return {
		entry: name,
		file
	};
}
// src/sources/date.ts
const ZONES = {
	EST: "-05:00",
	EDT: "-04:00",
	CST: "-06:00",
	CDT: "-05:00",
	MST: "-07:00",
	MDT: "-06:00",
	PST: "-08:00",
	PDT: "-07:00",
	CET: "+01:00",
	CEST: "+02:00"
};
const MONTHS = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const ZONE = String.raw`\s*([+-]\d{1,2}(?::?\d{2})?|[a-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)?`;
const ISO = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:\s*t|\s)\s*${TIME}${ZONE})?$`, "i");
const RFC_822 = new RegExp(String.raw`^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?:\s+${TIME}${ZONE})?$`, "i");
const AMERICAN = new RegExp(String.raw`^(?:[a-z]+\.?,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+${TIME}${ZONE})?$`, "i");
function isoDate(text) {
	const plain = text.trim().replaceAll(/\s+/g, " ").replaceAll(/\s*\([^)]*\)$/g, "");
	const iso = ISO.exec(plain);
	if (iso) return assemble(iso[1], Number(iso[2]), iso[3], iso.slice(4));
	const rfc = RFC_822.exec(plain);
	if (rfc) return assemble(fullYear(rfc[3]), monthOf(rfc[2]), rfc[1], rfc.slice(4));
	const american = AMERICAN.exec(plain);
	return american && assemble(american[3], monthOf(american[1]), american[2], american.slice(4));
}
function assemble(year, month, day, time) {
	const [hour = "0", minute = "00", second = "00", fraction, zone = ""] = time;
	const offset = offsetOf(zone);
	const date = `${year}-${two(month)}-${two(day)}`;
	const iso = `${date}T${two(hour)}:${minute}:${second}${fraction ? `.${fraction.slice(0, 3)}` : ""}${offset}`;
	return (/* @__PURE__ */ new Date(`${date}T00:00:00Z`)).getUTCDate() === Number(day) && Number(year) > 1900 && !Number.isNaN(Date.parse(iso)) ? iso : null;
}
function two(number) {
	return String(number).padStart(2, "0");
}
function fullYear(year) {
	if (year.length === 4) return year;
	return `${Number(year) < 70 ? "20" : "19"}${year}`;
}
function monthOf(name) {
	return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}
function offsetOf(zone) {
	const [, name = "", sign, hours = "", minutes = "00"] = /^([a-z]*)(?:([+-])(\d{1,2}):?(\d{2})?)?$/i.exec(zone) ?? [];
	if (sign === void 0) return ZONES[name.toUpperCase()] ?? "Z";
	const offset = `${sign}${two(hours)}:${minutes}`;
	return /00:00$/.test(offset) ? "Z" : offset;
}
// src/inputs/own-inputs.ts
const keys = [
	"status",
	"language",
	"visibility",
	"spoiler-text",
	"content-type",
	"sensitive",
	"media",
	"poll",
	"scheduled-at",
	"in-reply-to-id"
];
function readOwnInputs({ place, data, lineOf }) {
	const given = data[require_mastodon.OWN_KEY];
	const problems = [];
	const refuse = (key, said) => problems.push(`line ${lineOf(key)}: ${said}`);
	let own = {};
	if (given === void 0 || given === null || typeof given === "boolean") return {
		own,
		problems
	};
	if (typeof given !== "object" || Array.isArray(given)) {
		refuse(require_mastodon.OWN_KEY, "`mastodon` must be a mapping such as `visibility: unlisted`, or `false` for no post.");
		return {
			own,
			problems
		};
	}
	for (const [key, value] of Object.entries(given)) {
		if (!isKey(key)) {
			refuse(key, `\`mastodon\` has an unknown key \`${key}\`. ${knownFor(key)}`);
			continue;
		}
		try {
			own = {
				...own,
				...read(key, value, place)
			};
		} catch (error) {
			for (const line of error.message.split("\n")) refuse(key, line);
		}
	}
	return {
		own,
		problems
	};
}
function isKey(key) {
	return keys.some((one) => one === key);
}
function knownFor(key) {
	const meant = meantInput(key);
	return meant !== null && isKey(meant.name) ? meant.sentence : `It takes ${keys.join(", ")}.`;
}
function read(key, value, place) {
	if (value === null || value === "") return {};
	switch (key) {
		case "media": return { media: readMedia(value).map((request, index) => ofFile(request, value, index, place)) };
		case "poll": {
			const poll = readPoll(value);
			return { poll: {
				...poll,
				options: poll.options.map((_, index) => printed(`poll.options[${index}]`))
			} };
		}
		case "status":
			wordOf(key, value);
			return { status: {
				source: printed("status"),
				isTemplate: true,
				from: "front matter"
			} };
		case "spoiler-text":
			wordOf(key, value);
			return { spoilerText: printed(key) };
		case "scheduled-at":
			wordOf(key, value);
			return { scheduledAt: printed(key) };
		case "in-reply-to-id":
			wordOf(key, value);
			return { inReplyToId: printed(key) };
		case "content-type": return { contentType: parseContentType(wordOf(key, value)) };
		default: return readTemplated(key, wordOf(key, value));
	}
}
function printed(way) {
	const keys = way.split(".").map((key) => key.replace(/^[\w-]+/, (name) => `["${name}"]`));
	return `{{ entry.data.${require_mastodon.OWN_KEY}${keys.join("")} }}`;
}
function wordOf(key, value) {
	if (typeof value === "string" || typeof value === "boolean") return String(value).trim();
	throw new Error(`\`${key}\` must be a string.`);
}
function ofFile(request, value, index, place) {
	const placed = (file) => {
		if (file === "") return "";
		if (isTemplate(file)) throw new Error(`\`media\` holds Liquid, which front matter does not know: ${shown(file)}.`);
		return file.startsWith("/") ? file.slice(1) : node_path.posix.join(node_path.posix.dirname(place), file);
	};
	const { file, description, descriptionFile, focus, thumbnail } = request;
	const way = Array.isArray(value) ? `media[${index}].description` : "media.description";
	return {
		file: placed(file),
		description: description === "" ? "" : printed(way),
		descriptionFile: placed(descriptionFile),
		focus,
		thumbnail: placed(thumbnail)
	};
}
Object.defineProperty(exports, "askGithub", {
	enumerable: true,
	get: function() {
		return askGithub;
	}
});
Object.defineProperty(exports, "explainFailure", {
	enumerable: true,
	get: function() {
		return explainFailure;
	}
});
Object.defineProperty(exports, "getFromWeb", {
	enumerable: true,
	get: function() {
		return getFromWeb;
	}
});
Object.defineProperty(exports, "inFencedCode", {
	enumerable: true,
	get: function() {
		return inFencedCode;
	}
});
Object.defineProperty(exports, "isoDate", {
	enumerable: true,
	get: function() {
		return isoDate;
	}
});
Object.defineProperty(exports, "main_exports", {
	enumerable: true,
	get: function() {
		return main_exports;
	}
});
Object.defineProperty(exports, "readOwnInputs", {
	enumerable: true,
	get: function() {
		return readOwnInputs;
	}
});
Object.defineProperty(exports, "statusOf", {
	enumerable: true,
	get: function() {
		return statusOf;
	}
});
Object.defineProperty(exports, "webAddress", {
	enumerable: true,
	get: function() {
		return webAddress;
	}
});
