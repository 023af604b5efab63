const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_vendor_undici = require("./vendor-undici.js");
let node_crypto = require("node:crypto");
let node_fs_promises = require("node:fs/promises");
let node_path = require("node:path");
let node_dns = require("node:dns");
let node_fs = require("node:fs");
let node_timers_promises = require("node:timers/promises");
// src/visible.ts
const STEERING = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;
function visible(line) {
	return oneLine(line).replaceAll(STEERING, (character) => {
		const code = character.codePointAt(0);
		return code < 256 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`;
	}).replaceAll("##[", "##\\[");
}
function harmless(text) {
	return text.replaceAll(STEERING, " ");
}
const LONGEST_LINE = 2e3;
function short(line) {
	if (line.length <= LONGEST_LINE) return line;
	return `${line.slice(0, 1299)}…${line.slice(-700)}`;
}
const MOST_OF_NAME = 1e3;
function shortName(name) {
	return name.length > MOST_OF_NAME ? `${name.slice(0, MOST_OF_NAME)}…` : name;
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
// src/loopback.ts
function isLoopback(hostname) {
	return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith(".localhost");
}
const SPECIAL = [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["224.0.0.0", 3]
];
function isPrivateAddress(address) {
	const bare = address.replace(/^\[|\]$/g, "");
	if (bare.includes(":")) return !/^[23][0-9a-f]{3}:/i.test(bare) || /^2002:/i.test(bare);
	if (!/^\d+(\.\d+){3}$/.test(bare)) return false;
	return SPECIAL.some(([network, bits]) => numberOf(bare) >>> 32 - bits === numberOf(network) >>> 32 - bits);
}
function numberOf(address) {
	return address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0) >>> 0;
}
// src/time.ts
var import_dispatcher = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_vendor_undici.require_dispatcher(), 1);
var import_connect = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_vendor_undici.require_connect(), 1);
var import_pool = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_vendor_undici.require_pool(), 1);
var import_api_request = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_vendor_undici.require_api_request(), 1);
var import_api_connect = /* @__PURE__ */ require_rolldown_runtime.__toESM(require_vendor_undici.require_api_connect(), 1);
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
function inUtc(time) {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
// src/count.ts
function formatCount(count) {
	return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
// src/yaml.ts
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
var YamlError = class extends Error {
	line;
	isYaml = false;
	constructor(message, line) {
		super(message);
		this.line = line;
	}
};
var UnusableYaml = class extends YamlError {
	isYaml = true;
	constructor(message) {
		super(message, null);
	}
};
const DEEPEST = 100;
const TOO_DEEP = `it is nested too deeply: it has more than ${DEEPEST} lists or mappings in each other. Pass only the part that is used`;
const ENDLESS = "it has an alias (`*name`) inside of what it stands for (`&name`), so it has no end. Write the value out";
async function parseYamlText(source) {
	const { parseDocument } = await Promise.resolve().then(() => require("./vendor-yaml.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_dist(), 1));
	try {
		const document = parseDocument(source, {
			schema: "failsafe",
			customTags: typed,
			logLevel: "error"
		});
		const [error] = document.errors;
		if (error) {
			const line = tabbedLine(document.errors, source);
			if (line !== null) throw new YamlError(`line ${line} is indented with a tab, and YAML does not allow tabs there. Use spaces`, line);
			if (/call stack/.test(error.message)) throw new UnusableYaml(TOO_DEEP);
			const [said = ""] = error.message.split("\n");
			throw new YamlError(said.replace(/:$/, ""), error.linePos?.[0].line ?? null);
		}
		const value = document.toJS();
		refuseEndless(value, [], /* @__PURE__ */ new Set());
		return value;
	} catch (cause) {
		if (cause instanceof YamlError) throw cause;
		const { message } = cause;
		if (cause instanceof RangeError || /call stack/.test(message)) throw new UnusableYaml(TOO_DEEP);
		throw new YamlError(message, null);
	}
}
function refuseEndless(value, around, known) {
	if (value === null || typeof value !== "object") return;
	if (around.includes(value)) throw new UnusableYaml(ENDLESS);
	if (around.length >= DEEPEST) throw new UnusableYaml(TOO_DEEP);
	if (known.has(value)) return;
	known.add(value);
	for (const held of Object.values(value)) refuseEndless(held, [...around, value], known);
}
function tabbedLine(errors, source) {
	const tab = errors.find(({ code }) => code === "TAB_AS_INDENT");
	if (tab) return tab.linePos?.[0].line ?? null;
	const line = errors[0]?.linePos?.[0].line ?? 0;
	return /^ *\t/.test(source.split("\n")[line - 1] ?? "") && !/^\s*[[{]/.test(source) ? line : null;
}
// src/workspace-file.ts
const MAX_BYTES = 1048576;
const NO_TEXT = /\.(png|jpe?g|gif|webp|avif|svg|ico|pdf|mp[34]|webm|ogg|wav|zip)$/i;
const CHUNK = 262144;
async function readWorkspaceFile(input, path, folders) {
	const bytes = await readWorkspaceBytes(input, path, folders, MAX_BYTES);
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new Error(`\`${input}\`: ${path} is not UTF-8 text. Save it as UTF-8.`);
	}
	return text.replaceAll("\r\n", "\n");
}
async function readWorkspaceBytes(input, path, folders, most) {
	const file = resolveInside(input, path, folders);
	const stat = (0, node_fs.lstatSync)(file);
	if (!stat.isFile()) throw new Error(`\`${input}\`: ${path} is not a file.`);
	if (stat.size > most) throw new Error(`\`${input}\`: ${path} has ${stat.size} bytes, the most is ${most}. Is it the file you mean?`);
	const chunks = [];
	for await (const chunk of readFound(input, path, file, stat)) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
}
async function* readFound(input, path, file, found) {
	const unreadable = (cause) => {
		const cure = cause.code === "EACCES" || cause.code === "EPERM" ? "Let the runner's user read it." : "Make sure that nothing moves it while this step runs.";
		return /* @__PURE__ */ new Error(`\`${input}\`: ${path} cannot be read (${cause.code}). ${cure}`);
	};
	const handle = await (0, node_fs_promises.open)(file, node_fs.constants.O_RDONLY | (node_fs.constants.O_NOFOLLOW ?? 0)).catch((cause) => {
		throw unreadable(cause);
	});
	try {
		const now = await handle.stat();
		if (now.dev !== found.dev || now.ino !== found.ino || now.size !== found.size || now.mtimeMs !== found.mtimeMs) throw new Error(`\`${input}\`: ${path} changed after it was checked: it had ${found.size} bytes then, and has ${now.size} now. Make sure that nothing writes to it while this step runs.`);
		const buffer = Buffer.allocUnsafeSlow(CHUNK);
		for (;;) {
			const count = await fill(handle, buffer).catch((cause) => {
				throw unreadable(cause);
			});
			if (count > 0) yield buffer.subarray(0, count);
			if (count < CHUNK) return;
		}
	} finally {
		await handle.close();
	}
}
async function fill(handle, buffer) {
	let count = 0;
	while (count < buffer.length) {
		const { bytesRead } = await handle.read(buffer, count, buffer.length - count);
		if (bytesRead === 0) break;
		count += bytesRead;
	}
	return count;
}
function resolveInside(input, path, folders) {
	const { root, below } = placeInside(input, path, folders);
	return walkDown(input, path, root, below);
}
function placeInside(input, path, folders) {
	const roots = folders.map((folder) => ({
		named: (0, node_path.resolve)(folder),
		real: realFolder(folder)
	}));
	const wanted = (0, node_path.resolve)(roots[0].real, node_path.sep === "\\" ? path.replaceAll("/", node_path.sep) : path);
	for (const { named, real } of roots) {
		const below = [real, named].map((base) => (0, node_path.relative)(base, wanted)).find((way) => !leadsOut(way)) ?? belowMount(named, wanted);
		if (below !== void 0) return {
			root: real,
			below
		};
	}
	throw new Error(`\`${input}\`: ${path} is outside the workspace. Copy the file into the workspace first.`);
}
function belowMount(folder, wanted) {
	const mounted = /^\/__w(\/.+)$/.exec(folder)?.[1];
	if (mounted === void 0) return void 0;
	const place = `${wanted}/`.indexOf(`${mounted}/`);
	return place > 0 ? wanted.slice(place + mounted.length + 1) : void 0;
}
function walkDown(input, path, root, below) {
	let step = root;
	for (const name of below.split(node_path.sep)) {
		if (holdsCredentials(name)) throw credentials(input, path);
		step = (0, node_path.resolve)(step, name);
		const stat = lookAt(step);
		if (stat === null) throw notThere(input, path, (0, node_path.isAbsolute)(path) ? void 0 : findDeeper(root, below));
		if (stat.isSymbolicLink()) throw new Error(`\`${input}\`: ${path} goes through a symbolic link. Give the path of the file itself.`);
	}
	if (holdsCredentials((0, node_path.relative)(root, node_fs.realpathSync.native(step)))) throw credentials(input, path);
	return step;
}
function holdsCredentials(below) {
	return below.split(node_path.sep).some((name) => /^(\.git|git-credentials-.*)$/i.test(name));
}
function credentials(input, path) {
	return /* @__PURE__ */ new Error(`\`${input}\`: ${path} may hold credentials of \`actions/checkout\`. Use another path.`);
}
function lookAt(path) {
	try {
		return (0, node_fs.lstatSync)(path);
	} catch {
		return null;
	}
}
function findDeeper(root, below) {
	const first = foldersIn(root, "");
	return [...first, ...first.flatMap((folder) => foldersIn(root, folder))].map((folder) => (0, node_path.join)(folder, below)).find((path) => lookAt((0, node_path.resolve)(root, path))?.isFile());
}
function foldersIn(root, below) {
	try {
		return (0, node_fs.readdirSync)((0, node_path.resolve)(root, below), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !holdsCredentials(entry.name)).map(({ name }) => (0, node_path.join)(below, name));
	} catch {
		return [];
	}
}
function notThere(input, path, deeper) {
	const named = path.length > 100 ? `${path.slice(0, 100)}…` : path;
	if (deeper !== void 0) {
		const there = deeper.replaceAll(node_path.sep, "/");
		return /* @__PURE__ */ new Error(`\`${input}\`: ${named} does not exist in the workspace, but ${there} does. Write \`${there}\`: paths start at the workspace, since \`working-directory\` does not apply to \`uses\`.`);
	}
	const slashes = node_path.sep === "/" && path.includes("\\") ? "Write `/` between folders. " : "";
	return /* @__PURE__ */ new Error(`\`${input}\`: ${named} does not exist in the workspace. ${slashes}Is \`actions/checkout\` missing before this step, or the path misspelled?`);
}
function realFolder(folder) {
	try {
		return (0, node_fs.realpathSync)(folder);
	} catch {
		return folder;
	}
}
function leadsOut(path) {
	return path === ".." || path.startsWith(`..${node_path.sep}`) || (0, node_path.isAbsolute)(path);
}
// src/front-matter.ts
const OWN_KEY = "mastodon";
const YAML = /^---[ \t]*\n((?:[ \t]*(?:#.*)?\n)*(?:(?:(?:[\p{L}\p{N}_.-]+|"[^"\n]*"|'[^'\n]*')[ \t]*:(?=[ \t\n])|\{)[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const TOML = /^\+\+\+[ \t]*\n([\s\S]*?(?<=\n))\+\+\+[ \t]*(?:\n|$)/;
function splitFrontMatter(text) {
	for (const [language, form] of [["YAML", YAML], ["TOML", TOML]]) {
		const [whole, source = ""] = form.exec(text) ?? [];
		if (whole !== void 0) return {
			language,
			source,
			body: text.slice(whole.length),
			lines: whole.split("\n").length - 1
		};
	}
	return {
		language: null,
		source: "",
		body: text,
		lines: 0
	};
}
function withoutFrontMatter(text) {
	const { body, lines } = splitFrontMatter(text);
	return "\n".repeat(lines) + body;
}
// package.json
var version$1 = "0.1.0";
var repository$1 = "github:OWNER/mastodon-status-action";
// src/package.ts
const version = version$1;
const repository = repository$1.replace(/^github:/, "");
const userAgent = `mastodon-status-action/${version}`;
// src/mastodon/clock.ts
var Cancelled = class extends Error {};
var CancelledInTime = class extends Cancelled {};
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
	} catch (error) {
		if (error instanceof Cancelled) throw error;
		return false;
	}
}
function formatTime(date) {
	return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
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
function isForGood({ failure: { answer } }) {
	const status = answer?.status ?? 0;
	if (status === 501) return true;
	return status >= 400 && status < 500 && ![
		408,
		425,
		429
	].includes(status);
}
var FileError = class extends Error {};
function hostOf({ origin }) {
	return new URL(origin).host;
}
const UNDECIDED = [
	408,
	409,
	425
];
function outcomeOf(failure) {
	const { answer, cause } = failure;
	if (!answer) return wasNeverSent(cause) ? "not done" : "unknown";
	if (failsValidation(failure) || refusesToken(failure)) return "not done";
	const { status, text } = answer;
	if ([
		301,
		302,
		307,
		308,
		501
	].includes(status)) return "not done";
	if (status < 400 || status > 499 || UNDECIDED.includes(status)) return "unknown";
	if (refusesKnownKey({
		status,
		text
	})) return "unknown";
	return "not done";
}
function refusesToken({ answer }) {
	const { status = 0, text = "" } = answer ?? {};
	return status === 400 && /invalid bearer token/i.test(text) || status === 500 && /AuthenticationError/.test(text);
}
function refusesKnownKey({ status, text }) {
	return status === 400 && /idempotency/i.test(text);
}
function failsValidation({ answer, json }) {
	const { message, errors } = json ?? {};
	if (answer?.status !== 500 || typeof message !== "string") return false;
	if (errors === null || typeof errors !== "object" || Array.isArray(errors)) return false;
	const refusals = Object.values(errors);
	return refusals.length > 0 && refusals.every((told) => Array.isArray(told) && typeof told[0] === "string");
}
function isReplayed({ headers }) {
	return headers["idempotent-replayed"] === "true";
}
function mayPass(cause) {
	const code = codeOf(cause);
	const refusal = proxyRefusal(cause);
	if (refusal !== null) return [
		502,
		503,
		504
	].includes(refusal);
	if (isTlsError(code) || code.startsWith("HPE_")) return false;
	return ![
		"ENOTFOUND",
		"ERR_PROXY_ADDRESS",
		"ERR_TIME_IS_UP",
		"UND_ERR_PRX_TLS"
	].includes(code);
}
function wasNeverSent(cause) {
	return cause?.name === "NotConnected" || codeOf(cause) === "ERR_TIME_IS_UP";
}
function codeOf(cause) {
	const { code, cause: inner, errors } = cause ?? {};
	if (typeof code === "string" && code !== "UND_ERR_ABORTED") return code;
	if (errors?.[0]) return codeOf(errors[0]);
	if (inner) return codeOf(inner);
	return typeof code === "string" ? code : "";
}
const IN_WORDS = {
	UND_ERR_CONNECT_TIMEOUT: "no connection in time",
	UND_ERR_HEADERS_TIMEOUT: "no answer to CONNECT in time",
	UND_ERR_SOCKET: "closed by the other side"
};
function causeInShort(cause) {
	const refusal = proxyRefusal(cause);
	const code = codeOf(cause);
	return refusal === null ? IN_WORDS[code] ?? code : `the proxy refused with ${refusal}`;
}
function isTlsError(code) {
	return /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$)/.test(code);
}
function proxyRefusal(cause) {
	const [, status] = /^Proxy response \((\d{3})\)/.exec(cause?.message ?? "") ?? [];
	return status === void 0 ? null : Number(status);
}
// src/mastodon/client.ts
function openClient(origin, token, http) {
	const common = {
		accept: "application/json",
		"accept-encoding": "identity",
		"accept-language": "en",
		"user-agent": userAgent
	};
	async function call(method, path, options = {}) {
		const { body, form, headers, unless, ownConnection = false } = options;
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
				...form ? { body: form.body } : {},
				unless,
				ownConnection,
				mayRepeat: method === "GET" || form !== void 0
			});
		} catch (cause) {
			if (cause instanceof FileError || cause instanceof Cancelled) throw cause;
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
				headers: common,
				mayRepeat: true
			});
		} catch (cause) {
			if (cause instanceof Cancelled) throw cause;
			return null;
		}
	}
	const sign = (text) => (0, node_crypto.createHmac)("sha256", token).update(text).digest("base64url");
	const within = (limit) => openClient(origin, token, http.within(limit));
	const overtime = (limit) => openClient(origin, token, http.overtime(limit));
	return {
		origin,
		clock: http.clock,
		call,
		probe,
		sign,
		within,
		overtime
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
function shownAddress(value) {
	const text = textOf(value);
	if (text.length > 1e3 || !URL.canParse(text)) return "";
	const { protocol, username, password } = new URL(text);
	return /^https?:$/.test(protocol) && username === "" && password === "" ? text : "";
}
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
// src/status/length/ascii-host.ts
const LONGEST_LABEL = 63;
const DOT = /[.\u3002\uff0e\uff61]/;
const IGNORED = /[\xad\u1806\u200b-\u200d\u2060\ufeff]|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]/g;
const REFUSED = new RegExp("[\\p{C}\\u0340\\u0341\\u0750-\\u077f\\u07c0-\\u08ff\\u1380-\\u139f\\u1900-\\u1dff\\u2b00-\\u2e7f\\u2ff0-\\u2ffb\\u31a0-\\u31ef\\u4db6-\\u4dff\\u9fa6-\\u9fff\\ua4d0-\\uabff\\ud7b0-\\ud7ff\\ufff9-\\ufffd\\u{10000}-\\u{102ff}\\u{10350}-\\u{103ff}\\u{10450}-\\u{1cfff}\\u{1d200}-\\u{1d3ff}\\u{1d800}-\\u{1ffff}\\u{2a6d7}-\\u{2f7ff}\\u{2fa20}-\\u{10ffff}]", "u");
const RIGHT_TO_LEFT = /^[\u05be\u05c0\u05c3\u05d0-\u05f4\u061b-\u064a\u066d-\u072f\u0780-\u07b1\ufb1d-\ufefc]$/u;
function asciiHost(host) {
	const labels = host.split(DOT).map(asciiLabel);
	return labels.every((label) => label && label.length <= LONGEST_LABEL) ? labels.join(".") : void 0;
}
function asciiLabel(label) {
	if (!/[^\0-\x7f]/.test(label)) return label;
	const mapped = label.normalize("NFKC").toLowerCase().replace(IGNORED, "");
	if (REFUSED.test(mapped) || mixesDirections(mapped)) return void 0;
	try {
		return new URL(`http://${mapped}`).hostname;
	} catch {
		return mapped;
	}
}
function mixesDirections(label) {
	const characters = [...label];
	const isRightToLeft = (character = "") => RIGHT_TO_LEFT.test(character) && /\P{M}/u.test(character);
	if (!characters.some(isRightToLeft)) return false;
	return !(isRightToLeft(characters[0]) && isRightToLeft(characters.at(-1))) || characters.some((character) => /\p{L}/u.test(character) && !isRightToLeft(character));
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
let names$1;
function isFrozenTld(name) {
	names$1 ??= new Set(NAMES.trim().split(/\s+/));
	return names$1.has(name);
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
const ACCENTS$1 = "\\u0300-\\u036f\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u1e00-\\u1eff";
const PLAIN_PARENTHESES = late(`^[()a-z\\p{Script=Cyrillic}0-9!*';:=+,.$/%#[\\]\\p{Pd}_~&|@${ACCENTS$1}]+$`, "iu");
const NOT_LAST_IN_PATH = /* @__PURE__ */ new Set("!*\"'「」;:=,.$%[]~&|");
const QUERY = /\?[^\0-\x20"<>\\`{}\x7f-\x9f\p{NChar}\p{Cs}\ufff0-\uffff\u{e0000}-\u{e0fff}]*/uy;
const NOT_LAST_IN_QUERY = /* @__PURE__ */ new Set("!?*'();:$%[].,~|@^+");
const SHORTENED = /^https?:\/\/t\.co\/([a-z0-9]+)/i;
const LONGEST_SLUG = 40;
const LONGEST_URL = 4096;
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
	for (let length = Math.min(label.length, 18); length > 0; length--) if (isFrozenTld(folded(label.slice(0, length))) && !AFTER_TLD.test(label[length] ?? after)) return length;
	return 0;
}
function folded(label) {
	return label.includes("ı") ? label : label.toLowerCase().toUpperCase().toLowerCase();
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
	if (ascii === void 0) return void 0;
	return codePoints(url) + Math.max(0, ascii.length - codePoints(host)) <= LONGEST_URL ? {
		start,
		end: start + url.length
	} : void 0;
}
function codePoints(text) {
	return [...text].length;
}
const WORD = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d";
const MENTION$2 = late(`@(?<![=/${WORD}]@)([a-z0-9_]+(?:[.-]+[a-z0-9_]+)*(?:@[${WORD}]+(?:[.-]+[${WORD}]+)*)?)`, "giu");
const ASCII_MENTION = /@(?<![=/\w]@)(\w+(?:[.-]+\w+)*(?:@\w+(?:[.-]+\w+)*)?)/g;
const NO_MENTION_BEFORE = new RegExp(`[@＠${ACCENTS$1}]|://`, "uy");
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
	const pattern = isAscii(text) ? ASCII_MENTION : MENTION$2();
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
const INNER = "\\xb7\\u30fb";
const HASHTAG = late(`[#＃](?<=(?:^|\\p{White_Space})[#＃])([${WORD}${INNER}]+)`, "gu");
const INNER_ONLY = new RegExp(`[${INNER}]`);
const LETTER$1 = /\p{Alphabetic}/u;
const LETTER_OR_SEPARATOR = new RegExp(`[\\p{Alphabetic}_\\u200c${INNER}]`, "u");
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
	return characters.slice(0, word).some((character) => LETTER$1.test(character)) ? length(word) : 0;
}
// src/status/length/length.ts
const mastodonCounting = {
	unit: "graphemes, conjuncts apart",
	urlLength: 23,
	mentions: "local part",
	spoiler: true
};
function countCharacters(text, spoiler = "", counting = mastodonCounting) {
	const stripped = strip(text);
	const shown = /\P{White_Space}/u.test(stripped) ? rewrite(stripped, counting) : "";
	return countUnits((counting.spoiler ? strip(spoiler) : "") + shown, counting.unit);
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
const ACCENTS = /(?<=[!-~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff])[\u0300-\u036f]+/g;
let segmenter;
function graphemes(text) {
	segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return segmenter.segment(text);
}
function countUnits(text, unit) {
	if (unit === "UTF-16 units") return text.length;
	if (unit === "code points") return countCodePoints(text);
	if (unit === "graphemes" || !JOINING.test(text)) return countGraphemes(text);
	return text.split(BEHIND_A_MARK).reduce((count, piece) => count + countGraphemes(piece), 0);
}
const BEHIND_A_MARK = /(?<=\p{M}\u200d*)(?=\p{Lo})(?![\u0e33\u0eb3])/u;
function countGraphemes(text) {
	const bare = text.replaceAll("@‌", "@").replaceAll(ACCENTS, "");
	if (!JOINING.test(bare)) return countCodePoints(bare) - (bare.split("\r\n").length - 1);
	return Array.from(graphemes(text), () => 1).length;
}
function countCodePoints(text) {
	return [...text].length;
}
// src/mastodon/software.ts
const asSent = (text) => text;
const withoutTags = (text) => text.replaceAll(/<[^>]*>/g, "");
const escaped$1 = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const UNKNOWN_END = "not known for this server";
const NEVER = "never by itself";
const ignored = {
	kept: false,
	keptForSchedules: false,
	locked: false,
	crash: false
};
const kept$1 = {
	...ignored,
	kept: true,
	keptForSchedules: true
};
function mastodonKeys(version) {
	const [major = 0, minor = 0, patch = 0] = (/^\d+\.\d+(\.\d+)?/.exec(version)?.[0] ?? "").split(".").map(Number);
	const release = major * 100 + minor;
	return {
		kept: true,
		keptForSchedules: release >= 403,
		locked: release >= 406,
		crash: release === 406 && patch <= 6 || release === 407 && patch === 0
	};
}
const mastodon = {
	names: [
		"mastodon",
		"glitch",
		"hometown",
		"chuckya",
		"fedibird"
	],
	keysIn: mastodonKeys,
	schedules: "listed",
	schedulesSince: null,
	hidesOwnPosts: false,
	listsNewest: null,
	versions: "history",
	keepsPolls: true,
	keepsLanguage: true,
	scopes: "fine",
	ownScopes: null,
	probes: {
		posting: ["DELETE", "/api/v1/scheduled_statuses/0"],
		media: ["GET", "/api/v1/media/0"],
		pin: ["DELETE", "/api/v1/featured_tags/0"]
	},
	noPasswordsSince: [4, 4],
	deadToken: null,
	missingScope: 403,
	showsCode: true,
	codeLength: 43,
	endsForClientAlone: true,
	endsApplications: false,
	tokensEnd: NEVER,
	endToken: (origin) => `End it under Preferences › Account › Authorized apps: ${origin}/oauth/authorized_applications`,
	describesItself: () => false,
	counting: mastodonCounting,
	hasFormats: (version) => version.includes("+glitch"),
	alwaysMarkdown: false,
	keeps: {
		text: asSent,
		words: asSent
	},
	mixesMedia: false,
	mentionsInWords: false,
	quotesBy: "quoted_status_id",
	directReaches: true,
	makesReactions: false,
	editsLose: []
};
const unknown = {
	...mastodon,
	names: [],
	keysIn: () => ignored,
	schedules: "never",
	versions: "unsure",
	probes: {},
	noPasswordsSince: null,
	codeLength: null,
	endsForClientAlone: false,
	tokensEnd: UNKNOWN_END,
	endToken: null,
	hasFormats: () => false,
	mixesMedia: true
};
const raw = {
	unit: "code points",
	urlLength: null,
	mentions: "full",
	spoiler: true
};
const inVersion = (pattern) => (version) => pattern.test(version);
const table = [
	mastodon,
	{
		...unknown,
		names: ["akkoma", "pleroma"],
		keysIn: () => kept$1,
		schedules: "listed",
		versions: "history",
		scopes: "without profile",
		deadToken: 403,
		tokensEnd: "100 years after it was made",
		describesItself: inVersion(/akkoma|pleroma/),
		counting: {
			...raw,
			unit: "graphemes"
		},
		hasFormats: () => true
	},
	{
		...unknown,
		names: ["gotosocial"],
		schedules: "listed",
		schedulesSince: [0, 20],
		versions: "history",
		probes: {
			posting: ["DELETE", "/api/v1/statuses/0"],
			media: ["PUT", "/api/v1/media/0"],
			pin: ["POST", "/api/v1/statuses/0/unpin"]
		},
		tokensEnd: NEVER,
		endToken: (origin) => `End it in the settings panel, where access tokens are listed: ${origin}/settings`,
		describesItself: (version, document) => /gotosocial/.test(`${version} ${document.source_url}`.toLowerCase()) || "allow_custom_css" in asObject(asObject(document.configuration).accounts),
		counting: raw,
		hasFormats: () => true,
		keeps: {
			text: asSent,
			words: withoutTags
		}
	},
	{
		...unknown,
		names: ["hollo"],
		keysIn: () => kept$1,
		alwaysMarkdown: true,
		probes: {
			posting: ["PUT", "/api/v1/statuses/0"],
			media: ["PUT", "/api/v1/media/0"]
		},
		tokensEnd: NEVER
	},
	{
		...unknown,
		names: ["pixelfed"],
		keysIn: () => kept$1,
		scopes: "coarse",
		tokensEnd: "about a year after it was made",
		describesItself: inVersion(/pixelfed/),
		counting: {
			...raw,
			spoiler: false
		},
		keepsPolls: false,
		keeps: {
			text: withoutTags,
			words: withoutTags
		},
		mixesMedia: false
	},
	{
		...unknown,
		names: ["mitra"],
		keysIn: () => kept$1,
		versions: "nothing",
		scopes: "coarse",
		tokensEnd: "30 days after it was made, unless the admins have set another time",
		describesItself: inVersion(/mitra/),
		counting: raw,
		alwaysMarkdown: true,
		keeps: {
			text: asSent,
			words: (text) => escaped$1(withoutTags(text))
		},
		quotesBy: "quote_id"
	},
	{
		...unknown,
		names: ["snac"],
		schedules: "unseen",
		endsApplications: true,
		hidesOwnPosts: true,
		listsNewest: 256,
		alwaysMarkdown: true,
		keepsPolls: false,
		keepsLanguage: false,
		scopes: "none",
		deadToken: 422,
		tokensEnd: NEVER,
		describesItself: inVersion(/snac/),
		mentionsInWords: true,
		endToken: () => "snac has no page for it: its admin can delete the token in the account's folder on the server"
	},
	{
		...unknown,
		names: ["friendica"],
		schedules: "listed",
		tokensEnd: NEVER
	},
	{
		...unknown,
		names: ["takahe"],
		versions: "nothing",
		hidesOwnPosts: true,
		scopes: "coarse",
		deadToken: 400,
		tokensEnd: NEVER,
		describesItself: inVersion(/takahe/),
		counting: {
			...raw,
			spoiler: false
		},
		mentionsInWords: true
	},
	{
		...unknown,
		names: [
			"sharkey",
			"misskey",
			"firefish"
		],
		scopes: "coarse",
		ownScopes: {
			"write:notes": "write:statuses",
			"write:drive": "write:media",
			"write:account": "write:accounts",
			"read:account": "read:accounts"
		},
		showsCode: false,
		tokensEnd: NEVER,
		endToken: (origin) => `Sharkey lets no program end it: end it under Settings › Connected apps: ${origin}/settings/apps`,
		describesItself: inVersion(/misskey|sharkey|firefish/),
		counting: {
			unit: "UTF-16 units",
			urlLength: null,
			mentions: "full",
			spoiler: false
		},
		quotesBy: "quote_id",
		alwaysMarkdown: true,
		versions: (noteId) => ({
			method: "POST",
			path: "/api/notes/versions",
			body: { noteId }
		}),
		directReaches: false,
		makesReactions: true,
		editsLose: ["poll", "quote"]
	},
	{
		...unknown,
		names: ["iceshrimp"],
		scopes: "without profile",
		describesItself: inVersion(/iceshrimp/),
		counting: {
			...raw,
			spoiler: false
		},
		quotesBy: "quote_id"
	},
	{
		...unknown,
		names: ["iceshrimp.net"],
		keysIn: () => kept$1,
		scopes: "without profile"
	},
	{
		...unknown,
		names: ["activities.next"],
		keysIn: () => kept$1,
		schedules: "listed",
		versions: "history",
		missingScope: 401,
		alwaysMarkdown: true,
		tokensEnd: "7 days after it was made",
		describesItself: (_version, document) => textOf(document.source_url).endsWith("/activities.next"),
		counting: mastodonCounting
	}
];
function softwareNamed(name) {
	const known = (name ?? "").toLowerCase();
	return table.find(({ names }) => names.includes(known)) ?? unknown;
}
function softwareDescribedBy(document) {
	const told = String(document.version ?? "").toLowerCase();
	const version = /compatible; *([^;)]*)/.exec(told)?.[1] ?? told;
	return table.find(({ describesItself }) => describesItself(version, document)) ?? mastodon;
}
function mayBeStored(answer) {
	return answer?.status === 422 && /\bname is invalid\b/i.test(answer.text);
}
function isMastodon(software) {
	return software.names === mastodon.names;
}
// src/mastodon/limits.ts
const assumedLimits = {
	maxCharacters: 500,
	counting: mastodonCounting,
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
	quotesBy: "quoted_status_id",
	directReaches: true,
	makesReactions: false,
	formats: false,
	maxPinned: 5,
	mentionsInWords: false
};
const MOST = 1e7;
function limitsOf(document) {
	const maxCharacters = announcedMaximum(document) ?? assumedLimits.maxCharacters;
	const accounts = asObject(asObject(document.configuration).accounts);
	const { quotesBy, directReaches, makesReactions, mentionsInWords, hasFormats } = softwareDescribedBy(document);
	return {
		maxCharacters,
		counting: countingOf(document),
		media: mediaLimitsOf(document),
		poll: pollLimitsOf(document),
		quotesBy: isMastodonBefore(document, MASTODON_4_5) ? null : quotesBy,
		directReaches,
		makesReactions,
		formats: hasFormats(String(document.version)),
		mentionsInWords,
		maxPinned: whole(accounts.max_pinned_statuses, 0, MOST) ?? assumedLimits.maxPinned
	};
}
function mediaLimitsOf(document) {
	const media = asObject(asObject(document.configuration).media_attachments);
	const { maxAttachments, maxDescription } = assumedLimits.media;
	const bytes = (figure) => whole(figure, 1, Number.MAX_SAFE_INTEGER) ?? whole(document.upload_limit, 1, Number.MAX_SAFE_INTEGER) ?? null;
	return {
		maxAttachments: whole(statusesOf(document).max_media_attachments, 1, MOST) ?? whole(document.max_media_attachments, 1, MOST) ?? maxAttachments,
		maxDescription: whole(media.description_limit, 1, MOST) ?? whole(document.description_limit, 1, MOST) ?? maxDescription,
		imageBytes: bytes(media.image_size_limit),
		videoBytes: bytes(media.video_size_limit),
		types: mimeTypes(media.supported_mime_types),
		mixes: mixesMedia(document)
	};
}
function mixesMedia(document) {
	const software = softwareDescribedBy(document);
	return isMastodon(software) ? !isSurelyMastodon(document) : software.mixesMedia;
}
function mimeTypes(list) {
	if (!Array.isArray(list)) return null;
	const types = list.filter((type) => typeof type === "string" && type.includes("/"));
	return types.length === 0 || types.includes("application/octet-stream") ? null : types;
}
function pollLimitsOf(document) {
	const own = asObject(asObject(document.configuration).polls);
	const other = asObject(document.poll_limits);
	const assumed = assumedLimits.poll;
	return {
		maxOptions: whole(own.max_options, 2, MOST) ?? whole(other.max_options, 2, MOST) ?? assumed.maxOptions,
		maxOptionCharacters: whole(own.max_characters_per_option, 1, MOST) ?? whole(other.max_option_chars, 1, MOST) ?? assumed.maxOptionCharacters,
		minExpiration: whole(own.min_expiration, 0, MOST) ?? whole(other.min_expiration, 0, MOST) ?? assumed.minExpiration,
		maxExpiration: whole(own.max_expiration, 1, FOREVER) ?? whole(other.max_expiration, 1, FOREVER) ?? assumed.maxExpiration,
		besideMedia: !isMastodonBefore(document, MASTODON_4_6)
	};
}
const FOREVER = 1e10;
const MASTODON_4_5 = 7;
const MASTODON_4_6 = 10;
function isMastodonBefore(document, wanted) {
	if (!isSurelyMastodon(document)) return false;
	const api = whole(asObject(document.api_versions).mastodon, 0, 1e4);
	return api === void 0 ? /^(3\.|4\.[0-2]\.)/.test(String(document.version)) : api < wanted;
}
function isSurelyMastodon(document) {
	const version = String(document.version ?? "");
	return /^[34]\.\d+\.\d+/.test(version) && !/compatible|not true/.test(version) && isMastodon(softwareDescribedBy(document));
}
function announcedMaximum(document) {
	return whole(statusesOf(document).max_characters, 1, MOST) ?? whole(document.max_toot_chars, 1, MOST);
}
function countingOf(document) {
	const { counting } = softwareDescribedBy(document);
	if (counting !== mastodonCounting) return counting;
	const reserve = whole(statusesOf(document).characters_reserved_per_url, 0, 100);
	const unit = isSurelyMastodon(document) && !isMastodonBefore(document, MASTODON_4_6) ? "graphemes" : counting.unit;
	return {
		...counting,
		unit,
		urlLength: reserve === 0 ? null : reserve ?? counting.urlLength
	};
}
function statusesOf(document) {
	return asObject(asObject(document.configuration).statuses);
}
function whole(value, least, most) {
	const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most ? number : void 0;
}
function refusedPoll(poll, limits) {
	return [...refusedOptions(poll.options, limits), ...refusedExpiry(poll.expires_in, limits)];
}
function refusedBesidePoll(hasMedia, limits) {
	return hasMedia && !limits.besideMedia ? "This instance does not allow media with a poll (Mastodon does since 4.6). Leave out `media` or `poll`, or post two statuses." : null;
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
		if (text === "") refused.push(`${name} is empty: the value that it uses is empty here. Give it a text.`);
		else if (earlier !== void 0) refused.push(`${name} is the same as option ${earlier}, “${shortened(text)}”. Each option must differ.`);
		else if (length > maxOptionCharacters) refused.push(`${name} has ${formatCount(length)} characters, this instance allows ${formatCount(maxOptionCharacters)}: “${shortened(text)}”. Shorten it.`);
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
// src/mastodon/instance.ts
const PATHS = ["/api/v2/instance", "/api/v1/instance"];
function isInstancePath(path) {
	return PATHS.includes(path);
}
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
async function isInstance(probe, origin) {
	return (await whatIsAt(probe, origin)).kind === "instance";
}
function isBusy({ status }) {
	return status === 429 || status >= 500 && status !== 501;
}
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
// src/mastodon/retry.ts
const SECOND = 1e3;
const NEVER_SENT = [
	2,
	6,
	18
].map((seconds) => seconds * SECOND);
function waitBeforeRetry(tries) {
	return jittered(NEVER_SENT[tries - 1] ?? NEVER_SENT.at(-1));
}
function waitForLimit(answer, refusals, now) {
	const least = SECOND * 2 ** (refusals - 1);
	const wait = waitOf(answer, now) ?? 0;
	return wait > least ? wait + Math.random() * SECOND : jittered(least);
}
function jittered(milliseconds) {
	return milliseconds * (1 + Math.random() / 10);
}
function inSeconds(milliseconds) {
	return `${Math.max(1, Math.round(milliseconds / SECOND))} s`;
}
function clockTime(time) {
	return `${new Date(time).toISOString().slice(11, 19)} UTC`;
}
const YEAR = 316224e5;
function resetOf({ status, headers }, now = Date.now()) {
	const clock = Date.parse(headers.date ?? "");
	const start = Number.isNaN(clock) ? now : clock;
	return (status === 429 ? timeOf(headers["x-ratelimit-reset"], start) : null) ?? timeOf(headers["retry-after"], start);
}
function waitOf(answer, now) {
	const reset = resetOf(answer, now)?.getTime() ?? 0;
	const date = Date.parse(answer.headers.date ?? "");
	const wait = reset - (Number.isNaN(date) ? now : date);
	return wait > 0 ? wait + 1e3 : null;
}
function timeOf(value, start) {
	if (!value) return null;
	const time = /^\d+(\.\d+)?$/.test(value) ? timeOfNumber(Number(value), start) : Date.parse(value);
	return Math.abs(time - start) <= YEAR ? new Date(time) : null;
}
function timeOfNumber(value, start) {
	if (value < 1e9) return start + value * 1e3;
	return value < 1e11 ? value * 1e3 : value;
}
// src/mastodon/diagnosis/answers.ts
function answerInWords(failure) {
	const { answer, method, path } = failure;
	return `${answer.status} ${bodyInWords(failure)} (${method} ${path.replace(/\?.*/, "")})`;
}
function bodyInWords(failure) {
	const sentence = serverSentence(failure);
	if (!isHtml(failure.answer)) return sentence === "" ? "with an empty answer" : `“${sentence}”`;
	return sentence === "" ? "with a web page" : `with the web page “${sentence}”`;
}
function serverSentence(failure) {
	const { json, answer } = failure;
	if (json !== null && typeof json === "object") {
		const { error, error_description, message } = json;
		const sentence = [
			typeof error === "string" && /^[A-Z_]+$/.test(error) && textOf(error_description) !== "" ? `${textOf(error_description)} (${error})` : error,
			error_description,
			message,
			asObject(error).message
		].find((text) => typeof text === "string" && text !== "");
		if (sentence === void 0 && error === "") return "";
		if (typeof sentence === "string") return shorten(`${sentence}${zodMessages(json)}`);
	}
	return shorten(isHtml(answer) ? htmlTitle(answer?.text ?? "") : answer?.text ?? "");
}
function isHtml(answer) {
	if (!answer || answer.text.trim() === "") return false;
	return /\bhtml\b/i.test(answer.headers["content-type"] ?? "") || /^\s*<(!doctype|html|head|body|h1)\b/i.test(answer.text);
}
function htmlTitle(html) {
	return (/<(title|h1)[^>]*>([^<]{1,300})/i.exec(html.slice(0, 2e4))?.[2] ?? html.slice(0, 5e3).replace(/<[^>]*>/g, " ")).trim().replace(/^[1-5]\d\d\b[\s:|–—-]*/, "");
}
function zodMessages(json) {
	const { zod_error: zod } = json;
	const issues = zod?.issues ?? parseJson(textOf(zod?.message));
	const [issue] = Array.isArray(issues) ? issues : [];
	if (typeof issue?.message !== "string") return "";
	return `: ${[Array.isArray(issue.path) ? issue.path.join(".") : "", issue.message].filter(Boolean).join(" ")}`;
}
function shorten(text) {
	const plain = text.replace(/\s+/g, " ").trim();
	return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
function explainRateLimit(failure) {
	const reset = resetOf(failure.answer);
	return {
		what: `${hostOf(failure)} is limiting requests: ${answerInWords(failure)}.`,
		why: reset ? `The rate limit ends at ${formatTime(reset)}.` : "The rate limit is used up, and the server does not say until when.",
		cure: reset ? "Run again after that." : "Run again later."
	};
}
function explainServerError(failure) {
	const { status } = failure.answer;
	if (status === 501) return {
		what: `${hostOf(failure)} does not support this: ${answerInWords(failure)}.`,
		why: "The server's software, or its version, cannot do it.",
		cure: "Leave out what it cannot do (some servers cannot schedule), or post to another server."
	};
	const reset = resetOf(failure.answer);
	return {
		what: `${hostOf(failure)} had a server error: ${answerInWords(failure)}.`,
		why: causeOf$1(status),
		cure: reset ? `It asks to wait until ${formatTime(reset)}; run again after that.` : "Run again later."
	};
}
function causeOf$1(status) {
	if (status === 503) return "The server is overloaded, or down for maintenance.";
	if (status === 502 || status === 504 || status >= 520 && status < 530) return "The server behind its front proxy is down or overloaded.";
	return "The server failed on this request.";
}
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
function explainBotWall(failure) {
	const { headers, text } = failure.answer;
	const isCloudflare = headers["cf-mitigated"] || headers["cf-ray"] || /cloudflare|^error code: 1/i.test(text);
	return {
		what: `A bot filter in front of ${hostOf(failure)} blocked this request: ${answerInWords(failure)}.`,
		why: `${isCloudflare ? "Cloudflare" : "A bot filter"} takes this runner for a bot.`,
		cure: "Ask the instance's admins to let requests to /api/ through, or use a self-hosted runner.",
		neverArrived: true
	};
}
function explainStrangeAnswer(failure) {
	const { answer, json, method, path } = failure;
	return {
		what: `${hostOf(failure)} answered ${answer.status} to ${method} ${path}, but ${kindOf$1(failure)}.`,
		why: json === void 0 ? "Something between here and the server changed or cut the answer." : "The server does not keep to the Mastodon API, or something in front of it answered.",
		cure: isHtml(answer) ? "Open the address in a browser to see who answers there." : "Run again later."
	};
}
function kindOf$1(failure) {
	const { answer, json } = failure;
	if (json !== void 0) return `the answer is not a status: ${nameOf$1(failure)}`;
	if (answer.text.trim() === "") return "with nothing in it";
	if (isHtml(answer)) return "with a web page instead of JSON";
	return /json/i.test(answer.headers["content-type"] ?? "") ? "the JSON is cut off" : "with something other than JSON";
}
function nameOf$1(failure) {
	const { json } = failure;
	if (json === null) return "null";
	if (Array.isArray(json)) return "a list";
	if (typeof json !== "object") return `a ${typeof json}`;
	if ("error" in json) return `an error, “${serverSentence(failure)}”`;
	return "id" in json ? "an object without a usable id" : "an object without an id";
}
function tellOfLimit(failure, diagnosis) {
	const isReached = failure.answer !== void 0 || outcomeOf(failure) === "unknown";
	if (!isInstancePath(failure.path) || !isReached) return diagnosis;
	const most = assumedLimits.maxCharacters;
	const cure = `${diagnosis.cure} The request asked for the limits of the instance; a text of up to ${formatCount(most)} characters alone, without media, poll or quote, is posted without asking.`;
	return {
		...diagnosis,
		cure
	};
}
// src/mastodon/account.ts
const VERIFY = "/api/v1/accounts/verify_credentials";
async function verifyAccount(client) {
	try {
		return asObject((await client.call("GET", VERIFY)).json);
	} catch (error) {
		if (isMissingScope(error)) return null;
		throw error;
	}
}
function accountRemarks(account, origin) {
	const handle = handleOf(account, origin);
	const { moved, suspended, limited } = account;
	return [
		moved ? `${handle} has moved to ${handleOf(moved, origin)}, so its followers are there.` : "",
		suspended === true ? `${handle} is suspended, so its server may refuse what it posts.` : "",
		limited === true ? `${handle} is limited by the moderators of its server: its public posts become \`unlisted\`, and few people see them.` : ""
	].filter((remark) => remark !== "");
}
const LONGEST_NAME = 320;
function handleOf(account, origin) {
	const { acct, username, url } = account ?? {};
	const name = textOrNull(acct) ?? textOrNull(username);
	if (name === null || name.length > LONGEST_NAME) return "";
	if (name.includes("@")) return `@${name}`;
	return `@${name}@${new URL(typeof url === "string" && URL.canParse(url) ? url : origin).host}`;
}
function authorOf(account, origin) {
	const { url } = account ?? {};
	return {
		handle: handleOf(account, origin),
		profile: shownAddress(url)
	};
}
function textOrNull(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
async function tokenApplication(client) {
	try {
		return asObject((await client.call("GET", "/api/v1/apps/verify_credentials")).json);
	} catch (error) {
		if (error instanceof MastodonError) return null;
		throw error;
	}
}
const SCOPES = [
	[
		"POST",
		/^\/api\/v1\/statuses$/,
		"write:statuses"
	],
	[
		"PUT",
		/^\/api\/v1\/statuses\/[^/]+$/,
		"write:statuses"
	],
	[
		"GET",
		/^\/api\/v1\/statuses\/[^/]+(\/source)?$/,
		"read:statuses"
	],
	[
		"GET",
		/^\/api\/v1\/accounts\/[^/]+\/statuses$/,
		"read:statuses"
	],
	[
		"GET",
		/^\/api\/v1\/scheduled_statuses$/,
		"read:statuses"
	],
	[
		"POST",
		/^\/api\/v1\/statuses\/[^/]+\/pin$/,
		"write:accounts"
	],
	[
		"GET",
		/^\/api\/v2\/search$/,
		"read:search"
	],
	[
		"POST",
		/^\/api\/v[12]\/media$/,
		"write:media"
	],
	[
		"GET",
		/^\/api\/v1\/media\/[^/]+$/,
		"write:media"
	],
	[
		"DELETE",
		/^\/api\/v1\/media\/[^/]+$/,
		"write:media"
	],
	[
		"GET",
		/^\/api\/v1\/accounts\/verify_credentials$/,
		"profile"
	]
];
function scopeOf(method, path) {
	const plain = path.replace(/\?.*/, "");
	return SCOPES.find(([verb, pattern]) => verb === method && pattern.test(plain))?.[2] ?? "";
}
function scopeNamedIn(challenge, sentence) {
	return (/requires scopes? [\\"_]*([a-z][a-z:_ ]*)/.exec(challenge)?.[1] ?? /\bscope="([^"]+)"/.exec(challenge)?.[1] ?? /insufficient permissions: ([a-z][a-z:_ |&]*)/i.exec(sentence)?.[1] ?? "").split(/[ |&]+/).map((scope) => scope.replace(/_+$/, "")).filter(Boolean).at(-1) ?? "";
}
function orMissingScope(error, scope, purpose, otherwise = "") {
	if (!(error instanceof MastodonError) || error.failure.answer?.status !== 403) return error;
	const failure = {
		...error.failure,
		answer: error.failure.answer
	};
	if (!tellsOfScope(failure)) return error;
	const needed = scopeNamedIn(failure.answer.headers["www-authenticate"] ?? "", serverSentence(failure)) || scope;
	return new MastodonError(failure, {
		what: `The access token is not allowed to do this on ${hostOf(failure)}: ${answerInWords(failure)}.`,
		why: `${purpose}, it needs the scope ${needed}.`,
		cure: `Make a new token with ${needed} as well, and store it as the secret${otherwise ? `; or ${otherwise}` : ""}.`
	}, error.outcome);
}
function isMissingScope(error) {
	if (!(error instanceof MastodonError)) return false;
	const { answer } = error.failure;
	return answer?.status === 403 && tellsOfScope({
		...error.failure,
		answer
	});
}
function tellsOfScope(failure) {
	const challenge = failure.answer.headers["www-authenticate"] ?? "";
	const sentence = serverSentence(failure);
	return /scope|(insufficient|necessary) permissions/i.test(`${challenge} ${sentence}`) || asObject(failure.json).error === "";
}
function unexpectedIn(json) {
	const { unexpected_accounts: accounts } = asObject(json);
	return Array.isArray(accounts) ? accounts.map((account) => textOf(asObject(account).acct)).filter(Boolean) : [];
}
// src/mastodon/find-host.ts
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
const CLUES = [
	["/.well-known/nodeinfo", ({ text }) => linksIn(text).map(({ href }) => href)],
	["/.well-known/host-meta", ({ text }) => [/template=["']([^"']+)["']/.exec(text)?.[1]]],
	["/.well-known/oauth-authorization-server", ({ text }) => [asObject(parseJson(text)).issuer]],
	["/.well-known/webfinger?resource=acct:{host}@{host}", selfLinks]
];
function selfLinks({ text }) {
	return linksIn(text).filter(({ rel }) => rel === "self").map(({ href }) => href);
}
function parseAddress(typed) {
	const text = typed.trim().replace(/^<(.*)>$/, "$1").replace(/^(["'`])(.*)\1$/, "$2").trim();
	if (text === "") throw new Error("No instance is named. Give its address, such as mastodon.social, or your handle.");
	if (/^@[^@\s/.]+$/.test(text)) throw new Error(`${text} names no server. Give the whole handle, such as ${text}@mastodon.social`);
	const named = /^(?:acct:)?@?([^@\s/:?#]+)@([^@\s/?#]+)$/.exec(text);
	if (named) return {
		origin: originOf(named[2]),
		handle: `${named[1]}@${named[2]}`
	};
	const seenFromElsewhere = /\/@([^@\s/?#]+)@([^@\s/?#]+)/.exec(text);
	if (seenFromElsewhere) {
		const [, name, domain] = seenFromElsewhere;
		return {
			origin: originOf(domain),
			handle: `${name}@${domain}`
		};
	}
	return {
		origin: originOf(text),
		handle: ""
	};
}
function handleIn(typed) {
	const profile = /^(?:https?:\/\/)?([^/\s@]+)\/(?:@|users\/)([^@\s/?#]+)\/?$/.exec(typed.trim());
	if (profile) return `${profile[2]}@${profile[1]}`;
	try {
		return parseAddress(typed).handle;
	} catch {
		return "";
	}
}
function originOf(text) {
	const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
	const url = /\s/.test(text) || !URL.canParse(address) ? null : new URL(address);
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") throw new Error("This is not the address of an instance. It should look like mastodon.social, https://mastodon.social or @me@mastodon.social");
	if (url.username || url.password) throw new Error("The address contains a user name or password, which does not belong there. Leave it out.");
	if (isLoopback(url.hostname)) return /^https:/i.test(text) ? url.origin : `http://${url.host}`;
	return `https://${url.host.replace(/\.(?=$|:)/, "")}`;
}
const MOST_HOPS = 3;
async function findInstance(probe, { origin, handle }) {
	let here = origin;
	for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
		if (await isInstance(probe, here)) return here;
		const next = safeOrigin((await probe(new URL("/api/v2/instance", here)))?.headers.location, here);
		if (next === null || next === here) break;
		here = next;
	}
	return await findApiOrigin(probe, origin) ?? (handle === "" ? null : homeOf(probe, origin, handle));
}
async function homeOf(probe, origin, handle) {
	const path = `/.well-known/webfinger?resource=${encodeURIComponent(`acct:${handle}`)}`;
	const answer = await probe(new URL(path, origin));
	const pointers = [answer?.headers.location, ...answer?.status === 200 ? selfLinks(answer) : []];
	for (const pointer of pointers) {
		const candidate = safeOrigin(pointer, origin);
		if (candidate !== null && candidate !== origin && await isInstance(probe, candidate)) return candidate;
	}
	return null;
}
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
// src/mastodon/traits.ts
function isSince(version, [major, minor]) {
	const [, ownMajor, ownMinor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
	return ownMajor !== void 0 && (Number(ownMajor) - major || Number(ownMinor) - minor) >= 0;
}
// src/mastodon/nodeinfo.ts
async function softwareAt(probe, origin) {
	const index = await probe(new URL("/.well-known/nodeinfo", origin));
	const href = index?.status === 200 ? linksIn(index.text)[0]?.href : void 0;
	if (safeOrigin(href, origin) !== origin) return null;
	const { name, version } = asObject(asObject(parseJson((await probe(new URL(String(href), origin)))?.text ?? "")).software);
	if (typeof name !== "string" || !/^[\w.-]{1,40}$/.test(name)) return null;
	return {
		name,
		version: typeof version === "string" ? version.slice(0, 60) : ""
	};
}
async function editsLose(client) {
	return softwareNamed((await softwareAt(client.probe, client.origin))?.name ?? null).editsLose;
}
async function softwareFor(sender) {
	sender.software ??= await softwareOf(sender.client);
	return sender.software;
}
async function isDenied(sender, { failure: { answer } }) {
	return answer?.status === 403 || answer?.status === 401 && (await softwareFor(sender))?.missingScope === 401;
}
const PAUSE = 2e3;
async function softwareOf({ clock, probe, origin }) {
	let found = await softwareAt(probe, origin);
	if (found === null && clock.left() >= 2 * PAUSE) {
		await clock.wait(PAUSE);
		found = await softwareAt(probe, origin);
	}
	return found && {
		...softwareNamed(found.name),
		version: found.version
	};
}
async function keysOf(sender) {
	const software = await softwareFor(sender);
	return (software ?? softwareNamed(null)).keysIn(software?.version ?? "");
}
async function schedulesOf(sender) {
	const software = await softwareFor(sender);
	if (software === null) return null;
	const { schedules, schedulesSince: since, version } = software;
	return since === null || isSince(version, since) ? schedules : "never";
}
// src/mastodon/sender.ts
const PATIENCE = 5e3;
function openSender(client, signal) {
	const patient = client.within(after(signal, PATIENCE));
	return {
		client: client.within(signal),
		patient,
		signal,
		owner: null,
		software: null
	};
}
const afterwards = /* @__PURE__ */ new WeakMap();
function after(signal, milliseconds) {
	const known = afterwards.get(signal);
	if (known) return known;
	const later = new AbortController();
	afterwards.set(signal, later.signal);
	const begin = () => AbortSignal.timeout(milliseconds).addEventListener("abort", () => later.abort(signal.reason));
	if (signal.aborted) begin();
	else signal.addEventListener("abort", begin, { once: true });
	return later.signal;
}
const KEY_LIFE = 354e4;
function keyOf(client, identity, part, generation) {
	return client.sign(JSON.stringify([
		client.origin,
		identity,
		part,
		generation
	]));
}
// src/status/shown.ts
function storedText(text, named, host) {
	return strip(replaced$1(text, matchMentions(text).map(({ handle, ...span }) => {
		const account = accountOf(handle, named, host);
		return {
			...span,
			as: account && fullHandle(account)
		};
	})));
}
function shownText(stored) {
	return replaced$1(stored, [
		...findUrls(stored).map((url) => ({
			...url,
			as: withoutOddPort(stored.slice(url.start, url.end))
		})),
		...findUris(stored),
		...findHashtags(stored).map((tag) => ({
			...tag,
			as: `#${stored.slice(tag.start + 1, tag.end)}`
		}))
	]).replaceAll(/\r\n?/g, "\n").replaceAll(/\n{2,}/g, "\n\n");
}
function replaced$1(text, spans) {
	let result = "";
	let done = 0;
	for (const { start, end, as } of spans.toSorted((one, other) => one.start - other.start)) {
		if (start < done) continue;
		result += text.slice(done, start) + (as ?? text.slice(start, end));
		done = end;
	}
	return result + text.slice(done);
}
function accountOf(handle, accounts, host) {
	const [username = "", domain = ""] = handle.split("@");
	const wanted = asciiDomain(domain);
	const isOwn = wanted === "" || wanted === host || host.endsWith(`.${wanted}`);
	return accounts.find(({ acct }) => {
		const [name = "", its = ""] = acct.split("@");
		return name.toLowerCase() === username.toLowerCase() && (its === "" ? isOwn : asciiDomain(its) === wanted);
	});
}
function fullHandle({ acct }) {
	const [name = "", domain = ""] = acct.split("@");
	return `@${name}${domain && `@${asciiDomain(domain)}`}`;
}
function asciiDomain(domain) {
	return (asciiHost(domain) ?? domain).toLowerCase();
}
function withoutOddPort(url) {
	return url.replace(/^([a-z]+:\/\/[^/?#:]*):(\d{1,5})(?!\d)/i, (_, host, port) => Number(port) === 0 ? host : `${host}:${Number(port)}`);
}
function findUris(text) {
	return Array.from(text.matchAll(/(?:magnet:|xmpp:[^\s?]+)\?/gi), ({ 0: { length }, index }) => ({
		start: index,
		end: queryEnd(text, index + length - 1)
	})).filter(({ start }) => start === 0 || !GLUE.test(text[start - 1]));
}
const PIECES = /<[a-z/!][^<>]*>|<|[^<]+/gi;
const LINES = /^<\/?(?:li|ul|ol|h[1-6]|blockquote|pre|div|hr)\b/i;
const QUOTE_BEFORE = /^<p class="quote-inline">(?:<(?!\/p>)|[^<])*<\/p>/;
const QUOTE_BEHIND = "<span class=\"quote-inline\">";
const MENTION$1 = /<a\b([^<>]*)>@(?:<span>)?[^<>]*(?:<\/span>)?<\/a>/g;
const LINK$1 = /<a\b([^<>]*)>([^<>]+)<\/a>/g;
function wholeLink(href, shown) {
	const bare = (text) => text.replace(/^(?:https?:\/\/)?(?:www\.)?/, "");
	const [text, whole] = [bare(decoded(shown)), bare(href)];
	return text === whole || /.…$/.test(text) && whole.startsWith(text.slice(0, -1)) ? href.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : null;
}
function contentText(html, named = [], wholeLinks = false) {
	const behind = html.endsWith("</span>") ? html.lastIndexOf(QUOTE_BEHIND) : -1;
	const whole = (behind < 0 ? html : html.slice(0, behind)).replace(QUOTE_BEFORE, "").replaceAll(/(<br\b[^<>]*>)\r?\n/gi, "$1").replaceAll(MENTION$1, (link, attributes) => {
		const account = named.find(({ url }) => url === hrefIn(attributes));
		return account ? fullHandle(account) : link;
	}).replaceAll(LINK$1, (link, attributes, shown) => wholeLinks && wholeLink(hrefIn(attributes), shown) || link);
	let text = "";
	for (const [piece] of whole.matchAll(PIECES)) if (!/^<./.test(piece)) text += piece;
	else if (/^<\/p>/i.test(piece)) text += "\n\n";
	else if (/^<br\b/i.test(piece)) text += "\n";
	else if (LINES.test(piece) && !text.endsWith("\n") && text !== "") text += "\n";
	return decoded(text.replaceAll(/\n{3,}/g, "\n\n").replace(/^\n+/, "").replace(/(?<!\n)\n+$/, ""));
}
function contentLinks(html) {
	return Array.from(html.matchAll(/<a\b[^<>]*>/gi), ([tag]) => hrefIn(tag)).filter((href) => href !== "");
}
function hrefIn(tag) {
	const [, double, single, bare] = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag) ?? [];
	return decoded(double ?? single ?? bare ?? "");
}
const CHARACTERS = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: "\xA0"
};
function decoded(text) {
	return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (written, decimal, hex, name) => {
		if (name) return CHARACTERS[name.toLowerCase()] ?? written;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code <= 1114111 ? String.fromCodePoint(code) : "�";
	});
}
// src/mastodon/history/same-text.ts
async function saysSame(sender, status, sent, extent = "all") {
	const { client } = sender;
	const written = writtenIn(status);
	if (written === null && !mayBeSame(status, sent, extent)) return false;
	const software = await softwareFor(sender);
	if (written !== null) return isWritten(written, status, sent, client.origin, software, extent);
	const isPlain = (sent.content_type ?? "text/plain") === "text/plain";
	if (isPlain && software !== null && isMastodon(software)) return showsSame(status, sent, client.origin, extent);
	const source = await readSource(client, status.id);
	if (typeof source === "string") return isWritten(source, status, sent, client.origin, software, extent);
	if (showsSame(status, sent, client.origin, extent, software)) return true;
	if ((!isPlain || software?.alwaysMarkdown === true) && source !== null) throw source;
	return false;
}
function showsSame(status, sent, origin, extent = "all", software = null) {
	const written = writtenIn(status);
	if (written !== null) return isWritten(written, status, sent, origin, software, extent);
	const host = new URL(origin).hostname;
	const named = namedIn(status);
	const texts = textsOf(sent, status, software);
	return [false, true].some((wholeLinks) => {
		const up = contentText(textOf(status.content), named, wholeLinks);
		return isOneOf(texts, (text) => shownText(storedText(text, named, host)), up, extent);
	});
}
function saidSame(status, version, sent, origin, software) {
	const written = writtenIn(version);
	if (written !== null) return isWritten(written, version, sent, origin, software, "all");
	const host = new URL(origin).hostname;
	const author = namedIn({ account: status.account });
	const texts = textsOf(sent, version, software);
	const named = namedIn(status);
	const ups = [author, named].flatMap((linked) => [false, true].map((wholeLinks) => contentText(textOf(version.content), linked, wholeLinks)));
	return [named, author].some((known) => ups.some((up) => isOneOf(texts, (text) => shownText(storedText(text, known, host)), up, "all"))) || software?.alwaysMarkdown !== false && mayShow(version, named, sent);
}
function mayShow(version, named, sent) {
	const up = [...plain$1(contentText(textOf(version.content), named, true))];
	let found = 0;
	for (const character of plain$1(sent.status)) if (character === up[found]) found += 1;
	return found === up.length && hasSameLetters(version, sent);
}
function plain$1(text) {
	return unguarded(text).normalize("NFC").toLowerCase().replaceAll(/[\s"'“”‘’•*-]/g, "");
}
function textIn(status) {
	return writtenIn(status) ?? contentText(textOf(status.content));
}
function isSameWarning(status, { status: text, spoiler_text = "" }, software) {
	const up = warningOf(status);
	return isSameWords(up, spoiler_text, software) || text.trim() === "" && up === "";
}
function isSameWords(up, sent, software) {
	return [sent, software?.keeps.words(sent) ?? sent].some((one) => unguarded(one).trim() === unguarded(up).trim());
}
function writtenIn({ params, text, content }) {
	const written = params ? asObject(params).text : text;
	return typeof written === "string" && written !== content ? written : null;
}
function isWritten(written, status, sent, origin, software, extent) {
	const host = new URL(origin).hostname;
	const texts = textsOf(sent, status, software).map(withoutReturns);
	const isStored = software === null || isMastodon(software);
	return isOneOf(texts.flatMap((text) => [
		text,
		text.trim(),
		...isStored ? [storedText(text, namedIn(status), host)] : []
	]), (text) => text, withoutReturns(written), extent);
}
function textsOf({ status: text, spoiler_text: warning = "" }, up, software) {
	if (text.trim() !== "" || warning.trim() === "") return [text, software?.keeps.text(text) ?? text];
	return warningOf(up) === "" ? [warning] : [
		"",
		".",
		"🖼"
	];
}
function warningOf(status) {
	return textOf((status.params ? asObject(status.params) : status).spoiler_text);
}
function isOneOf(texts, form, up, extent) {
	const compared = (text) => unguarded(partOf(text, extent));
	return texts.some((text) => compared(form(text)) === compared(up));
}
function partOf(text, extent) {
	return extent === "all" ? text : text.split(/\n\s*\n/)[0];
}
function unguarded(text) {
	return text.replaceAll("@‌", "@");
}
function withoutReturns(text) {
	return text.replaceAll("\r\n", "\n");
}
function mayBeSame(status, { status: text, spoiler_text: warning = "" }, extent = "all") {
	const up = [...lettersOf(withoutDomains(partOf(contentText(textOf(status.content)), extent)))];
	let found = 0;
	for (const letter of lettersOf(partOf(text.trim() === "" ? warning : text, extent))) if (letter === up[found]) found += 1;
	return found === up.length;
}
function hasSameLetters(status, { status: text, spoiler_text: warning = "" }) {
	const up = lettersOf(withoutDomains(contentText(textOf(status.content), [], true)));
	const sent = text.trim() === "" ? warning : text;
	return [
		sent,
		sent.replaceAll(/<[^<>]*>/g, ""),
		sent.replaceAll(/\]\([^()]*\)/g, "")
	].some((form) => lettersOf(withoutDomains(form)) === up);
}
function lettersOf(text) {
	return text.normalize("NFC").toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
function withoutDomains(text) {
	return text.replaceAll(/(@[\w.-]+)@[^\s@]+/g, "$1");
}
function namedIn({ mentions, account }) {
	return [...Array.isArray(mentions) ? mentions : [], account].map(asObject).map(({ acct, url }) => ({
		acct: textOf(acct),
		url: textOf(url)
	}));
}
async function readSource(client, id) {
	const path = `/api/v1/statuses/${encodeURIComponent(String(id))}/source`;
	try {
		const answer = await client.call("GET", path);
		const { text, id: told } = asObject(answer.json);
		if (typeof text === "string") return text;
		if (told !== void 0) return null;
		throw new MastodonError({
			method: "GET",
			path,
			origin: client.origin,
			proxy: "",
			answer
		}, {
			what: "The answer is not the source of a status.",
			why: "",
			cure: ""
		}, "not done");
	} catch (error) {
		if (error instanceof MastodonError && isForGood(error)) return error;
		throw error;
	}
}
// src/mastodon/history/server-time.ts
function apiTime(value) {
	if (typeof value !== "string") return NaN;
	return Date.parse(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
}
const CLOCK_SKEW = 3e4;
const WORST_SKEW = 864e5;
const OUR_CLOCK = {
	offset: 0,
	slack: 0,
	untold: null
};
function skewOf(headers, now) {
	const date = Date.parse(headers.date ?? "");
	return Number.isNaN(date) ? {
		offset: 0,
		slack: CLOCK_SKEW,
		untold: now
	} : {
		offset: date - now,
		slack: 0,
		untold: null
	};
}
function isOlder(createdAt, time, { offset, slack }) {
	const created = apiTime(createdAt);
	const grain = created % 1e3 === 0 ? 1e3 : 0;
	return created < time + offset - slack - grain;
}
const SAME_TIME = 6e4;
function isAtTimeAsked(told, asked) {
	return asked !== void 0 && Math.abs(apiTime(told) - apiTime(asked)) < SAME_TIME;
}
function wasThereBefore(createdAt, time, skew, asked) {
	return isOlder(createdAt, time, skew) && !isAtTimeAsked(createdAt, asked);
}
function unclearAge(createdAt, time, skew) {
	const created = apiTime(createdAt);
	if (Number.isNaN(created)) return "the server does not say when";
	const { untold, slack } = skew;
	if (untold === null) return null;
	if (created > untold + slack) return "the server's clock is ahead, and its answers have no `Date`";
	return isOlder(createdAt, time, skew) && created >= time - WORST_SKEW ? "the server's answers have no `Date`, so its clock may be behind" : null;
}
// src/mastodon/status.ts
function isStored(json) {
	return isId(asObject(json).id);
}
function isScheduled(entity) {
	return typeof entity.scheduled_at === "string" && entity.params !== null && typeof entity.params === "object";
}
function scheduledTimeOf(entity, asked, now) {
	if (typeof entity.scheduled_at === "string") return entity.scheduled_at;
	const { created_at: made } = entity;
	return isAtTimeAsked(made, asked) && apiTime(made) > now ? textOf(made) : null;
}
function publishedOf(origin, entity, known) {
	const { scheduledAt } = known;
	const source = isScheduled(entity) ? asObject(entity.params) : entity;
	return {
		id: String(entity.id),
		url: scheduledAt === null ? addressOf(entity) : "",
		uri: scheduledAt === null ? shownAddress(entity.uri) : "",
		visibility: wordOf(source.visibility),
		language: wordOf(source.language),
		...authorOf(entity.account, origin),
		inReplyToId: isId(source.in_reply_to_id) ? String(source.in_reply_to_id) : null,
		otherText: known.likeness === "same" ? null : textIn(entity),
		...known,
		entity
	};
}
function foundStatus(origin, entity, likeness, duplicate) {
	return publishedOf(origin, entity, {
		scheduledAt: textOf(entity.scheduled_at) || null,
		duplicate,
		likeness,
		status: 0,
		took: 0,
		response: JSON.stringify(entity)
	});
}
function isId(value) {
	return typeof value === "number" || typeof value === "string" && /^[^\s\p{C}]{1,255}$/u.test(value);
}
function addressOf({ url, uri }) {
	return shownAddress(url) || shownAddress(uri);
}
function wordOf(value) {
	return /^[\w-]{1,40}$/.test(textOf(value)) ? textOf(value) : "";
}
// src/mastodon/history/history.ts
const PAGE = 40;
const MOST_UNDATED = 400;
const REQUEST_LIMIT$1 = 3e4;
const NO_SCOPE = "the token lacks the scope `read:statuses`";
const NOTHING = {
	statuses: [],
	scheduled: [],
	skew: OUR_CLOCK,
	visibility: ""
};
async function readHistory(sender, window) {
	const owner = sender.owner ?? await ownerOf(sender);
	if (isMissing$1(owner)) return {
		...NOTHING,
		missing: owner
	};
	sender.owner = owner;
	const visibility = window.visibility ?? owner.privacy;
	const history = await readStatuses(sender, owner, {
		...window,
		visibility
	});
	if (!window.scheduled) return history;
	const { list, missing } = await readScheduled(sender);
	return {
		...history,
		scheduled: list,
		missing: history.missing ?? missing
	};
}
async function ownerOf(looker) {
	const answer = await ask$2(looker.client, VERIFY);
	if (answer instanceof MastodonError) {
		const lacksScope = await isDenied(looker, answer);
		return missingBy(answer, lacksScope, lacksScope ? "the token is not allowed to read whose it is (scope `profile`)" : "");
	}
	const { id, source, statuses_count: statuses } = asObject(answer.json);
	if (!isId(id)) return {
		why: "the server does not say whose the token is",
		forGood: true,
		lacksScope: false,
		error: null
	};
	const count = typeof statuses === "number" ? statuses : null;
	return {
		id: String(id),
		privacy: textOf(asObject(source).privacy),
		statuses: count
	};
}
async function readStatuses(sender, owner, { since, most = Number.POSITIVE_INFINITY, visibility }) {
	const { client } = sender;
	const path = `/api/v1/accounts/${encodeURIComponent(owner.id)}/statuses?limit=${PAGE}`;
	const isPublic = visibility === "public" || visibility === "unlisted";
	let skew = NOTHING.skew;
	let denied = null;
	let partial = null;
	async function readPage(page) {
		let answer = await (denied ? askOpenly : ask$2)(client, page);
		if (answer instanceof MastodonError && denied === null && await isDenied(sender, answer)) {
			denied = answer;
			answer = await askOpenly(client, page);
			if (!isPublic) partial = lacking(`${NO_SCOPE}, and without it only public posts are seen`, denied);
		}
		if (answer instanceof MastodonError) {
			if (denied && isForGood(answer)) return lacking(`${NO_SCOPE}, and without it the server shows nothing`, denied);
			return missingBy(answer);
		}
		skew = skewOf(answer.headers, client.clock.now());
		if (Number(answer.headers.age ?? 0) > 0) partial ??= {
			why: "a cache answered",
			forGood: false,
			lacksScope: true,
			error: null
		};
		return answer.json;
	}
	const isPast = ({ created_at: made }) => isOlder(made, since, skew) && unclearAge(made, since, skew) === null;
	const isLost = ({ created_at: made }, count) => Number.isNaN(apiTime(made)) && count >= MOST_UNDATED;
	const isEnough = (last, count) => isPast(last) || count >= most || isLost(last, count);
	const { list, missing } = await readPages(`${path}&exclude_reblogs=true`, readPage, isEnough);
	if (list.length < most && list.length > 0 && isLost(list.at(-1), list.length)) partial ??= UNDATED;
	if (partial === null && missing === null && denied === null && !list.some(isPast) && list.length < most) {
		const isWhole = async () => (await readPages(path, readPage, isPast)).list.length >= (owner.statuses ?? 0);
		if (list.length < (owner.statuses ?? 0) && !await isWhole()) partial = ENDS_EARLY;
		if (list.length >= PAGE && await mayBeCut(sender, list.length)) partial = NEWEST_ONLY;
	}
	if (partial === null && missing === null && !isPublic) {
		const software = await softwareFor(sender);
		const why = software?.hidesOwnPosts ? "this server lists public posts only" : "the server does not say which software it runs, and may hide some";
		if (software?.hidesOwnPosts !== false) partial = {
			why,
			forGood: software !== null,
			lacksScope: false,
			error: null
		};
	}
	return {
		statuses: list,
		scheduled: [],
		visibility,
		skew,
		missing: partial ?? (isPast(list.at(-1) ?? {}) ? null : missing)
	};
}
async function mayBeCut(looker, length) {
	const { listsNewest = null } = await softwareFor(looker) ?? {};
	return listsNewest !== null && length >= listsNewest / 2;
}
async function readScheduled(sender) {
	const read = await readPages(`/api/v1/scheduled_statuses?limit=${PAGE}`, async (page) => {
		const answer = await ask$2(sender.client, page);
		if (!(answer instanceof MastodonError)) return answer.json;
		const { status = 0 } = answer.failure.answer ?? {};
		const hasNone = [
			400,
			404,
			405,
			410,
			422,
			501
		].includes(status);
		if (hasNone && await schedulesOf(sender) === "never") return [];
		const missing = await isDenied(sender, answer) ? lacking(NO_SCOPE, answer) : missingBy(answer);
		return hasNone ? {
			...missing,
			forGood: false
		} : missing;
	}, () => false);
	if (read.list.length > 0 || read.missing !== null) return read;
	const schedules = await schedulesOf(sender);
	if (schedules === null) return {
		...read,
		missing: {
			...UNSEEN,
			why: MAY_BE_UNSEEN,
			forGood: false
		}
	};
	return schedules === "unseen" ? {
		...read,
		missing: UNSEEN
	} : read;
}
async function readVersions(sender, status) {
	const { client } = sender;
	const id = String(status.id);
	const path = `/api/v1/statuses/${encodeURIComponent(id)}/history`;
	const software = await softwareFor(sender);
	if (software?.versions === "nothing") return [];
	const other = typeof software?.versions === "function" ? software.versions(id) : null;
	let answer = await (other ? ask$2(client, other.path, other) : ask$2(client, path));
	if (answer instanceof MastodonError && await isDenied(sender, answer)) answer = await askOpenly(client, path);
	if (answer instanceof MastodonError) {
		const { status = 0 } = answer.failure.answer ?? {};
		const isNone = [
			404,
			405,
			501
		].includes(status);
		if (isNone && software?.versions === "unsure" && isApiError(answer.failure.json)) return [];
		return isNone ? {
			...missingBy(answer),
			forGood: false
		} : missingBy(answer);
	}
	if (!Array.isArray(answer.json) || answer.json.length === 0) return STRANGE;
	const versions = answer.json.map(asObject);
	return other ? versions.map(({ text }) => ({
		...status,
		text
	})) : versions;
}
async function readPages(path, read, isPast) {
	const list = [];
	const known = /* @__PURE__ */ new Set();
	for (;;) {
		const last = list.at(-1);
		const answer = await read(last ? `${path}&max_id=${encodeURIComponent(String(last.id))}` : path);
		if (isMissing$1(answer)) return {
			list,
			missing: answer
		};
		if (!Array.isArray(answer)) return {
			list,
			missing: STRANGE
		};
		const fresh = answer.map(asObject).filter(({ id }) => isId(id) && !known.has(String(id)));
		if (fresh.length === 0) return {
			list,
			missing: answer.length < PAGE / 2 ? null : ONE_PAGE
		};
		for (const entity of fresh) known.add(String(entity.id));
		list.push(...fresh);
		if (isPast(fresh.at(-1), list.length)) return {
			list,
			missing: null
		};
	}
}
const ONE_PAGE = {
	why: "the account has posted more since then than the one page that the server shows",
	forGood: true,
	lacksScope: false,
	error: null
};
const ENDS_EARLY = {
	why: "the server's list of the account's posts ends before that time, though the account has older ones",
	forGood: true,
	lacksScope: false,
	error: null
};
const NEWEST_ONLY = {
	why: "the server lists the newest of the account's posts alone, and they do not reach back to that time",
	forGood: true,
	lacksScope: false,
	error: null
};
const UNDATED = {
	why: "the server does not say when the account's posts were made, so the look has no end",
	forGood: true,
	lacksScope: false,
	error: null
};
const UNSEEN = {
	why: "this server shows nobody what it has scheduled",
	forGood: true,
	lacksScope: false,
	error: null
};
const MAY_BE_UNSEEN = "the server does not say which software it runs, and may show nobody what it has scheduled";
const STRANGE = {
	why: "the server answered with something other than a list",
	forGood: false,
	lacksScope: false,
	error: null
};
function lacking(why, error) {
	return {
		why,
		forGood: true,
		lacksScope: true,
		error
	};
}
function isMissing$1(answer) {
	return typeof asObject(answer).forGood === "boolean";
}
async function ask$2(client, path, { method, body } = { method: "GET" }) {
	try {
		return await client.within(REQUEST_LIMIT$1).call(method, path, { body });
	} catch (error) {
		if (error instanceof MastodonError) return error;
		throw error;
	}
}
async function askOpenly(client, path) {
	const answer = await client.within(REQUEST_LIMIT$1).probe(new URL(path, client.origin));
	const json = answer?.status === 200 ? parseJson(answer.text) : void 0;
	if (answer && json !== void 0) return {
		json,
		headers: answer.headers
	};
	return new MastodonError({
		method: "GET",
		path,
		origin: client.origin,
		proxy: "",
		...answer ? { answer } : {}
	}, {
		what: "",
		why: "",
		cure: ""
	}, "not done");
}
function missingBy(error, lacksScope = false, why = "") {
	const { method, answer, path } = error.failure;
	const what = `${method} ${path.replace(/\?.*/, "")}`;
	const plain = answer ? `${what} answered ${answer.status}` : `${what} got no answer`;
	return {
		why: why || plain,
		forGood: isForGood(error),
		lacksScope,
		error
	};
}
// src/mastodon/language.ts
const MASTODONS_OWN = {
	cnr: "cnr",
	fil: "tl",
	nan: "nan-TW",
	tl: "tl",
	yue: "zh-YUE",
	"zh-hans": "zh-CN",
	"zh-hant": "zh-TW",
	"zh-hant-hk": "zh-HK",
	"zh-yue": "zh-YUE"
};
function languageKept(tag) {
	const asked = tag.replaceAll("_", "-");
	const canonical = canonicalTag(asked);
	return ownName(asked) ?? ownName(canonical) ?? canonical;
}
function isInLanguage(asked, came) {
	const [wanted, known] = [languageKept(asked), languageKept(came)];
	return wanted === known || wanted.startsWith(`${known}-`);
}
function canonicalTag(tag) {
	try {
		return Intl.getCanonicalLocales(tag)[0] ?? tag;
	} catch {
		return tag;
	}
}
function ownName(tag) {
	const parts = tag.toLowerCase().split("-");
	const known = parts.map((_, index) => parts.slice(0, parts.length - index).join("-")).find((beginning) => Object.hasOwn(MASTODONS_OWN, beginning));
	return known && MASTODONS_OWN[known];
}
// src/mastodon/history/addresses.ts
const URLS = /https?:\/\/[^\s<>"]+/g;
function namesAddress(text, address) {
	return addressesIn(text).some((found) => isSameAddress(found, address));
}
function isSameAddress(one, other) {
	return canonical(one) === canonical(other);
}
function addressesIn(text) {
	return (text.match(URLS) ?? []).flatMap((url) => [url, withoutPunctuation(url)]);
}
function canonical(url) {
	const bare = withoutPunctuation(url);
	const tail = url.slice(bare.length);
	return `${(URL.canParse(bare) ? new URL(bare).href : bare).replace(/\/$/, "")}${tail}`;
}
function withoutPunctuation(url) {
	let end = url.length;
	while (end > 0 && ".,;:!?'\")]".includes(url[end - 1])) end -= 1;
	return url.slice(0, end);
}
// src/mastodon/history/entry-link.ts
const TRACKING = /^(utm_\w+|mtm_\w+|pk_\w+|at_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid|ref|source|feature)$/i;
function leadsToEntry(link, address) {
	if (!URL.canParse(link) || !URL.canParse(address)) return false;
	const [one, other] = [new URL(link), new URL(address)];
	if (placeOf(one) !== placeOf(other)) return false;
	if (other.hash !== "" && one.hash !== other.hash) return false;
	const [up, wanted] = [parametersOf(one), parametersOf(other)];
	const isHome = other.pathname.replace(/\/+$/, "") === "";
	return wanted.every((parameter) => up.includes(parameter)) && (!isHome || up.length === wanted.length);
}
function placeOf({ hostname, port, pathname }) {
	return `${hostname.replace(/^www\./, "")}:${port}${pathname.replace(/\/+$/, "")}`;
}
function parametersOf({ searchParams }) {
	return [...searchParams].filter(([name]) => !TRACKING.test(name)).map((pair) => JSON.stringify(pair));
}
// src/mastodon/history/recognise.ts
async function recognise(looker, history, wanted) {
	try {
		const sure = await byRules(looker, history, wanted, ownSince(history, wanted));
		if (sure !== null) return sure;
		for (const own of ownUnclear(history, wanted)) {
			const found = await byRules(looker, {
				...history,
				scheduled: []
			}, wanted, [own]);
			if (found !== null) return isMissing$1(found) ? found : maybe(own.entity, wanted.since, history);
		}
		return null;
	} catch (error) {
		if (!(error instanceof MastodonError)) throw error;
		return await isDenied(looker, error) ? missingBy(error, true, NO_SCOPE) : missingBy(error);
	}
}
function maybe(entity, since, { skew }) {
	const { id, created_at: made } = entity;
	return {
		why: `${addressOf(entity) || `the post ${id}`} may be it, or an older one: ${unclearAge(made, since, skew)}`,
		forGood: true,
		lacksScope: false,
		error: null,
		maybe: true
	};
}
async function byRules(looker, history, wanted, all) {
	const own = all.filter(({ seen }) => isInPlace(seen, wanted, history)).sort((one, other) => Number(isTied(other.seen, wanted)) - Number(isTied(one.seen, wanted)));
	const software = own.length === 0 ? null : await softwareFor(looker);
	const having = own.filter(({ seen }) => hasTheSame(seen, wanted, software));
	for (const { entity } of having.filter(({ entity }) => isSameWarning(entity, wanted.params, software))) if (await saysSame(looker, entity, wanted.params)) return {
		entity,
		rule: "same"
	};
	for (const { entity, seen } of own.filter(({ entity }) => entity.edited_at)) {
		const versions = await readVersions(looker, entity);
		if (isMissing$1(versions)) return versions;
		const wasThis = (version) => hasTheSame({
			...seenOf(version),
			language: seen.language
		}, wanted, software) && isSameWarning(version, wanted.params, software) && saidSame(entity, version, wanted.params, looker.client.origin, software);
		if (versions.some(wasThis)) return {
			entity,
			rule: "edited"
		};
	}
	for (const { entity, seen } of wanted.inAnyWords && wanted.after === null ? having : []) if (isLinked(seen, wanted.release) && namesAddress(wanted.params.status, wanted.release)) {
		if (await saysSame(looker, entity, wanted.params, "first paragraph")) return {
			entity,
			rule: "same release"
		};
	}
	const isAboutEntry = ({ entity, seen }) => [...seen.links, ...addressesIn(contentText(textOf(entity.content)))].some((link) => leadsToEntry(link, wanted.link)) && isSameLanguage(wanted.params.language, seen.language, software);
	const linked = wanted.link === "" || wanted.after !== null ? void 0 : own.find(isAboutEntry);
	if (linked) return {
		entity: linked.entity,
		rule: "same link"
	};
	for (const entity of history.scheduled) if (isSameSchedule(entity, wanted) && await saysSame(looker, entity, wanted.params)) return {
		entity,
		rule: "same"
	};
	for (const { entity, seen } of software === null ? own : []) if (hasTheSame(seen, wanted, LEAST) && await saysSame(looker, entity, wanted.params)) return UNTOLD;
	return null;
}
const LEAST = {
	...softwareNamed(null),
	keepsLanguage: false,
	keepsPolls: false
};
const UNTOLD = {
	why: "a post with the same text is there, and the server did not say which software it runs, which may have dropped its language or poll",
	forGood: false,
	lacksScope: false,
	error: null
};
function ownSince(history, wanted) {
	const { skew } = history;
	return notTaken(history, wanted).filter(({ created_at: made }) => !isOlder(made, wanted.since, skew) || wanted.isScheduled && !isOlder(made, wanted.since, OUR_CLOCK)).filter(({ created_at: made }) => unclearAge(made, wanted.since, skew) === null).toReversed().sort((one, other) => apiTime(one.created_at) - apiTime(other.created_at)).map((entity) => ({
		entity,
		seen: seenOf(entity)
	}));
}
function ownUnclear(history, wanted) {
	return notTaken(history, wanted).filter(({ created_at: made }) => unclearAge(made, wanted.since, history.skew) !== null).map((entity) => ({
		entity,
		seen: seenOf(entity)
	}));
}
function notTaken({ statuses }, { taken }) {
	return statuses.filter(({ id, reblog }) => !reblog && !taken.has(String(id)));
}
async function announcing(looker, history, { params, ...wanted }, before) {
	const software = history.statuses.length === 0 ? null : await softwareFor(looker);
	const all = [];
	const alike = [];
	const own = [...ownSince(history, {
		params,
		...wanted
	}), ...ownUnclear(history, {
		params,
		...wanted
	})];
	for (const { entity, seen } of own) {
		const { created_at: made } = entity;
		const isEarlier = isOlder(made, before, history.skew) || unclearAge(made, before, history.skew) !== null;
		const isInPlace = isTied(seen, {
			params,
			...wanted
		}) && isSameQuote(seen, params);
		const isOfKind = seen.options === null === (params.poll === void 0);
		if (!isEarlier || !isInPlace || !isOfKind || !isSameLanguage(params.language, seen.language, software)) continue;
		if (isLinked(seen, wanted.release) || await saysSame(looker, entity, params)) {
			all.push(entity);
			if (await saysSame(looker, entity, params, "first paragraph")) alike.push(entity);
		}
	}
	return alike.length > 0 ? alike : all;
}
function seenOf(entity) {
	const { content, visibility, language, in_reply_to_id: reply, poll, media_attachments: media } = entity;
	return {
		links: [...contentLinks(textOf(content)), textOf(asObject(entity.card).url)],
		visibility: textOf(visibility) || null,
		language: textOf(language) || null,
		replyTo: isId(reply) ? String(reply) : null,
		quoted: quotedBy(entity),
		options: poll ? optionsOf(asObject(poll).options) : null,
		attachments: Array.isArray(media) ? media.length : 0
	};
}
function seenOfSchedule({ params }) {
	const { media_ids: media, quoted_status_id: quoted, ...rest } = asObject(params);
	return {
		...seenOf({
			...rest,
			media_attachments: media
		}),
		quoted: isId(quoted) ? String(quoted) : void 0
	};
}
function quotedBy({ quote, quote_id: id }) {
	if (isId(id)) return String(id);
	if (quote === void 0 || quote === null) return id === null ? null : quote;
	const { state, quoted_status: status, quoted_status_id: shallow, id: itself } = asObject(quote);
	const known = [
		asObject(status).id,
		shallow,
		state === void 0 ? itself : void 0
	].find(isId);
	return known === void 0 ? void 0 : String(known);
}
function optionsOf(options) {
	return Array.isArray(options) ? options.map((option) => textOf(asObject(option).title ?? option)) : [];
}
function isInPlace(seen, wanted, history) {
	const { params, after } = wanted;
	if (after) return isTied(seen, wanted) || mayFollow(seen, after.previous, history);
	return isTied(seen, wanted) && isSameQuote(seen, params) && isForTheSame(params.visibility, seen.visibility);
}
function isSameQuote({ quoted }, { quoted_status_id: wanted, quote_id: other }) {
	return quoted === void 0 || quoted === (wanted ?? other ?? null);
}
function isTied({ replyTo }, { after, params }) {
	return replyTo === (after ? after.previous : params.in_reply_to_id ?? null);
}
function mayFollow({ replyTo }, previous, { statuses }) {
	return replyTo === null || previous === null && !statuses.some(({ id }) => String(id) === replyTo);
}
function isForTheSame(asked, came) {
	const wide = ["public", "unlisted"];
	return asked === void 0 || came === null || asked === came || wide.includes(asked) && wide.includes(came);
}
function hasTheSame(seen, { params, attachments, after }, software) {
	return after !== null || isSameLanguage(params.language, seen.language, software) && isSamePoll$1(seen, params, software) && seen.attachments === attachments;
}
function isSamePoll$1({ options }, { poll }, software) {
	const asked = poll?.options.filter((option) => option.trim() !== "") ?? null;
	if (asked === null || options === null) return asked === options || software?.keepsPolls === false;
	return options.length === asked.length && options.every((up, index) => isSameWords(up, asked[index], software));
}
function isSameLanguage(asked, came, software) {
	if (asked === void 0 || came === null || software?.keepsLanguage === false) return true;
	return isInLanguage(asked, came) || languageKept(asked).split("-")[0].length > 2;
}
function isLinked({ links }, address) {
	return address !== "" && links.some((link) => isSameAddress(link, address));
}
function isSameSchedule(entry, wanted) {
	const { params, taken } = wanted;
	const { scheduled_at: time, in_reply_to_id: reply } = params;
	const quoted = params.quoted_status_id ?? params.quote_id;
	const seen = seenOfSchedule(entry);
	const isSameTime = time === void 0 || isAtTimeAsked(entry.scheduled_at, time);
	return !taken.has(String(entry.id)) && isSameTime && seen.replyTo === null === (reply === void 0) && (seen.quoted === void 0 || quoted !== void 0) && isForTheSame(params.visibility, seen.visibility) && isSameWarning(entry, params, null) && hasTheSame(seen, wanted, null);
}
// src/mastodon/history/earlier.ts
function findEarlier(sender, window, wanted) {
	return untilSeen(sender, async () => lookFor(sender, await readHistory(sender, window), wanted));
}
function readForEdit(sender, window) {
	return untilSeen(sender, () => readHistory(sender, window));
}
async function* untilSeen({ client: { clock } }, look) {
	for (let tries = 1;; tries += 1) {
		const seen = await look();
		const { missing } = seen;
		const wait = waitBeforeRetry(tries);
		if (!missing || missing.forGood || tries >= 4 || clock.left() <= wait) return seen;
		yield {
			kind: "waiting",
			line: `The look for an earlier post failed (${missing.why}); looking again in ${inSeconds(wait)}.`
		};
		if (!await pause(clock, wait)) return seen;
	}
}
async function lookFor(sender, history, wanted) {
	const parts = [];
	const taken = /* @__PURE__ */ new Set();
	for (const one of wanted) {
		const after = one.after && (parts.length === 0 ? one.after : { previous: parts.at(-1)?.id ?? null });
		const found = await recognise(sender, history, {
			...one,
			after,
			taken: /* @__PURE__ */ new Set([...one.taken, ...taken])
		});
		if (isMissing$1(found)) return {
			parts: wanted.map(() => null),
			missing: found
		};
		parts.push(found && published(sender.client, found));
		if (found) taken.add(String(found.entity.id));
	}
	return {
		parts,
		missing: history.missing
	};
}
function published({ origin }, { entity, rule }) {
	return foundStatus(origin, entity, rule, true);
}
async function* withoutLook(sender, missing, look, { isScheduled, hasMedia }) {
	const { client } = sender;
	if (look.orElse === "stop") throw cannotSee(client, missing, "Only that look can tell, so nothing is posted.", look.otherwise);
	if (look.orElse === "post" && missing.maybe) throw cannotSee(client, missing, "Posting now could make a second post.");
	if (look.orElse === "post") {
		yield {
			kind: "remark",
			sentence: `The action cannot see whether another run has posted this already (${missing.why}), so this may be a second post. ${cureOf$1(missing)}.`
		};
		return false;
	}
	const isAlive = client.clock.now() - look.keySince < KEY_LIFE;
	const { kept, keptForSchedules } = await keysOf(sender);
	if (isAlive && !hasMedia && (isScheduled ? keptForSchedules : kept)) {
		yield {
			kind: "waiting",
			line: `The action cannot see whether it is there (${missing.why}); sending it anyway, which is safe since the server keeps its Idempotency-Key.`
		};
		return true;
	}
	throw cannotSee(client, missing, whyNoKey(isAlive, hasMedia));
}
function whyNoKey(isAlive, hasMedia) {
	if (!isAlive) return "The server may have forgotten an Idempotency-Key from then, so posting now could make a second post.";
	return hasMedia ? "The media may be other ones than before, and with them the Idempotency-Key, so posting now could make a second post." : "This server is not known to support Idempotency-Key, so posting now could make a second post.";
}
function cureOf$1({ lacksScope }) {
	return lacksScope ? "Use a token with the scopes `read:statuses` and `profile`" : "Look at the account yourself";
}
function cannotSee(client, missing, why, otherwise = "or set `duplicate-check: never` to post without looking.") {
	if (missing.error && (missing.error.failure.answer?.status === 401 && !missing.lacksScope || !missing.forGood)) return missing.error;
	return new MastodonError(missing.error?.failure ?? {
		method: "GET",
		path: "/api/v1/accounts/verify_credentials",
		origin: client.origin,
		proxy: ""
	}, {
		what: `The action cannot see whether this was posted before: ${missing.why}.`,
		why,
		cure: `${cureOf$1(missing)}; ${otherwise}`
	}, "not done");
}
// src/mastodon/publish/reference.ts
async function resolveReferences(client, { inReplyTo, quoted, quotesBy }) {
	const reply = inReplyTo === "" ? null : await resolveStatus(client, inReplyTo, "`in-reply-to-id`");
	const quote = quoted === "" ? null : await resolveStatus(client, quoted, "`quoted-status-id`");
	return {
		...reply === null ? {} : { in_reply_to_id: reply },
		...quote === null ? {} : Object.fromEntries(quotesBy.map((name) => [name, quote]))
	};
}
const ID = /^[\w-][\w.:=~-]*$/;
const BARE_ADDRESS = /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?\/./i;
const OWN_PATHS = [
	/^(?:\/web|\/deck)?\/@[^/]+\/(\d+)\/?$/,
	/^(?:\/ap)?\/users\/[^/]+\/statuses\/(\d+)\/?$/,
	/^\/web\/statuses\/(\d+)\/?$/,
	/^\/(?:@|users\/)[^/]+\/statuses\/([0-9A-HJKMNP-TV-Z]{26})\/?$/,
	/^\/@[^/]+\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/?$/,
	/^\/notice\/([0-9A-Za-z]+)\/?$/,
	/^\/notes\/([0-9A-Za-z]+)\/?$/
];
const PROFILE = /^\/(?:@[^/]+|users\/[^/]+|u\/[^/]+)\/?$/;
async function resolveStatus(client, idOrUrl, name) {
	const given = idOrUrl.trim();
	if (ID.test(given) && isId(given)) return given;
	const url = addressIn(given, name);
	if (PROFILE.test(url.pathname)) throw new Error(`${name} is ${quote$1(given)}, the address of a profile. Give the address or the id of a status.`);
	return (url.host === new URL(client.origin).host ? OWN_PATHS.map((path) => path.exec(url.pathname)?.[1]).find(Boolean) : void 0) ?? await search(client, url, name);
}
function addressIn(given, name) {
	const address = BARE_ADDRESS.test(given) ? `https://${given}` : given;
	const url = address.length <= 1e3 && URL.canParse(address) ? new URL(address) : null;
	if (url && /^https?:$/.test(url.protocol) && !/\s/.test(address) && url.username === "") return url;
	const why = given === "" ? "empty" : `${quote$1(given)}, neither an id nor the address of a status`;
	throw new Error(`${name} is ${why}. Give the id that the status has on your instance, or its address, such as https://mastodon.social/@Mastodon/1.`);
}
const SEARCHES = [
	"/api/v2/search?type=statuses&resolve=true&q=",
	"/api/v2/search?resolve=true&q=",
	"/api/v1/search?type=statuses&resolve=true&q="
];
async function search(client, url, name) {
	const { host } = new URL(client.origin);
	let first = null;
	for (const [index, way] of SEARCHES.entries()) {
		const path = `${way}${encodeURIComponent(url.href)}`;
		const answer = await client.call("GET", path).catch((error) => {
			if (error instanceof MastodonError && (index > 0 || error.failure.answer?.status === 400)) return null;
			throw explainSearch(error, host, name);
		});
		first ??= answer;
		const { statuses, accounts } = asObject(answer?.json);
		const [status] = Array.isArray(statuses) ? statuses.map(asObject) : [];
		if (status && hasAddress(status, url) && isId(status.id)) return String(status.id);
		if (status) {
			const other = addressOf(status) || "one without an address";
			throw notFound({
				client,
				path,
				answer
			}, `${host} found another status for ${name} than ${url.href}: ${other}.`, "The address leads on to that one, or the instance searched its texts.", "If that is the one you mean, give its address.");
		}
		if (Array.isArray(accounts) && accounts.length > 0) {
			const what = `${host} found a profile at ${url.href}, which ${name} names, and no status.`;
			throw notFound({
				client,
				path,
				answer
			}, what, "", "Give the address of a status.");
		}
	}
	throw notFound({
		client,
		path: SEARCHES[0],
		answer: first
	}, `${host} found no status at ${url.href}, which ${name} names.`, "It is deleted or not public, or its server does not answer, or does not let this one fetch it.", "Open the address in a browser without logging in; if the status shows, give the id that it has on your instance.");
}
function notFound({ client, path, answer }, what, why, cure) {
	const failure = {
		method: "GET",
		path,
		origin: client.origin,
		proxy: ""
	};
	return new MastodonError(answer ? {
		...failure,
		answer,
		json: answer.json
	} : failure, {
		what,
		why,
		cure
	}, "not done");
}
async function unknownTarget(client, id) {
	if (id === void 0) return null;
	try {
		await client.call("GET", `/api/v1/statuses/${encodeURIComponent(id)}`);
		return null;
	} catch (error) {
		if (!(error instanceof MastodonError) || error.failure.answer?.status !== 404) return null;
		if (!isApiError(error.failure.json)) return null;
		const { host } = new URL(client.origin);
		const what = `${host} has no status with the id ${id} to reply to, and answered the reply with a server error.`;
		return new MastodonError(error.failure, {
			what,
			why: "It is deleted, this account may not see it, or the id is one of another instance.",
			cure: "Check the id, or give the address of the status."
		}, "not done");
	}
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
function quote$1(text) {
	return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
// src/mastodon/edit/auto.ts
async function* findToEdit(sender, plan, { since: usual, before }) {
	const { client } = sender;
	const { texts, params, poll, release } = plan;
	const status = texts[0];
	const since = Math.min(usual, release?.publishedAt ?? usual);
	const history = yield* readForEdit(sender, {
		since,
		visibility: params.visibility,
		scheduled: false
	});
	const wanted = {
		params: {
			status,
			...params,
			...await resolveReferences(client, plan),
			...poll ? { poll: {
				...poll,
				options: [...poll.options]
			} } : {}
		},
		isScheduled: false,
		attachments: plan.media.length,
		after: null,
		release: release?.url ?? "",
		link: "",
		inAnyWords: false,
		since,
		taken: /* @__PURE__ */ new Set()
	};
	const found = await announcing(sender, history, wanted, before);
	const foreign = [];
	const own = [];
	for (const entity of found) {
		const other = await saysSame(sender, entity, wanted.params) ? null : await otherApplication(client, entity);
		if (other === null) own.push(entity);
		else foreign.push(writtenElsewhere(entity, other));
	}
	if (own.length > 1) throw new Error(severalOf(own));
	if (own[0]) return own[0];
	if (foreign[0]) throw new Error(foreign[0]);
	if (history.missing !== null) throw cannotSee(client, history.missing, "Posting without knowing could make a second post.", "or name the status by its id or address.");
	return null;
}
async function* rehearseEdit(client, plan, signal) {
	if (plan.edit?.target !== "auto") return;
	const found = yield* findToEdit(openSender(client, signal), plan, plan.edit);
	yield {
		kind: "would edit",
		address: found && addressOf(found)
	};
}
function severalOf(statuses) {
	return `\`edit-status-id: auto\` finds several statuses that announce the same (${statuses.map(addressOf).join(", ")}), and none of them is chosen. Set \`edit-status-id\` to the address of the one that is to be edited.`;
}
function writtenElsewhere(entity, { its, own }) {
	return `${addressOf(entity)} links to the same release, but it was posted with the application “${its}”, not with this token's “${own}”, so somebody may have written it by hand, and it is left as it is. Set \`edit-status-id\` to the address of the status that is to be edited, or leave it out to post beside this one.`;
}
async function otherApplication(client, { application }) {
	const its = nameOf(application);
	if (its === "") return null;
	const own = nameOf(await tokenApplication(client));
	return own === "" || own === its ? null : {
		its,
		own
	};
}
function nameOf(application) {
	return textOf(asObject(application).name).trim().replace(/\s+/g, " ");
}
// src/proxies.ts
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
// src/mastodon/connections.ts
Object.assign(import_dispatcher.default.prototype, {
	request: import_api_request.default,
	connect: import_api_connect.default
});
var NotConnected = class extends Error {
	name = "NotConnected";
	constructor(cause) {
		super(cause.message, { cause });
	}
};
const CONNECT_TIMEOUT = 1e4;
function openConnections(proxies) {
	const common = {
		headersTimeout: 0,
		bodyTimeout: 0
	};
	const ways = /* @__PURE__ */ new Map();
	const sockets = /* @__PURE__ */ new Set();
	let isClosed = false;
	function known(connect) {
		return (options, callback) => {
			const socket = connect(options, callback);
			if (!socket) return;
			sockets.add(socket);
			socket.once("close", () => sockets.delete(socket));
		};
	}
	async function open(proxy, origin, isPublic) {
		let count = 0;
		const once = (connect) => (options, callback) => connect(options, (error, socket) => {
			if (error) return callback(new NotConnected(error), null);
			if (socket.destroyed) return callback(new NotConnected(/* @__PURE__ */ new Error("It was closed at once")), null);
			count += 1;
			socket.once("close", () => {
				count -= 1;
			});
			callback(null, socket);
		});
		const isConnected = () => count > 0;
		if (proxy === "") {
			const direct = once(known((0, import_connect.default)({
				timeout: CONNECT_TIMEOUT,
				...isPublic ? { lookup: lookupPublic } : {}
			})));
			return {
				dispatcher: new import_pool.default(origin, {
					...common,
					connect: direct
				}),
				isConnected
			};
		}
		if (!isProxyAddress(proxy)) throw new NotConnected(Object.assign(/* @__PURE__ */ new Error("The proxy's address cannot be used"), { code: "ERR_PROXY_ADDRESS" }));
		const { default: ProxyAgent } = await Promise.resolve().then(() => require("./vendor-proxies.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_proxy_agent(), 1));
		return {
			dispatcher: new ProxyAgent({
				...common,
				uri: proxy,
				factory: (target, options) => new import_pool.default(target, {
					...options,
					connect: once(options.connect)
				}),
				clientFactory: (target, options) => new import_pool.default(target, {
					connect: known(options.connect),
					headersTimeout: CONNECT_TIMEOUT
				})
			}),
			isConnected
		};
	}
	return {
		async to(url, isNew, isPublic) {
			if (isClosed) throw new NotConnected(/* @__PURE__ */ new Error("The run is over"));
			const proxy = proxyFor(url, proxies);
			const place = proxy || `${url.origin}${isPublic ? " in public" : ""}`;
			const former = ways.get(place);
			if (former && !isNew) return former;
			former?.then(({ dispatcher }) => dispatcher.close()).catch(() => {});
			const way = open(proxy, url.origin, isPublic);
			ways.set(place, way);
			return way;
		},
		close() {
			isClosed = true;
			for (const socket of sockets) socket.destroy();
			for (const way of ways.values()) way.then(({ dispatcher }) => dispatcher.destroy()).catch(() => {});
			ways.clear();
		}
	};
}
const lookupPublic = (hostname, options, callback) => {
	(0, node_dns.lookup)(hostname, options, (error, address, family) => {
		const found = typeof address === "string" ? [address] : (address ?? []).map((one) => one.address);
		const isHidden = error === null && found.some(isPrivateAddress);
		const refusal = Object.assign(/* @__PURE__ */ new Error(`${hostname} leads to a private address`), { code: "ERR_PRIVATE_ADDRESS" });
		callback(isHidden ? refusal : error, address, family);
	});
};
// src/mastodon/http.ts
const MAX_ANSWER = 8388608;
function openHttp(options) {
	const { proxies, timeout } = options;
	const signal = AbortSignal.timeout(timeout);
	const connections = openConnections(proxies);
	async function exchange(request, end, progress) {
		const { ownConnection = false, mayRepeat = false, publicOnly = false } = request;
		try {
			return await attempt(await connections.to(request.url, ownConnection, publicOnly), request, end, progress);
		} catch (error) {
			if (!mayRepeat || !isBroken(error) || end.aborted) throw error;
			return attempt(await connections.to(request.url, true, publicOnly), request, end, progress);
		}
	}
	function until(end, clock) {
		const timeIsUp = rejectionBy(end);
		return {
			async send(request) {
				if (end.aborted) throw end.reason instanceof Cancelled ? end.reason : tooLate();
				const progress = { wasSent: () => false };
				const done = new AbortController();
				const inTime = cancelledInTime(request.unless, progress, done.signal);
				try {
					return await Promise.race([
						exchange(request, end, progress),
						timeIsUp,
						inTime
					]);
				} catch (error) {
					if (error !== end.reason || progress.wasSent()) throw error;
					if (!(error instanceof Cancelled)) throw new NotConnected(tooSlow$1());
					throw request.body === void 0 ? error : new CancelledInTime();
				} finally {
					done.abort();
				}
			},
			clock,
			proxyOf: (url) => proxyFor(url, proxies),
			within(limit) {
				const isTime = typeof limit === "number";
				const sooner = AbortSignal.any([end, isTime ? AbortSignal.timeout(limit) : limit]);
				return until(sooner, wallClock(sooner, isTime ? Math.min(limit, clock.left()) : clock.left()));
			},
			overtime(limit) {
				const later = AbortSignal.timeout(limit);
				return until(later, wallClock(later, limit));
			}
		};
	}
	return {
		...until(signal, wallClock(signal, timeout)),
		close: connections.close
	};
}
async function attempt({ dispatcher, isConnected }, { method, url, headers, body, unless, encoding }, end, progress) {
	const { length, chunks } = typeof body === "string" ? bodyOf$1(body) : body ?? {
		length: 0,
		chunks: null
	};
	if (!chunks) progress.wasSent = isConnected;
	const stream = chunks && settled(begun(chunks(), unless, progress));
	try {
		const answer = await dispatcher.request({
			origin: url.origin,
			path: `${url.pathname}${url.search}`,
			method,
			headers: stream ? {
				...headers,
				"content-length": `${length}`
			} : headers,
			body: stream,
			signal: end
		});
		const body = await readText(answer.body, encoding);
		await (0, node_timers_promises.setImmediate)();
		return {
			status: answer.statusCode,
			headers: flatten(answer.headers),
			...body
		};
	} finally {
		await stream?.return(void 0);
	}
}
function isBroken(error) {
	const { code = "" } = error ?? {};
	return [
		"ECONNRESET",
		"EPIPE",
		"UND_ERR_SOCKET"
	].includes(code);
}
function bodyOf$1(text) {
	const bytes = Buffer.from(text);
	return {
		length: bytes.length,
		async *chunks() {
			yield bytes;
		}
	};
}
async function* begun(chunks, unless, progress) {
	if (unless?.aborted) throw new CancelledInTime();
	progress.wasSent = () => true;
	yield* chunks;
}
function cancelledInTime(unless, progress, done) {
	return new Promise((_, reject) => {
		const end = () => {
			if (!progress.wasSent()) reject(new CancelledInTime());
		};
		unless?.addEventListener("abort", end, {
			once: true,
			signal: done
		});
	});
}
function tooSlow$1() {
	return Object.assign(/* @__PURE__ */ new Error("No connection was made within the time limit"), { code: "UND_ERR_CONNECT_TIMEOUT" });
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
async function readText(body, encoding = "utf8") {
	const chunks = [];
	let size = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= 8388608) break;
	}
	const text = Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString(encoding);
	return size >= 8388608 ? {
		text,
		isCut: true
	} : { text };
}
function asFetch(http) {
	return async (input, init) => {
		const headers = Object.fromEntries(new Headers(init?.headers));
		const body = typeof init?.body === "string" ? { body: init.body } : {};
		const answer = await (init?.signal ? http.within(init.signal) : http).send({
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
// src/secrets.ts
const SHORTEST = 6;
const LAYERS = 3;
function withoutSecrets(text, secrets) {
	const forms = [...secrets].filter((secret) => secret.length >= SHORTEST).flatMap(formsOf);
	if (forms.length === 0) return text;
	const found = [];
	let layer = {
		text,
		origin: (position) => position
	};
	for (let count = 0; count <= LAYERS; count += 1) {
		const lower = inSmallLetters(layer.text);
		for (const form of new Set(forms)) for (let at = lower.indexOf(form); at !== -1; at = lower.indexOf(form, at + form.length)) found.push({
			start: layer.origin(at),
			end: layer.origin(at + form.length)
		});
		const next = unwrapped(layer);
		if (next === null) break;
		layer = next;
		forms.push(...forms.flatMap((form) => unwrapped({
			text: form,
			origin: (position) => position
		})?.text ?? []));
	}
	return replaced(text, found);
}
function formsOf(secret) {
	const bytes = Buffer.from(secret);
	const coded = [
		0,
		1,
		2
	].flatMap((before) => {
		const shifted = Buffer.concat([Buffer.alloc(before), bytes]);
		const isOwn = (encoded) => encoded.slice(Math.ceil(before * 8 / 6), Math.floor(shifted.length * 8 / 6));
		return [isOwn(shifted.toString("base64")), isOwn(shifted.toString("base64url"))];
	});
	return [
		secret,
		...[
			bytes.toString("base64"),
			secret.replaceAll(" ", "+"),
			bytes.toString("hex")
		],
		...coded
	].filter((form) => form.length >= SHORTEST).map(inSmallLetters);
}
function inSmallLetters(text) {
	return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
const NAMED = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'"
};
const WRITTEN = /((?:%[0-7][\da-f]|%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-7](?:%[89ab][\da-f]){3}))|&#0*(\d{1,7});|&#x0*([\da-f]{1,6});|&(amp|lt|gt|quot|apos);|\\+u([\da-f]{4})|\\+(["\\/])/gi;
function unwrapped({ text, origin }) {
	const pieces = [{
		at: 0,
		from: 0
	}];
	let plain = "";
	let done = 0;
	for (const match of text.matchAll(WRITTEN)) {
		const letter = letterOf(match);
		if (letter === null) continue;
		plain += text.slice(done, match.index) + letter;
		pieces.push({
			at: plain.length - letter.length,
			from: match.index
		});
		done = match.index + match[0].length;
		pieces.push({
			at: plain.length,
			from: done
		});
	}
	if (done === 0) return null;
	return {
		text: plain + text.slice(done),
		origin(position) {
			const { at, from } = pieces.findLast((piece) => piece.at <= position);
			return origin(from + position - at);
		}
	};
}
function letterOf([, inAddress, decimal, hexadecimal, name, unit, escaped]) {
	try {
		if (inAddress) return decodeURIComponent(inAddress);
		if (decimal) return String.fromCodePoint(Number(decimal));
		if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
	} catch {
		return null;
	}
	if (name) return NAMED[name.toLowerCase()];
	return unit ? String.fromCharCode(Number.parseInt(unit, 16)) : escaped;
}
function replaced(text, found) {
	let rest = "";
	let done = 0;
	for (const { start, end } of found.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
		if (end <= done) continue;
		rest += start < done ? "" : `${text.slice(done, start)}***`;
		done = end;
	}
	return rest + text.slice(done);
}
// src/mastodon/masking.ts
const SECRET = [
	"access_token",
	"refresh_token",
	"token",
	"client_secret",
	"code",
	"code_verifier",
	"password",
	"data"
];
const LEFT_OF_CUT = 7340032;
function masked(http, secrets) {
	const learn = (value) => {
		if (typeof value === "string") secrets.add(value);
	};
	return {
		...http,
		async send(request) {
			const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
			const sent = fieldsOf(request, isForm);
			learn(request.headers.authorization?.replace(/^\S+ /, ""));
			for (const name of SECRET) learn(sent[name]);
			const answer = await http.send(request);
			if (!isForm || answer.status < 200 || answer.status > 299) return quiet(answer, secrets);
			const handedOut = asObject(parseJson(answer.text));
			for (const name of SECRET) learn(handedOut[name]);
			return answer;
		},
		within: (limit) => masked(http.within(limit), secrets),
		overtime: (limit) => masked(http.overtime(limit), secrets)
	};
}
function fieldsOf({ body }, isForm) {
	if (typeof body !== "string") return {};
	return isForm ? Object.fromEntries(new URLSearchParams(body)) : asObject(parseJson(body));
}
function quiet({ headers, text, ...answer }, secrets) {
	const pairs = Object.entries(headers).map(([name, value]) => [name, withoutSecrets(value, secrets)]);
	return {
		...answer,
		headers: Object.fromEntries(pairs),
		text: withoutSecrets(text, secrets).slice(0, answer.isCut ? LEFT_OF_CUT : void 0)
	};
}
// src/mastodon/permissions.ts
async function tokenInfo(client) {
	try {
		const { scope, resource_owner_id: owner } = asObject((await client.call("GET", "/oauth/token/info")).json);
		return Array.isArray(scope) ? {
			scopes: scope.map(String),
			isOfApplication: owner === null
		} : null;
	} catch (error) {
		if (error instanceof MastodonError && error.failure.answer) return null;
		throw error;
	}
}
function hasScope(scopes, scope) {
	if (scope === "profile" && (scopes.includes("read") || scopes.includes("read:accounts"))) return true;
	return scopes.includes(scope) || scopes.includes(scope.replace(/:.*/, ""));
}
const scopeFor = {
	posting: "write:statuses",
	media: "write:media",
	pin: "write:accounts"
};
const purposes = {
	posting: "To post",
	media: "To attach media",
	pin: "To pin a status"
};
async function mayDo(client, ability, { software, info, mayLogIn }) {
	const scope = scopeFor[ability];
	const { scopes, probes } = softwareNamed(software);
	if (scopes === "none") return {
		verdict: "yes",
		why: `${software} knows no scopes`
	};
	if (info && !hasScope(info.scopes, scope)) return {
		verdict: "no",
		why: `it lacks ${scope}`
	};
	if (info && mayLogIn) return {
		verdict: "yes",
		why: ""
	};
	const probe = probes[ability];
	const verdict = probe ? await ask$1(client, ability, probe) : null;
	if (verdict) return verdict;
	return info ? {
		verdict: "yes",
		why: ""
	} : {
		verdict: "unknown",
		why: "this server shows it only when it is done"
	};
}
async function ask$1(client, ability, [method, path]) {
	const scope = scopeFor[ability];
	try {
		await client.call(method, path);
		return {
			verdict: "yes",
			why: ""
		};
	} catch (error) {
		if (!(error instanceof MastodonError)) throw error;
		const { answer, json } = error.failure;
		if (!answer || !isApiError(json)) return null;
		if ([
			400,
			404,
			422
		].includes(answer.status)) return {
			verdict: "yes",
			why: ""
		};
		if (answer.status !== 403) return null;
		return {
			verdict: "no",
			why: isMissingScope(error) ? `it lacks ${scope}` : `the server says “${serverSentence(error.failure)}”`,
			error: orMissingScope(error, scope, purposes[ability])
		};
	}
}
// src/mastodon/diagnosis/token.ts
const POSTING = "write:statuses";
function andStore(reader) {
	return reader === "at a terminal" ? "" : ", and store it as the secret";
}
async function explainUnauthorized(failure, client, reader) {
	const host = hostOf(failure);
	if (/^basic\b/i.test(failure.answer.headers["www-authenticate"] ?? "")) return {
		what: `Something in front of ${host} asks for a user name and a password: ${answerInWords(failure)}.`,
		why: "The server is closed to the public.",
		cure: "Ask the instance's admins to let requests to /api/ through.",
		neverArrived: true
	};
	const what = `${host} refused the access token: ${answerInWords(failure)}.`;
	const scope = scopeOf(failure.method, failure.path) || POSTING;
	if ((failure.path === "/api/v1/accounts/verify_credentials" ? null : await ask(client, "/api/v1/accounts/verify_credentials"))?.status === 200) return {
		what,
		why: `The same token is accepted elsewhere on this server, so it is valid: it lacks the scope ${scope}, or the server answers 401 to anything it rejects.`,
		cure: `Make a token with ${scopesWith(scope)}; if it has ${scope === POSTING ? "that scope" : "them"}, look at ${whatIsMinded(scope)}.`
	};
	return {
		what,
		why: whyDead(failure),
		cure: `Make a new token on ${host} with ${scopesWith(scope)}${andStore(reader)}.`
	};
}
function scopesWith(scope) {
	return scope === POSTING || scope === "profile" ? `the scope ${POSTING}` : `the scopes ${POSTING} and ${scope}`;
}
function whatIsMinded(scope) {
	if (scope === POSTING) return "the text";
	return scope === "write:media" ? "the file" : "the id or the address that was asked for";
}
function whyDead(failure) {
	const words = `${serverSentence(failure)} ${failure.answer.headers["www-authenticate"] ?? ""}`;
	if (/\brevoked\b/i.test(words)) return "Somebody revoked it, or the account's password was reset.";
	if (/\bexpired\b/i.test(words)) return "It has expired: this server's tokens do not last forever.";
	return "It was revoked, it is cut off, it belongs to another instance, or it is the client key or client secret of the application.";
}
async function explainForbidden(failure, client, isReachable, reader) {
	const host = hostOf(failure);
	const sentence = serverSentence(failure);
	const challenge = failure.answer.headers["www-authenticate"] ?? "";
	if (tellsOfScope(failure)) {
		const scope = scopeNamedIn(challenge, sentence) || scopeOf(failure.method, failure.path);
		const info = await tokenInfo(client);
		const has = info && !hasScope(info.scopes, scope) ? `; it has ${info.scopes.join(" ") || "none"}` : "";
		return {
			what: `The access token is not allowed to do this on ${host}: ${answerInWords(failure)}.`,
			why: scope ? `It lacks the scope ${scope}${has}.` : `It lacks a scope${has}.`,
			cure: `A token keeps the scopes that it was made with: make a new one${scope ? ` with ${scope}` : ""}${andStore(reader)}.`
		};
	}
	if (failure.json === void 0) return {
		what: `Something in front of ${host} does not let this request in: ${answerInWords(failure)}.`,
		why: isReachable ? "The instance answers other requests, so a filter blocks this one: its text, or that it comes from a runner." : "A firewall or block list keeps the runner's address out; the token has nothing to do with it.",
		cure: "Ask the instance's admins to let requests to /api/ through, or use a self-hosted runner.",
		neverArrived: true
	};
	const { why, cure } = await explainAccount(failure, sentence, client);
	return {
		what: `${host} does not let this account post: ${answerInWords(failure)}.`,
		why,
		cure
	};
}
const STATES = [
	[/login is currently disabled/i, "The account was suspended or frozen by a moderator, is a memorial or deleted, has moved to another account, or lacks the second factor that its server requires."],
	[/login is missing a confirmed e-mail/i, "The account's e-mail address was never confirmed."],
	[/login is currently pending approval/i, "The account still waits for a moderator's approval."]
];
async function explainAccount(failure, sentence, client) {
	if (/^empty statuses are not allowed/i.test(sentence)) return {
		why: "This server takes no status without media.",
		cure: "Attach an image or a video."
	};
	const cure = `Log in at ${failure.origin} in a browser: it says there what the account needs.`;
	const state = STATES.find(([words]) => words.test(sentence))?.[1];
	if (state !== void 0) return {
		why: state,
		cure
	};
	const verified = failure.path === "/api/v1/accounts/verify_credentials" ? {
		status: 403,
		sentence
	} : await ask(client, VERIFY);
	if (verified.sentence === sentence) return {
		why: "The account is not confirmed, waits for approval, or was locked by a moderator.",
		cure
	};
	return {
		why: verified.status === 200 ? "The token and its account are fine, so it is a rule of the server that forbids this post." : "A rule of the server forbids this post, or a moderator has limited the account.",
		cure: "Change the text or its visibility, or ask the instance's admins."
	};
}
const ofApplication = {
	why: "The access token belongs to an application, not to an account (the grant client_credentials makes such tokens).",
	cure: "Use the access token of a user: in the web interface Preferences › Development › your application › “Your access token”."
};
async function isAppToken(client) {
	const account = await ask(client, VERIFY);
	if (account.status !== 422 && account.status !== 401) return false;
	return (await ask(client, "/api/v1/apps/verify_credentials")).status === 200;
}
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
// src/mastodon/diagnosis/refusal.ts
async function explainRefusal$1(failure, client, { characters }, document) {
	const host = hostOf(failure);
	const { status } = failure.answer;
	const isPost = failure.method === "POST" && failure.path === "/api/v1/statuses";
	const what = `${host} refused the ${isPost ? "status" : failure.method === "PUT" ? "edit" : "request"}: ${answerInWords(failure)}.`;
	const unexpected = unexpectedIn(failure.json);
	if (unexpected.length > 0) return {
		what,
		why: `It would notify ${unexpected.map((account) => `@${account}`).join(", ")}, whom the template does not mention.`,
		cure: "Take the name out of the text, or set `mentions: all`."
	};
	if (characters !== void 0 && [
		400,
		422,
		500
	].includes(status)) {
		const tooLong = await explainLength(failure, client, characters, document);
		if (tooLong) return {
			what,
			...tooLong
		};
	}
	if (status === 422 && await isAppToken(client)) return {
		what,
		...ofApplication
	};
	return {
		what,
		...causeOf(failure, isPost)
	};
}
const LENGTH_WORDS = /character limit|too long|max chars/i;
async function explainLength(failure, client, characters, known) {
	const saysSo = LENGTH_WORDS.test(serverSentence(failure));
	const document = known ?? await readInstance(client).catch(() => null);
	if (!document) return saysSo ? {
		why: `The text has ${formatCount(characters)} characters.`,
		cure: "Shorten the text."
	} : null;
	const { maxCharacters } = limitsOf(document);
	const allows = `${hostOf(failure)} allows ${formatCount(maxCharacters)}`;
	if (characters > maxCharacters) return {
		why: `The text has ${formatCount(characters)} characters, ${allows}.`,
		cure: "Shorten the text."
	};
	if (!saysSo) return null;
	return {
		why: `The text has ${formatCount(characters)} characters as Mastodon counts; ${allows} and counts in another way, links in full perhaps.`,
		cure: "Shorten the text."
	};
}
function explainQuote(sentence) {
	if (!/\bquot/i.test(sentence)) return null;
	if (/mention/i.test(sentence)) return {
		why: "",
		cure: "Mention the author of the quoted status, or widen the visibility."
	};
	return {
		why: "The status to quote is gone, its author does not let this account quote it, or its server has no quotes (Mastodon has them since 4.5).",
		cure: "Check its id, or put its address into the text instead."
	};
}
function causeOf(failure, isPost) {
	const { answer, json } = failure;
	const sentence = serverSentence(failure);
	const quote = isPost && [404, 422].includes(answer.status) ? explainQuote(sentence) : null;
	if (quote) return quote;
	if (isPost && /\bvisibility\b.*\binvalid\b/i.test(sentence)) return {
		why: "The server does not have the visibility that was asked for; Pixelfed cannot post private mentions (`direct`) this way.",
		cure: "Choose another `visibility`."
	};
	switch (answer.status) {
		case 400:
			if (!/idempotency/i.test(answer.text)) break;
			return {
				why: "An earlier run sent the same status within the hour, and the server does not say what became of it.",
				cure: "Run again in an hour."
			};
		case 404:
			if (isPost && /target status|reply/i.test(sentence)) return {
				why: "The status that this one replies to is deleted, not to be seen by this account, or the id is one of another instance.",
				cure: "Check the id, or give the address of the status."
			};
			return isPost ? {
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
	if (failure.method === "PUT" && /^cannot attach more than/i.test(sentence)) return {
		why: "Mastodon before 4.6 says this also when a status with a poll gets media.",
		cure: "Leave the media out, or post again."
	};
	if (sentence === "Record invalid") return {
		why: "Mastodon says no more than that of a status to be scheduled; its length, its media or its poll may break a rule.",
		cure: "To hear the reason, post it without a schedule, with the visibility `direct`."
	};
	return json === void 0 ? {
		why: "It comes from something in front of the instance.",
		cure: "Ask the instance's admins what it blocks."
	} : {
		why: "",
		cure: "Change what the server rejected, and run again."
	};
}
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
		"Save only its audio, as MP3."
	],
	[
		/could not be verified/i,
		"The server cannot tell its kind, so it may be cut or damaged.",
		"Save it again."
	],
	[
		/thumbnail.*(blank|absent|must)/i,
		"Only video and audio can have a thumbnail.",
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
		"Check that it opens, and save it again."
	]
];
function explainMedia(failure, label) {
	const { status } = failure.answer;
	const host = hostOf(failure);
	const sentence = serverSentence(failure);
	const what = failure.method === "GET" ? `${host} could not process ${label}: ${answerInWords(failure)}.` : `${host} refused ${label}: ${answerInWords(failure)}.`;
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
		cure: cure ?? "Change what the server rejected, and run again."
	};
}
// src/mastodon/multipart.ts
function encodeForm(fields, boundary = (0, node_crypto.randomUUID)()) {
	const pieces = fields.flatMap((field) => {
		return [
			Buffer.from(`--${boundary}\r\n${headersOf(field)}\r\n`),
			"file" in field ? field.file : Buffer.from(field.value),
			Buffer.from("\r\n")
		];
	});
	pieces.push(Buffer.from(`--${boundary}--\r\n`));
	const length = pieces.reduce((sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.length : piece.size), 0);
	async function* chunks() {
		for (const piece of pieces) if (Buffer.isBuffer(piece)) yield piece;
		else yield* readWhole(piece);
	}
	return {
		type: `multipart/form-data; boundary=${boundary}`,
		body: {
			length,
			chunks
		}
	};
}
function headersOf(field) {
	const disposition = `Content-Disposition: form-data; name="${escaped(field.name)}"`;
	if (!("file" in field)) return `${disposition}\r\n`;
	const { filename, type } = field.file;
	return `${disposition}; filename="${escaped(filename)}"\r\nContent-Type: ${escaped(type)}\r\n`;
}
function escaped(text) {
	return text.replaceAll(/[\u0000-\u001F\u007F"\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
async function* readWhole(file) {
	const { filename, size } = file;
	let count = 0;
	try {
		for await (const chunk of file.read()) {
			count += chunk.length;
			if (count > size) break;
			yield chunk;
		}
	} catch (cause) {
		throw new FileError(cause.message, { cause });
	}
	if (count !== size) throw new FileError(`${filename} changed while it was sent: it had ${size} bytes before. Make sure that nothing writes to it meanwhile.`);
}
// src/mastodon/publish/differences.ts
function differencesOf(asked, entity, scheduledAt) {
	const isScheduled = scheduledAt !== null;
	const came = isScheduled && entity.params ? {
		...entity,
		...asObject(entity.params)
	} : entity;
	return [
		schedule(asked, entity, scheduledAt),
		visibility(asked, came),
		reply(asked, came, isScheduled),
		media(asked, came),
		poll(asked, came),
		contentWarning(asked, came),
		language(asked, came),
		...isScheduled ? [] : [quote(asked, came), quotePolicy(asked, came)]
	].filter((sentence) => sentence !== null);
}
function fixedOf(asked, entity) {
	const fixed = [];
	const { visibility: came, in_reply_to_id: replied, quote, quote_id: quoted } = entity;
	if (asked.visibility && typeof came === "string" && came !== "" && came !== asked.visibility) fixed.push(`\`visibility\` (it stays \`${came}\`)`);
	if (asked.in_reply_to_id && !replied) fixed.push("`in-reply-to-id` (it is still not a reply)");
	if (asked.quoted_status_id && !quote && !quoted) fixed.push("`quoted-status-id` (it still has no quote)");
	if (fixed.length === 0) return null;
	return `An edit cannot change ${fixed.join(", ")}: servers fix that when a status is posted. To change it, delete the status and post it again.`;
}
function unmentioned(handles, text, { mentions, visibility }) {
	if (!Array.isArray(mentions)) return null;
	const accounts = mentions.map((mention) => textOf(asObject(mention).acct).toLowerCase());
	const missing = handles.filter((handle) => names(text, handle) && !accounts.some((acct) => isSame(acct, handle)));
	if (missing.length === 0) return null;
	const who = missing.map((handle) => `@${handle}`).join(", ");
	return visibility === "direct" ? `This private mention does not reach ${who}: the server found no such account. Only the author and those whom it mentions can read it. Check the handle, with its domain.` : `Asked to mention ${who}, but the server found no such account, so nobody was notified. Check the handle, with its domain.`;
}
function names(text, handle) {
	const lower = text.toLowerCase();
	const at = lower.indexOf(`@${handle}`);
	return at >= 0 && lower[at + 1 + handle.length] !== "/";
}
function isSame(acct, handle) {
	const [[name, domain], [wanted, host]] = [acct.split("@"), handle.split("@")];
	return name === wanted && (domain === void 0 || host === void 0 || domain === host);
}
function mediaLosses(asked, ids, { media_attachments: media }) {
	if (!Array.isArray(media) || media.length !== asked.length) return [];
	const came = media.map(asObject);
	const places = ids.map((id) => came.findIndex((one) => String(one.id) === id));
	const isKnown = places.length === asked.length && !places.includes(-1);
	const order = isKnown && places.some((place, index) => place !== index) ? orderOf(asked, places) : null;
	const losses = asked.flatMap((upload, index) => lossesOf(upload, came[isKnown ? places[index] : index]));
	return [...order === null ? [] : [order], ...losses];
}
function otherMedia(asked, { media_attachments: media }) {
	if (!Array.isArray(media) || media.length !== asked.length) return [];
	const came = media.map((one) => textOf(asObject(one).description));
	if (asked.every(({ description }, index) => isSamePlain(description, came[index]))) return [];
	return ["The existing post describes its media otherwise, and was left unchanged. To update it, set `edit-status-id: auto`."];
}
function orderOf(asked, places) {
	return `The server changed the order of the media: it shows ${asked.map(({ label }, index) => ({
		label,
		place: places[index]
	})).toSorted((one, other) => one.place - other.place).map(({ label }) => label).join(", ")}.`;
}
function lossesOf({ label, description, focus }, { description: alt, meta }) {
	const lost = [];
	const came = textOf(alt);
	if (description !== "" && came === "") lost.push(`The server dropped the description of ${label}.`);
	else if (!isSamePlain(description, came)) lost.push(`The server changed the description of ${label} to “${came}”.`);
	const { x, y } = asObject(asObject(meta).focus);
	const [wantedX = 0, wantedY = 0] = focus.split(",").map(Number);
	const isKept = Math.abs(Number(x) - wantedX) <= .02 && Math.abs(Number(y) - wantedY) <= .02;
	if (focus !== "" && !isKept) lost.push(`The server dropped the focal point of ${label}: the server chooses how previews are cropped.`);
	return lost;
}
function isSamePlain(asked, came) {
	const plain = (text) => text.replaceAll(/\r\n?/g, "\n").trim();
	return plain(asked) === plain(came);
}
function schedule({ scheduled_at: time }, { created_at: made }, came) {
	if (time === void 0) return null;
	if (came === null) return `Asked to post at ${time}, but it was posted at once: ${isAtTimeAsked(made, time) ? "by this server's clock that time was past" : "this server does not schedule"}.`;
	if (Number.isNaN(Date.parse(came)) || isAtTimeAsked(came, time)) return null;
	return `Asked to post at ${time}, but the server will post it at ${came}.`;
}
function visibility({ visibility: asked }, { visibility: came }) {
	if (!asked || typeof came !== "string" || came === "" || came === asked) return null;
	return `Asked for visibility \`${asked}\`, but the server posted it as \`${came}\`.`;
}
function reply(asked, { in_reply_to_id: came }, isScheduled) {
	const wanted = asked.in_reply_to_id;
	if (wanted === void 0) return null;
	if (came === null || came === void 0 || came === "") return `Asked for a reply to the status ${wanted}, but it was posted without the reply. That status may be deleted, or its id may belong to another instance.`;
	if (isScheduled || String(came) === wanted) return null;
	return `Asked for a reply to the status ${wanted}, but it was posted as a reply to ${String(came)}.`;
}
function media({ media_ids: asked = [] }, { media_attachments: came }) {
	const number = Array.isArray(came) ? came.length : 0;
	if (asked.length === 0 || number === asked.length) return null;
	if (number === 0) return `Asked for ${asked.length} media, but it was posted without any.`;
	return `Asked for ${asked.length} media, but it was posted with ${number}.`;
}
function poll({ poll: asked }, { poll: came }) {
	if (asked === void 0) return null;
	if (came === null || typeof came !== "object") return "Asked for a poll, but it was posted without one.";
	const { options, multiple } = asObject(came);
	if (Array.isArray(options) && options.length !== asked.options.length) return `Asked for a poll with ${asked.options.length} options, but it was posted with ${options.length}.`;
	const titles = (Array.isArray(options) ? options : []).map((option) => textOf(asObject(option).title ?? option));
	const changed = asked.options.findIndex((option, index) => !isSamePlain(option, titles[index] ?? ""));
	if (changed >= 0) return `The server changed poll option ${changed + 1}, “${asked.options[changed]}”, to “${titles[changed]}”.`;
	if (asked.multiple !== true || multiple !== false) return null;
	return "Asked for a poll with several choices, but it was posted as a single-choice poll.";
}
function contentWarning(asked, { spoiler_text: came, sensitive }) {
	if (asked.spoiler_text && asked.status.trim() !== "" && (came === "" || came === null)) return "Asked for a content warning, but it was posted without: the text shows at once.";
	const warning = textOf(came);
	if (asked.spoiler_text && warning !== "" && !isSamePlain(asked.spoiler_text, warning)) return `The server changed the content warning to “${warning}”.`;
	if (asked.sensitive !== true || sensitive !== false) return null;
	return "Asked to mark the media as sensitive, but they were posted unmarked.";
}
function language({ language: asked }, { language: came }) {
	if (!asked) return null;
	if (typeof came !== "string" || came === "") return `Asked for language \`${asked}\`, but it was posted without one: this server does not keep it.`;
	return isInLanguage(asked, came) ? null : `Asked for language \`${asked}\`, but the server posted it as \`${came}\`.`;
}
function quote(params, { quote: came, quote_id: other }) {
	const asked = params.quoted_status_id ?? params.quote_id;
	if (asked === void 0 || typeof other === "string" && other !== "") return null;
	if (came === null || typeof came !== "object") return `Asked to quote the status ${asked}, but it was posted without the quote: this server has no quotes (Mastodon has them since 4.5).`;
	const { state } = asObject(came);
	if (state === void 0 || state === "accepted") return null;
	if (state === "pending") return `The quote waits for its author's server to accept it, and does not show until then.`;
	return `The quote does not show: it is \`${String(state)}\`.`;
}
function quotePolicy({ quote_approval_policy: asked }, entity) {
	if (asked === void 0 || !["public", "unlisted"].includes(String(entity.visibility))) return null;
	const { quote_approval: approval } = entity;
	if (approval === null || typeof approval !== "object") return `Asked for the quote policy \`${asked}\`, but this server has none (Mastodon has one since 4.5).`;
	const came = policyOf(asObject(approval));
	if (came === null || came === asked) return null;
	return `Asked for the quote policy \`${asked}\`, but the server set \`${came}\`.`;
}
function policyOf({ automatic, manual }) {
	if (!Array.isArray(automatic)) return null;
	if (automatic.includes("public")) return "public";
	if (automatic.includes("followers")) return "followers";
	return automatic.length === 0 && (!Array.isArray(manual) || manual.length === 0) ? "nobody" : null;
}
// src/mastodon/media/upload.ts
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
function refusedMedia(uploads, limits) {
	const problems = [];
	const { maxAttachments: most } = limits;
	if (uploads.length > most) problems.push(`There are ${uploads.length} media, and the instance allows ${most} per status. Leave some out.`);
	const alone = limits.mixes ? void 0 : uploads.find(({ file }) => !isImage(file.type));
	if (alone && uploads.length > 1) problems.push(`${alone.label} is ${kindOf(alone.file.type)}, and the instance does not allow other media with it. Post it alone, or leave it out.`);
	for (const upload of uploads) problems.push(...refusedBy(upload, limits));
	return problems;
}
function refusedBy({ label, file, description, thumbnail }, limits) {
	const problems = [];
	const mostBytes = isImage(file.type) ? limits.imageBytes : limits.videoBytes;
	if (mostBytes !== null && file.size > mostBytes) {
		const most = formatSize(mostBytes, file.size);
		problems.push(`${label} has ${formatSize(file.size, mostBytes)}, and the instance allows ${most} for ${kindOf(file.type)}. Make it smaller.`);
	}
	const family = file.type.split("/")[0];
	if (limits.types && !limits.types.some((type) => plainType(type) === plainType(file.type))) {
		const others = limits.types.filter((type) => type.startsWith(`${family}/`)).join(", ");
		const cure = others === "" ? "Leave it out." : `Convert it to one of: ${others}.`;
		problems.push(`${label} is ${file.type}, which the instance does not accept. ${cure}`);
	}
	const characters = [...description].length;
	if (characters > limits.maxDescription) problems.push(`The description of ${label} has ${formatCount(characters)} characters, and the instance allows ${formatCount(limits.maxDescription)}. Shorten it.`);
	if (thumbnail && isImage(file.type)) problems.push(`${label} is an image, and only video and audio can have a thumbnail. Leave \`thumbnail\` out.`);
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
			const { url } = asObject(answer.json);
			if (answer.status === 200 && typeof url === "string" && url !== "") return;
		} catch (error) {
			if (!(error instanceof MastodonError)) throw error;
			const { failure } = error;
			if (isRefused(failure)) return;
			if (failure.answer?.status === 422) throw new MastodonError(failure, explainMedia({
				...failure,
				answer: failure.answer
			}, upload.label) ?? error.diagnosis, "not done");
			if (failure.cause?.name === "TimeoutError") throw tooSlow(failure, upload, clock.now() - began);
			if (failure.answer?.status !== 429) failures += 1;
			if (failures === MOST_FAILURES) throw new MastodonError(failure, error.diagnosis, "not done");
			pause = LONGEST_PAUSE;
		}
	}
}
function tooSlow(failure, { label, file }, milliseconds) {
	const seconds = Math.round(milliseconds / 1e3);
	return new MastodonError(failure, {
		what: `${hostOf(failure)} was still processing ${label} (${formatSize(file.size)}) when the time limit was over, ${seconds} s after it was sent.`,
		why: "The server takes long over files of this kind, or its queue is full.",
		cure: "Set a longer `timeout`, or make the file smaller."
	}, "not done");
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
// src/mastodon/media/media.ts
const DELETION_TIMEOUT = 1e4;
const LAST_MOMENT = 700;
async function* uploadMedia(sender, uploads) {
	const { client, signal } = sender;
	yield {
		kind: "uploading",
		count: uploads.length
	};
	const ids = [];
	try {
		for (const upload of uploads) {
			const job = {
				upload,
				sent: 0,
				state: "sending"
			};
			signal.throwIfAborted();
			const sent = yield* sendMedia(sender, job);
			const { id, isReady } = sent;
			if (ids.includes(id)) throw sameFile(client, upload.label, uploads[ids.indexOf(id)].label);
			ids.push(id);
			if (!isSamePlain(sent.description ?? upload.description, upload.description)) yield* describe(client, sent, upload);
			job.state = "processing";
			if (!isReady) yield* whileTelling(client, job, awaitProcessing(client, id, upload));
		}
		signal.throwIfAborted();
		return ids;
	} catch (error) {
		await deleteMedia(sender, ids);
		throw error;
	}
}
function sameFile({ origin }, label, other) {
	const failure = {
		method: "POST",
		path: "/api/v2/media",
		origin,
		proxy: ""
	};
	return new MastodonError(failure, {
		what: `${hostOf(failure)} gave ${label} and ${other} one id.`,
		why: "They are the same file to this server, and a status cannot have one twice.",
		cure: "Leave one of them out, or change it."
	}, "not done");
}
async function* describe(client, { id, description: before }, upload) {
	const { label, description } = upload;
	const path = `/api/v1/media/${encodeURIComponent(id)}`;
	const after = await client.call("PUT", path, { body: { description } }).catch((error) => {
		if (error instanceof MastodonError) return null;
		throw error;
	});
	if (after === null || !before || !isSamePlain(textOf(asObject(after.json).description), description)) return;
	yield {
		kind: "progress",
		line: `${label} was on this server already, as “${before}”. Its new description shows wherever it was posted.`
	};
}
async function deleteMedia({ patient, signal }, ids) {
	const bounded = signal.aborted || patient.clock.left() < LAST_MOMENT ? patient.overtime(LAST_MOMENT) : patient.within(DELETION_TIMEOUT);
	const deletions = ids.map((id) => bounded.call("DELETE", `/api/v1/media/${encodeURIComponent(id)}`));
	await Promise.allSettled(deletions);
}
const PAUSES$1 = [
	2e3,
	5e3,
	1e4
];
async function* sendMedia({ client, patient }, job) {
	let path = "/api/v2/media";
	let tries = 0;
	for (;;) try {
		return attachmentOf(yield* whileTelling(client, job, patient.call("POST", path, { form: formOf(job) })), client, path, job.upload);
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
		yield {
			kind: "progress",
			line: `Uploading ${job.upload.label} again in ${Math.ceil(pause / 1e3)} s: ${inShort(failure)}.`
		};
		tries += 1;
		await client.clock.wait(pause);
	}
}
function formOf(job) {
	const { file, description, focus, thumbnail } = job.upload;
	return encodeForm([
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
	]);
}
function counted(file, job) {
	return {
		...file,
		async *read() {
			job.sent = 0;
			for await (const chunk of file.read()) {
				yield chunk;
				job.sent += chunk.length;
			}
		}
	};
}
function attachmentOf(answer, client, path, { label, file }) {
	const { id, type, url, description } = asObject(answer.json);
	const failure = {
		method: "POST",
		path,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	};
	if (type === "unknown" && file.type.startsWith("image/")) throw new MastodonError(failure, {
		what: `${hostOf(failure)} took ${label}, but stored it as a file of an unknown kind, which no post can show.`,
		why: "The server does not know this kind of image, or failed to store it.",
		cure: "Convert it to PNG or JPEG, or ask the instance's admins."
	}, "not done");
	if (typeof id === "string" && id !== "" || typeof id === "number") return {
		id: String(id),
		isReady: typeof url === "string" && url !== "",
		description: description !== void 0 ? textOf(description) : null
	};
	throw new MastodonError(failure, {
		what: `${hostOf(failure)} answered ${answer.status} to POST ${path}, but the answer is not a media attachment.`,
		why: "The server does not keep to the Mastodon API, or something in front of it answered.",
		cure: "Run again later."
	}, "not done");
}
function pauseAfter(failure, tries, clock) {
	const pause = failure.answer ? pauseAfterAnswer({
		...failure,
		answer: failure.answer
	}, tries, clock) : isHopeless(failure.cause) ? void 0 : PAUSES$1[tries];
	return pause !== void 0 && pause < clock.left() ? pause : null;
}
function pauseAfterAnswer(failure, tries, clock) {
	const { status } = failure.answer;
	if (status === 429) return waitForLimit(failure.answer, tries + 1, clock.now());
	const isFinal = status === 501 || failsValidation(failure) || /processing/i.test(serverSentence(failure));
	return status === 408 || status >= 500 && !isFinal ? PAUSES$1[tries] : void 0;
}
function isHopeless(cause) {
	return !mayPass(cause) || /^(Timeout|Abort)Error$/.test(cause?.name ?? "");
}
function inShort(failure) {
	const { answer, cause } = failure;
	if (answer) return `${hostOf(failure)} answered ${answerInWords({
		...failure,
		answer
	})}`;
	return `the connection to ${hostOf(failure)} broke (${causeInShort(cause) || cause?.message})`;
}
function finalError(error, job, tries) {
	const { failure } = error;
	const { label, file } = job.upload;
	if (failure.answer) {
		const explained = orMissingScope(error, "write:media", "To attach media");
		if (explained instanceof MastodonError && explained !== error) return explained;
		return new MastodonError(failure, explainMedia({
			...failure,
			answer: failure.answer
		}, label) ?? error.diagnosis, "not done");
	}
	const host = hostOf(failure);
	const sent = `${formatSize(job.sent)} of ${formatSize(file.size, job.sent)}`;
	if (failure.cause?.name === "TimeoutError") {
		const isSent = job.sent >= file.size;
		return new MastodonError(failure, {
			what: isSent ? `${host} had not answered to ${label} when the time limit was over, though all of it was sent.` : `${sent} of ${label} were sent to ${host} when the time limit was over.`,
			why: isSent ? "The server takes long over files of this kind." : "The line is slow for a file of this size.",
			cure: "Set a longer `timeout`, or make the file smaller."
		}, "not done");
	}
	if (job.sent > 0 && tries > 0) return new MastodonError(failure, {
		what: `The connection to ${host} broke ${tries + 1} times while ${label} was sent, at last after ${sent}.`,
		why: "The file may be larger than what stands in front of the instance lets through, or the line is bad.",
		cure: "Make the file smaller, or run again later."
	}, "not done");
	return new MastodonError(failure, error.diagnosis, "not done");
}
const FIRST_LINE = 2e3;
const NEXT_LINE = 5e3;
async function* whileTelling(client, job, work) {
	const done = new AbortController();
	const { clock } = client.within(done.signal);
	work.catch(() => {});
	try {
		for (let due = FIRST_LINE;; due = NEXT_LINE) {
			const wait = clock.wait(due).then(() => "still at it", () => work);
			if (await Promise.race([work, wait]) !== "still at it") return await work;
			yield {
				kind: "progress",
				line: `Uploading ${stateOf$1(job, Math.ceil(client.clock.left() / 6e4))}`
			};
		}
	} finally {
		done.abort();
	}
}
function stateOf$1({ upload: { label, file }, sent, state }, minutes) {
	if (state === "processing") return `${label}: the server is still processing it; waiting up to ${minutes} min more`;
	if (sent >= file.size) return `${label}: all ${formatSize(file.size)} sent, the server has not answered yet`;
	return `${label}: ${formatSize(sent)} of ${formatSize(file.size, sent)} sent`;
}
// src/mastodon/publish/optional.ts
const OPTIONAL = ["content_type", "allowed_mentions"];
function refusedOptional(error, sent) {
	if (!(error instanceof MastodonError) || error.outcome !== "not done") return null;
	const { answer: { text = "" } = {}, json } = error.failure;
	if (unexpectedIn(json).length > 0) return null;
	return OPTIONAL.find((name) => sent[name] !== void 0 && text.includes(name)) ?? null;
}
function sentWithout(name) {
	return {
		kind: "progress",
		line: `The server refuses the parameter \`${name}\`; sending it again without.`
	};
}
function without(params, name) {
	const { [name]: _, ...others } = params;
	return others;
}
// src/mastodon/edit/stored.ts
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
	return stateOf(answer, source && asObject(source.json));
}
function stateOf(answer, source) {
	const entity = asObject(answer.json);
	const mayBeQuoted = ["public", "unlisted"].includes(textOf(entity.visibility));
	return {
		entity,
		response: answer.text,
		text: typeof source?.text === "string" ? source.text : null,
		contentType: textOf(source?.content_type),
		spoilerText: textOf(source?.spoiler_text ?? entity.spoiler_text),
		sensitive: entity.sensitive === true,
		language: textOf(entity.language),
		media: Array.isArray(entity.media_attachments) ? entity.media_attachments.map(asObject) : [],
		poll: entity.poll ? pollOf(asObject(entity.poll)) : null,
		mayBeQuoted,
		quotePolicy: mayBeQuoted ? policyOf(asObject(entity.quote_approval)) : null
	};
}
function pollOf({ options, multiple, expires_at, expired }) {
	const all = Array.isArray(options) ? options.map(asObject) : [];
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
function bodyOf(named, state, now) {
	const text = named.status ?? state.text ?? "";
	const language = named.language ?? state.language;
	const policy = named.quote_approval_policy ?? state.quotePolicy;
	const mediaIds = named.media_ids ?? state.media.map(({ id }) => String(id));
	const attributes = named.media_ids ? [] : state.media.map(attributesOf).filter((one) => Object.keys(one).length > 1);
	const poll = named.poll ?? (state.poll && kept(state.poll, now));
	const contentType = named.content_type ?? (named.status === void 0 ? state.contentType : "");
	return {
		...text === "" ? {} : { status: text },
		...contentType === "" ? {} : { content_type: contentType },
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
	const { x, y } = asObject(asObject(meta).focus);
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
	const type = named.content_type;
	const policy = named.quote_approval_policy;
	const isHidden = (spoiler ?? state.spoilerText).trim() !== "";
	return [
		["the text", status !== void 0 && (state.text === null || !isSamePlain(status, state.text))],
		["the content type", type !== void 0 && state.contentType !== "" && type !== state.contentType],
		["the content warning", spoiler !== void 0 && !isSamePlain(spoiler, state.spoilerText)],
		["the mark “sensitive”", sensitive !== void 0 && sensitive !== state.sensitive && (sensitive || !isHidden)],
		["the language", language !== void 0 && !isInLanguage(language, state.language)],
		["the media", ids !== void 0 && String(ids) !== String(state.media.map(({ id }) => id))],
		["the poll", poll !== void 0 && !isSamePoll(poll, state.poll)],
		["the quote policy", policy !== void 0 && state.mayBeQuoted && policy !== state.quotePolicy]
	].filter(([, isOther]) => isOther).map(([what]) => what);
}
function isSamePoll(wanted, stored) {
	return stored !== null && wanted.options.length === stored.options.length && wanted.options.every((option, index) => option.trim() === stored.options[index]) && (wanted.multiple ?? false) === stored.multiple && (stored.isClosed || (wanted.hide_totals ?? false) === stored.hide_totals);
}
// src/mastodon/edit/edit.ts
async function* editPosted(sender, plan, edit) {
	const found = edit.target === "auto" ? yield* findToEdit(sender, plan, edit) : null;
	if (edit.target === "auto" && found === null) {
		yield {
			kind: "progress",
			line: "No status that announces the same was found, so a new one is posted."
		};
		return null;
	}
	const id = found ? String(found.id) : await resolveStatus(sender.client, edit.target, "`edit-status-id`");
	yield {
		kind: "editing",
		id
	};
	const { texts, params, poll, media, inReplyTo, quoted } = plan;
	const { content_type, spoiler_text, language, sensitive, quote_approval_policy } = params;
	const status = yield* editStatus(sender, id, {
		status: texts[0],
		...content_type === void 0 ? {} : { content_type },
		...spoiler_text === void 0 ? {} : { spoiler_text },
		...language === void 0 ? {} : { language },
		...sensitive === void 0 ? {} : { sensitive },
		...quote_approval_policy === void 0 ? {} : { quote_approval_policy },
		...poll ? { poll } : {},
		media
	});
	const { visibility = "" } = params;
	const told = [fixedOf({
		visibility,
		in_reply_to_id: inReplyTo,
		quoted_status_id: quoted
	}, status.entity), status.changed ? unmentioned(plan.mentions, texts[0], status.entity) : null].filter((sentence) => sentence !== null);
	yield {
		kind: "edited",
		status,
		differences: [...status.differences, ...told]
	};
	return {
		...status,
		scheduledAt: null
	};
}
const SHORTEST_POLL = 31e4;
const PAUSES = [
	5e3,
	15e3,
	3e4
];
async function* editStatus(sender, id, { media, ...changes }) {
	const { client } = sender;
	const state = await readState(client, id);
	const named = { ...changes };
	if (named.poll && isSamePoll(named.poll, state.poll)) delete named.poll;
	if (media.length === 0 && changesOf(named, state).length === 0) return editedOf(client, state, state.text ?? "");
	refuseLoss(client, named, state);
	await refuseBreaking(client, named, state);
	if (media.length > 0) named.media_ids = yield* uploadMedia(sender, media);
	const text = named.status ?? state.text ?? "";
	try {
		const after = yield* put(sender, id, named, state);
		if (after === null) return editedOf(client, state, text);
		const differences = changesOf({
			...named,
			status: void 0,
			media_ids: mediaLeft(named, state, after)
		}, after).map((what) => `The edit was taken, but the server left ${what} as before.`);
		return {
			...editedOf(client, after, text),
			changed: true,
			differences
		};
	} catch (error) {
		if (error instanceof CancelledInTime || error instanceof MastodonError && error.outcome === "not done") {
			yield { kind: "not stored" };
			await deleteMedia(sender, named.media_ids ?? []);
		}
		throw error;
	}
}
function mediaLeft({ media_ids: asked }, before, after) {
	const ids = ({ media }) => String(media.map(({ id }) => id));
	return asked?.length === after.media.length && ids(before) !== ids(after) ? void 0 : asked;
}
function editedOf(client, { entity, response }, text) {
	return {
		changed: false,
		id: String(entity.id),
		url: addressOf(entity),
		uri: shownAddress(entity.uri),
		visibility: wordOf(entity.visibility),
		language: wordOf(entity.language),
		...authorOf(entity.account, client.origin),
		text,
		differences: [],
		entity,
		response
	};
}
function refuseLoss(client, named, { entity, text, poll }) {
	const { host } = new URL(client.origin);
	const url = addressOf(entity);
	if (entity.reblog) throw refused(client, entity, {
		what: `${url} is a boost, not a status of its own.`,
		why: "",
		cure: "Give the id of the status that it boosts."
	});
	if (named.status === void 0 && text === null) throw refused(client, entity, {
		what: `${url} cannot be edited without a text: ${host} does not tell the one that it has as it was written.`,
		why: "An edit replaces everything, and mentions and formatting would be lost.",
		cure: "Give the text as well."
	});
	if (!poll || named.poll) return;
	const left = poll.closes === null ? Number.POSITIVE_INFINITY : poll.closes - client.clock.now();
	if (!poll.isClosed && left >= SHORTEST_POLL) return;
	const time = poll.closes === null ? "" : ` (${formatTime(new Date(poll.closes))})`;
	throw refused(client, entity, {
		what: `${url} cannot be edited any more: its poll ${poll.isClosed || left <= 0 ? "is closed" : "ends within five minutes"}${time}.`,
		why: "An edit sends the poll again, and servers refuse one that ends so soon.",
		cure: "Give another poll to replace it, or post again."
	});
}
async function refuseBreaking(client, named, { entity, poll }) {
	const kept = [...poll || named.poll ? ["poll"] : [], ...entity.quote || entity.quote_id ? ["quote"] : []];
	if (kept.length === 0) return;
	const lost = (await editsLose(client)).filter((part) => kept.includes(part));
	if (lost.length === 0) return;
	throw refused(client, entity, {
		what: `${addressOf(entity)} has a ${lost.join(" and a ")}, which an edit would break on this server.`,
		why: "",
		cure: "Post again, and delete this one by hand."
	});
}
function refused({ origin }, { id }, diagnosis) {
	return new MastodonError({
		method: "PUT",
		path: `/api/v1/statuses/${String(id)}`,
		origin,
		proxy: ""
	}, diagnosis, "not done");
}
async function* put(sender, id, named, state) {
	const { client, patient, signal } = sender;
	const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
	let lost = null;
	for (const [index, wait] of PAUSES.entries()) {
		signal.throwIfAborted();
		yield {
			kind: "sending",
			what: "the edit"
		};
		const error = await send$1(patient, path, bodyOf(named, state, client.clock.now()), signal).catch((reason) => {
			throw reason instanceof CancelledInTime && lost !== null ? new Cancelled() : reason;
		});
		if (!(error instanceof MastodonError)) return error;
		const { answer } = error.failure;
		if (/status was not changed/i.test(serverSentence(error.failure))) return null;
		if (lost && isMissing(error)) throw lost;
		const isLast = index === PAUSES.length - 1;
		if (answer?.status === 429) {
			const limit = waitForLimit(answer, index + 1, client.clock.now());
			if (isLast || limit >= client.clock.left()) throw lost ?? error;
			if (lost === null) yield { kind: "not stored" };
			yield waiting$1(`Rate limit: waiting ${inSeconds(limit)}, until ${clockTime(client.clock.now() + limit)}.`);
			if (!await pause(client.clock, limit)) throw lost ?? error;
			continue;
		}
		const optional = refusedOptional(error, named);
		if (optional !== null) {
			yield sentWithout(optional);
			return yield* put(sender, id, without(named, optional), state);
		}
		const explained = await explainRefusal(client, error, state);
		const mayBeMade = mayBeStored(answer);
		if (!mayBeMade && (error.outcome === "not done" || explained !== error)) throw explained;
		lost = mayBeMade ? new MastodonError(error.failure, error.diagnosis, "unknown") : error;
		if (wait >= client.clock.left()) throw lost;
		yield waiting$1(`${whatWasLost$1(error)}; looking in ${inSeconds(wait)} whether the edit was made.`);
		if (!await pause(client.clock, wait)) throw lost;
		const now = await readState(client, id).catch(() => null);
		if (now && changesOf(named, now).length === 0) return now;
		if (now && mayBeMade) throw explained;
		if (now && !isLast) yield waiting$1("The edit was not made; sending it again.");
	}
	throw lost;
}
function waiting$1(line) {
	return {
		kind: "waiting",
		line
	};
}
function whatWasLost$1({ failure: { answer, cause } }) {
	if (answer) return `The answer was ${answer.status}, which leaves open whether the edit was made`;
	const code = codeOf(cause);
	return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
async function send$1(client, path, body, unless) {
	try {
		const answer = await client.call("PUT", path, {
			body,
			unless,
			ownConnection: true
		});
		if (isStored(answer.json)) return stateOf(answer, null);
		return new MastodonError({
			method: "PUT",
			path,
			origin: client.origin,
			proxy: "",
			answer,
			json: answer.json
		}, {
			what: "The answer is not a status.",
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
	const { status = 0 } = failure.answer ?? {};
	const mayBeForeign = isMissing(error) || status === 403 || status === 500;
	if (explained !== error || !failure.answer || !mayBeForeign) return explained;
	const author = asObject(entity.account);
	const own = await ownId(client);
	if (status === 500 ? own === null || own === author.id : own === author.id && status === 403) return error;
	const why = own === author.id ? "The status is this account's own, so it is the server that cannot edit." : `It is by ${handleOf(author, client.origin)}, and an account edits its own statuses only${own === null ? "; or the server cannot edit" : ""}.`;
	return new MastodonError(failure, {
		what: `${hostOf(failure)} did not edit ${addressOf(entity)}: ${answerInWords({
			...failure,
			answer: failure.answer
		})}.`,
		why,
		cure: own === author.id ? "Post again." : "Check the id, or post again."
	}, "not done");
}
async function ownId(client) {
	try {
		return asObject((await client.call("GET", "/api/v1/accounts/verify_credentials")).json).id ?? null;
	} catch {
		return null;
	}
}
// src/mastodon/diagnosis/address.ts
const CURE = "Set the instance URL to the server that the account is on, such as https://mastodon.social";
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
async function explainNoInstance(failure, client) {
	const host = hostOf(failure);
	const found = await findApiOrigin(client.probe, failure.origin);
	if (found) return {
		what: `${host} is the domain of the handles, not the server that the API runs on: ${answerInWords(failure)}.`,
		why: `The API is at ${found}.`,
		cure: `Set the instance URL to ${found}`,
		neverArrived: true
	};
	const software = (await softwareAt(client.probe, failure.origin))?.name ?? null;
	return {
		what: `${host} is not a Mastodon instance: ${answerInWords(failure)}, and no description at /api/v2/instance or /api/v1/instance.`,
		why: software ? `It runs ${software}, which does not speak the Mastodon API here.` : `The instance URL names ${isHtml(failure.answer) ? "a web site" : "some other server"}.`,
		cure: CURE,
		neverArrived: true
	};
}
function explainSilence(failure) {
	return {
		what: `${hostOf(failure)} answered ${answerInWords(failure)}, and did not say whether it is an instance.`,
		why: "It is overloaded, or something in front of it keeps requests out.",
		cure: `Open ${failure.origin}/api/v2/instance in a browser: an instance describes itself there. If it does, run again later.`
	};
}
// src/mastodon/diagnosis/connection.ts
const RETRY = "Run again later.";
const MORE_TIME = "In a workflow, a longer `timeout` allows more time.";
function explainConnection(failure) {
	const { origin, proxy, cause } = failure;
	const host = hostOf(failure);
	const code = codeOf(cause);
	const message = cause?.message ?? "";
	if (code === "ERR_TIME_IS_UP") return {
		what: `The time limit was over before ${failure.method} ${failure.path} could be sent to ${host}.`,
		why: "What came before it took too long.",
		cure: `Run again. ${MORE_TIME}`
	};
	if (cause?.name === "TimeoutError") return {
		what: `${host} gave no answer to ${failure.method} ${failure.path} within the time limit.`,
		why: `The server is overloaded, or ${isProxyAddress(proxy) ? `the proxy ${new URL(proxy).host}` : "something on the way"} holds the connection.`,
		cure: `${RETRY} ${MORE_TIME}`
	};
	if (proxy !== "") return explainProxy(failure, host, code, message);
	if (isTlsError(code)) return explainTls(host, code);
	switch (code) {
		case "UND_ERR_HEADERS_OVERFLOW": return {
			what: `The headers of the answer of ${host} are longer than 16 kB (${code}).`,
			why: "Something in front of the instance, such as a wall against bots, adds to them.",
			cure: "Tell the instance's admins."
		};
		case "ENOTFOUND": return {
			what: `The name ${host} was not found (ENOTFOUND).`,
			why: "The instance URL is misspelled, or the server is gone.",
			cure: `Open ${origin} in a browser and copy the address from there. Where this machine needs a proxy, set HTTPS_PROXY.`
		};
		case "EAI_AGAIN": return {
			what: `The name ${host} could not be looked up (EAI_AGAIN).`,
			why: "The name service of this machine did not answer.",
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
			why: "The server is down, or a firewall drops what comes from this machine.",
			cure: RETRY
		};
		case "EHOSTUNREACH":
		case "ENETUNREACH":
		case "ENETDOWN": return {
			what: `There is no route from this machine to ${host} (${code}).`,
			why: "It has no network, or only the other kind of it (IPv4, IPv6).",
			cure: "Check its network, or set HTTPS_PROXY where it needs a proxy."
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
	const { host: proxy, protocol } = new URL(failure.proxy);
	const refusal = proxyRefusal(failure.cause);
	if (refusal !== null) return explainProxyRefusal(failure, refusal, host, variable);
	if (isTlsError(code) && code !== "UND_ERR_PRX_TLS") {
		const { what: direct, why, cure } = explainTls(host, code);
		const what = direct.replace(" (", ` through the proxy ${proxy} (`);
		if (protocol === "https:" && code.startsWith("ERR_SSL_")) return {
			what,
			why: "The proxy itself may speak plain HTTP, as most do.",
			cure: `Write its address with http:// in ${variable}.`
		};
		return {
			what,
			why: `${why} A proxy that opens TLS has this effect too.`,
			cure
		};
	}
	const what = `The proxy ${proxy} could not be used to reach ${host} (${causeInShort(failure.cause) || message}).`;
	const check = `Check the address in ${variable}, or list ${host} in NO_PROXY.`;
	if (code === "ENOTFOUND") return {
		what,
		why: "The name of the proxy was not found.",
		cure: check
	};
	if (NEVER_THERE.includes(code)) return {
		what,
		why: "The proxy itself does not answer.",
		cure: check
	};
	if (code.startsWith("HPE_")) return {
		what,
		why: "What answers there is no HTTP proxy.",
		cure: check
	};
	return {
		what,
		why: "The proxy, or the server behind it, cut the line.",
		cure: RETRY
	};
}
const NEVER_THERE = [
	"ECONNREFUSED",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT",
	"UND_ERR_HEADERS_TIMEOUT"
];
function explainProxyRefusal({ proxy }, status, host, variable) {
	const { host: name, password } = new URL(proxy);
	const what = `The proxy ${name} refused to open the way to ${host}: it answered ${status}.`;
	if (status === 407) return password === "" ? {
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
		why: status === 403 ? "It does not allow this host." : "It cannot reach this host.",
		cure: `Ask whoever runs the proxy, or list ${host} in NO_PROXY where a direct way exists.`
	};
}
// src/mastodon/diagnosis/diagnose.ts
const MOST_TIME = 3e4;
async function diagnose(error, client, context = {}) {
	const { failure, outcome } = error;
	const { answer } = failure;
	if (error.diagnosis.cure !== "") return error;
	const tell = (diagnosis) => context.reader === "at a terminal" ? diagnosis : tellOfLimit(failure, diagnosis);
	if (!answer) return new MastodonError(failure, tell(explainConnection(failure)), outcome);
	const diagnosis = tell(await explainAnswer({
		...failure,
		answer
	}, askingOnce(client.within(MOST_TIME)), context));
	const isProof = answer.status >= 300 || isHtml(answer);
	return new MastodonError(failure, diagnosis, diagnosis.neverArrived && isProof ? "not done" : outcome);
}
async function explain(error, client, { parts }) {
	try {
		return await diagnose(error, client, { characters: parts.find(({ id }) => id === "")?.characters });
	} catch {
		return error;
	}
}
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
	if (failsValidation(failure)) return explainRefusal$1(failure, client, context, null);
	const isError = isApiError(failure.json);
	if (isError && refusesToken(failure)) return explainUnauthorized(failure, client, context.reader);
	if (status >= 500 && isError) return explainServerError(failure);
	const found = await whatIsAt(client.probe, client.origin);
	if (found.kind === "no instance") return explainNoInstance(failure, client);
	if (status >= 500) return explainServerError(failure);
	if (status === 401) return explainUnauthorized(failure, client, context.reader);
	if (status === 403) return explainForbidden(failure, client, found.kind === "instance", context.reader);
	if (found.kind === "no answer" && !isError) return explainSilence(failure);
	if (status >= 400) return explainRefusal$1(failure, client, context, found.document);
	return explainStrangeAnswer(failure);
}
// src/mastodon/publish/answer.ts
function mayBeRepeat({ failure: { answer } }) {
	return answer !== void 0 && [
		400,
		404,
		409,
		422
	].includes(answer.status) && !isReplayed(answer);
}
function isGone({ failure }) {
	return failure.answer?.status === 404 && serverSentence(failure) === "Record not found";
}
function isUnprocessed({ failure }) {
	return failure.answer?.status === 422 && /not finished processing/i.test(serverSentence(failure));
}
function leadsToFailure(answer) {
	return isReplayed(answer) && answer.status >= 300 || refusesKnownKey(answer);
}
function hasAnswered({ failure: { answer, json } }) {
	if (answer && isReplayed(answer)) return true;
	if (answer && refusesKnownKey(answer)) return false;
	const isGateway = [502, 504].includes(answer?.status ?? 0) || Math.floor((answer?.status ?? 0) / 10) === 52;
	return json !== void 0 && !isGateway;
}
function mayComeFromElsewhere(answer) {
	return isBotWall(answer) || answer.status === 501 || answer.status < 300 && isHtml(answer);
}
// src/mastodon/publish/reasons.ts
const RUN_LATER = "Run again when the server works: a re-run looks first.";
const DELETED_AGAIN = {
	why: "Posts of the same key were deleted again and again.",
	cure: "Run again in an hour."
};
const TIME_IS_OVER = {
	why: "The time limit was over before it was known whether the status is there.",
	cure: "Set a longer `timeout`."
};
const STILL_AT_WORK = {
	why: "The server was still at work on the first request when the time limit was over.",
	cure: "Set a longer `timeout`, or run again: a re-run looks first."
};
const KEYLESS = {
	why: "No matching post was found on the account, but this server is not known to support Idempotency-Key, so sending it again could post twice.",
	cure: RUN_LATER
};
const MAY_BE_AT_WORK = {
	why: "No matching post was found on the account, but the server did not answer itself and may still be at work on it, so sending it again could post twice.",
	cure: RUN_LATER
};
const GIVEN_UP = {
	why: "No matching post was found on the account, though it was sent twice.",
	cure: RUN_LATER
};
const FAILS_ON_TEXT = {
	why: "No matching post was found on the account, so the server seems to fail on this text.",
	cure: "Change the text, or run again when the server works."
};
const KEY_IS_TAKEN = {
	why: "Another post used this `idempotency-key` within the hour, which this version of Mastodon answers by 500; nothing was posted.",
	cure: "Give each post an `idempotency-key` of its own."
};
const TIME_HAS_COME = {
	why: "It was scheduled before, and its time has come, but no matching post was found on the account: it may have been deleted.",
	cure: "Look at the account yourself."
};
const TRIED_BEFORE = {
	why: "The outcome of the earlier attempt is not known.",
	cure: RUN_LATER
};
function cureFor({ forGood, lacksScope }) {
	if (lacksScope) return "A token with the scopes `read:statuses` and `profile` lets the action look.";
	return forGood ? "Look at the account yourself." : RUN_LATER;
}
function unseen(missing) {
	return {
		why: `The action cannot see whether the status is there: ${missing.why}.`,
		cure: cureFor(missing)
	};
}
function mostLikely(missing) {
	return {
		why: `This version of Mastodon answers 500 to an Idempotency-Key that it knows, so the status is most likely there; the action cannot see it: ${missing.why}.`,
		cure: cureFor(missing)
	};
}
// src/status/compose/draft.ts
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
// src/status/mentions.ts
const GUARD = "‌";
const SIGN = "(?:[@＠﹫]|&commat;|&#0*64(?:;|(?![\\d;]))|&#x0*40(?:;|(?![\\da-f;])))";
const LETTER = "[\\p{Alphabetic}\\p{M}\\p{N}\\p{Pc}\\p{Cn}]";
const JOINED = "[\\p{Alphabetic}\\p{M}\\p{N}\\p{Pc}\\p{Cn}\\u200c\\u200d]";
const MENTION = `(${SIGN})(?!\\u200c)(?=[^\\s@＠﹫]*?${LETTER})(?=(${`${JOINED}(?:[.-]*${JOINED})*(?:[.-]*${SIGN}[.:-]*${JOINED}(?:[.:-]*${JOINED})*)?(?:${`[.:-]*(?:&(?=[#a-z])|\\\\(?=\\S)|<(?=[a-z]|/[a-z0-9]+>(?:${LETTER}|${SIGN}|&)))`})?`})?)`;
const LINK = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s<>"'`()[\]{}|\\^]+/gi;
const PLAIN_LINK = /(?<=^|[\s(])https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?[/?](?:[\w/:#@&%=+~-]|[.?](?![.?]))*/imy;
const FULL_HANDLE = /(?:[@＠﹫]|&commat;|&#\w+;?)(?!\u200c)./i;
function guardMentions(text, allowed, inWords = false) {
	const found = {
		edits: [],
		guarded: [],
		mentions: []
	};
	const seen = /* @__PURE__ */ new Set();
	let done = 0;
	for (const place of placesIn(text)) {
		const { start, end, handle, address, isInPath, isInPlainLink } = place;
		if (start < done || isInPlainLink || address !== "" && (!inWords || allowed.has(address))) continue;
		if (address === "" && allowed.has(handle)) {
			if (!isInPath) found.mentions.push(handle);
			done = end + handle.length;
			continue;
		}
		found.edits.push(editOf(place));
		const name = text.slice(end, end + handle.length).replace(/[.:-]*[&<\\]$/, "");
		if (name !== "" && !seen.has(name.toLowerCase())) found.guarded.push(`@${name}`);
		seen.add(name.toLowerCase());
	}
	return found;
}
function guardNames(text, names) {
	const places = placesIn(text).filter(({ handle }) => names.has(handle.split(/[@＠﹫&]/)[0]));
	return editDraft({
		text,
		fit: []
	}, places.map(editOf)).text;
}
function handlesIn(text) {
	return placesIn(text).filter(({ handle, isInPlainLink }) => handle !== "" && !isInPlainLink).map(({ handle, address }) => address || handle);
}
function editOf({ start, end, isInPath }) {
	return isInPath ? {
		start,
		end,
		text: "%40"
	} : {
		start: end,
		end,
		text: GUARD
	};
}
let mention;
function placesIn(text) {
	if (!/[@＠﹫]|&(?:commat;|#)/i.test(text)) return [];
	mention ??= new RegExp(MENTION, "giu");
	const linkAt = linksOf(text);
	return Array.from(text.matchAll(mention), ({ 0: sign, 2: handle = "", index: start }) => {
		const link = linkAt(start);
		const before = text[start - 1] ?? "";
		const isAddress = /[a-z0-9]/i.test(before) && !FULL_HANDLE.test(handle);
		return {
			start,
			end: start + sign.length,
			handle: handle.toLowerCase(),
			address: isAddress ? `mailto:${wordBefore(text, start)}@${handle}`.toLowerCase() : "",
			isInPath: link !== void 0 && start >= link.path,
			isInPlainLink: link !== void 0 && start < link.plainEnd && /[a-z0-9/=]/i.test(before)
		};
	});
}
function wordBefore(text, end) {
	return /[\w.+-]*$/.exec(text.slice(Math.max(0, end - 64), end))[0];
}
function linksOf(text) {
	const spans = [...Array.from(text.matchAll(LINK), ({ 0: link, index }) => ({
		start: index,
		end: index + link.length
	})), ...findUrls(text)].sort((one, other) => one.start - other.start);
	const links = [];
	for (const { start, end } of spans) {
		const last = links.at(-1);
		if (last && start < last.end) {
			last.end = Math.max(last.end, end);
			continue;
		}
		const host = text.indexOf("://", start) + 3;
		const path = /[/?#]/.exec(text.slice(host, end));
		PLAIN_LINK.lastIndex = start;
		const plainEnd = PLAIN_LINK.test(text) ? PLAIN_LINK.lastIndex : start;
		links.push({
			start,
			end,
			path: path ? host + path.index : end,
			plainEnd
		});
	}
	let next = 0;
	return (offset) => {
		while (next < links.length && links[next].end <= offset) next += 1;
		const link = links[next];
		return link && link.start <= offset ? link : void 0;
	};
}
// src/mastodon/publish/send.ts
const PATH = "/api/v1/statuses";
const REQUEST_LIMIT = 6e4;
const MENTION_LIMIT = 1e4;
function requestLimit({ status }) {
	const others = new Set(status.match(/@[\w.-]+@[\w.-]+/g));
	return REQUEST_LIMIT + others.size * MENTION_LIMIT;
}
function guarded(params, accounts) {
	const names = new Set(accounts.map((account) => account.split("@")[0].toLowerCase()));
	const status = guardNames(params.status, names);
	const warning = guardNames(params.spoiler_text ?? "", names);
	if (status === params.status && warning === (params.spoiler_text ?? "")) return null;
	return {
		...params,
		status,
		...warning === "" ? {} : { spoiler_text: warning }
	};
}
async function* sendStatus(sender, { keySince, params, name, identity, part, isAuthorsKey }, { generation, began }) {
	const { client, patient, signal } = sender;
	if (keySince !== null && client.clock.now() >= keySince + 354e4) throw keyIsOver(client);
	signal.throwIfAborted();
	const key = keyOf(client, identity, part, generation);
	for (let sent = params;;) {
		yield {
			kind: "sending",
			what: name
		};
		try {
			const { entity, ...known } = await send(patient, sent, key, signal);
			const mayBeOld = keySince !== null || isAuthorsKey;
			const { created_at: made } = entity;
			const { scheduled_at: time } = params;
			const isOld = unclearAge(made, began, known.skew) === null ? wasThereBefore(made, began, known.skew, time) : mayBeOld;
			const likeness = await likenessOf(sender, entity, params, isOld, isAuthorsKey);
			const duplicate = isOld || likeness === "another";
			const scheduledAt = scheduledTimeOf(entity, time, client.clock.now() + known.skew.offset);
			return publishedOf(client.origin, entity, {
				...known,
				scheduledAt,
				duplicate,
				likeness
			});
		} catch (error) {
			if (!(error instanceof MastodonError)) throw error;
			const refused = refusedOptional(error, sent);
			if (refused === null) return error;
			yield sentWithout(refused);
			sent = without(sent, refused);
		}
	}
}
async function likenessOf(sender, entity, params, isOld, isAuthorsKey) {
	if (!(typeof entity.content === "string" || typeof entity.params === "object") || showsSame(entity, params, sender.client.origin)) return "same";
	if (!isOld && !isAuthorsKey && mayBeSame(entity, params)) return "same";
	if (await saysSame(sender, entity, params).catch((error) => {
		if (error instanceof MastodonError) return isAuthorsKey ? hasSameLetters(entity, params) : mayBeSame(entity, params);
		throw error;
	})) return "same";
	if (isAuthorsKey && (isOld || !hasSameLetters(entity, params))) return "another";
	return isOld ? "edited" : "changed";
}
async function send(client, params, key, unless) {
	const sent = client.clock.now();
	const { status, ...others } = params;
	const options = {
		body: { ...status === "" ? others : params },
		headers: { "idempotency-key": key },
		unless,
		ownConnection: true
	};
	const answer = await client.within(requestLimit(params)).call("POST", PATH, options);
	const answered = client.clock.now();
	const entity = asObject(answer.json);
	const failure = {
		method: "POST",
		path: PATH,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	};
	if (!isStored(answer.json)) throw new MastodonError(failure, {
		what: "The answer is not a status.",
		why: "",
		cure: ""
	}, "unknown");
	if (isId(entity.id) && String(entity.id) === params.in_reply_to_id) throw becameReaction(client, params, answer);
	return {
		entity,
		skew: skewOf(answer.headers, answered),
		status: answer.status,
		took: answered - sent,
		response: answer.text
	};
}
function becameReaction({ origin }, { status }, answer) {
	const failure = {
		method: "POST",
		path: PATH,
		origin,
		proxy: "",
		answer,
		json: answer.json
	};
	const { host } = new URL(origin);
	return new MastodonError(failure, {
		what: `${host} made a reaction of “${status.trim()}”, and no post.`,
		why: "To Misskey and its kin a reply that is one emoji alone is a reaction.",
		cure: "Take the reaction back, and write a word beside it."
	}, "not done");
}
function keyIsOver({ origin }) {
	return new MastodonError({
		method: "POST",
		path: PATH,
		origin,
		proxy: ""
	}, {
		what: "Whether an earlier run has posted this could not be seen, and now its Idempotency-Key may be forgotten.",
		why: "What came before the posting took long, and a server keeps a key for an hour.",
		cure: "Look at the account yourself."
	}, "not done");
}
const SOON = 5e3;
const LATER = [
	1e4,
	15e3,
	3e4
];
const RESERVE = 5e3;
function settledAt(sent, params) {
	return sent + requestLimit(params) + 2e3;
}
async function* findOut(sender, { error, settled, looks }, wanted, window) {
	const { clock } = sender.client;
	let absences = 0;
	let refusals = 0;
	let missing = null;
	let why = whatWasLost(error);
	for (let count = 0;; count += 1) {
		const later = LATER[count - 1] ?? LATER.at(-1);
		const soon = looks === "one" ? 0 : soonest(error, clock.now());
		const due = count === 0 ? soon : looks === "two" ? Math.max(later, settled - clock.now()) : later;
		const wait = Math.min(due, clock.left() - RESERVE);
		if (wait < due && wait <= 0) return { kind: "time is over" };
		if (wait > 0) {
			yield {
				kind: "waiting",
				line: `${why}; looking in ${inSeconds(wait)} whether the status is there.`
			};
			if (!await pause(clock, wait)) return { kind: "time is over" };
		}
		const history = await readHistory(sender, window);
		const isRefused = await isTokenRefused(sender, error, history.missing);
		if (isRefused) refusals += 1;
		if (refusals === 2) return {
			kind: "token is dead",
			error: await deadToken(sender, history.missing)
		};
		const found = await recognise(sender, history, wanted);
		if (found && !isMissing$1(found)) return {
			kind: "found",
			found,
			history
		};
		missing = found ?? history.missing;
		if (missing?.forGood && !isRefused) return {
			kind: "cannot tell",
			missing
		};
		if (missing === null) absences += 1;
		const isEnough = absences >= (looks === "one" ? 1 : 2) && clock.now() >= settled;
		const isLast = count === LATER.length;
		if (looks !== "many" && missing === null && (isEnough || isLast)) return {
			kind: "absent",
			history
		};
		if (looks !== "many" && missing !== null && isLast) return {
			kind: "cannot tell",
			missing
		};
		why = missing ? `The look failed (${missing.why})` : "Not there yet";
	}
}
async function isTokenRefused(sender, { failure }, missing) {
	const verified = missing?.error?.failure;
	if (!verified?.answer || verified.path !== "/api/v1/accounts/verify_credentials" || missing?.lacksScope) return false;
	if ((failure.answer?.status ?? 0) < 500) return false;
	const { status } = verified.answer;
	const isOdd = [
		400,
		403,
		422
	].includes(status);
	return status === 401 || isOdd && status === (await softwareFor(sender))?.deadToken;
}
async function deadToken({ client }, { error }) {
	const { failure } = error;
	return new MastodonError(failure, await explainUnauthorized({
		...failure,
		answer: failure.answer
	}, client), "not done");
}
function soonest({ failure: { answer } }, now) {
	const asked = answer ? waitOf(answer, now) : null;
	return Math.min(Math.max(SOON, asked ?? 0), LATER.at(-1));
}
function whatWasLost({ failure: { answer, cause } }) {
	if (answer) return `The answer was ${answer.status}, which leaves open whether the status is stored`;
	if (cause?.name === "TimeoutError") return "No answer in time";
	const code = codeOf(cause);
	return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
// src/mastodon/publish/once.ts
async function* postOnce(sender, posting) {
	const { client } = sender;
	const { clock } = client;
	const { keySince, isKeyKnown } = posting;
	let { params } = posting;
	const isScheduled = params.scheduled_at !== void 0;
	const began = clock.now();
	const keyEnds = (keySince ?? began) + KEY_LIFE;
	let generation = 0;
	let limits = 0;
	let unprocessed = 0;
	let wasSent = isKeyKnown;
	let wasSentAgain = false;
	let isAbsent = false;
	let isOpen = false;
	let isStrict = false;
	let telling = null;
	for (let tries = 1;; tries += 1) {
		const sent = clock.now();
		const answered = yield* sendInTime();
		if (!(answered instanceof MastodonError)) return answered;
		const found = yield* afterFailure(answered, sent, tries);
		if (found) return found;
	}
	async function* sendInTime() {
		try {
			return yield* sendStatus(sender, {
				...posting,
				params
			}, {
				generation,
				began
			});
		} catch (error) {
			if (!(error instanceof CancelledInTime)) throw error;
			if (isOpen) throw new Cancelled();
			yield { kind: "not stored" };
			throw error;
		}
	}
	async function* afterFailure(error, sent, tries) {
		const { answer } = error.failure;
		const isSpent = answer !== void 0 && leadsToFailure(answer);
		if (telling === null || answer === void 0 || !refusesKnownKey(answer)) telling = error;
		const unexpected = isStrict ? [] : unexpectedIn(error.failure.json);
		const safe = guarded(params, unexpected);
		if (safe !== null) return yield* sendGuarded(safe, unexpected);
		if (isSpent && isReplayed(answer) && (error.outcome === "not done" || isAbsent) && generation < MOST_KEYS) {
			generation += 1;
			isOpen = false;
			yield waiting(`The server repeats an old answer (${answer.status}); sending it again with another key.`);
			return null;
		}
		if (error.outcome === "unknown" || isGone(error) || mayBeStored(answer) || wasSent && mayBeRepeat(error)) {
			const outcome = yield* afterLoss(error, sent, tries, isSpent);
			if (typeof outcome === "object") return outcome;
			isAbsent = outcome === "absent";
			isOpen = !isAbsent;
			return null;
		}
		if (!isOpen) yield { kind: "not stored" };
		yield* waitToRepeat(error, tries);
		return null;
	}
	async function* waitToRepeat(error, tries) {
		const { answer, cause } = error.failure;
		let wait;
		let line;
		if (answer?.status === 429) {
			limits += 1;
			wait = waitForLimit(answer, limits, clock.now());
			line = `Rate limit: waiting ${inSeconds(wait)}, until ${clockTime(clock.now() + wait)}.`;
		} else if (answer && isUnprocessed(error)) {
			unprocessed += 1;
			wait = waitBeforeRetry(unprocessed);
			line = `The server is still processing the media; sending it again in ${inSeconds(wait)}.`;
		} else if (answer || !mayPass(cause) || tries - limits >= 4) throw await inTheEnd(error);
		else {
			wait = waitBeforeRetry(tries);
			line = `No connection (${causeInShort(cause) || "no reason given"}); trying again in ${inSeconds(wait)}.`;
		}
		if ((isOpen || keySince !== null) && clock.now() + wait >= keyEnds || wait >= clock.left()) throw await inTheEnd(error);
		yield waiting(line);
		if (!await pauseInTime(wait)) throw await inTheEnd(error);
	}
	async function* sendGuarded(safe, accounts) {
		isStrict = true;
		params = safe;
		if (!isOpen) yield { kind: "not stored" };
		const why = `The server would have notified ${accounts.map((account) => `@${account}`).join(", ")}, whom the template does not mention, so the text was escaped there, too.`;
		yield {
			kind: "changed",
			part: posting.part,
			text: params.status,
			why
		};
		const { lookedSince } = posting;
		if (lookedSince === null) return null;
		return (yield* findEarlier(sender, {
			since: lookedSince,
			visibility: params.visibility,
			scheduled: false
		}, [{
			...posting.wanted,
			params,
			since: lookedSince
		}])).parts[0] ?? null;
	}
	async function pauseInTime(wait) {
		try {
			return await pause(clock, wait);
		} catch (error) {
			throw isOpen ? error : new CancelledInTime();
		}
	}
	async function inTheEnd(error) {
		return isOpen ? leftOpen(error, TRIED_BEFORE) : error;
	}
	async function leftOpen(last, reason) {
		return becauseOf(last, reason, "unknown");
	}
	async function becauseOf(last, { why, cure }, outcome) {
		const { failure, diagnosis } = telling ?? last;
		const { what } = (await diagnose(new MastodonError(failure, diagnosis, "unknown"), client)).diagnosis;
		const more = params.in_reply_to_id !== void 0 && (failure.answer?.status ?? 0) >= 500 ? " Check the id of `in-reply-to-id`, too: Hollo, for one, fails so on one that it does not know." : "";
		return new MastodonError(last.failure, {
			what,
			why,
			cure: cure + more
		}, outcome);
	}
	async function* afterLoss(error, sent, tries, isSpent) {
		const { answer } = error.failure;
		const told = answer && tries === 1 && mayComeFromElsewhere(answer) ? await diagnose(error, client) : error;
		if (!isKeyKnown && error.outcome === "unknown" && told.outcome === "not done") throw told;
		const noTarget = answer !== void 0 && answer.status >= 500 ? await unknownTarget(client, params.in_reply_to_id) : null;
		if (noTarget) throw noTarget;
		const wasKnown = wasSent;
		const keys = await keysOfKnown(wasKnown || isGone(error));
		const isCrash = wasKnown && keys?.crash === true && answer?.status === 500 && hasAnswered(error);
		const isLocked = wasKnown && keys?.locked === true && answer?.status === 503 && hasAnswered(error);
		wasSent = true;
		const outcome = yield* look(error, sent, isGone(error) ? "one" : isLocked ? "many" : "two", isSpent || isKeyKnown || isGone(error) || isCrash && posting.isShared);
		if (outcome.kind === "found") {
			const { entity, rule } = outcome.found;
			const isOld = wasThereBefore(entity.created_at, began, outcome.history.skew, params.scheduled_at);
			const duplicate = rule === "same release" || isOld;
			return foundStatus(client.origin, entity, rule, duplicate);
		}
		if (outcome.kind === "token is dead") {
			yield { kind: "not stored" };
			throw outcome.error;
		}
		if (outcome.kind === "time is over") throw await leftOpen(error, isLocked ? STILL_AT_WORK : TIME_IS_OVER);
		if (outcome.kind === "absent") {
			if (!isCrash) return yield* afterAbsence(error, isSpent);
			yield { kind: "not stored" };
			throw await knownAndAbsent(error, outcome.history);
		}
		if (isCrash) throw await leftOpen(error, mostLikely(outcome.missing));
		if (isGone(error)) throw await leftOpen(error, unseen(outcome.missing));
		return yield* whereKeyDecides(error, sent, isSpent, outcome.missing);
	}
	async function keysOfKnown(isKnown) {
		return isKnown ? keysOf(sender) : null;
	}
	function look(error, sent, looks, mayBeOlder) {
		const since = mayBeOlder ? Math.min(posting.wanted.since, began - KEY_LIFE) : posting.wanted.since;
		const settled = hasAnswered(error) ? sent : settledAt(sent, params);
		const window = {
			since,
			visibility: params.visibility,
			scheduled: isScheduled
		};
		return findOut(sender, {
			error,
			settled,
			looks
		}, {
			...posting.wanted,
			params,
			since
		}, window);
	}
	async function* afterAbsence(error, isSpent) {
		if (isGone(error)) {
			await refuseDeleted(error);
			generation += 1;
			yield waiting("The post that this one's Idempotency-Key leads to was deleted, so it is posted anew with another key.");
			return "absent";
		}
		if (error.outcome === "not done") {
			yield { kind: "not stored" };
			throw error;
		}
		if (isSpent) {
			generation += 1;
			yield waiting("Still not found; sending it again with another key, since the server refuses the one that it knows.");
			return "absent";
		}
		if (!await isSafeToRepeat(error) || wasSentAgain) {
			if (wasSentAgain && hasAnswered(error)) {
				yield { kind: "not stored" };
				throw await becauseOf(error, FAILS_ON_TEXT, "not done");
			}
			throw await leftOpen(error, wasSentAgain ? GIVEN_UP : await whyNotAgain());
		}
		wasSentAgain = true;
		yield waiting("Still not found; sending it again, which is safe since the server keeps its Idempotency-Key.");
		return "absent";
	}
	async function* whereKeyDecides(error, sent, isSpent, missing) {
		const isSafe = error.outcome === "unknown" && !isSpent && !wasSentAgain && await isSafeToRepeat(error);
		const wait = hasAnswered(error) ? 0 : Math.max(0, settledAt(sent, params) - clock.now());
		if (!isSafe || clock.now() + wait >= keyEnds) throw await leftOpen(error, unseen(missing));
		wasSentAgain = true;
		yield waiting(`The action cannot see whether it is there (${missing.why}); sending it again${wait > 0 ? ` in ${inSeconds(wait)}` : ""}, which is safe since the server keeps its Idempotency-Key.`);
		if (wait > 0 && !await pause(clock, wait)) throw await leftOpen(error, TIME_IS_OVER);
		return "key decides";
	}
	async function isSafeToRepeat(error) {
		const { kept, keptForSchedules, locked } = await keysOf(sender);
		return (isScheduled ? keptForSchedules : kept) && (locked || hasAnswered(error));
	}
	async function whyNotAgain() {
		const { kept, keptForSchedules } = await keysOf(sender);
		return (isScheduled ? keptForSchedules : kept) ? MAY_BE_AT_WORK : KEYLESS;
	}
	async function refuseDeleted(error) {
		const isOut = isScheduled && Date.parse(params.scheduled_at) <= clock.now();
		if (isOut || generation >= MOST_KEYS) throw await leftOpen(error, isOut ? TIME_HAS_COME : DELETED_AGAIN);
		if (!posting.followsOld) return;
		const what = `${posting.name[0].toUpperCase()}${posting.name.slice(1)} was posted by an earlier run, and deleted since.`;
		throw new MastodonError(error.failure, {
			what,
			why: "",
			cure: "Post the rest by hand, or delete the whole thread and run again."
		}, "not done");
	}
	async function knownAndAbsent(error, { statuses, skew }) {
		return becauseOf(error, posting.isAuthorsKey && statuses.some(({ created_at: made }) => !isOlder(made, began - 354e4, skew)) ? KEY_IS_TAKEN : FAILS_ON_TEXT, "not done");
	}
}
const MOST_KEYS = 9;
function waiting(line) {
	return {
		kind: "waiting",
		line
	};
}
// src/mastodon/publish/pin.ts
async function pinStatus(client, id, accountId) {
	try {
		const { json } = await client.call("POST", `/api/v1/statuses/${encodeURIComponent(id)}/pin`, { ownConnection: true });
		const { pinned, account } = asObject(json);
		return pinned !== false || await isListed(client, id, accountId || String(asObject(account).id ?? "")) ? null : "Not pinned: the server accepted the request and did nothing.";
	} catch (error) {
		if (error instanceof Cancelled) throw error;
		return await whyNotPinned(client, error, id, accountId);
	}
}
async function whyNotPinned(client, error, id, accountId) {
	const explained = orMissingScope(error, "write:accounts", "To pin a status");
	if (!(error instanceof MastodonError) || explained !== error) return `Not pinned. ${explained.message}`;
	const status = await entityOf(client, `/api/v1/statuses/${encodeURIComponent(id)}`);
	const pinned = await pinnedBy(client, accountId || String(asObject(status.account).id ?? ""));
	if (status.pinned === true || pinned.some((other) => String(other.id) === id)) return null;
	const { failure } = error;
	const said = failure.answer ? answerInWords({
		...failure,
		answer: failure.answer
	}) : silence(error);
	if (!failure.answer || failure.answer.status >= 500) return `The status may not be pinned; check the profile: ${said}.`;
	if (status.visibility === "direct") return `Not pinned: a \`direct\` status cannot be pinned. ${said}.`;
	const sentence = serverSentence(failure);
	if (/already been pinned/i.test(sentence)) return null;
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
	return asObject(await read(client, path) ?? {});
}
async function pinnedBy(client, accountId) {
	const pinned = await listOf(client, accountId, "pinned=true&");
	const told = pinned.filter((status) => status.pinned !== false);
	if (told.length > 0 || pinned.length === 0) return told;
	return (await listOf(client, accountId, "")).length > pinned.length ? pinned : [];
}
async function isListed(client, id, accountId) {
	return (await listOf(client, accountId, "pinned=true&")).some((status) => String(status.id) === id);
}
async function listOf(client, accountId, filter) {
	if (accountId === "") return [];
	const list = await read(client, `/api/v1/accounts/${encodeURIComponent(accountId)}/statuses?${filter}limit=40`);
	return Array.isArray(list) ? list.map(asObject) : [];
}
async function read(client, path) {
	try {
		return (await client.call("GET", path)).json;
	} catch (error) {
		if (error instanceof Cancelled) throw error;
		return null;
	}
}
// src/mastodon/publish/schedule.ts
const MINUTE = 6e4;
const DAY = 864e5;
const NEAREST = 5 * MINUTE;
const FARTHEST = 732 * DAY;
function refusedSchedule(time, now) {
	const ahead = time - now;
	const is = `\`scheduled-at\` is ${inUtc(time)}`;
	if (ahead <= 0) return `${is}, which is past by ${roughly(-ahead)}; a server would post it at once. Give a time that lies ahead, or leave it out.`;
	if (ahead <= NEAREST) return `${is}, which is only ${roughly(ahead)} ahead; servers want more than five minutes. Give a later time (as a duration, \`10 minutes\`), or leave it out.`;
	if (ahead > FARTHEST) return `${is}, which is ${roughly(ahead)} ahead. Is the year correct?`;
	return null;
}
function roughly(milliseconds) {
	const units = [
		365.25 * DAY,
		DAY,
		60 * MINUTE,
		MINUTE
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
// src/mastodon/publish/publish.ts
const YIELD = 5e3;
async function* publish(client, plan, signal, taken = /* @__PURE__ */ new Set()) {
	const sender = openSender(client, signal);
	if (plan.letsGoFirst) yield* letGoFirst(sender.client);
	const first = (plan.edit === null ? null : yield* editPosted(sender, plan, plan.edit)) ?? (yield* post(sender, plan, taken));
	if (first.scheduledAt !== null && first.handle === "") {
		const account = await verifyAccount(sender.client).catch(() => null);
		if (account) yield {
			kind: "author",
			...authorOf(account, client.origin)
		};
	}
	if (!plan.pin || first.scheduledAt !== null || first.id === "") return;
	const { id: author } = asObject(first.entity.account);
	yield {
		kind: "pinned",
		problem: await pinStatus(sender.client, first.id, String(author ?? ""))
	};
}
async function* post(sender, plan, taken) {
	const { client } = sender;
	const { texts, look } = plan;
	const began = client.clock.now();
	const references = await resolveReferences(client, plan);
	const earlier = look && (yield* lookBefore(sender, plan, references, taken));
	const keySince = earlier?.reliesOnKey ? look.keySince : null;
	let attached = {};
	const posted = [];
	try {
		for (const [part, text] of texts.entries()) {
			const previous = posted.at(-1) ?? null;
			let published = earlier?.parts[part] ?? null;
			if (published === null) {
				if (previous) remember(sender, previous);
				if (part === 0) attached = {
					...references,
					...yield* attach(sender, plan)
				};
				const params = paramsOf(plan, text, attached, posted);
				const since = previous?.duplicate ? began - KEY_LIFE : keySince ?? began;
				published = yield* postOnce(sender, {
					params,
					identity: plan.identity,
					isAuthorsKey: hasAuthorsKey(plan),
					part,
					name: texts.length === 1 ? "the status" : `part ${part + 1} of ${texts.length}`,
					wanted: {
						...wantedOf(plan, part, params),
						after: previous && { previous: previous.id },
						since,
						taken
					},
					isKeyKnown: look !== null || hasAuthorsKey(plan) || previous?.duplicate === true,
					isShared: plan.release !== null || look !== null || hasAuthorsKey(plan),
					lookedSince: look === null ? null : look.since,
					keySince,
					followsOld: previous?.duplicate === true
				});
			}
			taken.add(published.id);
			posted.push(published);
			const asked = paramsOf(plan, text, attached, []);
			const missing = published.duplicate ? null : unmentioned(plan.mentions, text, published.entity);
			const differences = [...part === 0 ? remarksOn(published, asked, plan, client) : [], ...missing === null ? [] : [missing]];
			yield {
				kind: "stored",
				part,
				status: published,
				differences
			};
			if (part === 0 && [
				"another",
				"same release",
				"same link"
			].includes(published.likeness)) break;
			if (previous !== null && published.inReplyToId !== previous.id) throw replyLost(client, published);
		}
	} catch (error) {
		if ((error instanceof CancelledInTime || error instanceof MastodonError && error.outcome === "not done") && posted.length === 0) await deleteMedia(sender, attached.media_ids ?? []);
		throw error;
	}
	const first = posted[0];
	if (first.duplicate) await deleteUnused(sender, attached.media_ids ?? [], first.entity);
	return first;
}
async function* lookBefore(sender, plan, references, taken) {
	const { texts, params, scheduledAt, media } = plan;
	const look = plan.look;
	const isScheduled = scheduledAt !== null;
	yield {
		kind: "looking",
		since: look.since,
		why: look.why
	};
	const window = {
		since: look.since,
		most: look.most,
		visibility: params.visibility,
		scheduled: isScheduled
	};
	const poll = plan.poll ? { poll: {
		...plan.poll,
		options: [...plan.poll.options]
	} } : {};
	const earlier = yield* findEarlier(sender, window, texts.map((status, part) => ({
		...wantedOf(plan, part, part === 0 ? {
			status,
			...params,
			...references,
			...poll
		} : {
			status,
			...params
		}),
		taken
	})));
	const { parts, missing } = earlier;
	const count = parts.findLastIndex((part) => part !== null) + 1;
	const gap = parts.indexOf(null);
	if (gap >= 0 && gap < count) yield* stopAtGap(sender.client, parts, gap);
	if (missing === null || count === texts.length) return {
		...earlier,
		reliesOnKey: false
	};
	const reliesOnKey = yield* withoutLook(sender, missing, look, {
		isScheduled,
		hasMedia: count === 0 && media.length > 0 && !hasAuthorsKey(plan)
	});
	return {
		...earlier,
		reliesOnKey
	};
}
async function* stopAtGap(client, parts, gap) {
	for (const [part, status] of parts.entries()) if (status) yield {
		kind: "stored",
		part,
		status,
		differences: []
	};
	throw new MastodonError({
		method: "GET",
		path: "/api/v1/accounts",
		origin: client.origin,
		proxy: ""
	}, {
		what: `Part ${gap + 1} of ${parts.length} is missing, though parts behind it are there, so nothing was posted.`,
		why: "It was deleted since, or edited where the server keeps no history.",
		cure: "Post it by hand, or delete the whole thread and run again."
	}, "not done");
}
function wantedOf({ release, link, media, look, scheduledAt }, part, params) {
	return {
		params,
		attachments: part === 0 ? media.length : 0,
		isScheduled: scheduledAt !== null,
		after: part === 0 ? null : { previous: null },
		release: release?.url ?? "",
		inAnyWords: release?.inAnyWords ?? false,
		link,
		since: look?.since ?? 0,
		taken: /* @__PURE__ */ new Set()
	};
}
function hasAuthorsKey({ identity }) {
	return identity[0] === "key";
}
function paramsOf({ params }, status, attached, posted) {
	const previous = posted.at(-1);
	if (!previous) return {
		status,
		...params,
		...attached
	};
	const visibility = visibilityOf(params.visibility, posted[0]);
	return {
		status,
		...params,
		...visibility === void 0 ? {} : { visibility },
		in_reply_to_id: previous.id
	};
}
async function* letGoFirst({ clock }) {
	yield {
		kind: "progress",
		line: `Waiting ${YIELD / 1e3} s, so that a run for \`published\` of this release, if there is one, posts first.`
	};
	await pause(clock, YIELD);
}
function visibilityOf(asked, first) {
	if (!first || first.visibility === "") return asked;
	return first.visibility === "public" ? "unlisted" : first.visibility;
}
function remember(sender, { entity }) {
	const { id } = asObject(entity.account);
	if (isId(id)) sender.owner ??= {
		id: String(id),
		privacy: "",
		statuses: null
	};
}
async function* attach(sender, { poll, media, scheduledAt }) {
	const late = scheduledAt === null ? null : refusedSchedule(scheduledAt, sender.client.clock.now());
	if (late !== null) throw new Error(late);
	return {
		...scheduledAt === null ? {} : { scheduled_at: inUtc(scheduledAt) },
		...poll ? { poll: {
			...poll,
			options: [...poll.options]
		} } : {},
		...media.length > 0 ? { media_ids: yield* uploadMedia(sender, media) } : {}
	};
}
async function deleteUnused(sender, uploaded, { media_attachments: media }) {
	const kept = Array.isArray(media) ? media.map((item) => String(asObject(item).id)) : [];
	await deleteMedia(sender, uploaded.filter((id) => !kept.includes(id)));
}
function remarksOn({ likeness, otherText, entity, scheduledAt, duplicate }, asked, { media }, { origin }) {
	const account = accountRemarks(asObject(entity.account), origin);
	const texts = `There: ${shown(otherText ?? "")} Here: ${shown(asked.status)}`;
	switch (likeness) {
		case "edited": return ["The existing post was edited since, and was left unchanged. To update it, set `edit-status-id: auto`."];
		case "same release": return [`A post about the same release that begins in the same way counts as this one, so this text was not posted. ${texts} To post both, give this one an \`idempotency-key\`.`];
		case "same link": return [`A post that links to the same entry counts as this one, so this text was not posted. ${texts} To post both, give this one an \`idempotency-key\`.`];
		case "another": return [`Another post used the same \`idempotency-key\` before, so this text was not posted. ${texts} To post both, give each an \`idempotency-key\` of its own.`];
		case "changed": return [
			`The server stored another text than was sent. ${texts}`,
			...differencesOf(asked, entity, scheduledAt),
			...account
		];
		case "same": return [
			...differencesOf(asked, entity, scheduledAt),
			...duplicate ? otherMedia(media, entity) : mediaLosses(media, asked.media_ids ?? [], entity),
			...account
		];
	}
}
const MOST_SHOWN = 200;
function shown(text) {
	const all = [...text];
	return `“${all.length > MOST_SHOWN ? `${all.slice(0, MOST_SHOWN).join("")}…` : text}”.`;
}
function replyLost(client, { url }) {
	const host = new URL(client.origin).host;
	return new MastodonError({
		method: "POST",
		path: "/api/v1/statuses",
		origin: client.origin,
		proxy: ""
	}, {
		what: `${host} posted a part of the thread without its link to the part before: ${url}.`,
		why: "The part before was deleted meanwhile, or the server ignores in_reply_to_id.",
		cure: "Delete the loose part, and post the rest by hand."
	}, "not done");
}
// src/mastodon/publish/posted.ts
async function* findPosted(client, plans, look, signal, taken) {
	const sender = openSender(client, signal);
	yield {
		kind: "looking",
		since: look.since,
		why: look.why
	};
	const visibility = plans[0]?.params.visibility;
	const history = yield* readForEdit(sender, {
		since: look.since,
		most: look.most,
		visibility,
		scheduled: false
	});
	if (history.missing) throw cannotSee(client, history.missing, ONLY_MEMORY, OTHERWISE);
	const found = [];
	for (const plan of plans) {
		const params = {
			status: plan.texts[0],
			...plan.params,
			...await resolveReferences(client, plan)
		};
		const posted = await recognise(sender, history, {
			...wantedOf({
				...plan,
				look
			}, 0, params),
			taken
		});
		if (isMissing$1(posted)) throw cannotSee(client, posted, ONLY_MEMORY, OTHERWISE);
		if (posted) taken.add(String(posted.entity.id));
		found.push(posted !== null);
	}
	yield {
		kind: "found",
		which: found
	};
}
const ONLY_MEMORY = "Only that look can tell which entries are new, so nothing is posted.";
const OTHERWISE = "the next run posts what this one did not.";
// src/mastodon/oauth.ts
const outOfBand = "urn:ietf:wg:oauth:2.0:oob";
async function readMetadata(http, origin) {
	const answer = await openClient(origin, "", http.within(REQUEST_TIMEOUT)).probe(new URL("/.well-known/oauth-authorization-server", origin));
	const document = asObject(answer?.status === 200 ? parseJson(answer.text) : null);
	const here = (address, path) => safeOrigin(address, origin) === origin ? new URL(String(address), origin).href : new URL(path, origin).href;
	const page = document.authorization_endpoint;
	return {
		origin,
		authorization: safeOrigin(page, origin) === null ? `${origin}/oauth/authorize` : new URL(String(page), origin).href,
		token: here(document.token_endpoint, "/oauth/token"),
		revocation: here(document.revocation_endpoint, "/oauth/revoke"),
		registration: here(document.app_registration_endpoint, "/api/v1/apps"),
		scopes: wordsIn(document.scopes_supported),
		grants: wordsIn(document.grant_types_supported)
	};
}
function wordsIn(list) {
	return Array.isArray(list) ? list.filter((word) => typeof word === "string") : null;
}
async function registerApplication(http, server, options) {
	const { name, website, redirectUri, scopes } = options;
	const fields = {
		client_name: name,
		redirect_uris: redirectUri,
		scopes,
		...website === "" ? {} : { website }
	};
	const { client_id, client_secret } = await postForm(http, server.registration, fields);
	const clientId = typeof client_id === "number" ? String(client_id) : textOf(client_id);
	const clientSecret = textOf(client_secret);
	if (clientId === "" || clientSecret === "") throw strange(server, "an application's id and secret");
	return {
		name,
		clientId,
		clientSecret,
		redirectUri,
		scopes
	};
}
function authorizeUrl(server, application, options) {
	const url = new URL(server.authorization);
	const parameters = {
		response_type: "code",
		client_id: application.clientId,
		redirect_uri: application.redirectUri,
		scope: application.scopes,
		state: options.state,
		code_challenge: options.challenge,
		code_challenge_method: "S256",
		...options.forceLogin ? { force_login: "true" } : {}
	};
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	return url.href;
}
async function exchangeCode(http, server, application, { code, verifier }) {
	const { clientId, clientSecret, redirectUri } = application;
	const fields = {
		grant_type: "authorization_code",
		code,
		client_id: clientId,
		client_secret: clientSecret,
		redirect_uri: redirectUri,
		code_verifier: verifier
	};
	return grantIn(server, await postForm(http, server.token, fields));
}
async function passwordGrant(http, server, application, { username, password }) {
	const { clientId, clientSecret, redirectUri, scopes } = application;
	const fields = {
		grant_type: "password",
		username,
		password,
		client_id: clientId,
		client_secret: clientSecret,
		redirect_uri: redirectUri,
		scope: scopes
	};
	return grantIn(server, await postForm(http, server.token, fields));
}
async function revokeToken(http, server, { clientId, clientSecret }, token) {
	const fields = {
		client_id: clientId,
		client_secret: clientSecret,
		token
	};
	try {
		await postForm(http, server.revocation, fields);
	} catch (error) {
		if (!(error instanceof OAuthError) || error.status !== 401) throw error;
		await postForm(http, server.revocation, fields, token);
	}
}
function grantIn(server, answer) {
	const token = textOf(answer.access_token);
	if (token === "") throw strange(server, "an access token");
	const { scope, expires_in } = answer;
	const seconds = Number(expires_in);
	return {
		token,
		scope: typeof scope === "string" && scope.trim() !== "" ? scope.trim() : null,
		expiresIn: expires_in !== null && expires_in !== "" && seconds > 0 ? seconds : null
	};
}
function strange(server, missing) {
	const { host } = new URL(server.origin);
	return new OAuthError(`${host} did as if all were well, but its answer holds no ${missing.replace(/^an? /, "")}.`);
}
var OAuthError = class extends Error {
	code;
	status;
	sentence;
	constructor(message, details = {}) {
		super(message);
		this.code = details.code ?? "";
		this.status = details.status ?? 0;
		this.sentence = details.sentence ?? "";
	}
};
const REQUEST_TIMEOUT = 3e4;
async function postForm(http, address, fields, bearer = "") {
	const url = new URL(address);
	const request = {
		method: "POST",
		url,
		headers: {
			accept: "application/json",
			"accept-language": "en",
			"user-agent": userAgent,
			"content-type": "application/x-www-form-urlencoded",
			...bearer === "" ? {} : { authorization: `Bearer ${bearer}` }
		},
		body: new URLSearchParams(fields).toString(),
		ownConnection: true
	};
	const failure = {
		method: "POST",
		path: url.pathname,
		origin: url.origin,
		proxy: http.proxyOf(url)
	};
	let answer;
	try {
		answer = await http.within(REQUEST_TIMEOUT).send(request);
	} catch (cause) {
		const { what, why, cure } = explainConnection({
			...failure,
			cause
		});
		throw new OAuthError([
			what,
			why,
			cure
		].join(" "));
	}
	if (answer.status >= 200 && answer.status < 300) return asObject(parseJson(answer.text));
	throw refusal({
		...failure,
		answer,
		json: parseJson(answer.text)
	});
}
function refusal(failure) {
	const { answer, json, origin, path } = failure;
	const { status } = answer;
	const { host } = new URL(origin);
	const { error, error_description } = asObject(json);
	const code = typeof error === "string" && /^([a-z_]+|[A-Z_]+)$/.test(error) ? error : "";
	const sentence = (code !== "" && typeof error_description === "string" ? error_description : serverSentence(failure)).replaceAll(/[\w+-]{24,}=*/g, "***").replace(/\s+/g, " ").trim().slice(0, 200);
	const details = {
		code,
		status,
		sentence
	};
	if (isBotWall(answer)) {
		const { what } = explainBotWall(failure);
		return new OAuthError(`${what} Ask the instance's admins to let requests to /api/ and /oauth/ through.`, details);
	}
	return new OAuthError(`${`${host} answered ${status}${sentence === "" ? "" : ` “${sentence}”`} (POST ${path}).`} ${cureOf(answer, origin)}`.trim(), details);
}
function cureOf(answer, origin) {
	const { status, headers } = answer;
	if (status === 429) {
		const reset = resetOf(answer);
		return `It was asked too often from here. Try again ${reset ? `after ${formatTime(reset)}` : "in ten minutes"}.`;
	}
	if (status >= 500) return "The server has a problem. Try again later, or tell its admins.";
	if (status >= 300 && status < 400) {
		const target = safeOrigin(headers.location, origin);
		return `It sends elsewhere${target && target !== origin ? `: try ${target}` : ", which is not followed with a secret"}.`;
	}
	if (status === 404 || status === 405) return "This server offers no such thing; is it one with Mastodon's API?";
	return "";
}
Object.defineProperty(exports, "Cancelled", {
	enumerable: true,
	get: function() {
		return Cancelled;
	}
});
Object.defineProperty(exports, "MAX_ANSWER", {
	enumerable: true,
	get: function() {
		return MAX_ANSWER;
	}
});
Object.defineProperty(exports, "MastodonError", {
	enumerable: true,
	get: function() {
		return MastodonError;
	}
});
Object.defineProperty(exports, "NO_TEXT", {
	enumerable: true,
	get: function() {
		return NO_TEXT;
	}
});
Object.defineProperty(exports, "OAuthError", {
	enumerable: true,
	get: function() {
		return OAuthError;
	}
});
Object.defineProperty(exports, "OWN_KEY", {
	enumerable: true,
	get: function() {
		return OWN_KEY;
	}
});
Object.defineProperty(exports, "REQUEST_TIMEOUT", {
	enumerable: true,
	get: function() {
		return REQUEST_TIMEOUT;
	}
});
Object.defineProperty(exports, "VERIFY", {
	enumerable: true,
	get: function() {
		return VERIFY;
	}
});
Object.defineProperty(exports, "accountRemarks", {
	enumerable: true,
	get: function() {
		return accountRemarks;
	}
});
Object.defineProperty(exports, "addressesIn", {
	enumerable: true,
	get: function() {
		return addressesIn;
	}
});
Object.defineProperty(exports, "apiTime", {
	enumerable: true,
	get: function() {
		return apiTime;
	}
});
Object.defineProperty(exports, "asFetch", {
	enumerable: true,
	get: function() {
		return asFetch;
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
Object.defineProperty(exports, "authorOf", {
	enumerable: true,
	get: function() {
		return authorOf;
	}
});
Object.defineProperty(exports, "authorizeUrl", {
	enumerable: true,
	get: function() {
		return authorizeUrl;
	}
});
Object.defineProperty(exports, "countCharacters", {
	enumerable: true,
	get: function() {
		return countCharacters;
	}
});
Object.defineProperty(exports, "countGraphemes", {
	enumerable: true,
	get: function() {
		return countGraphemes;
	}
});
Object.defineProperty(exports, "countUnits", {
	enumerable: true,
	get: function() {
		return countUnits;
	}
});
Object.defineProperty(exports, "diagnose", {
	enumerable: true,
	get: function() {
		return diagnose;
	}
});
Object.defineProperty(exports, "editDraft", {
	enumerable: true,
	get: function() {
		return editDraft;
	}
});
Object.defineProperty(exports, "exchangeCode", {
	enumerable: true,
	get: function() {
		return exchangeCode;
	}
});
Object.defineProperty(exports, "explain", {
	enumerable: true,
	get: function() {
		return explain;
	}
});
Object.defineProperty(exports, "explainConnection", {
	enumerable: true,
	get: function() {
		return explainConnection;
	}
});
Object.defineProperty(exports, "explainUnauthorized", {
	enumerable: true,
	get: function() {
		return explainUnauthorized;
	}
});
Object.defineProperty(exports, "findHashtags", {
	enumerable: true,
	get: function() {
		return findHashtags;
	}
});
Object.defineProperty(exports, "findInstance", {
	enumerable: true,
	get: function() {
		return findInstance;
	}
});
Object.defineProperty(exports, "findMentions", {
	enumerable: true,
	get: function() {
		return findMentions;
	}
});
Object.defineProperty(exports, "findPosted", {
	enumerable: true,
	get: function() {
		return findPosted;
	}
});
Object.defineProperty(exports, "findUrls", {
	enumerable: true,
	get: function() {
		return findUrls;
	}
});
Object.defineProperty(exports, "formatCount", {
	enumerable: true,
	get: function() {
		return formatCount;
	}
});
Object.defineProperty(exports, "formatDuration", {
	enumerable: true,
	get: function() {
		return formatDuration;
	}
});
Object.defineProperty(exports, "formatSize", {
	enumerable: true,
	get: function() {
		return formatSize;
	}
});
Object.defineProperty(exports, "formatTime", {
	enumerable: true,
	get: function() {
		return formatTime;
	}
});
Object.defineProperty(exports, "graphemes", {
	enumerable: true,
	get: function() {
		return graphemes;
	}
});
Object.defineProperty(exports, "guardMentions", {
	enumerable: true,
	get: function() {
		return guardMentions;
	}
});
Object.defineProperty(exports, "handleIn", {
	enumerable: true,
	get: function() {
		return handleIn;
	}
});
Object.defineProperty(exports, "handleOf", {
	enumerable: true,
	get: function() {
		return handleOf;
	}
});
Object.defineProperty(exports, "handlesIn", {
	enumerable: true,
	get: function() {
		return handlesIn;
	}
});
Object.defineProperty(exports, "harmless", {
	enumerable: true,
	get: function() {
		return harmless;
	}
});
Object.defineProperty(exports, "hasScope", {
	enumerable: true,
	get: function() {
		return hasScope;
	}
});
Object.defineProperty(exports, "inSeconds", {
	enumerable: true,
	get: function() {
		return inSeconds;
	}
});
Object.defineProperty(exports, "inUtc", {
	enumerable: true,
	get: function() {
		return inUtc;
	}
});
Object.defineProperty(exports, "isAppToken", {
	enumerable: true,
	get: function() {
		return isAppToken;
	}
});
Object.defineProperty(exports, "isLoopback", {
	enumerable: true,
	get: function() {
		return isLoopback;
	}
});
Object.defineProperty(exports, "isMissingScope", {
	enumerable: true,
	get: function() {
		return isMissingScope;
	}
});
Object.defineProperty(exports, "isPrivateAddress", {
	enumerable: true,
	get: function() {
		return isPrivateAddress;
	}
});
Object.defineProperty(exports, "languageKept", {
	enumerable: true,
	get: function() {
		return languageKept;
	}
});
Object.defineProperty(exports, "leadsToEntry", {
	enumerable: true,
	get: function() {
		return leadsToEntry;
	}
});
Object.defineProperty(exports, "limitsOf", {
	enumerable: true,
	get: function() {
		return limitsOf;
	}
});
Object.defineProperty(exports, "masked", {
	enumerable: true,
	get: function() {
		return masked;
	}
});
Object.defineProperty(exports, "matchMentions", {
	enumerable: true,
	get: function() {
		return matchMentions;
	}
});
Object.defineProperty(exports, "mayDo", {
	enumerable: true,
	get: function() {
		return mayDo;
	}
});
Object.defineProperty(exports, "ofApplication", {
	enumerable: true,
	get: function() {
		return ofApplication;
	}
});
Object.defineProperty(exports, "oneLine", {
	enumerable: true,
	get: function() {
		return oneLine;
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
Object.defineProperty(exports, "outOfBand", {
	enumerable: true,
	get: function() {
		return outOfBand;
	}
});
Object.defineProperty(exports, "parseAddress", {
	enumerable: true,
	get: function() {
		return parseAddress;
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
Object.defineProperty(exports, "parseYamlText", {
	enumerable: true,
	get: function() {
		return parseYamlText;
	}
});
Object.defineProperty(exports, "passwordGrant", {
	enumerable: true,
	get: function() {
		return passwordGrant;
	}
});
Object.defineProperty(exports, "pause", {
	enumerable: true,
	get: function() {
		return pause;
	}
});
Object.defineProperty(exports, "placeInside", {
	enumerable: true,
	get: function() {
		return placeInside;
	}
});
Object.defineProperty(exports, "proxiesIn", {
	enumerable: true,
	get: function() {
		return proxiesIn;
	}
});
Object.defineProperty(exports, "publish", {
	enumerable: true,
	get: function() {
		return publish;
	}
});
Object.defineProperty(exports, "quoted", {
	enumerable: true,
	get: function() {
		return quoted;
	}
});
Object.defineProperty(exports, "readFound", {
	enumerable: true,
	get: function() {
		return readFound;
	}
});
Object.defineProperty(exports, "readHistory", {
	enumerable: true,
	get: function() {
		return readHistory;
	}
});
Object.defineProperty(exports, "readInstance", {
	enumerable: true,
	get: function() {
		return readInstance;
	}
});
Object.defineProperty(exports, "readMetadata", {
	enumerable: true,
	get: function() {
		return readMetadata;
	}
});
Object.defineProperty(exports, "readWorkspaceBytes", {
	enumerable: true,
	get: function() {
		return readWorkspaceBytes;
	}
});
Object.defineProperty(exports, "readWorkspaceFile", {
	enumerable: true,
	get: function() {
		return readWorkspaceFile;
	}
});
Object.defineProperty(exports, "refusedBesidePoll", {
	enumerable: true,
	get: function() {
		return refusedBesidePoll;
	}
});
Object.defineProperty(exports, "refusedMedia", {
	enumerable: true,
	get: function() {
		return refusedMedia;
	}
});
Object.defineProperty(exports, "refusedPoll", {
	enumerable: true,
	get: function() {
		return refusedPoll;
	}
});
Object.defineProperty(exports, "refusedSchedule", {
	enumerable: true,
	get: function() {
		return refusedSchedule;
	}
});
Object.defineProperty(exports, "registerApplication", {
	enumerable: true,
	get: function() {
		return registerApplication;
	}
});
Object.defineProperty(exports, "rehearseEdit", {
	enumerable: true,
	get: function() {
		return rehearseEdit;
	}
});
Object.defineProperty(exports, "repository", {
	enumerable: true,
	get: function() {
		return repository;
	}
});
Object.defineProperty(exports, "resolveInside", {
	enumerable: true,
	get: function() {
		return resolveInside;
	}
});
Object.defineProperty(exports, "revokeToken", {
	enumerable: true,
	get: function() {
		return revokeToken;
	}
});
Object.defineProperty(exports, "scopeFor", {
	enumerable: true,
	get: function() {
		return scopeFor;
	}
});
Object.defineProperty(exports, "serverSentence", {
	enumerable: true,
	get: function() {
		return serverSentence;
	}
});
Object.defineProperty(exports, "short", {
	enumerable: true,
	get: function() {
		return short;
	}
});
Object.defineProperty(exports, "shortName", {
	enumerable: true,
	get: function() {
		return shortName;
	}
});
Object.defineProperty(exports, "softwareAt", {
	enumerable: true,
	get: function() {
		return softwareAt;
	}
});
Object.defineProperty(exports, "softwareNamed", {
	enumerable: true,
	get: function() {
		return softwareNamed;
	}
});
Object.defineProperty(exports, "splitFrontMatter", {
	enumerable: true,
	get: function() {
		return splitFrontMatter;
	}
});
Object.defineProperty(exports, "textOf", {
	enumerable: true,
	get: function() {
		return textOf;
	}
});
Object.defineProperty(exports, "tidyDraft", {
	enumerable: true,
	get: function() {
		return tidyDraft;
	}
});
Object.defineProperty(exports, "tokenApplication", {
	enumerable: true,
	get: function() {
		return tokenApplication;
	}
});
Object.defineProperty(exports, "tokenInfo", {
	enumerable: true,
	get: function() {
		return tokenInfo;
	}
});
Object.defineProperty(exports, "userAgent", {
	enumerable: true,
	get: function() {
		return userAgent;
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
Object.defineProperty(exports, "visible", {
	enumerable: true,
	get: function() {
		return visible;
	}
});
Object.defineProperty(exports, "whatIsAt", {
	enumerable: true,
	get: function() {
		return whatIsAt;
	}
});
Object.defineProperty(exports, "withoutFrontMatter", {
	enumerable: true,
	get: function() {
		return withoutFrontMatter;
	}
});
Object.defineProperty(exports, "withoutSecrets", {
	enumerable: true,
	get: function() {
		return withoutSecrets;
	}
});
