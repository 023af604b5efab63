import type { Feature } from "./feature.ts";

export const repliesAndQuotes: Feature[] = [
  {
    name: "Reply, by id",
    async attempt({ run, newest, instance }) {
      const { id } = instance.publish("What is new?", { username: "alice", visibility: "public" });
      const outcome = await run({ status: "This is", "in-reply-to-id": id });
      return { outcomes: [outcome], asked: id, stored: newest()?.inReplyTo?.id };
    },
  },
  {
    name: "Reply, by the URL of a status elsewhere",
    async attempt({ run, newest, instance }) {
      const { url } = instance.elsewhere("What is new?", "bob@social.example");
      const outcome = await run({ status: "This is", "in-reply-to-id": url }, { scopes: ["read:search"] });
      return { outcomes: [outcome], asked: url, stored: newest()?.inReplyTo?.url };
    },
  },
  {
    name: "Quote",
    async attempt({ run, newest, instance }) {
      const { id } = instance.publish("Well said", { username: "alice", visibility: "public" });
      const outcome = await run({ status: "Read this", "quoted-status-id": id });
      return { outcomes: [outcome], asked: id, stored: newest()?.quote?.status?.id };
    },
  },
  {
    name: "Quote policy",
    async attempt({ run, newest }) {
      const quotable = { visibility: "public", "quote-approval-policy": "followers" };
      const outcome = await run({ status: "For followers to quote", ...quotable });
      return { outcomes: [outcome], asked: "followers", stored: newest()?.quotePolicy };
    },
  },
];
