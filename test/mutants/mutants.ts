import { readFileSync } from "node:fs";
import { parseAst } from "rolldown/parseAst";

/** One small change of a source file. */
export interface Mutant {
  id: number;
  /** Path within the project. */
  file: string;
  line: number;
  /** What is replaced, as offsets, and by what. */
  start: number;
  end: number;
  text: string;
  /** What stood there. */
  was: string;
  /** Whether it runs when something is called, and not when the file is loaded. */
  isInFunction: boolean;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const OPERATORS: Record<string, string[]> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+=": ["-="],
  "-=": ["+="],
};

/** Of TypeScript's own nodes only these hold code that runs. */
const RUNNING = ["TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression"];

/** All mutants of a file: operators, conditions and literals changed, statements left out. Their ids are their order. */
export function mutantsOf(root: URL, file: string): Omit<Mutant, "id">[] {
  const source = readFileSync(new URL(file, root), "utf8");
  const found: Omit<Mutant, "id">[] = [];
  let functions = 0;
  const add = ({ start, end }: Node, ...texts: string[]) => {
    const line = source.slice(0, start).split("\n").length;
    for (const text of texts) {
      found.push({ file, line, start, end, text, was: source.slice(start, end), isInFunction: functions > 0 });
    }
  };

  const visit = (node: Node): void => {
    const { type, operator } = node as { type: string; operator?: string };
    if (/^(Import|ExportAll)/.test(type) || (type.startsWith("TS") && !RUNNING.includes(type))) return;
    const child = (key: string) => node[key] as Node;
    const code = (key: string) => source.slice(child(key).start, child(key).end);
    switch (type) {
      case "BinaryExpression":
      case "LogicalExpression":
      case "AssignmentExpression": {
        const [left, right] = [child("left"), child("right")];
        const isText = [left, right].some((side) => /"|`/.test(source[side.start]!));
        if (operator === "+" && isText) break;
        const between = source.slice(left.end, right.start);
        for (const other of OPERATORS[operator!] ?? []) {
          const text = `${source.slice(node.start, left.end)}${between.replace(operator!, other)}${source.slice(right.start, node.end)}`;
          add(node, type === "AssignmentExpression" ? text : `(${text})`);
        }
        break;
      }
      case "UnaryExpression":
        if (operator === "!" || operator === "-") add(node, code("argument"));
        break;
      case "UpdateExpression":
        add(node, source.slice(node.start, node.end).replace(operator!, operator === "++" ? "--" : "++"));
        break;
      case "IfStatement":
      case "ConditionalExpression":
        add(child("test"), "true", "false");
        break;
      case "WhileStatement":
        add(child("test"), "false");
        break;
      case "Literal":
        if (typeof node.value === "string") add(node, node.value === "" ? '"mutant"' : '""');
        if (typeof node.value === "number") add(node, String(node.value + 1));
        if (typeof node.value === "boolean") add(node, String(!node.value));
        break;
      case "TemplateLiteral":
        add(node, '""');
        break;
      case "ArrayExpression":
        if ((node.elements as Node[]).length > 0) add(node, "[]");
        break;
      case "ExpressionStatement":
        add(child("expression"), "void 0");
    }
    const isFunction = type.includes("Function");
    if (isFunction) functions += 1;
    for (const [key, value] of Object.entries(node)) {
      const isName = key === "key" && !node.computed;
      if (isName) continue;
      for (const inner of Array.isArray(value) ? value : [value]) {
        if (typeof inner?.type !== "string") continue;
        // Only a plain template is a text; a tag may do anything with its own.
        if (type === "TaggedTemplateExpression" && key === "quasi") (inner.expressions as Node[]).forEach(visit);
        else visit(inner);
      }
    }
    if (isFunction) functions -= 1;
  };

  visit(parseAst(source, { lang: "ts" }) as unknown as Node);
  return found;
}

export function changed(source: string, { start, end, text }: Pick<Mutant, "start" | "end" | "text">): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** Source that calls `globalThis.reach` with the id of a mutant whenever the place is reached where that one would differ. */
export function reporting(source: string, mutants: readonly Mutant[], reach: string): string {
  const outerFirst = [...mutants].sort(
    (one, other) => one.start - other.start || other.end - one.end || one.id - other.id,
  );
  const opens = outerFirst.map(({ start, id }) => ({ at: start, text: `(globalThis.reach(${id}), ` }));
  const closes = mutants.map(({ end }) => ({ at: end, text: ")" }));
  // Where one ends and another begins, the end comes first.
  const inserted = [...closes, ...opens].sort((one, other) => one.at - other.at);
  let result = "";
  let from = 0;
  for (const { at, text } of inserted) {
    result += source.slice(from, at) + text;
    from = at;
  }
  return `${reach}\n${result}${source.slice(from)}`;
}
