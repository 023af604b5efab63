// src/action/contradictions.ts
function contradictions(inputs) {
	const found = [];
	const { editStatusId, scheduledAt, pin } = inputs;
	if (scheduledAt !== "" && pin) found.push("`pin` needs a status, and a scheduled one is none until its time comes. Leave one of the two out.");
	if (editStatusId !== "" && scheduledAt !== "") found.push("`edit-status-id` changes a status that is out, so `scheduled-at` has nothing to do. Leave one of the two out.");
	if (editStatusId === "" || editStatusId === "auto") return found;
	const named = [
		["visibility", inputs.visibility !== void 0],
		["in-reply-to-id", inputs.inReplyToId !== ""],
		["quoted-status-id", inputs.quotedStatusId !== ""]
	].filter(([, isGiven]) => isGiven).map(([name]) => `\`${name}\``);
	if (named.length > 0) found.push(`An edit cannot change ${named.join(", ")}: servers fix that when a status is posted. Leave ${named.length === 1 ? "it" : "them"} out, or delete the status and post it anew.`);
	return found;
}
exports.contradictions = contradictions;
