import type { Http } from "../mastodon/http.ts";
import { masked } from "../mastodon/masking.ts";
import { withoutSecrets } from "../secrets.ts";
import type { Terminal } from "./terminal.ts";

/** The same connections and the same terminal, but whatever travels as a secret is never said. */
export function masking(terminal: Terminal, http: Http): { terminal: Terminal; http: Http } {
  const secrets = new Set<string>();
  const quiet = (text: string) => withoutSecrets(text, secrets);
  return {
    http: masked(http, secrets),
    terminal: {
      ...terminal,
      say: (text) => terminal.say(quiet(text)),
      ask: (question, initial) => terminal.ask(quiet(question), initial),
      askSecret: (question) => terminal.askSecret(quiet(question)),
      confirm: (question, initial) => terminal.confirm(quiet(question), initial),
      choose: (question, options) =>
        terminal.choose(
          quiet(question),
          options.map((option) => ({ ...option, label: quiet(option.label) })),
        ),
    },
  };
}
