import { asObject, parseJson } from "../mastodon/client.ts";
import type { Http, HttpAnswer, HttpRequest } from "../mastodon/http.ts";
import type { Terminal } from "./terminal.ts";

/** Shorter than any secret, and long enough that no word of an answer is taken for one. Characters. */
const LEAST = 8;

/** The names under which OAuth sends secrets and hands them out, and Forgejo takes one. */
const SECRET = ["access_token", "refresh_token", "token", "client_secret", "code", "code_verifier", "password", "data"];

/**
 * The same connections and the same terminal, but whatever travels as a secret is never said: servers repeat in their
 * answers what they were sent, and answers are shown.
 *
 * What is hidden is learnt from the requests themselves, so that nobody can forget to tell of it. Only an answer that hands
 * out a token or an application is left as it came.
 */
export function masking(terminal: Terminal, http: Http): { terminal: Terminal; http: Http } {
  const secrets = new Set<string>();
  const quiet = (text: string) => hush(text, [...secrets]);
  return {
    http: listening(http, secrets),
    terminal: {
      ...terminal,
      say: (text) => terminal.say(quiet(text)),
      ask: (question, initial) => terminal.ask(quiet(question), initial),
      askSecret: (question) => terminal.askSecret(quiet(question)),
      confirm: (question, initial) => terminal.confirm(quiet(question), initial),
      choose: (question, options) =>
        terminal.choose(
          quiet(question),
          options.map((option) => ({ ...option, label: quiet(option.label) })),
        ),
    },
  };
}

function listening(http: Http, secrets: Set<string>): Http {
  const learn = (value: unknown) => {
    if (typeof value === "string" && value.length >= LEAST) secrets.add(value);
  };
  return {
    ...http,
    async send(request) {
      const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
      const sent = fieldsOf(request, isForm);
      learn(request.headers.authorization?.replace(/^\S+ /, ""));
      for (const name of SECRET) learn(sent[name]);
      const answer = await http.send(request);
      if (!isForm || answer.status < 200 || answer.status > 299) return withoutSecrets(answer, [...secrets]);
      const handedOut = asObject(parseJson(answer.text));
      for (const name of SECRET) learn(handedOut[name]);
      return answer;
    },
    within: (limit) => listening(http.within(limit), secrets),
  };
}

function fieldsOf({ body }: HttpRequest, isForm: boolean): Record<string, unknown> {
  if (typeof body !== "string") return {};
  return isForm ? Object.fromEntries(new URLSearchParams(body)) : asObject(parseJson(body));
}

/** Hidden before anything is cut out of them, since half a secret would be found no more. */
function withoutSecrets({ status, headers, text }: HttpAnswer, secrets: readonly string[]): HttpAnswer {
  const pairs = Object.entries(headers).map(([name, value]) => [name, hush(value, secrets)]);
  return { status, headers: Object.fromEntries(pairs), text: hush(text, secrets) };
}

/** Text without the secrets, however each of their letters is written: in JSON, in addresses, in HTML; and in base64. */
export function hush(text: string, secrets: readonly string[]): string {
  const written = secrets.flatMap((secret) => {
    const bytes = Buffer.from(secret);
    return [secret, bytes.toString("base64"), bytes.toString("base64url")];
  });
  // The longest first: one secret may be the beginning of another.
  const patterns = written.filter((form) => form !== "").sort((one, other) => other.length - one.length);
  return patterns.reduce(
    (rest, form) => rest.replace(new RegExp([...form].map(anyWriting).join(""), "giu"), "***"),
    text,
  );
}

const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A pattern for one letter in all its writings. */
function anyWriting(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const inUrl = [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  const units = Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at).toString(16).padStart(4, "0"));
  const forms = [
    inUrl,
    ...(letter === " " ? ["\\+"] : []),
    `&#(?:0*${code}|x0*${code.toString(16)});`,
    ...(NAMED[letter] ? [NAMED[letter]] : []),
    // JSON inside of JSON escapes its escapes.
    units.map((unit) => `\\\\+u${unit}`).join(""),
    ...('"\\/'.includes(letter) ? [`\\\\+\\u{${code.toString(16)}}`] : []),
    `\\u{${code.toString(16)}}`,
  ];
  return `(?:${forms.join("|")})`;
}
