import type { Application } from "../../mastodon/oauth.ts";
import type { HandOverOptions } from "../arguments.ts";
import type { Context } from "../environment.ts";
import { once, whereToEnd } from "../session.ts";
import { askUntil } from "../terminal.ts";
import {
  type Destination,
  parseOrganization,
  parseRepository,
  placeName,
  type Remote,
  remotesOf,
} from "./destination.ts";
import { openStore, type Runs, type Way, whatRuns } from "./open-store.ts";
import { type Entry, type Store, StoreError } from "./store.ts";

/** What is handed over. */
export interface Credentials {
  /** Origin of the instance's API. */
  origin: string;
  token: string;
  /** Whose token it is, `@user@host`. */
  handle: string;
  /** Name of the server's software (nodeinfo); null where it does not say. */
  software: string | null;
  /** What the token was made for, and what it takes to end it. */
  application: Pick<Application, "name" | "clientId" | "clientSecret">;
}

/** Where the token went. */
export type HandedOver =
  /** `destination`: where it is to be stored by hand; null where nobody said. */
  | { kind: "printed"; destination: Destination | null; runs: Runs }
  | { kind: "stored"; destination: Destination; runs: Runs };

/** The token was neither stored as wanted nor printed. Its message is one line. */
export class HandOverError extends Error {
  /** Whether it is stored somewhere all the same, so that it must not be ended. */
  readonly isStored: boolean;

  constructor(message: string, isStored: boolean) {
    super(message);
    this.isStored = isStored;
  }
}

/**
 * Stores a token as a secret, and the URL of its instance as a variable, or prints the token.
 *
 * Where an option names a place, there; else in a terminal the person chooses, the folder's own repository first; else it
 * is printed. Nothing is overwritten without a question, or `yes`. In a terminal a failure leads back to the choice, so
 * that the token is not lost.
 *
 * @param repository that the token is for, as far as it is known; null for none
 * @throws HandOverError when the token is nowhere, or not everywhere where it should be: the caller ends or keeps it
 */
export async function handOver(
  credentials: Credentials,
  options: HandOverOptions,
  repository: Destination | null,
  context: Context,
): Promise<HandedOver> {
  const { terminal } = context;
  if (options.print) return print(credentials, repository, context);
  const named = placeIn(options, context);
  if (!named && !terminal.interactive) return print(credentials, repository, context);
  /** Places and names that hold the token already, whatever fails afterwards. */
  const stored = new Set<string>();
  let destination = named ?? (await choosePlace(options, repository, context));
  for (;;) {
    if (destination === "print") return print(credentials, repository, context);
    try {
      const way = await openStore(destination, context);
      if (way === "print") return print(credentials, destination, context);
      return await storeAt(destination, way, credentials, options, context, stored);
    } catch (error) {
      const isLeaving = context.leaving?.aborted === true;
      if (!(error instanceof StoreError) || !terminal.interactive || isLeaving) throw leave(error, stored);
      terminal.say(error.message);
      destination = await askOnceMore(destination, options, repository, context).catch((reason) => {
        throw leave(reason, stored);
      });
    }
  }
}

/** What to throw when it ends here: a token that is stored somewhere must not be ended, whatever happened since. */
function leave(error: unknown, stored: ReadonlySet<string>): unknown {
  const isStored = stored.size > 0;
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof StoreError || isStored ? new HandOverError(message, isStored) : error;
}

async function askOnceMore(
  destination: Destination,
  options: HandOverOptions,
  repository: Destination | null,
  context: Context,
): Promise<Destination | "print"> {
  const next = await context.terminal.choose("What now?", [
    { value: "again", label: "Try again" },
    { value: "elsewhere", label: "Store it elsewhere" },
    { value: "print", label: "Print the token here" },
    { value: "leave", label: "Leave it" },
  ]);
  if (next === "leave") throw new StoreError("The token was not stored as you wanted it.");
  if (next === "print") return "print";
  return next === "again" ? destination : choosePlace(options, repository, context);
}

async function print(
  { token, handle, origin, application }: Credentials,
  destination: Destination | null,
  context: Context,
): Promise<HandedOver> {
  const { terminal } = context;
  terminal.say(
    `The access token of ${handle || "the account"} on ${origin}. It is shown once, and works like a password:`,
  );
  terminal.print(token);
  terminal.say("What it takes to end it with mastodon-token revoke, shown once as well:");
  terminal.reveal(`  client id      ${application.clientId}\n  client secret  ${application.clientSecret}`);
  return { kind: "printed", destination, runs: destination ? await whatRuns(destination, context) : "GitHub" };
}

/**
 * The place that the options name, or null. Worth calling before there is a token: what is wrong here cannot be stored.
 *
 * @throws HandOverError with one sentence
 */
export function placeIn(options: HandOverOptions, { environment }: Pick<Context, "environment">): Destination | null {
  checkName("--secret-name", options.secretName);
  checkName("--variable-name", options.variableName);
  if (options.secretName.toUpperCase() === options.variableName.toUpperCase() && options.urlAs === "secret") {
    throw new HandOverError("--secret-name and --variable-name are the same, so one would overwrite the other.", false);
  }
  const host = environment.githubHost || "github.com";
  if (options.org !== "") {
    const organization = parseOrganization(options.org, host);
    if (!organization) throw new HandOverError(`--org is [HOST/]NAME, not ${options.org}.`, false);
    const visibility = options.orgVisibility || (options.repos.length > 0 ? "selected" : "private");
    // People write the owner too, as they do everywhere else.
    const repositories = options.repos.map((name) => name.replace(/^.*\//, ""));
    return { ...organization, visibility, repositories };
  }
  if (options.repo === "") return null;
  const repository = parseRepository(options.repo, host);
  if (!repository) throw new HandOverError(`--repo is [HOST/]OWNER/NAME, not ${options.repo}.`, false);
  return { ...repository, environment: options.env };
}

/** GitHub, Forgejo and Gitea have the same rule for names of secrets and variables. */
function checkName(option: string, name: string): void {
  if (/^[a-z_]\w*$/i.test(name) && !/^github_/i.test(name)) return;
  throw new HandOverError(
    `${option} ${name} cannot be used as a name: use letters, digits and _, and don't start with a digit or GITHUB_.`,
    false,
  );
}

async function choosePlace(
  options: HandOverOptions,
  repository: Destination | null,
  context: Context,
): Promise<Destination | "print"> {
  const { terminal, environment } = context;
  const remotes = await remotesOf(environment);
  const isNew = repository !== null && !remotes.some((one) => placeName(one.repository) === placeName(repository));
  const known = [
    ...(isNew ? [{ value: repository, label: placeName(repository), hint: "as you said" }] : []),
    ...remotes.map((remote) => ({
      value: remote.repository,
      label: placeName(remote.repository),
      hint: hintOf(remote),
    })),
  ];
  const place = await terminal.choose<Destination | "other" | "print">("Where shall the token go?", [
    ...known,
    { value: "other", label: known.length > 0 ? "Another repository" : "A repository" },
    { value: "print", label: "Nowhere: print it here, once" },
  ]);
  if (place === "print") return place;
  const chosen = place === "other" ? await askForRepository(context) : place;
  return { ...chosen, environment: options.env };
}

function hintOf({ names }: Remote): string {
  return `remote ${names.join(", ")} of this folder`;
}

async function askForRepository({ terminal, environment }: Context): Promise<Destination> {
  const parse = (answer: string) => parseRepository(answer, environment.githubHost || "github.com");
  const answer = await askUntil(terminal, "Which repository? OWNER/NAME, or HOST/OWNER/NAME", (text) =>
    parse(text) ? "" : "That is not a repository. It should look like OWNER/NAME, or codeberg.org/OWNER/NAME.",
  );
  return parse(answer)!;
}

async function storeAt(
  destination: Destination,
  { kind, store }: Exclude<Way, "print">,
  credentials: Credentials,
  options: HandOverOptions,
  context: Context,
  stored: Set<string>,
): Promise<HandedOver> {
  const { terminal } = context;
  const place = placeName(destination);
  const all = entriesFor(credentials, options);
  const keyOf = ({ kind, name }: Entry) => `${place} ${kind} ${name}`;
  const entries = all.filter((entry) => !stored.has(keyOf(entry)));
  const held = await Promise.all(entries.map(async (entry) => ({ entry, found: await store.look(entry) })));
  await confirmOverwriting(held, place, options, context);
  for (const { entry, found } of held) {
    if (found === "the same") continue;
    const isToken = entry.value === credentials.token;
    const undo = context.undo;
    // Whoever leaves now cannot know whether it was stored already.
    if (isToken) {
      context.undo = once(async () => {
        await undo?.();
        terminal.say(mayHold(entry, place));
      });
    }
    await store.put(entry).catch((error) => {
      // A refusal stored nothing, unless it comes of leaving.
      if (error instanceof StoreError && !context.leaving?.aborted) context.undo = undo;
      throw error;
    });
    context.undo = undo;
    if (isToken) stored.add(keyOf(entry));
  }
  terminal.say(`Stored in ${place}, through ${store.way}: ${all.map(entryName).join(", ")}.`);
  const replaced = held.some(({ entry, found }) => entry.value === credentials.token && found === "something");
  if (replaced) {
    terminal.say(
      `The token that was there before still works. ${whereToEnd(credentials.origin, credentials.software)}`,
    );
  }
  return { kind: "stored", destination, runs: kind };
}

function mayHold({ kind, name }: Entry, place: string): string {
  return `The ${kind} ${name} of ${place} may hold the token that was just ended: store another one there before a workflow uses it.`;
}

/** The token comes last: whatever fails before it leaves no token behind that nobody knows of. */
function entriesFor({ origin, token }: Credentials, options: HandOverOptions): Entry[] {
  const url = { name: options.variableName, value: origin };
  const secret = { name: options.secretName, value: token };
  const urls: Entry[] = [{ kind: options.urlAs, ...url }];
  if (!options.dependabot) return [...urls, { kind: "secret", ...secret }];
  // A run that Dependabot started gets variables like any other, but only Dependabot's own secrets.
  if (options.urlAs === "secret") urls.push({ kind: "Dependabot secret", ...url });
  return [...urls, { kind: "secret", ...secret }, { kind: "Dependabot secret", ...secret }];
}

async function confirmOverwriting(
  held: { entry: Entry; found: Awaited<ReturnType<Store["look"]>> }[],
  place: string,
  options: HandOverOptions,
  { terminal }: Context,
): Promise<void> {
  const names = (wanted: string) => held.filter(({ found }) => found === wanted).map(({ entry }) => entryName(entry));
  const there = names("something");
  const unknown = names("unknown");
  if ((there.length === 0 && unknown.length === 0) || options.yes) return;
  const what =
    there.length > 0
      ? `${place} has ${there.join(" and ")} already.`
      : `${place} does not say whether it has ${unknown.join(" and ")} already.`;
  if (!terminal.interactive) {
    throw new StoreError(
      `${what} Nothing was overwritten: give --yes to overwrite, or other names with --secret-name and --variable-name.`,
    );
  }
  if (!(await terminal.confirm(`${what} Overwrite?`, false))) throw new StoreError("Nothing was overwritten.");
}

function entryName({ kind, name }: Entry): string {
  return `the ${kind} ${name}`;
}
