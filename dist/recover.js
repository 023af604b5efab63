const require_action = require("./action.js");
const require_diagnose = require("./diagnose.js");
const require_missing_scope = require("./missing-scope.js");
const require_key_keeping = require("./key-keeping.js");
const require_found = require("./found.js");
const require_outcome = require("./outcome.js");
const require_recognise = require("./recognise.js");
const require_rate_limit = require("./rate-limit.js");
// src/mastodon/publish/settle.ts
const SETTLED = require_action.REQUEST_LIMIT + 2e3;
const SOON = 5e3;
const LATER$1 = [
	1e4,
	15e3,
	3e4
];
const RESERVE = 5e3;
function settledAt(sent) {
	return sent + SETTLED;
}
async function settle(client, lookout, lost, wanted, options, onWait) {
	const { clock } = client;
	let absences = 0;
	let gap = null;
	let why = whatWasLost(lost.error);
	for (const [looks, pauseAfter] of [SOON, ...LATER$1].entries()) {
		const due = looks === 0 ? soonest(lost.error, clock.now()) : Math.max(pauseAfter, settledAt(lost.sent) - clock.now());
		const wait = Math.min(due, clock.left() - RESERVE);
		if (wait <= 0) return { kind: "time is over" };
		onWait(`${why}; looking in ${require_recognise.inSeconds(wait)} whether the status is there.`);
		if (!await require_action.pause(clock, wait)) return { kind: "time is over" };
		const sight = await lookout.look(options);
		const entity = require_recognise.recognise(sight, wanted);
		if (entity) return {
			kind: "found",
			entity,
			sight
		};
		gap = sight.gap;
		if (gap?.forGood) return {
			kind: "cannot tell",
			gap
		};
		if (gap === null) absences += 1;
		if (gap === null && absences >= 2 && clock.now() >= settledAt(lost.sent)) return { kind: "absent" };
		why = gap ? `The look failed (${gap.why})` : "Not there yet";
	}
	return gap ? {
		kind: "cannot tell",
		gap
	} : { kind: "absent" };
}
function soonest({ failure: { answer } }, now) {
	const asked = answer ? require_rate_limit.waitOf(answer, now) : null;
	return Math.min(Math.max(SOON, asked ?? 0), LATER$1.at(-1));
}
function whatWasLost({ failure: { answer, cause } }) {
	if (answer) return `The answer was ${answer.status}, which leaves open whether the status is stored`;
	if (cause?.name === "TimeoutError") return "No answer in time";
	const code = require_outcome.codeOf(cause);
	return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
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
// src/mastodon/publish/recover.ts
async function recover(client, lookout, part, first, began, progress) {
	const { clock } = client;
	const { params, keySince } = part;
	const keyEnds = (keySince ?? began) + require_action.KEY_LIFE;
	let generation = 0;
	let limits = 0;
	let wasSent = keySince !== null;
	let isAbsent = false;
	let isOpen = false;
	let telling = first;
	let sent = began;
	let next = first;
	for (let tries = 1; next instanceof require_action.MastodonError; tries += 1) {
		const found = await afterFailure(next, sent, tries);
		if (found) return found;
		sent = clock.now();
		next = await require_action.sendStatus(client, part, {
			generation,
			began
		}, progress);
	}
	return next;
	async function afterFailure(error, sent, tries) {
		const { answer, cause } = error.failure;
		const isLast = tries >= 4;
		const isSpent = answer !== void 0 && leadsToFailure(answer);
		if (answer === void 0 || !require_outcome.refusesKnownKey(answer)) telling = error;
		if (isSpent && require_outcome.isReplayed(answer) && (error.outcome === "not done" || isAbsent) && !isLast) {
			generation += 1;
			isOpen = false;
			progress.onRetry(`The server repeats an old answer (${answer.status}); sending it again with another key.`);
			return null;
		}
		if (error.outcome === "unknown" || wasSent && mayBeRepeat(error)) {
			wasSent = true;
			const fate = await afterLoss(error, sent, tries, isSpent);
			if (typeof fate === "object") return fate;
			isAbsent = fate === "absent";
			isOpen = !isAbsent;
			if (isSpent) generation += 1;
			return null;
		}
		if (!isOpen) progress.onSending(null);
		if (answer?.status === 429) limits += 1;
		else if (answer || !require_outcome.mayPass(cause)) throw await inTheEnd(error);
		const wait = answer ? require_recognise.waitForLimit(answer, limits, clock.now()) : require_recognise.waitBeforeRetry(tries);
		const isTooLate = (isOpen || keySince !== null) && clock.now() + wait >= keyEnds;
		if (isLast || isTooLate || wait >= clock.left()) throw await inTheEnd(error);
		progress.onRetry(answer ? `Rate limit: waiting ${require_recognise.inSeconds(wait)}, until ${require_recognise.clockTime(clock.now() + wait)}.` : `No connection (${require_outcome.causeInShort(cause) || "no reason given"}); trying again in ${require_recognise.inSeconds(wait)}.`);
		if (!await require_action.pause(clock, wait)) throw await inTheEnd(error);
		return null;
	}
	function leftOpen(error, reason) {
		return unresolved(client, {
			last: error,
			telling
		}, reason);
	}
	async function inTheEnd(error) {
		return isOpen ? leftOpen(error, triedBefore) : error;
	}
	async function afterLoss(error, sent, tries, isSpent) {
		const { answer } = error.failure;
		const told = answer && tries === 1 && mayComeFromElsewhere(answer) ? await require_diagnose.diagnose(error, client) : error;
		if (part.maySince === null && part.previous === null && error.outcome === "unknown" && told.outcome === "not done") throw told;
		const scheduled = params.scheduled_at !== void 0;
		const since = Math.min(part.maySince ?? began, isSpent ? began - require_action.KEY_LIFE : began);
		const options = {
			since,
			beyond: require_action.KEY_LIFE,
			visibility: params.visibility,
			scheduled
		};
		const fate = await settle(client, lookout, {
			error,
			sent
		}, wantedOf(since), options, progress.onRetry);
		if (fate.kind === "found") {
			progress.onSending(null);
			const duplicate = require_action.isOlder(fate.entity.created_at, began, fate.sight.skew);
			return require_found.foundOf(client.origin, fate.entity, params.status, duplicate);
		}
		if (fate.kind === "absent" && error.outcome === "not done") throw error;
		if (fate.kind === "time is over") throw await leftOpen(error, timeIsOver);
		const heeds = await require_key_keeping.heedsKeys(client, scheduled ? "scheduled" : "status");
		const isLast = tries >= 4;
		if (fate.kind === "absent") {
			if (isLast || !heeds) throw await leftOpen(error, isLast ? givenUp : keyless);
			progress.onRetry("Not there at the last look either; sending it again, which the key makes safe.");
			return "absent";
		}
		const isKeySafe = heeds && error.outcome === "unknown" && !isSpent;
		const wait = Math.max(0, settledAt(sent) - clock.now());
		const isTooLate = clock.now() + wait >= keyEnds;
		if (isLast || !isKeySafe || isTooLate) throw await leftOpen(error, blind(fate.gap));
		progress.onRetry(`Whether it is there cannot be seen (${fate.gap.why}); sending it again in ${require_recognise.inSeconds(wait)}, which the key makes safe.`);
		if (wait > 0 && !await require_action.pause(clock, wait)) throw await leftOpen(error, timeIsOver);
		return "key decides";
	}
	function wantedOf(since) {
		const { subjectUrl, previous, taken } = part;
		const text = params.status.trim() === "" ? params.spoiler_text ?? "" : params.status;
		const replyTo = params.in_reply_to_id ?? null;
		return {
			text,
			subjectUrl,
			previous,
			taken,
			since,
			beyond: require_action.KEY_LIFE,
			replyTo,
			scheduledAt: params.scheduled_at
		};
	}
}
function mayBeRepeat({ failure: { answer } }) {
	return answer !== void 0 && [
		400,
		404,
		409,
		422
	].includes(answer.status) && !require_outcome.isReplayed(answer);
}
function leadsToFailure(answer) {
	return require_outcome.isReplayed(answer) && answer.status >= 300 || require_outcome.refusesKnownKey(answer);
}
function mayComeFromElsewhere(answer) {
	return require_diagnose.isBotWall(answer) || answer.status === 501 || answer.status < 300 && require_missing_scope.isHtml(answer);
}
exports.recover = recover;
