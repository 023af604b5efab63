const require_rolldown_runtime = require("./rolldown-runtime.js");
// src/action/yaml.ts
const typed = [{
	tag: "tag:yaml.org,2002:bool",
	default: true,
	test: /^(true|false)$/,
	resolve: (word) => word === "true"
}, {
	tag: "tag:yaml.org,2002:null",
	default: true,
	test: /^(null)?$/,
	resolve: () => null
}];
const MAX_LENGTH = 1048576;
async function parseYaml(input, source) {
	if (source.length > MAX_LENGTH) throw new Error(`\`${input}\` has ${source.length} characters, the most is ${MAX_LENGTH}.`);
	const { parseDocument } = await Promise.resolve().then(() => require("./vendor-yaml.js")).then((n) => /* @__PURE__ */ require_rolldown_runtime.__toESM(n.require_dist(), 1));
	try {
		const document = parseDocument(source, {
			schema: "failsafe",
			customTags: typed,
			logLevel: "error"
		});
		const [error] = document.errors;
		if (error) {
			const line = tabbedLine(document.errors, source);
			if (line !== null) throw new Error(`line ${line} is indented with a tab, and YAML takes no tabs there. Use spaces`);
			throw new Error(error.message.split("\n")[0].replace(/:$/, ""));
		}
		return document.toJS();
	} catch (cause) {
		const reason = cause instanceof RangeError ? "it is nested too deeply" : cause.message;
		throw new Error(`\`${input}\` is neither YAML nor JSON: ${reason.replace(/\.$/, "")}. Pass expressions as \`\${{ toJSON(…) }}\`.`);
	}
}
function tabbedLine(errors, source) {
	const tab = errors.find(({ code }) => code === "TAB_AS_INDENT");
	if (tab) return tab.linePos?.[0].line ?? null;
	const line = errors[0]?.linePos?.[0].line ?? 0;
	return /^ *\t/.test(source.split("\n")[line - 1] ?? "") && !/^\s*[[{]/.test(source) ? line : null;
}
Object.defineProperty(exports, "parseYaml", {
	enumerable: true,
	get: function() {
		return parseYaml;
	}
});
