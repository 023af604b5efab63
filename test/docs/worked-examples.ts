import { stringify } from "yaml";
import { startInstance } from "../instance/server.ts";
import { runAction, source } from "../runner.ts";

interface Example {
  title: string;
  /** A file of test/events, and what stands in the workflow for it. */
  event: string;
  on: string;
  inputs: Record<string, string>;
}

/** Each is run against the practice instance; what is shown is what is on the server then. */
const examples: Example[] = [
  {
    title: "A sentence of your own around the release",
    event: "release.published.undici",
    on: "a release",
    inputs: {
      status: "{{ release.title }} is out! 🎉\n\n{{ release.html_url }}\n",
    },
  },
  {
    title: "The release notes, shortened until they fit",
    event: "release.published.undici",
    on: "a release",
    inputs: {
      status:
        "{{ release.title }}\n\n{{ release.body | plain_text | fit }}\n\n{{ release.html_url }}\n\n{{ repository.topics | hashtags: 3 }}\n",
    },
  },
  {
    title: "Other words for a prerelease",
    event: "release.published.prerelease",
    on: "a prerelease",
    inputs: {
      status:
        "{% if release.prerelease %}Please test: {% endif %}{{ repository.name }} {{ release.version }}\n\n{{ release.html_url }}\n",
    },
  },
  {
    title: "The notes up to a heading",
    event: "release.published.undici",
    on: "a release",
    inputs: {
      status:
        '{{ release.body | split: "## New Contributors" | first | plain_text | fit }}\n\n{{ release.html_url }}\n',
    },
  },
  {
    title: "The first line of a commit's message",
    event: "push.commits",
    on: "a push",
    inputs: {
      status:
        '{{ event.head_commit.message | split: "\\n" | first }}, by {{ event.head_commit.author.name }}\n\n{{ event.head_commit.url }}\n',
    },
  },
  {
    title: "All commits of a push",
    event: "push.commits",
    on: "a push",
    inputs: {
      status:
        'New in {{ repository.name }}:\n{% for commit in event.commits %}\n• {{ commit.message | split: "\\n" | first }}{% endfor %}\n\n{{ event.compare }}\n',
    },
  },
  {
    title: "A new issue, its text shortened",
    event: "issues.opened",
    on: "an issue",
    inputs: {
      status:
        "Help wanted: {{ event.issue.title }}\n\n{{ event.issue.body | plain_text | fit }}\n\n{{ event.issue.html_url }}\n",
    },
  },
  {
    title: "What somebody typed who started the run by hand, with a default",
    event: "workflow_dispatch",
    on: "`workflow_dispatch`",
    inputs: {
      status: '{{ event.inputs.note | default: "Hello from the workflow" }} ({{ github.actor }})\n',
    },
  },
  {
    title: "Values of an earlier step, and a date in the language of the post",
    event: "schedule",
    on: "a schedule",
    inputs: {
      data: '{"downloads": 31000, "day": "2026-11-01"}',
      language: "de",
      status: 'Downloads seit dem {{ data.day | date: "%-d. %B" }}: {{ data.downloads }}\n\n#Statistik\n',
    },
  },
  {
    title: "A thread, where you say where it breaks",
    event: "release.published.undici",
    on: "a release",
    inputs: {
      status:
        "{{ release.title }} is out: {{ release.html_url }}\n---\nThanks to all who worked on it!\n\n{{ repository.topics | hashtags: 2 }}\n",
    },
  },
];

/** Each example with its step and what it posts. */
export async function workedExamples(): Promise<string> {
  const shown: string[] = [];
  for (const [index, example] of examples.entries()) shown.push(await show(example, index + 1));
  return shown.join("\n\n");
}

async function show({ title, event, on, inputs }: Example, number: number): Promise<string> {
  const instance = await startInstance();
  try {
    const { stdout } = await runAction({
      target: source,
      event,
      inputs: { "instance-url": instance.origin, "access-token": instance.createToken(), ...inputs },
    });
    const posts = instance.published().map(({ text }) => text);
    if (posts.length === 0) throw new Error(`“${title}” posts nothing:\n${stdout}`);
    const step = stringify(inputs, { lineWidth: 0, blockQuote: "literal" }).trim();
    return [
      `### ${number}. ${title}`,
      "```yaml",
      step,
      "```",
      `On ${on} it posts${posts.length === 1 ? "" : `, in ${posts.length} parts`}:`,
      posts.map((text) => `\`\`\`text\n${text.replaceAll("\u200c", "")}\n\`\`\``).join("\n\n"),
    ]
      .join("\n\n")
      .replaceAll(/(```yaml\n)\n/g, "$1")
      .replaceAll(/\n\n```(?=\n\nOn )/g, "\n```");
  } finally {
    await instance.close();
  }
}
