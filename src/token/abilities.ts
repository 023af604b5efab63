import { type Client, isApiError } from "../mastodon/client.ts";
import { serverSentence } from "../mastodon/diagnosis/sentence.ts";
import { MastodonError } from "../mastodon/error.ts";
import { readHistory } from "../mastodon/history/history.ts";
import { tellsOfScope } from "../mastodon/scopes.ts";
import { softwareNamed } from "../mastodon/software.ts";

/** What a token is made for. */
export type Ability = "posting" | "media" | "duplicate-check" | "pin";

export interface Verdict {
  verdict: "yes" | "no" | "unknown";
  /** Half a sentence; empty where nothing is to be said. */
  why: string;
}

type Probed = Exclude<Ability, "duplicate-check">;

const SCOPES: Record<Probed, string> = { posting: "write:statuses", media: "write:media", pin: "write:accounts" };

type Probes = Partial<Record<Probed, [method: string, path: string]>>;

/**
 * Calls that tell whether a token has a scope, and can change nothing: each names an id that nothing has, and each of
 * these servers looks at the scope first (403) and at the id second (404). That order was read in the code of each:
 * Mastodon's controllers authorize in their first `before_action`, GoToSocial's handlers begin with `TokenAuth`, Hollo's
 * routes with `scopeRequired`. It does not hold elsewhere: Pleroma looks for a scheduled status first, Hollo's GET of media
 * asks for no scope, and snac, which knows no scopes, takes an id apart without looking how long it is.
 */
const MASTODON: Probes = {
  posting: ["DELETE", "/api/v1/scheduled_statuses/0"],
  media: ["GET", "/api/v1/media/0"],
  pin: ["POST", "/api/v1/statuses/0/unpin"],
};
const PROBES: Record<string, Probes> = {
  mastodon: MASTODON,
  glitch: MASTODON,
  hometown: MASTODON,
  chuckya: MASTODON,
  fedibird: MASTODON,
  gotosocial: {
    posting: ["DELETE", "/api/v1/statuses/0"],
    media: ["PUT", "/api/v1/media/0"],
    pin: ["POST", "/api/v1/statuses/0/unpin"],
  },
  hollo: { posting: ["PUT", "/api/v1/statuses/0"], media: ["PUT", "/api/v1/media/0"] },
};

/**
 * Finds out what a token may do, without doing it.
 *
 * @param software name of the server's software (nodeinfo); null where it does not say
 * @param scopes of the token's application; null where they are not known
 */
export async function abilitiesOf(
  client: Client,
  software: string | null,
  scopes: readonly string[] | null,
): Promise<Record<Ability, Verdict>> {
  const judge = (ability: Probed) => judgeByProbe(ability, client, software, scopes);
  return {
    posting: await judge("posting"),
    media: await judge("media"),
    "duplicate-check": await judgeLook(client),
    pin: await judge("pin"),
  };
}

async function judgeByProbe(
  ability: Probed,
  client: Client,
  software: string | null,
  scopes: readonly string[] | null,
): Promise<Verdict> {
  const scope = SCOPES[ability];
  if (softwareNamed(software).scopes === "none") return { verdict: "yes", why: `${software} knows no scopes` };
  if (scopes && !covers(scopes, scope)) {
    return { verdict: "no", why: `its application does not have ${scope}, so no token of it has` };
  }
  const probe = PROBES[software ?? ""]?.[ability];
  if (probe) {
    const verdict = await ask(client, scope, ...probe);
    if (verdict) return verdict;
  }
  const may = scopes ? `its application has ${scope}, but whether the token does, ` : "";
  return { verdict: "unknown", why: `${may}this server shows only when it is done` };
}

function covers(scopes: readonly string[], scope: string): boolean {
  return scopes.includes(scope) || scopes.includes(scope.replace(/:.*/, ""));
}

/** What a probe tells; null for nothing. */
async function ask(client: Client, scope: string, method: string, path: string): Promise<Verdict | null> {
  try {
    await client.call(method, path);
    return { verdict: "yes", why: "" };
  } catch (error) {
    if (!(error instanceof MastodonError)) throw error;
    const { answer, json } = error.failure;
    // A web page that says so only says that there is no such path.
    if (!answer || !isApiError(json)) return null;
    if ([400, 404, 422].includes(answer.status)) return { verdict: "yes", why: "" };
    if (answer.status !== 403) return null;
    return tellsOfScope({ ...error.failure, answer })
      ? { verdict: "no", why: `it lacks ${scope}` }
      : { verdict: "no", why: `the server says “${serverSentence(error.failure)}”` };
  }
}

/** A look changes nothing, so it can simply be tried: at once for what is public, and for all else. */
async function judgeLook(client: Client): Promise<Verdict> {
  const sender = { client, owner: null };
  const since = client.clock.now();
  const open = await readHistory(sender, { since, beyond: 0, visibility: "public", scheduled: false });
  if (open.missing) return { verdict: open.missing.forGood ? "no" : "unknown", why: open.missing.why };
  const all = await readHistory(sender, { since, beyond: 0, visibility: "private", scheduled: true });
  return { verdict: "yes", why: all.missing ? `of public posts only, since ${all.missing.why}` : "" };
}
