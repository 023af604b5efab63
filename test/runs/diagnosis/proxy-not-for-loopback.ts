import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Loopback is never proxied.",
  async arrange(world) {
    const url = await putBehindProxy(world, []);
    world.env.HTTP_PROXY = url;
  },
});
