import { describe, expect, test } from "vitest";
import { parsePoll } from "../../src/inputs/poll.ts";

const DAY = 86_400;
const poll = { options: ["Yes", "No"], expires_in: DAY, multiple: false, hide_totals: false };

test.each([
  ["options: [Yes, No]", poll],
  ["options:\n  - Yes\n  - No\n", poll],
  [
    "options: [Yes, No]\nexpires-in: 3 days\nmultiple: true\nhide-totals: TRUE",
    { ...poll, expires_in: 3 * DAY, multiple: true, hide_totals: true },
  ],
  ["options: [Yes, No]\nexpires-in: 1h 30m", { ...poll, expires_in: 5400 }],
  // The API's own way.
  ["options: [Yes, No]\nexpires-in: 7200", { ...poll, expires_in: 7200 }],
  ["options: [Yes, No]\nexpires-in: '7200'", { ...poll, expires_in: 7200 }],
  ['{"options": ["Yes", "No"], "expires-in": 7200}', { ...poll, expires_in: 7200 }],
  ["options: [Yes, No]\nexpires-in:\nmultiple: null", poll],
  ['{"options": ["Yes", "No"], "expires-in": "2 hours", "multiple": false}', { ...poll, expires_in: 7200 }],
  ["options: [1.10, 007, true, 8e5]", { ...poll, options: ["1.10", "007", "true", "8e5"] }],
  [
    'options: ["{{ release.tag_name }}", "Ship it: now"]',
    { ...poll, options: ["{{ release.tag_name }}", "Ship it: now"] },
  ],
  ["options: [Yes, Yes]", { ...poll, options: ["Yes", "Yes"] }],
])("%j", async (text, expected) => {
  expect(await parsePoll(text)).toEqual(expected);
});

describe("all that is wrong, one line each", () => {
  test.each([
    ["options: [Yes, No]\nexpires: 1 day", ["`poll` has an unknown key `expires`. It is called `expires-in` here."]],
    ["options: [Yes, No]\nexpires_in: 1 day", ["`poll` has an unknown key `expires_in`. Did you mean `expires-in`?"]],
    ["options: [Yes, No]\noption: x", ["`poll` has an unknown key `option`. Did you mean `options`?"]],
    ["options: [Yes, No]\nhideTotals: true", ["`poll` has an unknown key `hideTotals`. Did you mean `hide-totals`?"]],
    [
      "options: [Yes, No]\ncolour: red",
      ["`poll` has an unknown key `colour`. Known keys: options, expires-in, multiple, hide-totals."],
    ],
    ["expires-in: 1 day", ["`poll` has no `options`. Write two or more, each on its own line after `- `."]],
    ["options: Yes, No", ["The `options` of `poll` must be a list. Write each on its own line after `- `."]],
    ["options: []", ["`poll` has no option. It takes two or more."]],
    ["options: [Yes]", ["`poll` has one option. It takes two or more."]],
    [
      "options:\n  - Yes\n  -\n  - ' '",
      [
        "Option 2 of `poll` is empty. Give it a text, or leave it out.",
        "Option 3 of `poll` is empty. Give it a text, or leave it out.",
      ],
    ],
    [
      "options:\n  - Coffee: black\n  - Tea",
      ["Option 1 of `poll` must be a string. If it contains a colon, bracket or brace, quote it."],
    ],
    ["options: [Yes, 'No]", [expect.stringContaining("`poll` is neither YAML nor JSON")]],
    [
      "options:\n  - {{ a }}\n  - Tea",
      ["Option 1 of `poll` must be a string. If it contains a colon, bracket or brace, quote it."],
    ],
    [
      "options: [Yes, No]\nexpires-in: 86400.5",
      [
        '`expires-in` of `poll` is "86400.5". Write a number and a unit, such as `2 hours` or `1 day`, or a number of seconds.',
      ],
    ],
    [
      "options: [Yes, No]\nexpires-in: [1]",
      [
        '`expires-in` of `poll` is "[\\"1\\"]". Write a number and a unit, such as `2 hours` or `1 day`, or a number of seconds.',
      ],
    ],
    ["options: [Yes, No]\nexpires-in: 0", ["`expires-in` of `poll` is 0 seconds. Give people the time to vote."]],
    ["options: [Yes, No]\nexpires-in: 0 days", ["`expires-in` of `poll` is 0 seconds. Give people the time to vote."]],
    [
      `options: [Yes, No]\nexpires-in: ${"9".repeat(400)} days`,
      [`\`expires-in\` of \`poll\` is "${"9".repeat(80)}…". No poll runs for more than ten years.`],
    ],
    ["options: [Yes, No]\nmultiple: yes", ['`multiple` of `poll` is "yes". Write `true` or `false`.']],
    ["- Yes\n- No", ["`poll` is a list. Put it under `options:`."]],
    ["Yes or no?", [expect.stringContaining("`poll` must be a mapping. Write a mapping such as `options: [Yes, No]`")]],
    ["# nothing", [expect.stringContaining("`poll` must be a mapping.")]],
    [
      "options: [Yes]\nexpires-in: soon\nmultiple: maybe\nx: 1",
      [
        "`poll` has an unknown key `x`. Known keys: options, expires-in, multiple, hide-totals.",
        "`poll` has one option. It takes two or more.",
        '`expires-in` of `poll` is "soon". Write a number and a unit, such as `2 hours` or `1 day`, or a number of seconds.',
        '`multiple` of `poll` is "maybe". Write `true` or `false`.',
      ],
    ],
  ])("%j", async (text, problems) => {
    const message = await parsePoll(text).then(
      () => "",
      (error: Error) => error.message,
    );
    expect(message.split("\n")).toEqual(problems);
  });
});
