import type { Profile } from "../instance/profiles.ts";
import { type Facts, factsOf } from "./facts.ts";
import { groups } from "./groups.ts";
import { plainText } from "./text.ts";
import { judge, type Verdict } from "./verdict.ts";

/** All that one server does. */
export interface Report {
  profile: Profile;
  facts: Facts;
  /** Whether it takes no text alone, so that all but the plain text was tried with an image. */
  wantsMedia: boolean;
  /** By the names of the features. */
  verdicts: Map<string, Verdict>;
}

const picture = { media: "{file: photo.png, description: A sea}" };

/** Tries every feature on one server, one after the other. */
export async function reportOn(profile: Profile): Promise<Report> {
  const verdicts = new Map<string, Verdict>();
  let inputs: Record<string, string> = {};
  for (const feature of groups.flatMap(({ features }) => features)) {
    const verdict = await judge(feature, { profile, inputs });
    verdicts.set(feature.name, verdict);
    if (feature === plainText && verdict.kind === "fails") inputs = picture;
  }
  return { profile, facts: await factsOf(profile), wantsMedia: inputs === picture, verdicts };
}

/** What is wrong with the action, by this report; empty for nothing. */
export function defectsIn({ verdicts, facts }: Report): string[] {
  const defects = [...verdicts.values()].filter(({ defect }) => defect !== "");
  const told = defects.map(({ feature, defect }) => `${feature}: ${defect}`);
  if (facts.heeded !== facts.keys.hours > 0) {
    told.push(
      `Idempotency-Key: kept for ${facts.keys.hours} hours, and the action ${facts.heeded ? "does" : "does not"} count on it`,
    );
  }
  return told;
}
