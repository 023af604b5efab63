import { Writable } from "node:stream";

/** The only file of this room that prints. Talk and questions go to stderr, so that a script may take stdout as it is. */
export interface Terminal {
  /** Whether questions can be asked: stdin and stderr are terminals. */
  readonly interactive: boolean;
  /** Talks, on stderr. Line breaks stay, other control characters are made harmless: much of it is a server's word. */
  say(text: string): void;
  /** Prints the one thing that a script reads, on stdout. */
  print(text: string): void;
  /** Asks for a line; trimmed. The questions throw {@link CancelledError} on Ctrl-C and Escape. */
  ask(question: string, initial?: string): Promise<string>;
  /** Asks for a line that is not shown while it is typed; trimmed. */
  askSecret(question: string): Promise<string>;
  confirm(question: string, initial?: boolean): Promise<boolean>;
  choose<T>(question: string, options: { value: T; label: string; hint?: string }[]): Promise<T>;
  /** All of stdin, trimmed. */
  readStdin(): Promise<string>;
}

/** The person pressed Ctrl-C, or Escape, at a question. */
export class CancelledError extends Error {
  constructor() {
    super("Cancelled.");
  }
}

/**
 * The terminal of this process.
 *
 * @param options.colours false where NO_COLOR asks for none
 */
export function openTerminal({ colours }: { colours: boolean }): Terminal {
  const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true;
  // Whoever reads may leave early, as `head` does: nothing to tell of, and nobody to tell it.
  process.stdout.on("error", () => {});

  /** Loaded at the first question: most scripted runs ask none. */
  async function prompts(question: string) {
    if (!interactive) {
      throw new Error(`There is no terminal to ask in: ${question} Give the answer as an option; see --help.`);
    }
    const clack = await import("@clack/prompts");
    const output = colours ? process.stderr : colourless(process.stderr);
    const common = { message: harmless(question), output, withGuide: false };
    /** The answer, unless the person left. */
    const given = <T>(answer: T): Exclude<T, symbol> => {
      if (clack.isCancel(answer)) throw new CancelledError();
      return answer as Exclude<T, symbol>;
    };
    return { clack, common, given };
  }

  return {
    interactive,
    say: (text) => void process.stderr.write(`${harmless(text)}\n`),
    print: (text) => void process.stdout.write(`${text}\n`),
    async ask(question, initial = "") {
      const { clack, common, given } = await prompts(question);
      return (given(await clack.text({ ...common, initialValue: initial })) ?? "").trim();
    },
    async askSecret(question) {
      const { clack, common, given } = await prompts(question);
      return (given(await clack.password(common)) ?? "").trim();
    },
    async confirm(question, initial = true) {
      const { clack, common, given } = await prompts(question);
      return given(await clack.confirm({ ...common, initialValue: initial }));
    },
    async choose(question, options) {
      const { clack, common, given } = await prompts(question);
      const shown = options.map(({ label, hint }, value) => ({
        value,
        label: harmless(label),
        ...(hint === undefined ? {} : { hint: harmless(hint) }),
      }));
      return options[given(await clack.select({ ...common, options: shown }))]!.value;
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
