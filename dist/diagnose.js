const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_action = require("./action.js");
const require_instance = require("./instance.js");
const require_outcome = require("./outcome.js");
const require_missing_scope = require("./missing-scope.js");
const require_rate_limit = require("./rate-limit.js");
const require_announced = require("./announced.js");
const require_find_host = require("./find-host.js");
// src/mastodon/diagnosis/bot-wall.ts
function isBotWall({ status, headers, text }) {
	if (headers["cf-mitigated"]) return true;
	if (/^error code: 1\d{3}\b/.test(text)) return true;
	return [
		403,
		429,
		503
	].includes(status) && require_missing_scope.isHtml({
		status,
		headers,
		text
	}) && /just a moment|attention required|verify you are (a )?human|making sure you're not a bot|anubis|captcha|checking your browser/i.test(text);
}
function explainBotWall(failure) {
	const { headers, text } = failure.answer;
	const isCloudflare = headers["cf-mitigated"] || headers["cf-ray"] || /cloudflare|^error code: 1/i.test(text);
	return {
		what: `A wall in front of ${require_action.hostOf(failure)} wants proof of a human: ${require_missing_scope.told(failure)}.`,
		why: `${isCloudflare ? "Cloudflare" : "A bot filter"} takes this runner for a robot to be kept out.`,
		cure: "Ask the instance's admins to let requests to /api/ through, or use a runner of your own.",
		neverArrived: true
	};
}
// src/mastodon/diagnosis/busy-server.ts
function explainRateLimit(failure) {
	const reset = require_rate_limit.resetOf(failure.answer);
	return {
		what: `${require_action.hostOf(failure)} takes no more for now: ${require_missing_scope.told(failure)}.`,
		why: reset ? `The rate limit ends at ${require_action.formatTime(reset)}.` : "The rate limit is used up, and the server does not say until when.",
		cure: reset ? "Run again after that." : "Run again later."
	};
}
function explainServerError(failure) {
	const { status } = failure.answer;
	if (status === 501) return {
		what: `${require_action.hostOf(failure)} does not offer this: ${require_missing_scope.told(failure)}.`,
		why: "The server's software, or its version, cannot do it.",
		cure: "Leave out what it cannot do (some servers cannot schedule), or post to another server."
	};
	const reset = require_rate_limit.resetOf(failure.answer);
	return {
		what: `${require_action.hostOf(failure)} is out of order: ${require_missing_scope.told(failure)}.`,
		why: causeOf$1(status),
		cure: reset ? `It asks to wait until ${require_action.formatTime(reset)}; run again after that.` : "Run again later."
	};
}
function causeOf$1(status) {
	if (status === 503) return "The server is overloaded, or down for maintenance.";
	if (status === 502 || status === 504 || status >= 520 && status < 530) return "The server behind its front proxy is down or overloaded.";
	return "The server failed on this request.";
}
// src/mastodon/diagnosis/connection-causes.ts
const RETRY = "Run again later.";
const MORE_TIME = "In a workflow, a longer `timeout` allows more time.";
function explainConnection(failure) {
	const { origin, proxy, cause } = failure;
	const host = require_action.hostOf(failure);
	const code = require_outcome.codeOf(cause);
	const message = cause?.message ?? "";
	if (code === "ERR_TIME_IS_UP") return {
		what: `The time limit was over before ${failure.method} ${failure.path} could be sent to ${host}.`,
		why: "What came before it took too long.",
		cure: `Run again. ${MORE_TIME}`
	};
	if (code === "ERR_NO_PARSER") return {
		what: "This machine cannot read what a server answers: the file llhttp.wasm is missing, or there is no WebAssembly with SIMD.",
		why: "Its folder was cleaned up meanwhile, Node is started with `--jitless` or UNDICI_NO_WASM_SIMD=1, or the processor has no SIMD (SSE4.1 on x86).",
		cure: "Run again; if that is no help, take another machine or a newer Node."
	};
	if (cause?.name === "TimeoutError") return {
		what: `${host} gave no answer to ${failure.method} ${failure.path} within the time limit.`,
		why: "The server is overloaded, or something on the way holds the connection.",
		cure: `${RETRY} ${MORE_TIME}`
	};
	if (proxy !== "") return explainProxy(failure, host, code, message);
	if (require_outcome.isTlsError(code)) return explainTls(host, code);
	switch (code) {
		case "UND_ERR_HEADERS_OVERFLOW": return {
			what: `The headers of the answer of ${host} are longer than 16 kB (${code}).`,
			why: "Something in front of the instance, such as a wall against bots, adds to them.",
			cure: "Tell the instance's admins."
		};
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
	if (!require_action.isProxyAddress(failure.proxy)) return {
		what: `The proxy for ${host} cannot be used.`,
		why: `${variable} holds no address of an HTTP proxy.`,
		cure: `Set ${variable} to an address such as http://proxy.example:3128, or list ${host} in NO_PROXY.`
	};
	const { host: proxy } = new URL(failure.proxy);
	const refusal = require_outcome.proxyRefusal(failure.cause);
	if (refusal !== null) return explainProxyRefusal(failure, refusal, host, variable);
	if (require_outcome.isTlsError(code) && code !== "UND_ERR_PRX_TLS") {
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
// src/mastodon/diagnosis/refused-token.ts
const VERIFY = "/api/v1/accounts/verify_credentials";
const POSTING = "write:statuses";
async function explainUnauthorized(failure, client) {
	const host = require_action.hostOf(failure);
	if (/^basic\b/i.test(failure.answer.headers["www-authenticate"] ?? "")) return {
		what: `Something in front of ${host} asks for a user name and a password: ${require_missing_scope.told(failure)}.`,
		why: "The server is closed to the public.",
		cure: "Ask the instance's admins to let requests to /api/ through.",
		neverArrived: true
	};
	const what = `${host} refused the access token: ${require_missing_scope.told(failure)}.`;
	const scope = require_missing_scope.scopeOf(failure.method, failure.path) || POSTING;
	if ((failure.path === VERIFY ? null : await ask(client, VERIFY))?.status === 200) return {
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
	const words = `${require_missing_scope.serverSentence(failure)} ${failure.answer.headers["www-authenticate"] ?? ""}`;
	if (/\brevoked\b/i.test(words)) return "Somebody revoked it, or the account's password was reset.";
	if (/\bexpired\b/i.test(words)) return "Its time is over: this server's tokens do not live for ever.";
	return "It was revoked, it is cut off, or it belongs to another instance.";
}
async function explainForbidden(failure, client, isReachable) {
	const host = require_action.hostOf(failure);
	const sentence = require_missing_scope.serverSentence(failure);
	const challenge = failure.answer.headers["www-authenticate"] ?? "";
	if (require_missing_scope.tellsOfScope(failure)) {
		const scope = require_missing_scope.scopeNamedIn(challenge, sentence) || require_missing_scope.scopeOf(failure.method, failure.path);
		return {
			what: `The access token may not do this on ${host}: ${require_missing_scope.told(failure)}.`,
			why: scope ? `It lacks the scope ${scope}.` : "It lacks a scope.",
			cure: `A token keeps the scopes that it was made with: make a new one${scope ? ` with ${scope}` : ""}, and store it as the secret.`
		};
	}
	if (failure.json === void 0) return {
		what: `Something in front of ${host} does not let this request in: ${require_missing_scope.told(failure)}.`,
		why: isReachable ? "The instance answers other requests, so a filter minds this one: its text, or that it comes from a runner." : "A firewall or block list keeps the runner's address out; the token has nothing to do with it.",
		cure: "Ask the instance's admins to let requests to /api/ through, or use a runner of your own.",
		neverArrived: true
	};
	const { why, cure } = await explainAccount(failure, sentence, client);
	return {
		what: `${host} does not let this account post: ${require_missing_scope.told(failure)}.`,
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
		if (!(error instanceof require_action.MastodonError)) throw error;
		return {
			status: error.failure.answer?.status ?? 0,
			sentence: require_missing_scope.serverSentence(error.failure)
		};
	}
}
// src/mastodon/diagnosis/refused-status.ts
async function explainRefusal(failure, client, { characters }, document) {
	const host = require_action.hostOf(failure);
	const { status } = failure.answer;
	const isPost = failure.method === "POST" && failure.path === "/api/v1/statuses";
	const what = `${host} refused the ${isPost ? "status" : failure.method === "PUT" ? "edit" : "request"}: ${require_missing_scope.told(failure)}.`;
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
	const saysSo = LENGTH_WORDS.test(require_missing_scope.serverSentence(failure));
	const document = known ?? await require_instance.readInstance(client).catch(() => null);
	if (!document) return saysSo ? {
		why: `The text has ${characters} characters.`,
		cure: "Shorten the text."
	} : null;
	const { maxCharacters } = require_announced.limitsOf(document);
	const allows = `${require_action.hostOf(failure)} allows ${maxCharacters}`;
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
	const sentence = require_missing_scope.serverSentence(failure);
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
		what: `${require_action.hostOf(failure)} answered ${answer.status} to ${method} ${path}, but ${kindOf(failure)}.`,
		why: json === void 0 ? "Something between here and the server changed or cut the answer." : "The server does not keep to the Mastodon API, or something in front of it answered.",
		cure: require_missing_scope.isHtml(answer) ? "Open the address in a browser to see who answers there." : "Run again later."
	};
}
function kindOf(failure) {
	const { answer, json } = failure;
	if (json !== void 0) return `the answer is no status: ${nameOf(failure)}`;
	if (answer.text.trim() === "") return "with nothing in it";
	if (require_missing_scope.isHtml(answer)) return "with a web page instead of JSON";
	return /json/i.test(answer.headers["content-type"] ?? "") ? "the JSON is cut off" : "with something else than JSON";
}
function nameOf(failure) {
	const { json } = failure;
	if (json === null) return "null";
	if (Array.isArray(json)) return "a list";
	if (typeof json !== "object") return `a ${typeof json}`;
	if ("error" in json) return `an error, “${require_missing_scope.serverSentence(failure)}”`;
	return "id" in json ? "an object without a usable id" : "an object without an id";
}
// src/mastodon/diagnosis/unknown-limit.ts
function tellOfLimit(failure, diagnosis) {
	const isReached = failure.answer !== void 0 || require_outcome.outcomeOf(failure) === "unknown";
	if (!require_instance.isInstancePath(failure.path) || !isReached) return diagnosis;
	const most = require_action.assumedLimits.maxCharacters;
	const cure = `${diagnosis.cure} The request asked for the limits of the instance; a text of up to ${most} characters alone, without media, poll or quote, is posted without asking.`;
	return {
		...diagnosis,
		cure
	};
}
// src/mastodon/diagnosis/wrong-address.ts
const CURE = "Set the instance URL to the server that the account is on, such as https://mastodon.social";
async function explainRedirect(failure, client) {
	const { method, path, origin, answer } = failure;
	const host = require_action.hostOf(failure);
	const target = targetOf(failure);
	const what = target ? `${host} redirects ${method} ${path} to ${target.href.slice(0, 200)} (${answer.status}).` : `${host} answered ${method} ${path} with a redirect that names no target (${answer.status}).`;
	const candidate = target && require_find_host.safeOrigin(target.href, origin);
	if (candidate && candidate !== origin && await require_instance.isInstance(client.probe, candidate)) return {
		what,
		why: "An instance answers there, but a redirect is never followed with a token.",
		cure: `Set the instance URL to ${candidate}`,
		neverArrived: true
	};
	if ((await require_instance.whatIsAt(client.probe, origin)).kind === "instance") return {
		what,
		why: answer.status === 303 ? "That says “done, look there”, which is no answer of the Mastodon API, though an instance is here." : "An instance is here all the same, so something in front of it sends the request elsewhere: a login wall, or a rule of its web server.",
		cure: "Ask the instance's admins to let requests to /api/ through."
	};
	const found = await require_find_host.findApiOrigin(client.probe, origin);
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
	const host = require_action.hostOf(failure);
	const found = await require_find_host.findApiOrigin(client.probe, failure.origin);
	if (found) return {
		what: `${host} is the domain of the handles, not the server that the API runs on: ${require_missing_scope.told(failure)}.`,
		why: `The API is at ${found}.`,
		cure: `Set the instance URL to ${found}`,
		neverArrived: true
	};
	const software = await require_find_host.softwareOf(client.probe, failure.origin);
	return {
		what: `${host} is no Mastodon instance: ${require_missing_scope.told(failure)}, and no description at /api/v2/instance or /api/v1/instance.`,
		why: software ? `It runs ${software}, which does not speak the Mastodon API here.` : `The instance URL names ${require_missing_scope.isHtml(failure.answer) ? "a web site" : "some other server"}.`,
		cure: CURE,
		neverArrived: true
	};
}
function explainSilence(failure) {
	return {
		what: `${require_action.hostOf(failure)} answered ${require_missing_scope.told(failure)}, and did not say whether it is an instance.`,
		why: "It is overloaded, or something in front of it keeps requests out.",
		cure: `Open ${failure.origin}/api/v2/instance in a browser: an instance describes itself there. If it does, run again later.`
	};
}
// src/mastodon/diagnosis/diagnose.ts
var diagnose_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ diagnose: () => diagnose });
const MOST_TIME = 3e4;
async function diagnose(error, client, context = {}) {
	const { failure, outcome } = error;
	const { answer } = failure;
	if (error.diagnosis.cure !== "") return error;
	if (!answer) return new require_action.MastodonError(failure, tellOfLimit(failure, explainConnection(failure)), outcome);
	const diagnosis = tellOfLimit(failure, await explainAnswer({
		...failure,
		answer
	}, askingOnce(client.within(MOST_TIME)), context));
	const isProof = answer.status >= 300 || require_missing_scope.isHtml(answer);
	return new require_action.MastodonError(failure, diagnosis, diagnosis.neverArrived && isProof ? "not done" : outcome);
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
	if (require_outcome.failsValidation(failure)) return explainRefusal(failure, client, context, null);
	const isError = require_action.isApiError(failure.json);
	if (status >= 500 && isError) return explainServerError(failure);
	const found = await require_instance.whatIsAt(client.probe, client.origin);
	if (found.kind === "no instance") return explainNoInstance(failure, client);
	if (status >= 500) return explainServerError(failure);
	if (status === 401) return explainUnauthorized(failure, client);
	if (status === 403) return explainForbidden(failure, client, found.kind === "instance");
	if (found.kind === "no answer" && !isError) return explainSilence(failure);
	if (status >= 400) return explainRefusal(failure, client, context, found.document);
	return explainStrangeAnswer(failure);
}
Object.defineProperty(exports, "diagnose", {
	enumerable: true,
	get: function() {
		return diagnose;
	}
});
Object.defineProperty(exports, "diagnose_exports", {
	enumerable: true,
	get: function() {
		return diagnose_exports;
	}
});
Object.defineProperty(exports, "explainBotWall", {
	enumerable: true,
	get: function() {
		return explainBotWall;
	}
});
Object.defineProperty(exports, "explainConnection", {
	enumerable: true,
	get: function() {
		return explainConnection;
	}
});
Object.defineProperty(exports, "isAppToken", {
	enumerable: true,
	get: function() {
		return isAppToken;
	}
});
Object.defineProperty(exports, "isBotWall", {
	enumerable: true,
	get: function() {
		return isBotWall;
	}
});
