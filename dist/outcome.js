// src/mastodon/outcome.ts
var outcome_exports = /* @__PURE__ */ require("./rolldown-runtime.js").__exportAll({ outcomeOf: () => outcomeOf });
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
	"ERR_NO_PARSER",
	"ERR_PROXY_ADDRESS",
	"ERR_TIME_IS_UP"
]);
const UNDECIDED = [
	408,
	409,
	425
];
function outcomeOf(failure) {
	const { answer, cause } = failure;
	if (!answer) return wasNeverSent(cause) ? "not done" : "unknown";
	if (failsValidation(failure)) return "not done";
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
	if (isTlsError(code)) return false;
	return ![
		"ENOTFOUND",
		"ERR_NO_PARSER",
		"ERR_PROXY_ADDRESS",
		"ERR_TIME_IS_UP",
		"UND_ERR_PRX_TLS"
	].includes(code);
}
function wasNeverSent(cause) {
	const code = codeOf(cause);
	return NEVER_SENT.has(code) || isHandshakeError(cause) || proxyRefusal(cause) !== null || diedConnecting(cause);
}
function codeOf(cause) {
	const { code, cause: inner, errors } = cause ?? {};
	if (typeof code === "string" && code !== "UND_ERR_ABORTED") return code;
	if (errors?.[0]) return codeOf(errors[0]);
	if (inner) return codeOf(inner);
	return typeof code === "string" ? code : "";
}
function causeInShort(cause) {
	const refusal = proxyRefusal(cause);
	return refusal === null ? codeOf(cause) : `the proxy refused with ${refusal}`;
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
function proxyRefusal(cause) {
	const [, status] = /^Proxy response \((\d{3})\)/.exec(cause?.message ?? "") ?? [];
	return status === void 0 ? null : Number(status);
}
function diedConnecting(cause) {
	const { syscall } = cause ?? {};
	return syscall === "connect" || syscall === "getaddrinfo";
}
Object.defineProperty(exports, "causeInShort", {
	enumerable: true,
	get: function() {
		return causeInShort;
	}
});
Object.defineProperty(exports, "codeOf", {
	enumerable: true,
	get: function() {
		return codeOf;
	}
});
Object.defineProperty(exports, "failsValidation", {
	enumerable: true,
	get: function() {
		return failsValidation;
	}
});
Object.defineProperty(exports, "isReplayed", {
	enumerable: true,
	get: function() {
		return isReplayed;
	}
});
Object.defineProperty(exports, "isTlsError", {
	enumerable: true,
	get: function() {
		return isTlsError;
	}
});
Object.defineProperty(exports, "mayPass", {
	enumerable: true,
	get: function() {
		return mayPass;
	}
});
Object.defineProperty(exports, "outcomeOf", {
	enumerable: true,
	get: function() {
		return outcomeOf;
	}
});
Object.defineProperty(exports, "outcome_exports", {
	enumerable: true,
	get: function() {
		return outcome_exports;
	}
});
Object.defineProperty(exports, "proxyRefusal", {
	enumerable: true,
	get: function() {
		return proxyRefusal;
	}
});
Object.defineProperty(exports, "refusesKnownKey", {
	enumerable: true,
	get: function() {
		return refusesKnownKey;
	}
});
