import { describe, expect, test } from "vitest";
import { collectInputs, InputError, inputDefaults, readInputs, secretsOf } from "../../src/inputs/inputs.ts";
import { inputNames } from "../../src/inputs/names.ts";
import { environmentWith } from "../sources/environment.ts";

const enough = { "instance-url": "https://social.example", "access-token": "abc" };

const read = (inputs: Record<string, string>, environment = environmentWith({})) =>
  readInputs(new Map(Object.entries({ ...enough, ...inputs })), environment);

async function problems(inputs: Record<string, string>, environment = environmentWith({})): Promise<string[]> {
  try {
    await read(inputs, environment);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe("collecting", () => {
  test("`INPUT_*` in any case, and nothing else", () => {
    const env = { "INPUT_INSTANCE-URL": "a", "input_dry-run": "true", INPUT_: "b", PATH: "c", MY_INPUT_X: "d" };
    expect([...collectInputs(env)]).toEqual([
      ["instance-url", "a"],
      ["dry-run", "true"],
    ]);
  });

  test("the secrets among them, trimmed, none empty", () => {
    expect(
      secretsOf(
        new Map([
          ["access-token", " abc\n"],
          ["github-token", ""],
          ["status", "x"],
        ]),
      ),
    ).toEqual(["abc"]);
    expect(secretsOf(new Map())).toEqual([]);
  });
});

describe("defaults", () => {
  test("of a run with URL and token alone", async () => {
    expect(await read({})).toMatchObject({
      instanceUrl: "https://social.example",
      accessToken: "abc",
      status: { source: inputDefaults.status, isTemplate: true, from: "default announcement" },
      data: null,
      releaseTag: "event",
      spoilerText: "",
      visibility: undefined,
      language: undefined,
      sensitive: undefined,
      overflow: "truncate",
      maxParts: 10,
      mentions: "template",
      idempotencyKey: "",
      onMissingToken: "fail",
      dryRun: false,
      timeout: 300_000,
      skip: null,
      remarks: [],
    });
  });

  test("are the same where a runner hands over every declared input", async () => {
    const empty = Object.fromEntries(inputNames.map((name) => [name, ""]));
    expect(await read({ ...empty, ...inputDefaults, ...enough })).toEqual(await read({}));
  });
});

describe("values", () => {
  test.each([
    ["visibility", "Unlisted", { visibility: "unlisted" }],
    ["visibility", " private ", { visibility: "private" }],
    ["language", "en", { language: "en" }],
    ["language", "pt_BR", { language: "pt-BR" }],
    ["language", "zh-Hant-TW", { language: "zh-Hant-TW" }],
    ["language", "gsw", { language: "gsw" }],
    ["sensitive", "TRUE", { sensitive: true }],
    ["sensitive", "False", { sensitive: false }],
    ["dry-run", "true", { dryRun: true }],
    ["max-parts", "999", { maxParts: 999 }],
    ["overflow", "thread", { overflow: "thread" }],
    ["mentions", "none", { mentions: "none" }],
    ["timeout", "90s", { timeout: 90_000 }],
    ["timeout", "6 hours", { timeout: 21_600_000 }],
    ["release-tag", "latest", { releaseTag: "latest" }],
    ["release-tag", "refs/tags/v1.0.0", { releaseTag: "v1.0.0" }],
    ["release-tag", "@scope/pkg@1.0.0", { releaseTag: "@scope/pkg@1.0.0" }],
    ["access-token", "\u00A0abc\r\n", { accessToken: "abc" }],
    ["instance-url", "social.example/", { instanceUrl: "https://social.example" }],
    ["data", "a: 1.10", { data: { a: "1.10" } }],
    ["data", " \n", { data: null }],
    ["status", "Hello\r\nworld", { status: { source: "Hello\nworld", isTemplate: true, from: "status" } }],
    ["status", `${inputDefaults.status}\n`, { status: { from: "default announcement" } }],
  ])("%s: %j", async (name, value, typed) => {
    expect(await read({ [name]: value })).toMatchObject(typed);
  });
});

describe("wrong values", () => {
  test.each([
    ["visibility", "friends", '`visibility` is "friends". Write one of: public, unlisted, private, direct.'],
    ["visibility", "Quiet public", '`visibility` is "Quiet public", the web interface\'s word. Write `unlisted`.'],
    ["visibility", "followers-only", "Write `private`."],
    ["visibility", "Private mention", "Write `direct`."],
    ["language", "english", '`language` is "english", which is not a language tag.'],
    ["language", "en US", "is not a language tag"],
    ["language", "en_US.UTF-8", "is not a language tag"],
    ["language", "x", "is not a language tag"],
    ["sensitive", "yes", '`sensitive` is "yes". Write `true` or `false`.'],
    ["dry-run", "1", "Write `true` or `false`."],
    ["max-parts", "0", '`max-parts` is "0". Write a whole number from 1 to 999.'],
    ["max-parts", "1000", "from 1 to 999"],
    ["max-parts", "2.5", "a whole number"],
    ["overflow", "split", "Write one of: truncate, thread, fail."],
    ["mentions", "nobody", "Write one of: template, all, none."],
    ["on-missing-token", "ignore", "Write one of: fail, skip."],
    ["timeout", "30", '`timeout` is "30". Write a number and a unit'],
    ["timeout", "0 seconds", "It must be between 1 second and 6 hours."],
    ["timeout", "1 day", "`timeout` is 1 day. It must be between"],
    ["release-tag", "v1 2", "which is not a valid git tag"],
    ["access-token", '"abc"', "is wrapped in quotes"],
    ["access-token", "Bearer abc", "starts with the word Bearer"],
    ["access-token", "https://social.example", "changed places"],
    ["access-token", "abc def", "white space inside it"],
    ["access-token", "abc\u200Bdef", "a character that no token has"],
    ["access-token", "abc\u009bdef", "a character that no token has"],
    ["access-token", "abc\u0007def", "a character that no token has"],
    ["instance-url", "http://social.example", "begins with http://"],
    ["data", "just a text", "`data` must be a mapping"],
    ["template-file", "no-such-file.liquid", "does not exist in the workspace"],
  ])("%s: %j", async (name, value, sentence) => {
    const [problem = "", ...more] = await problems({ [name]: value });
    expect(problem).toContain(sentence);
    expect(more).toEqual([]);
  });

  test("what is long is shortened, what has line breaks stays on one line", async () => {
    const [problem = ""] = await problems({ visibility: `public\n${"x".repeat(500)}` });
    expect(problem).toMatch(/^.{1,200}$/);
  });

  test("no token stands in its message", async () => {
    const secret = "s3cr3t";
    for (const token of [`"${secret}"`, `Bearer ${secret}`, `https://${secret}`, `${secret} x`, `${secret}\u200B`]) {
      expect((await problems({ "access-token": token })).join()).not.toContain(secret);
    }
  });
});

describe("empty inputs", () => {
  test.each(Object.keys(inputDefaults).filter((name) => name !== "status"))("`%s` means its default", async (name) => {
    expect(await read({ [name]: " " })).toEqual(await read({}));
  });

  test("`dry-run` is no rehearsal, but by hand it may have been meant as one", async () => {
    expect((await read({ "dry-run": "" })).dryRun).toBe(false);
    const byHand = environmentWith({ github: { event_name: "workflow_dispatch" } });
    expect((await problems({ "dry-run": "" }, byHand))[0]).toContain("`dry-run` is given but empty");
    expect(await problems({ "dry-run": "false" }, byHand)).toEqual([]);
  });

  test("`status`", async () => {
    expect((await problems({ status: "\n" }))[0]).toContain("`${{ inputs.text || '…' }}`");
  });

  test.each([
    "spoiler-text",
    "visibility",
    "language",
    "sensitive",
    "idempotency-key",
    "data",
    "template-file",
    "status-file",
    "github-token",
  ])("`%s` is the same as none", async (name) => {
    expect(await read({ [name]: "" })).toEqual(await read({}));
  });

  test("URL and token are told together, and needed by no dry run", async () => {
    const none = { "instance-url": "", "access-token": "" };
    const told = await problems(none);
    expect(told.map((problem) => problem.split(" is ")[0])).toEqual(["`access-token`", "`instance-url`"]);
    expect(await read({ ...none, "dry-run": "true" })).toMatchObject({ instanceUrl: "", accessToken: "" });
  });
});

describe("a missing token", () => {
  const fork = environmentWith({ github: { event_name: "push" }, event: { repository: { fork: true } } });

  test("is skipped where secrets are withheld and the author allows it", async () => {
    const inputs = await read({ "instance-url": "", "access-token": "", "on-missing-token": "skip" }, fork);
    expect(inputs.skip).toBe(
      "`access-token` is empty. This repository is a fork, and forks do not get the secrets of the original.",
    );
  });

  test("fails there by default", async () => {
    expect((await problems({ "access-token": "" }, fork))[0]).toContain("or set `on-missing-token: skip`.");
  });

  test("fails elsewhere all the same", async () => {
    const told = await problems({ "access-token": "", "on-missing-token": "skip" });
    expect(told[0]).toContain("(`on-missing-token: skip` skips only where secrets are withheld by design.)");
  });

  test("hides no other mistake", async () => {
    expect(await problems({ "access-token": "", "on-missing-token": "skip", visibility: "x" }, fork)).toHaveLength(1);
  });
});

describe("unknown inputs", () => {
  test("are errors with the name that was meant, and what was meant is not told to be missing", async () => {
    expect(await problems({ url: "x", "instance-url": "", unheard: "y" })).toEqual([
      "Unknown input `url`. It is called `instance-url` here.",
    ]);
  });

  test("are only told where none was meant", async () => {
    expect((await read({ unheard: "y" })).remarks).toEqual(["Unknown input `unheard`, which is ignored."]);
  });

  test("are only told where a runner hands over those of others", async () => {
    const { remarks } = await read({ url: "x", unheard: "y" }, environmentWith({ leaksInputs: true }));
    expect(remarks).toEqual([
      "Unknown input `url`. It is called `instance-url` here.",
      "Unknown input `unheard`, which is ignored.",
    ]);
  });
});

test("white space around the token is told", async () => {
  expect((await read({ "access-token": "abc\n" })).remarks).toEqual([
    "`access-token` had white space around it, which was removed. Save the secret again without it.",
  ]);
});

test("all wrong inputs come in one go", async () => {
  const told = await problems({ visibility: "x", timeout: "x", data: "x", "dry-run": "x", cw: "x" });
  expect(told).toHaveLength(5);
});
