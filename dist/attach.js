const require_schedule = require("./schedule.js");
const require_action = require("./action.js");
const require_reference = require("./reference.js");
// src/steps/attach.ts
async function attach({ client, post, scheduledAt }) {
	const late = scheduledAt === null ? null : require_schedule.refusedSchedule(scheduledAt, client.clock.now());
	if (late !== null) throw new Error(late);
	const { inReplyTo, quoted, poll, media } = post;
	return {
		...inReplyTo === "" ? {} : { in_reply_to_id: await require_reference.resolveStatus(client, inReplyTo, "`in-reply-to-id`") },
		...quoted === "" ? {} : { quoted_status_id: await require_reference.resolveStatus(client, quoted, "`quoted-status-id`") },
		...scheduledAt === null ? {} : { scheduled_at: require_action.inUtc(scheduledAt) },
		...poll ? { poll: {
			...poll,
			options: [...poll.options]
		} } : {},
		...media.length > 0 ? { media_ids: await (await Promise.resolve().then(() => require("./upload.js"))).upload(client, media) } : {}
	};
}
exports.attach = attach;
