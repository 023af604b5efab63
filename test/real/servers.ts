import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, type Front, type Program, run, serve } from "./process.ts";

/** Where servers stay installed from one run to the next. */
export const serverCache = join(cache, "servers");

/** A server that can be had from a package registry. */
export interface Server {
  name: string;
  /** What the account's person types or presses on the server's own pages, by the names of fields and buttons. */
  person: Record<string, string>;
  /** Name of the account. */
  username: string;
  /** Somebody else whom a text can mention; null for nobody. */
  bystander: string | null;
  /** What this server cannot, and why, by the names of jobs: the action must say so then. */
  cannot: Readonly<Record<string, string>>;
  /** Names of jobs that need what this server does not have, so that nothing is there to be tried. */
  lacks: readonly string[];
  /** @throws NotHere */
  install(): Promise<void>;
  /**
   * Starts it, with nothing in it but the accounts.
   *
   * @param folder for its data, empty
   * @returns how to stop it
   * @throws NotHere
   */
  start(front: Front, folder: string): Promise<() => Promise<void>>;
  /** Starts it anew with what it has, and lets an address send no more than some requests; null where it cannot. */
  restartLimited: ((front: Front, folder: string) => Promise<() => Promise<void>>) | null;
}

const GOTOSOCIAL = "0.19.2";
/** Some of its dependencies know the insides of the toolchain, and not those of Go 1.25. */
const TOOLCHAIN = "go1.24.13";
/** Its code, at the address that stood for it up to this version, which the proxies of Go modules know. */
const SOURCE = `github.com/superseriousbusiness/gotosocial@v${GOTOSOCIAL}`;

const home = join(serverCache, `gotosocial-${GOTOSOCIAL}`);
const password = "Practice makes perfect, as they say 42!";

/**
 * GoToSocial, built from its module by Go. No `go install`: its go.mod has another path and replacements.
 *
 * The first build takes minutes and about 3 GB, most of which is given back; one that is stopped goes on the next time.
 */
const gotosocial: Server = {
  name: `GoToSocial ${GOTOSOCIAL}`,
  person: { username: "poster@example.org", password },
  username: "poster",
  bystander: "alice",
  cannot: {
    schedule: "GoToSocial schedules since 0.20",
    quote: "GoToSocial has no quotes",
  },
  lacks: [],
  async install() {
    if (existsSync(join(home, "gotosocial"))) return;
    const building = join(serverCache, "building");
    mkdirSync(building, { recursive: true });
    // Nothing of it goes to the developer's own Go folders. Without write protection it can be removed again.
    const env = {
      GOPATH: join(building, "path"),
      GOMODCACHE: join(building, "modules"),
      GOCACHE: join(building, "objects"),
      GOFLAGS: "-modcacherw",
      GOWORK: "off",
      CGO_ENABLED: "0",
    };
    // However slow the machine is: one that stops halfway would be tried never.
    const go = (args: string[], cwd: string, more: Record<string, string>) =>
      run({ command: "go", args, cwd, env: { ...env, ...more } }, null);
    await go(["mod", "download", SOURCE], building, { GOTOOLCHAIN: "local" });
    const source = join(env.GOMODCACHE, SOURCE);
    // The module brings the list of a folder that it does not bring.
    rmSync(join(source, "vendor"), { recursive: true, force: true });
    const binary = join(building, "gotosocial");
    const version = `-s -w -X main.Version=${GOTOSOCIAL}`;
    const build = ["build", "-trimpath", "-tags", "nootel kvformat timetzdata", "-ldflags", version, "-o", binary];
    await go([...build, "./cmd/gotosocial"], source, { GOTOOLCHAIN: TOOLCHAIN });
    mkdirSync(home, { recursive: true });
    for (const part of ["assets", "template"]) cpSync(join(source, "web", part), join(home, part), { recursive: true });
    // Last, since it is what says that all is there.
    renameSync(binary, join(home, "gotosocial"));
    rmSync(building, { recursive: true, force: true });
  },
  async start(front, folder) {
    const stop = await serveGotosocial(front, folder, {});
    for (const name of ["poster", "alice"]) {
      const account = ["--username", name, "--email", `${name}@example.org`, "--password", password];
      // It takes no account before it has run once.
      await run(gotosocialProgram(front, folder, {}, "admin", "account", "create", ...account), null).catch(
        async (error) => {
          await stop();
          throw error;
        },
      );
    }
    return stop;
  },
  restartLimited: (front, folder) => serveGotosocial(front, folder, { GTS_ADVANCED_RATE_LIMIT_REQUESTS: "20" }),
};

/** However long it takes: at its first start it compiles its media tools, which are WebAssembly. */
function serveGotosocial(front: Front, folder: string, env: Record<string, string>): Promise<() => Promise<void>> {
  return serve(gotosocialProgram(front, folder, env, "server", "start"), `${front.origin}/api/v1/instance`, null);
}

function gotosocialProgram(
  { host, port }: Front,
  folder: string,
  more: Record<string, string>,
  ...args: string[]
): Program {
  const env = {
    GTS_HOST: host,
    GTS_PROTOCOL: "http",
    GTS_BIND_ADDRESS: "127.0.0.1",
    GTS_PORT: String(port),
    GTS_DB_TYPE: "sqlite",
    GTS_DB_ADDRESS: join(folder, "gotosocial.db"),
    GTS_STORAGE_LOCAL_BASE_PATH: join(folder, "storage"),
    GTS_WEB_TEMPLATE_BASE_DIR: join(home, "template"),
    GTS_WEB_ASSET_BASE_DIR: join(home, "assets"),
    GTS_WAZERO_COMPILATION_CACHE: join(home, "compiled"),
    // The jobs ask more of it in five minutes than it lets an address.
    GTS_ADVANCED_RATE_LIMIT_REQUESTS: "0",
    GTS_LOG_LEVEL: "warn",
    ...more,
  };
  return { command: join(home, "gotosocial"), args, cwd: folder, env };
}

const MOCK = "0.6.1";
const environment = join(serverCache, `mastodon_mock-${MOCK}`);
const mock = join(environment, "bin", "mastodon_mock");

/** No Mastodon, but somebody else's idea of one, and so a second opinion on ours. */
const mastodonMock: Server = {
  name: `mastodon_mock ${MOCK} (a mock of Mastodon 4.6)`,
  person: { username: "testuser" },
  username: "testuser",
  bystander: null,
  cannot: {
    "text over the limit, cut and refused": "it counts links in full, unlike Mastodon and what it says itself",
    "a reply to an unknown status": "it posts without the reply",
    "login by code": "it shows nobody a code",
  },
  // It looks at no scopes; and it says that it is Mastodon, but shows Markdown in another way.
  lacks: ["403: a token that may only read", "re-run of a text that servers show in another way"],
  restartLimited: null,
  async install() {
    if (existsSync(join(environment, "installed"))) return;
    rmSync(environment, { recursive: true, force: true });
    await run({ command: "python3", args: ["-m", "venv", environment] }, null);
    const pip = join(environment, "bin", "pip");
    await run({ command: pip, args: ["install", "--quiet", `mastodon_mock==${MOCK}`] }, null);
    writeFileSync(join(environment, "installed"), "");
  },
  start({ origin, host, port }, folder) {
    const where = ["--host", "127.0.0.1", "--port", String(port), "--domain", host];
    const args = ["serve", "--in-memory", "--log-level", "warning", ...where];
    return serve({ command: mock, args, cwd: folder }, `${origin}/api/v1/instance`, null);
  },
};

export const servers: Server[] = [gotosocial, mastodonMock];
