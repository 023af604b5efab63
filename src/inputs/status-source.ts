import { withoutFrontMatter } from "../front-matter.ts";
import { readWorkspaceFile } from "../workspace-file.ts";
import { announcement } from "./names.ts";
import { joined } from "./values.ts";

/** The text to post: a template, or with `isTemplate: false` data that is posted as it is. */
export interface StatusSource {
  source: string;
  isTemplate: boolean;
  from: "default announcement" | "status" | "template-file" | "status-file" | "front matter";
}

/**
 * Finds the text among `status`, `template-file` and `status-file`, which exclude each other.
 *
 * @param raw the inputs as a runner hands them over
 * @param folders that files may lie in, the workspace first
 * @returns null where all three are empty
 * @throws Error with one line that names the cure
 */
export async function readStatusSource(
  raw: ReadonlyMap<string, string>,
  folders: readonly string[],
): Promise<StatusSource | null> {
  const status = (raw.get("status") ?? announcement).replaceAll("\r\n", "\n");
  const isDefault = status.trim() === announcement.trim();
  const templateFile = (raw.get("template-file") ?? "").trim();
  const statusFile = (raw.get("status-file") ?? "").trim();

  // `status` has a default, so an author who names a file leaves it as that default, or empty.
  const given = [
    ...(isDefault || status.trim() === "" ? [] : ["`status`"]),
    ...(templateFile === "" ? [] : ["`template-file`"]),
    ...(statusFile === "" ? [] : ["`status-file`"]),
  ];
  if (given.length > 1) throw new Error(`${joined(given)} exclude each other. Keep one of them.`);
  if (templateFile !== "" || statusFile !== "") {
    return statusFile === ""
      ? { source: await readTemplateFile(templateFile, folders), isTemplate: true, from: "template-file" }
      : { source: await readFilled("status-file", statusFile, folders), isTemplate: false, from: "status-file" };
  }
  if (status.trim() === "") return null;
  return { source: status, isTemplate: true, from: isDefault ? "default announcement" : "status" };
}

async function readTemplateFile(path: string, folders: readonly string[]): Promise<string> {
  const source = await readFilled("template-file", path, folders);
  if (!source.includes("${{")) return source;
  throw new Error(
    `\`template-file\`: ${path} contains \`\${{\`, which only workflow files understand. Write \`{{ event.… }}\`, or pass the value through \`data\`.`,
  );
}

/** The text of a file, without its front matter. */
async function readFilled(
  input: "template-file" | "status-file",
  path: string,
  folders: readonly string[],
): Promise<string> {
  const source = await readWorkspaceFile(input, path, folders);
  if (source.trim() === "") throw new Error(`\`${input}\`: ${path} is empty. Is it written before this step?`);
  const text = withoutFrontMatter(source);
  if (text.trim() !== "") return text;
  throw new Error(`\`${input}\`: ${path} has front matter and no text below it. Write the text of the post there.`);
}
