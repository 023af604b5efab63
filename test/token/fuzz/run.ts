import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ForgejoApi, startForgejoApi } from "../../forgejo-api.ts";
import { type GithubSecretsApi, startGithubSecretsApi } from "../../github-secrets-api.ts";
import type { ExchangeRequest } from "../../instance/exchange.ts";
import { activitiesNext } from "../../instance/oauth/servers/activities-next.ts";
import { type Profile, profiles } from "../../instance/profiles.ts";
import { createInstance, type PracticeInstance } from "../../instance/server.ts";
import { listen } from "../../instance/sockets.ts";
import { inProcess } from "./in-process.ts";
import { isOurs, type Meddling, meddle, textOf } from "./meddling.ts";
import { type Knowledge, person } from "./person.ts";
import { type Plan, planOf } from "./plan.ts";
import { asProcess } from "./process.ts";
import { installPrograms, type Programs } from "./programs.ts";
import { type Random, randomFrom } from "./random.ts";
import { collectSecrets, type Kind, type Secret, secretsIn } from "./secrets.ts";

/** What the command said and did, in the process of the fuzz or in one of its own. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Setting {
  plan: Plan;
  knowledge: Knowledge;
  args: string[];
  stdin: string;
  env: Record<string, string>;
  programs: Programs;
  folder: string;
}

export interface Report {
  /** The command line and the server, as a person would tell them. */
  what: string;
  plan: Plan;
  code: number | null;
  /** Where a secret was seen that should not have been; one sentence each. */
  leaks: string[];
  /** How many secrets the run had. */
  secrets: number;
  stderr: string;
}

const servers: [string, Profile][] = [
  ...Object.entries(profiles),
  ["activities.next", { ...profiles.mastodon45, software: "activities.next", oauth: activitiesNext }],
];

/** Characters that have another writing in JSON, HTML, addresses or base64. */
const AWKWARD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&<>\"'+/=%\\?#éß€";

/** @param isProcess whether the command runs as people run it, which takes a second */
export async function runOnce(seed: string, isProcess: boolean): Promise<Report> {
  const random = randomFrom(seed);
  const secrets = collectSecrets();
  const base = realpathSync(mkdtempSync(join(tmpdir(), "fuzz-")));
  const at = (name: string) => join(base, name);
  for (const name of ["home", "temp", "folder", "programs"]) mkdirSync(at(name));
  const fresh = (kind: Kind, length: number, alphabet?: string) => {
    const value = random.word(length, alphabet);
    secrets.add(kind, value);
    return value;
  };
  const githubToken = `ghp_${fresh("GitHub token", 36)}`;
  const forgejoToken = fresh("Forgejo token", 40, "0123456789abcdef");
  const account = {
    password: fresh("password", 16, AWKWARD),
    twoFactor: random.chance(0.2) ? fresh("two-factor code", 8, "0123456789") : null,
  };

  /** Nobody may say anything secret there. */
  const strangers: string[] = [];
  const elsewhere = await listen(async (request) => {
    strangers.push(textOf(request));
    return { answer: { status: 200, headers: { "content-type": "application/json" }, body: "{}" } };
  }, {});
  const [name, profile] = random.pick(servers);
  let practice: PracticeInstance | undefined;
  const counts = new Map<string, number>();
  const heard = new Set<string>();
  const meddling = meddlingOf(random, elsewhere.origin);
  const listener = await listen((request) => {
    const what = `${request.method} ${request.path.split("?")[0]}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
    const exchange = (one: ExchangeRequest) => practice!.exchange(one);
    return meddle(request, exchange, meddling, secrets, heard, random.of(`${what} ${counts.get(what)}`));
  }, {});
  const instance = createInstance(listener.origin, { profile, account });
  practice = instance;

  const isRefusing = random.chance(0.3);
  /** Refuses now and then, in words that repeat the token that came with the request. */
  const refuseAt = (api: () => { requests: { authorization: string }[] }) => (method: string, path: string) => {
    const dice = random.of(`${method} ${path}`);
    if (!isRefusing || !dice.chance(0.3)) return null;
    const sent = api().requests.at(-1)?.authorization;
    return { status: dice.pick([401, 403, 404, 422, 500]), message: `Not with ${sent}` };
  };
  const github: GithubSecretsApi = await startGithubSecretsApi({
    token: githubToken,
    repositories: { "acme/widgets": 1 },
    environments: ["acme/widgets/prod"],
    organizations: ["acme"],
    refuse: refuseAt(() => github),
  });
  const forgejo: ForgejoApi = await startForgejoApi({
    token: forgejoToken,
    repositories: ["acme/widgets"],
    organizations: ["acme"],
    refuse: refuseAt(() => forgejo),
  });

  try {
    const plan = planOf(random, { github: github.host, forgejo: forgejo.host });
    const programs = installPrograms(at("programs"), {
      remotes: [`http://me:${account.password.replaceAll("'", "")}@${forgejo.host}/acme/widgets.git`],
      gh: plan.gh,
      failing: random.chance(0.3) ? random.pick(["secret set", "variable set", "secret list"]) : "",
      kept: random.chance(0.4) ? ["MASTODON_ACCESS_TOKEN"] : [],
    });
    const given = givenIn(plan, instance, random, secrets.add);
    const knowledge: Knowledge = {
      instance,
      account,
      ...given,
      githubToken,
      forgejoToken,
      places: [`${github.host}/acme/widgets`, `${forgejo.host}/acme/widgets#Forgejo`, "nonsense"],
    };
    const tokens = { GH_TOKEN: githubToken, GH_ENTERPRISE_TOKEN: githubToken, FORGEJO_TOKEN: forgejoToken };
    const env = {
      PATH: programs.path,
      HOME: at("home"),
      TMPDIR: at("temp"),
      LANG: "C.UTF-8",
      DISPLAY: ":0",
      BROWSER: join(programs.path, "the-browser"),
      MY_TOKEN: given.token,
      MY_SECRET: given.clientSecret,
      MASTODON_PASSWORD: account.password,
      ...(plan.tokensAreSet ? tokens : {}),
    };
    const piped = { token: given.token, client_id: given.clientId, client_secret: given.clientSecret };
    const stdin = plan.command === "revoke" && random.chance(0.6) ? JSON.stringify(piped) : given.token;
    const args = [plan.command, instance.origin, ...plan.options];
    const setting: Setting = { plan, knowledge, args, stdin, env, programs, folder: at("folder") };
    const someone = person(knowledge, secrets, random.of("person"));
    const run = isProcess ? asProcess : inProcess;
    const { code, stdout, stderr } = await run(setting, someone, random.of("run"));

    const leaks: string[] = [];
    const search = (where: string, text: string, among: readonly Secret[] = secrets.all) => {
      for (const secret of secretsIn(text, among)) {
        const line = text.split("\n").find((one) => secretsIn(one, [secret]).length > 0) ?? "";
        leaks.push(`The ${secret.kind} ${secret.value} was seen in ${where}: ${line.slice(0, 1000)}`);
      }
    };
    const ours = (kinds: Kind[]) => secrets.all.filter(({ kind }) => kinds.includes(kind));
    search("stdout, beyond what it is for", withoutWhatIsMeant(stdout, plan, secrets.all));
    search("stderr, beyond what it is for", withoutClientSecret(stderr, stdout, secrets.all));
    for (const file of filesBelow([at("home"), at("temp"), at("folder")])) {
      search(`the file ${file.slice(base.length)}`, readFileSync(file, "latin1"));
      search("the name of a file", file);
    }
    search("a child's arguments or environment", programs.started());
    for (const request of instance.requests.filter(isOurs)) search("a URL", request.path);
    for (const { path } of [...github.requests, ...forgejo.requests]) search("a URL", path);
    for (const { path, headers, body } of instance.requests) {
      const text = [path, JSON.stringify(headers), body].join("\n");
      search("a request to the instance", text, ours(["GitHub token", "Forgejo token"]));
    }
    for (const text of strangers) search("a request to another server", text);
    const notForGithub = secrets.all.filter(({ value }) => !githubToken.endsWith(value));
    for (const { body } of github.requests) search("a request to GitHub", body, notForGithub);
    const notForForgejo = secrets.all.filter(({ kind }) => kind !== "Forgejo token" && kind !== "access token");
    for (const one of forgejo.requests) search("a request to Forgejo", JSON.stringify(one), notForForgejo);
    return {
      what: `${args.join(" ")} on ${name}, ${plan.interactive ? `in a terminal, ${plan.way}` : "piped"}`,
      plan,
      code,
      leaks: [...new Set(leaks)],
      secrets: secrets.all.length,
      stderr,
    };
  } finally {
    await Promise.all([listener.close(), elsewhere.close(), github.close(), forgejo.close(), instance.close()]);
    rmSync(base, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** How much goes wrong: nothing; one kind of request, always; one time in six; every other time. */
function meddlingOf(random: Random, elsewhere: string): Meddling {
  const pattern = random.pick([
    /\/oauth\/token$/,
    /\/oauth\/token$/,
    /\/accounts\/verify_credentials$/,
    /\/accounts\/verify_credentials$/,
    /\/oauth\/revoke$/,
    /\/api\/v1\/apps$/,
    /\/apps\/verify_credentials$/,
    /statuses/,
    /\/api\/v\d\/instance$/,
    /well-known|nodeinfo/,
  ]);
  const hits = random.pick<Meddling["hits"]>([
    () => false,
    ({ path }) => pattern.test(path.split("?")[0]!),
    ({ path }) => pattern.test(path.split("?")[0]!),
    (_request, dice) => dice.chance(1 / 6),
    ({ path }, dice) => !/instance|well-known|nodeinfo/.test(path) && dice.chance(1 / 2),
  ]);
  return { hits, elsewhere };
}

/** The token and the application that `check` and `revoke` are about: living, dead, or made up. */
function givenIn(
  { command }: Plan,
  instance: PracticeInstance,
  random: Random,
  add: (kind: Kind, value: string) => void,
): { token: string; clientId: string; clientSecret: string } {
  const isKnown = ["check", "revoke"].includes(command) && random.chance(0.75);
  const state = random.pick(["active", "active", "active", "revoked", "expired"] as const);
  const scopes = random.pick([["read", "write"], ["write:statuses"], ["profile"], ["write:statuses", "write:media"]]);
  const token = isKnown ? instance.createToken({ state, scopes }) : random.word(30, AWKWARD.slice(0, -3));
  const clientSecret = random.word(40, AWKWARD.slice(0, -3));
  add("access token", token);
  add("client secret", clientSecret);
  return { token, clientId: "an-id", clientSecret };
}

/** Stdout without the one line that is meant to hold a secret. */
function withoutWhatIsMeant(stdout: string, { command }: Plan, secrets: readonly Secret[]): string {
  const values = (kind: Kind) => secrets.filter((one) => one.kind === kind).map(({ value }) => value);
  if (command === "login") {
    return values("access token").includes(stdout.trimEnd()) ? "" : stdout;
  }
  if (command !== "app") return stdout;
  const isOne = (line: string) =>
    values("client secret").some((value) =>
      [`client_secret: ${value}`, `  "client_secret": ${JSON.stringify(value)},`].includes(line),
    );
  const lines = stdout.split("\n");
  const meant = lines.findIndex(isOne);
  return lines.filter((_, at) => at !== meant).join("\n");
}

/** Stderr without the line that shows the client secret beside a printed token: without it, nothing could end that token. */
function withoutClientSecret(stderr: string, stdout: string, secrets: readonly Secret[]): string {
  const isPrinted = secrets.some(({ kind, value }) => kind === "access token" && value === stdout.trimEnd());
  const meant = secrets.filter(({ kind }) => kind === "client secret").map(({ value }) => `  client secret  ${value}`);
  const lines = stderr.split(/\r?\n/);
  return isPrinted ? lines.filter((line) => !meant.includes(line)).join("\n") : stderr;
}

function filesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile()),
  );
}
