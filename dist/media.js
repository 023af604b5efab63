const require_leven = require("./leven.js");
const require_action = require("./action.js");
const require_yaml = require("./yaml.js");
// src/action/media.ts
const keys = [
	"file",
	"description",
	"description-file",
	"focus",
	"thumbnail"
];
const otherNames = /* @__PURE__ */ new Map([
	["alt", "description"],
	["alt-text", "description"],
	["alttext", "description"],
	["caption", "description"],
	["desc", "description"],
	["text", "description"],
	["alt-file", "description-file"],
	["alt-text-file", "description-file"],
	["filename", "file"],
	["file-path", "file"],
	["image", "file"],
	["path", "file"],
	["src", "file"],
	["focal-point", "focus"],
	["poster", "thumbnail"],
	["preview", "thumbnail"],
	["thumb", "thumbnail"]
]);
const QUOTE = "Put a path in quotes that begins with one of * & ! @ % ` [ {, or holds `: `.";
const OTHER_KEY = `Known keys: ${keys.join(", ")}. A path that holds \`: \` goes in quotes.`;
async function parseMedia(text) {
	const problems = [];
	const entries = await entriesOf(text.replaceAll("\r\n", "\n").replace(/^(?:[ \t]*\n)+/, "").trimEnd());
	const requests = entries.map((entry, index) => {
		const name = entries.length > 1 ? `\`media\`, entry ${index + 1}` : "`media`";
		return readEntry(entry, (problem) => problems.push(`${name}: ${problem}`));
	});
	if (problems.length > 0) throw new Error(problems.join("\n"));
	return requests;
}
async function entriesOf(text) {
	const written = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
	const first = written.find((line) => !line.startsWith("#")) ?? "";
	if (!isFlow(text.trim()) && !isStructure(first)) {
		if (!written.some(isStructure)) return written.map(unquoted);
		throw new Error("`media` mixes plain lines with YAML. Write each entry behind `- `.");
	}
	const value = await require_yaml.parseYaml("media", text).catch((error) => {
		throw new Error(`${error.message} ${QUOTE}`);
	});
	return Array.isArray(value) ? value : [value];
}
function isFlow(text) {
	return /^[[{]\s*["[{]/.test(text) || /^\[.*\]$/s.test(text) || /^\{.*:.*\}$/s.test(text);
}
function isStructure(line) {
	if (/^-(\s|$)/.test(line)) return true;
	const key = /^(["']?)([\w-]+)\1\s*:(\s|$)/.exec(line)?.[2];
	return key !== void 0 && (keys.some((known) => known === key) || meantBy(key) !== null);
}
function unquoted(line) {
	return /^(["'])(.*)\1$/.exec(line)?.[2] ?? line;
}
function readEntry(entry, refuse) {
	const none = {
		file: "",
		description: "",
		descriptionFile: "",
		focus: "",
		thumbnail: ""
	};
	if (!isMapping(entry)) return {
		...none,
		file: readFile(entry, refuse)
	};
	const given = new Map(Object.entries(entry));
	for (const key of given.keys()) if (!keys.some((known) => known === key)) refuse(`unknown key \`${key}\`. ${meantBy(key) ?? OTHER_KEY}`);
	const text = (key) => {
		const value = given.get(key) ?? "";
		if (typeof value === "string") return value.trim();
		refuse(`\`${key}\` is ${nameOf(value)}. Write a text, in quotes if need be.`);
		return "";
	};
	const [description, descriptionFile] = [text("description"), text("description-file")];
	if (description !== "" && descriptionFile !== "") refuse("`description` and `description-file` exclude each other. Keep one of them.");
	return {
		file: given.has("file") || !isToldOtherwise(given) ? readFile(given.get("file"), refuse) : "",
		description,
		descriptionFile,
		focus: readFocus(text("focus"), refuse),
		thumbnail: text("thumbnail")
	};
}
function isMapping(value) {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
function isToldOtherwise(given) {
	return [...given.keys()].some((key) => meantBy(key)?.includes("`file`"));
}
function readFile(value, refuse) {
	if (value === void 0) refuse("no `file` is named. Write `file:` and a path.");
	else if (value === null || value === "") refuse("the path is empty: its expression came to nothing. Check the step or variable that it is taken from.");
	else if (typeof value !== "string") refuse(`${nameOf(value)} stands where a path should. ${QUOTE}`);
	else if (/^https?:\/\//i.test(value.trim())) refuse(`${require_action.shown(value.trim())} is a web address. Download the file in a step before, and name its path.`);
	else return value.trim();
	return "";
}
function readFocus(value, refuse) {
	const [, x = "", y = ""] = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*,\s*([-+]?(?:\d+\.?\d*|\.\d+))$/.exec(value) ?? [];
	if (value === "" || x !== "" && Math.abs(Number(x)) <= 1 && Math.abs(Number(y)) <= 1) return value === "" ? "" : `${Number(x)},${Number(y)}`;
	refuse(`\`focus\` is ${require_action.shown(value)}. Write \`x,y\`, each from -1 (left, bottom) to 1 (right, top), such as \`0,0.5\`.`);
	return "";
}
function meantBy(name) {
	const plain = name.toLowerCase().replaceAll(/[_ ]/g, "-");
	const other = otherNames.get(plain);
	if (other) return `It is called \`${other}\` here.`;
	const near = require_leven.closestMatch(plain, keys, { maxDistance: Math.min(3, Math.floor(plain.length / 3)) });
	return near ? `Did you mean \`${near}\`?` : null;
}
function nameOf(value) {
	if (Array.isArray(value)) return "a list";
	return typeof value === "object" ? "a mapping" : `\`${value}\``;
}
exports.parseMedia = parseMedia;
