import { scenario } from "../../scenario.ts";

export default scenario({
  what: "A language goes out in the form that Mastodon keeps, whatever form and case it is given in.",
  inputs: { language: "yue", status: "undici 7.2.0 出咗" },
});
