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
Object.defineProperty(exports, "codeOf", {
	enumerable: true,
	get: function() {
		return codeOf;
	}
});
Object.defineProperty(exports, "isProxyRefusal", {
	enumerable: true,
	get: function() {
		return isProxyRefusal;
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
Object.defineProperty(exports, "refusesKnownKey", {
	enumerable: true,
	get: function() {
		return refusesKnownKey;
	}
});
