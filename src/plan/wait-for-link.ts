import { pause } from "../mastodon/clock.ts";
import type { Http } from "../mastodon/http.ts";
import type { Steps } from "../mastodon/plan.ts";
import { inSeconds } from "../mastodon/retry.ts";
import { getFromWeb, WebError } from "../sources/web.ts";

/** How long one answer may take, in milliseconds: a site behind a cold cache is slow, and not gone. */
const ENOUGH = 30_000;

/** What is left of the run's time for the post itself, in milliseconds. */
const RESERVE = 10_000;

/** The longest wait between two questions, in milliseconds. */
const LONGEST = 30_000;

/**
 * Waits until a page is there, so that a server that makes a preview of it finds it: Mastodon asks once, and a page that is
 * not up by then has no preview for good.
 *
 * @param http without any token
 * @throws Error with one sentence when the run's time is over, or the page must not be asked
 */
export async function* waitForLink(link: string, http: Http): Steps<void> {
  const { clock } = http;
  for (let tries = 1; ; tries += 1) {
    const { status, problem } = await ask(link, http.within(Math.min(ENOUGH, clock.left())));
    if (problem === "") {
      // A wall against bots: a server that makes a preview may be let through.
      if (status >= 400) yield { kind: "remark", sentence: `${link} answered ${status}, ${UNSEEN}` };
      return;
    }
    const wait = Math.min(2000 * 2 ** (tries - 1), LONGEST, clock.left() - RESERVE);
    if (wait > 0) yield { kind: "waiting", line: `${link}: ${problem}. Asking again in ${inSeconds(wait)}.` };
    if (wait <= 0 || !(await pause(clock, wait))) {
      throw new Error(
        `\`wait-for-link\`: ${link} is not there: ${problem}. Nothing is posted. Check the address; if the site takes longer to publish, raise \`timeout\`, or run this step after that.`,
      );
    }
  }
}

const UNSEEN = "so `wait-for-link` cannot see whether the page is there. The post did not wait for it.";

/** What is wrong with a page, as a clause; empty for one that is there. */
async function ask(link: string, http: Http): Promise<{ status: number; problem: string }> {
  try {
    const { status } = await getFromWeb(http, link, "text/html, */*;q=0.8");
    const isMissing = status === 404 || status === 410 || status >= 500;
    return { status, problem: isMissing ? `the server answered ${status}` : "" };
  } catch (error) {
    if (error instanceof WebError && error.isForNow) return { status: 0, problem: error.message };
    throw new Error(
      `\`wait-for-link\`: ${link} cannot be asked: ${(error as Error).message}. Correct the link, or leave \`wait-for-link\` out.`,
    );
  }
}
