import { type Filter, Liquid, Output, type Template, type Value } from "liquidjs";
import { explainTemplate, TemplateError, whereIn } from "./mistake.ts";

/** Bounds on what a template may cost: a mistake in a loop must end in a sentence, not in a dead runner. */
const PARSE_LIMIT = 100_000; // characters
const RENDER_LIMIT = 3000; // milliseconds
const MEMORY_LIMIT = 5_000_000; // Liquid's own unit: about a character or an object each

export interface LiquidOptions {
  /** What the template is called in messages, such as "`status`". */
  name: string;
  /** Locale of dates, BCP 47. */
  locale: string | undefined;
  /** What stands in the source for a line `---`, where there may be one. */
  breakMark: string | undefined;
  filters: Record<string, (value: unknown, ...more: unknown[]) => unknown>;
}

/**
 * Renders a Liquid template.
 *
 * Unknown names and filters are errors (a typing mistake must not post half a sentence), except in a condition; null
 * prints as nothing. A template cannot load others and sees own properties of the facts alone. Dates are in UTC.
 *
 * @throws TemplateError with one line that names the cure
 */
export async function renderLiquid(
  source: string,
  facts: Record<string, unknown>,
  options: LiquidOptions,
): Promise<string> {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    templates: {},
    // Without a locale Liquid asks the system for one, which differs from runner to runner.
    locale: options.locale ?? "en-US",
    timezoneOffset: 0,
    parseLimit: PARSE_LIMIT,
    renderLimit: RENDER_LIMIT,
    memoryLimit: MEMORY_LIMIT,
    outputEscape: print,
  });
  for (const tag of ["include", "render", "layout", "block"]) delete engine.tags[tag];
  for (const [name, filter] of Object.entries(options.filters)) engine.registerFilter(name, filter);
  try {
    const template = engine.parse(source);
    checkMarks(template, options, "text");
    return await engine.render(template, facts);
  } catch (error) {
    throw explainTemplate(error, {
      name: options.name,
      facts,
      filters: Object.keys(engine.filters),
      tags: Object.keys(engine.tags),
    });
  }
}

/**
 * Holds what `compose` reads to its place: `fit` must be the last filter of an output, and neither it nor a line `---`
 * may stand in a `capture`. Elsewhere a filter could still change the text that they mark.
 */
function checkMarks(
  templates: Template[],
  options: Pick<LiquidOptions, "name" | "breakMark">,
  place: "text" | "capture",
): void {
  const { name, breakMark } = options;
  for (const template of templates) {
    for (const filters of filtersOf(template)) {
      const index = filters.findIndex((filter) => filter.name === "fit");
      if (index < 0) continue;
      // Behind the author's filters of an output, Liquid puts one of its own: `outputEscape`.
      const isLast = template instanceof Output && index === filters.length - 2;
      if (place === "capture" || !isLast) {
        throw new TemplateError(
          `${whereIn(name, template.token.getPosition())} uses \`fit\` in a wrong place. It must be the last filter of a {{ }}, and not inside \`capture\` or \`assign\`.`,
        );
      }
    }
    if (place === "capture" && breakMark && template.token.getText().includes(breakMark)) {
      throw new TemplateError(
        `The template of ${name} has a line \`---\` inside \`capture\`, where it cannot begin a new part. Put it where the captured text is printed.`,
      );
    }
    const inner = (template.token as { name?: string }).name === "capture" ? "capture" : place;
    checkMarks(childrenOf(template), options, inner);
  }
}

function filtersOf(template: Template): Filter[][] {
  return [...(template.arguments?.() ?? [])].map((argument) => (argument as Partial<Value>).filters ?? []);
}

function childrenOf(template: Template): Template[] {
  const walk = template.children?.(false, true);
  if (!walk) return [];
  let step = walk.next();
  while (!step.done) step = walk.next(step.value);
  return step.value;
}

/** Addresses of the API, which no reader wants; they would crowd out the names that help. */
const API_FIELD = /(?:^|(?<!html)_)url$|^node_id$/;

/**
 * How a value prints: null as nothing, a list as its values one after the other.
 *
 * @throws TemplateError for a mapping, which would come out as `[object Object]` in public, and for what is no number
 */
export function print(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(print).join("");
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TemplateError(
      "computes something that is not a number. Check the filters that calculate there, such as `plus`.",
    );
  }
  if (typeof value !== "object") return String(value);
  const fields = Object.entries(value).filter(([name]) => !API_FIELD.test(name));
  const single = fields.filter(([, held]) => held === null || typeof held !== "object");
  const names = (single.length > 0 ? single : fields).slice(0, 10).map(([name]) => name);
  throw new TemplateError(
    `prints a whole mapping. Name one of its fields${names.length > 0 ? ` (${names.join(", ")})` : ""}, or write \`| json\`.`,
  );
}
