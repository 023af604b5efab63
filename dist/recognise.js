const require_action = require("./action.js");
const require_rate_limit = require("./rate-limit.js");
const require_found = require("./found.js");
// src/mastodon/retry.ts
const SECOND = 1e3;
const NEVER_SENT = [
	2,
	6,
	18
].map((seconds) => seconds * SECOND);
const NO_RESET = [
	10,
	20,
	40
].map((seconds) => seconds * SECOND);
function waitBeforeRetry(tries) {
	return jittered(NEVER_SENT[tries - 1] ?? NEVER_SENT.at(-1));
}
function waitForLimit(answer, refusals, now) {
	const wait = require_rate_limit.waitOf(answer, now);
	return wait === null ? jittered(NO_RESET[refusals - 1] ?? NO_RESET.at(-1)) : wait + Math.random() * SECOND;
}
function jittered(milliseconds) {
	return milliseconds * (1 + Math.random() / 10);
}
function inSeconds(milliseconds) {
	return `${Math.max(1, Math.round(milliseconds / SECOND))} s`;
}
function clockTime(time) {
	return `${new Date(time).toISOString().slice(11, 19)} UTC`;
}
// src/mastodon/look/recognise.ts
const SAME_TIME = 6e4;
function recognise(sight, wanted) {
	const { since, beyond, taken } = wanted;
	const isIn = (status, time) => !require_action.isOlder(status.created_at, time, sight.skew);
	const own = sight.statuses.filter((status) => !status.reblog && !taken.has(String(status.id)) && !Number.isNaN(require_action.apiTime(status.created_at))).filter((status) => isIn(status, since - beyond)).map((status) => ({
		status,
		isRecent: isIn(status, since),
		...likenessOf(status, wanted)
	})).toReversed().sort((one, other) => Number(other.isTied) - Number(one.isTied) || timeOf(one) - timeOf(other));
	const isPrivateWord = ({ visibility }) => visibility === "direct" && sight.visibility !== "" && sight.visibility !== "direct";
	return (own.find(({ isRecent, hasText }) => isRecent && hasText) ?? own.find(({ isRecent, hasLink, status }) => isRecent && hasLink && !isPrivateWord(status)) ?? own.find(({ hasText, hasLink }) => hasText && hasLink))?.status ?? sight.scheduled.find((entry) => isSameSchedule(entry, wanted)) ?? null;
}
function timeOf({ status }) {
	return require_action.apiTime(status.created_at);
}
function likenessOf(status, { text, subjectUrl, previous, replyTo }) {
	const html = require_action.textOf(status.content);
	const up = require_found.contentWithAddresses(html);
	const reply = status.in_reply_to_id == null ? null : String(status.in_reply_to_id);
	const isTied = reply === (previous ?? replyTo ?? null);
	const mayBe = isTied || reply === null || previous === null && replyTo === void 0;
	const isBlank = text.trim() === "";
	const links = [...require_found.linksIn(html), require_action.textOf(require_action.asObject(status.card).url)];
	const isAbout = subjectUrl !== "" && (links.some((link) => require_found.isSameAddress(link, subjectUrl)) || require_found.namesAddress(up, subjectUrl));
	return {
		hasText: mayBe && require_found.isSameText(up, text) && (!isBlank || hasMedia(status)),
		hasLink: isTied && previous === null && isAbout && require_found.namesAddress(text, subjectUrl),
		isTied
	};
}
function hasMedia({ media_attachments: media }) {
	return Array.isArray(media) && media.length > 0;
}
function isSameSchedule(entry, { text, subjectUrl, scheduledAt }) {
	const params = require_action.asObject(entry.params);
	const own = require_action.textOf(params.text);
	const isSameTime = scheduledAt === void 0 || Math.abs(require_action.apiTime(entry.scheduled_at) - require_action.apiTime(scheduledAt)) <= SAME_TIME;
	const hasLink = subjectUrl !== "" && require_found.namesAddress(text, subjectUrl) && require_found.namesAddress(own, subjectUrl);
	return isSameTime && (hasLink || require_found.isSameText(own, text));
}
Object.defineProperty(exports, "clockTime", {
	enumerable: true,
	get: function() {
		return clockTime;
	}
});
Object.defineProperty(exports, "inSeconds", {
	enumerable: true,
	get: function() {
		return inSeconds;
	}
});
Object.defineProperty(exports, "recognise", {
	enumerable: true,
	get: function() {
		return recognise;
	}
});
Object.defineProperty(exports, "waitBeforeRetry", {
	enumerable: true,
	get: function() {
		return waitBeforeRetry;
	}
});
Object.defineProperty(exports, "waitForLimit", {
	enumerable: true,
	get: function() {
		return waitForLimit;
	}
});
