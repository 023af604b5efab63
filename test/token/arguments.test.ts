import { describe, expect, test } from "vitest";
import { optionsOf, readArguments, UsageError } from "../../src/token/arguments.ts";
import { help } from "../../src/token/help.ts";

const message = (argv: string[]) => {
  try {
    return readArguments(argv);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
};

describe("commands", () => {
  test.each([
    [["mastodon.social"], { command: "login", instance: "mastodon.social" }],
    [["login", "@me@example.org"], { command: "login", instance: "@me@example.org" }],
    [[], { command: "login", instance: "" }],
    [["check", "example.org"], { command: "check", instance: "example.org", tokenEnv: "", json: false }],
    [["check", "example.org", "--token-env", "T", "--json"], { command: "check", tokenEnv: "T", json: true }],
    [["revoke", "example.org", "--client-id", "abc"], { command: "revoke", clientId: "abc", clientSecretEnv: "" }],
    [["app", "example.org", "--redirect-uri", "https://a.example/cb"], { redirectUri: "https://a.example/cb" }],
    [["--help"], { command: "help", topic: "" }],
    [["-h"], { command: "help", topic: "" }],
    [["help", "check"], { command: "help", topic: "check" }],
    [["check", "--help"], { command: "help", topic: "check" }],
    [["--version"], { command: "version" }],
    [["-v"], { command: "version" }],
    // A host may be called as a command is, nearly.
    [["chec.example"], { command: "login", instance: "chec.example" }],
    [["localhost:3000"], { command: "login", instance: "localhost:3000" }],
  ])("%j", (argv, expected) => {
    expect(readArguments(argv)).toMatchObject(expected);
  });
});

test("what login does when nothing is said", () => {
  expect(readArguments(["example.org"])).toEqual({
    command: "login",
    instance: "example.org",
    name: "",
    with: [],
    scopes: "",
    browser: null,
    account: "",
    password: false,
    timeout: 300_000,
    repo: "",
    env: "",
    org: "",
    orgVisibility: "",
    repos: [],
    dependabot: false,
    urlAs: "variable",
    secretName: "MASTODON_ACCESS_TOKEN",
    variableName: "MASTODON_URL",
    print: false,
    yes: false,
  });
});

test.each([
  [["--with", "pin", "--with", "duplicate-check"], { with: ["pin", "duplicate-check"] }],
  [["--with=pin,duplicate-check"], { with: ["pin", "duplicate-check"] }],
  [["--scopes", "read, write:statuses write:statuses"], { scopes: "read write:statuses" }],
  [["--no-browser"], { browser: false }],
  [["--browser"], { browser: true }],
  [["--timeout", "90s"], { timeout: 90_000 }],
  [["--timeout", "5 minutes"], { timeout: 300_000 }],
  [["--org", "acme", "--repos", "a,b"], { org: "acme", repos: ["a", "b"] }],
  [["--url-as", "secret"], { urlAs: "secret" }],
  [["--password"], { password: true }],
])("options of login: %j", (options, expected) => {
  expect(readArguments(["example.org", ...options])).toMatchObject(expected);
});

test.each([
  [["--accuont", "x"], "There is no option --accuont. Did you mean --account?"],
  [["--frobnicate"], "There is no option --frobnicate. See mastodon-token login --help."],
  [["check", "example.org", "--repo", "a/b"], "--repo is an option of login, not of check."],
  [["chek"], "There is no command chek. Did you mean `check`?"],
  [["a.example", "b.example"], "One address is enough, but there are 2 arguments. Is one of them an option's?"],
  [["--repo"], "--repo needs a value. See mastodon-token login --help."],
  [["--yes=no"], "--yes takes no value."],
  [["--timeout", "5"], '--timeout is a duration from 1s to 24h, such as 90s or "5 minutes", not 5.'],
  [["--url-as", "both"], "--url-as is variable or secret, not both."],
  [["--org-visibility", "public", "--org", "a"], "--org-visibility is all, private or selected, not public."],
  [["--org-visibility", "selected", "--org", "a"], /needs --repos/],
  [["--repos", "a"], "--repos and --org-visibility need --org."],
  [["--repo", "a/b", "--org", "a"], /two places/],
  [["--env", "e", "--org", "a"], /--env is of a repository/],
  [["--browser", "--no-browser"], /contradict/],
  [["--print", "--repo", "a/b"], /--print stores nothing/],
  [["--with", "pin", "--scopes", "write"], /--scopes says it all/],
  [["--scopes", "write;rm"], /which is not a scope/],
  [["--name", "x".repeat(61)], /longer than 60/],
])("wrong use: %j", (argv, expected) => {
  expect(message(argv)).toMatch(expected);
});

describe("a secret as an argument is refused, with the way that is safe, and not repeated", () => {
  test.each([
    [["check", "example.org", "--token", "S3CRETtoken"], "--token-env"],
    [["check", "example.org", "--access-token=S3CRETtoken"], "stdin"],
    [["example.org", "--password=S3CRETtoken"], "asked for"],
    [["revoke", "example.org", "--client-secret", "S3CRETtoken"], "--client-secret-env"],
    [["example.org", "--code", "S3CRETtoken"], "asked for"],
    // What follows a flag is an argument of its own.
    [["example.org", "--password", "S3CRETtoken"], "2 arguments"],
    [["check", "S3CRETtoken0123456789abcdefghijklmnopqrstu"], "looks like a token"],
  ])("%j", (argv, expected) => {
    expect(message(argv)).toContain(expected);
    expect(message(argv)).not.toContain("S3CRET");
  });
});

describe("help", () => {
  const commands = ["login", "app", "check", "revoke"] as const;

  test.each(commands)("%s: every option that there is, and none that is not", (command) => {
    const told = [...help(command).matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    expect([...new Set(told)].sort()).toEqual(Object.keys(optionsOf[command]).sort());
  });

  test("the first page names every command and every exit code", () => {
    for (const word of [...commands, "--version", "    0", "    1", "    2", "    3", "  130"]) {
      expect(help("")).toContain(word);
    }
  });

  test("every option that an example shows exists", () => {
    const known = new Set(["help", "version", ...commands.flatMap((command) => Object.keys(optionsOf[command]))]);
    const shown = ["", ...commands].flatMap((topic) => [...help(topic as "").matchAll(/--([a-z][a-z-]*)/g)]);
    expect(shown.map(([, name]) => name!).filter((name) => !known.has(name))).toEqual([]);
  });
});
