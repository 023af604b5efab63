/** One thing to post about, whatever it comes from. */
export interface Entry {
  title: string | null;
  summary: string | null;
  /** Absolute, http or https. */
  link: string | null;
  tags: readonly string[];
  /** ISO 8601, with the offset that it was written with. */
  date: string | null;
  language: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** A release as an entry: name and version, what the repository is, its topics. */
export function ofRelease(release: Fields, repository: Fields | null): Entry {
  return {
    title: textOf(release.title),
    summary: textOf(repository?.description),
    link: textOf(release.html_url),
    tags: tagsOf(repository?.topics),
    date: textOf(release.published_at),
    language: null,
  };
}

/** An element of a list as an entry, as far as it has fields of these names. */
export function ofElement(element: unknown): Entry {
  const fields = (element !== null && typeof element === "object" ? element : {}) as Fields;
  return {
    title: textOf(fields.title),
    summary: textOf(fields.summary),
    link: webAddress(textOf(fields.link) ?? ""),
    tags: tagsOf(fields.tags),
    date: textOf(fields.date),
    language: textOf(fields.language),
  };
}

/** The address as it was given, where it is one of the web; else null. */
export function webAddress(text: string): string | null {
  const isPlain = /^https?:\/\/[^\s\p{C}<>"]+$/iu.test(text) && URL.canParse(text);
  return isPlain ? text : null;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function tagsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((tag) => typeof tag === "string" && tag !== "") : [];
}
