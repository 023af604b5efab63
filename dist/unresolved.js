const require_diagnose = require("./diagnose.js");
const require_action = require("./action.js");
require("./retry.js");
// src/mastodon/publish/unresolved.ts
const LATER = "Run again when the server is well: a re-run looks first.";
const timeIsOver = {
	why: "The time limit was over before it was known whether the status is there.",
	cure: "Set a longer `timeout`."
};
const keyless = {
	why: "It is not among the account's statuses, but this server is not known to heed an Idempotency-Key, so that sending it again could make two.",
	cure: LATER
};
const givenUp = {
	why: `It is not among the account's statuses, though it was sent 4 times.`,
	cure: LATER
};
const triedBefore = {
	why: "What became of the try before is not known.",
	cure: LATER
};
function blind({ why, forGood, lacksScope }) {
	const cure = lacksScope ? "A token with the scopes `read:statuses` and `profile` lets the action look." : forGood ? "Look at the account yourself." : LATER;
	return {
		why: `Whether the status is there cannot be seen: ${why}.`,
		cure
	};
}
function keyIsOver({ origin }) {
	return new require_action.MastodonError({
		method: "POST",
		path: "/api/v1/statuses",
		origin,
		proxy: ""
	}, {
		what: "Whether an earlier run has posted this could not be seen, and now its Idempotency-Key may be forgotten.",
		why: "What came before the posting took long, and a server keeps a key for an hour.",
		cure: "Look at the account yourself."
	}, "not done");
}
async function unresolved(client, tries, { why, cure }) {
	const { diagnosis } = await require_diagnose.diagnose(inDoubt(tries.telling), client);
	return new require_action.MastodonError(tries.last.failure, {
		what: diagnosis.what,
		why,
		cure
	}, "unknown");
}
function inDoubt({ failure, diagnosis }) {
	return new require_action.MastodonError(failure, diagnosis, "unknown");
}
exports.blind = blind;
exports.givenUp = givenUp;
exports.keyIsOver = keyIsOver;
exports.keyless = keyless;
exports.timeIsOver = timeIsOver;
exports.triedBefore = triedBefore;
exports.unresolved = unresolved;
