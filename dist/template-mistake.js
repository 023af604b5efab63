const require_leven = require("./leven.js");
const require_vendor_liquid = require("./vendor-liquid.js");
const require_action = require("./action.js");
// src/status/template/template-mistake.ts
const MOST_NAMES = 40;
const OWN_FILTERS = "`plain_text`, `hashtag`, `hashtags`, `fit` and `mention`";
const CONTEXTS = [
	"env",
	"inputs",
	"job",
	"jobs",
	"matrix",
	"needs",
	"runner",
	"steps",
	"strategy",
	"vars"
];
function explainTemplate(error, known) {
	const inner = require_vendor_liquid.LiquidError.is(error) ? error.originalError ?? error : error;
	if (inner instanceof require_action.TemplateError && inner === error) return error;
	const said = inner.message.replace(/, line:\d+, col:\d+.*/s, "");
	const why = inner instanceof require_action.TemplateError ? inner.message : inner instanceof RangeError ? "nests too deep. Take some of its {% %} out of the others." : limitOf(said) ?? (require_vendor_liquid.LiquidError.is(error) ? mistakeIn(said, known) : null);
	if (why === null) return error;
	const place = /, line:(\d+), col:(\d+)/.exec(error.message)?.slice(1).map(Number);
	return new require_action.TemplateError(`${require_action.whereIn(known.name, place)} ${why}`, { cause: error });
}
function limitOf(said) {
	if (/parse length limit exceeded/.test(said)) return "is too long. A template may have 100,000 characters.";
	if (/template render limit exceeded/.test(said)) return "took longer than 3 seconds to render. Loop over less.";
	if (/memory alloc limit exceeded/.test(said)) return "works through far more than a status can hold. Loop over less.";
	return null;
}
function mistakeIn(said, { facts, filters, tags }) {
	const variable = /^undefined variable: (.+)/s.exec(said)?.[1];
	if (variable) return unknownName(variable, facts);
	const filter = /^undefined filter: (.+)/s.exec(said)?.[1];
	if (filter) {
		const meant = /^(?:markdown(?:ify)?|strip_markdown|text)$/i.test(filter) ? "plain_text" : near(filter, filters);
		return `uses a filter \`${filter}\`, which is not known. ${meant ? `Did you mean \`${meant}\`?` : `Known are Liquid's own filters and ${OWN_FILTERS}.`}`;
	}
	const tag = /^tag "(.+?)" not found/.exec(said)?.[1];
	if (tag) return unknownTag(tag, tags);
	const open = /^tag \{%-?\s*(\w+).* not closed$/s.exec(said)?.[1];
	if (open) return `opens {% ${open} %} and never closes it. Write {% end${open} %} where it ends.`;
	return `cannot be understood: ${said.replace(/\s+/g, " ")}. ${grammarHint(said)}`;
}
function unknownTag(tag, tags) {
	if ([
		"include",
		"render",
		"layout",
		"block"
	].includes(tag)) return `uses {% ${tag} %}, but it cannot load other templates. Write the text itself.`;
	if (tag.startsWith("end") && tags.includes(tag.slice(3))) return `closes with {% ${tag} %} what is not open there. Check that each {% ${tag.slice(3)} %} has one end.`;
	const meant = near(tag, tags);
	return `uses a tag {% ${tag} %}, which is not known. ${meant ? `Did you mean \`${meant}\`?` : "Liquid's own tags are known."}`;
}
function grammarHint(said) {
	if (/not closed$/.test(said)) return "Each {{ ends with }}, each {% with %}, and each quote with the same quote.";
	if (/^expected (?:filter name|"\|" before filter)/.test(said)) return "A name is followed by `| filter`; there is no `||`, `? :` or `+`: use `| default: \"…\"`, {% if %}, `| append: \"…\"`.";
	return "Check its {{ }} and {% %}.";
}
function unknownName(variable, facts) {
	const path = variable.split(".");
	const last = path.pop();
	let holder = facts;
	for (const step of path) {
		if (holder === null || typeof holder !== "object" || !Object.hasOwn(holder, step)) return `names \`${variable}\`, which does not exist. Use \`| default: ""\` where it may be missing.`;
		holder = holder[step];
	}
	const owner = path.join(".");
	if (Array.isArray(holder)) return `names \`${variable}\`, but \`${owner}\` is a list of ${holder.length}. Loop over it with {% for %}, or use \`| default: ""\` where it may be shorter.`;
	if (holder === null || typeof holder !== "object") return `names \`${variable}\`, but \`${owner}\` is a single value. Use \`${owner}\`.`;
	if (owner === "" && last === "secrets") return "names `secrets`, which no template may know, for what it prints is public.";
	if (owner === "" && CONTEXTS.includes(last)) return `names \`${last}\`, which only workflow expressions know. Pass the value through the input \`data\`, and use it as {{ data.… }}.`;
	const names = Object.keys(holder).sort();
	const meant = near(last, names);
	const hint = meant ? ` Did you mean \`${owner ? `${owner}.` : ""}${meant}\`?` : owner === "" ? deeperHint(last, facts) : "";
	const list = names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", …" : "");
	return `names \`${variable}\`, which does not exist.${hint} Known in ${owner ? `\`${owner}\`` : "a template"}: ${list || "nothing"}.`;
}
function deeperHint(name, facts) {
	for (const owner of [
		"release",
		"repository",
		"github",
		"data",
		"event"
	]) {
		const holder = facts[owner];
		if (holder !== null && typeof holder === "object" && Object.hasOwn(holder, name)) return ` Did you mean \`${owner}.${name}\`?`;
	}
	return "";
}
function near(name, known) {
	const plain = name.toLowerCase();
	const maxDistance = Math.min(3, Math.ceil(plain.length / 3), plain.length - 1);
	return known.find((other) => other.toLowerCase() === plain) ?? require_leven.closestMatch(plain, known, { maxDistance }) ?? known.find((other) => sorted(other) === sorted(plain)) ?? known.find((other) => plain.length >= 3 && other.split("_").includes(plain));
}
function sorted(name) {
	return name.split("_").sort().join("_");
}
exports.explainTemplate = explainTemplate;
