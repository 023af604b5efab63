const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_action = require("./action.js");
// src/mastodon/limits/figures.ts
function statusesOf(document) {
	return require_action.asObject(require_action.asObject(document.configuration).statuses);
}
function whole(value, least, most) {
	const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isInteger(number) && number >= least && number <= most ? number : void 0;
}
// src/mastodon/limits/counting.ts
function countingOf(document) {
	const raw = {
		unit: "code points",
		urlLength: null,
		mentions: "full",
		spoiler: true
	};
	switch (countsLike(document)) {
		case "gotosocial":
		case "mitra": return raw;
		case "akkoma":
		case "pleroma": return {
			...raw,
			unit: "graphemes"
		};
		case "pixelfed":
		case "takahe":
		case "misskey": return {
			...raw,
			spoiler: false
		};
		default: {
			const reserve = whole(statusesOf(document).characters_reserved_per_url, 0, 100);
			const urlLength = reserve === 0 ? null : reserve ?? require_action.mastodonCounting.urlLength;
			return {
				...require_action.mastodonCounting,
				urlLength
			};
		}
	}
}
function countsLike(document) {
	const version = String(document.version ?? "").toLowerCase();
	const source = String(document.source_url ?? "").toLowerCase();
	const named = [
		"akkoma",
		"pleroma",
		"pixelfed",
		"takahe",
		"mitra",
		"gotosocial"
	].find((name) => version.includes(name));
	if (named) return named;
	if (/misskey|sharkey|iceshrimp|firefish/.test(version)) return "misskey";
	const accounts = require_action.asObject(require_action.asObject(document.configuration).accounts);
	if (source.includes("gotosocial") || "allow_custom_css" in accounts) return "gotosocial";
	return "mastodon";
}
// src/mastodon/limits/announced.ts
var announced_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({ limitsOf: () => limitsOf });
const MOST = 1e7;
function limitsOf(document) {
	const maxCharacters = announcedMaximum(document) ?? require_action.assumedLimits.maxCharacters;
	const accounts = require_action.asObject(require_action.asObject(document.configuration).accounts);
	return {
		maxCharacters,
		counting: countingOf(document),
		media: mediaLimitsOf(document),
		poll: pollLimitsOf(document),
		quotes: !isMastodonBefore(document, MASTODON_4_5),
		maxPinned: whole(accounts.max_pinned_statuses, 0, MOST) ?? require_action.assumedLimits.maxPinned
	};
}
function mediaLimitsOf(document) {
	const media = require_action.asObject(require_action.asObject(document.configuration).media_attachments);
	const { maxAttachments, maxDescription } = require_action.assumedLimits.media;
	const bytes = (figure) => whole(figure, 1, Number.MAX_SAFE_INTEGER) ?? whole(document.upload_limit, 1, Number.MAX_SAFE_INTEGER) ?? null;
	return {
		maxAttachments: whole(statusesOf(document).max_media_attachments, 1, MOST) ?? whole(document.max_media_attachments, 1, MOST) ?? maxAttachments,
		maxDescription: whole(media.description_limit, 1, MOST) ?? whole(document.description_limit, 1, MOST) ?? maxDescription,
		imageBytes: bytes(media.image_size_limit),
		videoBytes: bytes(media.video_size_limit),
		types: mimeTypes(media.supported_mime_types),
		mixes: mixesMedia(document)
	};
}
function mixesMedia(document) {
	return !isMastodon(document) && countsLike(document) !== "pixelfed";
}
function mimeTypes(list) {
	if (!Array.isArray(list)) return null;
	const types = list.filter((type) => typeof type === "string" && type.includes("/"));
	return types.length === 0 || types.includes("application/octet-stream") ? null : types;
}
function pollLimitsOf(document) {
	const own = require_action.asObject(require_action.asObject(document.configuration).polls);
	const pleroma = require_action.asObject(document.poll_limits);
	const assumed = require_action.assumedLimits.poll;
	return {
		maxOptions: whole(own.max_options, 2, MOST) ?? whole(pleroma.max_options, 2, MOST) ?? assumed.maxOptions,
		maxOptionCharacters: whole(own.max_characters_per_option, 1, MOST) ?? whole(pleroma.max_option_chars, 1, MOST) ?? assumed.maxOptionCharacters,
		minExpiration: whole(own.min_expiration, 0, MOST) ?? whole(pleroma.min_expiration, 0, MOST) ?? assumed.minExpiration,
		maxExpiration: whole(own.max_expiration, 1, FOREVER) ?? whole(pleroma.max_expiration, 1, FOREVER) ?? assumed.maxExpiration,
		besideMedia: !isMastodonBefore(document, MASTODON_4_6)
	};
}
const FOREVER = 1e10;
const MASTODON_4_5 = 7;
const MASTODON_4_6 = 10;
function isMastodonBefore(document, wanted) {
	if (!isMastodon(document)) return false;
	const api = whole(require_action.asObject(document.api_versions).mastodon, 0, 1e4);
	return api === void 0 ? /^(3\.|4\.[0-2]\.)/.test(String(document.version)) : api < wanted;
}
function isMastodon(document) {
	const version = String(document.version ?? "");
	return /^[34]\.\d+\.\d+/.test(version) && !/compatible|not true/.test(version) && countsLike(document) === "mastodon";
}
function announcedMaximum(document) {
	return whole(statusesOf(document).max_characters, 1, MOST) ?? whole(document.max_toot_chars, 1, MOST);
}
Object.defineProperty(exports, "announcedMaximum", {
	enumerable: true,
	get: function() {
		return announcedMaximum;
	}
});
Object.defineProperty(exports, "announced_exports", {
	enumerable: true,
	get: function() {
		return announced_exports;
	}
});
Object.defineProperty(exports, "limitsOf", {
	enumerable: true,
	get: function() {
		return limitsOf;
	}
});
