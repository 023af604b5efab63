import { test } from "vitest";
import { setTimeout as wait } from "node:timers/promises";
import { startInstance } from "../../instance/server.ts";
import { consent } from "../../instance/oauth/consent.ts";
import { startGithubSecretsApi } from "../../github-secrets-api.ts";
import { entries } from "./entries.ts";
import { makeHome } from "./home.ts";
import { keys, startSession } from "./session.ts";
test("try", async () => {
  const instance = await startInstance();
  const github = await startGithubSecretsApi({ token: "ghp_x", repositories: { "me/project": 1 } });
  const home = makeHome({ remote: `http://${github.host}/me/project.git`, env: { GH_ENTERPRISE_TOKEN: "ghp_x" } });
  const session = startSession(entries[0]!, [instance.origin, "--browser"], home);
  try {
  const url = await home.opened();
  console.log(url);
  await fetch(await consent(instance, url));
  await session.sees("Shall workflows");
  console.log(session.screen());
  session.type(keys.enter);
  await session.sees("Where shall");
  await wait(300);
  console.log(session.screen());
  session.type(keys.enter);
  const end = await session.ended();
  console.log(session.screen(), JSON.stringify(end));
  console.log(JSON.stringify(session.output()));
  console.log(github.secrets, github.variables);
  } finally { console.log(session.screen()); await instance.close(); await github.close(); }
});
