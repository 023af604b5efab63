const require_leven = require("./leven.js");
const require_action = require("./action.js");
// src/action/unknown-inputs.ts
const foreignNames = {
	"alt-text": "media",
	"api-key": "access-token",
	"api-token": "access-token",
	"auth-token": "access-token",
	"base-url": "instance-url",
	"api-url": "instance-url",
	body: "status",
	"content-warning": "spoiler-text",
	content: "status",
	cw: "spoiler-text",
	attachment: "media",
	attachments: "media",
	file: "media",
	files: "media",
	host: "instance-url",
	hostname: "instance-url",
	image: "media",
	"image-path": "media",
	images: "media",
	"in-reply-to": "in-reply-to-id",
	instance: "instance-url",
	lang: "language",
	"mastodon-access-token": "access-token",
	"mastodon-host": "instance-url",
	"mastodon-instance": "instance-url",
	"mastodon-token": "access-token",
	"mastodon-url": "instance-url",
	"media-path": "media",
	"media-paths": "media",
	message: "status",
	"message-file": "status-file",
	"poll-options": "poll",
	privacy: "visibility",
	"quote-id": "quoted-status-id",
	"reply-to": "in-reply-to-id",
	"reply-to-id": "in-reply-to-id",
	schedule: "scheduled-at",
	"schedule-at": "scheduled-at",
	"schedule-time": "scheduled-at",
	server: "instance-url",
	"server-url": "instance-url",
	spoiler: "spoiler-text",
	"status-text": "status",
	template: "status",
	text: "status",
	"text-file": "status-file",
	token: "access-token",
	"toot-text": "status",
	toot: "status",
	url: "instance-url"
};
const farthest = (name) => Math.min(3, Math.floor(name.length / 3));
const LEAKED = "This runner hands over the inputs of an enclosing action, too.";
function refusedInputs(names) {
	const told = names.filter((name) => meantBy(name) !== "").map((name) => `Unknown input \`${name}\`. ${meantBy(name)}`);
	const strange = names.filter((name) => meantBy(name) === "").map((name) => `\`${name}\``);
	if (strange.length === 0) return told;
	const which = `Unknown input${strange.length > 1 ? "s" : ""} ${strange.join(", ")}.`;
	return [...told, `${which} Known inputs: ${require_action.inputNames.join(", ")}.`];
}
function ignoredInputs(names) {
	return names.map((name) => `Unknown input \`${name}\`, which is ignored. ${meantBy(name) || LEAKED}`);
}
function meantBy(name) {
	const plain = name.replaceAll(/[_ ]/g, "-");
	const renamed = Object.hasOwn(foreignNames, plain) ? foreignNames[plain] : void 0;
	if (renamed) return `It is called \`${renamed}\` here.`;
	const near = require_leven.closestMatch(plain, require_action.inputNames, { maxDistance: farthest(plain) });
	return near ? `Did you mean \`${near}\`?` : "";
}
exports.ignoredInputs = ignoredInputs;
exports.refusedInputs = refusedInputs;
