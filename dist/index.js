import { i as __toESM } from "./rolldown-runtime.js";
import { i as closestMatch, n as TemplateError, t as print } from "./print.js";
import { t as require_undici } from "./vendor-undici.js";
import { createHmac, randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { appendFileSync, lstatSync, readFileSync, realpathSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import * as os from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import "path";
// src/action/announcement.ts
/**
* The default of the input `status`: announces a release, without any English word.
*
* A line that comes to nothing is dropped with its blank line; the description is the piece that yields when the text
* is too long. action.yml shows the same text (a test holds the two together).
*/
const announcement = `{{ release.title }}

{{ repository.description | fit }}

{{ release.html_url }}

{{ repository.topics | hashtags: 4 }}`;
// src/action/data.ts
/** The only scalars with a type, when written without quotes. */
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
/** The most that `data` may weigh, in characters. */
const MAX_LENGTH = 1048576;
/**
* Parses the input `data`: a YAML mapping, or JSON, which is YAML too.
*
* Only `true`, `false` and `null` are typed. Every other scalar stays the string as written, because a version `1.10`,
* an id `007` and a commit `8e12345` must not become numbers.
*
* @throws Error with one sentence that names the cure
*/
async function parseData(source) {
	if (source.length > MAX_LENGTH) throw new Error(`\`data\` has ${source.length} characters, the most is ${MAX_LENGTH}.`);
	const { parseDocument } = await import("./vendor-yaml.js").then((n) => /* @__PURE__ */ __toESM(n.t(), 1));
	let value;
	try {
		const document = parseDocument(source, {
			schema: "failsafe",
			customTags: typed,
			logLevel: "error"
		});
		const [error] = document.errors;
		if (error) throw new Error(error.message.split("\n")[0].replace(/:$/, ""));
		value = document.toJS();
	} catch (cause) {
		throw notYaml(cause instanceof RangeError ? "it is nested too deeply" : cause.message);
	}
	if (value === null || value === "") return {};
	if (typeof value !== "object" || Array.isArray(value)) throw new Error("`data` is no mapping. Write `name: value` lines, or pass an expression as `${{ toJSON(…) }}`.");
	return value;
}
function notYaml(reason) {
	return /* @__PURE__ */ new Error(`\`data\` is neither YAML nor JSON: ${reason.replace(/\.$/, "")}. Pass expressions as \`\${{ toJSON(…) }}\`.`);
}
// src/action/input-names.ts
/** Every input that action.yml declares (a test holds the two together). */
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
	"overflow",
	"max-parts",
	"mentions",
	"idempotency-key",
	"on-missing-token",
	"dry-run",
	"timeout"
];
/** What other Mastodon actions call an input, and what it is called here. */
const foreignNames = {
	"api-key": "access-token",
	"api-token": "access-token",
	"auth-token": "access-token",
	"base-url": "instance-url",
	"api-url": "instance-url",
	body: "status",
	"content-warning": "spoiler-text",
	content: "status",
	cw: "spoiler-text",
	host: "instance-url",
	hostname: "instance-url",
	instance: "instance-url",
	lang: "language",
	"mastodon-access-token": "access-token",
	"mastodon-host": "instance-url",
	"mastodon-instance": "instance-url",
	"mastodon-token": "access-token",
	"mastodon-url": "instance-url",
	message: "status",
	"message-file": "status-file",
	privacy: "visibility",
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
/** How far a typing mistake may lie from the name that was meant: a third of the name, 3 at most. */
const farthest = (name) => Math.min(3, Math.floor(name.length / 3));
/**
* Finds the inputs that this action does not know. A runner only warns about them, so a misspelled `visibility` would
* post in public.
*
* @param given names of all inputs that were handed over, in lower case
*/
function unknownInputs(given) {
	const known = new Set(inputNames);
	return given.filter((name) => !known.has(name)).map((name) => ({
		name,
		meant: meantBy(name)
	}));
}
function meantBy(name) {
	const plain = name.replaceAll(/[_ ]/g, "-");
	const renamed = Object.hasOwn(foreignNames, plain) ? foreignNames[plain] : void 0;
	if (renamed) return `It is called \`${renamed}\` here.`;
	const near = closestMatch(plain, inputNames, { maxDistance: farthest(plain) });
	return near ? `Did you mean \`${near}\`?` : "";
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
/**
* A duration as people write it: `90 s`, `5 minutes`, `1h 30m`, `2 days and 4 hours`.
*
* A number without a unit is none: nobody can tell whether seconds or minutes were meant.
*
* @returns milliseconds, or null when the text is no duration
*/
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
/** A duration in words, in the largest unit that gives a whole number: `90 seconds`, `5 minutes`. */
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
/** Readers of single inputs. Each takes the trimmed text and throws an Error with one line that names the cure. */
const visibilities = [
	"public",
	"unlisted",
	"private",
	"direct"
];
/** What the web interface calls a visibility; people know them by these words. */
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
/** A language tag as an API takes it; `pt_BR` is understood. ISO 639 has codes of two and three letters only. */
function parseLanguage(value) {
	const tag = value.replaceAll("_", "-");
	try {
		Intl.getCanonicalLocales(tag);
		if (/^[a-z]{2,3}(-|$)/i.test(tag)) return tag;
	} catch {}
	throw new Error(`\`language\` is ${shown(value)}, which is no language tag. Use ISO 639 or BCP 47, such as \`en\` or \`pt-BR\`.`);
}
/** `event`, `latest`, or a tag; `refs/tags/v1.0.0`, as `github.ref` has it, names a tag too. */
function parseTag(value) {
	const tag = value.replace(/^refs\/tags\//, "");
	if (!/[\s\p{Cc}~^:?*[\\]/u.test(tag)) return tag;
	throw new Error(`\`release-tag\` is ${shown(value)}, which git allows for no tag. Write \`event\`, \`latest\`, or a tag.`);
}
/** @returns milliseconds */
function parseTimeout(value) {
	const milliseconds = parseDuration(value);
	if (milliseconds === null) throw new Error(`\`timeout\` is ${shown(value)}. Write a number and a unit, such as \`90 seconds\` or \`5 minutes\`.`);
	if (milliseconds < 1e3 || milliseconds > 216e5) throw new Error(`\`timeout\` is ${formatDuration(milliseconds)}. It must lie between 1 second and 6 hours.`);
	return milliseconds;
}
/**
* Takes off what a copy and paste leaves around a token, and refuses what cannot be one.
*
* @param remarks gets a line when white space was taken off
*/
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
/** A value in a message: in quotes, on one line, not too long. */
function shown(value) {
	return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
// src/action/instance-url.ts
/** Shown where a cure needs an address. */
const EXAMPLE = "https://mastodon.social";
/** A host name as DNS knows it (an international one in its ASCII form), or an address. */
const HOST$1 = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|\[[\da-f:.]+\])$/;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/**
* The origin of the instance, from what people paste: a bare host, a trailing slash.
*
* Whatever could send the token to a place that was not meant is refused: another path, a query, credentials, plain
* `http` (except on loopback).
*
* @returns the origin, such as `https://fosstodon.org`
* @throws Error with one sentence that names the cure
*/
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
// src/action/missing-token.ts
/** Finds the likeliest reason for an empty access token in what the event tells. */
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
/** Pull requests from forks run without secrets, save for `pull_request_target`, which runs in the base repository. */
function isFromFork(event, eventName) {
	const pull = event.pull_request;
	if (!pull || eventName === "pull_request_target") return false;
	return pull.head?.repo?.full_name !== pull.base?.repo?.full_name;
}
// src/action/workspace-file.ts
/** The most that a template or text file may weigh. No status is nearly as long. */
const MAX_BYTES = 1048576;
/**
* Reads a text file that an input names.
*
* The path may come from a pull request's files or from an expression, so it is held inside the folders that the job
* owns: no symbolic link and no `.git` on the way (that is where checkout keeps its token).
*
* @param input name of the input, for messages
* @param path as given, absolute or relative to the first folder; on Windows either kind of slash
* @param folders that are allowed: the workspace first, then such as RUNNER_TEMP
* @returns the text, with line feeds alone and no byte order mark
* @throws Error with one sentence that names the cure
*/
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
	const roots = folders.map((folder) => ({
		named: resolve(folder),
		real: realFolder(folder)
	}));
	const wanted = resolve(roots[0].real, sep === "\\" ? path.replaceAll("/", sep) : path);
	for (const { named, real } of roots) {
		const below = [real, named].map((base) => relative(base, wanted)).find((way) => !leadsOut(way));
		if (below !== void 0) return walkDown(input, path, real, below);
	}
	throw new Error(`\`${input}\`: ${path} lies outside the workspace. Copy the file into the workspace first.`);
}
function walkDown(input, path, root, below) {
	let step = root;
	for (const name of below.split(sep)) {
		if (holdsCredentials(name)) throw credentials(input, path);
		step = resolve(step, name);
		const stat = lookAt(step);
		if (stat === null) throw notThere(input, path);
		if (stat.isSymbolicLink()) throw new Error(`\`${input}\`: ${path} leads through a symbolic link. Name the file itself.`);
	}
	if (holdsCredentials(relative(root, realpathSync.native(step)))) throw credentials(input, path);
	return step;
}
/** Where checkout keeps its token: a `.git` folder, since its version 6 a file in RUNNER_TEMP. */
function holdsCredentials(below) {
	return below.split(sep).some((name) => /^(\.git|git-credentials-.*)$/i.test(name));
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
	const slashes = sep === "/" && path.includes("\\") ? "Write `/` between folders. " : "";
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
	return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}
// src/action/status-source.ts
/**
* Finds the text among `status`, `template-file` and `status-file`, which exclude each other.
*
* @param raw the inputs as a runner hands them over
* @param folders that files may lie in, the workspace first
* @returns null where all three are empty
* @throws Error with one line that names the cure
*/
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
// src/action/visible.ts
/** Characters that steer a terminal, a browser or a reader's eye: controls, line separators, bidi overrides. */
const STEERING = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;
/**
* A line that is safe to print in a log: line breaks become spaces, and what steers is shown as `\xNN` or `\u{NNNN}`, so
* that nothing hides, overwrites or begins a line. A runner also obeys `##[command]` anywhere in a line, so that is
* broken up.
*/
function visible(line) {
	return oneLine(line).replaceAll(STEERING, (character) => {
		const code = character.codePointAt(0);
		return code < 256 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`;
	}).replaceAll("##[", "##\\[");
}
/** Lines joined by spaces. (A regular expression for white space around a line break is quadratic in long rows of it.) */
function oneLine(text) {
	if (!text.includes("\n")) return text;
	return text.split("\n").map((line) => line.trim()).filter((line) => line !== "").join(" ");
}
function hex(code, digits) {
	return code.toString(16).toUpperCase().padStart(digits, "0");
}
/** Foreign text as a block of a log: each line stands behind a bar, so that a runner takes none for a command. */
function quoted(text) {
	return text.replaceAll("\r\n", "\n").split("\n").map((line) => `  │ ${visible(line)}`.trimEnd());
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
/** The defaults that action.yml writes down, for runs without a runner (a test holds the two together). */
const inputDefaults = {
	status: announcement,
	"release-tag": "event",
	overflow: "truncate",
	"max-parts": "10",
	mentions: "template",
	"on-missing-token": "fail",
	"dry-run": "false",
	timeout: "5 minutes"
};
const TOKEN_AS_URL = "`instance-url` holds a token. Set it to the address of the instance, such as https://mastodon.social, and check which secret or variable it is taken from.";
const MISSING_URL = "`instance-url` is empty. Likely causes: no variable or secret of that name in this repository, organization or environment, or a job without its `environment:`. Set it under Settings › Secrets and variables › Actions › Variables and pass `instance-url: ${{ vars.MASTODON_URL }}`.";
const LEAKED = "This runner hands over the inputs of an enclosing action, too.";
const NO_SKIP = " (`on-missing-token: skip` skips only where secrets are withheld by design.)";
/** All of what is wrong with the inputs, so that one run is enough to mend them. */
var InputError = class extends Error {
	problems;
	constructor(problems) {
		const lines = problems.map((problem) => oneLine(problem.replaceAll("\r", "\n")));
		super(lines.join("\n"));
		this.problems = lines;
	}
};
/** Collects `INPUT_*`, the way a runner hands inputs to an action. */
function collectInputs(env = process.env) {
	const raw = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(env)) if (/^INPUT_./i.test(key)) raw.set(key.slice(6).toLowerCase(), value ?? "");
	return raw;
}
/** What must never be shown: to be masked before anything else happens. */
function secretsOf(raw) {
	return ["access-token", "github-token"].map((name) => (raw.get(name) ?? "").trim()).filter((secret) => secret !== "");
}
/**
* Checks and types all inputs.
*
* @throws InputError with one sentence for each wrong input, all in one go
*/
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
		overflow: checked("truncate", () => parseChoice("overflow", given(raw, "overflow"), overflows)),
		maxParts: checked(10, () => parseCount("max-parts", given(raw, "max-parts"))),
		mentions: checked("template", () => parseChoice("mentions", given(raw, "mentions"), mentionRules)),
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
	try {
		if (text("data") !== "") inputs.data = await parseData(raw.get("data"));
	} catch (error) {
		problems.push(error.message);
	}
	if (problems.length > 0) throw new InputError(problems);
	return inputs;
}
function readStatus(raw, folders) {
	const found = readStatusSource(raw, folders);
	if (found === null) throw emptyInput("status", "to announce a release");
	return found;
}
function optional(value, parse) {
	return value === "" ? void 0 : parse(value);
}
/** An input that has a default: what was given, trimmed. */
function given(raw, name) {
	const value = (raw.get(name) ?? inputDefaults[name]).trim();
	if (value === "") throw emptyInput(name, `for its default, \`${inputDefaults[name]}\``);
	return value;
}
/** A runner hands over an empty string when an expression came to nothing; the default would hide that. */
function emptyInput(name, otherwise) {
	return /* @__PURE__ */ new Error(`\`${name}\` is given but empty. Its expression came to nothing: ${name === "status" || name === "release-tag" ? "a step that made no release, " : ""}a misspelled name, or a variable not granted here. Leave \`${name}\` out ${otherwise}.`);
}
// src/action/release.ts
const CURE$1 = "To run only when a release comes out, write `on: { release: { types: [published] } }`.";
/**
* Why an event of a release is not announced; null where it is.
*
* GitHub sends up to four events for one release: `created`, `published`, and `released` or `prereleased`. A workflow
* with `on: release` and no `types` runs for each of them, and must post once.
*/
function whyReleaseIsSilent({ github, event }) {
	if (github.event_name !== "release") return null;
	const quiet = [
		"created",
		"edited",
		"unpublished",
		"deleted"
	].find((action) => action === event.action);
	if (quiet) return `The release event \`${quiet}\` publishes nothing. ${CURE$1}`;
	const { draft } = event.release ?? {};
	return draft === true ? `The release is a draft. ${CURE$1}` : null;
}
/** The event of the same release that goes first, because it announces it too; null where there is none. */
function firstEventOf({ github, event }) {
	if (github.event_name !== "release") return null;
	return event.action === "released" || event.action === "prereleased" ? "published" : null;
}
/** Adds `version` and `title` to a release, and what a template may name though the server left it out. */
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
/** Words before a version that name no project, since the repository's name says more. */
const NO_PROJECT = /^(release|releases|rel|version|ver|tag)$/i;
/** Words before a date or number that are a part of the version. */
const CHANNEL = /^(nightly|weekly|daily|snapshot|canary|edge|dev|preview|alpha|beta|rc|build|stable|latest)$/i;
/** Splits `v1.2.3`, `pkg-v1.2.3` and `@scope/pkg@1.2.3` into what was released and its version. */
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
/** Joins project, version and the release's own name, so that none of them is said twice. */
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
/** Whether consecutive words make up a project or a version: `VS Code` holds `vscode`, but `Mongo` does not hold `go`. */
function holds(words, wanted) {
	return words.some((_, index) => startsAt(words, index, wanted));
}
function startsAt(words, index, wanted) {
	let said = "";
	for (let next = index; next < words.length && said.length < wanted.length; next++) said += words[next];
	return wanted !== "" && said === wanted;
}
/** Letters and digits alone, in lower case; the `v` of a version is dropped. */
function wordsOf(text) {
	return text.toLowerCase().replaceAll(/\bv(?=\d)/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}
// src/action/checks.ts
/** Why this run posts nothing though nothing is wrong; null where it posts. */
function whySilent(inputs, environment) {
	return inputs.skip ?? whyReleaseIsSilent(environment) ?? whyPrivateIsSilent(inputs, environment);
}
/** Nobody's private work goes public by leaving an input out. */
function whyPrivateIsSilent({ status }, { event }) {
	return event.repository?.private === true && status.from === "default announcement" ? "The repository is private, so its releases are announced only with a text of your own. Set `status`." : null;
}
/** Facts that a run may lack, and how to have them. */
const CURES = {
	release: "Set `release-tag` to `latest` or to a tag, or run on release events",
	data: "Set the input `data`"
};
/** Tells of facts that the template prints though this run has none: null prints as nothing, which nobody would notice. */
function remarksOnFacts({ status }, facts) {
	if (!status.isTemplate) return [];
	return ["release", "data"].filter((name) => facts[name] === null && new RegExp(`\\{\\{-?\\s*${name}\\.`).test(status.source)).filter((name) => !new RegExp(`\\{%-?\\s*(if|unless)\\s[^%]*\\b${name}\\b`).test(status.source)).map((name) => {
		const event = facts.github.event_name ? `the event \`${facts.github.event_name}\`` : "a run without an event";
		return `The template takes values from \`${name}\`, which print as nothing: ${name === "release" ? `${event} has no release` : "the input `data` is absent"}. ${CURES[name]}, or write {% if ${name} %}.`;
	});
}
/**
* Refuses a text that would publish a secret.
*
* @throws Error with one line that does not show it
*/
function refuseSecrets(texts, raw) {
	const secrets = secretsOf(raw);
	if (texts.some((text) => secrets.some((secret) => text.includes(secret)))) throw new Error("The text, its content warning, `idempotency-key` or `data` contains the access token or `github-token`, so nothing is posted. Take the secret out.");
}
// src/action/environment.ts
/**
* Reads what the action needs of the environment; nothing else of it goes any further.
*
* @throws Error with one sentence when the event's payload is there but cannot be read
*/
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
/** The password in a proxy's URL, as it travels and as it is meant. */
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
/**
* Loads a release through the GitHub API.
*
* @returns the release as the API gives it (`GET /repos/{owner}/{repo}/releases/latest` or `…/tags/{tag}`)
* @throws Error with one line: a missing release, a missing permission, a rate limit, a connection that failed, an
* answer that is no release
*/
async function loadRelease(source) {
	const { repository, tag, apiUrl, token, fetch } = source;
	const [owner = "", repo = ""] = repository.split("/");
	if (!owner || !repo) throw new Error("`release-tag` needs the repository's name, and this runner does not set GITHUB_REPOSITORY. Set it in the step's `env:`, as `owner/name`.");
	if (token === "") throw new Error("`release-tag` needs `github-token`, which is empty. Leave it out for the default, `${{ github.token }}`.");
	if (!URL.canParse(apiUrl)) throw new Error(`\`release-tag\` needs the GitHub API, and GITHUB_API_URL is no web address: ${JSON.stringify(apiUrl)}.`);
	const { getOctokit } = await import("./vendor-github.js").then((n) => n.t);
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
		const target = targetOf$1(answer, apiUrl);
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
/** Where a redirect leads to; null for none. The client of the GitHub API takes a redirect for a good answer. */
function targetOf$1({ status, headers }, base) {
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
/** A login page, or what else answers instead of the API. */
function explainNoRelease(answer, source) {
	const { status, data } = answer;
	const address = "GITHUB_API_URL is not the address of the API (https://api.github.com, or https://HOST/api/v3 on a server of your own)";
	if (status >= 300) {
		const target = targetOf$1(answer, source.apiUrl);
		const where = target ? `a redirect to ${target.href.slice(0, 200)}, which is not followed with a token` : "a redirect";
		return `${failed(source)}: ${status}, ${where}. The repository was moved, or ${address}. Run this in the repository's new place, or correct GITHUB_API_URL.`;
	}
	const said = typeof data === "string" ? plain(data) : "";
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
/** What GitHub says, or why it said nothing. */
function sentenceOf({ message, cause, response }) {
	if (cause?.name === "TimeoutError") return "no answer came within `timeout`";
	const { data } = response ?? {};
	return plain((typeof data === "object" ? data?.message : data) ?? message);
}
/** A text or a web page in a few words. */
function plain(said) {
	const words = said.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ").trim();
	return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}
function isRateLimit(headers, said) {
	return headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
}
// src/action/facts.ts
/**
* Gathers the facts of a run; loads the release that `release-tag` asks for, unless the event already has it.
*
* @param fetch opens connections, shaped like the global one
* @throws Error with one line when the release cannot be loaded, or the default announcement has none to announce
*/
async function collectFacts(inputs, environment, fetch) {
	const { event, github, apiUrl } = environment;
	const { releaseTag: tag, githubToken: token, data, status } = inputs;
	const repository = describeRepository(environment);
	const ofEvent = asObject$1(event.release);
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
/** The repository as the event has it, else as far as the environment tells. */
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
/** Free texts of strangers, which an author may have pasted into a template with `${{ }}`, by their names as facts. */
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
/**
* The identity of a post: what makes two posts the same intent, so that a second run of the same intent makes no second
* post.
*
* The first that applies of: the author's own key; the release, so that `published` and `released` are one intent; else
* the step of the run with its subject and text. The number of the attempt is no part of it: a re-run means the same.
*/
function identityOf({ facts, step, idempotencyKey, texts, spoilerText }) {
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
	return [
		"run",
		github.repository,
		github.run_id,
		github.job,
		step,
		subjectOf(facts),
		texts,
		spoilerText
	];
}
/** What a post is about: the release's address, else the ref, else the commit. */
function subjectOf({ github, release }) {
	return release?.html_url || github.ref || github.sha;
}
// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
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
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
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
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os.EOL);
}
// src/action/result.ts
/** How much is shown of a text that is refused for its length, in characters. */
const MOST_REFUSED = 500;
/** The text of a part as the log and the summary show it: whole, unless it is far too long to be posted. */
function shownText({ text, characters }, limit) {
	const all = [...text];
	if (characters <= limit || all.length <= MOST_REFUSED) return text;
	return `${all.slice(0, MOST_REFUSED).join("")}… (and ${all.length - MOST_REFUSED} characters more)`;
}
/** The result of a run that has not come far. */
const nothingYet = {
	result: "failed",
	reason: "",
	handle: "",
	hasAccount: false,
	parts: [],
	spoilerText: "",
	visibility: "",
	language: "",
	limit: 500,
	limitAsked: false,
	response: "",
	cuts: [],
	guarded: [],
	differences: []
};
/** The result of a run that knows what it wants to post. */
function planned(inputs, plan, known) {
	return {
		...nothingYet,
		...known,
		guarded: known.guarded.filter((mention) => plan.parts.some(({ text }) => text.replaceAll("‌", "").replaceAll("%40", "@").includes(mention))),
		hasAccount: inputs.instanceUrl !== "" && inputs.accessToken !== "",
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
/** The result after one more part is stored. */
function added(result, stored, part) {
	const { id, url, uri, visibility, language, handle, response, duplicate, otherText } = stored;
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
	const reason = duplicate ? "It had been posted before, so no second one was made." : "";
	return {
		...result,
		result: duplicate ? "duplicate" : "posted",
		reason,
		handle: handle || result.handle,
		parts,
		response,
		differences: [...result.differences, ...isOther ? [OTHER_TEXT] : differencesOf(result, visibility, part)]
	};
}
const OTHER_TEXT = "This was posted before with another text, so the new text was not posted. To post both, give each step an `idempotency-key` of its own.";
/** The server may narrow a visibility without a word (a limited account's `public`); the author should hear of it. */
function differencesOf({ visibility: asked }, cameOut, part) {
	if (part > 0 || asked === "" || cameOut === "" || cameOut === asked) return [];
	return [`Asked for visibility \`${asked}\`, but the server posted it as \`${cameOut}\`.`];
}
/** The result of a run that failed, by how far it had come. */
function broken(result, reason, outcome, response) {
	const up = result.parts.filter(({ id }) => id !== "");
	const kind = up.length > 0 ? "partial" : outcome === "unknown" ? "unknown" : "failed";
	const tail = kind === "partial" ? ` Already up: ${up.map(({ url }) => url).join(", ")} (${up.length} of ${result.parts.length} parts).` : kind === "unknown" ? " The status may or may not be posted: look at the account before you run this again." : "";
	return {
		...result,
		result: kind,
		reason: `${reason}${tail}`,
		response: response || result.response
	};
}
// src/action/summary.ts
const WORDS$1 = /* @__PURE__ */ new Map([
	["public", "Public"],
	["unlisted", "Quiet public"],
	["private", "Followers"],
	["direct", "Private mention"]
]);
/**
* The job summary of a run.
*
* It is all HTML, one block a line, so that no text of a stranger is ever read as Markdown; and all text is escaped.
*/
function summarize(result) {
	const { parts, spoilerText, cuts, differences, guarded } = result;
	const blocks = [`<h3>${headline(result)}</h3>`];
	if (result.reason !== "") blocks.push(...result.reason.split("\n").map((line) => paragraph(line)));
	for (const [index, part] of parts.entries()) {
		if (parts.length > 1) blocks.push(`<p><b>${index + 1} of ${parts.length}</b>${part.url ? ` · ${link("open", part.url)}` : ""}</p>`);
		blocks.push(body(shownText(part, result.limit), spoilerText), `<p><sub>${escaped(facts(part, index, result))}</sub></p>`);
	}
	for (const cut of cuts) blocks.push(paragraph(`✂️ ${cut}`));
	for (const difference of differences) blocks.push(paragraph(`⚠️ ${difference}`));
	if (guarded.length > 0) blocks.push(paragraph(`🔕 Made harmless, so that nobody is mentioned: ${guarded.join(", ")}`));
	return `${blocks.join("\n\n")}\n\n`;
}
function headline({ result, handle, hasAccount, parts }) {
	const url = parts.find((part) => part.url !== "")?.url ?? "";
	const by = handle || url ? ` by ${link(handle || url, url)}` : "";
	switch (result) {
		case "posted": return `Posted${by}`;
		case "duplicate": return `Already posted${by}`;
		case "dry-run":
			if (handle) return `Would post as ${escaped(handle)}`;
			return hasAccount ? "Would post (the token may not tell whose it is)" : "Would post (no account was asked)";
		case "skipped": return "Skipped, nothing was posted";
		case "partial": return `Posted in part${by}`;
		case "unknown": return "It may or may not be posted";
		default: return "Not posted";
	}
}
/** The text as followers see it: behind its content warning, lines kept. */
function body(text, spoilerText) {
	const quote = `<blockquote>${linked(text)}</blockquote>`;
	return spoilerText === "" ? quote : `<details><summary>${linked(spoilerText)}</summary>${quote}</details>`;
}
function facts(part, index, { visibility, language, limit }) {
	const shown = part.visibility || (index === 0 ? visibility || "The account's own visibility" : "Reply");
	return [...[WORDS$1.get(shown) ?? shown, part.language || language], `${part.characters}/${limit}`].filter(Boolean).join(" · ");
}
/** A line of our own: its `code` in backticks is shown as code. */
function paragraph(line) {
	return `<p>${line.split(/`([^`]+)`/).map((piece, index) => index % 2 === 1 ? `<code>${escaped(piece)}</code>` : linked(piece)).join("")}</p>`;
}
/** Web addresses become links, line ends stay. */
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
/** Escapes HTML, keeps line ends, and replaces what would steer a reader's eye. */
function escaped(text) {
	return text.replaceAll(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`).replaceAll(/\r\n|[\r\n\u2028\u2029]/g, "<br>").replaceAll(/[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "�");
}
// src/action/report.ts
/** The only file that prints. Whatever goes out here is safe for a runner to read, whoever wrote it. */
/** What is masked. A runner does so in its log alone; outputs and summary are ours to keep clean. */
const masked = /* @__PURE__ */ new Set();
/** Shorter secrets stand in a text by chance; taking them out would spoil it. Characters. */
const SHORTEST_SECRET = 6;
/** Keeps secrets out of all that follows, whoever repeats them. Comes before anything else is printed. */
function mask(secrets) {
	for (const secret of secrets) {
		setSecret(secret);
		if (secret.length >= SHORTEST_SECRET) masked.add(secret);
	}
}
function clean(text) {
	return [...masked].reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
}
/** A line of our own. */
function log(line) {
	info(visible(clean(line)));
}
/** Text of a stranger, behind a bar on every line. */
function logText(text) {
	for (const line of quoted(clean(text))) info(line);
}
/** Something that the author should know, though nothing failed. */
function warn(line) {
	warning(visible(clean(line)));
}
/** Tells what is about to be posted, and from what. */
function logPlan(result, inputs, facts) {
	const { parts, limit, spoilerText, cuts, guarded } = result;
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
	}
	if (guarded.length > 0) log(`Made harmless, so that nobody is mentioned: ${guarded.join(", ")}`);
	for (const cut of cuts) warn(cut);
}
/** What the status is about, such as `Release v7.2.0 of nodejs/undici (from the event)`. */
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
/** Tells of one stored status. */
function logPosted(origin, stored, part, parts) {
	const answer = `${stored.status} in ${(stored.took / 1e3).toFixed(1)} s`;
	if (parts === 1) log(`Posting to ${origin} … ${answer}`);
	else log(`Posting part ${part + 1} of ${parts} to ${origin} … ${answer}: ${stored.url}`);
}
/** Ends a run that did what it should. */
function succeed(result) {
	notice(visible(clean(closingLine(result))));
	conclude(result);
}
/**
* Ends a run that did not: the step turns red.
*
* @param problems one line each, an annotation of its own each
* @param evidence for the log alone: what the server answered, or the trace of a fault of our own; empty for nothing
*/
function fail(result, problems, evidence) {
	for (const problem of problems) error(visible(clean(problem)));
	if (evidence.trim() !== "") {
		log(evidence === result.response ? "The answer as it came:" : "A fault of this action. Its trace, for a report:");
		logText(evidence.length > 2e3 ? `${evidence.slice(0, 2e3)}…` : evidence);
	}
	process.exitCode = 1;
	conclude(result);
}
function closingLine({ result, reason, handle, hasAccount, parts }) {
	const [first] = parts;
	const by = handle ? ` by ${handle}` : "";
	const many = parts.length > 1 ? ` in ${parts.length} parts` : "";
	const where = first?.url ? `: ${first.url}` : "";
	switch (result) {
		case "posted": return `Posted as ${first?.visibility || "the account's own visibility"}${by}${many}${where}`;
		case "duplicate": return `Already posted${by}${many}${where} (${reason})`;
		case "dry-run": return `Dry run, nothing was posted. ${handle ? `Would post as ${handle}${many}` : noHandle(hasAccount)}.`;
		default: return `Skipped, nothing was posted. ${reason}`;
	}
}
function noHandle(hasAccount) {
	return hasAccount ? "The token is valid, but may not tell whose it is (that takes the scope `profile`)" : "No account was asked, since `instance-url` or `access-token` is empty";
}
function conclude(result) {
	for (const difference of result.differences) warn(difference);
	writeOutputs(result);
	writeSummary(summarize(result));
}
/**
* Sets the outputs. What cannot be written changes nothing about the post, so it only leaves a line.
*
* The older way, a `set-output` command in the log, is not taken: it would put foreign text into commands.
*/
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
		reason: oneLine(result.reason),
		id: first?.id ?? "",
		url: first?.url ?? "",
		uri: first?.uri ?? "",
		ids: JSON.stringify(posted.map(({ id }) => id)),
		urls: JSON.stringify(posted.map(({ url }) => url)),
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
/** A summary that cannot be written changes nothing about the post either. */
function writeSummary(markdown) {
	const path = process.env.GITHUB_STEP_SUMMARY;
	if (!path) return;
	try {
		appendFileSync(path, clean(markdown));
	} catch (cause) {
		warn(`The summary could not be written (${cause.message}).`);
	}
}
// src/mastodon/error.ts
/**
* The one error of this room. Its message is one line: what happened, the likely cause, what to do.
*
* `outcome` says what is known of a request that should have stored something: `not done` only where it certainly was
* not (name not found, refused, TLS failed, a definite 4xx, an answer that no instance gave), else `unknown`.
*/
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
/** Host and port of the server that was asked, as messages name it. */
function hostOf({ origin }) {
	return new URL(origin).host;
}
// src/mastodon/account.ts
/**
* Asks whose token it is, as a dry run does.
*
* A token with `write:statuses` alone may not tell (403, scope `profile` missing); that is no fault, as long as the
* server knows the token: `apps/verify_credentials` takes any valid token since Mastodon 4.3.
*
* @returns the account's `@user@host`; empty when the token may not tell
* @throws MastodonError when the token is not accepted
*/
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
/** `@user@host` of an account entity. The own account's `acct` bears no domain, so its URL tells it. */
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
// src/mastodon/outcome.ts
/** Errors of a connection that never carried the request: nothing can have been stored. */
const NEVER_SENT = /* @__PURE__ */ new Set([
	"ENOTFOUND",
	"EAI_AGAIN",
	"ECONNREFUSED",
	"EHOSTUNREACH",
	"ENETUNREACH",
	"ENETDOWN",
	"UND_ERR_CONNECT_TIMEOUT",
	"UND_ERR_HEADERS_TIMEOUT",
	"UND_ERR_PRX_TLS",
	"ERR_PROXY_ADDRESS",
	"ERR_TIME_IS_UP"
]);
/** Answers in the 4xx that leave open what became of the request: timed out, in conflict, too early. */
const UNDECIDED = [
	408,
	409,
	425
];
/**
* Whether a failed request certainly stored nothing.
*
* `not done` is only: name not found, connection refused, TLS failed, a definite 4xx, a redirect that asks to send the
* request elsewhere. Anything else may have been stored before the answer was lost. A 303 says “done, look there”.
*/
function outcomeOf({ answer, cause }) {
	if (!answer) return wasNeverSent(cause) ? "not done" : "unknown";
	const { status, text } = answer;
	if ([
		301,
		302,
		307,
		308
	].includes(status)) return "not done";
	if (status < 400 || status > 499 || UNDECIDED.includes(status)) return "unknown";
	if (status === 400 && /idempotency/i.test(text)) return "unknown";
	return "not done";
}
function wasNeverSent(cause) {
	const code = codeOf(cause);
	return NEVER_SENT.has(code) || isHandshakeError(cause) || isProxyRefusal(cause) || diedConnecting(cause);
}
/** The system's code of an error, such as `ECONNREFUSED`; of an AggregateError that of its first error. */
function codeOf(cause) {
	const { code, cause: inner, errors } = cause ?? {};
	if (typeof code === "string" && code !== "UND_ERR_ABORTED") return code;
	if (errors?.[0]) return codeOf(errors[0]);
	if (inner) return codeOf(inner);
	return typeof code === "string" ? code : "";
}
/** Whether it was TLS that failed (Node's and OpenSSL's codes). */
function isTlsError(code) {
	return /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$)/.test(code);
}
/** Whether TLS failed before a request could be sent. A damaged record may come later, with the answer. */
function isHandshakeError(cause) {
	const code = codeOf(cause);
	const message = cause?.message ?? "";
	if (/before secure TLS connection was established/.test(message)) return true;
	return isTlsError(code) && !/BAD_RECORD_MAC|BAD_LENGTH|DECRYPT|bad record mac/i.test(`${code} ${message}`);
}
/** Whether a proxy refused to open the tunnel; undici says so in words alone. */
function isProxyRefusal(cause) {
	return /^Proxy response/.test(cause?.message ?? "");
}
/** Whether the system call that failed is the one that opens a connection. */
function diedConnecting(cause) {
	const { syscall } = cause ?? {};
	return syscall === "connect" || syscall === "getaddrinfo";
}
// src/mastodon/version.ts
/** Version of this project, as package.json has it (a test holds the two together). Servers see it as User-Agent. */
const version = "0.1.0";
// src/mastodon/client.ts
/**
* A client of the Mastodon API at one origin.
*
* @param token user access token; empty for none. It never goes to another origin.
*/
function openClient(origin, token, http) {
	const common = {
		accept: "application/json",
		"accept-language": "en",
		"user-agent": `mastodon-status-action/${version}`
	};
	async function call(method, path, options = {}) {
		const { body, headers } = options;
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
					...headers
				},
				...body ? { body: JSON.stringify(body) } : {}
			});
		} catch (cause) {
			throw plainError({
				...failure,
				cause
			});
		}
		const json = parseJson(answer.text);
		if (answer.status < 200 || answer.status > 299 || json === void 0) throw plainError({
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
	const within = (milliseconds) => openClient(origin, token, http.within(milliseconds));
	return {
		origin,
		clock: http.clock,
		call,
		probe,
		within
	};
}
/** The value of a JSON text, or undefined when it is none (HTML, empty, cut). */
function parseJson(text) {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		return;
	}
}
/** A JSON object (or list) as it is; empty for anything else. */
function asObject(value) {
	return value !== null && typeof value === "object" ? value : {};
}
/** Whether a body is an error as the API words it. */
function isApiError(json) {
	return typeof asObject(json).error === "string";
}
function plainError(failure) {
	const { method, path, answer, cause } = failure;
	return new MastodonError(failure, {
		what: answer ? `${method} ${path} answered ${answer.status}.` : `${method} ${path} got no answer: ${cause?.message ?? "no reason given"}.`,
		why: "",
		cure: ""
	}, outcomeOf(failure));
}
// src/mastodon/limits.ts
/** Mastodon's own numbers, assumed where no instance was asked. */
const assumedLimits = {
	maxCharacters: 500,
	counting: {
		unit: "graphemes",
		urlLength: 23,
		mentions: "local part",
		spoiler: true
	}
};
/**
* The limits that an instance announces, in the order in which servers announce them: `configuration` (version 2 or 1),
* then `max_toot_chars`, then Mastodon's own numbers. A figure that cannot be true is passed over.
*/
function limitsOf(document) {
	return {
		maxCharacters: announcedMaximum(document) ?? assumedLimits.maxCharacters,
		counting: countingOf(document)
	};
}
/** Most characters of a status, as an instance announces it; undefined where no figure can be true. */
function announcedMaximum(document) {
	return whole(statusesOf(document).max_characters, 1, 1e7) ?? whole(document.max_toot_chars, 1, 1e7);
}
function statusesOf(document) {
	return asObject(asObject(document.configuration).statuses);
}
/**
* How the instance counts. Some servers announce a reserve for URLs that they do not apply, so the software decides
* first (research: the code of each server).
*/
function countingOf(document) {
	const raw = {
		unit: "code points",
		urlLength: null,
		mentions: "full",
		spoiler: true
	};
	switch (countsLike(document)) {
		case "gotosocial":
		case "mitra": return raw;
		case "akkoma":
		case "pleroma": return {
			...raw,
			unit: "graphemes"
		};
		case "pixelfed":
		case "takahe":
		case "misskey": return {
			...raw,
			spoiler: false
		};
		default: {
			const reserve = whole(statusesOf(document).characters_reserved_per_url, 0, 100);
			const urlLength = reserve === 0 ? null : reserve ?? assumedLimits.counting.urlLength;
			return {
				...assumedLimits.counting,
				urlLength
			};
		}
	}
}
/** The software whose way of counting holds, from what only its own descriptions say. */
function countsLike(document) {
	const version = String(document.version ?? "").toLowerCase();
	const source = String(document.source_url ?? "").toLowerCase();
	const named = [
		"akkoma",
		"pleroma",
		"pixelfed",
		"takahe",
		"mitra",
		"gotosocial"
	].find((name) => version.includes(name));
	if (named) return named;
	if (/misskey|sharkey|iceshrimp|firefish/.test(version)) return "misskey";
	const accounts = asObject(asObject(document.configuration).accounts);
	if (source.includes("gotosocial") || "allow_custom_css" in accounts) return "gotosocial";
	return "mastodon";
}
/** A whole number within bounds, also from a string; undefined for anything else. */
function whole(value, least, most) {
	const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most ? number : void 0;
}
// src/mastodon/instance.ts
const PATHS = ["/api/v2/instance", "/api/v1/instance"];
/** Whether a path is one at which an instance describes itself. */
function isInstancePath(path) {
	return PATHS.includes(path);
}
/**
* Asks an instance for its own description.
*
* The token goes along: servers with limited federation wanted one until Mastodon 4.4 (#34576). snac and Akkoma know
* version 1 alone. Version 1 is asked too where version 2 does not tell how long a status may be; what it says then holds.
*
* @returns null when there is no such document
* @throws MastodonError when the server was silent or busy (429, 5xx), so that its limits are only not known yet
*/
async function readInstance(client) {
	let known = null;
	let busy = null;
	for (const path of PATHS) {
		try {
			const { json } = await client.call("GET", path);
			if (isInstanceDocument(json)) known = {
				...known,
				...json
			};
		} catch (error) {
			if (!(error instanceof MastodonError) || !error.failure.answer) throw error;
			if (isBusy(error.failure.answer)) busy ??= error;
		}
		if (known && announcedMaximum(known) !== void 0) return known;
	}
	if (busy) throw busy;
	return known;
}
/** Asks, without a token, whether an instance of the Mastodon API is at an origin. */
async function whatIsAt(probe, origin) {
	let denials = 0;
	for (const path of PATHS) {
		const answer = await probe(new URL(path, origin));
		if (answer === null) break;
		const json = parseJson(answer.text);
		if (answer.status === 200 && isInstanceDocument(json)) return {
			kind: "instance",
			document: json
		};
		if (answer.status === 401 && isApiError(json)) return {
			kind: "instance",
			document: null
		};
		if (isDenial(answer)) denials += 1;
	}
	return {
		kind: denials === PATHS.length ? "no instance" : "no answer",
		document: null
	};
}
/** Whether an instance of the Mastodon API answers at an origin, asked without a token. */
async function isInstance(probe, origin) {
	return (await whatIsAt(probe, origin)).kind === "instance";
}
/** Whether an answer says no more than “not now”. A 501 is said for good. */
function isBusy({ status }) {
	return status === 429 || status >= 500 && status !== 501;
}
/** Whether an answer proves that nothing is served here; a 403, 429 or 5xx proves nothing. */
function isDenial({ status }) {
	return status < 400 || [
		400,
		404,
		405,
		410,
		501
	].includes(status);
}
function isInstanceDocument(json) {
	const document = json;
	return typeof document?.version === "string" && (document.uri ?? document.domain) !== void 0;
}
// src/mastodon/diagnosis/server-sentence.ts
/** What a server answered, for a message: `422 “Text can't be blank” (POST /api/v1/statuses)`. */
function told(failure) {
	const { answer, method, path } = failure;
	return `${answer.status} ${bodyInWords(failure)} (${method} ${path})`;
}
function bodyInWords(failure) {
	const sentence = serverSentence(failure);
	if (!isHtml(failure.answer)) return sentence === "" ? "with an empty answer" : `“${sentence}”`;
	return sentence === "" ? "with a web page" : `with the web page “${sentence}”`;
}
/** The server's own sentence, from the shapes that servers use: `error`, `error_description`, `message`. */
function serverSentence(failure) {
	const { json, answer } = failure;
	if (json !== null && typeof json === "object") {
		const { error, error_description, message } = json;
		const sentence = [
			error,
			error_description,
			message
		].find((text) => typeof text === "string" && text !== "");
		if (typeof sentence === "string") return shorten$1(`${sentence}${zodMessages(json)}`);
	}
	return shorten$1(isHtml(answer) ? htmlTitle(answer?.text ?? "") : answer?.text ?? "");
}
function isHtml(answer) {
	if (!answer || answer.text.trim() === "") return false;
	return /\bhtml\b/i.test(answer.headers["content-type"] ?? "") || /^\s*<(!doctype|html|head|body|h1)\b/i.test(answer.text);
}
/** The title of a web page, or its first words where it has none. The status code that many repeat there goes. */
function htmlTitle(html) {
	return (/<(title|h1)[^>]*>([^<]{1,300})/i.exec(html.slice(0, 2e4))?.[2] ?? html.slice(0, 5e3).replace(/<[^>]*>/g, " ")).trim().replace(/^[1-5]\d\d\b[\s:|–—-]*/, "");
}
function zodMessages(json) {
	const { zod_error: zod } = json;
	const [issue] = Array.isArray(zod?.issues) ? zod.issues : [];
	if (typeof issue?.message !== "string") return "";
	return `: ${[Array.isArray(issue.path) ? issue.path.join(".") : "", issue.message].filter(Boolean).join(" ")}`;
}
function shorten$1(text) {
	const plain = text.replace(/\s+/g, " ").trim();
	return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
// src/mastodon/diagnosis/bot-wall.ts
/** Whether a page asks for a human, as Cloudflare and its like put before a server. */
function isBotWall({ status, headers, text }) {
	if (headers["cf-mitigated"]) return true;
	if (/^error code: 1\d{3}\b/.test(text)) return true;
	return [
		403,
		429,
		503
	].includes(status) && isHtml({
		status,
		headers,
		text
	}) && /just a moment|attention required|verify you are (a )?human|making sure you're not a bot|anubis|captcha|checking your browser/i.test(text);
}
/** A wall lets nothing through, so no instance has seen the request. */
function explainBotWall(failure) {
	const { headers, text } = failure.answer;
	const isCloudflare = headers["cf-mitigated"] || headers["cf-ray"] || /cloudflare|^error code: 1/i.test(text);
	return {
		what: `A wall in front of ${hostOf(failure)} wants proof of a human: ${told(failure)}.`,
		why: `${isCloudflare ? "Cloudflare" : "A bot filter"} takes this runner for a robot to be kept out.`,
		cure: "Ask the instance's admins to let requests to /api/ through, or use a runner of your own.",
		neverArrived: true
	};
}
// src/mastodon/rate-limit.ts
/** No rate limit lasts longer; what is later, or long past, is no time. Milliseconds. */
const YEAR = 316224e5;
/**
* When a rate limit ends, by `X-RateLimit-Reset` (ISO 8601 on Mastodon and GoToSocial, seconds since 1970 elsewhere) or
* `Retry-After` (seconds, or a date).
*
* @returns the time, or null when the answer does not tell, or tells what cannot be true
*/
function resetOf({ headers }, now = Date.now()) {
	const clock = Date.parse(headers.date ?? "");
	const start = Number.isNaN(clock) ? now : clock;
	return timeOf(headers["x-ratelimit-reset"], start) ?? timeOf(headers["retry-after"], start);
}
/** A time, from a date or from a number: of seconds from `start`, or since 1970 in seconds or milliseconds. */
function timeOf(value, start) {
	if (!value) return null;
	const time = /^\d+(\.\d+)?$/.test(value) ? timeOfNumber(Number(value), start) : Date.parse(value);
	return Math.abs(time - start) <= YEAR ? new Date(time) : null;
}
function timeOfNumber(value, start) {
	if (value < 1e9) return start + value * 1e3;
	return value < 1e11 ? value * 1e3 : value;
}
/** A time as people read it in a log: `2026-11-23 18:26 UTC`. */
function formatTime(date) {
	return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/mastodon/diagnosis/busy-server.ts
/** 429: the account, the token or the address has used up its share. */
function explainRateLimit(failure) {
	const reset = resetOf(failure.answer);
	return {
		what: `${hostOf(failure)} takes no more for now: ${told(failure)}.`,
		why: reset ? `The rate limit ends at ${formatTime(reset)}.` : "The rate limit is used up, and the server does not say until when.",
		cure: reset ? "Run again after that." : "Run again later."
	};
}
/** 5xx: the server, or a proxy in front of it, failed. */
function explainServerError(failure) {
	const { status } = failure.answer;
	const reset = resetOf(failure.answer);
	return {
		what: `${hostOf(failure)} is out of order: ${told(failure)}.`,
		why: causeOf$1(status),
		cure: reset ? `It asks to wait until ${formatTime(reset)}; run again after that.` : "Run again later."
	};
}
function causeOf$1(status) {
	if (status === 503) return "The server is overloaded, or down for maintenance.";
	if (status === 502 || status === 504 || status >= 520 && status < 530) return "The server behind its front proxy is down or overloaded.";
	return "The server failed on this request.";
}
// src/mastodon/loopback.ts
/** Whether a host, as `URL.hostname` has it, is this machine itself. */
function isLoopback(hostname) {
	return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith(".localhost");
}
// src/mastodon/proxy.ts
/** The proxy for an address, or an empty string: `HTTPS_PROXY` and `NO_PROXY` as curl reads them. */
function proxyFor(url, proxies) {
	const proxy = url.protocol === "https:" ? proxies.https : proxies.http;
	if (proxy === "" || isLoopback(url.hostname) || isExempt(url, proxies.no)) return "";
	return proxy.includes("://") ? proxy : `http://${proxy}`;
}
/** Whether a proxy can be used at all: it needs a host, and speaks HTTP. */
function isProxyAddress(proxy) {
	return URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol);
}
function isExempt(url, no) {
	return no.toLowerCase().split(/[\s,]+/).some((entry) => entry === "*" || entry !== "" && covers(entry, url));
}
/** `example.org`, `.example.org` and `*.example.org` cover the domain and all below it; a port narrows it. */
function covers(entry, url) {
	const [, host = entry, port = ""] = /^(\[.*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
	if (port !== "" && port !== (url.port || (url.protocol === "https:" ? "443" : "80"))) return false;
	const domain = host.replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
	const hostname = url.hostname.replace(/^\[|\]$/g, "");
	return hostname === domain || hostname.endsWith(`.${domain}`);
}
// src/mastodon/diagnosis/connection-causes.ts
const RETRY = "Run again later.";
/** What a connection died of, told for a person. Spends no request: there is nobody to ask. */
function explainConnection(failure) {
	const { origin, proxy, cause } = failure;
	const host = hostOf(failure);
	const code = codeOf(cause);
	const message = cause?.message ?? "";
	if (code === "ERR_TIME_IS_UP") return {
		what: `The time limit was over before ${failure.method} ${failure.path} could be sent to ${host}.`,
		why: "What came before it took too long.",
		cure: "Run again, or allow more time."
	};
	if (cause?.name === "TimeoutError") return {
		what: `${host} gave no answer to ${failure.method} ${failure.path} within the time limit.`,
		why: "The server is overloaded, or something on the way holds the connection.",
		cure: "Run again later, or allow more time."
	};
	if (proxy !== "") return explainProxy(failure, host, code, message);
	if (isTlsError(code)) return explainTls(host, code);
	switch (code) {
		case "ENOTFOUND": return {
			what: `The name ${host} was not found (ENOTFOUND).`,
			why: "The instance URL is misspelled, or the server is gone.",
			cure: `Open ${origin} in a browser and copy the address from there.`
		};
		case "EAI_AGAIN": return {
			what: `The name ${host} could not be looked up (EAI_AGAIN).`,
			why: "The runner's name service did not answer.",
			cure: RETRY
		};
		case "ECONNREFUSED": return {
			what: `${host} refused the connection (ECONNREFUSED).`,
			why: "The server is down, or it listens on another port.",
			cure: `Open ${origin} in a browser; if it answers there, check the port in the instance URL.`
		};
		case "UND_ERR_CONNECT_TIMEOUT":
		case "ETIMEDOUT": return {
			what: `${host} did not accept the connection in time (${code}).`,
			why: "The server is down, or a firewall drops what comes from this runner.",
			cure: RETRY
		};
		case "EHOSTUNREACH":
		case "ENETUNREACH":
		case "ENETDOWN": return {
			what: `There is no way from this runner to ${host} (${code}).`,
			why: "The runner has no network, or only the other kind of it (IPv4, IPv6).",
			cure: "Check the runner's network, or set HTTPS_PROXY where it needs a proxy."
		};
		default: return {
			what: `The connection to ${host} broke before the answer was complete (${code || message || "no reason given"}).`,
			why: code.startsWith("HPE_") ? "What answers there does not speak HTTP." : "The server was restarted, or something on the way cut the line.",
			cure: RETRY
		};
	}
}
function explainTls(host, code) {
	const what = `No secure connection to ${host} (${code}).`;
	if (code === "CERT_HAS_EXPIRED") return {
		what,
		why: "The server's certificate has expired.",
		cure: "Tell the instance's admins; run again when it is renewed."
	};
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") return {
		what,
		why: "The server's certificate is for another name.",
		cure: "Check the host in the instance URL: it must be the one that the browser shows."
	};
	if (code === "EPROTO" || code.startsWith("ERR_SSL_")) return {
		what,
		why: "What answers on that port does not speak TLS, or an outdated version of it.",
		cure: "Check the port in the instance URL."
	};
	return {
		what,
		why: "The server's certificate is not signed by an authority that Node knows.",
		cure: "For an authority of your own, set the environment variable NODE_EXTRA_CA_CERTS to the path of its certificate (PEM)."
	};
}
function explainProxy(failure, host, code, message) {
	const variable = new URL(failure.origin).protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
	if (!isProxyAddress(failure.proxy)) return {
		what: `The proxy for ${host} cannot be used.`,
		why: `${variable} holds no address of an HTTP proxy.`,
		cure: `Set ${variable} to an address such as http://proxy.example:3128, or list ${host} in NO_PROXY.`
	};
	const { host: proxy } = new URL(failure.proxy);
	if (isProxyRefusal(failure.cause)) return explainProxyRefusal(failure, host, variable);
	if (isTlsError(code) && code !== "UND_ERR_PRX_TLS") {
		const { what, why, cure } = explainTls(host, code);
		return {
			what: what.replace(" (", ` through the proxy ${proxy} (`),
			why: `${why} A proxy that opens TLS has this effect too.`,
			cure
		};
	}
	const neverThere = [
		"ECONNREFUSED",
		"ENOTFOUND",
		"EAI_AGAIN",
		"UND_ERR_CONNECT_TIMEOUT",
		"UND_ERR_HEADERS_TIMEOUT"
	].includes(code);
	return {
		what: `The proxy ${proxy} could not be used to reach ${host} (${code || message}).`,
		why: code === "ENOTFOUND" ? "The name of the proxy was not found." : neverThere ? "The proxy itself does not answer." : "The proxy, or the server behind it, cut the line.",
		cure: neverThere ? `Check the address in ${variable}, or list ${host} in NO_PROXY.` : RETRY
	};
}
function explainProxyRefusal({ proxy, cause }, host, variable) {
	const { host: name, password } = new URL(proxy);
	const status = /\d{3}/.exec(cause.message)?.[0] ?? "";
	const what = `The proxy ${name} answered ${status} instead of opening the way to ${host}.`;
	if (status === "407") return password === "" ? {
		what,
		why: "It wants a user name and a password.",
		cure: `Set ${variable} to http://user:password@${name}`
	} : {
		what,
		why: `It does not accept the user name and password in ${variable}.`,
		cure: "Correct them there."
	};
	return {
		what,
		why: status === "403" ? "It does not allow this host." : "It cannot reach this host.",
		cure: `Ask whoever runs the proxy, or list ${host} in NO_PROXY where a direct way exists.`
	};
}
// src/mastodon/scopes.ts
/** The scope that each call needs on Mastodon (research: each controller's `doorkeeper_authorize!`). */
const SCOPES = [[
	"POST",
	/^\/api\/v1\/statuses$/,
	"write:statuses"
], [
	"GET",
	/^\/api\/v1\/accounts\/verify_credentials$/,
	"profile"
]];
/** The scope that a call needs, or an empty string when it needs none. */
function scopeOf(method, path) {
	const plain = path.replace(/\?.*/, "");
	return SCOPES.find(([verb, pattern]) => verb === method && pattern.test(plain))?.[2] ?? "";
}
/**
* The scope that a server names when it refuses a call, or an empty string when it names none.
*
* Doorkeeper's description lists all that would do, the narrowest last: `… requires scope "write write:statuses".`,
* since 5.9 with its inner quotes replaced: `… requires scope _write write:statuses_.`. RFC 6750 has `scope="…"`.
* Akkoma says it in the body: `Insufficient permissions: write:statuses.`
*
* @param challenge value of WWW-Authenticate; empty for none
* @param sentence the server's own sentence
*/
function scopeNamedIn(challenge, sentence) {
	return (/requires scopes? [\\"_]*([a-z][a-z:_ ]*)/.exec(challenge)?.[1] ?? /\bscope="([^"]+)"/.exec(challenge)?.[1] ?? /insufficient permissions: ([a-z][a-z:_ |&]*)/i.exec(sentence)?.[1] ?? "").split(/[ |&]+/).map((scope) => scope.replace(/_+$/, "")).filter(Boolean).at(-1) ?? "";
}
// src/mastodon/diagnosis/refused-token.ts
const VERIFY = "/api/v1/accounts/verify_credentials";
/** The scope without which no token is of use here. */
const POSTING = "write:statuses";
/**
* 401: the token is not accepted.
*
* Sharkey answers 401 to every failure and activities.next to a missing scope (research), so that the token itself is
* tried once more before it is called dead.
*/
async function explainUnauthorized(failure, client) {
	const host = hostOf(failure);
	if (/^basic\b/i.test(failure.answer.headers["www-authenticate"] ?? "")) return {
		what: `Something in front of ${host} asks for a user name and a password: ${told(failure)}.`,
		why: "The server is closed to the public.",
		cure: "Ask the instance's admins to let requests to /api/ through.",
		neverArrived: true
	};
	const what = `${host} refused the access token: ${told(failure)}.`;
	if ((failure.path === VERIFY ? null : await ask(client, VERIFY))?.status === 200) return {
		what,
		why: `The same token is accepted elsewhere on this server, so it is alive: it lacks the scope ${POSTING}, or the server answers 401 to whatever it minds.`,
		cure: `Make a token with the scope ${POSTING}; if it has that scope, look at the text.`
	};
	return {
		what,
		why: whyDead(failure),
		cure: `Make a new token on ${host} with the scope ${POSTING}, and store it as the secret.`
	};
}
/** Mastodon tells a revoked or expired token from one it does not know; the words are Doorkeeper's in English. */
function whyDead(failure) {
	const words = `${serverSentence(failure)} ${failure.answer.headers["www-authenticate"] ?? ""}`;
	if (/\brevoked\b/i.test(words)) return "Somebody revoked it, or the account's password was reset.";
	if (/\bexpired\b/i.test(words)) return "Its time is over: this server's tokens do not live for ever.";
	return "It was revoked, it is cut off, or it belongs to another instance.";
}
/**
* 403: the token is alive, but it may not do this, or the account may not, or nobody from here may.
*
* @param isReachable whether the instance answered other requests
*/
async function explainForbidden(failure, client, isReachable) {
	const host = hostOf(failure);
	const sentence = serverSentence(failure);
	const challenge = failure.answer.headers["www-authenticate"] ?? "";
	if (/scope|insufficient permissions/i.test(`${challenge} ${sentence}`)) {
		const scope = scopeNamedIn(challenge, sentence) || scopeOf(failure.method, failure.path);
		return {
			what: `The access token may not do this on ${host}: ${told(failure)}.`,
			why: scope ? `It lacks the scope ${scope}.` : "It lacks a scope.",
			cure: `A token keeps the scopes that it was made with: make a new one${scope ? ` with ${scope}` : ""}, and store it as the secret.`
		};
	}
	if (failure.json === void 0) return {
		what: `Something in front of ${host} does not let this request in: ${told(failure)}.`,
		why: isReachable ? "The instance answers other requests, so a filter minds this one: its text, or that it comes from a runner." : "A firewall or block list keeps the runner's address out; the token has nothing to do with it.",
		cure: "Ask the instance's admins to let requests to /api/ through, or use a runner of your own.",
		neverArrived: true
	};
	const { why, cure } = await explainAccount(failure, sentence, client);
	return {
		what: `${host} does not let this account post: ${told(failure)}.`,
		why,
		cure
	};
}
/** The account's own state forbids every call in the same words, a policy only this one. */
async function explainAccount(failure, sentence, client) {
	const verified = failure.path === VERIFY ? {
		status: 403,
		sentence
	} : await ask(client, VERIFY);
	if (verified.sentence === sentence) return {
		why: "The account is not confirmed, waits for approval, or was locked by a moderator.",
		cure: `Log in at ${failure.origin} in a browser: it says there what the account needs.`
	};
	return {
		why: verified.status === 200 ? "The token and its account are well, so it is a rule of the server that forbids this post." : "A rule of the server forbids this post, or a moderator has limited the account.",
		cure: "Change the text or its visibility, or ask the instance's admins."
	};
}
/** Whether a token stands for an application alone, as one of the grant `client_credentials` does. */
async function isAppToken(client) {
	const account = await ask(client, VERIFY);
	if (account.status !== 422 && account.status !== 401) return false;
	return (await ask(client, "/api/v1/apps/verify_credentials")).status === 200;
}
/** What the server says to a harmless call with the token; status 0 when it does not answer. */
async function ask(client, path) {
	try {
		return {
			status: (await client.call("GET", path)).status,
			sentence: ""
		};
	} catch (error) {
		if (!(error instanceof MastodonError)) throw error;
		return {
			status: error.failure.answer?.status ?? 0,
			sentence: serverSentence(error.failure)
		};
	}
}
// src/mastodon/diagnosis/refused-status.ts
/**
* A 4xx that is about the request itself.
*
* @param document how the instance describes itself, where that is known already
*/
async function explainRefusal(failure, client, { characters }, document) {
	const host = hostOf(failure);
	const { status } = failure.answer;
	const isPost = failure.method === "POST" && failure.path === "/api/v1/statuses";
	const what = `${host} refused the ${isPost ? "status" : "request"}: ${told(failure)}.`;
	if (characters !== void 0 && (status === 400 || status === 422)) {
		const tooLong = await explainLength(failure, client, characters, document);
		if (tooLong) return {
			what,
			...tooLong
		};
	}
	if (status === 422 && await isAppToken(client)) return {
		what,
		why: "The access token belongs to an application, not to an account (the grant client_credentials makes such tokens).",
		cure: "Use the access token of a user: in the web interface Preferences › Development › your application › “Your access token”."
	};
	return {
		what,
		...causeOf(failure, isPost)
	};
}
/** Servers word it in their own ways, and count in their own ways too (research, sections 1.2 and 2.3). */
const LENGTH_WORDS = /character limit|too long|max chars/i;
async function explainLength(failure, client, characters, known) {
	const saysSo = LENGTH_WORDS.test(serverSentence(failure));
	const document = known ?? await readInstance(client).catch(() => null);
	if (!document) return saysSo ? {
		why: `The text has ${characters} characters.`,
		cure: "Shorten the text."
	} : null;
	const { maxCharacters } = limitsOf(document);
	const allows = `${hostOf(failure)} allows ${maxCharacters}`;
	if (characters > maxCharacters) return {
		why: `The text has ${characters} characters, ${allows}.`,
		cure: "Shorten the text."
	};
	if (!saysSo) return null;
	return {
		why: `The text has ${characters} characters as Mastodon counts; ${allows} and counts in another way, links in full perhaps.`,
		cure: "Shorten the text."
	};
}
function causeOf({ answer, json }, isPost) {
	switch (answer.status) {
		case 400:
			if (!/idempotency/i.test(answer.text)) break;
			return {
				why: "An earlier run sent the same status within the hour, and the server does not say what became of it.",
				cure: "Run again in an hour."
			};
		case 404: return isPost ? {
			why: "The status that this one replies to is gone; or the same status was posted within the hour and has been deleted since.",
			cure: "Check the id of the reply, or run again in an hour."
		} : {
			why: "",
			cure: "Check the id: what it names is deleted, or not to be seen by this account."
		};
		case 405: return {
			why: "Something in front of the instance does not let this kind of request through.",
			cure: "Ask the instance's admins to let requests to /api/ through."
		};
		case 408: return {
			why: "The request came in too slowly, or was lost on the way.",
			cure: "Run again later."
		};
		case 409: return {
			why: "The server is at work on the same status, or has it already.",
			cure: "Run again later."
		};
		case 410: return {
			why: "The server says that this is gone for good.",
			cure: "Check the instance URL."
		};
		case 413: return {
			why: "The request is larger than the server takes.",
			cure: "Shorten the text, or ask the instance's admins for their limit."
		};
		case 418: return {
			why: "GoToSocial says so to a request without a User-Agent; something on the way, such as a proxy, takes it off.",
			cure: "Let the proxy pass the header on."
		};
	}
	return json === void 0 ? {
		why: "It comes from something in front of the instance.",
		cure: "Ask the instance's admins what it minds."
	} : {
		why: "",
		cure: "Change what the server minds, and run again."
	};
}
// src/mastodon/diagnosis/strange-answer.ts
/** A good status code with a body that is not what was asked for. Whether the request was carried out is unknown. */
function explainStrangeAnswer(failure) {
	const { answer, json, method, path } = failure;
	return {
		what: `${hostOf(failure)} answered ${answer.status} to ${method} ${path}, but ${kindOf(failure)}.`,
		why: json === void 0 ? "Something between here and the server changed or cut the answer." : "The server does not keep to the Mastodon API, or something in front of it answered.",
		cure: isHtml(answer) ? "Open the address in a browser to see who answers there." : "Run again later."
	};
}
function kindOf(failure) {
	const { answer, json } = failure;
	if (json !== void 0) return `the answer is no status: ${nameOf$1(failure)}`;
	if (answer.text.trim() === "") return "with nothing in it";
	if (isHtml(answer)) return "with a web page instead of JSON";
	return /json/i.test(answer.headers["content-type"] ?? "") ? "the JSON is cut off" : "with something else than JSON";
}
function nameOf$1(failure) {
	const { json } = failure;
	if (json === null) return "null";
	if (Array.isArray(json)) return "a list";
	if (typeof json !== "object") return `a ${typeof json}`;
	if ("error" in json) return `an error, “${serverSentence(failure)}”`;
	return "id" in json ? "an object without a usable id" : "an object without an id";
}
// src/mastodon/diagnosis/unknown-limit.ts
/** Says why the instance was asked to describe itself, where a shorter text would do without. Else nothing is added. */
function tellOfLimit(failure, diagnosis) {
	const isReached = failure.answer !== void 0 || outcomeOf(failure) === "unknown";
	if (!isInstancePath(failure.path) || !isReached) return diagnosis;
	const most = assumedLimits.maxCharacters;
	const cure = `${diagnosis.cure} The request asked how long a status may be; a text of up to ${most} characters is posted without asking.`;
	return {
		...diagnosis,
		cure
	};
}
// src/mastodon/find-host.ts
/**
* Finds the origin of the API behind a domain that handles bear. Asks without a token.
*
* `@user@example.org` may live on `social.example.org`: the handle domain redirects or describes only what stands under
* `/.well-known` (Mastodon's LOCAL_DOMAIN and WEB_DOMAIN; GoToSocial's host and account-domain).
*
* @returns an origin at which an instance answers, or null
*/
async function findApiOrigin(probe, origin) {
	const { host } = new URL(origin);
	const tried = /* @__PURE__ */ new Set([origin]);
	for (const [path, pointersOf] of CLUES) {
		const answer = await probe(new URL(path.replaceAll("{host}", host), origin));
		if (answer === null) return null;
		for (const pointer of [answer.headers.location, ...answer.status === 200 ? pointersOf(answer) : []]) {
			const candidate = safeOrigin(pointer, origin);
			if (candidate === null || tried.has(candidate)) continue;
			tried.add(candidate);
			if (await isInstance(probe, candidate)) return candidate;
		}
	}
	return null;
}
/** Where a domain may tell of its API host, and how to read it there. */
const CLUES = [
	["/.well-known/nodeinfo", ({ text }) => linksIn(text).map(({ href }) => href)],
	["/.well-known/host-meta", ({ text }) => [/template=["']([^"']+)["']/.exec(text)?.[1]]],
	["/.well-known/oauth-authorization-server", ({ text }) => [asObject(parseJson(text)).issuer]],
	["/.well-known/webfinger?resource=acct:{host}@{host}", ({ text }) => linksIn(text).filter(({ rel }) => rel === "self").map(({ href }) => href)]
];
/** The name of the software that a server says it runs (nodeinfo); null when it does not say. */
async function softwareOf(probe, origin) {
	const index = await probe(new URL("/.well-known/nodeinfo", origin));
	const href = index?.status === 200 ? linksIn(index.text)[0]?.href : void 0;
	if (safeOrigin(href, origin) !== origin) return null;
	const { name } = asObject(asObject(parseJson((await probe(new URL(String(href), origin)))?.text ?? "")).software);
	return typeof name === "string" && /^[\w.-]{1,40}$/.test(name) ? name : null;
}
/** The origin of an address, if a token may ever go there: https, or from loopback to loopback. */
function safeOrigin(pointer, base) {
	if (typeof pointer !== "string" || pointer === "" || !URL.canParse(pointer, base)) return null;
	const url = new URL(pointer, base);
	const from = new URL(base);
	const staysHere = url.protocol === "http:" && from.protocol === "http:" && isLoopback(url.hostname);
	return url.protocol === "https:" || staysHere ? url.origin : null;
}
function linksIn(text) {
	const { links } = asObject(parseJson(text));
	return Array.isArray(links) ? links.map(asObject) : [];
}
// src/mastodon/diagnosis/wrong-address.ts
const CURE = "Set the instance URL to the server that the account is on, such as https://mastodon.social";
/** A redirect, which is never followed: the token must not travel to another server, and a POST would become a GET. */
async function explainRedirect(failure, client) {
	const { method, path, origin, answer } = failure;
	const host = hostOf(failure);
	const target = targetOf(failure);
	const what = target ? `${host} redirects ${method} ${path} to ${target.href.slice(0, 200)} (${answer.status}).` : `${host} answered ${method} ${path} with a redirect that names no target (${answer.status}).`;
	const candidate = target && safeOrigin(target.href, origin);
	if (candidate && candidate !== origin && await isInstance(client.probe, candidate)) return {
		what,
		why: "An instance answers there, but a redirect is never followed with a token.",
		cure: `Set the instance URL to ${candidate}`,
		neverArrived: true
	};
	if ((await whatIsAt(client.probe, origin)).kind === "instance") return {
		what,
		why: answer.status === 303 ? "That says “done, look there”, which is no answer of the Mastodon API, though an instance is here." : "An instance is here all the same, so something in front of it sends the request elsewhere: a login wall, or a rule of its web server.",
		cure: "Ask the instance's admins to let requests to /api/ through."
	};
	const found = await findApiOrigin(client.probe, origin);
	if (found) return {
		what,
		why: `The instance is at ${found}.`,
		cure: `Set the instance URL to ${found}`,
		neverArrived: true
	};
	return {
		what,
		why: target?.protocol === "http:" && candidate === null ? "Plain http would show the token to everyone on the way, so nothing was asked there." : `No instance was found ${target && target.origin !== origin ? "there or " : ""}at ${host}.`,
		cure: CURE,
		neverArrived: true
	};
}
function targetOf({ answer, path, origin }) {
	const { location = "" } = answer.headers;
	const base = new URL(path, origin).href;
	return location !== "" && URL.canParse(location, base) ? new URL(location, base) : null;
}
/** Something answers, but it is no instance. */
async function explainNoInstance(failure, client) {
	const host = hostOf(failure);
	const found = await findApiOrigin(client.probe, failure.origin);
	if (found) return {
		what: `${host} is the domain of the handles, not the server that the API runs on: ${told(failure)}.`,
		why: `The API is at ${found}.`,
		cure: `Set the instance URL to ${found}`,
		neverArrived: true
	};
	const software = await softwareOf(client.probe, failure.origin);
	return {
		what: `${host} is no Mastodon instance: ${told(failure)}, and no description at /api/v2/instance or /api/v1/instance.`,
		why: software ? `It runs ${software}, which does not speak the Mastodon API here.` : `The instance URL names ${isHtml(failure.answer) ? "a web site" : "some other server"}.`,
		cure: CURE,
		neverArrived: true
	};
}
/** A bad answer, and then no answer to the question whether this is an instance at all. */
function explainSilence(failure) {
	return {
		what: `${hostOf(failure)} answered ${told(failure)}, and did not say whether it is an instance.`,
		why: "It is overloaded, or something in front of it keeps requests out.",
		cure: `Open ${failure.origin}/api/v2/instance in a browser: an instance describes itself there. If it does, run again later.`
	};
}
// src/mastodon/diagnosis/diagnose.ts
/** The most that finding the cause may take, all its requests together, in milliseconds. */
const MOST_TIME = 3e4;
/**
* Finds out why a request failed, and says it in one line. Only here requests are spent on checks: a run that goes well
* makes none.
*
* @returns an error with the same failure and a diagnosis for a person. Its outcome is the same too, unless the answer
* turns out to come from no instance: then nothing was stored.
*/
async function diagnose(error, client, context = {}) {
	const { failure, outcome } = error;
	const { answer } = failure;
	if (error.diagnosis.cure !== "") return error;
	if (!answer) return new MastodonError(failure, tellOfLimit(failure, explainConnection(failure)), outcome);
	const diagnosis = tellOfLimit(failure, await explainAnswer({
		...failure,
		answer
	}, askingOnce(client.within(MOST_TIME)), context));
	const isProof = answer.status >= 300 || isHtml(answer);
	return new MastodonError(failure, diagnosis, diagnosis.neverArrived && isProof ? "not done" : outcome);
}
/** Several causes look at the same addresses; nothing is asked twice. */
function askingOnce(client) {
	const answers = /* @__PURE__ */ new Map();
	return {
		...client,
		probe(url) {
			const known = answers.get(url.href) ?? client.probe(url);
			answers.set(url.href, known);
			return known;
		}
	};
}
async function explainAnswer(failure, client, context) {
	const { answer } = failure;
	const { status } = answer;
	if (isBotWall(answer)) return explainBotWall(failure);
	if (status >= 300 && status < 400) return explainRedirect(failure, client);
	if (status === 429) return explainRateLimit(failure);
	const isError = isApiError(failure.json);
	if (status >= 500 && isError) return explainServerError(failure);
	const found = await whatIsAt(client.probe, client.origin);
	if (found.kind === "no instance") return explainNoInstance(failure, client);
	if (status >= 500) return explainServerError(failure);
	if (status === 401) return explainUnauthorized(failure, client);
	if (status === 403) return explainForbidden(failure, client, found.kind === "instance");
	if (found.kind === "no answer" && !isError) return explainSilence(failure);
	if (status >= 400) return explainRefusal(failure, client, context, found.document);
	return explainStrangeAnswer(failure);
}
// src/mastodon/clock.ts
var import_undici = require_undici();
/**
* The clock on the wall, for a run that ends with a signal.
*
* @param limit milliseconds from now until that signal fires
*/
function wallClock(signal, limit) {
	const end = Date.now() + limit;
	return {
		now: () => Date.now(),
		left: () => Math.max(0, end - Date.now()),
		async wait(milliseconds) {
			await setTimeout(milliseconds, void 0, { signal }).catch(() => {
				throw signal.reason;
			});
		}
	};
}
// src/mastodon/http.ts
/** No answer that matters is longer; a web page or an endless stream may be. Bytes. */
const MAX_ANSWER = 8388608;
/** How long a server may take to accept a connection, in milliseconds. The rest is bounded by the run's own limit. */
const CONNECT_TIMEOUT = 1e4;
/**
* Makes what sends requests.
*
* No redirect is followed: a token must not travel to another origin, and a redirected POST becomes a GET. A loopback
* address is never proxied.
*
* @param options.timeout milliseconds for everything: then every request ends, waiting included
*/
function openHttp(options) {
	const { proxies, timeout } = options;
	const signal = AbortSignal.timeout(timeout);
	const clock = wallClock(signal, timeout);
	const common = {
		connect: { timeout: CONNECT_TIMEOUT },
		headersTimeout: 0,
		bodyTimeout: 0
	};
	const dispatchers = /* @__PURE__ */ new Map();
	function dispatcherFor(url) {
		const proxy = proxyFor(url, proxies);
		const known = dispatchers.get(proxy);
		if (known) return known;
		const fresh = proxy === "" ? new import_undici.Agent(common) : proxyAgent(proxy);
		dispatchers.set(proxy, fresh);
		return fresh;
	}
	function proxyAgent(uri) {
		if (!isProxyAddress(uri)) throw Object.assign(/* @__PURE__ */ new Error("The proxy's address cannot be used"), { code: "ERR_PROXY_ADDRESS" });
		const clientFactory = (origin, options) => new import_undici.Pool(origin, {
			...options,
			headersTimeout: CONNECT_TIMEOUT
		});
		return new import_undici.ProxyAgent({
			...common,
			uri,
			clientFactory
		});
	}
	async function exchange(request, end) {
		const { method, url, headers, body = null } = request;
		const answer = await dispatcherFor(url).request({
			origin: url.origin,
			path: `${url.pathname}${url.search}`,
			method,
			headers,
			body,
			signal: end
		});
		return {
			status: answer.statusCode,
			headers: flatten(answer.headers),
			text: await readText(answer.body)
		};
	}
	function until(end) {
		const timeIsUp = rejectionBy(end);
		return {
			async send(request) {
				if (end.aborted) throw tooLate();
				return Promise.race([exchange(request, end), timeIsUp]);
			},
			clock,
			proxyOf: (url) => proxyFor(url, proxies),
			within: (milliseconds) => until(AbortSignal.any([end, AbortSignal.timeout(milliseconds)]))
		};
	}
	return until(signal);
}
/** A time-out like any other, but one that sent nothing. */
function tooLate() {
	const error = Object.assign(/* @__PURE__ */ new Error("The time was over before the request was sent"), { code: "ERR_TIME_IS_UP" });
	error.name = "TimeoutError";
	return error;
}
/** Never fulfilled; rejected when the signal fires. Nobody has to listen. */
function rejectionBy(signal) {
	const rejection = new Promise((_, reject) => {
		const end = () => reject(signal.reason);
		if (signal.aborted) end();
		else signal.addEventListener("abort", end, { once: true });
	});
	rejection.catch(() => {});
	return rejection;
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
/** The same connections in the shape of the global `fetch`, for the client of the GitHub API. */
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
// src/mastodon/key.ts
/**
* An Idempotency-Key: the same for the same intent, and nobody else's.
*
* Made with the access token, so that it cannot be guessed and two accounts never share one: Akkoma and Pleroma look a
* key up without asking whose it is (research, section 1.3).
*
* @param identity what makes two posts the same intent
* @param part number of the part of a thread, from 0
* @param generation how many definite refusals came before; Akkoma replays those to a repeated key
* @returns base64url, 43 characters
*/
function keyOf(token, origin, identity, part, generation) {
	return createHmac("sha256", token).update(JSON.stringify([
		origin,
		identity,
		part,
		generation
	])).digest("base64url");
}
// src/mastodon/content.ts
/** The entities that servers write into `content` (Mastodon's serializer escapes just these; numbers for the rest). */
const ENTITIES = [
	["&lt;", "<"],
	["&gt;", ">"],
	["&quot;", "\""],
	["&nbsp;", " "],
	["&amp;", "&"]
];
/** The text of a status' `content`, which is HTML: paragraphs and line breaks kept, all else taken off. */
function plainContent(html) {
	const text = html.replaceAll(/<br\s*\/?>/gi, "\n").replaceAll(/<\/p>\s*<p[^>]*>/gi, "\n\n").replaceAll(/<[^>]*>/g, "").replaceAll(/&#(\d{1,7});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 1114111)));
	return ENTITIES.reduce((rest, [name, character]) => rest.replaceAll(name, character), text).trim();
}
/**
* Whether two texts say the same. A server renders what it was sent (links, Markdown, mentions without their domain), so
* only letters and digits count.
*/
function saysTheSame(one, other) {
	return essence(one) === essence(other);
}
function essence(text) {
	return text.replaceAll(/(@[\w.-]+)@[\w.-]+\w/g, "$1").replaceAll(/[^\p{L}\p{N}]/gu, "").normalize("NFC");
}
// src/mastodon/publish.ts
/**
* Posts one status.
*
* @param key Idempotency-Key: within an hour, Mastodon answers a second request with the same key by the status that
* the first one made (research, section 1.3)
* @throws MastodonError, its outcome `unknown` when the status may have been stored all the same
*/
async function publish(client, params, key) {
	const sent = Date.now();
	const path = "/api/v1/statuses";
	const answer = await client.call("POST", path, {
		body: { ...params },
		headers: { "idempotency-key": key }
	});
	const took = Date.now() - sent;
	const entity = asObject(answer.json);
	if (!isId(entity.id)) throw new MastodonError({
		method: "POST",
		path,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	}, {
		what: "The answer is no status.",
		why: "",
		cure: ""
	}, "unknown");
	const duplicate = isOlder(entity.created_at, answer, sent, took);
	const up = plainContent(textOf(entity.content));
	return {
		id: String(entity.id),
		url: textOf(entity.url) || textOf(entity.uri),
		uri: textOf(entity.uri),
		visibility: textOf(entity.visibility),
		language: textOf(entity.language),
		handle: handleOf(entity.account, client.origin),
		inReplyToId: isId(entity.in_reply_to_id) ? String(entity.in_reply_to_id) : null,
		duplicate,
		otherText: duplicate && up !== "" && !saysTheSame(up, params.status) ? up : null,
		status: answer.status,
		took,
		response: answer.text
	};
}
/** How far our clock and a server's may lie apart, where the server does not tell its time. Milliseconds. */
const CLOCK_SKEW = 3e4;
/**
* Whether a status was surely made before the request, by the server's own clock (its `Date`), so that ours may be wrong.
* That clock shows whole seconds, so what was made in the second before the request may pass for new.
*/
function isOlder(createdAt, answer, sent, took) {
	const time = textOf(createdAt);
	const created = Date.parse(/T[\d:.]+$/.test(time) ? `${time}Z` : time);
	const answered = Date.parse(answer.headers.date ?? "");
	return created < (Number.isNaN(answered) ? sent - CLOCK_SKEW : answered - took) - (created % 1e3 === 0 ? 1e3 : 0);
}
/** Ids are opaque: decimal, UUID, ULID, a number on odd servers. */
function isId(value) {
	return typeof value === "string" && value !== "" || typeof value === "number";
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
/**
* Posts the parts of a thread in order, each in reply to the one before. A single status is a thread of one part.
*
* Replies are quiet (`unlisted`) where the first part came out `public`, so that a thread does not fill a timeline;
* else they are as the first.
*
* @param params of every part, all but the text
* @param texts of the parts, one or more
* @param options.keyOfPart makes the key of a part, counted from 0
* @param options.onPublished is told of each stored part at once, so that nothing is lost when a later one fails
* @throws MastodonError when a part is refused, its answer lost, or its link to the part before not kept
*/
async function publishThread(client, params, texts, options) {
	let visibility = params.visibility;
	let previous = null;
	for (const [part, text] of texts.entries()) {
		const reply = previous === null ? {} : { in_reply_to_id: previous };
		const asked = visibility === void 0 ? {} : { visibility };
		const published = await publish(client, {
			status: text,
			...params,
			...asked,
			...reply
		}, options.keyOfPart(part));
		options.onPublished(published, part);
		if (part === 0 && published.otherText !== null) return;
		if (previous !== null && published.inReplyToId !== previous) throw replyLost(client, published);
		if (part === 0 && published.visibility !== "") visibility = published.visibility === "public" ? "unlisted" : published.visibility;
		previous = published.id;
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
	}, "unknown");
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
/** Whether a lower-case name, without its dot, is on the frozen list. */
function isFrozenTld(name) {
	names ??= new Set(NAMES.trim().split(/\s+/));
	return names.has(name);
}
// src/status/length/entities.ts
/**
* Characters of host names with their dots: anything but punctuation, white space, controls and direction marks. The
* extractor lets a backslash pass, but no link comes of it (spec/lib/text_formatter_spec.rb), so none is seen here.
*/
const HOST = /* @__PURE__ */ new RegExp("[^\\0-,/:-@[-^`{-\\x7f\\x85\\xa0\\u061c\\u1680\\u180e\\u2000-\\u200a\\u200e\\u200f\\u2028-\\u202f\\u205f\\u2066-\\u2069\\u3000\\ufeff\\ufffe\\uffff]+", "g");
/** What may not stand right before a link. */
const GLUE = /[a-z0-9@＠$#＃\ufeff\ufffe\uffff]/iu;
/** A place where a link may begin inside host characters: the character before it, and its first one. */
const FREE_START = /[^a-z0-9@＠$#＃\ufeff\ufffe\uffff][^-]/iu;
const PROTOCOL = /(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)$/iu;
const BROKEN_LABEL = /^$|^[_-]|[_-]$/;
const PUNYCODE = /^xn--[0-9a-z]+/i;
const AFTER_TLD = /[0-9a-z@+-]/iu;
const PORT = /:[0-9]+/y;
const PATH = /[^\p{White_Space}<>()?]+/uy;
const PARENTHESES = /\((?:[^\p{White_Space}<>()?]+|[^\p{White_Space}<>()?]*\([^\p{White_Space}<>()?]+\)[^\p{White_Space}<>()?]*)\)/uy;
/** Latin letters with accents, and combining accents, for a character class. */
const ACCENTS = "\\u0300-\\u036f\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u1e00-\\u1eff";
/** Parentheses at the very end of a path may hold less than those amid it: Latin, Cyrillic, digits, usual signs. */
const PLAIN_PARENTHESES = new RegExp(`^[()a-z\\p{Script=Cyrillic}0-9!*';:=+,.$/%#[\\]\\p{Pd}_~&|@${ACCENTS}]+$`, "iu");
const NOT_LAST_IN_PATH = /* @__PURE__ */ new Set("!*\"'「」;:=,.$%[]~&|");
const QUERY = /\?[^\0-\x20"<>\\`{}\x7f-\x9f\p{NChar}\p{Cs}\ufff0-\uffff\u{e0000}-\u{e0fff}]*/uy;
const NOT_LAST_IN_QUERY = /* @__PURE__ */ new Set("!?*'();:$%[].,~|@^");
const SHORTENED = /^https?:\/\/t\.co\/([a-z0-9]+)/i;
const LONGEST_SLUG = 40;
const LONGEST_URL = 4096;
const LONGEST_LABEL$1 = 63;
/**
* Finds the links that Mastodon counts with a fixed length, in order.
*
* A link needs a protocol and a top-level domain of the frozen list. A bare host (`example.com/…`) is no link, but what
* follows it is read as its path, so that a link in there is none either.
*/
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
/** Where the host characters that begin at an offset end; the offset itself if there are none. */
function hostEnd(text, from) {
	HOST.lastIndex = from;
	return HOST.exec(text)?.index === from ? HOST.lastIndex : from;
}
/** Where in a run of host characters the protocol at its end begins, if there is one that may begin there. */
function protocolStart(run, free) {
	const index = PROTOCOL.exec(run)?.index;
	if (index === void 0) return void 0;
	return (index === 0 ? free : !GLUE.test(run[index - 1])) ? index : void 0;
}
/** Where the domain that begins at `start` ends: behind the last top-level domain that unbroken labels lead to. */
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
/** The length of the top-level domain that a label begins with, or 0; `after` is the character behind the label. */
function tldLength(label, after = "") {
	const punycode = PUNYCODE.exec(label);
	if (punycode) return punycode[0].length;
	for (let length = Math.min(label.length, 18); length > 0; length--) if (isFrozenTld(label.slice(0, length).toLowerCase()) && !AFTER_TLD.test(label[length] ?? after)) return length;
	return 0;
}
/**
* Whether a run of host characters ends in a host name without a protocol, like `see-example.com`.
*
* @param free whether a link may begin at the run's start
*/
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
/** Where port, path and query that follow a domain end. */
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
		PATH.lastIndex = offset;
		if (PATH.test(text)) {
			const last = lastNotIn(NOT_LAST_IN_PATH, text, offset, PATH.lastIndex);
			if (last > offset) end = last;
			offset = PATH.lastIndex;
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
/** The end of a stretch without those of the given characters that stand at its end. */
function lastNotIn(characters, text, start, end) {
	while (end > start && characters.has(text[end - 1])) end--;
	return end;
}
/** The last say on a link: its length, its host, and where a `t.co` link ends. */
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
/** What the IDNA of 2003, which Mastodon's library speaks, leaves out of a host, and today's IDNA would refuse. */
const IGNORED_IN_HOST = /[\xad\u200b-\u200d\u2060]|[\ufe00-\ufe0f]/g;
/** Emoji that are younger than that IDNA: a host with one cannot be encoded. Today's would. */
const YOUNG_EMOJI = /[\u{1f000}-\u{1faff}]/u;
/** The host as it goes over the wire, or undefined if it cannot be encoded. */
function asciiHost(host) {
	if (!/[^\0-\x7f]/.test(host)) return host;
	if (YOUNG_EMOJI.test(host)) return void 0;
	try {
		return new URL(`http://${host.replace(IGNORED_IN_HOST, "")}`).hostname;
	} catch {
		return;
	}
}
/**
* Tells what else must be broken when the character before a host name comes off its `@`.
*
* `@example.com/` is no bare host because of the `@`. With anything between the two it becomes one, and swallows a link
* that follows in its "path". Gives the offset behind the last dot then: a character there prevents it.
*/
function bareHostBehindAt(text, start) {
	const end = hostEnd(text, start);
	if (endsInBareHost(text, start, end, false) || !endsInBareHost(text, start, end, true)) return void 0;
	return text.lastIndexOf(".", end) + 1;
}
/** Whether a word is one of the protocols of links. */
function isProtocol(word) {
	return PROTOCOL.exec(word)?.index === 0;
}
/** Ruby's `[[:word:]]`. */
const WORD$1 = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}";
const MENTION = new RegExp(`@(?<![=/${WORD$1}]@)([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(?:@[${WORD$1}]+(?:[.-]+[${WORD$1}]+)*)?)`, "giu");
/** What may not follow a mention. Here, and here only, the full-width at sign matters. */
const NO_MENTION_BEFORE = new RegExp(`[@＠${ACCENTS}]|://`, "uy");
const LONGEST_DOMAIN = 253;
/** Finds the mentions that Mastodon links and counts without their domain, in order; none of them lies in a link. */
function findMentions(text, urls = findUrls(text)) {
	return outside(urls, matchMentions(text)).filter(({ handle, end }) => {
		NO_MENTION_BEFORE.lastIndex = end;
		const domain = handle.split("@")[1] ?? "";
		return !NO_MENTION_BEFORE.test(text) && codePoints(domain) <= LONGEST_DOMAIN;
	});
}
/**
* Finds all that Mastodon's mention pattern matches, in order, with neither links nor what follows considered.
*
* These are the accounts that Mastodon notifies (app/services/process_mentions_service.rb), more than it links:
* `@aliceé` shows no mention, yet alice hears of it.
*/
function matchMentions(text) {
	return Array.from(text.matchAll(MENTION), ({ 0: whole, 1: handle, index }) => ({
		start: index,
		end: index + whole.length,
		handle
	}));
}
/** Those spans that do not begin in one of the others; both are in order. */
function outside(others, spans) {
	let next = 0;
	return spans.filter(({ start }) => {
		while (next < others.length && others[next].end <= start) next++;
		return next === others.length || start < others[next].start;
	});
}
/** Allowed inside a hashtag but not at its ends, together with `_`, which may stand anywhere. */
const INNER = "\\xb7\\u30fb\\u200c";
const HASHTAG = new RegExp(`[#＃](?<=(?:^|\\p{White_Space})[#＃])([${WORD$1}${INNER}]+)`, "gu");
const INNER_ONLY = new RegExp(`[${INNER}]`);
const LETTER = /\p{Alphabetic}/u;
const LETTER_OR_SEPARATOR = new RegExp(`[\\p{Alphabetic}_${INNER}]`, "u");
/**
* Finds the hashtags as Mastodon does, in order, their `#` included: at the start or behind white space, with a letter
* or a sign between digits.
*/
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
/** The length of the longest hashtag that a run of its characters begins with, 0 if there is none. */
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
/** Mastodon's way: app/validators/status_length_validator.rb. */
const mastodonCounting = {
	unit: "graphemes",
	urlLength: 23,
	mentions: "local part",
	spoiler: true
};
/**
* Counts the characters of a status as a server does.
*
* Mastodon strips both texts, puts a placeholder for each link and the local part for each mention, joins the spoiler
* as it is with the text, and counts grapheme clusters. Hashtags and emoji shortcodes count as they are written; polls
* and media do not count. Servers on Ruby 3.4 and older break a few Indic conjuncts that count as one here.
*/
function countCharacters(text, spoiler = "", counting = mastodonCounting) {
	const whole = (counting.spoiler ? strip(spoiler) : "") + rewrite(strip(text), counting);
	return counting.unit === "graphemes" ? countGraphemes$1(whole) : countCodePoints(whole);
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
/** Ruby's `strip`: ASCII white space and NUL only, so a no-break space at an end counts. */
function strip(text) {
	const stripped = (index) => "\0	\n\v\f\r ".includes(text[index]);
	let start = 0;
	let end = text.length;
	while (start < end && stripped(start)) start++;
	while (end > start && stripped(end - 1)) end--;
	return text.slice(start, end);
}
let segmenter$1;
function countGraphemes$1(text) {
	if (!/[^\0-\x7f]/.test(text)) return text.length - (text.split("\r\n").length - 1);
	segmenter$1 ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return Array.from(segmenter$1.segment(text), () => 1).length;
}
function countCodePoints(text) {
	return [...text].length;
}
// src/status/compose/blank.ts
/** Whether a text shows nothing: white space, control and formatting characters alone make an empty status. */
function isBlank(text) {
	return !/[^\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
// src/status/compose/measure.ts
const BLANK = /^[^\P{White_Space}\u00a0\u2007\u202f]+$/u;
const SIGIL = /(?:(?<![\w.+-])[\w.+-]+)?[@＠#＃](?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}.\-@＠#＃]*/gu;
const SCHEME = /:\/\/|\b(?:magnet|xmpp):/i;
let segmenter;
/** The grapheme clusters of a text. The segmenter is made late because it costs 11 ms that a short status saves. */
function graphemes(text) {
	segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
	return segmenter.segment(text);
}
function countGraphemes(text) {
	let count = 0;
	for (const _ of graphemes(text)) count++;
	return count;
}
/** The first graphemes of a text, at most `most`, on one line. */
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
/** How many lines a stretch of white space ends: more than one make a blank line. */
function lineBreaks(blank) {
	return blank.split("\n").length - 1;
}
/** Takes a text apart into atoms, in time linear in its length. */
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
/** The furthest stop to which the text from stop `from` has at most `room` characters; `from` if no atom fits. */
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
/** The first stop at or behind an offset of the text. */
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
/** The last stop at or before an offset of the text. */
function lastStop(measured, offset) {
	const stop = firstStop(measured, offset);
	return measured.stops[stop] > offset ? stop - 1 : stop;
}
/** The characters between two stops, as counted. */
function cost(measured, from, to) {
	return measured.counts[to] - measured.counts[from];
}
/** The text between two stops. */
function slice(measured, from, to) {
	return measured.text.slice(measured.stops[from], measured.stops[to]);
}
/** The first stop from `at` on, up to `to`, behind which no white space follows. */
function skipBlank(measured, at, to = measured.kinds.length) {
	let stop = at;
	while (stop < to && measured.kinds[stop] === "blank") stop++;
	return stop;
}
/** The last stop from `at` back, down to `from`, that has no white space before it. */
function dropBlank(measured, from, at) {
	let stop = at;
	while (stop > from && measured.kinds[stop - 1] === "blank") stop--;
	return stop;
}
/** Whether a word ends at a stop. */
function isWordEnd({ kinds }, stop) {
	return stop > 0 && kinds[stop - 1] !== "blank" && (stop === kinds.length || kinds[stop] === "blank");
}
/** A short line without a full stop, link or bullet: it belongs to the paragraph below. */
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
/** Looks between the entities only: inside them everything is bound already. */
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
/** A `fit` piece that has fewer graphemes left than this says nothing any more. */
const LEAST = 20;
/**
* Shortens a text to `room` characters: the `fit` pieces from the last to the first, or, where none has any text, its
* longest paragraph. The rest survives word for word; white space around a piece that goes may shrink.
*
* @returns undefined where that is not enough
*/
function truncate(text, fit, room, counting) {
	const measured = measure(text, counting);
	const pieces = fit.map((range) => piece(measured, range)).filter(({ from, to }) => from < to);
	return pieces.length > 0 ? shrinkPieces(measured, pieces, room) : shrinkParagraph(measured, room);
}
/**
* Cuts the stretch between two stops to `room` characters: its beginning, `…`, then the links and hashtags that
* survive: `closing` those that stand at its end, `all` the ones out of the removed text as well.
*
* @returns undefined where nothing of the beginning could stay, or where `all` would take half of the room
*/
function cutStretch(m, from, to, room, survive) {
	const end = survive === "none" ? to : dropBlank(m, from, closing(m, from, to));
	const left = room - cost(m, end, to);
	const kept = survive === "all" ? keepLinks(m, from, end, left) : shorten(m, from, end, left);
	return kept && {
		text: kept.text + slice(m, end, to),
		removed: kept.removed
	};
}
/** An edge of a `fit` piece inside a URL, a mention or the like moves inwards: the template wrote a part of that. */
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
		if (kept && countGraphemes(slice(m, from, kept.to)) >= LEAST) {
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
/** The text as blocks, `fit` pieces and what stands between them, with the white space that joins one to the next. */
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
/** What joins the neighbours of a piece that went. Never nothing: glued together they could become a mention or a URL. */
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
/**
* Where the links and hashtags begin that close a stretch, at most punctuation among them; its end where none do. A
* short label before the first, like `Changelog:` on a line of its own, belongs to them.
*/
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
/** As `shorten`, with the links and hashtags of the removed text behind the `…`. */
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
/** The longest beginning of a stretch, short of all of it, that with `…` has at most `room` characters. */
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
/**
* The end of the last whole item of a list, where a stop lies in the next one: half an item looks like a slip. Nothing
* where that would give away half of the text.
*/
function itemEnd(m, from, far) {
	const start = lineStart(m, from, far);
	if (start === from || !ITEM.test(slice(m, start, far)) || isLineEnd(m, far)) return void 0;
	const end = dropBlank(m, from, start);
	return cost(m, from, end) * 2 >= cost(m, from, far) ? end : void 0;
}
/** Takes off the heading at the end of a stretch, since what it heads is gone. */
function dropHeading(m, from, at) {
	const start = paragraphStart(m, from, at);
	return start > from && lineBreaks(slice(m, at, skipBlank(m, at))) > 1 && isHeading(m, start, at) ? dropBlank(m, from, start) : at;
}
/** Whether a stop is the end of an item's last line. */
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
/** The last word end up to a stop; the stop itself where that would give away half of the text (an endless word). */
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
/** A URL in the last word could take a glued `…` for its own, and after a full stop it would look like a slip. */
function markAfter(m, from, end) {
	let start = end;
	while (start > from && m.kinds[start - 1] === "text") start--;
	return (start === from || m.kinds[start - 1] === "blank") && !/^[.!?]/.test(slice(m, end - 1, end)) ? "…" : " …";
}
// src/status/compose/too-long.ts
/** A text that cannot be posted within the limit. The message says in one line how long it is, what is allowed, what to do. */
var TooLong = class extends Error {
	name = "TooLong";
	/** The characters of the part, as counted, content warning included. */
	characters;
	limit;
	/** Which part, from 1 on. */
	part;
	constructor(message, found) {
		super(message);
		this.characters = found.characters;
		this.limit = found.limit;
		this.part = found.part;
	}
};
// src/status/compose/thread.ts
/**
* Splits texts into the numbered parts of a thread, each text beginning a new part: at paragraphs, then lines, then
* sentences, then words, and inside a word only where the word is longer than a part. A thread of one part has no
* number.
*
* @throws TooLong if a URL, mention or hashtag alone is longer than a part
*/
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
/** Fills one part after the other. `digits`: the width of the number of parts, 0 for parts without a number. */
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
/** The last part that is allowed: it ends with `…`, and the links and hashtags that close the text stay if they can. */
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
/**
* Where a part ends that begins at `from`. What fits in a part of its own is not torn, nor is a half filled part given
* up for something that will be torn anyway.
*/
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
/** The number stands in a paragraph of its own, before closing hashtags: Mastodon sets those apart only at the very end. */
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
/**
* Makes the statuses to post out of drafts: each draft begins a new part, `overflow` rules the ones that are too long.
* Drafts that show nothing vanish, and if all do the plan has no parts.
*/
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
/** The plan in which every part lies within the limit; throws TooLong where there is none. */
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
/** Drafts beyond the last part that is allowed are dropped, and that part says so with an `…`. */
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
		removed: countGraphemes(removed),
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
// src/status/draft.ts
/** Applies changes, given in order and not overlapping, to a draft; its pieces move along with the text. */
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
/** Where an offset of the old text lies in the new one; an offset inside a change goes to the change's end. */
function moved(offset, edits) {
	let shift = 0;
	for (const { start, end, text } of edits) {
		if (start >= offset) break;
		shift += text.length - (Math.min(end, offset) - start);
	}
	return offset + shift;
}
const BLANK_LINES = /(?<![^\S\n])[^\S\n]*\n(?:[^\S\n]*\n){2,}/g;
/** Makes three or more line breaks two, and takes white space off both ends. */
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
/** Letters, marks and digits, with the signs that Mastodon allows between them (Catalan, Japanese, Persian). */
const WORDS = /[\p{Alphabetic}\p{Nd}][\p{Alphabetic}\p{M}\p{Nd}]*(?:[\xb7\u30fb\u200c][\p{Alphabetic}\p{M}\p{Nd}]+)*/gu;
/** Scripts whose words may begin with a capital. Georgian has capitals but never mixes them. */
const CAPITALISED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const UPPER_CASE = /\p{Lu}/u;
/** Parts of emoji that Unicode counts as marks. */
const EMOJI_MARKS = /[\ufe00-\ufe0f\u20e3]/g;
/** Names that lose their sense with their signs, in the form that readers know from hashtags. */
const SPOKEN = [
	[/(?<![\p{L}\p{N}])(c)\+\+/giu, "$1pp"],
	[/(?<=\p{L})#/gu, " sharp"],
	[/\+/g, " plus "],
	[/(?<![\p{L}\p{N}])\.net(?![\p{L}\p{N}])/giu, "dot net"],
	[/(?<=[\p{L}\p{N}])\.js(?![\p{L}\p{N}])/giu, " JS"],
	[/['’]/g, ""]
];
/**
* Makes a topic, or a label as text or as the object of the GitHub API, a hashtag: `my-topic` becomes `#MyTopic`.
*
* A word that has capitals keeps its own (`GitHub`, `iOS`, `API`). Numbers stay apart by `_` (`v1.2` becomes `#V1_2`).
*
* @returns the hashtag with its `#`; an empty string when nothing is left that Mastodon takes for one, such as digits
*   alone
*/
function hashtag(value) {
	let text = nameOf(value).normalize("NFC").replace(EMOJI_MARKS, "").replace(/^#/, "");
	for (const [sign, spoken] of SPOKEN) text = text.replace(sign, spoken);
	const tag = `#${(text.match(WORDS) ?? []).map(capitalise).join(" ").replace(/(?<=\p{Nd}) (?=\p{Nd})/gu, "_").replaceAll(" ", "")}`;
	const [found] = findHashtags(tag);
	return found?.end === tag.length && /\p{Alphabetic}/u.test(tag) ? tag : "";
}
/**
* Makes hashtags of topics or labels, in order, each once whatever its capitals, with a space between.
*
* @param values an array of texts or label objects; or a text, split at its commas and line breaks, or at white space
*   when it has none
* @param max the most hashtags to give; the first ones are kept
*/
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
/** ZERO WIDTH NON-JOINER: no word character, so no name can begin with it, and part of the grapheme before it. */
const GUARD = "‌";
/**
* Breaks the mentions of a text, so that no account is notified by it: with U+200C right behind the `@`, or inside a
* link by `%40` in its place.
*
* What counts as a mention is Mastodon's pattern for whom to notify, a little more than what it shows as a mention. An
* `@` behind a letter, digit, `/` or `=` is none: e-mail addresses, `host/@name`, `user=@name` stay whole. Nor does the
* full-width ＠ start one. A server with a looser pattern may see `/@name` all the same, but a guard there would break
* links without a protocol.
*
* Mastodon notifies even from inside of links, where neither `/` nor `=` is before the `@`, as before the second scope
* of `/compare/@scope/a@1...@scope/a@2`. Such an `@` can only stand in the path, query or fragment of a link, where `%40`
* means the same (RFC 3986, section 2), so the link stays whole and leads to the same place.
*
* A handle equal to a protocol right before `://` is left alone: Mastodon shows neither mention nor link there, and a
* guard would make it a link.
*
* The count of graphemes stays the same where links have a fixed length, except that Mastodon counts the domain of a
* mention as nothing, and of a broken one in full: `@alice@example.org` counts 6, guarded 18. In code points each U+200C
* counts 1.
*
* @param allowed lower-case handles that may mention, with their domain where they have one
* @returns the text; the changes that were made to it, ascending; and whom it was that was kept from being mentioned, as
*   written with the `@`, in order, each once
*/
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
/** Shorter texts of an event stand in a template by chance. Characters. */
const MIN_PASTED = 8;
/** What Liquid takes for itself: `raw` with all that stands in it, an output, a tag. */
const LIQUID = /\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}|\{\{(?:"[^"]*"|'[^']*'|[^"'])*?\}\}|\{%(?:"[^"]*"|'[^']*'|[^"'])*?%\}/gs;
const NAME = /^[\w.[\]]+$/;
const RAW = /^\{%-?\s*raw\s*-?%/;
/**
* Takes texts of the event out of a template's source, where `${{ github.event… }}` pasted them before we saw it.
*
* Such a text is a stranger's: it must not mention anyone as if the author had written it, `---` in it is no new part,
* and Liquid in it must not run. In its place the source gets an output that prints it.
*
* @param options.name what the template is called in messages
* @param options.freeTexts texts of the event by their names
* @param options.filter name of the filter that gives back a text by its number; nobody else must know it
* @returns the source without them, the texts, and their names
* @throws TemplateError where a text was pasted into the middle of a `{{ }}` or `{% %}`
*/
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
/**
* A text that is itself a name, such as an issue with the title `event.issue.title`, stands in the author's own Liquid by
* chance. Were it pasted, it could do nothing there but name a fact.
*/
function withoutNames(source, pieces) {
	if (!pieces.some(({ start, end }) => NAME.test(source.slice(start, end)))) return pieces;
	const blocks = [...source.matchAll(LIQUID)];
	return pieces.filter(({ start, end }) => {
		return !(blocks.some(({ 0: code, index: at }) => at < start && end < at + code.length) && NAME.test(source.slice(start, end)));
	});
}
/** The source with blanks in the place of what was pasted, since Liquid in there is none. */
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
/** Where texts of the event stand word for word, in order; those that touch or overlap are one. */
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
/**
* Renders the text of a status: facts filled in, split at `---`, white space tidied, mentions guarded.
*
* @throws TemplateError with one line that names the cure
*/
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
/** Marks the lines `---` of a template's own text; in a string inside {{ }} or {% %} they are none. */
function markBreaks(source, mark) {
	const pattern = new RegExp(`${LIQUID.source}|^---[^\\S\\n]*$`, "gms");
	return source.replace(pattern, (found) => found.startsWith("---") ? mark : found);
}
/** Without what no server can store: half surrogate pairs, and control characters save tab and line feed. */
function wellFormed(text) {
	return text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(/[\v\f]/g, " ").replaceAll(/[\u0000-\u0008\u000E-\u001F\u007F]/g, "");
}
function remarkOn(name) {
	return `\`${name}\` stands in the template word for word, pasted there by \${{ }}, so it counts as data: nobody in it is mentioned, and no Liquid in it runs. Write {{ ${name} }} instead of ${name.startsWith("event.") ? `\${{ github.${name} }}` : "a ${{ }}"}.`;
}
/**
* Renders any other template, such as `spoiler-text`: one line of text, where nothing yields and nobody is guarded.
*
* @param options.freeTexts where given, texts of the event that were pasted into the template are data here, too
*/
async function renderLine(source, name, options) {
	const refuse = (filter) => () => {
		throw new TemplateError(`uses \`${filter}\`, which only \`status\` knows.`);
	};
	const filter = "pasted";
	const pasted = setPastedAside(source.replaceAll("\r\n", "\n"), {
		name,
		freeTexts: options.freeTexts ?? /* @__PURE__ */ new Map(),
		filter
	});
	return (await render$1(pasted.source, name, {
		...options,
		filters: {
			[filter]: (index) => pasted.texts[Number(index)],
			fit: refuse("fit"),
			mention: (value) => value
		}
	})).replace(/\s+/g, " ").trim();
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
/** The handles in a value that may mention; a name alone too, because in `@{{ login | mention }}` the sign stands outside. */
function handlesOf(value) {
	const [alone] = findMentions(`@${value}`);
	return alone?.end === value.length + 1 ? handlesIn(`@${value}`) : handlesIn(value);
}
/** Turns the marks that `fit` left into ranges. */
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
// src/main.ts
/** How long `released` and `prereleased` wait for the run of `published`, in milliseconds. */
const YIELD = 5e3;
/** The action. Tests may wait for it. */
var main_default = run();
/** The order of the work. */
async function run() {
	let result = nothingYet;
	let client = null;
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
		if (inputs.instanceUrl) client = openClient(inputs.instanceUrl, inputs.accessToken, http);
		const facts = await collectFacts(inputs, environment, asFetch(http));
		const { drafts, guarded, spoilerText, idempotencyKey } = await render(inputs, facts);
		refuseSecrets([
			...drafts.map(({ text }) => text),
			spoilerText,
			idempotencyKey,
			JSON.stringify(inputs.data)
		], raw);
		const limits = await askLimits(client, inputs, drafts, spoilerText);
		const { maxCharacters: limit, counting } = limits ?? assumedLimits;
		const known = {
			spoilerText,
			limit,
			limitAsked: limits !== null,
			guarded
		};
		const { overflow, maxParts } = inputs;
		const plan = compose(drafts, {
			limit,
			counting,
			spoiler: spoilerText,
			overflow,
			maxParts
		});
		if (plan.parts.length === 0) throw new Error("The text came to nothing: every value that the template names is empty. Nothing is posted.");
		result = planned(inputs, plan, known);
		logPlan(result, inputs, facts);
		if (plan.tooLong) throw plan.tooLong;
		const texts = result.parts.map(({ text }) => text);
		if (inputs.visibility === "direct" && !texts.some((text) => findMentions(text).length > 0)) warn("`direct` reaches only those who are mentioned, and this text mentions nobody.");
		if (inputs.dryRun || !client) {
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
			await setTimeout(Math.min(YIELD, inputs.timeout));
		}
		const identity = identityOf({
			facts,
			step: environment.step,
			idempotencyKey,
			texts,
			spoilerText
		});
		await publishThread(client, paramsOf(inputs, spoilerText), texts, {
			keyOfPart: (part) => keyOf(inputs.accessToken, inputs.instanceUrl, identity, part, 0),
			onPublished(published, part) {
				result = added(result, published, part);
				logPosted(inputs.instanceUrl, published, part, texts.length);
			}
		});
		succeed(result);
	} catch (error) {
		await failWith(error, result, client);
	}
}
async function render(inputs, facts) {
	const options = {
		facts: { ...facts },
		locale: inputs.language,
		freeTexts: freeTexts(facts)
	};
	const { status, mentions, spoilerText, idempotencyKey } = inputs;
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
	const key = await renderLine(idempotencyKey, "`idempotency-key`", options);
	if (idempotencyKey !== "" && key === "") throw new Error("`idempotency-key` came to nothing, so posts that differ would share it. Name values that this run has.");
	const spoiler = await renderLine(spoilerText, "`spoiler-text`", options);
	return {
		...rendered,
		spoilerText: spoiler,
		idempotencyKey: key
	};
}
/** Asks the instance for its limits, only where they matter: a plain post costs one request. */
async function askLimits(client, inputs, drafts, spoiler) {
	const { maxCharacters, counting } = assumedLimits;
	const isLong = drafts.some(({ text }) => countCharacters(text, spoiler, counting) > maxCharacters);
	if (!client || !(isLong || inputs.dryRun)) return null;
	const document = await readInstance(client);
	if (document) return limitsOf(document);
	warn(`${client.origin} did not say how long a status may be, so ${maxCharacters} characters are assumed.`);
	return null;
}
function paramsOf({ visibility, language, sensitive }, spoilerText) {
	return {
		...spoilerText === "" ? {} : { spoiler_text: spoilerText },
		...visibility === void 0 ? {} : { visibility },
		...language === void 0 ? {} : { language },
		...sensitive === void 0 ? {} : { sensitive }
	};
}
async function failWith(error, result, client) {
	if (error instanceof MastodonError && client) {
		const characters = result.parts.find(({ id }) => id === "")?.characters;
		const { message, failure, outcome } = await diagnose(error, client, { characters });
		const wasPosting = failure.method === "POST" ? outcome : "not done";
		const response = failure.answer?.text ?? "";
		const ended = broken(result, message, wasPosting, response);
		return fail(ended, [ended.reason], response);
	}
	const problems = error instanceof InputError ? error.problems : [error instanceof Error ? error.message : String(error)];
	const trace = error instanceof TypeError || error instanceof RangeError ? error.stack ?? "" : "";
	fail(broken(result, problems.join("\n"), "not done", ""), problems, trace);
}
export { main_default as default };
