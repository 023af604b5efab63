import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The product, broken on purpose: what is to be caught, and how it is done. */
interface Mutation {
  what: string;
  file: string;
  /** Stands in the file exactly once. */
  from: string;
  to: string;
}

/** Eleven ways to break the promise that one intent makes one post. */
export const mutations: Record<string, Mutation> = {
  "retry-without-key": {
    what: "a second try is sent without a key",
    file: "mastodon/publish/send.ts",
    from: "const key = keyOf(client, identity, part, generation);",
    to: 'const key = client.clock.now() > began ? "" : keyOf(client, identity, part, generation);',
  },
  "no-look-after-reset": {
    what: "a connection that was reset is taken for one that was never there, so that nobody looks",
    file: "mastodon/error.ts",
    from: 'codeOf(cause) === "ERR_TIME_IS_UP"',
    to: '["ERR_TIME_IS_UP", "ECONNRESET"].includes(codeOf(cause))',
  },
  "attempt-in-key": {
    what: "the number of the attempt is part of the identity",
    file: "plan/plan.ts",
    from: 'return ["post", github.repository,',
    to: 'return ["post", github.run_attempt, github.repository,',
  },
  "swallowed-5xx": {
    what: "a 5xx is taken for a refusal",
    file: "mastodon/error.ts",
    from: 'if (status < 400 || status > 499 || UNDECIDED.includes(status)) return "unknown";',
    to: 'if (status < 400 || UNDECIDED.includes(status)) return "unknown";',
  },
  "media-ids-in-key": {
    what: "the ids of the uploads, new each time, are part of the identity",
    file: "mastodon/publish/publish.ts",
    from: "identity: plan.identity,",
    to: "identity: [plan.identity, attached.media_ids],",
  },
  "look-without-window": {
    what: "a look takes what was posted at any time",
    file: "mastodon/history/recognise.ts",
    from: "!isOlder(made, wanted.since, skew) ||",
    to: "wanted.since > 0 ||",
  },
  "recognition-without-reply": {
    what: "recognition ignores what a post replies to",
    file: "mastodon/history/recognise.ts",
    from: "return replyTo === (after ? after.previous : (params.in_reply_to_id ?? null));",
    to: "return replyTo === (after ? after.previous : replyTo);",
  },
  "recognition-without-key": {
    what: "recognition by a release's link and first paragraph ignores that the author gave a key",
    file: "plan/plan.ts",
    from: 'inAnyWords: idempotencyKey === "" && (',
    to: "inAnyWords: (",
  },
  "answer-not-compared": {
    what: "an answer is taken for what was sent, whatever it says",
    file: "mastodon/publish/send.ts",
    from: "const likeness = await likenessOf(sender, entity, params, isOld, isAuthorsKey);",
    to: 'const likeness: Likeness = "same";',
  },
  "texts-without-domains": {
    what: "texts are compared without the domains of mentions",
    file: "mastodon/history/same-text.ts",
    from: 'return text.replaceAll("@\\u200C", "@");',
    to: 'return withoutDomains(text.replaceAll("@\\u200C", "@"));',
  },
  "key-without-token": {
    what: "the key is made without the token, so that two accounts share it",
    file: "mastodon/client.ts",
    from: 'createHmac("sha256", token)',
    to: 'createHmac("sha256", "the same for all")',
  },
};

/**
 * Copies the source and breaks the copy; the source itself is never touched.
 *
 * @param root of the project
 * @returns the folder of the broken source, and how to throw it away
 * @throws Error when what is to be broken is not there any more
 */
export function breakCopy(root: string, name: string): { src: string; remove(): void } {
  const mutation = mutations[name];
  if (!mutation) throw new Error(`No mutation “${name}”. There are: ${Object.keys(mutations).join(", ")}`);
  const home = mkdtempSync(join(tmpdir(), "chaos-"));
  const src = join(home, "src");
  cpSync(join(root, "src"), src, { recursive: true });
  cpSync(join(root, "package.json"), join(home, "package.json"));
  symlinkSync(join(root, "node_modules"), join(home, "node_modules"), "junction");
  const path = join(src, mutation.file);
  const text = readFileSync(path, "utf8");
  if (text.split(mutation.from).length !== 2) throw new Error(`${mutation.file} has changed: ${name} does not fit.`);
  writeFileSync(
    path,
    text.replace(mutation.from, () => mutation.to),
  );
  return { src, remove: () => rmSync(home, { recursive: true, force: true }) };
}
