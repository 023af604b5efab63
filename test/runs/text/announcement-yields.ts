import { scenario } from "../../scenario.ts";

const repository = {
  full_name: "octo/hello",
  name: "hello",
  html_url: "https://github.com/octo/hello",
  // GitHub allows 350 characters.
  description:
    "A command line tool and library that says hello, and goodbye, in four hundred languages and scripts, with plural forms, politeness levels and time zones, reads greetings from files, pipes, mailboxes and message queues, and writes them as plain text, Markdown, HTML, JSON, speech or Morse code, on Linux, macOS, Windows, and any microcontroller with 64 KB.",
  topics: ["internationalization", "natural-language-generation", "command-line-interface", "text-to-speech"],
};
const release = {
  tag_name: "v12.0.0-beta.3",
  name: "The one with the Klingon greetings, and a parser that was written anew",
  html_url: "https://github.com/octo/hello/releases/tag/v12.0.0-beta.3",
};

export default scenario({
  what: "The default announcement is too long: the repository's description yields, the link and the hashtags stay.",
  files: { "event.json": JSON.stringify({ action: "published", release, repository }) },
  env: { GITHUB_EVENT_PATH: "event.json", GITHUB_REPOSITORY: "octo/hello" },
});
