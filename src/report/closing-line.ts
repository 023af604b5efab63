import { formatCount } from "../count.ts";
import { aimOf, type Report } from "./report.ts";

/** The line that ends the log of a post that went well: what became of it, by whom, and where it is. */
export function closingLine(run: Report): string {
  const { result, reason, handle, hasAccount, isEdit, parts, attached } = run;
  const [first] = parts;
  const by = handle ? ` by ${handle}` : "";
  const many = parts.length > 1 ? ` in ${parts.length} parts` : "";
  const where = first?.url ? `: ${first.url}` : "";
  switch (result) {
    case "posted":
      return `Posted${first?.visibility ? ` as ${first.visibility}` : ""}${by}${many}${where}`;
    case "scheduled":
      return `Scheduled${by} for ${attached.scheduledAt}, id ${first?.id ?? ""}`;
    case "edited":
      return reason === "" ? `Edited${by}${where}` : `Nothing to edit in the status${by}${where} (${reason})`;
    case "duplicate":
      return `Already ${aimOf(run)}${by}${many}${attached.scheduledAt ? ` for ${attached.scheduledAt}` : where} (${reason})`;
    case "dry-run": {
      if (run.file !== null)
        return `Would be posted${many}, ${lengthOf(longest(run), run.limit)}${handle ? ` as ${handle}` : ""}. ${WHOLE}`;
      const [done, would] = isEdit ? ["edited", "Would edit"] : ["posted", "Would post"];
      const who = handle ? `${would} as ${handle}${many}` : noHandle(hasAccount);
      return `Dry run, nothing was ${done}. ${[`${who}.`, reason].join(" ").trim()}`;
    }
    default:
      return `Skipped, nothing was posted. ${reason}`;
  }
}

/** Where a rehearsal shows what one line cannot. */
const WHOLE = "The job summary shows it.";

/** Characters of the longest part. */
function longest({ parts }: Report): number {
  return Math.max(0, ...parts.map(({ characters }) => characters));
}

function noHandle(hasAccount: boolean): string {
  return hasAccount
    ? "The token is valid, but is not allowed to read whose it is (that takes the scope `profile`)"
    : "No account was asked, since `instance-url` or `access-token` is empty";
}

/** How long a text is, and how long it may be, in words. */
export function lengthOf(characters: number, limit: number): string {
  return characters > limit
    ? `${formatCount(characters)} characters where ${formatCount(limit)} are allowed`
    : `${formatCount(characters)} of ${formatCount(limit)} characters`;
}
