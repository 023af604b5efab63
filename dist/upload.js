const require_action = require("./action.js");
const require_media = require("./media2.js");
// src/steps/upload.ts
async function upload(client, media) {
	require_action.log(`Uploading ${media.length === 1 ? "one file" : `${media.length} files`} to ${client.origin} …`);
	return require_media.uploadMedia(client, media, { progress: require_action.log });
}
async function deleteUnused(client, uploaded, { media_attachments: media }) {
	const borne = Array.isArray(media) ? media.map((item) => String(require_action.asObject(item).id)) : [];
	await require_media.deleteMedia(client, uploaded.filter((id) => !borne.includes(id)));
}
exports.deleteUnused = deleteUnused;
exports.upload = upload;
