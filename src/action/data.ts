/** The only scalars with a type, when written without quotes. */
const typed = [
  { tag: "tag:yaml.org,2002:bool", default: true, test: /^(true|false)$/, resolve: (word: string) => word === "true" },
  { tag: "tag:yaml.org,2002:null", default: true, test: /^(null)?$/, resolve: () => null },
];

/** The most that `data` may weigh, in characters. */
const MAX_LENGTH = 1024 * 1024;

/**
 * Parses the input `data`: a YAML mapping, or JSON, which is YAML too.
 *
 * Only `true`, `false` and `null` are typed. Every other scalar stays the string as written, because a version `1.10`,
 * an id `007` and a commit `8e12345` must not become numbers.
 *
 * @throws Error with one sentence that names the cure
 */
export async function parseData(source: string): Promise<Record<string, unknown>> {
  if (source.length > MAX_LENGTH)
    throw new Error(`\`data\` has ${source.length} characters, the most is ${MAX_LENGTH}.`);
  const { parseDocument } = await import("yaml");
  let value: unknown;
  try {
    const document = parseDocument(source, { schema: "failsafe", customTags: typed, logLevel: "error" });
    const [error] = document.errors;
    if (error) throw new Error(error.message.split("\n")[0]!.replace(/:$/, ""));
    value = document.toJS();
  } catch (cause) {
    throw notYaml(cause instanceof RangeError ? "it is nested too deeply" : (cause as Error).message);
  }
  if (value === null || value === "") return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new Error("`data` is no mapping. Write `name: value` lines, or pass an expression as `${{ toJSON(…) }}`.");
  }
  return value as Record<string, unknown>;
}

function notYaml(reason: string): Error {
  return new Error(
    `\`data\` is neither YAML nor JSON: ${reason.replace(/\.$/, "")}. Pass expressions as \`\${{ toJSON(…) }}\`.`,
  );
}
