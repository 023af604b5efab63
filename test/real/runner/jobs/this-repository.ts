import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finish, NotHere } from "../../process.ts";
import { type Job, RELEASE, step, texts } from "../job.ts";
import { installOldNode } from "../old-node.ts";
import { cloneOfThis } from "../repositories.ts";

/** This repository's own workflows, and what it says on a Node that is too old. */
export const thisRepository: Job[] = [
  {
    name: "uses: ./ after actions/checkout: the job of .github/workflows/ci.yml",
    async attempt(world) {
      const log = await world.run("ci.yml", "push.commits", {
        repository: world.clone,
        job: "action",
        matrix: "os:ubuntu-latest",
        secrets: {},
      });
      assert.deepEqual(log.jobs, { action: "success" });
      assert.equal(step(log, "action/post").outputs.result, "posted");
      assert.equal(step(log, "action/wrong").outcome, "failure");
      assert.match(log.text, /As it should be: http:/);
    },
  },
  {
    name: "a rehearsal of .github/workflows/release.yml, without the tests that it waits for",
    async attempt(world) {
      const repository = await cloneOfThis({
        edit(folder) {
          const path = join(folder, ".github/workflows/release.yml");
          writeFileSync(path, readFileSync(path, "utf8").replace("    needs: test\n", ""));
        },
      });
      const version = nextVersion(repository);
      const log = await world.run("release.yml", "workflow_dispatch", {
        repository,
        job: "release",
        payload: { inputs: { version, rehearsal: "true" } },
        secrets: {},
        env: registrySettings(),
      });
      assert.deepEqual(log.jobs, { release: "success" });
      assert.match(log.text, new RegExp(`Committed and tagged v${version} and v${version.split(".")[0]}\\.`));
      assert.match(log.text, /CHANGELOG\.md +\|/);
      const { outputs } = step(log, "release/6");
      assert.deepEqual([outputs.result, outputs.text?.includes(`/releases/tag/v${version}`)], ["dry-run", true]);
      assert.deepEqual(texts(world), []);
    },
  },
  {
    name: "Node 18 on the runner: one line, from the action and from the token command",
    async attempt(world) {
      const nodeFolder = await installOldNode();
      const log = await world.run("release.yml", RELEASE, { nodeFolder });
      assert.deepEqual(log.jobs, { announce: "failure" });
      const said = log.text.split("\n").filter((line) => /::error|\| /.test(line));
      assert.equal(said.length, 1, said.join("\n"));
      assert.match(said[0]!, /::error::This action needs Node 20 or newer; this runner has 18\.20\.8\. \S/);
      assert.deepEqual(world.instance.requests, []);

      const command = { command: join(nodeFolder, "node"), args: [join(world.clone, "dist/token.js"), "--help"] };
      const { code, stdout, stderr } = await finish(command, 30);
      assert.deepEqual([code, stdout], [1, ""]);
      assert.match(stderr, /^mastodon-token needs Node 20 or newer; this is 18\.20\.8\. [^\n]+\n$/);
    },
  },
];

/** What the files in .changeset make of the version. */
function nextVersion(clone: string): string {
  const numbers = JSON.parse(readFileSync(join(clone, "package.json"), "utf8"))
    .version.split(".")
    .map(Number);
  const changes = readdirSync(join(clone, ".changeset"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => readFileSync(join(clone, ".changeset", name), "utf8"));
  const place = ["major", "minor", "patch"].findIndex((kind) => changes.some((text) => text.includes(`: ${kind}\n`)));
  if (place < 0) throw new NotHere("no change waits in .changeset to be released");
  return numbers
    .map((number: number, index: number) => (index < place ? number : index === place ? number + 1 : 0))
    .join(".");
}

/** How npm reaches its registry on this machine, and what it has of it already: the release installs packages. */
function registrySettings(): Record<string, string> {
  const names = ["registry", "userconfig", "cafile", "cache"].map((name) => `npm_config_${name}`);
  const entries = [...names, "NODE_EXTRA_CA_CERTS"].map((name) => [name, process.env[name]] as const);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
