import { parseYaml } from "./yaml.ts";

/**
 * Parses the input `data`: a YAML mapping, or JSON.
 *
 * @throws Error with one sentence that names the cure
 */
export async function parseData(source: string): Promise<Record<string, unknown>> {
  const value = await parseYaml("data", source);
  if (value === null || value === "") return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new Error("`data` is no mapping. Write `name: value` lines, or pass an expression as `${{ toJSON(…) }}`.");
  }
  return value as Record<string, unknown>;
}
