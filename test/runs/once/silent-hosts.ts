import { html } from "../../instance/faults.ts";
import { scenario } from "../../scenario.ts";

const hosts = [..."abcdefghi"].map((letter) => `${letter}.example`);

export default scenario({
  what: "The server looks up nine handles of silent hosts while its proxy gives up (504): the post is found once it is there.",
  instance: { silentHosts: hosts },
  inputs: { status: `Thanks to ${hosts.map((host) => `@someone@${host}`).join(" ")}` },
  token: { scopes: ["write:statuses", "profile", "read:statuses"] },
  faults: [
    {
      method: "POST",
      path: "/api/v1/statuses",
      gateway: { milliseconds: 60_000, answer: html(504, "Gateway Time-out") },
    },
  ],
});
