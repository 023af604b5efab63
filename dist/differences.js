const require_action = require("./action.js");
// src/mastodon/publish/differences.ts
function differencesOf(asked, entity) {
	const isScheduled = isWaiting(asked, entity);
	const came = isScheduled && entity.params ? {
		...entity,
		...require_action.asObject(entity.params)
	} : entity;
	return [
		schedule(asked, entity, isScheduled),
		visibility(asked, came),
		reply(asked, came, isScheduled),
		media(asked, came),
		poll(asked, came),
		contentWarning(asked, came),
		language(asked, came),
		...isScheduled ? [] : [quote(asked, came), quotePolicy(asked, came)]
	].filter((sentence) => sentence !== null);
}
function fixedOf(asked, entity) {
	const fixed = [];
	const { visibility: came, in_reply_to_id: replied, quote, quote_id: quoted } = entity;
	if (asked.visibility && typeof came === "string" && came !== "" && came !== asked.visibility) fixed.push(`\`visibility\` (it stays \`${came}\`)`);
	if (asked.in_reply_to_id && !replied) fixed.push("`in-reply-to-id` (it stays a reply to none)");
	if (asked.quoted_status_id && !quote && !quoted) fixed.push("`quoted-status-id` (it stays without a quote)");
	if (fixed.length === 0) return null;
	return `An edit cannot change ${fixed.join(", ")}: servers fix that when a status is posted. To change it, delete the status and post it anew.`;
}
function mediaLosses(asked, { media_attachments: came }) {
	if (!Array.isArray(came) || came.length !== asked.length) return [];
	return asked.flatMap(({ label, description, focus }, index) => {
		const { description: alt, meta } = require_action.asObject(came[index]);
		const lost = [];
		if (description !== "" && !alt) lost.push(`The server dropped the description of ${label}.`);
		const { x, y } = require_action.asObject(require_action.asObject(meta).focus);
		const [wantedX = 0, wantedY = 0] = focus.split(",").map(Number);
		const isOff = Math.abs(Number(x) - wantedX) > .02 || Math.abs(Number(y) - wantedY) > .02;
		if (focus !== "" && isOff) lost.push(`The server dropped the focal point of ${label}: previews are cropped its own way.`);
		return lost;
	});
}
function isWaiting({ scheduled_at: time }, entity) {
	if (time === void 0) return false;
	return typeof entity.scheduled_at === "string" || Math.abs(Date.parse(String(entity.created_at)) - Date.parse(time)) < MINUTE;
}
const MINUTE = 6e4;
function schedule({ scheduled_at: time }, entity, isScheduled) {
	if (time === void 0) return null;
	if (!isScheduled) return `Asked to post at ${time}, but it was posted at once: this server does not schedule.`;
	const came = String(entity.scheduled_at ?? entity.created_at);
	if (Number.isNaN(Date.parse(came)) || Math.abs(Date.parse(came) - Date.parse(time)) < MINUTE) return null;
	return `Asked to post at ${time}, but the server will post it at ${came}.`;
}
function visibility({ visibility: asked }, { visibility: came }) {
	if (!asked || typeof came !== "string" || came === "" || came === asked) return null;
	return `Asked for visibility \`${asked}\`, but the server posted it as \`${came}\`.`;
}
function reply(asked, { in_reply_to_id: came }, isScheduled) {
	const wanted = asked.in_reply_to_id;
	if (wanted === void 0) return null;
	if (came === null || came === void 0 || came === "") return `Asked for a reply to the status ${wanted}, but it went out as one that replies to none. That status may be deleted, or its id may be another instance's.`;
	if (isScheduled || String(came) === wanted) return null;
	return `Asked for a reply to the status ${wanted}, but it went out as a reply to ${String(came)}.`;
}
function media({ media_ids: asked = [] }, { media_attachments: came }) {
	const number = Array.isArray(came) ? came.length : 0;
	if (asked.length === 0 || number === asked.length) return null;
	if (number === 0) return `Asked for ${asked.length} media, but it went out without any.`;
	return `Asked for ${asked.length} media, but it went out with ${number}.`;
}
function poll({ poll: asked }, { poll: came }) {
	if (asked === void 0) return null;
	if (came === null || typeof came !== "object") return "Asked for a poll, but it went out without one.";
	const { options, multiple } = require_action.asObject(came);
	if (Array.isArray(options) && options.length !== asked.options.length) return `Asked for a poll with ${asked.options.length} options, but it went out with ${options.length}.`;
	if (asked.multiple !== true || multiple !== false) return null;
	return "Asked for a poll with several choices, but it went out as one with a single choice.";
}
function contentWarning(asked, { spoiler_text: came, sensitive }) {
	if (asked.spoiler_text && asked.status.trim() !== "" && (came === "" || came === null)) return "Asked for a content warning, but it went out without: the text shows at once.";
	if (asked.sensitive !== true || sensitive !== false) return null;
	return "Asked to mark the media as sensitive, but they went out unmarked.";
}
function language({ language: asked }, { language: came }) {
	if (!asked || typeof came !== "string" || came === "") return null;
	const [wanted, known] = [asked, came].map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
	return wanted === known ? null : `Asked for language \`${asked}\`, but the server posted it as \`${came}\`.`;
}
function quote({ quoted_status_id: asked }, { quote: came, quote_id: other }) {
	if (asked === void 0 || typeof other === "string" && other !== "") return null;
	if (came === null || typeof came !== "object") return `Asked to quote the status ${asked}, but it went out without the quote: this server has no quotes (Mastodon has them since 4.5).`;
	const { state } = require_action.asObject(came);
	if (state === void 0 || state === "accepted") return null;
	if (state === "pending") return `The quote of the status ${asked} waits for its author's server to accept it, and does not show until then.`;
	return `The quote of the status ${asked} does not show: it is \`${String(state)}\`.`;
}
function quotePolicy({ quote_approval_policy: asked }, entity) {
	if (asked === void 0 || !["public", "unlisted"].includes(String(entity.visibility))) return null;
	const { quote_approval: approval } = entity;
	if (approval === null || typeof approval !== "object") return `Asked for the quote policy \`${asked}\`, but this server has none (Mastodon has one since 4.5).`;
	const came = policyOf(require_action.asObject(approval));
	if (came === null || came === asked) return null;
	return `Asked for the quote policy \`${asked}\`, but the server set \`${came}\`.`;
}
function policyOf({ automatic, manual }) {
	if (!Array.isArray(automatic)) return null;
	if (automatic.includes("public")) return "public";
	if (automatic.includes("followers")) return "followers";
	return automatic.length === 0 && (!Array.isArray(manual) || manual.length === 0) ? "nobody" : null;
}
exports.differencesOf = differencesOf;
exports.fixedOf = fixedOf;
exports.mediaLosses = mediaLosses;
exports.policyOf = policyOf;
