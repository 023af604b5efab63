import { scenario } from "../../scenario.ts";

export default scenario({
  what: "What should be the proxy's address is none; it may hold a password, so it is not shown.",
  inputs: { "instance-url": "https://practice.example" },
  env: { HTTPS_PROXY: "socks5://robot:battery@proxy.example:1080" },
  check({ outcome }) {
    const log = outcome.stdout.replaceAll(/^::add-mask::.*$/gm, "");
    if (/battery|staple/.test(`${log}${outcome.summary}${JSON.stringify(outcome.outputs)}`)) throw new Error(log);
  },
});
