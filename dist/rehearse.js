const require_action = require("./action.js");
const require_schedule = require("./schedule.js");
// src/steps/rehearse.ts
async function rehearse(client, scheduledAt, now) {
	const late = scheduledAt === null ? null : require_schedule.refusedSchedule(scheduledAt, now);
	if (late !== null) throw new require_action.InputError([late]);
	return (client && await require_action.verifyAccount(client))?.handle ?? "";
}
exports.rehearse = rehearse;
