import assert from "node:assert/strict";
import { ANNOUNCEMENT, assertPosted, type Job, RELEASE, step, TIP, texts } from "../job.ts";

/** What workflows do around the step: outputs, actions and workflows that use it, errors that are let pass. */
export const workflows: Job[] = [
  {
    name: "continue-on-error: the release goes on, and sees what happened",
    async attempt(world) {
      const log = await world.run("continue-on-error.yml", RELEASE, { secrets: { WRONG_TOKEN: "a-token-of-nobody" } });
      assert.deepEqual(log.jobs, { release: "success" });
      const { outputs } = step(log, "release/publish");
      assert.deepEqual([outputs.result, outputs.conclusion], ["failed", "success"]);
      assert.match(outputs.reason ?? "", /token/);
      assert.deepEqual(texts(world), []);
    },
  },
  {
    name: "outputs in later steps and in another job; a reply to an earlier step's post",
    async attempt(world) {
      const log = await world.run("outputs.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success", after: "success" });
      const [first, reply] = world.instance.published();
      assert.equal(reply?.inReplyTo?.id, first?.id);
      assert.deepEqual(step(log, "announce/show").outputs, { url: first?.url, limit: "" });
      assert.deepEqual(step(log, "after/show").outputs, {
        result: "posted",
        "first-url": reply?.url,
        text: ANNOUNCEMENT,
      });
    },
  },
  {
    name: "a composite action around ours",
    async attempt(world) {
      const log = await world.run("composite.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), ["undici 7.2.0 by way of a composite action"]);
      assertPosted(world, step(log, "announce/announce/post"));
      assert.equal(step(log, "announce/show").outputs.url, world.instance.published()[0]?.url);
    },
  },
  {
    name: "a reusable workflow around ours",
    async attempt(world) {
      const log = await world.run("reusable.yml", RELEASE);
      assert.deepEqual(log.jobs, { post: "success", after: "success" });
      assert.deepEqual(texts(world), ['"Hello" {{ world }}: undici 7.2.0 by way of a reusable workflow']);
      assertPosted(world, step(log, "post/post"));
      assert.equal(step(log, "after/show").outputs.url, world.instance.published()[0]?.url);
    },
  },
  {
    name: "working-directory: paths start at the workspace all the same, and the error says so",
    async attempt(world) {
      const log = await world.run("working-directory.yml", "push.commits");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [TIP]);
      assertPosted(world, step(log, "post/right"));
      assert.match(
        step(log, "post/wrong").outputs.reason ?? "",
        /Write `scripts\/tip\.txt`.*`working-directory` does not apply/,
      );
    },
  },
  {
    name: "a pull request from a fork, where there are no secrets: on-missing-token: skip",
    async attempt(world) {
      const log = await world.run("fork.yml", "pull_request.fork", { secrets: {} });
      assert.deepEqual(log.jobs, { post: "success" });
      assert.equal(step(log, "post/post").outputs.result, "skipped");
      assert.deepEqual(world.instance.requests, []);
    },
  },
  {
    name: "a token that is no secret of the repository is masked from then on",
    async attempt(world) {
      const variables = { MASTODON_URL: world.instance.origin, TOKEN_OF_A_VAULT: world.token };
      const log = await world.run("masking.yml", "push.commits", { variables, secrets: {}, masks: true });
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), ["Hello"]);
      assert.match(log.text, /The token is \*\*\*\./);
    },
  },
];
