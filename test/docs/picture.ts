import { startInstance } from "../instance/server.ts";
import { runAction, source } from "../runner.ts";

/** The picture that `npm run pictures` draws, with the text that is to be seen on it. */
export async function picture(): Promise<string> {
  const instance = await startInstance();
  try {
    await runAction({
      target: source,
      inputs: { "instance-url": instance.origin, "access-token": instance.createToken() },
    });
    const [post] = instance.published();
    const words = post!.text.replaceAll('"', "&quot;").replaceAll(/\n+/g, " · ");
    return `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="docs/announcement-dark.png">
  <img alt="A post on Mastodon beside the job summary that shows it: ${words}" src="docs/announcement-light.png">
</picture>`;
  } finally {
    await instance.close();
  }
}
