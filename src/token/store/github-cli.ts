import { withoutSecrets } from "../../secrets.ts";
import type { Environment } from "../environment.ts";
import { CancelledError } from "../terminal.ts";
import { type Ended, environmentFor, findProgram, run } from "./child-process.ts";
import { type Destination, placeName } from "./destination.ts";
import { cureOf } from "./github-api.ts";
import { type Entry, type Store, StoreError } from "./store.ts";

/**
 * What `gh` reads of the environment: where its settings are, and the way to the network. A token that is in there is not
 * handed on, but used for the API instead where `gh` has no login of its own.
 */
const NEEDED = [
  "GH_CONFIG_DIR",
  ...["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"],
  ...["SSL_CERT_FILE", "SSL_CERT_DIR", "GODEBUG"],
];

/** A place on GitHub by way of the GitHub CLI, or why it is not to be had. */
export async function openGithubCli(
  destination: Destination,
  environment: Pick<Environment, "folder" | "variable">,
): Promise<Store | "not installed" | "not logged in"> {
  const path = findProgram("gh", environment);
  if (!path) return "not installed";
  const quiet = { GH_HOST: destination.host, GH_PROMPT_DISABLED: "1", GH_NO_UPDATE_NOTIFIER: "1", NO_COLOR: "1" };
  const env = { ...environmentFor(environment, NEEDED), ...quiet };
  const gh = (args: string[], input = "") => run(path, args, { env, folder: environment.folder, input });
  if ((await gh(["auth", "status", "--hostname", destination.host])).code !== 0) return "not logged in";

  async function checked(args: string[], input = "", secret = ""): Promise<string> {
    const ended = await gh(args, input);
    if (ended.wasLeft) throw new CancelledError();
    if (ended.code !== 0)
      throw refusal({ ...ended, stderr: withoutSecrets(ended.stderr, [secret]) }, args, destination);
    return ended.stdout;
  }

  return {
    way: "the GitHub CLI",
    async look(entry) {
      const rows = (await checked([commandOf(entry), "list", ...placeArguments(destination, entry)])).split("\n");
      const cells = rows.map((row) => row.split("\t"));
      const row = cells.find(([name]) => name?.trim().toUpperCase() === entry.name.toUpperCase());
      if (!row) return "nothing";
      return entry.kind === "variable" && row[1]?.trim() === entry.value ? "the same" : "something";
    },
    async put(entry) {
      const place = [...placeArguments(destination, entry), ...readerArguments(destination)];
      // Without --body, gh takes the value from stdin.
      const secret = entry.kind === "variable" ? "" : entry.value;
      await checked([commandOf(entry), "set", entry.name, ...place], entry.value, secret);
    },
  };
}

function commandOf({ kind }: Entry): string {
  return kind === "variable" ? "variable" : "secret";
}

function placeArguments({ host, owner, name, environment }: Destination, { kind }: Entry): string[] {
  const app = kind === "Dependabot secret" ? ["--app", "dependabot"] : [];
  if (name === "") return ["--org", owner, ...app];
  // Dependabot's secrets are of repositories and organizations only.
  const inside = environment !== "" && app.length === 0 ? [`--env=${environment}`] : [];
  return ["--repo", `${host}/${owner}/${name}`, ...inside, ...app];
}

function readerArguments({ name, visibility, repositories }: Destination): string[] {
  if (name !== "") return [];
  return ["--visibility", visibility, ...(visibility === "selected" ? ["--repos", repositories.join(",")] : [])];
}

function refusal({ code, stderr }: Ended, args: string[], destination: Destination): StoreError {
  const said = stderr.replace(/\s+/g, " ").trim().slice(0, 300);
  const what = `gh ${args.slice(0, 2).join(" ")} failed for ${placeName(destination)}: “${said || `exit code ${code}`}”.`;
  if (/unknown command|unknown flag/i.test(said)) {
    const cure =
      args[0] === "variable" ? "Update it (2.31 or newer), or store the URL with --url-as secret" : "Update it";
    return new StoreError(`${what} This GitHub CLI is too old. ${cure}.`);
  }
  const status = Number(/HTTP (\d{3})/.exec(said)?.[1] ?? 0);
  return new StoreError(`${what} ${cureOf({ status, sentence: said, destination, isCli: true })}`);
}
