import { accountUrl, domainOf } from "./addresses.ts";
import { type Answer, type Call, json, type Route } from "./call.ts";
import { text } from "./parameters.ts";
import type { Profile } from "./profiles.ts";
import { findAccount } from "./store.ts";

/** The documents by which a host says what it is and where its API lives. */
export function wellKnownRoutes(profile: Profile): Route[] {
  const routes: Route[] = [
    { method: "GET", path: "/.well-known/nodeinfo", handle: nodeinfoLinks },
    { method: "GET", path: "/nodeinfo/2.0", handle: nodeinfo },
    { method: "GET", path: "/.well-known/host-meta", handle: hostMeta },
    { method: "GET", path: "/.well-known/webfinger", handle: webfinger },
  ];
  if (profile.hostMetaJson) routes.push({ method: "GET", path: "/.well-known/host-meta.json", handle: hostMetaJson });
  return routes;
}

function nodeinfoLinks({ origin }: Call): Answer {
  const rel = "http://nodeinfo.diaspora.software/ns/schema/2.0";
  const headers = { "cache-control": "max-age=259200, public", vary: "Origin" };
  return json({ links: [{ rel, href: `${origin}/nodeinfo/2.0` }] }, headers);
}

function nodeinfo({ profile, store }: Call): Answer {
  const document = {
    version: "2.0",
    software: { name: profile.software, version: profile.softwareVersion },
    protocols: ["activitypub"],
    services: { outbound: [], inbound: [] },
    usage: {
      users: {
        total: store.accounts.filter(({ domain }) => domain === null).length,
        activeMonth: 0,
        activeHalfyear: 0,
      },
      localPosts: store.statuses.size,
    },
    openRegistrations: false,
    metadata: { nodeName: profile.title, nodeDescription: "" },
  };
  return json(document, { "cache-control": "max-age=1800, public", vary: "Accept, Origin" });
}

function hostMeta({ origin }: Call): Answer {
  return {
    status: 200,
    headers: { "content-type": "application/xrd+xml; charset=utf-8" },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">\n  <Link rel="lrdd" template="${webfingerTemplate(origin)}"/>\n</XRD>\n`,
  };
}

function hostMetaJson({ origin }: Call): Answer {
  return json({ links: [{ rel: "lrdd", template: webfingerTemplate(origin) }] });
}

function webfingerTemplate(origin: string): string {
  return `${origin}/.well-known/webfinger?resource={uri}`;
}

function webfinger(call: Call): Answer {
  const { origin, parameters, store } = call;
  const resource = text(parameters, "resource");
  if (!resource) return empty(400);
  const handle = /^(?:acct:)?@?([^@]+)@(.+)$/.exec(resource);
  const profile = resource.startsWith(`${origin}/@`) ? resource.slice(origin.length + 2) : undefined;
  const ours = handle?.[2] === domainOf(origin);
  const account = findAccount(store, (ours ? handle?.[1] : profile) ?? "");
  if (!account) return empty(404);
  const uri = call.profile.accountUri(origin, account);
  const document = {
    subject: `acct:${account.username}@${domainOf(origin)}`,
    aliases: [accountUrl(origin, account), uri],
    links: [
      { rel: "http://webfinger.net/rel/profile-page", type: "text/html", href: accountUrl(origin, account) },
      { rel: "self", type: "application/activity+json", href: uri },
      {
        rel: "http://ostatus.org/schema/1.0/subscribe",
        template: `${origin}/authorize_interaction?uri={uri}`,
      },
    ],
  };
  return json(document, { "content-type": "application/jrd+json; charset=utf-8" });
}

function empty(status: number): Answer {
  return { status, headers: {}, body: "" };
}
