const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/**
 * Which lines of a Markdown text are fenced code, fences included, as CommonMark has it. A fence that nothing closes goes
 * on to the end.
 */
export function inFencedCode(lines: readonly string[]): boolean[] {
  let fence = "";
  return lines.map((line) => {
    const [, mark = "", rest = ""] = FENCE.exec(line) ?? [];
    const wasOpen = fence !== "";
    if (wasOpen) {
      if (mark.startsWith(fence) && rest.trim() === "") fence = "";
    } else if (!(mark.startsWith("`") && rest.includes("`"))) {
      // With a backtick behind it, it begins code inside of a line.
      fence = mark;
    }
    return wasOpen || fence !== "";
  });
}
