import { expect } from "vitest";
import { consent } from "../../instance/oauth/consent.ts";
import type { Desk } from "./desk.ts";
import type { Session } from "./session.ts";

/** Allows it in a browser, as the person whom the command sent there; answers with the code where it is to be pasted. */
export async function allow({ instance }: Desk, session: Session, username = "poster"): Promise<string> {
  await session.sees("/authorize?");
  const addresses = session.output().match(/https?:\S+\/authorize\?\S+/g)!;
  const answer = await consent(instance, addresses.at(-1)!, { username });
  if (/^https?:/.test(answer)) await fetch(answer);
  else await session.sees("Paste it here");
  return answer;
}

/** The terminal as a shell wants it back: it echoes, edits lines, obeys Ctrl-C, and shows its cursor. */
export function expectSane(session: Session, stty: string) {
  for (const flag of ["echo", "icanon", "isig", "icrnl", "opost"]) {
    expect(stty.split(/[\s;]+/), "the terminal afterwards").toContain(flag);
  }
  const output = session.output();
  expect(output.lastIndexOf("\u001b[?25l"), "the cursor is hidden").toBeLessThanOrEqual(
    output.lastIndexOf("\u001b[?25h"),
  );
}
