import { formatCount } from "../count.ts";
import { parseYamlText, type YamlError } from "../yaml.ts";

/** The most that an input may weigh, in characters. */
const MAX_LENGTH = 1024 * 1024;

/**
 * Parses an input that is YAML, or JSON, by the rules of {@link parseYamlText}.
 *
 * @param input its name, for messages
 * @throws Error with one sentence that names the cure
 */
export async function parseYaml(input: string, source: string): Promise<unknown> {
  if (source.length > MAX_LENGTH) {
    throw new Error(
      `\`${input}\` has ${formatCount(source.length)} characters, the most is ${formatCount(MAX_LENGTH)}.`,
    );
  }
  return parseYamlText(source).catch(({ message, isYaml }: YamlError) => {
    if (isYaml) throw new Error(`\`${input}\` ${message.replace(/^it /, "")}.`);
    throw new Error(
      `\`${input}\` is neither YAML nor JSON: ${message.replace(/\.$/, "")}. Pass expressions as \`\${{ toJSON(…) }}\`.`,
    );
  });
}

/**
 * Parses the input `data`: a YAML mapping or a list, or JSON.
 *
 * @throws Error with one sentence that names the cure
 */
export async function parseData(source: string): Promise<Record<string, unknown> | unknown[]> {
  const value = await parseYaml("data", source);
  if (value === null || value === "") return {};
  if (typeof value !== "object") {
    throw new Error(
      "`data` must be a mapping, or a list for one post each. Write `name: value` lines, or pass an expression as `${{ toJSON(…) }}`.",
    );
  }
  return value as Record<string, unknown>;
}
