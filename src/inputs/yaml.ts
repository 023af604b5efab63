import type { YAMLParseError } from "yaml";

/** The only scalars with a type, when written without quotes. */
const typed = [
  { tag: "tag:yaml.org,2002:bool", default: true, test: /^(true|false)$/, resolve: (word: string) => word === "true" },
  { tag: "tag:yaml.org,2002:null", default: true, test: /^(null)?$/, resolve: () => null },
];

/** The most that an input may weigh, in characters. */
const MAX_LENGTH = 1024 * 1024;

/**
 * Parses an input that is YAML, or JSON, which is YAML too.
 *
 * Only `true`, `false` and `null` are typed. Every other scalar stays the string as written, because a version `1.10`,
 * an id `007` and a commit `8e12345` must not become numbers.
 *
 * @param input its name, for messages
 * @throws Error with one sentence that names the cure
 */
export async function parseYaml(input: string, source: string): Promise<unknown> {
  if (source.length > MAX_LENGTH) {
    throw new Error(`\`${input}\` has ${source.length} characters, the most is ${MAX_LENGTH}.`);
  }
  // Few runs have such an input, so the others do not load the parser.
  const { parseDocument } = await import("yaml");
  try {
    const document = parseDocument(source, { schema: "failsafe", customTags: typed, logLevel: "error" });
    const [error] = document.errors;
    if (error) {
      const line = tabbedLine(document.errors, source);
      if (line !== null)
        throw new Error(`line ${line} is indented with a tab, and YAML does not allow tabs there. Use spaces`);
      throw new Error(error.message.split("\n")[0]!.replace(/:$/, ""));
    }
    return document.toJS();
  } catch (cause) {
    const reason = cause instanceof RangeError ? "it is nested too deeply" : (cause as Error).message;
    throw new Error(
      `\`${input}\` is neither YAML nor JSON: ${reason.replace(/\.$/, "")}. Pass expressions as \`\${{ toJSON(…) }}\`.`,
    );
  }
}

/** The line that the parser stumbled over because a tab indents it, from 1; null for none. */
function tabbedLine(errors: readonly YAMLParseError[], source: string): number | null {
  const tab = errors.find(({ code }) => code === "TAB_AS_INDENT");
  if (tab) return tab.linePos?.[0].line ?? null;
  // Of some tabs it says only what they lead to. In JSON they are welcome.
  const line = errors[0]?.linePos?.[0].line ?? 0;
  const isTabbed = /^ *\t/.test(source.split("\n")[line - 1] ?? "");
  return isTabbed && !/^\s*[[{]/.test(source) ? line : null;
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
