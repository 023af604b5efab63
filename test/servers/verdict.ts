import { isDeepStrictEqual } from "node:util";
import type { PracticeInstance } from "../instance/server.ts";
import { commandsIn, type Outcome } from "../runner.ts";
import type { Attempt, Feature } from "./feature.ts";
import { openWorld, type Usual } from "./world.ts";

/** What a server makes of a feature, and what the user hears of it. Nothing in it is written down beforehand. */
export interface Verdict {
  feature: string;
  /**
   * `works`: as asked. `differs`: it went out otherwise than asked, and a warning says so. `fails`: the step ends with an
   * error. `untold`: otherwise than asked, and no run could know.
   */
  kind: "works" | "differs" | "fails" | "untold";
  /** The warnings or errors, without what changes from run to run. */
  lines: string[];
  /** What is wrong with the action itself: something that it should have said, or should not have. Empty for nothing. */
  defect: string;
}

export async function judge(feature: Feature, usual: Usual): Promise<Verdict> {
  const world = await openWorld(usual);
  try {
    const attempt = await feature.attempt(world);
    return verdictOf(feature, attempt, world.instance);
  } finally {
    await world.close();
  }
}

function verdictOf(feature: Feature, { outcomes, asked, stored }: Attempt, instance: PracticeInstance): Verdict {
  for (const { stderr } of outcomes) if (stderr !== "") throw new Error(`${feature.name}: the run crashed:\n${stderr}`);
  const said = (name: string) => [
    ...new Set(outcomes.flatMap((outcome) => annotations(outcome, name)).map((line) => steady(line, instance))),
  ];
  const warnings = said("warning").filter((line) => !feature.usual?.test(line));
  const isAsAsked = isDeepStrictEqual(stored, asked);
  const difference = `asked for ${JSON.stringify(asked)}, stored is ${JSON.stringify(stored)}`;
  const verdict = { feature: feature.name, defect: "" };

  if (outcomes.some(({ exitCode }) => exitCode !== 0)) {
    const isPosted = outcomes.every(({ outputs }) => outputs.result === "failed") && isAsAsked;
    const defect = isPosted ? "the step fails and says that nothing is posted, but all of it is" : "";
    return { ...verdict, kind: "fails", lines: said("error"), defect };
  }
  if (isAsAsked) {
    const defect = warnings.length > 0 ? `all is as asked, and yet it warns: ${warnings.join(" ")}` : "";
    return { ...verdict, kind: "works", lines: [], defect };
  }
  if (warnings.length > 0) return { ...verdict, kind: "differs", lines: warnings };
  if (feature.untold) return { ...verdict, kind: "untold", lines: [feature.untold] };
  return { ...verdict, kind: "untold", lines: [], defect: `${difference}, and no line says so` };
}

/** The messages of a log's commands of one name. */
function annotations({ stdout }: Outcome, name: string): string[] {
  return commandsIn(stdout)
    .filter((command) => command.name === name)
    .map(({ rest }) =>
      rest
        .replace(/^.*?::/, "")
        .replaceAll("%0A", "\n")
        .replaceAll("%0D", "\r")
        .replaceAll("%25", "%"),
    );
}

/** Takes out of a line what differs from run to run: where the server is, ids, times. */
function steady(line: string, instance: PracticeInstance): string {
  const { host } = new URL(instance.origin);
  const ids = [...instance.published(), ...instance.published("alice"), ...instance.scheduled(), ...instance.media()];
  const named = ids.reduce((text, { id }) => text.replaceAll(id, "‹id›"), line);
  return named
    .replaceAll(instance.origin, "https://social.example")
    .replaceAll(host, "social.example")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "‹time›")
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, "‹time›");
}
