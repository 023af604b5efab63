import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Mastodon notifies from inside of links, too: there the @ becomes %40, and the link stays whole.",
  instance: { others: ["scope"] },
  inputs: {
    status: "Full Changelog: {{ data.link }}",
    data: '{ "link": "https://github.com/octo/hello/compare/@scope/a@1.0.0...@scope/a@1.1.0" }',
  },
});
