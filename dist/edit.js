const require_action = require("./action.js");
const require_application = require("./application.js");
const require_missing_scope = require("./missing-scope.js");
const require_outcome = require("./outcome.js");
const require_recognise = require("./recognise.js");
const require_differences = require("./differences.js");
const require_earlier = require("./earlier.js");
const require_reference = require("./reference.js");
// src/mastodon/edit/application.ts
async function otherApplication(client, { application }) {
	const its = nameOf(application);
	if (its === "") return null;
	const own = nameOf(await require_application.tokenApplication(client));
	return own === "" || own === its ? null : {
		its,
		own
	};
}
function nameOf(application) {
	return require_action.textOf(require_action.asObject(application).name).trim().replace(/\s+/g, " ");
}
// src/mastodon/edit/body.ts
function bodyOf(named, state, now) {
	const text = named.status ?? state.text ?? "";
	const language = named.language ?? state.language;
	const policy = named.quote_approval_policy ?? state.quotePolicy;
	const mediaIds = named.media_ids ?? state.media.map(({ id }) => String(id));
	const attributes = named.media_ids ? [] : state.media.map(attributesOf).filter((one) => Object.keys(one).length > 1);
	const poll = named.poll ?? (state.poll && kept(state.poll, now));
	return {
		...text === "" ? {} : { status: text },
		...named.status === void 0 && state.contentType !== "" ? { content_type: state.contentType } : {},
		spoiler_text: named.spoiler_text ?? state.spoilerText,
		sensitive: named.sensitive ?? state.sensitive,
		...language === "" ? {} : { language },
		...mediaIds.length === 0 ? {} : { media_ids: mediaIds },
		...attributes.length === 0 ? {} : { media_attributes: attributes },
		...poll ? { poll } : {},
		...policy === null ? {} : { quote_approval_policy: policy }
	};
}
function attributesOf({ id, description, meta }) {
	const { x, y } = require_action.asObject(require_action.asObject(meta).focus);
	return {
		id: String(id),
		...typeof description === "string" && description !== "" ? { description } : {},
		...typeof x === "number" && typeof y === "number" ? { focus: `${x},${y}` } : {}
	};
}
function kept({ options, multiple, hide_totals, closes }, now) {
	return {
		options,
		multiple,
		hide_totals,
		...closes === null ? {} : { expires_in: Math.ceil((closes - now) / 1e3) }
	};
}
function changesOf(named, state) {
	const { status, spoiler_text: spoiler, sensitive, language, media_ids: ids, poll } = named;
	const policy = named.quote_approval_policy;
	const isHidden = plain(spoiler ?? state.spoilerText) !== "";
	return [
		["the text", status !== void 0 && (state.text === null || plain(status) !== plain(state.text))],
		["the content warning", spoiler !== void 0 && plain(spoiler) !== plain(state.spoilerText)],
		["the mark “sensitive”", sensitive !== void 0 && sensitive !== state.sensitive && (sensitive || !isHidden)],
		["the language", language !== void 0 && base(language) !== base(state.language)],
		["the media", ids !== void 0 && String(ids) !== String(state.media.map(({ id }) => id))],
		["the poll", poll !== void 0 && !isSamePoll(poll, state.poll)],
		["the quote policy", policy !== void 0 && state.mayBeQuoted && policy !== state.quotePolicy]
	].filter(([, isOther]) => isOther).map(([what]) => what);
}
function isSamePoll(wanted, stored) {
	return stored !== null && wanted.options.length === stored.options.length && wanted.options.every((option, index) => option.trim() === stored.options[index]) && (wanted.multiple ?? false) === stored.multiple && (stored.isClosed || (wanted.hide_totals ?? false) === stored.hide_totals);
}
function plain(text) {
	return text.replaceAll("\r\n", "\n").trim();
}
function base(tag) {
	return tag.toLowerCase().split(/[-_]/)[0];
}
// src/mastodon/edit/status-state.ts
async function readState(client, id) {
	const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
	const purpose = "To edit a status without losing what is to stay";
	const read = (what) => client.call("GET", what).catch((error) => {
		throw require_missing_scope.orMissingScope(error, "read:statuses", purpose);
	});
	const answer = await read(path).catch((error) => {
		throw isMissing(error) ? noStatus(error, id) : error;
	});
	const source = await read(`${path}/source`).catch((error) => {
		if (isMissing(error)) return null;
		throw error;
	});
	return stateOf(answer, source && require_action.asObject(source.json));
}
function stateOf(answer, source) {
	const entity = require_action.asObject(answer.json);
	const mayBeQuoted = ["public", "unlisted"].includes(require_action.textOf(entity.visibility));
	return {
		entity,
		response: answer.text,
		text: typeof source?.text === "string" ? source.text : null,
		contentType: require_action.textOf(source?.content_type),
		spoilerText: require_action.textOf(source?.spoiler_text ?? entity.spoiler_text),
		sensitive: entity.sensitive === true,
		language: require_action.textOf(entity.language),
		media: Array.isArray(entity.media_attachments) ? entity.media_attachments.map(require_action.asObject) : [],
		poll: entity.poll ? pollOf(require_action.asObject(entity.poll)) : null,
		mayBeQuoted,
		quotePolicy: mayBeQuoted ? require_differences.policyOf(require_action.asObject(entity.quote_approval)) : null
	};
}
function pollOf({ options, multiple, expires_at, expired }) {
	const all = Array.isArray(options) ? options.map(require_action.asObject) : [];
	const closes = Date.parse(require_action.textOf(expires_at));
	return {
		options: all.map(({ title }) => require_action.textOf(title)),
		multiple: multiple === true,
		hide_totals: expired !== true && all.length > 0 && all.every(({ votes_count }) => votes_count === null),
		closes: Number.isNaN(closes) ? null : closes,
		isClosed: expired === true
	};
}
function isMissing(error) {
	return error instanceof require_action.MastodonError && [
		404,
		405,
		410,
		501
	].includes(error.failure.answer?.status ?? 0);
}
function noStatus({ failure, outcome }, id) {
	return new require_action.MastodonError(failure, {
		what: `${require_action.hostOf(failure)} has no status with the id ${id}.`,
		why: "It is deleted, this account may not see it, or the id is one of another instance.",
		cure: "Check the id, or give the address of the status."
	}, outcome);
}
// src/mastodon/edit/edit.ts
const SHORTEST_POLL = 31e4;
const PAUSES = [
	5e3,
	15e3,
	3e4
];
async function editStatus(client, id, wish, onRetry = () => {}) {
	const state = await readState(client, id);
	const { attach, ...named } = wish;
	if (named.poll && isSamePoll(named.poll, state.poll)) delete named.poll;
	if (!attach && changesOf(named, state).length === 0) return editedOf(client, state, state.text ?? "");
	refuseLoss(client, named, state);
	const all = attach ? {
		...named,
		media_ids: await attach()
	} : named;
	const text = all.status ?? state.text ?? "";
	const after = await put(client, id, all, state, onRetry);
	if (after === null) return editedOf(client, state, text);
	const differences = changesOf({
		...all,
		status: void 0
	}, after).map((what) => `The edit was taken, but the server left ${what} as before.`);
	return {
		...editedOf(client, after, text),
		changed: true,
		differences
	};
}
function editedOf(client, { entity, response }, text) {
	return {
		changed: false,
		id: String(entity.id),
		url: require_action.textOf(entity.url) || require_action.textOf(entity.uri),
		uri: require_action.textOf(entity.uri),
		visibility: require_action.textOf(entity.visibility),
		language: require_action.textOf(entity.language),
		handle: require_action.handleOf(entity.account, client.origin),
		text,
		differences: [],
		entity,
		response
	};
}
function refuseLoss(client, named, { entity, text, poll }) {
	const { host } = new URL(client.origin);
	const url = String(entity.url ?? entity.uri);
	const refuse = (what, why, cure) => {
		const failure = {
			method: "PUT",
			path: `/api/v1/statuses/${String(entity.id)}`,
			origin: client.origin,
			proxy: ""
		};
		return new require_action.MastodonError(failure, {
			what,
			why,
			cure
		}, "not done");
	};
	if (entity.reblog) throw refuse(`${url} is a boost, and no status of its own.`, "", "Give the id of the status that it boosts.");
	if (named.status === void 0 && text === null) throw refuse(`${url} cannot be edited without a text: ${host} does not tell the one that it has as it was written.`, "An edit sends everything anew, and mentions and formatting would be lost.", "Give the text as well.");
	if (!poll || named.poll) return;
	const left = poll.closes === null ? Number.POSITIVE_INFINITY : poll.closes - client.clock.now();
	if (!poll.isClosed && left >= SHORTEST_POLL) return;
	const time = poll.closes === null ? "" : ` (${require_action.formatTime(new Date(poll.closes))})`;
	throw refuse(`${url} cannot be edited any more: its poll ${poll.isClosed || left <= 0 ? "is closed" : "ends within five minutes"}${time}.`, "An edit sends the poll anew, and a server takes none that ends so soon.", "Give another poll to replace it, or post anew.");
}
async function put(client, id, named, state, onRetry) {
	const path = `/api/v1/statuses/${encodeURIComponent(id)}`;
	let lost = null;
	for (const [index, wait] of PAUSES.entries()) {
		const error = await send(client, path, bodyOf(named, state, client.clock.now()));
		if (!(error instanceof require_action.MastodonError)) return error;
		const { answer } = error.failure;
		if (/status was not changed/i.test(require_missing_scope.serverSentence(error.failure))) return null;
		if (lost && isMissing(error)) throw lost;
		const isLast = index === PAUSES.length - 1;
		if (answer?.status === 429) {
			const limit = require_recognise.waitForLimit(answer, index + 1, client.clock.now());
			if (isLast || limit >= client.clock.left()) throw lost ?? error;
			onRetry(`Rate limit: waiting ${require_recognise.inSeconds(limit)}, until ${require_recognise.clockTime(client.clock.now() + limit)}.`);
			if (!await require_action.pause(client.clock, limit)) throw lost ?? error;
			continue;
		}
		if (error.outcome === "not done") throw await explainRefusal(client, error, state);
		lost = error;
		if (wait >= client.clock.left()) throw lost;
		onRetry(`${whatWasLost(error)}; looking in ${require_recognise.inSeconds(wait)} whether the edit was made.`);
		if (!await require_action.pause(client.clock, wait)) throw lost;
		const now = await readState(client, id).catch(() => null);
		if (now && changesOf(named, now).length === 0) return now;
		if (now && !isLast) onRetry("Not made; sending it again.");
	}
	throw lost;
}
function whatWasLost({ failure: { answer, cause } }) {
	if (answer) return `The answer was ${answer.status}, which leaves open whether the edit was made`;
	const code = require_outcome.codeOf(cause);
	return `Connection lost after sending${code === "" ? "" : ` (${code})`}`;
}
async function send(client, path, body) {
	try {
		const answer = await client.call("PUT", path, { body });
		if (require_action.isStored(answer.json)) return stateOf(answer, null);
		const failure = {
			method: "PUT",
			path,
			origin: client.origin,
			proxy: "",
			answer,
			json: answer.json
		};
		return new require_action.MastodonError(failure, {
			what: "The answer is no status.",
			why: "",
			cure: ""
		}, "unknown");
	} catch (error) {
		if (error instanceof require_action.MastodonError) return error;
		throw error;
	}
}
async function explainRefusal(client, error, { entity }) {
	const explained = require_missing_scope.orMissingScope(error, "write:statuses", "To edit a status");
	const { failure } = error;
	if (explained !== error || !failure.answer || !(isMissing(error) || failure.answer.status === 403)) return explained;
	const author = require_action.asObject(entity.account);
	const own = await ownId(client);
	if (own === author.id && failure.answer.status === 403) return error;
	const why = own === author.id ? "The status is this account's own, so it is the server that cannot edit." : `It is by ${require_action.handleOf(author, client.origin)}, and an account edits its own statuses only${own === null ? "; or the server cannot edit" : ""}.`;
	const what = `${require_action.hostOf(failure)} did not edit ${String(entity.url ?? entity.uri)}: ${require_missing_scope.told({
		...failure,
		answer: failure.answer
	})}.`;
	const cure = own === author.id ? "Post anew." : "Check the id, or post anew.";
	return new require_action.MastodonError(failure, {
		what,
		why,
		cure
	}, error.outcome);
}
async function ownId(client) {
	try {
		return require_action.asObject((await client.call("GET", "/api/v1/accounts/verify_credentials")).json).id ?? null;
	} catch {
		return null;
	}
}
// src/steps/edit.ts
async function editPosted(delivery, course) {
	const id = await statusToEdit(delivery);
	if (id === null) return null;
	course.advance({
		...course.result(),
		isEdit: true
	});
	return edit(delivery, id, course);
}
async function edit(delivery, id, course) {
	const { client, inputs, post, texts } = delivery;
	const { spoiler_text, language, sensitive, quote_approval_policy } = require_action.paramsOf(delivery);
	require_action.log(`Editing ${id} on ${inputs.instanceUrl} …`);
	course.onSending("the edit");
	let uploaded = [];
	const attach = async () => {
		course.onSending(null);
		const { upload } = await Promise.resolve().then(() => require("./upload.js"));
		uploaded = await upload(client, post.media);
		course.onSending("the edit");
		return uploaded;
	};
	const done = await editStatus(client, id, {
		status: texts[0],
		...spoiler_text === void 0 ? {} : { spoiler_text },
		...language === void 0 ? {} : { language },
		...sensitive === void 0 ? {} : { sensitive },
		...quote_approval_policy === void 0 ? {} : { quote_approval_policy },
		...post.poll ? { poll: post.poll } : {},
		...post.media.length > 0 ? { attach } : {}
	}, (line) => require_action.noteRetry(line, course)).catch(async (error) => {
		if (require_action.isNotDone(error, course)) {
			course.onSending(null);
			const { deleteMedia } = await Promise.resolve().then(() => require("./media2.js"));
			await deleteMedia(client, uploaded);
		}
		throw error;
	});
	course.advance(require_action.edited(course.result(), done));
	course.onSending(null);
	const asked = {
		in_reply_to_id: post.inReplyTo,
		quoted_status_id: post.quoted
	};
	const fixed = require_differences.fixedOf(inputs.visibility === void 0 ? asked : {
		...asked,
		visibility: inputs.visibility
	}, done.entity);
	if (fixed !== null) require_action.noteDifferences([fixed], course);
	course.settle();
	return done.entity;
}
async function statusToEdit({ client, inputs, post, texts, subjectUrl, subjectTime }) {
	if (post.edits !== "auto") return require_reference.resolveStatus(client, post.edits, "`edit-status-id`");
	const { duplicateCheck, visibility } = inputs;
	const usual = client.clock.now() - (typeof duplicateCheck === "number" ? duplicateCheck : require_action.USUAL_WINDOW);
	const since = Math.min(usual, subjectTime ?? usual);
	const replyTo = post.inReplyTo === "" ? void 0 : await require_reference.resolveStatus(client, post.inReplyTo, "`in-reply-to-id`");
	let refusal = null;
	const isOurs = async (found) => {
		const why = await whyNotOurs(client, found);
		refusal ??= why;
		return why === null;
	};
	const found = await require_earlier.findPosted(client, {
		text: texts[0],
		subjectUrl,
		replyTo,
		since,
		visibility
	}, isOurs, require_action.log);
	if (found) return found.id;
	if (refusal !== null) throw new Error(refusal);
	require_action.log("No status that announces the same was found, so a new one is posted.");
	return null;
}
async function whyNotOurs(client, { entity, otherText, url }) {
	const other = otherText === null ? null : await otherApplication(client, entity);
	if (other === null) return null;
	return `${url} links to the same release, but it was posted with the application “${other.its}”, not with this token's “${other.own}”, so somebody may have written it by hand, and it is left as it is. Set \`edit-status-id\` to the address of the status that is to be edited, or leave it out to post beside this one.`;
}
exports.editPosted = editPosted;
