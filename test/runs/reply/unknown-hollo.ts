import { profiles } from "../../instance/profiles.ts";
import { scenario } from "../../scenario.ts";

export default scenario({
  what: "The status is gone; Hollo breaks on it.",
  instance: { profile: profiles.hollo },
  inputs: { status: "Thank you!", "in-reply-to-id": "0192d3a4-6f6e-7c3a-9d58-0a1b2c3d4e5f" },
});
