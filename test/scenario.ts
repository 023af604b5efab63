import { type Fault, type InstanceOptions, type PracticeInstance, startInstance } from "./instance/server.ts";
import { commandsIn, githubToken, type Outcome, type RunOptions, runAction, type Target } from "./runner.ts";
import { type SharedTime, sharedTime } from "./shared-time.ts";

/** One run of the action against a practice instance, and what is special about it. */
export interface Scenario extends Pick<RunOptions, "event" | "files" | "prepare"> {
  /** What this run shows, in one sentence. */
  what: string;
  /** Beyond the instance's URL and a token, which are there unless set otherwise. */
  inputs?: Record<string, string>;
  env?: RunOptions["env"];
  /** How the practice instance differs from a plain Mastodon 4.6. */
  instance?: InstanceOptions;
  /** Which token to use; the default may post and say whose it is. */
  token?: Parameters<PracticeInstance["createToken"]>[0];
  faults?: Fault[];
  /** Runs that came before, against the same instance. The snapshot does not show them. */
  earlier?: EarlierRun[];
  /** More than the above can say: other servers, statuses that are there already. Comes after the runs before.
   * May change inputs and variables. */
  arrange?: (world: World) => Promise<void> | void;
  /** What the snapshot cannot say. */
  check?: (world: World & { outcome: Outcome }) => void;
}

/** A run that came before: as the one that is shown, but for what is named here. */
export interface EarlierRun extends Pick<Scenario, "event" | "files" | "inputs" | "env" | "faults"> {
  /** How it ends; `posted` unless given. */
  result?: string;
  /** Milliseconds from its end to what comes next. */
  pause?: number;
}

export interface World {
  instance: PracticeInstance;
  token: string;
  inputs: Record<string, string>;
  env: Record<string, string | undefined>;
  /** The time of the instance and of the run. */
  time: SharedTime;
  /** Names in the snapshot what changes from run to run: an origin, an id of a status that is somebody else's. */
  name(origin: string, as: string): void;
  /** Ends something after the run. */
  closes(server: { close(): Promise<void> }): void;
}

export function scenario(definition: Scenario): Scenario {
  return definition;
}

/** Plays a scenario, checks what holds for every run, and tells all that a user or a server would see. */
export async function play(
  { what, earlier = [], arrange, check, ...given }: Scenario,
  target: Target,
): Promise<string> {
  const time = sharedTime();
  const instance = await startInstance({ now: time.now, sleep: time.sleep, ...given.instance });
  const servers: { close(): Promise<void> }[] = [instance];
  const names = new Map<string, string>();
  try {
    const token = instance.createToken(given.token);
    const world: World = {
      instance,
      token,
      inputs: { "instance-url": instance.origin, "access-token": token, ...given.inputs },
      env: { ...given.env },
      time,
      name: (origin, as) => names.set(origin, as),
      closes: (server) => servers.push(server),
    };
    world.name(instance.origin, "http://127.0.0.1:3000");
    for (const run of earlier) await playEarlier(run, given, world, target);
    for (const fault of given.faults ?? []) instance.fault(fault);
    await arrange?.(world);
    const outcome = await runAction({ ...given, target, inputs: world.inputs, env: world.env, time });
    holdSafe(outcome, token);
    check?.({ ...world, outcome });
    return tell(what, outcome, world, names);
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

async function playEarlier(run: EarlierRun, given: Omit<Scenario, "what">, world: World, target: Target) {
  const { instance, time } = world;
  for (const fault of run.faults ?? []) instance.fault(fault);
  const inputs = { ...world.inputs, ...run.inputs };
  const outcome = await runAction({ ...given, ...run, target, inputs, env: { ...world.env, ...run.env }, time });
  const { result = "posted", pause = 0 } = run;
  if (outcome.outputs.result !== result) {
    throw new Error(`A run before ended otherwise than \`${result}\`:\n${outcome.stdout}${outcome.stderr}`);
  }
  instance.requests.length = 0;
  await time.pass(pause);
}

/** What holds for every run, whatever happens in it. */
function holdSafe({ stdout, stderr, outputs, summary }: Outcome, token: string): void {
  // The action itself never writes there: a crash must not end up in a snapshot.
  if (stderr !== "") throw new Error(`The run crashed:\n${stderr}`);
  const log = stdout.replaceAll(/^::add-mask::.*$/gm, "");
  const everything = [log, summary, ...Object.values(outputs)].join("\n");
  for (const secret of [token, githubToken]) {
    if (everything.includes(secret)) throw new Error(`A token was shown:\n${everything}`);
  }
  for (const { name, rest } of commandsIn(stdout)) {
    if (!["add-mask", "notice", "warning", "error"].includes(name)) {
      throw new Error(`A runner would obey ${name}${rest}`);
    }
  }
}

function tell(what: string, outcome: Outcome, world: World, names: Map<string, string>): string {
  const { response, results, ...single } = outcome.outputs;
  // Of a single post it says nothing that the others do not.
  const isSingle = results === undefined || /^\[\{.*"entry":null\}\]$/s.test(results);
  const outputs = isSingle ? single : { ...single, results };
  const sections = [
    `# ${what}`,
    section(`log, exit code ${outcome.exitCode}`, outcome.stdout),
    section("requests", world.instance.requests.map(request).join("\n")),
    section(
      "outputs",
      Object.entries(outputs)
        .map(([name, value]) => `${name}=${value}`)
        .join("\n"),
    ),
    section("response", response ? beginning(steady(response, world, names).trimEnd()) : ""),
    section("summary", outcome.summary),
  ];
  return steady(sections.filter(Boolean).join("\n\n"), world, names);
}

function beginning(response: string): string {
  const [first = "", ...more] = response.replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"<time>"').match(/.{1,80}/gs) ?? [];
  return more.length > 0 ? `${first}…` : first;
}

function section(title: string, text: string): string {
  return text.trim() === "" ? "" : `--- ${title}\n${text.replaceAll("\r\n", "\n").trimEnd()}`;
}

function request({ method, path, status, body }: PracticeInstance["requests"][number]): string {
  const answer = status === null ? "(cut)" : String(status);
  return [`${method} ${path} ${answer}`, ...(body ? [`  ${body.replaceAll("\n", "\n  ")}`] : [])].join("\n");
}

/** Takes out of a snapshot what differs from run to run. */
function steady(text: string, { instance, token }: World, names: Map<string, string>): string {
  let result = text.replaceAll(token, "<token>");
  for (const [origin, name] of names) {
    result = result.replaceAll(origin, name).replaceAll(encodeURIComponent(origin), encodeURIComponent(name));
    if (URL.canParse(origin)) result = result.replaceAll(new URL(origin).host, new URL(name).host);
  }
  instance.published().forEach(({ id, url, uri }, index) => {
    // The addresses of some servers bear another name of a status than its id.
    const ends = [url, uri].map((address) => address.split("/").at(-1)!).filter((end) => /\d/.test(end));
    for (const name of [id, ...ends]) result = result.replaceAll(name, `<id ${index + 1}>`);
  });
  instance.scheduled().forEach(({ id }, index) => {
    result = result.replaceAll(id, `<scheduled id ${index + 1}>`);
  });
  for (const { id, file } of instance.media()) result = result.replaceAll(id, `<media ${file.filename}>`);
  return `${result
    // Lines of progress, and how often is asked for a file, depend on the machine.
    .replaceAll(/^Uploading .*(?:still processing it|has not answered yet| sent)\n/gm, "")
    .replaceAll(/^(GET \/api\/v1\/media\/.* 206)(?:\n\1$)+/gm, "$1, and more of these")
    // What was deleted has no name any more.
    .replaceAll(/(?<=\/api\/v1\/media\/)\w[\w-]*(?:\.png)?/g, "<media>")
    .replaceAll(/(?<="media_ids":\[)"\w[^\]]*/g, '"<media>"')
    .replaceAll(/\d+ s(?= after it was sent)/g, "<n> s")
    // Only Mastodon's ids of accounts are always the same.
    .replaceAll(/(?<=\/accounts\/)(?!\d{18}\/)[\w-]+(?=\/statuses)/g, "<account id>")
    .replaceAll(/"expires_in":35\d\d\b/g, '"expires_in":<n>')
    .replaceAll(/in \d+\.\d s\b/g, "in 0.0 s")
    // Waits are jittered, or last until a moment.
    .replaceAll(/(?<=\b(?:in|waiting) )\d+ s\b/g, "<n> s")
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (time) => (isFixed(time) ? time : "<time>"))
    .replaceAll(/(?:\d{4}-\d\d-\d\d \d\d:\d\d|\b\d\d:\d\d:\d\d) UTC/g, "<time> UTC")}\n`;
}

/** A time of an event is always the same; what is made now, or is to come, is not. */
function isFixed(time: string): boolean {
  return !(Date.parse(time) >= Date.now() - 2 * 86_400_000);
}
