/**
 * The parts of pages that are written by a script, each between two comments that name it:
 *
 *   <!-- inputs, by npm run docs -->
 *   …
 *   <!-- end of inputs -->
 */

export const PART = /(<!-- ([\w -]+), by npm run docs -->\n)[\s\S]*?(<!-- end of \2 -->)/g;

/** The page with each of its parts as its writer writes it now. */
export async function written(page: string, writers: Readonly<Record<string, () => Promise<string>>>): Promise<string> {
  const names = [...page.matchAll(PART)].map(([, , name]) => name!);
  const texts = new Map<string, string>();
  for (const name of new Set(names)) {
    const writer = writers[name];
    if (!writer) throw new Error(`Nobody writes “${name}”.`);
    texts.set(name, await writer());
  }
  return page.replaceAll(PART, (_, begin, name, end) => `${begin}\n${texts.get(name)!.trim()}\n\n${end}`);
}

/** A cell of a table: on one line, its bars escaped. */
export function cell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|").trim();
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
