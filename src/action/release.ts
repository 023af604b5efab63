import type { Environment } from "./environment.ts";

/** A release as the event or the GitHub API gives it, with two facts of our own: `title` and `version`. */
export interface Release {
  id: number | null;
  tag_name: string;
  name: string | null;
  body: string | null;
  html_url: string | null;
  draft: boolean;
  prerelease: boolean;
  /** The tag without its prefix: `7.2.0` for `v7.2.0`, `1.0.1` for `@scope/pkg@1.0.1`. */
  version: string;
  /** Name and version of what was released, neither of them twice. */
  title: string;
  [more: string]: unknown;
}

const CURE = "To run only when a release comes out, write `on: { release: { types: [published] } }`.";

/**
 * Why an event of a release is not announced; null where it is.
 *
 * GitHub sends up to four events for one release: `created`, `published`, and `released` or `prereleased`. A workflow
 * with `on: release` and no `types` runs for each of them, and must post once.
 */
export function whyReleaseIsSilent({ github, event }: Environment): string | null {
  if (github.event_name !== "release") return null;
  if ((event.release as { draft?: unknown } | undefined)?.draft === true) return `The release is a draft. ${CURE}`;
  const quiet = ["created", "edited", "unpublished", "deleted"].find((action) => action === event.action);
  return quiet ? `The release event \`${quiet}\` publishes nothing. ${CURE}` : null;
}

/** The event of the same release that goes first, because it announces it too; null where there is none. */
export function firstEventOf({ github, event }: Environment): string | null {
  if (github.event_name !== "release") return null;
  return event.action === "released" || event.action === "prereleased" ? "published" : null;
}

/** Adds `version` and `title` to a release, and what a template may name though the server left it out. */
export function describeRelease(release: Record<string, unknown>, repositoryName: string): Release {
  const tag = typeof release.tag_name === "string" ? release.tag_name : "";
  const name = typeof release.name === "string" ? release.name.replace(/\s+/g, " ").trim() : "";
  const { version, project } = splitTag(tag, repositoryName);
  return {
    id: null,
    name: null,
    body: null,
    html_url: null,
    draft: false,
    prerelease: false,
    ...release,
    tag_name: tag,
    version,
    title: joinTitle(project, version, name, tag),
  };
}

/** Splits `v1.2.3`, `pkg-v1.2.3` and `@scope/pkg@1.2.3` into what was released and its version. */
function splitTag(tag: string, repositoryName: string): { project: string; version: string } {
  const plain = /^v?\.?(\d\S*)$/i.exec(tag);
  if (plain) return { project: repositoryName, version: plain[1]! };
  const named = /^(.+?)[@/_-]v?(\d\S*)$/i.exec(tag);
  if (!named) return { project: repositoryName, version: tag };
  const [, prefix, version] = named;
  // `release-1.2` says nothing that the repository's name does not say better.
  const project = /^(release|releases|rel|version|ver|stable|tag)s?$/i.test(prefix!) ? repositoryName : prefix!;
  return { project, version: version! };
}

function joinTitle(project: string, version: string, name: string, tag: string): string {
  const holds = (part: string) => part !== "" && name.toLowerCase().includes(part.toLowerCase());
  const bare = name.replace(/^v(?=\d)/i, "");
  const words =
    name === "" || name === tag || bare === version
      ? [project, version]
      : holds(version)
        ? [holds(project) ? "" : project, name]
        : holds(project)
          ? [name, version]
          : [project, version === "" ? name : `${version}: ${name}`];
  return words.filter((word) => word !== "").join(" ");
}
