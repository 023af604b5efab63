import net from "node:net";
import { fileURLToPath } from "node:url";
import { png } from "../instance/files.ts";
import { githubToken, runAction } from "../runner.ts";
import { type Random, random, seedOf } from "./random.ts";

/** How one process ended whose instance, proxy and GitHub API all misbehave, on real sockets and in real time. */
export interface End {
  /** What was arranged, for a person. */
  what: string;
  /** Of the outputs. */
  result: string;
  /** Milliseconds from the first line of the log, at which the time limit begins, to the end of the process. */
  took: number;
  /** What is wrong, one sentence each. */
  wrongs: string[];
}

/** What a run may take longer than its limit, in milliseconds. */
const GRACE = 1000;

/** The longest that a runner waits after its first signal, in milliseconds. */
const CANCELLED = 7500;

const TIMEOUTS = [1000, 2000, 3000];

type Peer = (socket: net.Socket) => void;

const json = (body: string, status = "200 OK", headers = "") =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n${headers}\r\n${body}`;

/** Says something again and again. */
const dripping = (socket: net.Socket, text: string) => {
  const timer = setInterval(() => socket.write(text), 50);
  socket.on("close", () => clearInterval(timer));
};

const onAsked =
  (answer: Peer): Peer =>
  (socket) =>
    socket.on("data", () => answer(socket));

/** How somebody on the way may misbehave. */
const PEERS: Record<string, Peer> = {
  "closes at once": (socket) => socket.end(),
  "resets at once": (socket) => socket.resetAndDestroy(),
  "is silent": (socket) => socket.resume(),
  "reads nothing": () => {},
  "says garbage": (socket) => socket.write("\u0000\u0001\u0002\u0003 what?\r\n\r\n"),
  "closes when asked": onAsked((socket) => socket.end()),
  "resets when asked": onAsked((socket) => socket.resetAndDestroy()),
  "answers garbage": onAsked((socket) => socket.write("garbage\r\n\r\n")),
  "answers half": onAsked((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")),
  "drips headers": onAsked((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    dripping(socket, "x-more: 1\r\n");
  }),
  "drips an answer": onAsked((socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n[");
    dripping(socket, "1,");
  }),
  "opens the way, and no more": onAsked((socket) => socket.write("HTTP/1.1 200 OK\r\n\r\n")),
  "informs for ever": onAsked((socket) => dripping(socket, "HTTP/1.1 102 Processing\r\n\r\n")),
  "limits for a second": onAsked((socket) => socket.write(json('{"error":"Slow"}', "429 Slow", "retry-after: 1\r\n"))),
  "is overloaded": onAsked((socket) => socket.write(json('{"error":"Busy"}', "503 Busy"))),
  "leads in a circle": onAsked((socket) => socket.write(json("", "301 Moved", "location: /again\r\n"))),
  "answers with an object": onAsked((socket) => socket.write(json('{"created_at":"never","url":"javascript:1"}'))),
  "answers once, then is silent": (socket) => socket.once("data", () => socket.write(json("[]"))),
};

async function listen(dice: Random): Promise<{ port: number; what: string; close(): void }> {
  const names = Object.keys(PEERS);
  // Each connection may fare otherwise.
  const plan = dice.chance(0.5) ? [dice.pick(names)] : [dice.pick(names), dice.pick(names), dice.pick(names)];
  const sockets = new Set<net.Socket>();
  let count = 0;
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    PEERS[plan[count++ % plan.length]!]!(socket);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    port: (server.address() as net.AddressInfo).port,
    what: plan.join(", then "),
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** @param entry file to run, from the project's root */
export async function playEnd(entry: string, seed: number, run: number): Promise<End> {
  const dice = random(seedOf(seed, run, 4));
  const [peer, github] = [await listen(dice), await listen(dice)];
  const way = dice.pick(["http", "http", "https", "proxy", "proxy"]);
  const timeout = dice.pick(TIMEOUTS);
  const signalAfter = dice.chance(0.2) ? dice.integer(0, timeout) : null;
  const isRerun = dice.chance(0.5);
  const hasMedia = dice.chance(0.4);
  const token = `token-of-run-${run}-0123456789abcdef`;
  const target = {
    name: entry,
    node: process.execPath,
    entry: fileURLToPath(new URL(`../../${entry}`, import.meta.url)),
  };
  let [began, ended, signalled] = [Number.NaN, Number.NaN, Number.NaN];
  try {
    const outcome = await runAction({
      target,
      inputs: {
        "instance-url": way === "proxy" ? "https://social.example" : `${way}://127.0.0.1:${peer.port}`,
        "access-token": token,
        timeout: `${timeout / 1000} s`,
        status: "Hello",
        ...(hasMedia ? { media: "{ file: a.png, description: A picture }" } : {}),
      },
      files: { "a.png": png().bytes },
      env: {
        GITHUB_API_URL: `http://127.0.0.1:${github.port}`,
        ...(isRerun ? { GITHUB_RUN_ATTEMPT: "2" } : {}),
        ...(way === "proxy" ? { HTTPS_PROXY: `http://127.0.0.1:${peer.port}` } : {}),
      },
      watch(child) {
        child.stdout?.once("data", () => {
          began = performance.now();
          if (signalAfter === null) return;
          setTimeout(() => {
            signalled = performance.now();
            child.kill("SIGTERM");
          }, signalAfter).unref();
        });
        child.on("exit", () => {
          ended = performance.now();
        });
      },
    });
    const { exitCode, stdout, stderr, outputs, summary } = outcome;
    const { result = "none", reason = "" } = outputs;
    const took = ended - began;
    const words = [stdout.replaceAll(/^::add-mask::.*$/gm, ""), stderr, summary, JSON.stringify(outputs)].join("\n");
    const wrongs = [
      ...(took > timeout + GRACE ? [`It took ${Math.round(took)} ms of ${timeout} ms.`] : []),
      ...(ended - signalled > CANCELLED ? [`It took ${Math.round(ended - signalled)} ms after SIGTERM.`] : []),
      ...(stderr === "" ? [] : [`It crashed: ${stderr}`]),
      ...(exitCode === 0 ? ["It is green, though nothing could be posted."] : []),
      ...(reason === "" || summary === "" ? [`It ends as \`${result}\`, and says nothing.`] : []),
      ...([token, githubToken].some((secret) => words.includes(secret)) ? ["A token is shown."] : []),
      ...(Math.max(...stdout.split("\n").map((line) => line.length)) > 2100 ? ["A line is too long."] : []),
    ];
    const signal = signalAfter === null ? "" : `, SIGTERM after ${signalAfter} ms`;
    const what = `${way}: ${peer.what}; GitHub: ${isRerun ? github.what : "not asked"}${hasMedia ? "; media" : ""}; ${timeout} ms${signal}`;
    return { what, result, took, wrongs };
  } finally {
    peer.close();
    github.close();
  }
}
