import { Writable } from "node:stream";
import type * as Prompts from "@clack/prompts";
import type { Http } from "../mastodon/http.ts";
import { masked } from "../mastodon/masking.ts";
import { withoutSecrets } from "../secrets.ts";
import { harmless } from "../visible.ts";

/** The only file of this room that prints. Talk and questions go to stderr, so that a script may take stdout as it is. */
export interface Terminal {
  /** Whether questions can be asked: stdin and stderr are terminals. */
  readonly interactive: boolean;
  /** Whether stdout leads to another program or a file, which then wants the token. */
  readonly piped: boolean;
  /**
   * Talks, on stderr. Line breaks stay, other control characters are made harmless: much of it is a server's word. Texts
   * name the command `mastodon-token`; people see it as they called it.
   */
  say(text: string): void;
  /** Shows a secret that is meant to be seen, on stderr: it is not taken out as others are. */
  reveal(text: string): void;
  /** Shows what was asked for, on stdout, for people. */
  show(text: string): void;
  /** Prints the one thing that a script reads, on stdout. */
  print(text: string): void;
  /** Asks for a line; trimmed. The questions throw {@link CancelledError} on Ctrl-C, Ctrl-D and Escape. */
  ask(question: string): Promise<string>;
  /** Asks for a line that is not shown while it is typed; trimmed. */
  askSecret(question: string): Promise<string>;
  confirm(question: string, initial?: boolean): Promise<boolean>;
  choose<T>(question: string, options: { value: T; label: string; hint?: string }[]): Promise<T>;
  /** All of stdin, trimmed. */
  readStdin(): Promise<string>;
}

/** The person left at a question. */
export class CancelledError extends Error {
  constructor() {
    super("Cancelled.");
  }
}

/**
 * Asks for a line until it is a good one, and says each time what is wrong.
 *
 * @param problemWith one sentence; empty for a good answer
 */
export async function askUntil(
  { ask, say }: Pick<Terminal, "ask" | "say">,
  question: string,
  problemWith: (answer: string) => string,
): Promise<string> {
  for (;;) {
    const answer = await ask(question);
    const problem = problemWith(answer);
    if (problem === "") return answer;
    say(problem);
  }
}

/** What all questions have in common. */
interface Common {
  message: string;
  output: Writable;
  withGuide: boolean;
  signal: AbortSignal;
}

/** Columns where nobody says how many there are. */
const COLUMNS = 80;

/**
 * The terminal of this process.
 *
 * @param options.colours false where NO_COLOR asks for none
 * @param options.calledAs what people type to start the command
 */
export function openTerminal({ colours, calledAs }: { colours: boolean; calledAs: string }): Terminal {
  const named = (text: string) => harmless(text.replaceAll(/\bmastodon-token(?= [@[A-Za-z-])/g, calledAs));
  const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true;
  // Whoever reads may leave early, as `head` does, and a terminal may be closed: there is nobody to tell it then.
  for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on("error", () => {});

  /**
   * Asks a question and waits for the answer.
   *
   * The prompts are loaded at the first one: most scripted runs ask none.
   */
  async function answerTo<T>(
    question: string,
    ask: (clack: typeof Prompts, common: Common) => Promise<T>,
  ): Promise<Exclude<T, symbol>> {
    if (!interactive) {
      throw new Error(`There is no terminal to ask in: ${question} Give the answer as an option; see --help.`);
    }
    const clack = await import("@clack/prompts");
    const left = new AbortController();
    // After Ctrl-D the prompts would wait for keys that never come.
    const onKey = (_text: unknown, key?: { ctrl?: boolean; name?: string }) => {
      if (key?.ctrl && key.name === "d") left.abort();
    };
    process.stdin.on("keypress", onKey);
    try {
      const output = colours ? process.stderr : colourless(process.stderr);
      const answer = await ask(clack, {
        message: named(question),
        output,
        withGuide: true,
        signal: left.signal,
      });
      if (clack.isCancel(answer)) throw new CancelledError();
      return answer as Exclude<T, symbol>;
    } finally {
      process.stdin.off("keypress", onKey);
    }
  }

  return {
    interactive,
    piped: process.stdout.isTTY !== true,
    say: (text) => void process.stderr.write(`${wrapped(named(text), process.stderr.columns ?? Infinity)}\n`),
    reveal: (text) => void process.stderr.write(`${harmless(text)}\n`),
    show: (text) => void process.stdout.write(`${wrapped(named(text), process.stdout.columns ?? COLUMNS)}\n`),
    print: (text) => void process.stdout.write(`${text}\n`),
    async ask(question) {
      const answer = await answerTo(question, ({ text }, common) => text(common));
      return (answer ?? "").trim();
    },
    async askSecret(question) {
      const answer = await answerTo(question, ({ password }, common) => password(common));
      return (answer ?? "").trim();
    },
    confirm: (question, initial = true) =>
      answerTo(question, ({ confirm }, common) => confirm({ ...common, initialValue: initial })),
    async choose(question, options) {
      const shown = options.map(({ label, hint }, value) => ({
        value,
        label: named(label),
        ...(hint === undefined ? {} : { hint: named(hint) }),
      }));
      return options[await answerTo(question, ({ select }, common) => select({ ...common, options: shown }))]!.value;
    },
    async readStdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString("utf8").trim();
    },
  };
}

/** The same connections and the same terminal, but whatever travels as a secret is never said. */
export function masking(terminal: Terminal, http: Http): { terminal: Terminal; http: Http } {
  const secrets = new Set<string>();
  const quiet = (text: string) => withoutSecrets(text, secrets);
  return {
    http: masked(http, secrets),
    terminal: {
      ...terminal,
      say: (text) => terminal.say(quiet(text)),
      show: (text) => terminal.show(quiet(text)),
      ask: (question) => terminal.ask(quiet(question)),
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

/** The stream without colours. What moves the cursor stays, since questions draw themselves anew with it. */
function colourless(stream: NodeJS.WriteStream): Writable {
  const output = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      stream.write(String(chunk).replace(/\u001b\[[\d;]*m/g, ""));
      done();
    },
  });
  return Object.assign(output, { columns: stream.columns, rows: stream.rows });
}

/**
 * Text broken at words, as a terminal does not do by itself. What follows a label and two spaces, or a number, hangs below
 * itself. Other indented lines stay whole, since they are there to be copied, and so does a word that is longer than a
 * line, such as an address.
 *
 * @param columns of the terminal
 */
export function wrapped(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => {
      const [head = ""] = /^(?: *\S+(?: \S+)* {2,}| *\d+\. +)(?=\S)/.exec(line) ?? [];
      return line.startsWith(" ") && head === "" ? line : breakAtWords(line, head, columns);
    })
    .join("\n");
}

/** Fewer columns than that are no room for a text of its own. */
const NARROWEST = 20;

function breakAtWords(line: string, head: string, columns: number): string {
  const indent = " ".repeat(columns - head.length >= NARROWEST ? head.length : Math.min(4, head.length));
  const [first = "", ...words] = line.slice(head.length).split(" ");
  let room = columns - head.length - first.length;
  return words.reduce((broken, word) => {
    const fits = word.length < room;
    room = (fits ? room - 1 : columns - indent.length) - word.length;
    return `${broken}${fits ? " " : `\n${indent}`}${word}`;
  }, head + first);
}
