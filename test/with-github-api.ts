import { type GithubAnswer, startGithubApi } from "./github-api.ts";
import type { World } from "./scenario.ts";

/**
 * Starts a GitHub API that the run will ask.
 *
 * @param requests all that it must have been asked at the end
 * @param answer what every request gets; what it asks for unless given
 * @param runCreatedAt when the run was created
 */
export async function withGithubApi(
  world: World,
  requests: string[],
  answer?: GithubAnswer,
  runCreatedAt?: Date,
): Promise<void> {
  const api = await startGithubApi(answer, runCreatedAt, world.time.now);
  world.env.GITHUB_API_URL = api.url;
  world.name(api.url, "http://127.0.0.1:4000");
  world.closes({
    async close() {
      await api.close();
      const seen = api.requests.join("\n");
      if (seen !== requests.join("\n")) throw new Error(`The GitHub API was asked for:\n${seen}`);
    },
  });
}
