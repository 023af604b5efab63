import { createHash } from "node:crypto";

/**
 * Parameters as Rails reads them: JSON keeps its types, forms know strings only, and `a[b][]=c` nests
 * (Rack's nested query).
 */
export type Parameter = string | number | boolean | null | UploadedFile | Parameter[] | Parameters;
export interface Parameters {
  [name: string]: Parameter;
}

/** What is kept of a file: not its bytes, so that a test may send 99 MB. */
export interface UploadedFile {
  filename: string;
  contentType: string;
  size: number;
  /** In hex. */
  sha256: string;
  /** The first 64 KiB at most. */
  head: Buffer;
}

/** The body is not what its content type says. Rails answers 400. */
export class UnreadableBody extends Error {}

/**
 * @param query the part behind `?`, or ""
 * @param contentType the header, or undefined: a form, as Rack takes it
 * @throws UnreadableBody for JSON that does not parse
 */
export function readParameters(query: string, contentType: string | undefined, body: Buffer): Parameters {
  // The body's names win over the query's.
  return { ...readForm(query), ...readBody(contentType, body) };
}

function readBody(contentType: string | undefined, body: Buffer): Parameters {
  const type = (contentType ?? "application/x-www-form-urlencoded").split(";")[0]?.trim().toLowerCase();
  if (type === "application/json") return readJson(body.toString("utf8"));
  if (type === "application/x-www-form-urlencoded") return readForm(body.toString("utf8"));
  if (type === "multipart/form-data") return readMultipart(contentType ?? "", body);
  return {};
}

function readJson(text: string): Parameters {
  if (text === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableBody("the body is no JSON");
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Parameters) : { _json: value as Parameter };
}

function readForm(text: string): Parameters {
  const parameters: Parameters = {};
  for (const [name, value] of new URLSearchParams(text)) assign(parameters, name, value);
  return parameters;
}

function readMultipart(contentType: string, body: Buffer): Parameters {
  const parameters: Parameters = {};
  for (const { name, value } of partsOf(contentType, body)) assign(parameters, name, value);
  return parameters;
}

/**
 * A body as a log shows it: a multipart one as a line for each field, for its boundary is another each time and its
 * files are no text.
 */
export function showBody(contentType: string | undefined, body: Buffer): string {
  if (!/^multipart\/form-data\b/i.test(contentType ?? "")) return body.toString("utf8");
  try {
    return partsOf(contentType ?? "", body)
      .map(({ name, value }) => `${name}=${typeof value === "string" ? value : showFile(value)}`)
      .join("\n");
  } catch (error) {
    if (error instanceof UnreadableBody) return body.toString("utf8", 0, 1000);
    throw error;
  }
}

function showFile({ filename, contentType, size }: UploadedFile): string {
  return `${filename} (${contentType}, ${size} bytes)`;
}

interface Part {
  name: string;
  value: string | UploadedFile;
}

function partsOf(contentType: string, body: Buffer): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) throw new UnreadableBody("multipart without a boundary");
  const delimiter = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  const parts: Part[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next < 0) break;
    // Between the delimiters: a line break, the part, a line break.
    const part = readPart(body.subarray(start + delimiter.length + 2, next - 2));
    if (part) parts.push(part);
    start = next;
  }
  return parts;
}

const headLength = 64 * 1024;

function readPart(part: Buffer): Part | null {
  const end = part.indexOf("\r\n\r\n");
  const head = part.toString("utf8", 0, Math.max(0, end));
  const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
  if (name === undefined) return null;
  const filename = /[;\s]filename="([^"]*)"/i.exec(head)?.[1];
  const content = part.subarray(end + 4);
  if (filename === undefined) return { name, value: content.toString("utf8") };
  const file: UploadedFile = {
    filename,
    contentType: /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? "application/octet-stream",
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    head: Buffer.from(content.subarray(0, headLength)),
  };
  return { name, value: file };
}

function assign(parameters: Parameters, name: string, value: string | UploadedFile): void {
  const root = /^[^[\]]+/.exec(name)?.[0];
  if (root === undefined) return;
  const keys = [...name.slice(root.length).matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "");
  nest(parameters, root, keys, value);
}

function nest(into: Parameters, key: string, keys: string[], value: Parameter): void {
  const [next, ...rest] = keys;
  if (next === undefined) {
    into[key] = value;
  } else if (next !== "") {
    if (!isHash(into[key])) into[key] = {};
    nest(into[key] as Parameters, next, rest, value);
  } else {
    if (!Array.isArray(into[key])) into[key] = [];
    const list = into[key] as Parameter[];
    const [name, ...deeper] = rest;
    if (name === undefined) {
      list.push(value);
      return;
    }
    // `a[][b]=1&a[][c]=2&a[][b]=3`: a name that is taken starts the next element.
    let last = list.at(-1);
    if (!isHash(last) || name in last) {
      last = {};
      list.push(last);
    }
    nest(last, name, deeper, value);
  }
}

function isHash(value: Parameter | undefined): value is Parameters {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isFile(value);
}

function isFile(value: Parameter | undefined): value is UploadedFile {
  return typeof value === "object" && value !== null && "head" in value && Buffer.isBuffer(value.head);
}

/** The file sent under that name, or null. */
export function file(parameters: Parameters, name: string): UploadedFile | null {
  const value = parameters[name];
  return isFile(value) ? value : null;
}

/** The mapping sent under that name, as `poll` is one; null when there is none. */
export function mapping(parameters: Parameters, name: string): Parameters | null {
  const value = parameters[name];
  return isHash(value) ? value : null;
}

/** The list sent under that name; null when there is none. */
export function list(parameters: Parameters, name: string): Parameter[] | null {
  const value = parameters[name];
  return Array.isArray(value) ? value : null;
}

/** A scalar that strong parameters let through; lists and mappings under that name are dropped. */
export function scalar(parameters: Parameters, name: string): string | number | boolean | null | undefined {
  const value = parameters[name];
  return typeof value === "object" ? (value === null ? null : undefined) : value;
}

/** The scalar as a text column takes it: Rails casts `true` to "t" and 5 to "5". */
export function text(parameters: Parameters, name: string): string | null {
  const value = scalar(parameters, name);
  if (value === undefined || value === null) return null;
  if (typeof value === "boolean") return value ? "t" : "f";
  return String(value);
}

const falseValues = new Set(["0", "f", "F", "false", "FALSE", "off", "OFF"]);

/** The value as a boolean column takes it: "" is null, a handful of words are false, all else is true. */
export function toBoolean(value: string | number | boolean | null | undefined): boolean | null {
  if (value === undefined || value === null || value === "") return null;
  return !(value === false || value === 0 || falseValues.has(String(value)));
}

/** The integer at the start of a string, else 0: what Ruby's `to_i` and a database id make of it. */
export function leadingInteger(value: string): bigint {
  return BigInt(/^\s*([+-]?\d+)/.exec(value)?.[1] ?? 0);
}

/** Rails' `blank?`: nothing but white space, the Unicode kinds included. */
export function isBlank(value: string | null | undefined): boolean {
  return value === null || value === undefined || /^\p{White_Space}*$/u.test(value);
}

/** Ruby's `strip`: ASCII white space and NUL only, so a text of U+3000 stays (and is blank all the same). */
export function strip(value: string): string {
  return value.replace(/^[\0\t\n\v\f\r ]+|[\0\t\n\v\f\r ]+$/g, "");
}
