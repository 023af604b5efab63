import { closestMatch } from "leven";
import type { LiquidError } from "liquidjs";

/** A template that cannot be rendered. Its message is one line that names the cure. */
export class TemplateError extends Error {}

/** Most names that an error lists; more than that nobody reads. */
const MOST_NAMES = 40;

/** How far a typing mistake may lie from the name that was meant. */
const NEAR = 3;

/**
 * Says what is wrong with a template, for its author.
 *
 * @param name what the template is called in messages, such as "`status`"
 * @param facts what the template may know, for the near and the known names
 * @param filters names of all filters
 */
export function explainTemplate(
  error: LiquidError,
  name: string,
  facts: Record<string, unknown>,
  filters: readonly string[],
): TemplateError {
  const said = error.originalError?.message ?? error.message;
  const place = /, (line:\d+, col:\d+)/.exec(error.message)?.[1]?.replaceAll(":", " ") ?? "";
  const where = `The template of ${name}${place ? ` (${place})` : ""}`;
  const variable = /^undefined variable: (.+?)(?:, line:|$)/.exec(said)?.[1];
  if (variable) return new TemplateError(`${where} ${unknownName(variable, facts)}`, { cause: error });
  const filter = /^undefined filter: (.+?)(?:, line:|$)/.exec(said)?.[1];
  if (filter) {
    const near = closestMatch(filter, filters, { maxDistance: NEAR });
    const cure = near
      ? `Did you mean \`${near}\`?`
      : "Liquid's own filters and plain_text, hashtag, hashtags, fit, mention are known.";
    return new TemplateError(`${where} uses a filter \`${filter}\`, which is not known. ${cure}`, { cause: error });
  }
  const tag = /^tag "(.+?)" not found/.exec(said)?.[1];
  if (tag) {
    const cure = ["include", "render", "layout", "block"].includes(tag)
      ? "A template cannot load other templates here."
      : "Liquid's own tags are known.";
    return new TemplateError(`${where} uses a tag \`${tag}\`, which is not known. ${cure}`, { cause: error });
  }
  return new TemplateError(`${where} ${sentences(said)}`, { cause: error });
}

function sentences(said: string): string {
  if (/parse length limit exceeded/.test(said)) return "is too long. A template may have 100,000 characters.";
  if (/render limit exceeded/.test(said)) return "took longer than 2 seconds to render. Loop over less.";
  if (/memory alloc limit exceeded/.test(said)) return "makes far more text than a status can hold. Loop over less.";
  return `cannot be understood: ${said.replace(/, line:\d+, col:\d+.*/s, "").replace(/\s+/g, " ")}. Check its {{ }} and {% %}.`;
}

function unknownName(variable: string, facts: Record<string, unknown>): string {
  const path = variable.split(".");
  const last = path.pop()!;
  let holder: unknown = facts;
  for (const step of path) {
    if (holder === null || typeof holder !== "object" || !Object.hasOwn(holder, step)) {
      // A name that the template itself gave, such as that of a loop: what it holds is not known here.
      return `names \`${variable}\`, which does not exist. Use \`| default: ""\` where it may be missing.`;
    }
    holder = (holder as Record<string, unknown>)[step];
  }
  if (Array.isArray(holder)) {
    return `names \`${variable}\`, but \`${path.join(".")}\` is a list of ${holder.length}. Use \`| default: ""\` where it may be missing.`;
  }
  if (holder === null || typeof holder !== "object") {
    return `names \`${variable}\`, but \`${path.join(".")}\` is a single value. Use \`${path.join(".")}\`.`;
  }
  const known = Object.keys(holder).sort();
  const near = closestMatch(last, known, { maxDistance: NEAR });
  const prefix = path.length > 0 ? `${path.join(".")}.` : "";
  const hint = near ? ` Did you mean \`${prefix}${near}\`?` : "";
  const list = known.slice(0, MOST_NAMES).join(", ") + (known.length > MOST_NAMES ? ", …" : "");
  const owner = path.length > 0 ? `\`${path.join(".")}\`` : "a template";
  return `names \`${variable}\`, which does not exist.${hint} Known in ${owner}: ${list || "nothing"}.`;
}
