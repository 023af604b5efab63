import { type InstanceOptions, type PracticeInstance, startInstance } from "./instance/server.ts";
import type { World } from "./scenario.ts";

/**
 * Starts a second server for a scenario, one that the token is not meant for. When the run is over, it holds that the
 * token never came there.
 *
 * @param as the origin that stands for it in the snapshot
 */
export async function startElsewhere(world: World, as: string, options?: InstanceOptions): Promise<PracticeInstance> {
  const { now, sleep } = world.time;
  const server = await startInstance({ now, sleep, ...options });
  world.name(server.origin, as);
  world.closes({
    async close() {
      await server.close();
      const seen = JSON.stringify(server.requests);
      if (seen.includes("authorization") || seen.includes(world.token)) throw new Error(`The token went to ${as}`);
    },
  });
  return server;
}
