const require_action = require("./action.js");
const require_missing_scope = require("./missing-scope.js");
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
	const { statuses, accounts } = require_action.asObject(answer.json);
	const [status] = Array.isArray(statuses) ? statuses.map(require_action.asObject) : [];
	if (status && hasAddress(status, url) && require_action.isId(status.id)) return String(status.id);
	const failure = {
		method: "GET",
		path,
		origin: client.origin,
		proxy: "",
		answer,
		json: answer.json
	};
	const fail = (what, why, cure) => new require_action.MastodonError(failure, {
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
	const explained = require_missing_scope.orMissingScope(error, "read:search", `To find the status that ${name} names by its address`, "give the id that the status has on your instance");
	if (!(error instanceof require_action.MastodonError) || explained !== error) return explained;
	if (![
		404,
		405,
		501
	].includes(error.failure.answer?.status ?? 0)) return error;
	return new require_action.MastodonError(error.failure, {
		what: `${host} cannot look up the status that ${name} names by its address.`,
		why: "Its software has no /api/v2/search.",
		cure: "Give the id that the status has on your instance."
	}, error.outcome);
}
function quote(text) {
	return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
Object.defineProperty(exports, "resolveStatus", {
	enumerable: true,
	get: function() {
		return resolveStatus;
	}
});
