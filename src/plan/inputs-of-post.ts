import type { Inputs } from "../inputs/inputs.ts";
import type { MediaRequest } from "../inputs/media.ts";
import { isTemplate, readTemplated, type Templated, templatedNames } from "../inputs/templated.ts";
import type { Facts } from "../sources/facts.ts";
import type { Subject } from "../sources/subjects.ts";
import { renderLine, renderText } from "../status/template/template.ts";
import { optionsOf } from "./render.ts";

/**
 * The inputs as they are for one post: what its file sets for itself, and those rendered that only say for each post what
 * they are. One that renders to nothing is absent.
 *
 * @throws TemplateError, or Error with one sentence, where a template or what it renders to is wrong
 */
export async function inputsOfPost(inputs: Inputs, { facts, own }: Subject): Promise<Inputs> {
  let whole: Inputs = { ...inputs, ...own };
  // Dates in the others are in this language.
  for (const name of templatedNames.toSorted((one) => (one === "language" ? -1 : 0))) {
    const template = name in own ? undefined : inputs.templates[name];
    if (template !== undefined) whole = { ...whole, ...(await renderTemplated(name, template, whole, facts)) };
  }
  const media: MediaRequest[] = [];
  for (const request of whole.media) {
    const rendered = await renderPaths(request, whole, facts);
    if (rendered.file !== "") media.push(rendered);
  }
  return { ...whole, media };
}

/** The release to announce, where only the event says which. */
export async function releaseTagOf(inputs: Inputs, facts: Facts): Promise<string> {
  const template = inputs.templates["release-tag"];
  if (template === undefined) return inputs.releaseTag;
  return (await renderTemplated("release-tag", template, inputs, facts)).releaseTag ?? inputs.releaseTag;
}

async function renderTemplated(
  name: (typeof templatedNames)[number],
  template: string,
  inputs: Inputs,
  facts: Facts,
): Promise<Partial<Templated>> {
  const { text } = await renderLine(template, `\`${name}\``, optionsOf(inputs, facts));
  return readTemplated(name, text);
}

async function renderPaths(request: MediaRequest, inputs: Inputs, facts: Facts): Promise<MediaRequest> {
  const path = async (source: string) =>
    isTemplate(source) ? renderText(source, "`media`", optionsOf(inputs, facts)) : source;
  const { file, descriptionFile, thumbnail } = request;
  return {
    ...request,
    file: await path(file),
    descriptionFile: await path(descriptionFile),
    thumbnail: await path(thumbnail),
  };
}
