import { parseBoolean, parseLanguage, parseTag, parseVisibility, type Visibility } from "./values.ts";

/** The fields that these inputs are for. */
export interface Templated {
  visibility: Visibility | undefined;
  language: string | undefined;
  sensitive: boolean | undefined;
  pin: boolean;
  releaseTag: string;
}

/** The inputs of one value that may be templates: each gives the field that its value, once it is known, is for. */
const readers = {
  visibility: (value) => ({ visibility: value === "" ? undefined : parseVisibility(value) }),
  language: (value) => ({ language: value === "" ? undefined : parseLanguage(value) }),
  sensitive: (value) => ({ sensitive: value === "" ? undefined : parseBoolean("sensitive", value) }),
  pin: (value) => ({ pin: value === "" ? false : parseBoolean("pin", value) }),
  "release-tag": (value) => ({ releaseTag: value === "" ? "event" : parseTag(value) }),
} satisfies Record<string, (value: string) => Partial<Templated>>;

export type TemplatedName = keyof typeof readers;

export const templatedNames = Object.keys(readers) as TemplatedName[];

/** Whether a value is to be rendered before anybody can say what it is. */
export function isTemplate(value: string): boolean {
  return /\{\{|\{%/.test(value);
}

/**
 * Reads the value of such an input; an empty one is as good as absent.
 *
 * @param value trimmed, and rendered where it is a template
 * @throws Error with one line that names the cure
 */
export function readTemplated(name: TemplatedName, value: string): Partial<Templated> {
  return readers[name](value);
}
