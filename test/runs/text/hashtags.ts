import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Labels and topics become hashtags that Mastodon accepts, each once, in a paragraph of their own.",
  inputs: {
    status: "{{ release.title }}\n\n{{ data.labels | hashtags }} {{ data.one | hashtag }}",
    data: JSON.stringify({
      labels: ["my-topic", "MyTopic", "c++", "node.js", "2024", "v1.2", "日本語", "good first issue"],
      one: "release notes",
    }),
  },
});
