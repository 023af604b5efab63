/** What is stored under one name. */
export interface Entry {
  kind: "secret" | "variable" | "Dependabot secret";
  name: string;
  value: string;
}

/**
 * What a place holds under a name: nothing, something, the very same value (only variables can be read), or it does not
 * say.
 */
export type Found = "nothing" | "something" | "the same" | "unknown";

/** A place that keeps secrets and variables, and the way that leads there. Its methods throw {@link StoreError}. */
export interface Store {
  /** The way, as the talk names it: `the GitHub CLI`. */
  readonly way: string;
  look(entry: Entry): Promise<Found>;
  /** Creates or overwrites. */
  put(entry: Entry): Promise<void>;
}

/** Nothing could be read or stored. The message is one line: what happened, the likely cause, what to do. */
export class StoreError extends Error {}

/** No answer at all from a server that should store something. */
export function unreachable({ host }: URL, cause: unknown): StoreError {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  return new StoreError(
    `${host} could not be reached (${code ?? message ?? "no reason given"}). Check the name and the network, and run this again.`,
  );
}
