import { startGithubApi } from "./github-api.ts";
import { startProxy } from "./proxy.ts";
import type { World } from "./scenario.ts";

/** Starts a GitHub API that only a proxy leads to. */
export async function withGithubBehindProxy(world: World): Promise<void> {
  const api = await startGithubApi();
  world.closes(api);
  const proxy = await startProxy({ target: api.url });
  world.closes({
    async close() {
      await proxy.close();
      const asked = [...proxy.asked, ...api.requests];
      if (asked.length !== 2 || asked[0] !== "CONNECT api.github.example:80") throw new Error(`Asked: ${asked}`);
    },
  });
  world.env.GITHUB_API_URL = "http://api.github.example";
  // A runner behind a proxy sets both.
  world.env.HTTP_PROXY = world.env.HTTPS_PROXY = proxy.url;
}
