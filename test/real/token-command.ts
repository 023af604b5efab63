import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dist, source, type Target } from "../runner.ts";

/** The token command as a process, with a person at a browser, as far as a login takes one. */

/** Where the command is, by where the action is. */
const entries = new Map([
  [source, join(dirname(source.entry), "token/index.ts")],
  [dist, join(dirname(dist.entry), "token.js")],
]);

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * @param person what is typed or pressed on the pages that the command opens, by the names of fields and buttons
 * @param home an empty folder
 */
export async function mastodonToken(
  target: Target,
  args: readonly string[],
  options: { home: string; stdin?: string; person?: Record<string, string> },
): Promise<Ended> {
  const { home, stdin = "", person = {} } = options;
  const child = spawn(target.node, [entries.get(target)!, ...args], { cwd: home, env: desk(home), stdio: "pipe" });
  const said = { stdout: "", stderr: "" };
  let visited: Promise<void> | undefined;
  let problem: unknown;
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      const [, address] = /open this address in it:\s+(\S+)\n/.exec(said.stderr) ?? [];
      if (!address || visited) return;
      visited = visit(address, person).then(
        () => {},
        (error) => {
          problem = error;
          child.kill();
        },
      );
    });
  }
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((done, failed) => child.on("error", failed).on("close", done));
  await visited;
  if (problem) throw problem;
  return { code, ...said };
}

/** A login in a terminal, by a person who copies the code from the page of another device. */
export async function loginByCode(
  target: Target,
  args: readonly string[],
  { home, person }: { home: string; person: Record<string, string> },
): Promise<{ token: string; screen: string }> {
  const pty = await import("@lydell/node-pty");
  const options = { name: "xterm", cols: 1000, rows: 50, cwd: home, env: desk(home) };
  const terminal = pty.spawn(target.node, [entries.get(target)!, ...args], options);
  let screen = "";
  let visited: Promise<void> | undefined;
  let isAnswered = false;
  terminal.onData((text) => {
    screen += text;
    const [, address] = /(http\S+\/oauth\/authorize\?\S+)/.exec(screen) ?? [];
    if (address && !visited) {
      visited = visit(address, person).then(
        (page) => terminal.write(`${codeOn(page)}\r`),
        () => terminal.kill(),
      );
    }
    // Whether it is the right account, and how the token is to be handed over.
    if (!isAnswered && /\?.*(Yes|y\/n)/i.test(screen.slice(-300))) {
      isAnswered = true;
      terminal.write("\r");
    }
  });
  // Who shows no code is asked for one for ever.
  const givenUp = setTimeout(() => terminal.kill(), 90_000);
  await new Promise<void>((done) => terminal.onExit(() => done()));
  clearTimeout(givenUp);
  await visited;
  const plain = screen.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, "");
  // The token has a line of its own, unlike its application's id and secret.
  const [, token = ""] = /^([\w-]{20,})\s*$/m.exec(plain) ?? [];
  return { token, screen: plain };
}

/** The code that a page shows to be copied. */
function codeOn(page: string): string {
  const words = page.replaceAll(/<[^>]*>/g, " ").split(/\s+/);
  return words.filter((word) => /^[\w-]{12,}$/.test(word)).toSorted((one, other) => other.length - one.length)[0] ?? "";
}

/** A desk where nobody is logged in anywhere, and where opening a browser shows none. */
function desk(home: string): Record<string, string> {
  const bin = join(home, "bin");
  mkdirSync(bin, { recursive: true });
  const quiet = "#!/bin/sh\nexit 0\n";
  for (const name of ["xdg-open", "open", "a-browser"]) writeFileSync(join(bin, name), quiet, { mode: 0o755 });
  const git = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  return { PATH: `${bin}:${process.env.PATH}`, HOME: home, LANG: "C.UTF-8", BROWSER: join(bin, "a-browser"), ...git };
}

/** Goes where it is sent, keeps cookies, and fills in forms, until a page has none. @returns that page */
async function visit(address: string, person: Record<string, string>): Promise<string> {
  const cookies = new Map<string, string>();
  let [url, body]: [URL, URLSearchParams | null] = [new URL(address), null];
  for (let pages = 0; pages < 12; pages += 1) {
    const response: Response = await fetch(url, {
      method: body ? "POST" : "GET",
      body,
      redirect: "manual",
      headers: { accept: "text/html", cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const page = await response.text();
    const next = response.headers.get("location");
    const form = /<form\b([^>]*)>([\s\S]*?)<\/form>/.exec(page);
    if (next !== null) [url, body] = [new URL(next, url), null];
    else if (!response.ok) throw new Error(`The page at ${url} is a ${response.status}: ${page.slice(0, 300)}`);
    else if (!form) return page;
    else [url, body] = [new URL(attribute(form[1]!, "action") ?? url.href, url), filledIn(form[2]!, person)];
  }
  throw new Error(`The login has no end: the last page was ${url}`);
}

function filledIn(form: string, person: Record<string, string>): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<(?:input|button)\b[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name !== null) fields.set(name, person[name] ?? attribute(tag, "value") ?? "");
  }
  return fields;
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null;
  return value?.replaceAll("&amp;", "&").replaceAll("&#43;", "+") ?? null;
}
