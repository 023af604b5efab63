import type { Terminal } from "../../src/token/terminal.ts";

/** An answer, or what makes one out of the question and all that was said before. */
export type Answer = unknown | ((question: string, said: string) => unknown);

export interface ScriptedTerminal extends Terminal {
  /** What stood on stderr: talk and questions, one entry each. */
  readonly said: string[];
  /** What stood on stdout. */
  readonly printed: string[];
  /** Answers that nobody asked for. */
  readonly left: Answer[];
}

/**
 * A terminal at which somebody answers as the script says, in order.
 *
 * @param answers to the questions; null: there is no terminal. An Error is thrown
 * @param stdin what is piped in
 * @param piped whether stdout leads to another program
 */
export function scriptedTerminal(answers: Answer[] | null = null, stdin = "", piped = false): ScriptedTerminal {
  const said: string[] = [];
  const printed: string[] = [];
  const left = [...(answers ?? [])];

  async function answer<T>(question: string): Promise<T> {
    if (answers === null) throw new Error(`Asked without a terminal: ${question}`);
    said.push(question);
    if (left.length === 0) throw new Error(`No answer in the script to: ${question}`);
    const next = left.shift();
    const given = typeof next === "function" ? await next(question, said.join("\n")) : next;
    if (given instanceof Error) throw given;
    return given as T;
  }

  return {
    said,
    printed,
    left,
    interactive: answers !== null,
    piped,
    say: (line) => void said.push(line),
    reveal: () => {},
    show: (text) => void printed.push(text),
    print: (line) => void printed.push(line),
    ask: answer<string>,
    askSecret: answer<string>,
    confirm: answer<boolean>,
    choose: async (question) => answer(question),
    readStdin: async () => stdin.trim(),
  };
}
