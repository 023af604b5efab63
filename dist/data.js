const require_yaml = require("./yaml.js");
// src/action/data.ts
async function parseData(source) {
	const value = await require_yaml.parseYaml("data", source);
	if (value === null || value === "") return {};
	if (typeof value !== "object" || Array.isArray(value)) throw new Error("`data` is no mapping. Write `name: value` lines, or pass an expression as `${{ toJSON(…) }}`.");
	return value;
}
exports.parseData = parseData;
