import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { ask, start } from "./ask.ts";
import { readParameters, showBody } from "./parameters.ts";

const post = "POST /api/v1/statuses";

test("JSON, form and multipart all post", async () => {
  const instance = await start();
  const token = instance.createToken();
  const multipart = new FormData();
  multipart.set("status", "Grüße 👋");
  multipart.set("visibility", "unlisted");
  await ask(instance, post, { token, json: { status: "Grüße 👋", visibility: "unlisted" } });
  await ask(instance, post, { token, form: { status: "Grüße 👋", visibility: "unlisted" } });
  await ask(instance, post, { token, body: multipart });
  expect(instance.published()).toHaveLength(3);
  for (const status of instance.published()) {
    expect(status).toMatchObject({ text: "Grüße 👋", visibility: "unlisted" });
  }
});

test.each([
  ["false", false],
  ["0", false],
  ["off", false],
  ["", false],
  ["true", true],
  ["1", true],
  ["no", true],
])("sensitive=%s in a form is %s", async (sensitive, expected) => {
  const instance = await start();
  const { json } = await ask(instance, post, { token: instance.createToken(), form: { status: "x", sensitive } });
  expect(json.sensitive).toBe(expected);
});

test.each([
  [5, "5"],
  [true, "t"],
])("the JSON value %j as status is the text %s", async (status, text) => {
  const instance = await start();
  await ask(instance, post, { token: instance.createToken(), json: { status } });
  expect(instance.published()[0]?.text).toBe(text);
});

test("broken JSON is 400, another content type carries no parameters", async () => {
  const instance = await start();
  const token = instance.createToken();
  const broken = await ask(instance, post, {
    token,
    body: '{"status":',
    headers: { "content-type": "application/json" },
  });
  expect([broken.status, broken.json]).toEqual([400, { status: 400, error: "Bad Request" }]);
  const plain = await ask(instance, post, { token, body: "status=x", headers: { "content-type": "text/plain" } });
  expect(plain.status).toBe(422);
  expect(instance.published()).toEqual([]);
});

test("names nest as in Rails", () => {
  const form = "poll[options][]=a&poll[options][]=b&poll[multiple]=true&m[][id]=1&m[][focus]=2&m[][id]=3&x=1&x=2";
  expect(readParameters("x=0&y=0", undefined, Buffer.from(form))).toEqual({
    poll: { options: ["a", "b"], multiple: "true" },
    m: [{ id: "1", focus: "2" }, { id: "3" }],
    x: "2",
    y: "0",
  });
});

test("of a file in multipart name, type, size, digest and beginning are kept", async () => {
  const form = new FormData();
  const bytes = Uint8Array.from([0, 13, 10, 255, 45, 45]);
  form.set("description", "two\nlines");
  form.set("file", new Blob([bytes], { type: "image/png" }), "näme.png");
  const request = new Request("http://127.0.0.1", { method: "POST", body: form });
  const body = Buffer.from(await request.arrayBuffer());
  const type = request.headers.get("content-type") ?? "";
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { filename: "näme.png", contentType: "image/png", size: 6, sha256, head: Buffer.from(bytes) };
  // FormData writes line breaks as CRLF.
  expect(readParameters("", type, body)).toEqual({ description: "two\r\nlines", file });
  expect(showBody(type, body)).toBe("description=two\r\nlines\nfile=näme.png (image/png, 6 bytes)");
});
