import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { GithubApi } from "../../github-api.ts";
import type { PracticeInstance } from "../../instance/server.ts";
import type { RunLog, Step, WorkflowRun } from "./act.ts";

/** Whole workflows, and what has to be true once a runner has run them. */

export interface World {
  instance: PracticeInstance;
  github: GithubApi;
  /** Of the account on the instance. */
  token: string;
  /** What the GitHub API says that a push changed. */
  changed: { filename: string; status: string }[];
  /**
   * Runs a workflow of the practice repository, with the secrets and variables that the documentation names.
   *
   * @param workflow name of its file
   * @param event name of a file in test/events, without its ending
   */
  run(workflow: string, event: string, changes?: Changes): Promise<RunLog>;
  /** A clone of this repository. */
  clone: string;
}

export interface Changes extends Partial<Omit<WorkflowRun, "event">> {
  /** Fields of the payload to replace. */
  payload?: Record<string, unknown>;
}

export interface Job {
  name: string;
  /** @throws AssertionError */
  attempt(world: World): Promise<void>;
}

export const payloadOf = (event: string) =>
  JSON.parse(readFileSync(new URL(`../../events/${event}.json`, import.meta.url), "utf8"));

export const RELEASE = "release.published.undici";

/** What is posted about it, unless its workflow says otherwise. */
export const ANNOUNCEMENT = `undici 7.2.0

An HTTP/1.1 client, written from scratch for Node.js

https://github.com/nodejs/undici/releases/tag/v7.2.0

#Client #Fetch #Http #Nodejs`;

/** What scripts/tip.sh of the practice repository prints. */
export const TIP = `"Don't" say \`{{ release.title }}\` — say 'why' 🎉

::warning::$HOME is not %0A expanded`;

/** The texts on the instance, oldest first. */
export const texts = ({ instance }: World, username?: string) => instance.published(username).map(({ text }) => text);

export function step({ steps }: RunLog, name: string): Step {
  const found = steps[name];
  assert.ok(found, `there is no step ${name}; there are ${Object.keys(steps).join(", ")}`);
  return found;
}

/** The step that posts has succeeded, and says of the newest status what the instance has. */
export function assertPosted({ instance }: World, { outcome, outputs }: Step, username?: string): void {
  const [status] = instance.published(username).slice(-1);
  assert.ok(status, `nothing is posted: ${JSON.stringify(outputs)}`);
  const { id, url, uri } = status;
  const { result, text } = outputs;
  assert.deepEqual(
    { outcome, result, text, id: outputs.id, url: outputs.url, uri: outputs.uri, ids: outputs.ids, urls: outputs.urls },
    {
      outcome: "success",
      result: "posted",
      text: status.text,
      id,
      url,
      uri,
      ids: JSON.stringify([id]),
      urls: JSON.stringify([url]),
    },
  );
}
