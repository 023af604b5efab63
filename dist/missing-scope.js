const require_action = require("./action.js");
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
	if (!(error instanceof require_action.MastodonError) || error.failure.answer?.status !== 403) return error;
	const failure = {
		...error.failure,
		answer: error.failure.answer
	};
	if (!tellsOfScope(failure)) return error;
	const needed = scopeNamedIn(failure.answer.headers["www-authenticate"] ?? "", serverSentence(failure)) || scope;
	const diagnosis = {
		what: `The access token may not do this on ${require_action.hostOf(failure)}: ${told(failure)}.`,
		why: `${purpose}, it needs the scope ${needed}.`,
		cure: `Make a new token with ${needed} as well, and store it as the secret${otherwise ? `; or ${otherwise}` : ""}.`
	};
	return new require_action.MastodonError(failure, diagnosis, error.outcome);
}
function tellsOfScope(failure) {
	const challenge = failure.answer.headers["www-authenticate"] ?? "";
	const sentence = serverSentence(failure);
	return /scope|insufficient permissions/i.test(`${challenge} ${sentence}`) || require_action.asObject(failure.json).error === "";
}
Object.defineProperty(exports, "isHtml", {
	enumerable: true,
	get: function() {
		return isHtml;
	}
});
Object.defineProperty(exports, "orMissingScope", {
	enumerable: true,
	get: function() {
		return orMissingScope;
	}
});
Object.defineProperty(exports, "scopeNamedIn", {
	enumerable: true,
	get: function() {
		return scopeNamedIn;
	}
});
Object.defineProperty(exports, "scopeOf", {
	enumerable: true,
	get: function() {
		return scopeOf;
	}
});
Object.defineProperty(exports, "serverSentence", {
	enumerable: true,
	get: function() {
		return serverSentence;
	}
});
Object.defineProperty(exports, "tellsOfScope", {
	enumerable: true,
	get: function() {
		return tellsOfScope;
	}
});
Object.defineProperty(exports, "told", {
	enumerable: true,
	get: function() {
		return told;
	}
});
