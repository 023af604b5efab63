const require_find_host = require("./find-host.js");
const require_instance = require("./instance.js");
// src/mastodon/key-keeping.ts
const MASTODON = [
	"mastodon",
	"glitch",
	"hometown",
	"chuckya",
	"fedibird"
];
const OTHERS = [
	"akkoma",
	"pleroma",
	"pixelfed",
	"hollo",
	"mitra",
	"iceshrimp.net"
];
async function heedsKeys(client, kind) {
	const software = await softwareNameOf(client);
	if (OTHERS.includes(software)) return true;
	if (!MASTODON.includes(software)) return false;
	if (kind === "status") return true;
	const document = await require_instance.readInstance(client).catch(() => null);
	const [, major, minor] = /^(\d+)\.(\d+)/.exec(String(document?.version)) ?? [];
	return Number(major) > 4 || Number(major) === 4 && Number(minor) >= 3;
}
async function hidesOwnPosts(client) {
	const software = await softwareNameOf(client);
	return software === "" ? null : software === "snac";
}
async function hasScheduledList(client) {
	const software = await softwareNameOf(client);
	return software === "" ? null : [
		...MASTODON,
		"gotosocial",
		"akkoma",
		"pleroma",
		"friendica"
	].includes(software);
}
const PAUSE = 2e3;
async function softwareNameOf(client) {
	const { clock, probe, origin } = client;
	const name = await require_find_host.softwareOf(probe, origin);
	if (name !== null || clock.left() < 2 * PAUSE) return (name ?? "").toLowerCase();
	await clock.wait(PAUSE);
	return (await require_find_host.softwareOf(probe, origin) ?? "").toLowerCase();
}
Object.defineProperty(exports, "hasScheduledList", {
	enumerable: true,
	get: function() {
		return hasScheduledList;
	}
});
Object.defineProperty(exports, "heedsKeys", {
	enumerable: true,
	get: function() {
		return heedsKeys;
	}
});
Object.defineProperty(exports, "hidesOwnPosts", {
	enumerable: true,
	get: function() {
		return hidesOwnPosts;
	}
});
