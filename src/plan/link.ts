import type { Inputs } from "../inputs/inputs.ts";
import { type Entry, webAddress } from "../sources/entry.ts";
import type { Facts } from "../sources/facts.ts";
import type { Subject } from "../sources/subjects.ts";
import { renderLine } from "../status/template/template.ts";
import { optionsOf } from "./render.ts";

/** A subject, and the address by which a post about it is known again, in whatever words; empty for none. */
export interface LinkedSubject extends Subject {
  link: string;
}

/**
 * Gives each subject its link: the entry's own, else what the input `link` renders to. Of two entries that differ only by
 * the fragment, the fragment counts; those that share a link are told apart by their text.
 *
 * @throws TemplateError, or Error with one sentence where `link` renders to what is not an address, or lacks the
 * date that it is made of
 */
export async function withLinks(subjects: readonly Subject[], inputs: Inputs): Promise<LinkedSubject[]> {
  const linked: Subject[] = [];
  for (const subject of subjects) linked.push({ ...subject, facts: await withLink(subject.facts, inputs) });
  const links = linked.map(({ facts }) => facts.entry?.link ?? null);
  return linked.map((subject, index) => ({
    ...subject,
    // What the event is about is known again by its release, or its text.
    link: subject.name === null ? "" : tellingLink(links[index]!, links),
  }));
}

const NOTHING: Entry = { title: null, summary: null, link: null, tags: [], date: null, language: null };

async function withLink(facts: Facts, inputs: Inputs): Promise<Facts> {
  if (inputs.link === "" || facts.entry?.link) return facts;
  const { text } = await renderLine(inputs.link, "`link`", optionsOf(inputs, facts));
  const link = webAddress(text);
  if (link === null) {
    const example = inputs.files !== null ? "entry.slug" : inputs.feed !== null ? "entry.id" : "data.slug";
    throw new Error(
      `\`link\` renders to ${JSON.stringify(text.slice(0, 200))}, which is not a web address. Write the whole address, such as \`https://blog.example/{{ ${example} }}/\`.`,
    );
  }
  if (!facts.entry?.date && /\bentry\.date\b/.test(inputs.link) && /[^:]\/\//.test(text)) {
    throw new Error(
      `\`link\` renders to ${JSON.stringify(text.slice(0, 200))}: it uses \`entry.date\`, and the entry has none. Give it a \`date\`, in a file's front matter or at the start of its name (2026-12-31-name.md).`,
    );
  }
  return { ...facts, entry: { ...(facts.entry ?? NOTHING), link } };
}

function tellingLink(link: string | null, links: readonly (string | null)[]): string {
  if (link === null) return "";
  const same = links.filter((other) => other !== null && pageOf(other) === pageOf(link));
  if (same.length === 1) return pageOf(link);
  return same.filter((other) => other === link).length === 1 ? link : "";
}

function pageOf(link: string): string {
  return link.replace(/#.*$/, "");
}
