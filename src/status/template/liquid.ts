import { closestMatch } from "leven";
import { Context, type Filter, Liquid, LiquidError, Output, type Template, type Value } from "liquidjs";

/** Bounds on what a template may cost: a mistake in a loop must end in a sentence, not in a dead runner. */
const PARSE_LIMIT = 100_000; // characters
const RENDER_LIMIT = 3000; // milliseconds of processor time
const MEMORY_LIMIT = 5_000_000; // Liquid's own unit: about a character or an object each

export interface LiquidOptions {
  /** What the template is called in messages, such as "`status`". */
  name: string;
  /** Locale of dates, BCP 47. */
  locale: string | undefined;
  /** What stands in the source for a line `---`, where there may be one. */
  breakMark: string | undefined;
  filters: Record<string, (value: unknown, ...more: unknown[]) => unknown>;
  /** Facts that this run lacks, by their names: why, and how to have them. */
  absent: Readonly<Record<string, string>>;
  /** Milliseconds that a processor has worked on this so far. */
  spent: () => number;
  /** The time now, in milliseconds since 1970. */
  now: number;
  /** Called where the template prints that time. */
  printsNow: () => void;
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
    // The day of `00:30 +0100` is that day; what has no offset, and the time now, are in UTC.
    preserveTimezones: true,
    parseLimit: PARSE_LIMIT,
    memoryLimit: MEMORY_LIMIT,
    outputEscape: print,
  });
  for (const tag of ["include", "render", "layout", "block"]) delete engine.tags[tag];
  for (const [name, filter] of Object.entries(options.filters)) engine.registerFilter(name, filter);
  tellTime(engine, options);
  try {
    const template = engine.parse(source);
    checkMarks(template, options, "text");
    const present = Object.fromEntries(Object.entries(facts).filter(([name]) => !Object.hasOwn(options.absent, name)));
    const context = new Context(present, engine.options, {}, { liquid: engine });
    const end = options.spent() + RENDER_LIMIT;
    // Liquid itself goes by the clock, and a machine that is busy with other things would fail anybody's template.
    context.renderLimit.check = () => {
      if (options.spent() > end) throw new Error(OUT_OF_TIME);
    };
    return await engine.render(template, context);
  } catch (error) {
    throw explainTemplate(error, {
      name: options.name,
      facts,
      absent: options.absent,
      filters: Object.keys(engine.filters),
      tags: Object.keys(engine.tags),
    });
  }
}

/** Gives the filters that print dates the run's own time for `now`, which Liquid would take from the machine. */
function tellTime(engine: Liquid, { now, printsNow }: LiquidOptions): void {
  for (const [name, filter] of Object.entries(engine.filters)) {
    if (!/^date(_|$)/.test(name)) continue;
    const printDate = filter as (this: unknown, value: unknown, ...more: unknown[]) => unknown;
    engine.registerFilter(name, function (value: unknown, ...more: unknown[]) {
      if (value !== "now" && value !== "today") return printDate.call(this, value, ...more);
      printsNow();
      return printDate.call(this, new Date(now), ...more);
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
  // Liquid's words `blank` and `empty` are objects that stand for the empty text.
  const plain = "valueOf" in value ? value.valueOf() : value;
  if (typeof plain !== "object") return String(plain);
  const fields = Object.entries(value).filter(([name]) => !API_FIELD.test(name));
  const single = fields.filter(([, held]) => held === null || typeof held !== "object");
  const names = (single.length > 0 ? single : fields).slice(0, 10).map(([name]) => name);
  throw new TemplateError(
    `prints a whole mapping. Name one of its fields${names.length > 0 ? ` (${names.join(", ")})` : ""}, or write \`| json\`.`,
  );
}

export interface Known {
  /** What the template is called in messages, such as "`status`". */
  name: string;
  /** What the template may know, for the near and the known names. */
  facts: Record<string, unknown>;
  absent: Readonly<Record<string, string>>;
  /** Names of all filters and tags. */
  filters: readonly string[];
  tags: readonly string[];
}

/** Most names that an error lists; more than that nobody reads. */
const MOST_NAMES = 40;

const OWN_FILTERS = "`plain_text`, `hashtag`, `hashtags`, `fit` and `mention`";

/** Contexts of workflow expressions that are no facts, and which authors reach for. */
const CONTEXTS = ["env", "inputs", "job", "jobs", "matrix", "needs", "runner", "steps", "strategy", "vars"];

/** What feed bots and site generators call an entry. */
const FOREIGN_ENTRIES = ["item", "page", "post"];

/** Says what is wrong with a template, for its author. What Liquid did not throw comes back as it is. */
function explainTemplate(error: unknown, known: Known): unknown {
  const inner = LiquidError.is(error) ? (error.originalError ?? error) : error;
  if (inner instanceof TemplateError && inner === error) return error;
  const said = (inner as Error).message.replace(/, line:\d+, col:\d+.*/s, "");
  const why =
    inner instanceof TemplateError
      ? inner.message
      : inner instanceof RangeError
        ? "nests too deep. Flatten its {% %}."
        : (limitOf(said) ?? (LiquidError.is(error) ? mistakeIn(said, known) : null));
  if (why === null) return error;
  // What Liquid cannot read was often never meant as a template, and a file holds no `${{ }}`.
  const hint = known.name === "`status`" && why.startsWith(UNREADABLE) ? PASTED : "";
  const place = /, line:(\d+), col:(\d+)/
    .exec((error as Error).message)
    ?.slice(1)
    .map(Number);
  return new TemplateError(`${whereIn(known.name, place)} ${why}${hint}`, { cause: error });
}

const PASTED = " If `${{ }}` pasted this text, pass it through the input `data` instead: it stays text there.";

const UNREADABLE = "cannot be understood";

const OUT_OF_TIME = "template render limit exceeded";

function limitOf(said: string): string | null {
  if (/parse length limit exceeded/.test(said)) return "is too long. A template may have 100,000 characters.";
  if (said.includes(OUT_OF_TIME)) {
    return "took longer than 3 seconds to render. Loop over less, or shorten what is long, such as `{{ release.body | slice: 0, 20000 | plain_text }}`.";
  }
  if (/memory alloc limit exceeded/.test(said)) {
    return "uses far more than a status can hold. Loop over less.";
  }
  return null;
}

function mistakeIn(said: string, { facts, absent, filters, tags }: Known): string {
  const variable = /^undefined variable: (.+)/s.exec(said)?.[1];
  const [fact = ""] = variable?.split(".") ?? [];
  if (Object.hasOwn(absent, fact)) {
    return `takes a value from \`${fact}\`, but ${absent[fact]}, or write {% if ${fact} %}.`;
  }
  if (variable) return unknownName(variable, facts);
  const filter = /^undefined filter: (.+)/s.exec(said)?.[1];
  if (filter) {
    const meant = /^(?:markdown(?:ify)?|strip_markdown|text)$/i.test(filter) ? "plain_text" : near(filter, filters);
    const cure = meant ? `Did you mean \`${meant}\`?` : `Known are Liquid's own filters and ${OWN_FILTERS}.`;
    return `uses a filter \`${filter}\`, which is not known. ${cure}`;
  }
  const tag = /^tag "(.+?)" not found/.exec(said)?.[1];
  if (tag) return unknownTag(tag, tags);
  const open = /^tag \{%-?\s*(\w+).* not closed$/s.exec(said)?.[1];
  if (open) return `opens {% ${open} %} and never closes it. Write {% end${open} %} where it ends.`;
  return `${UNREADABLE}: ${said.replace(/\s+/g, " ")}. ${grammarHint(said)}`;
}

function unknownTag(tag: string, tags: readonly string[]): string {
  if (["include", "render", "layout", "block"].includes(tag)) {
    return `uses {% ${tag} %}, but it cannot load other templates. Write the text itself.`;
  }
  if (tag.startsWith("end") && tags.includes(tag.slice(3))) {
    return `closes with {% ${tag} %} what is not open there. Check that each {% ${tag.slice(3)} %} has one end.`;
  }
  const meant = near(tag, tags);
  return `uses a tag {% ${tag} %}, which is not known. ${meant ? `Did you mean \`${meant}\`?` : "Liquid's own tags are known."}`;
}

function grammarHint(said: string): string {
  if (/not closed$/.test(said)) return "Each {{ ends with }}, each {% with %}, and each quote with the same quote.";
  if (/^expected (?:filter name|"\|" before filter)/.test(said)) {
    return 'A name is followed by `| filter`; there is no `||`, `? :` or `+`: use `| default: "…"`, {% if %}, `| append: "…"`.';
  }
  return "Check its {{ }} and {% %}.";
}

function unknownName(variable: string, facts: Record<string, unknown>): string {
  const path = variable.split(".");
  const last = path.pop()!;
  if (/\[object \w+\]/.test(variable)) {
    const from = variable.slice(0, variable.indexOf("[object")).replace(/\.$/, "");
    return `takes a value out of \`${from}\` by a name that is a whole mapping or list. Put the name of a field there: {{ ${from}["name"] }}.`;
  }
  let holder: unknown = facts;
  for (const step of path) {
    if (holder === null || typeof holder !== "object" || !Object.hasOwn(holder, step)) {
      if (FOREIGN_ENTRIES.includes(path[0]!)) {
        return `names \`${variable}\`. What an entry has is called \`entry.${last}\` here.`;
      }
      // A name that the template itself gave, such as that of a loop: what it holds is not known here.
      return `names \`${variable}\`, which does not exist. Use \`| default: ""\` where it may be missing.`;
    }
    holder = (holder as Record<string, unknown>)[step];
  }
  const owner = path.join(".");
  if (Array.isArray(holder)) {
    return `names \`${variable}\`, but \`${owner}\` is a list of ${holder.length}. Loop over it with {% for %}, or use \`| default: ""\` where it may be shorter.`;
  }
  if (holder === null || typeof holder !== "object") {
    return `names \`${variable}\`, but \`${owner}\` is a single value. Use \`${owner}\`.`;
  }
  if (owner === "" && last === "secrets") {
    return "names `secrets`, which templates cannot use, since what they print is public.";
  }
  if (owner === "" && FOREIGN_ENTRIES.includes(last)) {
    return `names \`${last}\`, which is called \`entry\` here: {{ entry.title }}.`;
  }
  if (owner === "" && CONTEXTS.includes(last)) {
    return `names \`${last}\`, which only workflow expressions have. Pass the value through the input \`data\`, and use it as {{ data.… }}.`;
  }
  const names = Object.keys(holder).sort();
  const meant = near(last, names);
  const hint = meant
    ? ` Did you mean \`${owner ? `${owner}.` : ""}${meant}\`?`
    : owner === ""
      ? deeperHint(last, facts)
      : "";
  const list = names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", …" : "");
  return `names \`${variable}\`, which does not exist.${hint} Known in ${owner ? `\`${owner}\`` : "a template"}: ${list || "nothing"}.`;
}

/** A bare `tag_name` means `release.tag_name`. */
function deeperHint(name: string, facts: Record<string, unknown>): string {
  for (const owner of ["release", "entry", "repository", "github", "data", "event"]) {
    const holder = facts[owner];
    if (holder !== null && typeof holder === "object" && Object.hasOwn(holder, name)) {
      return ` Did you mean \`${owner}.${name}\`?`;
    }
  }
  return "";
}

/** The known name that was meant: nearly the same, of the same words in another order, or with this word in it. */
function near(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase();
  const maxDistance = Math.min(3, Math.ceil(plain.length / 3), plain.length - 1);
  return (
    known.find((other) => other.toLowerCase() === plain) ??
    closestMatch(plain, known, { maxDistance }) ??
    known.find((other) => sorted(other) === sorted(plain)) ??
    known.find((other) => plain.length >= 3 && other.split("_").includes(plain))
  );
}

function sorted(name: string): string {
  return name.split("_").sort().join("_");
}

/** A template that cannot be rendered. Its message is one line that names the cure. */
export class TemplateError extends Error {}

/** Where a template is wrong, as the beginning of a sentence. Line and column count from 1. */
function whereIn(name: string, place?: readonly number[]): string {
  return `The template of ${name}${place ? ` (line ${place[0]}, col ${place[1]})` : ""}`;
}
