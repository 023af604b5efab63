import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What listens at the port speaks plain http.",
  arrange({ inputs, instance, name }) {
    inputs["instance-url"] = instance.origin.replace("http:", "https:");
    name(inputs["instance-url"], "https://127.0.0.1:3000");
  },
});
