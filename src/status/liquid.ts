import { type Filter, Liquid, LiquidError, Output, type Template, type Value } from "liquidjs";
import { explainTemplate, TemplateError } from "./template-error.ts";

/** Bounds on what a template may cost: a mistake in a loop must end in a sentence, not in a dead runner. */
const PARSE_LIMIT = 100_000; // characters
const RENDER_LIMIT = 2000; // milliseconds
const MEMORY_LIMIT = 5_000_000; // Liquid's own unit: about a character or an object each

export interface LiquidOptions {
  /** What the template is called in messages, such as "`status`". */
  name: string;
  /** Locale of dates, BCP 47. */
  locale: string | undefined;
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
    checkFit(template, options.name, "text");
    return await engine.render(template, facts);
  } catch (error) {
    if (error instanceof TemplateError) throw error;
    const inner = LiquidError.is(error) ? error.originalError : null;
    if (inner instanceof TemplateError) throw new TemplateError(`The template of ${options.name} ${inner.message}`);
    if (LiquidError.is(error)) throw explainTemplate(error, options.name, facts, Object.keys(engine.filters));
    throw error;
  }
}

/** How a value prints. A mapping would come out as `[object Object]`, in public. */
function print(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(print).join("");
  if (typeof value === "object") {
    const names = Object.keys(value).slice(0, 10).join(", ");
    throw new TemplateError(`prints a whole mapping. Name one of its fields (${names}), or write \`| json\`.`);
  }
  return String(value);
}

/**
 * Holds `fit` to its place: the last filter of an output. Inside `capture`, in an `assign` or before another filter it
 * would mark a text that is no longer the piece that yields.
 */
function checkFit(templates: Template[], name: string, place: "text" | "capture"): void {
  for (const template of templates) {
    for (const filters of filtersOf(template)) {
      const index = filters.findIndex((filter) => filter.name === "fit");
      if (index < 0) continue;
      // Behind the author's filters of an output, Liquid puts one of its own: `outputEscape`.
      const isLast = template instanceof Output && index === filters.length - 2;
      if (place === "capture" || !isLast) {
        throw new TemplateError(
          `The template of ${name} uses \`fit\` in a wrong place. It must be the last filter of a {{ }}, and not inside \`capture\` or \`assign\`.`,
        );
      }
    }
    const inner = (template.token as { name?: string }).name === "capture" ? "capture" : place;
    checkFit(childrenOf(template), name, inner);
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
