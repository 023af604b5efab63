import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { cache, run } from "./process.ts";

/**
 * Builds a program from its module with Go, which takes a minute or more the first time.
 *
 * @param module path of its main package
 * @returns path of the program
 * @throws NotHere when it cannot be built
 */
export async function installWithGo(module: string, version: string): Promise<string> {
  const name = basename(module);
  const home = join(cache, `${name}-${version}`);
  const binary = join(home, name);
  if (existsSync(binary)) return binary;
  console.log(`Building ${name} ${version} in ${home}, which takes a minute or more the first time.`);
  const building = join(cache, `${name}-building-${process.pid}`);
  process.once("exit", () => rmSync(building, { recursive: true, force: true, maxRetries: 3 }));
  mkdirSync(building, { recursive: true });
  // Nothing of it goes to the developer's own Go folders. Without write protection it can be removed again.
  const env = {
    GOPATH: join(building, "path"),
    GOMODCACHE: join(building, "modules"),
    GOCACHE: join(building, "objects"),
    GOBIN: join(building, "bin"),
    GOFLAGS: "-modcacherw",
    GOWORK: "off",
    CGO_ENABLED: "0",
  };
  await run({ command: "go", args: ["install", `${module}@${version}`], cwd: building, env }, 900);
  mkdirSync(home, { recursive: true });
  renameSync(join(building, "bin", name), binary);
  rmSync(building, { recursive: true, force: true, maxRetries: 3 });
  return binary;
}
