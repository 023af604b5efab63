// src/status/template/template-error.ts
var TemplateError = class extends Error {};
function whereIn(name, place) {
	return `The template of ${name}${place ? ` (line ${place[0]}, col ${place[1]})` : ""}`;
}
// src/status/template/print.ts
const API_FIELD = /(?:^|(?<!html)_)url$|^node_id$/;
function print(value) {
	if (value === null || value === void 0) return "";
	if (Array.isArray(value)) return value.map(print).join("");
	if (typeof value === "number" && !Number.isFinite(value)) throw new TemplateError("computes what is no number. Check the filters that calculate there, such as `plus`.");
	if (typeof value !== "object") return String(value);
	const fields = Object.entries(value).filter(([name]) => !API_FIELD.test(name));
	const single = fields.filter(([, held]) => held === null || typeof held !== "object");
	const names = (single.length > 0 ? single : fields).slice(0, 10).map(([name]) => name);
	throw new TemplateError(`prints a whole mapping. Name one of its fields${names.length > 0 ? ` (${names.join(", ")})` : ""}, or write \`| json\`.`);
}
export { TemplateError as n, whereIn as r, print as t };
