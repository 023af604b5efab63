// src/mastodon/rate-limit.ts
const YEAR = 316224e5;
function resetOf({ headers }, now = Date.now()) {
	const clock = Date.parse(headers.date ?? "");
	const start = Number.isNaN(clock) ? now : clock;
	return timeOf(headers["x-ratelimit-reset"], start) ?? timeOf(headers["retry-after"], start);
}
function waitOf(answer, now) {
	const reset = resetOf(answer, now)?.getTime() ?? 0;
	const date = Date.parse(answer.headers.date ?? "");
	const wait = reset - (Number.isNaN(date) ? now : date);
	return wait > 0 ? wait + 1e3 : null;
}
function timeOf(value, start) {
	if (!value) return null;
	const time = /^\d+(\.\d+)?$/.test(value) ? timeOfNumber(Number(value), start) : Date.parse(value);
	return Math.abs(time - start) <= YEAR ? new Date(time) : null;
}
function timeOfNumber(value, start) {
	if (value < 1e9) return start + value * 1e3;
	return value < 1e11 ? value * 1e3 : value;
}
Object.defineProperty(exports, "resetOf", {
	enumerable: true,
	get: function() {
		return resetOf;
	}
});
Object.defineProperty(exports, "waitOf", {
	enumerable: true,
	get: function() {
		return waitOf;
	}
});
