import assert from "node:assert/strict";
import { ANNOUNCEMENT, assertPosted, type Job, payloadOf, RELEASE, step, texts } from "../job.ts";

const { repository: undici } = payloadOf(RELEASE);

/** Releases and tags: announced, rehearsed, and refused. */
export const releases: Job[] = [
  {
    name: "examples/release.yml: a release with the default text; its re-run posts nothing more",
    async attempt(world) {
      const log = await world.run("release.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), [ANNOUNCEMENT]);
      assertPosted(world, step(log, "announce/0"));
      assert.equal(step(log, "announce/0").outputs.characters, "121");
      assert.match(step(log, "announce/0").summary, />Posted<\/a> by .*@poster/);

      const rerun = await world.run("release.yml", RELEASE, { env: { GITHUB_RUN_ATTEMPT: "2" } });
      assert.deepEqual(rerun.jobs, { announce: "success" });
      assert.equal(step(rerun, "announce/0").outputs.result, "duplicate");
      assert.equal(step(rerun, "announce/0").outputs.url, step(log, "announce/0").outputs.url);
      assert.equal(texts(world).length, 1);
    },
  },
  {
    name: "examples/release.yml: the secret is missing",
    async attempt(world) {
      const log = await world.run("release.yml", RELEASE, { secrets: {} });
      assert.deepEqual(log.jobs, { announce: "failure" });
      const { outcome, outputs } = step(log, "announce/0");
      assert.deepEqual([outcome, outputs.result], ["failure", "failed"]);
      assert.match(outputs.reason ?? "", /^`access-token` is empty\. .*MASTODON_ACCESS_TOKEN/);
      assert.deepEqual(world.instance.requests, []);
    },
  },
  {
    name: "examples/release-in-the-same-job.yml: a release made earlier in the job",
    async attempt(world) {
      const log = await world.run("release-in-the-same-job.yml", "push.commits");
      assert.deepEqual(log.jobs, { release: "success" });
      assert.deepEqual(texts(world), [
        "Hello-World 7.3.0\n\nhttps://github.com/Codertocat/Hello-World/releases/tag/v7.3.0",
      ]);
      assertPosted(world, step(log, "release/1"));
      assert.deepEqual(world.github.requests, [
        "POST /repos/Codertocat/Hello-World/releases",
        "GET /repos/Codertocat/Hello-World/releases/tags/v7.3.0",
      ]);
    },
  },
  {
    name: "examples/release-without-prereleases.yml: a release that is none",
    async attempt(world) {
      const log = await world.run("release-without-prereleases.yml", "release.released");
      assert.deepEqual(log.jobs, { announce: "success" });
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/semantic-release.yml: a release made earlier in the job",
    async attempt(world) {
      const log = await world.run("semantic-release.yml", "push.commits");
      assert.deepEqual(log.jobs, { release: "success" });
      assertPosted(world, step(log, "release/2"));
      assert.match(texts(world)[0]!, /^Hello-World 7\.3\.0\n/);
    },
  },
  {
    name: "examples/goreleaser.yml: the release of a tag",
    async attempt(world) {
      const log = await world.run("goreleaser.yml", "push.tag");
      assert.deepEqual(log.jobs, { release: "success" });
      assertPosted(world, step(log, "release/3"));
      assert.match(texts(world)[0]!, /\/releases\/tag\/simple-tag$/m);
    },
  },
  {
    name: "examples/tag.yml: a tag without a release",
    async attempt(world) {
      const log = await world.run("tag.yml", "push.tag");
      assert.deepEqual(log.jobs, { announce: "success" });
      assertPosted(world, step(log, "announce/0"));
      assert.match(texts(world)[0]!, /^Hello-World simple-tag is out!\n\nhttps:\S+\/releases\/tag\/simple-tag$/);
    },
  },
  {
    name: "examples/poll-below-the-announcement.yml: two posts about one release, the second a reply to the first",
    async attempt(world) {
      const log = await world.run("poll-below-the-announcement.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), [ANNOUNCEMENT, "When will you update to 7.2.0?"]);
      const [announcement, poll] = world.instance.published();
      assert.deepEqual([poll?.inReplyTo?.id, poll?.poll?.options.length], [announcement?.id, 3]);
    },
  },
  {
    name: "examples/reply-to-the-announcement.yml: a reply from another job",
    async attempt(world) {
      const log = await world.run("reply-to-the-announcement.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success", binaries: "success" });
      const [announcement, reply] = world.instance.published();
      assert.equal(reply?.inReplyTo?.id, announcement?.id);
      assert.match(reply?.text ?? "", /^The binaries are there: https:/);
    },
  },
  {
    name: "examples/release-and-rehearsal.yml: a release is announced",
    async attempt(world) {
      const log = await world.run("release-and-rehearsal.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), [ANNOUNCEMENT]);
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/release-and-rehearsal.yml: started by hand, it only rehearses",
    async attempt(world) {
      const payload = { repository: undici, inputs: { tag: "v7.2.0", "dry-run": "true" } };
      const log = await world.run("release-and-rehearsal.yml", "workflow_dispatch", { payload });
      assert.deepEqual(log.jobs, { announce: "success" });
      const { outputs } = step(log, "announce/0");
      assert.deepEqual([outputs.result, outputs.text], ["dry-run", ANNOUNCEMENT]);
      assert.deepEqual(texts(world), []);
    },
  },
  {
    name: "examples/private-repository.yml: only what the text names goes out",
    async attempt(world) {
      const log = await world.run("private-repository.yml", "release.published.private");
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.deepEqual(texts(world), ["Version 0.0.1 is here.\n\nhttps://example.org/news/0.0.1"]);
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/ghes.yml: a release on GitHub Enterprise Server",
    async attempt(world) {
      const log = await world.run("ghes.yml", "release.published.ghes");
      assert.deepEqual(log.jobs, { announce: "success" });
      assert.match(texts(world)[0]!, /^https:\/\/octocoders\.github\.io\/\S+\/releases\/tag\//m);
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/forgejo.yml: all but the address of the action, which act does not know",
    async attempt(world) {
      const log = await world.run("forgejo.yml", RELEASE);
      assert.deepEqual(log.jobs, { announce: "success" });
      assertPosted(world, step(log, "announce/0"));
    },
  },
  {
    name: "examples/accounts.yml: two accounts, one with a bad token",
    async attempt(world) {
      const { origin } = world.instance;
      const log = await world.run("accounts.yml", RELEASE, {
        variables: { PROJECT_MASTODON_URL: origin, TEAM_MASTODON_URL: origin },
        secrets: { PROJECT_MASTODON_ACCESS_TOKEN: "a-token-of-nobody", TEAM_MASTODON_ACCESS_TOKEN: world.token },
      });
      // act fails all legs of a matrix with one; their steps tell.
      assert.deepEqual(texts(world), [ANNOUNCEMENT]);
      assertPosted(world, step(log, "announce-2/0"));
      const { outcome, outputs } = step(log, "announce-1/0");
      assert.deepEqual([outcome, outputs.result], ["failure", "failed"]);
      assert.match(outputs.reason ?? "", /token/);
    },
  },
  {
    name: "examples/accounts.yml: two accounts, both post",
    async attempt(world) {
      const { origin } = world.instance;
      const log = await world.run("accounts.yml", RELEASE, {
        variables: { PROJECT_MASTODON_URL: origin, TEAM_MASTODON_URL: origin },
        secrets: {
          PROJECT_MASTODON_ACCESS_TOKEN: world.token,
          TEAM_MASTODON_ACCESS_TOKEN: world.instance.createToken({ username: "team" }),
        },
      });
      assert.deepEqual(log.jobs, { "announce-1": "success", "announce-2": "success" });
      assert.deepEqual([texts(world), texts(world, "team")], [[ANNOUNCEMENT], [ANNOUNCEMENT]]);
      assertPosted(world, step(log, "announce-1/0"));
      assertPosted(world, step(log, "announce-2/0"), "team");
    },
  },
  {
    name: "examples/rehearsal.yml: a rehearsal by hand, without any secret",
    async attempt(world) {
      const payload = { repository: undici, inputs: { tag: "v7.2.0" } };
      const log = await world.run("rehearsal.yml", "workflow_dispatch", { payload, secrets: {}, variables: {} });
      assert.deepEqual(log.jobs, { rehearse: "success" });
      const { outcome, outputs } = step(log, "rehearse/0");
      assert.deepEqual([outcome, outputs.result, outputs.text], ["success", "dry-run", ANNOUNCEMENT]);
      assert.deepEqual(world.instance.requests, []);
    },
  },
  {
    name: "examples/rehearsal.yml: the newest release, with a token",
    async attempt(world) {
      // The form's own default, `latest`.
      const log = await world.run("rehearsal.yml", "workflow_dispatch", {
        payload: { repository: undici, inputs: {} },
      });
      assert.deepEqual(log.jobs, { rehearse: "success" });
      const { outputs } = step(log, "rehearse/0");
      assert.deepEqual([outputs.result, outputs.text], ["dry-run", ANNOUNCEMENT]);
      assert.deepEqual(texts(world), []);
      assert.deepEqual(world.github.requests, ["GET /repos/nodejs/undici/releases/latest"]);
    },
  },
];
