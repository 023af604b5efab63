const require_action = require("./action.js");
const require_file_size = require("./file-size.js");
// src/steps/attached.ts
function attachedOf({ media, poll, inReplyTo, quoted }, scheduledAt) {
	return {
		media: media.map(({ label, file, focus, thumbnail, description }) => {
			return {
				label: `${label} (${[
					file.type,
					require_file_size.formatSize(file.size),
					...focus === "" ? [] : [`focus ${focus}`],
					...thumbnail === null ? [] : [`thumbnail ${thumbnail.filename}`]
				].join(", ")})`,
				description
			};
		}),
		poll: poll && {
			options: [...poll.options],
			mark: poll.multiple ? "☐" : "○",
			settings: [
				`open for ${require_action.formatDuration(poll.expires_in * 1e3)}`,
				poll.multiple ? "several choices" : "one choice",
				...poll.hide_totals ? ["votes hidden until it closes"] : []
			].join(", ")
		},
		scheduledAt: scheduledAt === null ? "" : require_action.inUtc(scheduledAt),
		inReplyTo,
		quoted
	};
}
exports.attachedOf = attachedOf;
