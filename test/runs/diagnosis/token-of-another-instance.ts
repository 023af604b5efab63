import { startInstance } from "../../instance/server.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "URL and token belong to two different instances.",
  async arrange(world) {
    const other = await startInstance();
    world.closes(other);
    world.name(other.origin, "http://other.example");
    world.inputs["instance-url"] = other.origin;
  },
});
