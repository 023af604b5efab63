import { readWorkspaceFile } from "./workspace-file.ts";

/** The text of the input `status-file`. */
export function readStatusFile(path: string, folders: readonly string[]): string {
  return readFilled("status-file", path, folders);
}

/** The template of the input `template-file`. */
export function readTemplateFile(path: string, folders: readonly string[]): string {
  const source = readFilled("template-file", path, folders);
  if (!source.includes("${{")) return source;
  throw new Error(
    `\`template-file\`: ${path} contains \`\${{\`, which only workflow files understand. Write \`{{ event.… }}\`, or pass the value through \`data\`.`,
  );
}

function readFilled(input: "template-file" | "status-file", path: string, folders: readonly string[]): string {
  const source = readWorkspaceFile(input, path, folders);
  if (source.trim() === "") throw new Error(`\`${input}\`: ${path} is empty. Is it written before this step?`);
  return source;
}
