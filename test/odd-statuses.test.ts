import { describe, expect, test } from "vitest";
import { startInstance } from "./instance/server.ts";
import { runAction, source } from "./runner.ts";
import { sharedTime } from "./shared-time.ts";

// Servers that answer a post by a Status in which something else stands than the API says.

const values: Record<string, unknown> = {
  "a script": "javascript:alert(1)",
  "a page in itself": "data:text/html,<b>x</b>",
  "an address with a password": "https://user:hunter2@social.example/1",
  "a path": "/relative/1",
  "a way up": "../..",
  "words on two lines": "two words\nand more",
  "a text that turns": "https://social.example/\u202e1",
  "a megabyte": `https://social.example/${"x".repeat(1_000_000)}`,
  nothing: "",
  null: null,
  "a number": 17,
  "a fraction": 1.5,
  "a boolean": true,
  "an object": { href: "https://social.example/1" },
  "a list": ["https://social.example/1"],
};

describe.each(["url", "uri", "id", "visibility", "language", "account", "media_attachments", "poll", "mentions"])(
  "%s",
  (field) => {
    test.each(Object.keys(values))("%s: the post is up, and all that is said of it is safe and short", async (name) => {
      const time = sharedTime();
      const instance = await startInstance({ now: time.now, sleep: time.sleep });
      try {
        const rewrite = (entity: Record<string, unknown>) =>
          "content" in entity ? { ...entity, [field]: values[name] } : entity;
        instance.fault({ method: "POST", path: "/api/v1/statuses", rewrite });
        const inputs = { "instance-url": instance.origin, "access-token": instance.createToken(), status: "One" };
        const { exitCode, outputs, stdout, stderr, summary } = await runAction({ target: source, inputs, time });
        expect([exitCode, outputs.result, stderr]).toEqual([0, "posted", ""]);
        expect(instance.published()).toHaveLength(1);
        const { response, ...others } = outputs;
        const lines = [stdout, summary, ...Object.values(others)].join("\n").split("\n");
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(2022);
        expect(summary).not.toMatch(/<a href="(?!https?:\/\/[^@"]*\/)/);
        for (const address of [outputs.url, outputs.uri]) expect(address).toMatch(/^(?:https?:\/\/(?!user)\S+)?$/);
        expect(outputs.id).toMatch(/^\S*$/);
      } finally {
        await instance.close();
      }
    });
  },
);
