const require_action = require("./action.js");
const require_key_keeping = require("./key-keeping.js");
const require_recognise = require("./recognise.js");
const require_found = require("./found.js");
// src/mastodon/look/earlier.ts
async function lookForEarlier(client, lookout, window, onRetry) {
	for (let tries = 1;; tries += 1) {
		const sight = await lookout.look({
			...window,
			beyond: 0
		});
		const { gap } = sight;
		const wait = require_recognise.waitBeforeRetry(tries);
		if (!gap || gap.forGood || tries >= 4 || client.clock.left() <= wait) return sight;
		onRetry(`The look for an earlier post failed (${gap.why}); looking again in ${require_recognise.inSeconds(wait)}.`);
		if (!await require_action.pause(client.clock, wait)) return sight;
	}
}
function findEarlier(client, sight, sought) {
	const entity = require_recognise.recognise(sight, {
		replyTo: void 0,
		...sought,
		beyond: 0,
		scheduledAt: void 0
	});
	return entity && require_found.foundOf(client.origin, entity, sought.text, true);
}
async function relyOnKey(client, gap, { since, scheduled }, onRetry) {
	const isAlive = client.clock.now() - since < require_action.KEY_LIFE;
	if (isAlive && await require_key_keeping.heedsKeys(client, scheduled ? "scheduled" : "status")) return onRetry(`Whether it is there cannot be seen (${gap.why}); sending it all the same, which the key makes safe.`);
	throw cannotSee(client, gap, isAlive ? "This server is not known to heed an Idempotency-Key, so that posting now could make a second post." : "An Idempotency-Key from then may be forgotten by now, so that posting now could make a second post.");
}
async function findPosted(client, { text, subjectUrl, replyTo, ...window }, isIt, onRetry) {
	const sight = await lookForEarlier(client, require_action.openLookout(client), {
		...window,
		scheduled: false
	}, onRetry);
	const taken = /* @__PURE__ */ new Set();
	const sought = {
		text,
		subjectUrl,
		previous: null,
		taken,
		since: window.since
	};
	const next = () => findEarlier(client, sight, {
		...sought,
		replyTo
	}) ?? findEarlier(client, sight, sought);
	for (let found = next(); found; found = next()) {
		if (await isIt(found)) return found;
		taken.add(found.id);
	}
	if (sight.gap) throw cannotSee(client, sight.gap, "To post without knowing could make a second post.", "or name the status by its id or address.");
	return null;
}
function cannotSee(client, gap, why, otherwise = "or set `duplicate-check: never` to post without looking.") {
	if (gap.error && (gap.error.failure.answer?.status === 401 || !gap.forGood)) return gap.error;
	const failure = gap.error?.failure ?? {
		method: "GET",
		path: "/api/v1/accounts/verify_credentials",
		origin: client.origin,
		proxy: ""
	};
	const what = `Whether this was posted before cannot be seen: ${gap.why}.`;
	const cure = `${gap.lacksScope ? "Use a token with the scopes `read:statuses` and `profile`;" : "Look at the account yourself;"} ${otherwise}`;
	return new require_action.MastodonError(failure, {
		what,
		why,
		cure
	}, "not done");
}
exports.findEarlier = findEarlier;
exports.findPosted = findPosted;
exports.lookForEarlier = lookForEarlier;
exports.relyOnKey = relyOnKey;
