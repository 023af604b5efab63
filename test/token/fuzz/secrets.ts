/** What must not be seen, and by whom it may be. */
export type Kind =
  | "access token"
  | "client secret"
  | "code"
  | "verifier"
  | "password"
  | "two-factor code"
  | "GitHub token"
  | "Forgejo token";

export interface Secret {
  kind: Kind;
  value: string;
}

/** All secrets of a run, as they become known. */
export interface Secrets {
  readonly all: Secret[];
  add(kind: Kind, value: unknown): void;
}

export function collectSecrets(): Secrets {
  const all: Secret[] = [];
  return {
    all,
    add(kind, value) {
      if (typeof value !== "string" || value.length < 8 || all.some((one) => one.value === value)) return;
      all.push({ kind, value });
    },
  };
}

/** So much of a secret in one piece counts as the secret: half of one is a leak as well. Characters. */
const PIECE = 12;

/** The ways in which a text may hold a secret, whole or (as it is) in a piece. */
export function writingsOf(value: string): string[] {
  const pieces = Array.from({ length: Math.max(1, value.length - PIECE + 1) }, (_, at) => value.slice(at, at + PIECE));
  const bytes = Buffer.from(value);
  const numbered = (letter: (code: number) => string) =>
    [...value].map((one) => letter(one.codePointAt(0) ?? 0)).join("");
  const named = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return [
    ...pieces,
    encodeURIComponent(value),
    new URLSearchParams([["", value]]).toString().slice(1),
    JSON.stringify(value).slice(1, -1),
    numbered((code) => `\\u${code.toString(16).padStart(4, "0")}`),
    named,
    named.replaceAll('"', "&quot;"),
    named.replaceAll('"', "&#34;").replaceAll("'", "&#39;"),
    numbered((code) => `&#${code};`),
    ...[0, 1, 2].flatMap((shift) => inBase64(bytes, shift)),
    bytes.toString("hex"),
  ];
}

/** Its base64 as part of a longer text, such as `user:secret`: what of it does not depend on the neighbours. */
function inBase64(bytes: Buffer, shift: number): string[] {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
  const inner = encoded.slice(shift === 0 ? 0 : 4, Math.floor((bytes.length + shift) / 3) * 4);
  return [inner, inner.replaceAll("+", "-").replaceAll("/", "_")];
}

/** The secrets that a text holds, in whatever writing. */
export function secretsIn(text: string, secrets: readonly Secret[]): Secret[] {
  return secrets.filter(({ value }) => writingsOf(value).some((writing) => text.includes(writing)));
}
