const require_action = require("./action.js");
const require_missing_scope = require("./missing-scope.js");
// src/mastodon/publish/pin.ts
async function pinStatus(client, id, accountId) {
	try {
		const { json } = await client.call("POST", `/api/v1/statuses/${encodeURIComponent(id)}/pin`);
		return require_action.asObject(json).pinned === false ? "Not pinned: the server took the request, and did nothing." : null;
	} catch (error) {
		return await whyNotPinned(client, error, id, accountId);
	}
}
async function whyNotPinned(client, error, id, accountId) {
	const explained = require_missing_scope.orMissingScope(error, "write:accounts", "To pin a status");
	if (!(error instanceof require_action.MastodonError) || explained !== error) return `Not pinned. ${explained.message}`;
	const status = await entityOf(client, `/api/v1/statuses/${encodeURIComponent(id)}`);
	const author = accountId || String(require_action.asObject(status.account).id ?? "");
	const pinned = author === "" ? [] : await pinnedBy(client, author);
	if (status.pinned === true || pinned.some((other) => String(other.id) === id)) return null;
	const { failure } = error;
	const said = failure.answer ? require_missing_scope.told({
		...failure,
		answer: failure.answer
	}) : silence(error);
	if (!failure.answer || failure.answer.status >= 500) return `Perhaps not pinned, look at the profile: ${said}.`;
	if (status.visibility === "direct") return `Not pinned: a \`direct\` status cannot be pinned. ${said}.`;
	const sentence = require_missing_scope.serverSentence(failure);
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
	return require_action.asObject(await read(client, path) ?? {});
}
async function pinnedBy(client, accountId) {
	const list = await read(client, `/api/v1/accounts/${encodeURIComponent(accountId)}/statuses?pinned=true&limit=40`);
	return Array.isArray(list) ? list.map(require_action.asObject).filter((status) => status.pinned !== false) : [];
}
async function read(client, path) {
	try {
		return (await client.call("GET", path)).json;
	} catch {
		return null;
	}
}
// src/steps/pin.ts
async function pin({ client }, { account }, course) {
	const result = course.result();
	const [first] = result.parts;
	if (!first?.id || result.result === "scheduled") return;
	const problem = await pinStatus(client, first.id, String(require_action.asObject(account).id ?? ""));
	if (problem === null) require_action.log("Pinned to the profile.");
	const differences = problem === null ? result.differences : [...result.differences, problem];
	course.advance({
		...result,
		differences,
		isToPin: false
	});
}
exports.pin = pin;
