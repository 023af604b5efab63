import { onTestFinished } from "vitest";
import { type GithubSecretsApi, startGithubSecretsApi } from "../../github-secrets-api.ts";
import { type InstanceOptions, type PracticeInstance, startInstance } from "../../instance/server.ts";
import { type Home, makeHome } from "./home.ts";

/** The person's own token for the GitHub server. */
const githubToken = "ghp_0123456789abcdefghijklmnopqrstuvwxyz";

/** All that a login meets: an instance, a GitHub server, and a computer with a clone of a repository there. */
export interface Desk {
  instance: PracticeInstance;
  /** `127.0.0.1:1234` of the instance. */
  host: string;
  github: GithubSecretsApi;
  home: Home;
  /** What was sent to an address of the instance, as forms. */
  forms(path: string): Record<string, string>[];
  isAlive(token: string): Promise<boolean>;
  /** The token that the GitHub server holds, decrypted by it. */
  stored(): string | undefined;
}

export interface DeskOptions extends InstanceOptions {
  env?: Record<string, string>;
  /** Whether the folder is a clone, and the person has a token for the server. Both, unless said. */
  isClone?: boolean;
  hasToken?: boolean;
  /** Address of the clone's remote; that of the GitHub server, unless said. */
  remote?: string;
}

export async function makeDesk({ env = {}, isClone = true, hasToken = true, remote, ...options }: DeskOptions = {}) {
  const instance = await startInstance(options);
  onTestFinished(() => instance.close());
  const github = await startGithubSecretsApi({ token: githubToken, repositories: { "me/project": 1 } });
  onTestFinished(() => github.close());
  const home = makeHome({
    ...(isClone ? { remote: remote ?? `http://${github.host}/me/project.git` } : {}),
    env: { ...(hasToken ? { GH_ENTERPRISE_TOKEN: githubToken, GH_HOST: github.host } : {}), ...env },
  });
  const desk: Desk = {
    instance,
    host: new URL(instance.origin).host,
    github,
    home,
    forms: (path) =>
      instance.requests
        .filter((request) => request.path.split("?")[0] === path)
        .map(({ body }) => Object.fromEntries(new URLSearchParams(body))),
    async isAlive(token) {
      const headers = { authorization: `Bearer ${token}`, "user-agent": "test" };
      return (await fetch(`${instance.origin}/api/v1/accounts/verify_credentials`, { headers })).status === 200;
    },
    stored: () => github.secrets.get("/repos/me/project/actions/secrets/MASTODON_ACCESS_TOKEN")?.value,
  };
  return desk;
}
