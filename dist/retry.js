const require_rate_limit = require("./rate-limit.js");
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
