import type { TemplatedName } from "./templated.ts";

/** The inputs that exclude others. */
interface Given {
  editStatusId: string;
  scheduledAt: string;
  pin: boolean;
  visibility: string | undefined;
  templates: Partial<Record<TemplatedName, string>>;
  inReplyToId: string;
  quotedStatusId: string;
}

/** Said of the inputs, and of a post where only a template or its file tells of both. */
export const PIN_AND_SCHEDULE =
  "`pin` needs a published status, and a scheduled one is not published yet. Leave one of the two out.";

/** Inputs that exclude each other, one sentence each. */
export function contradictions(inputs: Given): string[] {
  const found: string[] = [];
  const { editStatusId, scheduledAt, pin } = inputs;
  if (scheduledAt !== "" && pin) found.push(PIN_AND_SCHEDULE);
  if (editStatusId !== "" && scheduledAt !== "") {
    found.push(
      "`edit-status-id` changes a published status, so `scheduled-at` has no effect. Leave one of the two out.",
    );
  }
  // `auto` may come to a new post, which takes all of these.
  if (editStatusId === "" || editStatusId === "auto") return found;
  const fixed = [
    ["visibility", inputs.visibility !== undefined || inputs.templates.visibility !== undefined],
    ["in-reply-to-id", inputs.inReplyToId !== ""],
    ["quoted-status-id", inputs.quotedStatusId !== ""],
  ] as const;
  const named = fixed.filter(([, isGiven]) => isGiven).map(([name]) => `\`${name}\``);
  if (named.length > 0) {
    found.push(
      `An edit cannot change ${named.join(", ")}: servers fix that when a status is posted. Leave ${named.length === 1 ? "it" : "them"} out, or delete the status and post it again.`,
    );
  }
  return found;
}
