import { isDeepStrictEqual } from "node:util";
import { startProxy } from "./proxy.ts";
import type { World } from "./scenario.ts";

/**
 * Puts a CONNECT proxy in front of a scenario's instance. When the run is over, it holds what was asked of the proxy.
 *
 * @param expected what the proxy is to be asked, in order, such as `CONNECT practice.example:443`
 * @returns the proxy's URL; in the snapshot it is http://proxy.example:3128
 */
export async function putBehindProxy(
  world: World,
  expected: string[],
  options: { refuse?: number; password?: string } = {},
): Promise<string> {
  const proxy = await startProxy({ ...options, target: world.instance.origin });
  world.name(proxy.url, "http://proxy.example:3128");
  world.closes({
    async close() {
      await proxy.close();
      if (!isDeepStrictEqual(proxy.asked, expected)) {
        throw new Error(`The proxy was asked ${JSON.stringify(proxy.asked)}, not ${JSON.stringify(expected)}`);
      }
    },
  });
  return proxy.url;
}
