import { spawn } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cache, run } from "./process.ts";

/** What a server has, as somebody else's client reads it: never with ours. */
export interface Reader {
  // biome-ignore lint/suspicious/noExplicitAny: jobs read fields of many entities
  status(id: string): Promise<any>;
  /** The text as it was written; null where the server does not tell. */
  source(id: string): Promise<string | null>;
  // biome-ignore lint/suspicious/noExplicitAny: ditto
  scheduled(): Promise<any[]>;
  // biome-ignore lint/suspicious/noExplicitAny: ditto
  instance(): Promise<any>;
  delete(id: string): Promise<void>;
  cancelScheduled(id: string): Promise<void>;
  close(): Promise<void>;
}

const VERSION = "2.3.3";
const environment = join(cache, `Mastodon.py-${VERSION}`);
const script = fileURLToPath(new URL("./reader.py", import.meta.url));

/**
 * Gets Mastodon.py from PyPI, once.
 *
 * @throws NotHere
 */
export async function installReader(): Promise<void> {
  if (existsSync(join(environment, "installed"))) return;
  rmSync(environment, { recursive: true, force: true });
  await run({ command: "python3", args: ["-m", "venv", environment] }, null);
  await run(
    { command: join(environment, "bin", "pip"), args: ["install", "--quiet", `Mastodon.py==${VERSION}`] },
    null,
  );
  writeFileSync(join(environment, "installed"), "");
}

/** @param token goes in on stdin, and nowhere else */
export function openReader(origin: string, token: string): Reader {
  const child = spawn(join(environment, "bin", "python"), [script, origin], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.write(`${token}\n`);
  let last: Promise<unknown> = Promise.resolve();

  // biome-ignore lint/suspicious/noExplicitAny: an answer of the API
  function ask(method: string, parameters: unknown[], request: string): Promise<any> {
    const answer = last.then(async () => {
      child.stdin.write(`${JSON.stringify([method, parameters, request])}\n`);
      const { value } = await lines.next();
      const said = JSON.parse(value ?? '{"error":"The reader has ended"}');
      if ("error" in said) throw new Error(`${request}: ${said.error}`);
      return said.answer;
    });
    last = answer.catch(() => {});
    return answer;
  }

  return {
    status: (id) => ask("status", [id], `GET /api/v1/statuses/${id}`),
    source: (id) =>
      ask("status_source", [id], `GET /api/v1/statuses/${id}/source`).then(
        ({ text }) => text,
        () => null,
      ),
    scheduled: () => ask("scheduled_statuses", [], "GET /api/v1/scheduled_statuses"),
    instance: () => ask("instance_v1", [], "GET /api/v1/instance"),
    delete: (id) => ask("status_delete", [id], `DELETE /api/v1/statuses/${id}`),
    cancelScheduled: (id) => ask("scheduled_status_delete", [id], `DELETE /api/v1/scheduled_statuses/${id}`),
    async close() {
      child.stdin.end();
      await new Promise((done) => child.once("close", done));
    },
  };
}
