/** A process that lets Vitest play test files of the copy that it is started in, again and again. */
import { BaseSequencer, createVitest } from "vitest/node";

/** What came of the tests that were played. */
export interface Played {
  tests: { id: string; file: string; name: string; state: string; ms: number }[];
  /** What failed outside any test. */
  problems: string[];
}

/** The files in the order that is asked for. Vitest's own begins with what takes longest. */
class AsAsked extends BaseSequencer {
  override async sort<Files>(files: Files): Promise<Files> {
    return files;
  }
}

const vitest = await createVitest("test", {
  watch: false,
  reporters: [{}],
  silent: true,
  setupFiles: ["test/seed.ts", "test/mutants/setup.ts"],
  // One after the other, so that what is reached belongs to one test.
  maxWorkers: 1,
  maxConcurrency: 1,
  sequence: { sequencer: AsAsked },
  bail: Number(process.argv[2]),
});

process.on("message", async ({ files, stale }: { files: string[]; stale: string[] }) => {
  for (const file of stale) vitest.invalidateFile(file);
  const specifications = (await Promise.all(files.map((file) => vitest.globTestSpecifications([file])))).flat();
  const played = await vitest.runTestSpecifications(specifications);
  // It knows those of before as well.
  const testModules = played.testModules.filter(({ moduleId }) =>
    specifications.some((specification) => specification.moduleId === moduleId),
  );
  const tests = testModules.flatMap((module) =>
    [...module.children.allTests()].map((test) => ({
      id: test.id,
      file: module.relativeModuleId,
      name: test.fullName,
      state: test.result().state,
      ms: test.diagnostic()?.duration ?? 0,
    })),
  );
  const problems = [...played.unhandledErrors, ...testModules.flatMap((module) => module.errors())].map(
    (problem) => (problem as Error).message,
  );
  process.send!({ tests, problems } satisfies Played);
});
process.on("disconnect", () => process.exit());
process.send!("ready");
