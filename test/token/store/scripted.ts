import { onTestFinished } from "vitest";
import { openHttp } from "../../../src/mastodon/http.ts";
import type { HandOverOptions } from "../../../src/token/arguments.ts";
import { type Context, readEnvironment } from "../../../src/token/environment.ts";
import { CancelledError, type Terminal } from "../../../src/token/terminal.ts";

/** What a person answers: text, yes or no, the label of a choice, or Ctrl-C. */
export type Answer = string | boolean | typeof leave;
export const leave = Symbol("Ctrl-C");

/** A context whose terminal answers by itself, and keeps what was said. */
export interface Scripted extends Context {
  /** Lines on stderr. */
  said: string[];
  /** Secrets that were shown on stderr on purpose. */
  revealed: string[];
  /** Lines on stdout. */
  printed: string[];
  /** The questions in turn, with the labels of choices. */
  asked: string[];
}

export interface ScriptedOptions {
  /** Answers in turn; without any, there is no terminal to ask in. */
  answers?: Answer[];
  stdin?: string;
  env?: Record<string, string>;
  /** Folder that the command is called in. */
  folder?: string;
}

export function scripted({ answers, stdin = "", env = {}, folder = "/" }: ScriptedOptions = {}): Scripted {
  const said: string[] = [];
  const revealed: string[] = [];
  const printed: string[] = [];
  const asked: string[] = [];
  const left = [...(answers ?? [])];
  const next = (question: string): Exclude<Answer, symbol> => {
    asked.push(question);
    if (!answers) throw new Error(`There is no terminal to ask in: ${question}`);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`Nobody answers: ${question}`);
    if (answer === leave) throw new CancelledError();
    return answer as Exclude<Answer, symbol>;
  };
  const terminal: Terminal = {
    interactive: answers !== undefined,
    piped: false,
    say: (text) => void said.push(text),
    reveal: (text) => void revealed.push(text),
    show: (text) => void printed.push(text),
    print: (text) => void printed.push(text),
    ask: async (question) => String(next(question)),
    askSecret: async (question) => String(next(question)),
    confirm: async (question) => next(question) === true,
    async choose(question, options) {
      const labels = options.map(({ label }) => label);
      const answer = next(`${question} ${labels.join(" | ")}`);
      const chosen = options[labels.indexOf(String(answer))];
      if (!chosen) throw new Error(`There is no ${String(answer)} among ${labels.join(", ")}`);
      return chosen.value;
    },
    readStdin: async () => stdin.trim(),
  };
  const http = openHttp({ proxies: { http: "", https: "", no: "" }, timeout: 60_000 });
  const environment = { ...readEnvironment({ PATH: "/nowhere", ...env }, "linux"), folder };
  onTestFinished(() => {
    if (left.length > 0) throw new Error(`Answers left over: ${left.map(String).join(", ")}`);
  });
  return { terminal, http, environment, said, revealed, printed, asked };
}

/** The options as they are when none was given. */
export const plainOptions: HandOverOptions = {
  repo: "",
  env: "",
  org: "",
  orgVisibility: "",
  repos: [],
  dependabot: false,
  urlAs: "variable",
  secretName: "MASTODON_ACCESS_TOKEN",
  variableName: "MASTODON_URL",
  print: false,
  yes: false,
};
