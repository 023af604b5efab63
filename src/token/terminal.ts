import { Writable } from "node:stream";
import type * as Prompts from "@clack/prompts";

/** The only file of this room that prints. Talk and questions go to stderr, so that a script may take stdout as it is. */
export interface Terminal {
  /** Whether questions can be asked: stdin and stderr are terminals. */
  readonly interactive: boolean;
  /** Whether stdout leads to another program or a file, which then wants the token. */
  readonly piped: boolean;
  /** Talks, on stderr. Line breaks stay, other control characters are made harmless: much of it is a server's word. */
  say(text: string): void;
  /** Prints the one thing that a script reads, on stdout. */
  print(text: string): void;
  /** Asks for a line; trimmed. The questions throw {@link CancelledError} on Ctrl-C, Ctrl-D and Escape. */
  ask(question: string, initial?: string): Promise<string>;
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

/** What all questions have in common. */
interface Common {
  message: string;
  output: Writable;
  withGuide: boolean;
  signal: AbortSignal;
}

/**
 * The terminal of this process.
 *
 * @param options.colours false where NO_COLOR asks for none
 */
export function openTerminal({ colours }: { colours: boolean }): Terminal {
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
        message: harmless(question),
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
    say: (text) => void process.stderr.write(`${wrapped(harmless(text), process.stderr.columns ?? Infinity)}\n`),
    print: (text) => void process.stdout.write(`${text}\n`),
    async ask(question, initial = "") {
      const answer = await answerTo(question, ({ text }, common) => text({ ...common, initialValue: initial }));
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
        label: harmless(label),
        ...(hint === undefined ? {} : { hint: harmless(hint) }),
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

/** Text without characters that would move the cursor, change colours or turn the direction of writing. */
function harmless(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, " ");
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
 * Text broken at words, as a terminal does not do by itself. Indented lines stay whole, since they are there to be copied,
 * and so does a word that is longer than a line, such as an address.
 *
 * @param columns of the terminal
 */
export function wrapped(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => (line.startsWith(" ") ? line : breakAtWords(line, columns)))
    .join("\n");
}

function breakAtWords(line: string, columns: number): string {
  const [first = "", ...words] = line.split(" ");
  let room = columns - first.length;
  return words.reduce((broken, word) => {
    const fits = word.length < room;
    room = (fits ? room - 1 : columns) - word.length;
    return `${broken}${fits ? " " : "\n"}${word}`;
  }, first);
}
