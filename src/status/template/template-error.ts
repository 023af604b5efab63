/** A template that cannot be rendered. Its message is one line that names the cure. */
export class TemplateError extends Error {}

/** Where a template is wrong, as the beginning of a sentence. Line and column count from 1. */
export function whereIn(name: string, place?: readonly number[]): string {
  return `The template of ${name}${place ? ` (line ${place[0]}, col ${place[1]})` : ""}`;
}
