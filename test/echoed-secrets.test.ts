import { describe, expect, test } from "vitest";
import { startInstance } from "./instance/server.ts";
import { githubToken, runAction, source } from "./runner.ts";
import { writingsOf } from "./token/fuzz/secrets.ts";

/** A server repeats the token, wherever the answer is cut for a message: not even half of it is shown. */

const json = { "content-type": "application/json" };
const html = { "content-type": "text/html" };
const spelled = (token: string, letter: (code: number) => string) =>
  [...token].map((one) => letter(one.charCodeAt(0))).join("");

const answers: [string, (filler: string, token: string) => { status: number; headers: object; body: string }][] = [
  [
    "a sentence",
    (filler, token) => ({ status: 422, headers: json, body: JSON.stringify({ error: `${filler} ${token} is wrong` }) }),
  ],
  ["a text", (filler, token) => ({ status: 400, headers: { "content-type": "text/plain" }, body: filler + token })],
  [
    "a title",
    (filler, token) => ({ status: 403, headers: html, body: `<html><title>${filler} ${token}</title></html>` }),
  ],
  ["a page", (filler, token) => ({ status: 502, headers: html, body: `<html><p>${filler} ${token}</p></html>` })],
  [
    "base64",
    (filler, token) => ({
      status: 422,
      headers: json,
      body: JSON.stringify({ error: `${filler} ${Buffer.from(`Bearer ${token}`).toString("base64")}` }),
    }),
  ],
  [
    "JSON by letters",
    (filler, token) => ({
      status: 422,
      headers: json,
      body: `{"error":"${filler} ${spelled(token, (code) => `\\u${code.toString(16).padStart(4, "0")}`)}"}`,
    }),
  ],
  [
    "HTML by letters",
    (filler, token) => ({
      status: 404,
      headers: html,
      body: `<h1>${filler} ${spelled(token, (code) => `&#${code};`)}</h1>`,
    }),
  ],
  [
    "an address",
    (filler, token) => ({
      status: 302,
      headers: { location: `/login?${filler}=${encodeURIComponent(`${token}=`)}` },
      body: "",
    }),
  ],
];

// Where answers are cut: at 200 characters, at 300 of a title, at 2,000 of what the log shows of an answer.
describe.each(answers)("as %s", (_, answer) => {
  test.concurrent.each([170, 180, 190, 275, 1960, 1980])("behind %d characters", async (length) => {
    const instance = await startInstance({});
    try {
      const token = instance.createToken();
      const { status, headers, body } = answer("x".repeat(length), token);
      instance.fault({
        method: "POST",
        path: "/api/v1/statuses",
        times: 9,
        answer: { status, headers: { ...headers }, body },
      });
      const outcome = await runAction({
        target: source,
        inputs: { "instance-url": instance.origin, "access-token": token, timeout: "1 s" },
      });
      const { stdout, stderr, outputs, summary } = outcome;
      expect(stderr).toBe("");
      const words = [stdout.replaceAll(/^::add-mask::.*$/gm, ""), summary, JSON.stringify(outputs)].join("\n");
      for (const secret of [token, githubToken]) {
        expect(writingsOf(secret).filter((writing) => words.includes(writing))).toEqual([]);
      }
    } finally {
      await instance.close();
    }
  });
});
