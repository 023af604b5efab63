import { putBehindProxy } from "../../behind-proxy.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Loopback is never proxied, in either spelling.",
  async arrange(world) {
    const url = await putBehindProxy(world, []);
    world.env.http_proxy = url;
  },
});
