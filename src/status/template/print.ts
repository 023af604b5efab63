import { TemplateError } from "./template-error.ts";

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
    throw new TemplateError("computes what is no number. Check the filters that calculate there, such as `plus`.");
  }
  if (typeof value !== "object") return String(value);
  const fields = Object.entries(value).filter(([name]) => !API_FIELD.test(name));
  const single = fields.filter(([, held]) => held === null || typeof held !== "object");
  const names = (single.length > 0 ? single : fields).slice(0, 10).map(([name]) => name);
  throw new TemplateError(
    `prints a whole mapping. Name one of its fields${names.length > 0 ? ` (${names.join(", ")})` : ""}, or write \`| json\`.`,
  );
}
