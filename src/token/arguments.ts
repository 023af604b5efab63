import { parseArgs } from "node:util";
import { closestMatch } from "leven";
import { parseDuration } from "../time.ts";

/** Where the token goes. Empty strings and lists: not said. */
export interface HandOverOptions {
  /** `[HOST/]OWNER/NAME`. */
  repo: string;
  /** Environment of that repository. */
  env: string;
  org: string;
  orgVisibility: "" | "all" | "private" | "selected";
  /** Names of the organization's repositories that may use the secret. */
  repos: string[];
  dependabot: boolean;
  /** What the instance's URL is stored as. */
  urlAs: "variable" | "secret";
  secretName: string;
  variableName: string;
  /** Print the token instead of storing it. */
  print: boolean;
  /** Overwrite, and take the account, without a question. */
  yes: boolean;
}

/** What the token may do beyond posting. */
export type Extra = "duplicate-check" | "pin";

export interface LoginOptions extends HandOverOptions {
  command: "login";
  /** As it was typed; empty when it is still to be asked for. */
  instance: string;
  /** Of the application; empty: made from the repository. */
  name: string;
  with: Extra[];
  /** In place of what `with` stands for; empty for none. */
  scopes: string;
  /** Whether to open a browser here; null: as the surroundings suggest. */
  browser: boolean | null;
  /** Handle of the account that it must be; empty for any. */
  account: string;
  password: boolean;
  /** Milliseconds to wait for the browser. */
  timeout: number;
}

export interface AppOptions {
  command: "app";
  instance: string;
  name: string;
  website: string;
  scopes: string;
  redirectUri: string;
  json: boolean;
}

export interface CheckOptions {
  command: "check";
  instance: string;
  /** Name of the environment variable that holds the token; empty: stdin, or a question. */
  tokenEnv: string;
  json: boolean;
}

export interface RevokeOptions {
  command: "revoke";
  instance: string;
  tokenEnv: string;
  /** Of the application that the token was made for; empty: to be asked for. */
  clientId: string;
  /** Name of the environment variable that holds the application's secret; empty: a question. */
  clientSecretEnv: string;
  yes: boolean;
}

export interface HelpOptions {
  command: "help";
  /** Command that help is wanted on; empty for all. */
  topic: Command | "";
}

export type Options = LoginOptions | AppOptions | CheckOptions | RevokeOptions | HelpOptions | { command: "version" };

/** The command was called in a way that it does not know. Its message is one line, and repeats no secret. */
export class UsageError extends Error {}

const commands = ["login", "app", "check", "revoke"] as const;
export type Command = (typeof commands)[number];

const text = { type: "string" } as const;
const list = { type: "string", multiple: true } as const;
const flag = { type: "boolean" } as const;

/** Every option of every command. help.ts tells what they mean (a test holds the two together). */
export const optionsOf = {
  login: {
    name: text,
    with: list,
    scopes: text,
    browser: flag,
    "no-browser": flag,
    account: text,
    password: flag,
    timeout: text,
    repo: text,
    env: text,
    org: text,
    "org-visibility": text,
    repos: list,
    dependabot: flag,
    "url-as": text,
    "secret-name": text,
    "variable-name": text,
    print: flag,
    yes: flag,
  },
  app: { name: text, website: text, scopes: text, "redirect-uri": text, json: flag },
  check: { "token-env": text, json: flag },
  revoke: { "token-env": text, "client-id": text, "client-secret-env": text, yes: flag },
} as const;

const common = { help: { ...flag, short: "h" }, version: { ...flag, short: "v" } } as const;

/** Options that people try, and that would put a secret into the shell's history and the list of processes. */
const secretOptions: Record<string, string> = {
  token: "Pipe the token to stdin, type it at the prompt, or name the variable that holds it with --token-env",
  "access-token": "Pipe the token to stdin, type it at the prompt, or name the variable that holds it with --token-env",
  password: "Give --password alone: the password is asked for and not shown",
  "client-secret": "It is asked for and not shown, or name the variable that holds it with --client-secret-env",
  secret: "It is asked for and not shown",
  code: "It is asked for and not shown",
};

const DEFAULT_TIMEOUT = 5 * 60_000;

/**
 * Reads the command line, all but the program's own name.
 *
 * @throws UsageError
 */
export function readArguments(argv: readonly string[]): Options {
  const every = { ...common, ...optionsOf.login, ...optionsOf.app, ...optionsOf.check, ...optionsOf.revoke };
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: every,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const [first = ""] = positionals;
  if (first === "help") return { command: "help", topic: commandNamed(positionals[1] ?? "") };
  const command = commandNamed(first);
  if (values.help) return { command: "help", topic: command };
  if (values.version || first === "version") return { command: "version" };

  for (const token of tokens) if (token.kind === "option") checkOption(token, command || "login");
  if (command === "") refuseMisspelledCommand(first);
  const rest = command === "" ? positionals : positionals.slice(1);
  if (rest.length > 1) {
    throw new UsageError(`One address is enough, but there are ${rest.length} arguments. Is one of them an option's?`);
  }
  const [instance = ""] = rest;
  if (/^[\w-]{30,}$/.test(instance)) {
    throw new UsageError(`That looks like a token. ${secretOptions.token}. This one is in your shell's history now.`);
  }
  return optionsFor(command || "login", instance, values);
}

function commandNamed(name: string): Command | "" {
  return commands.find((command) => command === name) ?? "";
}

/** A word that is no address, and nearly a command. */
function refuseMisspelledCommand(word: string): void {
  const near = /^[a-z]+$/i.test(word) ? closestMatch(word.toLowerCase(), commands, { maxDistance: 2 }) : undefined;
  if (near) throw new UsageError(`There is no command ${word}. Did you mean \`${near}\`?`);
}

interface OptionToken {
  name: string;
  rawName: string;
  value?: string | undefined;
}

function checkOption({ name, rawName, value }: OptionToken, command: Command): void {
  const own: Record<string, { type: string }> = { ...common, ...optionsOf[command] };
  const option = Object.hasOwn(own, name) ? own[name] : undefined;
  const cure = Object.hasOwn(secretOptions, name) ? secretOptions[name] : undefined;
  if (cure && (!option || value !== undefined)) {
    throw new UsageError(`${rawName} takes no secret, since arguments stay in the shell's history. ${cure}.`);
  }
  if (!option) throw new UsageError(unknownOption(name, rawName, command, Object.keys(own)));
  if (option.type === "string" && (value === undefined || value === "")) {
    throw new UsageError(`${rawName} needs a value. See mastodon-token ${command} --help.`);
  }
  if (option.type === "boolean" && value !== undefined) throw new UsageError(`${rawName} takes no value.`);
}

function unknownOption(name: string, rawName: string, command: Command, known: string[]): string {
  const owner = commands.find((other) => Object.hasOwn(optionsOf[other], name));
  if (owner) return `${rawName} is an option of ${owner}, not of ${command}.`;
  const near = closestMatch(name, known, { maxDistance: Math.max(1, Math.floor(name.length / 3)) });
  const meant = near ? `Did you mean --${near}?` : `See mastodon-token ${command} --help.`;
  return `There is no option ${rawName}. ${meant}`;
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

function optionsFor(command: Command, instance: string, values: Values): Options {
  const of = (name: string) => (typeof values[name] === "string" ? values[name].trim() : "");
  const has = (name: string) => values[name] === true;
  const all = (name: string) =>
    [values[name] ?? []]
      .flat()
      .flatMap((value) => String(value).split(/[\s,]+/))
      .filter((value) => value !== "");
  switch (command) {
    case "app":
      return {
        command,
        instance,
        name: of("name"),
        website: of("website"),
        scopes: scopesIn(of("scopes")),
        redirectUri: of("redirect-uri"),
        json: has("json"),
      };
    case "check":
      return { command, instance, tokenEnv: of("token-env"), json: has("json") };
    case "revoke":
      return {
        command,
        instance,
        tokenEnv: of("token-env"),
        clientId: of("client-id"),
        clientSecretEnv: of("client-secret-env"),
        yes: has("yes"),
      };
    case "login":
      return checked(
        {
          command,
          instance,
          name: of("name"),
          with: all("with").map((name) => oneOf("--with", name, ["duplicate-check", "pin"] as const)),
          scopes: scopesIn(of("scopes")),
          browser: has("browser") ? true : has("no-browser") ? false : null,
          account: of("account"),
          password: has("password"),
          timeout: of("timeout") === "" ? DEFAULT_TIMEOUT : durationIn(of("timeout")),
          repo: of("repo"),
          env: of("env"),
          org: of("org"),
          orgVisibility:
            of("org-visibility") === ""
              ? ""
              : oneOf("--org-visibility", of("org-visibility"), ["all", "private", "selected"] as const),
          repos: all("repos"),
          dependabot: has("dependabot"),
          urlAs: of("url-as") === "" ? "variable" : oneOf("--url-as", of("url-as"), ["variable", "secret"] as const),
          secretName: of("secret-name") || "MASTODON_ACCESS_TOKEN",
          variableName: of("variable-name") || "MASTODON_URL",
          print: has("print"),
          yes: has("yes"),
        },
        has("browser") && has("no-browser"),
      );
  }
}

function checked(options: LoginOptions, bothBrowsers: boolean): LoginOptions {
  const { repo, org, env, repos, orgVisibility, print, scopes, name } = options;
  const clashes: [boolean, string][] = [
    [bothBrowsers, "--browser and --no-browser contradict each other. Leave out one of them."],
    [repo !== "" && org !== "", "--repo and --org name two places. Give one of them."],
    [env !== "" && org !== "", "--env is of a repository, not of an organization. Give --repo with it."],
    [org === "" && (repos.length > 0 || orgVisibility !== ""), "--repos and --org-visibility need --org."],
    [
      orgVisibility === "selected" && repos.length === 0,
      "--org-visibility selected needs --repos, the repositories that may read it.",
    ],
    [repos.length > 0 && !["", "selected"].includes(orgVisibility), "--repos goes with --org-visibility selected."],
    [print && (repo !== "" || org !== ""), "--print stores nothing. Leave out --repo and --org, or --print."],
    [scopes !== "" && options.with.length > 0, "--scopes says it all. Leave out --with, or --scopes."],
    [[...name].length > 60, "--name is longer than 60 characters, which servers refuse."],
  ];
  const clash = clashes.find(([is]) => is);
  if (clash) throw new UsageError(clash[1]);
  return options;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === value);
  if (found !== undefined) return found;
  const names = `${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}`;
  throw new UsageError(`${option} is ${names}, not ${value.slice(0, 60)}.`);
}

/** Scopes separated by single spaces; people separate them by commas and plus signs too. */
function scopesIn(value: string): string {
  const scopes = [...new Set(value.split(/[\s,+]+/).filter((scope) => scope !== ""))];
  const wrong = scopes.find((scope) => !/^[a-z_]+(:[a-z_]+)*$/.test(scope));
  if (wrong)
    throw new UsageError(
      `--scopes holds ${wrong.slice(0, 60)}, which is not a scope. Scopes look like write:statuses.`,
    );
  return scopes.join(" ");
}

/** `90s`, `5 minutes`, in milliseconds: from a second to a day. */
function durationIn(value: string): number {
  const milliseconds = parseDuration(value);
  if (milliseconds !== null && milliseconds >= 1000 && milliseconds <= 24 * 3_600_000) return milliseconds;
  throw new UsageError(
    `--timeout is a duration from 1s to 24h, such as 90s or "5 minutes", not ${value.slice(0, 60)}.`,
  );
}
