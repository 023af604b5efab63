import type { Context } from "./environment.ts";

/**
 * The token that a person gives: from the environment variable that they name, from stdin, or at a prompt.
 *
 * @param variable name of an environment variable; empty for none
 * @throws Error with one sentence
 */
export async function givenToken(variable: string, context: Context): Promise<string> {
  const { terminal } = context;
  if (variable !== "") return plainToken(namedVariable(variable, context), variable);
  if (terminal.interactive) return plainToken(await terminal.askSecret("The access token"), "the answer");
  return plainToken(await terminal.readStdin(), "stdin");
}

/** The value of an environment variable that a person named. Throws where it is empty. */
export function namedVariable(name: string, { environment }: Context): string {
  const value = environment.variable(name).trim();
  if (value === "") throw new Error(`The environment variable ${name} is empty or not set. Check its name.`);
  return value;
}

/** @param source where it came from, for the message */
export function plainToken(text: string, source: string): string {
  const token = text.trim();
  if (token === "") {
    throw new Error(
      `There is no token in ${source}. Pipe it to stdin, or name the variable that holds it with --token-env.`,
    );
  }
  if (/\s/.test(token)) {
    throw new Error(`What is in ${source} has white space inside, which no token has. Copy the token again.`);
  }
  if (/[^\x21-\x7e]/.test(token)) {
    throw new Error(
      `What is in ${source} holds a character that no token has, perhaps an invisible one. Copy the token again.`,
    );
  }
  return token;
}
