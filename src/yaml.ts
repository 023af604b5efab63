import type { YAMLParseError } from "yaml";

/** The only scalars with a type, when written without quotes. */
const typed = [
  { tag: "tag:yaml.org,2002:bool", default: true, test: /^(true|false)$/, resolve: (word: string) => word === "true" },
  { tag: "tag:yaml.org,2002:null", default: true, test: /^(null)?$/, resolve: () => null },
];

/** A text that is not YAML, or none that can be used. The message is a clause without a full stop. */
export class YamlError extends Error {
  /** From 1; null where nobody tells. */
  readonly line: number | null;
  /** Whether it is YAML all the same. */
  readonly isYaml: boolean = false;

  constructor(message: string, line: number | null) {
    super(message);
    this.line = line;
  }
}

/** YAML that has no end, or is deeper than anybody reads. */
class UnusableYaml extends YamlError {
  override readonly isYaml = true;

  constructor(message: string) {
    super(message, null);
  }
}

/** Levels of lists and mappings in each other: an event of GitHub's has some ten. */
const DEEPEST = 100;
const TOO_DEEP = `it is nested too deeply: it has more than ${DEEPEST} lists or mappings in each other. Pass only the part that is used`;
const ENDLESS =
  "it has an alias (`*name`) inside of what it stands for (`&name`), so it has no end. Write the value out";

/**
 * Parses YAML, or JSON, which is YAML too.
 *
 * Only `true`, `false` and `null` are typed. Every other scalar stays the string as written, because a version `1.10`,
 * an id `007` and a commit `8e12345` must not become numbers.
 *
 * @throws YamlError
 */
export async function parseYamlText(source: string): Promise<unknown> {
  // Few runs have any, so the others do not load the parser.
  const { parseDocument } = await import("yaml");
  try {
    const document = parseDocument(source, { schema: "failsafe", customTags: typed, logLevel: "error" });
    const [error] = document.errors;
    if (error) {
      const line = tabbedLine(document.errors, source);
      if (line !== null) {
        throw new YamlError(
          `line ${line} is indented with a tab, and YAML does not allow tabs there. Use spaces`,
          line,
        );
      }
      if (/call stack/.test(error.message)) throw new UnusableYaml(TOO_DEEP);
      const [said = ""] = error.message.split("\n");
      throw new YamlError(said.replace(/:$/, ""), error.linePos?.[0].line ?? null);
    }
    const value: unknown = document.toJS();
    refuseEndless(value, [], new Set());
    return value;
  } catch (cause) {
    if (cause instanceof YamlError) throw cause;
    const { message } = cause as Error;
    if (cause instanceof RangeError || /call stack/.test(message)) throw new UnusableYaml(TOO_DEEP);
    throw new YamlError(message, null);
  }
}

/** @param around what holds the value */
function refuseEndless(value: unknown, around: readonly unknown[], known: Set<unknown>): void {
  if (value === null || typeof value !== "object") return;
  if (around.includes(value)) throw new UnusableYaml(ENDLESS);
  if (around.length >= DEEPEST) throw new UnusableYaml(TOO_DEEP);
  if (known.has(value)) return;
  known.add(value);
  for (const held of Object.values(value)) refuseEndless(held, [...around, value], known);
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
