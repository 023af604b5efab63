// A stand-in for the GitHub CLI: `auth status`, `secret` and `variable` with `list` and `set`. What it knows lies in
// state.json beside calls.jsonl, to which it writes each call with its whole environment and stdin.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, env, exit, stderr, stdout } from "node:process";

const folder = env.GH_CONFIG_DIR;
const file = join(folder, "state.json");
const state = JSON.parse(readFileSync(file, "utf8"));
const args = argv.slice(2);
const [group, verb] = args;
const stdin = verb === "set" ? readFileSync(0, "utf8") : "";
appendFileSync(join(folder, "calls.jsonl"), `${JSON.stringify({ args, stdin, env })}\n`);

const failure = state.failures[`${group} ${verb}`];
if (failure !== undefined) {
  stderr.write(`${failure}\n`);
  exit(1);
}
const given = (option) => {
  const at = args.indexOf(option);
  return at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith(`${option}=`))?.slice(option.length + 1);
};
const place = [
  given("--org") ? `org ${env.GH_HOST}/${given("--org")}` : given("--repo"),
  ...["--env", "--app", "--visibility", "--repos"].map((option) => given(option) && `${option} ${given(option)}`),
].filter(Boolean);
// The options that say who may read it are of `set` alone.
const shelf = `${group}s of ${place.filter((part) => !/^--(visibility|repos)/.test(part)).join(" ")}`;

if (group === "auth") {
  if (state.hosts.includes(given("--hostname"))) exit(0);
  stderr.write(`You are not logged into any accounts on ${given("--hostname")}\n`);
  exit(1);
}
state.shelves[shelf] ??= {};
if (verb === "list") {
  for (const [name, { value }] of Object.entries(state.shelves[shelf])) {
    stdout.write(`${name}\t${group === "variable" ? `${value}\t` : ""}2026-01-01T00:00:00Z\n`);
  }
} else {
  const readers = place.filter((part) => /^--(visibility|repos)/.test(part)).join(" ");
  state.shelves[shelf][args[2]] = { value: stdin.replace(/[\r\n]+$/, ""), readers };
  writeFileSync(file, JSON.stringify(state));
}
