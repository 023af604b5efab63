import assert from "node:assert/strict";
import { assertPosted, type Job, step, TIP, texts } from "../job.ts";

/** Texts, lists and pictures that a script or an earlier step made. */
export const fromScripts: Job[] = [
  {
    name: "examples/list-from-a-step.yml: a post for each of a script's list",
    async attempt(world) {
      const log = await world.run("list-from-a-step.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [
        "Tuesday: Rust and tea\n\nhttps://meetups.example.com/1",
        'Friday: Quotes "and" `ticks`\n\nhttps://meetups.example.com/2',
      ]);
    },
  },
  {
    name: "examples/changesets.yml: a post for each package",
    async attempt(world) {
      const log = await world.run("changesets.yml", "push.commits");
      assert.deepEqual(log.jobs, { release: "success" });
      assert.deepEqual(
        texts(world).map((text) => text.split("\n")[0]),
        ["@\u200Cacme/core 2.0.0 is out.", "@\u200Cacme/cli 1.4.1 is out."],
      );
    },
  },
  {
    name: "examples/text-from-a-step.yml: an output of a step as data",
    async attempt(world) {
      const log = await world.run("text-from-a-step.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.match(texts(world)[0]!, /^1 commits this week in \S+\n\nhttps:\S+\/commits$/);
    },
  },
  {
    name: "examples/bot.yml: a text from a script: quotes, an emoji, {{, a workflow command",
    async attempt(world) {
      const log = await world.run("bot.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [TIP]);
      assertPosted(world, step(log, "post/2"));
      const [status] = world.instance.published();
      assert.deepEqual([status?.language, status?.visibility], ["en", "unlisted"]);
    },
  },
  {
    name: "the same text from an output of a step",
    async attempt(world) {
      const log = await world.run("text-from-output.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), [TIP]);
      assertPosted(world, step(log, "post/post"));
    },
  },
  {
    name: "examples/picture.yml: a picture made by an earlier step",
    async attempt(world) {
      const log = await world.run("picture.yml", "schedule");
      assert.deepEqual(log.jobs, { post: "success" });
      assert.deepEqual(texts(world), ["Downloads, month by month: https://github.com/octo-org/octo-repo"]);
      assertPosted(world, step(log, "post/2"));
      const media = world.instance.published().flatMap((status) => status.media);
      assert.deepEqual(
        media.map(({ kind, size, description }) => ({ kind, size, description })),
        [
          {
            kind: "image",
            size: { width: 120, height: 100 },
            description: "Bar chart: 40 in September, 70 in October, 100 in November.",
          },
        ],
      );
    },
  },
];
