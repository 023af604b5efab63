const require_action = require("./action.js");
const require_mastodon = require("./mastodon.js");
// src/main.ts
const YIELD = 5e3;
var main_default = run();
async function run() {
	let result = require_action.nothingYet;
	let client = null;
	const cancellation = require_action.watchCancellation((onItsWay) => conclude(require_action.cancelled(result, onItsWay)));
	try {
		const raw = require_action.collectInputs();
		require_action.mask(require_action.secretsOf(raw));
		const environment = require_action.readEnvironment();
		require_action.mask(environment.secrets);
		const inputs = await require_action.readInputs(raw, environment);
		for (const remark of inputs.remarks) require_action.warn(remark);
		const silence = require_action.whySilent(inputs, environment);
		if (silence) return require_action.succeed({
			...result,
			result: "skipped",
			reason: silence
		});
		const http = require_mastodon.openHttp({
			proxies: environment.proxies,
			timeout: inputs.timeout
		});
		const { clock } = http;
		const fetch = require_mastodon.asFetch(http);
		if (inputs.instanceUrl) client = require_action.openClient(inputs.instanceUrl, inputs.accessToken, http);
		const facts = await require_action.collectFacts(inputs, environment, fetch);
		const files = await require_action.filesOf(inputs, environment);
		const post = await require_action.render(inputs, facts, files);
		require_action.refuseSecrets([...require_action.textsOf(post), JSON.stringify(inputs.data)], raw);
		const scheduledAt = await require_action.timeOf(post, clock.now());
		const limits = await require_action.askLimits(client, inputs, post);
		const { maxCharacters: limit, counting } = limits ?? require_action.assumedLimits;
		const { spoilerText, guarded } = post;
		const { overflow, maxParts } = inputs;
		const plan = await require_action.compose(post.drafts, {
			limit,
			counting,
			spoiler: spoilerText,
			overflow,
			maxParts
		});
		if (plan.parts.length === 0) throw new Error("The text came to nothing: every value that the template names is empty. Nothing is posted.");
		const attached = await require_action.attachedTo(post, scheduledAt);
		result = require_action.planned(inputs, plan, {
			spoilerText,
			limit,
			limitAsked: limits !== null,
			guarded,
			attached
		});
		require_action.logPlan(result, inputs, facts);
		if (plan.tooLong) throw plan.tooLong;
		const texts = result.parts.map(({ text }) => text);
		await require_action.check(inputs, post, limits, texts);
		if (inputs.dryRun || !client) {
			const { rehearse } = await Promise.resolve().then(() => require("./rehearse.js"));
			const handle = await rehearse(inputs.accessToken ? client : null, scheduledAt, clock.now());
			return require_action.succeed({
				...result,
				result: "dry-run",
				handle
			});
		}
		const first = require_action.firstEventOf(environment);
		if (first) {
			require_action.log(`Waiting ${YIELD / 1e3} s: the event \`${first}\` of this release announces it too, and goes first.`);
			await require_action.pause(clock, YIELD);
		}
		const lookBack = await require_action.lookWindow(inputs, environment, clock.now(), fetch);
		const { poll, mediaHashes, idempotencyKey } = post;
		const { step } = environment;
		const identity = require_action.identityOf({
			facts,
			step,
			idempotencyKey,
			texts,
			spoilerText,
			poll,
			mediaHashes
		});
		const subjectUrl = facts.release?.html_url ?? "";
		const subjectTime = facts.release && require_action.releasedAt(facts.release);
		await require_action.deliver({
			client,
			inputs,
			post,
			texts,
			scheduledAt,
			identity,
			subjectUrl,
			subjectTime,
			lookBack
		}, {
			result: () => result,
			advance(next) {
				result = next;
			},
			...cancellation
		});
		require_action.succeed(result);
	} catch (error) {
		await failWith(error, result, client, cancellation.onItsWay());
	} finally {
		cancellation.stop();
	}
}
function conclude(result) {
	if ([
		"posted",
		"scheduled",
		"edited",
		"duplicate"
	].includes(result.result)) require_action.succeed(result);
	else require_action.fail(result, [result.reason], "");
}
async function failWith(error, result, client, onItsWay) {
	if (error instanceof require_action.MastodonError && client) {
		const characters = result.parts.find(({ id }) => id === "")?.characters;
		const { message, failure, outcome } = await explained(error, client, { characters });
		const wasPosting = ["POST", "PUT"].includes(failure.method) ? outcome : "not done";
		const response = failure.answer?.text ?? "";
		const ended = require_action.broken(result, message, wasPosting, response);
		return require_action.fail(ended, [ended.reason], response);
	}
	const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
	const isLost = /MODULE_NOT_FOUND/.test(String(error?.code));
	const isFault = error instanceof TypeError || error instanceof RangeError || isLost;
	const problems = isFault ? message.split("\n", 1) : message.split("\n");
	const ended = require_action.broken(result, problems.join("\n"), onItsWay === null ? "not done" : "unknown", "");
	require_action.fail(ended, onItsWay === null ? problems : [ended.reason], isFault ? stack : "");
}
async function explained(error, client, known) {
	try {
		const { diagnose } = await Promise.resolve().then(() => require("./diagnose.js")).then((n) => n.diagnose_exports);
		return await diagnose(error, client, known);
	} catch {
		return error;
	}
}
module.exports = main_default;
