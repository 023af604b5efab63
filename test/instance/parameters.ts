/**
 * Parameters as Rails reads them: JSON keeps its types, forms know strings only, and `a[b][]=c` nests
 * (Rack's nested query). Research section 1.1: "Bodies: form-urlencoded, multipart or JSON (Rails params)".
 */
export type Parameter = string | number | boolean | null | UploadedFile | Parameter[] | Parameters;
export interface Parameters {
  [name: string]: Parameter;
}

export interface UploadedFile {
  filename: string;
  contentType: string;
  content: Buffer;
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
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) throw new UnreadableBody("multipart without a boundary");
  const parameters: Parameters = {};
  // latin1 maps bytes to characters one to one, so files survive the splitting.
  const parts = body.toString("latin1").split(`--${boundary[1] ?? boundary[2]}`);
  for (const part of parts.slice(1, -1)) {
    const end = part.indexOf("\r\n\r\n");
    const head = Buffer.from(part.slice(0, end), "latin1").toString("utf8");
    const content = Buffer.from(part.slice(end + 4, -2), "latin1");
    const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
    const filename = /[;\s]filename="([^"]*)"/i.exec(head)?.[1];
    if (end < 0 || name === undefined) continue;
    const type = /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? "application/octet-stream";
    assign(
      parameters,
      name,
      filename === undefined ? content.toString("utf8") : { filename, contentType: type, content },
    );
  }
  return parameters;
}

function assign(parameters: Parameters, name: string, value: string | UploadedFile): void {
  const root = /^[^[\]]+/.exec(name)?.[0];
  if (root === undefined) return;
  const keys = [...name.slice(root.length).matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "");
  nest(parameters, root, keys, value as Parameter);
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
  return typeof value === "object" && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value.content);
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
  return value === null || value === undefined || /^\s*$/u.test(value);
}

/** Ruby's `strip`: ASCII white space and NUL only, so a text of U+3000 stays (and is blank all the same). */
export function strip(value: string): string {
  return value.replace(/^[\0\t\n\v\f\r ]+|[\0\t\n\v\f\r ]+$/g, "");
}
