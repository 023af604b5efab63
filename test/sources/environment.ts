import { type Environment, readEnvironment } from "../../src/sources/environment.ts";

/** What a runner without any variable tells, with some of it replaced. */
export function environmentWith(changes: {
  event?: Record<string, unknown>;
  github?: Partial<Environment["github"]>;
  apiUrl?: string;
  folders?: string[];
  leaksInputs?: boolean;
}): Environment {
  const bare = readEnvironment({});
  return { ...bare, ...changes, github: { ...bare.github, ...changes.github } };
}
