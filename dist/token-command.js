const require_rolldown_runtime = require("./rolldown-runtime.js");
const require_mastodon = require("./mastodon.js");
const require_vendor = require("./vendor.js");
const require_vendor_open = require("./vendor-open.js");
const require_vendor_sealed_box = require("./vendor-sealed-box.js");
let node_http = require("node:http");
let node_stream = require("node:stream");
let node_util = require("node:util");
let node_crypto = require("node:crypto");
let node_path = require("node:path");
let node_fs = require("node:fs");
let node_timers_promises = require("node:timers/promises");
let node_child_process = require("node:child_process");
// src/token/environment.ts
function readEnvironment(env = process.env, platform = process.platform, exists = node_fs.existsSync) {
	const all = { ...env };
	const of = (name) => all[name] ?? "";
	return {
		proxies: require_mastodon.proxiesIn(env),
		colours: of("NO_COLOR") === "" && of("TERM") !== "dumb",
		noBrowser: whyNoBrowser(of, platform, exists),
		folder: of("INIT_CWD") || process.cwd(),
		calledAs: calledAs(of),
		githubToken: of("GH_TOKEN") || of("GITHUB_TOKEN"),
		githubHost: of("GH_HOST"),
		forgejoToken: of("FORGEJO_TOKEN") || of("GITEA_TOKEN"),
		variable: of
	};
}
function calledAs(of) {
	if (of("npm_command") === "exec") return `npx github:${require_mastodon.repository}`;
	return of("npm_command") === "run-script" ? `npm run ${of("npm_lifecycle_event")} --` : "mastodon-token";
}
function forgetSecrets(env = process.env) {
	for (const name of Object.keys(env)) if (/TOKEN|SECRET|PASSW|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY/i.test(name)) delete env[name];
}
function whyNoBrowser(of, platform, exists) {
	if (of("SSH_CONNECTION") || of("SSH_TTY") || of("SSH_CLIENT")) return "over SSH";
	if ([
		"container",
		"REMOTE_CONTAINERS",
		"CODESPACES",
		"GITPOD_WORKSPACE_ID",
		"KUBERNETES_SERVICE_HOST"
	].some(of) || ["/.dockerenv", "/run/.containerenv"].some(exists)) return "in a container";
	const isUnix = !["darwin", "win32"].includes(platform);
	const hasDisplay = of("DISPLAY") || of("WAYLAND_DISPLAY") || of("WSL_DISTRO_NAME") || of("TERMUX_VERSION");
	return isUnix && !hasDisplay ? "without a display" : "";
}
const exitCode = {
	done: 0,
	failed: 1,
	wrongUse: 2,
	declined: 3,
	cancelled: 130
};
async function givenToken(variable, context) {
	const { terminal } = context;
	if (variable !== "") return plainToken(namedVariable(variable, context), variable);
	if (terminal.interactive) return plainToken(await terminal.askSecret("What is the access token?"), "the answer");
	return plainToken(await terminal.readStdin(), "stdin");
}
function namedVariable(name, { environment }) {
	const value = environment.variable(name).trim();
	if (value === "") throw new Error(`The environment variable ${name} is empty or not set. Check its name.`);
	return value;
}
function plainToken(text, source) {
	const token = text.trim().replace(/^(?:authorization: *)?bearer +/i, "");
	if (token === "") throw new Error(`There is no token in ${source}. Pipe it to stdin, or name the variable that holds it with --token-env.`);
	if (/\s/.test(token)) throw new Error(`What is in ${source} has white space inside, which no token has. Copy the token again.`);
	if (/[^\x21-\x7e]/.test(token)) throw new Error(`What is in ${source} holds a character that no token has, perhaps an invisible one. Copy the token again.`);
	return token;
}
// src/token/terminal.ts
var CancelledError = class extends Error {
	constructor() {
		super("Cancelled.");
	}
};
async function askUntil({ ask, say }, question, problemWith) {
	for (;;) {
		const answer = await ask(question);
		const problem = problemWith(answer);
		if (problem === "") return answer;
		say(problem);
	}
}
const COLUMNS = 80;
function openTerminal({ colours, calledAs }) {
	const named = (text) => require_mastodon.harmless(text.replaceAll(/\bmastodon-token(?= [@[A-Za-z-])/g, calledAs));
	const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true;
	for (const stream of [
		process.stdin,
		process.stdout,
		process.stderr
	]) stream.on("error", () => {});
	async function answerTo(question, ask) {
		if (!interactive) throw new Error(`There is no terminal to ask in: ${question} Give the answer as an option; see --help.`);
		const clack = await Promise.resolve().then(() => require("./vendor-prompts.js")).then((n) => n.dist_exports);
		const left = new AbortController();
		const onKey = (_text, key) => {
			if (key?.ctrl && key.name === "d") left.abort();
		};
		process.stdin.on("keypress", onKey);
		try {
			const output = colours ? process.stderr : colourless(process.stderr);
			const answer = await ask(clack, {
				message: named(question),
				output,
				withGuide: true,
				signal: left.signal
			});
			if (clack.isCancel(answer)) throw new CancelledError();
			return answer;
		} finally {
			process.stdin.off("keypress", onKey);
		}
	}
	return {
		interactive,
		piped: process.stdout.isTTY !== true,
		say: (text) => void process.stderr.write(`${wrapped(named(text), process.stderr.columns ?? Infinity)}\n`),
		reveal: (text) => void process.stderr.write(`${require_mastodon.harmless(text)}\n`),
		show: (text) => void process.stdout.write(`${wrapped(named(text), process.stdout.columns ?? COLUMNS)}\n`),
		print: (text) => void process.stdout.write(`${text}\n`),
		async ask(question) {
			return (await answerTo(question, ({ text }, common) => text(common)) ?? "").trim();
		},
		async askSecret(question) {
			return (await answerTo(question, ({ password }, common) => password(common)) ?? "").trim();
		},
		confirm: (question, initial = true) => answerTo(question, ({ confirm }, common) => confirm({
			...common,
			initialValue: initial
		})),
		async choose(question, options) {
			const shown = options.map(({ label, hint }, value) => ({
				value,
				label: named(label),
				...hint === void 0 ? {} : { hint: named(hint) }
			}));
			return options[await answerTo(question, ({ select }, common) => select({
				...common,
				options: shown
			}))].value;
		},
		async readStdin() {
			const chunks = [];
			for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
			return Buffer.concat(chunks).toString("utf8").trim();
		}
	};
}
function masking(terminal, http) {
	const secrets = /* @__PURE__ */ new Set();
	const quiet = (text) => require_mastodon.withoutSecrets(text, secrets);
	return {
		http: require_mastodon.masked(http, secrets),
		terminal: {
			...terminal,
			say: (text) => terminal.say(quiet(text)),
			show: (text) => terminal.show(quiet(text)),
			ask: (question) => terminal.ask(quiet(question)),
			askSecret: (question) => terminal.askSecret(quiet(question)),
			confirm: (question, initial) => terminal.confirm(quiet(question), initial),
			choose: (question, options) => terminal.choose(quiet(question), options.map((option) => ({
				...option,
				label: quiet(option.label)
			})))
		}
	};
}
function colourless(stream) {
	const output = new node_stream.Writable({
		decodeStrings: false,
		write(chunk, _encoding, done) {
			stream.write(String(chunk).replace(/\u001b\[[\d;]*m/g, ""));
			done();
		}
	});
	return Object.assign(output, {
		columns: stream.columns,
		rows: stream.rows
	});
}
function wrapped(text, columns) {
	return text.split("\n").map((line) => {
		const [head = ""] = /^(?: *\S+(?: \S+)* {2,}| *\d+\. +)(?=\S)/.exec(line) ?? [];
		return line.startsWith(" ") && head === "" ? line : breakAtWords(line, head, columns);
	}).join("\n");
}
const NARROWEST = 20;
function breakAtWords(line, head, columns) {
	const indent = " ".repeat(columns - head.length >= NARROWEST ? head.length : Math.min(4, head.length));
	const [first = "", ...words] = line.slice(head.length).split(" ");
	let room = columns - head.length - first.length;
	return words.reduce((broken, word) => {
		const fits = word.length < room;
		room = (fits ? room - 1 : columns - indent.length) - word.length;
		return `${broken}${fits ? " " : `\n${indent}`}${word}`;
	}, head + first);
}
// src/token/find-server.ts
const TIMEOUT$5 = 2e4;
async function findServer(given, { http, terminal }, question = "Which instance? Its address:") {
	const typed = given || await askUntil(terminal, question, problemWith$1);
	const address = require_mastodon.parseAddress(typed);
	const search = require_mastodon.openClient(address.origin, "", http.within(TIMEOUT$5));
	const origin = await require_mastodon.findInstance(search.probe, address);
	if (origin === null) throw await whyNone(search, http.proxyOf(new URL(address.origin)));
	const { probe } = require_mastodon.openClient(origin, "", http.within(TIMEOUT$5));
	const { document } = await require_mastodon.whatIsAt(probe, origin);
	const software = await require_mastodon.softwareAt(probe, origin);
	const version = software?.version || textOf(document?.version);
	const title = textOf(document?.title);
	const name = software?.name.toLowerCase() ?? null;
	terminal.say([
		`Found ${origin}`,
		title,
		[name ?? "a server with Mastodon's API", version].filter(Boolean).join(" ")
	].filter(Boolean).join(" · "));
	if (origin !== address.origin) terminal.say(`(${new URL(address.origin).host} sends there; the API answers at ${new URL(origin).host}.)`);
	return {
		client: require_mastodon.openClient(origin, "", http),
		origin,
		software: name,
		version,
		document,
		typed
	};
}
function problemWith$1(answer) {
	try {
		require_mastodon.parseAddress(answer);
		return "";
	} catch (error) {
		return error.message;
	}
}
async function whyNone(client, proxy) {
	const { host } = new URL(client.origin);
	try {
		await client.call("GET", "/api/v2/instance");
	} catch (error) {
		if (!(error instanceof require_mastodon.MastodonError)) throw error;
		return error.failure.cause?.name === "TimeoutError" ? silence(host, proxy) : require_mastodon.diagnose(error, client, { reader: "at a terminal" });
	}
	return /* @__PURE__ */ new Error(`${host} is not a Mastodon instance. Give the address of the server that the account is on.`);
}
function silence(host, proxy) {
	const way = proxy === "" ? "a firewall on the way" : `the proxy ${new URL(proxy).host}`;
	return /* @__PURE__ */ new Error(`${host} gave no answer in ${require_mastodon.formatDuration(TIMEOUT$5)}. The address is wrong, the server is down, or ${way} holds the connection. Check that a browser on this machine can open it, and try again.`);
}
function textOf(value) {
	return typeof value === "string" ? value.replace(/\s+/g, " ").trim().slice(0, 80) : "";
}
// src/token/app.ts
const DEFAULT_SCOPES = "read";
async function registerApp(options, context) {
	const { terminal, http } = context;
	const { origin } = await findServer(options.instance, context);
	const name = options.name || await askUntil(terminal, "What is the application called? People see it.", problemWithName$1);
	const redirectUri = options.redirectUri || await askUntil(terminal, "Where does the server send people back to? The redirect URI:", problemWithUris);
	const redirectUris = urisIn(redirectUri);
	const problem = problemWithName$1(name) || problemWithUris(redirectUri) || problemWithWebsite(options.website);
	if (problem !== "") throw new Error(problem);
	const server = await require_mastodon.readMetadata(http, origin);
	const scopes = options.scopes || DEFAULT_SCOPES;
	const { clientId, clientSecret } = await require_mastodon.registerApplication(http, server, {
		name,
		website: options.website,
		redirectUri: redirectUris.join("\n"),
		scopes
	});
	if (!/^[\x20-\x7e]+$/.test(clientId + clientSecret)) throw new Error(`${origin} gave an id or a secret that nobody could use. Tell its admins.`);
	const profile = `${origin}${require_mastodon.VERIFY}`;
	terminal.say(`Registered “${name}” at ${origin}, scopes: ${scopes}, redirect: ${redirectUris.join(", ")}.`);
	if (options.json) {
		const document = {
			name,
			website: options.website,
			client_id: clientId,
			client_secret: clientSecret,
			redirect_uris: redirectUris,
			scopes: scopes.split(" "),
			authorization_endpoint: server.authorization,
			token_endpoint: server.token,
			profile_endpoint: profile
		};
		terminal.print(JSON.stringify(document, null, 2));
		return exitCode.done;
	}
	terminal.say(`Where its addresses are asked for:\n  authorize ${server.authorization}\n  token     ${server.token}\n  profile   ${profile}`);
	terminal.say("The secret is shown once, and works like a password:");
	terminal.print(`client_id: ${clientId}\nclient_secret: ${clientSecret}`);
	return exitCode.done;
}
function urisIn(text) {
	return text.split(/[\s,]+/).filter((uri) => uri !== "");
}
function problemWithName$1(name) {
	if (name === "") return "An application needs a name.";
	return [...name].length > 60 ? "The name is longer than 60 characters, which servers refuse." : "";
}
function problemWithUris(text) {
	const uris = urisIn(text);
	const wrong = uris.find((uri) => !isRedirectUri(uri));
	if (wrong === void 0 && uris.length > 0) return "";
	return `${wrong === void 0 ? "An application needs a redirect URI." : `${wrong.slice(0, 200)} is not a redirect URI.`} It must be a whole URL without #, such as https://git.example.org/user/oauth2/mastodon/callback`;
}
function problemWithWebsite(website) {
	const isAddress = URL.canParse(website) && /^https?:$/.test(new URL(website).protocol);
	return website === "" || isAddress ? "" : "--website is a whole address, such as https://example.org";
}
function isRedirectUri(uri) {
	return URL.canParse(uri) && !uri.includes("#") && !/^(data|vbscript|javascript):/i.test(uri);
}
// src/token/arguments.ts
var UsageError = class extends Error {};
const commands = [
	"login",
	"app",
	"check",
	"revoke"
];
const text = { type: "string" };
const list = {
	type: "string",
	multiple: true
};
const flag = { type: "boolean" };
const optionsOf = {
	login: {
		name: text,
		with: list,
		scopes: text,
		browser: flag,
		"no-browser": flag,
		account: text,
		password: flag,
		timeout: text,
		repo: text,
		env: text,
		org: text,
		"org-visibility": text,
		repos: list,
		dependabot: flag,
		"url-as": text,
		"secret-name": text,
		"variable-name": text,
		print: flag,
		yes: flag
	},
	app: {
		name: text,
		website: text,
		scopes: text,
		"redirect-uri": text,
		json: flag
	},
	check: {
		"token-env": text,
		json: flag
	},
	revoke: {
		"token-env": text,
		"client-id": text,
		"client-secret-env": text,
		yes: flag
	}
};
const common = {
	help: {
		...flag,
		short: "h"
	},
	version: {
		...flag,
		short: "v"
	}
};
const secretOptions = {
	token: "Pipe the token to stdin, type it at the prompt, or name the variable that holds it with --token-env",
	"access-token": "Pipe the token to stdin, type it at the prompt, or name the variable that holds it with --token-env",
	password: "Give --password alone: the password is asked for and not shown",
	"client-secret": "It is asked for and not shown, or name the variable that holds it with --client-secret-env",
	secret: "It is asked for and not shown",
	code: "It is asked for and not shown"
};
const DEFAULT_TIMEOUT = 3e5;
function readArguments(argv) {
	const every = {
		...common,
		...optionsOf.login,
		...optionsOf.app,
		...optionsOf.check,
		...optionsOf.revoke
	};
	const { values, positionals, tokens } = (0, node_util.parseArgs)({
		args: [...argv],
		options: every,
		strict: false,
		allowPositionals: true,
		tokens: true
	});
	const [first = ""] = positionals;
	if (first === "help") return {
		command: "help",
		topic: commandNamed(positionals[1] ?? "")
	};
	const command = commandNamed(first);
	if (values.help) return {
		command: "help",
		topic: command
	};
	if (values.version || first === "version") return { command: "version" };
	for (const token of tokens) if (token.kind === "option") checkOption(token, command || "login");
	if (command === "") refuseMisspelledCommand(first);
	const rest = command === "" ? positionals : positionals.slice(1);
	if (rest.length > 1) throw new UsageError(`One address is enough, but there are ${rest.length} arguments. Is one of them an option's?`);
	const [instance = ""] = rest;
	if (/^[\w-]{30,}$/.test(instance)) throw new UsageError(`That looks like a token. ${secretOptions.token}. This one is in your shell's history now.`);
	return optionsFor(command || "login", instance, values);
}
function commandNamed(name) {
	return commands.find((command) => command === name) ?? "";
}
function refuseMisspelledCommand(word) {
	const near = /^[a-z]+$/i.test(word) ? require_vendor.closestMatch(word.toLowerCase(), commands, { maxDistance: 2 }) : void 0;
	if (near) throw new UsageError(`There is no command ${word}. Did you mean \`${near}\`?`);
}
function checkOption({ name, rawName, value }, command) {
	const own = {
		...common,
		...optionsOf[command]
	};
	const option = Object.hasOwn(own, name) ? own[name] : void 0;
	const cure = Object.hasOwn(secretOptions, name) ? secretOptions[name] : void 0;
	if (cure && (!option || value !== void 0)) throw new UsageError(`${rawName} takes no secret, since arguments stay in the shell's history. ${cure}.`);
	if (!option) throw new UsageError(unknownOption(name, rawName, command, Object.keys(own)));
	if (option.type === "string" && (value === void 0 || value === "")) throw new UsageError(`${rawName} needs a value. See mastodon-token ${command} --help.`);
	if (option.type === "boolean" && value !== void 0) throw new UsageError(`${rawName} takes no value.`);
}
function unknownOption(name, rawName, command, known) {
	const owner = commands.find((other) => Object.hasOwn(optionsOf[other], name));
	if (owner) return `${rawName} is an option of ${owner}, not of ${command}.`;
	const near = require_vendor.closestMatch(name, known, { maxDistance: Math.max(1, Math.floor(name.length / 3)) });
	return `There is no option ${rawName}. ${near ? `Did you mean --${near}?` : `See mastodon-token ${command} --help.`}`;
}
function optionsFor(command, instance, values) {
	const of = (name) => typeof values[name] === "string" ? values[name].trim() : "";
	const has = (name) => values[name] === true;
	const all = (name) => [values[name] ?? []].flat().flatMap((value) => String(value).split(/[\s,]+/)).filter((value) => value !== "");
	switch (command) {
		case "app": return {
			command,
			instance,
			name: of("name"),
			website: of("website"),
			scopes: scopesIn(of("scopes")),
			redirectUri: of("redirect-uri"),
			json: has("json")
		};
		case "check": return {
			command,
			instance,
			tokenEnv: of("token-env"),
			json: has("json")
		};
		case "revoke": return {
			command,
			instance,
			tokenEnv: of("token-env"),
			clientId: of("client-id"),
			clientSecretEnv: of("client-secret-env"),
			yes: has("yes")
		};
		case "login": return checked({
			command,
			instance,
			name: of("name"),
			with: all("with").map((name) => oneOf("--with", name, ["duplicate-check", "pin"])),
			scopes: scopesIn(of("scopes")),
			browser: has("browser") ? true : has("no-browser") ? false : null,
			account: of("account"),
			password: has("password"),
			timeout: of("timeout") === "" ? DEFAULT_TIMEOUT : durationIn(of("timeout")),
			repo: of("repo"),
			env: of("env"),
			org: of("org"),
			orgVisibility: of("org-visibility") === "" ? "" : oneOf("--org-visibility", of("org-visibility"), [
				"all",
				"private",
				"selected"
			]),
			repos: all("repos"),
			dependabot: has("dependabot"),
			urlAs: of("url-as") === "" ? "variable" : oneOf("--url-as", of("url-as"), ["variable", "secret"]),
			secretName: of("secret-name") || "MASTODON_ACCESS_TOKEN",
			variableName: of("variable-name") || "MASTODON_URL",
			print: has("print"),
			yes: has("yes")
		}, has("browser") && has("no-browser"));
	}
}
function checked(options, bothBrowsers) {
	const { repo, org, env, repos, orgVisibility, print, scopes, name } = options;
	const clash = [
		[bothBrowsers, "--browser and --no-browser contradict each other. Leave out one of them."],
		[repo !== "" && org !== "", "--repo and --org name two places. Give one of them."],
		[env !== "" && org !== "", "--env is of a repository, not of an organization. Give --repo with it."],
		[org === "" && (repos.length > 0 || orgVisibility !== ""), "--repos and --org-visibility need --org."],
		[orgVisibility === "selected" && repos.length === 0, "--org-visibility selected needs --repos, the repositories that may read it."],
		[repos.length > 0 && !["", "selected"].includes(orgVisibility), "--repos goes with --org-visibility selected."],
		[print && (repo !== "" || org !== ""), "--print stores nothing. Leave out --repo and --org, or --print."],
		[scopes !== "" && options.with.length > 0, "--scopes says it all. Leave out --with, or --scopes."],
		[[...name].length > 60, "--name is longer than 60 characters, which servers refuse."]
	].find(([is]) => is);
	if (clash) throw new UsageError(clash[1]);
	return options;
}
function oneOf(option, value, allowed) {
	const found = allowed.find((name) => name === value);
	if (found !== void 0) return found;
	throw new UsageError(`${option} is ${`${allowed.slice(0, -1).join(", ")} or ${allowed.at(-1)}`}, not ${value.slice(0, 60)}.`);
}
function scopesIn(value) {
	const scopes = [...new Set(value.split(/[\s,+]+/).filter((scope) => scope !== ""))];
	const wrong = scopes.find((scope) => !/^[a-z_]+(:[a-z_]+)*$/.test(scope));
	if (wrong) throw new UsageError(`--scopes holds ${wrong.slice(0, 60)}, which is not a scope. Scopes look like write:statuses.`);
	return scopes.join(" ");
}
function durationIn(value) {
	const milliseconds = require_mastodon.parseDuration(value);
	if (milliseconds !== null && milliseconds >= 1e3 && milliseconds <= 864e5) return milliseconds;
	throw new UsageError(`--timeout is a duration from 1s to 24h, such as 90s or "5 minutes", not ${value.slice(0, 60)}.`);
}
// src/token/wanted-scopes.ts
const POSTING = [
	"write:statuses",
	"write:media",
	"profile"
];
const EXTRAS = {
	"duplicate-check": "read:statuses",
	pin: "write:accounts"
};
function wantedScopes(options) {
	if (options.scopes !== "") return options.scopes;
	return [.../* @__PURE__ */ new Set([...POSTING, ...options.with.map((extra) => EXTRAS[extra])])].join(" ");
}
function scopeFallbacks(wanted, software, announced) {
	const words = wanted.split(" ");
	const older = words.map((scope) => scope === "profile" ? "read:accounts" : scope);
	const fallbacks = [...new Set([
		words,
		older,
		coarse(words)
	].map((scopes) => [...new Set(scopes)].join(" ")))];
	if (announced && announced.length > 0) {
		const possible = fallbacks.filter((scopes) => scopes.split(" ").every((scope) => announced.includes(scope)));
		if (possible.length > 0) return possible;
	}
	const { scopes: known } = require_mastodon.softwareNamed(software);
	if (known === "coarse") return fallbacks.slice(-1);
	return known === "without profile" ? fallbacks.slice(words.includes("profile") ? 1 : 0) : fallbacks;
}
function coarse(scopes) {
	const tops = scopes.map((scope) => scope === "profile" ? "read" : scope.replace(/:.*/, ""));
	return [
		"read",
		"write",
		...tops
	].filter((scope, index, all) => tops.includes(scope) && all.indexOf(scope) === index);
}
function missingScopes(wanted, granted) {
	const has = granted.split(/[\s,]+/);
	return wanted.split(" ").filter((scope) => !require_mastodon.hasScope(has, scope));
}
async function whyReadStatuses(client, software, document) {
	const { host } = new URL(client.origin);
	if (!require_mastodon.softwareNamed(software).keysIn("").kept) return software === "" ? `${host} does not say what software it runs, so it may not recognise a repeated request.` : `${host} runs ${software}, which is not known to recognise a repeated request.`;
	return document === null || await isListClosed(client, document) ? `${host} shows an account's posts to its own users alone.` : "";
}
async function isListClosed(client, document) {
	const { id } = require_mastodon.asObject(require_mastodon.asObject(document.contact).account ?? document.contact_account);
	if (typeof id !== "string" || id === "") return false;
	const path = `/api/v1/accounts/${encodeURIComponent(id)}/statuses?limit=1`;
	const answer = await client.probe(new URL(path, client.origin));
	return answer !== null && [401, 403].includes(answer.status) && require_mastodon.parseJson(answer.text) !== void 0;
}
var ScopesRefusedError = class extends Error {};
async function tryScopes(fallbacks, server, { terminal }, attempt) {
	const { host } = new URL(server.origin);
	for (const [index, scopes] of fallbacks.entries()) {
		const next = fallbacks[index + 1];
		try {
			return await attempt(scopes);
		} catch (error) {
			if (!(error instanceof ScopesRefusedError) || next === void 0) throw error;
			terminal.say(error.message);
			const why = /(^| )write( |$)/.test(next) ? "ATTENTION: this allows far more than posting, but it is all the server may know" : "";
			terminal.say([`Asking ${host} for “${next}” instead of “${scopes}”.`, why].filter(Boolean).join(" "));
		}
	}
	throw new Error("There are no scopes to ask for.");
}
const FIELDS = [
	[/name/i, "Give another name with --name."],
	[/website/i, "It is the address of the repository: give another one with --repo."],
	[/redirect/i, "Take the other way: with --no-browser, or without it."]
];
async function register({ http }, server, application) {
	try {
		return await require_mastodon.registerApplication(http, server, application);
	} catch (error) {
		if (!(error instanceof require_mastodon.OAuthError) || ![400, 422].includes(error.status)) throw error;
		const { message, sentence } = error;
		const cure = /scope/i.test(sentence) ? void 0 : FIELDS.find(([words]) => words.test(sentence))?.[1];
		throw cure === void 0 ? new ScopesRefusedError(message) : /* @__PURE__ */ new Error(`${message} ${cure}`);
	}
}
// src/token/callback.ts
async function listenForCallback() {
	let waiting = null;
	let host = "";
	const server = (0, node_http.createServer)((request, response) => {
		const refusal = refusalOf(request, host);
		if (refusal !== 0) return send(response, refusal, NOTHING_HERE);
		const { searchParams } = new URL(request.url ?? "/", `http://${host}`);
		const brought = waiting && readAnswer(searchParams, waiting.state);
		if (!brought) return send(response, 200, ANOTHER_LOGIN);
		send(response, 200, wordsFor(brought));
		const { settle } = waiting;
		response.once("close", () => settle(brought));
	});
	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(0, "127.0.0.1", resolve);
	});
	host = `127.0.0.1:${server.address().port}`;
	return {
		redirectUri: `http://${host}/callback`,
		answer: (state, timeout) => new Promise((resolve) => {
			const timer = setTimeout(() => settle(null), timeout);
			const settle = (answer) => {
				clearTimeout(timer);
				waiting = null;
				resolve(answer);
			};
			waiting = {
				state,
				settle
			};
		}),
		async close() {
			waiting?.settle(null);
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeIdleConnections();
			const impatient = setTimeout(() => server.closeAllConnections(), 500);
			await closed;
			clearTimeout(impatient);
		}
	};
}
function refusalOf({ method, url = "/", headers }, host) {
	if (headers.host !== host) return 421;
	if (method !== "GET") return 405;
	return /^\/callback(\?|$)/.test(url) ? 0 : 404;
}
function readAnswer(parameters, state) {
	const error = parameters.get("error") ?? "";
	const returned = parameters.get("state");
	if (!(returned === null ? error !== "" : isSame(returned, state))) return null;
	if (error === "access_denied") return { kind: "denied" };
	const sentence = (parameters.get("error_description") ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
	if (error !== "") return {
		kind: "error",
		error: error.slice(0, 60),
		sentence
	};
	const code = parameters.get("code") ?? "";
	return code === "" ? null : {
		kind: "code",
		code
	};
}
var DeclinedError = class extends Error {};
function refusedBy(host, answer) {
	if (answer.kind === "denied") return new DeclinedError(`Nothing was allowed on ${host}, so there is no token. To start again: mastodon-token login ${host}`);
	const { error, sentence } = answer;
	const said = (sentence === "" ? error : `${error}: ${sentence}`).replaceAll(/[\w-]{20,}/g, "***");
	if (error === "invalid_scope") return new ScopesRefusedError(`${host} does not allow these scopes (“${said}”).`);
	return /* @__PURE__ */ new Error(`${host} sent the browser back with “${said}”. Start again; --no-browser takes another way.`);
}
function isSame(one, other) {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && (0, node_crypto.timingSafeEqual)(a, b);
}
const NOTHING_HERE = [
	"✕",
	"There is nothing here",
	"This page belongs to mastodon-token."
];
const ANOTHER_LOGIN = [
	"✕",
	"This is not the login that was started",
	"You can close this tab. The terminal still waits for the page that it opened last."
];
function wordsFor({ kind }) {
	switch (kind) {
		case "code": return [
			"✓",
			"You can close this tab",
			"Go back to the terminal: the rest happens there."
		];
		case "denied": return [
			"✕",
			"Nothing was allowed",
			"You can close this tab. The terminal says how to start again."
		];
		case "error": return [
			"✕",
			"The server did not allow it",
			"You can close this tab. The terminal says why."
		];
	}
}
const STYLE = `:root{color-scheme:light dark;font:1.1rem/1.5 system-ui,sans-serif}
body{display:grid;place-content:center;min-height:90vh;margin:0 1.5rem;text-align:center}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .6rem}p{margin:0;opacity:.8}
.mark{font-size:3.5rem;line-height:1;margin-bottom:1.2rem;opacity:1;color:light-dark(#1a7f37,#3fb950)}
.no{color:light-dark(#cf222e,#ff7b72)}`;
const POLICY = `default-src 'none'; style-src 'sha256-${(0, node_crypto.createHash)("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
function send(response, status, [mark, title, text]) {
	const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head>
<body><main><p class="mark${mark === "✓" ? "" : " no"}" aria-hidden="true">${mark}</p><h1>${title}</h1><p>${text}</p></main></body></html>
`;
	response.writeHead(status, {
		"content-type": "text/html; charset=utf-8",
		"content-security-policy": POLICY,
		"cache-control": "no-store",
		"referrer-policy": "no-referrer",
		"x-content-type-options": "nosniff",
		connection: "close"
	});
	response.end(page);
}
// src/token/owner.ts
async function askWhose(http, origin, token, document) {
	const client = require_mastodon.openClient(origin, token, http.within(require_mastodon.REQUEST_TIMEOUT));
	try {
		const { json } = await client.call("GET", require_mastodon.VERIFY);
		return ownerIn(json, origin, document);
	} catch (error) {
		if (!(error instanceof require_mastodon.MastodonError)) throw error;
		if (require_mastodon.isMissingScope(error)) return {
			handle: "",
			otherHandle: "",
			followers: null,
			remarks: []
		};
		throw await require_mastodon.diagnose(error, client, { reader: "at a terminal" });
	}
}
function ownerIn(json, origin, document) {
	const account = require_mastodon.asObject(json);
	const plain = require_mastodon.handleOf(account, origin);
	const domain = handleDomain(document);
	const [, name = ""] = plain.split("@");
	const handle = plain !== "" && domain !== "" && isOwnHost(plain, origin) ? `@${name}@${domain}` : plain;
	const { followers_count: followers } = account;
	return {
		handle,
		otherHandle: plain,
		followers: typeof followers === "number" ? followers : null,
		remarks: require_mastodon.accountRemarks(account, origin)
	};
}
function handleDomain(document) {
	const named = [document?.domain, document?.uri].find((value) => typeof value === "string" && value !== "");
	const address = typeof named === "string" ? /^https?:/.test(named) ? named : `https://${named}` : "";
	return URL.canParse(address) ? new URL(address).host : "";
}
function isOwnHost(handle, origin) {
	return handle.endsWith(`@${new URL(origin).host}`);
}
function isAccount(typed, { handle, otherHandle }) {
	const named = require_mastodon.handleIn(typed) || typed.trim().replace(/^@/, "");
	const plain = (text) => text.replace(/^@/, "").toLowerCase();
	return handle !== "" && [handle, otherHandle].map(plain).some((own) => own === plain(named) || own.split("@")[0] === plain(named));
}
// src/token/check.ts
const TIMEOUT$4 = 6e4;
async function check(options, context) {
	const { terminal } = context;
	const server = await findServer(options.instance, context);
	const token = await givenToken(options.tokenEnv, context);
	const client = require_mastodon.openClient(server.origin, token, context.http.within(TIMEOUT$4));
	const told = await require_mastodon.tokenInfo(client);
	if (told?.isOfApplication) throw ofApplicationAlone(server);
	const owner = await readOwner(client, server, token, context.http);
	const application = await readApplication(client);
	const info = told ?? inOwnWords(application, server.software);
	const abilities = await abilitiesOf(client, {
		software: server.software,
		info,
		mayLogIn: owner.handle !== ""
	}, application);
	const scopes = info?.scopes ?? null;
	const expiry = expiryOf(token, server.software);
	if (options.json) {
		const { origin, software, version } = server;
		const document = {
			instance: origin,
			software,
			version,
			account: owner.handle === "" ? null : {
				handle: owner.handle,
				followers: owner.followers
			},
			application,
			scopes,
			expiry,
			...abilities
		};
		terminal.print(JSON.stringify(document, null, 2));
	} else terminal.show(tableOf(owner, application, scopes, expiry, abilities));
	for (const remark of owner.remarks) terminal.say(remark);
	return abilities.posting.verdict === "no" ? exitCode.failed : exitCode.done;
}
function tableOf({ handle, followers }, application, scopes, expiry, abilities) {
	const count = followers === null ? "" : `, followers: ${followers}`;
	const most = application?.scopes ? `at most ${application.scopes.join(" ")}, as its application` : "";
	return [
		["Account", handle === "" ? "the token may not tell (it has neither profile nor read:accounts)" : `${handle}${count}`],
		["Application", application ? application.name : "the server does not tell"],
		["Scopes", scopes ? scopes.join(" ") || "none" : most || "the server does not tell"],
		["Expires", expiry],
		["Posting", inWords(abilities.posting)],
		["Media", inWords(abilities.media)],
		["Duplicate check", inWords(abilities["duplicate-check"])],
		["Pin", inWords(abilities.pin)]
	].map(([name, text]) => `${name.padEnd(17)}${require_mastodon.oneLine(require_mastodon.harmless(text))}`).join("\n");
}
function inWords({ verdict, why }) {
	const word = verdict === "unknown" ? "cannot be known" : verdict;
	return why === "" ? word : `${word}: ${why}`;
}
async function readOwner(client, server, token, http) {
	try {
		const owner = await askWhose(http, server.origin, token, server.document);
		if (owner.handle === "") await client.call("GET", require_mastodon.VERIFY);
		return owner;
	} catch (error) {
		if (!(error instanceof require_mastodon.MastodonError)) throw error;
		const { failure, outcome } = error;
		const { answer } = failure;
		const isAlive = answer !== void 0 && [401, 422].includes(answer.status) && await require_mastodon.isAppToken(client);
		if (isAlive && answer.status === 422) throw ofApplicationAlone(server);
		if (isAlive || require_mastodon.isMissingScope(error)) return {
			handle: "",
			otherHandle: "",
			followers: null,
			remarks: []
		};
		const reader = "at a terminal";
		if (answer && answer.status === require_mastodon.softwareNamed(server.software).deadToken) throw new require_mastodon.MastodonError(failure, await require_mastodon.explainUnauthorized({
			...failure,
			answer
		}, client, reader), outcome);
		throw await require_mastodon.diagnose(error, client, { reader });
	}
}
function ofApplicationAlone({ origin }) {
	return /* @__PURE__ */ new Error(`This token stands for an application alone, and for no account, so it can post nothing on ${origin}. Make one with mastodon-token login.`);
}
async function readApplication(client) {
	const application = await require_mastodon.tokenApplication(client);
	if (application === null) return null;
	const { name, website, scopes } = application;
	return {
		name: require_mastodon.textOf(name) || "an application without a name",
		website: require_mastodon.textOf(website),
		scopes: Array.isArray(scopes) ? scopes.map(String) : null
	};
}
function inOwnWords(application, software) {
	const { ownScopes } = require_mastodon.softwareNamed(software);
	if (!ownScopes || !application?.scopes) return null;
	return {
		scopes: application.scopes.flatMap((word) => ownScopes[word] ?? []),
		isOfApplication: false
	};
}
async function abilitiesOf(client, known, application) {
	const judge = async (ability) => {
		const scope = require_mastodon.scopeFor[ability];
		const most = require_mastodon.softwareNamed(known.software).scopes === "none" ? null : application?.scopes ?? null;
		if (!known.info && most && !require_mastodon.hasScope(most, scope)) return {
			verdict: "no",
			why: `its application does not have ${scope}, so no token of it has`
		};
		const { verdict, why } = await require_mastodon.mayDo(client, ability, known);
		return {
			verdict,
			why
		};
	};
	return {
		posting: await judge("posting"),
		media: await judge("media"),
		"duplicate-check": await judgeLook(client),
		pin: await judge("pin")
	};
}
async function judgeLook(client) {
	const sender = {
		client,
		owner: null,
		software: null
	};
	const since = client.clock.now();
	const open = await require_mastodon.readHistory(sender, {
		since,
		visibility: "public",
		scheduled: false
	});
	if (open.missing) return {
		verdict: open.missing.forGood ? "no" : "unknown",
		why: open.missing.why
	};
	const all = await require_mastodon.readHistory(sender, {
		since,
		visibility: "private",
		scheduled: true
	});
	return {
		verdict: "yes",
		why: all.missing ? `of public posts only, since ${all.missing.why}` : ""
	};
}
function expiryOf(token, software) {
	const { exp } = payloadOf(token);
	if (typeof exp === "number" && exp > 0 && exp < 1e11) return `at ${(/* @__PURE__ */ new Date(exp * 1e3)).toISOString()}`;
	return require_mastodon.softwareNamed(software).tokensEnd;
}
function payloadOf(token) {
	const [, payload = "", signature] = token.split(".");
	return signature === void 0 ? {} : require_mastodon.asObject(require_mastodon.parseJson(Buffer.from(payload, "base64url").toString("utf8")));
}
// src/token/help.ts
const pages = {
	"": `mastodon-token: from nothing to a stored access token in one minute.

  mastodon-token [login] INSTANCE  make a token, and store it for your workflow
  mastodon-token check INSTANCE    whose is a token, and what may it do?
  mastodon-token revoke INSTANCE   end a token
  mastodon-token app INSTANCE      register an application, and nothing else

INSTANCE is whatever you have at hand: mastodon.social, @me@mastodon.social, or the address of your profile. Mastodon, GoToSocial, Akkoma, Hollo, snac, Pixelfed and others are understood.

What login does, step by step:
  1. finds your server, and shows you which one it found
  2. registers an application there, with the few rights that posting takes
  3. opens your browser, where you say yes (or no)
  4. shows whose account it is, and asks before it goes on
  5. stores the token as a secret of your repository, the server's URL as a variable, and shows the step to paste into your workflow

Secrets are typed at a prompt or piped to stdin. They are never arguments, and never written to a file. npx asks once whether it may fetch the package, and keeps it in npm's cache; the command itself leaves nothing behind.

  mastodon-token COMMAND --help  all options of a command
  mastodon-token --version       ${require_mastodon.repository}

Exit codes
    0  done
    1  failed; the last line says why
    2  called in a way that is not understood
    3  you said no
  130  cancelled with Ctrl-C
`,
	login: `mastodon-token [login] INSTANCE [options]

Makes an access token for posting, and stores it where your workflow finds it.

  mastodon-token @me@mastodon.social
  mastodon-token mastodon.social --repo me/project --env production
  mastodon-token mastodon.social --no-browser --account @me
  mastodon-token mastodon.social | pbcopy

What the token may do (write:statuses, write:media and profile, unless said)
  --with duplicate-check    look for a post before posting again: read:statuses
  --with pin                pin what was posted: write:accounts
  --scopes "A B"            exactly these scopes
  --name NAME               of the application; it stands publicly under each post. The repository's, unless said

How to log in
  --no-browser              show an address to open on any device, and take the code that is shown there. Chosen by itself over SSH and in containers, unless you say --browser
  --browser                 open a browser here all the same
  --account WHO             go on only if it is this account: a handle, a bare name, or the address of a profile. A handle in place of INSTANCE is held to as well
  --password                with user name and password, on the few servers that still allow it. Both are asked for
  --timeout DURATION        how long to wait for the browser (5m)

Where the token goes (in a terminal you are asked)
  --repo [HOST/]OWNER/NAME  secret of a repository on GitHub, Forgejo or Gitea
  --env NAME                of this environment of the repository
  --org [HOST/]NAME         secret of an organization
  --org-visibility WHICH    for all, private or selected repositories
  --repos A,B               the selected ones
  --dependabot              for runs that Dependabot starts as well
  --url-as KIND             what the server's URL becomes: variable, unless you say secret (which would be blotted out of every link in your logs)
  --secret-name NAME        MASTODON_ACCESS_TOKEN, unless said
  --variable-name NAME      MASTODON_URL, unless said
  --print                   store nothing: print the token alone to stdout, and what it takes to end it to stderr. Chosen by itself where stdout is a pipe or a file
  --yes                     overwrite, and take the account, without asking

GitHub is reached through the GitHub CLI (gh) where it is logged in, else with the token in GH_TOKEN, else with one that you paste; Forgejo and Gitea with that in FORGEJO_TOKEN or GITEA_TOKEN. Tokens for servers of your own go only to a host that you named or said yes to.

To end a token later: mastodon-token revoke, or the list of authorized apps in your account's settings, whose link login shows.
`,
	app: `mastodon-token app INSTANCE [options]

Registers an application and prints its client id and secret: what Gitea, Forgejo and others ask for when people shall log in there with Mastodon.

  mastodon-token app mastodon.social --name "Our forge" \\
    --redirect-uri https://forge.example/user/oauth2/mastodon/callback

  --name NAME         as people see it when they are asked to allow it
  --website URL       where the name leads to
  --scopes "A B"      the most that it may ask for (read)
  --redirect-uri URI  where the server sends people back to
  --json              print one JSON object instead of lines
`,
	check: `mastodon-token check INSTANCE [options]

Says whose a token is and what it may do: posting, media, the look for duplicates, pinning. It never posts to find out. The exit code is 1 when posting cannot work.

  mastodon-token check mastodon.social
  mastodon-token check mastodon.social --token-env MASTODON_ACCESS_TOKEN

The token is asked for, or read from stdin where that is no terminal.

  --token-env NAME  read it from this environment variable
  --json            print one JSON object instead of lines
`,
	revoke: `mastodon-token revoke INSTANCE [options]

Ends a token. Mastodon and most others do that only for the application that it was made for, so it takes the client id and secret that login --print shows. Without them, end it in your account's settings, where authorized apps are listed; the command says where that is.

  mastodon-token revoke mastodon.social --client-id abc123

The token and the secret are asked for, unless said. Where stdin is no terminal, it holds the token, or {"token": "…", "client_id": "…", "client_secret": "…"}.

  --client-id ID            of the application
  --client-secret-env NAME  read its secret from this environment variable
  --token-env NAME          read the token from this environment variable
  --yes                     end it without asking
`
};
function help(topic) {
	return pages[topic];
}
// src/token/pasted-code.ts
const CODE_LIFE = 6e5;
async function askForCode(url, state, exchange, { server, software }, { terminal }) {
	const { host } = new URL(server.origin);
	terminal.say(`Open this address in a browser, on any device, and allow it there:\n  ${url}`);
	const { showsCode, codeLength } = require_mastodon.softwareNamed(software);
	const question = showsCode ? `${host} then shows a code. Paste it here` : `${host} shows no code. Once you have allowed it, paste the address of that page (${server.origin}/auth/…) here`;
	const tried = /* @__PURE__ */ new Set();
	for (const shown = Date.now();;) {
		const answer = readPasted(await terminal.askSecret(`${question} (an empty line ends this):`), state, codeLength);
		if (typeof answer === "string") terminal.say(answer);
		else if (answer.kind !== "code") throw refusedBy(host, answer);
		else if (tried.has(answer.code)) terminal.say("That is the same code again. Copy the one that the page shows now.");
		else try {
			return await exchange(answer.code);
		} catch (error) {
			terminal.say(explain(error, url, Date.now() - shown));
			if (!isPending(error)) tried.add(answer.code);
		}
	}
}
function readPasted(pasted, state, length) {
	const text = pasted.trim().replace(/^(["'`])(.*)\1$/, "$2");
	if (text === "") return { kind: "denied" };
	const json = require_mastodon.asObject(require_mastodon.parseJson(text));
	const [, inPath] = /^https?:\/\/[^/]+\/auth\/([\w-]+)\?/.exec(text) ?? [];
	const [, query] = inPath === void 0 ? /^[^?\s]*\?(.*)$/.exec(text) ?? [] : [];
	const [, beforeState, returned] = /^([^&?]+)&state=(.*)$/.exec(text) ?? [];
	const isJson = "error" in json || "code" in json;
	const fields = {
		code: inPath ?? beforeState ?? text,
		...returned === void 0 ? {} : { state: returned }
	};
	const parameters = new URLSearchParams(isJson ? json : query ?? fields);
	if (parameters.get("state") === null) parameters.set("state", state);
	const answer = readAnswer(parameters, state);
	if (answer === null) return query === void 0 && returned === void 0 ? "There is no code in that. Paste the code that the page shows." : "That address belongs to another login, or holds no code. Open the address above, and paste what it shows.";
	return answer.kind === "code" ? problemWith(answer.code, length) ?? answer : answer;
}
function problemWith(code, length) {
	if (/^https?:/i.test(code)) return "That is an address without a code. Paste the code that the page shows.";
	if (/^@?[^\s@]+@[^\s@]+$/.test(code)) return "That is a handle, not a code. Paste the code that the page shows.";
	if (/\s/.test(code)) return "That has blanks inside, which no code has. Copy the code alone.";
	if (length === null || code.length === length) return null;
	return `That has ${code.length} characters, but the codes of this server have ${length}. Copy all of it.`;
}
function beyondCodes(error) {
	if (!(error instanceof require_mastodon.OAuthError)) return error;
	const { code, status, message } = error;
	if (code === "invalid_scope") return new ScopesRefusedError(message);
	if (code === "invalid_client") return /* @__PURE__ */ new Error(`${message} It has forgotten the application. Start again.`);
	return status === 0 || status === 429 || status >= 500 ? error : null;
}
function isPending(error) {
	return error instanceof require_mastodon.OAuthError && error.code === "PENDING_SESSION";
}
function explain(error, url, age) {
	const reason = beyondCodes(error);
	if (reason !== null) throw reason;
	const { message } = error;
	if (isPending(error)) return `${message} It was not allowed yet. Allow it on the page, and paste the same again.`;
	if (age < CODE_LIFE) return `${message} It was not copied whole, belongs to another login, or was used before. Paste the one that the page shows; to get a new one, allow it once more.`;
	return `${message} Codes work for ten minutes, and more have passed. Open the address again for a new one:\n  ${url}`;
}
// src/token/session.ts
async function endSession({ server, application, grant }, software, { http, terminal }) {
	try {
		await require_mastodon.revokeToken(http, server, application, grant.token);
		terminal.say("The token that was just made is ended.");
	} catch (error) {
		if (!(error instanceof require_mastodon.OAuthError)) throw error;
		const where = whereToEnd(server.origin, software);
		terminal.say(`The token that was just made could not be ended: ${error.message} ${where}`);
	}
}
function once(work) {
	let done;
	return () => {
		done ??= work();
		return done;
	};
}
function whereToEnd(origin, software) {
	const { endToken } = require_mastodon.softwareNamed(software);
	return endToken?.(origin) ?? `End it in the settings of your account at ${origin}, where authorized apps are listed.`;
}
// src/token/authorize.ts
function openAuthorization(server, options, context, opener = openBrowser) {
	let callback = null;
	let application = null;
	let { browser } = options;
	async function allowWith(scopes, forceLogin) {
		if (browser) callback ??= await listenForCallback();
		else if (!context.terminal.interactive) throw new Error("There is no browser to open here and no terminal to paste a code into. Run it where one is.");
		const redirectUri = browser ? callback.redirectUri : require_mastodon.outOfBand;
		application ??= await register(context, server, {
			...options,
			redirectUri,
			scopes
		});
		const { state, verifier, challenge } = newSecrets();
		const url = require_mastodon.authorizeUrl(server, application, {
			state,
			challenge,
			forceLogin
		});
		const exchange = (code) => exchanged(server, application, {
			code,
			verifier
		}, options.software, context);
		if (!browser) return askForCode(url, state, exchange, {
			...options,
			server
		}, context);
		const answer = callback.answer(state, options.timeout);
		if (await opener(url)) {
			const { host } = new URL(server.authorization);
			context.terminal.say(`Your browser shows ${host} now. If it does not, open this address in it:\n  ${url}`);
			context.terminal.say(`Waiting for your answer there, ${require_mastodon.formatDuration(options.timeout)} at most …`);
			return exchange(codeIn(await answer, server, options.timeout)).catch(explainRefusal$1);
		}
		context.terminal.say("No browser could be opened here.");
		browser = false;
		application = null;
		return allowWith(scopes, forceLogin);
	}
	return {
		async allow(forceLogin) {
			if (application && require_mastodon.softwareNamed(options.software).endsApplications) application = await register(context, server, {
				...options,
				...application
			});
			if (application) return allowWith(application.scopes, forceLogin);
			return tryScopes(options.fallbacks, server, context, async (scopes) => {
				application = null;
				return allowWith(scopes, forceLogin);
			});
		},
		close: async () => callback?.close()
	};
}
function newSecrets() {
	const verifier = (0, node_crypto.randomBytes)(32).toString("base64url");
	const challenge = (0, node_crypto.createHash)("sha256").update(verifier).digest("base64url");
	return {
		state: (0, node_crypto.randomBytes)(24).toString("base64url"),
		verifier,
		challenge
	};
}
async function exchanged(server, application, secrets, software, context) {
	const session = require_mastodon.exchangeCode(context.http, server, application, secrets).then((grant) => ({
		server,
		application,
		grant
	}));
	context.undo = once(async () => {
		const made = await session.catch(() => null);
		if (made) await endSession(made, software, context);
	});
	try {
		return await session;
	} catch (error) {
		context.undo = void 0;
		throw error;
	}
}
function explainRefusal$1(error) {
	const why = isPending(error) ? "It was not allowed yet." : "The code was used before, or is older than ten minutes.";
	throw beyondCodes(error) ?? /* @__PURE__ */ new Error(`${error.message} ${why} Start again.`);
}
function codeIn(answer, { origin }, timeout) {
	const { host } = new URL(origin);
	if (answer === null) throw new Error(`No answer came back from the browser in ${require_mastodon.formatDuration(timeout)}. If it is on another device, or shows an error, try again with --no-browser. If it shows the account's settings instead of a question, ${host} lets this account do nothing: it has moved, is suspended or frozen, or its e-mail address was never confirmed.`);
	if (answer.kind === "code") return answer.code;
	throw refusedBy(host, answer);
}
const PATIENCE = 1500;
async function openBrowser(url) {
	try {
		const launcher = await require_vendor_open.open(url);
		const failed = new Promise((resolve) => {
			launcher.once("error", () => resolve(true));
			launcher.once("exit", (code) => resolve(code !== 0));
		});
		return !(launcher.exitCode !== null ? launcher.exitCode !== 0 : await Promise.race([failed, (0, node_timers_promises.setTimeout)(PATIENCE, false, { ref: false })]));
	} catch {
		return false;
	}
}
// src/token/password.ts
function whyNoPassword({ origin, software, version }, grants) {
	const { host } = new URL(origin);
	const instead = "A browser works everywhere: leave out --password.";
	const [, major = "", minor = ""] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
	const since = require_mastodon.softwareNamed(software).noPasswordsSince;
	if (since && (Number(major) > since[0] || Number(major) === since[0] && Number(minor) >= since[1])) return `${host} runs Mastodon ${version}, and Mastodon takes no passwords from programs since ${since.join(".")}. ${instead}`;
	if (grants && !grants.includes("password")) return `${host} takes no passwords from programs: the grants that it announces are ${grants.join(", ")}. ${instead}`;
	return "";
}
async function authorizeByPassword(server, options, context) {
	const { terminal, http } = context;
	const { host } = new URL(server.origin);
	const username = await terminal.ask(`E-mail address of your account on ${host} (some servers want the user name):`);
	const password = await terminal.askSecret(`Password on ${host}; it goes there and nowhere else:`);
	return tryScopes(options.fallbacks, server, context, async (scopes) => {
		const application = await register(context, server, {
			...options,
			redirectUri: require_mastodon.outOfBand,
			scopes
		});
		try {
			return {
				server,
				application,
				grant: await require_mastodon.passwordGrant(http, server, application, {
					username,
					password
				})
			};
		} catch (error) {
			throw error instanceof require_mastodon.OAuthError ? explainRefusal(error) : error;
		}
	});
}
function explainRefusal(error) {
	const { code, status, message, sentence } = error;
	const instead = "Leave out --password and use the browser.";
	if (code === "invalid_scope") return new ScopesRefusedError(message);
	if (code === "mfa_required" || /two.?factor|mfa|otp/i.test(sentence)) return /* @__PURE__ */ new Error(`${message} The account has two-factor authentication, which this way cannot do. ${instead}`);
	if (code === "unsupported_grant_type" || code === "unauthorized_client") return /* @__PURE__ */ new Error(`${message} The server takes no passwords from programs, as Mastodon since 4.4. ${instead}`);
	if (status === 0 || status === 429 || status >= 500) return error;
	return /* @__PURE__ */ new Error(`${message} Either the e-mail address or the password is wrong (Mastodon takes no user name here), or the account has two-factor authentication, or the server has given up this grant (Mastodon 4.4), or the redirect URI is not the registered one. ${instead}`);
}
// src/token/store/child-process.ts
const TIMEOUT$3 = 6e4;
function run(path, args, { env, folder, input = "" }) {
	return new Promise((resolve) => {
		const child = (0, node_child_process.spawn)(path, args, {
			cwd: folder,
			env,
			stdio: "pipe",
			windowsHide: true,
			timeout: TIMEOUT$3
		});
		let stdout = "";
		let stderr = "";
		child.stdout.setEncoding("utf8").on("data", (text) => {
			stdout += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text) => {
			stderr += text;
		});
		child.on("error", (error) => resolve({
			code: null,
			wasLeft: false,
			stdout,
			stderr: error.message
		}));
		child.on("close", (code, signal) => resolve({
			code,
			wasLeft: signal === "SIGINT" || code === 130,
			stdout,
			stderr
		}));
		child.stdin.on("error", () => {});
		child.stdin.end(input);
	});
}
function findProgram(name, { variable }, platform = process.platform) {
	const file = platform === "win32" ? `${name}.exe` : name;
	return variable("PATH").split(node_path.delimiter).filter(node_path.isAbsolute).map((folder) => (0, node_path.join)(folder, file)).find(isProgram) ?? null;
}
function isProgram(path) {
	try {
		(0, node_fs.accessSync)(path, node_fs.constants.X_OK);
		return (0, node_fs.statSync)(path).isFile();
	} catch {
		return false;
	}
}
const COMMON = [
	...[
		"PATH",
		"HOME",
		"USER",
		"LOGNAME",
		"TMPDIR",
		"LANG",
		"LC_ALL",
		"XDG_CONFIG_HOME"
	],
	...[
		"XDG_DATA_HOME",
		"XDG_STATE_HOME",
		"XDG_CACHE_HOME",
		"XDG_RUNTIME_DIR",
		"DBUS_SESSION_BUS_ADDRESS"
	],
	...[
		"USERPROFILE",
		"USERNAME",
		"HOMEDRIVE",
		"HOMEPATH",
		"APPDATA",
		"LOCALAPPDATA",
		"PROGRAMDATA",
		"PROGRAMFILES"
	],
	...[
		"SYSTEMROOT",
		"WINDIR",
		"COMSPEC",
		"TEMP",
		"TMP"
	]
];
function environmentFor({ variable }, names) {
	const pairs = [...COMMON, ...names].map((name) => [name, variable(name)]);
	return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
}
// src/token/store/destination.ts
function repositoryAt(host, owner, name, isHostNamed) {
	return {
		host: host.toLowerCase(),
		owner,
		name,
		isHostNamed,
		environment: "",
		visibility: "private",
		repositories: []
	};
}
function parseRepository(text, defaultHost) {
	if (/^[\w+.-]+:\/\/|^[^/\s]+@[^/\s]+:/.test(text)) {
		const found = parseAddress(text);
		return found && {
			...found,
			isHostNamed: true
		};
	}
	const [name, owner, host = defaultHost, ...more] = text.trim().split("/").reverse();
	if (more.length > 0 || !isName(owner) || !isName(name) || !isHost(host)) return null;
	return repositoryAt(host, owner, name.replace(/\.git$/, ""), true);
}
function parseOrganization(text, defaultHost) {
	const [owner, host = defaultHost, ...more] = text.trim().split("/").reverse();
	if (more.length > 0 || !isName(owner) || !isHost(host)) return null;
	return repositoryAt(host, owner, "", true);
}
function parseAddress(address) {
	const scp = /^(?:[^@/\s]+@)?([^:/\s]+):(?!\/\/)(.+)$/.exec(address);
	const url = !scp && URL.canParse(address) ? new URL(address) : null;
	const isWeb = url !== null && /^https?:$/.test(url.protocol);
	if (url && !isWeb && !/^(git\+)?(ssh|git):$/.test(url.protocol)) return null;
	const host = (url ? isWeb ? url.host : url.hostname : scp?.[1] ?? "").toLowerCase();
	const [owner, name, ...more] = (url ? url.pathname : scp?.[2] ?? "").replace(/^\/+|\/+$/g, "").split("/");
	if (more.length > 0 || !isHost(host) || !(host.includes(".") || require_mastodon.isLoopback(host.replace(/:\d+$/, "")))) return null;
	const plain = name?.replace(/\.git$/, "");
	if (!isName(owner) || !isName(plain)) return null;
	return repositoryAt(host === "ssh.github.com" ? "github.com" : host, owner, plain, false);
}
function placeName({ host, owner, name, environment }) {
	const place = name === "" ? `the organization ${host}/${owner}` : `${host}/${owner}/${name}`;
	return environment === "" ? place : `${place}, environment ${environment}`;
}
function originOf({ host }) {
	return `${require_mastodon.isLoopback(new URL(`http://${host}`).hostname) ? "http" : "https"}://${host}`;
}
function isName(text) {
	return text !== void 0 && /^[\w.-]+$/.test(text) && !/^\.+$/.test(text);
}
function isHost(text) {
	return /^([\w.-]+|\[[\da-f:]+\])(:\d+)?$/i.test(text) && URL.canParse(`https://${text}`);
}
async function remotesOf(environment) {
	const git = findProgram("git", environment);
	if (!git) return [];
	const { code, stdout } = await run(git, ["remote", "--verbose"], {
		env: environmentFor(environment, [
			"GIT_CONFIG_GLOBAL",
			"GIT_CONFIG_SYSTEM",
			"GIT_DIR"
		]),
		folder: environment.folder
	});
	return code === 0 ? parseRemotes(stdout) : [];
}
function parseRemotes(text) {
	const remotes = /* @__PURE__ */ new Map();
	for (const [, name = "", address = ""] of text.matchAll(/^(\S+)\t(\S+)/gm)) {
		const repository = parseAddress(address);
		if (!repository) continue;
		const place = placeName(repository).toLowerCase();
		const known = remotes.get(place) ?? {
			names: [],
			repository
		};
		if (!known.names.includes(name)) known.names.push(name);
		remotes.set(place, known);
	}
	return [...remotes.values()].sort((one, other) => rank(one) - rank(other));
}
function rank({ names }) {
	return names.includes("origin") ? 0 : names.includes("upstream") ? 1 : 2;
}
// src/token/store/store.ts
const TIMEOUT$2 = 3e4;
var StoreError = class extends Error {};
async function ask(http, request, json) {
	const headers = {
		...request.headers,
		"user-agent": require_mastodon.userAgent,
		...json === void 0 ? {} : { "content-type": "application/json" }
	};
	const content = json === void 0 ? {} : { body: JSON.stringify(json) };
	try {
		return await http.within(TIMEOUT$2).send({
			...request,
			headers,
			...content
		});
	} catch (cause) {
		const { code, message } = cause ?? {};
		throw new StoreError(`${request.url.host} could not be reached (${code ?? message ?? "no reason given"}). Check the name and the network, and run this again.`);
	}
}
function refused({ status, text }, method, path, destination) {
	const { message } = require_mastodon.asObject(require_mastodon.parseJson(text));
	const sentence = typeof message === "string" ? message.replace(/\s+/g, " ").slice(0, 300) : "";
	const told = sentence === "" ? `${status}` : `${status} “${sentence}”`;
	return {
		what: `${placeName(destination)} was refused: ${told} (${method} ${path}).`,
		sentence
	};
}
// src/token/store/forgejo.ts
const MOST_PAGES = 20;
function openForgejo(destination, token, http) {
	const { owner, name, environment, host } = destination;
	if (environment !== "") throw new StoreError(`${host} knows no environments. Leave out --env, and the whole repository may read the token.`);
	const base = `${originOf(destination)}/api/v1`;
	const place = name === "" ? `/orgs/${owner}/actions` : `/repos/${owner}/${name}/actions`;
	function send(method, path, body) {
		const headers = {
			accept: "application/json",
			authorization: `token ${token}`
		};
		return ask(http, {
			method,
			url: new URL(base + path),
			headers
		}, body);
	}
	async function call(method, path, body) {
		const answer = await send(method, path, body);
		if (answer.status < 200 || answer.status > 299) throw refusal$2(answer, method, path, destination);
		return answer;
	}
	async function findSecret(wanted) {
		let seen = 0;
		for (let page = 1; page <= MOST_PAGES; page += 1) {
			const answer = await send("GET", `${place}/secrets?page=${page}&limit=50`);
			if (answer.status === 405) return "unknown";
			if (answer.status !== 200) throw refusal$2(answer, "GET", `${place}/secrets`, destination);
			const list = require_mastodon.parseJson(answer.text);
			if (!Array.isArray(list)) return "unknown";
			if (list.some((one) => String(require_mastodon.asObject(one).name).toUpperCase() === wanted.toUpperCase())) return "something";
			seen += list.length;
			if (list.length === 0 || seen >= Number(answer.headers["x-total-count"] ?? 0)) return "nothing";
		}
		return "unknown";
	}
	async function findVariable({ name: wanted, value }) {
		const path = `${place}/variables/${wanted}`;
		const answer = await send("GET", path);
		if (answer.status === 404) return "nothing";
		if (answer.status !== 200) throw refusal$2(answer, "GET", path, destination);
		return require_mastodon.asObject(require_mastodon.parseJson(answer.text)).data === value ? "the same" : "something";
	}
	return {
		way: `the API of ${host}`,
		async look(entry) {
			if (entry.kind === "Dependabot secret") throw new StoreError(`${host} has no Dependabot, so it keeps no secrets for it. Leave out --dependabot.`);
			return entry.kind === "variable" ? findVariable(entry) : findSecret(entry.name);
		},
		async put(entry) {
			if (entry.kind === "secret") {
				await call("PUT", `${place}/secrets/${entry.name}`, { data: entry.value });
				return;
			}
			const path = `${place}/variables/${entry.name}`;
			const answer = await send("POST", path, { value: entry.value });
			if (answer.status === 409) await call("PUT", path, { value: entry.value });
			else if (answer.status > 299) throw refusal$2(answer, "POST", path, destination);
		}
	};
}
function forgejoTokenPage(destination) {
	return `${originOf(destination)}/user/settings/applications`;
}
function forgejoScope({ name }) {
	return name === "" ? "write:organization" : "write:repository";
}
function refusal$2(answer, method, path, destination) {
	const { what } = refused(answer, method, path, destination);
	return new StoreError(`${what} ${cure(answer.status, destination)}`);
}
function cure(status, destination) {
	const scope = forgejoScope(destination);
	const page = forgejoTokenPage(destination);
	if (status === 401) return `The token is not valid there. Make one with the scope ${scope}: ${page}`;
	if (status === 403) return `The token lacks the scope ${scope}, or your account does not own the place. New tokens: ${page}`;
	if (status === 404 || status === 405) return "The name is wrong, its Actions are switched off in the settings, or the server is older than 1.22.";
	if (status >= 500) return "The server has a problem of its own. Run this again later.";
	if (status >= 300 && status < 400) return "It was renamed or moved. Give the name that it has now.";
	return "Check the names, or store it by hand with --print.";
}
// src/token/store/sealed-box.ts
async function seal(text, publicKey) {
	const theirs = Buffer.from(publicKey, "base64");
	const { ours, shared } = agree(theirs);
	const key = /* @__PURE__ */ new Uint32Array(8);
	require_vendor_sealed_box.hsalsa(words(Buffer.from("expand 32-byte k")), words(shared), /* @__PURE__ */ new Uint32Array(4), key);
	const nonce = require_vendor_sealed_box.blake2b(Buffer.concat([ours, theirs]), { dkLen: 24 });
	const box = require_vendor_sealed_box.xsalsa20poly1305(new Uint8Array(key.buffer), nonce).encrypt(Buffer.from(text));
	return Buffer.concat([ours, box]).toString("base64");
}
function agree(theirs) {
	if (theirs.length !== 32) throw unusable(`it is ${theirs.length} bytes long, not 32`);
	const pair = (0, node_crypto.generateKeyPairSync)("x25519");
	const ours = Buffer.from(pair.publicKey.export({ format: "jwk" }).x, "base64url");
	const x = theirs.toString("base64url");
	try {
		const publicKey = (0, node_crypto.createPublicKey)({
			key: {
				kty: "OKP",
				crv: "X25519",
				x
			},
			format: "jwk"
		});
		return {
			ours,
			shared: (0, node_crypto.diffieHellman)({
				privateKey: pair.privateKey,
				publicKey
			})
		};
	} catch {
		throw unusable("it would keep nothing secret");
	}
}
function words(bytes) {
	return new Uint32Array(Uint8Array.from(bytes).buffer);
}
function unusable(why) {
	return new StoreError(`The key that the API gave to encrypt with cannot be used: ${why}. Something on the way may have changed its answer. Check the host and the proxy, and run this again.`);
}
// src/token/store/github-api.ts
function openGithubApi(destination, token, http) {
	const base = apiBase(destination);
	function send(method, path, body) {
		const headers = {
			accept: "application/vnd.github+json",
			authorization: `Bearer ${token}`,
			"x-github-api-version": "2022-11-28"
		};
		return ask(http, {
			method,
			url: new URL(base + path),
			headers
		}, body);
	}
	async function call(method, path, body) {
		const answer = await send(method, path, body);
		if (answer.status < 200 || answer.status > 299) throw refusal$1(answer, method, path, destination);
		return require_mastodon.asObject(require_mastodon.parseJson(answer.text));
	}
	async function readers() {
		const { owner, name, visibility, repositories } = destination;
		if (name !== "") return {};
		if (visibility !== "selected") return { visibility };
		return {
			visibility,
			selected_repository_ids: (await Promise.all(repositories.map((one) => call("GET", `/repos/${owner}/${encodeURIComponent(one)}`)))).map(({ id }) => id)
		};
	}
	async function putSecret(entry, path) {
		const { key, key_id } = await call("GET", `${path}/public-key`);
		if (typeof key !== "string") throw new StoreError(`${placeName(destination)} names no key to encrypt with.`);
		const encrypted_value = await seal(entry.value, key);
		await call("PUT", `${path}/${entry.name}`, {
			encrypted_value,
			key_id,
			...await readers()
		});
	}
	async function putVariable({ name, value }, path) {
		const body = {
			name,
			value,
			...await readers()
		};
		const answer = await send("POST", path, body);
		if (answer.status === 409) await call("PATCH", `${path}/${name}`, body);
		else if (answer.status > 299) throw refusal$1(answer, "POST", path, destination);
	}
	return {
		way: "the GitHub API",
		async look(entry) {
			const path = `${pathOf(entry, destination)}/${entry.name}`;
			const answer = await send("GET", path);
			if (answer.status === 404) return "nothing";
			if (answer.status !== 200) throw refusal$1(answer, "GET", path, destination);
			const { value } = require_mastodon.asObject(require_mastodon.parseJson(answer.text));
			return entry.kind === "variable" && value === entry.value ? "the same" : "something";
		},
		async put(entry) {
			const path = pathOf(entry, destination);
			await (entry.kind === "variable" ? putVariable(entry, path) : putSecret(entry, path));
		}
	};
}
function apiBase(destination) {
	const { host } = destination;
	return host === "github.com" || host.endsWith(".ghe.com") ? `https://api.${host}` : `${originOf(destination)}/api/v3`;
}
function pathOf({ kind }, { owner, name, environment }) {
	const place = name === "" ? `/orgs/${owner}` : `/repos/${owner}/${name}`;
	if (kind === "Dependabot secret") return `${place}/dependabot/secrets`;
	return `${place}/${environment === "" ? "actions" : `environments/${encodeURIComponent(environment)}`}/${kind === "variable" ? "variables" : "secrets"}`;
}
function refusal$1(answer, method, path, destination) {
	const { status, headers } = answer;
	const { what, sentence } = refused(answer, method, path, destination);
	if (status >= 300 && status < 400) return new StoreError(`${what} It was renamed or moved. Give the name that it has now.`);
	const signOn = /url=(\S+)/.exec(headers["x-github-sso"] ?? "")?.[1] ?? "";
	const permissions = headers["x-accepted-github-permissions"] ?? "";
	const scopes = headers["x-oauth-scopes"];
	return new StoreError(`${what} ${cureOf({
		status,
		sentence,
		destination,
		isCli: false,
		signOn,
		permissions,
		scopes
	})}`);
}
function cureOf(refusal) {
	const { status, sentence, destination, isCli, signOn = "", permissions = "" } = refusal;
	const owner = destination.owner;
	if (signOn !== "" || /\bSAML\b|single sign-on/i.test(sentence)) return `${owner} wants every token allowed for its single sign-on: open ${signOn || /https:\/\/\S+\/sso\?\S+[^\s”."]/.exec(sentence)?.[0] || `the token's page on GitHub`}, allow it, and run this again.`;
	if (/rate limit/i.test(sentence) || status === 429) return "Too much was asked of GitHub. Run this again in an hour.";
	if (/archived/i.test(sentence)) return "Nothing can be stored in an archived repository. Unarchive it in its settings.";
	if (/IP allow list/i.test(sentence)) return `${owner} lets in known addresses only. Run this from one of them.`;
	if (/forbids access|lifetime/i.test(sentence)) return `${owner} has a rule against this kind of token. Make one of the kind that the sentence names, or log in with gh.`;
	if (status === 401) return isCli ? `The GitHub CLI's own token is dead. Run: gh auth login --hostname ${destination.host}` : "The GitHub token is expired, revoked or cut off. Set a valid one, or log in with gh auth login.";
	if (/by integration/i.test(sentence)) return `A workflow's own token can never store secrets. Use a personal access token with ${neededRights(destination)}.`;
	if (/admin rights|must be an? (org|admin|owner)/i.test(sentence)) return `Your account has too few rights there. Ask an owner of ${owner} for them, or to store it.`;
	if (status === 403) return `The token lacks a permission${permissions === "" ? "" : ` (it wants ${permissions})`}. ${newToken(refusal)}`;
	if (status === 404) return `${whatIsMissing(refusal)} ${newToken(refusal)}`;
	if (status >= 500) return "GitHub has a problem of its own; see githubstatus.com. Run this again later.";
	return "Check the names, or store it by hand with --print.";
}
function whatIsMissing({ destination }) {
	const { owner, name, environment } = destination;
	if (name === "") return `There is no organization ${owner}, or this token does not see its secrets.`;
	if (environment !== "") return `There is no environment ${environment}, or this token does not see it.`;
	return `There is no such repository, or this token does not see its secrets.`;
}
function newToken({ destination, isCli, scopes }) {
	const { host, name } = destination;
	const scope = name === "" ? "admin:org" : "repo";
	if (isCli) return `If the name is right, run: gh auth refresh --hostname ${host} --scopes ${scope}`;
	if (scopes !== void 0 && !scopes.split(/[\s,]+/).includes(scope)) return `A classic token needs the scope ${scope}; this one has ${scopes.trim() || "none"}.`;
	return `If the name is right, give the token ${neededRights(destination)}: ${tokenPage(destination)}`;
}
function neededRights({ name, environment }) {
	if (name === "") return "“Secrets” and “Variables” (organization): read and write";
	if (environment !== "") return "“Environments”: read and write";
	return "“Secrets” and “Variables”: read and write";
}
function tokenPage(destination) {
	return `${originOf(destination)}/settings/personal-access-tokens/new`;
}
// src/token/store/github-cli.ts
const NEEDED = [
	"GH_CONFIG_DIR",
	...[
		"HTTPS_PROXY",
		"https_proxy",
		"HTTP_PROXY",
		"http_proxy",
		"NO_PROXY",
		"no_proxy"
	],
	...[
		"SSL_CERT_FILE",
		"SSL_CERT_DIR",
		"GODEBUG"
	]
];
async function openGithubCli(destination, environment) {
	const path = findProgram("gh", environment);
	if (!path) return "not installed";
	const quiet = {
		GH_HOST: destination.host,
		GH_PROMPT_DISABLED: "1",
		GH_NO_UPDATE_NOTIFIER: "1",
		NO_COLOR: "1"
	};
	const env = {
		...environmentFor(environment, NEEDED),
		...quiet
	};
	const gh = (args, input = "") => run(path, args, {
		env,
		folder: environment.folder,
		input
	});
	if ((await gh([
		"auth",
		"status",
		"--hostname",
		destination.host
	])).code !== 0) return "not logged in";
	async function checked(args, input = "", secret = "") {
		const ended = await gh(args, input);
		if (ended.wasLeft) throw new CancelledError();
		if (ended.code !== 0) throw refusal({
			...ended,
			stderr: require_mastodon.withoutSecrets(ended.stderr, [secret])
		}, args, destination);
		return ended.stdout;
	}
	return {
		way: "the GitHub CLI",
		async look(entry) {
			const row = (await checked([
				commandOf(entry),
				"list",
				...placeArguments(destination, entry)
			])).split("\n").map((row) => row.split("	")).find(([name]) => name?.trim().toUpperCase() === entry.name.toUpperCase());
			if (!row) return "nothing";
			return entry.kind === "variable" && row[1]?.trim() === entry.value ? "the same" : "something";
		},
		async put(entry) {
			const place = [...placeArguments(destination, entry), ...readerArguments(destination)];
			const secret = entry.kind === "variable" ? "" : entry.value;
			await checked([
				commandOf(entry),
				"set",
				entry.name,
				...place
			], entry.value, secret);
		}
	};
}
function commandOf({ kind }) {
	return kind === "variable" ? "variable" : "secret";
}
function placeArguments({ host, owner, name, environment }, { kind }) {
	const app = kind === "Dependabot secret" ? ["--app", "dependabot"] : [];
	if (name === "") return [
		"--org",
		owner,
		...app
	];
	const inside = environment !== "" && app.length === 0 ? [`--env=${environment}`] : [];
	return [
		"--repo",
		`${host}/${owner}/${name}`,
		...inside,
		...app
	];
}
function readerArguments({ name, visibility, repositories }) {
	if (name !== "") return [];
	return [
		"--visibility",
		visibility,
		...visibility === "selected" ? ["--repos", repositories.join(",")] : []
	];
}
function refusal({ code, stderr }, args, destination) {
	const said = stderr.replace(/\s+/g, " ").trim().slice(0, 300);
	const what = `gh ${args.slice(0, 2).join(" ")} failed for ${placeName(destination)}: “${said || `exit code ${code}`}”.`;
	if (/unknown command|unknown flag/i.test(said)) return new StoreError(`${what} This GitHub CLI is too old. ${args[0] === "variable" ? "Update it (2.31 or newer), or store the URL with --url-as secret" : "Update it"}.`);
	return new StoreError(`${what} ${cureOf({
		status: Number(/HTTP (\d{3})/.exec(said)?.[1] ?? 0),
		sentence: said,
		destination,
		isCli: true
	})}`);
}
// src/token/store/open-store.ts
const TIMEOUT$1 = 1e4;
async function openStore(destination, context) {
	const { environment, http } = context;
	const kind = await whatRuns(destination, context);
	if (kind === "Forgejo") {
		const page = `${forgejoTokenPage(destination)} (scope ${forgejoScope(destination)})`;
		return {
			kind,
			store: openForgejo(destination, await confirmedToken("FORGEJO_TOKEN", environment.forgejoToken, destination, context) || await askForToken(destination, "FORGEJO_TOKEN", page, context), http)
		};
	}
	for (;;) {
		const cli = await openGithubCli(destination, environment);
		if (typeof cli !== "string") return {
			kind: "GitHub",
			store: cli
		};
		if (kind === "unknown") throw new StoreError(`${destination.host} is neither GitHub nor Forgejo nor Gitea, as far as it answers. Check the name, or store the token there by hand with --print.`);
		const variable = tokenVariable(destination);
		const own = githubToken(destination, environment);
		const token = isGithubCloud(destination) ? own : await confirmedToken(variable, own, destination, context);
		if (token !== "") return {
			kind,
			store: openGithubApi(destination, token, http)
		};
		const page = `${tokenPage(destination)} (${neededRights(destination)})`;
		const next = await chooseWay(cli, destination, context);
		if (next === "print") return next;
		if (next === "paste") return {
			kind,
			store: openGithubApi(destination, await askForToken(destination, variable, page, context), http)
		};
	}
}
async function chooseWay(cli, destination, { terminal }) {
	if (!terminal.interactive) return "paste";
	const { host } = destination;
	terminal.say(cli === "not logged in" ? `The GitHub CLI is here, but not logged in on ${host}. In another terminal, run: gh auth login --hostname ${host}` : `${host} stores nothing for strangers: it takes the GitHub CLI (gh, which is not installed here), or a token of yours.`);
	return terminal.choose("How shall it get there?", [
		...cli === "not logged in" ? [{
			value: "again",
			label: "Try again, now that gh is logged in"
		}] : [],
		{
			value: "paste",
			label: `Paste a token for ${host}`,
			hint: "its page is shown"
		},
		{
			value: "print",
			label: "Print the access token, and store it by hand"
		}
	]);
}
async function confirmedToken(variable, token, { host, isHostNamed }, { terminal, environment }) {
	if (token === "" || isHostNamed || host === environment.githubHost) return token;
	return await terminal.confirm(`Send your token in ${variable} to ${host}?`, false) ? token : "";
}
async function whatRuns(destination, { http }) {
	const origin = originOf(destination);
	if (isGithubCloud(destination)) return "GitHub";
	const forgejo = await look("/api/v1/version");
	if (forgejo && isForgejo(forgejo)) return "Forgejo";
	const github = await look("/api/v3/meta");
	return github && isGithub(github) ? "GitHub" : "unknown";
	async function look(path) {
		const headers = {
			accept: "application/json",
			"user-agent": require_mastodon.userAgent
		};
		try {
			return await http.within(TIMEOUT$1).send({
				method: "GET",
				url: new URL(path, origin),
				headers
			});
		} catch {
			return null;
		}
	}
}
function isForgejo({ status, text }) {
	const { version: number, message } = require_mastodon.asObject(require_mastodon.parseJson(text));
	if (status === 200) return typeof number === "string";
	return [401, 403].includes(status) && typeof message === "string";
}
function isGithub({ headers, text }) {
	const { installed_version } = require_mastodon.asObject(require_mastodon.parseJson(text));
	return "x-github-enterprise-version" in headers || "x-github-request-id" in headers || installed_version !== void 0;
}
function isGithubCloud({ host }) {
	return host === "github.com" || host.endsWith(".ghe.com");
}
function githubToken(destination, { githubToken: cloud, variable }) {
	if (isGithubCloud(destination)) return cloud;
	return variable("GH_ENTERPRISE_TOKEN") || variable("GITHUB_ENTERPRISE_TOKEN");
}
function tokenVariable(destination) {
	return isGithubCloud(destination) ? "GH_TOKEN" : "GH_ENTERPRISE_TOKEN";
}
async function askForToken({ host }, variable, page, { terminal }) {
	const missing = `To store anything on ${host}, a token for ${host} is needed.`;
	const login = variable === "FORGEJO_TOKEN" ? "" : `log in with gh auth login --hostname ${host}, or `;
	if (!terminal.interactive) throw new StoreError(`${missing} There is none: ${login}set ${variable} to one from ${page}.`);
	terminal.say(`${missing} You can make one at ${page}.`);
	const token = await terminal.askSecret(`Token for ${host} (used once, not kept)`);
	if (token === "") throw new StoreError(`${missing} None was given: ${login}set ${variable}, or choose another place.`);
	return token;
}
// src/token/store/hand-over.ts
var HandOverError = class extends Error {
	isStored;
	constructor(message, isStored) {
		super(message);
		this.isStored = isStored;
	}
};
async function handOver(credentials, options, repository, context) {
	const { terminal } = context;
	if (options.print) return print(credentials, repository, context);
	const named = placeIn(options, context);
	if (!named && !terminal.interactive) return print(credentials, repository, context);
	const stored = /* @__PURE__ */ new Set();
	let destination = named ?? await choosePlace(options, repository, context);
	for (;;) {
		if (destination === "print") return print(credentials, repository, context);
		try {
			const way = await openStore(destination, context);
			if (way === "print") return print(credentials, destination, context);
			return await storeAt(destination, way, credentials, options, context, stored);
		} catch (error) {
			const isLeaving = context.leaving?.aborted === true;
			if (!(error instanceof StoreError) || !terminal.interactive || isLeaving) throw leave$1(error, stored);
			terminal.say(error.message);
			destination = await askOnceMore(destination, options, repository, context).catch((reason) => {
				throw leave$1(reason, stored);
			});
		}
	}
}
function leave$1(error, stored) {
	const isStored = stored.size > 0;
	const message = error instanceof Error ? error.message : String(error);
	return error instanceof StoreError || isStored ? new HandOverError(message, isStored) : error;
}
async function askOnceMore(destination, options, repository, context) {
	const next = await context.terminal.choose("What now?", [
		{
			value: "again",
			label: "Try again"
		},
		{
			value: "elsewhere",
			label: "Store it elsewhere"
		},
		{
			value: "print",
			label: "Print the token here"
		},
		{
			value: "leave",
			label: "Leave it"
		}
	]);
	if (next === "leave") throw new StoreError("The token was not stored as you wanted it.");
	if (next === "print") return "print";
	return next === "again" ? destination : choosePlace(options, repository, context);
}
async function print({ token, handle, origin, application }, destination, context) {
	const { terminal } = context;
	terminal.say(`The access token of ${handle || "the account"} on ${origin}. It is shown once, and works like a password:`);
	terminal.print(token);
	terminal.say("What it takes to end it with mastodon-token revoke, shown once as well:");
	terminal.reveal(`  client id      ${application.clientId}\n  client secret  ${application.clientSecret}`);
	return {
		kind: "printed",
		destination,
		runs: destination ? await whatRuns(destination, context) : "GitHub"
	};
}
function placeIn(options, { environment }) {
	checkName("--secret-name", options.secretName);
	checkName("--variable-name", options.variableName);
	if (options.secretName.toUpperCase() === options.variableName.toUpperCase() && options.urlAs === "secret") throw new HandOverError("--secret-name and --variable-name are the same, so one would overwrite the other.", false);
	const host = environment.githubHost || "github.com";
	if (options.org !== "") {
		const organization = parseOrganization(options.org, host);
		if (!organization) throw new HandOverError(`--org is [HOST/]NAME, not ${options.org}.`, false);
		const visibility = options.orgVisibility || (options.repos.length > 0 ? "selected" : "private");
		const repositories = options.repos.map((name) => name.replace(/^.*\//, ""));
		return {
			...organization,
			visibility,
			repositories
		};
	}
	if (options.repo === "") return null;
	const repository = parseRepository(options.repo, host);
	if (!repository) throw new HandOverError(`--repo is [HOST/]OWNER/NAME, not ${options.repo}.`, false);
	return {
		...repository,
		environment: options.env
	};
}
function checkName(option, name) {
	if (/^[a-z_]\w*$/i.test(name) && !/^github_/i.test(name)) return;
	throw new HandOverError(`${option} ${name} cannot be used as a name: use letters, digits and _, and don't start with a digit or GITHUB_.`, false);
}
async function choosePlace(options, repository, context) {
	const { terminal, environment } = context;
	const remotes = await remotesOf(environment);
	const known = [...repository !== null && !remotes.some((one) => placeName(one.repository) === placeName(repository)) ? [{
		value: repository,
		label: placeName(repository),
		hint: "as you said"
	}] : [], ...remotes.map((remote) => ({
		value: remote.repository,
		label: placeName(remote.repository),
		hint: hintOf(remote)
	}))];
	const place = await terminal.choose("Where shall the token go?", [
		...known,
		{
			value: "other",
			label: known.length > 0 ? "Another repository" : "A repository"
		},
		{
			value: "print",
			label: "Nowhere: print it here, once"
		}
	]);
	if (place === "print") return place;
	return {
		...place === "other" ? await askForRepository(context) : place,
		environment: options.env
	};
}
function hintOf({ names }) {
	return `remote ${names.join(", ")} of this folder`;
}
async function askForRepository({ terminal, environment }) {
	const parse = (answer) => parseRepository(answer, environment.githubHost || "github.com");
	return parse(await askUntil(terminal, "Which repository? OWNER/NAME, or HOST/OWNER/NAME", (text) => parse(text) ? "" : "That is not a repository. It should look like OWNER/NAME, or codeberg.org/OWNER/NAME."));
}
async function storeAt(destination, { kind, store }, credentials, options, context, stored) {
	const { terminal } = context;
	const place = placeName(destination);
	const all = entriesFor(credentials, options);
	const keyOf = ({ kind, name }) => `${place} ${kind} ${name}`;
	const entries = all.filter((entry) => !stored.has(keyOf(entry)));
	const held = await Promise.all(entries.map(async (entry) => ({
		entry,
		found: await store.look(entry)
	})));
	await confirmOverwriting(held, place, options, context);
	for (const { entry, found } of held) {
		if (found === "the same") continue;
		const isToken = entry.value === credentials.token;
		const undo = context.undo;
		if (isToken) context.undo = once(async () => {
			await undo?.();
			terminal.say(mayHold(entry, place));
		});
		await store.put(entry).catch((error) => {
			if (error instanceof StoreError && !context.leaving?.aborted) context.undo = undo;
			throw error;
		});
		context.undo = undo;
		if (isToken) stored.add(keyOf(entry));
	}
	terminal.say(`Stored in ${place}, through ${store.way}: ${all.map(entryName).join(", ")}.`);
	if (held.some(({ entry, found }) => entry.value === credentials.token && found === "something")) terminal.say(`The token that was there before still works. ${whereToEnd(credentials.origin, credentials.software)}`);
	return {
		kind: "stored",
		destination,
		runs: kind
	};
}
function mayHold({ kind, name }, place) {
	return `The ${kind} ${name} of ${place} may hold the token that was just ended: store another one there before a workflow uses it.`;
}
function entriesFor({ origin, token }, options) {
	const url = {
		name: options.variableName,
		value: origin
	};
	const secret = {
		name: options.secretName,
		value: token
	};
	const urls = [{
		kind: options.urlAs,
		...url
	}];
	if (!options.dependabot) return [...urls, {
		kind: "secret",
		...secret
	}];
	if (options.urlAs === "secret") urls.push({
		kind: "Dependabot secret",
		...url
	});
	return [
		...urls,
		{
			kind: "secret",
			...secret
		},
		{
			kind: "Dependabot secret",
			...secret
		}
	];
}
async function confirmOverwriting(held, place, options, { terminal }) {
	const names = (wanted) => held.filter(({ found }) => found === wanted).map(({ entry }) => entryName(entry));
	const there = names("something");
	const unknown = names("unknown");
	if (there.length === 0 && unknown.length === 0 || options.yes) return;
	const what = there.length > 0 ? `${place} has ${there.join(" and ")} already.` : `${place} does not say whether it has ${unknown.join(" and ")} already.`;
	if (!terminal.interactive) throw new StoreError(`${what} Nothing was overwritten: give --yes to overwrite, or other names with --secret-name and --variable-name.`);
	if (!await terminal.confirm(`${what} Overwrite?`, false)) throw new StoreError("Nothing was overwritten.");
}
function entryName({ kind, name }) {
	return `the ${kind} ${name}`;
}
// src/token/store/next-step.ts
function nextStep({ origin }, options, handedOver) {
	const { secretName, variableName, urlAs } = options;
	const { destination, runs } = handedOver;
	const env = handedOver.kind === "stored" ? handedOver.destination.environment : "";
	const url = urlAs === "secret" ? `secrets.${variableName}` : `vars.${variableName}`;
	const step = `The step for your workflow:\n\n${[
		...env === "" ? [] : [
			"# beside runs-on, so that the job may read them",
			`environment: ${env}`,
			""
		],
		`- uses: ${runs === "Forgejo" ? "https://github.com/" : ""}${require_mastodon.repository}@v1`,
		"  with:",
		`    instance-url: \${{ ${url} }}`,
		`    access-token: \${{ secrets.${secretName} }}`,
		...options.with.includes("pin") ? ["    pin: true"] : [],
		"    # A rehearsal that posts nothing; take it out to post.",
		"    dry-run: true"
	].map((line) => line === "" ? line : `  ${line}`).join("\n")}\n`;
	return handedOver.kind === "printed" ? `${byHand(origin, options, destination && linksOf(destination, runs))}\n${step}` : step;
}
function byHand(origin, { secretName, variableName, urlAs }, links) {
	const where = (kind) => links ? [`    ${links[kind]}`] : [];
	return [
		`Store both in ${links ? "your repository" : "the repository that posts, in its settings for Actions"}:`,
		`  the secret ${secretName}: the token above`,
		...where("secret"),
		`  the ${urlAs} ${variableName}: ${origin}`,
		...where(urlAs),
		""
	].join("\n");
}
function linksOf(destination, runs) {
	const { owner, name, environment } = destination;
	const at = (path) => originOf(destination) + path;
	if (runs === "unknown") return null;
	if (runs === "Forgejo") {
		const base = name === "" ? `/org/${owner}` : `/${owner}/${name}`;
		return {
			secret: at(`${base}/settings/actions/secrets`),
			variable: at(`${base}/settings/actions/variables`)
		};
	}
	const base = name === "" ? `/organizations/${owner}` : `/${owner}/${name}`;
	const page = (kind) => at(`${base}/settings/${environment === "" ? `${kind}/actions/new` : "environments"}`);
	return {
		secret: page("secrets"),
		variable: page("variables")
	};
}
// src/token/login.ts
async function login(given, context, open) {
	const { terminal, http } = context;
	const isPiped = terminal.piped && given.repo === "" && given.org === "";
	const options = {
		...given,
		print: given.print || isPiped
	};
	refuseWrongPlace(options, context);
	refuseBlindness(options, context);
	const server = await findServer(options.instance, context, "Which instance is the account on? Its address, or your handle:");
	const oauth = await require_mastodon.readMetadata(http, server.origin);
	const byPassword = options.password && await mayUsePassword(server, oauth.grants, context);
	const wanted = await settleScopes(server, options, context);
	const application = await nameApplication(options, context);
	const fallbacks = options.scopes === "" ? scopeFallbacks(wanted, server.software ?? "", oauth.scopes) : [wanted];
	const { noBrowser } = context.environment;
	const browser = options.browser ?? noBrowser === "";
	if (!byPassword && !browser && options.browser === null) terminal.say(`No browser is opened ${noBrowser}: the code is pasted instead (--browser opens one all the same).`);
	const common = {
		...application,
		fallbacks,
		software: server.software
	};
	const authorization = byPassword ? null : openAuthorization(oauth, {
		...common,
		browser,
		timeout: options.timeout
	}, context, open);
	try {
		for (let isAgain = false;; isAgain = true) {
			const session = await (authorization?.allow(isAgain) ?? authorizeByPassword(oauth, common, context));
			context.undo ??= once(() => endSession(session, server.software, context));
			if (await useSession(session, wanted, server, options, application.repository, context)) return exitCode.done;
			terminal.say(byPassword ? "Once more, with another account." : "Once more, with another account: the page shows at its top whose it is, with a button to log out beside it. Press that, and log in with the other account; the same page comes back. (Where there is no such button, log out on the server's own page first.)");
		}
	} finally {
		await authorization?.close();
	}
}
async function useSession(session, wanted, server, options, repository, context) {
	let isKept = false;
	try {
		const owner = await checkToken(session, wanted, server, context);
		if (!await isRightAccount(owner, server, options, context)) return false;
		const { origin, software } = server;
		const credentials = {
			origin,
			software,
			token: session.grant.token,
			handle: owner.handle,
			application: session.application
		};
		const handedOver = await handOver(credentials, options, repository, context);
		isKept = true;
		context.terminal.say(`\n${nextStep(credentials, options, handedOver)}`);
		const { name } = session.application;
		context.terminal.say(`When you no longer need the token: its entry is “${name}”; of two with that name it is the one that was registered last, and the older one shows when it was last used.
${whereToEnd(origin, software)}`);
		return true;
	} catch (error) {
		isKept = error instanceof HandOverError && error.isStored;
		throw error;
	} finally {
		if (!isKept) await context.undo?.();
		context.undo = void 0;
	}
}
function refuseWrongPlace(options, context) {
	try {
		placeIn(options, context);
	} catch (error) {
		throw error instanceof HandOverError ? new UsageError(error.message) : error;
	}
}
function refuseBlindness(options, { terminal }) {
	const { account, yes, password, instance } = options;
	if (terminal.interactive) return;
	if (instance === "") throw new UsageError("Which instance? Give its address or your handle: mastodon-token login HOST");
	if (password) throw new UsageError("--password asks questions, and there is no terminal to ask in.");
	if (account === "" && require_mastodon.handleIn(instance) === "" && !yes) throw new UsageError("There is no terminal to ask in, so say whose token it must be: give your handle, @you@example.org, or --account @you (--yes takes any).");
}
async function mayUsePassword(server, grants, { terminal }) {
	const reason = whyNoPassword(server, grants);
	if (reason === "") return true;
	terminal.say(reason);
	if (await terminal.confirm("Log in with the browser instead?")) return false;
	throw new DeclinedError("Nothing was done.");
}
async function settleScopes(server, options, { terminal }) {
	const wanted = wantedScopes(options);
	if (require_mastodon.softwareNamed(server.software).scopes === "none") {
		terminal.say(`${server.software} knows no scopes: a token may do all that the account may.`);
		return wanted;
	}
	if (missingScopes("write:statuses", wanted).length > 0) terminal.say(`A token for “${wanted}” may not post: that takes write:statuses.`);
	if (options.scopes !== "" || missingScopes("read:statuses", wanted).length === 0) return wanted;
	const why = await whyReadStatuses(server.client.within(require_mastodon.REQUEST_TIMEOUT), server.software ?? "", server.document);
	if (why === "") return wanted;
	terminal.say(`${why} To see whether a post is already there, the token needs read:statuses, which lets it read all posts that the account can read: those for followers and private mentions too.`);
	if (!terminal.interactive) {
		terminal.say("It is left out; --with duplicate-check adds it.");
		return wanted;
	}
	return await terminal.confirm("Add read:statuses?") ? `${wanted} read:statuses` : wanted;
}
const UNNAMED = "mastodon-token";
async function nameApplication(options, { terminal, environment }) {
	const host = environment.githubHost || "github.com";
	const known = parseRepository(options.repo, host) ?? (await remotesOf(environment))[0]?.repository ?? null;
	const typed = options.name === "" && known === null && options.org === "" && terminal.interactive ? await askUntil(terminal, NAME_QUESTION, problemWithName) : "";
	const repository = known ?? parseRepository(typed, host);
	const website = repository ? `${originOf(repository)}/${repository.owner}/${repository.name}` : "";
	const path = repository ? `${repository.owner}/${repository.name}` : typed || options.org || UNNAMED;
	const name = [...options.name || path].slice(0, 60).join("");
	if (typed === "") terminal.say(`Registering as “${name}”, which stands publicly under each post${options.name ? "" : " (--name changes it)"}.`);
	return {
		name,
		website,
		repository
	};
}
const NAME_QUESTION = "Which repository will post? OWNER/NAME, or any name: it stands publicly under each post.";
function problemWithName(answer) {
	if (answer === "") return "The server wants a name. The repository's own is a good one, such as me/project.";
	return [...answer].length > 60 ? "That is longer than 60 characters, which servers refuse." : "";
}
async function checkToken(session, wanted, server, { http, terminal }) {
	const { grant, application } = session;
	const missing = grant.scope === null || require_mastodon.softwareNamed(server.software).scopes === "none" ? [] : missingScopes(wanted, grant.scope);
	if (missing.includes("write:statuses")) throw new Error(`${new URL(server.origin).host} gave a token for “${grant.scope}”, which may not post. Start again, with other --scopes.`);
	if (missing.length > 0) terminal.say(`The server left out ${missing.join(", ")}: what needs it will not work.`);
	if (grant.scope !== null && missingScopes(grant.scope, application.scopes).length > 0) terminal.say(`The server gave more than was asked for: “${grant.scope}”.`);
	if (grant.expiresIn !== null && grant.expiresIn < DECADE) {
		const date = new Date(Date.now() + grant.expiresIn * 1e3).toISOString().slice(0, 10);
		const days = Math.max(1, Math.round(grant.expiresIn / 86400));
		terminal.say(`ATTENTION: this server ends the token on ${date}, in ${days} ${days === 1 ? "day" : "days"}. Make a new one before.`);
	}
	return askWhose(http, server.origin, grant.token, server.document);
}
const DECADE = 31536e4;
async function isRightAccount(owner, { typed }, options, { terminal }) {
	const { handle, followers, remarks } = owner;
	const count = followers === null ? "" : `, ${followers} ${followers === 1 ? "follower" : "followers"}`;
	terminal.say(handle === "" ? "The token may not tell whose it is." : `Logged in as ${handle}${count}.`);
	for (const remark of remarks) terminal.say(remark);
	const named = options.account || require_mastodon.handleIn(typed);
	const isNamed = named !== "" && isAccount(named, owner);
	const mustMatch = options.account !== "" || options.yes || !terminal.interactive;
	const who = handle === "" ? "an account that cannot be named" : handle;
	const question = handle === "" ? "Go on all the same?" : `Shall workflows post as ${handle}?`;
	if (named !== "" && !isNamed) {
		const mismatch = `You named @${named.replace(/^@/, "")}, but this is ${who}.`;
		if (mustMatch) throw new Error(`${mismatch} Log out on the server's page, and start again.`);
		return terminal.confirm(`${mismatch} ${question}`, false);
	}
	return mustMatch || terminal.confirm(question);
}
// src/token/revoke.ts
const TIMEOUT = 6e4;
async function revoke(options, context) {
	const { terminal, http } = context;
	const { origin, software } = await findServer(options.instance, context);
	const { token, clientId, clientSecret } = await readGiven(options, context);
	const client = require_mastodon.openClient(origin, token, http.within(TIMEOUT));
	const owner = await ownerOf(client);
	if ("dead" in owner) {
		terminal.say(owner.dead);
		return owner.hasEnded ? exitCode.done : exitCode.failed;
	}
	const whose = owner.handle === "" ? "this token" : `this token of ${owner.handle}`;
	if (terminal.interactive && !options.yes && !await terminal.confirm(`End ${whose} on ${origin}?`)) {
		terminal.say("The token is still valid.");
		return exitCode.declined;
	}
	if (clientId === "" && require_mastodon.softwareNamed(software).endsForClientAlone) {
		terminal.say(`The token is still valid. Its server ends a token only for the application that it was made for, whose client id and secret login shows with --print. ${whereToEnd(origin, software)}`);
		return exitCode.failed;
	}
	const refusal = await tryToEnd();
	const isEnded = await ownerOf(client).then((left) => "dead" in left, (error) => error.message);
	if (isEnded === true) {
		terminal.say(`Ended: ${origin} does not accept the token any more.`);
		return exitCode.done;
	}
	const state = isEnded === false ? "The token is still valid." : `Whether the token has ended is not known. ${isEnded}`;
	const why = refusal.sentence || (isEnded === false ? reasonFor(clientId) : "");
	const reason = refusal.isLost && isEnded !== false ? "" : why;
	terminal.say([
		state,
		reason,
		whereToEnd(origin, software)
	].filter(Boolean).join(" "));
	return exitCode.failed;
	async function tryToEnd() {
		try {
			const server = await require_mastodon.readMetadata(http, origin);
			if (clientId !== "") await require_mastodon.revokeToken(http, server, {
				clientId,
				clientSecret
			}, token);
			else await client.call("POST", new URL(server.revocation).pathname, { body: { token } });
			return {
				sentence: "",
				isLost: false
			};
		} catch (error) {
			if (error instanceof require_mastodon.OAuthError) return {
				sentence: [
					404,
					405,
					501
				].includes(error.status) ? `${new URL(origin).host} offers programs no way to end a token.` : error.message,
				isLost: error.status === 0
			};
			if (!(error instanceof require_mastodon.MastodonError)) throw error;
			const isLost = !error.failure.answer;
			return {
				sentence: isLost ? (await require_mastodon.diagnose(error, client, { reader: "at a terminal" })).message : reasonFor(clientId),
				isLost
			};
		}
	}
}
function reasonFor(clientId) {
	return clientId === "" ? "The server wants the client id and secret of the application that it was made for." : "The server said yes, but the client id and secret are those of another application.";
}
async function readGiven(options, context) {
	const { terminal } = context;
	const { tokenEnv } = options;
	const isPiped = tokenEnv === "" && !terminal.interactive;
	const piped = isPiped ? await terminal.readStdin() : "";
	const document = require_mastodon.asObject(require_mastodon.parseJson(piped));
	const field = (name) => typeof document[name] === "string" ? document[name] : "";
	const alone = Object.keys(document).length > 0 ? field("token") || field("access_token") : piped;
	const token = isPiped ? plainToken(alone, "stdin") : await givenToken(tokenEnv, context);
	const clientId = options.clientId || field("client_id") || (terminal.interactive ? await terminal.ask("What is the client id of its application? (Leave it empty if you do not have it.)") : "");
	if (clientId === "") return {
		token,
		clientId: "",
		clientSecret: ""
	};
	const clientSecret = (options.clientSecretEnv !== "" ? namedVariable(options.clientSecretEnv, context) : field("client_secret")) || (terminal.interactive ? await terminal.askSecret("And its client secret?") : "");
	if (clientSecret === "") throw new Error("The client id is there, but the secret is missing. Name the variable that holds it with --client-secret-env.");
	return {
		token,
		clientId,
		clientSecret
	};
}
async function ownerOf(client) {
	try {
		return { handle: require_mastodon.handleOf((await client.call("GET", require_mastodon.VERIFY)).json, client.origin) };
	} catch (error) {
		if (!(error instanceof require_mastodon.MastodonError)) throw error;
		const { answer } = error.failure;
		if (!answer || ![
			401,
			403,
			422
		].includes(answer.status)) throw await require_mastodon.diagnose(error, client, { reader: "at a terminal" });
		if (require_mastodon.isMissingScope(error) || await require_mastodon.tokenApplication(client)) return { handle: "" };
		const sentence = require_mastodon.serverSentence(error.failure);
		const hasEnded = /\b(revoked|expired)\b/i.test(sentence);
		const what = `${client.origin} does not accept this token (“${sentence}”)`;
		return {
			dead: hasEnded ? `${what}: it has ended already.` : `${what}: it has ended already, is cut off, or belongs to another server, which was not asked. Nothing was ended.`,
			hasEnded
		};
	}
}
// src/token/commands.ts
async function runCommand(argv, context, open) {
	const { terminal } = context;
	try {
		const options = readArguments(argv);
		switch (options.command) {
			case "help":
				terminal.show(help(options.topic).trimEnd());
				return exitCode.done;
			case "version":
				terminal.print(require_mastodon.version);
				return exitCode.done;
			case "login": return await login(options, context, open);
			case "app": return await registerApp(options, context);
			case "check": return await check(options, context);
			case "revoke": return await revoke(options, context);
		}
	} catch (error) {
		if (context.leaving?.aborted) return exitCode.cancelled;
		terminal.say(sentenceOf(error));
		return codeOf(error);
	}
}
function codeOf(error) {
	if (error instanceof UsageError) return exitCode.wrongUse;
	if (error instanceof DeclinedError) return exitCode.declined;
	return error instanceof CancelledError ? exitCode.cancelled : exitCode.failed;
}
function sentenceOf(error) {
	if (!(error instanceof Error)) return String(error);
	if (error instanceof require_mastodon.MastodonError && !error.failure.answer && error.diagnosis.cure === "") {
		const { what, why, cure } = require_mastodon.explainConnection(error.failure);
		return `${what} ${why} ${cure}`;
	}
	const isFault = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
	const trace = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
	return isFault ? `A fault of mastodon-token (${error.name}), for a report:\n${trace.join("\n")}` : error.message;
}
// src/token/main.ts
var main_exports = /* @__PURE__ */ require_rolldown_runtime.__exportAll({});
const DAY = 864e5;
const environment = readEnvironment();
forgetSecrets();
const connections = require_mastodon.openHttp({
	proxies: environment.proxies,
	timeout: DAY
});
const { terminal, http } = masking(openTerminal(environment), connections);
const leaving = new AbortController();
const context = {
	terminal,
	http,
	environment,
	leaving: leaving.signal
};
async function leave(word, code) {
	if (leaving.signal.aborted) return;
	leaving.abort();
	terminal.say(word);
	await context.undo?.();
	process.exit(code);
}
function leaveAtOnce() {
	terminal.say("Left at once: a token that was just made may still be valid. Look among the authorized apps of your account.");
	process.exit(exitCode.cancelled);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => leaving.signal.aborted ? leaveAtOnce() : leave("Cancelled.", exitCode.cancelled));
process.on("SIGHUP", () => leave("Cancelled.", exitCode.cancelled));
process.on("uncaughtException", ({ message }) => leave(message, exitCode.failed));
runCommand(process.argv.slice(2), context).then((code) => {
	if (leaving.signal.aborted) return;
	process.exitCode = code;
	connections.close();
});
Object.defineProperty(exports, "main_exports", {
	enumerable: true,
	get: function() {
		return main_exports;
	}
});
