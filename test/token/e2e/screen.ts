/**
 * What a person sees in the end of all that a program wrote to a terminal: a screen that is as high as it takes, without
 * colours. It knows what the prompts use: moving the cursor, and clearing.
 *
 * @param columns of the terminal, at which lines break
 */
export function screenOf(output: string, columns: number): string {
  const rows: string[][] = [[]];
  let [row, column] = [0, 0];
  const rowAt = (index: number) => {
    while (rows.length <= index) rows.push([]);
    return rows[index]!;
  };
  for (const [piece] of output.matchAll(/\u001b\[[?\d;]*[A-Za-z]|\u001b[()][A-Z0-9]|[\s\S]/gu)) {
    const [, digits = "", move = ""] = /^\u001b\[(\d*)(?:;\d+)*([A-Za-z])$/.exec(piece) ?? [];
    const count = Number(digits || 1);
    if (piece === "\n") row += 1;
    else if (piece === "\r") column = 0;
    else if (piece === "\b") column = Math.max(0, column - 1);
    else if (move === "A") row = Math.max(0, row - count);
    else if (move === "B") row += count;
    else if (move === "C") column = Math.min(columns - 1, column + count);
    else if (move === "D") column = Math.max(0, column - count);
    else if (move === "E") [row, column] = [row + count, 0];
    else if (move === "F") [row, column] = [Math.max(0, row - count), 0];
    else if (move === "G") column = count - 1;
    else if (move === "J") {
      rowAt(row).splice(digits === "2" ? 0 : column);
      rows.length = Math.min(rows.length, row + 1);
    } else if (move === "K") {
      if (digits === "1" || digits === "2") rowAt(row).fill(" ", 0, digits === "2" ? undefined : column + 1);
      if (digits !== "1") rowAt(row).splice(column);
    } else if (piece >= " " && piece !== "\u007f") {
      if (column === columns) [row, column] = [row + 1, 0];
      const line = rowAt(row);
      while (line.length < column) line.push(" ");
      line[column] = piece;
      column += 1;
    }
  }
  return rows.map((line) => line.join("").trimEnd()).join("\n");
}
