const require_action = require("./action.js");
// src/steps/check.ts
async function refusedOf(inputs, post, limits, parts) {
	const refused = [];
	if (limits && post.media.length > 0) {
		const { refusedMedia } = await Promise.resolve().then(() => require("./media-limits.js"));
		refused.push(...refusedMedia(post.media, limits.media));
	}
	if (limits && post.poll) {
		const { refusedBesidePoll, refusedPoll } = await Promise.resolve().then(() => require("./poll-limits.js"));
		const beside = {
			hasText: true,
			hasMedia: post.media.length > 0
		};
		refused.push(...refusedPoll(post.poll, limits.poll), ...refusedBesidePoll(beside, limits.poll));
	}
	if (post.quoted !== "" && limits && !limits.quotes) refused.push("`quoted-status-id` is set, and this instance has no quotes: Mastodon has them since 4.5. Leave it out, and put the address of the status into the text.");
	if (parts === 1) return refused;
	const cure = "Shorten the text, take `overflow: truncate`, or leave out the lines `---`.";
	if (post.scheduledAt !== "") refused.push(`The text makes ${parts} parts, and a thread cannot be scheduled: its parts would have nothing to reply to. ${cure}`);
	if (inputs.editStatusId !== "") refused.push(`The text makes ${parts} parts, and \`edit-status-id\` edits one status. ${cure}`);
	return refused;
}
function remarksOf({ visibility }, { media }, texts) {
	const remarks = media.filter(({ description }) => description.trim() === "").map(({ label }) => `${label} has no description, so people who cannot see it learn nothing of it, and many will not share it. Set \`description\`.`);
	if (visibility === "direct" && !texts.some((text) => require_action.findMentions(text).length > 0)) remarks.push("`direct` reaches only those who are mentioned, and this text mentions nobody.");
	return remarks;
}
exports.refusedOf = refusedOf;
exports.remarksOf = remarksOf;
