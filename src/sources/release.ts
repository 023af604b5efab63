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
 * GitHub sends up to three events for one release: `created`, `published`, and `released` or `prereleased`. A workflow
 * with `on: release` and no `types` runs for each of them, and must post once.
 *
 * @param isEdit whether the run edits a status instead of posting one
 */
export function whyReleaseIsSilent({ github, event }: Environment, isEdit: boolean): string | null {
  if (github.event_name !== "release") return null;
  // Whoever edits a status wants it to follow the release.
  const quiet = [...(isEdit ? [] : ["edited"]), "unpublished", "deleted"].find((action) => action === event.action);
  if (quiet) return `The release event \`${quiet}\` publishes nothing. ${CURE}`;
  const { draft } = (event.release ?? {}) as { draft?: unknown };
  return draft === true ? `The release is a draft. ${CURE}` : null;
}

/** Whether another event of the same release, `published`, may have started a run that announces it, too. */
export function isAnnouncedElsewhere({ github, event }: Environment): boolean {
  return github.event_name === "release" && ["created", "released", "prereleased"].includes(String(event.action));
}

/**
 * When a release was made, and when it came out, in milliseconds since 1970, a minute early, since the clocks of its server
 * and of the instance may differ by a little; null where it does not tell.
 */
export function timesOf(release: Record<string, unknown>): { made: number | null; out: number | null } {
  const [made = null, out = null] = [release.created_at, release.published_at].map((time) => {
    const milliseconds = typeof time === "string" ? Date.parse(time) : Number.NaN;
    return Number.isNaN(milliseconds) ? null : milliseconds - MARGIN;
  });
  return { made: made ?? out, out };
}

/** Milliseconds. */
const MARGIN = 60_000;

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
    title: joinTitle(project, version, name === tag ? "" : name),
  };
}

/** Words before a version that name no project, since the repository's name says more. */
const NO_PROJECT = /^(release|releases|rel|version|ver|tag)$/i;

/** Words before a date or number that are a part of the version. */
const CHANNEL = /^(nightly|weekly|daily|snapshot|canary|edge|dev|preview|alpha|beta|rc|build|stable|latest)$/i;

/** Splits `v1.2.3`, `pkg-v1.2.3` and `@scope/pkg@1.2.3` into what was released and its version. */
function splitTag(tag: string, repositoryName: string): { project: string; version: string } {
  const plain = /^v?\.?(\d\S*)$/i.exec(tag);
  if (plain) return { project: repositoryName, version: plain[1]! };
  const named = /^(.+)@v?(\d\S*)$/i.exec(tag) ?? /^(.+?)[/_-]v?(\d\S*)$/i.exec(tag);
  if (!named || CHANNEL.test(named[1]!)) return { project: repositoryName, version: tag };
  const [, prefix, version] = named;
  return { project: NO_PROJECT.test(prefix!) ? repositoryName : prefix!, version: version! };
}

/** Joins project, version and the release's own name, so that none of them is said twice. */
function joinTitle(project: string, version: string, fullName: string): string {
  // `Release 7.2.0` says no more than `7.2.0`.
  const name = fullName.replace(/^(release|version)\b:?\s*(?=v?\d|$)/i, "");
  const words = wordsOf(name);
  const [wantedProject, wantedVersion] = [project, version].map((part) => wordsOf(part).join(""));
  const namesVersion = holds(words, wantedVersion!);
  const namesProject = holds(words, wantedProject!);
  const own = () => {
    if (words.join("") === "" || words.join("") === wantedVersion) return [project, version];
    if (namesVersion && namesProject) return [name];
    if (namesVersion) return [startsAt(words, 0, wantedVersion!) ? project : `${project}:`, name];
    if (namesProject) return [name, version];
    return [project, version === "" ? name : `${version}: ${name}`];
  };
  return own()
    .filter((word) => word !== "")
    .join(" ");
}

/** Whether consecutive words make up a project or a version: `VS Code` holds `vscode`, but `Mongo` does not hold `go`. */
function holds(words: readonly string[], wanted: string): boolean {
  return words.some((_, index) => startsAt(words, index, wanted));
}

function startsAt(words: readonly string[], index: number, wanted: string): boolean {
  let said = "";
  for (let next = index; next < words.length && said.length < wanted.length; next++) said += words[next];
  return wanted !== "" && said === wanted;
}

/** Letters and digits alone, in lower case; the `v` of a version is dropped. */
function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll(/\bv(?=\d)/g, "");
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
