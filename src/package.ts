import manifest from "../package.json" with { type: "json" };

/** Version of the action and of the token command, which are one package. */
export const version: string = manifest.version;

/** `owner/name` of the repository that the action is used from. package.json is the one place that names its owner. */
export const repository: string = manifest.repository.replace(/^github:/, "");

/** What servers see of the caller: name and version, as RFC 9110 has it in section 10.1.5. */
export const userAgent = `mastodon-status-action/${version}`;
