import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Profile, profiles } from "../instance/profiles.ts";
import { cache, type Front, type Program, run, serve } from "./process.ts";

/** Where servers stay installed from one run to the next. */
export const serverCache = join(cache, "servers");

/** A server that can be had from a package registry. */
export interface Server {
  name: string;
  /** What the practice instance calls it, to be compared with; null where it is none of them. */
  profile: Profile | null;
  /** What the account's person types or presses on the server's own pages, by the names of fields and buttons. */
  person: Record<string, string>;
  /** Name of the account. */
  username: string;
  /** Names of checks: what this server does otherwise than asked, which the action must say then. */
  lacks: readonly string[];
  /** @throws NotHere */
  install(): Promise<void>;
  /**
   * Starts it, with nothing in it but the account.
   *
   * @param folder for its data, empty
   * @returns how to stop it
   * @throws NotHere
   */
  start(front: Front, folder: string): Promise<() => Promise<void>>;
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
  profile: profiles.gotosocial,
  person: { username: "poster@example.org", password },
  username: "poster",
  // Since 0.20.
  lacks: ["schedule"],
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
  async start({ origin, host, port }, folder) {
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
      // Its media tools are WebAssembly: compiling them takes longer than all the rest.
      GTS_WAZERO_COMPILATION_CACHE: join(home, "compiled"),
      GTS_LOG_LEVEL: "warn",
    };
    const program = (...args: string[]): Program => ({ command: join(home, "gotosocial"), args, cwd: folder, env });
    const account = ["--username", "poster", "--email", "poster@example.org", "--password", password];
    const stop = await serve(program("server", "start"), `${origin}/api/v1/instance`, 120);
    // It takes no account before it has run once.
    await run(program("admin", "account", "create", ...account), 120).catch(async (error) => {
      await stop();
      throw error;
    });
    return stop;
  },
};

const MOCK = "0.6.1";
const environment = join(serverCache, `mastodon_mock-${MOCK}`);
const mock = join(environment, "bin", "mastodon_mock");

/** No Mastodon, but somebody else's idea of one, and so a second opinion on ours. */
const mastodonMock: Server = {
  name: `mastodon_mock ${MOCK} (a mock of Mastodon 4.6)`,
  profile: null,
  person: { username: "testuser" },
  username: "testuser",
  // It counts links in full, unlike Mastodon and what it says itself.
  lacks: ["text over the limit, cut and refused", "reply to an unknown status"],
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
    return serve({ command: mock, args, cwd: folder }, `${origin}/api/v1/instance`, 60);
  },
};

export const servers: Server[] = [gotosocial, mastodonMock];
