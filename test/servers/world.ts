import { startGithubApi } from "../github-api.ts";
import { gif, mp4, png } from "../instance/files.ts";
import type { Profile } from "../instance/profiles.ts";
import { createInstance, type PracticeInstance } from "../instance/server.ts";
import { listen } from "../instance/sockets.ts";
import { type Outcome, runAction, source } from "../runner.ts";
import { sharedTime } from "../shared-time.ts";
import type { RunMore, World } from "./feature.ts";

/** What the workspace holds. */
const files = { "photo.png": png().bytes, "cat.gif": gif().bytes, "film.mp4": mp4().bytes };

/** A delay that lasts until two requests to post are there. Milliseconds; no real one has it. */
const UNTIL_THEY_MEET = 123_456;

const MINUTE = 60_000;

/** What all runs against one server have in common. */
export interface Usual {
  profile: Profile;
  /** Of every run, unless the feature sets them. */
  inputs: Record<string, string>;
}

/** Opens a practice instance of one server for one feature. */
export async function openWorld({ profile, inputs }: Usual): Promise<World & { close(): Promise<void> }> {
  let ago = 0;
  const time = sharedTime();
  const now = () => new Date(time.now().getTime() - ago);
  let theyMeet = () => {};
  const meeting = new Promise<void>((done) => {
    theyMeet = done;
  });
  const listener = await listen(async (request) => {
    const told = instance.exchange(request);
    if (postsTo(instance) === 2) theyMeet();
    return dated(await told, now());
  }, profile);
  const instance: PracticeInstance = createInstance(listener.origin, {
    profile,
    now,
    others: ["alice"],
    sleep: (milliseconds, signal) => (milliseconds === UNTIL_THEY_MEET ? meeting : time.sleep(milliseconds, signal)),
  });
  const tokens = new Map<string, string>();

  const world: World = {
    instance,
    maxCharacters: profile.limits.maxCharacters,
    newest: () => instance.published().at(-1),
    run: (given, more = {}) => act(given, more, {}),
    async rerun(given, minutes, more = {}) {
      const created = new Date(time.now().getTime() - (minutes + 1) * MINUTE).toISOString();
      const github = await startGithubApi({ status: 200, body: { created_at: created } }, new Date(created), time.now);
      try {
        // The server's clock goes back, and tells so: the first attempt knows no better than that it is then.
        ago = minutes * MINUTE;
        await act(given, more, {});
        ago = 0;
        return await act(given, more, { GITHUB_RUN_ATTEMPT: "2", GITHUB_API_URL: github.url });
      } finally {
        await github.close();
      }
    },
    letPostsMeet: () => instance.fault({ method: "POST", path: "/api/v1/statuses", times: 2, delay: UNTIL_THEY_MEET }),
  };

  function act(given: Record<string, string>, more: RunMore, env: Record<string, string>): Promise<Outcome> {
    const { scopes = [] } = more;
    return runAction({
      target: source,
      inputs: { ...inputs, "instance-url": instance.origin, "access-token": tokenWith(scopes), ...given },
      files: { ...files, ...more.files },
      env,
      time,
    });
  }

  /** The same token for the same scopes: a re-run has the one that the first run had. */
  function tokenWith(scopes: readonly string[]): string {
    const all = [...profile.access.usualScopes, ...scopes];
    const token = tokens.get(all.join(" ")) ?? instance.createToken({ scopes: all });
    tokens.set(all.join(" "), token);
    return token;
  }

  return {
    ...world,
    async close() {
      const closed = listener.close();
      await instance.close();
      await closed;
    },
  };
}

function postsTo({ requests }: PracticeInstance): number {
  return requests.filter(({ method, path }) => method === "POST" && path === "/api/v1/statuses").length;
}

/** An answer with the instance's own time, which a client reckons by. */
function dated<Told extends Awaited<ReturnType<PracticeInstance["exchange"]>>>(told: Told, time: Date): Told {
  if (!("answer" in told)) return told;
  return { ...told, answer: { ...told.answer, headers: { date: time.toUTCString(), ...told.answer.headers } } };
}
