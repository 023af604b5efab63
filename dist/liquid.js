const require_vendor_liquid = require("./vendor-liquid.js");
const require_action = require("./action.js");
// src/status/template/liquid.ts
const PARSE_LIMIT = 1e5;
const RENDER_LIMIT = 3e3;
const MEMORY_LIMIT = 5e6;
async function renderLiquid(source, facts, options) {
	const engine = new require_vendor_liquid.Liquid({
		strictVariables: true,
		strictFilters: true,
		lenientIf: true,
		ownPropertyOnly: true,
		templates: {},
		locale: options.locale ?? "en-US",
		timezoneOffset: 0,
		parseLimit: PARSE_LIMIT,
		renderLimit: RENDER_LIMIT,
		memoryLimit: MEMORY_LIMIT,
		outputEscape: require_action.print
	});
	for (const tag of [
		"include",
		"render",
		"layout",
		"block"
	]) delete engine.tags[tag];
	for (const [name, filter] of Object.entries(options.filters)) engine.registerFilter(name, filter);
	try {
		const template = engine.parse(source);
		checkMarks(template, options, "text");
		return await engine.render(template, facts);
	} catch (error) {
		const { explainTemplate } = await Promise.resolve().then(() => require("./template-mistake.js"));
		throw explainTemplate(error, {
			name: options.name,
			facts,
			filters: Object.keys(engine.filters),
			tags: Object.keys(engine.tags)
		});
	}
}
function checkMarks(templates, options, place) {
	const { name, breakMark } = options;
	for (const template of templates) {
		for (const filters of filtersOf(template)) {
			const index = filters.findIndex((filter) => filter.name === "fit");
			if (index < 0) continue;
			const isLast = template instanceof require_vendor_liquid.Output && index === filters.length - 2;
			if (place === "capture" || !isLast) throw new require_action.TemplateError(`${require_action.whereIn(name, template.token.getPosition())} uses \`fit\` in a wrong place. It must be the last filter of a {{ }}, and not inside \`capture\` or \`assign\`.`);
		}
		if (place === "capture" && breakMark && template.token.getText().includes(breakMark)) throw new require_action.TemplateError(`The template of ${name} has a line \`---\` inside \`capture\`, where it cannot begin a new part. Put it where the captured text is printed.`);
		const inner = template.token.name === "capture" ? "capture" : place;
		checkMarks(childrenOf(template), options, inner);
	}
}
function filtersOf(template) {
	return [...template.arguments?.() ?? []].map((argument) => argument.filters ?? []);
}
function childrenOf(template) {
	const walk = template.children?.(false, true);
	if (!walk) return [];
	let step = walk.next();
	while (!step.done) step = walk.next(step.value);
	return step.value;
}
exports.renderLiquid = renderLiquid;
