import { t as require_undici } from "./vendor-undici.js";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
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
function hostOf({ origin }) {
	return new URL(origin).host;
}
// src/mastodon/account.ts
var import_undici = require_undici();
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
// src/mastodon/multipart.ts
var FileError = class extends Error {};
function encodeForm(fields, boundary = randomUUID()) {
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
	if (count !== size) throw new FileError(`${filename} changed while it was sent: it had ${size} bytes before. Let nothing write to it meanwhile.`);
}
// src/mastodon/outcome.ts
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
const UNDECIDED = [
	408,
	409,
	425
];
function outcomeOf({ answer, cause }) {
	if (!answer) return wasNeverSent(cause) ? "not done" : "unknown";
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
function refusesKnownKey({ status, text }) {
	return status === 400 && /idempotency/i.test(text);
}
function isReplayed({ headers }) {
	return headers["idempotent-replayed"] === "true";
}
function mayPass(cause) {
	const code = codeOf(cause);
	if (isProxyRefusal(cause)) return /\b50[234]\b/.test(cause.message);
	if (isTlsError(code)) return false;
	return ![
		"ENOTFOUND",
		"ERR_PROXY_ADDRESS",
		"ERR_TIME_IS_UP",
		"UND_ERR_PRX_TLS"
	].includes(code);
}
function wasNeverSent(cause) {
	const code = codeOf(cause);
	return NEVER_SENT.has(code) || isHandshakeError(cause) || isProxyRefusal(cause) || diedConnecting(cause);
}
function codeOf(cause) {
	const { code, cause: inner, errors } = cause ?? {};
	if (typeof code === "string" && code !== "UND_ERR_ABORTED") return code;
	if (errors?.[0]) return codeOf(errors[0]);
	if (inner) return codeOf(inner);
	return typeof code === "string" ? code : "";
}
function isTlsError(code) {
	return /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO$|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$)/.test(code);
}
function isHandshakeError(cause) {
	const code = codeOf(cause);
	const message = cause?.message ?? "";
	if (/before secure TLS connection was established/.test(message)) return true;
	return isTlsError(code) && !/BAD_RECORD_MAC|BAD_LENGTH|DECRYPT|bad record mac/i.test(`${code} ${message}`);
}
function isProxyRefusal(cause) {
	return /^Proxy response/.test(cause?.message ?? "");
}
function diedConnecting(cause) {
	const { syscall } = cause ?? {};
	return syscall === "connect" || syscall === "getaddrinfo";
}
// src/mastodon/version.ts
const version = "0.1.0";
// src/mastodon/client.ts
function openClient(origin, token, http) {
	const common = {
		accept: "application/json",
		"accept-language": "en",
		"user-agent": `mastodon-status-action/${version}`
	};
	async function call(method, path, options = {}) {
		const { body, form, headers } = options;
		const multipart = form ? encodeForm(form) : null;
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
					...multipart ? { "content-type": multipart.type } : {},
					...headers
				},
				...body ? { body: JSON.stringify(body) } : {},
				...multipart ? { body: multipart.body } : {}
			});
		} catch (cause) {
			if (cause instanceof FileError) throw cause;
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
// src/mastodon/limits/announced.ts
function statusesOf(document) {
	return asObject(asObject(document.configuration).statuses);
}
function whole(value, least, most) {
	const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most ? number : void 0;
}
// src/mastodon/limits/counting.ts
const mastodonCounting = {
	unit: "graphemes",
	urlLength: 23,
	mentions: "local part",
	spoiler: true
};
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
			const urlLength = reserve === 0 ? null : reserve ?? mastodonCounting.urlLength;
			return {
				...mastodonCounting,
				urlLength
			};
		}
	}
}
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
// src/mastodon/limits/limits.ts
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
	quotes: true,
	maxPinned: 5
};
const MOST = 1e7;
function limitsOf(document) {
	const maxCharacters = announcedMaximum(document) ?? assumedLimits.maxCharacters;
	const accounts = asObject(asObject(document.configuration).accounts);
	return {
		maxCharacters,
		counting: countingOf(document),
		media: mediaLimitsOf(document),
		poll: pollLimitsOf(document),
		quotes: !isMastodonBefore(document, MASTODON_4_5),
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
	return !isMastodon(document) && countsLike(document) !== "pixelfed";
}
function mimeTypes(list) {
	if (!Array.isArray(list)) return null;
	const types = list.filter((type) => typeof type === "string" && type.includes("/"));
	return types.length === 0 || types.includes("application/octet-stream") ? null : types;
}
function pollLimitsOf(document) {
	const own = asObject(asObject(document.configuration).polls);
	const pleroma = asObject(document.poll_limits);
	const assumed = assumedLimits.poll;
	return {
		maxOptions: whole(own.max_options, 2, MOST) ?? whole(pleroma.max_options, 2, MOST) ?? assumed.maxOptions,
		maxOptionCharacters: whole(own.max_characters_per_option, 1, MOST) ?? whole(pleroma.max_option_chars, 1, MOST) ?? assumed.maxOptionCharacters,
		minExpiration: whole(own.min_expiration, 0, MOST) ?? whole(pleroma.min_expiration, 0, MOST) ?? assumed.minExpiration,
		maxExpiration: whole(own.max_expiration, 1, FOREVER) ?? whole(pleroma.max_expiration, 1, FOREVER) ?? assumed.maxExpiration,
		besideMedia: !isMastodonBefore(document, MASTODON_4_6)
	};
}
const FOREVER = 1e10;
const MASTODON_4_5 = 7;
const MASTODON_4_6 = 10;
function isMastodonBefore(document, wanted) {
	if (!isMastodon(document)) return false;
	const api = whole(asObject(document.api_versions).mastodon, 0, 1e4);
	return api === void 0 ? /^(3\.|4\.[0-2]\.)/.test(String(document.version)) : api < wanted;
}
function isMastodon(document) {
	const version = String(document.version ?? "");
	return /^[34]\.\d+\.\d+/.test(version) && !/compatible|not true/.test(version) && countsLike(document) === "mastodon";
}
function announcedMaximum(document) {
	return whole(statusesOf(document).max_characters, 1, MOST) ?? whole(document.max_toot_chars, 1, MOST);
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
// src/mastodon/diagnosis/server-sentence.ts
function told(failure) {
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
			error,
			error_description,
			message
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
	const [issue] = Array.isArray(zod?.issues) ? zod.issues : [];
	if (typeof issue?.message !== "string") return "";
	return `: ${[Array.isArray(issue.path) ? issue.path.join(".") : "", issue.message].filter(Boolean).join(" ")}`;
}
function shorten(text) {
	const plain = text.replace(/\s+/g, " ").trim();
	return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}
// src/mastodon/diagnosis/bot-wall.ts
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
		what: `A wall in front of ${hostOf(failure)} wants proof of a human: ${told(failure)}.`,
		why: `${isCloudflare ? "Cloudflare" : "A bot filter"} takes this runner for a robot to be kept out.`,
		cure: "Ask the instance's admins to let requests to /api/ through, or use a runner of your own.",
		neverArrived: true
	};
}
// src/mastodon/rate-limit.ts
const YEAR = 316224e5;
function resetOf({ headers }, now = Date.now()) {
	const clock = Date.parse(headers.date ?? "");
	const start = Number.isNaN(clock) ? now : clock;
	return timeOf(headers["x-ratelimit-reset"], start) ?? timeOf(headers["retry-after"], start);
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
function formatTime(date) {
	return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
// src/mastodon/diagnosis/busy-server.ts
function explainRateLimit(failure) {
	const reset = resetOf(failure.answer);
	return {
		what: `${hostOf(failure)} takes no more for now: ${told(failure)}.`,
		why: reset ? `The rate limit ends at ${formatTime(reset)}.` : "The rate limit is used up, and the server does not say until when.",
		cure: reset ? "Run again after that." : "Run again later."
	};
}
function explainServerError(failure) {
	const { status } = failure.answer;
	if (status === 501) return {
		what: `${hostOf(failure)} does not offer this: ${told(failure)}.`,
		why: "The server's software, or its version, cannot do it.",
		cure: "Leave out what it cannot do (some servers cannot schedule), or post to another server."
	};
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
// src/mastodon/diagnosis/connection-causes.ts
const RETRY = "Run again later.";
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
			what: `There is no way from this machine to ${host} (${code}).`,
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
// src/mastodon/missing-scope.ts
function orMissingScope(error, scope, purpose, otherwise = "") {
	if (!(error instanceof MastodonError) || error.failure.answer?.status !== 403) return error;
	const failure = {
		...error.failure,
		answer: error.failure.answer
	};
	if (!tellsOfScope(failure)) return error;
	const needed = scopeNamedIn(failure.answer.headers["www-authenticate"] ?? "", serverSentence(failure)) || scope;
	return new MastodonError(failure, {
		what: `The access token may not do this on ${hostOf(failure)}: ${told(failure)}.`,
		why: `${purpose}, it needs the scope ${needed}.`,
		cure: `Make a new token with ${needed} as well, and store it as the secret${otherwise ? `; or ${otherwise}` : ""}.`
	}, error.outcome);
}
function tellsOfScope(failure) {
	const challenge = failure.answer.headers["www-authenticate"] ?? "";
	const sentence = serverSentence(failure);
	return /scope|insufficient permissions/i.test(`${challenge} ${sentence}`) || asObject(failure.json).error === "";
}
// src/mastodon/diagnosis/refused-token.ts
const VERIFY = "/api/v1/accounts/verify_credentials";
const POSTING = "write:statuses";
async function explainUnauthorized(failure, client) {
	const host = hostOf(failure);
	if (/^basic\b/i.test(failure.answer.headers["www-authenticate"] ?? "")) return {
		what: `Something in front of ${host} asks for a user name and a password: ${told(failure)}.`,
		why: "The server is closed to the public.",
		cure: "Ask the instance's admins to let requests to /api/ through.",
		neverArrived: true
	};
	const what = `${host} refused the access token: ${told(failure)}.`;
	const scope = scopeOf(failure.method, failure.path) || POSTING;
	if ((failure.path === VERIFY ? null : await ask$1(client, VERIFY))?.status === 200) return {
		what,
		why: `The same token is accepted elsewhere on this server, so it is alive: it lacks the scope ${scope}, or the server answers 401 to whatever it minds.`,
		cure: `Make a token with ${scopesWith(scope)}; if it has ${scope === POSTING ? "that scope" : "them"}, look at ${whatIsMinded(scope)}.`
	};
	return {
		what,
		why: whyDead(failure),
		cure: `Make a new token on ${host} with ${scopesWith(scope)}, and store it as the secret.`
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
	if (/\bexpired\b/i.test(words)) return "Its time is over: this server's tokens do not live for ever.";
	return "It was revoked, it is cut off, or it belongs to another instance.";
}
async function explainForbidden(failure, client, isReachable) {
	const host = hostOf(failure);
	const sentence = serverSentence(failure);
	const challenge = failure.answer.headers["www-authenticate"] ?? "";
	if (tellsOfScope(failure)) {
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
async function explainAccount(failure, sentence, client) {
	if (/^empty statuses are not allowed/i.test(sentence)) return {
		why: "This server takes no status without media.",
		cure: "Attach an image or a video."
	};
	const verified = failure.path === VERIFY ? {
		status: 403,
		sentence
	} : await ask$1(client, VERIFY);
	if (verified.sentence === sentence) return {
		why: "The account is not confirmed, waits for approval, or was locked by a moderator.",
		cure: `Log in at ${failure.origin} in a browser: it says there what the account needs.`
	};
	return {
		why: verified.status === 200 ? "The token and its account are well, so it is a rule of the server that forbids this post." : "A rule of the server forbids this post, or a moderator has limited the account.",
		cure: "Change the text or its visibility, or ask the instance's admins."
	};
}
async function isAppToken(client) {
	const account = await ask$1(client, VERIFY);
	if (account.status !== 422 && account.status !== 401) return false;
	return (await ask$1(client, "/api/v1/apps/verify_credentials")).status === 200;
}
async function ask$1(client, path) {
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
async function explainRefusal(failure, client, { characters }, document) {
	const host = hostOf(failure);
	const { status } = failure.answer;
	const isPost = failure.method === "POST" && failure.path === "/api/v1/statuses";
	const what = `${host} refused the ${isPost ? "status" : failure.method === "PUT" ? "edit" : "request"}: ${told(failure)}.`;
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
function explainQuote(sentence) {
	if (!/\bquot/i.test(sentence)) return null;
	if (/mention/i.test(sentence)) return {
		why: "",
		cure: "Mention the author of the quoted status, or widen the visibility."
	};
	return {
		why: "The status to quote is gone, or its author does not let this account quote it.",
		cure: "Check its id, or put its address into the text instead."
	};
}
function causeOf(failure, isPost) {
	const { answer, json } = failure;
	const sentence = serverSentence(failure);
	const quote = isPost && [404, 422].includes(answer.status) ? explainQuote(sentence) : null;
	if (quote) return quote;
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
		why: "Mastodon before 4.6 says so, too, when a status that has a poll is to bear media.",
		cure: "Leave the media out, or post anew."
	};
	if (sentence === "Record invalid") return {
		why: "Mastodon says no more than that of a status to be scheduled; its length, its media or its poll may break a rule.",
		cure: "To hear the reason, post it without a schedule, with the visibility `direct`."
	};
	return json === void 0 ? {
		why: "It comes from something in front of the instance.",
		cure: "Ask the instance's admins what it minds."
	} : {
		why: "",
		cure: "Change what the server minds, and run again."
	};
}
// src/mastodon/diagnosis/strange-answer.ts
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
	if (json !== void 0) return `the answer is no status: ${nameOf(failure)}`;
	if (answer.text.trim() === "") return "with nothing in it";
	if (isHtml(answer)) return "with a web page instead of JSON";
	return /json/i.test(answer.headers["content-type"] ?? "") ? "the JSON is cut off" : "with something else than JSON";
}
function nameOf(failure) {
	const { json } = failure;
	if (json === null) return "null";
	if (Array.isArray(json)) return "a list";
	if (typeof json !== "object") return `a ${typeof json}`;
	if ("error" in json) return `an error, “${serverSentence(failure)}”`;
	return "id" in json ? "an object without a usable id" : "an object without an id";
}
// src/mastodon/diagnosis/unknown-limit.ts
function tellOfLimit(failure, diagnosis) {
	const isReached = failure.answer !== void 0 || outcomeOf(failure) === "unknown";
	if (!isInstancePath(failure.path) || !isReached) return diagnosis;
	const most = assumedLimits.maxCharacters;
	const cure = `${diagnosis.cure} The request asked for the limits of the instance; a text of up to ${most} characters alone, without media, poll or quote, is posted without asking.`;
	return {
		...diagnosis,
		cure
	};
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
	["/.well-known/nodeinfo", ({ text }) => linksIn$1(text).map(({ href }) => href)],
	["/.well-known/host-meta", ({ text }) => [/template=["']([^"']+)["']/.exec(text)?.[1]]],
	["/.well-known/oauth-authorization-server", ({ text }) => [asObject(parseJson(text)).issuer]],
	["/.well-known/webfinger?resource=acct:{host}@{host}", selfLinks]
];
function selfLinks({ text }) {
	return linksIn$1(text).filter(({ rel }) => rel === "self").map(({ href }) => href);
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
function originOf(text) {
	const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(text) ? text : `https://${text}`;
	const url = /\s/.test(text) || !URL.canParse(address) ? null : new URL(address);
	if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") throw new Error("That is no address of an instance. It should look like mastodon.social, https://mastodon.social or @me@mastodon.social");
	if (url.username || url.password) throw new Error("The address carries a user name or password, which does not belong there. Leave it out.");
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
async function softwareAt(probe, origin) {
	const index = await probe(new URL("/.well-known/nodeinfo", origin));
	const href = index?.status === 200 ? linksIn$1(index.text)[0]?.href : void 0;
	if (safeOrigin(href, origin) !== origin) return null;
	const { name, version } = asObject(asObject(parseJson((await probe(new URL(String(href), origin)))?.text ?? "")).software);
	if (typeof name !== "string" || !/^[\w.-]{1,40}$/.test(name)) return null;
	return {
		name,
		version: typeof version === "string" ? version.slice(0, 60) : ""
	};
}
async function softwareOf(probe, origin) {
	return (await softwareAt(probe, origin))?.name ?? null;
}
function safeOrigin(pointer, base) {
	if (typeof pointer !== "string" || pointer === "" || !URL.canParse(pointer, base)) return null;
	const url = new URL(pointer, base);
	const from = new URL(base);
	const staysHere = url.protocol === "http:" && from.protocol === "http:" && isLoopback(url.hostname);
	return url.protocol === "https:" || staysHere ? url.origin : null;
}
function linksIn$1(text) {
	const { links } = asObject(parseJson(text));
	return Array.isArray(links) ? links.map(asObject) : [];
}
// src/mastodon/diagnosis/wrong-address.ts
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
function explainSilence(failure) {
	return {
		what: `${hostOf(failure)} answered ${told(failure)}, and did not say whether it is an instance.`,
		why: "It is overloaded, or something in front of it keeps requests out.",
		cure: `Open ${failure.origin}/api/v2/instance in a browser: an instance describes itself there. If it does, run again later.`
	};
}
// src/mastodon/diagnosis/diagnose.ts
const MOST_TIME = 3e4;
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
		const { method, url, headers, body } = request;
		const stream = typeof body === "object" ? settled(body.chunks()) : null;
		try {
			const answer = await dispatcherFor(url).request({
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
			return {
				status: answer.statusCode,
				headers: flatten(answer.headers),
				text: await readText(answer.body)
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
// src/mastodon/look/content.ts
const ENTITIES$1 = {
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: " ",
	amp: "&"
};
const LINES = /^<\/?(p|br|li|ul|ol|h[1-6]|blockquote|pre|div|hr)\b/i;
const PIECES = /<[^<>]*>|<|[^<]+/g;
function plainContent(html) {
	let text = "";
	for (const [piece] of html.matchAll(PIECES)) if (!isTag(piece)) text += piece;
	else if (/^<\/p>/i.test(piece)) text += "\n\n";
	else if (LINES.test(piece) && !text.endsWith("\n") && text !== "") text += "\n";
	else if (/^<br\b/i.test(piece)) text += "\n";
	return decode(text).split("\n").map((line) => line.trim() === "" ? "" : line).join("\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}
function contentWithAddresses(html) {
	let rest = "";
	let link = null;
	for (const [piece] of html.matchAll(PIECES)) if (/^<a\b/i.test(piece)) link = {
		href: attribute(piece, "href"),
		shown: "",
		isName: /\b(mention|hashtag|u-url)\b/.test(attribute(piece, "class"))
	};
	else if (link && /^<\/a\b/i.test(piece)) {
		const isName = link.isName || /^[@#]/.test(link.shown) || link.href === "" || /^mailto:/i.test(link.href);
		rest += isName ? link.shown : link.href;
		link = null;
	} else if (link) {
		if (!isTag(piece)) link.shown += piece;
	} else rest += piece;
	return plainContent(rest + (link?.shown ?? ""));
}
function linksIn(html) {
	return [...html.matchAll(PIECES)].map(([piece]) => piece).filter((piece) => /^<a\b/i.test(piece)).map((tag) => decode(attribute(tag, "href"))).filter((href) => href !== "");
}
function isTag(piece) {
	return /^<[a-z/!]/i.test(piece) && piece.endsWith(">");
}
function attribute(tag, name) {
	const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(tag);
	return found?.[1] ?? found?.[2] ?? found?.[3] ?? "";
}
function decode(text) {
	return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
		if (name) return ENTITIES$1[name.toLowerCase()] ?? whole;
		const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
		return code <= 1114111 ? String.fromCodePoint(code) : "�";
	});
}
// src/mastodon/look/same-text.ts
function isSameText(up, text) {
	return isSameBy(ENTITY.test(decode(text)) ? essence : normalForm, up, text);
}
const ENTITY = /&[a-z]{2,}\d*;/i;
const ENTITIES = new RegExp(ENTITY, "gi");
function saysTheSame(up, text) {
	return isSameBy(essence, up, text);
}
function isSameBy(form, up, text) {
	const shown = form(up);
	const untagged = text.replaceAll(/<[^>]*>/g, "");
	return shown === form(text) || shown !== "" && shown === form(untagged);
}
function essence(text) {
	return normalForm(text).replaceAll(ENTITIES, "").replaceAll(/[^\p{L}\p{N}]/gu, "");
}
function normalForm(text) {
	return decode(text).replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "").normalize("NFC").replace(/^\s*RE:\s+https?:\S+/, "").replace(/\sRE:\s+https?:\S+$/, "").replaceAll(/(@[\w.-]+)@[\w.-]*\w/g, "$1").replaceAll(/\[([^[\]]*)\]\((https?:[^\s()]+)\)/g, "$2").replaceAll(/(?<![\w/.@-])www\.(?=\w)/gi, "http://www.").replaceAll(URLS, (url) => canonical(url)).split(/[\r\n\u2028\u2029]+/).map((line) => line.trim().replace(/^(?:[#>]+|[-+•]|\d{1,3}[.)])\s+/, "").replace(/^(?:-{3,}|_{3,}|\*{3,})$/, "")).join(" ").replaceAll(/[*_~`\\]/g, "").replaceAll(/\s+/g, " ").trim();
}
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
// src/mastodon/publish/published.ts
function isStored(json) {
	return isId(asObject(json).id);
}
function isScheduled(entity) {
	return typeof entity.scheduled_at === "string" && entity.params !== null && typeof entity.params === "object";
}
function publishedOf(origin, entity, text, known) {
	const scheduled = isScheduled(entity);
	const source = scheduled ? asObject(entity.params) : entity;
	const up = scheduled ? textOf(source.text) : plainContent(textOf(entity.content));
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
		otherText: known.duplicate && up !== "" && !saysTheSame(up, text) ? up : null,
		entity
	};
}
function isId(value) {
	return typeof value === "string" && value !== "" || typeof value === "number";
}
function textOf(value) {
	return typeof value === "string" ? value : "";
}
// src/mastodon/publish/key-keeping.ts
const MASTODON = [
	"mastodon",
	"glitch",
	"hometown",
	"chuckya",
	"fedibird"
];
const OTHERS = [
	"akkoma",
	"pleroma",
	"pixelfed",
	"hollo",
	"mitra",
	"iceshrimp.net"
];
const KEY_LIFE = 354e4;
async function heedsKeys(client, kind) {
	const software = await softwareNameOf(client);
	if (OTHERS.includes(software)) return true;
	if (!MASTODON.includes(software)) return false;
	if (kind === "status") return true;
	const document = await readInstance(client).catch(() => null);
	const [, major, minor] = /^(\d+)\.(\d+)/.exec(String(document?.version)) ?? [];
	return Number(major) > 4 || Number(major) === 4 && Number(minor) >= 3;
}
async function hidesOwnPosts(client) {
	const software = await softwareNameOf(client);
	return software === "" ? null : software === "snac";
}
async function hasScheduledList(client) {
	const software = await softwareNameOf(client);
	return software === "" ? null : [
		...MASTODON,
		"gotosocial",
		"akkoma",
		"pleroma",
		"friendica"
	].includes(software);
}
const PAUSE = 2e3;
async function softwareNameOf(client) {
	const { clock, probe, origin } = client;
	const name = await softwareOf(probe, origin);
	if (name !== null || clock.left() < 2 * PAUSE) return (name ?? "").toLowerCase();
	await clock.wait(PAUSE);
	return (await softwareOf(probe, origin) ?? "").toLowerCase();
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
// src/mastodon/look/look.ts
const MOST_PAGES = 5;
const PAGE = 40;
const LOOK_LIMIT = 3e4;
const NO_SCOPE = "the token lacks the scope `read:statuses`";
function openLookout(client) {
	let owner = null;
	async function look(options) {
		const limited = client.within(LOOK_LIMIT);
		const found = owner ?? await ownerOf(limited);
		if (isGap(found)) return {
			statuses: [],
			scheduled: [],
			skew: {
				offset: 0,
				slack: 0
			},
			visibility: "",
			gap: found
		};
		owner = found;
		const sight = await readStatuses(limited, owner.id, {
			...options,
			visibility: options.visibility ?? owner.privacy
		});
		if (!options.scheduled) return sight;
		const { list, gap } = await readScheduled(limited);
		return {
			...sight,
			scheduled: list,
			gap: sight.gap ?? gap
		};
	}
	return {
		look,
		remember(account) {
			const { id } = asObject(account);
			if (isId(id)) owner ??= {
				id: String(id),
				privacy: ""
			};
		}
	};
}
async function ownerOf(client) {
	const answer = await ask(client, "/api/v1/accounts/verify_credentials");
	if (answer instanceof MastodonError) return gapOf(answer, isDenied(answer) ? "the token may not tell whose it is (scope `profile`)" : "");
	const { id, source } = asObject(answer.json);
	if (!isId(id)) return {
		why: "the server does not tell whose the token is",
		forGood: true,
		lacksScope: false,
		error: null
	};
	return {
		id: String(id),
		privacy: textOf(asObject(source).privacy)
	};
}
async function readStatuses(client, owner, { since, beyond, visibility }) {
	const path = `/api/v1/accounts/${encodeURIComponent(owner)}/statuses?limit=${PAGE}&exclude_reblogs=true`;
	const isPublic = visibility === "public" || visibility === "unlisted";
	let skew = {
		offset: 0,
		slack: 0
	};
	let denied = null;
	let partial = null;
	async function readPage(page) {
		let answer = await (denied ? askOpenly : ask)(client, page);
		if (answer instanceof MastodonError && isDenied(answer) && denied === null) {
			denied = answer;
			answer = await askOpenly(client, page);
			if (!isPublic) partial = {
				why: `${NO_SCOPE}, and without it only public posts are seen`,
				forGood: true,
				lacksScope: true,
				error: denied
			};
		}
		if (answer instanceof MastodonError) {
			if (denied && isForGood(answer)) return gapOf(denied, `${NO_SCOPE}, and without it the server shows nothing`);
			return gapOf(answer, "");
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
	const { list, gap } = await readPages(path, readPage, ({ created_at: made }) => isOlder(made, since - beyond, skew));
	if (partial === null && gap === null && !isPublic) {
		const hides = await hidesOwnPosts(client);
		const why = hides ? "this server lists public posts alone" : "the server does not say what it is, and may hide some";
		if (hides !== false) partial = {
			why,
			forGood: hides === true,
			lacksScope: false,
			error: null
		};
	}
	return {
		statuses: list,
		scheduled: [],
		visibility,
		skew,
		gap: partial ?? (isOlder(list.at(-1)?.created_at, since, skew) ? null : gap)
	};
}
async function readScheduled(client) {
	return readPages(`/api/v1/scheduled_statuses?limit=${PAGE}`, async (page) => {
		const answer = await ask(client, page);
		if (!(answer instanceof MastodonError)) return answer.json;
		const { status = 0 } = answer.failure.answer ?? {};
		const isMissing = [
			400,
			404,
			405,
			410,
			422,
			501
		].includes(status);
		if (isMissing && await hasScheduledList(client) === false) return [];
		const gap = gapOf(answer, isDenied(answer) ? NO_SCOPE : "");
		return isMissing ? {
			...gap,
			forGood: false
		} : gap;
	}, () => false);
}
async function readPages(path, read, isPast) {
	const list = [];
	const known = /* @__PURE__ */ new Set();
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const last = list.at(-1);
		const answer = await read(last ? `${path}&max_id=${encodeURIComponent(String(last.id))}` : path);
		if (isGap(answer)) return {
			list,
			gap: answer
		};
		if (!Array.isArray(answer)) return {
			list,
			gap: STRANGE
		};
		const fresh = answer.map(asObject).filter(({ id }) => isId(id) && !known.has(String(id)));
		if (fresh.length === 0) return {
			list,
			gap: answer.length < PAGE / 2 ? null : TOO_LONG
		};
		for (const entity of fresh) known.add(String(entity.id));
		list.push(...fresh);
		if (isPast(fresh.at(-1))) return {
			list,
			gap: null
		};
	}
	return {
		list,
		gap: TOO_LONG
	};
}
const TOO_LONG = {
	why: `the account posted more since than ${MOST_PAGES} pages show`,
	forGood: true,
	lacksScope: false,
	error: null
};
const STRANGE = {
	why: "the server answered with something else than a list",
	forGood: false,
	lacksScope: false,
	error: null
};
function isGap(answer) {
	return typeof asObject(answer).forGood === "boolean";
}
async function ask(client, path) {
	try {
		return await client.call("GET", path);
	} catch (error) {
		if (error instanceof MastodonError) return error;
		throw error;
	}
}
async function askOpenly(client, path) {
	const answer = await client.probe(new URL(path, client.origin));
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
function isDenied({ failure }) {
	return failure.answer?.status === 401 || failure.answer?.status === 403;
}
function isForGood({ failure: { answer } }) {
	const status = answer?.status ?? 0;
	return status >= 400 && status < 500 && ![
		408,
		425,
		429
	].includes(status);
}
function gapOf(error, why) {
	const { answer, path } = error.failure;
	const what = `GET ${path.replace(/\?.*/, "")}`;
	const plain = answer ? `${what} answered ${answer.status}` : `${what} got no answer`;
	return {
		why: why || plain,
		forGood: isForGood(error),
		lacksScope: isDenied(error),
		error
	};
}
export { MastodonError as $, resetOf as A, limitsOf as B, isAppToken as C, proxiesIn as D, explainConnection as E, serverSentence as F, version as G, isApiError as H, told as I, isTlsError as J, codeOf as K, readInstance as L, explainBotWall as M, isBotWall as N, isLoopback as O, isHtml as P, verifyAccount as Q, whatIsAt as R, softwareAt as S, tellsOfScope as T, openClient as U, asObject as V, parseJson as W, refusesKnownKey as X, mayPass as Y, handleOf as Z, openHttp as _, KEY_LIFE as a, parseAddress as b, isStored as c, isSameAddress as d, hostOf as et, isSameText as f, asFetch as g, linksIn as h, skewOf as i, waitOf as j, formatTime as k, publishedOf as l, contentWithAddresses as m, apiTime as n, heedsKeys as o, namesAddress as p, isReplayed as q, isOlder as r, isId as s, openLookout as t, textOf as u, diagnose as v, orMissingScope as w, safeOrigin as x, findInstance as y, assumedLimits as z };
