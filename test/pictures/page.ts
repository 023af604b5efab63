/** HTML that looks like GitHub's job summary, and like a post on Mastodon, in their light and dark themes. */

export type Theme = "light" | "dark";

const COLOURS = {
  light: { back: "#ffffff", text: "#1f2328", dim: "#59636e", line: "#d1d9e0", link: "#0969da", code: "#818b981f" },
  dark: { back: "#0d1117", text: "#f0f6fc", dim: "#9198a1", line: "#3d444d", link: "#4493f8", code: "#656c7633" },
} satisfies Record<Theme, Record<string, string>>;

const POST_COLOURS = {
  light: { back: "#ffffff", text: "#000000", dim: "#606085", line: "#c0cdd9", link: "#563acc" },
  dark: { back: "#191b22", text: "#ffffff", dim: "#9baec8", line: "#313543", link: "#858afa" },
} satisfies Record<Theme, Record<string, string>>;

/** A whole page, as wide as what is on it. */
export function pageOf(theme: Theme, title: string, body: string): string {
  const { back, text, dim, line, link, code } = COLOURS[theme];
  const post = POST_COLOURS[theme];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<style>
body { margin: 0; padding: 24px; background: ${back}; color: ${text}; font: 14px/1.5 "Liberation Sans", Arial, sans-serif; }
h2 { color: ${dim}; font-size: 12px; font-weight: normal; margin: 32px 0 8px; }
a { color: ${link}; text-decoration: none; }
.summary { border: 1px solid ${line}; border-radius: 6px; padding: 16px; max-width: 640px; overflow-wrap: anywhere; }
.summary h3 { font-size: 17.5px; margin: 0 0 16px; }
.summary h4 { font-size: 14px; margin: 24px 0 16px; }
.summary p { margin: 0 0 10px; }
.summary > :last-child { margin-bottom: 0; }
.summary blockquote { border-left: .25em solid ${line}; color: ${dim}; margin: 0 0 16px; padding: 0 1em; }
.summary details { margin-bottom: 16px; }
.summary details blockquote { margin: 8px 0 0; }
.summary code { background: ${code}; border-radius: 6px; font: 85% "Liberation Mono", monospace; padding: .2em .4em; }
.summary table { border-collapse: collapse; margin-bottom: 16px; }
.summary td, .summary th { border: 1px solid ${line}; padding: 6px 13px; text-align: left; }
.summary sub { font-size: 75%; line-height: 0; position: relative; bottom: -.25em; }
.pair { display: flex; gap: 24px; align-items: flex-start; width: 1000px; }
.pair > * { flex: 1; box-sizing: border-box; }
.post { background: ${post.back}; border: 1px solid ${post.line}; border-radius: 6px; color: ${post.text}; font-size: 15px; padding: 16px; }
.post a { color: ${post.link}; }
.post p { margin: 0 0 16px; overflow-wrap: anywhere; }
.who { display: flex; gap: 10px; align-items: center; margin-bottom: 12px; }
.face { background: ${post.link}; border-radius: 8px; color: #ffffff; font-size: 24px; height: 46px; line-height: 46px; text-align: center; width: 46px; }
.who span, .post footer { color: ${post.dim}; }
.post footer { border-top: 1px solid ${post.line}; font-size: 13px; padding-top: 10px; }
</style>
<body>
${body}
</body>
</html>
`;
}

export function summaryBlock(summary: string): string {
  return `<div class="summary">${summary.trim() || "<p>(no summary)</p>"}</div>`;
}

/** What the picture of a post takes of the Status entity that the server answered. */
export interface ShownStatus {
  /** HTML. */
  content: string;
  visibility: string;
  account: { display_name: string; acct: string };
  application: { name: string } | null;
}

/** The post as its readers see it. */
export function postBlock({ account, content, visibility, application }: ShownStatus, host: string): string {
  const { display_name: name, acct } = account;
  const footer = [visibility === "public" ? "Public" : visibility, application?.name].filter(Boolean).join(" · ");
  return `<div class="post">
<div class="who"><div class="face">${name.charAt(0).toUpperCase()}</div><div><b>${name}</b><br><span>@${acct}@${host}</span></div></div>
${content}
<footer>${footer}</footer>
</div>`;
}
