/** What a link becomes in plain text depends on the document it stands in. */
export type LinkContext = {
  /** `owner/repo` whose numbers need no repository in front, in lower case. */
  repository: string | undefined;
  /** Hosts whose paths are GitHub's. */
  hosts: ReadonlySet<string>;
  /** URLs that already stand behind a text: each is written once, so a reference repeated a thousand times stays short. */
  written: Set<string>;
};

type Reference = { kind: "issue" | "commit" | "range"; repository: string; id: string; whole: boolean };

// Dependabot and Renovate write links through the last two, so that GitHub makes no back-references.
const GITHUB_HOSTS = ["github.com", "www.github.com", "redirect.github.com", "togithub.com"];
const REPOSITORY_PATH =
  /^([\w.-]+\/[\w.-]+)\/(pulls?|issues|discussions|commits?|compare|releases|tree)\/([^/?#]+)(.*)$/s;

/**
 * Without `repositoryUrl` the document's own links decide: when all of them name one repository, it is that one.
 */
export function linkContext(markdown: string, repositoryUrl: string | undefined): LinkContext {
  const own = repositoryUrl === undefined ? undefined : hostAndPath(repositoryUrl);
  const hosts = new Set(own === undefined ? GITHUB_HOSTS : [...GITHUB_HOSTS, own.host]);
  const repository = own?.path.replace(/\/+$|\.git$/, "").toLowerCase() ?? onlyRepository(markdown);
  return { repository, hosts, written: new Set() };
}

/**
 * A link as text: the URL is left out where the text says as much (the URL itself, `#12`, `@user`, a commit, a version
 * that links to its comparison, a target inside the repository or page), and stands behind the text elsewhere.
 *
 * @param text what is linked, already plain
 * @param place `heading`: in a heading; `alone`: nothing else stands in the paragraph, or between brackets
 */
export function linkText(
  text: string,
  url: string,
  place: { heading: boolean; alone: boolean },
  links: LinkContext,
): string {
  // An image without a text of its own, such as a badge, takes its link along.
  if (text === "") return "";
  if (/^mailto:/i.test(url))
    return sameAddress(text, url) ? text : behind(text, url.slice("mailto:".length), place, links);
  const target = hostAndPath(url);
  if (target === undefined) return text;

  const reference = gitHubReference(target, links);
  if (sameAddress(text, url)) {
    if (reference?.whole && reference.kind !== "range") return shortForm(reference, links);
    // A bare domain in the text would not be a link in a timeline; `www.` is GitHub's own link and stays as written.
    return /^(?:https?:\/\/|www\.)/i.test(text) ? text : url;
  }
  if (reference !== undefined) {
    if (saysReference(text, reference, place.heading)) return text;
    if (reference.kind !== "range" && reference.whole) return behind(text, shortForm(reference, links), place, links);
  }
  const profile = links.hosts.has(target.host) && /^([\w-]+)\/?$/.exec(target.path)?.[1];
  if (profile && text.replace(/^@/, "").toLowerCase() === profile.toLowerCase()) return text;
  return behind(text, url, place, links);
}

function behind(text: string, address: string, place: { alone: boolean }, links: LinkContext): string {
  if (text.includes(address) || links.written.has(address)) return text;
  links.written.add(address);
  if (!place.alone) return `${text} (${address})`;
  return text.endsWith(":") ? `${text} ${address}` : `${text}: ${address}`;
}

function saysReference(text: string, { kind, id }: Reference, inHeading: boolean): boolean {
  if (kind === "issue") return new RegExp(`(?<!\\d)${id}(?!\\d)`).test(text);
  if (kind === "commit") return text.includes(id.slice(0, 7)) || (/^[0-9a-f]{4,}$/.test(text) && id.startsWith(text));
  return inHeading || /^v?\d+\.\d[\w.+-]*$/i.test(text);
}

function shortForm({ kind, repository, id }: Reference, links: LinkContext): string {
  const elsewhere = repository.toLowerCase() === links.repository ? "" : repository;
  return kind === "issue" ? `${elsewhere}#${id}` : `${elsewhere && `${elsewhere}@`}${id.slice(0, 7)}`;
}

function gitHubReference(target: { host: string; path: string }, links: LinkContext): Reference | undefined {
  if (!links.hosts.has(target.host)) return undefined;
  const [, repository, what, id, rest] = REPOSITORY_PATH.exec(target.path) ?? [];
  if (repository === undefined || what === undefined || id === undefined) return undefined;
  const whole = rest === "" || rest === "/";
  if (/^(?:pulls?|issues|discussions)$/.test(what)) {
    return /^\d{1,10}$/.test(id) ? { kind: "issue", repository, id, whole } : undefined;
  }
  if (what === "commit") {
    return /^[0-9a-f]{7,64}$/.test(id) ? { kind: "commit", repository, id, whole } : undefined;
  }
  return { kind: "range", repository, id, whole };
}

function onlyRepository(markdown: string): string | undefined {
  const named = new Set<string>();
  for (const [, repository] of markdown.matchAll(
    /github\.com\/([\w.-]{1,100}\/[\w.-]{1,100})\/(?:pull|issues|discussions|commit|compare)\//gi,
  )) {
    named.add(repository!.toLowerCase());
  }
  return named.size === 1 ? [...named][0] : undefined;
}

function hostAndPath(url: string): { host: string; path: string } | undefined {
  const [, host, path] = /^https?:\/\/([^/?#]+)\/?(.*)$/is.exec(url) ?? [];
  return host === undefined ? undefined : { host: host.toLowerCase(), path: path ?? "" };
}

function sameAddress(text: string, url: string): boolean {
  return bareAddress(text) === bareAddress(url);
}

function bareAddress(address: string): string {
  return address
    .replace(/^(?:https?:\/\/|mailto:)/i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}
