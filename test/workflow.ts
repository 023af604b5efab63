import { type GithubApi, startGithubApi } from "./github-api.ts";
import type { Profile } from "./instance/profiles.ts";
import { type InstanceOptions, type PracticeInstance, startInstance } from "./instance/server.ts";
import { type Outcome, type RunOptions, runAction, source } from "./runner.ts";
import { type SharedTime, sharedTime } from "./shared-time.ts";

/** Runs of one workflow with one account, whose server, runner and GitHub have the same time. */
export interface Workflow {
  instance: PracticeInstance;
  github: GithubApi;
  time: SharedTime;
  /** Runs a step. */
  step(inputs: Record<string, string>, more?: Step): Promise<Outcome>;
}

/** Which step, in which run. */
export interface Step extends Pick<RunOptions, "event" | "env" | "files"> {
  /** `GITHUB_ACTION`; the legs of a matrix have the same. */
  name?: string;
  /** From 1. */
  attempt?: number;
}

/** What all steps have in common. */
export interface Common {
  profile: Profile;
  /** Of the token; all unless given. */
  scopes?: string[] | undefined;
  inputs?: Record<string, string>;
  /** How the instance differs from a plain one. */
  instance?: InstanceOptions;
}

export const EVERY_SCOPE = ["read", "write", "profile"];

/** Plays with a workflow, whose runs began right before. */
export async function inWorkflow<Result>(
  { profile, scopes = EVERY_SCOPE, inputs = {}, instance: options = {} }: Common,
  play: (workflow: Workflow) => Promise<Result>,
): Promise<Result> {
  const time = sharedTime();
  const { now, sleep } = time;
  const instance = await startInstance({ profile, now, sleep, ...options });
  const github = await startGithubApi(undefined, now(), now);
  const common = { "instance-url": instance.origin, "access-token": instance.createToken({ scopes }), ...inputs };
  try {
    return await play({
      instance,
      github,
      time,
      step: (given, { name = "announce", attempt = 1, env, ...more } = {}) =>
        runAction({
          target: source,
          inputs: { ...common, ...given },
          env: { GITHUB_ACTION: name, GITHUB_RUN_ATTEMPT: String(attempt), GITHUB_API_URL: github.url, ...env },
          time,
          ...more,
        }),
    });
  } finally {
    await Promise.all([instance.close(), github.close()]);
  }
}
