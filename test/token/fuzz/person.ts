import { CancelledError, type Terminal } from "../../../src/token/terminal.ts";
import { consent } from "../../instance/oauth/consent.ts";
import type { PracticeInstance } from "../../instance/server.ts";
import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { Secrets } from "./secrets.ts";

/** What somebody knows who sits at the terminal. */
export interface Knowledge {
  instance: PracticeInstance;
  account: { password: string; twoFactor: string | null };
  /** For `check` and `revoke`. */
  token: string;
  clientId: string;
  clientSecret: string;
  githubToken: string;
  forgejoToken: string;
  /** Repositories to name. */
  places: readonly string[];
}

export interface Person {
  /** Answers a question, now and then with nonsense, or leaves. */
  answer(question: string, said: string): Promise<string>;
  confirms(question: string): boolean;
  chooses(labels: readonly string[]): number;
  /** Goes to an address in a browser, and through the server's page; the way back is walked, too. */
  browse(url: string): Promise<void>;
}

/** More questions than any run has that does not go round in circles. */
const PATIENCE = 25;

export function person(knowledge: Knowledge, secrets: Secrets, random: Random): Person {
  const { instance, account, token, clientId, clientSecret, githubToken, forgejoToken, places } = knowledge;
  let asked = 0;
  function mayLeave(): void {
    asked += 1;
    if (asked > PATIENCE || random.chance(0.03)) throw new CancelledError();
  }

  /** Where the server sends the browser, or the code that its page shows; empty where it ends otherwise. */
  async function walk(url: string): Promise<string> {
    const twoFactor = account.twoFactor === null ? {} : { twoFactor: account.twoFactor };
    const options = { password: account.password, ...twoFactor, deny: random.chance(0.08) };
    try {
      return await consent(instance, url, options);
    } catch {
      return "";
    }
  }

  async function codeFrom(said: string): Promise<string> {
    const [url] = [...said.matchAll(/^ {2}(https?:\S+)$/gm)].map(([, address = ""]) => address).slice(-1);
    const right = url === undefined ? "" : await walk(url);
    const code = right || random.word(24);
    secrets.add("code", /[?&]code=([^&]+)/.exec(code)?.[1] ?? /^[\w.~-]+(?=$|&)/.exec(code)?.[0]);
    return random.chance(0.1) ? random.pick([`https://x.example/?code=${code}&state=other`, `"${code}"`, ""]) : code;
  }

  const wrong = (kind: "password" | "GitHub token" | "Forgejo token" | "client secret") => {
    const value = random.word(20);
    secrets.add(kind, value);
    return value;
  };
  const mostly = (right: string, otherwise: () => string) => (random.chance(0.85) ? right : otherwise());

  return {
    async answer(question, said) {
      mayLeave();
      if (/Which instance/.test(question)) return instance.origin;
      if (/Paste it here/.test(question)) return codeFrom(said);
      if (/^Password/.test(question)) return mostly(account.password, () => wrong("password"));
      if (/^E-mail address/.test(question)) return random.pick(["poster@mail.example", "poster"]);
      if (/^What is the access token/.test(question)) return token;
      if (/^What is the client id/.test(question)) return random.pick([clientId, clientId, ""]);
      if (/^And its client secret/.test(question)) return mostly(clientSecret, () => wrong("client secret"));
      if (/^Token for/.test(question)) {
        const isForgejo = places.some((place) => place.endsWith("#Forgejo") && question.includes(place.split("/")[0]!));
        return mostly(isForgejo ? forgejoToken : githubToken, () =>
          wrong(isForgejo ? "Forgejo token" : "GitHub token"),
        );
      }
      if (/^Which repository/.test(question)) return random.pick(places).replace(/#.*/, "");
      if (/^What is the application called/.test(question)) return "Our forge";
      if (/redirect URI/.test(question)) return "https://forge.example/callback";
      throw new Error(`The fuzz knows no answer to: ${question}`);
    },
    confirms() {
      mayLeave();
      return random.chance(0.8);
    },
    chooses(labels) {
      mayLeave();
      return labels.indexOf(random.pick(labels));
    },
    async browse(url) {
      const redirectUri = new URL(url).searchParams.get("redirect_uri") ?? "";
      const { state, ...others } = Object.fromEntries(new URL(url).searchParams);
      const address = new URL(
        (await walk(url)) || `${redirectUri}?error=server_error&state=${state}&x=${others.scope}`,
      );
      const code = address.searchParams.get("code");
      secrets.add("code", code);
      // A tab of another login; the right one comes afterwards.
      if (random.chance(0.1)) {
        const stray = new URL(address);
        stray.searchParams.set("state", "other");
        await fetch(stray).then((answer) => answer.text());
      }
      if (random.chance(0.1)) {
        address.searchParams.set("error", random.pick(["server_error", "invalid_scope", code ?? "none"]));
        address.searchParams.set("error_description", `It was ${code}`);
      }
      await fetch(address).then((answer) => answer.text());
    },
  };
}

/** A terminal before which the person sits. */
export interface WatchedTerminal extends Terminal {
  stdout(): string;
  stderr(): string;
}

export function watchedTerminal(someone: Person, { interactive }: Plan, stdin: string): WatchedTerminal {
  const out: string[] = [];
  const err: string[] = [];
  async function ask(question: string): Promise<string> {
    if (!interactive) throw new Error(`There is no terminal to ask in: ${question}`);
    err.push(question);
    return (await someone.answer(question, err.join("\n"))).trim();
  }
  return {
    interactive,
    piped: !interactive,
    say: (text) => void err.push(text),
    // What is meant to be seen; a test in a terminal shows that it is.
    reveal: () => {},
    show: (text) => void out.push(text),
    print: (text) => void out.push(text),
    ask,
    askSecret: (question) => ask(question),
    async confirm(question) {
      if (!interactive) throw new Error(`There is no terminal to ask in: ${question}`);
      err.push(question);
      return someone.confirms(question);
    },
    async choose(question, options) {
      if (!interactive) throw new Error(`There is no terminal to ask in: ${question}`);
      err.push(question, ...options.flatMap(({ label, hint = "" }) => [label, hint]));
      return options[someone.chooses(options.map(({ label }) => label))]!.value;
    },
    readStdin: async () => stdin.trim(),
    stdout: () => out.map((text) => `${text}\n`).join(""),
    stderr: () => err.map((text) => `${text}\n`).join(""),
  };
}
