/** What the inputs say of a run that may make several posts. */
interface Given {
  list: readonly unknown[] | null;
  releaseTag: string;
  status: { from: string };
  editStatusId: string;
  pin: boolean;
  maxPosts: number;
}

/** What cannot be asked for together where a run makes several posts, one sentence each. */
export function refusedSources({ list, releaseTag, status, editStatusId, pin, maxPosts }: Given): string[] {
  const refused: string[] = [];
  const sources = [
    ["a list in `data`", list !== null],
    ["`release-tag`", releaseTag !== "event"],
  ] as const;
  const named = sources.filter(([, isGiven]) => isGiven).map(([name]) => name);
  if (named.length > 1) {
    refused.push(`${inWords(named)} each say what to post about. Keep one of them.`);
  }
  if (list === null) return refused;
  if (status.from === "status-file") {
    refused.push(
      "With a list in `data`, `status-file` would post one text several times. Use `status` or `template-file`.",
    );
  }
  if (editStatusId !== "" && !editStatusId.includes("{{")) {
    refused.push(
      "With a list in `data`, `edit-status-id` must be a template, such as `{{ data.id }}`: each post has its own.",
    );
  }
  if (pin && list.length > 1) {
    refused.push(`\`data\` is a list of ${list.length}, and \`pin\` pins one post. Leave \`pin\` out.`);
  }
  if (list.length > maxPosts) {
    refused.push(
      `\`data\` is a list of ${list.length}, and \`max-posts\` allows ${maxPosts}. Shorten the list, or raise \`max-posts\` if all of them are meant.`,
    );
  }
  return refused;
}

function inWords(names: readonly string[]): string {
  const text = names.join(", ").replace(/, (?=[^,]*$)/, " and ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
