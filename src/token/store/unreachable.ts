import { StoreError } from "./store.ts";

/** No answer at all from a server that should store something. */
export function unreachable({ host }: URL, cause: unknown): StoreError {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  return new StoreError(
    `${host} could not be reached (${code ?? message ?? "no reason given"}). Check the name and the network, and run this again.`,
  );
}
